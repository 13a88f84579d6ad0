"""The starters that ship, and what a starter file is held to."""

import copy
from collections import Counter
from datetime import date
from typing import Any

import pytest

from pengungkit.domain.naskah_instrumen import baca_instrumen
from rencana_aksi.domain.awal import NaskahAwal, jadwal_kerja, naskah_awal
from rencana_aksi.domain.awal.baca import baca_awal
from rencana_aksi.domain.awal.berkas import FOLDER
from rencana_aksi.domain.awal.naskah import KEPASTIAN, PASTI
from rencana_aksi.domain.baca_naskah import baca_yaml
from rencana_aksi.domain.jadwal_teks import baca_teks
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.domain.sunting.baris import BATAS_BARIS, BATAS_TEKS
from rencana_aksi.enums import JenisBukti
from tests.pengungkit.bantu import INSTRUMEN
from zona.inti.libur import alasan_libur
from zona.organisasi.enums import AREA

KODE = ("permenpan-90-2021", "permenpan-52-2014")
TAHUN = range(2024, 2033)
SETAHUN = 12


def soal(kode: str) -> dict[str, Any]:
    return baca_instrumen(INSTRUMEN / f"{kode}.yaml").tabel.pertanyaan


def dimuat(kode: str) -> NaskahAwal:
    naskah = naskah_awal(kode)
    assert naskah is not None
    return naskah


# --- what ships ---------------------------------------------------------------------------------------


def test_every_instrument_that_ships_has_a_starter() -> None:
    assert sorted(p.stem for p in FOLDER.glob("*.yaml")) == sorted(p.stem for p in INSTRUMEN.glob("*.yaml"))
    assert sorted(KODE) == sorted(p.stem for p in INSTRUMEN.glob("*.yaml"))
    assert naskah_awal("uji") is None


@pytest.mark.parametrize("kode", KODE)
def test_starter_is_in_order(kode: str) -> None:
    """Keys, kinds, codes, schedules and coverage, all of it, read through the reader that refuses a key twice."""
    naskah = baca_awal(baca_yaml(FOLDER / f"{kode}.yaml"), soal(kode))
    assert naskah == naskah_awal(kode)
    assert naskah.instrumen == kode


@pytest.mark.parametrize("kode", KODE)
def test_every_question_has_proposed_evidence(kode: str) -> None:
    assert sorted(dimuat(kode).bukti_soal) == sorted(soal(kode))


@pytest.mark.parametrize("kode", KODE)
def test_evidence_proves_questions_its_action_serves(kode: str) -> None:
    """And every question an action is said to serve is proven at it."""
    for _, _, aksi in dimuat(kode).semua_aksi():
        assert {k for s in aksi.syarat for k in s.pertanyaan} == set(aksi.pertanyaan), aksi.uraian


@pytest.mark.parametrize("kode", KODE)
def test_questions_of_a_pengungkit_are_proven_in_it(kode: str) -> None:
    """Those of the six stand under their own pengungkit; hasil and the SOP of services may stand where they are
    produced."""
    tabel = baca_instrumen(INSTRUMEN / f"{kode}.yaml").tabel
    area = {k: tabel.komponen[tabel.indikator[s["indikator"]]["komponen"]]["area"] for k, s in tabel.pertanyaan.items()}
    ada = {(area[k], p.kode) for p, _, a in dimuat(kode).semua_aksi() for k in a.pertanyaan}
    assert {milik for milik, di in ada if milik == di} == set(AREA)
    assert {(milik, di) for milik, di in ada if milik not in ("", di)} <= {("VI", "II")}


@pytest.mark.parametrize("kode", KODE)
def test_no_action_stands_twice(kode: str) -> None:
    kata = Counter(a.uraian.casefold() for _, _, a in dimuat(kode).semua_aksi())
    assert [k for k, n in kata.items() if n > 1] == []


