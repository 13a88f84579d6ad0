"""Three-way: what the file changed, what was changed here, and where both did. No database."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from rencana_aksi.domain.jadwal import Jadwal, baca_jadwal
from zona.impor.bandingkan import bandingkan
from zona.impor.isi import (
    IsiAksi,
    IsiKerja,
    IsiPelaksanaan,
    IsiPengungkit,
    IsiProgram,
    IsiRencana,
    IsiSyarat,
)
from zona.impor.perubahan import Perubahan, jatuh, pilihan_awal
from zona.impor.pindah import susun

HARI = [date(2023, bulan, 5) for bulan in range(1, 5)]


def jadwal(*hari: date) -> Jadwal:
    return baca_jadwal({"tanggal": list(hari)} if hari else {})


def aksi(pk: int | None, uraian: str = "", **lain: Any) -> IsiAksi:
    isi: dict[str, Any] = {"jadwal_teks": "", "jadwal": jadwal(HARI[0]), "penanggung_jawab": "Ani"}
    isi["pelaksanaan"] = (IsiPelaksanaan(pk and pk * 10, HARI[0], HARI[0], "belum"),)
    return IsiAksi(pk, uraian or f"Aksi {pk}", **{**isi, **lain})


def kerja(pk: int | None, *isi: IsiAksi, uraian: str = "", syarat: tuple[IsiSyarat, ...] = ()) -> IsiKerja:
    return IsiKerja(pk, True, uraian or f"Kerja {pk}", isi or (aksi((pk or 0) * 10),), syarat)


def rencana(*isi: IsiKerja, program: tuple[str, ...] = ()) -> IsiRencana:
    return IsiRencana((IsiPengungkit("I", tuple(IsiProgram(i, p) for i, p in enumerate(program, 1)), isi),))


def ringkas(semua: tuple[Perubahan, ...]) -> list[tuple[str, str, int | None, bool]]:
    return [(p.jenis, p.benda, p.kunci, p.ada_bentrok) for p in semua]


LAMA, SINI, BERKAS = "Aksi lama", "Diubah di sini", "Diubah di berkas"


@pytest.mark.parametrize(
    ("kini", "berkas", "harapan"),
    [
        (LAMA, LAMA, []),
        (SINI, LAMA, []),
        (LAMA, BERKAS, [("ubah", False)]),
        (SINI, BERKAS, [("ubah", True)]),
        (BERKAS, BERKAS, []),
    ],
)
def test_field_in_three_places(kini: str, berkas: str, harapan: list[tuple[str, bool]]) -> None:
    hasil = bandingkan(*(rencana(kerja(1, aksi(10, teks))) for teks in (LAMA, kini, berkas)))
    assert [(p.jenis, p.ada_bentrok) for p in hasil] == harapan
    for p in hasil:
        assert [(u.asal, u.kini, u.berkas) for u in p.kolom] == [(LAMA, kini, berkas)]


def test_without_knowing_its_origin_all_that_differs_is_the_files() -> None:
    hasil = bandingkan(None, rencana(kerja(1, aksi(10, SINI))), rencana(kerja(1, aksi(10, LAMA))))
    assert ringkas(hasil) == [("ubah", "aksi", 10, False)]


def test_conflict_of_one_field_leaves_the_other_to_be_chosen() -> None:
    asal, kini, berkas = (
        rencana(kerja(1, aksi(10, teks, penanggung_jawab=orang)))
        for teks, orang in ((LAMA, "Ani"), (SINI, "Ani"), (BERKAS, "Budi"))
    )
    (p,) = bandingkan(asal, kini, berkas)
    assert [(u.kolom, u.bentrok) for u in p.kolom] == [("uraian", True), ("penanggung_jawab", False)]
    assert p.kode_pilihan == ("aksi-10-ubah", "aksi-10-ubah-uraian")
    assert pilihan_awal([p], tahu_asal=True) == {"aksi-10-ubah"}


@pytest.mark.parametrize(
    ("kini", "berkas", "harapan"),
    [
        ((), (1, 2), []),  # removed here, left alone in the file
        ((1,), (1,), []),  # removed in both
        ((1, 2), (1,), [("hapus", "kerja", 2, False)]),
        ((1, 2, 3), (1, 2), []),  # added here since
    ],
)
def test_rows_removed_and_added(kini: tuple[int, ...], berkas: tuple[int, ...], harapan: list[Any]) -> None:
    asal = rencana(kerja(1), kerja(2))
    hasil = bandingkan(asal, rencana(*(kerja(n) for n in kini)), rencana(*(kerja(n) for n in berkas)))
    assert ringkas(hasil) == harapan


def test_row_changed_here_and_removed_in_the_file_is_a_conflict() -> None:
    asal, berkas = rencana(kerja(1), kerja(2)), rencana(kerja(1))
    for kini in (kerja(2, uraian=SINI), kerja(2, aksi(20, SINI)), kerja(2, aksi(20), aksi(21))):
        (p,) = bandingkan(asal, rencana(kerja(1), kini), berkas)
        assert (p.jenis, p.kunci, p.bentrok) == ("hapus", 2, True)
        assert pilihan_awal([p], tahu_asal=True) == frozenset()


def test_row_removed_here_and_changed_in_the_file_comes_back_with_what_holds_it() -> None:
    asal, kini = rencana(kerja(1), kerja(2)), rencana(kerja(1))
    hasil = bandingkan(asal, kini, rencana(kerja(1), kerja(2, aksi(20, BERKAS))))
    assert ringkas(hasil) == [("tambah", "kerja", 2, True), ("tambah", "aksi", 20, True)]
    assert [p.perlu for p in hasil] == [("aksi-20-tambah",), ("kerja-2-tambah",)]
    assert pilihan_awal(hasil, tahu_asal=True) == frozenset()


def test_unknown_key_is_told() -> None:
    (p,) = (p for p in bandingkan(rencana(kerja(1)), rencana(kerja(1)), rencana(kerja(1), kerja(9))) if p.kunci == 9)
    assert "tidak dikenal" in p.halangan


def test_moved_rows_are_the_fewest_that_explain_the_order() -> None:
    lama = rencana(*(kerja(n) for n in range(1, 6)))
    hasil = bandingkan(lama, lama, rencana(*(kerja(n) for n in (1, 4, 2, 3, 5))))
    assert [(p.jenis, p.kunci, p.dari, p.ke) for p in hasil] == [("pindah", 4, "I.4, urutan 4", "I.2, urutan 2")]
    sama = rencana(*(kerja(n) for n in (1, 4, 2, 3, 5)))
    assert bandingkan(lama, sama, sama) == ()  # moved here to the same place


def test_order_changed_in_both_is_a_conflict() -> None:
    asal, kini, berkas = (rencana(*(kerja(n) for n in urut)) for urut in ((1, 2, 3), (3, 1, 2), (1, 3, 2)))
    assert ringkas(bandingkan(asal, kini, berkas)) == [("pindah", "kerja", 3, True)]


def test_action_goes_to_another_row_with_its_evidence() -> None:
    bukti = IsiSyarat(5, "Notula", 0)
    asal = rencana(kerja(1, aksi(10), aksi(11), syarat=(bukti,)), kerja(2))
    hasil = bandingkan(
        asal, asal, rencana(kerja(1, aksi(11)), kerja(2, aksi(20), aksi(10), syarat=(replace(bukti, aksi=1),)))
    )
    assert ringkas(hasil) == [("pindah", "aksi", 10, False)]


def test_last_action_of_a_row_stays() -> None:
    asal = rencana(kerja(1, aksi(10)), kerja(2, aksi(20)))
    (p,) = bandingkan(asal, asal, rencana(IsiKerja(1, True, "Kerja 1"), kerja(2, aksi(20))))
    assert (p.jenis, p.benda) == ("hapus", "aksi")
    assert "tinggal tanpa rencana aksi" in p.halangan


def test_new_rows_need_one_another() -> None:
    lama = rencana(kerja(1))
    baru = kerja(None, aksi(None, "Satu"), aksi(None, "Dua"), uraian="Baru", syarat=(IsiSyarat(None, "Foto", 1),))
    hasil = bandingkan(lama, lama, rencana(kerja(1), baru))
    kode = {p.kode: p.perlu for p in hasil}
    assert kode == {
        "kerja-baru-I.2-tambah": ("aksi-baru-I.2.1-tambah",),
        "aksi-baru-I.2.1-tambah": ("kerja-baru-I.2-tambah",),
        "aksi-baru-I.2.2-tambah": ("kerja-baru-I.2-tambah",),
        "syarat-baru-I.2.1-tambah": ("kerja-baru-I.2-tambah", "aksi-baru-I.2.2-tambah"),
    }
    assert jatuh(hasil, kode) == {}
    tanpa_dua = set(kode) - {"aksi-baru-I.2.2-tambah"}
    assert jatuh(hasil, tanpa_dua) == {"syarat-baru-I.2.1-tambah": 'memerlukan perubahan "Dua", yang tidak diterapkan'}
    assert set(jatuh(hasil, ["aksi-baru-I.2.2-tambah"])) == {"aksi-baru-I.2.2-tambah"}


def test_rows_are_known_by_their_words() -> None:
    lama = rencana(kerja(1, aksi(10, "Rapat  besar")), program=("Satu", "Dua"))
    tanpa = rencana(replace(kerja(None, aksi(None, "rapat besar"), uraian="KERJA 1")))
    baru = replace(tanpa, pengungkit=(replace(tanpa.pengungkit[0], program=(IsiProgram(None, "Dua"),)),))
    hasil = bandingkan(lama, lama, baru)
    assert [(p.jenis, p.benda, p.kunci) for p in hasil if p.benda != "pelaksanaan"] == [
        ("hapus", "program", 1), ("ubah", "kerja", 1), ("ubah", "aksi", 10),
    ]  # fmt: skip


def test_file_that_does_not_speak_of_evidence_removes_none() -> None:
    lama = rencana(kerja(1, syarat=(IsiSyarat(5, "Notula"),)), program=("Satu",))
    diam = replace(rencana(kerja(1)), memuat=frozenset({"kerja", "aksi"}))
    assert bandingkan(lama, lama, diam) == ()
    assert bandingkan(lama, lama, IsiRencana(())) == ()  # nor does it of the pengungkit


@pytest.mark.parametrize(
    ("status", "realisasi", "halangan"),
    [
        ("selesai", HARI[0], ""),
        ("berjalan", None, ""),
        ("selesai", None, "Selesai memerlukan tanggal realisasi."),
        ("belum", HARI[0], "Realisasi hanya untuk yang Selesai."),
        ("terlambat", HARI[0], "Realisasi hanya untuk yang Selesai."),
        ("ditunda", None, "Menunda memerlukan tanggal baru dan alasan; catat di aplikasi."),
        ("entah", None, '"entah" bukan status. Pilih Belum, Berjalan, atau Selesai.'),
    ],
)
def test_states_that_a_file_may_give(status: str, realisasi: date | None, halangan: str) -> None:
    lama = rencana(kerja(1, aksi(10)))
    p = IsiPelaksanaan(100, HARI[0], HARI[0], status, realisasi)
    (hasil,) = bandingkan(lama, lama, rencana(kerja(1, aksi(10, pelaksanaan=(p,)))))
    assert (hasil.benda, hasil.halangan) == ("pelaksanaan", halangan)


@pytest.mark.parametrize("status", ["belum", "terlambat", None])
def test_states_that_say_nothing_new(status: str | None) -> None:
    lama = rencana(kerja(1, aksi(10)))
    p = IsiPelaksanaan(100, HARI[0], HARI[0], status)
    assert bandingkan(lama, lama, rencana(kerja(1, aksi(10, pelaksanaan=(p,))))) == ()


@pytest.mark.parametrize(
    ("kini", "mau", "pindah", "harapan"),
    [
        ("abc", "abc", "", "abc"),
        ("abc", "cab", "c", "cab"),
        ("abcX", "aXbc", "X", "aXbc"),
        ("abXc", "cab", "c", "cabX"),  # X was added here since
        ("abc", "aYcb", "c", "acb"),  # Y was not chosen
    ],
)
def test_order_follows_what_was_chosen(kini: str, mau: str, pindah: str, harapan: str) -> None:
    assert "".join(susun(list(kini), [b for b in mau if b in kini], set(pindah))) == harapan


def test_what_leaves_a_removed_row_leaves_first() -> None:
    """Else it would be removed along with it."""
    bukti = IsiSyarat(5, "Notula", 0)
    asal = rencana(kerja(1, aksi(10), aksi(11), syarat=(bukti,)), kerja(2))
    satu, dua = bandingkan(asal, asal, rencana(kerja(1, aksi(11), syarat=(replace(bukti, aksi=None),)), kerja(2)))
    assert [(p.jenis, p.benda) for p in (satu, dua)] == [("hapus", "aksi"), ("ubah", "syarat")]
    assert satu.perlu == (dua.kode,)
    assert set(jatuh((satu, dua), [satu.kode])) == {satu.kode}
