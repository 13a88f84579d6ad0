"""Reading files of any make, and of ill will: values as saved, merged cells filled, a sentence where it cannot be."""

import subprocess
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import PatternFill

from tests.impor.lembar_lama import CORAK, Tata, baca_usulan, naskah_contoh, tulis
from tests.sabar import SABAR
from zona.impor.lama.baca import BATAS_BARIS, baca_lama
from zona.impor.lama.judul import cari_judul
from zona.impor.lama.lembar import BukuLama, LembarLama, dari_json, ke_json
from zona.inti.errors import DomainError

JUDUL = ["No", "Rencana Kerja", "Rencana Aksi", "Waktu", "PIC", "Bukti Fisik"]


def buku(*baris: list[Any], gabung: tuple[str, ...] = ()) -> bytes:
    berkas = Workbook()
    kertas = berkas.active
    for satu in baris:
        kertas.append(satu)
    for satu in gabung:
        kertas.merge_cells(satu)
    return simpan(berkas)


def simpan(berkas: Workbook) -> bytes:
    keluar = BytesIO()
    berkas.save(keluar)
    return keluar.getvalue()


def baca(data: bytes, nama: str = "lama.xlsx") -> BukuLama:
    return baca_lama(BytesIO(data), nama)


def satu(data: bytes) -> LembarLama:
    return baca(data).lembar[0]


def ganti(data: bytes, nama: str, *pasangan: tuple[str, str]) -> bytes:
    """The workbook with its XML of that name changed."""
    keluar = BytesIO()
    with ZipFile(BytesIO(data)) as lama, ZipFile(keluar, "w", ZIP_DEFLATED) as baru:
        for isi in lama.infolist():
            mentah = lama.read(isi)
            if isi.filename == nama:
                for dari, ke in pasangan:
                    assert dari.encode() in mentah
                    mentah = mentah.replace(dari.encode(), ke.encode())
            baru.writestr(isi.filename, mentah)
    return keluar.getvalue()


def gabungkan(data: bytes, kali: int) -> bytes:
    """The first sheet with the whole of it merged, so many times."""
    semua = f'<mergeCells count="{kali}">' + '<mergeCell ref="A1:XFD1048576"/>' * kali + "</mergeCells>"
    return ganti(data, "xl/worksheets/sheet1.xml", ("</sheetData>", f"</sheetData>{semua}"))


def test_values_are_what_people_see() -> None:
    saat = datetime(2023, 3, 1, 8)  # noqa: DTZ001  (a cell has no zone)
    lembar = satu(buku(["  dua   kata ", "baris\r\nbaru", 1.0, 0.5, True, False, saat, None, "x"]))
    mau = ("dua kata", "baris\nbaru", 1, Decimal("0.5"), "v", None, date(2023, 3, 1), None, "x")
    assert lembar.baris[0].nilai == mau


def test_merged_cells_are_filled_from_their_first() -> None:
    lembar = satu(buku(["a", None, None, "d"], [None, None, None, "e"], [None, None, None, "f"], gabung=("A1:B3",)))
    assert [b.nilai[:2] for b in lembar.baris] == [("a", "a")] * 3
    assert [b.turun for b in lembar.baris] == [frozenset(), {0, 1}, {0, 1}]
    assert [b.kanan for b in lembar.baris] == [{1}, frozenset(), frozenset()]
    assert [b.sendiri(0) for b in lembar.baris] == ["a", "", ""]


def test_a_cell_merged_over_everything_fills_what_there_is() -> None:
    lembar = satu(gabungkan(buku(["a", "b"], ["c", "d"]), 1))
    assert {n for b in lembar.baris for n in b.nilai} == {"a"}
    assert lembar.lebar <= 80


def test_merged_cells_by_the_thousand_are_bounded() -> None:
    """Areas that lie over one another, as no program writes them."""
    lembar = satu(gabungkan(buku(*([f"x{i}"] * 3 for i in range(200))), 9000))
    assert len(lembar.baris) == 200


def test_formula_gives_its_saved_result() -> None:
    data = buku(["a", "=1+1", "=A1"])
    xml = "xl/worksheets/sheet1.xml"
    tersimpan = ganti(data, xml, ("<f>1+1</f><v></v>", "<f>1+1</f><v>2</v>"), ("<f>A1</f><v></v>", "<f>A1</f>"))
    terbaca = baca(tersimpan)
    assert terbaca.lembar[0].baris[0].nilai == ("a", 2)
    assert terbaca.keterangan == ("Rumus yang hasilnya belum tersimpan dianggap kosong: Sheet!C1.",)


