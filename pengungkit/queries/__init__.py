"""Reading instruments and answers into plain values (struktur.py, beku.py). Numbers of queries do not grow with
questions."""

from pengungkit.queries.jawaban import JawabanTercatat, catatan_jawaban, isian, jawaban
from pengungkit.queries.naskah import naskah_instrumen
from pengungkit.queries.penilaian import (
    IsiPenilaian,
    instrumen_dinilai,
    isi_penilaian,
    penilaian_bagi,
    penilaian_satker,
    penilaian_terlihat,
)
from pengungkit.queries.struktur import gerbang, pertanyaan_hasil, struktur

__all__ = [
    "IsiPenilaian",
    "JawabanTercatat",
    "catatan_jawaban",
    "gerbang",
    "instrumen_dinilai",
    "isi_penilaian",
    "isian",
    "jawaban",
    "naskah_instrumen",
    "penilaian_bagi",
    "penilaian_satker",
    "penilaian_terlihat",
    "pertanyaan_hasil",
    "struktur",
]
