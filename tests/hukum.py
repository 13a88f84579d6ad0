"""Reading the house as text: what the laws in test_rumah.py speak of."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings

AKAR: Path = settings.AKAR
RUANG = ("zona", "pengungkit", "rencana_aksi", "bukti_fisik")
PENULIS = {"catat", "tulis_jejak"}
"""What leaves an audit row (zona/organisasi/domain/jejak.py, zona/inti/domain.py)."""
MENULIS = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete"}
"""Methods of the ORM that write."""


def berkas(*pola: str, di: tuple[str, ...] = RUANG) -> list[Path]:
    """Files of the house that match, without migrations."""
    semua = {p for akar in di for satu in pola for p in (AKAR / akar).rglob(satu)}
    return sorted(p for p in semua if p.is_file() and not {"migrations", "__pycache__"} & set(p.parts))


def nama(p: Path) -> str:
    return p.relative_to(AKAR).as_posix()


def modul(p: Path) -> str:
    """The dotted name of a Python file."""
    return nama(p).removesuffix(".py").removesuffix("/__init__").replace("/", ".")


# --- templates ----------------------------------------------------------------------------------------

KOMENTAR = re.compile(r"\{#.*?#\}|\{% comment.*?endcomment %\}", re.S)
KODE = re.compile(r"\{[%{](.*?)[%}]\}", re.S)
BERARTI = re.compile(r"""[<>="']""")  # what would end a tag or an attribute
TAG = re.compile(r"""<([a-zA-Z][\w-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>""")
ATRIBUT = re.compile(r"""([\w:@.-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")
BILA = re.compile(r"⟦\s*(?:if|elif|else|end\w+)\b[^⟧]*⟧")


@dataclass(frozen=True)
class Unsur:
    """A start tag of a template: its name and attributes, template code inside them kept as ⟦…⟧."""

    berkas: str
    nama: str
    atribut: dict[str, str]

    def __str__(self) -> str:
        return f"{self.berkas}: <{self.nama} {' '.join(self.atribut)}>"


def unsur(p: Path) -> Iterator[Unsur]:
    """The start tags of a template."""
    kode = KOMENTAR.sub("", p.read_text())
    polos = KODE.sub(lambda m: f"⟦{BERARTI.sub('', m[1])}⟧", kode)
    for tag in TAG.finditer(polos):
        isi = BILA.sub(" ", tag[2])
        atribut = {a[1].lower(): a[2] or a[3] or a[4] or "" for a in ATRIBUT.finditer(isi)}
        yield Unsur(nama(p), tag[1].lower(), atribut)


def teks_py(di: tuple[str, ...] = RUANG) -> Iterator[tuple[str, str]]:
    """Every string literal of the code, with the file it stands in."""
    for p in berkas("*.py", di=di):
        for simpul in ast.walk(ast.parse(p.read_text())):
            if isinstance(simpul, ast.Constant) and isinstance(simpul.value, str):
                yield nama(p), simpul.value


def rujukan_templat() -> Iterator[tuple[str, str]]:
    """(who names it, template) for every template named in code or in another template; parts as x.html#part."""
    for p, teks in teks_py():
        if re.fullmatch(r"[\w/.-]+\.html(#\w+)?", teks):
            yield p, teks
    for p in berkas("*.html", di=("templates",)):
        for m in re.finditer(r"\{% (?:extends|include) [\"']([^\"']+)[\"']", p.read_text()):
            yield nama(p), m[1]


def bagian_diminta() -> Iterator[tuple[str, str, str]]:
    """(file, template, part) of every tampilkan(request, "template", "part", …)."""
    for p in berkas("*.py"):
        for simpul in ast.walk(ast.parse(p.read_text())):
            if isinstance(simpul, ast.Call) and getattr(simpul.func, "id", "") == "tampilkan":
                isi = [a.value if isinstance(a, ast.Constant) else None for a in simpul.args[1:3]]
                if isinstance(isi[0], str) and isinstance(isi[1], str):
                    yield nama(p), isi[0], isi[1]


# --- the verbs ----------------------------------------------------------------------------------------


@dataclass
class Fungsi:
    """A function of a domain module: what it calls, by full name where that is known."""

    nama: str
    simpul: ast.FunctionDef
    panggil: set[str] = field(default_factory=set)
    menulis: bool = False

    @property
    def umum(self) -> bool:
        return not self.simpul.name.startswith("_")

    @property
    def atomik(self) -> bool:
        return any(ast.unparse(h) in ("transaction.atomic", "atomic") for h in self.simpul.decorator_list)

    @property
    def argumen(self) -> set[str]:
        return {a.arg for a in self.simpul.args.kwonlyargs}

    @property
    def argumen_berurutan(self) -> list[str]:
        return [a.arg for a in (*self.simpul.args.posonlyargs, *self.simpul.args.args)]


def fungsi_domain() -> dict[str, Fungsi]:
    """Every top-level function of */domain/ and */domain.py, by full name."""
    hasil: dict[str, Fungsi] = {}
    for p in berkas("*.py"):
        if "domain" not in modul(p).split("."):
            continue
        pohon = ast.parse(p.read_text())
        dikenal = _dikenal(pohon, modul(p))
        for simpul in pohon.body:
            if isinstance(simpul, ast.FunctionDef):
                f = Fungsi(f"{modul(p)}.{simpul.name}", simpul)
                hasil[f.nama] = f
                for panggilan in (s for s in ast.walk(simpul) if isinstance(s, ast.Call)):
                    f.panggil.add(dikenal.get(ast.unparse(panggilan.func), ast.unparse(panggilan.func)))
                    f.menulis |= _menulis(panggilan)
    return hasil


def _dikenal(pohon: ast.Module, di: str) -> dict[str, str]:
    """What the names of a module stand for: its own functions, what it imports, functions of imported modules."""
    kenal = {s.name: f"{di}.{s.name}" for s in pohon.body if isinstance(s, ast.FunctionDef)}
    for s in ast.walk(pohon):
        if isinstance(s, ast.ImportFrom) and s.module:
            for alias in s.names:
                kenal[alias.asname or alias.name] = f"{s.module}.{alias.name}"
    for s in ast.walk(pohon):
        if isinstance(s, ast.Attribute) and isinstance(s.value, ast.Name) and s.value.id in kenal:
            kenal.setdefault(ast.unparse(s), f"{kenal[s.value.id]}.{s.attr}")
    return kenal


def _menulis(panggilan: ast.Call) -> bool:
    if not isinstance(panggilan.func, ast.Attribute):
        return False
    rantai = ast.unparse(panggilan.func.value)
    if rantai == "default_storage":  # a file, not a row
        return False
    if panggilan.func.attr in MENULIS:
        return True
    return panggilan.func.attr == "update" and ("objects" in rantai or ".filter(" in rantai)


def berjejak(fungsi: dict[str, Fungsi]) -> set[str]:
    """Names of those that leave an audit row, themselves or through a function they call."""
    hasil = {f.nama for f in fungsi.values() if any(p.rpartition(".")[2] in PENULIS for p in f.panggil)}
    while baru := {f.nama for f in fungsi.values() if f.panggil & hasil} - hasil:
        hasil |= baru
    return hasil


def langkah(fungsi: dict[str, Fungsi]) -> set[str]:
    """Names of mere steps: they write within somebody else's transaction. Only domain functions that leave an audit
    row call them, and steps of these."""
    jejak = berjejak(fungsi)
    luar = {
        f"{s.module}.{alias.name}"
        for p in berkas("*.py")
        if "domain" not in modul(p).split(".")
        for s in ast.walk(ast.parse(p.read_text()))
        if isinstance(s, ast.ImportFrom)
        for alias in s.names
    }
    pemanggil = {f.nama: {g.nama for g in fungsi.values() if f.nama in g.panggil} for f in fungsi.values()}
    calon = {f.nama for f in fungsi.values() if not f.atomik and f.nama not in luar and pemanggil[f.nama]}
    hasil: set[str] = set()
    while baru := {n for n in calon if pemanggil[n] <= jejak | hasil} - hasil:
        hasil |= baru
    return hasil
