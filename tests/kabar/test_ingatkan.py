"""Who is reminded, of what, when, and never twice."""

from datetime import date, timedelta

import pytest
import time_machine
from django.core.mail import EmailMessage
from django.core.management import call_command
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from rencana_aksi.domain.hidup_rencana import ajukan_rencana
from rencana_aksi.enums import Status, StatusRencana
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi
from tests.beranda.pembaca import buat_bukti
from tests.kabar.bantu import Jalankan, beri_posel, hanya, kepada
from tests.pabrik import HARI_INI, Kantor, buka_perubahan, tambah_baris
from zona.inti.models import Jejak
from zona.kabar.enums import Jenis
from zona.kabar.models import Kabar, Senyap, Surat
from zona.organisasi.models import Pengguna, Satker

Kotak = list[EmailMessage]
SELASA = date(2023, 3, 14)  # no day of recaps, like HARI_INI


@pytest.mark.parametrize(
    ("hari", "perihal"),
    [
        (8, {}), (7, {"anggota": "1 segera jatuh tempo"}), (6, {}), (5, {}), (4, {}),
        (3, {"anggota": "1 segera jatuh tempo"}), (2, {}), (1, {"anggota": "1 segera jatuh tempo"}), (0, {}),
        (-1, {"anggota": "1 terlambat"}), (-40, {"anggota": "1 terlambat"}),
    ],
)  # fmt: skip
def test_reminder_days(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, hari: int, perihal: dict[str, str]
) -> None:
    hanya(kantor, HARI_INI + timedelta(days=hari))
    jalankan()
    assert kepada(mailoutbox) == perihal


