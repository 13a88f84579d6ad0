"""/ : straight to the plan the office goes by, a choice where there are several offices, whose turn it is where there
is nothing to go to."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
import time_machine
from django.http import HttpResponse
from pytest_django import DjangoAssertNumQueries, Settings
from pytest_django.asserts import assertRedirects

from rencana_aksi.domain.hidup_rencana import ajukan_rencana
from rencana_aksi.models import Rencana
from tests.bantuan import Klien, teks, urai
from tests.beranda.tahunan import salin_2024
from tests.pabrik import Kantor, buat_instrumen, buat_orang, buat_rencana, buka_perubahan
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna, Penugasan, Satker


def tujuan(halaman: HttpResponse) -> str:
    """Where / leads, or what it says."""
    return halaman["Location"] if halaman.status_code == 302 else teks(urai(halaman).main)


# Plans by year and state; the year it is; where everybody is led.
BERLAKU = [
    ({2022: "ditetapkan", 2023: "ditetapkan"}, 2023, 2023),
    ({2022: "ditetapkan", 2023: "ditetapkan", 2024: "ditetapkan"}, 2023, 2023),
    ({2022: "ditetapkan", 2023: "ditetapkan", 2024: "draf"}, 2023, 2023),
    ({2022: "ditetapkan", 2023: "ditetapkan", 2024: "draf"}, 2024, 2023),
    ({2023: "ditetapkan", 2024: "diajukan"}, 2024, 2023),
    ({2023: "ditetapkan", 2024: "ditetapkan"}, 2024, 2024),
    ({2023: "draf", 2022: "ditetapkan"}, 2023, 2022),
    ({2022: "ditetapkan", 2024: "ditetapkan"}, 2023, 2024),
]


def jadikan(kantor: Kantor, keadaan: dict[int, str]) -> None:
    """The office's plans in these states, as rows."""
    for tahun in keadaan.keys() - {2023}:
        buat_rencana(kantor.satker, kantor.rencana.instrumen, tahun)
    for rencana in Rencana.objects.filter(satker=kantor.satker):
        kata = keadaan.get(rencana.tahun)
        if kata is None:
            rencana.delete()
            continue
        rencana.status = kata
        rencana.save()


@pytest.mark.parametrize(("keadaan", "kini", "dibuka"), BERLAKU)
def test_awal_goes_to_the_plan_in_force(
    klien: Callable[..., Klien], kantor: Kantor, settings: Settings, keadaan: dict[int, str], kini: int, dibuka: int
) -> None:
    """Every role alike: whoever works on a draft, too."""
    jadikan(kantor, keadaan)
    settings.ZONA_HARI_INI = date(kini, 3, 15)
    Pengguna.objects.filter(username="penilai").update(satker=None)
    orang = [o for nama, o in kantor.orang.items() if nama != "orang-luar"]
    assert {o.username: tujuan(klien(o).get("/")) for o in orang} == {o.username: f"/uji/{dibuka}/" for o in orang}


def test_awal_stays_while_the_next_version_is_drafted(
    klien: Callable[..., Klien], kantor: Kantor, ketua: Pengguna
) -> None:
    buat_rencana(kantor.satker, kantor.rencana.instrumen, 2024)
    draf = buka_perubahan(kantor).rencana
    assert tujuan(klien(ketua).get("/")) == "/uji/2023/"
    ajukan_rencana(rencana=draf, oleh=ketua)
    assert tujuan(klien(ketua).get("/")) == "/uji/2023/"


def test_awal_knows_the_year_of_the_office(
    klien: Callable[..., Klien], kantor: Kantor, settings: Settings, anggota: Pengguna, orang_luar: Pengguna
) -> None:
    """New year in Makassar is an hour before Jakarta's."""
    settings.ZONA_HARI_INI = None
    for satker in (kantor.satker, orang_luar.satker):
        buat_rencana(satker, kantor.rencana.instrumen, 2024)
    with time_machine.travel(datetime(2023, 12, 31, 16, 30, tzinfo=UTC), tick=False):
        assert [tujuan(klien(o).get("/")) for o in (anggota, orang_luar)] == ["/uji/2024/", "/lain/2023/"]


