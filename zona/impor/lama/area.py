"""Which of the six pengungkit some words speak of. Pure."""

import re

from zona.organisasi.enums import AREA

_KUNCI = {
    "I": r"manajemen perubahan|mindset",
    "II": r"tata ?laksana",
    "III": r"sdm|msdm|sumber daya (?:manusia|aparatur)|penataan sistem manajemen",
    "IV": r"akuntabilitas",
    "V": r"pengawasan",
    "VI": r"pelayanan publik|kualitas pelaya\w*|yanlik",
}
KUNCI = {kode: re.compile(rf"\b(?:{pola})\b") for kode, pola in _KUNCI.items()}
_PENGIRING = """
    manajemen perubahan penataan tata laksana tatalaksana sistem sdm sumber daya manusia aparatur penguatan kinerja
    akuntabilitas pengawasan peningkatan kualitas pelayanan publik area pengungkit komponen pokja kelompok kerja tim
    program bidang bobot indikator rencana aksi dan msdm yanlik mindset i ii iii iv v vi a b c d e f poin persen zi wbk
    wbbm bagian sub
    """
PENGIRING = frozenset(_PENGIRING.split())
"""Words that stand around the name of a pengungkit in a heading of its own; the name of a sheet may cut the last."""
_SEBUTAN = re.compile(
    r"^(?:area|pengungkit|komponen|pokja|kelompok kerja|bagian)(?: (?:perubahan|pengungkit))? ?"
    r"(?P<ke>[1-6]|vi|iv|v|i{1,3}|[a-f])$"
)
_AWAL = re.compile(r"^\(?(?P<ke>[1-6]|vi|iv|v|i{1,3})\)?[.)]?$", re.IGNORECASE)
_ROMAWI = {kode.lower(): kode for kode in AREA}
BATAS = 90


def kenali_area(teks: str, *, kepala: bool = False) -> str:
    """The code (I–VI) of the pengungkit that the words name, by its name, else as "Area III" or a numeral alone; empty
    where they name none, or more than one. `kepala`: only where they are its heading and say nothing more."""
    kata = " ".join(re.sub(r"[^a-z0-9]+", " ", teks.lower()).split())
    if not kata or (kepala and len(teks) > BATAS):
        return ""
    cocok = [kode for kode, pola in KUNCI.items() if pola.search(kata)]
    if len(cocok) == 1:
        lain = [k for k in kata.split() if not k.isdecimal() and not any(p.startswith(k) for p in PENGIRING)]
        return "" if kepala and lain else cocok[0]
    if cocok:
        return ""
    if sebutan := _SEBUTAN.match(kata):
        return _kode(sebutan["ke"])
    awal = _AWAL.match(teks.strip())
    return _kode(awal["ke"].lower()) if awal else ""


def _kode(ke: str) -> str:
    """I of i, 1 and a."""
    if ke in _ROMAWI:
        return _ROMAWI[ke]
    return AREA[int(ke) - 1] if ke.isdecimal() else AREA["abcdef".index(ke)]
