"""Pages as pictures: drawn within bounds, for those who may read, kept by the browser."""

import io
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image
from pypdf import PdfWriter

from bukti_fisik.domain.bukti import catat_tautan, unggah_bukti
from bukti_fisik.enums import Pindai
from bukti_fisik.models import Berkas, Bukti
from tests.bantuan import Klien
from tests.berkas_contoh import gambar, kantoran, pdf
from tests.pabrik import Kantor
from zona.inti.berkas.lukis import PELUKIS, RUSAK, lukis_gambar, lukis_halaman
from zona.inti.errors import DomainError
from zona.organisasi.models import Pengguna

BukaKlien = Callable[..., Klien]


def unggah(kantor: Kantor, oleh: Pengguna, nama: str, isi: bytes) -> Bukti:
    syarat = kantor.syarat["I", "aksi"]
    return unggah_bukti(syarat=syarat, pelaksanaan=None, nama=nama, isi=ContentFile(isi), oleh=oleh)


def alamat(kantor: Kantor, bukti: Bukti, nomor: int = 1) -> str:
    return kantor.alamat(f"bukti/{bukti.pk}/halaman/{nomor}/")


def buka(isi: bytes) -> Image.Image:
    lukisan = Image.open(io.BytesIO(isi))
    assert lukisan.format == "WEBP"
    return lukisan


def test_a_page_is_a_picture_kept_for_good(
    kantor: Kantor, anggota: Pengguna, penilai: Pengguna, klien: BukaKlien
) -> None:
    bukti = unggah(kantor, anggota, "a.pdf", pdf(halaman=2))
    tanggapan = klien(penilai).get(alamat(kantor, bukti, 2))
    assert tanggapan.status_code == 200
    assert (tanggapan["Content-Type"], tanggapan["X-Content-Type-Options"]) == ("image/webp", "nosniff")
    assert tanggapan["Cache-Control"] == "private, max-age=31536000, immutable"
    assert buka(tanggapan.content).size == (1400, 1400)
    lagi = klien(penilai).get(alamat(kantor, bukti, 2), headers={"If-None-Match": tanggapan["ETag"]})
    assert (lagi.status_code, lagi.content, lagi["ETag"]) == (304, b"", tanggapan["ETag"])
    assert klien(penilai).get(alamat(kantor, bukti, 1))["ETag"] != tanggapan["ETag"]


def test_a_photo_is_drawn_upright_and_without_its_notes(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    foto = io.BytesIO()
    catatan = Image.Exif()
    catatan[0x0112] = 6  # lies on its side
    catatan[0x010F] = "Telepon"
    Image.new("RGB", (400, 200), "navy").save(foto, "JPEG", exif=catatan)
    bukti = unggah(kantor, anggota, "foto.jpg", foto.getvalue())
    lukisan = buka(klien(anggota).get(alamat(kantor, bukti)).content)
    assert (lukisan.size, dict(lukisan.getexif())) == ((200, 400), {})


def test_who_may_and_what_is_there(kantor: Kantor, anggota: Pengguna, orang_luar: Pengguna, klien: BukaKlien) -> None:
    bukti = unggah(kantor, anggota, "a.pdf", pdf(halaman=2))
    foto = unggah(kantor, anggota, "a.jpg", gambar())
    tautan = catat_tautan(syarat=bukti.syarat, pelaksanaan=None, tautan="https://contoh.id", judul="SK", oleh=anggota)
    peramban = klien(anggota)
    assert klien(orang_luar).get(alamat(kantor, bukti)).status_code == 404
    assert peramban.post(alamat(kantor, bukti)).status_code == 405
    for satu, nomor in ((bukti, 0), (bukti, 3), (foto, 2), (tautan, 1)):
        assert peramban.get(alamat(kantor, satu, nomor)).status_code == 404
    default_storage.delete(foto.berkas.kunci)
    assert peramban.get(alamat(kantor, foto)).status_code == 404


@pytest.mark.parametrize("tahan", [{"pindai": Pindai.KARANTINA}, {"peringatan": "skrip (JavaScript)"}])
def test_what_is_held_back_is_not_drawn(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, tahan: dict[str, str]
) -> None:
    bukti = unggah(kantor, anggota, "a.pdf", pdf())
    Berkas.objects.update(**tahan)
    assert klien(anggota).get(alamat(kantor, bukti)).status_code == 403
    assert klien(anggota).get(alamat(kantor, unggah(kantor, anggota, "a.docx", kantoran()))).status_code == 403


def test_a_broken_page_answers_with_a_sentence(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    bukti = unggah(kantor, anggota, "a.pdf", pdf(halaman=2))
    Berkas.objects.update(halaman=5)  # its tree of pages says more than there are
    tanggapan = klien(anggota).get(alamat(kantor, bukti, 4))
    assert (tanggapan.status_code, tanggapan.content.decode()) == (422, RUSAK)
    assert (tanggapan["Cache-Control"], tanggapan["Content-Type"]) == ("no-store", "text/plain; charset=utf-8")


@pytest.mark.parametrize(
    "isi", [b"", b"%PDF-1.7", b"\0" * 1000, pdf()[:200]], ids=["kosong", "kepala", "nol", "terpotong"]
)
def test_what_is_no_pdf_is_refused(isi: bytes) -> None:
    with pytest.raises(DomainError) as galat:
        lukis_halaman(io.BytesIO(isi), 1)
    assert galat.value.pesan == RUSAK
    with pytest.raises(DomainError):
        lukis_gambar(io.BytesIO(isi))


@pytest.mark.parametrize(("lebar", "tinggi"), [(14_400, 14_400), (3, 14_400), (14_400, 3), (595, 842), (72, 30_000)])
def test_a_picture_has_its_bounds(lebar: int, tinggi: int) -> None:
    penulis = PdfWriter()
    penulis.add_blank_page(lebar, tinggi)
    isi = io.BytesIO()
    penulis.write(isi)
    lukisan = buka(lukis_halaman(isi, 1))
    assert lukisan.width <= 1401
    assert lukisan.height <= 16_001
    assert lukisan.width * lukisan.height <= 5_100_000


def test_a_hostile_file_ends_with_its_own_program(tmp_path: Any) -> None:
    """The limits stand before the file is read: no more memory than they say, no file written."""
    coba = (
        "import runpy, sys; m = runpy.run_path(sys.argv[1]); m['batasi']()\n"
        "try:\n    bytearray(2_000_000_000)\nexcept MemoryError:\n    print('memori')\n"
        "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "try:\n    f = open(sys.argv[2], 'wb', buffering=0); f.write(b'x')\nexcept OSError:\n    print('berkas')\n"
    )
    perintah = [sys.executable, "-I", "-c", coba, str(PELUKIS), str(tmp_path / "x")]
    hasil = subprocess.run(perintah, capture_output=True, text=True, check=True)
    assert hasil.stdout.split() == ["memori", "berkas"]
