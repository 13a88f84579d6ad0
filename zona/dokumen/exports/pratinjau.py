"""A section as it will be printed, while it is being typed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Rencana
from zona.dokumen.exports.isi import IsiRencana, susun_isi
from zona.dokumen.exports.naskah import BagianCetak, BagianDokumen, susun_naskah
from zona.naskah.markdown import gambar
from zona.naskah.queries.naskah import Bagian
from zona.naskah.tempat import TEMPAT


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """`cetak` is None where nothing would be printed: an empty section is left out. `dibuang`: what the text holds
    and the document will not, each in words. `galat`: why it cannot be drawn."""

    isi: IsiRencana
    cetak: BagianCetak | None
    dibuang: tuple[str, ...]
    galat: str = ""


def pratinjau(
    rencana: Rencana, naskah: Iterable[Bagian], kode: str, judul: str, teks: str, hari_ini: date
) -> Pratinjau:
    """The section `kode` with the words given, saved or not, in its place among the others (its number is theirs to
    tell), and the plan's data as it stands."""
    isi = susun_isi(rencana, hari_ini, posisi=False)
    try:
        dibuang = gambar(teks, isian=isi.kata, tempat=TEMPAT).dibuang
    except ValueError:
        return Pratinjau(isi, None, (), "Teks ini terlalu panjang untuk digambar.")
    semua = (BagianDokumen(b.kode, b.jenis, judul, teks) if b.kode == kode else _sebut(b) for b in naskah)
    cetak = susun_naskah(semua, isi.kata)
    return Pratinjau(isi, next((c for c in cetak if c.kode == kode), None), dibuang)


def _sebut(bagian: Bagian) -> BagianDokumen:
    """A neighbour: that it is printed is all that counts."""
    return BagianDokumen(bagian.kode, bagian.jenis, bagian.judul, "ada" if bagian.isi else "")
