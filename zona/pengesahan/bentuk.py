"""Values in a PDF, as the policy looks at them (`perubahan.py`, `polis.py`): what is the same, what acts, what stands
in its place. Pure."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import Reference

from zona.pengesahan.susunan import Berubah

BERTINDAK = {
    "/A", "/AA", "/JS", "/JavaScript", "/OpenAction", "/XFA", "/URI", "/Launch", "/GoToR", "/EmbeddedFiles", "/EF",
    "/OC", "/OCProperties", "/Ref", "/OPI", "/PS", "/Alternates", "/Metadata", "/Dests", "/Names", "/Kids", "/Parent",
}  # fmt: skip
"""What an appearance or a value has no use for: whatever acts, hides, is drawn elsewhere or leads out of it."""
WAKTU_XMP = {"ModifyDate", "MetadataDate", "Producer", "CreatorTool", "InstanceID", "xmptk"}
XMP_TERBESAR = 256 * 1024


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where the signature may be seen: the page, and the rectangle reserved on it (x1, y1, x2, y2)."""

    halaman: Reference
    kotak: tuple[float, float, float, float]


TEKS = (generic.TextStringObject, generic.ByteStringObject)


def ambil(kamus: Any, kunci: str, bawaan: Any = None) -> Any:
    """What stands there, a reference followed (`get` of pyHanko follows none)."""
    return kamus[kunci] if kunci in kamus else bawaan  # noqa: SIM401 - see above


def ambil_mentah(kamus: Any, kunci: str) -> Any:
    return kamus.raw_get(kunci) if kunci in kamus else None


def larik(nilai: Any) -> list[Any]:
    """References in a list. Raises Berubah where it holds anything else."""
    if nilai is None:
        return []
    isi = [nilai.raw_get(n) for n in range(len(nilai))] if isinstance(nilai, generic.ArrayObject) else [None]
    if not all(isinstance(satu, generic.IndirectObject) for satu in isi):
        raise Berubah("Daftar medan atau anotasi memuat hal lain daripada rujukan.")
    return isi


def tulis(nilai: Any) -> bytes:
    keluar = BytesIO()
    nilai.write_to_stream(keluar, None)
    return keluar.getvalue()


def sama(dulu: Any, kini: Any) -> bool:
    return type(dulu) is type(kini) and tulis(dulu) == tulis(kini)


def setara(dulu: Any, kini: Any, kecuali: set[str], apa: str) -> None:
    """Raises Berubah where two dictionaries differ in more than these keys, or one is none."""
    for satu in (dulu, kini):
        if not isinstance(satu, generic.DictionaryObject) or isinstance(satu, generic.StreamObject):
            raise Berubah(f"{apa} bukan sebagaimana mestinya.")
    beda = [
        k for k in (set(dulu) | set(kini)) - kecuali
        if k not in dulu or k not in kini or not sama(dulu.raw_get(k), kini.raw_get(k))
    ]  # fmt: skip
    if beda:
        raise Berubah(f"{apa} berubah pada {', '.join(sorted(beda)[:5])}.")


def tanpa_tindakan(nilai: Any, dalam: int = 0) -> None:
    """Raises Berubah for anything in BERTINDAK, at any depth of this object itself."""
    if dalam > 20:
        raise Berubah("Objek tanda tangan bertingkat terlalu dalam.")
    if isinstance(nilai, generic.DictionaryObject):
        if set(nilai) & BERTINDAK:
            raise Berubah(f"Tanda tangan membawa {', '.join(sorted(set(nilai) & BERTINDAK))}.")
        for kunci in nilai:
            tanpa_tindakan(nilai.raw_get(kunci), dalam + 1)
    elif isinstance(nilai, generic.ArrayObject):
        for n in range(len(nilai)):
            tanpa_tindakan(nilai.raw_get(n), dalam + 1)


def kotak(medan: generic.DictionaryObject) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(n) for n in ambil(medan, "/Rect", [0, 0, 0, 0]))
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def luas(medan: generic.DictionaryObject) -> bool:
    x1, y1, x2, y2 = kotak(medan)
    return x2 > x1 and y2 > y1


def di_dalam(medan: generic.DictionaryObject, tempat: Tempat) -> bool:
    (x1, y1, x2, y2), (a1, b1, a2, b2) = kotak(medan), tempat.kotak
    return a1 <= x1 and b1 <= y1 and x2 <= a2 and y2 <= b2


def periksa_der(aliran: Any, jenis: Any) -> None:
    if set(aliran) - {"/Length", "/Filter"}:
        raise Berubah("Data validasi memuat hal lain.")
    try:
        jenis.load(aliran.data, strict=True)[0].native  # noqa: B018 - it is read lazily
    except (ValueError, TypeError) as galat:
        raise Berubah("Data validasi bukan sertifikat, daftar pencabutan, atau jawaban OCSP.") from galat


def pernyataan(aliran: Any) -> set[tuple[str, str]]:
    """What XMP says, without what every program that saves writes anew: (name, words)."""
    isi = aliran.data
    if not isinstance(aliran, generic.StreamObject) or len(isi) > XMP_TERBESAR or b"<!" in isi.replace(b"<!--", b""):
        raise Berubah("Metadata bukan XMP.")
    hasil = set()
    for unsur in ElementTree.fromstring(isi).iter():  # noqa: S314 - no entity can be declared: refused above
        for nama, kata in ((unsur.tag, unsur.text), *unsur.attrib.items()):
            pendek = str(nama).rpartition("}")[2]
            if pendek not in WAKTU_XMP and (kata or "").strip():
                hasil.add((unsur.tag if pendek == "resource" else str(nama), str(kata).strip()))
    return hasil
