"""Dates and windows in a row: "28 Januari, 7 April dan 2 Oktober 2023", "26 Januari–Juni 2023".

A point without month or year takes those of the next one that has them, as people write; without any, the year is the
plan's, and that is said. Where this would run backwards ("November, Januari 2024") it is asked, not guessed.
A row of single days is `tanggal`; with one window or more among them all are `rentang`.
"""

from dataclasses import dataclass, replace
from typing import Any

from rencana_aksi.domain.jadwal import BATAS_KEJADIAN
from rencana_aksi.domain.jadwal_teks.jendela import Jangka, Titik, jendela
from rencana_aksi.domain.jadwal_teks.kata import Aliran, Jenis
from rencana_aksi.domain.jadwal_teks.paham import TidakPaham, bagian_asing, kutip
from rencana_aksi.domain.jadwal_teks.titik import AWAL_TITIK, baca_nama_hari, baca_titik
from zona.inti.waktu import tanggal_id


@dataclass(frozen=True, slots=True)
class Butir:
    """A point, or a window from one to another."""

    awal: Titik
    akhir: Titik | None = None

    @property
    def ujung(self) -> Titik:
        return self.akhir or self.awal


def baca_daftar(a: Aliran, tahun: int) -> tuple[dict[str, Any], list[str]]:
    """The meaning of the whole text, and notes. Raises TidakPaham."""
    tenggat = a.lewati("paling", "lambat", "selambatnya")
    butir = baca_butir(a)
    if a.cocok(Jenis.ANGKA):
        raise TidakPaham(
            f"Angka {a.lihat().teks} di belakang {kutip(a.teks(0, a.i))} belum jelas; tulis tahun dengan empat angka, "
            "dan koma di antara dua tanggal.",
            a.lihat().teks,
        )
    if not a.habis:
        raise bagian_asing(a.teks(a.i))
    jangka, catatan = lengkapi(butir, tahun)
    if tenggat:
        catatan.append("Paling lambat dibaca sebagai jatuh temponya.")
    if all(b.akhir is None and b.awal.bentuk == "hari" for b in butir):
        return {"tanggal": [awal.isoformat() for awal, _ in jangka]}, catatan
    return {"rentang": [[awal.isoformat(), akhir.isoformat()] for awal, akhir in jangka]}, catatan


def baca_butir(a: Aliran) -> list[Butir]:
    """The row that starts here, up to what cannot belong to it. Raises TidakPaham."""
    butir = [_butir(a, None)]
    while True:
        terakhir, i = butir[-1].ujung, a.i
        a.lewati(Jenis.PISAH)
        sambung = terakhir.bentuk in ("bagian", "suku") and a.cocok(Jenis.URUT, Jenis.ROMAWI)
        lengkap = terakhir.tahun is not None and not a.cocok(Jenis.TAHUN, "tahun")
        if not (a.cocok(*AWAL_TITIK) or sambung) or (a.i == i and not lengkap):
            a.i = i
            break
        butir.append(_butir(a, terakhir))
    if len(butir) > BATAS_KEJADIAN:
        raise TidakPaham(f"{len(butir)} kejadian, paling banyak {BATAS_KEJADIAN}.")
    return butir


def _butir(a: Aliran, sebelum: Titik | None) -> Butir:
    mulai = a.i
    dari = a.lewati("mulai")
    hari = (baca_nama_hari(a), a.bila(Jenis.SAMPAI), baca_nama_hari(a)) if _dua_hari(a) else (None, None, None)
    a.lewati(*([Jenis.PISAH] if hari[1] else []))
    awal = baca_titik(a, sebelum)
    if not a.bila(Jenis.SAMPAI):
        if dari or hari[1]:
            raise TidakPaham(f"{kutip(a.teks(mulai, a.i))} belum menyebut sampai kapan.", a.teks(mulai, a.i))
        return Butir(awal)
    akhir = baca_titik(a, awal)
    if hari[1]:
        if {awal.bentuk, akhir.bentuk} != {"hari"}:
            raise bagian_asing(a.teks(mulai, a.i))
        awal, akhir = replace(awal, nama_hari=hari[0]), replace(akhir, nama_hari=hari[2])
    return Butir(awal, akhir)


