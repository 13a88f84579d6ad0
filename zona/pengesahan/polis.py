"""Which changes are a signature and nothing else: a policy for pyHanko's difference analysis, stricter than its own
(docs/adr/0042). What was there before is ours byte for byte, so that only what a revision writes is looked at: every
object in it is either new and belongs to the signature, or stands at one of a few places and says what it said. Pure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

from asn1crypto import cms, crl, ocsp, x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import DiffPolicy, DiffResult, ModificationLevel
from pyhanko.sign.diff_analysis.rules.form_field_rules import DSSCompareRule

from zona.pengesahan.susunan import Berubah

KATALOG = {"/AcroForm", "/DSS", "/Extensions", "/Version", "/Metadata", "/Perms"}
FORMULIR = {"/Fields", "/SigFlags", "/DA", "/DR", "/NeedAppearances"}
ISI_MEDAN = {"/V", "/AP", "/F", "/M", "/DA"}
MEDAN_BARU = ISI_MEDAN | {"/FT", "/T", "/TU", "/Type", "/Subtype", "/Rect", "/P", "/NM", "/Border"}
NILAI = {
    "/Type", "/Filter", "/SubFilter", "/Contents", "/ByteRange", "/Name", "/M", "/Location", "/Reason", "/ContactInfo",
    "/Prop_Build", "/Prop_AuthTime", "/Prop_AuthType", "/Reference", "/V", "/R", "/Cert",
}  # fmt: skip
SUBFILTER = {
    "/Sig": {"/adbe.pkcs7.detached", "/ETSI.CAdES.detached"},
    "/DocTimeStamp": {"/ETSI.RFC3161"},
}
TERCETAK = {4, 132}
"""Flags of a signature that is seen: printed, and locked or not."""
BERTINDAK = {
    "/A", "/AA", "/JS", "/JavaScript", "/OpenAction", "/XFA", "/URI", "/Launch", "/GoToR", "/EmbeddedFiles", "/EF",
    "/OC", "/OCProperties", "/Ref", "/OPI", "/PS", "/Alternates", "/Metadata", "/Dests", "/Names", "/Kids", "/Parent",
}  # fmt: skip
"""What an appearance or a value has no use for: whatever acts, hides, is drawn elsewhere or leads out of it."""
WAKTU_INFO = {"/ModDate", "/Producer"}
WAKTU_XMP = {"ModifyDate", "MetadataDate", "Producer", "CreatorTool", "InstanceID", "xmptk"}
EKSTENSI = {"/BaseVersion", "/ExtensionLevel", "/ExtensionRevision", "/URL", "/Type"}
DER = {"/Certs": x509.Certificate, "/Cert": x509.Certificate, "/CRLs": crl.CertificateList, "/CRL": crl.CertificateList,
       "/OCSPs": ocsp.OCSPResponse, "/OCSP": ocsp.OCSPResponse, "/TS": cms.ContentInfo}  # fmt: skip
XMP_TERBESAR = 256 * 1024


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where the signature may be seen: the page, and the rectangle reserved on it (x1, y1, x2, y2)."""

    halaman: Reference
    kotak: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Terisi:
    """A field that was signed: by what name, in which revision, with what. `jenis`: /Sig or /DocTimeStamp."""

    nama: str
    revisi: int
    jenis: str