def test_run_daily_tells_four_times_and_late_once(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    hanya(kantor, date(2023, 3, 20))
    berkabar = []
    for n in range(40):
        hari = date(2023, 3, 1) + timedelta(days=n)
        ada = len([p for p in mailoutbox if p.to == ["anggota@contoh.id"]])
        jalankan(hari)
        if len([p for p in mailoutbox if p.to == ["anggota@contoh.id"]]) > ada:
            berkabar.append(hari.day)
    assert berkabar == [13, 17, 19, 21]


@pytest.mark.parametrize("status", [Status.SELESAI, Status.BATAL])
def test_closed_occurrence_is_not_told(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, status: Status) -> None:
    isi = {"status": status, "alasan": "Digabung", "realisasi": HARI_INI if status == Status.SELESAI else None}
    hanya(kantor, HARI_INI + timedelta(days=3), HARI_INI - timedelta(days=3), **isi)
    jalankan()
    assert mailoutbox == []


def test_one_letter_a_day_with_each_action_once(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    hanya(kantor, HARI_INI - timedelta(days=2), HARI_INI + timedelta(days=7), HARI_INI - timedelta(days=9))
    jalankan()
    assert kepada(mailoutbox) == {"anggota": "2 terlambat, 1 segera jatuh tempo"}
    assert mailoutbox[0].body.count("I.1.a Aksi I.1.a") == 1
    assert set(Kabar.objects.values_list("jenis", "jatuh_tempo")) == {
        ("terlambat", HARI_INI - timedelta(days=2)),
        ("terlambat", HARI_INI - timedelta(days=9)),
        ("h7", HARI_INI + timedelta(days=7)),
    }


def test_run_twice_tells_nothing_twice(jalankan: Jalankan, mailoutbox: Kotak) -> None:
    jalankan()
    pertama = kepada(mailoutbox)
    assert len(mailoutbox) == 6
    assert pertama["anggota"] == "1 terlambat"
    jalankan()
    jalankan(HARI_INI + timedelta(days=1))
    assert len(mailoutbox) == 6


def test_database_refuses_to_tell_twice(jalankan: Jalankan) -> None:
    jalankan()
    kabar = Kabar.objects.filter(jenis=Jenis.TERLAMBAT).first()
    lagi = Surat.objects.create(
        satker_id=kabar.surat.satker_id, pengguna_id=kabar.pengguna_id, tanggal=SELASA, alamat="a@contoh.id"
    )
    kabar.pk, kabar.surat = None, lagi
    with pytest.raises(IntegrityError, match=r"kabar_tempo_sekali|UNIQUE"):
        kabar.save()


def test_edited_schedule_tells_nothing_again(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    """Its occurrences are made anew; those of the same date are not news."""
    hanya(kantor, HARI_INI - timedelta(days=2))
    jalankan()
    hanya(kantor, HARI_INI - timedelta(days=2), HARI_INI - timedelta(days=1))
    jalankan(HARI_INI + timedelta(days=1))
    assert [p.subject.partition(": ")[2] for p in mailoutbox] == ["1 terlambat", "1 terlambat"]
    assert "1 hari" not in mailoutbox[0].body
    assert "Terlambat 2 hari: jatuh tempo Selasa, 14 Maret 2023." in mailoutbox[1].body
    assert "Senin, 13 Maret" not in mailoutbox[1].body


def test_postponed_is_told_of_its_new_date(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    (p,) = hanya(kantor, HARI_INI - timedelta(days=1))
    jalankan()
    baru = HARI_INI + timedelta(days=4)
    Pelaksanaan.objects.filter(pk=p.pk).update(
        status=Status.DITUNDA, alasan="Hujan", jatuh_tempo_semula=p.jatuh_tempo, jatuh_tempo=baru, mulai=baru
    )
    for n in range(1, 7):
        jalankan(HARI_INI + timedelta(days=n))
    perihal = [p.subject.partition(": ")[2] for p in mailoutbox if p.to == ["anggota@contoh.id"]]
    assert perihal == ["1 terlambat", "1 segera jatuh tempo", "1 segera jatuh tempo", "1 terlambat"]
    assert "3 hari lagi: jatuh tempo Minggu, 19 Maret 2023 (semula 14 Maret 2023)." in mailoutbox[1].body


@pytest.mark.parametrize(
    ("hari_lalu", "hari", "perihal"),
    [
        (8, 6, {"anggota": "1 segera jatuh tempo"}),  # the day of H-7 was not run
        (4, 1, {"anggota": "1 segera jatuh tempo"}),  # neither H-3 nor H-1 yet: one word, of the nearest
        (7, 6, {}),
        (30, 8, {}),
    ],
)
def test_day_without_a_run_is_caught_up(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, hari_lalu: int, hari: int, perihal: dict[str, str]
) -> None:
    tempo = date(2023, 3, 24)
    hanya(kantor, tempo)
    jalankan(tempo - timedelta(days=hari_lalu))
    mailoutbox.clear()
    jalankan(tempo - timedelta(days=hari))
    assert kepada(mailoutbox) == perihal
    if perihal:
        assert Kabar.objects.order_by("-id").values_list("jenis", flat=True)[0] == ("h7" if hari == 6 else "h1")


def test_coordinator_is_told_where_nobody_answers(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    hanya(kantor, HARI_INI - timedelta(days=1))
    RencanaAksi.objects.update(penanggung_jawab=None)
    hasil = jalankan()
    assert kepada(mailoutbox) == {"koordinator-i": "1 terlambat"}
    assert hasil.tanpa_penanggung == []


@pytest.mark.parametrize("sebab", ["nonaktif", "pindah"])
def test_coordinator_is_told_for_who_left(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, anggota: Pengguna, sebab: str
) -> None:
    hanya(kantor, HARI_INI - timedelta(days=1))
    lain = {"nonaktif": {"is_active": False}, "pindah": {"satker": Satker.objects.get(kode="LAIN")}}
    Pengguna.objects.filter(pk=anggota.pk).update(**lain[sebab])
    jalankan()
    assert kepada(mailoutbox) == {"koordinator-i": "1 terlambat"}


def test_action_of_nobody_is_said(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    hanya(kantor, HARI_INI - timedelta(days=1))
    RencanaAksi.objects.update(penanggung_jawab=None)
    Pengguna.objects.filter(username="koordinator-i").update(is_active=False)
    assert jalankan().tanpa_penanggung == ["I.1.a"]
    assert mailoutbox == []


def test_without_address_one_is_skipped_and_told_later(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, anggota: Pengguna
) -> None:
    hanya(kantor, HARI_INI - timedelta(days=1))
    Pengguna.objects.filter(pk=anggota.pk).update(posel="")
    assert jalankan().tanpa_posel == [anggota]
    assert (mailoutbox, Surat.objects.count(), Kabar.objects.count()) == ([], 0, 0)
    beri_posel()
    assert jalankan(HARI_INI + timedelta(days=1)).tanpa_posel == []
    assert kepada(mailoutbox) == {"anggota": "1 terlambat"}


def test_returned_evidence_is_told_once_to_who_answers_and_who_uploaded(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, koordinator_i: Pengguna, koordinator_ii: Pengguna
) -> None:
    hanya(kantor, None)
    kembali = {"status": StatusBukti.DIKEMBALIKAN, "pemeriksa": koordinator_i, "alasan": "Buram"}
    buat_bukti(kantor.syarat["I", "aksi"], koordinator_ii, **kembali)
    jalankan()
    assert kepada(mailoutbox) == {"anggota": "1 bukti dikembalikan", "koordinator-ii": "1 bukti dikembalikan"}
    jalankan(HARI_INI + timedelta(days=1))
    assert len(mailoutbox) == 2
    buat_bukti(kantor.syarat["I", "aksi"], koordinator_ii, **kembali)
    jalankan(HARI_INI + timedelta(days=2))
    assert len(mailoutbox) == 4


def test_returned_evidence_that_was_replaced_is_not_told(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, anggota: Pengguna, koordinator_i: Pengguna
) -> None:
    hanya(kantor, None)
    buat_bukti(
        kantor.syarat["I", "aksi"], anggota, status=StatusBukti.DIKEMBALIKAN, pemeriksa=koordinator_i, alasan="Buram"
    )
    buat_bukti(kantor.syarat["I", "aksi"], anggota)
    jalankan()
    assert (mailoutbox, Bukti.objects.count()) == ([], 2)


def test_kinds_turned_off_are_not_told(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, anggota: Pengguna
) -> None:
    hanya(kantor, HARI_INI - timedelta(days=1), HARI_INI + timedelta(days=3), HARI_INI + timedelta(days=7))
    for jenis in (Jenis.TERLAMBAT, Jenis.H3):
        Senyap.objects.create(pengguna=anggota, jenis=jenis)
    jalankan()
    assert list(Kabar.objects.values_list("jenis", flat=True)) == ["h7"]
    Senyap.objects.all().delete()
    jalankan(HARI_INI + timedelta(days=1))
    assert [p.subject.partition(": ")[2] for p in mailoutbox] == ["1 segera jatuh tempo", "1 terlambat"]


@pytest.mark.parametrize(
    ("isi", "jumlah"),
    [
        ({"status": StatusRencana.DRAF, "versi": 1}, 0),
        ({"status": StatusRencana.DIAJUKAN, "versi": 1}, 0),
        ({"tahun": 2022}, 1),
        ({"tahun": 2021}, 0),
    ],
)
def test_plans_people_are_reminded_of(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, isi: dict[str, object], jumlah: int
) -> None:
    hanya(kantor, HARI_INI - timedelta(days=1))
    Rencana.objects.filter(pk=kantor.rencana.pk).update(**isi)
    jalankan()
    assert len(mailoutbox) == jumlah


@pytest.mark.parametrize("diajukan", [False, True])
def test_open_perubahan_reminds_of_the_plan_in_force(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, diajukan: bool
) -> None:
    hanya(kantor, HARI_INI - timedelta(days=1))
    draf = buka_perubahan(kantor)
    if diajukan:
        ajukan_rencana(rencana=draf.rencana, oleh=None)
    mailoutbox.clear()
    jalankan()
    assert len(mailoutbox) == 1


def test_letters_leave_one_audit_row(jalankan: Jalankan, kantor: Kantor) -> None:
    jalankan()
    jejak = Jejak.objects.get()
    assert (jejak.satker_id, jejak.oleh_nama, jejak.tindakan) == (kantor.satker.pk, "Sistem", "mengirim pengingat")
    nama = ["Anggota", *(f"Koordinator {k}" for k in ("Ii", "Iii", "Iv", "V", "Vi"))]
    assert jejak.sesudah == {"tanggal": "2023-03-15", "kepada": nama}
    jalankan()
    assert Jejak.objects.count() == 1


def test_day_begins_in_the_offices_time_zone(
    kantor: Kantor,
    settings: Settings,
    mailoutbox: Kotak,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """16.00 UTC is midnight in Makassar and 23.00 in Jakarta: I.1.a of both offices is due on 20 Maret."""
    settings.ZONA_HARI_INI = None
    beri_posel()
    Pelaksanaan.objects.exclude(jatuh_tempo=date(2023, 3, 20)).delete()

    def pada(saat: str) -> set[str]:
        mailoutbox.clear()
        with time_machine.travel(saat, tick=False), django_capture_on_commit_callbacks(execute=True):
            call_command("ingatkan")
        return set(kepada(mailoutbox)) - {"ketua"}

    uji = {"anggota", *(f"koordinator-{k}" for k in ("ii", "iii", "iv", "v", "vi"))}
    assert pada("2023-03-12T15:59:59Z") == set()
    assert pada("2023-03-12T16:00:00Z") == uji
    assert pada("2023-03-12T17:00:00Z") == {"orang-luar"}


def test_queries_do_not_grow_with_rows(jalankan: Jalankan, kantor: Kantor) -> None:
    """One row a pengungkit, then three; every run has letters to write."""

    def hitung(hari: date) -> int:
        with CaptureQueriesContext(connection) as kueri:
            jalankan(hari)
        surat = Surat.objects.filter(tanggal=hari).count()
        assert surat > 0
        return len(kueri) - 2 * surat  # each letter is claimed and marked on its own

    jalankan(date(2023, 2, 28))
    satu = hitung(date(2023, 3, 2))
    tambah_baris(kantor, 12)
    assert hitung(date(2023, 3, 3)) == satu


def test_day_of_the_past_moves_nothing(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    hanya(kantor, HARI_INI + timedelta(days=6))
    jalankan()
    jalankan(HARI_INI - timedelta(days=30))
    jalankan(HARI_INI + timedelta(days=1))
    assert mailoutbox == []
