"""What stands under each key of a workbook: the plan it was written from, or where that is not known the plan as it is
here. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rencana_aksi.domain.baris_xlsx import Baris
from rencana_aksi.domain.masalah import Masalah
from rencana_aksi.domain.sunting.urutan import huruf
from zona.impor.isi import IsiAksi, IsiKerja, IsiPelaksanaan, IsiProgram, IsiRencana, IsiSyarat
from zona.impor.kenali import kata
from zona.inti.xlsx import bersihkan


@dataclass(slots=True)
class Dasar:
    """Rows by key; of a rencana kerja also its pengungkit, of an action its letter, of evidence its action.
    `nama_area`: codes of the six by their names, as `kata` compares them."""

    tahun: int
    program: dict[int, IsiProgram] = field(default_factory=dict)
    kerja: dict[int, IsiKerja] = field(default_factory=dict)
    aksi: dict[int, IsiAksi] = field(default_factory=dict)
    pelaksanaan: dict[int, IsiPelaksanaan] = field(default_factory=dict)
    syarat: dict[int, IsiSyarat] = field(default_factory=dict)
    huruf: dict[int, str] = field(default_factory=dict)
    area_kerja: dict[int, str] = field(default_factory=dict)
    aksi_syarat: dict[int, int | None] = field(default_factory=dict)
    area: tuple[str, ...] = ()
    urutan: dict[tuple[type, int], int] = field(default_factory=dict)
    nama_area: Mapping[str, str] = field(default_factory=dict)


def susun_dasar(isi: IsiRencana, tahun: int, nama_area: Mapping[str, str]) -> Dasar:
    """The rows of a plan by their keys."""
    d = Dasar(tahun, area=tuple(p.kode for p in isi.pengungkit), nama_area=nama_area)
    for p in isi.pengungkit:
        d.program |= {g.kunci: g for g in p.program if g.kunci is not None}
        for k in p.kerja:
            _kerja(d, k, p.kode)
    for satu in (d.program, d.kerja, d.aksi, d.syarat):
        d.urutan |= {(type(b), kunci): i for i, (kunci, b) in enumerate(satu.items())}
    return d


def _kerja(d: Dasar, k: IsiKerja, area: str) -> None:
    if k.kunci is None:
        return
    d.kerja[k.kunci], d.area_kerja[k.kunci] = k, area
    for i, a in enumerate(k.aksi):
        if a.kunci is None:
            continue
        d.aksi[a.kunci] = a
        d.huruf[a.kunci] = huruf(i) if len(k.aksi) > 1 else ""
        d.pelaksanaan |= {p.kunci: p for p in a.pelaksanaan if p.kunci is not None}
    for s in k.syarat:
        if s.kunci is not None:
            d.syarat[s.kunci] = s
            d.aksi_syarat[s.kunci] = k.aksi[s.aksi].kunci if s.aksi is not None else None


def setia(teks: str, dasar: str) -> str:
    """The words as they stood where a cell only lost what a cell cannot hold: blanks around it, control characters."""
    return dasar if teks == tertulis(dasar) else teks


def tertulis(teks: str) -> str:
    """Text as a cell gives it back."""
    return bersihkan(teks).strip()


def satu_kata(baris: Sequence[Baris], judul: str, dasar: str | None, masalah: list[Masalah]) -> tuple[str, Baris]:
    """What rows of the same thing say in a column, and the row that says it. One that was changed counts for all; an
    empty cell says nothing, unless all are. Two that were changed to different words are a problem."""
    isi: dict[str, Baris] = {}
    for b in baris:
        if teks := b.teks(judul):
            isi.setdefault(teks, b)
    if dasar is not None:
        lama = tertulis(dasar)
        berubah = {teks: b for teks, b in isi.items() if teks != lama}
        if not berubah and isi:
            return dasar, isi[lama]
        isi = berubah
    if len(isi) > 1:
        (satu, awal), (lain, kedua) = list(isi.items())[:2]
        masalah.append(
            Masalah(
                kedua.sel(judul),
                f'"{_ringkas(lain)}" berbeda dari "{_ringkas(satu)}" di {awal.sel(judul)}, padahal barisnya sama; '
                "samakan keduanya, atau kosongkan sel kunci di ujung kanan bila ini baris baru",
            )
        )
    return next(iter(isi.items()), ("", baris[0]))


def _ringkas(teks: str) -> str:
    return teks if len(teks) <= 40 else f"{teks[:39]}…"


def kunci(baris: Baris, judul: str, masalah: list[Masalah]) -> int | None:
    """The key in a hidden cell; what is no whole number is a problem."""
    nilai = baris.bulat(judul)
    if nilai is None or (isinstance(nilai, int) and not isinstance(nilai, bool)):
        return nilai
    masalah.append(Masalah(baris.sel(judul), f'"{nilai}" bukan kunci; kosongkan sel ini, atau unduh buku yang baru'))
    return None


def sama(satu: str, lain: str) -> bool:
    """The same words, whatever their case and blanks."""
    return kata(satu) == kata(lain)


def kode_area(baris: Baris, judul: str, d: Dasar, masalah: list[Masalah]) -> str:
    """I of "I. Manajemen Perubahan", "i" or "Manajemen Perubahan"; empty where the cell is. Another is a problem."""
    teks = baris.teks(judul)
    kode = d.nama_area.get(kata(teks)) or teks.partition(".")[0].strip().upper()
    if kode and kode not in d.area:
        alasan = f'pengungkit "{_ringkas(teks)}" tidak dikenal; tulis {", ".join(d.area)}, atau namanya'
        masalah.append(Masalah(baris.sel(judul), alasan))
        return ""
    return kode
