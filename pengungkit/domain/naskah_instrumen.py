"""An instrument file, read whole and checked before anything is written (`fixtures/instrumen/*.yaml`).

What must hold: pengungkit weighs 60 and hasil 40, the parts of a thing weigh what it weighs, codes are unique in the
instrument, every option has a value from 0 to 1, a formula names only the counts its question asks for.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path

from pengungkit.domain.ambang import baca_ambang
from pengungkit.domain.naskah import BerkasDitolak, Salah, Titik, baca_yaml, json_tepat
from pengungkit.domain.naskah_soal import Baris, Tabel, baca_pertanyaan, pakai, pilihan_dari
from pengungkit.domain.portalrb import isi_portalrb
from pengungkit.enums import Aspek, Kelompok
from zona.inti.angka import bobot_id
from zona.organisasi.enums import AREA


@dataclass(slots=True)
class NaskahInstrumen:
    """A file's content: the fields of the Instrumen and the rows below it. `masalah`: weights that do not add up."""

    kode: str
    isi_sha256: str
    instrumen: Baris = field(default_factory=dict)
    tabel: Tabel = field(default_factory=Tabel)
    masalah: list[tuple[str, str]] = field(default_factory=list)

    def periksa_jumlah(self, titik: Titik, apa: str, bobot: Iterable[Decimal], harus: Decimal) -> None:
        if (jumlah := sum(bobot)) != harus:
            self.masalah.append((titik.jalur, f"jumlah bobot {apa} {bobot_id(jumlah)}, seharusnya {bobot_id(harus)}"))


def baca_instrumen(berkas: Path) -> NaskahInstrumen:
    """The instrument in a file; its kode is the file's stem. Raises BerkasDitolak with the weights that do not add up
    and the first thing that makes no sense."""
    akar, isi = baca_yaml(berkas)
    naskah = NaskahInstrumen(berkas.stem, hashlib.sha256(isi + isi_portalrb(isi)).hexdigest())
    try:
        _susun(naskah, akar)
    except Salah as salah:
        naskah.masalah.append((salah.jalur, salah.alasan))
    if naskah.masalah:
        raise BerkasDitolak(berkas.name, naskah.masalah)
    return naskah


def _susun(naskah: NaskahInstrumen, akar: Titik) -> None:
    peraturan = akar.wajib("peraturan")
    status = peraturan.wajib("status").teks(300)
    naskah.instrumen = {
        "nama": peraturan.wajib("nama").teks(300),
        "status": status,
        "berlaku_sejak": _tanggal(peraturan.boleh("tanggal")),
        "bawaan": akar.boleh("bawaan", status.startswith("berlaku")).benar(),
        "peraturan": json_tepat(peraturan.nilai),
        "perhitungan": json_tepat(akar.boleh("perhitungan", {}).nilai),
        "syarat_pengusulan": json_tepat(akar.boleh("syarat_pengusulan", {}).nilai),
    }
    for kunci, kelompok, harus in (("komponen", Kelompok.PENGUNGKIT, 60), ("hasil", Kelompok.HASIL, 40)):
        urutan_area: Counter[str] = Counter()
        bobot = [_komponen(naskah, t, kelompok, urutan_area) for t in akar.wajib(kunci).isi()]
        naskah.periksa_jumlah(akar.wajib(kunci), kelompok.label.lower(), bobot, Decimal(harus))
    tabel = naskah.tabel
    if kurang := [a for a in AREA if a not in {k["area"] for k in tabel.komponen.values()}]:
        raise akar.wajib("komponen").salah(f"tidak ada komponen untuk pengungkit {', '.join(kurang)}")
    naskah.instrumen["ambang"] = baca_ambang(akar.wajib("ambang"), tabel.komponen, tabel.indikator)


def _tanggal(titik: Titik) -> date | None:
    if titik.nilai is None or isinstance(titik.nilai, date):
        return titik.nilai
    try:
        return date.fromisoformat(titik.teks())
    except ValueError as galat:
        raise titik.salah("harus berupa tanggal, misalnya 2021-12-31") from galat


def _komponen(naskah: NaskahInstrumen, titik: Titik, kelompok: Kelompok, urutan_area: Counter[str]) -> Decimal:
    kode = titik.wajib("kode").teks(10)
    urutan = pakai(naskah.tabel.komponen, kode, titik.wajib("kode"))
    area, aspek = _area(titik, urutan_area) if kelompok == Kelompok.PENGUNGKIT else ("", "")
    bobot = titik.wajib("bobot").bobot()
    naskah.tabel.komponen[kode] = {
        "kode": kode, "nama": titik.wajib("nama").teks(200), "kelompok": kelompok, "area": area, "aspek": aspek,
        "bobot": bobot, "urutan": urutan,
    }  # fmt: skip
    hasil = kelompok == Kelompok.HASIL
    jumlah = [_indikator(naskah, t, kode, hasil=hasil) for t in titik.wajib("indikator").isi()]
    naskah.periksa_jumlah(titik.wajib("bobot"), f"indikator {kode}", jumlah, bobot)
    return bobot


def _area(titik: Titik, urutan_area: Counter[str]) -> tuple[str, str]:
    """The pengungkit (I–VI) and aspect: as the file says, else by the order within the aspect."""
    aspek = pilihan_dari(titik.boleh("aspek", ""), ["", *Aspek.values])
    if urutan_area[aspek] == len(AREA):
        raise titik.salah("lebih dari enam pengungkit")
    area = pilihan_dari(titik.boleh("area", AREA[urutan_area[aspek]]), AREA)
    urutan_area[aspek] += 1
    return area, aspek


def _indikator(
    naskah: NaskahInstrumen, titik: Titik, komponen: str, *, hasil: bool = False, induk: str | None = None
) -> Decimal:
    """An indikator with its questions or its subs; one of hasil is its own single question, of the same code."""
    kode = titik.wajib("kode").teks(12)
    urutan = pakai(naskah.tabel.indikator, kode, titik.wajib("kode"))
    bobot = titik.wajib("bobot").bobot()
    nama = titik.wajib("nama").teks(300)
    naskah.tabel.indikator[kode] = {
        "komponen": komponen, "induk": induk, "kode": kode, "nama": nama, "bobot": bobot,
        "catatan": titik.boleh("catatan", "").teks(boleh_kosong=True), "urutan": urutan,
    }  # fmt: skip
    if hasil:
        baca_pertanyaan(naskah.tabel, titik, kode, nama)
        return bobot
    sub, soal = titik.boleh("sub_indikator", []).daftar(), titik.boleh("pertanyaan", []).daftar()
    if bool(sub) == bool(soal) or (sub and induk):
        raise titik.salah("harus punya pertanyaan, atau sub_indikator yang masing-masing punya pertanyaan")
    for t in soal:
        baca_pertanyaan(naskah.tabel, t, kode, t.wajib("teks").teks())
    if sub:
        jumlah = [_indikator(naskah, t, komponen, induk=kode) for t in sub]
        naskah.periksa_jumlah(titik.wajib("bobot"), f"sub-indikator {kode}", jumlah, bobot)
    return bobot
