"""Rencana aksi: what is done, by whom, and when at first. Changing the schedule of one there is: jadwal_ubah."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from rencana_aksi.domain.jadwal import Jadwal
from rencana_aksi.domain.jadwal_ubah import jadwal_dari_teks
from rencana_aksi.domain.pelaksanaan import orang_setim
from rencana_aksi.domain.sunting.baris import kunci_rencana, rapikan, simpan
from rencana_aksi.domain.sunting.urutan import berikut, tata
from rencana_aksi.models import Pelaksanaan, RencanaAksi, RencanaKerja
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class AksiBaru:
    """An action as typed. `sebagai_kata`: the schedule is kept as words, undated, where it is not understood;
    `penanggung_jawab`: the id of who answers for it. `jadwal`: what the words mean, where that is known already."""

    uraian: str
    jadwal_teks: str = ""
    sebagai_kata: bool = False
    penanggung_jawab: int | None = None
    jadwal: Jadwal | None = None


@transaction.atomic
def tambah_aksi(
    *,
    kerja: RencanaKerja,
    uraian: str,
    oleh: Pengguna | None,
    jadwal_teks: str = "",
    sebagai_kata: bool = False,
    penanggung_jawab: int | None = None,
    jadwal: Jadwal | None = None,
) -> RencanaAksi:
    """Add one at the end of a rencana kerja, with the occurrences of its schedule. Raises DomainError, naming the
    field: no text, a schedule not understood or out of bounds, somebody of another team, too many; a plan that may not
    be edited."""
    kunci_rencana(kerja)
    lama = list(kerja.aksi.all())
    aksi = buat_aksi(kerja, lama, AksiBaru(uraian, jadwal_teks, sebagai_kata, penanggung_jawab, jadwal))
    sesudah = {"uraian": aksi.uraian, "rencana_kerja": kerja, "jadwal_teks": aksi.jadwal_teks}
    if aksi.penanggung_jawab:
        sesudah["penanggung_jawab"] = aksi.penanggung_jawab
    catat(satker_id=kerja.lingkup.satker_id, oleh=oleh, tindakan="menambah rencana aksi", objek=aksi, sesudah=sesudah)
    return aksi


def buat_aksi(kerja: RencanaKerja, lama: Sequence[RencanaAksi], isi: AksiBaru) -> RencanaAksi:
    """Write the action after those there are. A step of adding one. Raises DomainError as `tambah_aksi` does."""
    jadwal = isi.jadwal or jadwal_dari_teks(isi.jadwal_teks, kerja.lingkup.tahun, isi.sebagai_kata)
    aksi = RencanaAksi(
        rencana_kerja=kerja,
        uraian=rapikan(isi.uraian),
        urutan=berikut(lama, "rencana aksi"),
        jadwal_teks=isi.jadwal_teks.strip(),
        jadwal_jenis=jadwal.jenis,
        jadwal_makna=jadwal.makna,
        penanggung_jawab=orang_setim(kerja.lingkup, isi.penanggung_jawab) if isi.penanggung_jawab else None,
    )
    tata([*lama, aksi])
    aksi.save()
    Pelaksanaan.objects.bulk_create(
        Pelaksanaan(aksi=aksi, urutan=i, mulai=k.mulai, jatuh_tempo=k.jatuh_tempo)
        for i, k in enumerate(jadwal.kejadian, 1)
    )
    return aksi


@transaction.atomic
def ubah_aksi(
    *, aksi: RencanaAksi, uraian: str, penanggung_jawab: int | None, revisi: int, oleh: Pengguna | None
) -> bool:
    """Its words and who answers for it (an id); True when something changed. Raises DomainError, naming the field: no
    text, somebody of another team; a plan that may not be edited; Didahului."""
    kunci_rencana(aksi)
    orang = aksi.penanggung_jawab if penanggung_jawab else None
    if penanggung_jawab and penanggung_jawab != aksi.penanggung_jawab_id:
        orang = orang_setim(aksi.lingkup, penanggung_jawab)
    return simpan(aksi, revisi, oleh, "mengubah rencana aksi", uraian=rapikan(uraian), penanggung_jawab=orang)
