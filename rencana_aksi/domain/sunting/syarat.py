"""Syarat bukti: what must be shown, of one action or of the whole rencana kerja."""

from typing import Any

from django.db import transaction

from rencana_aksi.domain.jenis_bukti import jenis_dari_teks
from rencana_aksi.domain.sunting.baris import kunci_rencana, rapikan, simpan
from rencana_aksi.domain.sunting.urutan import berikut
from rencana_aksi.models import RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.gantungan import kata_penahan, penahan
from rencana_aksi.sinyal import syarat_berubah
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def tambah_syarat(
    *,
    kerja: RencanaKerja,
    teks: str,
    oleh: Pengguna | None,
    jenis: str = "",
    aksi: RencanaAksi | None = None,
    tiap_pelaksanaan: bool = False,
) -> SyaratBukti:
    """Add one at the end. Without `jenis` its words tell. Raises DomainError, naming the field: no text, an action of
    another rencana kerja, each occurrence of no action, too many; a plan that may not be edited."""
    kunci_rencana(kerja)
    isi = _isi(kerja, teks, jenis, aksi, tiap_pelaksanaan)
    urutan = berikut(list(kerja.syarat.all()), "syarat bukti")
    syarat = SyaratBukti.objects.create(rencana_kerja=kerja, urutan=urutan, **isi)
    sesudah = {"rencana_kerja": kerja, **{kolom: nilai for kolom, nilai in isi.items() if nilai}}
    catat(satker_id=kerja.lingkup.satker_id, oleh=oleh, tindakan="menambah syarat bukti", objek=syarat, sesudah=sesudah)
    return syarat


@transaction.atomic
def ubah_syarat(
    *,
    syarat: SyaratBukti,
    teks: str,
    jenis: str,
    aksi: RencanaAksi | None,
    tiap_pelaksanaan: bool,
    revisi: int,
    oleh: Pengguna | None,
) -> bool:
    """True when something changed; what was accepted for other words is to be verified anew. Raises DomainError as
    adding does; where there is evidence that would no longer be found at its place; Didahului."""
    kunci_rencana(syarat)
    baru = _isi(syarat.rencana_kerja, teks, jenis, aksi, tiap_pelaksanaan)
    lama_aksi, lama_tiap, teks_lama, jenis_lama = syarat.aksi_id, syarat.tiap_pelaksanaan, syarat.teks, syarat.jenis
    if not simpan(syarat, revisi, oleh, "mengubah syarat bukti", **baru):
        return False
    if (lama_aksi, lama_tiap) != (syarat.aksi_id, syarat.tiap_pelaksanaan):
        ada = kata_penahan(satu for _, satu in penahan(SyaratBukti.objects.filter(pk=syarat.asal_id or syarat.pk)))
        if ada:
            kolom = "aksi" if lama_aksi != syarat.aksi_id else "tiap_pelaksanaan"
            raise DomainError(
                f"Sudah ada {', '.join(ada)}; karena itu aksi dan tiap pelaksanaannya tetap.", kolom=kolom
            )
    if (teks_lama, jenis_lama) != (syarat.teks, syarat.jenis):
        syarat_berubah.send(sender=SyaratBukti, syarat=syarat, teks_lama=teks_lama, oleh=oleh)
    return True


def _isi(kerja: RencanaKerja, teks: str, jenis: str, aksi: RencanaAksi | None, tiap: bool) -> dict[str, Any]:
    if aksi is not None and aksi.rencana_kerja_id != kerja.pk:
        raise DomainError("Aksi itu bukan milik rencana kerja ini.", kolom="aksi")
    if tiap and aksi is None:
        raise DomainError("Pilih rencana aksinya: yang diminta tiap pelaksanaan milik satu aksi.", kolom="aksi")
    bersih = rapikan(teks, "teks")
    return {"teks": bersih, "jenis": jenis or jenis_dari_teks(bersih), "aksi": aksi, "tiap_pelaksanaan": tiap}
