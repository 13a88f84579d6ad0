"""What a document of the plan says: everything PDF and XLSX draw, as plain values and nothing else.

Two plans with the same content are the same document: `sidik` of it is the key under which what was drawn is kept.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from zona.dokumen.exports.baris import BagianCetak, susun_bagian
from zona.dokumen.exports.naskah import BagianDokumen, bagian_dokumen
from zona.dokumen.kertas import Kertas
from zona.dokumen.queries.bobot import Bobot, bobot_hasil
from zona.dokumen.queries.kop import Kop, kop_satker
from zona.dokumen.queries.setelan import kertas_satker
from zona.dokumen.queries.tim import Anggota, KelompokTim, tim_rencana
from zona.dokumen.queries.versi import Sk
from zona.inti.waktu import tanggal_id
from zona.matriks.queries.matriks import susun_matriks
from zona.naskah.enums import JenisBagian
from zona.naskah.queries.naskah import naskah_berlaku

TITIK = "………………………"
SK_LAMA = "{nomor_sk_lama}"


@dataclass(frozen=True, slots=True)
class IsiRencana:
    """`per`: the day progress is told as of, None in a document that tells the plan alone.
    Number and date are empty where the plan is not ditetapkan: `draf`. `mencabut`: the decision that this one takes
    the place of; None of a first version."""

    kop: Kop
    tahun: int
    versi: int
    draf: bool
    status: str
    nomor_sk: str
    tanggal_sk: date | None
    tempat: str
    instrumen: str
    per: date | None
    bagian: tuple[BagianCetak, ...]
    hasil: tuple[Bobot, ...]
    tim: tuple[KelompokTim, ...]
    naskah: tuple[BagianDokumen, ...]
    kertas: Kertas
    mencabut: Sk | None = None

    @property
    def pencabutan(self) -> Sk | None:
        """What the decision must say it revokes, where its own words do not name it."""
        teks = "\n".join(b.isi for b in self.naskah if b.jenis == JenisBagian.KEPUTUSAN)
        disebut = self.mencabut is None or SK_LAMA in teks or self.mencabut.nomor in teks
        return None if disebut else self.mencabut

    @property
    def kata(self) -> dict[str, str]:
        """The words for `{nama}` in the text (zona/naskah/tempat.py); room to write what is not known yet."""
        kepala = self.kepala
        return {
            "satker": self.kop.nama,
            "induk": self.kop.induk[0] if self.kop.induk else TITIK,
            "kota": self.kop.kota or TITIK,
            "tahun": str(self.tahun),
            "versi": str(self.versi),
            "nomor_sk": self.nomor_sk or TITIK,
            "tanggal_sk": tanggal_id(self.tanggal_sk) if self.tanggal_sk else TITIK,
            "nomor_sk_lama": self.mencabut.nomor if self.mencabut else TITIK,
            "tanggal_sk_lama": tanggal_id(self.mencabut.tanggal) if self.mencabut else TITIK,
            "kepala": kepala.nama if kepala else TITIK,
            "nip_kepala": kepala.nip if kepala and kepala.nip else TITIK,
        }

    @property
    def kepala(self) -> Anggota | None:
        return next((a for tim in self.tim for a in tim.anggota if a.kepala), None)

    @property
    def bobot_pengungkit(self) -> Decimal:
        return sum((b.bobot for b in self.bagian), Decimal(0))

    @property
    def bobot_hasil(self) -> Decimal:
        return sum((h.bobot for h in self.hasil), Decimal(0))

    @property
    def nama_berkas(self) -> str:
        """rencana-kerja-zi-kbntb-2023, and what sets it apart: -draf, -posisi-2023-03-15."""
        ekor = "-draf" if self.draf else ""
        if self.per:
            ekor += f"-posisi-{self.per.isoformat()}"
        return f"rencana-kerja-zi-{self.kop.kode.lower()}-{self.tahun}{ekor}"

    def sidik(self, lain: Iterable[str] = ()) -> str:
        """SHA-256 of the content, and of whatever else the drawing depends on."""
        return hashlib.sha256("\0".join((repr(self), *lain)).encode()).hexdigest()


def susun_isi(rencana: Rencana, hari_ini: date, *, posisi: bool) -> IsiRencana:
    """The plan (with its satker and instrumen selected) as a document; `posisi`: with progress as of `hari_ini`.
    Thirteen queries at most."""
    draf = rencana.status != StatusRencana.DITETAPKAN
    return IsiRencana(
        kop=kop_satker(rencana.satker),
        tahun=rencana.tahun,
        versi=rencana.versi,
        draf=draf,
        status=StatusRencana(rencana.status).label,
        nomor_sk="" if draf else rencana.nomor_sk,
        tanggal_sk=None if draf else rencana.tanggal_sk,
        tempat=rencana.tempat or rencana.satker.kota,
        instrumen=rencana.instrumen.kode,
        per=hari_ini if posisi else None,
        bagian=susun_bagian(susun_matriks(rencana, hari_ini), posisi=posisi),
        hasil=bobot_hasil(rencana),
        tim=tim_rencana(rencana),
        naskah=bagian_dokumen(naskah_berlaku(rencana)),
        kertas=kertas_satker(rencana.satker),
    )
