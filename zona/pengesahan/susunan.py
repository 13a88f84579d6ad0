"""What was appended to a document of ours, byte by byte: revisions, each nothing but its objects, its cross-reference
section and its end, chained one to the other and to the document. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.misc import skip_over_whitespace
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.xref import XRefSection, XRefSectionType, read_object_header
from pyhanko.sign.diff_analysis import SuspiciousModification

TAMBAHAN = 4 * 1024 * 1024
"""Bytes that may follow the document: a signature has some fifty thousand, lists of revoked certificates the rest."""
REVISI, OBJEK = 8, 600
"""Revisions that may follow, and objects in all of them."""
SELA = re.compile(rb"(?:[\x00\t\n\x0c\r ]|%(?!PDF-|%EOF)[^\r\n]{0,200}(?=[\r\n]))*")
"""What may stand between two objects: blanks, and comments."""
AKHIR = re.compile(rb"\s*startxref\s+(\d{1,10})\s+%%EOF")
TRAILER = {"/Size", "/Root", "/Info", "/ID", "/Prev"}
BENTUK_XREF = {"/Type", "/W", "/Index", "/Filter", "/DecodeParms", "/Length"}


class Berubah(SuspiciousModification):
    """Why a file is not our document with a signature on it, as a sentence."""


@dataclass(frozen=True, slots=True)
class Susunan:
    """`pdf`: read whole. `semula`: how many revisions are the document's own. `akhir`: of each that was appended, where
    it ends (behind %%EOF)."""

    pdf: PdfFileReader
    semula: int
    akhir: tuple[int, ...]


def urai(isi: bytes, naskah: bytes) -> Susunan:
    """Raises Berubah, or whatever a parser fed hostile bytes raises."""
    if not isi.startswith(naskah):
        raise Berubah("Berkas ini tidak diawali naskahnya byte demi byte.")
    if not isi[len(naskah) :].strip():
        raise Berubah("Tidak ada yang ditambahkan pada naskah ini; berkas ini belum ditandatangani.")
    if len(isi) - len(naskah) > TAMBAHAN:
        raise Berubah(f"Yang ditambahkan pada naskah lebih dari {TAMBAHAN // 1024 // 1024} MB.")
    dulu = PdfFileReader(BytesIO(naskah), strict=True)
    kini = PdfFileReader(BytesIO(isi), strict=True)
    bagian = _bagian(kini)
    semula = dulu.total_revisions
    if [_letak(b) for b in _bagian(dulu)] != [_letak(b) for b in bagian[:semula]]:
        raise Berubah("Daftar isi PDF (xref) yang ditambahkan tidak menyambung pada milik naskah.")
    baru = bagian[semula:]
    if not baru or len(baru) > REVISI:
        raise Berubah(f"Naskah ini disambung {len(baru)} kali; yang diperiksa 1 sampai {REVISI}.")
    if sum(len(b.xref_data.explicit_refs_in_revision) for b in baru) > OBJEK:
        raise Berubah(f"Yang ditambahkan pada naskah lebih dari {OBJEK} objek.")
    _periksa_trailer(kini, semula)
    akhir = [len(naskah)]
    for nomor, satu in enumerate(baru, semula):
        akhir.append(_periksa_ubin(kini, nomor, satu, isi, akhir[-1]))
    if isi[akhir[-1] :].strip(b"\r\n"):
        raise Berubah("Ada isi lain sesudah akhir berkas.")
    return Susunan(kini, semula, tuple(akhir[1:]))


def _bagian(pdf: PdfFileReader) -> list[XRefSection]:
    bagian: list[XRefSection] = pdf.xrefs._xref_sections
    return bagian


def _letak(b: XRefSection) -> tuple[int, int, int]:
    return b.meta_info.declared_startxref, b.meta_info.start_location, b.meta_info.end_location


def _periksa_trailer(pdf: PdfFileReader, semula: int) -> None:
    """Each trailer that was appended says what the document's own says: same catalog, same name, nothing secret."""
    # newest first
    semua: list[generic.DictionaryObject] = pdf.trailer._trailer_revisions
    asal = semua[len(semua) - semula]
    for satu in semua[: len(semua) - semula]:
        if set(satu) - TRAILER - BENTUK_XREF:
            raise Berubah("Trailer yang ditambahkan memuat hal lain daripada milik naskah.")
        if satu.raw_get("/Root") != asal.raw_get("/Root") or satu["/ID"][0] != asal["/ID"][0]:
            raise Berubah("Trailer yang ditambahkan menunjuk katalog atau dokumen lain.")
        if int(satu["/Size"]) > int(asal["/Size"]) + 4 * OBJEK:
            raise Berubah("Nomor objek yang ditambahkan melompat terlalu jauh.")


