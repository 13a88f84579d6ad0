"""The audit page: what was done, by whom, when, from what to what, why."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.apps import apps
from pytest_django import DjangoAssertNumQueries

from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.pabrik import Kantor
from zona.inti.domain import tulis_jejak
from zona.inti.models import Jejak
from zona.inti.waktu import pada
from zona.organisasi.domain.masuk import catat_masuk
from zona.organisasi.models import Pengguna
from zona.organisasi.queries.jejak import JENIS, Saring, halaman_jejak, jejak_satker

Buka = Callable[..., Klien]


def tulis(kantor: Kantor, oleh: Pengguna | None = None, *, saat: str = "2023-03-15T01:05:00", **isi: Any) -> Jejak:
    """A row written at that moment (UTC), by default about a pelaksanaan."""
    isi = {"tindakan": "mencatat status", "objek": kantor.pelaksanaan["I", "a"][0], "satker_id": kantor.satker.pk} | isi
    with pada(datetime.fromisoformat(saat).replace(tzinfo=UTC)):
        return tulis_jejak(oleh=oleh, **isi)


def baris(tanggapan) -> list[list[str]]:
    return [[teks(td) for td in tr.find_all("td")] for tr in urai(tanggapan).select("#daftar tbody tr")]


def test_jejak_tells_who_when_what_old_new_why(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    sebelum, sesudah = {"status": "belum", "realisasi": None}, {"status": "selesai", "realisasi": "2023-03-01"}
    tulis(kantor, ketua, sebelum=sebelum, sesudah=sesudah, alasan="Rapat dimajukan")
    tulis(kantor, saat="2023-03-15T16:30:00", tindakan="memuat rencana", objek=kantor.rencana)
    assert baris(klien(ketua).get(kantor.alamat("jejak/"))) == [
        ["16 Mar 2023, 00.30 WITA", "Sistem", "Memuat rencana Rencana: Rencana Kerja 2023", "", ""],
        [
            "15 Mar 2023, 09.05 WITA",
            "Ketua",
            "Mencatat status Pelaksanaan: a. Aksi I.1.a (2023-03-01)",
            "status: belum → selesai realisasi: 1 Maret 2023",
            "Rapat dimajukan",
        ],
    ]


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (None, "–"),
        ("", "–"),
        ([], "–"),
        (False, "tidak"),
        (True, "ya"),
        (0, "0"),
        ("2023-02-30", "2023-02-30"),
        ("2023-02-03", "3 Februari 2023"),
        ({"id": 7, "teks": "Ani"}, "Ani"),
        ({"a": 1, "b": None}, "a: 1, b: –"),
        (["x", True], "x, ya"),
    ],
)
def test_jejak_values_are_said_in_words(kantor: Kantor, nilai: object, kata: str) -> None:
    tulis(kantor, sesudah={"penanggung_jawab": nilai})
    (isi,) = halaman_jejak(jejak_satker(kantor.satker, Saring()), kantor.satker).baris
    assert isi.perubahan == [("penanggung jawab", "–", kata)]


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "koordinator-vi", "anggota", "penilai", "admin"])
def test_jejak_is_open_to_readers(klien: Buka, kantor: Kantor, siapa: str) -> None:
    assert klien(kantor.orang[siapa]).get(kantor.alamat("jejak/")).status_code == 200


def test_jejak_is_not_there_for_outsiders(klien: Buka, kantor: Kantor, orang_luar: Pengguna) -> None:
    assert klien(orang_luar).get(kantor.alamat("jejak/")).status_code == 404


def test_jejak_shows_the_own_office_alone(klien: Buka, kantor: Kantor, ketua: Pengguna, orang_luar: Pengguna) -> None:
    tulis(kantor, orang_luar, satker_id=orang_luar.satker_id)
    halaman = klien(ketua).get(kantor.alamat("jejak/"))
    assert baris(halaman) == []
    assert teks(urai(halaman).find(class_="kosong")) == "Tidak ada perubahan yang cocok."


def test_jejak_takes_no_post(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    assert klien(ketua).post(kantor.alamat("jejak/")).status_code == 405


@pytest.fixture
def beragam(kantor: Kantor) -> dict[str, Jejak]:
    """Rows a to d, and one of signing in. The office's 15 Maret begins at 16:00 UTC of the 14th."""
    ketua, anggota = kantor.orang["ketua"], kantor.orang["anggota"]
    catat_masuk(oleh=ketua)
    return {
        "a": tulis(kantor, ketua, saat="2023-03-14T15:59:59"),
        "b": tulis(kantor, anggota, saat="2023-03-14T16:00:00"),
        "c": tulis(kantor, None, saat="2023-03-15T15:59:59", objek=kantor.rencana),
        "d": tulis(kantor, ketua, saat="2023-03-15T16:00:00", objek=kantor.rencana),
    }


