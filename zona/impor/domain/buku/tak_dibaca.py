"""What is typed in a workbook and not taken: said by column, with its cells and why. Pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.domain.baris_xlsx import Baris
from rencana_aksi.domain.sunting.urutan import huruf
from rencana_aksi.enums import Status
from zona.impor.domain.buku.susun import KerjaBuku, huruf_baris

DISEBUT = 8
"""Cells that are named of a column."""
PELAKSANAAN = "rencana baru mulai tanpa catatan pelaksanaan; catat di aplikasi setelah rencananya ditetapkan"
DIHITUNG = "dihitung aplikasi dari bukti yang diterima"
LEMBAR_BUKTI = f"bukti ditulis di lembar {kolom.BUKTI_FISIK}"
SAAT_DITETAPKAN = "nomor dan tanggal SK dicatat saat rencana ditetapkan"
BARU: Mapping[str, Mapping[str, str]] = {
    kolom.SELURUHNYA: {
        kolom.STATUS: PELAKSANAAN, kolom.REALISASI: PELAKSANAAN, kolom.BUKTI: LEMBAR_BUKTI,
        kolom.TERPENUHI: DIHITUNG, kolom.DIBUTUHKAN: DIHITUNG,
    },
    kolom.BUKTI_FISIK: {kolom.KEADAAN: DIHITUNG, kolom.TERPENUHI: DIHITUNG, kolom.DIBUTUHKAN: DIHITUNG},
}  # fmt: skip
"""Columns that a new plan takes nothing of, and why."""
KEPALA_BARU = {kolom.NOMOR_SK: SAAT_DITETAPKAN, kolom.TANGGAL_SK: SAAT_DITETAPKAN}
TERSEMBUNYI = (
    kolom.KUNCI_KERJA, kolom.KUNCI_AKSI, kolom.KUNCI_PELAKSANAAN, kolom.KUNCI_SYARAT, kolom.MAKNA, kolom.TERTULIS,
)  # fmt: skip
"""Nobody types there."""
DIAMBIL: Mapping[str, Sequence[str]] = {
    kolom.SELURUHNYA: (
        kolom.PENGUNGKIT, kolom.NO, kolom.KERJA, kolom.HURUF, kolom.AKSI, kolom.JADWAL, kolom.MULAI, kolom.TEMPO,
        kolom.PENANGGUNG_JAWAB,
    ),
    kolom.BUKTI_FISIK: (
        kolom.PENGUNGKIT, kolom.NO, kolom.KERJA, kolom.HURUF, kolom.AKSI, kolom.BUKTI, kolom.TIAP,
    ),
}  # fmt: skip
"""Columns that a plan is made of."""


def kolom_asing(nama: str, baris: Sequence[Baris]) -> Iterator[str]:
    """Of columns that no workbook of ours has, with or without a heading."""
    dikenal = {*DIAMBIL[nama], *BARU[nama], *TERSEMBUNYI}
    menurut = {ke: judul for judul, ke in baris[0].letak.items()} if baris else {}
    for ke in range(max((len(b.nilai) for b in baris), default=0)):
        judul = menurut.get(ke)
        if judul not in dikenal:
            sel = [b.lembar.sel(b.nomor, ke) for b in baris if ke < len(b.nilai) and b.nilai[ke] is not None]
            yield from _kalimat(nama, judul, sel, "kolom ini bukan kolom buku kerja")


def kolom_baru(nama: str, baris: Sequence[Baris]) -> Iterator[str]:
    """Of the columns that a new plan takes nothing of. A state that it will have anyway is none."""
    for judul, alasan in BARU[nama].items():
        sel = [
            b.sel(judul)
            for b in baris
            if b[judul] is not None and (judul, b.teks(judul).lower()) != (kolom.STATUS, Status.BELUM.label.lower())
        ]
        yield from _kalimat(nama, judul, sel, alasan)


def kepala_baru(baris: Iterable[Baris]) -> Iterator[str]:
    """Of the sheet Rencana."""
    for b in baris:
        if (alasan := KEPALA_BARU.get(b.teks(kolom.BAGIAN))) and b[kolom.ISI] is not None:
            yield f"{b.sel(kolom.ISI)} ({b.teks(kolom.BAGIAN)}) tidak diambil: {alasan}."


def urutan_baru(per_area: Iterable[Sequence[KerjaBuku]]) -> Iterator[str]:
    """Of numbers and letters that are not those which the order gives."""
    nomor: list[str] = []
    tanda: list[str] = []
    for semua in per_area:
        antre = 0
        for k in semua:
            tertulis = [b.baris for b in k.baris if b.baris[kolom.NO] is not None]
            antre += bool(tertulis)
            nomor += [b.sel(kolom.NO) for b in tertulis if b.teks(kolom.NO).strip(" .") != str(antre)]
            for i, a in enumerate(k.aksi):
                tanda += [b.baris.sel(kolom.HURUF) for b in a.baris if huruf_baris(b.baris) not in ("", huruf(i))]
    yield from _kalimat(kolom.SELURUHNYA, kolom.NO, nomor, "nomornya mengikuti urutan barisnya")
    yield from _kalimat(kolom.SELURUHNYA, kolom.HURUF, tanda, "hurufnya mengikuti urutan barisnya")


def _kalimat(nama: str, judul: str | None, sel: Sequence[str], alasan: str) -> Iterator[str]:
    if sel:
        di = [satu.rpartition("!")[2] for satu in sel]
        lagi = f", dan {len(di) - DISEBUT} sel lagi" if len(di) > DISEBUT else ""
        sebut = f"kolom {judul}" if judul else "kolom tanpa judul"
        yield f"{nama}, {sebut} ({', '.join(di[:DISEBUT])}{lagi}) tidak diambil: {alasan}."
