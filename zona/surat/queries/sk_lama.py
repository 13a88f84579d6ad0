"""The decision that a new one takes the place of."""

from dataclasses import dataclass
from datetime import date

from zona.inti.waktu import tanggal_id
from zona.surat.enums import JenisSurat
from zona.surat.models import RevisiSurat, Surat, SuratBertanda
from zona.surat.queries.data import TITIK


@dataclass(frozen=True, slots=True)
class SkLama:
    nomor: str
    tanggal: date


def sk_lama(surat: Surat) -> SkLama | None:
    """Of an SK tim kerja that was opened again: the one signed last under another number; None of others (two queries
    at most)."""
    if surat.pk is None or surat.jenis != JenisSurat.SK_TIM:
        return None
    lama = SuratBertanda.objects.filter(surat=surat.pk).exclude(nomor=surat.nomor).first()
    revisi = RevisiSurat.objects.filter(surat=surat.pk, revisi=lama.revisi).first() if lama else None
    return SkLama(revisi.nomor, revisi.tanggal) if revisi and revisi.tanggal else None


def kata_lama(lama: SkLama | None) -> dict[str, str]:
    """The words for `{nama}` that name it (tempat.py)."""
    return {
        "nomor_lama": lama.nomor if lama else TITIK,
        "tanggal_lama": tanggal_id(lama.tanggal) if lama else TITIK,
    }
