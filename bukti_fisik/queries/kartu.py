"""Cards for the notice board: an action and the QR code that opens its upload page."""

from collections.abc import Iterable
from dataclasses import dataclass

import segno
from django.conf import settings
from django.urls import reverse

from rencana_aksi.models import Pengungkit, Rencana, RencanaAksi

TEPI = 4
"""Modules of white around a code, as ISO/IEC 18004 asks."""


@dataclass(frozen=True, slots=True)
class Kartu:
    """`jalur` draws the dark modules (SVG path data) in a square of `sisi` modules."""

    aksi: RencanaAksi
    alamat: str
    jalur: str
    sisi: int


def kartu_aksi(rencana: Rencana, aksi: Iterable[RencanaAksi]) -> list[Kartu]:
    """A card for each."""
    return [_kartu(rencana, a) for a in aksi]


def aksi_pengungkit(pengungkit: Pengungkit) -> list[RencanaAksi]:
    """Its actions in the plan's order, with their rows (one query)."""
    return list(
        RencanaAksi.objects.filter(rencana_kerja__pengungkit=pengungkit)
        .select_related("rencana_kerja__pengungkit")
        .order_by("rencana_kerja__urutan", "rencana_kerja_id", "urutan", "pk")
    )


def _kartu(rencana: Rencana, aksi: RencanaAksi) -> Kartu:
    jalur = reverse("matriks:aksi", args=[rencana.satker.slug, rencana.tahun, aksi.pk])
    alamat = f"{settings.ZONA_ALAMAT_LAMAN}{jalur}#bukti"
    kode = segno.make_qr(alamat, error="m")
    sisi, _ = kode.symbol_size(border=TEPI)
    return Kartu(aksi, alamat, _gambar(kode), int(sisi))


def _gambar(kode: segno.QRCode) -> str:
    """Dark modules of a row that touch are one stroke."""
    goresan = []
    for y, baris in enumerate(kode.matrix, TEPI):
        x = 0
        while x < len(baris):
            if baris[x]:
                panjang = next((n for n, hitam in enumerate(baris[x:]) if not hitam), len(baris) - x)
                goresan.append(f"M{x + TEPI} {y}h{panjang}v1h-{panjang}z")
                x += panjang
            x += 1
    return "".join(goresan)
