"""A list of people read as it lies: headings, columns, rows, cells."""

import json
from io import BytesIO

import pytest
from openpyxl import Workbook

from tests.orang.bantu import JUDUL, baris_asli, csv_byte, naskah_asli, tsv, xlsx_byte
from zona.inti.errors import DomainError
from zona.orang.roster.baca import baca_berkas, baca_tempelan
from zona.orang.roster.daftar import BarisOrang, Daftar, baca_daftar, dari_json, ke_json, pilih_lembar, susun_daftar
from zona.orang.roster.kolom import tebak_peta


def tempel(*baris: list[str]) -> Daftar:
    return baca_daftar(baca_tempelan(tsv(*baris)))


def berkas(isi: bytes, nama: str) -> Daftar:
    return baca_daftar(baca_berkas(BytesIO(isi), nama))


def test_headings_are_found_in_any_row_and_order() -> None:
    daftar = tempel(*baris_asli())
    assert daftar.kolom == {"peran": 1, "nama": 2, "nip": 3, "jabatan": 4, "tim": 5}
    assert [b.nama for b in daftar.baris] == [a["nama"] for a in naskah_asli()]
    assert daftar.baris[2] == BarisOrang(
        6, "Nurcholis Muslim, S.S.", "197412312006041003", "Analis Kata dan Istilah", "I", "Koordinator"
    )
    assert daftar.sel(6, "nip") == "D6"
    assert daftar.sel(6, "posel") == "baris 6"


@pytest.mark.parametrize("nama", ["a.csv", "a.xlsx"])
def test_file_says_the_same_as_what_was_pasted(nama: str) -> None:
    isi = csv_byte(baris_asli()) if nama.endswith("csv") else xlsx_byte(baris_asli())
    assert berkas(isi, nama).baris == tempel(*baris_asli()).baris


SINONIM = [
    ["Nama Pegawai", "Nomor Induk Pegawai", "Jabatan Fungsional", "Pokja", "Kedudukan dalam Tim", "Alamat E-mail"],
    ["NAMA LENGKAP DAN GELAR", "NIP.", "Jabatan", "Area Perubahan", "Jabatan dalam Tim", "Surel"],
    ["Nama", "NIP/NRP", "Jabatan", "Komponen Pengungkit", "Peran", "Pos-el"],
]


@pytest.mark.parametrize("judul", SINONIM)
def test_headings_have_synonyms(judul: list[str]) -> None:
    daftar = tempel(judul, ["Ani", "198103092006042002", "Analis", "II", "Anggota", "ani@contoh.id"])
    assert daftar.baris == (BarisOrang(2, "Ani", "198103092006042002", "Analis", "II", "Anggota", "ani@contoh.id"),)


@pytest.mark.parametrize("judul", ["No HP", "Telepon", "Nomor WhatsApp", "No. Telp", "Kontak"])
def test_telephone_numbers_are_left_out_and_that_is_said(judul: str) -> None:
    daftar = tempel(["Nama", judul, "NIP"], ["Ani", "081234567890", "198103092006042002"])
    assert daftar.keterangan == (f'Kolom B ("{judul}") tidak dibawa: Zona tidak menyimpan nomor telepon.',)
    assert "0812" not in json.dumps(ke_json(daftar))


def test_title_of_one_cell_is_no_heading() -> None:
    daftar = tempel(["Daftar nama tim"], ["Ani, M.Hum.", "198103092006042002"], ["Budi, S.S.", "198203092006041002"])
    assert daftar.kolom == {"nip": 1, "nama": 0}
    assert daftar.lewat == ()


def test_unknown_columns_are_named() -> None:
    daftar = tempel(["Nama", "NIP", "Hobi", "Golongan"], ["Ani", "-", "Catur", "III/a"])
    assert daftar.keterangan == ('Kolom yang tidak dikenal tidak dipakai: C ("Hobi").',)


def test_cells_of_several_lines_and_quotation_signs() -> None:
    teks = 'Nama\tJabatan\r\nAni\t"Analis Kata\ndan ""Istilah"""\r\nBudi\tStaf\r\n'
    assert [(b.nama, b.jabatan) for b in baca_daftar(baca_tempelan(teks)).baris] == [
        ("Ani", 'Analis Kata dan "Istilah"'),
        ("Budi", "Staf"),
    ]


def test_quotation_sign_that_does_not_close_swallows_nobody() -> None:
    teks = 'Nama\tJabatan\n"Ani\tStaf\nBudi\tStaf\n'
    assert [b.nama for b in baca_daftar(baca_tempelan(teks)).baris] == ['"Ani', "Budi"]


def test_commas_in_names_separate_nothing() -> None:
    assert [b.nama for b in baca_daftar(baca_tempelan("Nama\nAni, M.Hum.\nBudi, S.S., M.A.\n")).baris] == [
        "Ani, M.Hum.", "Budi, S.S., M.A.",
    ]  # fmt: skip


def test_sections_between_rows_tell_the_team() -> None:
    daftar = tempel(
        ["No", "Nama", "Peran"], ["", "Pengarah", ""], ["1", "Ani", "Ketua"], ["", "II. Penataan Tata Laksana", ""],
        ["2", "Budi", "Koordinator"],
    )  # fmt: skip
    assert [(b.nama, b.tim) for b in daftar.baris] == [("Ani", "Pengarah"), ("Budi", "II")]


