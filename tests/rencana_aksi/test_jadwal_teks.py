"""Schedules as people write them: dates, windows, none. What is understood, what is said, what is asked."""

from datetime import date

import pytest

from rencana_aksi.domain.jadwal import baca_jadwal
from rencana_aksi.domain.jadwal_teks import baca_teks, tulis_teks
from rencana_aksi.enums import JenisJadwal
from tests.rencana_aksi.jadwal_teks import ringkas

TAHUN = 2023
DIDUGA = "Tahun tidak ditulis; dibaca 2023, tahun rencana."

TANGGAL = [
    ("25 Januari 2023", "2023-01-25", "25 Januari 2023"),
    ("  25   JANUARI  2023. ", "2023-01-25", "25 Januari 2023"),
    ("tanggal 25 bulan Januari tahun 2023", "2023-01-25", "25 Januari 2023"),
    ("- 25 Januari 2023", "2023-01-25", "25 Januari 2023"),
    ("25 Jan. 2023", "2023-01-25", "25 Januari 2023"),
    ("7 Peb 2023", "2023-02-07", "7 Februari 2023"),
    ("3 Agt 2023; 4 Ags 2023; 5 Agu 2023", "2023-08-03 2023-08-04 2023-08-05", "3, 4, dan 5 Agustus 2023"),
    ("1 Sept 2023 dan 2 Nop 2023", "2023-09-01 2023-11-02", "1 September dan 2 November 2023"),
    ("25/1/2023", "2023-01-25", "25 Januari 2023"),
    ("25-01-2023", "2023-01-25", "25 Januari 2023"),
    ("25.01.2023", "2023-01-25", "25 Januari 2023"),
    ("25-Jan-2023", "2023-01-25", "25 Januari 2023"),
    ("2023-01-25", "2023-01-25", "25 Januari 2023"),
    ("2023/1/25", "2023-01-25", "25 Januari 2023"),
    ("29 Februari 2024", "2024-02-29", "29 Februari 2024"),
    ("Rabu, 25 Januari 2023", "2023-01-25", "25 Januari 2023"),
    ("hari Rabu tanggal 25 Januari 2023", "2023-01-25", "25 Januari 2023"),
    ("25 Januari 2023 (Rabu)", "2023-01-25", "25 Januari 2023"),
    ("Jum’at, 27 Januari 2023", "2023-01-27", "27 Januari 2023"),
    ("Minggu, 2 Juli 2023", "2023-07-02", "2 Juli 2023"),
    ("hari Minggu 2 Juli 2023", "2023-07-02", "2 Juli 2023"),
    (
        "28 Januari, 7 April, 3 Juli dan 2 Oktober 2023",
        "2023-01-28 2023-04-07 2023-07-03 2023-10-02",
        "28 Januari, 7 April, 3 Juli, dan 2 Oktober 2023",
    ),
    (
        "28 Januari 2023; 7 April 2023; 3 Juli 2023; 2 Oktober 2023",
        "2023-01-28 2023-04-07 2023-07-03 2023-10-02",
        "28 Januari, 7 April, 3 Juli, dan 2 Oktober 2023",
    ),
    ("5, 12 & 19 Maret 2023", "2023-03-05 2023-03-12 2023-03-19", "5, 12, dan 19 Maret 2023"),
    ("25 Januari 2023\n7 Februari 2023", "2023-01-25 2023-02-07", "25 Januari dan 7 Februari 2023"),
    ("30 Desember 2022, 3 Januari 2023", "2022-12-30 2023-01-03", "30 Desember 2022 dan 3 Januari 2023"),
    ("7 Februari 2023; 25 Januari 2023", "2023-01-25 2023-02-07", "25 Januari dan 7 Februari 2023"),
]