class Polis(DiffPolicy):
    """`terisi` tells, once `apply` has seen all revisions, which fields were signed."""

    def __init__(self, tempat: Tempat) -> None:
        self.tempat = tempat
        self.terisi: list[Terisi] = []

    def apply(
        self, old: HistoricalResolver, new: HistoricalResolver, field_mdp_spec: Any = None, doc_mdp: Any = None
    ) -> DiffResult:
        """One revision beside the one before it. Raises Berubah for what is not explained."""
        pemeriksa = _Revisi(old, new, self.tempat)
        pemeriksa.periksa()
        self.terisi.extend(pemeriksa.terisi)
        return DiffResult(ModificationLevel.FORM_FILLING, {t.nama for t in pemeriksa.terisi})

    def review_file(
        self, reader: PdfFileReader, base_revision: Any, field_mdp_spec: Any = None, doc_mdp: Any = None
    ) -> DiffResult:
        """Each revision after `base_revision`. Raises Berubah."""
        nama: set[str] = set()
        for n in range(base_revision + 1, reader.total_revisions):
            dulu, kini = (reader.get_historical_resolver(i) for i in (n - 1, n))
            nama |= self.apply(dulu, kini).changed_form_fields
        return DiffResult(ModificationLevel.FORM_FILLING, nama)


def tempat_tanda(naskah: HistoricalResolver, medan: str) -> tuple[Tempat, str]:
    """The place of the field of this name in the document, and whose it is, as the document says it. Raises Berubah
    where it has none."""
    for satu in _larik(_isi(_isi(naskah.root, "/AcroForm", {}), "/Fields")):
        isi = satu.get_object()
        if _isi(isi, "/T") == medan and _isi(isi, "/FT") == "/Sig":
            x1, y1, x2, y2 = (float(n) for n in isi["/Rect"])
            return Tempat(isi.raw_get("/P").reference, (x1, y1, x2, y2)), str(_isi(isi, "/TU", ""))
    raise Berubah("Naskah ini tidak memiliki tempat untuk tanda tangan elektronik.")


