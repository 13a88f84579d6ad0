"""Signing a PDF (PAdES, ETSI EN 319 142-1): incremental updates, so that what was there stays byte for byte; the
field is tagged as a form and its picture has its fonts inside, so that PDF/A-3 and PDF/UA-1 still hold. Pure of the
database.
"""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from django.conf import settings
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, InnerScaling, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter, append_signature_field
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, Signer
from pyhanko.sign.timestamps.aiohttp_client import HTTPTimeStamper
from pyhanko.sign.timestamps.common_utils import TimestampRequestError
from pyhanko.stamp import StaticStampStyle

from zona.dokumen.exports.tanda import LEBAR, TEMPAT, TINGGI
from zona.inti.errors import DomainError
from zona.pengesahan.baca import MEDAN, UNTUK

RUANG = 32 * 1024
"""Bytes kept for the signature: the certificates of its chain, and a time stamp with its own."""
MM = 72 / 25.4
TUNGGU = 15
"""Seconds for the time stamp."""
PENUH = SimpleBoxLayoutRule(
    AxisAlignment.ALIGN_MIN, AxisAlignment.ALIGN_MIN, Margins.uniform(0), InnerScaling.STRETCH_FILL
)


@dataclass(frozen=True, slots=True)
class Keterangan:
    """What the signature says of itself. `blok`: what is seen of it, a PDF page of the size of its place."""

    nama: str
    alasan: str
    tempat: str
    blok: bytes


class _Penulis(IncrementalPdfFileWriter):
    """Leaves the metadata as our own writer made it: written anew, it would lose the claim of PDF/UA."""

    def _update_meta(self) -> None:
        return


class _Halaman(PdfContent):
    """The first page of another PDF."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self.pdf = pdf

    def render(self) -> bytes:
        gambar = self._ensure_writer.import_page_as_xobject(PdfFileReader(BytesIO(self.pdf)))
        self.resources.xobject[pdf_name("/Blok")] = gambar
        x1, y1, x2, y2 = gambar.get_object()["/BBox"]
        self.box = BoxConstraints(width=abs(x2 - x1), height=abs(y2 - y1))
        return b"/Blok Do"


def sediakan(pdf: bytes, nama: str) -> bytes:
    """The PDF with an empty signature field for `nama` at the anchor TEMPAT, which any signing program may fill. Raises
    DomainError where it has no such anchor."""
    penulis = _Penulis(BytesIO(pdf))
    halaman, kotak = _tempat(penulis)
    append_signature_field(
        penulis, SigFieldSpec(MEDAN, on_page=halaman, box=kotak, readable_field_name=f"{UNTUK}{nama}")
    )
    _tandai(penulis)
    keluar = BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def bubuhkan(pdf: bytes, penanda: Signer, keterangan: Keterangan) -> bytes:
    """The PDF (of `sediakan`) with its field signed, time-stamped where TSA_URL is set. Raises DomainError: the time
    stamp cannot be had, the key does not sign."""
    penulis = _Penulis(BytesIO(pdf))
    penandatangan = PdfSigner(
        PdfSignatureMetadata(
            field_name=MEDAN, md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES, reason=keterangan.alasan,
            location=keterangan.tempat or None, name=keterangan.nama,
        ),
        signer=penanda,
        timestamper=HTTPTimeStamper(settings.TSA_URL, timeout=TUNGGU) if settings.TSA_URL else None,
        stamp_style=StaticStampStyle(
            border_width=0, background=_Halaman(keterangan.blok), background_layout=PENUH, background_opacity=1
        ),
    )  # fmt: skip
    try:
        hasil: Any = penandatangan.sign_pdf(penulis, existing_fields_only=True, bytes_reserved=RUANG)
    except (TimestampRequestError, OSError):
        raise DomainError("Peladen cap waktu tidak menjawab, jadi belum ada yang ditandatangani. Coba lagi.") from None
    except SigningError:
        raise DomainError("Kunci ini tidak dapat menandatangani dokumen.", kolom="sertifikat") from None
    return bytes(hasil.getbuffer())


def _tempat(penulis: IncrementalPdfFileWriter) -> tuple[int, tuple[int, int, int, int]]:
    """Page number and rectangle of the place for the signature: the anchor TEMPAT is its upper left corner."""
    nama = list(penulis.root["/Names"]["/Dests"]["/Names"])
    if TEMPAT not in nama:
        raise DomainError("Naskah ini tidak memiliki tempat tanda tangan.")
    tujuan = nama[nama.index(TEMPAT) + 1]
    x, y = float(tujuan[2]), float(tujuan[3])
    nomor = next(n for n, rujukan in enumerate(_halaman(penulis)) if rujukan.idnum == tujuan.raw_get(0).idnum)
    return nomor, (round(x), round(y - TINGGI * MM), round(x + LEBAR * MM), round(y))


def _halaman(penulis: IncrementalPdfFileWriter) -> list[Any]:
    """References of the pages; our writer keeps them in one flat list."""
    anak = penulis.root["/Pages"]["/Kids"]
    return [anak.raw_get(n) for n in range(len(anak))]


def _tandai(penulis: IncrementalPdfFileWriter) -> None:
    """Put the field into the tree of tags, as a Form of the document (ISO 14289-1, 7.18.4)."""
    medan = penulis.root["/AcroForm"]["/Fields"].raw_get(-1)
    pohon = penulis.root["/StructTreeRoot"]
    induk = pohon["/K"].raw_get(0)
    isi, nomor = medan.get_object(), pohon["/ParentTree"]["/Nums"]
    kunci = max(int(n) for n in list(nomor)[::2]) + 1
    rujukan = {"/Type": pdf_name("/OBJR"), "/Obj": medan, "/Pg": isi.raw_get("/P")}
    unsur = {
        "/Type": pdf_name("/StructElem"),
        "/S": pdf_name("/Form"),
        "/P": induk,
        "/Alt": pdf_string(str(isi["/TU"])),
        "/K": generic.ArrayObject([_kamus(rujukan)]),
    }
    formulir = penulis.add_object(_kamus(unsur))
    isi["/StructParent"] = generic.NumberObject(kunci)
    for larik, baru in ((induk.get_object()["/K"], [formulir]), (nomor, [generic.NumberObject(kunci), formulir])):
        larik.extend(baru)
        penulis.update_container(larik)


def _kamus(isi: dict[str, Any]) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(nama): nilai for nama, nilai in isi.items()})
