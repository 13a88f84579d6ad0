"""The rules of the plan check: plain rows in, findings out."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencana_aksi.enums import JenisJadwal
from rencana_aksi.queries.periksa.aturan import periksa
from rencana_aksi.queries.periksa.baris import Aksi, Bagian, Kerja, Naskah, Orang, Syarat
from tests.pabrik import BOBOT, NAMA_AREA
from zona.inti.libur import alasan_libur

RABU = date(2023, 1, 25)


def aksi(pk: int = 1, huruf: str = "a", jenis: str = JenisJadwal.TANGGAL, teks: str = "25 Januari 2023", **isi) -> Aksi:
    makna = isi.pop("makna", {"tanggal": [RABU.isoformat()]} if jenis == JenisJadwal.TANGGAL else {})
    return Aksi(pk, f"I.1.{huruf}", huruf, f"Aksi {huruf}", teks, jenis, makna, **isi)


def naskah(*aksi: Aksi, syarat: tuple[Syarat, ...] = (), tahun: int = 2023) -> Naskah:
    """A plan in which nothing is odd but what is put into row I.1; the other pengungkit have a row each."""
    kerja = {"I": Kerja(1, "I.1", 1, "Kerja", aksi, syarat)}
    for i, kode in enumerate(list(BOBOT)[1:], 2):
        hari = next(h for d in range(25, 32) if not alasan_libur(h := date(tahun, 1, d)))
        biasa = Aksi(100 + i, f"{kode}.1", "", "Aksi", "", JenisJadwal.TANGGAL, {"tanggal": [hari.isoformat()]})
        kerja[kode] = Kerja(i, f"{kode}.1", 1, "Kerja", (biasa,))
    return Naskah(
        pk=1,
        satker_id=1,
        tahun=tahun,
        instrumen="uji",
        bobot_hasil=Decimal(40),
        bagian=tuple(
            Bagian(i, kode, NAMA_AREA[kode], bobot, bobot, (kerja[kode],))
            for i, (kode, bobot) in enumerate(BOBOT.items(), 1)
        ),
        orang=tuple(Orang(i, f"Koordinator {k}", k, koordinator=True, nip="1" * 18) for i, k in enumerate(BOBOT, 1)),
    )


def temuan(n: Naskah) -> list[tuple[str, str, str]]:
    return [(t.kode, t.tempat, t.uraian) for t in periksa(n)]


def rentang(*jangka: tuple[str, str]) -> Aksi:
    return aksi(jenis=JenisJadwal.RENTANG, makna={"rentang": [list(j) for j in jangka]})


def tanggal(*hari: str) -> Aksi:
    return aksi(makna={"tanggal": list(hari)})


def test_nothing_is_odd_in_a_plan_that_is_right() -> None:
    assert temuan(naskah(aksi())) == []


@pytest.mark.parametrize(
    ("isi", "harapan"),
    [
        (aksi(jenis=JenisJadwal.TANPA, teks=""), ("tanpa-jadwal", "Aksi ini tidak mempunyai jadwal.")),
        (
            aksi(jenis=JenisJadwal.TANPA, teks="sesudah lebaran"),
            ("tanpa-jadwal", 'Jadwalnya tertulis "sesudah lebaran", tetapi belum berarti tanggal mana pun.'),
        ),
        (
            aksi(jenis=JenisJadwal.BERKALA, teks="secara berkala"),
            ("berkala-tanpa-tanggal", 'Jadwalnya "secara berkala", tanpa satu tanggal pun.'),
        ),
        (tanggal("2022-02-08"), ("di-luar-tahun-rencana", "8 Februari 2022: di luar tahun rencana 2023.")),
        (
            rentang(("2023-12-20", "2024-01-05"), ("2023-06-01", "2023-06-30")),
            ("di-luar-tahun-rencana", "20 Desember 2023–5 Januari 2024: di luar tahun rencana 2023."),
        ),
        (
            tanggal("2023-01-28", "2023-02-01", "2023-04-07"),
            (
                "akhir-pekan-atau-hari-libur",
                "28 Januari 2023 hari Sabtu; 7 April 2023 libur nasional Wafat Yesus Kristus.",
            ),
        ),
    ],
)
def test_a_schedule_that_is_odd_is_told(isi: Aksi, harapan: tuple[str, str]) -> None:
    kode, uraian = harapan
    assert temuan(naskah(isi)) == [(kode, "I.1.a", uraian)]


@pytest.mark.parametrize("jenis", [JenisJadwal.TANPA, JenisJadwal.BERKALA])
def test_an_action_with_a_date_agreed_later_is_not_without(jenis: str) -> None:
    assert temuan(naskah(aksi(jenis=jenis, kejadian=((RABU, RABU),)))) == []


def test_windows_may_hold_weekends_and_what_recurs_may_run_over() -> None:
    libur = (date(2023, 12, 30), date(2024, 1, 6))
    berulang = aksi(jenis=JenisJadwal.BERULANG, makna={"rrule": "x", "lama_hari": 7}, kejadian=(libur,))
    assert temuan(naskah(rentang(("2023-01-28", "2023-01-29")), replace(berulang, huruf="b"))) == []


@pytest.mark.parametrize(
    ("hari", "cara"),
    [
        ("2022-02-08", "Bila maksudnya 2023, perbaiki tahunnya: 8 Februari 2023 (Rabu)."),
        ("2024-02-29", "Bila maksudnya 2023, perbaiki tahunnya."),
    ],
)
def test_cara_names_the_day_in_the_year_of_the_plan(hari: str, cara: str) -> None:
    assert [t.cara for t in periksa(naskah(tanggal(hari)))] == [cara]


def test_cara_names_the_next_working_day() -> None:
    (satu,) = periksa(naskah(tanggal("2023-04-07", "2023-12-23")))
    assert satu.cara == "Pindahkan ke hari kerja sesudahnya: 10 April 2023 (Senin); 26 Desember 2023 (Selasa)."


@given(st.lists(st.dates(date(2000, 1, 1), date(2100, 12, 31)), min_size=1, max_size=20, unique=True))
def test_dates_are_odd_by_their_year_and_their_day_alone(hari: list[date]) -> None:
    kode = {t.kode for t in periksa(naskah(tanggal(*(h.isoformat() for h in hari)), tahun=2050))}
    harapan = {"di-luar-tahun-rencana"} if any(h.year != 2050 for h in hari) else set()
    harapan |= {"akhir-pekan-atau-hari-libur"} if any(alasan_libur(h) for h in hari) else set()
    assert kode == harapan


SUKU = (aksi(1, "a"), aksi(2, "b", teks="1–3 Februari 2023", makna={"rentang": [["2023-02-01", "2023-02-03"]]}))


@pytest.mark.parametrize(
    ("syarat", "harapan"),
    [
        (Syarat(7, 1, "Notula (25 Januari 2023)"), None),
        (Syarat(7, 1, "Notula (25 Januari)"), None),
        (Syarat(7, 1, "Notula 2023"), None),
        (Syarat(7, 2, "Notula (3 Februari)"), None),
        (Syarat(7, None, "Notula (2 Februari)"), None),
        (Syarat(7, 1, "Notula (24 Januari)"), ("I.1.a", 'Menyebut 24 Januari; jadwal aksi I.1.a: "25 Januari 2023".')),
        (
            Syarat(7, 2, "Notula (25 Januari 2023)"),
            ("I.1.b", 'Menyebut 25 Januari 2023; jadwal aksi I.1.b: "1–3 Februari 2023".'),
        ),
        (
            Syarat(7, None, "Notula (24 Januari 2023)"),
            ("I.1", 'Menyebut 24 Januari 2023; tidak satu pun aksi I.1 dijadwalkan pada hari itu '
             '(a "25 Januari 2023"; b "1–3 Februari 2023").'),
        ),
        (Syarat(7, 1, "Notula (31 Februari)"), ("I.1.a", "Menyebut 31 Februari, tanggal yang tidak ada.")),
    ],
)  # fmt: skip
def test_evidence_naming_another_date_is_told(syarat: Syarat, harapan: tuple[str, str] | None) -> None:
    hasil = [(t.tempat, t.uraian) for t in periksa(naskah(*SUKU, syarat=(syarat,))) if t.objek == "syarat"]
    assert hasil == ([harapan] if harapan else [])


def test_evidence_of_what_recurs_is_held_against_its_occurrences() -> None:
    kejadian = ((date(2023, 2, 1), date(2023, 2, 7)),)
    berulang = aksi(jenis=JenisJadwal.BERULANG, teks="Setiap bulan", makna={"rrule": "x"}, kejadian=kejadian)
    syarat = (Syarat(7, 1, "Notula (3 Februari)"), Syarat(8, 1, "Notula (8 Februari)"))
    assert [(t.objek_id, t.kode) for t in periksa(naskah(berulang, syarat=syarat))] == [(8, "bukti-beda-tanggal")]


def test_evidence_of_an_action_without_date_cannot_differ() -> None:
    undated = aksi(jenis=JenisJadwal.TANPA, teks="")
    assert [t.kode for t in periksa(naskah(undated, syarat=(Syarat(7, 1, "(3 Februari)"),)))] == ["tanpa-jadwal"]


@pytest.mark.parametrize(
    ("baris", "milik", "ada"),
    [(SUKU, (1, None), True), (SUKU, (None, None), False), (SUKU, (1, 2), False), (SUKU[:1], (1, None), False)],
)
def test_evidence_without_action_is_odd_beside_some_with_one(baris, milik, ada) -> None:
    syarat = tuple(Syarat(i, pk, f"Bukti {i}") for i, pk in enumerate(milik))
    harapan = (
        "syarat-tanpa-aksi",
        "I.1",
        "1 dari 2 bukti tidak menyebut aksinya (Bukti 1), sedangkan yang lain milik aksi a.",
    )
    assert temuan(naskah(*baris, syarat=syarat)) == ([harapan] if ada else [])


def test_pengungkit_without_a_coordinator_who_can_sign_in() -> None:
    n = naskah(aksi())
    orang = tuple(replace(o, aktif=o.area != "II", koordinator=o.area != "IV") for o in n.orang)
    assert temuan(replace(n, orang=orang)) == [
        ("pengungkit-tanpa-koordinator", "II", "Akun koordinatornya, Koordinator II, dinonaktifkan."),
        ("pengungkit-tanpa-koordinator", "IV", "Tim IV tahun 2023 belum mempunyai koordinator."),
    ]


def test_pengungkit_without_team_is_told_alone() -> None:
    n = naskah(aksi())
    assert temuan(replace(n, orang=tuple(o for o in n.orang if o.area != "IV"))) == [
        ("pengungkit-tanpa-tim", "IV", "Tim IV tahun 2023 belum beranggota."),
    ]


@pytest.mark.parametrize("kerja", [(), (Kerja(9, "VI.1", 1, "Kerja"),)])
def test_pengungkit_without_action_is_told(kerja: tuple[Kerja, ...]) -> None:
    n = naskah(aksi())
    bagian = tuple(replace(b, kerja=kerja) if b.kode == "VI" else b for b in n.bagian)
    assert temuan(replace(n, bagian=bagian)) == [
        ("pengungkit-tanpa-aksi", "VI", "Belum ada satu pun rencana aksi."),
    ]


def test_action_nobody_answers_for_is_told() -> None:
    (satu,) = periksa(naskah(aksi(), aksi(2, "b", penanggung=False)))
    assert (satu.kode, satu.tempat, satu.objek_id, satu.aksi) == ("aksi-tanpa-penanggung-jawab", "I.1.b", 2, 2)
    assert (satu.uraian, satu.cara) == (
        "Belum ada penanggung jawab yang akunnya aktif.",
        "Tunjuk seorang dari Tim I.",
    )


def test_occurrence_outside_the_year_is_told_by_where_it_was_planned() -> None:
    lewat = (date(2024, 1, 2), date(2024, 1, 8))
    dalam = (date(2023, 12, 4), date(2023, 12, 8))
    berulang = aksi(jenis=JenisJadwal.BERULANG, makna={"rrule": "x"}, kejadian=(dalam, lewat), rencana=(dalam, lewat))
    assert temuan(naskah(berulang)) == [
        ("di-luar-tahun-rencana", "I.1.a", "2–8 Januari 2024: di luar tahun rencana 2023."),
    ]
    assert temuan(naskah(replace(berulang, rencana=(dalam,)))) == []  # postponed over the end: progress, no slip


def test_nip_that_is_none_is_told_once_a_person() -> None:
    n = naskah(aksi())
    cacat = [
        Orang(90, "Rijal", "III", nip_naskah="19911107202203101"),
        Orang(90, "Rijal", "IV", nip_naskah="19911107202203101"),
        Orang(91, "Siti", "", nip_naskah="19780802 2006042002"),
        Orang(92, "PPNPN", "V"),
    ]
    assert temuan(replace(n, orang=(*n.orang, *cacat))) == [
        ("nip-bukan-18-angka", "Tim III", "NIP-nya tercetak 19911107202203101: 17 angka; seharusnya 18."),
        (
            "nip-bukan-18-angka",
            "Pengarah",
            "NIP-nya tercetak 19780802 2006042002: 18 angka, dan memuat selain angka; seharusnya 18.",
        ),
    ]


def test_numbers_and_letters_given_twice() -> None:
    n = naskah(aksi(1, "a"), aksi(2, "A"), aksi(3, ""), aksi(4, ""))
    kerja = [n.bagian[0].kerja[0], Kerja(2, "I.1", 1, "Kerja lain"), *(Kerja(k, "I.-", None, "-") for k in (3, 4))]
    n = replace(n, bagian=(replace(n.bagian[0], kerja=tuple(kerja)), *n.bagian[1:]))
    assert [(t.objek, t.objek_id, t.uraian) for t in periksa(n)] == [
        ("rencana_kerja", 2, "Nomor 1 dipakai 2 rencana kerja: Kerja; Kerja lain."),
        ("aksi", 2, "Huruf a dipakai 2 aksi: Aksi a; Aksi A."),
    ]


def test_weights_that_do_not_add_up() -> None:
    n = naskah(aksi())
    bagian = (*n.bagian[:2], replace(n.bagian[2], bobot=Decimal("17.5")), *n.bagian[3:5])
    (satu,) = periksa(replace(n, bagian=bagian))
    assert (satu.kode, satu.tempat) == ("bobot-tidak-berjumlah", "I–VI")
    assert satu.uraian == (
        "Pengungkit berjumlah 52,5 dan hasil 40, seluruhnya 92,5; III 17,5 (instrumen 15), VI tidak ada."
    )


def test_weights_that_add_up_but_are_not_the_instruments() -> None:
    n = naskah(aksi())
    tukar = [replace(b, bobot=Decimal({"I": 6, "II": 4}.get(b.kode, b.bobot))) for b in n.bagian]
    assert [t.kode for t in periksa(replace(n, bagian=tuple(tukar)))] == ["bobot-tidak-berjumlah"]


def test_sidik_changes_with_the_facts_alone() -> None:
    def sidik(*isi: Aksi) -> list[str]:
        return [t.sidik for t in periksa(naskah(*isi))]

    sabtu = tanggal("2023-01-28")
    assert sidik(sabtu) == sidik(replace(sabtu, uraian="Lain", pk=9, tempat="II.9.z"))
    assert sidik(sabtu) != sidik(tanggal("2023-01-29"))
    assert sidik(sabtu) != sidik(replace(sabtu, jadwal="28 Jan"))


def test_findings_carry_the_scope_they_are_accepted_in() -> None:
    n = naskah(aksi(jenis=JenisJadwal.TANPA, teks=""))
    n = replace(n, bobot_hasil=Decimal(39))
    assert [(t.kode, t.lingkup.area) for t in periksa(n)] == [("tanpa-jadwal", "I"), ("bobot-tidak-berjumlah", "")]
