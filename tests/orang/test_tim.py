"""The roster page."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor, buat_orang
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Tim

Buka = Callable[..., Klien]


def isi(tanggapan) -> list[list[str]]:
    return [[teks(td) for td in tr.find_all(["td", "th"])] for tr in urai(tanggapan).select("tbody tr")]


def test_tim_is_the_roster_of_the_sk(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    Pengguna.objects.filter(pk=anggota.pk).update(nip=None, nip_naskah="19911107202203101")
    Keanggotaan.objects.filter(peran=Peran.KEPALA).update(sebutan="Penanggung Jawab RBI")
    baris = isi(klien(anggota).get(kantor.alamat("tim/")))
    assert baris[:6] == [
        ["Pengarah"],
        ["1", "Kepala", "198001012006041001", "Staf uji", "Penanggung Jawab RBI"],
        ["2", "Ketua", "198001012006041002", "Staf uji", "Ketua"],
        ["Tim I · Manajemen Perubahan"],
        ["3", "Koordinator I", "198001012006041003", "Staf uji", "Koordinator"],
        ["4", "Anggota", "19911107202203101 (tidak sah: 17 angka, seharusnya 18)", "Staf uji", "Anggota"],
    ]
    assert [b[0] for b in baris if len(b) == 1] == [
        "Pengarah",
        "Tim I · Manajemen Perubahan",
        "Tim II · Penataan Tata Laksana",
        "Tim III · Penataan Sistem Manajemen SDM",
        "Tim IV · Penguatan Akuntabilitas",
        "Tim V · Penguatan Pengawasan",
        "Tim VI · Peningkatan Kualitas Pelayanan Publik",
    ]


def test_tim_says_when_there_is_no_nip_or_nobody(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    Pengguna.objects.filter(pk=ketua.pk).update(nip=None)
    Keanggotaan.objects.filter(tim__kode="VI", tim__satker=kantor.satker).delete()
    baris = isi(klien(ketua).get(kantor.alamat("tim/")))
    assert baris[2][2] == "tidak ada NIP"
    assert baris[-1] == ["Belum ada anggota."]


def test_tim_of_a_year_without_one(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    Tim.objects.filter(satker=kantor.satker).delete()
    halaman = urai(klien(ketua).get(kantor.alamat("tim/")))
    assert halaman.table is None
    assert teks(halaman.find(class_="kosong")) == "Susunan tim tahun 2023 belum diisi."


@pytest.mark.parametrize(("siapa", "tautan"), [("admin", 9), ("kepala", 0), ("penilai", 0), ("anggota", 0)])
def test_tim_links_to_accounts_for_the_admin_alone(klien: Buka, kantor: Kantor, siapa: str, tautan: int) -> None:
    halaman = urai(klien(kantor.orang[siapa]).get(kantor.alamat("tim/"))).main
    assert len(halaman.find_all("a", href=lambda h: "/tim/orang/" in h)) == tautan


def test_tim_is_not_there_for_outsiders(klien: Buka, kantor: Kantor, orang_luar: Pengguna) -> None:
    assert klien(orang_luar).get(kantor.alamat("tim/")).status_code == 404
    assert klien(orang_luar).get("/tiada/2023/tim/").status_code == 404


def test_tim_takes_no_post(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    assert klien(admin).post(kantor.alamat("tim/")).status_code == 405


@pytest.mark.parametrize("lebih", [1, 3])
def test_tim_queries_do_not_grow(
    klien: Buka, kantor: Kantor, admin: Pengguna, django_assert_num_queries: DjangoAssertNumQueries, lebih: int
) -> None:
    tim = Tim.objects.get(satker=kantor.satker, kode="II")
    orang = buat_orang(kantor.satker, *(f"baru-{i}" for i in range(lebih))).values()
    Keanggotaan.objects.bulk_create(
        Keanggotaan(tim=tim, pengguna=o, peran=Peran.ANGGOTA, urutan=50 + i) for i, o in enumerate(orang)
    )
    k = klien(admin)
    with django_assert_num_queries(7):
        k.get(kantor.alamat("tim/"))
