"""Paper and letterhead: the admin's, on record, drawn into the documents."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pypdf import PdfReader

from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from zona.dokumen.models import SetelanDokumen
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna, Satker

Buka = Callable[..., Klien]
ALAMAT = "dokumen/setelan/"
KERTAS = {"bagian": "kertas", "ukuran": "F4", "tepi_atas": 30, "tepi_kanan": 20, "tepi_bawah": 25, "tepi_kiri": 35}


def gambar(sisi: tuple[int, int] = (900, 300), jenis: str = "JPEG") -> SimpleUploadedFile:
    isi = BytesIO()
    Image.new("RGB", sisi, "navy").save(isi, jenis)
    return SimpleUploadedFile("lambang", isi.getvalue())


def test_paper_is_saved_and_documents_are_drawn_on_it(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    peramban = klien(admin)
    assert peramban.post(kantor.alamat(ALAMAT), KERTAS | {"logo": gambar()}).status_code == 302
    setelan = SetelanDokumen.objects.get(satker=kantor.satker)
    with Image.open(BytesIO(setelan.logo)) as lambang:
        assert (lambang.format, lambang.size, setelan.tepi_kiri) == ("PNG", (600, 200), 35)
    jejak = Jejak.objects.get(tindakan="mengubah kertas dokumen")
    assert (jejak.sebelum["ukuran"], jejak.sesudah["ukuran"]) == ("A4", "F4")
    kotak = PdfReader(BytesIO(peramban.get(kantor.alamat("dokumen/rencana-kerja.pdf")).content)).pages[0].mediabox
    assert [round(float(n) / 72 * 25.4) for n in (kotak.width, kotak.height)] == [215, 330]
    peramban.post(kantor.alamat(ALAMAT), KERTAS)
    assert Jejak.objects.filter(tindakan="mengubah kertas dokumen").count() == 1
    peramban.post(kantor.alamat(ALAMAT), KERTAS | {"hapus_logo": "on"})
    assert SetelanDokumen.objects.get().logo is None


@pytest.mark.parametrize(
    ("isi", "kolom"),
    [
        ({"ukuran": "A3"}, "ukuran"),
        ({"tepi_kiri": 14}, "tepi_kiri"),
        ({"tepi_atas": 41}, "tepi_atas"),
        ({"logo": SimpleUploadedFile("a.png", b"<svg onload=alert(1)>")}, "logo"),
        ({"logo": SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 2 * 2**20)}, "logo"),
    ],
)
def test_bad_paper_is_refused_at_its_field(
    klien: Buka, kantor: Kantor, admin: Pengguna, isi: dict[str, Any], kolom: str
) -> None:
    ditolak = klien(admin).post(kantor.alamat(ALAMAT), KERTAS | isi)
    assert ditolak.status_code == 422
    assert teks(urai(ditolak).select_one(f"#id_{kolom}_error"))
    assert not SetelanDokumen.objects.exists()


def test_letterhead_is_saved_and_on_record(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    kop = {"bagian": "kop", "nama": "Kantor  Bahasa", "induk": "Kementerian A; Badan B", "kota": "Mataram"}
    assert klien(admin).post(kantor.alamat(ALAMAT), kop).status_code == 302
    satker = Satker.objects.get(pk=kantor.satker.pk)
    assert (satker.nama, satker.induk, satker.kota) == ("Kantor Bahasa", "Kementerian A; Badan B", "Mataram")
    assert Jejak.objects.get(tindakan="mengubah kop surat").sesudah["nama"] == "Kantor Bahasa"
    ditolak = klien(admin).post(kantor.alamat(ALAMAT), kop | {"posel": "bukan pos-el"})
    assert (ditolak.status_code, bool(urai(ditolak).select_one("#id_posel_error"))) == (422, True)


def test_only_the_admin(klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna, orang_luar: Pengguna) -> None:
    for orang, jawab in ((kepala, 403), (ketua, 403), (orang_luar, 404)):
        assert klien(orang).get(kantor.alamat(ALAMAT)).status_code == jawab
        assert klien(orang).post(kantor.alamat(ALAMAT), KERTAS).status_code == jawab
