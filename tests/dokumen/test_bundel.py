"""The evidence bundle: unpacked and checked as an assessor would, with sha256sum and a browser's eye."""

import io
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from bukti_fisik.domain.bukti import catat_tautan, terima_bukti
from bukti_fisik.enums import Pindai
from bukti_fisik.models import Berkas, Bukti
from rencana_aksi.models import SyaratBukti
from tests.bantuan import Klien, teks, urai
from tests.berkas_contoh import pdf
from tests.bukti_contoh import taruh
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.dokumen.exports.bundel import bundel
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak

Buka = Callable[..., Klien]
MILIK_BUNDEL = {"BACA-DULU.txt", "index.html", "gaya.css", "daftar-bukti.xlsx", "SHA256SUMS"}


def bongkar(kantor: Kantor, ke: Path, susunan: str = "rencana", *, semua: bool = False) -> list[str]:
    """Unpack, check every byte with the command of BACA-DULU.txt and every link of the index; the evidence in it."""
    isi = b"".join(bundel(kantor.rencana, HARI_INI, susunan=susunan, semua=semua).alirkan())
    with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
        assert arsip.testzip() is None
        arsip.extractall(ke)
        nama = arsip.namelist()
    hasil = subprocess.run(
        ["sha256sum", "-c", "--strict", "SHA256SUMS"], cwd=ke, capture_output=True, text=True, check=False
    )
    assert hasil.returncode == 0, hasil.stdout + hasil.stderr
    diperiksa = [b.partition("  ")[2] for b in (ke / "SHA256SUMS").read_text().splitlines()]
    assert sorted([*diperiksa, "SHA256SUMS"]) == sorted(nama)
    assert len({n.lower() for n in nama}) == len(nama)
    for tautan in indeks(ke).select("a[href], link[href]"):
        alamat = tautan["href"]
        if not alamat.startswith(("#", "https://")):
            assert (ke / unquote(alamat)).is_file(), alamat
    assert not indeks(ke).select("script, style, [style], img")
    return [n for n in nama if n not in MILIK_BUNDEL]


def indeks(ke: Path) -> BeautifulSoup:
    return BeautifulSoup((ke / "index.html").read_text(), "html.parser")


def daftar(ke: Path) -> list[dict[str, Any]]:
    judul, *baris = load_workbook(ke / "daftar-bukti.xlsx")["Daftar bukti"].iter_rows(values_only=True)
    return [dict(zip(judul, b, strict=True)) for b in baris]


def test_folders_follow_the_plan_and_files_say_what_they_prove(kantor: Kantor, tmp_path: Path) -> None:
    taruh(kantor, "scan001.pdf")
    taruh(kantor, "scan002.pdf", syarat=kantor.syarat["III", "aksi"])
    taruh(kantor, "nanti.pdf", "menunggu")
    assert bongkar(kantor, tmp_path) == [
        "01-I Manajemen Perubahan/01 Kerja I.1/03 Laporan kegiatan.pdf",
        "03-III Penataan Sistem/01 Kerja III.1/01-a Aksi III.1.a/01 Surat keputusan.pdf",
    ]
    assert (tmp_path / "01-I Manajemen Perubahan/01 Kerja I.1/03 Laporan kegiatan.pdf").read_bytes() == pdf(
        "scan001.pdf"
    )
    satu, dua = daftar(tmp_path)
    assert (satu["Nama asli"], satu["Keadaan"], satu["Rencana aksi"]) == ("scan001.pdf", "Diterima", None)
    assert dua["Pengungkit"] == "III. Penataan Sistem Manajemen SDM"
    assert dua["Letak berkas atau tautan"].endswith("01-a Aksi III.1.a/01 Surat keputusan.pdf")
    assert "nanti.pdf" not in (tmp_path / "index.html").read_text()
    baca = (tmp_path / "BACA-DULU.txt").read_text()
    for kata in ("sha256sum -c SHA256SUMS", "Get-FileHash", "Hanya bukti yang diterima"):
        assert kata in baca


