"""An old spreadsheet as it was mapped: the plan it gives, with the people of the office, and all to be said of it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rencana_aksi.queries.periksa.jadwal import tahun_lain
from zona.impor.isi import IsiAksi, IsiRencana
from zona.impor.lama.hasil import Lewat
from zona.impor.lama.lembar import dari_json
from zona.impor.lama.orang import cocokkan
from zona.impor.lama.pilihan import kelompok_lembar, pilihan_dari_json, susun_kelompok
from zona.impor.lama.rakit import Catatan
from zona.impor.models import BerkasLama
from zona.impor.queries.lama import TempatLama, tahun_bertim, tim_orang

BATAS_SEL = 6


@dataclass(frozen=True, slots=True)
class BacaanLama:
    """`tentang`: sentences about the file as a whole. `orang`: ids by name. `tim_dari`: the year whose team may be
    taken over, None where this year has one, or no year has. `di_luar`: years other than the plan's that schedules
    name, with how many actions name them; `aksi_di_luar`: how many actions that is, as the plan check will count."""

    isi: IsiRencana
    orang: dict[str, int]
    catatan: tuple[Catatan, ...]
    lewat: tuple[Lewat, ...]
    tentang: tuple[str, ...]
    tim_dari: int | None
    di_luar: tuple[tuple[int, int], ...]
    aksi_di_luar: int

    @property
    def jumlah(self) -> dict[str, int]:
        kerja = [k for p in self.isi.pengungkit for k in p.kerja]
        aksi = [a for k in kerja for a in k.aksi]
        return {
            "kerja": len(kerja),
            "aksi": len(aksi),
            "bukti": sum(len(k.syarat) for k in kerja),
            "tanpa_jadwal": sum(1 for a in aksi if not a.jadwal_teks),
            "sebagai_kata": sum(bool(a.masalah_jadwal) for a in aksi),
            "berorang": sum(bool(a.penanggung_jawab) for a in aksi),
        }

    @property
    def catatan_tampil(self) -> list[tuple[str, str, int]]:
        """What is to be told, each once: the cells it is about (the first of them), the sentence, how many more."""
        sel: dict[str, list[str]] = {}
        for c in self.catatan:
            sel.setdefault(c.pesan, []).append(c.sel)
        return [(", ".join(s[:BATAS_SEL]), pesan, len(s[BATAS_SEL:])) for pesan, s in sel.items()]

    @property
    def banyak_dilihat(self) -> int:
        """How many lines there are to look at."""
        return len(self.tentang) + len(self.catatan_tampil)

    @property
    def tahun_lain(self) -> int | None:
        """The year that most schedules name, where it is another one."""
        banyak, tahun = max(((n, tahun) for tahun, n in self.di_luar), default=(0, 0))
        return tahun if 2 * banyak > self.jumlah["aksi"] - self.jumlah["tanpa_jadwal"] else None

    @property
    def keterangan(self) -> list[str]:
        """Everything said of the file, as sentences that are kept."""
        lewat = [f"{x.lembar}, {x.tempat}: {x.alasan}{f' ({x.teks})' if x.teks else ''}" for x in self.lewat]
        return [*self.tentang, *(f"{c.sel}: {c.pesan}" for c in self.catatan), *lewat]


def bacaan_lama(berkas: BerkasLama, tempat: TempatLama) -> BacaanLama:
    """Two queries."""
    buku, pilihan = dari_json(berkas.isi), pilihan_dari_json(berkas.pilihan or {})
    susunan = susun_kelompok(kelompok_lembar(buku, pilihan, {}), berkas.tahun)
    dari = tahun_bertim(tempat.satker, berkas.tahun)
    tak_dibaca = [f'Lembar "{x.nama}" tidak dibaca.' for i, x in enumerate(buku.lembar) if i not in pilihan.judul]
    isi, orang, tak_temu = cocokkan(susunan.isi, tim_orang(tempat.satker, dari))
    return BacaanLama(
        isi,
        orang,
        (*susunan.catatan, *tak_temu),
        tuple(susunan.lewat),
        (*buku.keterangan, *tak_dibaca),
        None if dari == berkas.tahun else dari,
        *di_luar(isi, berkas.tahun),
    )


def di_luar(isi: IsiRencana, tahun: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """Other years that schedules name with how many actions name them, and how many actions that is."""
    semua = [lain for a in _aksi(isi) if (lain := tahun_lain(_jangka(a), tahun))]
    return tuple(sorted(Counter(satu for lain in semua for satu in lain).items())), len(semua)


def _aksi(isi: IsiRencana) -> Iterator[IsiAksi]:
    return (a for p in isi.pengungkit for k in p.kerja for a in k.aksi)


def _jangka(aksi: IsiAksi) -> Iterator[tuple[date, date]]:
    """The windows its schedule gives."""
    kejadian = aksi.jadwal.kejadian if aksi.jadwal else ()
    return ((k.mulai, k.jatuh_tempo) for k in kejadian if k.mulai and k.jatuh_tempo)
