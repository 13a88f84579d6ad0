"""A section as it will be printed, while it is being typed."""

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


def pratinjau(rencana: Rencana, bagian: Bagian, judul: str, teks: str, hari_ini: date) -> Pratinjau:
    """Drawn from the words given, saved or not, and the plan's data as it stands."""
    isi = susun_isi(rencana, hari_ini, posisi=False)
    try:
        dibuang = gambar(teks, isian=isi.kata, tempat=TEMPAT).dibuang
    except ValueError:
        return Pratinjau(isi, None, (), "Teks ini terlalu panjang untuk digambar.")
    cetak = susun_naskah([BagianDokumen(bagian.kode, bagian.jenis, judul, teks)], isi.kata)
    return Pratinjau(isi, cetak[0] if cetak else None, dibuang)
