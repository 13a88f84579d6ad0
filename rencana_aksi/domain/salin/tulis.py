"""Making the copy: all of it in one transaction, or nothing."""

from django.db import transaction

from pengungkit.models import Instrumen
from rencana_aksi.domain.rencana_baru import tulis_rencana
from rencana_aksi.domain.salin.rancangan import Pilihan, Rancangan, rancang_salinan
from rencana_aksi.domain.salin.susun import susun_naskah
from rencana_aksi.enums import JenisJadwal
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, RencanaKerja
from rencana_aksi.queries.buat import pengungkit_instrumen
from rencana_aksi.queries.isi import isi_rencana
from rencana_aksi.queries.salin import TANPA_ISI
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.salin_tim import salin_tim
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

BATAS_TAHUN = 10


@transaction.atomic
def salin_rencana(
    *, rencana: Rencana, ke: int, pilihan: Pilihan, instrumen: Instrumen, oleh: Pengguna | None, sidik_dibaca: str = ""
) -> Rencana:
    """The plan in year `ke` as a draf of version 1 without progress, weighed by `instrumen`. `sidik_dibaca`: of the
    plan as it was shown. Raises DomainError, naming the field: a year that is none after the plan's or has a plan;
    a plan that is no longer what was shown, or has no row."""
    satker = Satker.objects.select_for_update().get(pk=rencana.satker_id)
    pastikan_tahun(rencana, ke)
    rancangan = rancang_salinan(isi_rencana(rencana), ke)
    if not rancangan.isi.jumlah_aksi:
        raise DomainError(TANPA_ISI.format(tahun=rencana.tahun))
    if sidik_dibaca and sidik_dibaca != rancangan.sidik:
        raise DomainError("Rencana yang disalin berubah sejak halaman ini dibuka. Periksa sekali lagi, lalu salin.")
    if pilihan.tim and not Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=ke).exists():
        salin_tim(satker=satker, dari=rencana.tahun, ke=ke, oleh=oleh)
    penanggung = _penanggung_jawab(rencana, ke)
    bobot = {p.kode: p.bobot for p in pengungkit_instrumen(instrumen)}
    naskah = susun_naskah(rancangan, pilihan, bobot, penanggung)
    baru = tulis_rencana(satker, instrumen, naskah, map(str, penanggung.values()))
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="menyalin rencana", objek=baru,
        sesudah={"dari": rencana.tahun, "tahun": ke, "instrumen": instrumen.kode, **_hitung(baru, rancangan)},
    )  # fmt: skip
    return baru


def pastikan_tahun(rencana: Rencana, ke: int) -> None:
    """Raise DomainError for a year that the plan may not be copied into."""
    if not rencana.tahun < ke <= rencana.tahun + BATAS_TAHUN:
        raise DomainError(f"Tahun harus {rencana.tahun + 1} sampai {rencana.tahun + BATAS_TAHUN}.", kolom="ke")
    if Rencana.objects.filter(satker=rencana.satker_id, tahun=ke).exists():
        raise DomainError(f"Rencana tahun {ke} sudah ada.", kolom="ke")


def _penanggung_jawab(rencana: Rencana, ke: int) -> dict[int, int]:
    """Who answers for which action, where they are in that pengungkit's team of the new year."""
    anggota = set(
        Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=ke).values_list("tim__kode", "pengguna")
    )
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana, penanggung_jawab__isnull=False)
    baris = aksi.values_list("pk", "rencana_kerja__pengungkit__kode", "penanggung_jawab")
    return {pk: orang for pk, kode, orang in baris if (kode, orang) in anggota}


def _hitung(baru: Rencana, rancangan: Rancangan) -> dict[str, int]:
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=baru)
    banyak = aksi.count()
    return {
        "rencana_kerja": RencanaKerja.objects.filter(pengungkit__rencana=baru).count(),
        "aksi": banyak,
        "pelaksanaan": Pelaksanaan.objects.filter(aksi__in=aksi).count(),
        "tanpa_jadwal": aksi.filter(jadwal_jenis=JenisJadwal.TANPA).count(),
        "aksi_ditinggalkan": rancangan.isi.jumlah_aksi - banyak,
    }
