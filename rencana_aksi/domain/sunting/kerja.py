"""Rencana kerja: the rows of the matrix. Each holds at least one action."""

from typing import Any

from django.db import transaction

from rencana_aksi.domain.sunting.aksi import AksiBaru, buat_aksi
from rencana_aksi.domain.sunting.baris import kunci_rencana, rapikan, simpan
from rencana_aksi.domain.sunting.urutan import berikut, saudara, tata
from rencana_aksi.models import Pengungkit, RencanaKerja
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def tambah_kerja(*, pengungkit: Pengungkit, uraian: str, aksi: AksiBaru, oleh: Pengguna | None) -> RencanaKerja:
    """Add one at the end, numbered, with its first action. Raises DomainError: no text, too many, what `AksiBaru`
    refuses, a plan that may not be edited."""
    kunci_rencana(pengungkit)
    deret = list(pengungkit.rencana_kerja.all())
    urutan = berikut(deret, "rencana kerja")
    kerja = RencanaKerja(pengungkit=pengungkit, nomor=urutan, uraian=rapikan(uraian), urutan=urutan)
    terhitung = tata([*deret, kerja])
    kerja.save()
    pertama = buat_aksi(kerja, [], aksi)
    sesudah: dict[str, Any] = {"uraian": kerja.uraian, "nomor": kerja.nomor, "pengungkit": pengungkit.kode}
    sesudah |= {"aksi": pertama.uraian, "jadwal_teks": pertama.jadwal_teks}
    if terhitung:
        sesudah["penomoran"] = terhitung
    catat(
        satker_id=pengungkit.lingkup.satker_id, oleh=oleh, tindakan="menambah rencana kerja", objek=kerja,
        sesudah=sesudah,
    )  # fmt: skip
    return kerja


@transaction.atomic
def ubah_kerja(*, kerja: RencanaKerja, uraian: str, bernomor: bool, revisi: int, oleh: Pengguna | None) -> bool:
    """True when something changed. Taking a row out of the count, or into it, renumbers the others. Raises DomainError
    as adding does, and Didahului."""
    kunci_rencana(kerja)
    baru: dict[str, Any] = {"uraian": rapikan(uraian)}
    if bernomor and kerja.nomor is None:
        baru["nomor"] = _hitung(kerja)
    elif not bernomor:
        baru["nomor"] = None
    if not simpan(kerja, revisi, oleh, "mengubah rencana kerja", **baru):
        return False
    if "nomor" in baru and not bernomor:
        tata(saudara(kerja))
    return True


def _hitung(kerja: RencanaKerja) -> int | None:
    """The number it gets by its place; those after it count on from there."""
    deret = saudara(kerja)
    diri = [k for k in deret if k.pk == kerja.pk]
    for satu in diri:
        satu.nomor = 0
    tata(deret)
    return diri[0].nomor if diri else None
