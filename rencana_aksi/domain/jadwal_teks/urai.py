"""From a text to its meaning: which of the grammars it is for."""

import re

from rencana_aksi.domain.jadwal import Jadwal
from rencana_aksi.domain.jadwal_teks.aturan import baca_aturan, berupa_aturan
from rencana_aksi.domain.jadwal_teks.daftar import baca_daftar
from rencana_aksi.domain.jadwal_teks.kata import Aliran, Jenis, bersihkan, potong
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, kata_asing, makna_jadwal
from rencana_aksi.domain.jadwal_teks.sebar import sebar
from rencana_aksi.domain.jadwal_teks.ulang import baca_ulang, berulang

BATAS_HURUF = 20_000  # 500 windows with both years written
HIAS = " .,;:"
_BULIR = re.compile(r"[-–—•*]+ ")  # a list's mark in front


def urai(teks: str, tahun: int) -> tuple[Jadwal, list[str]]:
    """The schedule and notes of what was assumed. Raises TidakPaham."""
    if len(teks) > BATAS_HURUF:
        raise TidakPaham(f"Terlalu panjang: {len(teks)} huruf, paling banyak {BATAS_HURUF}.")
    bersih, tersembunyi = bersihkan(teks)
    jadwal, catatan = _urai((bersih[m.end() :] if (m := _BULIR.match(bersih)) else bersih).strip(HIAS), tahun)
    return jadwal, ["Tanda yang tidak terlihat dibuang.", *catatan] if tersembunyi else catatan


def _urai(teks: str, tahun: int) -> tuple[Jadwal, list[str]]:
    if berupa_aturan(teks):
        return baca_aturan(teks, tahun)
    kata = potong(teks)
    nama = {k.nama for k in kata if k.jenis is not Jenis.KURUNG}
    if all(k.jenis is Jenis.SAMPAI and not k.teks[0].isalpha() for k in kata) or nama == {"tanpa", "jadwal"}:
        return makna_jadwal({}), ["Tanpa jadwal: satu pelaksanaan tanpa tanggal."]
    if asing := [k.teks for k in kata if k.jenis is Jenis.ASING]:
        raise kata_asing([k for k in asing if k[0].isalnum()] or asing)
    if nama in ({"berkala"}, {"secara", "berkala"}):
        return makna_jadwal({"berkala": True}), ["Tanggalnya belum disepakati: satu pelaksanaan tanpa tanggal."]
    aliran = Aliran(teks, kata)
    if berulang(kata):
        ulang = baca_ulang(aliran, tahun)
        return sebar(ulang, tahun), ulang.catatan
    makna, catatan = baca_daftar(aliran, tahun)
    return makna_jadwal(makna), catatan
