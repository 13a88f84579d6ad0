"""What an instrument's own source leaves uncertain (`yakin: false`), to be said on the page."""

from collections.abc import Iterator
from typing import Any

from pengungkit.beku import Naskah
from pengungkit.struktur import Struktur

CARA = {
    "gabungan": "Nilai minimal per pengungkit dibaca atas pemenuhan dan reform bersama-sama",
    "terpisah": "Nilai minimal per pengungkit dibaca atas pemenuhan dan reform masing-masing",
}


def belum_dipastikan(naskah: Naskah, struktur: Struktur) -> list[str]:
    """One sentence each, the instrument's own words where it has any."""
    soal = [s.kode for s in struktur.semua_soal() if not s.yakin]
    hasil = [kalimat for bagian in (naskah["perhitungan"], naskah["ambang"]) for kalimat in _ragu(bagian)]
    return [*hasil, f"nilai jawaban pertanyaan {', '.join(soal)}"] if soal else hasil


def _ragu(bagian: Any) -> Iterator[str]:
    if not isinstance(bagian, dict):
        return
    kalimat = bagian.get("isi") or bagian.get("catatan")
    if bagian.get("yakin") is False and kalimat:
        yield kalimat
    for isi in bagian.values():
        yield from _ragu(isi)


def cara_per_area(naskah: Naskah) -> str:
    """How the least "per area" is read, where the instrument gives one; the regulation does not say."""
    return CARA.get(naskah["ambang"].get("cara_per_area", ""), "")
