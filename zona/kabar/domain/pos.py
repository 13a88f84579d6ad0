"""Letters that are written with a deed, in its transaction, and sent after it, beside the request. What could not be
sent then goes out with the day's reminders."""

import logging
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import partial

from django.db import connections, transaction
from django.urls import resolve

from zona.inti.waktu import sekarang
from zona.kabar.domain.kirim import Kiriman, Pengantar
from zona.kabar.domain.surat import Bagian, Naskah, Poin
from zona.kabar.enums import BELUM_SAMPAI, StatusSurat
from zona.kabar.models import SuratRencana
from zona.kabar.queries.alamat import alamat, laman
from zona.organisasi.models import Pengguna, Satker

log = logging.getLogger(__name__)
PENUTUP = "Surat ini dikirim otomatis oleh Zona dan tidak perlu dibalas. Kabar yang tidak diperlukan dapat dimatikan."
TERPUTUS = timedelta(hours=1)
"""After that a letter still on its way was cut off."""
HALAMAN = {
    "rencana_aksi:versi": "Versi dan pengesahan rencana",
    "orang:pimpinan": "Kepala dan ketua",
    "orang:orang": "Orang",
    "organisasi:ajakan": "Ajakan untuk Anda",
    "organisasi:ganti_sandi": "Ganti sandi",
    "kabar:pilihan": "Pilihan kabar",
}
"""What a letter leads to, in words."""
juru = ThreadPoolExecutor(max_workers=1, thread_name_prefix="surat")


def surati(
    *, satker: Satker, kepada: Iterable[Pengguna], perihal: str, isi: str, jalur: str, oleh: Pengguna | None
) -> None:
    """A step of what it tells of, in its transaction: a letter to each who has an address, sent once that is
    committed."""
    surat = SuratRencana.objects.bulk_create(
        SuratRencana(
            satker=satker, pengguna=satu, alamat=satu.posel, isi=isi, jalur=jalur,
            perihal=f"Zona Integritas {satker.kode}: {perihal}"[:200],
        )
        for satu in kepada
        if satu.posel
    )  # fmt: skip
    if surat:
        transaction.on_commit(partial(juru.submit, antar, [s.pk for s in surat], oleh))


def antar(pk: list[int], oleh: Pengguna | None) -> None:
    """Send these letters, in a thread of its own: a slow mail server keeps nobody waiting."""
    try:
        surat = SuratRencana.objects.filter(pk__in=pk).select_related("satker", "pengguna").order_by("pk")
        Pengantar().antar([_kiriman(s) for s in surat], oleh)
    except Exception:  # nobody waits for the answer: what was not sent goes out with the day's reminders
        log.exception("surat gagal dikirim")
    finally:
        connections.close_all()


def surat_tertunda(satker: Satker) -> list[Kiriman]:
    """The office's letters that were surely not sent, to be sent now. One or two queries."""
    belum = SuratRencana.objects.filter(satker=satker, status__in=BELUM_SAMPAI, dibuat_pada__lt=sekarang() - TERPUTUS)
    surat = list(belum.select_related("satker", "pengguna").order_by("pk"))
    gagal = [s for s in surat if s.status == StatusSurat.GAGAL]
    if gagal:
        SuratRencana.objects.filter(pk__in=[s.pk for s in gagal]).update(status=StatusSurat.MENUNGGU, galat="")
    return [_kiriman(s) for s in surat]


def tandai_terputus(satker: Satker) -> list[str]:
    """Letters still on their way after an hour were cut off and may have arrived: whose, said once."""
    terputus = SuratRencana.objects.filter(
        satker=satker, status=StatusSurat.DIKIRIM, dibuat_pada__lt=sekarang() - TERPUTUS
    )
    nama = list(terputus.values_list("pengguna__nama", flat=True))
    if nama:
        terputus.update(status=StatusSurat.TAK_TENTU)
    return nama


def _kiriman(surat: SuratRencana) -> Kiriman:
    halaman = HALAMAN.get(resolve(surat.jalur).view_name, "Halamannya")
    bagian = Bagian("Yang dapat dibuka", [Poin(halaman, laman(surat.jalur))])
    naskah = Naskah(
        surat.perihal, f"Yth. {surat.pengguna.nama},", surat.isi, [bagian], alamat("kabar:pilihan"), PENUTUP
    )
    return Kiriman(surat, naskah)
