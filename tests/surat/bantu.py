"""Papers of the test office, saved as its ketua would."""

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from tests.pabrik import HARI_INI, Kantor
from zona.surat.domain.surat import beri_nomor, simpan_surat
from zona.surat.enums import JenisSurat
from zona.surat.exports.surat_pdf import ekspor_surat
from zona.surat.models import Surat
from zona.surat.queries.surat import baca_surat
from zona.surat.queries.templat import templat_zona

ALAMAT = "dokumen/surat/"
SATU = date(2023, 2, 1)


def simpan(kantor: Kantor, jenis: JenisSurat, **isi: Any) -> Surat | None:
    """Over what is there, by the ketua."""
    kini = baca_surat(kantor.satker, 2023, jenis)
    data = {**kini.rincian, "isi": kini.isi, "revisi": kini.revisi, "oleh": kantor.orang["ketua"], **isi}
    return simpan_surat(rencana=kantor.rencana, jenis=jenis, **data)


def nomori(kantor: Kantor, jenis: JenisSurat, nomor: str, tanggal: date = SATU, **lain: Any) -> Surat:
    revisi = baca_surat(kantor.satker, 2023, jenis).revisi
    data = {"nomor": nomor, "tanggal": tanggal, "revisi": revisi, "oleh": kantor.orang["ketua"], **lain}
    return beri_nomor(rencana=kantor.rencana, jenis=jenis, **data)


def pdf(kantor: Kantor, jenis: JenisSurat) -> bytes:
    surat = baca_surat(kantor.satker, 2023, jenis)
    return ekspor_surat(kantor.rencana, surat, kantor.orang["ketua"], HARI_INI).buat()


def kiriman(jenis: JenisSurat, **isi: Any) -> dict[str, Any]:
    """What the editor's form sends: the template, and what is given instead."""
    awal = templat_zona()[jenis]
    return {**awal.rincian, "isi": awal.isi, "revisi": 0, **isi}


def gambar(nama: str = "pindaian.png") -> SimpleUploadedFile:
    keluar = BytesIO()
    Image.new("RGB", (40, 60), "white").save(keluar, "PNG")
    return SimpleUploadedFile(nama, keluar.getvalue())
