"""Letters of the tests: people with addresses, an office run for a day, a mail server that fails."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.locmem import EmailBackend

from rencana_aksi.models import Pelaksanaan
from tests.pabrik import Kantor
from zona.kabar.domain.ingatkan import Hasil
from zona.organisasi.models import Pengguna

Jalankan = Callable[..., Hasil]


def beri_posel() -> None:
    """anggota@contoh.id, and so on for everyone."""
    for orang in Pengguna.objects.all():
        Pengguna.objects.filter(pk=orang.pk).update(posel=f"{orang.username}@contoh.id")


def hanya(kantor: Kantor, *tempo: date | None, **isi: Any) -> list[Pelaksanaan]:
    """Leave in the whole plan only occurrences of I.1.a (of the member) due on these days."""
    Pelaksanaan.objects.all().delete()
    aksi = kantor.aksi["I", "a"]
    return [
        Pelaksanaan.objects.create(aksi=aksi, urutan=i, mulai=hari, jatuh_tempo=hari, **isi)
        for i, hari in enumerate(tempo, 1)
    ]


def kepada(kotak: list[EmailMessage]) -> dict[str, str]:
    """Who was written to, by name, and the subject without the office."""
    return {p.to[0].split("@")[0]: p.subject.partition(": ")[2] for p in kotak}


def html(pesan: Any) -> str:
    """The HTML form of a letter."""
    return str(pesan.alternatives[0].content)


class SuratRusak(EmailBackend):
    """A mail server that refuses the recipients named in `tolak`, with words of its own."""

    tolak: set[str] = set()

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        for pesan in messages:
            if pesan.to[0].split("@")[0] in self.tolak:
                raise OSError("550 kotak surat penuh")
        return super().send_messages(messages)


class SuratPutus(EmailBackend):
    """A mail server that cannot be reached; `coba` counts who knocked."""

    coba = 0

    def open(self) -> bool:
        type(self).coba += 1
        raise ConnectionRefusedError("sambungan ditolak")

    def send_messages(self, messages: Sequence[EmailMessage]) -> int:
        raise AssertionError("tidak boleh dicoba")