def test_repeated_headings_numbers_of_columns_and_totals_are_no_people() -> None:
    daftar = tempel(
        ["No", "Nama", "NIP"], ["1", "2", "3"], ["1", "Ani", "-"], ["No", "Nama", "NIP"], ["2", "Budi", "-"],
        ["", "Jumlah", ""], ["Mataram, 2 Januari 2023", "", ""],
    )  # fmt: skip
    assert [b.nama for b in daftar.baris] == ["Ani", "Budi"]
    assert daftar.lewat == ((6, "Jumlah"), (7, "Mataram, 2 Januari 2023"))


def test_name_and_nip_in_one_cell_are_two() -> None:
    daftar = tempel(["Nama / NIP", "Jabatan"], ['"Ani, M.Hum.\nNIP. 19810309 200604 2 002"', "Analis"])
    assert (daftar.baris[0].nama, daftar.baris[0].nip) == ("Ani, M.Hum.", "19810309 200604 2 002")


def test_merged_team_is_of_each_row() -> None:
    buku = Workbook()
    kertas = buku.active
    for baris in (["Tim", "Nama", "Peran"], ["II", "Ani", "Koordinator"], [None, "Budi", "Anggota"]):
        kertas.append(baris)
    kertas.merge_cells("A2:A3")
    isi = BytesIO()
    buku.save(isi)
    assert [b.tim for b in berkas(isi.getvalue(), "a.xlsx").baris] == ["II", "II"]


def test_nip_kept_as_a_number_is_told_as_lost() -> None:
    daftar = berkas(xlsx_byte([["Nama", "NIP"], ["Ani", 198103092006042002], ["Budi", "198103092006042002"]]), "a.xlsx")
    assert [b.nip for b in daftar.baris] == ["1,98103E+17", "198103092006042002"]


def test_sheet_with_headings_is_read_and_others_are_named() -> None:
    buku = Workbook()
    buku.active.title = "Sampul"
    buku.active.append(["Kantor"])
    lain = buku.create_sheet("Orang")
    lain.append(["Nama", "NIP"])
    lain.append(["Ani", "-"])
    isi = BytesIO()
    buku.save(isi)
    daftar = berkas(isi.getvalue(), "a.xlsx")
    assert (daftar.lembar, [b.nama for b in daftar.baris]) == ("Orang", ["Ani"])
    assert daftar.keterangan == ("Yang dibaca hanya lembar Orang; lembar lain ditinggalkan: Sampul.",)


def test_columns_without_headings_are_known_by_what_stands_in_them() -> None:
    daftar = tempel(
        ["1", "Ani, M.Hum.", "198103092006042002", "Analis", "I", "Koordinator", "081234567890", "ani@contoh.id"],
        ["2", "Budi, S.S.", "198203092006041002", "Analis", "II", "Anggota", "081234567891", "budi@contoh.id"],
    )
    assert daftar.kolom == {"nama": 1, "nip": 2, "jabatan": 3, "tim": 4, "peran": 5, "posel": 7}
    assert daftar.keterangan == (
        "Daftar ini tanpa judul kolom; kolomnya dikenali dari isinya: C = NIP, E = Pengungkit, F = Peran, H = Pos-el, "
        "B = Nama, D = Jabatan.",
        "Kolom G tidak dibawa: Zona tidak menyimpan nomor telepon.",
    )


def test_columns_that_may_be_either_are_asked() -> None:
    buku = baca_tempelan(tsv(["Ani", "Analis"], ["Budi", "Bendahara"]))
    with pytest.raises(DomainError, match="Kolom nama tidak ditemukan"):
        baca_daftar(buku)
    lembar, peta = pilih_lembar(buku)
    assert peta is None
    usul, yakin = tebak_peta(lembar)
    assert (usul.kolom, yakin) == ({"nama": 0, "jabatan": 1}, False)
    assert [b.jabatan for b in susun_daftar(lembar, usul).baris] == ["Analis", "Bendahara"]


BURUK = [
    ("", "Tempelkan baris-baris dari lembar kerja Anda, atau pilih berkasnya."),
    ("Nama\tNIP\n", "Tidak ada nama orang yang terbaca di bawah judul kolomnya."),
    ("x" * 400_001, "Yang ditempel terlalu panjang, paling banyak 400000 huruf."),
    ("Nama\n" + "Ani\n" * 1001, "Daftar ini berisi 1001 orang, paling banyak 1000 sekali muat."),
    (
        "Nama\x00\nAni",
        "Berkas ini bukan CSV: isinya bukan teks. Simpan dari Excel atau LibreOffice sebagai CSV UTF-8, atau sebagai "
        "XLSX.",
    ),
]


@pytest.mark.parametrize(("teks", "pesan"), BURUK)
def test_what_is_no_list_is_told_in_a_sentence(teks: str, pesan: str) -> None:
    with pytest.raises(DomainError) as galat:
        baca_daftar(baca_tempelan(teks))
    assert galat.value.pesan == pesan


def test_file_that_is_too_large() -> None:
    with pytest.raises(DomainError) as galat:
        baca_berkas(BytesIO(b"x" * (5 * 1024 * 1024 + 1)), "a.csv")
    assert galat.value.pesan == "Berkas terlalu besar untuk daftar orang, paling besar 5 MB."


def test_json_and_back() -> None:
    daftar = tempel(
        ["DAFTAR"], JUDUL, ["Ani", "-", "Analis", "I", "Anggota", "ani@contoh.id"], ["", "", "x", "", "", ""]
    )
    assert dari_json(json.loads(json.dumps(ke_json(daftar)))) == daftar


@pytest.mark.parametrize("isi", [None, {}, [], {"baris": [[1]]}, {"lembar": 1, "kolom": {}, "baris": []}, "x"])
def test_json_of_something_else_is_refused(isi: object) -> None:
    with pytest.raises(ValueError, match=r"bukan daftar orang|zip"):
        dari_json(isi)