RENTANG = [
    ("26 Januari–Juni 2023", "2023-01-26..2023-06-30", "26 Januari–30 Juni 2023"),
    ("26 Januari-Juni 2023", "2023-01-26..2023-06-30", "26 Januari–30 Juni 2023"),
    ("26 Januari — Juni 2023", "2023-01-26..2023-06-30", "26 Januari–30 Juni 2023"),
    ("26 Januari s.d. Juni 2023", "2023-01-26..2023-06-30", "26 Januari–30 Juni 2023"),
    ("26 Januari s/d Juni 2023", "2023-01-26..2023-06-30", "26 Januari–30 Juni 2023"),
    ("26 Januari sampai dengan Juni 2023", "2023-01-26..2023-06-30", "26 Januari–30 Juni 2023"),
    ("dari 26 Januari hingga Juni 2023", "2023-01-26..2023-06-30", "26 Januari–30 Juni 2023"),
    ("mulai 26 Januari sampai 30 Juni 2023", "2023-01-26..2023-06-30", "26 Januari–30 Juni 2023"),
    ("1–27 Januari 2023", "2023-01-01..2023-01-27", "1–27 Januari 2023"),
    ("1–27 Januari 2022", "2022-01-01..2022-01-27", "1–27 Januari 2022"),
    ("25 Januari–3 Februari 2023", "2023-01-25..2023-02-03", "25 Januari–3 Februari 2023"),
    ("25/1/2023 s.d. 3/2/2023", "2023-01-25..2023-02-03", "25 Januari–3 Februari 2023"),
    ("Senin–Rabu, 23–25 Januari 2023", "2023-01-23..2023-01-25", "23–25 Januari 2023"),
    ("Desember 2022–Februari 2023", "2022-12-01..2023-02-28", "Desember 2022–Februari 2023"),
    ("Januari 2023", "2023-01-01..2023-01-31", "Januari 2023"),
    ("selama Februari 2024", "2024-02-01..2024-02-29", "Februari 2024"),
    ("sepanjang tahun 2023", "2023-01-01..2023-12-31", "tahun 2023"),
    ("tahun 2023", "2023-01-01..2023-12-31", "tahun 2023"),
    ("2023", "2023-01-01..2023-12-31", "tahun 2023"),
    ("2022–2024", "2022-01-01..2024-12-31", "tahun 2022–2024"),
    (
        "Bulan April, Juli, November 2023",
        "2023-04-01..2023-04-30 2023-07-01..2023-07-31 2023-11-01..2023-11-30",
        "April, Juli, dan November 2023",
    ),
    (
        "Bulan April, Juli, November 2022 dan Januari 2024",
        "2022-04-01..2022-04-30 2022-07-01..2022-07-31 2022-11-01..2022-11-30 2024-01-01..2024-01-31",
        "April, Juli, November 2022, dan Januari 2024",
    ),
    ("minggu kedua Maret 2023", "2023-03-08..2023-03-14", "8–14 Maret 2023"),
    ("minggu ke-2 bulan Maret 2023", "2023-03-08..2023-03-14", "8–14 Maret 2023"),
    ("minggu I dan III Maret 2023", "2023-03-01..2023-03-07 2023-03-15..2023-03-21", "1–7 Maret dan 15–21 Maret 2023"),
    ("minggu kelima Maret 2023", "2023-03-29..2023-03-31", "29–31 Maret 2023"),
    ("minggu terakhir Februari 2023", "2023-02-22..2023-02-28", "22–28 Februari 2023"),
    ("awal Maret 2023", "2023-03-01..2023-03-10", "1–10 Maret 2023"),
    ("pertengahan Maret 2023", "2023-03-11..2023-03-20", "11–20 Maret 2023"),
    ("akhir Februari 2023", "2023-02-21..2023-02-28", "21–28 Februari 2023"),
    ("Triwulan I 2023", "2023-01-01..2023-03-31", "Januari–Maret 2023"),
    ("TW-II 2023", "2023-04-01..2023-06-30", "April–Juni 2023"),
    ("TW II/2023", "2023-04-01..2023-06-30", "April–Juni 2023"),
    ("triwulan pertama s.d. ketiga 2023", "2023-01-01..2023-09-30", "Januari–September 2023"),
    ("Semester II 2023", "2023-07-01..2023-12-31", "Juli–Desember 2023"),
    (
        "25 Januari 2023 dan Maret 2023",
        "2023-01-25 2023-03-01..2023-03-31",
        "25 Januari 2023 dan Maret 2023",
    ),
]


