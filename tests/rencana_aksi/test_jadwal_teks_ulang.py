"""What recurs, "setiap …": which occurrences, within what, and what is said of it."""

import pytest

from rencana_aksi.domain.jadwal import baca_jadwal
from rencana_aksi.domain.jadwal_teks import baca_teks
from tests.rencana_aksi.jadwal_teks import ringkas

SEPANJANG = "Jangka waktunya tidak ditulis; dibaca sepanjang 2023, tahun rencana."
DIDUGA = "Tahun tidak ditulis; dibaca 2023, tahun rencana."
PEKAN = 'Minggu dibaca pekan utuh, Senin sampai Minggu; untuk harinya tulis "hari Minggu".'
KERJA = "Hari kerja dibaca Senin sampai Jumat; hari libur nasional tidak dikeluarkan."
AKHIR = "Akhir bulan dibaca tanggal 21 sampai hari terakhirnya."
MINGGU_PERTAMA = "setiap bulan (minggu pertama bulan berikutnya) sepanjang tahun 2023"


def aturan(isi: str, mulai: str) -> str:
    return f"DTSTART:{mulai}\nRRULE:FREQ={isi}"


# words; rule and length; canonical words; first and last occurrence; notes
BERULANG = [
    *(
        (
            teks,
            (aturan("MONTHLY;COUNT=12", "20230201"), 7),
            MINGGU_PERTAMA,
            "2023-02-01..2023-02-07 2024-01-01..2024-01-07",
            (SEPANJANG, "Yang terakhir jatuh tempo 7 Januari 2024, sesudah tahun rencana."),
        )
        for teks in (
            "Setiap bulan sekali (minggu pertama bulan berikutnya)",
            "sebulan sekali, minggu pertama bulan berikutnya",
            "secara berkala setiap bulan pada minggu ke-1 bulan berikutnya",
            "minggu I bulan berikutnya setiap bulan",
        )
    ),
    *(
        (
            teks,
            (aturan("MONTHLY;COUNT=12", "20230105"), 1),
            "tanggal 5 setiap bulan sepanjang tahun 2023",
            "2023-01-05 2023-12-05",
            (SEPANJANG,),
        )
        for teks in ("setiap bulan tanggal 5", "Setiap tanggal 5", "tiap bulan pada tgl. 5", "tanggal 5 setiap bulan")
    ),
    (
        "setiap triwulan (minggu pertama bulan berikutnya)",
        (aturan("MONTHLY;INTERVAL=3;COUNT=4", "20230401"), 7),
        "setiap triwulan (minggu pertama bulan berikutnya) sepanjang tahun 2023",
        "2023-04-01..2023-04-07 2024-01-01..2024-01-07",
        (SEPANJANG, "Yang terakhir jatuh tempo 7 Januari 2024, sesudah tahun rencana."),
    ),
    (
        "setiap bulan paling lambat tanggal 10 bulan berikutnya selama Januari–Juni 2023",
        (aturan("MONTHLY;COUNT=6", "20230210"), 1),
        "tanggal 10 setiap bulan selama Februari–Juli 2023",
        "2023-02-10 2023-07-10",
        (),
    ),
    (
        "tiap minggu pertama bulan",
        (aturan("MONTHLY;COUNT=12", "20230101"), 7),
        "minggu pertama setiap bulan sepanjang tahun 2023",
        "2023-01-01..2023-01-07 2023-12-01..2023-12-07",
        (SEPANJANG,),
    ),
    (
        "minggu pertama dan ketiga setiap bulan",
        (aturan("MONTHLY;BYMONTHDAY=1,15;COUNT=24", "20230101"), 7),
        "minggu pertama dan ketiga setiap bulan sepanjang tahun 2023",
        "2023-01-01..2023-01-07 2023-12-15..2023-12-21",
        (SEPANJANG,),
    ),
    (
        "minggu terakhir setiap bulan",
        (aturan("MONTHLY;BYMONTHDAY=-7;COUNT=12", "20230125"), 7),
        "minggu terakhir setiap bulan sepanjang tahun 2023",
        "2023-01-25..2023-01-31 2023-12-25..2023-12-31",
        (SEPANJANG,),
    ),
    (
        "setiap awal bulan",
        (aturan("MONTHLY;COUNT=12", "20230101"), 10),
        "awal setiap bulan sepanjang tahun 2023",
        "2023-01-01..2023-01-10 2023-12-01..2023-12-10",
        (SEPANJANG,),
    ),
    (
        "setiap tanggal 1–5",
        (aturan("MONTHLY;COUNT=12", "20230101"), 5),
        "tanggal 1–5 setiap bulan sepanjang tahun 2023",
        "2023-01-01..2023-01-05 2023-12-01..2023-12-05",
        (SEPANJANG,),
    ),
    (
        "setiap tanggal 5 dan 20 selama Maret–Mei",
        (aturan("MONTHLY;BYMONTHDAY=5,20;COUNT=6", "20230305"), 1),
        "tanggal 5 dan 20 setiap bulan selama Maret–Mei 2023",
        "2023-03-05 2023-05-20",
        (DIDUGA,),
    ),
    (
        "setiap tanggal 30 selama Maret–Desember 2023",
        (aturan("MONTHLY;BYMONTHDAY=30;COUNT=10", "20230330"), 1),
        "tanggal 30 setiap bulan selama Maret–Desember 2023",
        "2023-03-30 2023-12-30",
        (),
    ),
    (
        "hari terakhir setiap bulan",
        (aturan("MONTHLY;BYMONTHDAY=-1;COUNT=12", "20230131"), 1),
        "hari terakhir setiap bulan sepanjang tahun 2023",
        "2023-01-31 2023-12-31",
        (SEPANJANG,),
    ),
    (
        "setiap Jumat terakhir",
        (aturan("MONTHLY;BYDAY=-1FR;COUNT=12", "20230127"), 1),
        "hari Jumat terakhir setiap bulan sepanjang tahun 2023",
        "2023-01-27 2023-12-29",
        (SEPANJANG,),
    ),
    (
        "Senin pertama dan ketiga setiap bulan",
        (aturan("MONTHLY;BYDAY=1MO,3MO;COUNT=24", "20230102"), 1),
        "hari Senin pertama dan ketiga setiap bulan sepanjang tahun 2023",
        "2023-01-02 2023-12-18",
        (SEPANJANG,),
    ),
    (
        "setiap dua bulan tanggal 5 mulai Februari",
        (aturan("MONTHLY;INTERVAL=2;COUNT=6", "20230205"), 1),
        "tanggal 5 setiap 2 bulan selama Februari–Desember 2023",
        "2023-02-05 2023-12-05",
        (DIDUGA, "Ujung lainnya tidak ditulis; dibaca sampai 31 Desember 2023."),
    ),
    (
        "setiap Senin",
        (aturan("WEEKLY;COUNT=52", "20230102"), 1),
        "setiap Senin sepanjang tahun 2023",
        "2023-01-02 2023-12-25",
        (SEPANJANG,),
    ),
    (
        "Senin dan Kamis setiap pekan",
        (aturan("WEEKLY;BYDAY=MO,TH;COUNT=104", "20230102"), 1),
        "setiap Senin dan Kamis sepanjang tahun 2023",
        "2023-01-02 2023-12-28",
        (SEPANJANG,),
    ),
    (
        "setiap hari Minggu",
        (aturan("WEEKLY;COUNT=53", "20230101"), 1),
        "setiap hari Minggu sepanjang tahun 2023",
        "2023-01-01 2023-12-31",
        (SEPANJANG,),
    ),
    (
        "1 kali setiap pekan, hari Senin, mulai Maret sampai Mei 2023",
        (aturan("WEEKLY;COUNT=13", "20230306"), 1),
        "setiap Senin selama Maret–Mei 2023",
        "2023-03-06 2023-05-29",
        (),
    ),
    (
        "setiap Jumat sampai Juni 2023",
        (aturan("WEEKLY;COUNT=26", "20230106"), 1),
        "setiap Jumat selama Januari–Juni 2023",
        "2023-01-06 2023-06-30",
        ("Ujung lainnya tidak ditulis; dibaca sejak 1 Januari 2023.",),
    ),
    (
        "setiap 2 minggu hari Senin selama 9 Januari–31 Maret 2023",
        (aturan("WEEKLY;INTERVAL=2;COUNT=6", "20230109"), 1),
        "setiap 2 minggu hari Senin selama 9 Januari–20 Maret 2023",
        "2023-01-09 2023-03-20",
        (),
    ),
    (
        "setiap 2 minggu hari Senin dan Kamis selama Maret 2023",
        (aturan("WEEKLY;INTERVAL=2;BYDAY=MO,TH;COUNT=5", "20230302"), 1),
        "setiap 2 minggu hari Senin dan Kamis selama Maret 2023",
        "2023-03-02 2023-03-30",
        (),
    ),
    (
        "setiap dua minggu",
        (aturan("WEEKLY;INTERVAL=2;COUNT=26", "20230102"), 14),
        "setiap 2 minggu sepanjang tahun 2023",
        "2023-01-02..2023-01-15 2023-12-18..2023-12-31",
        (PEKAN, SEPANJANG),
    ),
    (
        "seminggu sekali",
        (aturan("WEEKLY;COUNT=52", "20230102"), 7),
        "setiap minggu sepanjang tahun 2023",
        "2023-01-02..2023-01-08 2023-12-25..2023-12-31",
        (PEKAN, SEPANJANG),
    ),
    (
        "setiap hari kerja",
        (aturan("WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=260", "20230102"), 1),
        "setiap hari kerja sepanjang tahun 2023",
        "2023-01-02 2023-12-29",
        (KERJA, SEPANJANG),
    ),
    (
        "setiap Senin–Jumat selama Maret 2023",
        (aturan("WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=23", "20230301"), 1),
        "setiap hari kerja selama Maret 2023",
        "2023-03-01 2023-03-31",
        (),
    ),
    (
        "harian",
        (aturan("DAILY;COUNT=365", "20230101"), 1),
        "setiap hari sepanjang tahun 2023",
        "2023-01-01 2023-12-31",
        (SEPANJANG,),
    ),
]

