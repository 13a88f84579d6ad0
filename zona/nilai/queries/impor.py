"""Into which assessment a person imports, and whether that is possible now."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from pengungkit.domain.jawab import BELUM_MULAI
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen
from pengungkit.queries import penilaian_bagi
from rencana_aksi.models import Rencana
from zona.organisasi.models import Pengguna, Satker

BUKAN_PENGISI = "Jawaban LKE hanya diimpor oleh ketua tim, koordinator untuk pengungkitnya, atau penilai."


@dataclass(frozen=True, slots=True)
class TempatImpor:
    """`area`: the pengungkit a koordinator answers for; None for all and hasil. `tertutup`: why nothing is imported
    now; empty where it can be."""

    satker: Satker
    tahun: int
    instrumen: Instrumen
    jenis: JenisPenilaian
    area: frozenset[str] | None
    tertutup: str


def tempat_impor(pengguna: Pengguna, rencana: Rencana) -> TempatImpor:
    """The assessor imports into the assessor's, all others into the office's own. Two queries. Raises PermissionDenied
    for who answers nothing."""
    menilai, semua = pengguna.boleh("nilai_lke", rencana), pengguna.boleh("isi_lke", rencana)
    area = frozenset(p.kode for p in rencana.pengungkit.all() if pengguna.boleh("isi_lke", p))
    if not (menilai or semua or area):
        raise PermissionDenied(BUKAN_PENGISI)
    jenis = JenisPenilaian.TPI if menilai else JenisPenilaian.MANDIRI
    ada = next((p for p in penilaian_bagi(pengguna, rencana) if p.jenis == jenis), None)
    tertutup = ""
    if ada is not None and ada.status != StatusPenilaian.DRAF:
        tertutup = f"{ada} sudah {ada.get_status_display().lower()}, sehingga tidak ada yang dapat diimpor."
    elif ada is None and menilai:
        tertutup = BELUM_MULAI
    instrumen = ada.instrumen if ada else rencana.instrumen
    return TempatImpor(rencana.satker, rencana.tahun, instrumen, jenis, None if menilai or semua else area, tertutup)
