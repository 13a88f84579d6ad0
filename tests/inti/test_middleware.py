"""HTMX answers: Vary always, redirects as whole pages."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory
from django_htmx.middleware import HtmxMiddleware

from tests.bantuan import HTMX, Klien
from zona.inti.middleware import HtmxTanggapan

Buka = Callable[..., Klien]


def jawab(tanggapan: HttpResponse, **kepala: str) -> HttpResponse:
    permintaan = RequestFactory().get("/", headers=kepala)
    return HtmxMiddleware(HtmxTanggapan(lambda request: tanggapan))(permintaan)


@pytest.mark.parametrize("kepala", [{}, HTMX])
def test_vary_is_added_to_what_was_there(kepala: dict[str, str]) -> None:
    asal = HttpResponse("x", headers={"Vary": "Cookie"})
    assert jawab(asal, **kepala)["Vary"] == "Cookie, HX-Request"


def test_redirect_becomes_a_whole_page() -> None:
    asal = HttpResponseRedirect("/uji/2023/")
    asal.set_cookie("pesan", "ya")
    hasil = jawab(asal, **HTMX)
    assert (hasil.status_code, hasil["HX-Redirect"], hasil.content) == (204, "/uji/2023/", b"")
    assert hasil.cookies["pesan"].value == "ya"
    assert hasil["Vary"] == "HX-Request"
    assert "Location" not in hasil


@pytest.mark.parametrize(
    "kepala", [{}, HTMX | {"HX-Boosted": "true"}, HTMX | {"HX-History-Restore-Request": "true"}], ids=str
)
def test_redirect_of_a_page_stays(kepala: dict[str, str]) -> None:
    hasil = jawab(HttpResponseRedirect("/uji/2023/"), **kepala)
    assert (hasil.status_code, hasil["Location"]) == (302, "/uji/2023/")


@pytest.mark.parametrize("status", [200, 204, 403, 404, 422, 500])
def test_other_answers_pass(status: int) -> None:
    hasil = jawab(HttpResponse("x", status=status), **HTMX)
    assert (hasil.status_code, hasil.content) == (status, b"x")


@pytest.mark.parametrize(
    ("halaman", "ke"),
    [
        ("http://testserver/uji/2023/rencana/?q=a", "/masuk/?next=/uji/2023/rencana/%3Fq%3Da"),
        ("https://contoh.id/x", "/masuk/?next=/sandi/"),
        ("", "/masuk/?next=/sandi/"),
    ],
)
def test_expired_sign_in_comes_back_to_the_page(klien: Buka, db: None, halaman: str, ke: str) -> None:
    tanggapan = klien().post("/sandi/", headers=HTMX | {"HX-Current-URL": halaman})
    assert (tanggapan.status_code, tanggapan["HX-Redirect"]) == (204, ke)
