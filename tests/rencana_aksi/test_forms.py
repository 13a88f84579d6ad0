"""The form of a status."""

from datetime import date
from typing import Any

import pytest

from rencana_aksi.forms import StatusForm
from rencana_aksi.models import Pelaksanaan
from tests.bantuan import urai
from tests.pabrik import HARI_INI, Kantor


@pytest.fixture
def pelaksanaan(kantor: Kantor) -> Pelaksanaan:
    return kantor.pelaksanaan["I", "a"][0]


def formulir(pelaksanaan: Pelaksanaan, data: dict[str, Any] | None = None) -> StatusForm:
    return StatusForm(data, pelaksanaan=pelaksanaan, hari_ini=HARI_INI)


def isian(form: StatusForm) -> dict[str, Any]:
    """What the browser shows, by field name."""
    pohon = urai(form.as_p())
    return {k["name"]: k.get("value") or k.text.strip() for k in pohon.select("input, textarea")} | {
        "status": pohon.select_one("option[selected]")["value"]  # type: ignore[index]
    }


def test_isian_awal_dengan_tanggal_iso(pelaksanaan: Pelaksanaan):
    form = formulir(pelaksanaan)
    assert isian(form) == {
        "status_lama": "belum",
        "status": "belum",
        "realisasi": "2023-03-15",
        "jatuh_tempo": "",
        "alasan": "",
        "catatan": "",
    }
    pohon = urai(form.as_p())
    assert [(k["name"], k["type"]) for k in pohon.select("input")] == [
        ("realisasi", "date"),
        ("jatuh_tempo", "date"),
        ("status_lama", "hidden"),
    ]
    assert pohon.select_one("[name=realisasi]")["max"] == "2023-03-15"  # type: ignore[index]
    assert [k.help_text for k in form if k.help_text] == [
        "Bila selesai: tanggal terlaksananya, paling akhir 15 Maret 2023.",
        "Bila ditunda: sesudah 1 Maret 2023.",
        "Wajib bila ditunda atau batal.",
    ]


def test_isian_awal_yang_ditunda(pelaksanaan: Pelaksanaan):
    pelaksanaan.status, pelaksanaan.alasan = "ditunda", "Narasumber sakit"
    pelaksanaan.jatuh_tempo, pelaksanaan.jatuh_tempo_semula = date(2023, 4, 3), date(2023, 3, 1)
    form = formulir(pelaksanaan)
    assert (isian(form)["jatuh_tempo"], isian(form)["alasan"]) == ("2023-04-03", "Narasumber sakit")
    assert form.fields["jatuh_tempo"].help_text == "Bila ditunda: sesudah 1 Maret 2023."


def test_isian_lengkap_menjadi_argumen_catat_status(pelaksanaan: Pelaksanaan):
    data = {"status": "ditunda", "jatuh_tempo": "2023-04-03", "alasan": " x ", "catatan": "", "status_lama": "belum"}
    form = formulir(pelaksanaan, data)
    assert form.is_valid()
    assert form.cleaned_data == {
        "status_lama": "belum",
        "status": "ditunda",
        "realisasi": None,
        "jatuh_tempo": date(2023, 4, 3),
        "alasan": "x",
        "catatan": "",
    }


def test_tombol_sekali_klik_tidak_menyentuh_catatan(pelaksanaan: Pelaksanaan):
    form = formulir(pelaksanaan, {"status": "selesai", "realisasi": "2023-03-15"})
    assert form.is_valid()
    assert (form.cleaned_data["catatan"], form.cleaned_data["status_lama"]) == (None, "")


@pytest.mark.parametrize("status", ["belum", "berjalan", "selesai", "batal"])
def test_tanggal_baru_hanya_untuk_ditunda(pelaksanaan: Pelaksanaan, status: str):
    form = formulir(pelaksanaan, {"status": status, "jatuh_tempo": "2023-04-03"})
    assert form.errors == {"jatuh_tempo": ["Tanggal baru hanya dipakai bila statusnya Ditunda."]}


@pytest.mark.parametrize(
    ("data", "kolom"),
    [
        ({}, "status"),
        ({"status": "terlambat"}, "status"),
        ({"status": "selesai", "realisasi": "30/2/2023"}, "realisasi"),
    ],
)
def test_isian_tak_terbaca_ditolak_di_kolomnya(pelaksanaan: Pelaksanaan, data: dict[str, str], kolom: str):
    assert list(formulir(pelaksanaan, data).errors) == [kolom]


def test_tanpa_tanggal_petunjuknya_tanpa_batas(kantor: Kantor):
    form = formulir(kantor.pelaksanaan["I", "b"][0])
    assert form.fields["jatuh_tempo"].help_text == "Bila ditunda: tanggal barunya."
