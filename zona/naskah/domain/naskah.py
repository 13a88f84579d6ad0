"""Saving sections. Each save is a new revision; two people at one section never overwrite each other."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from rencana_aksi.domain.dapat_disunting import pastikan_dapat_disunting
from rencana_aksi.models import Rencana, VersiRencana
from rencana_aksi.queries.rencana import draf_atau
from zona.inti.errors import DomainError
from zona.naskah.enums import JenisBagian
from zona.naskah.markdown import TERPANJANG, rapi
from zona.naskah.models import RevisiBagian
from zona.naskah.queries.naskah import Bagian, naskah_berlaku, naskah_kini
from zona.naskah.queries.templat import BagianTemplat, templat
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

JUDUL_TERPANJANG = 300


@transaction.atomic
def simpan_bagian(
    *, rencana: Rencana, kode: str, judul: str, isi: str, revisi: int, oleh: Pengguna | None
) -> RevisiBagian | None:
    """Save a section as the revision after `revisi`, the one it was read at; None where nothing differs. Raises
    DomainError: the plan is not being worked on, no such section, no title, too long, or somebody saved meanwhile."""
    pastikan_dapat_disunting(draf_atau(rencana))
    ada = _bagian(rencana, kode)
    judul, isi = " ".join(judul.split()), rapi(isi)
    _periksa(judul, isi)
    if ada.revisi != revisi:
        raise DomainError(
            f"Bagian ini sudah disimpan {ada.oleh or 'orang lain'} sejak Anda membukanya. Naskah Anda masih ada di "
            "bawah; bandingkan dengan yang tersimpan, lalu simpan lagi."
        )
    if (judul, isi) == (ada.judul, ada.isi):
        return None
    return _simpan(rencana, ada, oleh, "menyunting naskah", judul=judul, isi=isi)


@transaction.atomic
def tambah_lampiran(*, rencana: Rencana, judul: str, oleh: Pengguna | None) -> RevisiBagian:
    """Add an empty lampiran at the end. Raises DomainError: not being worked on, no title, too long, or one of that
    name is there."""
    pastikan_dapat_disunting(draf_atau(rencana))
    judul = " ".join(judul.split())
    _periksa(judul, "")
    kode = f"lampiran-{slugify(judul)[:30]}".rstrip("-")
    kini = naskah_kini(rencana)
    if kode in {b.kode for b in kini}:
        raise DomainError("Lampiran dengan judul itu sudah ada.", kolom="judul")
    lama = RevisiBagian.objects.filter(rencana=rencana, kode=kode).order_by("-revisi").first()
    urutan = max(b.urutan for b in kini) + 1
    awal = Bagian(kode, JenisBagian.LAMPIRAN, judul, "", urutan, lama.revisi if lama else 0)
    return _simpan(rencana, awal, oleh, "menambah lampiran naskah")


@transaction.atomic
def hapus_bagian(*, rencana: Rencana, kode: str, revisi: int, oleh: Pengguna | None) -> None:
    """Take a lampiran away; what it said stays in the history. Raises DomainError: not being worked on, no such
    section, no lampiran, or somebody saved meanwhile."""
    pastikan_dapat_disunting(draf_atau(rencana))
    ada = _bagian(rencana, kode)
    if ada.jenis != JenisBagian.LAMPIRAN:
        raise DomainError("Bagian pokok dokumen tidak dapat dihapus; kosongkan isinya bila tidak diperlukan.")
    if ada.revisi != revisi:
        raise DomainError("Bagian ini sudah berubah sejak Anda membukanya. Muat ulang halaman.")
    _simpan(rencana, ada, oleh, "menghapus lampiran naskah", hapus=True)


@transaction.atomic
def muat_naskah(*, rencana: Rencana, bagian: Iterable[BagianTemplat], oleh: Pengguna | None) -> int:
    """The words a plan comes with when it is loaded, each section as its next revision; returns how many were new.
    Raises DomainError where the plan is not being worked on."""
    pastikan_dapat_disunting(draf_atau(rencana))
    kini = {b.kode: b for b in naskah_kini(rencana)}
    baru = 0
    for satu in bagian:
        ada = kini.get(satu.kode) or Bagian(satu.kode, satu.jenis, satu.judul, "", satu.urutan)
        if not ada.revisi or (ada.judul, ada.isi) != (satu.judul, satu.isi):
            _simpan(rencana, ada, oleh, "memuat naskah", judul=satu.judul, isi=satu.isi)
            baru += 1
    return baru


def bekukan_templat(*, versi: VersiRencana, **_: Any) -> None:
    """When a version is ditetapkan, what is still the template's becomes the plan's own words: a later template changes
    no document that was signed. Part of that transaction, which has its own audit row."""
    ada = set(RevisiBagian.objects.filter(rencana=versi.rencana_id).values_list("kode", flat=True))
    RevisiBagian.objects.bulk_create(
        RevisiBagian(
            rencana_id=versi.rencana_id, kode=t.kode, revisi=1, jenis=t.jenis, judul=t.judul, isi=t.isi,
            urutan=t.urutan, pada=versi.ditetapkan_pada,
        )
        for t in templat()
        if t.kode not in ada
    )  # fmt: skip


def kembalikan_naskah(*, rencana: Rencana, oleh: Pengguna | None, **_: Any) -> None:
    """When a perubahan is thrown away, what was typed for it goes too: each section gets as its next revision what the
    version in force says. Part of that transaction."""
    berlaku = {b.kode: b for b in naskah_berlaku(rencana)}
    kini = {b.kode: b for b in naskah_kini(rencana)}
    for kode in [*kini, *(k for k in berlaku if k not in kini)]:
        lama, baru = berlaku.get(kode), kini.get(kode)
        if lama is None and baru is not None:
            _simpan(rencana, baru, oleh, "mengembalikan naskah", hapus=True)
        elif lama is not None and (baru is None or (lama.judul, lama.isi) != (baru.judul, baru.isi)):
            akhir = RevisiBagian.objects.filter(rencana=rencana, kode=kode).order_by("-revisi").first()
            terakhir = replace(lama, revisi=akhir.revisi if akhir else 0)
            _simpan(rencana, terakhir, oleh, "mengembalikan naskah")


def _bagian(rencana: Rencana, kode: str) -> Bagian:
    ada = next((b for b in naskah_kini(rencana) if b.kode == kode), None)
    if ada is None:
        raise DomainError("Bagian naskah ini tidak ada lagi.")
    return ada


def _periksa(judul: str, isi: str) -> None:
    if not judul:
        raise DomainError("Tulis judulnya.", kolom="judul")
    if len(judul) > JUDUL_TERPANJANG:
        raise DomainError(f"Judul paling panjang {JUDUL_TERPANJANG} huruf.", kolom="judul")
    if len(isi) > TERPANJANG:
        batas = f"{TERPANJANG:,}".replace(",", ".")
        raise DomainError(f"Satu bagian paling panjang {batas} huruf. Pecah menjadi beberapa lampiran.", kolom="isi")


def _simpan(rencana: Rencana, ada: Bagian, oleh: Pengguna | None, tindakan: str, **baru: Any) -> RevisiBagian:
    """The next revision. The unique constraint on it refuses whoever comes second in the same moment."""
    isi = {"jenis": ada.jenis, "judul": ada.judul, "isi": ada.isi, "urutan": ada.urutan, **baru}
    satu = RevisiBagian.objects.create(rencana=rencana, kode=ada.kode, revisi=ada.revisi + 1, oleh=oleh, **isi)
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan=tindakan, objek=satu,
        sebelum={"judul": ada.judul, "revisi": ada.revisi, "huruf": len(ada.isi)},
        sesudah={"judul": satu.judul, "revisi": satu.revisi, "huruf": len(satu.isi)},
    )  # fmt: skip
    return satu
