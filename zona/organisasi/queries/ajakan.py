"""Invitations by NIP: as their owner sees them, and as the office that invited does. No writes."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from zona.inti.waktu import sekarang
from zona.organisasi.enums import KeadaanUsulan, Untuk
from zona.organisasi.models import Ajakan, Pengguna, Satker
from zona.organisasi.queries.nip import pemilik_nip

TERBUKA = (KeadaanUsulan.MENUNGGU, KeadaanUsulan.DITOLAK)
"""To the office these look alike."""


def ajakan_untuk(pengguna: Pengguna) -> list[Ajakan]:
    """What waits for this person's answer; theirs only who owns the NIP. Two queries at most."""
    if not pengguna.nip:
        return []
    menunggu = Ajakan.objects.filter(nip=pengguna.nip, keadaan=KeadaanUsulan.MENUNGGU, sampai__gt=sekarang())
    # compared here: an account without an office (after mutasi) is of none, which SQL's <> would leave out
    milik = [a for a in menunggu.select_related("satker", "diajak_oleh") if a.satker_id != pengguna.satker_id]
    return milik if milik and pemilik_nip(pengguna.nip) == pengguna else []


@dataclass(frozen=True, slots=True)
class BarisAjakan:
    """As the office may know it: what was refused looks like what nobody answered. `siapa`: who consented."""

    pk: int
    nip: str
    untuk: str
    diajak_oleh: str
    diajak_pada: datetime
    sampai: datetime
    keadaan: str
    siapa: str
    terbuka: bool


def ajakan_kantor(satker: Satker) -> list[BarisAjakan]:
    """The office's invitations but those it took back, the newest first. One query."""
    kini = sekarang()
    semua = Ajakan.objects.filter(satker=satker).exclude(keadaan=KeadaanUsulan.DITARIK)
    hasil = []
    for a in semua.select_related("diajak_oleh", "pengguna").order_by("-id")[:100]:
        terbuka = a.keadaan in TERBUKA and a.sampai > kini
        kata = "menunggu jawaban" if terbuka else "diterima" if a.keadaan == KeadaanUsulan.BERLAKU else "tidak dijawab"
        siapa = a.pengguna.nama if a.pengguna else ""
        hasil.append(
            BarisAjakan(
                a.pk, a.nip, a.get_untuk_display(), str(a.diajak_oleh), a.diajak_pada, a.sampai, kata, siapa, terbuka
            )
        )
    return hasil


def masih_terbuka(satker: Satker, nip: str, untuk: Untuk) -> bool:
    """Whether one stands open, as the office sees it."""
    return Ajakan.objects.filter(
        Q(keadaan__in=TERBUKA), satker=satker, nip=nip, untuk=untuk, sampai__gt=sekarang()
    ).exists()
