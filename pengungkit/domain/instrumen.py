"""Loading instruments: versioned data from a file, checked whole, then brought into the tables."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from pengungkit.domain.naskah import BerkasDitolak
from pengungkit.domain.naskah_instrumen import NaskahInstrumen, baca_instrumen
from pengungkit.domain.selaras import selaraskan
from pengungkit.enums import StatusPenilaian
from pengungkit.models import Instrumen
from zona.inti.domain import tulis_jejak
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import beda
from zona.organisasi.models import Satker

TERCATAT = ("isi_sha256", "nama", "status", "berlaku_sejak", "bawaan")


@dataclass(frozen=True, slots=True)
class HasilMuat:
    """What became of one file: `keadaan` is baru, diperbarui or tetap."""

    kode: str
    keadaan: str
    bawaan: bool
    pertanyaan: int


@transaction.atomic
def muat_instrumen(*, berkas: Iterable[Path], oleh: Any = None) -> list[HasilMuat]:
    """Load or update one instrument per file. All files are read and checked before the first is written; a file whose
    content is loaded already changes nothing. Raises BerkasDitolak (file, path, reason)."""
    daftar = [(b, baca_instrumen(b)) for b in berkas]
    rangkap = [kode for kode, n in Counter(n.kode for _, n in daftar).items() if n > 1]
    if rangkap:
        raise DomainError(f"{', '.join(rangkap)} diberikan dua kali.")
    hasil = []
    for b, naskah in daftar:
        try:
            hasil.append(_muat(naskah, oleh))
        except DomainError as galat:
            raise BerkasDitolak(b.name, [("", galat.pesan)]) from galat
    return hasil


def _muat(naskah: NaskahInstrumen, oleh: Any) -> HasilMuat:
    instrumen = Instrumen.objects.filter(kode=naskah.kode).first()
    keadaan = "baru" if instrumen is None else "diperbarui"
    if instrumen and instrumen.isi_sha256 == naskah.isi_sha256:
        return HasilMuat(naskah.kode, "tetap", instrumen.bawaan, len(naskah.tabel.pertanyaan))
    if instrumen and instrumen.penilaian.filter(status=StatusPenilaian.DIKUNCI).exists():
        raise DomainError(
            "dipakai penilaian yang sudah dikunci, sehingga tidak dapat diubah; "
            "muat peraturan yang berubah sebagai berkas dengan nama lain"
        )
    instrumen = instrumen or Instrumen(kode=naskah.kode)
    sebelum, sesudah = beda(instrumen, isi_sha256=naskah.isi_sha256, **naskah.instrumen)
    if instrumen.bawaan:
        _turunkan_bawaan(instrumen, oleh)
    instrumen.save()
    selaraskan(instrumen, naskah.tabel)
    catatan = ({k: v for k, v in isi.items() if k in TERCATAT} for isi in (sebelum, sesudah))
    _catat(instrumen, "memuat instrumen", oleh, *catatan)
    pemakai = Q(penilaian__instrumen=instrumen) | Q(rencana__instrumen=instrumen)
    Satker.objects.filter(pk__in=Satker.objects.filter(pemakai).values("pk")).update(revisi=F("revisi") + 1)
    return HasilMuat(naskah.kode, keadaan, instrumen.bawaan, len(naskah.tabel.pertanyaan))


def _turunkan_bawaan(pengganti: Instrumen, oleh: Any) -> None:
    """New plans have one default instrument: whichever had it before loses it."""
    for lain in Instrumen.objects.filter(bawaan=True).exclude(kode=pengganti.kode):
        lain.bawaan = False
        lain.save(update_fields=["bawaan"])
        _catat(lain, "mengganti instrumen bawaan", oleh, {"bawaan": True}, {"bawaan": False})


def _catat(instrumen: Instrumen, tindakan: str, oleh: Any, sebelum: dict[str, Any], sesudah: dict[str, Any]) -> None:
    """An instrument belongs to no office."""
    tulis_jejak(satker_id=None, oleh=oleh, tindakan=tindakan, objek=instrumen, sebelum=sebelum, sesudah=sesudah)
