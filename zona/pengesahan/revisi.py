"""Whether a PDF is another one with nothing done to it but signing. Looks at the objects that were written anew only,
so that a document of hundreds of pages is told in no time. Pure."""

from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

KATALOG = {"/AcroForm", "/Extensions", "/Version", "/Metadata", "/DSS", "/Perms"}
"""What signing may set in the catalog; in a page only /Annots."""


def hanya_ditandatangani(pdf: bytes, asal: bytes) -> bool:
    """Whether `pdf` begins with all of `asal`, and what was added writes no page, text or picture anew: signature
    fields, their catalog entries and metadata only."""
    if not pdf.startswith(asal) or len(pdf) == len(asal):
        return False
    try:
        lama, baru = (PdfFileReader(BytesIO(isi), strict=False) for isi in (asal, pdf))
        semula = lama.xrefs.total_revisions
        dulu = baru.get_historical_resolver(semula - 1)
        ada, tulisan = (
            {r for n in nomor for r in baru.xrefs.explicit_refs_in_revision(n)}
            for nomor in (range(semula), range(semula, baru.xrefs.total_revisions))
        )
        if dulu.root_ref.idnum != baru.root_ref.idnum:
            return False
        return all(_boleh(r, dulu, baru) for r in tulisan & ada) and _anotasi(dulu, baru)
    except Exception:  # a parser fed hostile bytes raises anything
        return False


def _boleh(rujukan: Any, dulu: HistoricalResolver, baru: PdfFileReader) -> bool:
    """Whether this object may have been written anew so."""
    lama, kini = dulu.get_object(rujukan), baru.get_object(rujukan)
    if not isinstance(lama, generic.DictionaryObject) or not isinstance(kini, generic.DictionaryObject):
        return isinstance(lama, generic.ArrayObject) and isinstance(kini, generic.ArrayObject) and _tumbuh(lama, kini)
    jenis = lama.get("/Type")
    if jenis == "/Catalog":
        return _sama(lama, kini, KATALOG)
    if jenis == "/Page":
        return _sama(lama, kini, {"/Annots"})
    if jenis == "/Metadata" or "/Fields" in lama or _medan(lama):
        return True
    return not isinstance(lama, generic.StreamObject) and "/Type" not in lama and not set(lama) - INFO


INFO = {"/Title", "/Author", "/Subject", "/Keywords", "/Creator", "/Producer", "/CreationDate", "/ModDate", "/Trapped"}
"""Keys of the information dictionary, which signing programs put their name into."""


def _sama(lama: generic.DictionaryObject, kini: generic.DictionaryObject, kecuali: set[str]) -> bool:
    kunci = (set(lama) | set(kini)) - kecuali
    return all(k in lama and k in kini and lama.raw_get(k) == kini.raw_get(k) for k in kunci)


def _tumbuh(lama: generic.ArrayObject, kini: generic.ArrayObject) -> bool:
    """What stood in the list still stands there in its order; fields and annotations are looked at by `_anotasi`."""
    return [lama.raw_get(n) for n in range(len(lama))] == [kini.raw_get(n) for n in range(len(kini))][: len(lama)]


def _medan(anotasi: generic.DictionaryObject) -> bool:
    return anotasi.get("/Subtype") == "/Widget" and anotasi.get("/FT") == "/Sig"


def _anotasi(dulu: HistoricalResolver, baru: PdfFileReader) -> bool:
    """Every annotation that came is a signature field; none went."""
    for lama, kini in zip(_halaman(dulu.root["/Pages"]), _halaman(baru.root["/Pages"]), strict=True):
        semula, menjadi = (_daftar(h) for h in (lama, kini))
        if [a for a in semula if a not in menjadi]:
            return False
        if not all(_medan(a.get_object()) for a in menjadi if a not in semula):
            return False
    return True


def _daftar(halaman: generic.DictionaryObject) -> list[Any]:
    anotasi = halaman.get("/Annots") or generic.ArrayObject()
    return [anotasi.raw_get(n) for n in range(len(anotasi))]


def _halaman(simpul: generic.DictionaryObject, dalam: int = 0) -> list[generic.DictionaryObject]:
    """Pages in order. Raises RecursionError for a tree deeper than any document has."""
    if dalam > 50:
        raise RecursionError
    if simpul.get("/Type") == "/Page":
        return [simpul]
    return [h for anak in simpul["/Kids"] for h in _halaman(anak.get_object(), dalam + 1)]
