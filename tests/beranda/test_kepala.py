"""The year switch in the header: it keeps the page, says how far each plan is, and leads nobody to a closed door."""

from collections.abc import Callable

import pytest
from django.template import Context, Template
from django.test import RequestFactory
from django.urls import resolve, reverse
from pytest_django import DjangoAssertNumQueries

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from tests.bantuan import HTMX, Alamat, Klien, semua_alamat, teks, urai
from tests.beranda.tahunan import (
    ORANG,
    nama_alamat,
    pilihan_tahun,
    salin_2024,
    tambah_2022,
    tautan_tahun,
    tiga_tahun,
)
from tests.pabrik import Kantor, buka_perubahan
from zona.beranda.queries.kepala import halaman_di_atas
from zona.beranda.rules import BERANDA, HALAMAN, SARINGAN
from zona.organisasi.models import Pengguna, Satker

Buka = Callable[..., Klien]

DI_TAHUN = [a for a in semua_alamat() if a.pola.startswith("<slug:satker>/<int:tahun>/")]
POLOS = [a for a in DI_TAHUN if a.isian == ("satker", "tahun") and a.pola.endswith("/")]
LEBIH_LUAS = {"impor:daftar"}  # open to more people than its row says: to each who answers for an action


@pytest.fixture
def kantor_lama(kantor: Kantor) -> Kantor:
    return tiga_tahun(kantor)


# --- laws ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ORANG)
def test_switch_keeps_the_page_or_leads_to_an_open_one_above_it(klien: Buka, kantor_lama: Kantor, siapa: str) -> None:
    """From every page of 2023, and from the refusal of those closed to the person."""
    k = klien(kantor_lama.orang[siapa])
    salah = []
    for nama in HALAMAN:
        tautan = tautan_tahun(k.get(reverse(nama, args=("uji", 2023))))
        assert 2022 in tautan, nama
        for tahun, alamat in tautan.items():
            langsung = k.get(reverse(nama, args=("uji", tahun))).status_code
            jadi = nama_alamat(alamat)
            dijaga = jadi == nama or (nama in LEBIH_LUAS and langsung == 200)
            if dijaga != (langsung == 200) or k.get(alamat).status_code != 200:
                salah.append((nama, tahun, langsung, alamat))
    assert salah == []


@pytest.mark.parametrize("alamat", DI_TAHUN, ids=str)
def test_every_address_of_a_year_has_a_page_above_it(alamat: Alamat) -> None:
    jalan = halaman_di_atas(alamat.pola)
    assert jalan[-1] == BERANDA
    assert (jalan[0] == alamat.nama) == (alamat.nama in HALAMAN)


def test_every_page_of_a_year_has_its_row(klien: Buka, kantor: Kantor) -> None:
    """A new page is kept by the switch once it stands in HALAMAN."""
    tanpa = [a for a in POLOS if a.nama not in HALAMAN]
    orang = [klien(kantor.orang[siapa]) for siapa in ("ketua", "admin")]
    assert [a.nama for a in tanpa for k in orang if k.get(reverse(a.nama, args=("uji", 2023))).status_code == 200] == []
    assert len(tanpa) > 10


@pytest.mark.parametrize(
    ("alamat", "di_2022"),
    [
        ("rencana/aksi/{aksi}/", "rencana/"),
        ("rencana/pelaksanaan/{pelaksanaan}/status/", "rencana/"),
        ("rencana/aksi/{aksi}/tanggal/", "rencana/"),
        ("nilai/lke/A1/", "nilai/lke/"),
        ("laporan/3/", "laporan/"),
        ("laporan/triwulan/1/", "laporan/"),
        ("dokumen/naskah/bab-1/", "dokumen/naskah/"),
        ("dokumen/surat/sk-tim/", "dokumen/surat/"),
        ("tahapan/pencanangan/", "tahapan/"),
        ("rencana/qr/I/", "rencana/"),
        ("rencana/kendala/999999/", "rencana/kendala/"),
    ],
)
def test_page_of_one_thing_leads_to_its_list(klien: Buka, kantor_lama: Kantor, alamat: str, di_2022: str) -> None:
    """Where it is not there, too: whoever looks for a thing of another year finds the way."""
    isi = {"aksi": kantor_lama.aksi["I", "a"].pk, "pelaksanaan": kantor_lama.pelaksanaan["I", "a"][0].pk}
    k = klien(kantor_lama.orang["ketua"])
    tujuan = tautan_tahun(k.get(f"/uji/2023/{alamat.format(**isi)}"))
    assert tujuan == {2024: f"/uji/2024/{di_2022}", 2022: f"/uji/2022/{di_2022}"}
    assert k.get(tujuan[2022]).status_code == 200


