"""Which changes need which others, and what is under a row. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from zona.impor.butir import Butir
from zona.impor.isi import AKSI, KERJA, PELAKSANAAN, SYARAT
from zona.impor.perubahan import HAPUS, PINDAH, TAMBAH, UBAH, Perubahan


def pemegang(b: Butir) -> tuple[str, ...]:
    """What a row goes along with: its rencana kerja, its action."""
    if b.benda == SYARAT and b.nilai[1].arti:
        return b.induk, b.nilai[1].arti
    return (b.induk,) if b.benda in (AKSI, SYARAT, PELAKSANAAN) else ()


class Silsilah:
    """What is under each row of a plan."""

    def __init__(self, semua: Iterable[Butir]) -> None:
        self.anak: dict[str, list[str]] = defaultdict(list)
        self.ada = set()
        for b in semua:
            self.ada.add(b.acuan)
            for satu in pemegang(b):
                self.anak[satu].append(b.acuan)

    def bawah(self, acuan: str) -> list[str]:
        """The row itself, where it is there, and all under it, each once."""
        hasil = dict.fromkeys([acuan] if acuan in self.ada else [])
        antre = list(hasil)
        for satu in antre:
            baru = [n for n in self.anak.get(satu, ()) if n not in hasil]
            hasil |= dict.fromkeys(baru)
            antre += baru
        return list(hasil)


def beri_perlu(
    semua: Sequence[Perubahan], kini: Mapping[str, Butir], berkas: Mapping[str, Butir], di_kini: Silsilah
) -> Iterator[Perubahan]:
    """The changes with the codes of those they need."""
    tambah = {p.acuan: p.kode for p in semua if p.jenis == TAMBAH}
    jadwal = {p.acuan: p.kode for p in semua if p.jenis == UBAH and any(u.kolom == "jadwal" for u in p.kolom)}
    keluar = {p.acuan: p.kode for p in semua if _keluar(p)}
    aksi_baru: dict[str, list[Perubahan]] = defaultdict(list)
    for p in semua:
        if p.jenis == TAMBAH and p.benda == AKSI:
            aksi_baru[p.induk].append(p)
    for p in semua:
        perlu = [tambah[p.induk]] if p.jenis in (TAMBAH, PINDAH) and p.induk in tambah else []
        if p.benda == SYARAT and p.jenis in (TAMBAH, UBAH):
            perlu += [tambah[u.nilai] for u in p.kolom if u.kolom == "aksi" and u.nilai in tambah]
        if p.jenis == HAPUS:  # what leaves it leaves first, else it would go along
            perlu += [keluar[n] for n in di_kini.bawah(p.acuan) if n in keluar]
        if p.benda == PELAKSANAAN and p.jenis == UBAH and _menunggu_jadwal(p, kini, berkas):
            perlu += [peta[p.induk] for peta in (tambah, jadwal) if p.induk in peta]
        if p.benda == KERJA and p.jenis == TAMBAH:
            aksi = aksi_baru[p.acuan]
            pertama = next((a for a in aksi if a.dapat), aksi[0] if aksi else None)
            perlu += [pertama.kode] if pertama else []
            if pertama is None and not p.halangan:
                p = replace(p, halangan="Rencana kerja baru memerlukan paling sedikit satu rencana aksi.")
        yield replace(p, perlu=tuple(dict.fromkeys(perlu))) if perlu else p


def _keluar(p: Perubahan) -> bool:
    """It takes the row out of what holds it."""
    return p.jenis == PINDAH or (p.benda == SYARAT and p.jenis == UBAH and any(u.kolom == "aksi" for u in p.kolom))


def _menunggu_jadwal(p: Perubahan, kini: Mapping[str, Butir], berkas: Mapping[str, Butir]) -> bool:
    b, k = berkas[p.acuan], kini.get(p.acuan)
    return k is None or (b.isi.mulai, b.isi.jatuh_tempo) != (k.isi.mulai, k.isi.jatuh_tempo)
