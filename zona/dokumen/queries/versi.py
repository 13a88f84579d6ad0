"""The version of a plan that its documents are printed from."""

from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Rencana, VersiRencana


@dataclass(frozen=True, slots=True)
class Sk:
    """The decision that made a version."""

    versi: int
    nomor: str
    tanggal: date


def versi_terakhir(rencana: Rencana) -> VersiRencana | None:
    """The version in force of a ditetapkan plan, its content not read yet; None of a draft (one query)."""
    if not rencana.sudah_ditetapkan:
        return None
    versi = VersiRencana.objects.filter(rencana=rencana.pk).defer("isi").first()
    if versi:
        versi.rencana = rencana
    return versi


def sk_sebelum(versi: VersiRencana) -> Sk | None:
    """The decision this version takes the place of; None of the first. Neither ever changes (one query)."""
    lama = VersiRencana.objects.filter(rencana=versi.rencana_id, versi__lt=versi.versi).defer("isi").first()
    return Sk(lama.versi, lama.nomor_sk, lama.tanggal_sk) if lama else None
