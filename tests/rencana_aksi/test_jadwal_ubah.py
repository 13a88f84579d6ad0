"""Changing a schedule: what stays, what comes, what goes, and that nobody is surprised by it."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bukti_fisik.models import Bukti
from rencana_aksi.domain.jadwal_pratinjau import pratinjau
from rencana_aksi.domain.jadwal_ubah import PerluSetuju, ubah_jadwal
from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.domain.sunting.baris import Didahului
from rencana_aksi.domain.tanggal import tambah_tanggal
from rencana_aksi.models import Pelaksanaan, RencanaAksi
from tests.pabrik import HARI_INI, Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna


def aksi(kantor: Kantor, huruf: str = "a") -> RencanaAksi:
    """Fresh: 1 Maret, 13–20 Maret and 10 April (a), or one without a date (b)."""
    return RencanaAksi.objects.get(pk=kantor.aksi["I", huruf].pk)


def kejadian(satu: RencanaAksi) -> list[tuple[str, str]]:
    return [
        (f"{p.mulai:%d%m}" if p.mulai else "", f"{p.jatuh_tempo:%d%m}" if p.jatuh_tempo else "")
        for p in Pelaksanaan.objects.filter(aksi=satu)
    ]


def setuju(satu: RencanaAksi, teks: str, oleh: Pengguna | None, **lain: Any) -> PerluSetuju:
    """Change the schedule as people do: told first what it does, then agreed to."""
    isi = {"aksi": satu, "jadwal_teks": teks, "revisi": satu.revisi, "oleh": oleh, **lain}
    with pytest.raises(PerluSetuju) as galat:
        ubah_jadwal(**isi)
    assert ubah_jadwal(**isi, setuju=galat.value.usulan.setuju) is True
    return galat.value


def test_nothing_comes_or_goes_before_it_is_agreed_to(terbuka: Kantor, ketua: Pengguna) -> None:
    satu, banyak = aksi(terbuka), Jejak.objects.count()
    with pytest.raises(PerluSetuju) as galat:
        ubah_jadwal(aksi=satu, jadwal_teks="1 Maret, 5 Mei 2023", revisi=0, oleh=ketua)
    r = galat.value.usulan.rancangan
    assert [k.jatuh_tempo for k in r.tambah] == [date(2023, 5, 5)]
    assert [t.kejadian.jatuh_tempo for t in r.hapus] == [date(2023, 3, 20), date(2023, 4, 10)]
    assert kejadian(satu) == [("0103", "0103"), ("1303", "2003"), ("1004", "1004")]
    assert Jejak.objects.count() == banyak


def test_agreed_change_is_written_whole_in_one_audit_row(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka)
    tetap = satu.pelaksanaan.get(urutan=1).pk
    setuju(satu, "1 Maret, 5 Mei 2023", ketua)
    satu.refresh_from_db()
    assert (satu.jadwal_teks, satu.jadwal_jenis, satu.revisi) == ("1 Maret, 5 Mei 2023", "tanggal", 1)
    assert satu.jadwal_makna == {"tanggal": ["2023-03-01", "2023-05-05"]}
    assert kejadian(satu) == [("0103", "0103"), ("0505", "0505")]
    assert satu.pelaksanaan.get(urutan=1).pk == tetap
    jejak = Jejak.objects.get(objek="rencana_aksi.rencanaaksi", objek_id=satu.pk)
    assert (jejak.tindakan, jejak.sebelum["jadwal_teks"]) == ("mengubah jadwal", "1, 13–20 Maret, 10 April")
    assert jejak.sesudah["pelaksanaan_ditambah"] == ["5 Mei 2023"]
    assert jejak.sesudah["pelaksanaan_dihapus"] == ["13–20 Maret 2023", "10 April 2023"]


def test_same_meaning_in_other_words_needs_no_agreement(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka)
    teks = "1 Maret 2023, 13 s.d. 20 Maret 2023, 10 April 2023"
    assert ubah_jadwal(aksi=satu, jadwal_teks=teks, revisi=0, oleh=ketua) is True
    assert ubah_jadwal(aksi=satu, jadwal_teks=teks, revisi=1, oleh=ketua) is False
    assert kejadian(satu) == [("0103", "0103"), ("1303", "2003"), ("1004", "1004")]


def test_occurrences_with_progress_evidence_or_obstacle_stay(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka)
    semua = list(satu.pelaksanaan.all())
    catat_status(pelaksanaan=semua[0], status="berjalan", oleh=ketua, hari_ini=HARI_INI)
    Bukti.objects.create(
        syarat=terbuka.syarat["I", "tiap"], pelaksanaan=semua[1], versi=1, nama="a", tautan="https://a.id"
    )
    catat_kendala(aksi=satu, uraian="x", pelaksanaan=semua[2], oleh=ketua)
    galat = setuju(satu, "5 Februari 2023, 10 April 2023", ketua)
    r = galat.usulan.rancangan
    assert [t.kunci for t in r.ditahan] == [semua[0].pk, semua[1].pk]
    assert ([t.kunci for t in r.tetap], r.hapus) == ([semua[2].pk], ())
    assert kejadian(satu) == [("0502", "0502"), ("0103", "0103"), ("1303", "2003"), ("1004", "1004")]
    assert [p.pk for p in satu.pelaksanaan.all()][1:] == [p.pk for p in semua]


def test_postponed_occurrence_is_known_by_its_first_date(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka)
    tunda = satu.pelaksanaan.get(urutan=3)
    catat_status(
        pelaksanaan=tunda, status="ditunda", jatuh_tempo=date(2023, 5, 2), alasan="x", oleh=ketua, hari_ini=HARI_INI
    )
    setuju(satu, "10 April 2023", ketua)
    assert [(p.pk, p.jatuh_tempo) for p in satu.pelaksanaan.all()] == [(tunda.pk, date(2023, 5, 2))]


def test_progress_recorded_meanwhile_asks_again(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka)
    isi: dict[str, Any] = {"aksi": satu, "jadwal_teks": "5 Mei 2023", "revisi": 0, "oleh": ketua}
    with pytest.raises(PerluSetuju) as galat:
        ubah_jadwal(**isi)
    catat_status(pelaksanaan=satu.pelaksanaan.get(urutan=2), status="berjalan", oleh=ketua, hari_ini=HARI_INI)
    with pytest.raises(PerluSetuju) as lagi:
        ubah_jadwal(**isi, setuju=galat.value.usulan.setuju)
    assert [t.kejadian.jatuh_tempo for t in lagi.value.usulan.rancangan.ditahan] == [date(2023, 3, 20)]
    assert len(kejadian(satu)) == 3


def test_schedule_changed_by_another_is_told_before_anything(
    terbuka: Kantor, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    usang = aksi(terbuka)
    setuju(aksi(terbuka), "5 Mei 2023", ketua)
    with pytest.raises(Didahului) as galat:
        ubah_jadwal(aksi=usang, jadwal_teks="6 Juni 2023", revisi=0, oleh=koordinator_i)
    selisih = {s.kolom: (s.lama, s.baru) for s in galat.value.selisih}
    assert selisih["jadwal_teks"] == ("1, 13–20 Maret, 10 April", "5 Mei 2023")
    assert selisih["pelaksanaan_ditambah"] == (None, ["5 Mei 2023"])
    assert kejadian(usang) == [("0505", "0505")]


@pytest.mark.parametrize(
    ("teks", "pesan"),
    [
        ("31 April 2023", "Tanggal 31 April 2023 tidak ada."),
        ("setiap hari selama 2022 sampai 2025", "Lebih dari 500 kejadian."),
        ("DTSTART:20230101 RRULE:FREQ=DAILY;COUNT=10000", "10000 kejadian, paling banyak 500."),
        ("kalau sempat", "tidak dipahami."),
        ("x" * 301, "Terlalu panjang: 301 huruf, paling banyak 300."),
    ],
)
def test_what_is_not_a_schedule_is_refused(terbuka: Kantor, ketua: Pengguna, teks: str, pesan: str) -> None:
    banyak = Jejak.objects.count()
    with pytest.raises(DomainError) as galat:
        ubah_jadwal(aksi=aksi(terbuka), jadwal_teks=teks, revisi=0, oleh=ketua)
    assert galat.value.pesan.endswith(pesan)
    assert galat.value.kolom == "jadwal_teks"
    assert (Jejak.objects.count(), len(kejadian(aksi(terbuka)))) == (banyak, 3)


def test_words_stand_undated_only_where_the_person_says_so(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka)
    setuju(satu, "Menunggu jadwal pusat", ketua, sebagai_kata=True)
    satu.refresh_from_db()
    assert (satu.jadwal_teks, satu.jadwal_jenis, satu.jadwal_makna) == ("Menunggu jadwal pusat", "berkala", {})
    assert kejadian(satu) == [("", "")]


def test_saying_so_changes_nothing_where_the_words_are_understood(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka)
    setuju(satu, "5 Mei 2023", ketua, sebagai_kata=True)
    assert kejadian(satu) == [("0505", "0505")]


def test_dates_agreed_on_stay_while_the_words_name_none(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka, "b")
    tambah_tanggal(aksi=satu, jatuh_tempo=date(2023, 5, 5), oleh=ketua)
    tambah_tanggal(aksi=satu, jatuh_tempo=date(2023, 4, 4), oleh=ketua)
    assert ubah_jadwal(aksi=satu, jadwal_teks="Berkala", revisi=0, oleh=ketua) is True
    assert kejadian(satu) == [("0404", "0404"), ("0505", "0505")]


def test_plan_not_open(kantor: Kantor, ketua: Pengguna) -> None:
    with pytest.raises(DomainError, match="sudah ditetapkan"):
        ubah_jadwal(aksi=aksi(kantor), jadwal_teks="5 Mei 2023", revisi=0, oleh=ketua)


def test_cost_does_not_grow_with_occurrences(terbuka: Kantor, ketua: Pengguna) -> None:
    banyak = []
    for teks in ("5 Mei 2023", "setiap Senin", "setiap hari selama Januari–Oktober 2023"):
        satu = aksi(terbuka)
        with pytest.raises(PerluSetuju) as galat:
            ubah_jadwal(aksi=satu, jadwal_teks=teks, revisi=satu.revisi, oleh=ketua)
        with CaptureQueriesContext(connection) as kueri:
            ubah_jadwal(aksi=satu, jadwal_teks=teks, revisi=satu.revisi, oleh=ketua, setuju=galat.value.usulan.setuju)
        banyak.append(len([q for q in kueri if "SAVEPOINT" not in q["sql"]]))
    # The last: more rows than one INSERT of SQLite takes, and one DELETE on either.
    assert banyak == [16, 16, 20 if connection.vendor == "sqlite" else 18]


# --- what is shown ------------------------------------------------------------------------------------


def test_preview_of_a_new_action_lists_what_was_understood(db: None) -> None:
    isi = pratinjau("28 Januari, 17 Agustus 2023", 2023)
    assert [(b.teks, b.kata, b.catatan) for b in isi.baris] == [
        ("Sabtu, 28 Januari 2023", "", "hari Sabtu"),
        ("Kamis, 17 Agustus 2023", "", "libur nasional Hari Kemerdekaan Republik Indonesia"),
    ]
    assert (isi.terbaca.dipahami, isi.akibat) == (True, "")


def test_preview_of_a_changed_schedule_tells_what_it_does(terbuka: Kantor, ketua: Pengguna) -> None:
    satu = aksi(terbuka)
    catat_status(pelaksanaan=satu.pelaksanaan.get(urutan=2), status="berjalan", oleh=ketua, hari_ini=HARI_INI)
    isi = pratinjau("1 Maret 2023, 3 Januari 2024", 2023, satu)
    assert [(b.teks, b.kata, b.catatan) for b in isi.baris] == [
        ("Rabu, 1 Maret 2023", "", ""),
        ("13–20 Maret 2023", "dipertahankan", ""),
        ("Senin, 10 April 2023", "dihapus", ""),
        ("Rabu, 3 Januari 2024", "baru", "di luar tahun 2023"),
    ]
    assert (isi.akibat, isi.ditahan) == ("1 tetap, 1 baru, 1 dihapus, 1 dipertahankan", True)


def test_long_preview_folds(db: None) -> None:
    isi = pratinjau("setiap Senin", 2023)
    assert (len(isi.awal), len(isi.sisa)) == (16, len(isi.terbaca.kejadian) - 16)


# --- any schedule -------------------------------------------------------------------------------------

HARI = st.dates(date(2023, 1, 1), date(2023, 12, 31))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rangkaian=st.lists(st.lists(HARI, min_size=1, max_size=6, unique=True), min_size=2, max_size=4), data=st.data())
def test_whatever_the_change_what_was_worked_on_is_untouched(terbuka: Kantor, rangkaian: Any, data: Any) -> None:
    """Over any run of schedules, with progress recorded between: what has progress keeps its row, its dates and its
    state; the others are exactly the schedule's; all are in order."""
    satu = aksi(terbuka)
    Pelaksanaan.objects.filter(aksi=satu).delete()  # of the example before
    Pelaksanaan.objects.create(aksi=satu, urutan=1)
    RencanaAksi.objects.filter(pk=satu.pk).update(jadwal_teks="", jadwal_jenis="tanpa", jadwal_makna={})
    terjaga: dict[int, tuple[Any, ...]] = {}
    for hari in rangkaian:
        satu.refresh_from_db()
        teks = ", ".join(f"{h.day} {BULAN[h.month - 1]} 2023" for h in hari)
        isi: dict[str, Any] = {"aksi": satu, "jadwal_teks": teks, "revisi": satu.revisi, "oleh": None}
        try:
            ubah_jadwal(**isi)
        except PerluSetuju as galat:
            ubah_jadwal(**isi, setuju=galat.usulan.setuju)
        ada = list(Pelaksanaan.objects.filter(aksi=satu))
        assert [p.urutan for p in ada] == list(range(1, len(ada) + 1))
        assert [p.jatuh_tempo for p in ada] == sorted(p.jatuh_tempo for p in ada if p.jatuh_tempo)
        assert {p.jatuh_tempo for p in ada} >= set(hari)
        assert {p.jatuh_tempo for p in ada if p.pk not in terjaga} <= set(hari)
        assert {p.pk: (p.mulai, p.jatuh_tempo, p.status) for p in ada if p.pk in terjaga} == terjaga
        for p in data.draw(st.lists(st.sampled_from(ada), max_size=2, unique_by=lambda p: p.pk)):
            Pelaksanaan.objects.filter(pk=p.pk).update(status="berjalan")
            terjaga[p.pk] = (p.mulai, p.jatuh_tempo, "berjalan")


BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