def test_all_with_their_state(kantor: Kantor, tmp_path: Path) -> None:
    for k in ("diterima", "menunggu", "dikembalikan", "ditarik"):
        taruh(kantor, f"{k}.pdf", k)
    assert [n.rpartition("/")[2] for n in bongkar(kantor, tmp_path, semua=True)] == [
        "03 Laporan kegiatan v3 (dikembalikan).pdf",
        "03 Laporan kegiatan v2 (menunggu).pdf",
        "03 Laporan kegiatan.pdf",
    ]
    assert [b["Keadaan"] for b in daftar(tmp_path)] == ["Dikembalikan", "Menunggu verifikasi", "Diterima"]


def test_lke_order(kantor: Kantor, tmp_path: Path) -> None:
    """A file beside two questions stands once and is pointed to from the other; what answers none comes last."""
    taruh(kantor, "dua.pdf", soal=("A1.1.b", "A2.1.a"))
    taruh(kantor, "lepas.pdf", area="II")
    nama = bongkar(kantor, tmp_path, "lke")
    assert nama == [
        "01-A1 Manajemen Perubahan/01-A1.1 Tim Kerja/02-A1.1.b Apakah A1.1.b/01 Laporan kegiatan.pdf",
        "02-A2 Penataan Tata Laksana/01-A2.1 Tim Kerja/01-A2.1.a Apakah A2.1.a/01 Laporan kegiatan.txt",
        "09-lain Belum dikaitkan ke LKE/01 Laporan kegiatan.pdf",
    ]
    assert (tmp_path / nama[1]).read_bytes().decode() == f"Berkas yang sama ada di: {nama[0]}\r\n"
    assert [b["Pertanyaan LKE"] for b in daftar(tmp_path)] == ["A1.1.b, A2.1.a", "A1.1.b, A2.1.a", None]


def test_gone_changed_and_held_back_are_said(kantor: Kantor, tmp_path: Path) -> None:
    hilang, berubah, tahan, utuh = (
        taruh(kantor, f"{n}.pdf", area=a)
        for n, a in (("hilang", "I"), ("berubah", "II"), ("tahan", "III"), ("utuh", "IV"))
    )
    assert hilang.berkas
    assert berubah.berkas
    default_storage.delete(hilang.berkas.kunci)
    default_storage.delete(berubah.berkas.kunci)
    default_storage.save(berubah.berkas.kunci, ContentFile(b"%PDF-lain"))
    Berkas.objects.filter(pk=tahan.berkas_id).update(pindai=Pindai.KARANTINA)
    nama = bongkar(kantor, tmp_path)
    assert [n.rpartition(".")[2] for n in nama] == ["txt", "txt", "pdf"]
    kurang = [teks(li) for li in indeks(tmp_path).select(".kurang li")]
    kata = ("tidak ada di penyimpanan", "tidak lagi sama", "menunggu pemindaian virus")
    assert [[k in satu for k in kata] for satu in kurang] == [[n == m for n in range(3)] for m in range(3)]
    assert [bool(b["Keterangan"]) for b in daftar(tmp_path)] == [True, True, True, False]
    assert utuh.nama == "utuh.pdf"


def test_links_are_entries(kantor: Kantor, anggota: Pengguna, ketua: Pengguna, tmp_path: Path) -> None:
    tautan = catat_tautan(
        syarat=kantor.syarat["I", "baris"], pelaksanaan=None, judul="Folder Drive", tautan="https://drive.example/a?b=1&c=2",
        oleh=anggota,
    )  # fmt: skip
    terima_bukti(bukti=tautan, oleh=ketua)
    assert bongkar(kantor, tmp_path) == []
    assert "https://drive.example/a?b=1&c=2" in {a["href"] for a in indeks(tmp_path).select("main a")}
    assert daftar(tmp_path)[0]["Letak berkas atau tautan"] == "https://drive.example/a?b=1&c=2"


