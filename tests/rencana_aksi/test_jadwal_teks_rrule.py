"""A typed RRULE: understood, cut where it has no end, refused with the reason."""

import pytest

from rencana_aksi.domain.jadwal import baca_jadwal
from rencana_aksi.domain.jadwal_teks import baca_teks, tulis_teks
from tests.rencana_aksi.jadwal_teks import ringkas


def aturan(isi: str, mulai: str) -> str:
    return f"DTSTART:{mulai}\nRRULE:FREQ={isi}"


@pytest.mark.parametrize(
    ("teks", "makna", "baku"),
    [
        (
            "DTSTART:20230201 RRULE:FREQ=MONTHLY;COUNT=12 selama 7 hari",
            {"rrule": aturan("MONTHLY;COUNT=12", "20230201"), "lama_hari": 7},
            "setiap bulan (minggu pertama bulan berikutnya) sepanjang tahun 2023",
        ),
        (
            "dtstart:20230102rrule:freq=weekly;until=20231231",
            {"rrule": aturan("WEEKLY;COUNT=52", "20230102"), "lama_hari": 1},
            "setiap Senin sepanjang tahun 2023",
        ),
        (
            "RRULE:FREQ=YEARLY;COUNT=2\r\nDTSTART;VALUE=DATE:20230301",
            {"rrule": "DTSTART;VALUE=DATE:20230301\nRRULE:FREQ=YEARLY;COUNT=2", "lama_hari": 1},
            "DTSTART;VALUE=DATE:20230301 RRULE:FREQ=YEARLY;COUNT=2",
        ),
        (
            "DTSTART:20230102 RRULE:FREQ=MONTHLY;BYDAY=1MO,2TU;COUNT=4",
            {"rrule": aturan("MONTHLY;BYDAY=1MO,2TU;COUNT=4", "20230102"), "lama_hari": 1},
            "DTSTART:20230102 RRULE:FREQ=MONTHLY;BYDAY=1MO,2TU;COUNT=4",
        ),
        (
            "DTSTART:20230102 RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2;COUNT=4",
            {"rrule": aturan("MONTHLY;BYDAY=MO;BYSETPOS=2;COUNT=4", "20230102"), "lama_hari": 1},
            "DTSTART:20230102 RRULE:FREQ=MONTHLY;BYDAY=MO;BYSETPOS=2;COUNT=4",
        ),
        (
            "DTSTART:20230102 RRULE:FREQ=WEEKLY;BYDAY=1MO;COUNT=4",
            {"rrule": aturan("WEEKLY;BYDAY=1MO;COUNT=4", "20230102"), "lama_hari": 1},
            "DTSTART:20230102 RRULE:FREQ=WEEKLY;BYDAY=1MO;COUNT=4",
        ),
        (
            "DTSTART:20230128 RRULE:FREQ=MONTHLY;COUNT=3 selama 9 hari",
            {"rrule": aturan("MONTHLY;COUNT=3", "20230128"), "lama_hari": 9},
            "DTSTART:20230128 RRULE:FREQ=MONTHLY;COUNT=3 selama 9 hari",
        ),
    ],
)
def test_rrule_yang_diketik_dipahami(teks: str, makna: dict[str, object], baku: str):
    terbaca = baca_teks(teks, 2023)
    assert (terbaca.alasan, terbaca.jadwal, terbaca.baku, terbaca.catatan) == ("", baca_jadwal(makna), baku, ())


def test_rrule_tanpa_akhir_dipotong_pada_akhir_tahun_rencana_dan_dikatakan():
    terbaca = baca_teks("DTSTART:20221215 RRULE:FREQ=MONTHLY", 2023)
    assert ringkas(terbaca.jadwal).split()[1::12] == ["2022-12-15", "2023-12-15"]
    assert terbaca.catatan == ("Aturan ini tidak berakhir; dipotong pada 31 Desember 2023, akhir tahun rencana.",)
    assert terbaca.baku == "tanggal 15 setiap bulan selama Desember 2022–Desember 2023"


@pytest.mark.parametrize(
    ("teks", "alasan"),
    [
        ("DTSTART:20230102 RRULE:FREQ=DAILY;COUNT=10000", "10000 kejadian, paling banyak 500."),
        ("DTSTART:20230102 RRULE:FREQ=DAILY;UNTIL=20300101", "Lebih dari 500 kejadian."),
        ("DTSTART:20150102 RRULE:FREQ=DAILY", "Lebih dari 500 kejadian."),
        ("DTSTART:20240102 RRULE:FREQ=DAILY", "Aturan ini tidak berakhir dan mulai sesudah 2023, tahun rencana."),
        ("DTSTART:20230230 RRULE:FREQ=DAILY;COUNT=2", 'DTSTART "20230230" bukan tanggal.'),
        ("DTSTART:99990101 RRULE:FREQ=DAILY;COUNT=2", "Tahun 9999 di luar 2000–2100."),
        ("DTSTART:20230102 RRULE:FREQ=DAILY;COUNT=2 selama 999 hari", "Harus bilangan bulat 1 sampai 366."),
        (
            "RRULE:FREQ=MONTHLY;COUNT=2",
            "Tulis DTSTART dan RRULE, misalnya DTSTART:20230201 RRULE:FREQ=MONTHLY;COUNT=12.",
        ),
        ("FREQ=DAILY", "Tulis DTSTART dan RRULE, misalnya DTSTART:20230201 RRULE:FREQ=MONTHLY;COUNT=12."),
        (
            f"DTSTART:20230102 RRULE:FREQ=YEARLY;COUNT=1;BYMONTHDAY={'1,' * 300}1",
            "Aturan sepanjang 655 huruf; paling banyak 500.",
        ),
    ],
)
def test_rrule_yang_diketik_ditolak_dengan_sebabnya(teks: str, alasan: str):
    terbaca = baca_teks(teks, 2023)
    assert (terbaca.dipahami, terbaca.alasan) == (False, alasan)


def test_rrule_tersimpan_dengan_until_ditulis_dengan_kata():
    jadwal = baca_jadwal({"rrule": "rrule:freq=weekly;until=20231231\ndtstart:20230102", "lama_hari": 1})
    assert tulis_teks(jadwal) == "setiap Senin sepanjang tahun 2023"