class _Revisi:
    """One revision. `jelas`: what it writes that is explained."""

    def __init__(self, dulu: HistoricalResolver, kini: HistoricalResolver, tempat: Tempat) -> None:
        self.dulu, self.kini, self.tempat = dulu, kini, tempat
        self.jelas: set[Reference] = set()
        self.terisi: list[Terisi] = []

    def periksa(self) -> None:
        self._susunan_berkas()
        self._katalog()
        medan = self._formulir()
        if "/Perms" in self.kini.root and "/Perms" not in self.dulu.root and not medan:
            raise Berubah("Izin pada katalog ditambahkan tanpa tanda tangan.")
        self._metadata()
        dss = self._dss()
        if not medan and not dss:
            raise Berubah("Ada bagian yang ditambahkan tanpa tanda tangan atau data validasi.")
        sisa = {r for r in self.kini.explicit_refs_in_revision() if r not in self.jelas and not self._tetap(r)}
        if sisa:
            nomor = ", ".join(str(r.idnum) for r in sorted(sisa, key=lambda r: r.idnum)[:5])
            raise Berubah(f"Ada yang ditulis selain tanda tangan dan data validasinya (objek {nomor}).")

    # --- how things are written -----------------------------------------------------------------------

    def _baru(self, ref: Reference) -> bool:
        return bool(self.dulu.is_ref_unassignable(ref))

    def _tetap(self, ref: Reference) -> bool:
        """Written anew, and as it was: a program that saves whole pages does that."""
        return not self._baru(ref) and _sama(self.dulu(ref), self.kini(ref))

    def _terangkan(self, ref: Any) -> None:
        """What stands at a place that may change, written there or where it was before."""
        if isinstance(ref, generic.IndirectObject):
            self.jelas.add(ref.reference)

    def _nilai(self, asal: generic.DictionaryObject | None, kini: generic.DictionaryObject, kunci: str) -> Any:
        """The value now, which may be written in place or as an object of its own: new, or the very one from before."""
        if kunci not in kini:
            if asal is not None and kunci in asal:
                raise Berubah(f"{kunci} dihapus.")
            return None
        mentah = kini.raw_get(kunci)
        if isinstance(mentah, generic.IndirectObject):
            semula = asal.raw_get(kunci) if asal is not None and kunci in asal else None
            if mentah != semula and not self._baru(mentah.reference):
                raise Berubah(f"{kunci} menunjuk objek lama yang bukan miliknya.")
            self._terangkan(mentah)
        nilai = mentah.get_object()
        if isinstance(nilai, generic.StreamObject):
            raise Berubah(f"{kunci} bukan sebagaimana mestinya.")
        return nilai

    def _milik(self, nilai: Any) -> None:
        """All that is new below this belongs to it; none of it acts, hides or leads elsewhere."""
        for ref in self.kini.collect_dependencies(nilai, since_revision=self.kini.revision):
            if not self._baru(ref):
                raise Berubah("Objek lama ditulis ulang di bawah tanda tangan.")
            self.jelas.add(ref)
            _tanpa_tindakan(self.kini(ref))
        _tanpa_tindakan(nilai.get_object())

    # --- the file -------------------------------------------------------------------------------------

    def _susunan_berkas(self) -> None:
        xref = self.kini.reader.xrefs.get_xref_container_info(self.kini.revision).stream_ref
        for ref in (*self.kini.object_streams_used(), *([xref] if xref else [])):
            if not self._baru(ref):
                raise Berubah("Daftar isi atau aliran objek menimpa objek lama.")
            self.jelas.add(ref)

    def _katalog(self) -> None:
        dulu, kini = self.dulu.root, self.kini.root
        self.jelas.add(self.kini.root_ref)
        tetap = {"/Perms"} if "/Perms" in dulu else set()
        _setara(dulu, kini, KATALOG - tetap, "Katalog dokumen")
        if not re.fullmatch(r"/[12]\.\d", str(_isi(kini, "/Version", "/1.7"))):
            raise Berubah("Versi PDF pada katalog tidak dikenal.")
        ekstensi = self._nilai(dulu, kini, "/Extensions") or {}
        for satu in ekstensi.values():
            isi = satu.get_object()
            for butir in isi if isinstance(isi, generic.ArrayObject) else [isi]:
                if not isinstance(butir, generic.DictionaryObject) or set(butir) - EKSTENSI:
                    raise Berubah("Ekstensi pada katalog memuat hal lain.")

    def _metadata(self) -> None:
        self._info()
        if "/Metadata" not in self.kini.root:
            if "/Metadata" in self.dulu.root:
                raise Berubah("Metadata dihapus.")
            return
        ref = self.kini.root.raw_get("/Metadata")
        lama = self.dulu.root.raw_get("/Metadata") if "/Metadata" in self.dulu.root else None
        if not isinstance(ref, generic.IndirectObject) or (ref != lama and not self._baru(ref.reference)):
            raise Berubah("Metadata menunjuk objek lain.")
        if ref.reference not in self.kini.explicit_refs_in_revision():
            return
        isi = ref.get_object()
        tambah = _pernyataan(isi) - (_pernyataan(lama.get_object()) if lama else set())
        if set(isi) - {"/Type", "/Subtype", "/Length", "/Filter"} or tambah:
            raise Berubah("Metadata menyatakan hal lain daripada naskahnya.")
        self.jelas.add(ref.reference)

    def _info(self) -> None:
        """The trailer's references are read through the revision: by themselves they lead to the newest."""
        lama, baru = (_isi_mentah(satu.trailer_view, "/Info") for satu in (self.dulu, self.kini))
        if baru is None or baru == lama and baru.reference not in self.kini.explicit_refs_in_revision():
            return
        if not isinstance(baru, generic.IndirectObject) or (baru != lama and not self._baru(baru.reference)):
            raise Berubah("Keterangan dokumen menunjuk objek lain.")
        semula = self.dulu(lama.reference) if lama is not None else generic.DictionaryObject()
        isi = self.kini(baru.reference)
        _setara(semula, isi, WAKTU_INFO, "Keterangan dokumen")
        if any(not isinstance(isi.raw_get(k), TEKS) for k in WAKTU_INFO & set(isi)):
            raise Berubah("Keterangan dokumen bukan teks.")
        self.jelas.add(baru.reference)

    def _dss(self) -> bool:
        """Validation data: certificates, lists of revoked ones and answers about them, and they are what they say."""
        self.jelas |= {u.updated_ref for u in DSSCompareRule().apply(self.dulu, self.kini)}
        if "/DSS" not in self.kini.root:
            return False
        dss = self.kini.root["/DSS"]
        vri = _isi(dss, "/VRI", {})
        for satu in (dss, *(vri[k] for k in vri if k != "/Type")):
            for kunci in set(satu) & set(DER):
                for der in satu[kunci] if kunci != "/TS" else [satu[kunci]]:
                    _periksa_der(der.get_object(), DER[kunci])
        return "/DSS" not in self.dulu.root or any(
            r in self.jelas for r in self.kini.collect_dependencies(dss, since_revision=self.kini.revision)
        )

    # --- the form -------------------------------------------------------------------------------------

    def _formulir(self) -> bool:
        """Whether a field was signed."""
        dulu, kini = (_isi(akar, "/AcroForm") for akar in (self.dulu.root, self.kini.root))
        if dulu is None or kini is None:
            raise Berubah("Formulir tanda tangan pada naskah tidak ada.")
        self._nilai(self.dulu.root, self.kini.root, "/AcroForm")
        _setara(dulu, kini, FORMULIR, "Formulir")
        if _isi(kini, "/SigFlags") not in (1, 3) or _isi(kini, "/NeedAppearances", False):
            raise Berubah("Formulir meminta tampilan digambar ulang.")
        if "/DA" in kini and not isinstance(kini.raw_get("/DA"), TEKS):
            raise Berubah("Formulir memuat hal lain.")
        self._sumber_daya(dulu, kini)
        lama, baru = (_larik(f) for f in (dulu["/Fields"], self._nilai(dulu, kini, "/Fields")))
        if baru[: len(lama)] != lama or len(baru) > len(lama) + 1:
            raise Berubah("Daftar medan formulir berubah.")
        diisi = [satu for n, satu in enumerate(baru) if self._diisi(satu, n < len(lama))]
        if len(diisi) > 1:
            raise Berubah("Dua medan diisi sekaligus.")
        for satu in diisi:
            self._medan(satu, satu in lama, baru)
        if len(baru) > len(lama) and not diisi:
            raise Berubah("Ada medan tanda tangan yang ditambahkan tanpa ditandatangani.")
        return bool(diisi)

    def _sumber_daya(self, dulu: generic.DictionaryObject, kini: generic.DictionaryObject) -> None:
        """Fonts that some programs give to the form."""
        isi = self._nilai(dulu, kini, "/DR")
        if isi is None:
            return
        if set(isi) - {"/Font", "/Encoding"}:
            raise Berubah("Formulir membawa hal selain huruf.")
        self._milik(isi)

    def _diisi(self, satu: Any, ada: bool) -> bool:
        sekarang = "/V" in self.kini(satu.reference)
        return sekarang and not (ada and "/V" in self.dulu(satu.reference))

    def _medan(self, satu: Any, ada: bool, semua: list[Any]) -> None:
        ref, medan = satu.reference, self.kini(satu.reference)
        if not isinstance(medan, generic.DictionaryObject) or isinstance(medan, generic.StreamObject):
            raise Berubah("Medan tanda tangan bukan sebagaimana mestinya.")
        if ada:
            _setara(self.dulu(ref), medan, ISI_MEDAN, "Medan tanda tangan")
        else:
            self._medan_baru(ref, medan, semua)
        self.jelas.add(ref)
        jenis = self._tanda(medan)
        self._tampilan(medan, jenis)
        self.terisi.append(Terisi(str(medan["/T"]), self.kini.revision, jenis))

    def _medan_baru(self, ref: Reference, medan: generic.DictionaryObject, semua: list[Any]) -> None:
        """A field of the signing program's own: unseen, or inside the place that is reserved."""
        nama = [str(_isi(self.kini(s.reference), "/T", "")) for s in semua]
        if not self._baru(ref) or set(medan) - MEDAN_BARU or _isi(medan, "/FT") != "/Sig" or len(set(nama)) < len(nama):
            raise Berubah("Medan yang ditambahkan bukan medan tanda tangan biasa.")
        if _isi(medan, "/Subtype") != "/Widget" or not isinstance(medan.raw_get("/T"), TEKS):
            raise Berubah("Medan yang ditambahkan bukan medan tanda tangan biasa.")
        if _isi(medan, "/Border", [0, 0, 0]) != [0, 0, 0]:
            raise Berubah("Medan yang ditambahkan bergaris.")
        if _luas(medan) and not (
            _di_dalam(medan, self.tempat) and medan.raw_get("/P").reference == self.tempat.halaman
        ):
            raise Berubah("Tanda tangan diletakkan di luar tempat yang disediakan pada halaman pengesahan.")
        if "/P" in medan:
            self._halaman(medan.raw_get("/P").reference, ref)

    def _halaman(self, ref: Reference, medan: Reference) -> None:
        """The page says what it said, and has the field among its annotations."""
        if self._baru(ref):
            raise Berubah("Tanda tangan diletakkan pada halaman yang ditambahkan.")
        dulu, kini = self.dulu(ref), self.kini(ref)
        if _isi(dulu, "/Type") != "/Page":
            raise Berubah("Tanda tangan diletakkan pada yang bukan halaman.")
        _setara(dulu, kini, {"/Annots"}, "Halaman")
        lama, baru = _larik(_isi(dulu, "/Annots")), _larik(self._nilai(dulu, kini, "/Annots"))
        if baru != lama and [s.reference for s in baru] != [*(s.reference for s in lama), medan]:
            raise Berubah("Anotasi pada halaman berubah.")
        self.jelas.add(ref)

    def _tanda(self, medan: generic.DictionaryObject) -> str:
        """The kind of the signature."""
        ref = medan.raw_get("/V")
        if not isinstance(ref, generic.IndirectObject) or not self._baru(ref.reference):
            raise Berubah("Tanda tangan bukan objek baru.")
        nilai = ref.get_object()
        jenis = str(_isi(nilai, "/Type", "/Sig"))
        if isinstance(nilai, generic.StreamObject) or set(nilai) - NILAI or _isi(nilai, "/Filter") != "/Adobe.PPKLite":
            raise Berubah("Tanda tangan memuat hal lain.")
        if _isi(nilai, "/SubFilter") not in SUBFILTER.get(jenis, ()):
            raise Berubah("Jenis tanda tangan ini tidak dikenal.")
        self._milik(ref)
        if "/Perms" not in self.dulu.root:
            izin = self._nilai(self.dulu.root, self.kini.root, "/Perms")
            if izin is not None and (set(izin) != {"/DocMDP"} or izin.raw_get("/DocMDP") != ref):
                raise Berubah("Izin pada katalog menunjuk hal lain.")
        return jenis

    def _tampilan(self, medan: generic.DictionaryObject, jenis: str) -> None:
        """Seen as one picture within its rectangle, or not at all."""
        ada = "/AP" in medan
        if jenis == "/DocTimeStamp" and _luas(medan):
            raise Berubah("Cap waktu tidak punya tampilan.")
        if _luas(medan) and _isi(medan, "/F") not in TERCETAK:
            raise Berubah("Tanda tangan disembunyikan atau hanya tampak di layar.")
        if not ada:
            return
        tampilan = medan["/AP"]
        if isinstance(tampilan, generic.StreamObject) or set(tampilan) != {"/N"}:
            raise Berubah("Tampilan tanda tangan lebih dari satu.")
        gambar = tampilan.raw_get("/N")
        isi = gambar.get_object()
        if not isinstance(isi, generic.StreamObject) or _isi(isi, "/Subtype") != "/Form":
            raise Berubah("Tampilan tanda tangan bukan gambar tetap.")
        self._milik(medan.raw_get("/AP"))


