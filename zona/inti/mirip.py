"""How alike Indonesian texts are, by the rarer words they share. Pure; of two as alike the first stays first."""

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

KATA = re.compile(r"[a-z0-9]+")
UMUM = frozenset(
    KATA.findall(
        """
        ada adalah agar akan antara apa apabila apakah atas atau bagi bahwa dalam dan dapat dari dengan di dilakukan
        guna hal hasil ini itu jika juga kantor ke kegiatan kepada kerja lain maupun melakukan melalui memiliki mengenai
        menjadi menuju oleh pada para pelaksanaan pembangunan per proses satker satuan sebagai secara sehingga serta
        setiap sudah tahun telah tentang terdapat terhadap terkait tersebut tidak tiap tim unit untuk wbbm wbk yaitu
        yang zi zona integritas dokumen laporan
        """
    )
)
"""Words that nearly every question or document has: they tell nothing apart."""

SINGKAT = {"sk": "keputusan", "sop": "prosedur", "foto": "dokumentasi", "notulen": "notula", "notulensi": "notula",
           "absensi": "hadir", "absen": "hadir", "pimpinan": "kepala", "sosmed": "media", "wbs": "whistle"}  # fmt: skip
AWALAN = ("memper", "meng", "meny", "mem", "men", "me", "peng", "peny", "pem", "pen", "per", "ber", "di", "ter", "pe")
AKHIRAN = ("kannya", "annya", "nya", "kan", "an", "i")


def akar(kata: str) -> str:
    """A word without its commonest affixes, as far as five letters stay: penilaian, dinilai, menilai → nilai."""
    for akhir in AKHIRAN:
        if kata.endswith(akhir) and len(kata) - len(akhir) >= 5:
            kata = kata.removesuffix(akhir)
            break
    for awal in AWALAN:
        if kata.startswith(awal) and len(kata) - len(awal) >= 4:
            return kata.removeprefix(awal)
    return kata


def kata_penting(teks: str) -> Counter[str]:
    """The words of a text that tell something, as their roots."""
    semua = (SINGKAT.get(k, k) for k in KATA.findall(teks.lower()))
    return Counter(akar(k) for k in semua if k not in UMUM and len(k) > 1)


class Indeks(Generic[K]):
    """Texts to be found by their likeness. A word that few of them have weighs more."""

    def __init__(self, calon: Mapping[K, str]) -> None:
        self.isi = {k: kata_penting(teks) for k, teks in calon.items()}
        self.ada = Counter(kata for satu in self.isi.values() for kata in satu)
        self.ukuran = {k: self._panjang(satu) for k, satu in self.isi.items()}

    def cari(self, pertanyaan: Iterable[str], paling_sedikit: float = 0.15) -> list[tuple[K, float]]:
        """Those alike any of the texts asked for, the most alike first, each with its likeness 0–1 (cosine)."""
        nilai: dict[K, float] = dict.fromkeys(self.isi, 0.0)
        for satu in map(kata_penting, pertanyaan):
            besar = self._panjang(satu)
            for k, lain in self.isi.items():
                sama = sum(satu[kata] * lain[kata] * self._bobot(kata) ** 2 for kata in satu.keys() & lain.keys())
                if sama:
                    nilai[k] = max(nilai[k], sama / (besar * self.ukuran[k]))
        return sorted(((k, n) for k, n in nilai.items() if n >= paling_sedikit), key=lambda kn: -kn[1])

    def _bobot(self, kata: str) -> float:
        return math.log((len(self.isi) + 1) / (self.ada[kata] + 1)) + 1

    def _panjang(self, satu: Counter[str]) -> float:
        return math.sqrt(sum((n * self._bobot(k)) ** 2 for k, n in satu.items()))
