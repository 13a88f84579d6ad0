"""What a schedule as typed would mean, and do: shown before anything is saved. Reads, never writes."""

from dataclasses import dataclass
from datetime import date

from rencana_aksi.domain.jadwal import Kejadian
from rencana_aksi.domain.jadwal_teks import Terbaca, baca_teks
from rencana_aksi.domain.jadwal_ubah import SEBAGAI_KATA, Usulan, sebut, usulkan_jadwal
from rencana_aksi.models import RencanaAksi
from zona.inti.libur import HARI, alasan_libur

BANYAK_TERLIHAT = 16
TETAP, TAMBAH, HAPUS, DITAHAN = "tetap", "tambah", "hapus", "ditahan"
KATA = {TAMBAH: "baru", HAPUS: "dihapus", DITAHAN: "dipertahankan"}
AKIBAT = {TETAP: "tetap", **KATA}


@dataclass(frozen=True, slots=True)
class BarisPratinjau:
    """An occurrence in words, what becomes of it, and what is odd about its date."""

    teks: str
    nasib: str
    kata: str
    catatan: str


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """`terbaca` says what was understood or why not. `usulan` is what it does to an action there is."""

    terbaca: Terbaca
    baris: list[BarisPratinjau]
    usulan: Usulan | None = None

    @property
    def awal(self) -> list[BarisPratinjau]:
        return self.baris[:BANYAK_TERLIHAT]

    @property
    def sisa(self) -> list[BarisPratinjau]:
        return self.baris[BANYAK_TERLIHAT:]

    @property
    def akibat(self) -> str:
        """What saving does to the occurrences there are: "8 tetap, 2 baru, 1 dihapus"; empty for a new action."""
        if self.usulan is None:
            return ""
        nasib = [b.nasib for b in self.baris]
        return ", ".join(f"{nasib.count(n)} {kata}" for n, kata in AKIBAT.items() if n in nasib)

    @property
    def ditahan(self) -> bool:
        return any(b.nasib == DITAHAN for b in self.baris)


def pratinjau(teks: str, tahun: int, aksi: RencanaAksi | None = None) -> Pratinjau:
    """Read the words; for an action there is, tell what saving them would do (three queries): where they are not
    understood, saving them as words."""
    terbaca = baca_teks(teks, tahun)
    if aksi is None:
        return Pratinjau(terbaca, _baris([(k, TETAP) for k in terbaca.kejadian], tahun))
    usulan = usulkan_jadwal(aksi, terbaca.jadwal or SEBAGAI_KATA)
    r = usulan.rancangan
    nasib = [(k, TAMBAH) for k in r.tambah]
    nasib += [(t.kejadian, n) for n, isi in ((TETAP, r.tetap), (HAPUS, r.hapus), (DITAHAN, r.ditahan)) for t in isi]
    return Pratinjau(terbaca, _baris(nasib, tahun), usulan)


def _baris(nasib: list[tuple[Kejadian, str]], tahun: int) -> list[BarisPratinjau]:
    """In order of due date, the undated last."""
    nasib.sort(key=lambda satu: (satu[0].jatuh_tempo or date.max, satu[0].mulai or date.max))
    return [BarisPratinjau(_sebut(k), n, KATA.get(n, ""), _catatan(k, tahun)) for k, n in nasib]


def _sebut(k: Kejadian) -> str:
    """A single day with its weekday: "Rabu, 25 Januari 2023"."""
    hari = f"{HARI[k.mulai.weekday()]}, " if k.mulai and k.mulai == k.jatuh_tempo else ""
    return f"{hari}{sebut(k)}"


def _catatan(k: Kejadian, tahun: int) -> str:
    if k.mulai is None or k.jatuh_tempo is None:
        return ""
    luar = f"di luar tahun {tahun}" if tahun not in (k.mulai.year, k.jatuh_tempo.year) else ""
    libur = alasan_libur(k.mulai) if k.mulai == k.jatuh_tempo else ""
    return ", ".join(filter(None, (luar, libur)))