@pytest.mark.parametrize(
    ("saring", "hasil"),
    [
        ("", "dcba"),
        ("jenis=rencana_aksi.rencana", "dc"),
        ("oleh={ketua}", "da"),
        ("oleh=sistem", "c"),
        ("dari=2023-03-15", "dcb"),
        ("sampai=2023-03-15", "cba"),
        ("dari=2023-03-15&sampai=2023-03-15", "cb"),
        ("oleh={ketua}&jenis=rencana_aksi.pelaksanaan", "a"),
        ("oleh={luar}", "dcba"),
        ("jenis=tiada", "dcba"),
        ("dari=kemarin", "dcba"),
    ],
)
def test_jejak_filters(klien: Buka, kantor: Kantor, beragam: dict[str, Jejak], saring: str, hasil: str) -> None:
    orang = kantor.orang
    saring = saring.format(ketua=orang["ketua"].pk, luar=orang["orang-luar"].pk)
    tanggapan = klien(orang["kepala"]).get(kantor.alamat(f"jejak/?{saring}"))
    assert tanggapan.status_code == 200
    waktu = [t["datetime"] for t in urai(tanggapan).select("#daftar time")]
    nama = {j.waktu: nama for nama, j in beragam.items()}
    assert "".join(nama[datetime.fromisoformat(w)] for w in waktu) == hasil


def test_jejak_filter_that_makes_no_sense_says_so(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    halaman = urai(klien(ketua).get(kantor.alamat("jejak/?dari=kemarin")))
    assert halaman.find(id="id_dari_error").get_text() == "Masukkan tanggal yang valid."


def test_jejak_signing_in_is_asked_for(klien: Buka, kantor: Kantor, ketua: Pengguna, beragam: dict[str, Jejak]) -> None:
    isi = baris(klien(ketua).get(kantor.alamat("jejak/?jenis=masuk")))
    assert [b[1:] for b in isi] == [["Ketua", "Masuk Akun: Ketua", "", ""]]


def test_jejak_is_paged_both_ways(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    for i in range(120):
        tulis(kantor, ketua, tindakan=f"langkah {i}")
        tulis(kantor, None, tindakan="lain")
    k = klien(ketua)

    def langkah(halaman) -> list[int]:
        return [int(b[2].split()[1]) for b in baris(halaman)]

    def tautan(halaman, kata: str) -> str:
        return kantor.alamat("jejak/") + urai(halaman).find("a", string=kata)["href"]

    def kata(halaman) -> list[str]:
        return [teks(a) for a in urai(halaman).select("#daftar nav a")]

    satu = k.get(kantor.alamat(f"jejak/?oleh={ketua.pk}"))
    dua = k.get(tautan(satu, "Lebih lama"))
    tiga = k.get(tautan(dua, "Lebih lama"))
    assert [langkah(h) for h in (satu, dua, tiga)] == [
        list(range(119, 69, -1)), list(range(69, 19, -1)), list(range(19, -1, -1)),
    ]  # fmt: skip
    assert kata(satu) == ["Lebih lama"]
    assert kata(dua) == ["Lebih baru", "Lebih lama", "Kembali ke yang terbaru"]
    assert kata(tiga) == ["Lebih baru", "Kembali ke yang terbaru"]
    assert langkah(k.get(tautan(tiga, "Lebih baru"))) == langkah(dua)
    kembali = k.get(tautan(dua, "Lebih baru"))
    assert (langkah(kembali), kata(kembali)) == (langkah(satu), ["Lebih lama", "Kembali ke yang terbaru"])


ANEH = ["sebelum=0", "sesudah=99999999999", "sebelum=x", "sesudah=-1", f"sebelum={'9' * 30}"]


@pytest.mark.parametrize("nomor", ANEH)
def test_jejak_odd_page_numbers_do_no_harm(klien: Buka, kantor: Kantor, ketua: Pengguna, nomor: str) -> None:
    tulis(kantor)
    assert klien(ketua).get(kantor.alamat(f"jejak/?{nomor}")).status_code == 200


def test_jejak_fragment_equals_page(klien: Buka, kantor: Kantor, ketua: Pengguna, beragam: dict[str, Jejak]) -> None:
    k = klien(ketua)
    alamat = kantor.alamat(f"jejak/?oleh={ketua.pk}")
    halaman = k.get(alamat)
    bagian = k.get(alamat, headers=HTMX)
    lama = k.get(kantor.alamat("jejak/"))
    assert rapi(bagian) == rapi(urai(halaman).find(id="daftar"))
    assert rapi(pasang_fragmen(lama, bagian, "daftar").find(id="daftar")) == rapi(urai(halaman).find(id="daftar"))


@pytest.mark.parametrize("lebih", [1, 3, 60])
def test_jejak_queries_do_not_grow(
    klien: Buka, kantor: Kantor, ketua: Pengguna, django_assert_num_queries: DjangoAssertNumQueries, lebih: int
) -> None:
    for _ in range(lebih):
        tulis(kantor, ketua)
    k = klien(ketua)
    with django_assert_num_queries(5):
        k.get(kantor.alamat("jejak/"))


def test_jejak_of_one_office_is_found_by_index(kantor: Kantor) -> None:
    rencana = jejak_satker(kantor.satker, Saring())[:51].explain()
    assert "jejak_satker" in rencana
    assert "TEMP B-TREE" not in rencana


def test_jejak_kinds_are_models() -> None:
    assert set(JENIS) <= {m._meta.label_lower for m in apps.get_models()}
