"""Calendars people subscribe to."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from typing import Any

import pytest
from icalendar import Calendar, Event
from pytest_django import DjangoAssertNumQueries

from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.models import Pelaksanaan, RencanaAksi
from tests.bantuan import Klien, teks, urai
from tests.beranda.pembaca import buat_bukti
from tests.contoh import Contoh
from tests.kabar.bantu import hanya
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.inti.models import Jejak
from zona.kabar.domain.kalender import buat_kalender_pengungkit, buat_kalender_saya, cabut_kalender_saya
from zona.kabar.models import Kalender
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]


def alamat(token: str) -> str:
    return f"/kalender/{token}.ics"


def baca(klien: Klien, token: str) -> Calendar:
    """The calendar as a program gets it: without an account."""
    tanggapan = klien.get(alamat(token))
    assert tanggapan.status_code == 200
    assert tanggapan["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(tanggapan.content)


def acara(kalender: Calendar) -> list[Event]:
    return list(kalender.walk("VEVENT"))


def test_calendar_of_a_person(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    """The three dated occurrences of I.1.a; windows with their last day, in the office's time zone."""
    kalender = baca(klien(), buat_kalender_saya(oleh=anggota))
    assert (str(kalender["X-WR-CALNAME"]), str(kalender["X-WR-TIMEZONE"])) == (
        "Zona Integritas: Anggota", "Asia/Makassar",
    )  # fmt: skip
    assert [str(z["TZID"]) for z in kalender.walk("VTIMEZONE")] == ["Asia/Makassar"]
    semua = acara(kalender)
    assert [(a.decoded("DTSTART"), a.decoded("DTEND")) for a in semua] == [
        (date(2023, 3, 1), date(2023, 3, 2)),
        (date(2023, 3, 13), date(2023, 3, 21)),
        (date(2023, 4, 10), date(2023, 4, 11)),
    ]
    assert {a["DTSTART"].params["VALUE"] for a in semua} == {"DATE"}
    assert {str(a["SUMMARY"]) for a in semua} == {"I.1.a Aksi I.1.a"}
    assert {str(a["STATUS"]) for a in semua} == {"CONFIRMED"}
    tautan = f"http://127.0.0.1:8000{kantor.alamat('rencana/aksi/')}{kantor.aksi['I', 'a'].pk}/"
    assert str(semua[0]["DESCRIPTION"]) == (
        "Keadaan: Terlambat\nPenanggung jawab: Anggota\nBukti yang belum ada:\n- Surat keputusan\n- Notula rapat\n"
        f"{tautan}"
    )
    assert len({str(a["UID"]) for a in semua}) == 3