@pytest.mark.parametrize(("teks", "makna", "baku"), TANGGAL)
def test_tanggal_dipahami(teks: str, makna: str, baku: str):
    terbaca = baca_teks(teks, TAHUN)
    assert (terbaca.alasan, terbaca.teks, terbaca.catatan) == ("", teks, ())
    assert (ringkas(terbaca.jadwal), terbaca.baku) == (f"tanggal {makna}", baku)


@pytest.mark.parametrize(("teks", "makna", "baku"), RENTANG)
def test_rentang_dipahami(teks: str, makna: str, baku: str):
    terbaca = baca_teks(teks, TAHUN)
    assert (terbaca.alasan, terbaca.catatan) == ("", ())
    assert (ringkas(terbaca.jadwal), terbaca.baku) == (f"rentang {makna}", baku)


@pytest.mark.parametrize(
    ("teks", "makna"),
    [
        ("25 Januari", "tanggal 2023-01-25"),
        ("28 Januari, 7 April", "tanggal 2023-01-28 2023-04-07"),
        ("25 Januari 2023, 7 Februari", "tanggal 2023-01-25 2023-02-07"),
        ("Januari", "rentang 2023-01-01..2023-01-31"),
        ("26 Januari–Juni", "rentang 2023-01-26..2023-06-30"),
        ("TW I", "rentang 2023-01-01..2023-03-31"),
        ("sepanjang tahun", "rentang 2023-01-01..2023-12-31"),
    ],
)
def test_tahun_yang_tidak_ditulis_dari_rencana_dan_dikatakan(teks: str, makna: str):
    terbaca = baca_teks(teks, TAHUN)
    assert (ringkas(terbaca.jadwal), terbaca.catatan) == (makna, (DIDUGA,))


def test_paling_lambat_dibaca_jatuh_tempo():
    terbaca = baca_teks("paling lambat 5 Maret 2023", TAHUN)
    assert (terbaca.baku, terbaca.catatan) == ("5 Maret 2023", ("Paling lambat dibaca sebagai jatuh temponya.",))


@pytest.mark.parametrize("teks", ["secara berkala", "Berkala", "(secara berkala)", "secara periodik"])
def test_berkala_belum_bertanggal(teks: str):
    terbaca = baca_teks(teks, TAHUN)
    assert (ringkas(terbaca.jadwal), terbaca.baku) == ("berkala -", "secara berkala")
    assert terbaca.catatan == ("Tanggalnya belum disepakati: satu pelaksanaan tanpa tanggal.",)


@pytest.mark.parametrize("teks", ["", "  ", "-", "–", "—", "--", "tanpa jadwal"])
def test_kosong_tanpa_jadwal(teks: str):
    terbaca = baca_teks(teks, TAHUN)
    assert (ringkas(terbaca.jadwal), terbaca.baku) == ("tanpa -", "")
    assert terbaca.catatan == ("Tanpa jadwal: satu pelaksanaan tanpa tanggal.",)


