"""Making a plan: from the starter, empty, from last year; who may; what is refused."""

from collections import Counter
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from pengungkit.domain.instrumen import muat_instrumen
from pengungkit.models import Instrumen
from rencana_aksi.domain.awal import (
    NaskahAwal,
    buat_rencana_awal,
    buat_rencana_kosong,
    buat_rencana_lalu,
    jadwal_kerja,
    naskah_awal,
)
from rencana_aksi.domain.awal.buat import AWAL, KOSONG, LALU
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.asal import tindakan_pertama
from rencana_aksi.queries.buat import boleh_membuat, cari_instrumen, pengungkit_instrumen
from rencana_aksi.queries.periksa import temuan_dari
from tests.pabrik import Kantor, buat_orang, buat_tim
from tests.pengungkit.bantu import P52, P90
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

TAHUN = (2024, 2025, 2026, 2028, 2031, 2032)
Buat = Callable[..., Rencana]


@pytest.fixture
def satker(db: None) -> Satker:
    """An office with both instruments at hand, and nobody in it."""
    muat_instrumen(berkas=[P90, P52])
    return Satker.objects.create(kode="BARU", nama="Kantor Baru", kota="Bima")


def isi_tim(satker: Satker, tahun: int, seorang: tuple[str, ...] = ()) -> dict[str, list[int]]:
    """A coordinator and two members in every team; in `seorang` the coordinator alone. Their ids, by team."""
    nama = {area: [f"k-{area.lower()}", f"a-{area.lower()}", f"b-{area.lower()}"] for area in AREA}
    orang = buat_orang(satker, "kepala", "ketua", *(n for daftar in nama.values() for n in daftar))
    isi = [(PENGARAH, orang["kepala"], Peran.KEPALA), (PENGARAH, orang["ketua"], Peran.KETUA)]
    for area, daftar in nama.items():
        peran = (Peran.KOORDINATOR, Peran.ANGGOTA, Peran.ANGGOTA)
        ikut = list(zip(daftar, peran, strict=True))[: 1 if area in seorang else 3]
        isi += [(area, orang[n], p) for n, p in ikut]
    buat_tim(satker, tahun, isi)
    return {area: [o.pk for a, o, _ in isi if a == area] for area in AREA}


def instrumen(kode: str = "permenpan-90-2021") -> Instrumen:
    return Instrumen.objects.get(kode=kode)


def awal(kode: str = "permenpan-90-2021") -> NaskahAwal:
    naskah = naskah_awal(kode)
    assert naskah is not None
    return naskah


def seluruhnya(satker: Satker, tahun: int, kode: str = "permenpan-90-2021") -> Rencana:
    return buat_rencana_awal(satker=satker, tahun=tahun, instrumen=instrumen(kode), pilihan=None, oleh=None)


# --- the starter --------------------------------------------------------------------------------------


@pytest.mark.parametrize("kode", ["permenpan-90-2021", "permenpan-52-2014"])
@pytest.mark.parametrize("tahun", TAHUN)
def test_whole_starter_has_no_finding(satker: Satker, kode: str, tahun: int) -> None:
    """Where every team has people, be it one."""
    isi_tim(satker, tahun, seorang=("II", "V"))
    rencana = seluruhnya(satker, tahun, kode)
    assert [(t.jenis.kode, t.tempat, t.uraian) for t in temuan_dari(rencana)] == []
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    assert list(aksi.filter(penanggung_jawab=None)) == []
    kejadian = Pelaksanaan.objects.filter(aksi__in=aksi)
    assert list(kejadian.exclude(mulai__year=tahun, jatuh_tempo__year=tahun)) == []


