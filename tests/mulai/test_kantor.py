"""/<satker>/mulai/kantor/: the letterhead and the clock, before there is a plan."""

from collections.abc import Callable
from typing import Any

import pytest
from pytest_django.asserts import assertRedirects

from tests.bantuan import Klien, teks, urai
from tests.mulai.bantu import KantorKosong, buat_kantor_kosong
from tests.pabrik import Kantor
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna, Satker

Buka = Callable[..., Klien]
KANTOR = "/baru/mulai/kantor/"
ISI = {
    "nama": "Kantor Baru", "induk": "Badan Bahasa", "alamat": "Jalan Raya 1", "telepon": "", "laman": "", "posel": "",
    "kota": "Jayapura", "zona_waktu": "Asia/Jayapura",
}  # fmt: skip


@pytest.fixture
def baru(kantor: Kantor) -> KantorKosong:
    return buat_kantor_kosong()


def test_admin_fills_in_the_office(baru: KantorKosong, klien: Buka) -> None:
    k = klien(baru.orang["petugas"])
    assertRedirects(k.post(KANTOR, ISI), "/baru/mulai/", fetch_redirect_response=False)
    satker = Satker.objects.get(pk=baru.satker.pk)
    assert {kolom: getattr(satker, kolom) for kolom in ISI} == ISI
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert (jejak.sebelum["zona_waktu"], jejak.sesudah["zona_waktu"]) == ("Asia/Makassar", "Asia/Jayapura")


@pytest.mark.parametrize(
    ("isi", "kolom"),
    [({"nama": ""}, "nama"), ({"posel": "bukan"}, "posel"), ({"zona_waktu": "Mars/Kawah"}, "zona_waktu")],
)
def test_bad_field_is_told_at_its_place(baru: KantorKosong, klien: Buka, isi: dict[str, Any], kolom: str) -> None:
    halaman = klien(baru.orang["petugas"]).post(KANTOR, {**ISI, **isi})
    assert halaman.status_code == 422
    assert teks(urai(halaman).select_one(f"#id_{kolom}_error"))
    assert Satker.objects.get(pk=baru.satker.pk).kota == ""


def test_clock_of_another_land_stays_a_choice(baru: KantorKosong, klien: Buka) -> None:
    Satker.objects.filter(pk=baru.satker.pk).update(zona_waktu="Asia/Tokyo")
    pilihan = urai(klien(baru.orang["petugas"]).get(KANTOR)).select("#id_zona_waktu option")
    assert [(o["value"], "selected" in o.attrs) for o in pilihan] == [
        ("Asia/Jakarta", False), ("Asia/Makassar", False), ("Asia/Jayapura", False), ("Asia/Tokyo", True),
    ]  # fmt: skip


def test_office_is_its_admins(kantor: Kantor, klien: Buka, ketua: Pengguna, orang_luar: Pengguna) -> None:
    alamat = "/uji/mulai/kantor/"
    tolak = klien(ketua).get(alamat)
    assert (tolak.status_code, "Data kantor hanya diubah oleh admin satuan kerja." in teks(tolak)) == (403, True)
    assert klien(orang_luar).get(alamat).status_code == 404
    assert klien(kantor.orang["admin"]).delete(alamat).status_code == 405
