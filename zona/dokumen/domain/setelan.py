"""The paper an office prints on."""

from io import BytesIO
from typing import BinaryIO

from django.db import transaction
from PIL import Image

from zona.dokumen.kertas import TEPI_TERBESAR, TEPI_TERKECIL, UKURAN
from zona.dokumen.models import SetelanDokumen
from zona.inti.berkas.gambar import periksa_gambar
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna, Satker

LOGO_BYTE = 2 * 1024 * 1024
LOGO_SISI = 600
"""Pixels of the longer side: 50 mm on paper at 300 dpi."""
BUKAN_GAMBAR = "Lambang harus berupa gambar PNG atau JPEG yang utuh."


@transaction.atomic
def simpan_kertas(
    *,
    satker: Satker,
    ukuran: str,
    tepi: tuple[int, int, int, int],
    oleh: Pengguna | None,
    logo: BinaryIO | None = None,
    hapus_logo: bool = False,
) -> bool:
    """Set size, margins (top, right, bottom, left in mm) and logo; False where nothing differs. `logo`: a new picture,
    drawn anew by us; None keeps the old one. Raises DomainError, naming the field."""
    if ukuran not in UKURAN:
        raise DomainError("Ukuran kertas: A4 atau F4.", kolom="ukuran")
    for sisi, mm in zip(("atas", "kanan", "bawah", "kiri"), tepi, strict=True):
        if not TEPI_TERKECIL <= mm <= TEPI_TERBESAR:
            raise DomainError(f"Tepi antara {TEPI_TERKECIL} dan {TEPI_TERBESAR} mm.", kolom=f"tepi_{sisi}")
    gambar = gambar_logo(logo) if logo else None
    setelan, _ = SetelanDokumen.objects.select_for_update().get_or_create(satker=satker)
    baru = {"ukuran": ukuran, "tepi_atas": tepi[0], "tepi_kanan": tepi[1], "tepi_bawah": tepi[2], "tepi_kiri": tepi[3]}
    sebelum, sesudah = beda(setelan, **baru)
    lama = bytes(setelan.logo) if setelan.logo else None
    kini = gambar or (None if hapus_logo else lama)
    if kini != lama:
        setelan.logo = kini
        sebelum["lambang"], sesudah["lambang"] = (f"{len(x)} byte" if x else "tidak ada" for x in (lama, kini))
    if not sesudah:
        return False
    setelan.save()
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="mengubah kertas dokumen", objek=setelan, sebelum=sebelum,
        sesudah=sesudah,
    )  # fmt: skip
    return True


def gambar_logo(isi: BinaryIO) -> bytes:
    """A PNG of ours from an uploaded picture: no metadata, no more pixels than paper shows. Raises DomainError."""
    kepala = isi.read(LOGO_BYTE + 1)
    if len(kepala) > LOGO_BYTE:
        raise DomainError("Lambang paling besar 2 MB.", kolom="logo")
    jenis = "png" if kepala.startswith(b"\x89PNG") else "jpeg"
    try:
        periksa_gambar(BytesIO(kepala), jenis)
        with Image.open(BytesIO(kepala), formats=("PNG", "JPEG")) as sumber:
            rapi = sumber.convert("RGBA")
    except (DomainError, OSError, ValueError) as galat:
        raise DomainError(BUKAN_GAMBAR, kolom="logo") from galat
    rapi.thumbnail((LOGO_SISI, LOGO_SISI))
    keluar = BytesIO()
    rapi.save(keluar, "PNG", optimize=True)
    return keluar.getvalue()
