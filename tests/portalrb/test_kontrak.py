"""The contract with PortalRB (docs/portalrb.md): forms of the answers, who gets them, every refusal as JSON."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import quote

import pytest
import time_machine
from django.test import Client
from django.urls import resolve
from pytest_django import Settings

from pengungkit.domain.instrumen import muat_instrumen
from pengungkit.domain.kunci import buka_penilaian
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen, PenilaianBeku
from rencana_aksi.models import Rencana
from tests.nilai.lke import kantor_lke
from tests.pabrik import Kantor
from tests.pengungkit.bantu import P52, P90
from tests.portalrb.bantu import PortalRb, kunci, minta, token_baru, usulkan
from zona.inti.models import Jejak
from zona.nilai.models import Usulan
from zona.portalrb.domain.panggilan import BATAS_GAGAL, BATAS_TOKEN
from zona.portalrb.domain.token import cabut_token
from zona.portalrb.models import TokenPortal

SAAT = datetime(2026, 5, 4, 1, 0, tzinfo=UTC)
JAWABAN = "lke/jawaban-unit/UNIT-001"


@pytest.fixture(autouse=True)
def hari_sungguhan(settings: Settings) -> None:
    settings.ZONA_HARI_INI = None
    settings.ZONA_ALAMAT_LAMAN = "https://zona.contoh.go.id"


@pytest.fixture
def jam() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(SAAT, tick=False) as jam:
        yield jam


@pytest.fixture
def rencana(db: None, jam: time_machine.Traveller) -> Rencana:
    muat_instrumen(berkas=[P90])
    return kantor_lke(Instrumen.objects.get(kode=P90.stem))


@pytest.fixture
def ringan(kantor: Kantor, jam: time_machine.Traveller) -> Rencana:
    """Where no answers are needed."""
    return kantor.rencana


def galat(tanggapan: Any) -> tuple[int, str]:
    isi = tanggapan.json()
    assert (set(isi), isi["error"], tanggapan["Content-Type"]) == (
        {"error", "code", "message"}, True, "application/json",
    )  # fmt: skip
    assert isi["message"]
    return tanggapan.status_code, isi["code"]


# --- what is handed over ------------------------------------------------------------------------------


def test_units_are_listed_by_kategori(rencana: Rencana) -> None:
    token = token_baru(rencana)
    kunci(rencana)
    usulan = usulkan(rencana, kategori="WBK-AFIRMASI")
    unit = {"id": "UNIT-001", "nama": "Kantor KBX", "kategori": "WBK-AFIRMASI", "afirmasi": True}
    assert minta(token, "pengusulan/unit-wbk").json() == {"tahun": 2026, "units": [unit]}
    assert minta(token, "pengusulan/unit-wbbm").json() == {"tahun": 2026, "units": []}
    Usulan.objects.filter(pk=usulan.pk).update(kategori="WBBM")
    assert minta(token, "pengusulan/unit-wbk").json() == {"tahun": 2026, "units": []}
    assert minta(token, "pengusulan/unit-wbbm").json()["units"] == [{**unit, "kategori": "WBBM", "afirmasi": False}]


def test_answers_are_those_that_were_locked(rencana: Rencana) -> None:
    token = token_baru(rencana)
    kunci(rencana)
    usulkan(rencana)
    isi = minta(token, JAWABAN).json()
    assert {k: isi[k] for k in ("unit_id", "nama_unit", "tahun")} == {
        "unit_id": "UNIT-001", "nama_unit": "Kantor KBX", "tahun": 2026,
    }  # fmt: skip
    soal = json.loads((P90.parent / "portalrb-soal-2026.json").read_text())
    assert [a["soal_id"] for a in isi["answers"]] == list(range(1, soal["total_soal"] + 1))
    beku = PenilaianBeku.objects.get().isi
    menurut = {a["soal_id"]: a for a in isi["answers"]}
    jumlah = 0
    for komponen in beku["instrumen"]["komponen"]:
        for indikator in [i for a in komponen["indikator"] for i in (a, *a["sub"])]:
            for s in indikator["soal"]:
                j = beku["jawaban"].get(s["kode"])
                for m in s["masukan"] or [s]:
                    jumlah += 1
                    if j is None:
                        harus = None
                    elif s["masukan"]:
                        harus = str(j["masukan"][m["kode"]]) if m["kode"] in j["masukan"] else None
                    else:
                        harus = j["pilihan"] or f"{float(j['angka']):g}"
                    terbaca = menurut[m["soal_portalrb"]]["jawaban_unit"]
                    assert terbaca == harus or float(terbaca) == float(j["angka"])
    assert jumlah == 127
    assert {a["jawaban_tpi"] for a in isi["answers"]} == {None}


def test_assessor_is_handed_over_once_locked(rencana: Rencana) -> None:
    token = token_baru(rencana)
    kunci(rencana)
    usulkan(rencana)
    kunci(rencana, 9, JenisPenilaian.TPI)
    answers = minta(token, JAWABAN).json()["answers"]
    assert 100 < sum(a["jawaban_tpi"] is not None for a in answers) <= 127
    assert [a["jawaban_unit"] for a in answers] != [a["jawaban_tpi"] for a in answers]


def test_evidence_is_an_address_a_door_opens(rencana: Rencana) -> None:
    token = token_baru(rencana)
    kunci(rencana)
    usulkan(rencana)
    bukti = {a["soal_id"]: a["bukti_dukung_unit"] for a in minta(token, JAWABAN).json()["answers"]}
    assert bukti.pop(1) == "https://zona.contoh.go.id/kbx/2026/bukti-dukung/P1.1.a/"
    assert set(bukti.values()) == {None}
    assert resolve("/kbx/2026/bukti-dukung/P1.1.a/").view_name == "pintu:soal"


def test_a_later_change_changes_nothing_locked(rencana: Rencana) -> None:
    token = token_baru(rencana)
    kunci(rencana)
    usulkan(rencana)
    sebelum = minta(token, JAWABAN).json()
    Instrumen.objects.update(nama="Lain")
    rencana.satker.nama = "Kantor Berganti Nama"
    rencana.satker.save()
    assert minta(token, JAWABAN).json() == sebelum


# --- what is not --------------------------------------------------------------------------------------


def test_only_what_the_office_means_to_hand_over(rencana: Rencana) -> None:
    token = token_baru(rencana)
    assert galat(minta(token, JAWABAN)) == (404, "DATA_NOT_FOUND")
    penilaian = kunci(rencana)
    assert galat(minta(token, JAWABAN)) == (404, "DATA_NOT_FOUND")
    usulan = usulkan(rencana)
    assert minta(token, JAWABAN).status_code == 200
    Usulan.objects.filter(pk=usulan.pk).update(ditarik_pada=SAAT)
    assert galat(minta(token, JAWABAN)) == (404, "DATA_NOT_FOUND")
    assert minta(token, "pengusulan/unit-wbk").json()["units"] == []
    Usulan.objects.filter(pk=usulan.pk).update(ditarik_pada=None)
    buka_penilaian(penilaian=penilaian, alasan="Keliru", oleh=None)
    assert galat(minta(token, JAWABAN)) == (404, "DATA_NOT_FOUND")
    assert "belum dikunci" in minta(token, JAWABAN).json()["message"]
    assert minta(token, "pengusulan/unit-wbk").json() == {"tahun": 2026, "units": []}


def test_token_of_another_office_reads_nothing(rencana: Rencana) -> None:
    lain = kantor_lke(rencana.instrumen, "LAIN")
    kunci(rencana)
    usulkan(rencana)
    token = token_baru(lain)
    assert galat(minta(token, JAWABAN)) == (403, "FORBIDDEN")
    assert minta(token, "pengusulan/unit-wbk").json() == {"tahun": 2026, "units": []}


def test_instrument_without_portalrb_numbers(rencana: Rencana) -> None:
    muat_instrumen(berkas=[P52])
    lama = kantor_lke(Instrumen.objects.get(kode=P52.stem), "LAMA")
    kunci(lama)
    usulkan(lama, "UNIT-052")
    assert galat(minta(token_baru(lama), "lke/jawaban-unit/UNIT-052")) == (422, "UNPROCESSABLE")


@pytest.mark.parametrize("unit_id", ["a" * 41, "UNIT 1", "é", "-x", "UNIT-1\n"])
def test_unit_that_cannot_be_one(ringan: Rencana, unit_id: str) -> None:
    assert galat(minta(token_baru(ringan), f"lke/jawaban-unit/{quote(unit_id)}")) == (422, "UNPROCESSABLE")


@pytest.mark.parametrize(
    "judul", [None, "", "Bearer", "Bearer ", "Bearer salah", "Basic YTpi", "{token}", "Token {token}"]
)
def test_no_token_no_data(ringan: Rencana, judul: str | None) -> None:
    token = token_baru(ringan)
    judul_lengkap = {} if judul is None else {"Authorization": judul.format(token=token)}
    tanggapan = Client().get("/portalrb/pengusulan/unit-wbk", headers=judul_lengkap)
    assert galat(tanggapan) == (401, "UNAUTHORIZED")
    assert tanggapan["WWW-Authenticate"].startswith("Bearer")
    assert "Set-Cookie" not in tanggapan.headers


def test_revoked_token_is_none(ringan: Rencana) -> None:
    token = token_baru(ringan)
    assert minta(token, "pengusulan/unit-wbk").status_code == 200
    cabut_token(token=TokenPortal.objects.get(), oleh=TokenPortal.objects.get().dibuat_oleh)
    assert galat(minta(token, "pengusulan/unit-wbk")) == (401, "UNAUTHORIZED")


@pytest.mark.parametrize("cara", ["post", "put", "patch", "delete", "options"])
def test_only_reading(ringan: Rencana, cara: str) -> None:
    token = token_baru(ringan)
    klien = Client(enforce_csrf_checks=True)
    judul = {"Authorization": f"Bearer {token}"}
    tanggapan = getattr(klien, cara)("/portalrb/pengusulan/unit-wbk", headers=judul)
    assert galat(tanggapan) == (405, "METHOD_NOT_ALLOWED")
    assert tanggapan["Allow"] == "GET, HEAD"
    assert klien.head("/portalrb/pengusulan/unit-wbk", headers=judul).status_code == 200


@pytest.mark.parametrize(
    "alamat", ["", "apa/saja", "pengusulan/unit-wbk/", "lke/jawaban-unit/", "lke/jawaban-unit/a/b", "%00"]
)
@pytest.mark.parametrize("cara", ["get", "post"])
def test_unknown_address_is_json(ringan: Rencana, alamat: str, cara: str) -> None:
    tanggapan = getattr(Client(enforce_csrf_checks=True), cara)(f"/portalrb/{alamat}")
    assert galat(tanggapan) == (404, "DATA_NOT_FOUND")


def test_what_breaks_is_json(rencana: Rencana) -> None:
    token = token_baru(rencana)
    penilaian = kunci(rencana)
    usulkan(rencana)
    PenilaianBeku.objects.create(penilaian=penilaian, urutan=2, isi={"rusak": True}, sha256="0" * 64)
    assert galat(minta(token, JAWABAN)) == (500, "SERVER_ERROR")
    assert Jejak.objects.filter(objek="portalrb.tokenportal").first().sesudah["jawaban"] == 500


def test_page_for_people_breaks_as_a_page(ringan: Rencana) -> None:
    tanggapan = Client().get("/tidak-ada/")
    assert (tanggapan.status_code, tanggapan["Content-Type"]) == (404, "text/html; charset=utf-8")


# --- how often ----------------------------------------------------------------------------------------


def test_token_has_a_limit_a_minute(ringan: Rencana, jam: time_machine.Traveller) -> None:
    token, lain = token_baru(ringan), token_baru(ringan, "Cadangan")
    for _ in range(BATAS_TOKEN):
        assert minta(token, "pengusulan/unit-wbk").status_code == 200
    jam.shift(timedelta(seconds=45))
    tanggapan = minta(token, "pengusulan/unit-wbk")
    assert galat(tanggapan) == (429, "TOO_MANY_REQUESTS")
    assert tanggapan["Retry-After"] == "15"
    assert minta(lain, "pengusulan/unit-wbk").status_code == 200
    jam.shift(timedelta(seconds=15))
    assert minta(token, "pengusulan/unit-wbk").status_code == 200


def test_guessing_has_a_limit_by_address(ringan: Rencana, jam: time_machine.Traveller) -> None:
    token = token_baru(ringan)
    for _ in range(BATAS_GAGAL):
        assert galat(minta("salah", JAWABAN)) == (401, "UNAUTHORIZED")
    assert galat(minta("salah", JAWABAN)) == (429, "TOO_MANY_REQUESTS")
    assert galat(minta("salah", JAWABAN, REMOTE_ADDR="10.0.0.9")) == (401, "UNAUTHORIZED")
    assert minta(token, "pengusulan/unit-wbk").status_code == 200  # a valid token is not held up by who guesses
    assert Jejak.objects.filter(sesudah__jawaban=401).count() == BATAS_GAGAL + 1  # 429 fills nothing
    jam.shift(timedelta(seconds=60))
    assert galat(minta("salah", JAWABAN)) == (401, "UNAUTHORIZED")


def test_each_call_is_in_the_audit_trail(ringan: Rencana) -> None:
    token = token_baru(ringan)
    minta(token, JAWABAN)
    jejak = Jejak.objects.filter(tindakan="PortalRB meminta data").get()
    assert (jejak.satker_id, jejak.oleh_nama, jejak.oleh_id) == (ringan.satker_id, "PortalRB", None)
    assert jejak.sesudah == {"alamat": f"/portalrb/{JAWABAN}", "jawaban": 404, "dari": "127.0.0.1"}
    assert TokenPortal.objects.get().dipakai_pada == SAAT


def test_answers_take_nine_queries_whatever_their_number(rencana: Rencana, django_assert_num_queries: Any) -> None:
    token = token_baru(rencana)
    kunci(rencana)
    usulkan(rencana)
    with django_assert_num_queries(9):
        minta(token, JAWABAN)


# --- as PortalRB does ---------------------------------------------------------------------------------


def test_portalrb_fetches_an_office(rencana: Rencana, jam: time_machine.Traveller) -> None:
    kunci(rencana)
    usulkan(rencana)
    portal = PortalRb(token_baru(rencana), jam)
    portal.tarik()
    assert portal.percobaan == [("pengusulan/unit-wbk", 200), (JAWABAN, 200)]
    assert len(portal.jawaban["UNIT-001"]["answers"]) == 127


def test_portalrb_tries_three_times_then_marks_failed(rencana: Rencana, jam: time_machine.Traveller) -> None:
    """Withdrawn between the list and the answers; handed over again before the last try of the second round."""
    kunci(rencana)
    usulan = usulkan(rencana)
    ditarik = Usulan.objects.filter(pk=usulan.pk)
    portal = PortalRb(token_baru(rencana), jam)
    portal.tarik()
    ditarik.update(ditarik_pada=SAAT)
    mulai = datetime.now(UTC)
    assert portal.ambil(JAWABAN) is None
    assert datetime.now(UTC) - mulai == timedelta(seconds=180)
    assert portal.gagal[JAWABAN]["code"] == "DATA_NOT_FOUND"
    assert [s for _, s in portal.percobaan[2:]] == [404, 404, 404]
    portal.sela = lambda ke: ditarik.update(ditarik_pada=None) if ke == 2 else None
    assert portal.ambil(JAWABAN) is not None  # a person asked again
    assert [s for _, s in portal.percobaan[5:]] == [404, 404, 200]


def test_portalrb_waits_out_the_limit(ringan: Rencana, jam: time_machine.Traveller) -> None:
    token = token_baru(ringan)
    for _ in range(BATAS_TOKEN):
        minta(token, "pengusulan/unit-wbk")
    portal = PortalRb(token, jam)
    portal.tarik()
    assert portal.percobaan == [("pengusulan/unit-wbk", 429), ("pengusulan/unit-wbk", 200)]
