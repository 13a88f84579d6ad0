"""The plan's own workbook, read: whose it is, what its rows are, and what is refused with its cell."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook

from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.models import Rencana
from tests.impor.bantu import baca, beda, ekspor, kolom, sunting, tulis
from tests.pabrik import Kantor

Ubah = Callable[[Workbook], object]


def tolak(kantor: Kantor, *ubah: Ubah) -> str:
    with pytest.raises(Ditolak) as galat:
        baca(kantor.rencana, sunting(ekspor(kantor.rencana), *ubah))
    return galat.value.pesan


def kosongkan_kunci(buku: Workbook) -> None:
    for nama in ("Seluruhnya", "Bukti Fisik", "Rencana"):
        for kepala in buku[nama][1]:
            if str(kepala.value).startswith("Kunci"):
                for nomor in range(2, buku[nama].max_row + 1):
                    buku[nama].cell(nomor, kepala.column).value = None


def tanpa_asal(buku: Workbook) -> None:
    del buku["Asal"]


def test_workbook_without_a_change_changes_nothing(kantor: Kantor) -> None:
    isi = ekspor(kantor.rencana)
    assert baca(kantor.rencana, BytesIO(isi)).keterangan == ()
    assert beda(kantor.rencana, BytesIO(isi)) == ()
    assert beda(kantor.rencana, sunting(isi)) == ()  # as another program writes it


@pytest.mark.parametrize("ubah", [(kosongkan_kunci,), (tanpa_asal,), (kosongkan_kunci, tanpa_asal)])
def test_rows_without_keys_are_known_by_their_words(kantor: Kantor, ubah: tuple[Ubah, ...]) -> None:
    isi = sunting(ekspor(kantor.rencana), *ubah)
    keterangan = "\n".join(baca(kantor.rencana, isi).keterangan)
    assert ("Lembar Asal" in keterangan, "tidak memiliki kunci" in keterangan) == (
        tanpa_asal in ubah, kosongkan_kunci in ubah,
    )  # fmt: skip
    assert beda(kantor.rencana, isi) == ()


def test_workbook_of_another_plan_is_refused_by_name(kantor: Kantor) -> None:
    isi = ekspor(kantor.rencana)
    lain = Rencana.objects.create(satker=kantor.satker, tahun=2024, instrumen=kantor.rencana.instrumen)
    with pytest.raises(Ditolak, match="milik rencana UJI 2023, bukan UJI 2024"):
        baca(lain, BytesIO(isi))
    with pytest.raises(Ditolak, match=r"Rencana!C2: buku ini untuk tahun 2023, bukan 2024"):
        baca(lain, sunting(isi, tanpa_asal))


def test_what_cannot_be_read_is_told_with_its_cell(kantor: Kantor) -> None:
    assert "Seluruhnya!C3: berisi rumus" in tolak(kantor, tulis("Seluruhnya", 3, "Rencana Kerja", "=A1"))
    assert "Seluruhnya!C2:C3: sel digabung" in tolak(kantor, lambda b: b["Seluruhnya"].merge_cells("C2:C3"))
    assert 'Seluruhnya!G2: "besok" bukan tanggal' in tolak(kantor, tulis("Seluruhnya", 2, "Mulai", "besok"))
    assert "bukan kunci" in tolak(kantor, tulis("Bukti Fisik", 2, "Kunci Syarat", "xx"))
    assert 'pengungkit "IX" tidak ada' in tolak(kantor, tulis("Seluruhnya", 2, "Pengungkit", "IX. Lain"))
    assert "harus Ya atau Tidak" in tolak(kantor, tulis("Bukti Fisik", 2, "Tiap Pelaksanaan", "mungkin"))
    assert 'lembar "Bukti Fisik" tidak ada' in tolak(kantor, lambda b: b.remove(b["Bukti Fisik"]))
    assert 'kolom "Jadwal" tidak ada' in tolak(kantor, tulis("Seluruhnya", 1, "Jadwal", "Waktu"))
    assert "sebelum mulainya" in tolak(
        kantor,
        tulis("Seluruhnya", 2, "Mulai", date(2023, 3, 2)),
        tulis("Seluruhnya", 2, "Jatuh Tempo", date(2023, 3, 1)),
    )


def test_what_is_no_workbook_is_refused(kantor: Kantor) -> None:
    for rusak in (b"", b"PK\x03\x04 bukan", b"<html>"):
        with pytest.raises(Ditolak, match="bukan buku kerja XLSX"):
            baca(kantor.rencana, BytesIO(rusak))


def test_fifty_thousand_rows_are_refused(kantor: Kantor) -> None:
    def penuhi(buku: Workbook) -> None:
        for _ in range(50_000):
            buku["Seluruhnya"].append(["I. Manajemen Perubahan", 1, "Baris"])

    assert "lembar Seluruhnya lebih dari 20000 baris" in tolak(kantor, penuhi)


def test_two_words_for_the_same_row_are_refused(kantor: Kantor) -> None:
    pesan = tolak(
        kantor,
        tulis("Seluruhnya", 2, "Rencana Aksi", "Satu"),
        tulis("Seluruhnya", 3, "Rencana Aksi", "Dua"),
    )
    assert '"Dua" berbeda dari "Satu" di Seluruhnya!E2' in pesan


def test_copied_row_that_says_nothing_of_its_own_is_left_out(kantor: Kantor) -> None:
    def salin(buku: Workbook) -> None:
        kertas = buku["Seluruhnya"]
        kertas.append([s.value for s in kertas[2]])

    isi = sunting(ekspor(kantor.rencana), salin)
    assert beda(kantor.rencana, isi) == ()
    assert "salinan baris 2" in baca(kantor.rencana, isi).keterangan[0]


def test_sorted_sheet_moves_nothing(kantor: Kantor) -> None:
    def urutkan(buku: Workbook) -> None:
        kertas = buku["Seluruhnya"]
        isi = [[s.value for s in baris] for baris in kertas.iter_rows(2)]
        tempo = kolom(kertas, "Jatuh Tempo") - 1
        isi.sort(key=lambda b: str(b[tempo] or "z"))
        for nomor, baris in enumerate(isi, 2):
            for ke, nilai in enumerate(baris, 1):
                kertas.cell(nomor, ke).value = nilai

    isi = sunting(ekspor(kantor.rencana), urutkan)
    assert beda(kantor.rencana, isi) == ()
    assert "diurutkan ulang" in baca(kantor.rencana, isi).keterangan[0]
