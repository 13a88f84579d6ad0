"""The example rows of a blank workbook: what they say, and how they are known when the workbook comes back. Pure.

An example that nobody touched is left out, and that is said; one that was typed over but still bears the mark is asked
about: whether it is meant cannot be told.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.baris_xlsx import Baris
from rencana_aksi.domain.masalah import Masalah

TANDA = "CONTOH"
AREA = "I"
KERJA = f"{TANDA}: Pembentukan tim kerja pembangunan Zona Integritas"
RAPAT, MONEV = f"{TANDA}: Rapat pembentukan tim kerja", f"{TANDA}: Monitoring dan evaluasi rencana kerja"
BERTANDA = (kolom.KERJA, kolom.AKSI, kolom.BUKTI)
"""The columns that may bear the mark."""
DIKETIK = (
    kolom.NO, kolom.KERJA, kolom.HURUF, kolom.AKSI, kolom.JADWAL, kolom.MULAI, kolom.TEMPO, kolom.PENANGGUNG_JAWAB,
    kolom.BUKTI, kolom.TIAP,
)  # fmt: skip
"""Where a row says something of its own, beside its pengungkit."""

Isian = dict[str, Any]


def contoh_seluruhnya(tahun: int) -> tuple[Isian, Isian]:
    """Two actions of one rencana kerja: one by its date, one by its words."""
    tempat = {kolom.PENGUNGKIT: AREA, kolom.NO: 1, kolom.KERJA: KERJA}
    hari = date(tahun, 1, 15)
    return (
        {**tempat, kolom.HURUF: "a", kolom.AKSI: RAPAT, kolom.MULAI: hari, kolom.TEMPO: hari},
        {**tempat, kolom.HURUF: "b", kolom.AKSI: MONEV, kolom.JADWAL: "setiap triwulan"},
    )


def contoh_bukti() -> tuple[Isian, Isian]:
    """What the two demand."""
    tempat = {kolom.PENGUNGKIT: AREA, kolom.NO: 1, kolom.KERJA: KERJA}
    return (
        {**tempat, kolom.HURUF: "a", kolom.AKSI: RAPAT, kolom.BUKTI: f"{TANDA}: SK tim kerja", kolom.TIAP: kolom.TIDAK},
        {**tempat, kolom.HURUF: "b", kolom.AKSI: MONEV, kolom.BUKTI: f"{TANDA}: Laporan monev", kolom.TIAP: kolom.YA},
    )  # fmt: skip


def tanpa_contoh(
    nama: str, baris: Iterable[Baris], tahun: int, masalah: list[Masalah], keterangan: list[str]
) -> list[Baris]:
    """The rows of that sheet without the examples that stand as they were written."""
    contoh = contoh_bukti() if nama == kolom.BUKTI_FISIK else contoh_seluruhnya(tahun)
    hasil: list[Baris] = []
    for b in baris:
        bertanda = next((j for j in BERTANDA if b.teks(j).upper().startswith(TANDA)), "")
        if not bertanda:
            hasil.append(b)
        elif any(_sama(b, satu) for satu in contoh):
            keterangan.append(f"{nama}, baris {b.nomor}: contoh yang tidak diubah, tidak dibaca.")
        else:
            alasan = f"masih bertanda {TANDA}: hapus tandanya bila baris ini sungguhan, atau hapus barisnya"
            masalah.append(Masalah(b.sel(bertanda), alasan))
    return hasil


def _sama(b: Baris, contoh: Mapping[str, Any]) -> bool:
    """The row says in every column that people type in what the example does."""
    area = b.teks(kolom.PENGUNGKIT).partition(".")[0].strip()
    return area == contoh[kolom.PENGUNGKIT] and all(b[j] == contoh.get(j) for j in DIKETIK)
