"""Is this file the one that was signed? Nothing of it is kept."""

import hashlib
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from rencana_aksi.models import VersiRencana
from zona.inti.berkas.pdf import periksa_pdf
from zona.inti.errors import DomainError
from zona.pengesahan.baca import Putusan
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.periksa import periksa_tersimpan
from zona.pengesahan.queries.dokumen import baca_isi, semua_versi
from zona.pengesahan.sertifikat import sebut

SAMA, LAMA, BELUM, BERUBAH, ASING = "sama", "lama", "belum", "berubah", "asing"
KEPING = 1024
MIRIP = 0.5
"""Of the pieces of the signed file, as many stand in place in one that is ours and was changed."""
HALAMAN = 12
"""Pages searched for the link to our own page."""


@dataclass(frozen=True, slots=True)
class Verifikasi:
    """What the public page says. `sah`: the newest signature under this code that counts; where there is none, `lain`
    is the newest that was brought and does not. `putusan`: on the stored file, now. `pengganti`: the newest of the same
    version under a later code. `versi_baru`: a later version that was ditetapkan."""

    siap: NaskahSiap
    sah: DokumenSah | None
    lain: DokumenSah | None
    putusan: Putusan | None
    hilang: bool
    pengganti: DokumenSah | None
    versi_baru: VersiRencana | None

    @property
    def pernyataan(self) -> str:
        """Said first."""
        ada = self.sah or self.lain
        return ada.pernyataan if ada else "Belum ditandatangani"

    @property
    def penerbit(self) -> str:
        """As its certificate names it, where that may be said."""
        tanda = self.putusan.tanda if self.putusan else None
        return sebut(tanda.sertifikat.nama_penerbit, bsre=tanda.bsre) if tanda else ""


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
    semua = semua_versi(siap.versi)
    berlaku = [d for d in semua if d.sah]
    sah = next((d for d in berlaku if d.siap_id == siap.pk), None)
    lain = None if sah else next((d for d in semua if d.siap_id == siap.pk), None)
    putusan, hilang = _tanda(siap, sah or lain)
    pengganti = berlaku[0] if sah and berlaku[0] != sah else None
    baru = VersiRencana.objects.filter(rencana=siap.versi.rencana_id, versi__gt=siap.versi.versi).defer("isi").first()
    return Verifikasi(siap, sah, lain, putusan, hilang, pengganti, baru)


def _tanda(siap: NaskahSiap, ada: DokumenSah | None) -> tuple[Putusan | None, bool]:
    """What the stored file says now, and whether it is gone or not what was kept."""
    if ada is None:
        return None, False
    try:
        isi = baca_isi(ada.berkas)
        if hashlib.sha256(isi).hexdigest() != ada.sha256:
            return None, True
        return (periksa_tersimpan(isi, baca_isi(siap.berkas), ada.sha256) if ada.elektronik else None), False
    except DomainError:
        return None, True


def cocokkan(v: Verifikasi, isi: bytes) -> str:
    """One of the five answers, or the state of a file that was brought and does not count."""
    sidik = hashlib.sha256(isi).hexdigest()
    if v.sah and sidik == v.sah.sha256:
        return SAMA
    ada = [d for d in semua_versi(v.siap.versi) if d.siap_id == v.siap.pk and d.sha256 == sidik]
    if ada:
        return LAMA if any(d.sah for d in ada) else str(ada[0].keadaan)
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