@pytest.mark.parametrize("kode", KODE)
def test_rows_are_as_many_as_a_plan_has(kode: str) -> None:
    """Some rows a pengungkit, fewer where the instrument asks less; a row of few actions, an action of few papers."""
    naskah = dimuat(kode)
    assert [p.kode for p in naskah.pengungkit] == list(AREA)
    assert {len(p.kerja) for p in naskah.pengungkit} <= set(range(4, 10))
    assert {len(k.aksi) for p in naskah.pengungkit for k in p.kerja} <= set(range(1, 8))
    assert {len(a.syarat) for _, _, a in naskah.semua_aksi()} <= set(range(1, 9))
    assert {len(p.program) for p in naskah.pengungkit} <= {1, 2, 3}


@pytest.mark.parametrize("kode", KODE)
def test_texts_are_within_what_a_plan_takes(kode: str) -> None:
    naskah = dimuat(kode)
    teks = [t for p in naskah.pengungkit for t in p.program]
    teks += [k.uraian for p in naskah.pengungkit for k in p.kerja]
    teks += [a.uraian for _, _, a in naskah.semua_aksi()]
    teks += [s.teks for _, _, a in naskah.semua_aksi() for s in a.syarat]
    assert max(map(len, teks)) <= min(BATAS_TEKS, 300)
    assert max(len(p.kerja) for p in naskah.pengungkit) <= BATAS_BARIS
    assert [t for t in teks if t != " ".join(t.split()) or t.endswith((".", ";", ",")) or not t[0].isupper()] == []


@pytest.mark.parametrize("kode", KODE)
def test_kinds_and_sureness_are_known(kode: str) -> None:
    syarat = [s for _, _, a in dimuat(kode).semua_aksi() for s in a.syarat]
    assert {s.jenis for s in syarat} == set(JenisBukti)
    assert {s.kepastian for s in syarat} == set(KEPASTIAN)


@pytest.mark.parametrize("kode", KODE)
def test_what_recurs_is_proven_each_time(kode: str) -> None:
    """An action of one occurrence asks nothing "each time"; one of several asks at least one thing each time."""
    for _, _, aksi in dimuat(kode).semua_aksi():
        kali = len(jadwal_kerja(aksi.jadwal, 2026)[1].kejadian)
        tiap = {s.tiap_pelaksanaan for s in aksi.syarat}
        assert tiap == ({False} if kali == 1 else {True}), aksi.uraian


@pytest.mark.parametrize("kode", KODE)
@pytest.mark.parametrize("tahun", TAHUN)
def test_schedules_are_understood_and_fall_on_working_days(kode: str, tahun: int) -> None:
    for _, _, aksi in dimuat(kode).semua_aksi():
        kata, jadwal = jadwal_kerja(aksi.jadwal, tahun)
        assert baca_teks(kata, tahun).jadwal == jadwal, kata
        assert len(kata) <= 300
        hari = [h for k in jadwal.kejadian for h in (k.mulai, k.jatuh_tempo) if h]
        assert len(hari) == 2 * len(jadwal.kejadian)
        assert {h.year for h in hari} == {tahun}
        assert [str(h) for h in hari if alasan_libur(h)] == []


@pytest.mark.parametrize("kode", KODE)
@pytest.mark.parametrize("tahun", TAHUN)
def test_no_month_carries_much_more_than_another(kode: str, tahun: int) -> None:
    bulan = Counter(
        k.jatuh_tempo.month
        for _, _, a in dimuat(kode).semua_aksi()
        for k in jadwal_kerja(a.jadwal, tahun)[1].kejadian
        if k.jatuh_tempo
    )
    assert len(bulan) == SETAHUN
    assert max(bulan.values()) <= 1.5 * bulan.total() / SETAHUN
    assert min(bulan.values()) >= 0.5 * bulan.total() / SETAHUN


