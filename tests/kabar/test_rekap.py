"""The week of the office, to the ketua on Monday."""

from datetime import date

import pytest
from django.core.mail import EmailMessage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.models import Bukti
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, RencanaAksi
from tests.beranda.pembaca import buat_bukti
from tests.kabar.bantu import Jalankan, hanya, kepada
from tests.pabrik import Kantor
from zona.kabar.enums import Jenis
from zona.kabar.models import Senyap
from zona.kabar.queries.penerima import lembar_satker
from zona.kabar.queries.rekap import senin, susun_rekap
from zona.organisasi.models import Pengguna

Kotak = list[EmailMessage]
SENIN = date(2023, 3, 13)
REKAP = {"ketua": "rekap pekan 13–19 Maret 2023"}


def rekap_saja(kantor: Kantor) -> None:
    """One occurrence late since long, of which the member was not told on purpose: only the recap has to say it."""
    hanya(kantor, date(2023, 2, 1))
    Senyap.objects.create(pengguna=kantor.orang["anggota"], jenis=Jenis.TERLAMBAT)


@pytest.mark.parametrize(
    ("hari", "surat"), [(SENIN, REKAP), (date(2023, 3, 14), {}), (date(2023, 3, 19), {}), (date(2023, 3, 12), {})]
)
def test_recap_is_sent_on_monday(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, hari: date, surat: dict[str, str]
) -> None:
    rekap_saja(kantor)
    jalankan(hari)
    assert kepada(mailoutbox) == surat


def test_recap_of_a_monday_without_a_run_follows(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    rekap_saja(kantor)
    jalankan(date(2023, 3, 10))
    for hari in (14, 15, 16):
        jalankan(date(2023, 3, hari))
    assert kepada(mailoutbox) == REKAP
    assert len(mailoutbox) == 1


def test_recap_is_sent_once_a_week(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    rekap_saja(kantor)
    for hari in range(6, 31):
        jalankan(date(2023, 3, hari))
    minggu = [p.subject.partition("pekan ")[2] for p in mailoutbox]
    assert minggu == ["6–12 Maret 2023", "13–19 Maret 2023", "20–26 Maret 2023", "27 Maret 2023–2 April 2023"]


def test_recap_may_be_turned_off(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, ketua: Pengguna) -> None:
    rekap_saja(kantor)
    Senyap.objects.create(pengguna=ketua, jenis=Jenis.REKAP)
    jalankan(SENIN)
    assert mailoutbox == []


def test_recap_of_nothing_is_not_sent(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    hanya(kantor, None)
    jalankan(SENIN)
    assert mailoutbox == []


def test_recap_stands_in_the_ketuas_one_letter(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, ketua: Pengguna
) -> None:
    hanya(kantor, date(2023, 3, 12))
    RencanaAksi.objects.update(penanggung_jawab=ketua)
    jalankan(SENIN)
    assert kepada(mailoutbox) == {"ketua": "1 terlambat; rekap pekan 13–19 Maret 2023"}


def test_recap_says_the_week(
    jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak, anggota: Pengguna, koordinator_ii: Pengguna
) -> None:
    Pelaksanaan.objects.exclude(aksi__rencana_kerja__pengungkit__kode__in=["I", "II"]).delete()
    selesai, *_ = kantor.pelaksanaan["II", "a"]
    Pelaksanaan.objects.filter(pk=selesai.pk).update(status=Status.SELESAI, realisasi=date(2023, 3, 6))
    for p, hari in ((kantor.pelaksanaan["I", "a"][1], 13), (kantor.pelaksanaan["II", "a"][1], 19)):
        Pelaksanaan.objects.filter(pk=p.pk).update(mulai=date(2023, 3, hari), jatuh_tempo=date(2023, 3, hari))
    bukti = buat_bukti(kantor.syarat["II", "aksi"], koordinator_ii)
    Bukti.objects.filter(pk=bukti.pk).update(diunggah_pada="2023-03-10T00:00:00Z")
    Pengguna.objects.filter(pk=koordinator_ii.pk).update(posel="")
    jalankan(SENIN)
    (surat,) = [p for p in mailoutbox if p.to == ["ketua@contoh.id"]]
    assert surat.body.split("-- ")[0] == (
        "Yth. Ketua,\n\n"
        "Berikut rekap pelaksanaan rencana kerja Zona Integritas Kantor Uji per\n"
        "Senin, 13 Maret 2023.\n\n"
        "SELESAI PEKAN LALU, 6–12 MARET 2023 (1)\n\n"
        "- II.1.a Aksi II.1.a (6 Maret 2023; Koordinator Ii)\n\n"
        "JATUH TEMPO PEKAN INI, 13–19 MARET 2023 (2)\n\n"
        "- I.1.a Aksi I.1.a (13 Maret 2023; Anggota)\n"
        "- II.1.a Aksi II.1.a (19 Maret 2023; Koordinator Ii)\n\n"
        "TERLAMBAT (1)\n\n"
        "- I.1.a Aksi I.1.a (12 hari; Anggota)\n\n"
        "BUKTI MENUNGGU VERIFIKASI (1)\n\n"
        "- II.1.a Surat keputusan (diunggah 10 Maret 2023 oleh Koordinator Ii)\n\n"
        "TIDAK DAPAT DIINGATKAN\n\n"
        "Tanpa alamat pos-el, jadi tidak menerima pengingat: Koordinator Ii.\n\n"
    )


def test_recap_is_read_without_a_query(kantor: Kantor) -> None:
    lembar = lembar_satker(kantor.satker, SENIN)
    with CaptureQueriesContext(connection) as kueri:
        assert not susun_rekap(lembar, SENIN).kosong
    assert len(kueri) == 0


@pytest.mark.parametrize("hari", range(13, 20))
def test_week_begins_on_monday(hari: int) -> None:
    assert senin(date(2023, 3, hari)) == SENIN
