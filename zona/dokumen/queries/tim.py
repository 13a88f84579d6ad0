"""The people of a plan, as Tabel 3.1 lists them."""

from dataclasses import dataclass

from rencana_aksi.models import Rencana
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Keanggotaan


@dataclass(frozen=True, slots=True)
class Anggota:
    """`peran`: as the SK prints it. `nip`: as printed too, where it is not a valid NIP; empty for who has none."""

    nomor: int
    nama: str
    nip: str
    jabatan: str
    peran: str
    kepala: bool


@dataclass(frozen=True, slots=True)
class KelompokTim:
    """`kode`: empty for the steering pair, else the pengungkit's."""

    kode: str
    anggota: tuple[Anggota, ...]


def tim_rencana(rencana: Rencana) -> tuple[KelompokTim, ...]:
    """The teams of the plan's year that have anyone in them, steering pair first, numbered through (one query)."""
    baris = Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=rencana.tahun).values_list(
        "tim__kode", "peran", "sebutan", "pengguna__nama", "pengguna__nip", "pengguna__nip_naskah", "pengguna__jabatan"
    )
    urutan = {kode: i for i, kode in enumerate((PENGARAH, *AREA))}
    kelompok: dict[str, list[Anggota]] = {}
    for nomor, (tim, peran, sebutan, nama, nip, nip_naskah, jabatan) in enumerate(
        sorted(baris, key=lambda satu: urutan[satu[0]]), 1
    ):
        anggota = Anggota(nomor, nama, nip or nip_naskah, jabatan, sebutan or Peran(peran).label, peran == Peran.KEPALA)
        kelompok.setdefault(tim, []).append(anggota)
    return tuple(KelompokTim("" if tim == PENGARAH else tim, tuple(anggota)) for tim, anggota in kelompok.items())
