"""What an instrument's own source leaves uncertain (`yakin: false`), to be said on the page."""

from collections.abc import Iterator
from typing import Any

from pengungkit.models import Instrumen
from pengungkit.struktur import Struktur


def belum_dipastikan(instrumen: Instrumen, struktur: Struktur) -> list[str]:
    """One sentence each, the instrument's own words where it has any."""
    soal = [s.kode for s in struktur.semua_soal() if not s.yakin]
    hasil = [kalimat for bagian in (instrumen.perhitungan, instrumen.ambang) for kalimat in _ragu(bagian)]
    return [*hasil, f"nilai jawaban pertanyaan {', '.join(soal)}"] if soal else hasil


def _ragu(bagian: Any) -> Iterator[str]:
    if not isinstance(bagian, dict):
        return
    kalimat = bagian.get("isi") or bagian.get("catatan")
    if bagian.get("yakin") is False and kalimat:
        yield kalimat
    for isi in bagian.values():
        yield from _ragu(isi)
