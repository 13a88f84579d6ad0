"""An instrument and an assessment as plain JSON values: what every page of the LKE reads, and what a lock keeps. Pure.

The instrument (`naskah`; queries/naskah.py reads it from the tables):
  {"kode", "nama", "status", "isi_sha256", "ambang": {"gerbang": […], "syarat_lain": {…}, …}, "perhitungan": {…},
   "komponen": [{"kode", "nama", "kelompok": "pengungkit" | "hasil", "area": "I" … | "", "aspek", "bobot": "5.000",
     "indikator": [{"kode", "nama", "bobot", "catatan", "sub": [as an indikator], "soal": [
       {"id", "kode", "teks", "jenis", "penjelasan", "catatan", "data_dukung": [text], "yakin", "rumus": {…},
        "soal_portalrb", "excel_baris",
        "pilihan": [{"id", "label", "teks", "nilai": "0.6700"}],
        "masukan": [{"kode", "teks", "soal_portalrb", "excel_baris"}]}]}]}]}

A locked assessment (PenilaianBeku.isi, its `sha256` that of the canonical JSON):
  {"bentuk": 1, "satker": {"kode", "nama"}, "tahun", "jenis": "mandiri" | "tpi", "instrumen": naskah,
   "jawaban": {question code: {"pilihan": label | null, "angka": "3.7200" | null, "masukan": {"b1": 3}, "catatan",
                               "oleh": name, "pada": ISO time, "revisi"}},
   "bukti": {question code: [{"id", "nama", "status", "versi", "sha256": "" for a link, "tautan": "" for a file,
                              "syarat", "pengungkit": "I", "halaman": int | null}]},
   "skor": as `isi_skor`, "diajukan": {"oleh", "pada"}, "dikunci": {"oleh", "pada"}}

Weights, values and points are text, never floats. Every question that holds an answer or a note is in "jawaban".
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from pengungkit.struktur import Ambang, Indikator, Isian, Komponen, Soal, Struktur
from zona.inti.angka import bulat

BENTUK = 1
"""Raise it when the form changes, and teach the readers both."""

TEMPAT = 12
Naskah = dict[str, Any]


def struktur_dari(naskah: Naskah) -> Struktur:
    """The instrument as the score takes it."""
    komponen = tuple(
        Komponen(k["kode"], k["nama"], Decimal(k["bobot"]), tuple(map(_indikator, k["indikator"])), k["area"])
        for k in naskah["komponen"]
    )
    return Struktur(komponen, gerbang_dari(naskah["ambang"]))


def gerbang_dari(ambang: Mapping[str, Any]) -> tuple[Ambang, ...]:
    """The thresholds as they were checked on loading (domain/ambang.py)."""
    return tuple(
        Ambang(g["predikat"], g["nama"], g["jenis"], g["kode"], Decimal(g["minimal"]))
        for g in ambang.get("gerbang", [])
    )


def _indikator(isi: Mapping[str, Any]) -> Indikator:
    soal = tuple(
        Soal(s["kode"], s["jenis"], {p["label"]: Decimal(p["nilai"]) for p in s["pilihan"]}, s["rumus"], s["yakin"])
        for s in isi["soal"]
    )
    return Indikator(isi["kode"], isi["nama"], Decimal(isi["bobot"]), soal, tuple(map(_indikator, isi["sub"])))


def soal_naskah(naskah: Naskah) -> Iterator[tuple[Naskah, Naskah, Naskah]]:
    """Every question with its komponen and indikator (the sub-indikator where it has one), in order."""
    for komponen in naskah["komponen"]:
        for indikator in komponen["indikator"]:
            for milik in (indikator, *indikator["sub"]):
                for soal in milik["soal"]:
                    yield komponen, milik, soal


def isi_isian(isian: Isian) -> dict[str, Any]:
    """An answer as JSON keeps it; `isian_dari` is its inverse."""
    angka = None if isian.angka is None else str(isian.angka)
    return {"pilihan": isian.pilihan, "angka": angka, "masukan": dict(isian.masukan)}


def isian_dari(isi: Mapping[str, Any]) -> Isian:
    angka = None if isi["angka"] is None else Decimal(isi["angka"])
    return Isian(isi["pilihan"], angka, isi["masukan"])


def isi_skor(skor: Any) -> dict[str, Any]:
    """A Skor as decimal text: {"total", "pengungkit", "hasil", "area": {}, "komponen": {}, "indikator": {},
    "ambang": [{"predikat", "nama", "jenis", "kode", "minimal", "nilai", "lulus", "kurang"}], "belum_dijawab": [],
    "tak_terhitung": []}."""
    bagian = {nama: {k: desimal(b.nilai) for k, b in getattr(skor, nama).items()} for nama in ("area", "komponen")}
    return {
        **{nama: desimal(getattr(skor, nama).nilai) for nama in ("total", "pengungkit", "hasil")},
        **bagian,
        "indikator": {k: desimal(b.nilai) for k, b in skor.indikator.items()},
        "ambang": [
            {
                "predikat": p.ambang.predikat, "nama": p.ambang.nama, "jenis": p.ambang.jenis, "kode": p.ambang.kode,
                "minimal": str(p.ambang.minimal), "nilai": desimal(p.bagian.nilai), "lulus": p.lulus,
                "kurang": desimal(p.kurang),
            }
            for p in skor.putusan
        ],
        "belum_dijawab": list(skor.belum_dijawab),
        "tak_terhitung": list(skor.tak_terhitung),
    }  # fmt: skip


def desimal(nilai: Fraction | Decimal) -> str:
    """A number as decimal text: exact where it ends within twelve places, else rounded there."""
    teks = f"{bulat(nilai, TEMPAT):f}"
    return teks.rstrip("0").rstrip(".")


def sidik(isi: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON: keys sorted, no blanks, UTF-8."""
    kanonis = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(kanonis.encode()).hexdigest()
