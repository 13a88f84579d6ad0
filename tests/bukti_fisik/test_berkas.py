"""Reading a file: only through the rights, with headers that let it do nothing."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from bukti_fisik.domain.bukti import tarik_bukti, unggah_bukti
from bukti_fisik.models import Bukti
from tests.bantuan import Klien
from tests.berkas_contoh import gambar, kantoran, pdf
from tests.pabrik import Kantor
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak

BukaKlien = Callable[..., Klien]
KOTAK_PASIR = "base-uri 'none'; default-src 'none'; form-action 'none'; frame-ancestors 'self'; sandbox"


def unggah(kantor: Kantor, oleh: Pengguna, nama: str = "notula.pdf", isi: bytes | None = None) -> Bukti:
    berkas = ContentFile(pdf() if isi is None else isi)
    return unggah_bukti(syarat=kantor.syarat["I", "aksi"], pelaksanaan=None, nama=nama, isi=berkas, oleh=oleh)


def alamat(kantor: Kantor, bukti: Bukti) -> str:
    return kantor.alamat(f"bukti/{bukti.pk}/berkas/")


def csp(tanggapan: Any) -> str:
    return "; ".join(sorted(bagian.strip() for bagian in tanggapan["Content-Security-Policy"].split(";")))


def test_berkas_tampil_di_tempat_dalam_kotak_pasir(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    tanggapan = klien(anggota).get(alamat(kantor, unggah(kantor, anggota)), headers={"Accept-Encoding": "gzip"})
    assert b"".join(tanggapan.streaming_content) == pdf()
    assert csp(tanggapan) == KOTAK_PASIR
    kepala = {
        "Content-Type": "application/pdf",
        "Content-Disposition": 'inline; filename="notula.pdf"',
        "Content-Length": str(len(pdf())),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "SAMEORIGIN",
        "Cache-Control": "private, no-cache",
    }
    assert {k: tanggapan[k] for k in kepala} == kepala


@pytest.mark.parametrize(
    ("nama", "isi", "ekor", "disposisi"),
    [
        ("rapat.jpg", gambar(), "", 'inline; filename="rapat.jpg"'),
        ("rapat.jpg", gambar(), "?unduh=1", 'attachment; filename="rapat.jpg"'),
        ("sk.docx", kantoran(), "", 'attachment; filename="sk.docx"'),
        ("notula “akhir” é.pdf", pdf(), "", "inline; filename*=utf-8''notula%20%E2%80%9Cakhir%E2%80%9D%20%C3%A9.pdf"),
        ('a";x="\r\nb.pdf', pdf(), "?unduh=1", 'attachment; filename="a\\";x=\\"b.pdf"'),
    ],
)
def test_berkas_cara_penyajiannya(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, nama: str, isi: bytes, ekor: str, disposisi: str
) -> None:
    tanggapan = klien(anggota).get(alamat(kantor, unggah(kantor, anggota, nama, isi)) + ekor)
    assert tanggapan["Content-Disposition"] == disposisi
    assert csp(tanggapan) == KOTAK_PASIR
    assert b"".join(tanggapan.streaming_content) == isi


def test_berkas_yang_sudah_dimiliki_peramban_tidak_dikirim_lagi(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien
) -> None:
    peramban, tujuan = klien(anggota), alamat(kantor, unggah(kantor, anggota))
    pertama = peramban.get(tujuan)
    pertama.close()
    lagi = peramban.get(tujuan, headers={"If-None-Match": pertama["ETag"]})
    assert (lagi.status_code, lagi.content) == (304, b"")
    lain = peramban.get(tujuan, headers={"If-None-Match": '"lain"'})
    lain.close()
    assert lain.status_code == 200


def test_berkas_yang_ditarik_tetap_terbaca(
    kantor: Kantor, anggota: Pengguna, penilai: Pengguna, klien: BukaKlien
) -> None:
    bukti = unggah(kantor, anggota)
    tarik_bukti(bukti=bukti, alasan="Salah", oleh=anggota)
    tanggapan = klien(penilai).get(alamat(kantor, bukti))
    assert b"".join(tanggapan.streaming_content) == pdf()


def test_berkas_404(kantor: Kantor, anggota: Pengguna, orang_luar: Pengguna, klien: BukaKlien) -> None:
    bukti = unggah(kantor, anggota)
    assert klien(orang_luar).get(alamat(kantor, bukti)).status_code == 404
    assert klien(anggota).get(alamat(kantor, bukti).replace("2023", "2022")).status_code == 404
    assert klien(orang_luar).get(alamat(kantor, bukti).replace("/uji/", "/lain/")).status_code == 404
    tautan = Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=2, nama="Folder Drive", tautan="https://drive.example/x"
    )
    assert klien(anggota).get(alamat(kantor, tautan)).status_code == 404


def test_berkas_hilang_dari_penyimpanan_404(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    bukti = unggah(kantor, anggota)
    assert bukti.berkas is not None
    default_storage.delete(bukti.berkas.kunci)
    assert klien(anggota).get(alamat(kantor, bukti)).status_code == 404


def test_berkas_405_dan_belum_masuk(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    tujuan = alamat(kantor, unggah(kantor, anggota))
    assert klien(anggota).post(tujuan).status_code == 405
    assert klien().get(tujuan).status_code == 302


def test_berkas_jumlah_kueri(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, django_assert_num_queries: Any
) -> None:
    peramban, tujuan = klien(anggota), alamat(kantor, unggah(kantor, anggota))
    with django_assert_num_queries(3):  # session, person, bukti
        peramban.get(tujuan).close()
