"""What single cells of a row say: their words, a number, and when. Pure."""

from collections.abc import Iterator

from zona.impor.lama.kamus import JADWAL, MULAI, PERIODE, TEMPO
from zona.impor.lama.lembar import BarisLama
from zona.impor.lama.peta import Peta
from zona.impor.lama.rakit import SelWaktu
from zona.impor.lama.waktu import TAK_ADA, Tanda


def teks_sel(b: BarisLama, ke: int) -> str:
    """The words of the cell itself; a dash is none."""
    teks = b.sendiri(ke) if ke >= 0 else ""
    return "" if teks.lower() in TAK_ADA else teks


def nomor_sel(b: BarisLama, ke: int) -> str:
    """A number or letter without the signs around it."""
    return b.sendiri(ke).strip(" .)(") if ke >= 0 else ""


def waktu_baris(b: BarisLama, peta: Peta, *, penuh: bool) -> SelWaktu:
    """`penuh`: with what merged cells fill in from above."""
    jadwal, mulai, tempo = (peta.satu(medan) for medan in (JADWAL, MULAI, TEMPO))

    def ada(ke: int) -> bool:
        return ke >= 0 and (penuh or ke not in b.turun)

    return SelWaktu(
        b.teks(jadwal) if ada(jadwal) else "",
        b[mulai] if ada(mulai) else None,
        b[tempo] if ada(tempo) else None,
        tuple(_tanda(b, peta, penuh)),
    )


def _tanda(b: BarisLama, peta: Peta, penuh: bool) -> Iterator[Tanda]:
    """Marked cells under months. Where any is marked by writing, a colour alone marks nothing."""
    kolom = [ke for ke, medan in enumerate(peta.kolom) if medan in PERIODE and (penuh or ke not in b.turun)]
    bertulis = any(b.teks(ke).lower() not in TAK_ADA for ke in kolom)
    for ke in kolom:
        isi = b.teks(ke)
        if isi.lower() in TAK_ADA and (isi or bertulis or ke not in b.warna):
            continue
        sambung = ke in b.kanan or (not isi and ke - 1 in kolom and ke - 1 in b.warna and not b.teks(ke - 1))
        yield Tanda(peta.kolom[ke], peta.pekan[ke] if ke < len(peta.pekan) else 0, isi, sambung)
