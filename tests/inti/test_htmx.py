"""Page or part; 422 for what was wrong; a rule's refusal at its field."""

import pytest
from django import forms
from django.test import RequestFactory
from django_htmx.middleware import HtmxDetails

from tests.bantuan import HTMX
from zona.inti.errors import DomainError
from zona.inti.htmx import bagian_saja, laksanakan, tampilkan


class Form(forms.Form):
    jumlah = forms.IntegerField()


def minta(**kepala: str):
    permintaan = RequestFactory().get("/", headers=kepala)
    permintaan.htmx = HtmxDetails(permintaan)
    return permintaan


@pytest.mark.parametrize(
    ("kepala", "hasil"),
    [
        ({}, False),
        (HTMX, True),
        (HTMX | {"HX-Boosted": "true"}, False),
        (HTMX | {"HX-History-Restore-Request": "true"}, False),
    ],
    ids=str,
)
def test_part_is_asked_for(kepala: dict[str, str], hasil: bool) -> None:
    assert bagian_saja(minta(**kepala)) is hasil


@pytest.fixture
def templat(settings, tmp_path) -> str:
    (tmp_path / "uji.html").write_text("<h1>Judul</h1>{% partialdef isi inline %}<p>{{ x }}</p>{% endpartialdef %}")
    settings.TEMPLATES = [t | {"DIRS": [tmp_path]} for t in settings.TEMPLATES]
    return "uji.html"


@pytest.mark.parametrize(("kepala", "isi"), [({}, b"<h1>Judul</h1><p>1</p>"), (HTMX, b"<p>1</p>")], ids=str)
def test_page_or_part_is_drawn(db: None, templat: str, kepala: dict[str, str], isi: bytes) -> None:
    tanggapan = tampilkan(minta(**kepala), templat, "isi", {"x": 1})
    assert (tanggapan.status_code, tanggapan.content) == (200, isi)


@pytest.mark.parametrize(
    ("form", "status"), [(Form(), 200), (Form({"jumlah": "1"}), 200), (Form({"jumlah": "x"}), 422)], ids=str
)
def test_wrong_form_gives_422(db: None, templat: str, form: Form, status: int) -> None:
    assert tampilkan(minta(), templat, "isi", {"x": 1, "form": form}).status_code == status
    assert tampilkan(minta(), templat, "isi", {"x": 1, "form": form}, status=201).status_code == 201


def test_laksanakan_passes_what_was_typed() -> None:
    form = Form({"jumlah": "3"})
    assert form.is_valid()
    hasil = []
    assert laksanakan(form, lambda **isi: hasil.append(isi), oleh="Ani")
    assert hasil == [{"jumlah": 3, "oleh": "Ani"}]


@pytest.mark.parametrize(("kolom", "tempat"), [("jumlah", "jumlah"), (None, "__all__"), ("lain", "__all__")])
def test_laksanakan_puts_a_refusal_at_its_field(kolom: str | None, tempat: str) -> None:
    def tolak(**isi: object) -> None:
        raise DomainError("Tidak boleh.", kolom=kolom)

    form = Form({"jumlah": "3"})
    assert form.is_valid()
    assert not laksanakan(form, tolak)
    assert form.errors == {tempat: ["Tidak boleh."]}
