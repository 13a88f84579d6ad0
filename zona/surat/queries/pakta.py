"""Who of the office has signed the Pakta Integritas of a year (Bab 2.1: the head and all or most of its people).

Its people are those in the teams of the year and the other accounts in use, but for who only holds a standing role
(penilai, admin) there; and whoever was typed in. Who signed stays on the list whatever becomes of the account.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan
from zona.surat.models import PenandaPakta

SELURUH, SEBAGIAN_BESAR, BELUM = "seluruh", "sebagian besar", "belum sebagian besar"
URUTAN = {kode: i for i, kode in enumerate((PENGARAH, *AREA))}
AKHIR = (len(URUTAN), 0)


@dataclass(frozen=True, slots=True)
class Penanda:
    """A person of the list. `kunci`: what a form names the person by (p12: an account, b3: a row typed in)."""

    kunci: str
    nama: str
    nip: str
    jabatan: str
    pimpinan: bool = False
    tanggal: date | None = None
    baris: int | None = None
    nama_berkas: str = ""
    alasan_luar: str = ""
    diketik: bool = False

    @property
    def dihitung(self) -> bool:
        return not self.alasan_luar


@dataclass(frozen=True, slots=True)
class RingkasPakta:
    """`jumlah` people count, `menandatangani` of them have signed. `tanggal`: the day from which head and most of the
    people had signed, as a pencanangan asks; None where that is not so yet."""

    jumlah: int
    menandatangani: int
    pimpinan_sudah: bool
    tanggal: date | None

    @property
    def kata(self) -> str:
        """seluruh, sebagian besar (more than half), or belum sebagian besar."""
        if self.jumlah and self.menandatangani == self.jumlah:
            return SELURUH
        return SEBAGIAN_BESAR if self.menandatangani * 2 > self.jumlah else BELUM

    @property
    def persen(self) -> int:
        """Rounded down: 100 means all."""
        return self.menandatangani * 100 // self.jumlah if self.jumlah else 0

    @property
    def cukup(self) -> bool:
        """What a pencanangan asks of the pakta."""
        return self.pimpinan_sudah and self.kata != BELUM


def daftar_penanda(satker_id: int, tahun: int) -> list[Penanda]:
    """The list, the head first, then the teams, the other accounts by name, those typed in; who was left out too.
    Four queries."""
    tercatat = list(PenandaPakta.objects.filter(satker=satker_id, tahun=tahun))
    milik = {b.pengguna_id: b for b in tercatat if b.pengguna_id}
    tim: dict[int, tuple[int, int]] = {}
    kepala: set[int] = set()
    anggota = Keanggotaan.objects.filter(tim__satker=satker_id, tim__tahun=tahun)
    for pk, kode, peran, urutan in anggota.values_list("pengguna", "tim__kode", "peran", "urutan"):
        tim[pk] = min(tim.get(pk, AKHIR), (URUTAN[kode], urutan))
        if peran == Peran.KEPALA:
            kepala.add(pk)
    tetap = set(Penugasan.objects.filter(satker=satker_id).values_list("pengguna", flat=True))
    orang = {
        p.pk: p
        for p in Pengguna.objects.filter(satker=satker_id) | Pengguna.objects.filter(pk__in=[*tim, *milik])
        if p.pk in milik or p.pk in tim or (p.is_active and p.pk not in tetap)
    }
    urut = sorted(orang.values(), key=lambda p: (p.pk not in kepala, *tim.get(p.pk, AKHIR), p.nama))
    hasil = [_dari_akun(p, milik.get(p.pk), p.pk in kepala) for p in urut]
    hasil += [_dari_baris(f"b{b.pk}", b, diketik=True) for b in tercatat if not b.pengguna_id]
    return hasil


def ringkas(daftar: Iterable[Penanda]) -> RingkasPakta:
    dihitung = [p for p in daftar if p.dihitung]
    sudah = sorted(p.tanggal for p in dihitung if p.tanggal)
    pimpinan = [p.tanggal for p in dihitung if p.pimpinan and p.tanggal]
    isi = RingkasPakta(len(dihitung), len(sudah), bool(pimpinan), None)
    if not isi.cukup:
        return isi
    return RingkasPakta(isi.jumlah, isi.menandatangani, True, max(sudah[isi.jumlah // 2], min(pimpinan)))


def ringkas_pakta(satker_id: int, tahun: int) -> RingkasPakta:
    """How far the signing has come. Four queries."""
    return ringkas(daftar_penanda(satker_id, tahun))


def _dari_akun(orang: Pengguna, baris: PenandaPakta | None, pimpinan: bool) -> Penanda:
    """Who signed is told as they were then."""
    if baris is None:
        return Penanda(f"p{orang.pk}", orang.nama, orang.nip or orang.nip_naskah, orang.jabatan, pimpinan)
    return _dari_baris(f"p{orang.pk}", baris, pimpinan=pimpinan)


def _dari_baris(kunci: str, b: PenandaPakta, *, pimpinan: bool = False, diketik: bool = False) -> Penanda:
    return Penanda(
        kunci, b.nama, b.nip, b.jabatan, pimpinan, b.tanggal, b.pk, b.nama_berkas, b.alasan_luar, diketik
    )  # fmt: skip