@pytest.mark.parametrize(
    ("teks", "alasan", "kata"),
    [
        ("30 Februari 2023", "Tanggal 30 Februari 2023 tidak ada.", ("30 Februari 2023",)),
        ("29 Februari", "Tanggal 29 Februari 2023 tidak ada.", ("29 Februari",)),
        ("99 Januari", "Tanggal 99 Januari 2023 tidak ada.", ("99 Januari",)),
        ("1–31 April 2023", "Tanggal 31 April 2023 tidak ada.", ("31 April 2023",)),
        ("25/13/2023", "Tanggal 25/13/2023 tidak ada; bulannya hanya 1 sampai 12.", ("25/13/2023",)),
        ("25/1/23", 'Tulis tahun pada "25/1/23" dengan empat angka.', ("25/1/23",)),
        (
            "25 Januari 23",
            'Angka 23 di belakang "25 Januari" belum jelas; tulis tahun dengan empat angka, dan koma di antara dua '
            "tanggal.",
            ("23",),
        ),
        ("Januari 1999", "Tahun 1999 di luar 2000–2100.", ("1999",)),
        ("Kamis, 25 Januari 2023", "25 Januari 2023 jatuh pada hari Rabu, bukan Kamis.", ("Kamis, 25 Januari 2023",)),
        ("Senin–Kamis, 23–25 Januari 2023", "25 Januari 2023 jatuh pada hari Rabu, bukan Kamis.", ("25 Januari 2023",)),
        (
            "Minggu 2 Juli 2023",
            '"Minggu 2" belum jelas; tulis "minggu kedua Juli" untuk pekannya, "Minggu, 2 Juli" untuk harinya.',
            ("Minggu 2",),
        ),
        (
            "minggu kelima Februari 2023",
            "Tidak ada minggu kelima pada Februari 2023.",
            ("minggu kelima Februari 2023",),
        ),
        ("minggu ke-6 Maret", 'Tidak ada "minggu ke-6" dalam satu bulan.', ("minggu ke-6",)),
        ("minggu pertama", 'Bulan pada "minggu pertama" tidak jelas; tulis namanya.', ("minggu pertama",)),
        ("akhir triwulan I 2023", 'Bulan pada "akhir" tidak jelas; tulis namanya.', ("akhir",)),
        ("triwulan V 2023", 'Bagian "triwulan V" tidak dipahami.', ("triwulan V",)),
        (
            "Desember–Februari 2023",
            '"Desember–Februari 2023" berakhir 28 Februari 2023, sebelum mulainya, 1 Desember 2023. '
            "Tulis tahun pada keduanya.",
            ("Desember", "Februari 2023"),
        ),
        (
            "2 Maret 2023–1 Maret 2023",
            '"2 Maret 2023–1 Maret 2023" berakhir 1 Maret 2023, sebelum mulainya, 2 Maret 2023.',
            ("2 Maret 2023", "1 Maret 2023"),
        ),
        (
            "November, Januari 2024",
            'Urutannya mundur pada "Januari 2024"; tulis tahun pada masing-masing.',
            ("Januari 2024",),
        ),
        (
            "25 Januari 2022, 7 Februari",
            'Tahun untuk "7 Februari" tidak ditulis, dan di depannya ada 2022.',
            ("7 Februari",),
        ),
        ("25 Januari, 2023", 'Tahun "2023" berdiri sendiri di antara tanggal atau bulan.', ("2023",)),
        ("25 2023", 'Bulan pada "25" tidak ditulis.', ("25",)),
        ("bulan 2023", 'Bagian "bulan 2023" tidak dipahami.', ("bulan 2023",)),
        ("25 Januari 2023 (Rabu", 'Bagian "25 Januari 2023 (Rabu" tidak dipahami.', ("25 Januari 2023 (Rabu",)),
        (
            "Senin–Rabu, Januari–Maret 2023",
            'Bagian "Senin–Rabu, Januari–Maret 2023" tidak dipahami.',
            ("Senin–Rabu, Januari–Maret 2023",),
        ),
        ("25, Januari 2023", 'Bulan untuk "25" tidak ditulis.', ("25",)),
        (
            "25 Januari, Maret 2023",
            '"Maret 2023" tanpa tanggal di belakang yang bertanggal.',
            ("Maret 2023",),
        ),
        ("mulai 1 Maret 2023", '"mulai 1 Maret 2023" belum menyebut sampai kapan.', ("mulai 1 Maret 2023",)),
        ("25 Januari 2023–", 'Bagian "–" tidak dipahami.', ("–",)),
        ("25 Januari 2023, 25 Januari 2023", "25 Januari 2023 ditulis dua kali.", ()),
        ("Januari 2023 dan 1–31 Januari 2023", "1 Januari 2023–31 Januari 2023 ditulis dua kali.", ()),
        ("besok pukul 09.00", 'Kata "besok", "pukul" tidak dipahami.', ("besok", "pukul")),
        ("25 Januari 2023 (tentatif)", 'Kata "tentatif" tidak dipahami.', ("tentatif",)),
        ("25 Januari atau 2 Maret 2023", 'Kata "atau" tidak dipahami.', ("atau",)),
        ("sesuai kebutuhan", 'Kata "sesuai", "kebutuhan" tidak dipahami.', ("sesuai", "kebutuhan")),
        (
            "satu dua tiga a b c d e f",
            'Kata "a", "b", "c", "d", "e" dan 1 kata lain tidak dipahami.',
            ("a", "b", "c", "d", "e"),
        ),
        ("25 Januari 2023 secara berkala", 'Bagian "secara berkala" tidak dipahami.', ("secara berkala",)),
        ("٢٥ Januari 2023", 'Kata "٢", "٥" tidak dipahami.', ("٢", "٥")),
    ],
)
def test_yang_tidak_dipahami_ditanyakan_dan_tidak_diduga(teks: str, alasan: str, kata: tuple[str, ...]):
    terbaca = baca_teks(teks, TAHUN)
    assert (terbaca.alasan, terbaca.kata) == (alasan, kata)
    assert (terbaca.dipahami, terbaca.teks, terbaca.jadwal, terbaca.baku, terbaca.kejadian) == (
        False,
        teks,
        None,
        "",
        (),
    )