@pytest.mark.parametrize(
    ("dari", "ke"),
    [
        ("rencana/?pengungkit=II&terlambat=1&entah=3", "rencana/?pengungkit=II&terlambat=1"),
        ("rencana/?q=a%26b&status=&saya=on", "rencana/?q=a%26b&saya=on"),
        ("rencana/jadwal/?bulan=3", "rencana/jadwal/?bulan=3"),
        ("bukti/?status=belum&oleh=7&tahun=2023&hal=2", "bukti/?status=belum"),
        ("?lihat=kantor", "?lihat=kantor"),
        (f"rencana/?q={'x' * 300}", "rencana/"),
        ("laporan/3/?versi=2", "laporan/"),
    ],
)
def test_filters_that_mean_the_same_go_along(klien: Buka, kantor_lama: Kantor, dari: str, ke: str) -> None:
    tujuan = tautan_tahun(klien(kantor_lama.orang["ketua"]).get(f"/uji/2023/{dari}"))
    assert tujuan == {2024: f"/uji/2024/{ke}", 2022: f"/uji/2022/{ke}"}


def test_filters_that_go_along_are_of_pages_that_are_kept() -> None:
    assert set(SARINGAN) <= set(HALAMAN)


# --- what it says -------------------------------------------------------------------------------------


def test_switch_says_how_far_each_plan_is_and_marks_the_running_year(klien: Buka, kantor_lama: Kantor) -> None:
    halaman = klien(kantor_lama.orang["ketua"]).get("/uji/2022/rencana/")
    assert pilihan_tahun(halaman) == ["2024 draf", "2023 ditetapkan tahun berjalan", "[2022 ditetapkan]"]
    assert teks(urai(halaman).select_one("header summary")) == "Tahun rencana: 2022 ditetapkan"


def test_a_first_plan_submitted_is_not_in_force(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    tambah_2022(kantor)
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DIAJUKAN)
    assert pilihan_tahun(klien(ketua).get("/uji/2023/")) == ["[2023 diajukan tahun berjalan]", "2022 ditetapkan"]


@pytest.mark.parametrize("alamat", ["", "dokumen/versi/", "rencana/sunting/I/"])
def test_a_plan_being_changed_is_in_force(klien: Buka, kantor: Kantor, ketua: Pengguna, alamat: str) -> None:
    """On the pages of its draft, too: the switch tells of years, not of versions."""
    tambah_2022(kantor)
    buka_perubahan(kantor)
    halaman = klien(ketua).get(kantor.alamat(alamat))
    assert pilihan_tahun(halaman) == ["[2023 ditetapkan tahun berjalan]", "2022 ditetapkan"]


def test_a_draft_is_shown_to_who_works_on_it(klien: Buka, kantor_lama: Kantor) -> None:
    melihat = {s for s in ORANG if 2024 in tautan_tahun(klien(kantor_lama.orang[s]).get("/uji/2023/rencana/"))}
    assert melihat == {"kepala", "ketua", "koordinator-i", "koordinator-ii", "admin"}


def test_a_draft_opened_by_its_address_says_where_one_is(klien: Buka, kantor_lama: Kantor) -> None:
    halaman = klien(kantor_lama.orang["pegawai"]).get("/uji/2024/rencana/")
    assert pilihan_tahun(halaman) == ["[2024 draf]", "2023 ditetapkan tahun berjalan", "2022 ditetapkan"]


