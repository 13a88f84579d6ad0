"""Messages as WhatsApp shows them, short enough for an address."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.text import Truncator

from zona.inti.waktu import tanggal_id, tanggal_pendek
from zona.kabar.domain.kata import berapa_hari, sebutkan
from zona.kabar.queries.alamat import alamat_rencana
from zona.kabar.queries.pesan import Isi
from zona.matriks.queries.bukti import BuktiBelumAda
from zona.matriks.queries.pekerjaan import Pekerjaan

BATAS_ALAMAT = 2000
"""Characters of a whole address that every browser and phone hands on."""
BATAS_URAIAN = 70
LEBAR = 60
CUKUP = (30, 20, 15, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1, 0)
"""Lines a section may have, tried in turn until the address is short enough."""


@dataclass(frozen=True, slots=True)
class Pesan:
    teks: str

    @property
    def tautan(self) -> str:
        """Opens WhatsApp with the text filled in; whom it goes to is chosen there."""
        return f"https://wa.me/?text={quote(self.teks, safe='')}"

    @property
    def baris(self) -> int:
        """Lines on a screen, where the browser does not measure them itself."""
        return sum(len(satu) // LEBAR + 1 for satu in self.teks.split("\n"))


def tulis_pesan(isi: Isi) -> Pesan:
    """The longest that fits: sections are cut with "dan n lainnya", all at the same length."""
    for batas in CUKUP:
        pesan = Pesan(_teks(isi, batas))
        if len(pesan.tautan) <= BATAS_ALAMAT:
            break
    return pesan


def _teks(isi: Isi, batas: int) -> str:
    b, rencana = isi.bagian, isi.lembar.rencana
    kepada = [f"Yth. {isi.kepada.nama},", ""] if isi.kepada else []
    baris = [
        *kepada,
        f"*Zona Integritas {rencana.satker.kode} {rencana.tahun}: {b.kode}. {b.nama}*",
        f"Per {tanggal_id(isi.lembar.hari_ini)}",
    ]
    dengan_nama = isi.kepada is None
    baris += _bagian("Terlambat", [_kerja(isi, p, dengan_nama) for p in isi.terlambat], batas)
    baris += _bagian("Jatuh tempo 14 hari ke depan", [_kerja(isi, p, dengan_nama) for p in isi.segera], batas)
    kembali = [f"{k.sebutan} {_pendek(k.syarat)}: {_pendek(k.alasan)}" for k in isi.dikembalikan]
    baris += _bagian("Bukti dikembalikan", kembali, batas)
    baris += _bagian("Sudah selesai, buktinya belum ada", [_kurang(k) for k in isi.belum_ada], batas)
    tautan = f"{alamat_rencana(rencana, 'matriks:matriks')}?pengungkit={b.kode}"
    return "\n".join([*baris, "", f"Selengkapnya: {tautan}"])


def _bagian(judul: str, semua: list[str], batas: int) -> list[str]:
    if not semua:
        return []
    lebih = [f"dan {len(semua) - batas} lainnya"] if len(semua) > batas else []
    if batas == 0:
        return ["", f"*{judul}: {len(semua)}*"]
    return ["", f"*{judul} ({len(semua)})*", *(f"- {satu}" for satu in semua[:batas]), *lebih]


def _kerja(isi: Isi, p: Pekerjaan, dengan_nama: bool) -> str:
    """I.2.a Menyusun … (10 Mar 2023, terlambat 5 hari; Sari Dewi)"""
    orang = isi.lembar.penanggung(p.bagian, p.aksi)
    kapan = f"{tanggal_pendek(p.pertama.jatuh_tempo)}, {berapa_hari(p.hari or 0)}"
    siapa = f"; {orang.nama}" if dengan_nama and orang else ""
    return f"{p.sebutan} {_pendek(p.aksi.uraian)} ({kapan}{siapa})"


def _kurang(k: BuktiBelumAda) -> str:
    teks = [f"{_pendek(nama)} ({kali} kali)" if kali > 1 else _pendek(nama) for nama, kali in k.teks]
    return f"{k.sebutan}: {sebutkan(teks, 3)}"


def _pendek(teks: str) -> str:
    return Truncator(" ".join(teks.split())).chars(BATAS_URAIAN)
