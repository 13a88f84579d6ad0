"""/ : straight to the one office there is, a choice where there are several, who to ask where there is none."""

from collections.abc import Callable

from pytest_django import DjangoAssertNumQueries
from pytest_django.asserts import assertRedirects

from rencana_aksi.models import Rencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor, buat_instrumen, buat_orang, buat_rencana
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna, Penugasan, Satker


def test_awal_goes_to_the_newest_plan(klien: Callable[..., Klien], kantor: Kantor, anggota: Pengguna) -> None:
    buat_rencana(kantor.satker, kantor.rencana.instrumen, 2022)
    assertRedirects(klien(anggota).get("/"), "/uji/2023/", fetch_redirect_response=False)


def test_awal_of_several_offices_is_a_choice(klien: Callable[..., Klien], penilai: Pengguna) -> None:
    halaman = klien(penilai).get("/")
    pintu = [(a["href"], teks(a.parent)) for a in urai(halaman).select("main li a")]
    assert pintu == [
        ("/lain/2023/", "Kantor Lain Rencana kerja 2023"),
        ("/uji/2023/", "Kantor Uji Rencana kerja 2023"),
    ]


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
        "Rencana dibuat oleh admin satuan kerja: Dua ."
    )


def test_awal_without_a_plan_leads_its_maker_to_one(klien: Callable[..., Klien], kantor: Kantor) -> None:
    baru = Satker.objects.create(kode="BARU", nama="Kantor Baru")
    orang = buat_orang(baru, "satu", "dua")
    Penugasan.objects.create(satker=baru, pengguna=orang["dua"], peran=Peran.ADMIN)
    tautan = [[a["href"] for a in urai(klien(orang[siapa]).get("/")).select("main a")] for siapa in ("satu", "dua")]
    assert tautan == [[], ["/baru/2023/rencana/impor/lama/"]]
    assert klien(orang["dua"]).get(tautan[1][0]).status_code == 200


def test_awal_without_an_office_says_so(klien: Callable[..., Klien]) -> None:
    sendiri = Pengguna.objects.create(username="sendiri", nama="Sendiri")
    assert teks(urai(klien(sendiri).get("/")).main) == (
        "Belum ada rencana Akun Anda belum dihubungkan dengan satuan kerja. "
        "Mintalah admin satuan kerja Anda memasukkan Anda ke dalam tim."
    )


def test_awal_signed_out_goes_to_masuk(klien: Callable[..., Klien]) -> None:
    assertRedirects(klien().get("/"), "/masuk/?next=/", fetch_redirect_response=False)


def test_awal_refuses_post(klien: Callable[..., Klien], anggota: Pengguna) -> None:
    assert klien(anggota).post("/").status_code == 405


def test_awal_costs_the_same_with_one_and_three_offices(
    klien: Callable[..., Klien], penilai: Pengguna, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    peramban = klien(penilai)
    with django_assert_num_queries(3):
        peramban.get("/")
    instrumen = buat_instrumen("lagi", bawaan=False)
    for kode in ("TIGA", "EMPAT"):
        satker = Satker.objects.create(kode=kode, nama=f"Kantor {kode}")
        Penugasan.objects.create(satker=satker, pengguna=penilai, peran=Peran.PENILAI)
        buat_rencana(satker, instrumen)
    assert Rencana.objects.visible_to(penilai).count() == 4
    with django_assert_num_queries(3):
        peramban.get("/")