def _dua_hari(a: Aliran) -> bool:
    """As in "Senin–Rabu, 23–25 Januari 2023"."""
    return a.cocok(Jenis.HARI) and a.cocok(Jenis.SAMPAI, maju=1) and a.cocok(Jenis.HARI, maju=2)


def lengkapi(butir: list[Butir], tahun: int) -> tuple[list[Jangka], list[str]]:
    """The windows of a row, months and years filled in, and notes. Raises TidakPaham."""
    tertulis = [t for b in butir for t in (b.awal, b.akhir) if t]
    utuh, catatan = _isi(tertulis, tahun)
    antre = iter(utuh)
    jangka: list[Jangka] = []
    for i, b in enumerate(butir):
        awal = next(antre)
        mulai, selesai = _jendela(b, awal, next(antre) if b.akhir else awal)
        if i and not (_pasti(b) and _pasti(butir[i - 1])):
            if mulai < jangka[-1][0]:
                raise TidakPaham(
                    f"Urutannya mundur pada {kutip(b.awal.teks)}; tulis tahun pada masing-masing.", b.awal.teks
                )
            if b.awal.bentuk == "bulan" and butir[i - 1].ujung.bentuk in ("hari", "bagian"):
                raise TidakPaham(f"{kutip(b.awal.teks)} tanpa tanggal di belakang yang bertanggal.", b.awal.teks)
        jangka.append((mulai, selesai))
    _tak_kembar(jangka)
    return jangka, catatan


def _pasti(b: Butir) -> bool:
    """Its own year is written."""
    return b.ujung.tahun is not None


def _jendela(b: Butir, awal: Titik, akhir: Titik) -> Jangka:
    mulai, selesai = jendela(awal)[0], jendela(akhir)[1]
    if selesai < mulai:
        saran = "" if b.awal.tahun and b.ujung.tahun else " Tulis tahun pada keduanya."
        raise TidakPaham(
            f"{kutip(f'{awal.teks}–{akhir.teks}')} berakhir {tanggal_id(selesai)}, "
            f"sebelum mulainya, {tanggal_id(mulai)}.{saran}",
            awal.teks,
            akhir.teks,
        )
    return mulai, selesai


def _isi(titik: list[Titik], tahun: int) -> tuple[list[Titik], list[str]]:
    """Every point with its month and year, taken from the next one, else the plan's year."""
    bentuk = {t.bentuk for t in titik}
    if "tahun" in bentuk and len(bentuk) > 1:
        sendiri = next(t.teks for t in titik if t.bentuk == "tahun")
        raise TidakPaham(f"Tahun {kutip(sendiri)} berdiri sendiri di antara tanggal atau bulan.", sendiri)
    akhir = titik[-1]
    if akhir.tahun is None and (lain := [t.tahun for t in titik if t.tahun not in (None, tahun)]):
        raise TidakPaham(f"Tahun untuk {kutip(akhir.teks)} tidak ditulis, dan di depannya ada {lain[0]}.", akhir.teks)
    hasil: list[Titik] = []
    kanan: Titik | None = None
    for t in reversed(titik):
        bulan = t.bulan
        if bulan is None and t.bentuk in ("hari", "bagian"):
            if kanan is None or kanan.bentuk != t.bentuk:
                raise TidakPaham(f"Bulan untuk {kutip(t.teks)} tidak ditulis.", t.teks)
            bulan = kanan.bulan
        kanan = replace(t, bulan=bulan, tahun=t.tahun or (kanan.tahun if kanan else tahun))
        hasil.append(kanan)
    dibaca = f"Tahun tidak ditulis; dibaca {tahun}, tahun rencana."
    return hasil[::-1], [] if akhir.tahun else [dibaca]


def _tak_kembar(jangka: list[Jangka]) -> None:
    terlihat: set[Jangka] = set()
    for awal, akhir in jangka:
        if (awal, akhir) in terlihat:
            sampai = "" if awal == akhir else f"–{tanggal_id(akhir)}"
            raise TidakPaham(f"{tanggal_id(awal)}{sampai} ditulis dua kali.")
        terlihat.add((awal, akhir))
