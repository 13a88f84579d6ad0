"""Which changes are a signature and nothing else: a policy for pyHanko's difference analysis, stricter than its own
(docs/adr/0042). What was there before is ours byte for byte, so that only what a revision writes is looked at: every
object in it is either new and belongs to the signature, or stands at one of a few places and says what it said. Pure.
"""

from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import Reference
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader
from pyhanko.sign.diff_analysis import DiffPolicy, DiffResult, ModificationLevel

from zona.pengesahan.bentuk import TEKS, Tempat, ambil, di_dalam, larik, luas, setara
from zona.pengesahan.perubahan import Perubahan
from zona.pengesahan.susunan import Berubah

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
    for satu in larik(ambil(ambil(naskah.root, "/AcroForm", {}), "/Fields")):
        isi = satu.get_object()
        if ambil(isi, "/T") == medan and ambil(isi, "/FT") == "/Sig":
            x1, y1, x2, y2 = (float(n) for n in isi["/Rect"])
            return Tempat(isi.raw_get("/P").reference, (x1, y1, x2, y2)), str(ambil(isi, "/TU", ""))
    raise Berubah("Naskah ini tidak memiliki tempat untuk tanda tangan elektronik.")


class _Revisi(Perubahan):
    """One revision, with its fields. `terisi`: those it signs."""

    def __init__(self, dulu: HistoricalResolver, kini: HistoricalResolver, tempat: Tempat) -> None:
        super().__init__(dulu, kini)
        self.tempat = tempat
        self.terisi: list[Terisi] = []

    def formulir(self) -> bool:
        """Whether a field was signed."""
        dulu, kini = (ambil(akar, "/AcroForm") for akar in (self.dulu.root, self.kini.root))
        if dulu is None or kini is None:
            raise Berubah("Formulir tanda tangan pada naskah tidak ada.")
        self.nilai(self.dulu.root, self.kini.root, "/AcroForm")
        setara(dulu, kini, FORMULIR, "Formulir")
        if ambil(kini, "/SigFlags") not in (1, 3) or ambil(kini, "/NeedAppearances", False):
            raise Berubah("Formulir meminta tampilan digambar ulang.")
        if "/DA" in kini and not isinstance(kini.raw_get("/DA"), TEKS):
            raise Berubah("Formulir memuat hal lain.")
        self._sumber_daya(dulu, kini)
        lama, baru = (larik(f) for f in (dulu["/Fields"], self.nilai(dulu, kini, "/Fields")))
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
        isi = self.nilai(dulu, kini, "/DR")
        if isi is None:
            return
        if set(isi) - {"/Font", "/Encoding"}:
            raise Berubah("Formulir membawa hal selain huruf.")
        self.milik(isi)

    def _diisi(self, satu: Any, ada: bool) -> bool:
        sekarang = "/V" in self.kini(satu.reference)
        return sekarang and not (ada and "/V" in self.dulu(satu.reference))

    def _medan(self, satu: Any, ada: bool, semua: list[Any]) -> None:
        ref, medan = satu.reference, self.kini(satu.reference)
        if not isinstance(medan, generic.DictionaryObject) or isinstance(medan, generic.StreamObject):
            raise Berubah("Medan tanda tangan bukan sebagaimana mestinya.")
        if ada:
            setara(self.dulu(ref), medan, ISI_MEDAN, "Medan tanda tangan")
        else:
            self._medan_baru(ref, medan, semua)
        self.jelas.add(ref)
        jenis = self._tanda(medan)
        self._tampilan(medan, jenis)
        self.terisi.append(Terisi(str(medan["/T"]), self.kini.revision, jenis))

    def _medan_baru(self, ref: Reference, medan: generic.DictionaryObject, semua: list[Any]) -> None:
        """A field of the signing program's own: unseen, or inside the place that is reserved."""
        nama = [str(ambil(self.kini(s.reference), "/T", "")) for s in semua]
        if not self.baru(ref) or set(medan) - MEDAN_BARU or ambil(medan, "/FT") != "/Sig" or len(set(nama)) < len(nama):
            raise Berubah("Medan yang ditambahkan bukan medan tanda tangan biasa.")
        if ambil(medan, "/Subtype") != "/Widget" or not isinstance(medan.raw_get("/T"), TEKS):
            raise Berubah("Medan yang ditambahkan bukan medan tanda tangan biasa.")
        if ambil(medan, "/Border", [0, 0, 0]) != [0, 0, 0]:
            raise Berubah("Medan yang ditambahkan bergaris.")
        if luas(medan) and not (di_dalam(medan, self.tempat) and medan.raw_get("/P").reference == self.tempat.halaman):
            raise Berubah("Tanda tangan diletakkan di luar tempat yang disediakan pada halaman pengesahan.")
        if "/P" in medan:
            self._halaman(medan.raw_get("/P").reference, ref)

    def _halaman(self, ref: Reference, medan: Reference) -> None:
        """The page says what it said, and has the field among its annotations."""
        if self.baru(ref):
            raise Berubah("Tanda tangan diletakkan pada halaman yang ditambahkan.")
        dulu, kini = self.dulu(ref), self.kini(ref)
        if ambil(dulu, "/Type") != "/Page":
            raise Berubah("Tanda tangan diletakkan pada yang bukan halaman.")
        setara(dulu, kini, {"/Annots"}, "Halaman")
        lama, baru = larik(ambil(dulu, "/Annots")), larik(self.nilai(dulu, kini, "/Annots"))
        if baru != lama and [s.reference for s in baru] != [*(s.reference for s in lama), medan]:
            raise Berubah("Anotasi pada halaman berubah.")
        self.jelas.add(ref)

    def _tanda(self, medan: generic.DictionaryObject) -> str:
        """The kind of the signature."""
        ref = medan.raw_get("/V")
        if not isinstance(ref, generic.IndirectObject) or not self.baru(ref.reference):
            raise Berubah("Tanda tangan bukan objek baru.")
        nilai = ref.get_object()
        jenis = str(ambil(nilai, "/Type", "/Sig"))
        if isinstance(nilai, generic.StreamObject) or set(nilai) - NILAI or ambil(nilai, "/Filter") != "/Adobe.PPKLite":
            raise Berubah("Tanda tangan memuat hal lain.")
        if ambil(nilai, "/SubFilter") not in SUBFILTER.get(jenis, ()):
            raise Berubah("Jenis tanda tangan ini tidak dikenal.")
        self.milik(ref)
        if "/Perms" not in self.dulu.root:
            izin = self.nilai(self.dulu.root, self.kini.root, "/Perms")
            if izin is not None and (set(izin) != {"/DocMDP"} or izin.raw_get("/DocMDP") != ref):
                raise Berubah("Izin pada katalog menunjuk hal lain.")
        return jenis

    def _tampilan(self, medan: generic.DictionaryObject, jenis: str) -> None:
        """Seen as one picture within its rectangle, or not at all."""
        ada = "/AP" in medan
        if jenis == "/DocTimeStamp" and luas(medan):
            raise Berubah("Cap waktu tidak punya tampilan.")
        if luas(medan) and ambil(medan, "/F") not in TERCETAK:
            raise Berubah("Tanda tangan disembunyikan atau hanya tampak di layar.")
        if not ada:
            return
        tampilan = medan["/AP"]
        if isinstance(tampilan, generic.StreamObject) or set(tampilan) != {"/N"}:
            raise Berubah("Tampilan tanda tangan lebih dari satu.")
        gambar = tampilan.raw_get("/N")
        isi = gambar.get_object()
        if not isinstance(isi, generic.StreamObject) or ambil(isi, "/Subtype") != "/Form":
            raise Berubah("Tampilan tanda tangan bukan gambar tetap.")
        self.milik(medan.raw_get("/AP"))
