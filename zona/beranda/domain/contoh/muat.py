"""Loading the demo office: all of it or nothing, and once."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import transaction

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Berkas, Bukti
from pengungkit.domain.instrumen import muat_instrumen
from pengungkit.models import Instrumen
from rencana_aksi.enums import Status
from rencana_aksi.models import (
    Kendala,
    Pelaksanaan,
    Pengungkit,
    ProgramPrioritas,
    Rencana,
    RencanaAksi,
    RencanaKerja,
    SyaratBukti,
)
from zona.beranda.domain.contoh.bukti import tambah_bukti
from zona.beranda.domain.contoh.kantor import AKUN, buat_kantor, pasang_sandi_contoh
from zona.beranda.domain.contoh.naskah import FIXTURES, baca, letak_rencana
from zona.beranda.domain.contoh.peristiwa import (
    Cerita,
    tambah_hasil,
    tambah_kemajuan,
    tambah_kendala,
    tambah_laporan,
    tambah_pengesahan,
    tambah_penugasan,
)
from zona.beranda.domain.contoh.persuratan import tambah_persuratan
from zona.beranda.domain.contoh.tahapan import tambah_tahapan
from zona.inti.errors import DomainError
from zona.organisasi.models import Keanggotaan, Pengguna, Satker


@dataclass(frozen=True, slots=True)
class HasilContoh:
    """What the demo office holds, and whether this run changed anything."""

    satker: str
    tahun: int
    instrumen: int
    orang: int
    akun_contoh: int
    pengungkit: int
    rencana_kerja: int
    aksi: int
    pelaksanaan: int
    pelaksanaan_bertanggal: int
    syarat_bukti: int
    program_prioritas: int
    pelaksanaan_selesai: int
    bukti: int
    bukti_diterima: int
    berkas: int
    kendala: int
    berubah: bool


@transaction.atomic
def muat_contoh() -> HasilContoh:
    """Both instruments and the demo office as fixtures/contoh tells it, in the names of its people and on the dates of
    its story. Where the office is there already, only what ships anew: instruments, and the accounts' password where
    the settings name another. Raises DomainError where the demo is off, or an office of that code has no such plan."""
    if not settings.ZONA_CONTOH:
        raise DomainError("Kantor contoh tidak dimuat karena ZONA_CONTOH dimatikan.")
    isi = baca("contoh/kbntb-2023.yaml")
    saat = datetime.combine(isi["mulai"], time(8), tzinfo=ZoneInfo(isi["satker"]["zona_waktu"]))
    instrumen = muat_instrumen(berkas=sorted((FIXTURES / "instrumen").glob("*.yaml")))
    berubah = any(satu.keadaan != "tetap" for satu in instrumen)
    satker = Satker.objects.filter(kode=isi["satker"]["kode"]).first()
    if satker is None:
        kantor = buat_kantor(isi["satker"], isi["tahun"], saat)
        _ceritakan(Cerita(kantor, letak_rencana(kantor.rencana), isi))
        return _hitung(kantor.rencana, berubah=True)
    rencana = Rencana.objects.filter(satker=satker, tahun=isi["tahun"]).first()
    if rencana is None:
        raise DomainError(f"Satker {satker.kode} sudah ada, tetapi bukan kantor contoh.")
    return _hitung(rencana, berubah=_samakan_sandi() or berubah)


def _ceritakan(cerita: Cerita) -> None:
    langkah = (
        tambah_penugasan,
        tambah_pengesahan,
        tambah_kemajuan,
        tambah_kendala,
        tambah_laporan,
        tambah_hasil,
        tambah_bukti,
        tambah_tahapan,
        tambah_persuratan,
    )
    for tambah in langkah:
        tambah(cerita)
    cerita.ceritakan()


def _samakan_sandi() -> bool:
    kepala = Pengguna.objects.filter(username=AKUN[0]).first()
    if kepala is None or kepala.check_password(settings.ZONA_SANDI_CONTOH):
        return False
    pasang_sandi_contoh(oleh=None)
    return True


def _hitung(rencana: Rencana, *, berubah: bool) -> HasilContoh:
    satker, tahun = rencana.satker, rencana.tahun
    atas: dict[str, Any] = {"rencana_kerja__pengungkit__rencana": rencana}
    pelaksanaan = Pelaksanaan.objects.filter(**{f"aksi__{k}": v for k, v in atas.items()})
    bukti = Bukti.objects.filter(syarat__rencana_kerja__pengungkit__rencana=rencana)
    anggota = Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=tahun)
    return HasilContoh(
        satker=satker.kode,
        tahun=tahun,
        instrumen=Instrumen.objects.count(),
        orang=anggota.values("pengguna").distinct().count(),
        akun_contoh=Pengguna.objects.filter(username__in=AKUN).count(),
        pengungkit=Pengungkit.objects.filter(rencana=rencana).count(),
        rencana_kerja=RencanaKerja.objects.filter(pengungkit__rencana=rencana).count(),
        aksi=RencanaAksi.objects.filter(**atas).count(),
        pelaksanaan=pelaksanaan.count(),
        pelaksanaan_bertanggal=pelaksanaan.filter(jatuh_tempo__isnull=False).count(),
        syarat_bukti=SyaratBukti.objects.filter(**atas).count(),
        program_prioritas=ProgramPrioritas.objects.filter(pengungkit__rencana=rencana).count(),
        pelaksanaan_selesai=pelaksanaan.filter(status=Status.SELESAI).count(),
        bukti=bukti.count(),
        bukti_diterima=bukti.filter(status=StatusBukti.DITERIMA).count(),
        berkas=Berkas.objects.filter(satker=satker).count(),
        kendala=Kendala.objects.filter(pelaksanaan__in=pelaksanaan).count(),
        berubah=berubah,
    )
