"""What one revision writes into the file, beside its form: catalog, metadata, validation data; every object of it is
explained or refused. Pure."""

import re
from typing import Any

from asn1crypto import cms, crl, ocsp, x509
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver
from pyhanko.sign.diff_analysis.rules.form_field_rules import DSSCompareRule

from zona.pengesahan.bentuk import TEKS, ambil, ambil_mentah, periksa_der, pernyataan, sama, setara, tanpa_tindakan
from zona.pengesahan.susunan import Berubah

KATALOG = {"/AcroForm", "/DSS", "/Extensions", "/Version", "/Metadata", "/Perms"}
WAKTU_INFO = {"/ModDate", "/Producer"}
EKSTENSI = {"/BaseVersion", "/ExtensionLevel", "/ExtensionRevision", "/URL", "/Type"}
DER = {
    "/Certs": x509.Certificate, "/Cert": x509.Certificate, "/CRLs": crl.CertificateList, "/CRL": crl.CertificateList,
    "/OCSPs": ocsp.OCSPResponse, "/OCSP": ocsp.OCSPResponse, "/TS": cms.ContentInfo,
}  # fmt: skip


class Perubahan:
    """One revision. `jelas`: what it writes that is explained. `formulir` is for who knows of fields (`polis.py`)."""

    def __init__(self, dulu: HistoricalResolver, kini: HistoricalResolver) -> None:
        self.dulu, self.kini = dulu, kini
        self.jelas: set[Reference] = set()

    def periksa(self) -> None:
        self._susunan_berkas()
        self._katalog()
        medan = self.formulir()
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

    def baru(self, ref: Reference) -> bool:
        return bool(self.dulu.is_ref_unassignable(ref))

    def _tetap(self, ref: Reference) -> bool:
        """Written anew, and as it was: a program that saves whole pages does that."""
        return not self.baru(ref) and sama(self.dulu(ref), self.kini(ref))

    def _terangkan(self, ref: Any) -> None:
        """What stands at a place that may change, written there or where it was before."""
        if isinstance(ref, generic.IndirectObject):
            self.jelas.add(ref.reference)

    def nilai(self, asal: generic.DictionaryObject | None, kini: generic.DictionaryObject, kunci: str) -> Any:
        """The value now, which may be written in place or as an object of its own: new, or the very one from before."""
        if kunci not in kini:
            if asal is not None and kunci in asal:
                raise Berubah(f"{kunci} dihapus.")
            return None
        mentah = kini.raw_get(kunci)
        if isinstance(mentah, generic.IndirectObject):
            semula = asal.raw_get(kunci) if asal is not None and kunci in asal else None
            if mentah != semula and not self.baru(mentah.reference):
                raise Berubah(f"{kunci} menunjuk objek lama yang bukan miliknya.")
            self._terangkan(mentah)
        nilai = mentah.get_object()
        if isinstance(nilai, generic.StreamObject):
            raise Berubah(f"{kunci} bukan sebagaimana mestinya.")
        return nilai

    def milik(self, nilai: Any) -> None:
        """All that is new below this belongs to it; none of it acts, hides or leads elsewhere."""
        for ref in self.kini.collect_dependencies(nilai, since_revision=self.kini.revision):
            if not self.baru(ref):
                raise Berubah("Objek lama ditulis ulang di bawah tanda tangan.")
            self.jelas.add(ref)
            tanpa_tindakan(self.kini(ref))
        tanpa_tindakan(nilai.get_object())

    # --- the file -------------------------------------------------------------------------------------

    def _susunan_berkas(self) -> None:
        xref = self.kini.reader.xrefs.get_xref_container_info(self.kini.revision).stream_ref
        for ref in (*self.kini.object_streams_used(), *([xref] if xref else [])):
            if not self.baru(ref):
                raise Berubah("Daftar isi atau aliran objek menimpa objek lama.")
            self.jelas.add(ref)

    def _katalog(self) -> None:
        dulu, kini = self.dulu.root, self.kini.root
        self.jelas.add(self.kini.root_ref)
        tetap = {"/Perms"} if "/Perms" in dulu else set()
        setara(dulu, kini, KATALOG - tetap, "Katalog dokumen")
        if not re.fullmatch(r"/[12]\.\d", str(ambil(kini, "/Version", "/1.7"))):
            raise Berubah("Versi PDF pada katalog tidak dikenal.")
        ekstensi = self.nilai(dulu, kini, "/Extensions") or {}
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
        if not isinstance(ref, generic.IndirectObject) or (ref != lama and not self.baru(ref.reference)):
            raise Berubah("Metadata menunjuk objek lain.")
        if ref.reference not in self.kini.explicit_refs_in_revision():
            return
        isi = ref.get_object()
        tambah = pernyataan(isi) - (pernyataan(lama.get_object()) if lama else set())
        if set(isi) - {"/Type", "/Subtype", "/Length", "/Filter"} or tambah:
            raise Berubah("Metadata menyatakan hal lain daripada naskahnya.")
        self.jelas.add(ref.reference)

    def _info(self) -> None:
        """The trailer's references are read through the revision: by themselves they lead to the newest."""
        lama, baru = (ambil_mentah(satu.trailer_view, "/Info") for satu in (self.dulu, self.kini))
        if baru is None or (baru == lama and baru.reference not in self.kini.explicit_refs_in_revision()):
            return
        if not isinstance(baru, generic.IndirectObject) or (baru != lama and not self.baru(baru.reference)):
            raise Berubah("Keterangan dokumen menunjuk objek lain.")
        semula = self.dulu(lama.reference) if lama is not None else generic.DictionaryObject()
        isi = self.kini(baru.reference)
        setara(semula, isi, WAKTU_INFO, "Keterangan dokumen")
        if any(not isinstance(isi.raw_get(k), TEKS) for k in WAKTU_INFO & set(isi)):
            raise Berubah("Keterangan dokumen bukan teks.")
        self.jelas.add(baru.reference)

    def _dss(self) -> bool:
        """Validation data: certificates, lists of revoked ones and answers about them, and they are what they say."""
        self.jelas |= {u.updated_ref for u in DSSCompareRule().apply(self.dulu, self.kini)}
        if "/DSS" not in self.kini.root:
            return False
        dss = self.kini.root["/DSS"]
        vri = ambil(dss, "/VRI", {})
        for satu in (dss, *(vri[k] for k in vri if k != "/Type")):
            for kunci in set(satu) & set(DER):
                for der in satu[kunci] if kunci != "/TS" else [satu[kunci]]:
                    periksa_der(der.get_object(), DER[kunci])
        return "/DSS" not in self.dulu.root or any(
            r in self.jelas for r in self.kini.collect_dependencies(dss, since_revision=self.kini.revision)
        )

    def formulir(self) -> bool:
        """Whether a field was signed."""
        raise NotImplementedError
