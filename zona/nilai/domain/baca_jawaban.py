"""Answers from a file, as plain values: each one checked, every refusal with its cell or its question. Nothing is
written here."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from pengungkit.beku import Naskah, soal_naskah
from pengungkit.domain.isian import periksa_catatan, periksa_isian
from pengungkit.domain.naskah import BerkasDitolak
from pengungkit.struktur import Isian
from zona.inti.errors import DomainError
from zona.inti.perintah import sebab_berkas
from zona.nilai.queries.baris_lke import baris_lke

ANGKA = re.compile(r"[0-9]{1,9}([.,][0-9]{1,9})?", re.ASCII)
BATAS_BYTE = 5 * 1024 * 1024


@dataclass(slots=True)
class JawabanBerkas:
    """What a file says. `isian`: answers by question code, `catatan`: notes; `kosong` and `tanpa_catatan`: questions it
    has and leaves empty. `revisi`: of each answer when the file was made. `sebagian`: counts it does not name stay."""

    isian: dict[str, Isian] = field(default_factory=dict)
    catatan: dict[str, str] = field(default_factory=dict)
    kosong: set[str] = field(default_factory=set)
    tanpa_catatan: set[str] = field(default_factory=set)
    revisi: dict[str, int] = field(default_factory=dict)
    sebagian: bool = False


@dataclass(slots=True)
class Penampung:
    """Answers in the making, and what is wrong with them: (cell or key, reason)."""

    berkas: str
    masalah: list[tuple[str, str]] = field(default_factory=list)
    mentah: dict[str, dict[str, tuple[str, Any]]] = field(default_factory=dict)
    catatan: dict[str, str] = field(default_factory=dict)

    def tolak(self, tempat: str, alasan: str) -> None:
        self.masalah.append((tempat, alasan))

    def isi(self, kode: str, masukan: str, tempat: str, nilai: Any) -> None:
        """One value of a question (or of its count `masukan`), and where it stands."""
        milik = self.mentah.setdefault(kode, {})
        if masukan in milik:
            self.tolak(tempat, f"{kode} sudah dijawab di {milik[masukan][0]}")
        milik[masukan] = (tempat, nilai)

    def catat(self, kode: str, tempat: str, teks: str) -> None:
        try:
            self.catatan[kode] = periksa_catatan("\n".join(filter(None, (self.catatan.get(kode), teks))))
        except DomainError as galat:
            self.tolak(tempat, galat.pesan)

    def selesai(self, soal: Mapping[str, Naskah]) -> JawabanBerkas:
        """Raises BerkasDitolak with all that is wrong."""
        hasil = JawabanBerkas(catatan=dict(self.catatan))
        for kode, nilai in self.mentah.items():
            isian = self._isian(soal[kode], nilai)
            if isian is not None:
                hasil.isian[kode] = isian
        if self.masalah:
            raise BerkasDitolak(self.berkas, self.masalah)
        return hasil

    def _isian(self, soal: Naskah, nilai: Mapping[str, tuple[str, Any]]) -> Isian | None:
        tempat = {masukan: di for masukan, (di, _) in nilai.items()}
        mentah = {masukan: isi for masukan, (_, isi) in nilai.items()}
        isian = isian_mentah(soal, mentah)
        try:
            periksa_isian(soal, isian)
        except DomainError as galat:
            salah = galat.kolom if galat.kolom in mentah else next(iter(mentah))
            pilihan = f" Pilihannya {', '.join(p['label'] for p in soal['pilihan'])}." if soal["pilihan"] else ""
            self.tolak(tempat[salah], f"{soal['kode']} berisi “{str(mentah[salah])[:40]}”. {galat.pesan}{pilihan}")
            return None
        return isian


def isian_mentah(soal: Naskah, mentah: Mapping[str, Any]) -> Isian:
    """The answer as typed, in the form its question asks for; what has no such form is left for periksa_isian."""
    if soal["masukan"]:
        return Isian(masukan={kode: _bilangan(n) for kode, n in mentah.items()})
    (nilai,) = mentah.values()
    if soal["pilihan"]:
        label = {p["label"].casefold(): p["label"] for p in soal["pilihan"]}
        return Isian(pilihan=label.get(nilai.strip().casefold(), nilai) if isinstance(nilai, str) else f"{nilai}")
    angka = _bilangan(nilai)
    return Isian(angka=Decimal(angka) if type(angka) is int else angka)


def _bilangan(nilai: Any) -> Any:
    """4, "4", 3.72, "3,72" as numbers; all else as it is."""
    if isinstance(nilai, str) and ANGKA.fullmatch(nilai.strip()):
        nilai = Decimal(nilai.strip().replace(",", "."))
    if isinstance(nilai, Decimal) and nilai.is_finite() and nilai == nilai.to_integral_value():
        return int(nilai) if nilai < 10**30 else nilai
    return nilai


def baca_json(berkas: Path, naskah: Naskah) -> JawabanBerkas:
    """{"jawaban": {"<PortalRB number or question code>": "A" | "Ya" | number | {"b1": number}}}. Raises
    BerkasDitolak."""
    isi = _muat(berkas)
    jawaban = isi.get("jawaban") if isinstance(isi, dict) else None
    if not isinstance(jawaban, dict):
        raise BerkasDitolak(berkas.name, [("", 'harus berisi {"jawaban": {soal: jawaban}}')])
    baris = baris_lke(naskah)
    tempat = {str(b.soal_portalrb): (b.soal["kode"], b.masukan) for b in baris if b.soal_portalrb}
    tempat |= {b.kode: (b.soal["kode"], b.masukan) for b in baris}
    soal = {s["kode"]: s for _, _, s in soal_naskah(naskah)}
    tampung = Penampung(berkas.name)
    for kunci, nilai in jawaban.items():
        if kunci in tempat:
            tampung.isi(*tempat[kunci], kunci, nilai)
        elif kunci in soal and isinstance(nilai, dict):
            _masukan(tampung, soal[kunci], nilai)
        elif kunci in soal:
            tampung.tolak(kunci, f"harus berisi {', '.join(m['kode'] for m in soal[kunci]['masukan'])}")
        else:
            tampung.tolak(kunci, f"bukan pertanyaan instrumen {naskah['kode']}")
    hasil = tampung.selesai(soal)
    hasil.sebagian = True
    return hasil


def _masukan(tampung: Penampung, soal: Naskah, nilai: Mapping[str, Any]) -> None:
    dikenal = [m["kode"] for m in soal["masukan"]]
    for kode, n in nilai.items():
        if kode in dikenal:
            tampung.isi(soal["kode"], kode, f"{soal['kode']}.{kode}", n)
        else:
            tampung.tolak(f"{soal['kode']}.{kode}", f"bukan isian pertanyaan {soal['kode']}")


def _muat(berkas: Path) -> Any:
    try:
        if berkas.stat().st_size > BATAS_BYTE:
            raise BerkasDitolak(berkas.name, [("", f"terlalu besar, paling besar {BATAS_BYTE // 1024 // 1024} MB")])
        return json.loads(
            berkas.read_text(encoding="utf-8-sig"), parse_float=Decimal, parse_constant=_bukan_angka,
            object_pairs_hook=_sekali,
        )  # fmt: skip
    except OSError as galat:
        raise BerkasDitolak(berkas.name, [("", f"tidak dapat dibaca, {sebab_berkas(galat)}")]) from galat
    except DomainError as galat:
        raise BerkasDitolak(berkas.name, [("", galat.pesan)]) from galat
    except (ValueError, RecursionError) as galat:
        raise BerkasDitolak(berkas.name, [("", "bukan JSON yang sah")]) from galat


def _sekali(pasangan: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    hasil: dict[str, Any] = {}
    for kunci, nilai in pasangan:
        if kunci in hasil:
            raise DomainError(f"{kunci} ditulis dua kali")
        hasil[kunci] = nilai
    return hasil


def _bukan_angka(kata: str) -> Any:
    raise DomainError(f"{kata} bukan angka")
