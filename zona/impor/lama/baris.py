"""What each row under the headings is: part of the plan, a heading between, or nothing of it, with the reason. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from zona.impor.lama.area import kenali_area
from zona.impor.lama.judul import Judul, baris_nomor, judul_di, nilai_judul, sama_judul
from zona.impor.lama.kamus import AKSI, BUKTI, HURUF, JADWAL, KERJA, LEWAT, MULAI, NO, PENANGGUNG, PERIODE, TEMPO
from zona.impor.lama.kolom import PENOMORAN
from zona.impor.lama.lembar import BarisLama, LembarLama
from zona.impor.lama.peta import Peta
from zona.inti.waktu import BULAN


class Jenis(Enum):
    ISI = auto()
    BAGIAN = auto()
    LEWAT = auto()


@dataclass(frozen=True, slots=True)
class BarisTerbaca:
    """`kata`: of a heading between rows, its words; of a row left out, the reason."""

    baris: BarisLama
    jenis: Jenis
    kata: str = ""


_JUMLAH = re.compile(r"^(?:jumlah|total|sub ?total|grand total|rata ?-?rata|rekapitulasi|persentase)\b", re.IGNORECASE)
_CATATAN = re.compile(r"^(?:catatan|keterangan|ket|sumber|nb|note|\*+)\s*[:.)*]", re.IGNORECASE)
_TANDA_TANGAN = re.compile(
    r"^(?:(?:mengetahui|menyetujui|disetujui|disahkan|ditetapkan di|dibuat di|disusun oleh|dibuat oleh|ttd\b|nip\b).*|"
    r"(?:kepala|ketua|penanggung ?jawab|pejabat)\b.*,)$",
    re.IGNORECASE,
)
_TEMPAT_TANGGAL = re.compile(
    rf"^[A-Z][\w .'-]{{2,40}}, +(?:\d{{1,2}}|[.…_]+)? *(?:{'|'.join(BULAN)}) +20\d\d$", re.IGNORECASE
)
PENTING = (AKSI, BUKTI, JADWAL, MULAI, TEMPO, PENANGGUNG, *PERIODE)
NOMOR = (NO, HURUF)


def golongkan(lembar: LembarLama, judul: Judul, peta: Peta) -> Iterator[BarisTerbaca]:
    """The rows below the headings, in order. A signature block ends the table, unless its headings come again; another
    table with other headings is left out from there on."""
    berhenti = ""
    for b in lembar.baris:
        if b.nomor <= judul.akhir or not (kata := b.kata):
            continue
        if sama_judul(b, judul):
            berhenti = ""
            yield BarisTerbaca(b, Jenis.LEWAT, "judul kolom yang diulang")
        elif baris_nomor(b) and not berhenti:
            yield BarisTerbaca(b, Jenis.LEWAT, "nomor kolom")
        elif lain := _tabel_lain(lembar, b, kata):
            berhenti = lain
            yield BarisTerbaca(b, Jenis.LEWAT, berhenti)
        elif not berhenti and _tanda_tangan(b, kata, peta):
            berhenti = "blok tanda tangan"
            yield BarisTerbaca(b, Jenis.LEWAT, berhenti)
        elif berhenti and not _kepala_area(kata):
            yield BarisTerbaca(b, Jenis.LEWAT, berhenti)
        else:
            berhenti = "" if berhenti == "blok tanda tangan" else berhenti
            yield _satu(b, kata, peta) if not berhenti else BarisTerbaca(b, Jenis.LEWAT, berhenti)


def _tabel_lain(lembar: LembarLama, baris: BarisLama, kata: Sequence[str]) -> str:
    if len(kata) < 3 or max(map(len, kata)) > 60:
        return ""
    lain = judul_di(lembar, baris.nomor)
    return f"tabel lain, judul kolomnya di baris {baris.nomor}" if nilai_judul(lain) >= 240 else ""


def _tanda_tangan(baris: BarisLama, kata: Sequence[str], peta: Peta) -> bool:
    if len(kata) > 3:
        return False
    return any(_TANDA_TANGAN.match(k) or _TEMPAT_TANGGAL.match(k) for k in kata) and not _bernomor(baris, peta)


def _bernomor(baris: BarisLama, peta: Peta) -> bool:
    return any(baris.sendiri(ke) for medan in NOMOR for ke in peta.letak(medan))


def _kepala_area(kata: Sequence[str]) -> str:
    """The words of a row, where they are the heading of a pengungkit."""
    if not 1 <= len(kata) <= 3 or (len(kata) == 3 and not PENOMORAN.match(kata[0])):
        return ""
    if len(kata) > 1 and not PENOMORAN.match(kata[0]) and len(kata[1]) > 12:
        return ""
    teks = " ".join(kata)
    return " ".join(teks.split()) if kenali_area(teks, kepala=True) and not _angka_saja(kata) else ""


def _angka_saja(kata: Sequence[str]) -> bool:
    return all(PENOMORAN.match(k) for k in kata)


def _satu(b: BarisLama, kata: Sequence[str], peta: Peta) -> BarisTerbaca:
    """A row within the table."""
    awal = next((k for k in kata if not PENOMORAN.match(k)), "")
    if _JUMLAH.match(awal) and len(kata) < 8:
        return BarisTerbaca(b, Jenis.LEWAT, "baris jumlah")
    if len(kata) == 1 and _CATATAN.match(awal):
        return BarisTerbaca(b, Jenis.LEWAT, "catatan di bawah tabel")
    if bagian := _kepala_area(kata):
        return BarisTerbaca(b, Jenis.BAGIAN, bagian)
    dipakai = {ke for ke, medan in enumerate(peta.kolom) if medan != LEWAT}
    isi = dipakai & {ke for ke in b.terisi if ke in dipakai}
    tanda = {ke for ke in b.warna if ke < len(peta.kolom) and peta.kolom[ke] in PERIODE}
    if not isi and not tanda:
        return BarisTerbaca(b, Jenis.LEWAT, "hanya berisi kolom yang tidak dipakai")
    if _membentang(b, kata, peta, awal):
        return BarisTerbaca(b, Jenis.BAGIAN, " ".join(" ".join(kata).split()))
    if isi <= {ke for medan in NOMOR for ke in peta.letak(medan)} and not tanda:
        return BarisTerbaca(b, Jenis.LEWAT, "hanya berisi nomor")
    return BarisTerbaca(b, Jenis.ISI)


def _membentang(b: BarisLama, kata: Sequence[str], peta: Peta, teks: str) -> bool:
    """One text merged across what are several things: a heading between the rows, of whatever."""
    if len([k for k in kata if not PENOMORAN.match(k)]) != 1 or len(teks) > 200:
        return False
    rentang = {peta.kolom[ke] for ke in b.kanan if ke < len(peta.kolom) and b.teks(ke) == teks}
    return len(rentang & {AKSI, KERJA, *PENTING}) >= 2
