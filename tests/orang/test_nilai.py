"""What a cell says: a NIP, a team, a role."""

import pytest

from zona.orang.roster.nilai import Nip, baca_nip, baca_peran, baca_tim, posel_sah, salah_nip, teks_nip
from zona.organisasi.enums import PENGARAH, Peran

SAH = "198103092006042002"


@pytest.mark.parametrize(
    "teks",
    [SAH, "19810309 200604 2 002", "'198103092006042002", " 19810309.200604.2.002 ", "NIP. 198103092006042002",
     "NIP: 19810309\u00a0200604 2 002", "1981 0309-2006 0420 02"],
)  # fmt: skip
def test_nip_is_cleaned(teks: str) -> None:
    assert baca_nip(teks) == Nip(SAH)


@pytest.mark.parametrize("teks", ["", " ", "-", "–", "tidak ada", "PPNPN", "Non ASN", "'"])
def test_no_nip_is_no_question(teks: str) -> None:
    assert baca_nip(teks) == Nip()


@pytest.mark.parametrize("teks", ["1,98E+17", "1.98103E+17", "1.98103092006042E+17", "198103092006042000"])
def test_nip_that_lost_its_digits_is_told(teks: str) -> None:
    assert baca_nip(teks) == Nip(tercetak=teks, hilang=True)


SOAL = [
    ("19911107202203101", "berisi 17 angka, seharusnya 18"),
    ("1981030920060420021", "berisi 19 angka, seharusnya 18"),
    ("198113092006042002", "tanggal lahirnya (19811309) tidak mungkin"),
    ("198102302006042002", "tanggal lahirnya (19810230) tidak mungkin"),
    ("018103092006042002", "tahun lahirnya (0181) tidak mungkin"),
    ("198103091990042002", "tahun pengangkatannya (1990) tidak mungkin bagi yang lahir 1981"),
    ("198103092006132002", "bulan pengangkatannya (13) tidak mungkin"),
    ("198103092006043002", "angka jenis kelaminnya (3) bukan 1 atau 2"),
    ("ABC123", "berisi selain angka"),
]


@pytest.mark.parametrize(("teks", "soal"), SOAL)
def test_nip_that_can_be_none_is_asked_and_kept_as_printed(teks: str, soal: str) -> None:
    assert baca_nip(teks) == Nip(tercetak=teks, soal=soal)


def test_nip_of_a_pppk_has_21_for_the_month() -> None:
    assert salah_nip("199001012022211001") == ""


def test_nip_kept_as_a_number_shows_what_is_left() -> None:
    assert [teks_nip(n) for n in (198103092006042000, 12345, None, " 1981  03 ")] == [
        "1,98103E+17", "12345", "", "1981 03",
    ]  # fmt: skip


TIM = [
    ("I", "I"), ("iv", "IV"), ("3", "III"), ("Tim II", "II"), ("Tim Kerja VI", "VI"), ("Pokja 5", "V"),
    ("Manajemen Perubahan", "I"), ("II. Penataan Tata Laksana", "II"), ("Area 6", "VI"),
    ("Penguatan Akuntabilitas", "IV"), ("Pengarah", PENGARAH), ("", ""), ("-", ""), ("IX", None), ("Humas", None),
]  # fmt: skip


@pytest.mark.parametrize(("teks", "kode"), TIM)
def test_team_is_known_by_its_numeral_or_name(teks: str, kode: str | None) -> None:
    assert baca_tim(teks) == kode


PERAN = [
    ("Penanggung Jawab RBI", Peran.KEPALA), ("KETUA", Peran.KETUA), ("koordinator", Peran.KOORDINATOR),
    ("Anggota", Peran.ANGGOTA), ("Admin satker", Peran.ADMIN), ("TPI", Peran.PENILAI), ("Koordinatr", None), ("", None),
]  # fmt: skip


@pytest.mark.parametrize(("teks", "peran"), PERAN)
def test_role_is_known_by_its_words(teks: str, peran: Peran | None) -> None:
    assert baca_peran(teks) == peran


def test_every_role_is_known_by_its_own_name() -> None:
    assert [baca_peran(p.label) for p in Peran] == list(Peran)


def test_address_is_one() -> None:
    assert [posel_sah(t) for t in ("ani@contoh.id", "ani@", "ani")] == [True, False, False]
