"""What a whole workbook is taken for at first sight: which sheets hold a plan, their headings, their columns. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from zona.impor.lama.hasil import LembarDipakai
from zona.impor.lama.judul import Judul, cari_judul, judul_di
from zona.impor.lama.kamus import AKSI, KERJA
from zona.impor.lama.kolom import Usul, usul_kolom
from zona.impor.lama.lembar import LembarLama
from zona.impor.lama.peta import Peta, peta_usul


@dataclass(frozen=True, slots=True)
class LembarUsul:
    """A sheet with its headings, found or pointed at (None: neither), and a proposal for each of its columns."""

    lembar: LembarLama
    judul: Judul | None
    usul: tuple[Usul, ...] = ()

    @property
    def peta(self) -> Peta:
        return peta_usul(self.usul)

    @property
    def memuat_rencana(self) -> bool:
        """Whether it looks like a plan, so that it is read unless somebody says otherwise."""
        return not self.lembar.tersembunyi and bool({u.medan for u in self.usul} & {KERJA, AKSI})

    def dipakai(self, peta: Peta | None = None) -> LembarDipakai:
        """Raises ValueError where it has no headings."""
        if self.judul is None:
            raise ValueError(f"lembar {self.lembar.nama} tanpa judul")
        return LembarDipakai(self.lembar, self.judul, peta or self.peta)


def usulkan(lembar: LembarLama, baris_judul: int | None = None) -> LembarUsul:
    """`baris_judul`: the row a person pointed at as the first of the headings."""
    judul = cari_judul(lembar) if baris_judul is None else judul_di(lembar, baris_judul)
    if judul is None or not judul.kolom:
        return LembarUsul(lembar, None)
    return LembarUsul(lembar, judul, usul_kolom(judul, [b for b in lembar.baris if b.nomor > judul.akhir]))


def kelompokkan(semua: Sequence[LembarUsul]) -> list[list[LembarUsul]]:
    """Sheets with the same headings together: their columns are chosen once."""
    kelompok: dict[str, list[LembarUsul]] = {}
    for satu in semua:
        if satu.judul:
            kelompok.setdefault(satu.judul.sidik, []).append(satu)
    return list(kelompok.values())
