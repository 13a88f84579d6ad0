"""Answers of a file into an assessment: what would change, told first; then all of it in one transaction, or none."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from pengungkit.beku import Naskah, soal_naskah
from pengungkit.domain.isian import teks_isian
from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.lembar import tahan_penilaian
from pengungkit.domain.penilaian import mulai_tpi
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen
from pengungkit.queries.jawaban import KOSONG, JawabanTercatat, catatan_jawaban
from pengungkit.queries.naskah import naskah_instrumen
from pengungkit.struktur import Isian
from zona.inti.errors import DomainError
from zona.nilai.domain.baca_jawaban import JawabanBerkas
from zona.organisasi.models import Satker

TINDAKAN = "mengimpor jawaban LKE"


@dataclass(frozen=True, slots=True)
class Perubahan:
    """One question the file says something else of. `kosong`: it leaves empty what is on record. `bentrok`: what is on
    record was changed after the file was made."""

    soal: Naskah
    komponen: Naskah
    lama: tuple[Isian, str]
    baru: tuple[Isian, str]
    oleh: str
    kosong: bool = False
    bentrok: bool = False

    @property
    def lama_teks(self) -> str:
        return teks_isian(self.lama[0])

    @property
    def baru_teks(self) -> str:
        return teks_isian(self.baru[0])

    @property
    def jenis(self) -> str:
        if self.kosong:
            return "dikosongkan"
        if self.lama[0] == self.baru[0]:
            return "catatan"
        return "ditambah" if self.lama[0] == KOSONG else "diubah"


def perubahan(naskah: Naskah, tercatat: Mapping[str, JawabanTercatat], berkas: JawabanBerkas) -> list[Perubahan]:
    """In the instrument's order. What is emptied comes as a row of its own, after what the file fills."""
    return [p for k, _, soal in soal_naskah(naskah) for p in _satu(k, soal, tercatat.get(soal["kode"]), berkas)]


def _satu(komponen: Naskah, soal: Naskah, kini: JawabanTercatat | None, berkas: JawabanBerkas) -> Iterator[Perubahan]:
    kode = soal["kode"]
    lama = (kini.isian, kini.catatan) if kini else (KOSONG, "")
    isian = berkas.isian.get(kode, lama[0])
    if berkas.sebagian and isian.masukan:
        isian = Isian(masukan={**lama[0].masukan, **isian.masukan})
    isi = (isian, berkas.catatan.get(kode, lama[1]))
    bersih = (KOSONG if kode in berkas.kosong else isi[0], "" if kode in berkas.tanpa_catatan else isi[1])
    bentrok = kode in berkas.revisi and berkas.revisi[kode] != (kini.revisi if kini else 0)
    oleh = kini.oleh if kini else ""
    if isi != lama:
        yield Perubahan(soal, komponen, lama, isi, oleh, bentrok=bentrok)
    if bersih != isi:
        yield Perubahan(soal, komponen, isi, bersih, oleh, kosong=True, bentrok=bentrok)


def sidik_jawaban(tercatat: Mapping[str, JawabanTercatat]) -> str:
    """Of the answers as they were shown: another one, and somebody has answered meanwhile."""
    return hashlib.sha256(json.dumps({k: j.revisi for k, j in sorted(tercatat.items())}).encode()).hexdigest()


@transaction.atomic
def impor_jawaban(
    *,
    satker: Satker,
    tahun: int,
    instrumen: Instrumen,
    jenis: JenisPenilaian,
    berkas: JawabanBerkas,
    oleh: Any,
    kosongkan: bool = False,
    timpa: bool = True,
    area: frozenset[str] | None = None,
    dilihat: str | None = None,
) -> list[str]:
    """Save what the file says; the codes that changed. `kosongkan`: also what it leaves empty; `timpa`: also over what
    others changed after it was made; `area`: only questions of these (None: all); `dilihat`: the sidik_jawaban that
    was shown. The assessment is made where there is none. Raises DomainError as `jawab_banyak` does, and where the
    answers changed since they were shown."""
    penilaian = tahan_penilaian(satker, tahun, instrumen, jenis)
    tercatat = catatan_jawaban([penilaian])[penilaian.pk] if penilaian else {}
    if dilihat is not None and dilihat != sidik_jawaban(tercatat):
        raise DomainError("Jawaban berubah sejak pratinjau ini dibuat. Periksa sekali lagi, lalu terapkan.")
    pakai = [
        p
        for p in perubahan(naskah_instrumen(instrumen), tercatat, berkas)
        if (kosongkan or not p.kosong) and (timpa or not p.bentrok) and (area is None or p.komponen["area"] in area)
    ]
    if penilaian is None and jenis == JenisPenilaian.TPI:
        mulai_tpi(satker=satker, tahun=tahun, instrumen=instrumen, buta=False, oleh=oleh)
    return jawab_banyak(
        satker=satker, tahun=tahun, instrumen=instrumen, jenis=jenis, oleh=oleh, tindakan=TINDAKAN,
        isian={p.soal["kode"]: p.baru[0] for p in pakai}, catatan={p.soal["kode"]: p.baru[1] for p in pakai},
    )  # fmt: skip
