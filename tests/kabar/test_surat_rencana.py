"""Letters about the steps of a plan's life: to whom, what they say, and that none is lost or told twice."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.mail import EmailMessage
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries.langkah import BERSANGKUTAN
from tests.kabar.bantu import Jalankan, SuratRusak, beri_posel, hanya, html, kepada
from tests.pabrik import HARI_INI, Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import pada
from zona.kabar.domain.pos import antar
from zona.kabar.domain.rencana import KATA
from zona.kabar.enums import Jenis, StatusSurat
from zona.kabar.models import Senyap, SuratRencana
from zona.organisasi.models import Pengguna

Kotak = list[EmailMessage]
PENYUSUN = ["ketua", *(f"koordinator-{n}" for n in ("i", "ii", "iii", "iv", "v", "vi"))]


@pytest.fixture
def draf(kantor: Kantor) -> Rencana:
    """The office's plan while it is still a first draft. Everyone has an address."""
    beri_posel()
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    return Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)


def tetapkan(rencana: Rencana, oleh: Pengguna) -> None:
    hidup.tetapkan_rencana(rencana=rencana, nomor_sk="9/SK", tanggal_sk=HARI_INI, oleh=oleh, hari_ini=HARI_INI)


def kirim() -> None:
    """What the thread does after the commit, for all that waits."""
    antar(list(SuratRencana.objects.filter(status=StatusSurat.MENUNGGU).values_list("pk", flat=True)), None)


