"""Filling in a stage's days and what else is typed of it."""

from datetime import date
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.text import Truncator

from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang, tanggal_id
from zona.organisasi.domain.jejak import beda, catat
from zona.tahapan.alur import Tanggal, periksa
from zona.tahapan.enums import KodeTahap, Predikat
from zona.tahapan.models import Tahap

NAMA = {
    "target_mulai": "sasaran mulai",
    "target_selesai": "sasaran selesai",
    "mulai": "mulai",
    "selesai": "selesai",
    "strategis": "unit strategis",
    "sumber_daya": "sumber daya besar",
    "nomor": "nomor",
    "predikat": "predikat",
    "catatan": "catatan",
}
"""What is typed, as the sentence to a second writer calls it."""


@transaction.atomic
def isi_tahap(
    *,
    rencana: Rencana,
    kode: KodeTahap,
    oleh: Any,
    hari_ini: date,
    revisi: int = 0,
    target_mulai: date | None = None,
    target_selesai: date | None = None,
    mulai: date | None = None,
    selesai: date | None = None,
    strategis: bool = False,
    sumber_daya: bool = False,
    nomor: str = "",
    predikat: str = "",
    catatan: str = "",
) -> bool:
    """Save a stage of the plan's office and year. `revisi`: as it was shown, 0 for nothing yet. False where nothing
    changed. What another stage asks for is not kept.

    Raises DomainError, naming the field: days that cannot be (zona/tahapan/alur.py), no known predikat; and, naming
    who, where somebody was quicker.
    """
    tanggal = Tanggal(target_mulai, target_selesai, mulai, selesai)
    if galat := periksa(kode, tanggal, rencana.tahun, hari_ini):
        kolom, pesan = next(iter(galat.items()))
        raise DomainError(pesan, kolom=kolom)
    if predikat not in ("", *Predikat.values):
        raise DomainError("Pilih salah satu predikat yang ada.", kolom="predikat")
    pilih, putus = kode == KodeTahap.PEMILIHAN, kode == KodeTahap.PENETAPAN
    isi = {
        "target_mulai": target_mulai, "target_selesai": target_selesai, "mulai": mulai, "selesai": selesai,
        "strategis": pilih and strategis, "sumber_daya": pilih and sumber_daya,
        "nomor": nomor.strip() if putus else "", "predikat": predikat if putus else "",
        "catatan": catatan.strip().replace("\r\n", "\n"),
    }  # fmt: skip
    return _tulis(rencana, kode, isi, revisi, oleh)


def _tulis(rencana: Rencana, kode: KodeTahap, isi: dict[str, Any], revisi: int, oleh: Any) -> bool:
    milik = Tahap.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun, kode=kode)
    ada = milik.select_related("diubah_oleh").first()
    if (ada.revisi if ada else 0) != revisi:
        raise _didahului(ada, isi)
    siapa = {"diubah_oleh": oleh, "diubah_pada": sekarang(), "revisi": revisi + 1}
    sebelum: dict[str, Any] = {}
    if ada is None:
        sesudah = {k: v for k, v in isi.items() if v}
        if not sesudah:
            return False
        try:
            with transaction.atomic():
                ada = milik.create(satker=rencana.satker, tahun=rencana.tahun, kode=kode, **isi, **siapa)
        except IntegrityError:
            raise _didahului(milik.select_related("diubah_oleh").first(), isi) from None
    else:
        sebelum, sesudah = beda(ada, **isi)
        if not sesudah:
            return False
        if not milik.filter(revisi=revisi).update(**isi, **siapa):
            raise _didahului(milik.select_related("diubah_oleh").first(), isi)
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan="mengisi tahapan", objek=ada,
        sebelum=sebelum, sesudah=sesudah,
    )  # fmt: skip
    return True


def _didahului(kini: Tahap | None, isi: dict[str, Any]) -> DomainError:
    """Who was quicker, and what is kept now where it differs from what was typed."""
    oleh = (kini.diubah_oleh if kini else None) or "sistem"
    lain = [f"{NAMA[k]}: {_teks(kini, k)}" for k, v in isi.items() if getattr(kini, k, v) != v]
    tersimpan = f" Yang tersimpan kini: {'; '.join(lain)}." if lain else ""
    return DomainError(
        f"Sementara itu tahap ini diubah oleh {oleh}.{tersimpan} Yang Anda ketik masih ada di bawah; simpan lagi bila "
        "tetap hendak menggantinya."
    )


def _teks(kini: Tahap | None, nama: str) -> str:
    nilai = getattr(kini, nama)
    match nilai:
        case bool():
            return "ya" if nilai else "tidak"
        case date():
            return tanggal_id(nilai)
        case str() if nama == "predikat" and nilai:
            return str(Predikat(nilai).label)
    return Truncator(nilai).chars(200) if nilai else "kosong"