def test_whole_starter_is_what_the_file_says(satker: Satker) -> None:
    rencana = seluruhnya(satker, 2026)
    naskah = awal()
    assert (rencana.tahun, rencana.instrumen.kode, rencana.tempat) == (2026, "permenpan-90-2021", "Bima")
    assert (rencana.status, rencana.versi, rencana.nomor_sk) == (StatusRencana.DRAF, 1, "")
    enam = [(p.kode, p.nama, p.bobot) for p in rencana.pengungkit.all()]
    assert enam == [(p.kode, p.nama, p.bobot) for p in pengungkit_instrumen(rencana.instrumen)]
    program = [(p.kode, x.uraian) for p in rencana.pengungkit.all() for x in p.program_prioritas.all()]
    assert program == [(p.kode, teks) for p in naskah.pengungkit for teks in p.program]
    kerja = RencanaKerja.objects.filter(pengungkit__rencana=rencana).order_by("pengungkit__urutan", "urutan")
    assert [(k.pengungkit.kode, k.nomor, k.uraian) for k in kerja.select_related("pengungkit")] == [
        (p.kode, i, k.uraian) for p in naskah.pengungkit for i, k in enumerate(p.kerja, 1)
    ]
    aksi = list(RencanaAksi.objects.filter(rencana_kerja__in=kerja).order_by("pk"))
    ditulis = [(a.huruf, a.uraian, a.jadwal_teks, a.jadwal_makna, a.penanggung_jawab_id) for a in aksi]
    assert ditulis == [
        ("abcdefg"[i] if len(k.aksi) > 1 else "", a.uraian, *_jadwal(a.jadwal, 2026), None)
        for p in naskah.pengungkit
        for k in p.kerja
        for i, a in enumerate(k.aksi)
    ]
    syarat = SyaratBukti.objects.filter(aksi__in=aksi).order_by("pk")
    assert [(s.teks, s.jenis, s.tiap_pelaksanaan) for s in syarat] == [
        (s.teks, s.jenis, s.tiap_pelaksanaan) for _, _, a in naskah.semua_aksi() for s in a.syarat
    ]


def _jadwal(teks: str, tahun: int) -> tuple[str, dict[str, object]]:
    kata, jadwal = jadwal_kerja(teks, tahun)
    return kata, jadwal.makna


def test_people_of_a_team_answer_in_turn(satker: Satker) -> None:
    """Evenly, the same each time; nobody where the team has none, and none who left or is out of use."""
    tim = isi_tim(satker, 2026)
    Keanggotaan.objects.filter(tim__kode="VI").delete()
    pergi = Pengguna.objects.get(pk=tim["III"][2])
    pergi.is_active = False
    pergi.save()
    rencana = seluruhnya(satker, 2026)
    for area in AREA:
        aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana,
                                          rencana_kerja__pengungkit__kode=area)  # fmt: skip
        urut = list(
            aksi.order_by("rencana_kerja__urutan", "urutan").values_list("penanggung_jawab", flat=True)
        )  # fmt: skip
        giliran = {"III": tim["III"][:2], "VI": [None]}.get(area, tim[area])
        assert urut == [giliran[i % len(giliran)] for i in range(len(urut))]
        kali = Counter(urut).values()
        assert max(kali) - min(kali) <= 1


def test_what_is_not_ticked_is_left_out(satker: Satker) -> None:
    """A row, an action of another, an evidence of a third; numbers and letters close up."""
    naskah = awal()
    satu, dua, tiga = naskah.pengungkit[0].kerja[:3]
    buang = {satu.id, dua.aksi[0].id, tiga.aksi[0].syarat[0].id}
    rencana = buat_rencana_awal(
        satker=satker, tahun=2026, instrumen=instrumen(), pilihan=naskah.semua_id - buang, oleh=None
    )
    kerja = list(RencanaKerja.objects.filter(pengungkit__rencana=rencana, pengungkit__kode="I"))
    assert [(k.nomor, k.uraian) for k in kerja[:2]] == [(1, dua.uraian), (2, tiga.uraian)]
    assert [a.uraian for a in kerja[0].aksi.all()] == [a.uraian for a in dua.aksi[1:]]
    assert [a.huruf for a in kerja[0].aksi.all()] == ["" if len(dua.aksi) == 2 else "a"] * (len(dua.aksi) - 1)
    teks = [s.teks for s in kerja[1].aksi.all()[0].syarat.all()]
    assert teks == [s.teks for s in tiga.aksi[0].syarat[1:]]


def test_a_row_without_a_ticked_action_is_left_out(satker: Satker) -> None:
    """And an action whose row is not ticked, with all of its evidence; a pengungkit of which nothing is stays empty."""
    naskah = awal()
    [satu, dua, *_] = naskah.pengungkit[0].kerja
    pilihan = {satu.id, satu.aksi[0].id, dua.id, naskah.pengungkit[1].kerja[0].aksi[0].id}
    rencana = buat_rencana_awal(satker=satker, tahun=2026, instrumen=instrumen(), pilihan=pilihan, oleh=None)
    assert [k.uraian for k in RencanaKerja.objects.filter(pengungkit__rencana=rencana)] == [satu.uraian]
    assert SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana).count() == 0
    program = [p.program_prioritas.count() for p in rencana.pengungkit.all()]
    assert program == [len(naskah.pengungkit[0].program), 0, 0, 0, 0, 0]