def test_tanda_arah_dan_lebar_nol_dibuang_dan_dikatakan():
    terbaca = baca_teks("\u202e25\u200b Januari\u200f 2023\ufeff", TAHUN)
    assert (terbaca.baku, terbaca.catatan) == ("25 Januari 2023", ("Tanda yang tidak terlihat dibuang.",))


@pytest.mark.parametrize(
    ("makna", "teks"),
    [
        (["2023-01-25"], "25–25 Januari 2023"),
        (["2023-01-25..2023-01-26", "2023-02-01"], "25–26 Januari dan 1 Februari 2023"),
        (["2023-03-01..2023-03-31", "2023-01-01..2023-06-30"], "Maret 2023 dan Januari–Juni 2023"),
        (["2022-12-30..2023-01-02", "2023-02-01..2023-02-03"], "30 Desember 2022–2 Januari dan 1–3 Februari 2023"),
        (["2023-01-01..2023-12-31", "2024-01-01..2024-01-31"], "Januari–Desember 2023 dan Januari 2024"),
        (["2022-01-01..2022-12-31", "2024-01-01..2025-12-31"], "tahun 2022 dan tahun 2024–2025"),
        ([f"2023-{b:02}-01..2023-{b:02}-28" for b in (1, 2)], "1–28 Januari 2023 dan Februari 2023"),
    ],
)
def test_rentang_ditulis_dan_dibaca_kembali(makna: list[str], teks: str):
    jendela = [(satu.split("..") * 2)[:2] for satu in makna]
    jadwal = baca_jadwal({"rentang": jendela})
    assert tulis_teks(jadwal) == teks
    assert baca_teks(teks, 2031).jadwal == jadwal


def test_kejadian_terbaca_berurut():
    terbaca = baca_teks("7 Februari 2023; 25 Januari 2023", TAHUN)
    assert terbaca.jadwal is not None
    assert terbaca.jadwal.jenis == JenisJadwal.TANGGAL
    assert [k.jatuh_tempo for k in terbaca.kejadian] == [date(2023, 1, 25), date(2023, 2, 7)]
