"""The plan as data inside its own PDF (PDF/A-3): whoever has the document has its rows."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from decimal import Decimal
from typing import Any

from zona.dokumen.exports.isi import IsiRencana
from zona.inti.pdf import Lampiran
from zona.inti.xlsx import Kolom, Lembar, Nilai, tulis_xlsx

MATRIKS = (
    Kolom("Pengungkit", 24),
    Kolom("No", 6),
    Kolom("Rencana Kerja", 32),
    Kolom("Huruf", 8),
    Kolom("Rencana Aksi", 44),
    Kolom("Jadwal Pelaksanaan", 26),
    Kolom("Bukti Fisik", 60),
)
TIM = (
    Kolom("No", 6),
    Kolom("Nama", 34),
    Kolom("NIP", 22),
    Kolom("Jabatan Kedinasan", 34),
    Kolom("Jabatan dalam Tim", 22),
)


def lampiran_rencana(isi: IsiRencana) -> tuple[Lampiran, ...]:
    """The matrix as a workbook, and everything the document says as JSON."""
    lembar = [Lembar("Matriks", MATRIKS, _matriks(isi), beku="C2"), Lembar("Tim", TIM, baris_tim(isi), beku="A2")]
    xlsx = tulis_xlsx(lembar, judul=f"Rencana Kerja ZI-WBK {isi.kop.nama} {isi.tahun}", pembuat=isi.kop.nama)
    data = asdict(isi)
    del data["kertas"]
    teks = json.dumps(data, ensure_ascii=False, indent=1, default=_polos)
    return (
        Lampiran(f"{isi.nama_berkas}.xlsx", "Matriks rencana kerja sebagai buku kerja", "Alternative", xlsx),
        Lampiran(f"{isi.nama_berkas}.json", "Isi dokumen sebagai data", "Data", teks.encode()),
    )


def _matriks(isi: IsiRencana) -> Iterator[tuple[Nilai, ...]]:
    """A row per action; evidence of the whole rencana kerja on its first."""
    for b in isi.bagian:
        for kerja in b.kerja:
            for i, aksi in enumerate(kerja.aksi):
                bukti = (*aksi.bukti, *(kerja.bukti if i == 0 else ()))
                daftar = "\n".join(f"{satu.nomor}. {satu.teks}" for satu in bukti)
                tempat = (f"{b.kode}. {b.nama}", kerja.nomor, kerja.uraian)
                yield (*tempat, aksi.huruf, aksi.uraian, aksi.jadwal, daftar)


def baris_tim(isi: IsiRencana) -> Iterator[tuple[Nilai, ...]]:
    for tim in isi.tim:
        for a in tim.anggota:
            yield a.nomor, a.nama, a.nip, a.jabatan, a.peran


def _polos(nilai: Any) -> str:
    """Dates and exact numbers as text."""
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, Decimal):
        return str(nilai)
    raise TypeError(type(nilai).__name__)
