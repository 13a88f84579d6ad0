"""What stands around the words of a paper: title, addressee, who signs, copies, witnesses. Pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from zona.surat.enums import JenisSurat

SATKER, TANPA = "satker", "tanpa"
KOP = ((SATKER, "Kop satuan kerja"), (TANPA, "Tanpa kop, dicetak di kertas berkop"))


@dataclass(frozen=True, slots=True)
class Ruas:
    """One field. `panjang`: of the whole; `baris`: how many lines it may have."""

    kode: str
    label: str
    panjang: int = 300
    baris: int = 1
    petunjuk: str = ""


SIFAT = Ruas("sifat", "Sifat", 60)
LAMPIRAN = Ruas("lampiran", "Lampiran", 60)
KOP_SURAT = Ruas("kop", "Kop", 10)
PENERIMA = Ruas("penerima", "Yth.", 1000, 8, "Satu baris untuk setiap baris alamat.")
TEMPAT = Ruas("tempat", "Tempat penandatanganan", 100)
JABATAN = Ruas("jabatan", "Jabatan penanda tangan")
NAMA = Ruas("nama", "Nama penanda tangan", 200, petunjuk="Kosong: dicetak titik-titik.")
NIP = Ruas("nip", "NIP penanda tangan", 30)
TEMBUSAN = Ruas("tembusan", "Tembusan", 2000, 20, "Satu penerima setiap baris.")
SAKSI = Ruas("saksi", "Saksi", 2000, 12, "Satu saksi setiap baris: nama; jabatan atau lembaga.")
PENANDA = (TEMPAT, JABATAN, NAMA, NIP)

RUAS: dict[JenisSurat, tuple[Ruas, ...]] = {
    JenisSurat.SK_TIM: (Ruas("judul", "Tentang", 500), *PENANDA, TEMBUSAN),
    JenisSurat.PAKTA: (Ruas("judul", "Judul"), *PENANDA, SAKSI),
    JenisSurat.PIAGAM: (Ruas("judul", "Judul", 500), *PENANDA, SAKSI),
    JenisSurat.USULAN: (KOP_SURAT, SIFAT, LAMPIRAN, Ruas("judul", "Hal"), PENERIMA, *PENANDA, TEMBUSAN),
    JenisSurat.SPTJM: (KOP_SURAT, Ruas("judul", "Judul"), *PENANDA),
}


class RincianSalah(ValueError):
    """A field that cannot be kept; `kode` names it, the text says why."""

    def __init__(self, kode: str, pesan: str) -> None:
        super().__init__(pesan)
        self.kode = kode


def rapikan(jenis: JenisSurat, isi: Mapping[str, str]) -> dict[str, str]:
    """The fields of a kind as they are kept; others are left out, missing ones are empty. Raises RincianSalah."""
    hasil = {}
    for ruas in RUAS[jenis]:
        baris = [" ".join(_terlihat(b).split()) for b in (isi.get(ruas.kode) or "").splitlines()]
        baris = [b for b in baris if b]
        teks = "\n".join(baris) if ruas.baris > 1 else " ".join(baris)
        if len(teks) > ruas.panjang:
            raise RincianSalah(ruas.kode, f"Paling panjang {ruas.panjang} huruf.")
        if ruas.baris > 1 and len(baris) > ruas.baris:
            raise RincianSalah(ruas.kode, f"Paling banyak {ruas.baris} baris.")
        hasil[ruas.kode] = teks
    if not hasil["judul"]:
        raise RincianSalah("judul", "Isian ini wajib diisi.")
    if hasil.get("kop", SATKER) not in (SATKER, TANPA):
        hasil["kop"] = SATKER
    return hasil


def saksi(teks: str) -> list[tuple[str, str]]:
    """(name, what they are) of each line."""
    pasangan = (re.split(r"\s*;\s*", baris, maxsplit=1) for baris in teks.splitlines() if baris)
    return [(p[0], p[1] if len(p) > 1 else "") for p in pasangan]


def _terlihat(teks: str) -> str:
    return "".join(c if c.isprintable() else " " for c in teks)
