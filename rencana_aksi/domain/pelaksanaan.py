"""Recording progress: the state of one occurrence (produk.md §4), and who answers for an action."""

from datetime import date
from typing import Any

from django.db import transaction

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_id
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.enums import Lingkup
from zona.organisasi.models import Keanggotaan, Pengguna

KOLOM = ("status", "realisasi", "mulai", "jatuh_tempo", "jatuh_tempo_semula", "alasan", "catatan")


@transaction.atomic
def catat_status(
    *,
    pelaksanaan: Pelaksanaan,
    status: str,
    oleh: Pengguna | None,
    hari_ini: date,
    realisasi: date | None = None,
    jatuh_tempo: date | None = None,
    alasan: str = "",
    catatan: str | None = None,
    status_lama: str = "",
) -> bool:
    """Set the state of an occurrence; True when something changed. `realisasi` counts for selesai only, `jatuh_tempo`
    for ditunda only, `alasan` is kept for ditunda and batal; `catatan` None leaves the note as it is.

    Raises DomainError, naming the field: a selesai without a realisation date or with one in the future or before the
    year before the plan's, a ditunda without reason or later date, a batal without reason; and, naming who did what,
    where somebody else changed it since `status_lama` was shown or `pelaksanaan` was read.
    """
    lama = {kolom: getattr(pelaksanaan, kolom) for kolom in KOLOM}
    if status_lama and status_lama != lama["status"]:
        raise _didahului(pelaksanaan)
    alasan = alasan.strip()
    baru: dict[str, Any] = {"status": Status(status), "realisasi": None}
    if catatan is not None:
        baru["catatan"] = catatan.strip()
    if status == Status.SELESAI:
        baru["realisasi"] = _realisasi(pelaksanaan, realisasi, hari_ini)
    if status in (Status.DITUNDA, Status.BATAL):
        if not alasan:
            raise DomainError("Tulis alasannya.", kolom="alasan")
        baru["alasan"] = alasan
    elif pelaksanaan.status == Status.BATAL or pelaksanaan.jatuh_tempo_semula is None:
        baru["alasan"] = ""  # else it still tells why the date was moved
    if status == Status.DITUNDA:
        baru |= _tanggal_baru(pelaksanaan, jatuh_tempo, hari_ini)
    sebelum, sesudah = beda(pelaksanaan, **baru)
    if not sesudah:
        return False
    if not Pelaksanaan.objects.filter(pk=pelaksanaan.pk, **_syarat(lama)).update(**sesudah):
        for kolom, nilai in sebelum.items():
            setattr(pelaksanaan, kolom, nilai)
        raise _didahului(pelaksanaan)
    catat(
        satker_id=pelaksanaan.lingkup.satker_id,
        oleh=oleh,
        tindakan="mengubah status" if "status" in sesudah else "mengubah pelaksanaan",
        objek=pelaksanaan,
        sebelum=sebelum,
        sesudah=sesudah,
        alasan="" if alasan == lama["alasan"] else alasan,
    )
    return True


def _realisasi(pelaksanaan: Pelaksanaan, realisasi: date | None, hari_ini: date) -> date:
    if realisasi is None:
        raise DomainError("Tulis tanggal realisasinya.", kolom="realisasi")
    if realisasi > hari_ini:
        raise DomainError(f"Tanggal realisasi tidak boleh sesudah hari ini, {tanggal_id(hari_ini)}.", kolom="realisasi")
    paling_awal = date(pelaksanaan.lingkup.tahun - 1, 1, 1)
    if realisasi < paling_awal:
        raise DomainError(f"Tanggal realisasi paling awal {tanggal_id(paling_awal)}.", kolom="realisasi")
    return realisasi


