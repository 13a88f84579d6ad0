"""Papers that have their number or their lock: drawn once, the same bytes ever after (docs/adr/0044)."""

from zona.dokumen.domain.cetakan import simpan_cetakan
from zona.dokumen.exports.ekspor import Tetap
from zona.dokumen.exports.simpanan import ambil_atau_tunggu
from zona.dokumen.models import Cetakan
from zona.dokumen.queries.cetakan import cetakan_dari, isi_cetakan


def cetak_atau_tunggu(dokumen: Tetap) -> Cetakan | None:
    """What is kept of the paper; the first time it is drawn and kept. None where the drawing takes longer than
    ZONA_SABAR_DOKUMEN (simpanan.py): who asks again gets it. Raises DomainError where it cannot be drawn or kept."""
    if ada := cetakan_dari(dokumen.kode):
        return ada
    berkas = ambil_atau_tunggu(dokumen.susun())
    if berkas is None:
        return None
    return _simpan(dokumen, berkas.read_bytes())


def isi_tetap(dokumen: Tetap) -> bytes:
    """Its bytes, however long the drawing takes. Raises DomainError as `cetak_atau_tunggu`."""
    return isi_cetakan(cetakan_dari(dokumen.kode) or _simpan(dokumen, dokumen.susun().buat()))


def _simpan(dokumen: Tetap, isi: bytes) -> Cetakan:
    return simpan_cetakan(satker=dokumen.satker, kode=dokumen.kode, nama=dokumen.nama, isi=isi)
