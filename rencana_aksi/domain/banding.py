"""What differs between two versions of a plan: rows added, removed, changed, moved. Pure.

A row is known again by its id; where its id is gone (a plan loaded anew), by its words in the same place. Of a changed
order the fewest rows are called moved. Number and date of the SK, the version and the letterhead are not compared.
"""

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from rencana_aksi.beku import RencanaBeku
from rencana_aksi.domain.baris_banding import JADWAL, NASKAH, TANGGAL, TIM, Butir, butir_rencana
from rencana_aksi.enums import JenisJadwal

TAMBAH, HAPUS, UBAH, PINDAH = "ditambah", "dihapus", "diubah", "dipindah"
TANPA_TANGGAL = (JenisJadwal.BERKALA.label, JenisJadwal.TANPA.label)


@dataclass(frozen=True, slots=True)
class Kolom:
    """A field that changed, in words; of an added row only `baru`, of a removed one only `lama`."""

    nama: str
    lama: str
    baru: str


@dataclass(frozen=True, slots=True)
class Beda:
    """One row. `jenis`: one of the four, or diubah and dipindah together; `dari` and `ke` of the latter."""

    kunci: str
    kelompok: str
    benda: str
    tempat: str
    teks: str
    jenis: tuple[str, ...]
    kolom: tuple[Kolom, ...]
    dari: str = ""
    ke: str = ""


@dataclass(frozen=True, slots=True)
class Bagian:
    """The differences of one pengungkit, of the plan as a whole, or of its team."""

    judul: str
    beda: tuple[Beda, ...]


@dataclass(frozen=True, slots=True)
class Banding:
    bagian: tuple[Bagian, ...]

    @property
    def beda(self) -> tuple[Beda, ...]:
        return tuple(b for bagian in self.bagian for b in bagian.beda)

    @property
    def jumlah(self) -> dict[str, int]:
        """How many rows of each kind; one both changed and moved counts in both."""
        hitung = Counter(j for b in self.beda for j in b.jenis)
        return {j: hitung[j] for j in (TAMBAH, HAPUS, UBAH, PINDAH)}


def bandingkan_rencana(lama: RencanaBeku, baru: RencanaBeku) -> Banding:
    """From `lama` to `baru`, in the order of the document; what is gone stands after what stood before it."""
    kiri, kanan = butir_rencana(lama), butir_rencana(baru)
    asal = _kenali(kiri, kanan)
    semula, pindah = {b.kunci: b for b in kiri}, _pindah(kiri, kanan, asal)
    urut: list[tuple[tuple[int, int], Beda | None]] = []
    letak: dict[str, int] = {}
    for i, b in enumerate(kanan):
        dulu = asal.get(b.kunci)
        letak[dulu or ""] = i
        urut.append(((i, -1), _kini(b, semula[dulu], asal, b.kunci in pindah) if dulu else _satu(b, TAMBAH)))
    sesudah = -1
    for i, b in enumerate(kiri):
        sesudah = letak.get(b.kunci, sesudah)
        if b.kunci not in letak:
            urut.append(((sesudah, i), _satu(b, HAPUS)))
    beda = [b for _, b in sorted(urut, key=lambda satu: satu[0]) if b]
    judul = {NASKAH: "Naskah dan bobot"}
    judul |= {p.kode: f"{p.kode}. {p.nama}" for p in (*lama.pengungkit, *baru.pengungkit)} | {TIM: "Tim kerja"}
    per = {k: tuple(b for b in beda if b.kelompok == k) for k in judul}
    return Banding(tuple(Bagian(judul[k], isi) for k, isi in per.items() if isi))


def _satu(b: Butir, jenis: str) -> Beda:
    """An added or removed row, with what it says."""
    kolom = [(n.nama, n.teks) for n in b.nilai if n.teks]
    isi = tuple(Kolom(nama, "", teks) if jenis == TAMBAH else Kolom(nama, teks, "") for nama, teks in kolom)
    return Beda(b.kunci, b.kelompok, b.benda, b.tempat, b.teks, (jenis,), _ringkas(isi))


def _kini(b: Butir, dulu: Butir, asal: dict[str, str], pindah: bool) -> Beda | None:
    """What became of a row that was there before; None where it is as it was."""
    kolom = tuple(
        Kolom(n.nama, m.teks, n.teks)
        for m, n in zip(dulu.nilai, b.nilai, strict=True)
        if m.dibanding != (asal.get(str(n.arti), n.arti) if n.rujukan else n.dibanding)
    )
    jenis = ((UBAH,) if kolom else ()) + ((PINDAH,) if pindah else ())
    if not jenis:
        return None
    dari, ke = (dulu.letak, b.letak) if pindah else ("", "")
    return Beda(b.kunci, b.kelompok, b.benda, b.tempat, b.teks, jenis, _ringkas(kolom), dari, ke)


def _ringkas(kolom: tuple[Kolom, ...]) -> tuple[Kolom, ...]:
    """Without the days of a schedule where its words say just these, or there are none."""
    per = {k.nama: k for k in kolom}
    kata, hari = per.get(JADWAL), per.get(TANGGAL)
    if not kata or not hari:
        return kolom
    sama = all(h in ("", k, *TANPA_TANGGAL) for k, h in ((kata.lama, hari.lama), (kata.baru, hari.baru)))
    return tuple(k for k in kolom if k is not hari) if sama else kolom


def _kenali(kiri: list[Butir], kanan: list[Butir]) -> dict[str, str]:
    """The old key of each new row that was there before."""
    lama = {b.kunci for b in kiri}
    asal = {b.kunci: b.kunci for b in kanan if b.kunci in lama}
    sisa: dict[tuple[str, str, str], list[str]] = {}
    for b in kiri:
        if b.kunci not in asal:
            sisa.setdefault((b.benda, b.induk, b.teks), []).append(b.kunci)
    for b in kanan:  # parents first: what they hold is looked for under their old key
        calon = sisa.get((b.benda, asal.get(b.induk, b.induk), b.teks))
        if b.kunci not in asal and calon:
            asal[b.kunci] = calon.pop(0)
    return asal


def _pindah(kiri: list[Butir], kanan: list[Butir], asal: dict[str, str]) -> set[str]:
    """New keys of the rows that stand under another parent, or out of the order they had."""
    letak = {b.kunci: (b.induk, i) for i, b in enumerate(kiri)}
    pindah: set[str] = set()
    saudara: dict[tuple[str, str], list[Butir]] = {}
    for b in (b for b in kanan if b.berurut and b.kunci in asal):
        if letak[asal[b.kunci]][0] == asal.get(b.induk, b.induk):
            saudara.setdefault((b.benda, b.induk), []).append(b)
        else:
            pindah.add(b.kunci)
    for baris in saudara.values():
        tetap = terpanjang([letak[asal[b.kunci]][1] for b in baris])
        pindah |= {b.kunci for i, b in enumerate(baris) if i not in tetap}
    return pindah


def terpanjang(urut: list[int]) -> set[int]:
    """Places of a longest increasing run: these stayed, the others moved."""
    ekor: list[int] = []  # by length of the run, the place of its smallest end
    ujung: list[int] = []  # and that end itself
    sebelum: list[int] = []
    for i, nilai in enumerate(urut):
        panjang = bisect_left(ujung, nilai)
        sebelum.append(ekor[panjang - 1] if panjang else -1)
        ekor[panjang : panjang + 1], ujung[panjang : panjang + 1] = [i], [nilai]
    tetap: set[int] = set()
    i = ekor[-1] if ekor else -1
    while i >= 0:
        tetap.add(i)
        i = sebelum[i]
    return tetap
