"""Signing in and out: by username or NIP, throttled, told in the trail, never telling who has an account."""

from collections.abc import Callable

import pytest
from axes.models import AccessAttempt
from django.urls import reverse

from tests.bantuan import HTMX, Klien, rapi, teks, urai
from tests.pabrik import Kantor
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

SANDI = "mutiara-selat-lombok-9"
Buka = Callable[..., Klien]


@pytest.fixture
def ketua(kantor: Kantor) -> Pengguna:
    orang = kantor.orang["ketua"]
    orang.set_password(SANDI)
    orang.save()
    return orang


def coba(klien: Klien, username: str, password: str = SANDI, **lain: str):
    return klien.post("/masuk/", {"username": username, "password": password, **lain})


def kalimat(tanggapan) -> str:
    return urai(tanggapan).find(role="alert", class_="pemberitahuan").get_text(strip=True)


@pytest.mark.parametrize("ketik", ["ketua", " KETUA ", "{nip}", "{nip_bergugus}"])
def test_masuk_with_username_or_nip(klien: Buka, ketua: Pengguna, ketik: str) -> None:
    nip = ketua.nip or ""
    k = klien()
    tanggapan = coba(k, ketik.format(nip=nip, nip_bergugus=f"{nip[:8]} {nip[8:14]} {nip[14]} {nip[15:]}"))
    assert (tanggapan.status_code, tanggapan["Location"]) == (302, "/")
    assert k.session["_auth_user_id"] == str(ketua.pk)
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.oleh_id, jejak.satker_id) == ("masuk", ketua.pk, ketua.satker_id)


def test_masuk_does_not_raise_the_revision(klien: Buka, ketua: Pengguna, kantor: Kantor) -> None:
    coba(klien(), "ketua")
    kantor.satker.refresh_from_db()
    assert kantor.satker.revisi == 0


@pytest.mark.parametrize(
    ("username", "password"), [("ketua", "salah"), ("tiada", SANDI), ("198001012006041099", SANDI)]
)
def test_masuk_failure_does_not_tell_which_part(klien: Buka, ketua: Pengguna, username: str, password: str) -> None:
    tanggapan = coba(klien(), username, password)
    assert tanggapan.status_code == 422
    assert kalimat(tanggapan) == "Nama pengguna, NIP, atau sandi tidak cocok."
    assert Jejak.objects.count() == 0


def test_masuk_inactive_account_fails_the_same(klien: Buka, ketua: Pengguna) -> None:
    Pengguna.objects.filter(pk=ketua.pk).update(is_active=False)
    tanggapan = coba(klien(), "ketua")
    assert (tanggapan.status_code, kalimat(tanggapan)) == (422, "Nama pengguna, NIP, atau sandi tidak cocok.")


def test_masuk_without_a_password_set_fails(klien: Buka, kantor: Kantor) -> None:
    assert coba(klien(), "anggota", "!").status_code == 422


def test_masuk_empty_form_names_the_fields(klien: Buka, db: None) -> None:
    halaman = urai(coba(klien(), "", ""))
    galat = [(u["id"], u.get_text()) for u in halaman.find_all(class_="kolom-galat")]
    assert galat == [
        ("id_username_error", "Bidang ini tidak boleh kosong."),
        ("id_password_error", "Bidang ini tidak boleh kosong."),
    ]


def test_masuk_fields_help_password_managers(klien: Buka, db: None) -> None:
    halaman = urai(klien().get("/masuk/"))
    assert halaman.h1.get_text() == "Masuk"
    isian = {u["name"]: u.get("autocomplete") for u in halaman.form.find_all("input")}
    del isian["csrfmiddlewaretoken"]
    assert isian == {"next": None, "username": "username", "password": "current-password"}
    assert halaman.find("input", {"name": "username"})["autocapitalize"] == "none"


def test_masuk_fragment_is_the_form(klien: Buka, ketua: Pengguna) -> None:
    k = klien()
    halaman = urai(k.get("/masuk/"))
    bagian = urai(k.get("/masuk/", headers=HTMX))
    assert rapi(bagian) == rapi(halaman.find(id="form"))


