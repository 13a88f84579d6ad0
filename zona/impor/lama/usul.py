"""What a whole workbook is taken for at first sight: which sheets hold a plan, their headings, their columns. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from zona.impor.lama.hasil import LembarDipakai
from zona.impor.lama.judul import Judul, cari_judul, judul_di
from zona.impor.lama.kamus import AKSI, KERJA
from zona.impor.lama.kolom import Usul, usul_kolom
from zona.impor.lama.lembar import BukuLama, LembarLama
from zona.impor.lama.peta import Peta, peta_usul
from zona.inti.errors import DomainError


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


def pastikan_berbaris(buku: BukuLama) -> None:
    """Raise DomainError where nothing stands below the headings: of every sheet that looks like a plan, or, where none
    does, of every sheet."""
    semua = [usulkan(lembar) for lembar in buku.lembar]
    rencana = [u for u in semua if u.memuat_rencana]
    if any(_berbaris(u) for u in rencana or semua):
        return
    letak = ", ".join(f"lembar {u.lembar.nama} (judul di baris {_judul(u)})" for u in rencana or semua)
    lagi = " Bila rencananya ada di lembar lain, hapus lembar itu dahulu." if len(semua) > len(rencana) > 0 else ""
    raise DomainError(
        f"Tidak ada baris di bawah judul kolomnya: {letak}. Isi baris-baris rencananya, lalu unggah lagi.{lagi}"
    )


def _judul(u: LembarUsul) -> int:
    return u.judul.baris if u.judul else u.lembar.baris[0].nomor


def _berbaris(u: LembarUsul) -> bool:
    """A sheet without known headings begins with them."""
    akhir = u.judul.akhir if u.judul else _judul(u)
    return any(b.nomor > akhir and b.terisi for b in u.lembar.baris)


def kelompokkan(semua: Sequence[LembarUsul]) -> list[list[LembarUsul]]:
    """Sheets with the same headings together: their columns are chosen once."""
    kelompok: dict[str, list[LembarUsul]] = {}
    for satu in semua:
        if satu.judul:
            kelompok.setdefault(satu.judul.sidik, []).append(satu)
    return list(kelompok.values())
