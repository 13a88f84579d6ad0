"""Who has signed the pakta: marked one by one or many at once, with the day and, if wanted, one scan for all."""

from collections.abc import Collection
from datetime import date
from typing import Any

from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet

from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.domain.simpanan import antre
from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.waktu import tanggal_id
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna
from zona.surat.domain.bertanda import BUKAN_PINDAIAN, PINDAIAN
from zona.surat.models import PenandaPakta
from zona.surat.queries.pakta import Penanda, daftar_penanda

PANJANG_NAMA, PANJANG_NIP, PANJANG_ALASAN = 200, 30, 300


def catat_tanda_tangan(
    *, rencana: Rencana, orang: Collection[str], tanggal: date, hari_ini: date, berkas: File | None = None,
    oleh: Pengguna | None,
) -> int:  # fmt: skip
    """Mark those of the list (Penanda.kunci) as having signed on that day; returns how many were new. Whoever signed
    already keeps their day, and gets the scan where they have none. Atomic. Raises DomainError, naming the field:
    nobody chosen, somebody not on the list or left out of it, a day in the future or before 2000, a scan that is not
    taken."""
    if not orang:
        raise DomainError("Pilih paling sedikit satu orang.", kolom="orang")
    if not date(2000, 1, 1) <= tanggal <= hari_ini:
        raise DomainError(f"Tanggal tanda tangan paling akhir {tanggal_id(hari_ini)}.", kolom="tanggal")
    if berkas is None:
        with transaction.atomic():
            return _tandai(rencana, orang, tanggal, {}, oleh)
    with menyimpan(rencana.satker, berkas.name or "", berkas, oleh) as (tersimpan, sah):
        if sah.mime not in PINDAIAN:
            raise DomainError(BUKAN_PINDAIAN, kolom="berkas")
        return _tandai(rencana, orang, tanggal, {"berkas": tersimpan, "nama_berkas": sah.nama}, oleh)


@transaction.atomic
def batalkan_tanda_tangan(*, rencana: Rencana, kunci: str, oleh: Pengguna | None) -> None:
    """Take back a mark that was wrong, with its scan. Raises DomainError where there is none."""
    (p,) = _dipilih(rencana, [kunci])
    if p.tanggal is None:
        raise DomainError(f"{p.nama} belum tercatat menandatangani.")
    milik = _milik(p)
    if p.diketik:
        milik.update(tanggal=None, berkas=None, nama_berkas="")
    else:
        milik.delete()
    _catat(rencana, oleh, "membatalkan tanda tangan pakta", [p], tanggal=p.tanggal)


@transaction.atomic
def tambah_penanda(*, rencana: Rencana, nama: str, nip: str = "", jabatan: str = "", oleh: Pengguna | None) -> None:
    """Somebody of the office who has no account. Raises DomainError, naming the field: no name, too long, or there is
    somebody of that NIP, or of that name where either has none."""
    isi = {"nama": _satu_baris(nama), "nip": _satu_baris(nip), "jabatan": _satu_baris(jabatan)}
    if not isi["nama"]:
        raise DomainError("Isi namanya.", kolom="nama")
    for kolom, batas in (("nama", PANJANG_NAMA), ("nip", PANJANG_NIP), ("jabatan", PANJANG_NAMA)):
        if len(isi[kolom]) > batas:
            raise DomainError(f"Paling panjang {batas} huruf.", kolom=kolom)
    antre(rencana.satker)
    ada = daftar_penanda(rencana.satker_id, rencana.tahun)
    senama = (p.nip for p in ada if p.nama.casefold() == isi["nama"].casefold())
    if any(not nip or not isi["nip"] or nip == isi["nip"] for nip in senama):
        raise DomainError(f"{isi['nama']} sudah ada dalam daftar.", kolom="nama")
    if isi["nip"] and any(p.nip == isi["nip"] for p in ada):
        raise DomainError(f"NIP {isi['nip']} sudah ada dalam daftar.", kolom="nip")
    baris = PenandaPakta.objects.create(satker=rencana.satker, tahun=rencana.tahun, **isi)
    catat(satker_id=rencana.satker_id, oleh=oleh, tindakan="menambah penanda tangan pakta", objek=baris, sesudah=isi)


