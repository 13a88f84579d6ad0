"""What a changed schedule keeps, adds, drops and holds back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencana_aksi.domain.jadwal import Kejadian
from rencana_aksi.domain.jadwal_teks import Rancangan, Tercatat, baca_teks, bandingkan

TANPA = Kejadian()


def k(*hari: str) -> Kejadian:
    """A day, or a window."""
    return Kejadian(date.fromisoformat(hari[0]), date.fromisoformat(hari[-1]))


FEBRUARI, MARET, APRIL = k("2023-02-05"), k("2023-03-05"), k("2023-04-05")


def test_jadwal_yang_sama_tidak_mengubah_apa_pun():
    lama = (Tercatat(1, FEBRUARI), Tercatat(2, MARET, terpakai=True))
    rancangan = bandingkan(lama, (FEBRUARI, MARET))
    assert rancangan == Rancangan(tetap=lama, tambah=(), hapus=(), ditahan=())
    assert rancangan.berubah is False


def test_yang_hilang_dihapus_yang_baru_ditambah_yang_terpakai_ditahan():
    lama = (Tercatat(1, FEBRUARI), Tercatat(2, MARET, terpakai=True), Tercatat(3, APRIL))
    rancangan = bandingkan(lama, (APRIL, k("2023-05-05"), k("2023-01-05")))
    assert rancangan == Rancangan(
        tetap=(lama[2],), tambah=(k("2023-01-05"), k("2023-05-05")), hapus=(lama[0],), ditahan=(lama[1],)
    )
    assert rancangan.berubah is True


def test_menjadi_tanpa_tanggal_menahan_yang_terpakai():
    lama = (Tercatat(1, FEBRUARI), Tercatat(2, MARET, terpakai=True))
    assert bandingkan(lama, (TANPA,)) == Rancangan(tetap=(), tambah=(TANPA,), hapus=lama[:1], ditahan=lama[1:])


def test_tanpa_tanggal_bertemu_tanpa_tanggal():
    lama = (Tercatat(1, TANPA, terpakai=True),)
    assert bandingkan(lama, (TANPA,)) == Rancangan(tetap=lama, tambah=(), hapus=(), ditahan=())


def test_kembar_yang_terpakai_didahulukan():
    lama = (Tercatat(1, MARET), Tercatat(2, MARET, terpakai=True))
    assert bandingkan(lama, (MARET,)) == Rancangan(tetap=lama[1:], tambah=(), hapus=lama[:1], ditahan=())


def test_jendela_terpakai_yang_mulainya_bergeser_tetap_utuh():
    lama = (Tercatat(1, k("2023-01-26", "2023-06-30"), terpakai=True), Tercatat(2, k("2023-07-01", "2023-07-31")))
    baru = (k("2023-01-20", "2023-06-30"), k("2023-07-02", "2023-07-31"))
    assert bandingkan(lama, baru) == Rancangan(tetap=lama[:1], tambah=baru[1:], hapus=lama[1:], ditahan=())


def test_yang_ditunda_menempati_tanggal_semulanya_bukan_tanggal_lain():
    ditunda = Tercatat(1, MARET, semula=FEBRUARI.jatuh_tempo)
    biasa = Tercatat(2, MARET)
    assert bandingkan((ditunda, biasa), (FEBRUARI, MARET)) == Rancangan(
        tetap=(ditunda, biasa), tambah=(), hapus=(), ditahan=()
    )


@pytest.mark.parametrize(("baru", "ditahan"), [((MARET,), False), ((APRIL,), True)])
def test_yang_ditunda_dijaga_dan_dapat_bertemu_tanggal_barunya(baru: tuple[Kejadian, ...], ditahan: bool):
    ditunda = (Tercatat(1, MARET, semula=FEBRUARI.jatuh_tempo),)
    rancangan = bandingkan(ditunda, baru)
    assert (rancangan.ditahan, rancangan.hapus) == (ditunda if ditahan else (), ())
    assert rancangan.tambah == (baru if ditahan else ())


def test_dari_bulanan_ke_triwulanan_menurut_teksnya():
    lama = [
        Tercatat(i, satu, terpakai=i <= 2) for i, satu in enumerate(baca_teks("setiap tanggal 5", 2023).kejadian, 1)
    ]
    rancangan = bandingkan(lama, baca_teks("5 Februari, 5 Mei, 5 Agustus, dan 6 November 2023", 2023).kejadian)
    assert [t.kunci for t in rancangan.tetap] == [2, 5, 8]
    assert [t.kunci for t in rancangan.ditahan] == [1]
    assert [t.kunci for t in rancangan.hapus] == [3, 4, 6, 7, 9, 10, 11, 12]
    assert rancangan.tambah == (k("2023-11-06"),)


satu_hari = st.dates(date(2023, 1, 1), date(2023, 1, 20))
kejadian = st.one_of(
    st.just(TANPA), satu_hari.map(lambda h: Kejadian(h, h)), satu_hari.map(lambda h: Kejadian(h, h + timedelta(days=2)))
)
tercatat = st.builds(
    Tercatat, st.integers(1, 10**6), kejadian, terpakai=st.booleans(), semula=st.one_of(st.none(), satu_hari)
)


@given(st.lists(tercatat, max_size=12, unique_by=lambda t: t.kunci), st.lists(kejadian, max_size=12), st.randoms())
def test_tidak_pernah_menghapus_yang_dijaga_dan_tidak_bergantung_urutan(lama, baru, acak):
    rancangan = bandingkan(lama, baru)
    assert not any(t.terpakai or t.semula for t in rancangan.hapus)
    assert all(t.terpakai or t.semula for t in rancangan.ditahan)
    semua = [*rancangan.tetap, *rancangan.hapus, *rancangan.ditahan]
    assert sorted(t.kunci for t in semua) == sorted(t.kunci for t in lama)
    assert len(rancangan.tetap) + len(rancangan.tambah) == len(baru)
    acak.shuffle(baru)
    acak.shuffle(lama)
    assert bandingkan(lama, baru) == rancangan
    sesudah = [*rancangan.tetap, *(Tercatat(-i, satu) for i, satu in enumerate(rancangan.tambah, 1))]
    assert bandingkan([*sesudah, *rancangan.ditahan], baru).berubah is False
