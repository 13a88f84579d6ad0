"""The shipped instruments: their files, and as plain values without a database."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings

from pengungkit.domain.naskah_instrumen import NaskahInstrumen, baca_instrumen
from pengungkit.models import Instrumen
from pengungkit.queries import gerbang
from pengungkit.struktur import Indikator, Isian, Komponen, Soal, Struktur

INSTRUMEN = settings.AKAR / "fixtures" / "instrumen"
P52 = INSTRUMEN / "permenpan-52-2014.yaml"
P90 = INSTRUMEN / "permenpan-90-2021.yaml"


def salinan(folder: Path, asal: Path, *ganti: tuple[str, str]) -> Path:
    """A copy of the file under the same name, each text replaced once; the text must be there."""
    isi = asal.read_text()
    for lama, baru in ganti:
        assert lama in isi, lama
        isi = isi.replace(lama, baru, 1)
    tujuan = folder / asal.name
    tujuan.write_text(isi)
    return tujuan


def struktur_berkas(berkas: Path) -> Struktur:
    """What queries.struktur must give after loading the file."""
    naskah = baca_instrumen(berkas)
    t = naskah.tabel
    komponen = tuple(
        Komponen(k["kode"], k["nama"], k["bobot"], tuple(_indikator(naskah, None, kode)), k["area"])
        for kode, k in t.komponen.items()
    )
    return Struktur(komponen, gerbang(Instrumen(ambang=naskah.instrumen["ambang"])))


def _indikator(naskah: NaskahInstrumen, induk: str | None, komponen: str) -> Iterator[Indikator]:
    for kode, i in naskah.tabel.indikator.items():
        if (i["induk"], i["komponen"]) == (induk, komponen):
            soal = tuple(_soal(naskah, k, s) for k, s in naskah.tabel.pertanyaan.items() if s["indikator"] == kode)
            sub = tuple(_indikator(naskah, kode, komponen))
            yield Indikator(kode, i["nama"], i["bobot"], soal, sub)


def _soal(naskah: NaskahInstrumen, kode: str, soal: dict[str, Any]) -> Soal:
    pilihan = {label: p["nilai"] for (milik, label), p in naskah.tabel.pilihan.items() if milik == kode}
    return Soal(kode, soal["jenis_jawaban"], pilihan, soal["rumus"], soal["yakin"])


def huruf(*pasangan: str) -> dict[str, Isian]:
    """huruf("A1.1.a=Ya", …): answers by option."""
    return {kode: Isian(pilihan=label) for kode, label in (p.split("=") for p in pasangan)}
