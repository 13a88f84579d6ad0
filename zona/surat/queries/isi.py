"""A paper ready to be drawn: its words with the data in place, and what stands around them."""

import re
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
from zona.surat.queries.data import TITIK, DataSurat, data_surat
from zona.surat.queries.sk_lama import SkLama, kata_lama, sk_lama
from zona.surat.rincian import SATKER, saksi
from zona.surat.tempat import TEMPAT

LAMPIRAN = "lampiran"
PANGGIL = re.compile(r"\[\[([a-z-]+)\]\]")
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
    `lampiran` after it. `dibuang`: what the text holds and the paper will not, each in words. `memanggil`: names of
    the data that is called for (tempat.py); `kosong`: those in the words themselves of which nothing is known.
    `pencabutan`: the decision it takes the place of, where its own words do not name it. `per`: the day its lists are
    told as of, in what is not the paper itself."""

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
    memanggil: frozenset[str]
    kosong: frozenset[str]
    pencabutan: SkLama | None = None
    per: date | None = None

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
        """surat-sk-tim-kbntb-2023, with -draf, -posisi-2023-03-15."""
        ekor = "-draf" if self.draf else f"-posisi-{self.per.isoformat()}" if self.per else ""
        return f"surat-{self.jenis}-{self.kop.kode.lower()}-{self.data.tahun}{ekor}"


def susun_surat(rencana: Rencana, surat: Surat, pengguna: Pengguna | None, hari_ini: date) -> IsiSurat:
    """The paper, stored or not, as it would be drawn today for that person; None: as the office has it. Raises
    ValueError for words longer than TERPANJANG (zona/naskah/markdown.py)."""
    data, lama = data_surat(rencana, pengguna, hari_ini), sk_lama(surat)
    kata = data.kata(surat) | kata_lama(lama)
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
        memanggil=_panggilan(surat),
        kosong=frozenset(nama for nama in KATA.findall(surat.isi) if kata.get(nama) in ("", TITIK)),
        pencabutan=lama if lama and not ({"nomor_lama"} & _panggilan(surat) or lama.nomor in surat.isi) else None,
    )


def _panggilan(surat: Surat) -> frozenset[str]:
    """{nama} and [[nama]] in all that is typed of it."""
    teks = "\n".join((surat.isi, *surat.rincian.values()))
    return frozenset(KATA.findall(teks)) | frozenset(f"[[{nama}]]" for nama in PANGGIL.findall(teks))


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
