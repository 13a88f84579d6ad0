"""The matrix page: rows, filters, rights, and the price of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from tests.bantuan import HTMX, rapi, teks, urai
from tests.pabrik import Kantor, tambah_baris
from zona.organisasi.models import Satker


def baris_aksi(halaman) -> list[str]:
    return [teks(a) for a in urai(halaman).select("td.aksi a")]


def test_matriks_shows_every_row_of_the_six_pengungkit(klien, kantor: Kantor, anggota) -> None:
    halaman = klien(anggota).get(kantor.alamat("rencana/"))
    assert halaman.status_code == 200
    harapan = [f"{huruf}. Aksi {kode}.1.{huruf}" for kode in kantor.baris for huruf in "ab"]
    assert baris_aksi(halaman) == harapan
    assert [a["href"] for a in urai(halaman).select(".lompat a")] == [f"#p-{kode}" for kode in kantor.baris]


def test_matriks_row_tells_status_schedule_and_evidence(klien, kantor: Kantor, ketua) -> None:
    aksi = kantor.aksi["I", "a"]
    baris = urai(klien(ketua).get(kantor.alamat("rencana/"))).select_one(f"#aksi-{aksi.pk}")
    assert teks(baris.select_one(".no")) == "1"
    assert teks(baris.select_one(".rk")) == "Kerja I.1"
    assert teks(baris.select_one("[data-label=Jadwal]")) == "1, 13–20 Maret, 10 April"
    assert teks(baris.select_one("[data-label='Penanggung jawab']")) == "Anggota"
    assert teks(baris.select_one(".aksi .rinci")) == "bukti kurang 4 dari 4"
    assert teks(baris.select_one(".sel-status")) == "Terlambat 0 dari 3 selesai berikutnya 1 Mar 2023 Selesai Ubah"
    assert [teks(li) for li in baris.select(".bukti li")] == [
        "Surat keputusan : belum ada", "Notula rapat (0/3) : belum ada",
    ]  # fmt: skip


def test_matriks_shows_evidence_the_actions_share_in_a_line_of_its_own(klien, kantor: Kantor, ketua) -> None:
    tubuh = urai(klien(ketua).get(kantor.alamat("rencana/"))).select_one("tbody")
    assert [td["rowspan"] for td in tubuh.select("[rowspan]")] == ["3", "3"]
    assert teks(tubuh.select_one(".bersama")) == (
        "Bukti untuk seluruh rencana kerja ini: kurang 1 dari 1 Laporan kegiatan : belum ada"
    )


@pytest.mark.parametrize(
    ("saringan", "harapan"),
    [
        ("q=kerja+iii.1+NOTULA", ["a. Aksi III.1.a", "b. Aksi III.1.b"]),
        ("q=berkala&pengungkit=II", ["b. Aksi II.1.b"]),
        ("pengungkit=VI", ["a. Aksi VI.1.a", "b. Aksi VI.1.b"]),
        ("terlambat=1&pengungkit=I", ["a. Aksi I.1.a"]),
        ("status=belum&pengungkit=IV", ["b. Aksi IV.1.b"]),
        ("status=selesai", []),
        ("saya=1", ["a. Aksi I.1.a"]),
        ("bukti_kurang=1&q=kerja+vi.1", ["a. Aksi VI.1.a", "b. Aksi VI.1.b"]),
    ],
)
def test_matriks_filters_in_the_query_string(klien, kantor: Kantor, anggota, saringan, harapan) -> None:
    assert baris_aksi(klien(anggota).get(kantor.alamat(f"rencana/?{saringan}"))) == harapan


def test_matriks_milik_saya_of_a_koordinator_is_the_whole_pengungkit(klien, kantor: Kantor, koordinator_ii) -> None:
    halaman = klien(koordinator_ii).get(kantor.alamat("rencana/?saya=1"))
    assert baris_aksi(halaman) == ["a. Aksi II.1.a", "b. Aksi II.1.b"]


def test_matriks_with_an_unknown_filter_shows_all_and_says_so(klien, kantor: Kantor, ketua) -> None:
    halaman = klien(ketua).get(kantor.alamat("rencana/?pengungkit=IX"))
    assert len(baris_aksi(halaman)) == 12
    assert teks(urai(halaman).select_one(".pemberitahuan")) == "Saringan tidak dikenal; seluruh rencana ditampilkan."


def test_matriks_fragment_equals_page(klien, kantor: Kantor, ketua) -> None:
    peramban = klien(ketua)
    alamat = kantor.alamat("rencana/?pengungkit=I")
    halaman, bagian = peramban.get(alamat), peramban.get(alamat, headers=HTMX)
    assert rapi(urai(halaman).select_one("#hasil")) == rapi(urai(bagian).select_one("#hasil"))
    assert urai(bagian).html is None


def test_matriks_offers_status_only_to_who_may(klien, kantor: Kantor, anggota, koordinator_ii, kepala) -> None:
    def tombol(orang) -> set[str]:
        halaman = urai(klien(orang).get(kantor.alamat("rencana/")))
        return {b.find_parent("tr")["id"] for b in halaman.select("button[formaction]")}

    assert tombol(anggota) == {f"aksi-{kantor.aksi['I', 'a'].pk}"}
    assert tombol(koordinator_ii) == {f"aksi-{kantor.aksi['II', h].pk}" for h in "ab"}
    assert tombol(kepala) == set()


def test_matriks_of_another_office_is_unknown(klien, kantor: Kantor, orang_luar) -> None:
    assert klien(orang_luar).get(kantor.alamat("rencana/")).status_code == 404


def test_matriks_asks_for_sign_in(klien, kantor: Kantor) -> None:
    alamat = kantor.alamat("rencana/")
    tanggapan = klien().get(alamat)
    assert (tanggapan.status_code, tanggapan["Location"]) == (302, f"/masuk/?next={alamat}")


def test_matriks_refuses_post(klien, kantor: Kantor, ketua) -> None:
    assert klien(ketua).post(kantor.alamat("rencana/")).status_code == 405


@pytest.mark.parametrize("tambahan", [0, 12, 318])
def test_matriks_queries_do_not_grow_with_rows(klien, kantor: Kantor, ketua, tambahan) -> None:
    """≤ 12 with 12, 36 and 648 aksi (produk.md §8)."""
    tambah_baris(kantor, tambahan)
    peramban = klien(ketua)
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        assert len(baris_aksi(peramban.get(kantor.alamat("rencana/")))) == 12 + 2 * tambahan
    assert len(kueri) == 12


def test_matriks_unchanged_is_not_drawn_again(klien, kantor: Kantor, ketua, django_assert_num_queries) -> None:
    peramban = klien(ketua)
    pertama = peramban.get(kantor.alamat("rencana/"))
    with django_assert_num_queries(3):
        kedua = peramban.get(kantor.alamat("rencana/"))
    assert rapi(kedua) == rapi(pertama)


def test_matriks_is_drawn_again_once_the_office_changed(klien, kantor: Kantor, ketua) -> None:
    peramban = klien(ketua)
    peramban.get(kantor.alamat("rencana/"))
    pelaksanaan = kantor.pelaksanaan["I", "b"][0]
    Pelaksanaan.objects.filter(pk=pelaksanaan.pk).update(status=Status.BERJALAN)
    Satker.objects.filter(pk=kantor.satker.pk).update(revisi=7)
    sel = urai(peramban.get(kantor.alamat("rencana/"))).select_one(f"#status-{pelaksanaan.aksi_id} .status")
    assert teks(sel) == "Berjalan"