@pytest.mark.parametrize(
    "nama",
    [
        "🗂️📎.pdf",
        "تقرير.pdf",
        "\u202egpj.pdf",
        "<img src=x onerror=alert(1)>&amp;.pdf",
        "=cmd|'/c calc'!A1.pdf",
        "CON.pdf",
    ],
)
def test_any_name_goes_along(kantor: Kantor, tmp_path: Path, nama: str) -> None:
    satu, dua = taruh(kantor, "a.pdf"), taruh(kantor, "b.pdf")
    Bukti.objects.filter(pk__in=[satu.pk, dua.pk]).update(nama=nama)
    SyaratBukti.objects.filter(pk=satu.syarat_id).update(teks=nama)
    assert len(bongkar(kantor, tmp_path)) == 2
    assert nama in [a.get_text() for a in indeks(tmp_path).select("main a")]
    assert daftar(tmp_path)[0]["Nama asli"] == nama


def test_paths_fit_windows(kantor: Kantor, tmp_path: Path) -> None:
    SyaratBukti.objects.update(teks="Laporan pelaksanaan kegiatan yang panjang sekali " * 20)
    type(kantor.baris["I"]).objects.update(uraian="Penyusunan rencana " * 30)
    type(kantor.aksi["I", "a"]).objects.update(uraian="Melaksanakan rapat " * 30)
    taruh(kantor, "a.pdf", syarat=kantor.syarat["I", "aksi"], soal=("A1.1.a",))
    for susunan in ("rencana", "lke"):
        (nama,) = bongkar(kantor, tmp_path / susunan, susunan)
        assert len(nama) < 190


def test_empty_bundle_is_still_one(kantor: Kantor, tmp_path: Path) -> None:
    assert bongkar(kantor, tmp_path) == []
    assert "Tidak ada bukti yang diterima." in teks(indeks(tmp_path))


# --- through the page ---------------------------------------------------------------------------------


def test_downloaded_by_who_reads_the_plan(kantor: Kantor, penilai: Pengguna, orang_luar: Pengguna, klien: Buka) -> None:
    taruh(kantor, "a.pdf")
    k, tujuan = klien(penilai), kantor.alamat("dokumen/bukti.zip")
    form = urai(k.get(kantor.alamat("dokumen/"))).select_one(f"form[action='{tujuan}']")
    assert {s["name"]: [o["value"] for o in s.select("option")] for s in form.select("select")} == {
        "susunan": ["rencana", "lke"], "isi": ["diterima", "semua"],
    }  # fmt: skip
    tanggapan = k.get(tujuan, {"susunan": "lke", "isi": "semua"}, headers={"Accept-Encoding": "gzip"})
    assert zipfile.is_zipfile(io.BytesIO(b"".join(tanggapan.streaming_content)))
    assert tanggapan["Content-Disposition"] == 'attachment; filename="bukti-zi-uji-2023-lke-semua.zip"'
    assert (tanggapan["Content-Type"], tanggapan["Content-Encoding"]) == ("application/zip", "identity")
    assert k.get(tujuan, {"susunan": "apa"}).status_code == 400
    assert b"".join(k.head(tujuan).streaming_content) == b""
    assert klien(orang_luar).get(tujuan).status_code == 404


def test_first_bytes_leave_before_any_file_is_opened(kantor: Kantor) -> None:
    hilang = taruh(kantor, "a.pdf")
    assert hilang.berkas
    alir = bundel(kantor.rencana, HARI_INI, susunan="rencana", semua=False).alirkan()
    awal = next(alir)
    assert awal.startswith(b"PK\x03\x04")
    default_storage.delete(hilang.berkas.kunci)  # as late as that
    with zipfile.ZipFile(io.BytesIO(awal + b"".join(alir))) as arsip:
        kalimat = next(n for n in arsip.namelist() if n.endswith("kegiatan.txt"))
    assert kalimat == "01-I Manajemen Perubahan/01 Kerja I.1/03 Laporan kegiatan.txt"


@pytest.mark.parametrize("susunan", ["rencana", "lke"])
def test_queries_do_not_grow(kantor: Kantor, susunan: str) -> None:
    bundel(kantor.rencana, HARI_INI, susunan=susunan, semua=True)
    hasil = []
    for banyak in (1, 2):
        for n in range(banyak):
            taruh(kantor, f"{banyak}-{n}.pdf", soal=("A1.1.a",))
        tambah_baris(kantor, 6)
        with CaptureQueriesContext(connection) as kueri:
            for _ in bundel(kantor.rencana, HARI_INI, susunan=susunan, semua=True).alirkan():
                pass
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= 9
