"""Comparing two versions: exactly what was done to a plan comes back, whatever was done."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rencana_aksi.beku import (
    AksiBeku,
    AnggotaBeku,
    BobotBeku,
    KantorBeku,
    KerjaBeku,
    PengungkitBeku,
    ProgramBeku,
    RencanaBeku,
    SyaratBeku,
    TimBeku,
    dari_json,
    ke_json,
    sidik,
)
from rencana_aksi.domain.banding import Banding, Beda, Kolom, bandingkan_rencana
from rencana_aksi.domain.beda_kata import beda_kata
from rencana_aksi.enums import JenisBukti

banyak = settings(max_examples=60, deadline=None)
teks = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=30)


@st.composite
def rencana_beku(draw: st.DrawFn) -> RencanaBeku:
    """Any plan: ids of a kind differ, evidence may be tied to an action of its row."""
    nomor = iter(range(1, 10_000))

    def kerja() -> KerjaBeku:
        aksi = tuple(_aksi(next(nomor), draw(teks)) for _ in range(draw(st.integers(0, 3))))
        pilihan = st.sampled_from([None, *(a.id for a in aksi)])
        syarat = tuple(
            SyaratBeku(
                next(nomor), draw(pilihan), draw(teks), draw(st.sampled_from(JenisBukti.values)), draw(st.booleans())
            )
            for _ in range(draw(st.integers(0, 3)))
        )
        return KerjaBeku(next(nomor), draw(st.none() | st.integers(1, 99)), draw(teks), aksi, syarat)

    pengungkit = tuple(
        PengungkitBeku(
            next(nomor), kode, draw(teks), draw(st.decimals("0.001", 60, places=3)),
            tuple(ProgramBeku(next(nomor), draw(teks)) for _ in range(draw(st.integers(0, 3)))),
            tuple(kerja() for _ in range(draw(st.integers(0, 4)))),
        )
        for kode in ("I", "II", "III")
    )  # fmt: skip
    anggota = tuple(
        AnggotaBeku(next(nomor), draw(teks), draw(teks), draw(teks), "Anggota", kepala=False)
        for _ in range(draw(st.integers(0, 3)))
    )
    return RencanaBeku(
        satker=KantorBeku("UJI", draw(teks), "", "", "", "", "", ""), tahun=2023, versi=1,
        nomor_sk=draw(st.just("") | teks), tanggal_sk=draw(st.none() | st.dates(date(2022, 1, 1), date(2024, 1, 1))),
        tempat="Mataram", instrumen="uji", nama_instrumen="Instrumen uji",
        hasil=(BobotBeku("H1", draw(teks), Decimal(20)),), pengungkit=pengungkit, tim=(TimBeku("I", anggota),),
    )  # fmt: skip


def _aksi(pk: int, uraian: str) -> AksiBeku:
    hari = date(2023, 1 + pk % 12, 1 + pk % 28).isoformat()
    return AksiBeku(pk, "", uraian, hari, "tanggal", {"tanggal": [hari]}, "")


def ringkas(banding: Banding) -> list[tuple[str, tuple[str, ...], list[tuple[str, str, str]]]]:
    return [(b.kunci, b.jenis, [(k.nama, k.lama, k.baru) for k in b.kolom]) for b in banding.beda]


# --- what holds for every plan ------------------------------------------------------------------------


@banyak
@given(rencana_beku())
def test_frozen_json_comes_back_the_same(isi: RencanaBeku) -> None:
    tertulis = ke_json(isi)
    assert dari_json(tertulis) == isi
    assert ke_json(dari_json(tertulis)) == tertulis
    assert sidik(tertulis) == sidik(dict(reversed(tertulis.items())))


@banyak
@given(rencana_beku())
def test_with_itself_nothing_differs(isi: RencanaBeku) -> None:
    assert bandingkan_rencana(isi, dari_json(ke_json(isi))) == Banding(())


@banyak
@given(rencana_beku(), rencana_beku())
def test_backwards_is_the_same_read_backwards(a: RencanaBeku, b: RencanaBeku) -> None:
    maju, mundur = bandingkan_rencana(a, b).jumlah, bandingkan_rencana(b, a).jumlah
    assert (maju["ditambah"], maju["dihapus"]) == (mundur["dihapus"], mundur["ditambah"])
    assert (maju["diubah"], maju["dipindah"]) == (mundur["diubah"], mundur["dipindah"])


@banyak
@given(rencana_beku())
def test_loaded_anew_with_other_ids_nothing_differs(isi: RencanaBeku) -> None:
    def geser(nilai: Any) -> Any:
        match nilai:
            case dict():
                return {
                    k: v + 50_000 if k in ("id", "aksi") and isinstance(v, int) else geser(v) for k, v in nilai.items()
                }
            case list():
                return [geser(satu) for satu in nilai]
        return nilai

    baru = replace(dari_json(geser(ke_json(isi))), tim=isi.tim)
    assert bandingkan_rencana(isi, baru).jumlah == dict.fromkeys(("ditambah", "dihapus", "diubah", "dipindah"), 0)


@banyak
@given(rencana_beku(), st.randoms(use_true_random=False))
def test_exactly_the_edits_made_are_found(isi: RencanaBeku, acak: Random) -> None:
    """Each row is left, removed, or has its text changed; new ones are put in between."""
    harap: dict[str, str] = {}

    def sunting(jenis: str, kolom: str, daftar: tuple[Any, ...], baru: Any) -> tuple[Any, ...]:
        hasil = []
        for satu in daftar:
            nasib = acak.choice(["tetap", "tetap", "dihapus", "diubah", "ditambah"])
            if nasib == "ditambah":
                hasil.append(baru(90_000 + len(harap)))
                harap[f"{jenis}-{hasil[-1].id}"] = nasib
            if nasib == "dihapus":
                harap[f"{jenis}-{satu.id}"] = nasib
                continue
            if nasib == "diubah":
                satu = replace(satu, **{kolom: getattr(satu, kolom) + " (baru)"})
                harap[f"{jenis}-{satu.id}"] = nasib
            hasil.append(satu)
        return tuple(hasil)

    def isi_kerja(k: KerjaBeku) -> KerjaBeku:
        umum = tuple(replace(s, aksi=None) for s in k.syarat)  # a tie to a removed action would be a change too
        aksi = sunting("aksi", "uraian", k.aksi, lambda pk: _aksi(pk, f"Aksi baru {pk}"))
        baru = sunting("syarat", "teks", umum, lambda pk: SyaratBeku(pk, None, f"Bukti {pk}", "notula", False))
        return replace(k, aksi=aksi, syarat=baru)

    lama = replace(
        isi,
        pengungkit=tuple(
            replace(p, kerja=tuple(replace(k, syarat=tuple(replace(s, aksi=None) for s in k.syarat)) for k in p.kerja))
            for p in isi.pengungkit
        ),
    )
    baru = replace(
        lama,
        pengungkit=tuple(
            replace(
                p,
                program=sunting("program", "uraian", p.program, lambda pk: ProgramBeku(pk, f"Program {pk}")),
                kerja=tuple(isi_kerja(k) for k in p.kerja),
            )
            for p in lama.pengungkit
        ),
    )
    assert {b.kunci: b.jenis for b in bandingkan_rencana(lama, baru).beda} == {k: (j,) for k, j in harap.items()}


@banyak
@given(st.integers(2, 8), st.data())
def test_one_row_moved_is_the_one_found(n: int, data: st.DataObject) -> None:
    dari = data.draw(st.integers(0, n - 1))
    ke = data.draw(st.integers(0, n - 1).filter(lambda i: abs(i - dari) != 1))  # of two neighbours either one moved
    program = [ProgramBeku(i, f"Program {i}") for i in range(1, n + 1)]
    lama = contoh(program=tuple(program))
    program.insert(ke, program.pop(dari))
    hasil = bandingkan_rencana(lama, contoh(program=tuple(program))).beda
    harap = [(f"program-{dari + 1}", ("dipindah",), f"I, urutan {dari + 1}", f"I, urutan {ke + 1}")]
    assert [(b.kunci, b.jenis, b.dari, b.ke) for b in hasil] == (harap if dari != ke else [])


# --- one by one ---------------------------------------------------------------------------------------


def contoh(**pengungkit: Any) -> RencanaBeku:
    aksi = (
        AksiBeku(11, "a", "Rapat", "25 Januari 2023", "tanggal", {"tanggal": ["2023-01-25"]}, ""),
        AksiBeku(12, "b", "Sosialisasi", "", "tanpa", {}, ""),
    )
    syarat = (SyaratBeku(21, 11, "Notula", "notula", False), SyaratBeku(22, None, "Laporan", "laporan", False))
    kerja = (KerjaBeku(1, 1, "Tim kerja", aksi, syarat), KerjaBeku(2, 2, "Dokumen", (), ()))
    satu = PengungkitBeku(1, "I", "Manajemen Perubahan", Decimal(5), (), kerja)
    dua = PengungkitBeku(2, "II", "Tata Laksana", Decimal(5), (), ())
    tim = (TimBeku("I", (AnggotaBeku(1, "Ani", "1", "Staf", "Koordinator", kepala=False),)),)
    kantor = KantorBeku("UJI", "Kantor Uji", "", "", "", "", "", "")
    hasil = (BobotBeku("H1", "Bersih dari KKN", Decimal(20)),)
    isi = (replace(satu, **pengungkit), dua)
    return RencanaBeku(kantor, 2023, 1, "1/2023", None, "Mataram", "uji", "Uji", hasil, isi, tim)


def kerja(isi: RencanaBeku, **ubah: Any) -> RencanaBeku:
    """The plan with its first row changed."""
    satu, dua = isi.pengungkit
    baru = (replace(satu.kerja[0], **ubah), *satu.kerja[1:])
    return replace(isi, pengungkit=(replace(satu, kerja=baru), dua))


def test_number_and_date_of_the_sk_are_no_difference() -> None:
    isi = contoh()
    baru = replace(isi, nomor_sk="2/2024", tanggal_sk=date(2024, 1, 2), versi=2)
    assert bandingkan_rencana(isi, baru).beda == ()


def test_changed_schedule_says_words_and_days() -> None:
    isi = contoh()
    a, b = isi.pengungkit[0].kerja[0].aksi
    makna = {"rentang": [["2023-01-26", "2023-06-30"]]}
    baru = kerja(isi, aksi=(replace(a, jadwal="26 Januari–Juni 2023", jenis_jadwal="rentang", makna=makna), b))
    assert bandingkan_rencana(isi, baru).beda == (
        Beda(
            "aksi-11", "I", "Rencana aksi", "I.1.a", "a. Rapat", ("diubah",),
            (
                Kolom("Jadwal", "25 Januari 2023", "26 Januari–Juni 2023"),
                Kolom("Tanggal", "25 Januari 2023", "26 Januari–30 Juni 2023"),
            ),
        ),
    )  # fmt: skip


def test_days_behind_the_same_words_are_told() -> None:
    isi = contoh()
    a, b = isi.pengungkit[0].kerja[0].aksi
    hari = [date(2023, 1, 1) + timedelta(days=5 * i) for i in range(61)]
    baru = kerja(isi, aksi=(replace(a, makna={"tanggal": [h.isoformat() for h in hari]}), b))
    assert ringkas(bandingkan_rencana(isi, baru)) == [
        ("aksi-11", ("diubah",), [("Tanggal", "25 Januari 2023", "61 kali, 1 Januari 2023 sampai 28 Oktober 2023")])
    ]


def test_schedule_agreed_later_is_told() -> None:
    isi = contoh()
    a, b = isi.pengungkit[0].kerja[0].aksi
    baru = kerja(
        isi, aksi=(a, replace(b, jadwal="2 Mei 2023", jenis_jadwal="tanggal", makna={"tanggal": ["2023-05-02"]}))
    )
    assert ringkas(bandingkan_rencana(isi, baru)) == [("aksi-12", ("diubah",), [("Jadwal", "", "2 Mei 2023")])]


def test_evidence_tied_to_another_action_is_told_by_its_words() -> None:
    isi = contoh()
    notula, laporan = isi.pengungkit[0].kerja[0].syarat
    baru = kerja(isi, syarat=(replace(notula, aksi=12, tiap_pelaksanaan=True), replace(laporan, aksi=11)))
    assert ringkas(bandingkan_rencana(isi, baru)) == [
        (
            "syarat-21", ("diubah",),
            [("Untuk", "a. Rapat", "b. Sosialisasi"), ("Diminta", "sekali", "pada tiap pelaksanaan")],
        ),
        ("syarat-22", ("diubah",), [("Untuk", "seluruh rencana kerja", "a. Rapat")]),
    ]  # fmt: skip


def test_action_moved_to_another_row_and_changed_is_both() -> None:
    isi = contoh()
    p = isi.pengungkit[0]
    a, b = p.kerja[0].aksi
    satu = replace(p.kerja[0], aksi=(a,))
    dua = replace(p.kerja[1], aksi=(replace(b, uraian="Sosialisasi ulang", huruf=""),))
    baru = replace(isi, pengungkit=(replace(p, kerja=(satu, dua)), isi.pengungkit[1]))
    assert bandingkan_rencana(isi, baru).beda == (
        Beda(
            "aksi-12", "I", "Rencana aksi", "I.2", "Sosialisasi ulang", ("diubah", "dipindah"),
            (Kolom("Huruf", "b", ""), Kolom("Uraian", "Sosialisasi", "Sosialisasi ulang")),
            "I.1, urutan 2", "I.2, urutan 1",
        ),
    )  # fmt: skip


def test_removed_row_stands_where_it_was_with_all_it_held() -> None:
    isi = contoh()
    p = isi.pengungkit[0]
    baru = replace(isi, pengungkit=(replace(p, kerja=p.kerja[1:]), isi.pengungkit[1]))
    hasil = bandingkan_rencana(isi, baru)
    assert [(b.kunci, b.jenis, b.tempat) for b in hasil.beda] == [
        ("kerja-1", ("dihapus",), "I.1"),
        ("aksi-11", ("dihapus",), "I.1.a"),
        ("aksi-12", ("dihapus",), "I.1.b"),
        ("syarat-21", ("dihapus",), "I.1"),
        ("syarat-22", ("dihapus",), "I.1"),
    ]
    assert [b.judul for b in hasil.bagian] == ["I. Manajemen Perubahan"]
    assert hasil.jumlah == {"ditambah": 0, "dihapus": 5, "diubah": 0, "dipindah": 0}


def test_weights_instrument_and_team_have_their_parts() -> None:
    isi = contoh()
    p = isi.pengungkit[0]
    baru = replace(
        isi,
        tempat="Jakarta",
        hasil=(replace(isi.hasil[0], bobot=Decimal("17.5")),),
        pengungkit=(replace(p, bobot=Decimal(8)), isi.pengungkit[1]),
        tim=(TimBeku("I", (AnggotaBeku(2, "Budi", "", "Staf", "Koordinator", kepala=False),)),),
    )
    hasil = bandingkan_rencana(isi, baru)
    assert [b.judul for b in hasil.bagian] == ["Naskah dan bobot", "I. Manajemen Perubahan", "Tim kerja"]
    assert ringkas(hasil) == [
        ("naskah", ("diubah",), [("Tempat", "Mataram", "Jakarta")]),
        ("hasil-H1", ("diubah",), [("Bobot", "20", "17,5")]),
        ("pengungkit-I", ("diubah",), [("Bobot", "5", "8")]),
        (
            "tim-I-1", ("dihapus",),
            [("Nama", "Ani", ""), ("NIP", "1", ""), ("Jabatan", "Staf", ""), ("Peran", "Koordinator", "")],
        ),
        ("tim-I-2", ("ditambah",), [("Nama", "", "Budi"), ("Jabatan", "", "Staf"), ("Peran", "", "Koordinator")]),
    ]  # fmt: skip


def test_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="bentuk 9"):
        dari_json({**ke_json(contoh()), "bentuk": 9})


# --- words --------------------------------------------------------------------------------------------


@banyak
@given(teks, teks)
def test_cut_texts_are_the_texts(lama: str, baru: str) -> None:
    kiri, kanan = beda_kata(lama, baru)
    assert ("".join(p.teks for p in kiri), "".join(p.teks for p in kanan)) == (lama, baru)


def test_only_the_words_that_differ_are_marked() -> None:
    kiri, kanan = beda_kata("SK Agen Perubahan (7 Februari 2023)", "SK Agen Perubahan (9 Februari 2023)")
    assert [p.teks for p in kiri if p.beda] == ["7"]
    assert [p.teks for p in kanan if p.beda] == ["9"]


def test_other_texts_are_marked_whole() -> None:
    assert [[(p.teks, p.beda) for p in sisi] for sisi in beda_kata("Rapat tim", "Undangan")] == [
        [("Rapat tim", True)],
        [("Undangan", True)],
    ]