def test_error_of_a_formula_is_told_and_empty() -> None:
    berkas = Workbook()
    kertas = berkas.active
    kertas.append(["a", "#REF!", "#N/A"])
    terbaca = baca(simpan(berkas))
    assert terbaca.lembar[0].baris[0].nilai == ("a",)
    assert terbaca.keterangan == ("Sel yang berisi galat rumus dianggap kosong: Sheet!B1, Sheet!C1.",)


def test_colours_that_stand_out_are_kept() -> None:
    berkas = Workbook()
    kertas = berkas.active
    kertas.append(["Rapat tim", None, None, None])
    kertas.append(["Baris berwarna", None, None, None])
    hijau, abu = PatternFill("solid", fgColor="FF00B050"), PatternFill("solid", fgColor="FFDDDDDD")
    kertas["C1"].fill = hijau
    for ke in "ABCD":
        kertas[f"{ke}2"].fill = abu
    kertas["D1"].fill = PatternFill("solid", fgColor="FFFFFFFF")
    assert [b.warna for b in satu(simpan(berkas)).baris] == [{2}, frozenset()]


def test_empty_rows_are_no_rows_and_hidden_sheets_are_told() -> None:
    berkas = Workbook()
    kertas = berkas.active
    kertas["A1"], kertas["A20000"] = "a", "b"
    lain = berkas.create_sheet("Bantu")
    lain["A1"], lain.sheet_state = "c", "hidden"
    terbaca = baca(simpan(berkas))
    assert [b.nomor for b in terbaca.lembar[0].baris] == [1, 20000]
    assert [x.tersembunyi for x in terbaca.lembar] == [False, True]


def test_what_was_read_survives_being_kept() -> None:
    data = buku(["a", 1, 0.25, date(2023, 1, 2)], [None, "b"], gabung=("A1:A2",))
    assert dari_json(ke_json(baca(data))) == baca(data)


def bom_zip() -> bytes:
    keluar = BytesIO()
    with ZipFile(keluar, "w", ZIP_DEFLATED) as arsip:
        arsip.writestr("xl/worksheets/sheet1.xml", b"0" * (160 * 1024 * 1024))
    return keluar.getvalue()


def entitas() -> bytes:
    """An XML bomb in place of the sheet."""
    bom = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return ganti(buku(["x"]), "xl/worksheets/sheet1.xml", ("<worksheet", f"{bom}<worksheet"))


def luar() -> bytes:
    """A workbook whose sheet lies elsewhere."""
    tujuan = 'Target="http://127.0.0.1:9/sheet1.xml" TargetMode="External"'
    return ganti(buku(["x"]), "xl/_rels/workbook.xml.rels", ('Target="/xl/worksheets/sheet1.xml"', tujuan))