@pytest.fixture(autouse=True)
def _sambungan_tetap(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thread closes its own connections when done; here it is the test's."""
    monkeypatch.setattr("zona.kabar.domain.pos.connections.close_all", lambda: None)


def test_every_step_people_are_told_of_has_its_words() -> None:
    assert set(KATA) == set(BERSANGKUTAN)


def test_each_step_is_told_to_whom_it_concerns(
    draf: Rencana, mailoutbox: Kotak, ketua: Pengguna, kepala: Pengguna
) -> None:
    def diberi_tahu(kerja: Callable[..., Any], **argumen: Any) -> tuple[set[str], list[str]]:
        mailoutbox.clear()
        kerja(rencana=draf, **argumen)
        kirim()
        return {p.subject.partition(": ")[2] for p in mailoutbox}, sorted(kepada(mailoutbox))

    assert diberi_tahu(hidup.ajukan_rencana, oleh=ketua) == ({"Rencana Kerja 2023 diajukan"}, ["kepala"])
    assert diberi_tahu(hidup.tarik_rencana, oleh=ketua) == ({"Rencana Kerja 2023 ditarik kembali"}, ["kepala"])
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    kirim()
    belum = diberi_tahu(hidup.kembalikan_rencana, alasan="Lengkapi V", oleh=kepala)
    assert belum == ({"Rencana Kerja 2023 dikembalikan"}, PENYUSUN)
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    kirim()
    jadi = diberi_tahu(tetapkan, oleh=kepala)
    assert jadi == ({"Rencana Kerja 2023 ditetapkan"}, ["anggota", *PENYUSUN])


def test_perubahan_is_told_as_one(draf: Rencana, mailoutbox: Kotak, ketua: Pengguna, kepala: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    tetapkan(draf, kepala)
    SuratRencana.objects.all().delete()
    perubahan = hidup.mulai_perubahan(rencana=draf, alasan="Jadwal", oleh=ketua)
    hidup.ajukan_rencana(rencana=perubahan, oleh=ketua)
    hidup.batalkan_perubahan(rencana=perubahan, alasan="Tidak jadi", oleh=ketua)
    kirim()
    hal = "perubahan (versi 2) Rencana Kerja 2023"
    assert [p.subject for p in mailoutbox if p.to == ["kepala@contoh.id"]] == [
        f"Zona Integritas UJI: {hal} diajukan",
        f"Zona Integritas UJI: {hal} dibatalkan",
    ]


def test_letter_says_who_what_and_where(draf: Rencana, mailoutbox: Kotak, ketua: Pengguna, kepala: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    hidup.kembalikan_rencana(rencana=draf, alasan="Bukti <V.3> {belum} lengkap", oleh=kepala)
    kirim()
    surat = next(p for p in mailoutbox if p.to == ["ketua@contoh.id"])
    assert "Yth. Ketua," in surat.body
    kalimat = "Kepala mengembalikan Rencana Kerja 2023 Kantor Uji untuk diperbaiki. Alasan: Bukti <V.3> {belum} lengkap"
    assert kalimat in " ".join(surat.body.split())
    assert "http://127.0.0.1:8000/uji/2023/dokumen/versi/" in surat.body
    assert "&lt;V.3&gt;" in html(surat)
    assert surat.extra_headers["Message-ID"].startswith("<suratrencana-")


def test_nothing_is_written_where_the_step_is_refused(draf: Rencana, ketua: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=Rencana.objects.select_related("satker").get(pk=draf.pk), oleh=ketua)
    with pytest.raises(DomainError):
        hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    assert SuratRencana.objects.count() == 1


def test_what_is_told_of_the_past_is_no_news(draf: Rencana, ketua: Pengguna) -> None:
    """As the demo office's story: a real mail server would be handed letters to nobody."""
    with pada(datetime(2023, 2, 1, 9, tzinfo=UTC)):
        hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    assert SuratRencana.objects.count() == 0


def test_letters_are_handed_over_after_the_commit(
    draf: Rencana,
    ketua: Pengguna,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
    mailoutbox: Kotak,
) -> None:
    with django_capture_on_commit_callbacks() as sesudah:
        hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    assert (len(sesudah), mailoutbox) == (1, [])


def test_who_has_no_address_or_wants_no_word_gets_none(
    draf: Rencana, mailoutbox: Kotak, ketua: Pengguna, kepala: Pengguna
) -> None:
    Pengguna.objects.filter(username="koordinator-i").update(posel="")
    Senyap.objects.create(pengguna=Pengguna.objects.get(username="koordinator-ii"), jenis=Jenis.PENGESAHAN)
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    hidup.kembalikan_rencana(rencana=draf, alasan="Belum", oleh=kepala)
    kirim()
    assert sorted(kepada(mailoutbox)) == [
        "kepala", "ketua", "koordinator-iii", "koordinator-iv", "koordinator-v", "koordinator-vi",
    ]  # fmt: skip


def test_what_could_not_be_sent_goes_out_with_the_reminders(
    kantor: Kantor, draf: Rencana, jalankan: Jalankan, settings: Settings, mailoutbox: Kotak, ketua: Pengguna
) -> None:
    hanya(kantor, None)
    settings.EMAIL_BACKEND = "tests.kabar.bantu.SuratRusak"
    SuratRusak.tolak = {"kepala"}
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    kirim()
    surat = SuratRencana.objects.get()
    assert (surat.status, surat.galat) == (StatusSurat.GAGAL, "550 kotak surat penuh")
    assert Jejak.objects.first().sesudah == {"Kepala": "550 kotak surat penuh"}
    SuratRusak.tolak = set()
    jalankan()
    assert mailoutbox == []  # the thread may still be at it
    SuratRencana.objects.update(dibuat_pada=surat.dibuat_pada - timedelta(hours=2))
    hasil = jalankan()
    assert [k.surat.pk for k in hasil.kiriman] == [surat.pk]
    assert kepada(mailoutbox) == {"kepala": "Rencana Kerja 2023 diajukan"}
    jalankan()
    assert len(mailoutbox) == 1


def test_letter_cut_off_while_being_sent_is_said_and_not_sent_again(
    kantor: Kantor, draf: Rencana, jalankan: Jalankan, mailoutbox: Kotak, ketua: Pengguna
) -> None:
    hanya(kantor, None)
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    surat = SuratRencana.objects.get()
    lama = {"status": StatusSurat.DIKIRIM, "dibuat_pada": surat.dibuat_pada - timedelta(hours=2)}
    SuratRencana.objects.update(**lama)
    assert jalankan().tak_tentu == ["Kepala"]
    assert (jalankan().tak_tentu, mailoutbox) == ([], [])