@pytest.mark.parametrize("kode", KODE)
def test_fixed_deadlines_are_kept(kode: str) -> None:
    """LHKPN by 31 March, also where that is a Sunday; the team before its plan, the plan before its monev."""
    jadwal = {a.uraian: a.jadwal for _, _, a in dimuat(kode).semua_aksi()}
    [lhkpn] = [j for u, j in jadwal.items() if u.startswith("Melaporkan harta kekayaan penyelenggara negara")]
    assert jadwal_kerja(lhkpn, 2024)[1].kejadian[-1].jatuh_tempo == date(2024, 3, 28)  # the 29th is a holiday
    [tim] = [j for u, j in jadwal.items() if u.startswith("Memilih dan menetapkan Tim Kerja")]
    [rencana] = [j for u, j in jadwal.items() if u.startswith("Menyusun rencana kerja dan rencana aksi")]
    [monev] = [j for u, j in jadwal.items() if u.startswith("Melaksanakan rapat pemantauan dan evaluasi bulanan")]
    for tahun in TAHUN:
        urut = [jadwal_kerja(j, tahun)[1].kejadian[0].mulai for j in (tim, rencana, monev)]
        assert urut == sorted(urut, key=lambda h: h or date.max)
        assert len(jadwal_kerja(monev, tahun)[1].kejadian) == SETAHUN - 1


@pytest.mark.parametrize("kode", KODE)
def test_no_office_or_source_is_named(kode: str) -> None:
    isi = (FOLDER / f"{kode}.yaml").read_text().casefold()
    nama = ("bps", "kemenkumham", "pengadilan", "peradilan", "github", "scribd", "http", "kipapp", "simari", "dikbudhr")
    assert [n for n in nama if n in isi] == []


def test_ids_are_of_the_words() -> None:
    """Two starters share them where their words are the same; within one each is its own."""
    satu, dua = (dimuat(k) for k in KODE)
    banyak = [
        1 + len(a.syarat) for _, _, a in satu.semua_aksi()
    ] + [1 for p in satu.pengungkit for _ in p.kerja]  # fmt: skip
    assert len(satu.semua_id) == sum(banyak)
    assert len(satu.semua_id & dua.semua_id) > len(dua.semua_id) / 2


def test_surest_evidence_comes_first() -> None:
    for syarat in dimuat(KODE[0]).bukti_soal.values():
        urut = [KEPASTIAN.index(s.kepastian) for s in syarat]
        assert urut == sorted(urut)


# --- what a file is held to ---------------------------------------------------------------------------


def contoh() -> dict[str, Any]:
    """A starter of one action a pengungkit, that proves questions q1 … q6."""
    return {
        "instrumen": "uji",
        "pengungkit": [
            {
                "kode": kode,
                "rencana_kerja": [
                    {
                        "uraian": f"Kerja {kode}",
                        "aksi": [
                            {
                                "uraian": f"Aksi {kode}",
                                "jadwal": "25 Januari",
                                "pertanyaan": [f"q{i}"],
                                "bukti": [{"teks": "Laporan", "jenis": "laporan"}],
                            }
                        ],
                    }
                ],
            }
            for i, kode in enumerate(AREA, 1)
        ],
    }


SOAL = [f"q{i}" for i in range(1, 7)]
AKSI = "pengungkit[0].rencana_kerja[0].aksi[0]"