def test_an_office_of_one_year_has_nothing_to_choose(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    kepala = urai(klien(ketua).get("/uji/2023/")).header
    assert teks(kepala.select_one(".kantor")) == "Kantor Uji 2023 ditetapkan"
    assert kepala.select(".pilih-tahun a, .pilih-tahun summary") == []


def test_fragment_draws_no_header(klien: Buka, kantor_lama: Kantor) -> None:
    assert urai(klien(kantor_lama.orang["ketua"]).get("/uji/2023/rencana/", headers=HTMX)).header is None


# --- pages without a plan -----------------------------------------------------------------------------


def gambar_kepala(pengguna: Pengguna, jalur: str, **isi: object) -> str:
    """The header of a page that gives its template `isi`, at that address."""
    permintaan = RequestFactory().get(jalur)
    permintaan.user = pengguna
    permintaan.resolver_match = resolve(jalur)
    templat = Template("{% load kepala %}{% kepala_kantor as kantor %}{% if kantor %}{{ kantor.satker }}"
    "{% include 'components/_tahun.html' %}{% include 'components/_menu.html' %}{% endif %}")  # fmt: skip
    return templat.render(Context({"request": permintaan, "halaman": permintaan.resolver_match.view_name, **isi}))


def test_year_without_a_plan_has_a_header_of_its_own(kantor: Kantor, admin: Pengguna) -> None:
    kepala = urai(gambar_kepala(admin, "/uji/2025/tim/", satker=kantor.satker, tahun=2025))
    assert [teks(b) for b in kepala.select(".tahun-baris")] == [
        "2025 belum ada rencana", "2023 ditetapkan tahun berjalan",
    ]  # fmt: skip
    assert [a["href"] for a in kepala.select("a.tahun-baris")] == ["/uji/2023/tim/"]
    assert [(teks(a), a["href"]) for a in kepala.select(".menu a")][-1] == ("Tim 2025", "/uji/2025/tim/")
    assert "Rencana" not in [teks(a) for a in kepala.select(".menu a")]


def test_page_of_the_office_alone_leads_to_its_plan(kantor: Kantor, admin: Pengguna) -> None:
    tambah_2022(kantor)
    kepala = urai(gambar_kepala(admin, "/uji/2023/tim/", satker=kantor.satker))
    assert teks(kepala.summary) == "Tahun rencana: pilih tahun"
    assert [a["href"] for a in kepala.select("a.tahun-baris")] == ["/uji/2023/tim/", "/uji/2022/tim/"]
    assert kepala.select_one(".menu a")["href"] == "/uji/2023/"


def test_office_without_any_plan_has_a_header(admin: Pengguna) -> None:
    baru = Satker.objects.create(kode="BARU", nama="Kantor Baru")
    Pengguna.objects.filter(pk=admin.pk).update(satker=baru)
    kepala = urai(gambar_kepala(Pengguna.objects.get(pk=admin.pk), "/baru/2023/tim/", satker=baru, tahun=2023))
    assert teks(kepala.p) == "2023 belum ada rencana"
    polos = urai(gambar_kepala(Pengguna.objects.get(pk=admin.pk), "/baru/2023/tim/"))
    assert [(teks(a), a["href"]) for a in polos.select(".menu a")][-1] == ("Tim 2023", "/baru/2023/tim/")


def test_header_of_another_office_is_not_drawn(kantor: Kantor, orang_luar: Pengguna) -> None:
    assert gambar_kepala(orang_luar, "/uji/2023/tim/", satker=kantor.satker, tahun=2023) == ""
    assert gambar_kepala(orang_luar, "/uji/2023/tim/") == ""


def test_refusal_within_the_office_keeps_its_header(klien: Buka, kantor_lama: Kantor) -> None:
    k = klien(kantor_lama.orang["anggota"])
    for alamat, status in (("/uji/2023/dokumen/setelan/", 403), ("/uji/2023/rencana/aksi/0/", 404)):
        halaman = k.get(alamat)
        assert (halaman.status_code, urai(halaman).select_one("header .menu") is None) == (status, False)
    tiada = k.get("/uji/2031/rencana/")
    assert (tiada.status_code, tautan_tahun(tiada)) == (404, {2023: "/uji/2023/rencana/", 2022: "/uji/2022/rencana/"})


def test_not_there_says_nothing_to_outsiders(klien: Buka, kantor: Kantor, orang_luar: Pengguna) -> None:
    for alamat in ("/uji/2023/rencana/", "/uji/2031/", "/tidak/ada/"):
        assert urai(klien(orang_luar).get(alamat)).select("header .kantor, header .menu") == []


# --- cost ---------------------------------------------------------------------------------------------


def test_switch_costs_the_same_with_two_and_five_years(
    klien: Buka, kantor: Kantor, ketua: Pengguna, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    k = klien(ketua)
    salin_2024(kantor)
    k.get("/uji/2023/tim/")
    with django_assert_num_queries(7):
        k.get("/uji/2023/tim/")
    for tahun in (2020, 2021, 2022):
        Rencana.objects.create(satker=kantor.satker, tahun=tahun, instrumen=kantor.rencana.instrumen)
    with django_assert_num_queries(7):
        k.get("/uji/2023/tim/")