# words; all windows or dates; canonical words
JENDELA = [
    (
        "setiap semester",
        "rentang 2023-01-01..2023-06-30 2023-07-01..2023-12-31",
        "setiap semester sepanjang tahun 2023",
    ),
    *(
        (
            teks,
            "rentang 2023-01-01..2023-03-31 2023-04-01..2023-06-30 2023-07-01..2023-09-30 2023-10-01..2023-12-31",
            "setiap triwulan sepanjang tahun 2023",
        )
        for teks in ("setiap triwulan", "Triwulanan", "tiap TW", "tiga bulan sekali", "setiap 3 (tiga) bulan")
    ),
    (
        "setiap caturwulan",
        "rentang 2023-01-01..2023-04-30 2023-05-01..2023-08-31 2023-09-01..2023-12-31",
        "setiap caturwulan sepanjang tahun 2023",
    ),
    ("setiap tahun", "rentang 2023-01-01..2023-12-31", "tahun 2023"),
    (
        "setiap bulan Maret dan September",
        "rentang 2023-03-01..2023-03-31 2023-09-01..2023-09-30",
        "Maret dan September 2023",
    ),
    (
        "setiap bulan selama November 2022–Februari 2023",
        "rentang 2022-11-01..2022-11-30 2022-12-01..2022-12-31 2023-01-01..2023-01-31 2023-02-01..2023-02-28",
        "setiap bulan selama November 2022–Februari 2023",
    ),
    (
        "setiap akhir bulan selama Januari–Februari 2024",
        "rentang 2024-01-21..2024-01-31 2024-02-21..2024-02-29",
        "21–31 Januari dan 21–29 Februari 2024",
    ),
    ("setiap tanggal 5 April, Juli 2023", "tanggal 2023-04-05 2023-07-05", "5 April dan 5 Juli 2023"),
    ("setiap tanggal 5 Maret 2023", "tanggal 2023-03-05", "5 Maret 2023"),
    ("minggu pertama setiap bulan Maret 2023", "rentang 2023-03-01..2023-03-07", "1–7 Maret 2023"),
]


