"""Markdown as people type it in a document, into safe HTML and named places for data. Pure: no Django, nothing fetched.

Beside CommonMark and tables: lists lettered `a.` or `a)`; a line of its own `[[nama]]` is a place where data goes;
`{nama}` inside text is a word from the data; a paragraph all in bold is a label beside what follows it. HTML, pictures
and addresses that lead nowhere safe are dropped and named.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

TERPANJANG = 200_000
"""Characters of one section: some 60 pages."""
HURUF = re.compile(r"^(\s*)([a-z])(?=[.)]\s)", re.MULTILINE)
TEMPAT = re.compile(r"\[\[([a-zA-Z0-9 -]{1,40})\]\]")
ISIAN = re.compile(r"\{([a-z_]{1,30})\}")
TAUTAN = re.compile(r"(https?://|mailto:|#)", re.IGNORECASE)
PERATAAN = {"text-align:left": "kiri", "text-align:center": "tengah", "text-align:right": "kanan"}
UNSUR = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ATRIBUT = {"a": {"href"}, "ol": {"type", "start", "class"}, "p": {"class"}, "td": {"class"}, "th": {"class"}}
TEBAL_SAJA = ["strong_open", "text", "strong_close"]


@dataclass(frozen=True, slots=True)
class Tempat:
    """Where the data of that name goes."""

    nama: str


@dataclass(frozen=True, slots=True)
class Gambaran:
    """`potongan`: safe HTML and places for data, in order. `dibuang`: what was left out, each in words."""

    potongan: tuple[str | Tempat, ...]
    dibuang: tuple[str, ...]


def gambar(teks: str, *, isian: Mapping[str, str], tempat: Collection[str]) -> Gambaran:
    """Draw a section. `isian`: words for `{nama}`; `tempat`: the names that `[[nama]]` may have.
    Raises ValueError for a text longer than TERPANJANG."""
    if len(teks) > TERPANJANG:
        raise ValueError("teks terlalu panjang")
    pembaca = MarkdownIt("commonmark").enable("table")
    pembaca.validateLink = lambda url: True  # type: ignore[method-assign]  # what is not taken is named below
    baris_huruf = {teks.count("\n", 0, m.start(2)): m[2] for m in HURUF.finditer(teks)}
    token = pembaca.parse(HURUF.sub(r"\g<1>1", teks))
    dibuang: list[str] = []
    potongan: list[str | Tempat] = []
    for bagian in _pecah(_rapikan(token, baris_huruf, isian, dibuang), set(tempat), dibuang):
        if isinstance(bagian, Tempat):
            potongan.append(bagian)
        elif html := _bersih(pembaca.renderer.render(bagian, pembaca.options, {})):
            potongan.append(html)
    return Gambaran(tuple(potongan), tuple(dict.fromkeys(dibuang)))


def rapi(isi: str) -> str:
    """Typed text as it is kept: one kind of line end, nothing invisible that PDF or database refuse, no empty lines
    around."""
    satu = isi.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(c for c in satu if c in "\n\t" or c.isprintable()).strip()


def _bersih(html: str) -> str:
    """Once more through an allow-list, whatever the reader made of it."""
    return nh3.clean(
        html, tags=UNSUR, attributes=ATRIBUT, url_schemes={"http", "https", "mailto"}, link_rel="noopener noreferrer"
    ).strip()


def _rapikan(
    token: list[Token], baris_huruf: Mapping[int, str], isian: Mapping[str, str], dibuang: list[str]
) -> Iterator[Token]:
    """The tokens that stay: without HTML, with lettered lists, headings from the second level on, words filled in."""
    sebelum = None
    for satu in token:
        if satu.type == "html_block":
            dibuang.append(f"HTML {_kutip(satu.content)}")
            continue
        if satu.type == "ordered_list_open":
            _daftar(satu, baris_huruf)
        elif satu.type in ("heading_open", "heading_close") and satu.tag == "h1":
            satu.tag = "h2"
        elif satu.type in ("th_open", "td_open") and (gaya := satu.attrs.pop("style", None)):
            satu.attrSet("class", PERATAAN.get(str(gaya), ""))
        elif satu.children is not None:
            satu.children = list(_dalam(satu.children, isian, dibuang))
            if sebelum is not None and [t.type for t in satu.children if t.type != "text" or t.content] == TEBAL_SAJA:
                sebelum.attrSet("class", "label")
        sebelum = satu if satu.type == "paragraph_open" and satu.level == 0 else None
        yield satu


def _daftar(token: Token, baris_huruf: Mapping[int, str]) -> None:
    """Letters where letters were typed; `1)` printed as typed."""
    huruf = baris_huruf.get(token.map[0]) if token.map else None
    if huruf:
        token.attrSet("type", "a")
        if huruf != "a":
            token.attrSet("start", str(ord(huruf) - ord("a") + 1))
    if token.markup == ")":
        token.attrSet("class", "kurung")


def _dalam(token: list[Token], isian: Mapping[str, str], dibuang: list[str]) -> Iterator[Token]:
    """Inside a line: no HTML, no pictures, only links that lead somewhere safe."""
    terbuka: list[bool] = []
    for satu in token:
        if satu.type == "html_inline":
            dibuang.append(f"HTML {_kutip(satu.content)}")
        elif satu.type == "image":
            dibuang.append(f"gambar {_kutip(str(satu.attrs.get('src', '')))}")
        elif satu.type == "link_open":
            alamat = str(satu.attrs.get("href", ""))
            terbuka.append(bool(TAUTAN.match(alamat)))
            if terbuka[-1]:
                satu.attrs = {"href": alamat}
                yield satu
            else:
                dibuang.append(f"tautan {_kutip(alamat)}")
        elif satu.type == "link_close":
            if terbuka.pop():
                yield satu
        else:
            if satu.type == "text":
                satu.content = ISIAN.sub(lambda m: isian.get(m[1], m[0]), satu.content)
            yield satu


def _pecah(token: Iterator[Token], tempat: Collection[str], dibuang: list[str]) -> Iterator[list[Token] | Tempat]:
    """Split at paragraphs that are nothing but a place for data."""
    kini: list[Token] = []
    antre: list[Token] = []
    for satu in token:
        antre.append(satu)
        if len(antre) == 1 and satu.type == "paragraph_open" and satu.level == 0:
            continue
        if len(antre) == 2 and antre[0].type == "paragraph_open" and TEMPAT.fullmatch(satu.content.strip()):
            continue
        if len(antre) == 3:
            nama = TEMPAT.fullmatch(antre[1].content.strip())[1].strip()  # type: ignore[index]  # it matched above
            if kini:
                yield kini
                kini = []
            if nama in tempat:
                yield Tempat(nama)
            else:
                dibuang.append(f"tempat data {_kutip(nama)}")
        else:
            kini += antre
        antre = []
    if kini + antre:
        yield kini + antre


def _kutip(teks: str) -> str:
    """“the first of it”, on one line."""
    rapi = " ".join(teks.split())
    return f"“{rapi[:40]}…”" if len(rapi) > 40 else f"“{rapi}”"