def test_calendar_of_a_pengungkit(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    """Every action of it, whoever answers; called off stays as such, undated is left out."""
    batal, selesai, ditunda = kantor.pelaksanaan["I", "a"]
    RencanaAksi.objects.update(penanggung_jawab=None)
    ubah: dict[str, Any] = {"oleh": None, "hari_ini": HARI_INI}
    catat_status(pelaksanaan=batal, status="batal", alasan="Digabung", **ubah)
    catat_status(pelaksanaan=selesai, status="selesai", realisasi=date(2023, 3, 14), **ubah)
    catat_status(pelaksanaan=ditunda, status="ditunda", jatuh_tempo=date(2023, 5, 2), alasan="Cuti", **ubah)
    buat_bukti(kantor.syarat["I", "tiap"], koordinator_i, selesai)
    kalender = baca(klien(), buat_kalender_pengungkit(pengungkit=kantor.pengungkit["I"], oleh=koordinator_i))
    assert str(kalender["X-WR-CALNAME"]) == "ZI 2023: I. Manajemen Perubahan"
    isi = {str(a["UID"]): a for a in acara(kalender)}
    assert list(isi) == [f"pelaksanaan-{p.pk}.uji@zona" for p in (batal, selesai, ditunda)]
    assert [str(a["STATUS"]) for a in isi.values()] == ["CANCELLED", "CONFIRMED", "CONFIRMED"]
    keterangan = [str(a["DESCRIPTION"]).splitlines()[:-1] for a in isi.values()]
    assert keterangan == [
        ["Keadaan: Batal", "Penanggung jawab: Koordinator I"],
        ["Keadaan: Selesai, 14 Maret 2023", "Penanggung jawab: Koordinator I", "Bukti yang belum ada:",
         "- Surat keputusan"],
        ["Keadaan: Ditunda", "Jatuh tempo semula: 10 April 2023", "Penanggung jawab: Koordinator I",
         "Bukti yang belum ada:", "- Surat keputusan", "- Notula rapat"],
    ]  # fmt: skip


def test_coordinator_has_what_nobody_else_answers_for(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna, koordinator_ii: Pengguna, orang_luar: Pengguna
) -> None:
    jumlah = {
        o.username: len(acara(baca(klien(), buat_kalender_saya(oleh=o))))
        for o in (koordinator_i, koordinator_ii, orang_luar)
    }
    assert jumlah == {"koordinator-i": 0, "koordinator-ii": 3, "orang-luar": 3}


def test_calendar_holds_every_dated_occurrence_of_the_source(klien: Buka, contoh: Contoh) -> None:
    ketua, k = contoh.orang["ketua"], klien()
    semua = [
        a
        for p in contoh.rencana.pengungkit.all()
        for a in acara(baca(k, buat_kalender_pengungkit(pengungkit=p, oleh=ketua)))
    ]
    tempo = Pelaksanaan.objects.filter(jatuh_tempo__isnull=False).values_list("jatuh_tempo", flat=True)
    assert len(semua) == 75
    assert sorted(a.decoded("DTEND") - timedelta(days=1) for a in semua) == sorted(tempo)
    assert len({str(a["UID"]) for a in semua}) == 75


def test_same_content_gives_the_same_bytes(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    token, k = buat_kalender_saya(oleh=anggota), klien()
    pertama = k.get(alamat(token))
    assert pertama.content == k.get(alamat(token)).content
    assert pertama["Cache-Control"] == "private, no-cache"
    lagi = k.get(alamat(token), headers={"If-None-Match": pertama["ETag"]})
    assert (lagi.status_code, lagi.content) == (304, b"")
    assert not pertama.cookies


def test_change_gives_another_stamp_and_tag(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    token, k = buat_kalender_saya(oleh=anggota), klien()
    lama = k.get(alamat(token))
    terlambat, depan, _ = acara(Calendar.from_ical(lama.content))
    assert depan.decoded("LAST-MODIFIED") == datetime(2022, 12, 31, 16, tzinfo=UTC)  # nothing of the plan changed yet
    assert terlambat.decoded("LAST-MODIFIED") == datetime(2023, 3, 1, 16, tzinfo=UTC)  # late since midnight there
    p = kantor.pelaksanaan["I", "a"][1]
    catat_status(pelaksanaan=p, status="berjalan", oleh=anggota, hari_ini=HARI_INI)
    baru = k.get(alamat(token), headers={"If-None-Match": lama["ETag"]})
    assert baru.status_code == 200
    jejak = Jejak.objects.filter(tindakan="mengubah status").get()
    semua = acara(Calendar.from_ical(baru.content))
    assert {a.decoded(k) for a in semua for k in ("LAST-MODIFIED", "DTSTAMP")} == {jejak.waktu.replace(microsecond=0)}
    assert [str(a["UID"]) for a in semua] == [str(a["UID"]) for a in acara(Calendar.from_ical(lama.content))]


def test_text_of_the_plan_stays_text(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    uraian = "Rapat; evaluasi, tahap I\r\nEND:VEVENT\x07 \\n " + "panjang " * 40
    hanya(kantor, HARI_INI)
    RencanaAksi.objects.filter(pk=kantor.aksi["I", "a"].pk).update(uraian=uraian)
    token, k = buat_kalender_saya(oleh=anggota), klien()
    (satu,) = acara(baca(k, token))
    assert str(satu["SUMMARY"]) == f"I.1.a {uraian}".replace("\r", "").replace("\x07", "")
    baris = k.get(alamat(token)).content.split(b"\r\n")
    assert max(map(len, baris)) <= 75


def test_token_is_kept_as_its_hash(kantor: Kantor, anggota: Pengguna) -> None:
    token = buat_kalender_saya(oleh=anggota)
    assert re.fullmatch(r"[\w-]{43}", token)  # 256 bits
    assert Kalender.objects.get().sidik == sha256(token.encode()).hexdigest()
    assert token not in str(list(Kalender.objects.values())) + str(list(Jejak.objects.values()))


def test_wrong_or_revoked_address_is_not_there(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    k, lama = klien(), buat_kalender_saya(oleh=anggota)
    baru = buat_kalender_saya(oleh=anggota)
    status = [k.get(alamat(t)).status_code for t in (lama, baru, baru[:-1], "x", Kalender.objects.first().sidik)]
    assert status == [404, 200, 404, 404, 404]
    cabut_kalender_saya(oleh=anggota)
    assert k.get(alamat(baru)).status_code == 404
    tindakan = ["membuat alamat kalender", "memperbarui alamat kalender", "mencabut alamat kalender"]
    assert [j.tindakan for j in Jejak.objects.order_by("id")] == tindakan


def test_calendar_of_an_account_out_of_use_is_closed(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    token = buat_kalender_saya(oleh=anggota)
    Pengguna.objects.filter(pk=anggota.pk).update(is_active=False)
    assert klien().get(alamat(token)).status_code == 404


def test_address_is_only_read(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    token = buat_kalender_saya(oleh=anggota)
    assert klien().post(alamat(token)).status_code == 405
    kepala = klien().head(alamat(token))
    assert (kepala.status_code, kepala.content) == (200, b"")


@pytest.mark.parametrize("lagi", [0, 12])
def test_queries_do_not_grow_with_rows(
    klien: Buka, kantor: Kantor, koordinator_ii: Pengguna, lagi: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tambah_baris(kantor, lagi)
    token, k = buat_kalender_saya(oleh=koordinator_ii), klien()
    with django_assert_num_queries(14):
        k.get(alamat(token))


# --- making and revoking ------------------------------------------------------------------------------


def dibuat(halaman: Any) -> str:
    """The token of the address shown on the page."""
    (isian,) = urai(halaman).select("input.alamat")
    return str(re.fullmatch(r"http://testserver/kalender/([\w-]+)\.ics", str(isian["value"]))[1])  # type: ignore[index]  # it must


def test_own_address_is_shown_once(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    k = klien(anggota)
    tanggapan = k.post("/kabar/kalender/")
    assert "no-store" in tanggapan["Cache-Control"]
    assert len(acara(baca(klien(), dibuat(tanggapan)))) == 3
    halaman = k.get("/kabar/")
    assert urai(halaman).select("input.alamat") == []
    assert "Alamat dibuat 15 Maret 2023 oleh Anggota." in teks(halaman)
    assert k.post("/kabar/kalender/cabut/")["Location"] == "/kabar/"
    assert klien().get(alamat(dibuat(tanggapan))).status_code == 404
    assert "Alamat dibuat" not in teks(k.get("/kabar/"))


@pytest.mark.parametrize("siapa", ["ketua", "koordinator-i"])
def test_address_of_a_pengungkit_is_made_by_who_leads(klien: Buka, kantor: Kantor, siapa: str) -> None:
    k = klien(kantor.orang[siapa])
    tanggapan = k.post(kantor.alamat("kabar/I/kalender/"))
    assert len(acara(baca(klien(), dibuat(tanggapan)))) == 3
    assert f"oleh {kantor.orang[siapa].nama}." in teks(k.get(kantor.alamat("kabar/")))
    assert k.post(kantor.alamat("kabar/I/kalender/cabut/"))["Location"] == kantor.alamat("kabar/")
    assert klien().get(alamat(dibuat(tanggapan))).status_code == 404


@pytest.mark.parametrize("ekor", ["kabar/I/kalender/", "kabar/I/kalender/cabut/"])
@pytest.mark.parametrize(
    ("siapa", "status"),
    [("koordinator-ii", 403), ("anggota", 403), ("kepala", 403), ("penilai", 403), ("admin", 403), ("orang-luar", 404)],
)
def test_address_of_a_pengungkit_is_nobody_elses(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna, siapa: str, status: int, ekor: str
) -> None:
    buat_kalender_pengungkit(pengungkit=kantor.pengungkit["I"], oleh=koordinator_i)
    assert klien(kantor.orang[siapa]).post(kantor.alamat(ekor)).status_code == status
    assert Kalender.objects.filter(dicabut_pada=None).count() == 1


def test_address_of_no_pengungkit_is_not_there(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    assert klien(ketua).post(kantor.alamat("kabar/VII/kalender/")).status_code == 404


@pytest.mark.parametrize("ekor", ["/kabar/kalender/", "/kabar/kalender/cabut/", "/uji/2023/kabar/I/kalender/"])
def test_making_wants_a_form(klien: Buka, kantor: Kantor, ketua: Pengguna, ekor: str) -> None:
    assert klien(ketua).get(ekor).status_code == 405
