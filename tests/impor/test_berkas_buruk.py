"""Files that cannot be used: told in a sentence at their place, and nothing is kept."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from rencana_aksi.models import Rencana
from tests.bantuan import Klien, teks, urai
from tests.impor.bantu import ekspor, sunting, tulis
from tests.pabrik import Kantor
from zona.impor.models import Impor
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
Ubah = Callable[[Workbook], Any]


def kirim(k: Klien, kantor: Kantor, isi: bytes, nama: str = "rencana.xlsx") -> Any:
    return k.post(kantor.alamat("rencana/impor/"), {"berkas": SimpleUploadedFile(nama, isi)})


def ditolak(k: Klien, kantor: Kantor, isi: bytes, nama: str = "rencana.xlsx") -> str:
    """The sentences, of a file that is refused."""
    halaman = kirim(k, kantor, isi, nama)
    assert halaman.status_code == 422
    assert not Impor.objects.exists()
    assert not Jejak.objects.exists()
    return teks(urai(halaman).select_one(".pemberitahuan.bahaya"))


def gabung(buku: Workbook) -> None:
    buku["Seluruhnya"].merge_cells("C2:C5")


def tanpa(lembar: str) -> Ubah:
    return lambda buku: buku.remove(buku[lembar])


def tanpa_kolom(judul: str) -> Ubah:
    def ubah(buku: Workbook) -> None:
        kertas = buku["Seluruhnya"]
        kertas.delete_cols(next(s.column for s in kertas[1] if s.value == judul))

    return ubah


def penuh(buku: Workbook) -> None:
    for _ in range(50_000):
        buku["Seluruhnya"].append(["I. Manajemen Perubahan", 1, "Kerja"])


@pytest.mark.parametrize(
    ("ubah", "harapan"),
    [
        (tulis("Seluruhnya", 3, "Rencana Aksi", "=A1"), "Seluruhnya!E3: berisi rumus, harus nilai biasa."),
        (tulis("Bukti Fisik", 2, "Bukti Fisik", "=1+1"), "Bukti Fisik!F2: berisi rumus, harus nilai biasa."),
        (gabung, "Seluruhnya!C2:C5: sel digabung"),
        (tulis("Seluruhnya", 2, "Jatuh Tempo", "besok"), 'Seluruhnya!H2: "besok" bukan tanggal; tulis'),
        (tulis("Seluruhnya", 2, "Kunci Rencana Aksi", "xyz"), "Seluruhnya!P2"),
        (tanpa("Seluruhnya"), 'Lembar "Seluruhnya" tidak ada atau kosong.'),
        (tanpa("Bukti Fisik"), 'Lembar "Bukti Fisik" tidak ada atau kosong.'),
        (tanpa_kolom("Status"), 'Seluruhnya: kolom "Status" tidak ada.'),
        (penuh, "Lembar Seluruhnya lebih dari 20000 baris."),
    ],
    ids=lambda nilai: nilai if isinstance(nilai, str) else "",
)
def test_workbook_that_cannot_be_read_is_told_by_cell(
    kantor: Kantor, klien: Buka, ketua: Pengguna, ubah: Ubah, harapan: str
) -> None:
    assert harapan in ditolak(klien(ketua), kantor, sunting(ekspor(kantor.rencana), ubah).getvalue())


def zip_berisi(**isi: bytes) -> bytes:
    keluar = BytesIO()
    with ZipFile(keluar, "w", ZIP_DEFLATED) as arsip:
        for nama, satu in isi.items():
            arsip.writestr(nama, satu)
    return keluar.getvalue()


def bom() -> bytes:
    """200 MB of nothing in 200 kB."""
    return zip_berisi(**{f"xl/worksheets/sheet{n}.xml": bytes(50 * 1024 * 1024) for n in range(4)})


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        (b"Pengungkit;No;Rencana Kerja\nI;1;Kerja\n", "Berkas ini bukan buku kerja XLSX yang utuh."),
        (b"%PDF-1.7\n", "Berkas ini bukan buku kerja XLSX yang utuh."),
        (zip_berisi(halo=b"apa"), "Berkas ini bukan buku kerja XLSX yang utuh."),
        (zip_berisi(mimetype=b"application/vnd.oasis.opendocument.spreadsheet"), "berformat OpenDocument (.ods)"),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), "Berkas ini bersandi, atau berformat Excel lama (.xls)"),
        (b"", "Berkas itu kosong."),
    ],
    ids=["csv", "pdf", "zip", "ods", "bersandi", "kosong"],
)
def test_what_is_no_workbook_is_told(kantor: Kantor, klien: Buka, ketua: Pengguna, isi: bytes, harapan: str) -> None:
    assert harapan in ditolak(klien(ketua), kantor, isi)


def test_bomb_is_not_unpacked(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    isi = bom()
    assert len(isi) < 1024 * 1024
    assert "Isi berkas terlalu besar." in ditolak(klien(ketua), kantor, isi)


def test_macros_that_came_along_are_not_there(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    """A workbook saved as XLSM and renamed: its cells are read, and nothing else of it."""
    masuk, keluar = ZipFile(BytesIO(ekspor(kantor.rencana))), BytesIO()
    with ZipFile(keluar, "w", ZIP_DEFLATED) as arsip:
        for satu in masuk.namelist():
            isi = masuk.read(satu)
            if satu == "[Content_Types].xml":
                isi = isi.replace(
                    b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                    b"application/vnd.ms-excel.sheet.macroEnabled.main+xml",
                )
            arsip.writestr(satu, isi)
        arsip.writestr("xl/vbaProject.bin", b"Sub Auto_Open()")
    halaman = klien(ketua).post(
        kantor.alamat("rencana/impor/"), {"berkas": SimpleUploadedFile("x.xlsx", keluar.getvalue())}, follow=True
    )
    assert "Tidak ada perubahan" in teks(urai(halaman))


def test_half_a_workbook_is_told(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    isi = ekspor(kantor.rencana)
    assert "bukan buku kerja XLSX yang utuh" in ditolak(klien(ketua), kantor, isi[: len(isi) // 2])


def test_file_beyond_the_limit_is_told(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    assert "Berkas terlalu besar, paling besar 25 MB." in ditolak(klien(ketua), kantor, bytes(25 * 1024 * 1024 + 1))


def test_no_file_is_told(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    halaman = klien(ketua).post(kantor.alamat("rencana/impor/"))
    assert halaman.status_code == 422
    assert "Pilih berkas XLSX." in teks(urai(halaman).select_one(".pemberitahuan.bahaya"))


def test_workbook_of_another_office_is_named(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    lain = Rencana.objects.get(satker__kode="LAIN")
    assert "Buku kerja ini milik rencana LAIN 2023, bukan UJI 2023." in ditolak(klien(ketua), kantor, ekspor(lain))


def test_keys_of_another_plan_are_never_written(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    """Somebody has put the own Asal into another office's workbook: its rows are told not to be of this plan."""
    lain = Rencana.objects.get(satker__kode="LAIN")
    asal = [s.value for s in load_workbook(BytesIO(ekspor(kantor.rencana)))["Asal"]["A"]]

    def beri_asal(buku: Workbook) -> None:
        for nomor, nilai in enumerate(asal, 1):
            buku["Asal"].cell(nomor, 1).value = nilai

    isi = sunting(ekspor(lain), beri_asal).getvalue()
    halaman = klien(ketua).post(
        kantor.alamat("rencana/impor/"), {"berkas": SimpleUploadedFile("x.xlsx", isi)}, follow=True
    )
    assert "Kunci baris ini tidak dikenal di rencana ini." in teks(urai(halaman))
    nilai = {i["value"] for i in urai(halaman).select("[name=pakai]")}
    milik_lain = {f"aksi-{a.pk}" for k in lain.pengungkit.all() for r in k.rencana_kerja.all() for a in r.aksi.all()}
    assert not {v for v in nilai if any(str(v).startswith(m) for m in milik_lain)}


@pytest.mark.parametrize("sifat", ["kunci", "asal"])
def test_workbook_without_keys_or_origin_is_compared_and_said(
    kantor: Kantor, klien: Buka, ketua: Pengguna, sifat: str
) -> None:
    def hapus_kunci(buku: Workbook) -> None:
        for lembar in ("Seluruhnya", "Bukti Fisik"):
            kertas = buku[lembar]
            for satu in [s.column for s in kertas[1] if str(s.value).startswith("Kunci")]:
                for baris in range(2, kertas.max_row + 1):
                    kertas.cell(baris, satu).value = None

    isi = sunting(ekspor(kantor.rencana), hapus_kunci if sifat == "kunci" else tanpa("Asal")).getvalue()
    halaman = klien(ketua).post(
        kantor.alamat("rencana/impor/"), {"berkas": SimpleUploadedFile("x.xlsx", isi)}, follow=True
    )
    kata = teks(urai(halaman))
    assert "Tidak ada perubahan" in kata
    assert ("tidak memiliki kunci" if sifat == "kunci" else "Lembar Asal dalam buku kerja ini hilang") in kata
