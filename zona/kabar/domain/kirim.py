"""The postman: letters that are written go out once."""

import logging
import sys
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from zona.kabar.domain.surat import Naskah, tulis_html, tulis_teks
from zona.kabar.enums import StatusSurat
from zona.kabar.models import SuratKeluar
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker

log = logging.getLogger(__name__)
KEPALA = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


@dataclass(slots=True)
class Kiriman:
    """A letter on its way: its row, which tells what became of it, and what it says."""

    surat: SuratKeluar
    naskah: Naskah


class Pengantar:
    """Sends letters, an office at a time over one connection. Where the mail server cannot be reached, the rest of the
    run does not try again."""

    def __init__(self) -> None:
        self.putus = ""

    def antar(self, kiriman: list[Kiriman], oleh: Pengguna | None) -> None:
        """Send each that no other run took, and write down which went and which failed."""
        sambungan = get_connection(stream=sys.stderr)  # the console's: stdout is for the command's own answer
        try:
            self._buka(sambungan)
            for satu in kiriman:
                self._antar(satu, sambungan)
        finally:
            _tutup(sambungan)
        gagal = [k.surat for k in kiriman if k.surat.status == StatusSurat.GAGAL]
        if gagal:
            catat_gagal(satker=gagal[0].satker, surat=gagal, oleh=oleh)

    def _buka(self, sambungan: BaseEmailBackend) -> None:
        if self.putus:
            return
        try:
            sambungan.open()
        except Exception as galat:  # whatever a backend raises, the letters stay to be sent
            log.exception("peladen surat tidak dapat dihubungi")
            self.putus = f"Peladen surat tidak dapat dihubungi: {galat}"

    def _antar(self, kiriman: Kiriman, sambungan: BaseEmailBackend) -> None:
        """Claimed first: of two runs only one sends, and what is cut off while being sent is not sent again."""
        surat = kiriman.surat
        tabel = type(surat)._default_manager
        milik = tabel.filter(pk=surat.pk, status=StatusSurat.MENUNGGU)
        if not milik.update(status=StatusSurat.DIKIRIM):
            return
        surat.status, surat.galat = StatusSurat.GAGAL, self.putus[:300]
        try:
            if not self.putus:
                _pesan(kiriman, sambungan).send()
                surat.status = StatusSurat.TERKIRIM
        except Exception as galat:  # whatever a backend raises, the others are still sent
            log.exception("surat %s gagal dikirim", surat.pk)
            surat.galat = (str(galat) or type(galat).__name__)[:300]
            _tutup(sambungan)
            self._buka(sambungan)
        tabel.filter(pk=surat.pk).update(status=surat.status, galat=surat.galat)


def _tutup(sambungan: BaseEmailBackend) -> None:
    with suppress(Exception):  # a broken connection cannot say goodbye
        sambungan.close()


def _pesan(kiriman: Kiriman, sambungan: BaseEmailBackend) -> EmailMultiAlternatives:
    surat, naskah = kiriman.surat, kiriman.naskah
    pesan = EmailMultiAlternatives(
        subject=naskah.perihal,
        body=tulis_teks(naskah),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[surat.alamat],
        headers={**KEPALA, "Message-ID": f"<{surat._meta.model_name}-{surat.pk}@{_tuan()}>"},
        connection=sambungan,
    )
    pesan.attach_alternative(tulis_html(naskah), "text/html")
    return pesan


def _tuan() -> str:
    return urlsplit(settings.ZONA_ALAMAT_LAMAN).hostname or ""


@transaction.atomic
def catat_gagal(*, satker: Satker, surat: list[SuratKeluar], oleh: Pengguna | None) -> None:
    """Leave in the trail whose letters could not be sent, and why."""
    gagal = {s.pengguna.nama: s.galat for s in surat}
    catat(satker_id=satker.pk, oleh=oleh, tindakan="gagal mengirim pengingat", objek=satker, sesudah=gagal)
