"""The version of a plan that its documents are printed from."""

from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Rencana, VersiRencana
from zona.dokumen.models import KertasBeku


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
    """The decision this version revokes, as it was kept; None of the first (one query)."""
    isi = KertasBeku.objects.filter(versi=versi).values_list("mencabut", flat=True).first()
    return Sk(isi["versi"], isi["nomor"], date.fromisoformat(isi["tanggal"])) if isi else None