def _periksa_ubin(pdf: PdfFileReader, nomor: int, b: XRefSection, isi: bytes, mulai: int) -> int:
    """The objects of one revision lie side by side from `mulai` on, each once, and nothing between them. Returns where
    it ends."""
    data, meta = b.xref_data, b.meta_info
    if data.hybrid is not None or meta.xref_section_type not in (XRefSectionType.STANDARD, XRefSectionType.STREAM):
        raise Berubah("Daftar isi PDF (xref) yang ditambahkan rangkap.")
    if data.freed or any(generasi for generasi, _ in data.standard_xrefs.values()):
        raise Berubah("Ada objek yang dihapus atau ditulis ulang dengan generasi lain.")
    if set(data.standard_xrefs) & set(data.xrefs_in_objstm):
        raise Berubah("Ada objek yang ditulis dua kali.")
    _periksa_aliran(pdf, nomor, b)
    letak = mulai
    for tempat, ref in sorted((tempat, ref) for ref, (_, tempat) in data.standard_xrefs.items()):
        letak = _lewati_sela(isi, letak, tempat)
        letak = _akhir_objek(pdf, isi, letak, ref)
    if meta.xref_section_type == XRefSectionType.STREAM:
        if meta.stream_ref is None or meta.stream_ref.idnum not in data.standard_xrefs:
            raise Berubah("Daftar isi PDF (xref) yang ditambahkan tidak memuat dirinya.")
    else:
        letak = _lewati_sela(isi, letak, meta.declared_startxref)
        letak = _akhir_trailer(pdf, isi, letak, meta.end_location)
    tutup = AKHIR.match(isi, letak)
    if tutup is None or int(tutup[1]) != meta.declared_startxref:
        raise Berubah("Akhir bagian yang ditambahkan (startxref) tidak cocok dengan daftar isinya.")
    return tutup.end()


def _lewati_sela(isi: bytes, dari: int, sampai: int) -> int:
    if sampai < dari or SELA.fullmatch(isi, dari, sampai) is None:
        raise Berubah("Ada byte yang tidak termasuk objek mana pun pada bagian yang ditambahkan.")
    return sampai


def _akhir_objek(pdf: PdfFileReader, isi: bytes, letak: int, nomor: int) -> int:
    """Behind `endobj` of the object that begins at this very byte."""
    if not isi[letak : letak + 1].isdigit():
        raise Berubah("Daftar isi PDF (xref) menunjuk ke tempat yang bukan awal objek.")
    aliran = pdf.stream
    aliran.seek(letak)
    ref, generasi = read_object_header(aliran, strict=True)
    if (ref, generasi) != (nomor, 0):
        raise Berubah(f"Objek {nomor} pada daftar isi ternyata objek {ref} {generasi}.")
    generic.read_object(aliran, generic.Reference(ref, generasi, pdf))
    skip_over_whitespace(aliran)
    if aliran.read(6) != b"endobj":
        raise Berubah(f"Objek {nomor} tidak berakhir sebagaimana mestinya.")
    return int(aliran.tell())


def _akhir_trailer(pdf: PdfFileReader, isi: bytes, awal: int, tabel: int) -> int:
    """Behind the trailer dictionary of a table that begins at `awal` and whose entries end before `tabel`."""
    if isi[awal : awal + 4] != b"xref" or b"trailer" not in isi[tabel - 12 : tabel + 1]:
        raise Berubah("Daftar isi PDF (xref) yang ditambahkan tidak utuh.")
    pdf.stream.seek(tabel)
    generic.DictionaryObject.read_from_stream(pdf.stream, generic.TrailerReference(pdf))
    return int(pdf.stream.tell())


def _periksa_aliran(pdf: PdfFileReader, nomor: int, b: XRefSection) -> None:
    """Object streams hold the objects that are listed, and no others."""
    data = b.xref_data
    for aliran in data.obj_streams_used:
        if aliran not in data.standard_xrefs:
            raise Berubah("Objek yang ditambahkan diambil dari aliran objek lain.")
        didaftar = sorted(ref for ref, o in data.xrefs_in_objstm.items() if o.obj_stream_id == aliran)
        isi = pdf.get_historical_resolver(nomor)(generic.Reference(aliran, 0, pdf))
        if sorted(_kepala_aliran(isi)) != didaftar:
            raise Berubah("Aliran objek yang ditambahkan memuat objek yang tidak didaftar.")


def _kepala_aliran(isi: Any) -> Iterator[int]:
    if isi["/Type"] != "/ObjStm" or "/Extends" in isi:
        raise Berubah("Aliran objek yang ditambahkan bukan aliran objek.")
    angka = isi.data[: int(isi["/First"])].split()
    if len(angka) != 2 * int(isi["/N"]):
        raise Berubah("Kepala aliran objek yang ditambahkan tidak utuh.")
    yield from (int(n) for n in angka[::2])
