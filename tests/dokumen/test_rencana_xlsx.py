"""The plan as a workbook: the same rows as the plan, on sheets made for work, and nothing that runs."""

from datetime import date
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from tests.contoh import Contoh
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.exports.ekspor import ekspor_xlsx
from zona.matriks.queries.matriks import susun_matriks

TAMPAK = [
    "Pengungkit", "No", "Rencana Kerja", "Huruf", "Rencana Aksi", "Jadwal", "Mulai", "Jatuh Tempo", "Realisasi",
    "Status", "Penanggung Jawab", "Bukti Fisik", "Bukti Terpenuhi", "Bukti Dibutuhkan",
]  # fmt: skip
KUNCI = ["Kunci Rencana Kerja", "Kunci Rencana Aksi", "Kunci Pelaksanaan", "Makna Jadwal", "Tanggal Saat Ditulis"]


def baris(kertas: Worksheet, awal: int = 2) -> list[tuple[object, ...]]:
    return [
        tuple(v.date() if hasattr(v, "date") else v for v in satu) for satu in kertas.iter_rows(awal, values_only=True)
    ]


def buku(kantor: Kantor) -> dict[str, Worksheet]:
    rencana = Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)
    isi = load_workbook(BytesIO(ekspor_xlsx(rencana, HARI_INI).buat()))
    return {kertas.title: kertas for kertas in isi.worksheets}


def test_workbook_has_one_sheet_of_all_and_one_of_each_pengungkit(dokumen_contoh: Path) -> None:
    isi = load_workbook(dokumen_contoh / "rencana.xlsx")
    assert isi.sheetnames == [
        "Petunjuk", "Seluruhnya", "I Manajemen Perubahan", "II Penataan Tatalaksana", "III Penataan Sistem Manajemen",
        "IV Penguatan Akuntabilitas", "V Penguatan Pengawasan", "VI Peningkatan Kualitas", "Bukti Fisik", "Rencana",
        "Pilihan", "Asal",
    ]  # fmt: skip
    seluruhnya = baris(isi["Seluruhnya"])
    per_pengungkit = [baris(k, 3) for k in isi.worksheets[2:8]]
    assert seluruhnya == [satu for semua in per_pengungkit for satu in semua]
    assert (len(seluruhnya), len(baris(isi["Bukti Fisik"]))) == (82, 173)
    kepala = [(k.freeze_panes, k.auto_filter.ref is not None) for k in isi.worksheets]
    assert kepala == [
        ("A2", False),
        ("C2", True),
        *[("C3", True)] * 6,
        ("C2", True),
        ("A2", True),
        ("A2", True),
        ("A2", False),
    ]


def test_workbook_read_back_holds_the_rows_of_the_plan(contoh: Contoh, dokumen_contoh: Path) -> None:
    isi = load_workbook(dokumen_contoh / "rencana.xlsx")
    harapan = [
        (
            *(f"{b.kode}. {b.nama}", rk.nomor, rk.uraian, a.huruf or None, a.uraian, a.jadwal or None),
            *(p.mulai, p.jatuh_tempo, p.realisasi, p.keadaan.capitalize(), a.penanggung_jawab or None),
        )
        for b in susun_matriks(contoh.rencana, HARI_INI)
        for rk in b.rencana_kerja
        for a in rk.aksi
        for p in a.pelaksanaan
    ]
    assert [satu[:11] for satu in baris(isi["Seluruhnya"])] == harapan
    syarat = SyaratBukti.objects.order_by(
        "rencana_kerja__pengungkit__urutan", "rencana_kerja__urutan", "urutan"
    ).values_list("teks", flat=True)
    assert [satu[5] for satu in baris(isi["Bukti Fisik"])] == list(syarat)


def test_columns_are_those_of_the_office_and_keys_are_hidden(kantor: Kantor) -> None:
    kertas = buku(kantor)["Seluruhnya"]
    assert list(baris(kertas, 1)[0]) == TAMPAK + KUNCI
    tersembunyi = [d.hidden for _, d in sorted(kertas.column_dimensions.items())]
    assert tersembunyi == [False] * len(TAMPAK) + [True] * len(KUNCI)


def test_row_tells_dates_status_and_evidence(kantor: Kantor) -> None:
    pelaksanaan = kantor.pelaksanaan["I", "a"][1]
    Pelaksanaan.objects.filter(pk=pelaksanaan.pk).update(status=Status.SELESAI, realisasi=date(2023, 3, 14))
    satu = baris(buku(kantor)["Seluruhnya"])[1]
    assert satu[:14] == (
        "I. Manajemen Perubahan", 1, "Kerja I.1", "a", "Aksi I.1.a", "1, 13–20 Maret, 10 April", date(2023, 3, 13),
        date(2023, 3, 20), date(2023, 3, 14), "Selesai", "Anggota",
        "1. Surat keputusan\n2. Notula rapat\n3. Laporan kegiatan (seluruh rencana kerja)", 0, 5,
    )  # fmt: skip
    assert satu[14:17] == (kantor.baris["I"].pk, kantor.aksi["I", "a"].pk, pelaksanaan.pk)


def test_text_that_looks_like_a_formula_stays_text(kantor: Kantor) -> None:
    RencanaKerja.objects.filter(pk=kantor.baris["I"].pk).update(uraian="=1+1")
    RencanaAksi.objects.filter(pk=kantor.aksi["I", "a"].pk).update(uraian="@SUM(A1)", jadwal_teks="-7 Maret")
    kertas = buku(kantor)["Seluruhnya"]
    assert [(kertas[s].value, kertas[s].quotePrefix) for s in ("C2", "E2", "F2", "F5")] == [
        ("=1+1", True), ("@SUM(A1)", True), ("-7 Maret", True), ("Secara berkala", False),
    ]  # fmt: skip


def test_weights_and_programmes_stand_on_their_own_sheet(kantor: Kantor) -> None:
    kertas = baris(buku(kantor)["Rencana"])
    assert kertas[:6] == [
        ("Tahun", "UJI", 2023, None, None),
        ("Nomor SK", None, "1/UJI/2023", None, None),
        ("Tanggal SK", None, date(2023, 2, 1), None, None),
        ("Tempat", None, "Mataram", None, None),
        ("Instrumen", None, "uji", None, None),
        ("Pengungkit", "I", "Manajemen Perubahan", 5, None),
    ]
    assert [satu[3] for satu in kertas if satu[0] == "Hasil"] == [20, 20]