TEKS = (generic.TextStringObject, generic.ByteStringObject)


def _isi(kamus: Any, kunci: str, bawaan: Any = None) -> Any:
    """What stands there, a reference followed (`get` of pyHanko follows none)."""
    return kamus[kunci] if kunci in kamus else bawaan


def _isi_mentah(kamus: Any, kunci: str) -> Any:
    return kamus.raw_get(kunci) if kunci in kamus else None


def _larik(nilai: Any) -> list[Any]:
    """References in a list. Raises Berubah where it holds anything else."""
    if nilai is None:
        return []
    isi = [nilai.raw_get(n) for n in range(len(nilai))] if isinstance(nilai, generic.ArrayObject) else [None]
    if not all(isinstance(satu, generic.IndirectObject) for satu in isi):
        raise Berubah("Daftar medan atau anotasi memuat hal lain daripada rujukan.")
    return isi


def _tulis(nilai: Any) -> bytes:
    keluar = BytesIO()
    nilai.write_to_stream(keluar, None)
    return keluar.getvalue()


def _sama(dulu: Any, kini: Any) -> bool:
    return type(dulu) is type(kini) and _tulis(dulu) == _tulis(kini)


def _setara(dulu: Any, kini: Any, kecuali: set[str], apa: str) -> None:
    """Raises Berubah where two dictionaries differ in more than these keys, or one is none."""
    for satu in (dulu, kini):
        if not isinstance(satu, generic.DictionaryObject) or isinstance(satu, generic.StreamObject):
            raise Berubah(f"{apa} bukan sebagaimana mestinya.")
    beda = [
        k for k in (set(dulu) | set(kini)) - kecuali
        if k not in dulu or k not in kini or not _sama(dulu.raw_get(k), kini.raw_get(k))
    ]  # fmt: skip
    if beda:
        raise Berubah(f"{apa} berubah pada {', '.join(sorted(beda)[:5])}.")


