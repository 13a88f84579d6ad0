"""A plan out of nothing: year and instrument, the ways to it, the starter's ticks, and a plan without a row."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from pengungkit.models import Instrumen, Komponen
from rencana_aksi.domain.awal import jadwal_kerja, naskah_awal
from rencana_aksi.domain.buang import buang_rencana
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja
from tests.bantuan import Klien, teks, urai
from tests.mulai.bantu import KantorKosong, buat_draf, buat_kantor_kosong
from tests.pabrik import Kantor, buat_rencana, buat_tim
from zona.inti.models import Jejak
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna

Buka = Callable[..., Klien]
BARU = "/baru/mulai/rencana/"
AWAL = "/baru/mulai/rencana/2023/awal/"
KODE = "permenpan-90-2021"


@pytest.fixture
def baru(kantor: Kantor) -> KantorKosong:
    """The office BARU with people and teams; the instrument in force has a starter."""
    Instrumen.objects.filter(kode="uji").update(kode=KODE)
    return buat_kantor_kosong(tim=True)


def kirim(k: Klien, alamat: str = BARU, **isi: Any) -> HttpResponse:
    return k.post(alamat, {"tahun": 2023, "instrumen": KODE, "dari": "kosong", **isi})


def galat(halaman: HttpResponse) -> list[str]:
    assert halaman.status_code == 422
    return [teks(p) for p in urai(halaman).select(".kolom-galat, .pemberitahuan.bahaya")]


# --- which plan, and out of what ----------------------------------------------------------------------------


def test_form_proposes_the_running_year_the_instrument_in_force_and_the_starter(
    baru: KantorKosong, klien: Buka
) -> None:
    halaman = urai(klien(baru.orang["petugas"]).get(BARU))
    terpilih = [i["value"] for i in halaman.select("input[type=radio][checked]")]
    assert (halaman.select_one("[name=tahun]")["value"], terpilih) == ("2023", [KODE, "awal"])


def test_form_proposes_the_next_year_without_a_plan(kantor: Kantor, klien: Buka, admin: Pengguna) -> None:
    buat_draf(kantor, 2024, baris=0)
    assert urai(klien(admin).get("/uji/mulai/rencana/")).select_one("[name=tahun]")["value"] == "2025"


def test_instruments_are_named_with_a_line_on_which_is_in_force(baru: KantorKosong, klien: Buka) -> None:
    Instrumen.objects.filter(kode=KODE).update(nama="Peraturan A", status="berlaku; dipakai PortalRB")
    Instrumen.objects.create(kode="lama", nama="Peraturan B", status="dicabut", isi_sha256="0" * 64)
    halaman = urai(klien(baru.orang["petugas"]).get(BARU))
    assert [teks(x) for x in halaman.select("#id_instrumen label")] == [
        "Peraturan A (berlaku; dipakai PortalRB)", "Peraturan B (dicabut)",
    ]  # fmt: skip


@pytest.mark.parametrize(("siapa", "tujuan"), [("ketua-baru", "sunting/"), ("petugas", "")])
def test_empty_plan_is_made_and_rows_are_typed_next(baru: KantorKosong, klien: Buka, siapa: str, tujuan: str) -> None:
    """The admin, who edits no rows, comes to the plan."""
    assertRedirects(kirim(klien(baru.orang[siapa])), f"/baru/2023/rencana/{tujuan}", fetch_redirect_response=False)
    rencana = Rencana.objects.get(satker=baru.satker)
    assert (rencana.tahun, rencana.status, rencana.versi, rencana.instrumen.kode) == (2023, "draf", 1, KODE)
    assert [(p.kode, p.bobot) for p in rencana.pengungkit.all()] == [
        ("I", 5), ("II", 5), ("III", 15), ("IV", 10), ("V", 15), ("VI", 10),
    ]  # fmt: skip
    assert not RencanaKerja.objects.filter(pengungkit__rencana=rencana).exists()


@pytest.mark.parametrize(
    ("dari", "tujuan"),
    [
        ("awal", f"{AWAL}?instrumen={KODE}"),
        ("buku", f"/baru/mulai/rencana/2023/buku/?instrumen={KODE}"),
        ("lama", f"/baru/2023/rencana/impor/lama/?instrumen={KODE}"),
    ],
)
def test_other_ways_lead_on(baru: KantorKosong, klien: Buka, dari: str, tujuan: str) -> None:
    k = klien(baru.orang["petugas"])
    assertRedirects(kirim(k, dari=dari), tujuan)
    assert not Rencana.objects.filter(satker=baru.satker).exists()


def test_copy_leads_to_the_newest_plan_before(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    isi = {"dari": "lalu", "tahun": 2024, "instrumen": "uji"}
    assertRedirects(kirim(klien(ketua), "/uji/mulai/rencana/", **isi), "/uji/2023/rencana/salin/?ke=2024")


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({"tahun": 1999}, "Tahun harus 2000 sampai 2100."),
        ({"tahun": 2101}, "Tahun harus 2000 sampai 2100."),
        ({"tahun": "dua"}, "Tahun harus 2000 sampai 2100."),
        ({"instrumen": "belum-ada"}, "Instrumen itu belum dimuat."),
        ({"dari": "lalu"}, "Belum ada rencana sebelum tahun 2023 yang dapat disalin."),
    ],
)
def test_bad_input_is_one_sentence_and_makes_nothing(
    baru: KantorKosong, klien: Buka, isi: dict[str, Any], kata: str
) -> None:
    sebelum = Jejak.objects.count()
    assert kata in galat(kirim(klien(baru.orang["petugas"]), **isi))
    assert not Rencana.objects.filter(satker=baru.satker).exists()
    assert Jejak.objects.count() == sebelum


def test_without_any_instrument_it_says_who_loads_them(baru: KantorKosong, klien: Buka) -> None:
    Rencana.objects.all().delete()
    Instrumen.objects.all().delete()
    pesan = galat(kirim(klien(baru.orang["petugas"]), instrumen=""))
    assert any("Minta pengelola pemasangan Zona" in satu for satu in pesan)


def test_year_that_has_a_plan_is_told_with_its_state(baru: KantorKosong, klien: Buka, kantor: Kantor) -> None:
    buat_rencana(baru.satker, kantor.rencana.instrumen)
    assert "Rencana 2023 sudah ada (ditetapkan)." in galat(kirim(klien(baru.orang["petugas"])))


def test_ketua_makes_the_plan_of_their_own_year(baru: KantorKosong, klien: Buka) -> None:
    """Without an earlier plan, a ketua is one of that year alone."""
    k = klien(baru.orang["ketua-baru"])
    assert galat(kirim(k, tahun=2030))[-1].endswith("Anda bukan ketua tim 2030.")
    assert kirim(klien(baru.orang["petugas"]), tahun=2030).status_code == 302


ALAMAT = (BARU, AWAL, "/baru/mulai/rencana/2023/buku/", "/baru/mulai/rencana/2023/buku/kosong.xlsx")


@pytest.mark.parametrize("alamat", ALAMAT)
def test_others_of_the_office_are_told_who_makes_plans(baru: KantorKosong, klien: Buka, alamat: str) -> None:
    for siapa in ("kepala-baru", "baru-i"):
        tanggapan = klien(baru.orang[siapa]).get(alamat)
        assert tanggapan.status_code == 403
        assert "Hanya ketua tim dan admin satuan kerja yang dapat membuat rencana." in teks(tanggapan)


@pytest.mark.parametrize("alamat", ALAMAT)
def test_outsiders_meet_nothing(baru: KantorKosong, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    assert klien(ketua).get(alamat).status_code == 404
    assert klien(baru.orang["petugas"]).get(alamat.replace("2023", "1999")).status_code in (200, 404)


# --- the starter ------------------------------------------------------------------------------------------------


def centang(halaman: HttpResponse) -> dict[str, list[str]]:
    """What the browser would send of the ticks."""
    semua = urai(halaman).select("form.awal input[type=checkbox]")
    return {
        n: [i["value"] for i in semua if i["name"] == n and "checked" in i.attrs] for n in ("area", "kerja", "aksi")
    }


def jumlah(halaman: HttpResponse) -> str:
    return teks(urai(halaman).select_one(".kaki-awal p"))


def test_everything_is_ticked_at_first_under_its_pengungkit(baru: KantorKosong, klien: Buka) -> None:
    halaman = klien(baru.orang["petugas"]).get(AWAL)
    naskah = naskah_awal(KODE)
    assert naskah is not None
    aksi = [a.id for _, _, a in naskah.semua_aksi()]
    assert centang(halaman) == {
        "area": ["I", "II", "III", "IV", "V", "VI"],
        "kerja": [k.id for p in naskah.pengungkit for k in p.kerja],
        "aksi": aksi,
    }
    assert jumlah(halaman) == f"{len(aksi)} dari {len(aksi)} rencana aksi dipilih"
    satu = naskah.pengungkit[0].kerja[0].aksi[0]
    baris = teks(urai(halaman).select(".pohon > li > ul > li")[0])
    for kata in (satu.uraian, jadwal_kerja(satu.jadwal, 2023)[0], satu.pertanyaan[0], satu.syarat[0].teks):
        assert kata in baris


def test_starter_taken_whole_becomes_the_plan(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["ketua-baru"])
    tanggapan = k.post(AWAL, centang(k.get(AWAL)))
    assertRedirects(tanggapan, "/baru/2023/rencana/sunting/", fetch_redirect_response=False)
    naskah = naskah_awal(KODE)
    assert naskah is not None
    rencana = Rencana.objects.get(satker=baru.satker)
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    assert aksi.count() == sum(1 for _ in naskah.semua_aksi())
    assert not aksi.filter(penanggung_jawab=None).exists()
    assert rencana.status == StatusRencana.DRAF


def test_only_what_is_ticked_is_taken(baru: KantorKosong, klien: Buka) -> None:
    """A pengungkit without its tick is left out whatever is ticked under it, a row with its actions."""
    k = klien(baru.orang["petugas"])
    isi, naskah = centang(k.get(AWAL)), naskah_awal(KODE)
    assert naskah is not None
    satu = naskah.pengungkit[0]
    isi["area"] = ["I"]
    isi["kerja"].remove(satu.kerja[0].id)
    isi["aksi"].remove(satu.kerja[1].aksi[0].id)
    harapan = sum(len(x.aksi) for x in satu.kerja[1:]) - 1
    hitung = k.post(AWAL, {**isi, "hitung": "1"})
    assert (hitung.status_code, jumlah(hitung).split()[0], centang(hitung)) == (200, str(harapan), isi)
    assert not Rencana.objects.filter(satker=baru.satker).exists()
    k.post(AWAL, isi)
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana__satker=baru.satker)
    assert aksi.count() == harapan
    assert set(aksi.values_list("rencana_kerja__pengungkit__kode", flat=True)) == {"I"}


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "Belum dibuat. Belum ada rencana aksi yang dipilih. Pilih sedikitnya satu beserta rencana kerjanya."),
        (
            {"area": "I", "aksi": "bukan-id"},
            "Belum dibuat. Sebagian pilihan tidak ada pada rencana awal instrumen ini. Muat ulang, lalu pilih lagi.",
        ),
    ],
)
def test_nothing_ticked_or_unknown_is_told(baru: KantorKosong, klien: Buka, isi: dict[str, str], kata: str) -> None:
    assert galat(klien(baru.orang["petugas"]).post(AWAL, isi)) == [kata]
    assert not Rencana.objects.filter(satker=baru.satker).exists()


def test_teams_without_people_are_named(baru: KantorKosong, klien: Buka) -> None:
    Keanggotaan.objects.filter(tim__satker=baru.satker, tim__kode__in=["II", "V"]).delete()
    halaman = urai(klien(baru.orang["petugas"]).get(AWAL))
    assert teks(halaman.select_one(".pemberitahuan")) == (
        "Tim II, V tahun 2023 belum berisi orang: aksinya dibuat tanpa penanggung jawab."
    )


def test_starter_of_an_instrument_that_is_not_loaded_is_one_sentence(baru: KantorKosong, klien: Buka) -> None:
    halaman = klien(baru.orang["petugas"]).get(f"{AWAL}?instrumen=permenpan-1-1999")
    assert halaman.status_code == 422
    assert f'Instrumen "permenpan-1-1999" belum dimuat; yang ada: {KODE}.' in teks(halaman)


def test_instrument_without_a_starter_is_one_sentence(baru: KantorKosong, klien: Buka) -> None:
    Instrumen.objects.filter(kode=KODE).update(kode="tanpa-awal")
    halaman = klien(baru.orang["petugas"]).get(AWAL)
    assert halaman.status_code == 422
    assert "Belum ada rencana awal untuk Instrumen uji." in teks(halaman)


def test_starter_page_costs_the_same_with_one_and_three(
    baru: KantorKosong, klien: Buka, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    k = klien(baru.orang["petugas"])
    buat_rencana(baru.satker, Instrumen.objects.get(kode=KODE), 2029)
    with django_assert_num_queries(9):
        k.get(AWAL)
    for tahun in (2030, 2031):
        buat_tim(baru.satker, tahun, [(PENGARAH, baru.orang["ketua-baru"], Peran.KETUA)])
        buat_rencana(baru.satker, Instrumen.objects.get(kode=KODE), tahun)
    with django_assert_num_queries(9):
        k.get(AWAL)


# --- a plan without a row is no dead end -----------------------------------------------------------------------


def arah(halaman: HttpResponse) -> list[str]:
    kotak = next(p for p in urai(halaman).select("main .pemberitahuan") if "belum berisi" in teks(p))
    return [a["href"] for a in kotak.select("a")]


@pytest.mark.parametrize("ekor", ["", "rencana/"], ids=["beranda", "matriks"])
def test_plan_without_a_row_says_how_to_go_on(baru: KantorKosong, klien: Buka, ekor: str) -> None:
    kirim(klien(baru.orang["petugas"]))
    ada = {s: arah(klien(baru.orang[s]).get(f"/baru/2023/{ekor}?lihat=kantor" if not ekor else f"/baru/2023/{ekor}"))
           for s in ("ketua-baru", "petugas", "kepala-baru")}  # fmt: skip
    kosong = f"/baru/mulai/rencana/2023/buku/kosong.xlsx?instrumen={KODE}"
    sunting, buku, buang = "/baru/2023/rencana/sunting/", "/baru/2023/rencana/impor/", "/baru/mulai/rencana/2023/buang/"
    assert ada == {
        "ketua-baru": [sunting, AWAL, kosong, buku, buang], "petugas": [AWAL, kosong, buang], "kepala-baru": [],
    }  # fmt: skip
    for siapa, alamat in ada.items():
        for satu in alamat:
            assert klien(baru.orang[siapa]).get(satu, follow=True).status_code == 200


def test_emptied_plan_is_filled_from_the_starter(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["ketua-baru"])
    kirim(k)
    rencana = Rencana.objects.get(satker=baru.satker)
    ProgramPrioritas.objects.create(pengungkit=rencana.pengungkit.get(kode="I"), uraian="Punya kami", urutan=1)
    k.post(AWAL, centang(k.get(AWAL)))
    assert Rencana.objects.get(satker=baru.satker).pk == rencana.pk
    naskah = naskah_awal(KODE)
    assert naskah is not None
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    assert aksi.count() == sum(1 for _ in naskah.semua_aksi())
    program = ProgramPrioritas.objects.filter(pengungkit__rencana=rencana).values_list("uraian", flat=True)
    assert list(program) == ["Punya kami"]
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert jejak.tindakan == "mengisi rencana dari rencana awal"


def test_plan_with_rows_is_not_filled_again(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["ketua-baru"])
    isi = centang(k.get(AWAL))
    k.post(AWAL, isi)
    banyak = RencanaAksi.objects.count()
    for tanggapan in (k.get(AWAL), k.post(AWAL, isi)):
        assertRedirects(tanggapan, "/baru/2023/rencana/", fetch_redirect_response=False)
    assert RencanaAksi.objects.count() == banyak


def test_thrown_away_draft_leads_back_to_the_beginning(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["petugas"])
    kirim(k)
    buang_rencana(rencana=Rencana.objects.get(satker=baru.satker), alasan="x", oleh=baru.orang["petugas"])
    assert kirim(k).status_code == 302


def test_instrument_names_the_pengungkit_of_the_starter_page(baru: KantorKosong, klien: Buka) -> None:
    Komponen.objects.filter(instrumen__kode=KODE, area="II").update(nama="Tata Laksana Digital")
    judul = [teks(h) for h in urai(klien(baru.orang["petugas"]).get(AWAL)).select(".bagian-awal h2")]
    assert judul[1] == "II. Tata Laksana Digital"


# --- who goes on with an empty one; what the starter's days are ----------------------------------------------


def test_empty_plan_says_who_types_its_rows_and_where_the_workbook_is(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["petugas"])
    Pengguna.objects.filter(pk=baru.orang["baru-vi"].pk).update(nama="Baru VI, S.Pd.")
    kirim(k)
    for alamat in ("/baru/2023/", "/baru/2023/rencana/"):
        kotak = urai(k.get(alamat)).select_one("main div.pemberitahuan")
        assert teks(kotak.p).endswith(
            "Barisnya diketik ketua tim dan koordinator: Ketua Baru; Baru I; Baru Ii; Baru Iii; Baru Iv; Baru V; "
            "Baru VI, S.Pd."
        )
        jalan = [a["href"] for a in kotak.select("a")]
        assert jalan == [
            AWAL, f"/baru/mulai/rencana/2023/buku/kosong.xlsx?instrumen={KODE}", "/baru/mulai/rencana/2023/buang/",
        ]  # fmt: skip
        assert {k.get(a).status_code for a in jalan} == {200}
    tetap = urai(klien(baru.orang["baru-i"]).get("/baru/2023/rencana/"))
    assert "/baru/2023/rencana/sunting/" in [a["href"] for a in tetap.select("div.pemberitahuan a")]


def test_empty_plan_without_anybody_leads_the_admin_to_the_team(kantor: Kantor, klien: Buka) -> None:
    Instrumen.objects.filter(kode="uji").update(kode=KODE)
    baru = buat_kantor_kosong(orang=True)
    k = klien(baru.orang["petugas"])
    kirim(k)
    kotak = urai(k.get("/baru/2023/rencana/")).select_one("main div.pemberitahuan")
    assert "pada tim 2023 belum ada orangnya." in teks(kotak.p)
    assert [a["href"] for a in kotak.p.select("a")] == ["/baru/2023/tim/"]


def test_starter_shows_the_days_as_they_will_be_stored(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["petugas"])
    halaman = urai(k.get("/baru/mulai/rencana/2026/awal/"))
    tampak = [teks(p).split(" · Pertanyaan")[0] for p in halaman.select(".pohon li li > p.rinci")]
    isi = {n: [i["value"] for i in halaman.select(f"[name={n}]")] for n in ("area", "kerja", "aksi")}
    k.post("/baru/mulai/rencana/2026/awal/", isi)
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana__tahun=2026)
    urut = aksi.order_by("rencana_kerja__pengungkit__kode", "rencana_kerja__nomor", "urutan")
    assert sorted(tampak) == sorted(urut.values_list("jadwal_teks", flat=True))
    assert len(tampak) > 50