@pytest.mark.parametrize(("teks", "makna", "baku", "ujung", "catatan"), BERULANG)
def test_berulang_dipahami(teks: str, makna: tuple[str, int], baku: str, ujung: str, catatan: tuple[str, ...]):
    terbaca = baca_teks(teks, 2023)
    assert terbaca.alasan == ""
    assert terbaca.jadwal == baca_jadwal({"rrule": makna[0], "lama_hari": makna[1]})
    semua = ringkas(terbaca.jadwal).split()
    assert (" ".join([semua[1], semua[-1]]), terbaca.baku, terbaca.catatan) == (ujung, baku, catatan)


@pytest.mark.parametrize(("teks", "makna", "baku"), JENDELA)
def test_jendela_dan_tanggal_berulang_dipahami(teks: str, makna: str, baku: str):
    terbaca = baca_teks(teks, 2023)
    assert (terbaca.alasan, ringkas(terbaca.jadwal), terbaca.baku) == ("", makna, baku)


@pytest.mark.parametrize(
    ("teks", "banyak", "catatan"),
    [("setiap bulan", 12, (SEPANJANG,)), ("bulanan", 12, (SEPANJANG,)), ("setiap akhir bulan", 12, (AKHIR, SEPANJANG))],
)
def test_setiap_bulan_dua_belas_jendela(teks: str, banyak: int, catatan: tuple[str, ...]):
    terbaca = baca_teks(teks, 2024)
    assert len(terbaca.kejadian) == banyak
    assert [k.jatuh_tempo.day for k in terbaca.kejadian if k.jatuh_tempo] == [
        31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]  # fmt: skip
    assert terbaca.catatan == tuple(c.replace("2023", "2024") for c in catatan)
