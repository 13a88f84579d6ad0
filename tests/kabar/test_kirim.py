"""Letters that fail, are cut off, or meet another run."""

from datetime import timedelta

from django.core.mail import EmailMessage
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from tests.kabar.bantu import Jalankan, SuratPutus, SuratRusak, hanya, kepada
from tests.pabrik import HARI_INI, Kantor
from zona.inti.models import Jejak
from zona.kabar.domain.ingatkan import ingatkan
from zona.kabar.domain.kirim import Pengantar
from zona.kabar.enums import StatusSurat
from zona.kabar.models import Kabar, Surat
from zona.organisasi.models import Pengguna

Kotak = list[EmailMessage]
BESOK = HARI_INI + timedelta(days=1)


def test_failed_letter_is_sent_by_the_next_run(
    jalankan: Jalankan, settings: Settings, mailoutbox: Kotak, anggota: Pengguna
) -> None:
    settings.EMAIL_BACKEND = "tests.kabar.bantu.SuratRusak"
    SuratRusak.tolak = {"anggota"}
    jalankan()
    assert len(mailoutbox) == 5
    gagal = Surat.objects.get(status=StatusSurat.GAGAL)
    assert (gagal.pengguna, gagal.galat) == (anggota, "550 kotak surat penuh")
    jejak = Jejak.objects.first()
    assert (jejak.tindakan, jejak.sesudah) == ("gagal mengirim pengingat", {"Anggota": "550 kotak surat penuh"})
    SuratRusak.tolak = set()
    mailoutbox.clear()
    jalankan()
    assert kepada(mailoutbox) == {"anggota": "1 terlambat"}
    assert set(Surat.objects.values_list("status", flat=True)) == {StatusSurat.TERKIRIM}


def test_failed_letter_is_written_anew(
    jalankan: Jalankan, kantor: Kantor, settings: Settings, mailoutbox: Kotak
) -> None:
    """As things are by then: the day counts on, what was done meanwhile is left out."""
    settings.EMAIL_BACKEND = "tests.kabar.bantu.SuratRusak"
    SuratRusak.tolak = {"anggota"}
    terlambat, _ = hanya(kantor, HARI_INI - timedelta(days=1), HARI_INI + timedelta(days=7))
    jalankan()
    SuratRusak.tolak = set()
    Pelaksanaan.objects.filter(pk=terlambat.pk).update(status=Status.SELESAI, realisasi=HARI_INI)
    jalankan(BESOK)
    assert kepada(mailoutbox) == {"anggota": "1 segera jatuh tempo"}
    assert "6 hari lagi: jatuh tempo Rabu, 22 Maret 2023." in mailoutbox[0].body
    assert list(Surat.objects.values_list("tanggal", flat=True)) == [BESOK]
    assert list(Kabar.objects.values_list("jenis", flat=True)) == ["h7"]


def test_mail_server_out_of_reach_is_asked_once(jalankan: Jalankan, settings: Settings, mailoutbox: Kotak) -> None:
    settings.EMAIL_BACKEND = "tests.kabar.bantu.SuratPutus"
    jalankan()
    assert SuratPutus.coba == 1
    galat = "Peladen surat tidak dapat dihubungi: sambungan ditolak"
    assert set(Surat.objects.values_list("status", "galat")) == {(StatusSurat.GAGAL, galat)}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    jalankan(BESOK)
    assert len(mailoutbox) == 6


def test_letter_cut_off_while_being_sent_is_not_sent_again(
    jalankan: Jalankan, mailoutbox: Kotak, anggota: Pengguna
) -> None:
    """It may have arrived: it is said, once."""
    jalankan()
    mailoutbox.clear()
    Surat.objects.filter(pengguna=anggota).update(status=StatusSurat.DIKIRIM)
    assert jalankan().tak_tentu == []  # another run may be at it
    assert jalankan(BESOK).tak_tentu == ["Anggota"]
    assert jalankan(BESOK).tak_tentu == []
    assert mailoutbox == []
    assert Surat.objects.get(pengguna=anggota).status == StatusSurat.TAK_TENTU


def test_run_that_died_before_sending_is_made_up_for(jalankan: Jalankan, kantor: Kantor, mailoutbox: Kotak) -> None:
    """Committed and never sent."""
    ingatkan(satker=kantor.satker, hari=HARI_INI, pengantar=Pengantar(), oleh=None)
    assert (len(mailoutbox), Surat.objects.filter(status=StatusSurat.MENUNGGU).count()) == (0, 6)
    jalankan()
    assert len(mailoutbox) == 6


def test_two_runs_at_once_send_once(
    jalankan: Jalankan,
    kantor: Kantor,
    mailoutbox: Kotak,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    """The second writes its letters between the first's commit and its sending."""
    with django_capture_on_commit_callbacks() as pertama:
        ingatkan(satker=kantor.satker, hari=HARI_INI, pengantar=Pengantar(), oleh=None)
    jalankan()
    assert len(mailoutbox) == 6
    for kirim in pertama:
        kirim()
    assert len(mailoutbox) == 6


def test_nothing_is_sent_when_the_run_is_rolled_back(kantor: Kantor, mailoutbox: Kotak, jalankan: Jalankan) -> None:
    hasil = ingatkan(satker=kantor.satker, hari=HARI_INI, pengantar=Pengantar(), oleh=None)
    assert (len(hasil.kiriman), mailoutbox) == (6, [])