@pytest.mark.parametrize("tim", [True, False])
def test_copying_to_next_year_leaves_every_roles_awal_as_it_was(
    klien: Callable[..., Klien], kantor: Kantor, tim: bool
) -> None:
    sebelum = {nama: tujuan(klien(o).get("/")) for nama, o in kantor.orang.items()}
    salin_2024(kantor, tim=tim)
    assert {nama: tujuan(klien(o).get("/")) for nama, o in kantor.orang.items()} == sebelum
    assert sebelum["anggota"] == "/uji/2023/"


MENUNGGU = "Halaman ini menjadi beranda begitu rencananya ditetapkan."


@pytest.mark.parametrize(
    ("status", "kata"),
    [
        ("draf", "Rencana kerja 2023 sedang disiapkan oleh Ketua."),
        ("diajukan", "Rencana kerja 2023 sudah diajukan dan menunggu ditetapkan oleh Kepala."),
    ],
)
def test_awal_leads_to_a_draft_only_who_works_on_it(
    klien: Callable[..., Klien], kantor: Kantor, status: str, kata: str
) -> None:
    jadikan(kantor, {2023: status})
    kantor.orang |= buat_orang(kantor.satker, "pegawai")
    Pengguna.objects.filter(username="penilai").update(satker=None)
    hasil = {nama: tujuan(klien(o).get("/")) for nama, o in kantor.orang.items() if nama != "orang-luar"}
    tunggu = f"Rencana sedang disiapkan Kantor Uji : {kata} {MENUNGGU}"
    lain = dict.fromkeys(("anggota", "penilai", "pegawai"), tunggu)
    assert hasil == dict.fromkeys(hasil.keys(), "/uji/2023/") | lain


def test_awal_of_a_draft_without_a_ketua_names_the_admin(klien: Callable[..., Klien], kantor: Kantor) -> None:
    jadikan(kantor, {2025: "draf"})
    assert tujuan(klien(kantor.orang["ketua"]).get("/")) == (
        f"Rencana sedang disiapkan Kantor Uji : Rencana kerja 2025 sedang disiapkan oleh Admin. {MENUNGGU}"
    )
    assert tujuan(klien(kantor.orang["admin"]).get("/")) == "/uji/2025/"


def test_awal_chooses_among_drafts_as_among_plans(klien: Callable[..., Klien], kantor: Kantor, admin: Pengguna) -> None:
    jadikan(kantor, {2022: "draf", 2023: "draf", 2024: "draf"})
    assert tujuan(klien(admin).get("/")) == "/uji/2023/"


def test_awal_of_several_offices_is_a_choice(klien: Callable[..., Klien], penilai: Pengguna) -> None:
    halaman = klien(penilai).get("/")
    pintu = [(a["href"], teks(a.parent)) for a in urai(halaman).select("main li a")]
    assert pintu == [
        ("/lain/2023/", "Kantor Lain Rencana kerja 2023"),
        ("/uji/2023/", "Kantor Uji Rencana kerja 2023"),
    ]


def test_choice_shows_each_office_by_the_same_rule(
    klien: Callable[..., Klien], kantor: Kantor, penilai: Pengguna
) -> None:
    """What is only a draft of others is told, not opened; an office that has a draft beside its plan shows the plan."""
    salin_2024(kantor)
    tiga = Satker.objects.create(kode="TIGA", nama="Kantor Tiga")
    Penugasan.objects.create(satker=tiga, pengguna=penilai, peran=Peran.PENILAI)
    Rencana.objects.create(satker=tiga, tahun=2023, instrumen=kantor.rencana.instrumen)
    halaman = urai(klien(penilai).get("/"))
    assert [teks(li) for li in halaman.select("main li")] == [
        "Kantor Lain Rencana kerja 2023",
        "Kantor Uji Rencana kerja 2023",
        "Kantor Tiga Rencana kerja 2023 sedang disiapkan.",
    ]
    assert [a["href"] for a in halaman.select("main li a")] == ["/lain/2023/", "/uji/2023/"]


