"""A paper ready to be drawn: its words with the data in place, and what stands around them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from rencana_aksi.models import Rencana
from zona.dokumen.exports.naskah import Potongan
from zona.dokumen.kertas import Kertas
from zona.dokumen.queries.kop import Kop
from zona.dokumen.queries.setelan import kertas_satker
from zona.naskah.markdown import ISIAN as KATA
from zona.naskah.markdown import Gambaran, Tempat, gambar
from zona.organisasi.models import Pengguna
from zona.surat.enums import JenisSurat
from zona.surat.models import Surat
from zona.surat.queries.data import DataSurat, data_surat
from zona.surat.rincian import SATKER, saksi
from zona.surat.tempat import TEMPAT

LAMPIRAN = "lampiran"
BENTUK = {
    JenisSurat.SK_TIM: "surat/cetak/keputusan.html",
    JenisSurat.PAKTA: "surat/cetak/pernyataan.html",
    JenisSurat.PIAGAM: "surat/cetak/piagam.html",
    JenisSurat.USULAN: "surat/cetak/dinas.html",
    JenisSurat.SPTJM: "surat/cetak/pernyataan.html",
}


@dataclass(frozen=True, slots=True)
class IsiSurat:
    """`ruas`: what stands around the words (rincian.py), words filled in. `badan` stands before the signature,
    `lampiran` after it. `dibuang`: what the text holds and the paper will not, each in words."""

    jenis: JenisSurat
    kop: Kop
    kertas: Kertas
    data: DataSurat
    ruas: Mapping[str, str]
    nomor: str
    tanggal: date | None
    draf: bool
    badan: tuple[Potongan, ...]
    lampiran: tuple[Potongan, ...]
    dibuang: tuple[str, ...]

    @property
    def bentuk(self) -> str:
        """The template it is drawn with."""
        return BENTUK[self.jenis]

    @property
    def berkop(self) -> bool:
        return self.ruas.get("kop", SATKER) == SATKER

    @property
    def bermeterai(self) -> bool:
        return self.jenis == JenisSurat.SPTJM

    @property
    def penerima(self) -> list[str]:
        return self.ruas.get("penerima", "").splitlines()

    @property
    def tembusan(self) -> list[str]:
        return self.ruas.get("tembusan", "").splitlines()

    @property
    def saksi(self) -> list[tuple[str, str]]:
        return saksi(self.ruas.get("saksi", ""))

    @property
    def nama_berkas(self) -> str:
        """surat-sk-tim-kbntb-2023, with -draf."""
        return f"surat-{self.jenis}-{self.kop.kode.lower()}-{self.data.tahun}{'-draf' if self.draf else ''}"


def susun_surat(rencana: Rencana, surat: Surat, pengguna: Pengguna, hari_ini: date) -> IsiSurat:
    """The paper, stored or not, as it would be drawn today. Raises ValueError for words longer than TERPANJANG
    (zona/naskah/markdown.py)."""
    data = data_surat(rencana, pengguna, hari_ini)
    kata = data.kata(surat)
    isi = gambar(surat.isi, isian=kata, tempat=TEMPAT)
    badan, lampiran = _belah(isi)
    return IsiSurat(
        jenis=JenisSurat(surat.jenis),
        kop=data.kop,
        kertas=kertas_satker(rencana.satker),
        data=data,
        ruas={k: KATA.sub(lambda m: kata.get(m[1], m[0]), v).strip() for k, v in surat.rincian.items()},
        nomor=surat.nomor,
        tanggal=surat.tanggal,
        draf=surat.draf,
        badan=badan,
        lampiran=lampiran,
        dibuang=isi.dibuang,
    )


def _belah(isi: Gambaran) -> tuple[tuple[Potongan, ...], tuple[Potongan, ...]]:
    """What stands before `[[lampiran]]`, and what after the first of them."""
    sisi: tuple[list[Potongan], list[Potongan]] = ([], [])
    ke = 0
    for p in isi.potongan:
        if not isinstance(p, Tempat):
            sisi[ke].append(Potongan(mark_safe(p)))  # noqa: S308  (cleaned by zona/naskah/markdown.py)
        elif p.nama == LAMPIRAN:
            ke = 1
        else:
            sisi[ke].append(Potongan(SafeString(), p.nama))
    return tuple(sisi[0]), tuple(sisi[1])
