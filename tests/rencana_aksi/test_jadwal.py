"""A schedule's meaning into its occurrences."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencana_aksi.domain.jadwal import Kejadian, baca_jadwal
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.enums import JenisJadwal

BULANAN = "DTSTART:20230201\nRRULE:FREQ=MONTHLY;COUNT=3"


def masalah(makna: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(Ditolak) as galat:
        baca_jadwal(makna)
    return [(m.jalur, m.alasan) for m in galat.value.masalah]


def test_tanggal_satu_kejadian_sehari():
    jadwal = baca_jadwal({"teks": "7 Februari; 25 Januari 2023", "tanggal": ["2023-02-07", date(2023, 1, 25)]})
    assert jadwal.jenis == JenisJadwal.TANGGAL
    assert jadwal.makna == {"tanggal": ["2023-01-25", "2023-02-07"]}
    assert jadwal.kejadian == (
        Kejadian(date(2023, 1, 25), date(2023, 1, 25)),
        Kejadian(date(2023, 2, 7), date(2023, 2, 7)),
    )


def test_rentang_jatuh_tempo_di_akhirnya():
    jadwal = baca_jadwal({"rentang": [["2023-07-01", "2023-07-31"], ["2023-01-26", "2023-06-30"]]})
    assert jadwal.jenis == JenisJadwal.RENTANG
    assert jadwal.makna == {"rentang": [["2023-01-26", "2023-06-30"], ["2023-07-01", "2023-07-31"]]}
    assert [k.jatuh_tempo for k in jadwal.kejadian] == [date(2023, 6, 30), date(2023, 7, 31)]


def test_rrule_jendela_selama_lama_hari():
    jadwal = baca_jadwal({"rrule": BULANAN, "lama_hari": 7})
    assert jadwal.jenis == JenisJadwal.BERULANG
    assert jadwal.makna == {"rrule": BULANAN, "lama_hari": 7}
    assert jadwal.kejadian == (
        Kejadian(date(2023, 2, 1), date(2023, 2, 7)),
        Kejadian(date(2023, 3, 1), date(2023, 3, 7)),
        Kejadian(date(2023, 4, 1), date(2023, 4, 7)),
    )


def test_rrule_sehari_bila_lama_hari_tidak_disebut():
    assert baca_jadwal({"rrule": BULANAN}).kejadian[0] == Kejadian(date(2023, 2, 1), date(2023, 2, 1))


@pytest.mark.parametrize(
    ("rrule", "tanggal"),
    [
        ("DTSTART:20230131\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", ["2023-01-31", "2023-02-28", "2023-03-31"]),
        ("DTSTART;VALUE=DATE:20230101\nRRULE:FREQ=MONTHLY;BYDAY=1MO;COUNT=2", ["2023-01-02", "2023-02-06"]),
        ("RRULE:FREQ=WEEKLY;UNTIL=20230115T000000Z\nDTSTART:20230101", ["2023-01-01", "2023-01-08", "2023-01-15"]),
        ("dtstart:20230301\nrrule:freq=yearly;count=2", ["2023-03-01", "2024-03-01"]),
        ("DTSTART:20230101\nRRULE:FREQ=MONTHLY;BYMONTH=3,6;BYMONTHDAY=5;COUNT=2", ["2023-03-05", "2023-06-05"]),
        ("DTSTART:20230102\nRRULE:FREQ=DAILY;INTERVAL=2;COUNT=2", ["2023-01-02", "2023-01-04"]),
    ],
)
def test_rrule_bentuk_lain(rrule: str, tanggal: list[str]):
    assert [k.mulai.isoformat() for k in baca_jadwal({"rrule": rrule}).kejadian if k.mulai] == tanggal


@pytest.mark.parametrize(
    ("makna", "jenis"),
    [({}, JenisJadwal.TANPA), ({"teks": "x"}, JenisJadwal.TANPA), ({"berkala": True}, JenisJadwal.BERKALA)],
)
def test_tanpa_tanggal_satu_kejadian_kosong(makna: dict[str, Any], jenis: JenisJadwal):
    jadwal = baca_jadwal(makna)
    assert (jadwal.jenis, jadwal.makna, jadwal.kejadian) == (jenis, {}, (Kejadian(None, None),))


@pytest.mark.parametrize(
    ("rrule", "alasan"),
    [
        ("DTSTART:20230201\nRRULE:FREQ=MONTHLY", "harus berakhir: tulis COUNT atau UNTIL, salah satu"),
        ("DTSTART:20230201\nRRULE:FREQ=DAILY;COUNT=501", "501 kejadian, paling banyak 500"),
        ("DTSTART:20230201\nRRULE:FREQ=DAILY;UNTIL=20300101", "lebih dari 500 kejadian"),
        ("DTSTART:20230201\nRRULE:FREQ=YEARLY;UNTIL=20400101", "berakhir lebih dari 10 tahun sesudah mulai"),
        ("DTSTART:20230201\nRRULE:FREQ=YEARLY;COUNT=12", "COUNT=12 tidak tercapai dalam 10 tahun"),
        ("DTSTART:20230201\nRRULE:FREQ=DAILY;INTERVAL=0;COUNT=2", "INTERVAL harus bilangan bulat positif"),
        ("DTSTART:20230201\nRRULE:FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", "tidak menghasilkan satu tanggal pun"),
        ("DTSTART:20230201\nRRULE:FREQ=HOURLY;COUNT=2", "FREQ harus salah satu dari DAILY, WEEKLY, MONTHLY, YEARLY"),
        ("DTSTART:20230230\nRRULE:FREQ=DAILY;COUNT=2", 'DTSTART "20230230" bukan tanggal'),
        ("DTSTART:20230201\nRRULE:FREQ=DAILY;UNTIL=besok", 'UNTIL "BESOK" harus berupa tahunbulanhari'),
        ("DTSTART:20230201\nRRULE:FREQ=DAILY;COUNT=2;COUNT=3", "ada bagian RRULE yang ditulis dua kali"),
        (
            "DTSTART:20230131\nRRULE:FREQ=MONTHLY;COUNT=12",
            "tanggal 31 tidak ada di setiap bulan; tulis BYMONTHDAY=-1 untuk hari terakhir bulan",
        ),
        (
            "DTSTART:20230201\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1",
            "BYMONTHDAY, BYMONTH hanya untuk FREQ=MONTHLY atau YEARLY",
        ),
        ("RRULE:FREQ=DAILY;COUNT=2", 'harus dua baris, misalnya "DTSTART:20230201\\nRRULE:FREQ=MONTHLY;COUNT=12"'),
        (12, "harus berupa teks DTSTART dan RRULE"),
    ],
)
def test_rrule_ditolak(rrule: object, alasan: str):
    assert masalah({"rrule": rrule}) == [("rrule", alasan)]


def test_rrule_yang_tidak_terbaca_menyebut_sebabnya():
    assert masalah({"rrule": "DTSTART:20230201\nRRULE:FREQ=MONTHLY;BYDAY=XX;COUNT=2"}) == [
        ("rrule", "RRULE tidak dapat dibaca (invalid 'BYDAY': XX)")
    ]


def test_semua_masalah_disebut_dengan_jalurnya():
    assert masalah({"rentang": [["2023-02-30", "x"], ["2023-03-02", "2023-03-01"], ["2023-01-01"]]}) == [
        ("rentang[0][0]", '"2023-02-30" bukan tanggal; tulis tahun-bulan-hari, misalnya 2023-01-25'),
        ("rentang[0][1]", '"x" bukan tanggal; tulis tahun-bulan-hari, misalnya 2023-01-25'),
        ("rentang[1]", "berakhir 2023-03-01, sebelum mulainya 2023-03-02"),
        ("rentang[2]", "harus berupa [mulai, selesai]"),
    ]


@pytest.mark.parametrize(
    ("makna", "jalur"),
    [
        ({"tanggal": []}, "tanggal"),
        ({"tanggal": "2023-01-25"}, "tanggal"),
        ({"tanggal": ["1999-01-25"]}, "tanggal[0]"),
        ({"tanggal": ["20230125"]}, "tanggal[0]"),
        ({"tanggal": ["2023-01-25", "2023-01-25"]}, "tanggal[1]"),
        ({"tanggal": ["2023-01-25"] * 501}, "tanggal"),
        ({"rentang": [["2023-01-01", "2023-01-02"]] * 2}, "rentang[1]"),
        ({"rrule": BULANAN, "lama_hari": 0}, "lama_hari"),
        ({"rrule": BULANAN, "lama_hari": "7"}, "lama_hari"),
        ({"tanggal": ["2023-01-25"], "lama_hari": 2}, "lama_hari"),
        ({"berkala": "ya"}, "berkala"),
        ({"berkala": True, "tanggal": ["2023-01-25"]}, ""),
    ],
)
def test_makna_ditolak(makna: dict[str, Any], jalur: str):
    assert [j for j, _ in masalah(makna)] == [jalur]


@given(st.sets(st.dates(date(2000, 1, 1), date(2100, 12, 31)), min_size=1, max_size=40))
def test_tanggal_selalu_urut_dan_tetap_sama_dibaca_ulang(hari: set[date]):
    jadwal = baca_jadwal({"tanggal": [h.isoformat() for h in hari]})
    assert [k.jatuh_tempo for k in jadwal.kejadian] == sorted(hari)
    assert baca_jadwal(jadwal.makna) == jadwal


@given(
    st.dates(date(2001, 1, 1), date(2080, 12, 28)).filter(lambda h: h.day < 29),
    st.integers(1, 100),
    st.integers(1, 366),
)
def test_rrule_sebanyak_count_dan_selama_lama_hari(mulai: date, banyak: int, lama: int):
    rrule = f"DTSTART:{mulai:%Y%m%d}\nRRULE:FREQ=MONTHLY;COUNT={banyak}"
    jadwal = baca_jadwal({"rrule": rrule, "lama_hari": lama})
    assert len(jadwal.kejadian) == banyak
    assert {k.jatuh_tempo - k.mulai for k in jadwal.kejadian if k.mulai and k.jatuh_tempo} == {timedelta(lama - 1)}
    assert jadwal.kejadian[0].mulai == mulai