def test_making_leaves_one_row_in_the_trail(satker: Satker) -> None:
    oleh = buat_orang(satker, "ketua")["ketua"]
    rencana = buat_rencana_awal(satker=satker, tahun=2026, instrumen=instrumen(), pilihan=None, oleh=oleh)
    [jejak] = Jejak.objects.filter(satker_id=satker.pk)
    assert (jejak.tindakan, jejak.oleh_id, jejak.objek_id) == (AWAL, oleh.pk, rencana.pk)
    naskah = awal()
    assert jejak.sesudah == {
        "tahun": 2026,
        "instrumen": "permenpan-90-2021",
        "rencana_kerja": sum(len(p.kerja) for p in naskah.pengungkit),
        "aksi": len(list(naskah.semua_aksi())),
        "syarat": sum(len(a.syarat) for _, _, a in naskah.semua_aksi()),
    }


def test_making_takes_few_queries_whatever_is_ticked(satker: Satker) -> None:
    """Rows are written in bulk; only SQLite's bound on parameters splits them."""
    isi_tim(satker, 2026)
    naskah = awal()
    kerja = naskah.pengungkit[0].kerja[0]
    sedikit = {kerja.id, *(a.id for a in kerja.aksi), *(s.id for a in kerja.aksi for s in a.syarat)}
    banyak = []
    for tahun, pilihan in ((2026, sedikit), (2027, None)):
        with CaptureQueriesContext(
            connection,
        ) as catatan:
            buat_rencana_awal(satker=satker, tahun=tahun, instrumen=instrumen(), pilihan=pilihan, oleh=None)
        banyak.append(len(catatan))
    assert banyak[0] <= 20
    assert banyak[1] <= 35


# --- empty, and from last year ------------------------------------------------------------------------


def test_empty_plan_has_the_six_of_the_instrument(satker: Satker) -> None:
    for tahun, kode in ((2026, "permenpan-90-2021"), (2027, "permenpan-52-2014")):
        rencana = buat_rencana_kosong(satker=satker, tahun=tahun, instrumen=instrumen(kode), oleh=None)
        enam = [(p.kode, p.nama, p.bobot, p.urutan) for p in rencana.pengungkit.all()]
        milik = pengungkit_instrumen(instrumen(kode))
        assert enam == [(p.kode, p.nama, p.bobot, i) for i, p in enumerate(milik, 1)]
        assert [p.kode for p in milik] == list(AREA)
        assert sum(p.bobot for p in milik) == 60
        assert not RencanaKerja.objects.filter(pengungkit__rencana=rencana).exists()
        assert (rencana.status, rencana.tempat) == (StatusRencana.DRAF, "Bima")
        assert tindakan_pertama(rencana) == KOSONG


def test_last_year_is_copied_as_the_page_proposes(kantor: Kantor) -> None:
    """The newest earlier plan, its teams along; what names its year names the new one."""
    RencanaKerja.objects.filter(pk=kantor.baris["I"].pk).update(uraian="Laporan 2023")
    baru = buat_rencana_lalu(satker=kantor.satker, tahun=2025, instrumen=kantor.rencana.instrumen, oleh=None)
    assert (baru.tahun, baru.status, tindakan_pertama(baru)) == (2025, StatusRencana.DRAF, LALU)
    uraian = list(RencanaKerja.objects.filter(pengungkit__rencana=baru).values_list("uraian", flat=True))
    assert uraian[0] == "Laporan 2025"
    assert len(uraian) == len(AREA)
    tim = [set(Keanggotaan.objects.filter(tim__satker=kantor.satker, tim__tahun=t).values_list("tim__kode", "pengguna"))
           for t in (2023, 2025)]  # fmt: skip
    assert tim[0] == tim[1]
    lagi = buat_rencana_lalu(satker=kantor.satker, tahun=2026, instrumen=kantor.rencana.instrumen, oleh=None)
    assert RencanaKerja.objects.filter(pengungkit__rencana=lagi, uraian="Laporan 2026").count() == 1


# --- refusals -----------------------------------------------------------------------------------------