def _tanpa_tindakan(nilai: Any, dalam: int = 0) -> None:
    """Raises Berubah for anything in BERTINDAK, at any depth of this object itself."""
    if dalam > 20:
        raise Berubah("Objek tanda tangan bertingkat terlalu dalam.")
    if isinstance(nilai, generic.DictionaryObject):
        if set(nilai) & BERTINDAK:
            raise Berubah(f"Tanda tangan membawa {', '.join(sorted(set(nilai) & BERTINDAK))}.")
        for kunci in nilai:
            _tanpa_tindakan(nilai.raw_get(kunci), dalam + 1)
    elif isinstance(nilai, generic.ArrayObject):
        for n in range(len(nilai)):
            _tanpa_tindakan(nilai.raw_get(n), dalam + 1)


def _kotak(medan: generic.DictionaryObject) -> tuple[float, float, float, float]:
    x1, y1, x2, y2 = (float(n) for n in _isi(medan, "/Rect", [0, 0, 0, 0]))
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _luas(medan: generic.DictionaryObject) -> bool:
    x1, y1, x2, y2 = _kotak(medan)
    return x2 > x1 and y2 > y1


def _di_dalam(medan: generic.DictionaryObject, tempat: Tempat) -> bool:
    (x1, y1, x2, y2), (a1, b1, a2, b2) = _kotak(medan), tempat.kotak
    return a1 <= x1 and b1 <= y1 and x2 <= a2 and y2 <= b2


def _periksa_der(aliran: Any, jenis: Any) -> None:
    if set(aliran) - {"/Length", "/Filter"}:
        raise Berubah("Data validasi memuat hal lain.")
    try:
        jenis.load(aliran.data, strict=True)[0].native  # noqa: B018 - it is read lazily
    except (ValueError, TypeError) as galat:
        raise Berubah("Data validasi bukan sertifikat, daftar pencabutan, atau jawaban OCSP.") from galat


def _pernyataan(aliran: Any) -> set[tuple[str, str]]:
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
