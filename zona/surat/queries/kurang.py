"""What a paper says that is not so yet: while there is any of it, it gets neither number nor date."""

from collections.abc import Iterator

from zona.surat.enums import JenisSurat
from zona.surat.queries.isi import IsiSurat
from zona.surat.rincian import JABATAN, NAMA, NIP
from zona.surat.tempat import ISIAN

MENYATAKAN = (JenisSurat.SPTJM, JenisSurat.USULAN, JenisSurat.PAKTA, JenisSurat.PIAGAM)
"""Papers in which somebody declares something in their own name."""
BERSUMPAH = (JenisSurat.SPTJM,)
"""Papers sworn to: all they swear must be so, whatever their words call for."""
TITIK = "…"
DIBERI = {"nomor", "tanggal", "hari"}
"""Words that come with number and date themselves."""


def kurang_surat(isi: IsiSurat) -> tuple[str, ...]:
    """Each in words; nothing where all is so. No query."""
    return (*_daftar(isi), *_penanda(isi), *_kata(isi), *_syarat(isi), *_nilai(isi))


def _daftar(isi: IsiSurat) -> Iterator[str]:
    if "[[tim]]" in isi.memanggil and not isi.data.tim:
        yield f"Susunan tim tahun {isi.data.tahun} belum ada."
    if "[[penanda]]" in isi.memanggil and not isi.data.penanda:
        yield "Daftar pegawai masih kosong."


def _penanda(isi: IsiSurat) -> Iterator[str]:
    """Who declares; by NIP too where the paper is sworn or names the person."""
    if isi.jenis not in MENYATAKAN:
        return
    wajib = [JABATAN, NAMA]
    if isi.jenis in BERSUMPAH or "[[pejabat]]" in isi.memanggil:
        wajib.append(NIP)
    for ruas in wajib:
        teks = isi.ruas.get(ruas.kode, "")
        if not teks or TITIK in teks:
            ekor = " (tulis “-” bila tidak ber-NIP)" if ruas is NIP else ""
            yield f"{ruas.label} belum diisi{ekor}."


def _kata(isi: IsiSurat) -> Iterator[str]:
    if isi.jenis in MENYATAKAN:
        for nama in sorted(isi.kosong - DIBERI - {"nilai"}):
            yield f"{ISIAN[nama]} belum diketahui, padahal dipakai dalam teksnya."


def _syarat(isi: IsiSurat) -> Iterator[str]:
    """What is sworn to is met; what is only listed is filled in."""
    for s in isi.data.syarat:
        if isi.jenis in BERSUMPAH and s.sebab:
            yield f"Syarat “{s.nama}”: {s.sebab}."
        elif isi.jenis in MENYATAKAN and "[[syarat]]" in isi.memanggil and not s.isian:
            yield f"Syarat “{s.nama}”: belum diisi."


def _nilai(isi: IsiSurat) -> Iterator[str]:
    """Points that can still change are not declared."""
    memakai = {"nilai", "[[nilai]]"} & isi.memanggil
    if isi.jenis not in BERSUMPAH and not (isi.jenis in MENYATAKAN and memakai):
        return
    if isi.data.nilai is None:
        yield "Penilaian mandiri belum ada."
    elif not isi.data.nilai.terkunci:
        yield "Penilaian mandiri belum dikunci, sehingga nilainya masih dapat berubah."