@pytest.mark.parametrize(
    ("next_", "ke"),
    [
        ("/uji/2023/", "/uji/2023/"),
        ("https://contoh.id/", "/"),
        ("//contoh.id/", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
    ],
)
def test_masuk_next_stays_here(klien: Buka, ketua: Pengguna, next_: str, ke: str) -> None:
    k = klien()
    halaman = urai(k.get("/masuk/", {"next": next_}))
    assert halaman.find("input", {"name": "next"})["value"] == ke
    assert coba(k, "ketua", next=next_)["Location"] == ke
    assert k.get("/masuk/", {"next": next_})["Location"] == ke  # already signed in


def test_masuk_throttled_after_five_tries(klien: Buka, ketua: Pengguna) -> None:
    k = klien()
    status = [coba(k, nama, "salah").status_code for nama in ("ketua", ketua.nip, "KETUA", ketua.nip)]
    assert status == [422, 422, 422, 422]
    kelima = coba(k, "ketua", "salah")
    assert kelima.status_code == 429
    assert "Tunggu 15 menit" in teks(urai(kelima).main)
    assert urai(kelima).h1.get_text() == "Terlalu banyak percobaan masuk"
    benar = coba(k, ketua.nip or "")
    assert benar.status_code == 429
    assert "_auth_user_id" not in k.session
    assert list(AccessAttempt.objects.values_list("username", flat=True)) == ["ketua"]


def test_masuk_lock_is_of_person_and_address(klien: Buka, ketua: Pengguna, kantor: Kantor) -> None:
    k = klien()
    for _ in range(5):
        coba(k, "ketua", "salah")
    assert coba(klien(REMOTE_ADDR="10.0.0.7"), "ketua").status_code == 302
    assert coba(k, "kepala", "salah").status_code == 422


def test_masuk_success_forgets_the_failures(klien: Buka, ketua: Pengguna) -> None:
    for _ in range(4):
        coba(klien(), "ketua", "salah")
    assert coba(klien(), "ketua").status_code == 302
    assert [coba(klien(), "ketua", "salah").status_code for _ in range(4)] == [422] * 4


def test_masuk_failures_keep_no_password(klien: Buka, ketua: Pengguna) -> None:
    coba(klien(), "ketua", "rahasia-sekali")
    catatan = AccessAttempt.objects.get()
    assert "rahasia-sekali" not in catatan.post_data + catatan.get_data


@pytest.mark.parametrize("proksi", [0, 1])
def test_masuk_address_behind_a_proxy(klien: Buka, ketua: Pengguna, settings, proksi: int) -> None:
    settings.ZONA_JUMLAH_PROKSI = proksi
    klien().post(
        "/masuk/", {"username": "ketua", "password": "salah"}, headers={"X-Forwarded-For": "1.1.1.1, 203.0.113.9"}
    )
    assert AccessAttempt.objects.get().ip_address == ("203.0.113.9" if proksi else "127.0.0.1")


def test_page_wants_signing_in_first(klien: Buka, db: None) -> None:
    assert klien().get("/sandi/")["Location"] == "/masuk/?next=/sandi/"


def test_keluar_ends_the_session(klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    tanggapan = k.post("/keluar/")
    assert (tanggapan.status_code, tanggapan["Location"]) == (302, "/masuk/")
    assert "_auth_user_id" not in k.session
    assert [j.tindakan for j in Jejak.objects.all()] == ["keluar"]
    assert "Anda sudah keluar." in teks(k.get("/masuk/"))


def test_keluar_asks_first_on_get(klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    halaman = urai(k.get("/keluar/"))
    assert halaman.h1.get_text() == "Keluar dari Zona?"
    assert halaman.main.form["action"] == "/keluar/"
    assert "_auth_user_id" in k.session


def test_keluar_when_nobody_is_signed_in(klien: Buka, db: None) -> None:
    assert klien().post("/keluar/")["Location"] == "/masuk/"
    assert Jejak.objects.count() == 0


@pytest.mark.parametrize("nama", ["organisasi:masuk", "organisasi:keluar", "organisasi:ganti_sandi"])
def test_other_methods_are_refused(klien: Buka, ketua: Pengguna, nama: str) -> None:
    assert klien(ketua).put(reverse(nama)).status_code == 405


def test_pages_are_not_kept_by_the_browser(klien: Buka, ketua: Pengguna) -> None:
    assert "no-store" in klien().get("/masuk/")["Cache-Control"]
    assert "no-store" in klien(ketua).get("/sandi/")["Cache-Control"]