def _tanggal_baru(pelaksanaan: Pelaksanaan, baru: date | None, hari_ini: date) -> dict[str, date | None]:
    """The first date stays on record. A day moves as a day; a window keeps its start."""
    if baru is None:
        raise DomainError("Tulis tanggal barunya.", kolom="jatuh_tempo")
    kini = pelaksanaan.jatuh_tempo
    if pelaksanaan.status == Status.DITUNDA and baru == kini:
        return {}
    semula = pelaksanaan.jatuh_tempo_semula or kini
    if semula and baru <= semula:
        raise DomainError(f"Tanggal baru harus sesudah jatuh tempo semula, {tanggal_id(semula)}.", kolom="jatuh_tempo")
    if baru < hari_ini:
        raise DomainError(f"Tanggal baru tidak boleh sebelum hari ini, {tanggal_id(hari_ini)}.", kolom="jatuh_tempo")
    sehari = pelaksanaan.mulai is None or pelaksanaan.mulai == kini
    mulai = baru if sehari or pelaksanaan.mulai is None else min(pelaksanaan.mulai, baru)
    return {"mulai": mulai, "jatuh_tempo": baru, "jatuh_tempo_semula": semula}


def _syarat(lama: dict[str, Any]) -> dict[str, Any]:
    """The row as it was read, as a filter."""
    return {f"{k}__isnull" if v is None else k: True if v is None else v for k, v in lama.items()}


def _didahului(pelaksanaan: Pelaksanaan) -> DomainError:
    """Who changed it meanwhile, to what, from the audit trail."""
    kini = Pelaksanaan.objects.filter(pk=pelaksanaan.pk).first()
    if kini is None:
        return DomainError("Pelaksanaan ini sudah tidak ada dalam rencana. Muat ulang halaman.")
    jejak = Jejak.objects.filter(objek=Pelaksanaan._meta.label_lower, objek_id=pelaksanaan.pk).first()
    siapa = f"oleh {jejak.oleh_nama}" if jejak else "orang lain"
    rincian = f", {tanggal_id(kini.realisasi or kini.jatuh_tempo)}" if kini.realisasi or kini.jatuh_tempo_semula else ""
    return DomainError(
        f"Sementara itu sudah diubah {siapa}; statusnya kini {kini.get_status_display()}{rincian}. "
        "Muat ulang halaman, lalu ubah bila masih perlu."
    )


@transaction.atomic
def tetapkan_penanggung_jawab(*, aksi: RencanaAksi, pengguna: Pengguna | None, oleh: Pengguna | None) -> bool:
    """Who answers for the action; None for nobody. True when it changed. Raises DomainError for somebody who is not in
    the team of its pengungkit (as coordinator or member)."""
    if pengguna is not None:
        orang_setim(aksi.lingkup, pengguna.pk, str(pengguna))
    sebelum, sesudah = beda(aksi, penanggung_jawab=pengguna)
    if not sesudah:
        return False
    aksi.revisi += 1  # an edit like any other (domain/sunting/baris.py)
    aksi.save(update_fields=["penanggung_jawab", "revisi"])
    _ikuti_draf(aksi, sebelum["penanggung_jawab"])
    catat(
        satker_id=aksi.lingkup.satker_id,
        oleh=oleh,
        tindakan="menetapkan penanggung jawab",
        objek=aksi,
        sebelum=sebelum,
        sesudah=sesudah,
    )
    return True


def _ikuti_draf(aksi: RencanaAksi, dulu: Pengguna | None) -> None:
    """Who answers is execution, no part of what a perubahan drafts: its row says the same, unless it was given somebody
    else there."""
    if not RencanaAksi.objects.filter(asal=aksi, penanggung_jawab=dulu).update(penanggung_jawab=aksi.penanggung_jawab):
        return
    draf = Rencana.semua.select_for_update().get(pengungkit__rencana_kerja__aksi__asal=aksi)
    dasar = draf.dasar or {}
    dasar["penanggung_jawab"] = {**dasar.get("penanggung_jawab", {}), str(aksi.pk): aksi.penanggung_jawab_id}
    Rencana.semua.filter(pk=draf.pk).update(dasar=dasar)


def orang_setim(lingkup: Lingkup, pk: int, sebutan: str = "Orang itu") -> Pengguna:
    """The person of that id in the team of the pengungkit, as coordinator or member (one query). Raises DomainError
    for somebody else."""
    anggota = Keanggotaan.objects.filter(
        pengguna=pk, tim__satker=lingkup.satker_id, tim__tahun=lingkup.tahun, tim__kode=lingkup.area
    ).select_related("pengguna")
    if (satu := anggota.first()) is None:
        raise DomainError(f"{sebutan} bukan anggota Tim {lingkup.area}.", kolom="penanggung_jawab")
    return satu.pengguna