@transaction.atomic
def keluarkan_penanda(*, rencana: Rencana, kunci: str, alasan: str, oleh: Pengguna | None) -> None:
    """Leave a person out of the count, and say why (moved, long leave). Raises DomainError: no reason, too long, or the
    person has signed."""
    sebab = _satu_baris(alasan)
    if not sebab:
        raise DomainError("Tulis sebabnya.", kolom="alasan")
    if len(sebab) > PANJANG_ALASAN:
        raise DomainError(f"Paling panjang {PANJANG_ALASAN} huruf.", kolom="alasan")
    (p,) = _dipilih(rencana, [kunci], luar=True)
    if p.tanggal:
        raise DomainError(f"{p.nama} sudah menandatangani; batalkan tanda tangannya dahulu.")
    _baris(rencana, p, alasan_luar=sebab)
    _catat(rencana, oleh, "mengeluarkan dari daftar pakta", [p], alasan=sebab)


@transaction.atomic
def kembalikan_penanda(*, rencana: Rencana, kunci: str, oleh: Pengguna | None) -> None:
    """Count a person again who was left out. Raises DomainError where they were not."""
    (p,) = _dipilih(rencana, [kunci], luar=True)
    if not p.alasan_luar:
        raise DomainError(f"{p.nama} sudah dihitung.")
    milik = _milik(p)
    if p.diketik:
        milik.update(alasan_luar="")
    else:
        milik.delete()
    _catat(rencana, oleh, "mengembalikan ke daftar pakta", [p])


def _dipilih(rencana: Rencana, kunci: Collection[str], *, luar: bool = False) -> list[Penanda]:
    """People of the list in its order; those left out only with `luar`. Raises DomainError for others."""
    antre(rencana.satker)
    diminta = set(kunci)
    ada = [p for p in daftar_penanda(rencana.satker_id, rencana.tahun) if p.kunci in diminta]
    if len(ada) != len(diminta):
        raise DomainError("Orang itu tidak ada lagi dalam daftar. Muat ulang halaman.", kolom="orang")
    if not luar and (tak := next((p for p in ada if p.alasan_luar), None)):
        raise DomainError(f"{tak.nama} tidak dihitung ({tak.alasan_luar}). Kembalikan dahulu.", kolom="orang")
    return ada


def _tandai(
    rencana: Rencana, orang: Collection[str], tanggal: date, pindaian: dict[str, Any], oleh: Pengguna | None
) -> int:
    dipilih = _dipilih(rencana, orang)
    baru = [p for p in dipilih if p.tanggal is None]
    berpindaian = [p for p in dipilih if p.tanggal and pindaian and not p.nama_berkas]
    for p in baru:
        _baris(rencana, p, tanggal=tanggal, **pindaian)
    for p in berpindaian:
        _baris(rencana, p, **pindaian)
    if baru or berpindaian:
        tindakan = "mencatat tanda tangan pakta"
        _catat(rencana, oleh, tindakan, baru + berpindaian, tanggal=tanggal, baru=len(baru), **pindaian)
    return len(baru)


def _baris(rencana: Rencana, p: Penanda, **isi: Any) -> None:
    """The person's row, made where there is none: as they are today."""
    if p.baris:
        _milik(p).update(**isi)
    else:
        siapa = {"nama": p.nama, "nip": p.nip, "jabatan": p.jabatan, "pengguna_id": int(p.kunci[1:])}
        PenandaPakta.objects.create(satker=rencana.satker, tahun=rencana.tahun, **siapa, **isi)


def _milik(p: Penanda) -> "QuerySet[PenandaPakta]":
    return PenandaPakta.objects.filter(pk__in=[p.baris])


def _catat(
    rencana: Rencana, oleh: Pengguna | None, tindakan: str, orang: list[Penanda], alasan: str = "", **isi: Any
) -> None:
    objek = PenandaPakta(satker=rencana.satker, tahun=rencana.tahun, nama=f"Pakta Integritas {rencana.tahun}")
    nama = [p.nama for p in orang]
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan=tindakan, objek=objek, sesudah={"orang": nama, **isi},
        alasan=alasan,
    )  # fmt: skip


def _satu_baris(teks: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in teks).split())