@pytest.mark.parametrize(
    ("data", "nama", "sebut"),
    [
        (b"", "x.xlsx", "bukan lembar kerja XLSX"),
        (b"%PDF-1.7", "x.xlsx", "bukan lembar kerja XLSX"),
        (b"PK\x03\x04rusak", "x.xlsx", "bukan buku kerja XLSX yang utuh"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1lama", "x.xls", "Excel lama (.xls) atau bersandi"),
        (buku(), "kosong.xlsx", "semua lembarnya kosong"),
        (b"\n\n;;\n", "x.csv", "semua lembarnya kosong"),
        (b"a\x00b", "x.csv", "bukan teks"),
        (bom_zip(), "x.xlsx", "terlalu besar setelah dibuka"),
        (entitas(), "x.xlsx", "bukan buku kerja XLSX yang utuh"),
        (luar(), "x.xlsx", "semua lembarnya kosong"),
    ],
    ids=["hampa", "pdf", "rusak", "xls", "kosong", "csv kosong", "csv biner", "bom zip", "bom entitas", "di luar"],
)
def test_what_is_no_spreadsheet_is_refused_with_a_sentence(data: bytes, nama: str, sebut: str) -> None:
    with pytest.raises(DomainError) as galat:
        baca(data, nama)
    assert sebut in galat.value.pesan


def test_libreoffice_format_says_how_to_save() -> None:
    keluar = BytesIO()
    with ZipFile(keluar, "w") as arsip:
        arsip.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(DomainError, match=r"\.ods.*Simpan Sebagai"):
        baca(keluar.getvalue(), "x.ods")


def test_fifty_thousand_rows_are_refused() -> None:
    berkas = Workbook(write_only=True)
    kertas = berkas.create_sheet("Besar")
    for n in range(50_000):
        kertas.append([n])
    with pytest.raises(DomainError, match=f"Lembar Besar berisi lebih dari {BATAS_BARIS} baris"):
        baca(simpan(berkas))


def test_what_lies_far_to_the_right_is_told() -> None:
    terbaca = baca(buku(["a", *[None] * 79, "b", *[None] * 700, "c"]))
    assert terbaca.lembar[0].baris[0].nilai == ("a",)
    assert terbaca.keterangan == ("Sel di kanan kolom CB tidak dibaca: Sheet!CC1, Sheet!ADB1.",)


def test_what_lies_below_is_refused_rather_than_lost() -> None:
    berkas = Workbook()
    kertas = berkas.active
    kertas["A1"], kertas["B900000"] = "a", "jauh"
    with pytest.raises(DomainError, match="di bawah baris 20000: B900000"):
        baca(simpan(berkas))


def test_csv_is_read_whatever_divides_it() -> None:
    baris = ["No;Rencana Kerja;Rencana Aksi;Waktu;Bukti Fisik", '1;"Tim; kerja";Membentuk tim;Maret;"Notula\nFoto"']
    for data in ("\n".join(baris).encode("utf-8-sig"), "\r\n".join(baris).encode("cp1252")):
        lembar = baca(data, "Manajemen Perubahan.csv").lembar[0]
        assert lembar.nama == "Manajemen Perubahan"
        assert lembar.baris[1].nilai == ("1", "Tim; kerja", "Membentuk tim", "Maret", "Notula\nFoto")


def test_csv_becomes_the_same_plan() -> None:
    """The first sheet of a workbook saved as CSV: merged cells leave empty ones, which means the same."""
    kertas = load_workbook(BytesIO(tulis(naskah_contoh(), Tata()))).worksheets[0]
    baris = [";".join(_kutip(sel.value) for sel in satu) for satu in kertas.iter_rows()]
    hasil = baca_usulan("\n".join(baris).encode(), "lama.csv")
    assert sum(len(k.aksi) for p in hasil.isi.pengungkit for k in p.kerja) == 65


def _kutip(nilai: Any) -> str:
    return "" if nilai is None else '"{}"'.format(str(nilai).replace('"', '""'))


def test_sheet_without_headings_has_none() -> None:
    assert cari_judul(satu(buku(["Daftar belanja"], ["beras", 5], ["gula", 2]))) is None


def test_another_table_below_is_told_and_left_out() -> None:
    data = buku(
        ["MANAJEMEN PERUBAHAN"], JUDUL, [1, "Tim", "Membentuk tim", "Maret", "Ani", "SK"], [],
        ["No", "Kegiatan", "Jadwal", "Penanggung Jawab", "Output"], [1, "Belanja", "Mei", "Budi", "Nota"],
    )  # fmt: skip
    hasil = baca_usulan(data)
    assert [k.uraian for p in hasil.isi.pengungkit for k in p.kerja] == ["Tim"]
    assert [(x.baris, x.sampai, x.alasan) for x in hasil.lewat if "lain" in x.alasan] == [
        (5, 6, "tabel lain, judul kolomnya di baris 5")
    ]


def test_headings_again_go_on() -> None:
    """On the next page, or for the next pengungkit."""
    data = buku(
        ["I. MANAJEMEN PERUBAHAN"], JUDUL, [1, "Tim", "Membentuk tim", "Maret", "Ani", "SK"], ["Mataram, 2 Mei 2023"],
        ["NIP 1"], ["V. PENGUATAN PENGAWASAN"], JUDUL, [1, "Gratifikasi", "Membentuk unit", "Mei", "Budi", "SK unit"],
    )  # fmt: skip
    hasil = baca_usulan(data)
    assert {p.kode: [k.uraian for k in p.kerja] for p in hasil.isi.pengungkit} == {"I": ["Tim"], "V": ["Gratifikasi"]}


def test_libreoffice_saves_the_same(tmp_path: Path) -> None:
    """Every layout of the corpus opened and saved by LibreOffice reads as it did."""
    naskah = naskah_contoh()
    asal = {nama: tulis(naskah, tata) for nama, tata in CORAK.items()}
    for nama, data in asal.items():
        (tmp_path / f"{nama}.xlsx").write_bytes(data)
    keluar = tmp_path / "keluar"
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to", "xlsx",
            "--outdir", str(keluar), *(str(tmp_path / f"{nama}.xlsx") for nama in asal),
        ],
        check=True, capture_output=True, timeout=SABAR,
    )  # fmt: skip
    for nama, data in asal.items():
        dulu, kini = baca_usulan(data), baca_usulan((keluar / f"{nama}.xlsx").read_bytes())
        assert (kini.isi, kini.lewat, kini.catatan) == (dulu.isi, dulu.lewat, dulu.catatan), nama
