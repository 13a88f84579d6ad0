"""Who comes in to a paper, and what everybody there is told."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404

from pengungkit.queries.penilaian import menilai_buta
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan
from zona.nilai.syarat import BERNILAI
from zona.surat.domain.surat import SYARAT
from zona.surat.enums import JenisSurat
from zona.surat.models import SuratBeku
from zona.surat.queries.nilai import mandiri_tertutup

HANYA = "Surat hanya disusun dan diberi nomor oleh kepala satuan kerja dan ketua tim."
TERTUTUP = "Surat ini memuat nilai penilaian mandiri, yang tertutup bagi Anda sampai jawaban unit dibuka."


def baca(request: Permintaan, satker: str, tahun: int, kode: str) -> tuple[Rencana, JenisSurat]:
    """Raises Http404 for outsiders and for what is no paper, PermissionDenied for readers who send something, and for
    who assesses blind at a paper that tells the score."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if kode not in JenisSurat.values:
        raise Http404(f"Surat {kode} tidak ada.")
    if request.method == "POST":
        pastikan_boleh(request, rencana)
    if SYARAT.get(JenisSurat(kode)) in BERNILAI and menilai_buta(request.user, rencana):
        raise PermissionDenied(TERTUTUP)
    return rencana, JenisSurat(kode)


def pastikan_boleh(request: Permintaan, rencana: Rencana) -> None:
    """Raises PermissionDenied."""
    if not request.user.boleh("susun_surat", rencana):
        raise PermissionDenied(HANYA)


def dengan_revisi(request: Permintaan, revisi: int) -> dict[str, Any]:
    """What was sent, told that the paper stands at `revisi` now: the next save goes over that."""
    return {**request.POST.dict(), "revisi": revisi}


def boleh_membaca(request: Permintaan, rencana: Rencana, beku: SuratBeku) -> bool:
    """What tells points of the office's own assessment is kept from whom the assessment is."""
    return not (beku.bernilai and mandiri_tertutup(request.user, rencana))


def pastikan_terbaca(request: Permintaan, rencana: Rencana, beku: SuratBeku | None) -> None:
    """Raises PermissionDenied."""
    if beku and not boleh_membaca(request, rencana, beku):
        raise PermissionDenied(TERTUTUP)
