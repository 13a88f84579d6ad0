"""Rencana kerja, actions and evidence while their rows are being read, and what they become. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from zona.impor.isi import IsiAksi, IsiKerja, IsiSyarat, tertib
from zona.impor.lama.waktu import Tanda, Waktu, dari_tanda, dari_tanggal, dari_teks
from zona.inti.xlsx import Nilai


@dataclass(frozen=True, slots=True)
class Catatan:
    """Something to be told about a cell."""

    sel: str
    pesan: str


@dataclass(frozen=True, slots=True)
class SelWaktu:
    """What a row says of time."""

    teks: str = ""
    mulai: Nilai = None
    tempo: Nilai = None
    tanda: tuple[Tanda, ...] = ()


@dataclass(slots=True)
class AksiLama:
    """`baris`: how many rows of the sheet it took; `orang`: who answers, as written; `letak`: the cells that
    say when and who, as in isi.py."""

    uraian: str
    tanda: str
    sel: str
    waktu: list[SelWaktu] = field(default_factory=list)
    orang: list[str] = field(default_factory=list)
    letak: dict[str, str] = field(default_factory=dict)

    def sama(self, uraian: str, tanda: str) -> bool:
        """Whether a row below names it again."""
        return self.uraian == uraian and (tanda or self.tanda) == self.tanda


@dataclass(slots=True)
class BuktiLama:
    """`aksi`: place of the action in whose row it stands; `bersama`: its cell goes on beside the next action."""

    teks: str
    aksi: int | None
    sel: str
    bersama: bool = False


@dataclass(slots=True)
class KerjaLama:
    """`sendiri`: what the row said that names it without naming an action."""

    uraian: str
    nomor: str
    sel: str
    aksi: list[AksiLama] = field(default_factory=list)
    bukti: list[BuktiLama] = field(default_factory=list)
    sendiri: AksiLama | None = None


@dataclass(frozen=True, slots=True)
class Cara:
    """How the sheet is put together. `bukti_aksi`: evidence in an action's row is that action's."""

    tahun: int
    berwaktu: bool
    berorang: bool
    bernomor: bool
    bukti_aksi: bool


def jadi_kerja(kerja: KerjaLama, cara: Cara, catatan: list[Catatan]) -> IsiKerja:
    """The row with its actions; one that names none is its own action."""
    aksi = kerja.aksi or [kerja.sendiri or AksiLama(kerja.uraian, "", kerja.sel)]
    syarat = [
        IsiSyarat(None, b.teks, b.aksi if cara.bukti_aksi and not b.bersama else None, sel=b.sel) for b in kerja.bukti
    ]
    if len(aksi) == 1 and cara.bukti_aksi:
        syarat = [replace(s, aksi=0) for s in syarat]
    return IsiKerja(
        None,
        bool(kerja.nomor) or not cara.bernomor,
        kerja.uraian,
        tuple(_jadi_aksi(a, cara, catatan) for a in aksi),
        tertib(syarat),
        kerja.sel,
    )


def _jadi_aksi(aksi: AksiLama, cara: Cara, catatan: list[Catatan]) -> IsiAksi:
    orang = ", ".join(dict.fromkeys(o for o in aksi.orang if o))
    isi = IsiAksi(None, aksi.uraian, penanggung_jawab=orang if cara.berorang else None, sel=aksi.sel, letak=aksi.letak)
    if not cara.berwaktu:
        return isi
    waktu = waktu_aksi(aksi.waktu, cara.tahun)
    if waktu.masalah:
        catatan.append(Catatan(isi.sel_di("jadwal"), f'Jadwal "{waktu.teks}" disimpan sebagai kata: {waktu.masalah}'))
    if waktu.catatan:
        catatan.append(Catatan(isi.sel_di("jadwal"), waktu.catatan))
    return replace(isi, jadwal_teks=waktu.teks, jadwal=waktu.jadwal, masalah_jadwal=waktu.masalah)


def waktu_aksi(sel: Sequence[SelWaktu], tahun: int) -> Waktu:
    """Words first, and what dates or marks beside them mean where the words do not tell or tell something else."""
    kata = dari_teks([s.teks for s in sel], tahun)
    lain = dari_tanggal([(s.mulai, s.tempo) for s in sel], tahun) or dari_tanda(
        list(dict.fromkeys(t for s in sel for t in s.tanda)), tahun
    )
    if lain is None:
        return kata
    if not kata.teks:
        return lain
    if lain.jadwal is None or (kata.jadwal and kata.jadwal.kejadian == lain.jadwal.kejadian):
        return kata
    beda = (
        f'Jadwal "{kata.teks}" dan kolom tanggal atau bulannya berbeda; tanggalnya yang dipakai.' if kata.jadwal else ""
    )
    return Waktu(kata.teks, lain.jadwal, catatan=" ".join(filter(None, (beda, lain.catatan))))
