"""Tags as PDF/UA-1 (ISO 14289-1) and PDF/A-3a want them, where WeasyPrint leaves something to be done: mended on its
objects before they are written."""

from collections.abc import Iterator
from typing import Any

import pydyf

AKHIR_RDF = b"</rdf:RDF>"


def rapikan(pdf: pydyf.PDF, tambahan_rdf: bytes = b"") -> None:
    """Heads of tables say what they are the head of, items of lists have a body, what stands on every page is no part
    of the text, identifiers can be found. `tambahan_rdf`: rdf:Description elements for the metadata."""
    _metadata(pdf, tambahan_rdf)
    akar = _objek(pdf, pdf.catalog["StructTreeRoot"])
    tercapai: set[int] = set()
    pengenal: list[tuple[str, bytes]] = []
    nomor = _objek(pdf, akar["ParentTree"])["Nums"]
    for unsur, kepala in list(_jelajah(pdf, akar, kepala=False)):
        if unsur["S"] == "/LI" and not unsur["K"]:
            _objek(pdf, unsur["P"])["K"].remove(unsur.reference)  # its words begin overleaf
            continue
        tercapai.add(unsur.number)
        if unsur["S"] == "/LI":
            _badani(pdf, unsur, tercapai)
        elif unsur["S"] == "/TH":
            unsur["A"]["Scope"] = "/Column" if kepala else "/Row"
        elif unsur["S"] == "/Link":
            for satu, _ in _jelajah(pdf, unsur, kepala=kepala):
                _lepas(pdf, satu, nomor)
        if "ID" in unsur:
            pengenal.append((unsur["ID"].string, unsur.reference))
    if pengenal:
        akar["IDTree"] = pydyf.Dictionary(
            {"Names": pydyf.Array(x for nama, rujukan in sorted(pengenal) for x in (pydyf.String(nama), rujukan))}
        )
    _kesampingkan(pdf, nomor, tercapai)


def _objek(pdf: pydyf.PDF, rujukan: bytes) -> Any:
    return pdf.objects[int(rujukan.split()[0])]


def _anak(pdf: pydyf.PDF, unsur: Any) -> list[Any]:
    """Elements right below."""
    semua = (_objek(pdf, k) for k in unsur.get("K", ()) if not isinstance(k, int))
    return [satu for satu in semua if "S" in satu]


def _jelajah(pdf: pydyf.PDF, unsur: Any, *, kepala: bool) -> Iterator[tuple[Any, bool]]:
    """Every element below, and whether it stands in the head of a table."""
    for satu in _anak(pdf, unsur):
        yield satu, kepala
        yield from _jelajah(pdf, satu, kepala=kepala or satu["S"] == "/THead")


def _metadata(pdf: pydyf.PDF, tambahan_rdf: bytes) -> None:
    """Not compressed (ISO 19005), and one RDF: a second one beside it is not read."""
    xmp = _objek(pdf, pdf.catalog["Metadata"])
    xmp.compress = False
    xmp.stream = [b"\n".join(xmp.stream).replace(AKHIR_RDF, tambahan_rdf + AKHIR_RDF)]


def _badani(pdf: pydyf.PDF, butir: Any, tercapai: set[int]) -> None:
    """An item of a list has a label and a body, and nothing beside them (ISO 32000-1, 14.8.4.3.3)."""
    label = [a.reference for a in _anak(pdf, butir) if a["S"] == "/Lbl"]
    isi = [a for a in _anak(pdf, butir) if a["S"] != "/Lbl"]
    if all(a["S"] == "/LBody" for a in isi):
        return
    badan = pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/LBody",
            "P": butir.reference,
            "Pg": butir["Pg"],
            "K": pydyf.Array(k for k in butir["K"] if k not in label),
        }
    )
    pdf.add_object(badan)
    tercapai.add(badan.number)
    for satu in isi:
        satu["P"] = badan.reference
        if satu["S"] == "/LBody":
            satu["S"] = "/Div"
    butir["K"] = pydyf.Array([*label, badan.reference])


def _lepas(pdf: pydyf.PDF, unsur: Any, nomor: Any) -> None:
    """A part of a link has no annotation of its own: the link's covers it (ISO 14289-1, 7.18.5)."""
    for rujukan in [k for k in unsur["K"] if not isinstance(k, int)]:
        tunjuk = _objek(pdf, rujukan)
        if tunjuk.get("Type") != "/OBJR":
            continue
        catatan = _objek(pdf, tunjuk["Obj"])
        unsur["K"].remove(rujukan)
        _objek(pdf, tunjuk["Pg"])["Annots"].remove(tunjuk["Obj"])
        letak = nomor.index(catatan["StructParent"], 2 * len(pdf.page_references))
        del nomor[letak : letak + 2]
        tunjuk.clear()
        catatan.clear()


def _kesampingkan(pdf: pydyf.PDF, nomor: Any, tercapai: set[int]) -> None:
    """Running heads and feet, which the tree leaves out, are marked as such in the page too (ISO 14289-1, 7.8)."""
    for halaman, unsur in zip(pdf.page_references, (x for x in nomor if isinstance(x, pydyf.Array)), strict=True):
        pinggir = {n for n, rujukan in enumerate(unsur) if int(rujukan.split()[0]) not in tercapai}
        if not pinggir:
            continue
        unsur[:] = [b"null" if n in pinggir else rujukan for n, rujukan in enumerate(unsur)]
        isi = _objek(pdf, _objek(pdf, halaman)["Contents"]).stream
        for n, butir in enumerate(isi):
            if isinstance(butir, pydyf.Dictionary) and butir.get("MCID") in pinggir:
                isi[n - 1 : n + 1] = ["/Artifact", "<</Type/Pagination>>"]
    for satu in pdf.objects:
        if isinstance(satu, pydyf.Dictionary) and satu.get("Type") == "/StructElem" and satu.number not in tercapai:
            satu.clear()
