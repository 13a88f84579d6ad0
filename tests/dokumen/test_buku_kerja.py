"""The workbook as something one edits: what may be typed where, what is only read, and through LibreOffice."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rencana_aksi.domain.muat_xlsx import baca_xlsx_rencana
from rencana_aksi.models import Rencana
from tests.libreoffice import libreoffice
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.exports.ekspor import ekspor_xlsx
from zona.impor.asal import baca_asal
from zona.impor.queries.isi import isi_kini
from zona.inti.xlsx import baca_xlsx
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan


def bytes_buku(kantor: Kantor) -> bytes:
    rencana = Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)
    return ekspor_xlsx(rencana, HARI_INI).buat()


@pytest.fixture
def buku(kantor: Kantor) -> Workbook:
    return load_workbook(BytesIO(bytes_buku(kantor)))


def aturan(kertas: Worksheet, judul: str, baris: int) -> Any:
    """The one rule of the column under that heading, in that row; None where there is none."""
    ke = next(sel.column for sel in kertas[1] if sel.value == judul)
    sel = f"{get_column_letter(ke)}{baris}"
    semua = [a for a in kertas.data_validations.dataValidation if sel in a.sqref]
    assert len(semua) <= 1
    return semua[0] if semua else None


def test_cells_offer_what_may_be_written_also_below_the_last_row(buku: Workbook) -> None:
    kertas = buku["Seluruhnya"]
    for baris in (2, kertas.max_row, kertas.max_row + 200):
        assert aturan(kertas, "Status", baris).formula1 == '"Belum,Berjalan,Selesai,Terlambat"'
        assert aturan(kertas, "Pengungkit", baris).formula1 == "Pilihan!$A$1:$F$1"
        assert {aturan(kertas, j, baris).type for j in ("Mulai", "Jatuh Tempo", "Realisasi")} == {"date"}
        assert {aturan(kertas, j, baris).formula1 for j in ("Bukti Fisik", "Kunci Pelaksanaan", "Makna Jadwal")} == {
            "FALSE"
        }
        assert aturan(kertas, "Rencana Aksi", baris) is None
    assert aturan(buku["Bukti Fisik"], "Tiap Pelaksanaan", 2).formula1 == '"Ya,Tidak"'
    assert aturan(buku["Bukti Fisik"], "Kunci Syarat", 2).formula1 == "FALSE"


def test_people_are_those_of_the_team_of_the_row(kantor: Kantor) -> None:
    lagi = [(kantor.satker.tim.get(kode=k), Peran.ANGGOTA, 80) for k in ("II", "III")]
    for tim, peran, urutan in lagi:
        Keanggotaan.objects.create(tim=tim, pengguna=kantor.orang["anggota"], peran=peran, urutan=urutan)
    buku = load_workbook(BytesIO(bytes_buku(kantor)))
    pilihan = buku["Pilihan"]
    assert pilihan.sheet_state == "hidden"
    kolom = [[sel.value for sel in satu if sel.value is not None] for satu in pilihan.iter_cols()]
    assert kolom[0] == ["I. Manajemen Perubahan", 2, "Koordinator I", "Anggota"]
    assert kolom[3] == ["IV. Penguatan Akuntabilitas", 1, "Koordinator Iv"]
    assert (kolom[6][:2], len(set(kolom[6])), len(kolom[6])) == (["Seluruh tim", 7], 9, 9)
    rumus = aturan(buku["Seluruhnya"], "Penanggung Jawab", 2).formula1
    assert "MATCH($A2,Pilihan!$A$1:$F$1,0)" in rumus
    assert len(rumus) < 255


def test_what_is_not_read_is_grey_and_keys_are_hidden(buku: Workbook) -> None:
    gaya = {sel.value: kertas.cell(2, sel.column).style for kertas in (buku["Seluruhnya"],) for sel in kertas[1]}
    abu = {judul for judul, satu in gaya.items() if satu.endswith(" abu")}
    assert abu == {
        "Bukti Fisik", "Bukti Terpenuhi", "Bukti Dibutuhkan", "Kunci Rencana Kerja", "Kunci Rencana Aksi",
        "Kunci Pelaksanaan", "Makna Jadwal", "Tanggal Saat Ditulis",
    }  # fmt: skip
    rencana = buku["Rencana"]
    assert [rencana.cell(n, 3).style.endswith(" abu") for n in range(2, rencana.max_row + 1)] == [True] * 13
    assert rencana.column_dimensions["E"].hidden


def test_copies_and_help_are_protected_and_the_rest_takes_and_gives_rows(buku: Workbook) -> None:
    terkunci = {k.title: k.protection.sheet for k in buku.worksheets}
    bebas = {"Seluruhnya", "Bukti Fisik", "Rencana"}
    assert {nama for nama, kunci in terkunci.items() if not kunci} == bebas
    salinan = buku["I Manajemen Perubahan"]
    assert salinan["A1"].value.startswith("Salinan untuk dibaca")
    assert (salinan["A3"].value, salinan["A3"].protection.locked) == ("I. Manajemen Perubahan", True)
    assert buku.sheetnames[0] == "Petunjuk"


def test_workbook_carries_what_it_was_written_from(kantor: Kantor, buku: Workbook) -> None:
    kertas = buku["Asal"]
    assert kertas.sheet_state == "veryHidden"
    asal = baca_asal(str(sel.value) for sel in kertas["A"][1:])
    assert (asal.satker, asal.tahun, asal.rencana, asal.versi) == ("UJI", 2023, kantor.rencana.pk, 1)
    assert asal.isi == isi_kini(Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk))


def test_same_content_gives_the_same_bytes(kantor: Kantor) -> None:
    assert bytes_buku(kantor) == bytes_buku(kantor)


def test_libreoffice_opens_and_saves_the_same(kantor: Kantor, tmp_path: Path) -> None:
    berkas, disimpan = tmp_path / "rencana.xlsx", tmp_path / "disimpan.xlsx"
    berkas.write_bytes(bytes_buku(kantor))
    disimpan.write_bytes(libreoffice(tmp_path, rencana=berkas.read_bytes())["rencana"])
    assert baca_xlsx(disimpan) == baca_xlsx(berkas)
    assert baca_xlsx_rencana(disimpan) == baca_xlsx_rencana(berkas)
    kertas = load_workbook(disimpan)["Seluruhnya"]
    assert aturan(kertas, "Status", kertas.max_row + 200) is not None
    assert aturan(kertas, "Kunci Pelaksanaan", 2).type == "custom"
