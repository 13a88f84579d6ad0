"""Loading a plan: checked whole before anything is written, the same content again changes nothing.

baca_naskah (file to dict) → periksa_naskah, acuan_naskah (dict to Naskah, every problem) → here → tulis_naskah.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import ProtectedError, Q

from pengungkit.models import Instrumen
from rencana_aksi.domain.acuan_naskah import cari_orang, pilih_instrumen
from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.domain.naskah import Naskah
from rencana_aksi.domain.periksa_naskah import periksa_naskah
from rencana_aksi.domain.tulis_naskah import (
    Penanggung,
    baris_naskah,
    baris_rencana,
    penanggung_jawab,
    sama,
    tulis_baris,
)
from rencana_aksi.enums import Status, StatusRencana
from rencana_aksi.models import Pelaksanaan, Rencana
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna, Satker

KEPALA = ("nomor_sk", "tanggal_sk", "tempat")


@dataclass(frozen=True, slots=True)
class HasilMuat:
    """How much the plan holds, and whether this load changed it."""

    satker: str
    tahun: int
    pengungkit: int
    rencana_kerja: int
    aksi: int
    pelaksanaan: int
    pelaksanaan_bertanggal: int
    syarat_bukti: int
    program_prioritas: int
    berubah: bool


@transaction.atomic
def muat_rencana(*, isi: Mapping[str, Any], satker: Satker, oleh: Pengguna | None, instrumen: str = "") -> HasilMuat:
    """Make the office's plan of the year what `isi` says (the form of matriks-2023.yaml). With the number and date of
    its SK it is ditetapkan and frozen as version 1, else a draf. Raises Ditolak with all that is wrong in `isi`;
    DomainError where a plan that says otherwise may not be replaced: not a draf, or progress and evidence hang on it.
    """
    naskah, masalah = periksa_naskah(isi)
    dipakai, salah_instrumen = pilih_instrumen(naskah, instrumen)
    orang, salah_orang = cari_orang(naskah, satker)
    if masalah or salah_instrumen or salah_orang or dipakai is None:
        raise Ditolak([*masalah, *salah_instrumen, *salah_orang])
    Satker.objects.select_for_update().get(pk=satker.pk)
    rencana = Rencana.objects.filter(satker=satker, tahun=naskah.tahun).first()
    ada = baris_rencana(rencana) if rencana else []
    if rencana and _sama(rencana, naskah, dipakai) and sama(baris_naskah(naskah, orang), ada):
        return _hitung(satker, naskah, berubah=False)
    sebelum: dict[str, Any] = {}
    lama: Penanggung = {}
    if rencana:
        lama = penanggung_jawab(rencana)
        _kosongkan(rencana)
        sebelum = {**beda(rencana, instrumen=dipakai, **_kepala(naskah))[0], "baris": len(ada)}
    else:
        rencana = Rencana(satker=satker, tahun=naskah.tahun, instrumen=dipakai, **_kepala(naskah))
    ditetapkan = bool(naskah.nomor_sk and naskah.tanggal_sk and rencana.status == StatusRencana.DRAF)
    if ditetapkan:
        rencana.status = StatusRencana.DITETAPKAN
    rencana.save()
    tulis_baris(rencana, naskah, orang, lama)
    if ditetapkan:
        bekukan(rencana=rencana, oleh=oleh)
    hasil = _hitung(satker, naskah, berubah=True)
    sesudah = {k: v for k, v in asdict(hasil).items() if k not in ("satker", "berubah")} | _kepala(naskah)
    sesudah |= {"instrumen": dipakai.kode, "status": rencana.status}
    catat(satker_id=satker.pk, oleh=oleh, tindakan="memuat rencana", objek=rencana, sebelum=sebelum, sesudah=sesudah)
    return hasil


def _kepala(naskah: Naskah) -> dict[str, str | date | None]:
    return {kolom: getattr(naskah, kolom) for kolom in KEPALA}


def _sama(rencana: Rencana, naskah: Naskah, instrumen: Instrumen) -> bool:
    kepala = all(getattr(rencana, kolom) == nilai for kolom, nilai in _kepala(naskah).items())
    return kepala and rencana.instrumen_id == instrumen.pk


def _kosongkan(rencana: Rencana) -> None:
    """Take away the rows of a plan that may be replaced. Raises DomainError where it may not, saying why."""
    if rencana.status not in (StatusRencana.DRAF, StatusRencana.PERUBAHAN):
        raise DomainError(
            f"{rencana} sudah {rencana.get_status_display().lower()} dan berbeda dari berkas ini; ubah lewat perubahan."
        )
    pelaksanaan = Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=rencana)
    tersentuh = pelaksanaan.exclude(
        Q(status=Status.BELUM, jatuh_tempo_semula__isnull=True) & Q(alasan="", catatan="")
    ).count()
    tergantung = [f"{tersentuh} pelaksanaan yang sudah berjalan"] if tersentuh else []
    try:
        rencana.pengungkit.all().delete()
    except ProtectedError as galat:
        jenis = [str(o._meta.verbose_name) for o in galat.protected_objects]
        tergantung += [f"{jenis.count(satu)} {satu}" for satu in sorted(set(jenis))]
    if tergantung:
        raise DomainError(f"{rencana} berbeda dari berkas ini, tetapi padanya ada {', '.join(tergantung)}.")


def _hitung(satker: Satker, naskah: Naskah, berubah: bool) -> HasilMuat:
    kerja = [k for p in naskah.pengungkit for k in p.kerja]
    kejadian = [k for rk in kerja for a in rk.aksi for k in a.jadwal.kejadian]
    return HasilMuat(
        satker=satker.kode,
        tahun=naskah.tahun,
        pengungkit=len(naskah.pengungkit),
        rencana_kerja=len(kerja),
        aksi=sum(len(k.aksi) for k in kerja),
        pelaksanaan=len(kejadian),
        pelaksanaan_bertanggal=sum(k.jatuh_tempo is not None for k in kejadian),
        syarat_bukti=sum(len(k.syarat) for k in kerja),
        program_prioritas=sum(len(p.program) for p in naskah.pengungkit),
        berubah=berubah,
    )
