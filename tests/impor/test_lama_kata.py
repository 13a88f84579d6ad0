"""The words of old spreadsheets one by one: headings, sections, cells that hold several things, schedules, people."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook

from tests.impor.lembar_lama import baca_usulan
from zona.impor.isi import IsiAksi
from zona.impor.lama.area import kenali_area
from zona.impor.lama.baca import baca_lama
from zona.impor.lama.kamus import arti_judul
from zona.impor.lama.orang import Orang, cari_orang, kata_nama
from zona.impor.lama.pecah import lepas_nomor, pecah
from zona.impor.lama.usul import usulkan
from zona.impor.lama.waktu import dari_tanggal, dari_teks


@pytest.mark.parametrize(
    ("judul", "medan"),
    [
        ("NO.", "no"), ("Rencana Kerja", "kerja"), ("PROGRAM", "kerja"), ("Indikator", "kerja"),
        ("Rencana Aksi", "aksi"), ("Langkah-Langkah", "aksi"), ("Uraian Kegiatan", "aksi"), ("Kegiatan", "aksi"),
        ("Waktu Pelaksanaan Kegiatan", "jadwal"), ("TIME LINE", "jadwal"), ("Target Waktu", "jadwal"),
        ("Jadwal\nPelaksanaan", "jadwal"), ("Tanggal Mulai", "mulai"), ("Batas Waktu", "tempo"),
        ("Target Selesai", "tempo"), ("PIC", "penanggung"), ("Penanggung Jawab Kegiatan", "penanggung"),
        ("Pelaksana", "penanggung"), ("Data Dukung", "bukti"), ("Evidence", "bukti"), ("Output / Keluaran", "bukti"),
        ("Dokumen Pendukung", "bukti"), ("Bukti Pelaksanaan Kegiatan", "bukti"), ("Realisasi", ""),
        ("Keterangan", ""), ("Agt", "bulan-8"), ("Nop 2023", "bulan-11"), ("TW II", "tw-2"), ("Semester 1", "smt-1"),
        ("Area Perubahan", "pengungkit"),
    ],
)  # fmt: skip
def test_heading_says_its_field(judul: str, medan: str) -> None:
    assert arti_judul(judul)[0].medan == medan


def test_sentence_is_no_heading() -> None:
    assert arti_judul("Menyusun rencana kerja pembangunan zona integritas bersama seluruh pegawai kantor") == ()


@pytest.mark.parametrize(
    ("teks", "kode"),
    [
        ("I. MANAJEMEN PERUBAHAN", "I"), ("A. PENATAAN TATALAKSANA", "II"),
        ("Area III: Penataan Sistem Manajemen SDM", "III"),
        ("PENGUNGKIT 4", "IV"), ("Pokja Penguatan Pengawasan (15%)", "V"), ("6. Peningkatan Kualitas Pelayan", "VI"),
        ("Area V", "V"), ("iii", "III"), ("2", "II"), ("Melakukan pengawasan dan evaluasi POS 2022", ""),
        ("Penguatan Akuntabilitas dan Pengawasan", ""), ("Penyusunan Tim Kerja", ""), ("", ""),
    ],
)  # fmt: skip
def test_heading_of_a_pengungkit_is_known(teks: str, kode: str) -> None:
    assert kenali_area(teks, kepala=True) == kode


@pytest.mark.parametrize(
    ("teks", "butir"),
    [
        ("1. Undangan\n2. Daftar hadir\n3. Notula", ["Undangan", "Daftar hadir", "Notula"]),
        ("1. Undangan 2. Daftar hadir 3. Notula", ["Undangan", "Daftar hadir", "Notula"]),
        ("a) Undangan; b) Notula", ["Undangan", "Notula"]),
        ("- Undangan rapat\npenyusunan tim\n- Notula", ["Undangan rapat penyusunan tim", "Notula"]),
        ("• Undangan\n• Notula", ["Undangan", "Notula"]),
        ("Undangan\nNotula", ["Undangan", "Notula"]),
        ("Undangan rapat\npenyusunan tim\nNotula", ["Undangan rapat penyusunan tim", "Notula"]),
        ("Undangan; Notula; Foto", ["Undangan", "Notula", "Foto"]),
        ("Undangan, daftar hadir, dan notula", ["Undangan, daftar hadir, dan notula"]),
        ("SK Tim (25 Januari 2023)", ["SK Tim (25 Januari 2023)"]),
        ("Laporan tahun 2022. Terlampir", ["Laporan tahun 2022. Terlampir"]),
        ("", []),
    ],
)
def test_cell_is_cut_into_what_it_names(teks: str, butir: list[str]) -> None:
    assert [b.teks for b in pecah(teks, per_baris=True)] == butir


def test_text_is_not_cut_by_its_lines() -> None:
    assert [b.teks for b in pecah("Menyusun mekanisme\nPemilihan tim", per_baris=False)] == [
        "Menyusun mekanisme Pemilihan tim"
    ]


@pytest.mark.parametrize(
    ("teks", "sisa", "tanda"),
    [
        ("1. Tim", "Tim", "1"),
        ("a) Tim", "Tim", "a"),
        ("1.2 Tim", "Tim", "1.2"),
        ("- Tim", "Tim", ""),
        ("Tim", "Tim", ""),
    ],
)
def test_number_in_front_is_taken_off(teks: str, sisa: str, tanda: str) -> None:
    butir = lepas_nomor(teks)
    assert (butir.teks, butir.tanda) == (sisa, tanda)


MARET = (date(2024, 3, 1), date(2024, 3, 31))


@pytest.mark.parametrize(
    ("teks", "kejadian"),
    [
        ("Minggu II Maret", [(date(2024, 3, 8), date(2024, 3, 14))]),
        ("Maret", [MARET]),
        ("Januari s.d. Maret", [(date(2024, 1, 1), date(2024, 3, 31))]),
        ("Triwulan I", [(date(2024, 1, 1), date(2024, 3, 31))]),
        ("25 Januari\n27 Januari", [(date(2024, 1, 25),) * 2, (date(2024, 1, 27),) * 2]),
    ],
)
def test_words_of_a_schedule_are_understood(teks: str, kejadian: list[tuple[date, date]]) -> None:
    waktu = dari_teks([teks], 2024)
    assert waktu.jadwal is not None
    assert [(e.mulai, e.jatuh_tempo) for e in waktu.jadwal.kejadian] == kejadian


def test_every_month_is_twelve() -> None:
    waktu = dari_teks(["Setiap bulan"], 2024)
    assert waktu.jadwal is not None
    assert len(waktu.jadwal.kejadian) == 12


def test_what_is_not_understood_stays_as_words() -> None:
    waktu = dari_teks(["menyesuaikan\nkondisi"], 2024)
    assert (waktu.teks, waktu.jadwal) == ("menyesuaikan kondisi", None)
    assert "tidak dipahami" in waktu.masalah


def test_words_too_long_are_kept_in_the_note() -> None:
    panjang = "tanggal menyusul " * 40
    waktu = dari_teks([panjang], 2024)
    assert len(waktu.teks) <= 300
    assert " ".join(panjang.split()) in waktu.masalah


def test_months_as_words_in_columns_of_dates() -> None:
    waktu = dari_tanggal([("Januari", "Maret")], 2024)
    assert waktu is not None
    assert waktu.jadwal is not None
    assert [(e.mulai, e.jatuh_tempo) for e in waktu.jadwal.kejadian] == [(date(2024, 1, 1), date(2024, 3, 31))]


def test_dates_that_run_backwards_are_told() -> None:
    waktu = dari_tanggal([(date(2024, 5, 1), date(2024, 4, 1))], 2024)
    assert waktu is not None
    assert (waktu.jadwal, waktu.teks) == (None, "1 Mei 2024–1 April 2024")
    assert "sebelum mulainya" in waktu.masalah


TIM = [
    Orang(1, "Dr. Umi Kulsum, S.S., M.Hum.", "196909161995032001", "Widyabasa Ahli Madya", "koordinator"),
    Orang(2, "Safoan Abdul Hamid, S.Pd.", "", "Penerjemah Ahli Muda", "anggota"),
    Orang(3, "Safoan Ali", "", "Penerjemah Ahli Muda", "anggota"),
]


@pytest.mark.parametrize(
    ("teks", "pk"),
    [
        ("Umi Kulsum", 1), ("Dr. UMI KULSUM, M.Hum", 1), ("Umi", 1), ("NIP 19690916 199503 2 001", 1),
        ("Koordinator", 1), ("Safoan Abdul Hamid", 2), ("Ali", 3), ("Safoan", None), ("Penerjemah Ahli Muda", None),
        ("Seluruh pegawai", None), ("", None),
    ],
)  # fmt: skip
def test_people_are_known_by_name_number_or_role(teks: str, pk: int | None) -> None:
    orang = cari_orang(teks, TIM)
    assert (orang.pk if orang else None) == pk


def test_titles_are_no_part_of_a_name() -> None:
    assert [kata_nama(n) for n in ("Drs. H. Ahmad Yani", "Hj. Siti, S.E.", "M. Nur")] == ["ahmad yani", "siti", "m nur"]


# --- marks under months --------------------------------------------------------------------------------


def tabel(judul: list[list[Any]], baris: list[Any], *gabung: str) -> bytes:
    buku = Workbook()
    kertas = buku.active
    for satu in (["MANAJEMEN PERUBAHAN"], *judul, baris):
        kertas.append(satu)
    for satu in gabung:
        kertas.merge_cells(satu)
    keluar = BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def aksi(data: bytes) -> IsiAksi:
    return baca_usulan(data, tahun=2024).isi.pengungkit[0].kerja[0].aksi[0]


BULAN = ["Jan", "Peb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agt", "Sep", "Okt", "Nop", "Des"]
ATAS = [["No", "Program", "Kegiatan", "Bulan", *[None] * 11, "Bukti"], [None, None, None, *BULAN]]
TEPI = ("A2:A3", "B2:B3", "C2:C3", "D2:O2", "P2:P3")


def sebaris(**tanda: Any) -> list[Any]:
    isi = [1, "Tim", "Rapat", *[tanda.get(b) for b in BULAN], "SK"]
    return isi


def jendela(a: IsiAksi) -> list[tuple[int, int]]:
    assert a.jadwal is not None
    return [(e.mulai.month, e.jatuh_tempo.month) for e in a.jadwal.kejadian if e.mulai and e.jatuh_tempo]


def test_marks_are_occurrences() -> None:
    assert jendela(aksi(tabel(ATAS, sebaris(Jan="x", Mar="√", Mei="-", Des=1), *TEPI))) == [(1, 1), (3, 3), (12, 12)]


def test_marks_merged_are_one_window() -> None:
    assert jendela(aksi(tabel(ATAS, sebaris(Mar="v", Nop="v"), *TEPI, "F4:H4"))) == [(3, 5), (11, 11)]


def test_words_under_a_month_say_where_in_it() -> None:
    satu = aksi(tabel(ATAS, sebaris(Mar="Minggu II"), *TEPI))
    assert satu.jadwal is not None
    assert [(e.mulai, e.jatuh_tempo) for e in satu.jadwal.kejadian] == [(date(2024, 3, 8), date(2024, 3, 14))]


def test_other_words_under_a_month_are_marks_and_told() -> None:
    data = tabel(ATAS, sebaris(Apr="2 dok"), *TEPI)
    assert jendela(aksi(data)) == [(4, 4)]
    assert [c.pesan for c in baca_usulan(data, tahun=2024).catatan] == [
        'Isi "2 dok" di bawah bulan dibaca sebagai tanda.'
    ]


def test_every_month_marked_is_every_month() -> None:
    satu = aksi(tabel(ATAS, sebaris(**dict.fromkeys(BULAN, "x")), *TEPI))
    assert jendela(satu) == [(n, n) for n in range(1, 13)]


def test_months_may_be_numbers() -> None:
    judul = [ATAS[0], [None, None, None, *range(1, 13)]]
    assert jendela(aksi(tabel(judul, sebaris(Apr="x"), *TEPI))) == [(4, 4)]


def test_months_divided_into_weeks() -> None:
    judul = [
        ["No", "Program", "Kegiatan", "Jadwal", *[None] * 7, "Bukti"],
        [None, None, None, "Januari", None, None, None, "Februari"],
        [None, None, None, "I", "II", "III", "IV", "I", "II", "III", "IV"],
    ]
    gabung = ("A2:A4", "B2:B4", "C2:C4", "D2:K2", "D3:G3", "H3:K3", "L2:L4")
    baris = [1, "Tim", "Rapat", None, "x", None, None, None, None, "x", None, "SK"]
    satu = aksi(tabel(judul, baris, *gabung))
    assert satu.jadwal is not None
    assert [(e.mulai, e.jatuh_tempo) for e in satu.jadwal.kejadian] == [
        (date(2024, 1, 8), date(2024, 1, 14)), (date(2024, 2, 15), date(2024, 2, 21)),
    ]  # fmt: skip


def test_quarters_may_be_marked() -> None:
    judul = [["No", "Program", "Kegiatan", "TW I", "TW II", "TW III", "TW IV", "Bukti"]]
    assert jendela(aksi(tabel(judul, [1, "Tim", "Rapat", "x", None, "x", None, "SK"]))) == [(1, 3), (7, 9)]


def test_proposal_gives_its_reason() -> None:
    lembar = baca_lama(BytesIO(tabel(ATAS, sebaris(Jan="x"), *TEPI)), "x.xlsx").lembar[0]
    usul = usulkan(lembar).usul
    assert [u.medan for u in usul] == ["no", "kerja", "aksi", *(f"bulan-{n}" for n in range(1, 13)), "bukti"]
    assert usul[1].alasan == 'Judulnya menyebut "program".'
    assert all(0 < u.yakin <= 100 and u.alasan for u in usul)
