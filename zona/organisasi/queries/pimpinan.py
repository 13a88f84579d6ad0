"""Who leads an office, how they came to it, and what about that waits. No writes."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Q, QuerySet

from zona.inti.waktu import sekarang, tanggal_id
from zona.organisasi.enums import PENGARAH, PIMPINAN, KeadaanUsulan, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker, UsulanPimpinan

DARI_DAFTAR = "menurut daftar awal; belum pernah melalui usulan"
KABAR = timedelta(days=7)
"""How long what was decided is told of on first pages."""


def pimpinan(satker_id: int, tahun: int) -> dict[Peran, Keanggotaan]:
    """Who leads as of a year: who holds the role that year, else who held it last before, else first after. A role
    that nobody ever held is not there: its first holder may come from a list. One query."""
    semua = Keanggotaan.objects.filter(tim__satker=satker_id, tim__kode=PENGARAH, peran__in=PIMPINAN)
    hasil: dict[Peran, Keanggotaan] = {}
    for k in semua.select_related("tim", "pengguna").order_by("tim__tahun"):
        ada = hasil.get(Peran(k.peran))
        if ada is None or k.tim.tahun <= tahun:
            hasil[Peran(k.peran)] = k
    return hasil


def memimpin(pengguna: Pengguna, satker_id: int, tahun: int) -> set[Peran]:
    """The leading roles the person holds as of that year, or in a later one. Two queries."""
    return {p for p, k in pimpinan(satker_id, tahun).items() if k.pengguna_id == pengguna.pk} | {
        Peran(peran)
        for peran in Keanggotaan.objects.filter(
            tim__satker=satker_id, tim__kode=PENGARAH, tim__tahun__gt=tahun, pengguna=pengguna, peran__in=PIMPINAN
        ).values_list("peran", flat=True)
    }


@dataclass(frozen=True, slots=True)
class Jabatan:
    """A leading role of a year: who holds it (`kini`, of `tahun`), how they came to it, what waits."""

    peran: Peran
    nama: str
    kini: Keanggotaan | None
    asal: str
    menunggu: UsulanPimpinan | None


def jabatan_pimpinan(satker: Satker, tahun: int) -> list[Jabatan]:
    """Kepala and ketua of the year. Two queries."""
    kini = pimpinan(satker.pk, tahun)
    usulan = list(usulan_tahun(satker, tahun))
    hasil = []
    for peran in PIMPINAN:
        milik = kini.get(peran)
        menunggu = next((u for u in usulan if u.peran == peran and u.keadaan == KeadaanUsulan.MENUNGGU), None)
        hasil.append(Jabatan(peran, peran.value.capitalize(), milik, _asal(milik, usulan), menunggu))
    return hasil


def usulan_tahun(satker: Satker, tahun: int) -> QuerySet[UsulanPimpinan]:
    """Of that year and those before, the newest first."""
    milik = UsulanPimpinan.objects.filter(satker=satker, tahun__lte=tahun)
    return milik.select_related("calon", "pendahulu", "diusulkan_oleh", "diputus_oleh")


def _asal(milik: Keanggotaan | None, usulan: list[UsulanPimpinan]) -> str:
    if milik is None:
        return "belum ada"
    for u in usulan:
        if (u.peran, u.calon_id, u.keadaan) == (milik.peran, milik.pengguna_id, KeadaanUsulan.BERLAKU):
            sebab = f"dikonfirmasi {u.diputus_oleh}" if u.diputus_oleh else "oleh pengelola Zona"
            return f"SK {u.nomor_sk}, {tanggal_id(u.tanggal_sk)}; {sebab}"
    return DARI_DAFTAR


def usulan_berkabar(satker: Satker) -> list[UsulanPimpinan]:
    """What waits, and what was decided within a week. One query."""
    baru = Q(diputus_pada__gte=sekarang() - KABAR, keadaan__in=[KeadaanUsulan.BERLAKU, KeadaanUsulan.DITOLAK])
    milik = UsulanPimpinan.objects.filter(Q(keadaan=KeadaanUsulan.MENUNGGU) | baru, satker=satker)
    return list(milik.select_related("calon", "pendahulu", "diusulkan_oleh", "diputus_oleh"))