def test_awal_of_an_assessor_of_one_office_goes_there(klien: Callable[..., Klien], penilai: Pengguna) -> None:
    Pengguna.objects.filter(pk=penilai.pk).update(satker=None)
    assertRedirects(klien(penilai).get("/"), "/uji/2023/", fetch_redirect_response=False)


def test_awal_without_a_plan_names_who_makes_it(klien: Callable[..., Klien], kantor: Kantor, admin: Pengguna) -> None:
    baru = Satker.objects.create(kode="BARU", nama="Kantor Baru")
    orang = buat_orang(baru, "satu", "dua")
    Penugasan.objects.create(satker=baru, pengguna=orang["dua"], peran=Peran.ADMIN)
    halaman = klien(orang["satu"]).get("/")
    assert halaman.status_code == 200
    assert teks(urai(halaman).main) == (
        "Belum ada rencana Kantor Baru belum mempunyai rencana kerja Zona Integritas. "
        "Rencana dibuat oleh admin satuan kerja atau ketua tim: Dua. Orang dan tim Kantor Baru"
    )


def test_awal_without_a_plan_leads_its_maker_to_one(klien: Callable[..., Klien], kantor: Kantor) -> None:
    baru = Satker.objects.create(kode="BARU", nama="Kantor Baru")
    orang = buat_orang(baru, "dua")
    Penugasan.objects.create(satker=baru, pengguna=orang["dua"], peran=Peran.ADMIN)
    assertRedirects(klien(orang["dua"]).get("/"), "/baru/mulai/")


def test_awal_without_an_office_says_so(klien: Callable[..., Klien]) -> None:
    sendiri = Pengguna.objects.create(username="sendiri", nama="Sendiri")
    assert teks(urai(klien(sendiri).get("/")).main) == (
        "Belum ada rencana Akun Anda sedang tidak terhubung dengan satuan kerja mana pun. "
        "Bila Anda pindah, mintalah admin kantor baru Anda mengajak Anda dengan NIP."
    )


def test_awal_signed_out_goes_to_masuk(klien: Callable[..., Klien]) -> None:
    assertRedirects(klien().get("/"), "/masuk/?next=/", fetch_redirect_response=False)


def test_awal_refuses_post(klien: Callable[..., Klien], anggota: Pengguna) -> None:
    assert klien(anggota).post("/").status_code == 405


def test_awal_costs_the_same_with_one_and_three_offices(
    klien: Callable[..., Klien], penilai: Pengguna, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    peramban = klien(penilai)
    with django_assert_num_queries(4):
        peramban.get("/")
    instrumen = buat_instrumen("lagi", bawaan=False)
    for kode in ("TIGA", "EMPAT"):
        satker = Satker.objects.create(kode=kode, nama=f"Kantor {kode}")
        Penugasan.objects.create(satker=satker, pengguna=penilai, peran=Peran.PENILAI)
        buat_rencana(satker, instrumen)
    assert Rencana.objects.visible_to(penilai).count() == 4
    with django_assert_num_queries(4):
        peramban.get("/")


def test_awal_costs_the_same_with_one_and_three_drafts(
    klien: Callable[..., Klien], kantor: Kantor, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    """Roles and whose turn it is are asked for all offices at once."""
    orang = buat_orang(kantor.satker, "peninjau")["peninjau"]
    Rencana.objects.filter(satker=kantor.satker).update(status="draf")
    peramban = klien(orang)
    with django_assert_num_queries(7):
        assert peramban.get("/").status_code == 200
    for kode in ("TIGA", "EMPAT"):
        satker = Satker.objects.create(kode=kode, nama=f"Kantor {kode}")
        Penugasan.objects.create(satker=satker, pengguna=orang, peran=Peran.PENILAI)
        Rencana.objects.create(satker=satker, tahun=2024, instrumen=kantor.rencana.instrumen)
    with django_assert_num_queries(7):
        assert peramban.get("/").status_code == 200
