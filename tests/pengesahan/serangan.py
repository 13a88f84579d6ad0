"""Files that were tampered with, and files that were not: each built from the document made ready and a key."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.pdf_utils.xref import XRefStream
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfTimeStamper, SimpleSigner, sign_pdf
from pyhanko.sign.timestamps.dummy_client import DummyTimeStamper
from pyhanko.sign.validation.dss import DocumentSecurityStore
from pyhanko_certvalidator.registry import SimpleCertificateStore

from tests.pengesahan.pki import SANDI, Orang, Rantai, kunci_asn1

MEDAN = "TandaTanganKepala"


@dataclass(frozen=True)
class Alat:
    """A document made ready, and who signs. `samar`: what is done is done in the very revision that signs, or that adds
    validation data, not in one of its own."""

    naskah: bytes
    rantai: Rantai
    orang: Orang
    samar: bool = False

    @property
    def penanda(self) -> SimpleSigner:
        penanda = SimpleSigner.load_pkcs12_data(self.rantai.p12(self.orang), [], SANDI.encode())
        assert penanda is not None
        return penanda

    def medan(self, pdf: bytes) -> Any:
        """The field made ready, as it stands in this file."""
        akar = PdfFileReader(BytesIO(pdf)).root
        return akar["/AcroForm"]["/Fields"].raw_get(0)

    def tanda(
        self, pdf: bytes | None = None, *, cap: Orang | None = None, baru: SigFieldSpec | None = None,
        metadata: bool = False, **lain: Any,
    ) -> bytes:  # fmt: skip
        """Signed by another program: in the field made ready, or one of its own."""
        penulis = (IncrementalPdfFileWriter if metadata else Polos)(BytesIO(pdf or self.naskah))
        return self._tanda(penulis, cap, baru, **lain)

    def _tanda(
        self, penulis: IncrementalPdfFileWriter, cap: Orang | None = None, baru: SigFieldSpec | None = None, **lain: Any
    ) -> bytes:
        hasil: Any = sign_pdf(
            penulis, PdfSignatureMetadata(field_name=baru.sig_field_name if baru else MEDAN, **lain),
            signer=self.penanda, timestamper=DummyTimeStamper(*kunci_asn1(cap)) if cap else None, new_field_spec=baru,
        )  # fmt: skip
        return bytes(hasil.getvalue())

    def sebelum(self, ubah: "Ubah") -> bytes:
        """Changed, then signed."""
        if not self.samar:
            return self.tanda(sunting(self.naskah, ubah))
        penulis = Polos(BytesIO(self.naskah))
        ubah(penulis)
        return self._tanda(penulis)

    def sesudah(self, ubah: "Ubah") -> bytes:
        """Signed, then changed."""
        return sunting(self.tanda(), ubah, self.sertifikat if self.samar else ())

    @property
    def sertifikat(self) -> tuple[bytes, ...]:
        return tuple(o.der for o in (self.orang, self.rantai.penerbit, self.rantai.akar))

    def kotak(self) -> tuple[int, tuple[float, ...]]:
        """Page number and rectangle reserved."""
        pdf = PdfFileReader(BytesIO(self.naskah))
        medan = self.medan(self.naskah).get_object()
        halaman = [pdf.root["/Pages"]["/Kids"].raw_get(n).idnum for n in range(len(pdf.root["/Pages"]["/Kids"]))]
        return halaman.index(medan.raw_get("/P").idnum), tuple(float(n) for n in medan["/Rect"])


class Polos(IncrementalPdfFileWriter):
    """Leaves the metadata alone: what is refused is refused for what was done."""

    def _update_meta(self) -> None:
        return


def kamus(isi: dict[str, Any]) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(k): v for k, v in isi.items()})


Ubah = Callable[[IncrementalPdfFileWriter], Any]


def sunting(pdf: bytes, ubah: Ubah, validasi: tuple[bytes, ...] = ()) -> bytes:
    """One more revision, with these certificates as validation data."""
    penulis = Polos(BytesIO(pdf))
    ubah(penulis)
    if validasi:
        semua = [penulis.add_object(generic.StreamObject(stream_data=der)) for der in validasi]
        penulis.root["/DSS"] = penulis.add_object(kamus({"/Certs": generic.ArrayObject(semua)}))
        penulis.update_root()
    keluar = BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def gambar(penulis: IncrementalPdfFileWriter, isi: bytes = b"1 g 0 0 595 842 re f") -> Any:
    """A picture that covers a page."""
    bentuk = {"/Type": pdf_name("/XObject"), "/Subtype": pdf_name("/Form")}
    aliran = generic.StreamObject(kamus(bentuk), stream_data=isi)
    aliran["/BBox"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842)))
    return penulis.add_object(aliran)


def medan_di(penulis: IncrementalPdfFileWriter) -> Any:
    medan = penulis.root["/AcroForm"]["/Fields"].raw_get(0)
    isi = medan.get_object()
    penulis.mark_update(medan)
    return isi


def tambah_widget(penulis: IncrementalPdfFileWriter, kotak: tuple[int, ...] = (0, 0, 595, 842), **lain: Any) -> Any:
    """A signature field that is not signed, seen on the first page."""
    halaman = penulis.root["/Pages"]["/Kids"].raw_get(0)
    isi = {
        "/Type": pdf_name("/Annot"), "/Subtype": pdf_name("/Widget"), "/FT": pdf_name("/Sig"),
        "/F": generic.NumberObject(4),
        "/T": pdf_string("Lain"), "/Rect": generic.ArrayObject(map(generic.NumberObject, kotak)), "/P": halaman,
        "/AP": kamus({"/N": gambar(penulis)}), **lain,
    }  # fmt: skip
    medan = penulis.add_object(kamus(isi))
    letak = halaman.get_object()
    letak["/Annots"] = generic.ArrayObject([*letak.get("/Annots", []), medan])
    penulis.mark_update(halaman)
    penulis.root["/AcroForm"]["/Fields"].append(medan)
    penulis.update_container(penulis.root["/AcroForm"]["/Fields"])
    return medan


# --- xref by hand --------------------------------------------------------------------------------------


def _tabel(letak: dict[int, tuple[int, int]], trailer: bytes, di: int) -> bytes:
    """A cross-reference table: number → (place, generation)."""
    baris = [b"xref\n"]
    for nomor, (tempat, generasi) in sorted(letak.items()):
        baris.append(b"%d 1\n%010d %05d n \n" % (nomor, tempat, generasi))
    if not letak:
        baris.append(b"0 0\n")
    return b"".join(baris) + b"trailer\n" + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % di


def _halaman_palsu(pdf: PdfFileReader) -> tuple[int, bytes]:
    """A page of the plan with the words of another."""
    anak = pdf.root["/Pages"]["/Kids"]
    ref, isi = anak.raw_get(2), generic.DictionaryObject(anak[2])
    isi["/Contents"] = anak[0].raw_get("/Contents")
    keluar = BytesIO()
    isi.write_to_stream(keluar, None)
    return ref.idnum, keluar.getvalue()


def _trailer(pdf: PdfFileReader, **lain: int) -> bytes:
    keluar = BytesIO()
    akhir = pdf.trailer_view
    isi = {k: akhir.raw_get(k) for k in ("/Size", "/Root", "/Info", "/ID")}
    kamus({**isi, **{f"/{k}": generic.NumberObject(v) for k, v in lain.items()}}).write_to_stream(keluar, None)
    return keluar.getvalue()


def rantai_xref_palsu(a: Alat) -> bytes:
    """A whole new chain of sections, as many as the document has, that begins anew instead of at the old one."""
    isi = a.tanda()
    pdf = PdfFileReader(BytesIO(isi))
    letak: dict[tuple[int, int], Any] = {}
    for bagian in pdf.xrefs._xref_sections:
        data = bagian.xref_data
        letak |= {(g, n): tempat for n, (g, tempat) in data.standard_xrefs.items()}
        letak |= {(0, n): (o.obj_stream_id, o.ix_in_stream) for n, o in data.xrefs_in_objstm.items()}
    nomor, halaman = _halaman_palsu(pdf)
    letak[0, nomor] = len(isi)
    isi += b"%d 0 obj\n%s\nendobj\n" % (nomor, halaman)
    sebelum = 0
    for lalu in range(pdf.total_revisions + 1):
        di = len(isi)
        aliran = XRefStream({(0, 9000 + lalu): di} if lalu else {**letak, (0, 9000): di})
        aliran.update(pdf.trailer_view)
        aliran.pop("/Prev", None)
        aliran["/Size"] = generic.NumberObject(9100)
        if lalu:
            aliran["/Prev"] = generic.NumberObject(sebelum)
        keluar = BytesIO()
        aliran.write_to_stream(keluar)
        isi += b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (9000 + lalu, keluar.getvalue(), di)
        sebelum = di
    return isi


def generasi_lain(a: Alat) -> bytes:
    isi = a.tanda()
    pdf = PdfFileReader(BytesIO(isi))
    nomor, halaman = _halaman_palsu(pdf)
    letak = {nomor: (len(isi), 1)}
    isi += b"%d 1 obj\n%s\nendobj\n" % (nomor, halaman)
    return isi + _tabel(letak, _trailer(pdf, Prev=pdf.last_startxref), len(isi))


def xref_ke_byte_lama(a: Alat) -> bytes:
    """The page is now another object that stood in the document all along."""
    isi = a.tanda()
    pdf = PdfFileReader(BytesIO(isi))
    anak = pdf.root["/Pages"]["/Kids"]
    (isi_lain, isi_ini) = (anak[n].raw_get("/Contents").reference for n in (0, 2))
    return isi + _tabel({isi_ini.idnum: (pdf.xrefs[isi_lain], 0)}, _trailer(pdf, Prev=pdf.last_startxref), len(isi))


def xref_raksasa(a: Alat) -> bytes:
    """A section that claims a thousand million objects."""
    isi = a.tanda()
    pdf = PdfFileReader(BytesIO(isi))
    ekor = b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(isi)
    kepala = (
        b"9999 0 obj\n<</Type/XRef/Size 999999999/W[0 0 0]/Index[0 999999999]/Prev %d/Root %d 0 R/Length 0>>\nstream\n"
    )
    return isi + kepala % (pdf.last_startxref, pdf.root_ref.idnum) + ekor


def byte_di_sela(a: Alat) -> bytes:
    """An object that no section lists, among the bytes that were signed."""
    isi = sunting(a.naskah, lambda p: None)
    pdf = PdfFileReader(BytesIO(isi))
    di = len(isi) + len(b"4999 0 obj\n<< /Tersembunyi true >>\nendobj\n")
    sela = b"4999 0 obj\n<< /Tersembunyi true >>\nendobj\n"
    return a.tanda(isi + sela + _tabel({}, _trailer(pdf, Prev=pdf.last_startxref), di))


# --- the form and its widgets --------------------------------------------------------------------------


def widget_menutup(a: Alat) -> bytes:
    return a.sesudah(tambah_widget)


def widget_menutup_lalu_tanda(a: Alat) -> bytes:
    return a.sebelum(tambah_widget)


def sampul_ditandatangani(a: Alat) -> bytes:
    """A signature as large as a page."""
    return a.tanda(baru=SigFieldSpec("Sampul", on_page=0, box=(0, 0, 595, 842)))


def di_luar_tempat(a: Alat) -> bytes:
    return a.tanda(baru=SigFieldSpec("Luar", on_page=1, box=(100, 100, 200, 150)))


def halaman_lain(a: Alat) -> bytes:
    """At the reserved rectangle, of another page."""
    nomor, kotak = a.kotak()
    return a.tanda(baru=SigFieldSpec("Luar", on_page=nomor + 1, box=kotak))  # type: ignore[arg-type]  # four numbers


def _ubah_medan(a: Alat, kunci: str, nilai: Callable[[IncrementalPdfFileWriter], Any]) -> bytes:
    def ubah(p: IncrementalPdfFileWriter) -> None:
        medan_di(p)[pdf_name(kunci)] = nilai(p)

    return a.sesudah(ubah)


def tampilan_diganti(a: Alat) -> bytes:
    return _ubah_medan(a, "/AP", lambda p: kamus({"/N": gambar(p)}))


def tampilan_ditimpa(a: Alat) -> bytes:
    """The picture itself written anew."""

    def ubah(p: IncrementalPdfFileWriter) -> None:
        ref = p.root["/AcroForm"]["/Fields"][0]["/AP"].raw_get("/N")
        ref.get_object()._data = b"0 g 0 0 227 68 re f"
        ref.get_object()._encoded_data = None
        p.mark_update(ref)

    return a.sesudah(ubah)


def kotak_digeser(a: Alat) -> bytes:
    return _ubah_medan(a, "/Rect", lambda p: generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842))))


def kotak_digeser_lalu_tanda(a: Alat) -> bytes:
    def ubah(p: IncrementalPdfFileWriter) -> None:
        medan_di(p)["/Rect"] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 595, 842)))

    return a.sebelum(ubah)


def _skrip() -> generic.DictionaryObject:
    return kamus({"/S": pdf_name("/JavaScript"), "/JS": pdf_string("app.alert(1)")})


def tindakan_ditambahkan(a: Alat) -> bytes:
    return _ubah_medan(a, "/AA", lambda p: kamus({"/E": _skrip()}))


def tindakan_lalu_tanda(a: Alat) -> bytes:
    def ubah(p: IncrementalPdfFileWriter) -> None:
        medan_di(p)["/A"] = _skrip()

    return a.sebelum(ubah)


def _ubah_formulir(a: Alat, kunci: str, nilai: Any) -> bytes:
    def ubah(p: IncrementalPdfFileWriter) -> None:
        p.root["/AcroForm"][pdf_name(kunci)] = nilai
        p.update_container(p.root["/AcroForm"])

    return a.sesudah(ubah)


def xfa(a: Alat) -> bytes:
    return _ubah_formulir(a, "/XFA", pdf_string("<xdp:xdp/>"))


def formulir_berskrip(a: Alat) -> bytes:
    return _ubah_formulir(a, "/AA", kamus({"/O": _skrip()}))


def tampilan_diminta_ulang(a: Alat) -> bytes:
    return _ubah_formulir(a, "/NeedAppearances", generic.BooleanObject(True))


def skrip_saat_dibuka(a: Alat) -> bytes:
    def ubah(p: IncrementalPdfFileWriter) -> None:
        p.root["/OpenAction"] = _skrip()
        p.update_root()

    return a.sesudah(ubah)


def tanda_tangan_kedua(a: Alat) -> bytes:
    """A stranger's, over the head's."""
    nomor, kotak = a.kotak()
    lain = Alat(a.naskah, a.rantai, a.rantai.terbitkan("Orang Lain"))
    return lain.tanda(a.tanda(), baru=SigFieldSpec("Lain", on_page=nomor, box=kotak))  # type: ignore[arg-type]  # four


# --- shadows: hidden before, shown after ---------------------------------------------------------------


def yatim_lalu_tanda(a: Alat) -> bytes:
    """Hidden before signing, not shown yet."""
    return a.sebelum(lambda p: gambar(p) and None)


def bayangan(a: Alat) -> bytes:
    """Hidden before signing, shown after: the widget takes the picture that lay in wait."""
    simpan: list[int] = []
    sebelum = sunting(a.naskah, lambda p: simpan.append(gambar(p).idnum))

    def tunjuk(p: IncrementalPdfFileWriter) -> None:
        medan_di(p)["/AP"] = kamus({"/N": generic.IndirectObject(simpan[0], 0, p)})

    return sunting(a.tanda(sebelum), tunjuk)


def bayangan_halaman(a: Alat) -> bytes:
    """A page that lay in wait takes the place of another."""

    def sembunyikan(p: IncrementalPdfFileWriter) -> None:
        p.add_object(generic.DictionaryObject(p.root["/Pages"]["/Kids"][0]))

    isi = a.sebelum(sembunyikan)
    pdf = PdfFileReader(BytesIO(isi))
    nomor = max(r.idnum for r in pdf.xrefs.explicit_refs_in_revision(2) if "/Contents" in pdf.get_object(r))
    tempat = pdf.xrefs[generic.Reference(nomor, 0, pdf)]
    halaman = pdf.root["/Pages"]["/Kids"].raw_get(2).idnum
    return isi + _tabel({halaman: (tempat, 0)}, _trailer(pdf, Prev=pdf.last_startxref), len(isi))


def halaman_diganti_lalu_tanda(a: Alat) -> bytes:
    def ubah(p: IncrementalPdfFileWriter) -> None:
        halaman = p.root["/Pages"]["/Kids"].raw_get(2)
        halaman.get_object()["/Contents"] = p.root["/Pages"]["/Kids"][0].raw_get("/Contents")
        p.mark_update(halaman)

    return a.sebelum(ubah)


def halaman_ditambahkan(a: Alat) -> bytes:
    def ubah(p: IncrementalPdfFileWriter) -> None:
        pohon = p.root["/Pages"]
        salinan = p.add_object(generic.DictionaryObject(pohon["/Kids"][0]))
        pohon["/Kids"].insert(0, salinan)
        pohon["/Count"] = generic.NumberObject(int(pohon["/Count"]) + 1)
        p.update_container(pohon)

    return a.sebelum(ubah)


# --- what belongs to a signature, misused --------------------------------------------------------------


def data_validasi_palsu(a: Alat) -> bytes:
    """Something else that calls itself validation data."""

    def ubah(p: IncrementalPdfFileWriter) -> None:
        aliran = p.add_object(generic.StreamObject(stream_data=b"bukan sertifikat"))
        p.root["/DSS"] = p.add_object(kamus({"/Certs": generic.ArrayObject([aliran])}))
        p.update_root()

    return a.sesudah(ubah)


def judul_diganti(a: Alat) -> bytes:
    def ubah(p: IncrementalPdfFileWriter) -> None:
        p.trailer_view["/Info"]["/Title"] = pdf_string("Judul Lain")
        p.mark_update(p.trailer_view.raw_get("/Info"))

    return a.sebelum(ubah)


def sisipan_kosong(a: Alat) -> bytes:
    return sunting(a.tanda(), lambda p: p.update_root())


def ekor(a: Alat) -> bytes:
    return a.tanda() + b"1 0 obj\n<<>>\nendobj\n%%EOF\n"


def satu_byte(a: Alat) -> bytes:
    isi = bytearray(a.tanda())
    isi[5000] ^= 1
    return bytes(isi)


def tambahan_satu_byte(a: Alat) -> bytes:
    """In what was appended, beside the signature."""
    isi = bytearray(a.tanda(reason="Menetapkan rencana"))
    isi[isi.rindex(b"Menetapkan rencana")] ^= 2
    return bytes(isi)


def ditulis_ulang(a: Alat) -> bytes:
    """Saved by another program, then signed."""
    keluar = BytesIO()
    copy_into_new_writer(PdfFileReader(BytesIO(a.naskah))).write(keluar)
    return a.tanda(keluar.getvalue())


def tanpa_tanda(a: Alat) -> bytes:
    return a.naskah


def tumpukan(a: Alat) -> bytes:
    """More than is looked at."""
    return a.tanda() + b"\n" * (5 * 1024 * 1024) + b"%%EOF\n"


SERANGAN: dict[str, Callable[[Alat], bytes]] = {
    f.__name__: f
    for f in (
        rantai_xref_palsu, generasi_lain, xref_ke_byte_lama, xref_raksasa, byte_di_sela, widget_menutup,
        widget_menutup_lalu_tanda, sampul_ditandatangani, di_luar_tempat, halaman_lain, tampilan_diganti,
        tampilan_ditimpa, kotak_digeser, kotak_digeser_lalu_tanda, tindakan_ditambahkan, tindakan_lalu_tanda, xfa,
        formulir_berskrip, tampilan_diminta_ulang, skrip_saat_dibuka, tanda_tangan_kedua, yatim_lalu_tanda, bayangan,
        bayangan_halaman, halaman_diganti_lalu_tanda, halaman_ditambahkan, data_validasi_palsu, judul_diganti,
        sisipan_kosong, ekor, satu_byte, tambahan_satu_byte, ditulis_ulang, tanpa_tanda, tumpukan,
    )
}  # fmt: skip
"""Each must be refused."""


# --- signed elsewhere, and nothing else ----------------------------------------------------------------


def di_tempatnya(a: Alat) -> bytes:
    return a.tanda(reason="Menetapkan")


def bermetadata(a: Alat) -> bytes:
    """By a program that writes into the metadata when and by what it was changed."""
    return a.tanda(metadata=True)


def tak_tampak(a: Alat) -> bytes:
    return a.tanda(baru=SigFieldSpec("Luar"))


def medan_sendiri(a: Alat) -> bytes:
    nomor, kotak = a.kotak()
    return a.tanda(baru=SigFieldSpec("Luar", on_page=nomor, box=kotak))  # type: ignore[arg-type]  # four numbers


def bercap_waktu(a: Alat) -> bytes:
    return a.tanda(cap=a.rantai.terbitkan("TSA Uji", tsa=True))


def bersertifikasi(a: Alat) -> bytes:
    return a.tanda(certify=True)


def _tambah_validasi(a: Alat, pdf: bytes) -> bytes:
    semua = SimpleCertificateStore.from_certs([kunci_asn1(o)[0] for o in (a.orang, a.rantai.penerbit, a.rantai.akar)])
    keluar = BytesIO(pdf)
    DocumentSecurityStore.add_dss(keluar, sig_contents=None, certs=list(semua))
    return keluar.getvalue()


def bervalidasi(a: Alat) -> bytes:
    """Validation data added later."""
    return _tambah_validasi(a, a.tanda())


def bervalidasi_dan_bercap(a: Alat) -> bytes:
    """And a time stamp over it all."""
    isi = _tambah_validasi(a, bercap_waktu(a))
    cap = PdfTimeStamper(DummyTimeStamper(*kunci_asn1(a.rantai.terbitkan("TSA Uji", tsa=True))))
    hasil: Any = cap.timestamp_pdf(IncrementalPdfFileWriter(BytesIO(isi)), "sha256")
    return bytes(hasil.getvalue())


BENAR: dict[str, Callable[[Alat], bytes]] = {
    f.__name__: f
    for f in (
        di_tempatnya, bermetadata, tak_tampak, medan_sendiri, bercap_waktu, bersertifikasi, bervalidasi,
        bervalidasi_dan_bercap,
    )
}  # fmt: skip
"""Each must be taken."""
