"""Occurrences out of the air, for the pure parts of the timeline."""

from datetime import date, timedelta

from hypothesis import strategies as st

from rencana_aksi.enums import Status
from zona.matriks.queries.baris import TERLAMBAT, BarisPelaksanaan
from zona.matriks.queries.jadwal import BagianJadwal, JadwalTahun, Kejadian

TAHUN = 2023
HARI_INI = date(TAHUN, 3, 15)


def kejadian(mulai: date | None, tempo: date | None, keadaan: str = "belum", semula: date | None = None) -> Kejadian:
    realisasi = tempo if keadaan == Status.SELESAI else None
    status = Status.BELUM if keadaan == TERLAMBAT else Status(keadaan)
    baris = BarisPelaksanaan(1, 1, mulai, tempo, semula, status, realisasi, keadaan)
    return Kejadian(baris, aksi=1, tempat="I.1.a", uraian="Rapat", jadwal="")


@st.composite
def sembarang_kejadian(draw: st.DrawFn) -> Kejadian:
    """Dated around the year or not at all, a day or a window, perhaps postponed."""
    keadaan = draw(st.sampled_from([*Status.values, TERLAMBAT]))
    if draw(st.integers(0, 9)) == 0:
        return kejadian(None, None)
    mulai = draw(st.dates(date(TAHUN - 1, 11, 1), date(TAHUN + 1, 2, 28)))
    tempo = mulai + timedelta(days=draw(st.sampled_from([0, 0, 0, 1, 6, 30, 400])))
    semula = draw(st.none() | st.just(mulai - timedelta(days=draw(st.integers(1, 90)))))
    return kejadian(mulai, tempo, keadaan, semula)


def tahun(*daftar: list[Kejadian]) -> JadwalTahun:
    nama = ("I", "II", "III", "IV", "V", "VI")
    return JadwalTahun(TAHUN, [BagianJadwal(nama[i], f"Area {nama[i]}", list(d)) for i, d in enumerate(daftar)])


SEMBARANG = st.lists(st.lists(sembarang_kejadian(), max_size=25), min_size=1, max_size=6).map(lambda d: tahun(*d))
