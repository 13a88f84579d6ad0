"""The plan's own workbook, read: whose it is, what its rows are, and what is refused with its cell."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.models import Rencana
from tests.impor.bantu import baca, beda, ekspor, kolom, sunting, tulis
from tests.libreoffice import libreoffice
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
    with pytest.raises(Ditolak, match="milik rencana UJI 2023, bukan UJI 2024"):
        baca(lain, sunting(isi, tanpa_asal))


def test_what_cannot_be_read_is_told_with_its_cell(kantor: Kantor) -> None:
    assert "Seluruhnya!C3: berisi rumus" in tolak(kantor, tulis("Seluruhnya", 3, "Rencana Kerja", "=A1"))
    assert "Seluruhnya!C2:C3: sel digabung" in tolak(kantor, lambda b: b["Seluruhnya"].merge_cells("C2:C3"))
    assert 'Seluruhnya!G2: "besok" bukan tanggal' in tolak(kantor, tulis("Seluruhnya", 2, "Mulai", "besok"))
    assert "bukan kunci" in tolak(kantor, tulis("Bukti Fisik", 2, "Kunci Syarat", "xx"))
    assert 'pengungkit "IX. Lain" tidak dikenal; tulis I, II' in tolak(
        kantor, tulis("Seluruhnya", 2, "Pengungkit", "IX. Lain")
    )
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


def test_token_of_another_plan_or_of_nobody_is_no_origin(kantor: Kantor) -> None:
    def rusak(buku: Workbook) -> None:
        sel = buku["Asal"]["A2"]
        sel.value = sel.value[:40] + ("A" if sel.value[40] != "A" else "B") + sel.value[41:]

    terbaca = baca(kantor.rencana, sunting(ekspor(kantor.rencana), rusak, tulis("Seluruhnya", 5, "Rencana Aksi", "X")))
    assert terbaca.asal is None
    assert "tidak dapat dibedakan" in terbaca.keterangan[0]


def test_workbook_saved_by_libreoffice_is_read_the_same(kantor: Kantor, tmp_path: Path) -> None:
    ubah = (
        tulis("Seluruhnya", 5, "Rencana Aksi", "Diubah\nluring"),
        tulis("Seluruhnya", 3, "Status", "Berjalan"),
        tulis("Seluruhnya", 2, "Jatuh Tempo", date(2023, 12, 24)),
    )
    asli = ekspor(kantor.rencana)
    disunting = sunting(asli, *ubah)
    disimpan = libreoffice(tmp_path, asli=asli, disunting=disunting.getvalue())
    assert beda(kantor.rencana, BytesIO(disimpan["asli"])) == ()
    hasil = beda(kantor.rencana, BytesIO(disimpan["disunting"]))
    assert hasil == beda(kantor.rencana, disunting)
    assert [(p.jenis, p.benda) for p in hasil] == [("ubah", "aksi"), ("ubah", "pelaksanaan"), ("ubah", "aksi")]


def test_copied_row_with_words_of_its_own_is_new(kantor: Kantor) -> None:
    def salin(buku: Workbook) -> None:
        kertas = buku["Seluruhnya"]
        kertas.insert_rows(6)
        for ke in range(1, kertas.max_column + 1):
            kertas.cell(6, ke).value = kertas.cell(5, ke).value
        tulis("Seluruhnya", 6, "Rencana Aksi", "Aksi hasil salinan")(buku)

    (p,) = beda(kantor.rencana, sunting(ekspor(kantor.rencana), salin))
    assert (p.jenis, p.benda, p.tempat, p.teks, p.sel) == (
        "tambah",
        "aksi",
        "I.1.c",
        "Aksi hasil salinan",
        "Seluruhnya!E6",
    )


def test_words_that_named_the_old_dates_name_the_new_ones(kantor: Kantor) -> None:
    aksi = kantor.aksi["I", "b"]
    aksi.jadwal_teks, aksi.jadwal_jenis = "5 Mei 2023", "tanggal"
    aksi.jadwal_makna = {"tanggal": ["2023-05-05"]}
    aksi.save()
    aksi.pelaksanaan.update(mulai=date(2023, 5, 5), jatuh_tempo=date(2023, 5, 5))
    (p,) = beda(
        kantor.rencana,
        sunting(
            ekspor(kantor.rencana),
            tulis("Seluruhnya", 5, "Mulai", date(2023, 6, 7)),
            tulis("Seluruhnya", 5, "Jatuh Tempo", date(2023, 6, 7)),
        ),
    )
    assert [(u.kolom, u.asal, u.berkas) for u in p.kolom] == [("jadwal", "5 Mei 2023", "7 Juni 2023")]


def test_note_below_the_table_is_said_and_not_read(kantor: Kantor) -> None:
    isi = sunting(ekspor(kantor.rencana), lambda b: b["Seluruhnya"].cell(30, 2, "Catatan: mohon dicek"))
    assert beda(kantor.rencana, isi) == ()
    assert baca(kantor.rencana, isi).keterangan == ("Seluruhnya, baris 30: tidak menyebut isi rencana, tidak dibaca.",)


def test_emptied_sheet_does_not_empty_the_plan(kantor: Kantor) -> None:
    assert "Seluruhnya: belum diisi. Tulis paling sedikit Pengungkit" in tolak(
        kantor, lambda b: b["Seluruhnya"].delete_rows(2, 500)
    )