def test_a_starter_in_order_is_read() -> None:
    naskah = baca_awal(contoh(), SOAL)
    [(p, k, a)] = list(naskah.semua_aksi())[:1]
    assert (p.kode, k.uraian, a.uraian, a.jadwal, a.pertanyaan) == ("I", "Kerja I", "Aksi I", "25 Januari", ("q1",))
    [s] = a.syarat
    assert (s.teks, s.jenis, s.tiap_pelaksanaan, s.pertanyaan, s.kepastian) == (
        "Laporan", JenisBukti.LAPORAN, False, ("q1",), PASTI,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("jalur", "ganti", "masalah"),
    [
        ("aksi", {"jadwal": "kapan-kapan"}, f'{AKSI}.jadwal: Kata "kapan" tidak dipahami.'),
        ("aksi", {"jadwal": "secara berkala"}, f'{AKSI}.jadwal: "secara berkala" tidak menyebut satu tanggal pun'),
        ("aksi", {"jadwal": "29 Februari"}, f"{AKSI}.jadwal: Tanggal 29 Februari 2023 tidak ada."),
        (
            "aksi",
            {"jadwal": "setiap bulan (minggu pertama bulan berikutnya)"},
            f'{AKSI}.jadwal: "setiap bulan (minggu pertama bulan berikutnya)" keluar dari tahun 2023: '
            "2024-01-01 sampai 2024-01-07",
        ),
        ("aksi", {"jadwal": ""}, f"{AKSI}.jadwal: harus berupa teks"),
        ("aksi", {"pertanyaan": ["q1", "q9"]}, f'{AKSI}.pertanyaan: pertanyaan "q9" tidak ada pada instrumen'),
        ("aksi", {"uraian": "aksi ii"}, 'pengungkit[1].rencana_kerja[0].aksi[0].uraian: aksi "Aksi II" sudah ada'),
        ("aksi", {"sumber": "x"}, f'{AKSI}: kunci "sumber" tidak dikenal; yang dikenal: uraian, jadwal, pertanyaan, '
                                  "bukti"),
        ("bukti", {"jenis": "surat"}, f'{AKSI}.bukti[0].jenis: jenis "surat" tidak dikenal; yang dikenal: undangan, '
                                      "daftar_hadir, notula, dokumentasi, keputusan, laporan, lainnya"),
        ("bukti", {"kepastian": "entah"}, f'{AKSI}.bukti[0].kepastian: "entah" tidak dikenal; yang dikenal: pasti, '
                                          "mungkin, usulan"),
        ("bukti", {"tiap_pelaksanaan": "ya"}, f"{AKSI}.bukti[0].tiap_pelaksanaan: harus true atau false"),
        ("bukti", {"pertanyaan": ["q2"]}, "tidak ada bukti untuk pertanyaan q1"),
        ("pengungkit", {"kode": "VII"}, "pengungkit: harus I, II, III, IV, V, VI, berurutan"),
    ],
)  # fmt: skip
def test_a_starter_out_of_order_is_refused(jalur: str, ganti: dict[str, Any], masalah: str) -> None:
    isi = contoh()
    pengungkit = isi["pengungkit"][0]
    aksi = pengungkit["rencana_kerja"][0]["aksi"][0]
    {"pengungkit": pengungkit, "aksi": aksi, "bukti": aksi["bukti"][0]}[jalur].update(ganti)
    with pytest.raises(Ditolak) as galat:
        baca_awal(isi, SOAL)
    assert [str(m) for m in galat.value.masalah] == [masalah]


def test_the_same_evidence_twice_is_refused() -> None:
    isi = contoh()
    bukti = isi["pengungkit"][0]["rencana_kerja"][0]["aksi"][0]["bukti"]
    bukti.append(copy.deepcopy(bukti[0]))
    with pytest.raises(Ditolak) as galat:
        baca_awal(isi, SOAL)
    assert [str(m) for m in galat.value.masalah] == [f'{AKSI}.bukti[1]: "Laporan" ditulis dua kali']


# --- schedules ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("teks", "tahun", "kata"),
    [
        ("25 Januari", 2024, "25 Januari 2024"),
        ("27 Januari", 2024, "29 Januari 2024"),  # a Saturday: the Monday after
        ("31 Maret", 2024, "28 Maret 2024"),  # a Sunday, and the quarter ends: the Thursday before Good Friday
        ("25 dan 26 Desember", 2026, "28 dan 29 Desember 2026"),  # Christmas, and a Saturday: two days all the same
        ("TW I", 2024, "2 Januari–28 Maret 2024"),
        ("Februari–Maret", 2026, "2 Februari–31 Maret 2026"),
        ("setiap triwulan", 2026, "31 Maret, 30 Juni, 30 September, dan 31 Desember 2026"),
        ("tanggal 6 setiap bulan selama Februari–April", 2027, "8 Februari, 9 Maret, dan 6 April 2027"),
        ("5–23 Februari dan 6–23 Mei", 2026, "5–23 Februari dan 6–22 Mei 2026"),
    ],
)
def test_schedule_in_a_year(teks: str, tahun: int, kata: str) -> None:
    assert jadwal_kerja(teks, tahun)[0] == kata


def test_a_window_of_holidays_becomes_a_working_day() -> None:
    assert jadwal_kerja("10–11 Januari", 2026)[0] == "12 Januari 2026"
