"""Is this file the one that was signed? Nothing of it is kept."""

import hashlib
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from rencana_aksi.models import VersiRencana
from zona.inti.berkas.pdf import periksa_pdf
from zona.inti.errors import DomainError
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.periksa import TandaTerbaca, tanda_tersimpan
from zona.pengesahan.queries.dokumen import baca_isi

SAMA, LAMA, BELUM, BERUBAH, ASING = "sama", "lama", "belum", "berubah", "asing"
KEPING = 1024
MIRIP = 0.5
"""Of the pieces of the signed file, as many stand in place in one that is ours and was changed."""
HALAMAN = 12
"""Pages searched for the link to our own page."""


@dataclass(frozen=True, slots=True)
class Verifikasi:
    """What the public page says. `sah`: the newest signature under this code. `pengganti`: the newest of the same
    version under a later code. `versi_baru`: a later version that was ditetapkan."""

    siap: NaskahSiap
    sah: DokumenSah | None
    tanda: tuple[TandaTerbaca, ...]
    hilang: bool
    pengganti: DokumenSah | None
    versi_baru: VersiRencana | None


def verifikasi(kode: str) -> Verifikasi | None:
    """None for a code that is not ours (four queries, and the file read once an hour)."""
    siap = (
        NaskahSiap.objects.select_related("versi__rencana__satker", "berkas")
        .defer("versi__isi")
        .filter(kode=kode)
        .first()
    )
    if siap is None:
        return None
    semua = list(
        DokumenSah.objects.filter(siap__versi=siap.versi_id)
        .select_related("berkas", "penjamin", "siap")
        .order_by("-pk")
    )
    sah = next((d for d in semua if d.siap_id == siap.pk), None)
    tanda, hilang = _tanda(sah)
    baru = VersiRencana.objects.filter(rencana=siap.versi.rencana_id, versi__gt=siap.versi.versi).defer("isi").first()
    return Verifikasi(
        siap, sah, tanda, hilang, next((d for d in semua if d != sah), None) if _ganti(semua, sah) else None, baru
    )


def _ganti(semua: list[DokumenSah], sah: DokumenSah | None) -> bool:
    return bool(sah and semua[0] != sah)


def _tanda(sah: DokumenSah | None) -> tuple[tuple[TandaTerbaca, ...], bool]:
    """The signatures in the stored file, and whether it is gone or not what was kept."""
    if sah is None:
        return (), False
    try:
        isi = baca_isi(sah.berkas)
        utuh = hashlib.sha256(isi).hexdigest() == sah.sha256
        return (tanda_tersimpan(isi, sah.sha256) if sah.elektronik and utuh else ()), not utuh
    except DomainError:
        return (), True


def cocokkan(v: Verifikasi, isi: bytes) -> str:
    """One of the five answers."""
    sidik = hashlib.sha256(isi).hexdigest()
    if v.sah and sidik == v.sah.sha256:
        return SAMA
    if DokumenSah.objects.filter(siap=v.siap, sha256=sidik).exists():
        return LAMA
    if sidik == v.siap.berkas.sha256:
        return BELUM
    acuan = [baca_isi(berkas) for berkas in (v.sah.berkas if v.sah else None, v.siap.berkas) if berkas]
    return BERUBAH if any(_mirip(isi, satu) for satu in acuan) or _menyebut(isi, v.siap.kode) else ASING


def _mirip(isi: bytes, acuan: bytes) -> bool:
    """Whether half of the pieces of our file stand in theirs at the same place."""
    tempat = range(0, len(acuan), KEPING)
    return sum(isi[i : i + KEPING] == acuan[i : i + KEPING] for i in tempat) > MIRIP * len(tempat)


def _menyebut(isi: bytes, kode: str) -> bool:
    """Whether a PDF that was written anew still links to the page of this code."""
    try:
        periksa_pdf(BytesIO(isi), len(isi))
        halaman = PdfReader(BytesIO(isi)).pages[:HALAMAN]
        tautan = [a.get_object().get("/A", {}).get("/URI", "") for h in halaman for a in h.get("/Annots") or ()]
        return any(kode in str(satu) for satu in tautan)
    except Exception:  # a parser fed hostile bytes raises anything
        return False
