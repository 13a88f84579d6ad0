"""Making an office's plan of a year: a draf of version 1, all of it in one transaction, or nothing."""

from collections.abc import Collection

from django.db import transaction

from pengungkit.models import Instrumen
from rencana_aksi.domain.awal.berkas import naskah_awal
from rencana_aksi.domain.awal.susun import susun_awal, susun_kosong
from rencana_aksi.domain.naskah import Naskah
from rencana_aksi.domain.rencana_baru import tulis_rencana
from rencana_aksi.domain.salin.rancangan import Pilihan, rancang_salinan
from rencana_aksi.domain.salin.tulis import salin_rencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries.buat import pengungkit_instrumen, tim_pelaksana
from rencana_aksi.queries.isi import isi_rencana
from rencana_aksi.queries.salin import sebab_tanpa_sumber, sumber_salinan
from zona.inti.errors import DomainError
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker

KOSONG, AWAL, LALU = "membuat rencana kosong", "membuat rencana dari rencana awal", "menyalin rencana"
"""The deeds a plan is made by, as the audit trail has them."""


@transaction.atomic
def buat_rencana_kosong(*, satker: Satker, tahun: int, instrumen: Instrumen, oleh: Pengguna | None) -> Rencana:
    """The six pengungkit of the instrument, without rows. Raises DomainError, naming the field: a year that is none or
    has a plan."""
    satker = _kunci(satker, tahun)
    naskah = susun_kosong(tahun, satker.kota, pengungkit_instrumen(instrumen))
    rencana = tulis_rencana(satker, instrumen, naskah)
    sesudah = {"tahun": tahun, "instrumen": instrumen.kode}
    catat(satker_id=satker.pk, oleh=oleh, tindakan=KOSONG, objek=rencana, sesudah=sesudah)
    return rencana


@transaction.atomic
def buat_rencana_awal(
    *, satker: Satker, tahun: int, instrumen: Instrumen, pilihan: Collection[str] | None, oleh: Pengguna | None
) -> Rencana:
    """What is ticked of the instrument's starter (`pilihan`: ids; None for all of it), on working days of that year,
    answered for by the teams in turn. Raises DomainError, naming the field where there is one: a year that is none or
    has a plan, an instrument without a starter, nothing ticked, an id that the starter does not have."""
    satker = _kunci(satker, tahun)
    awal = naskah_awal(instrumen.kode)
    if awal is None:
        raise DomainError(f"Belum ada rencana awal untuk instrumen {instrumen.kode}.", kolom="instrumen")
    tim = tim_pelaksana(satker, tahun)
    naskah = susun_awal(awal, tahun, satker.kota, pengungkit_instrumen(instrumen), pilihan, tim)
    rencana = tulis_rencana(satker, instrumen, naskah, {str(pk) for orang in tim.values() for pk in orang})
    sesudah = {"tahun": tahun, "instrumen": instrumen.kode, **_jumlah(naskah)}
    catat(satker_id=satker.pk, oleh=oleh, tindakan=AWAL, objek=rencana, sesudah=sesudah)
    return rencana


@transaction.atomic
def buat_rencana_lalu(*, satker: Satker, tahun: int, instrumen: Instrumen, oleh: Pengguna | None) -> Rencana:
    """The earlier plan of `sumber_salinan` in that year, as the copy page proposes it: all its rows, the years its
    texts name moved along where they mean its own, its teams where that year has none. Raises DomainError, naming the
    field: a year that is none, has a plan, or has none with a row before it within the years a plan is copied over."""
    satker = _kunci(satker, tahun)
    semua = list(Rencana.objects.filter(satker=satker).select_related("satker"))
    lama = sumber_salinan(semua, tahun)
    if lama is None:
        raise DomainError(sebab_tanpa_sumber(semua, tahun), kolom="tahun")
    usul = rancang_salinan(isi_rencana(lama), tahun).usul
    pilihan = Pilihan(ganti=frozenset(kunci for kunci, satu in usul.items() if satu.bawaan))
    return salin_rencana(rencana=lama, ke=tahun, pilihan=pilihan, instrumen=instrumen, oleh=oleh)


def _kunci(satker: Satker, tahun: int) -> Satker:
    """The office, held until the plan is written. Raises DomainError for a year it may not be made for."""
    if not TAHUN_AWAL <= tahun <= TAHUN_AKHIR:
        raise DomainError(f"Tahun harus {TAHUN_AWAL} sampai {TAHUN_AKHIR}.", kolom="tahun")
    terkunci = Satker.objects.select_for_update().get(pk=satker.pk)
    if Rencana.objects.filter(satker=terkunci, tahun=tahun).exists():
        raise DomainError(f"Rencana tahun {tahun} sudah ada.", kolom="tahun")
    return terkunci


def _jumlah(naskah: Naskah) -> dict[str, int]:
    kerja = [k for p in naskah.pengungkit for k in p.kerja]
    return {
        "rencana_kerja": len(kerja),
        "aksi": sum(len(k.aksi) for k in kerja),
        "syarat": sum(len(k.syarat) for k in kerja),
    }
