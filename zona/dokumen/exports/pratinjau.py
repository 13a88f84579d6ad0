"""A section as it will be printed, while it is being typed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import draf_atau
from zona.dokumen.exports.isi import IsiRencana, susun_isi
from zona.dokumen.exports.naskah import BagianCetak, BagianDokumen, susun_naskah
from zona.dokumen.queries.versi import Sk
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
    isi = _isi(rencana, hari_ini)
    try:
        dibuang = gambar(teks, isian=isi.kata, tempat=TEMPAT).dibuang
    except ValueError:
        return Pratinjau(isi, None, (), "Teks ini terlalu panjang untuk digambar.")
    semua = (BagianDokumen(b.kode, b.jenis, judul, teks) if b.kode == kode else _sebut(b) for b in naskah)
    cetak = susun_naskah(semua, isi.kata)
    return Pratinjau(isi, next((c for c in cetak if c.kode == kode), None), dibuang)


def _isi(rencana: Rencana, hari_ini: date) -> IsiRencana:
    """Of a perubahan: as the version being drafted, which will take the place of the one in force."""
    isi, draf = susun_isi(rencana, hari_ini, posisi=False), draf_atau(rencana)
    if draf.perubahan_dari_id is None or isi.tanggal_sk is None:
        return isi
    mencabut = Sk(isi.versi, isi.nomor_sk, isi.tanggal_sk)
    return replace(isi, versi=draf.versi, draf=True, nomor_sk="", tanggal_sk=None, mencabut=mencabut)


def _sebut(bagian: Bagian) -> BagianDokumen:
    """A neighbour: that it is printed is all that counts."""
    return BagianDokumen(bagian.kode, bagian.jenis, bagian.judul, "ada" if bagian.isi else "")