def verba(satker: Satker, tahun: int) -> list[Callable[[], Rencana]]:
    milik = {"satker": satker, "tahun": tahun, "instrumen": instrumen(), "oleh": None}
    return [
        lambda: buat_rencana_kosong(**milik),
        lambda: buat_rencana_awal(**milik, pilihan=None),
        lambda: buat_rencana_lalu(**milik),
    ]


@pytest.mark.parametrize("tahun", [1999, 2101])
def test_a_year_that_is_none_is_refused(satker: Satker, tahun: int) -> None:
    for buat in verba(satker, tahun):
        with pytest.raises(DomainError) as galat:
            buat()
        assert (galat.value.pesan, galat.value.kolom) == ("Tahun harus 2000 sampai 2100.", "tahun")
    assert Rencana.objects.count() == 0


def test_a_year_that_has_a_plan_is_refused(satker: Satker) -> None:
    buat_rencana_kosong(satker=satker, tahun=2026, instrumen=instrumen(), oleh=None)
    for buat in verba(satker, 2026):
        with pytest.raises(DomainError) as galat:
            buat()
        assert (galat.value.pesan, galat.value.kolom) == ("Rencana tahun 2026 sudah ada.", "tahun")
    assert (Rencana.objects.count(), Jejak.objects.filter(satker_id=satker.pk).count()) == (1, 1)


def test_nothing_to_copy_is_refused(satker: Satker) -> None:
    buat_rencana_kosong(satker=satker, tahun=2026, instrumen=instrumen(), oleh=None)
    with pytest.raises(DomainError) as galat:
        buat_rencana_lalu(satker=satker, tahun=2025, instrumen=instrumen(), oleh=None)
    assert galat.value.pesan == "Belum ada rencana sebelum tahun 2025 yang dapat disalin."


def test_an_instrument_without_a_starter_is_refused(kantor: Kantor) -> None:
    with pytest.raises(DomainError) as galat:
        buat_rencana_awal(satker=kantor.satker, tahun=2026, instrumen=kantor.rencana.instrumen, pilihan=None, oleh=None)
    assert (galat.value.pesan, galat.value.kolom) == ("Belum ada rencana awal untuk instrumen uji.", "instrumen")


@pytest.mark.parametrize(
    ("pilihan", "pesan"),
    [
        ([], "Belum ada rencana aksi yang dipilih. Pilih sedikitnya satu beserta rencana kerjanya."),
        (["entah"], "Sebagian pilihan tidak ada pada rencana awal instrumen ini. Muat ulang, lalu pilih lagi."),
    ],
)
def test_ticks_that_make_no_plan_are_refused(satker: Satker, pilihan: list[str], pesan: str) -> None:
    with pytest.raises(DomainError) as galat:
        buat_rencana_awal(satker=satker, tahun=2026, instrumen=instrumen(), pilihan=pilihan, oleh=None)
    assert galat.value.pesan == pesan
    assert (Rencana.objects.count(), Jejak.objects.filter(satker_id=satker.pk).count()) == (0, 0)


def test_an_instrument_that_is_not_loaded_is_told(db: None) -> None:
    with pytest.raises(DomainError, match=r"^Belum ada instrumen yang berlaku\.$"):
        cari_instrumen()
    muat_instrumen(berkas=[P90, P52])
    assert cari_instrumen().kode == "permenpan-90-2021"
    assert cari_instrumen("permenpan-52-2014").kode == "permenpan-52-2014"
    with pytest.raises(DomainError) as galat:
        cari_instrumen("lama")
    assert galat.value.pesan == 'Instrumen "lama" belum dimuat; yang ada: permenpan-90-2021, permenpan-52-2014.'


# --- who may ------------------------------------------------------------------------------------------


def test_admin_and_ketua_may_make_a_plan(kantor: Kantor) -> None:
    """Of a year that has a team or none; in an office that has a plan, the ketua of the newest too."""
    boleh = {
        nama: (
            boleh_membuat(orang, kantor.satker, 2023),
            boleh_membuat(orang, kantor.satker, 2026),
            boleh_membuat(orang, kantor.satker, 2026, kantor.rencana),
        )
        for nama, orang in kantor.orang.items()
    }
    ya = {nama: hak for nama, hak in boleh.items() if any(hak)}
    assert ya == {"admin": (True, True, True), "ketua": (True, False, True)}
