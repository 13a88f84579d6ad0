"""The words of the document as it is printed: chapters with their numbers, headings that can be pointed at."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from django.utils.safestring import SafeString, mark_safe

from zona.naskah.enums import JenisBagian
from zona.naskah.markdown import Tempat, gambar
from zona.naskah.queries.naskah import Bagian
from zona.naskah.tempat import TEMPAT

ROMAWI = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_JUDUL = re.compile(r"<h2>(.*?)</h2>", re.DOTALL)
_TANDA = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class BagianDokumen:
    """A section as it was typed; nothing of who and when."""

    kode: str
    jenis: JenisBagian
    judul: str
    isi: str


@dataclass(frozen=True, slots=True)
class Subbab:
    """A heading of the second level, and the anchor it stands at."""

    anak: str
    judul: str


@dataclass(frozen=True, slots=True)
class Potongan:
    """A stretch of text as safe HTML, or the name of the data that stands there."""

    html: SafeString
    tempat: str = ""


@dataclass(frozen=True, slots=True)
class BagianCetak:
    """A section to draw. `nomor`: BAB II, LAMPIRAN 1, or empty."""

    kode: str
    jenis: JenisBagian
    nomor: str
    judul: str
    potongan: tuple[Potongan, ...]
    subbab: tuple[Subbab, ...]

    @property
    def judul_bernomor(self) -> str:
        return f"{self.nomor} {self.judul}".strip()

    @property
    def romawi(self) -> bool:
        """Whether it stands before the chapters, on roman pages."""
        return self.jenis in (JenisBagian.KEPUTUSAN, JenisBagian.PENGANTAR)


def bagian_dokumen(naskah: Iterable[Bagian]) -> tuple[BagianDokumen, ...]:
    return tuple(BagianDokumen(b.kode, b.jenis, b.judul, b.isi) for b in naskah)


def susun_naskah(naskah: Iterable[BagianDokumen], kata: Mapping[str, str]) -> tuple[BagianCetak, ...]:
    """The sections that say something, numbered each in its kind. `kata`: words for `{nama}`."""
    hasil: list[BagianCetak] = []
    isian = tuple(sorted(kata.items()))
    urut = {JenisBagian.BAB: 0, JenisBagian.LAMPIRAN: 0}
    for satu in naskah:
        if not satu.isi:
            continue
        nomor = ""
        if satu.jenis in urut:
            n = urut[satu.jenis] = urut[satu.jenis] + 1
            nomor = f"BAB {ROMAWI[n] if n < len(ROMAWI) else n}" if satu.jenis == JenisBagian.BAB else f"LAMPIRAN {n}"
        hasil.append(_cetak(satu, nomor, isian))
    return tuple(hasil)


@lru_cache(maxsize=32)
def _cetak(satu: BagianDokumen, nomor: str, isian: tuple[tuple[str, str], ...]) -> BagianCetak:
    """Kept a while: the same chapters are asked for to tell that a document has not changed."""
    kata = dict(isian)
    subbab: list[Subbab] = []

    def tandai(judul: re.Match[str]) -> str:
        anak = f"{satu.kode}-{len(subbab) + 1}"
        subbab.append(Subbab(anak, unescape(_TANDA.sub("", judul[1]))))
        return f'<h2 id="{anak}">{judul[1]}</h2>'

    potongan = tuple(
        Potongan(SafeString(), p.nama) if isinstance(p, Tempat) else Potongan(mark_safe(_JUDUL.sub(tandai, p)))  # noqa: S308  (cleaned by zona/naskah/markdown.py)
        for p in gambar(satu.isi, isian=kata, tempat=TEMPAT).potongan
    )
    judul = re.sub(r"\{([a-z_]+)\}", lambda m: kata.get(m[1], m[0]), satu.judul)
    return BagianCetak(satu.kode, satu.jenis, nomor, judul, potongan, tuple(subbab))
