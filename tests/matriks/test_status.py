"""Recording progress from the matrix."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from tests.bantuan import HTMX, pasang_fragmen, rapi, teks, urai
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.inti.models import Jejak


@pytest.fixture
def pelaksanaan(kantor: Kantor) -> Pelaksanaan:
    return kantor.pelaksanaan["I", "a"][0]


def alamat(kantor: Kantor, pelaksanaan: Pelaksanaan, ekor: str = "") -> str:
    return kantor.alamat(f"rencana/pelaksanaan/{pelaksanaan.pk}/status/{ekor}")


def test_status_one_click_is_done_today(klien, kantor: Kantor, pelaksanaan, anggota) -> None:
    tanggapan = klien(anggota).post(alamat(kantor, pelaksanaan), {"selesai_dari": "belum"})
    assert tanggapan.status_code == 302
    assert tanggapan["Location"] == kantor.alamat(f"rencana/#aksi-{pelaksanaan.aksi_id}")
    pelaksanaan.refresh_from_db()
    assert (pelaksanaan.status, pelaksanaan.realisasi) == (Status.SELESAI, HARI_INI)
    jejak = Jejak.objects.get()
    assert (jejak.oleh_nama, jejak.tindakan) == ("Anggota", "mengubah status")
    assert (jejak.sebelum["status"], jejak.sesudah["status"]) == ("belum", "selesai")


@pytest.mark.parametrize(
    "isian",
    [
        {"selesai_dari": "belum"},
        {"status": "berjalan", "catatan": "Menunggu narasumber"},
        {"status": "ditunda", "jatuh_tempo": "2023-04-03", "alasan": "Narasumber berhalangan"},
    ],
)
def test_status_fragment_equals_page(klien, kantor: Kantor, pelaksanaan, ketua, isian) -> None:
    peramban = klien(ketua)
    matriks = kantor.alamat("rencana/")
    lama = peramban.get(matriks)
    tanggapan = peramban.post(alamat(kantor, pelaksanaan), isian, headers=HTMX)
    assert tanggapan.status_code == 200
    hasil = pasang_fragmen(lama, tanggapan, f"status-{pelaksanaan.aksi_id}")
    assert rapi(hasil) == rapi(peramban.get(matriks))


def test_status_batal_refreshes_the_page_since_less_evidence_is_asked(klien, kantor, pelaksanaan, ketua) -> None:
    isian = {"status": "batal", "alasan": "Digabung dengan rapat April"}
    tanggapan = klien(ketua).post(alamat(kantor, pelaksanaan), isian, headers=HTMX)
    assert (tanggapan.status_code, tanggapan["HX-Refresh"]) == (204, "true")


@pytest.mark.parametrize(
    ("isian", "kalimat"),
    [
        ({"status": "selesai"}, "Tanggal realisasi : Tulis tanggal realisasinya."),
        (
            {"status": "selesai", "realisasi": "2023-03-16"},
            "Tanggal realisasi : Tanggal realisasi tidak boleh sesudah hari ini, 15 Maret 2023.",
        ),
        ({"status": "ditunda", "jatuh_tempo": "2023-04-03"}, "Alasan : Tulis alasannya."),
        ({"status": "batal"}, "Alasan : Tulis alasannya."),
    ],
)
def test_status_refused_says_why_at_its_field_and_keeps_what_was_typed(
    klien, kantor: Kantor, pelaksanaan, ketua, isian, kalimat
) -> None:
    peramban = klien(ketua)
    isian = {**isian, "catatan": "Tetap ada"}
    for kepala_permintaan in ({}, HTMX):
        tanggapan = peramban.post(alamat(kantor, pelaksanaan), isian, headers=kepala_permintaan)
        assert tanggapan.status_code == 422
        halaman = urai(tanggapan)
        assert [teks(li) for li in halaman.select("[role=alert] li")] == [kalimat]
        assert halaman.select_one("[name=catatan]").text.strip() == "Tetap ada"
    pelaksanaan.refresh_from_db()
    assert (pelaksanaan.status, Jejak.objects.count()) == (Status.BELUM, 0)


def test_status_seen_by_two_tells_the_second_who_was_first(klien, kantor, pelaksanaan, ketua, koordinator_i) -> None:
    klien(koordinator_i).post(alamat(kantor, pelaksanaan), {"selesai_dari": "belum"})
    isian = {"status": "berjalan", "status_lama": "belum"}
    tanggapan = klien(ketua).post(alamat(kantor, pelaksanaan), isian, headers=HTMX)
    assert tanggapan.status_code == 422
    assert "sudah diubah oleh Koordinator I; statusnya kini Selesai" in teks(tanggapan)
    pelaksanaan.refresh_from_db()
    assert (pelaksanaan.status, pelaksanaan.realisasi) == (Status.SELESAI, HARI_INI)


def test_status_one_click_from_a_page_left_open_does_not_reopen_what_was_called_off(
    klien, kantor, pelaksanaan, ketua, koordinator_i
) -> None:
    klien(ketua).post(alamat(kantor, pelaksanaan), {"status": "batal", "alasan": "Tidak dianggarkan"})
    tanggapan = klien(koordinator_i).post(alamat(kantor, pelaksanaan), {"selesai_dari": "belum"}, headers=HTMX)
    assert tanggapan.status_code == 422
    pelaksanaan.refresh_from_db()
    assert pelaksanaan.status == Status.BATAL


def test_status_form_page_and_fragment_ask_the_same(klien, kantor: Kantor, pelaksanaan, ketua) -> None:
    peramban = klien(ketua)
    nama = [
        [k["name"] for k in urai(peramban.get(alamat(kantor, pelaksanaan), headers=h)).select(".form-status [name]")]
        for h in ({}, HTMX)
    ]  # fmt: skip
    assert nama[0] == nama[1] == [
        "csrfmiddlewaretoken", "kembali", "status_lama", "status", "realisasi", "jatuh_tempo", "alasan", "catatan",
    ]  # fmt: skip


def test_status_form_left_brings_the_cell_back(klien, kantor: Kantor, pelaksanaan, ketua) -> None:
    peramban = klien(ketua)
    matriks = peramban.get(kantor.alamat("rencana/"))
    sel = peramban.get(alamat(kantor, pelaksanaan, "?lihat=1"), headers=HTMX)
    assert rapi(pasang_fragmen(matriks, sel, f"status-{pelaksanaan.aksi_id}")) == rapi(matriks)


def test_status_returns_where_one_came_from_but_never_outside(klien, kantor: Kantor, pelaksanaan, ketua) -> None:
    peramban = klien(ketua)
    ekor = f"#aksi-{pelaksanaan.aksi_id}"
    dari = kantor.alamat("rencana/?pengungkit=I")
    tanggapan = peramban.post(alamat(kantor, pelaksanaan), {"status": "berjalan", "kembali": dari})
    assert tanggapan["Location"] == dari + ekor
    tanggapan = peramban.post(alamat(kantor, pelaksanaan), {"status": "belum", "kembali": "https://lain.example/"})
    assert tanggapan["Location"] == kantor.alamat("rencana/") + ekor


def test_status_is_refused_to_readers_with_the_reason(
    klien, kantor, pelaksanaan, kepala, penilai, koordinator_ii
) -> None:
    for orang in (kepala, penilai, koordinator_ii):
        tanggapan = klien(orang).post(alamat(kantor, pelaksanaan), {"selesai_dari": "belum"})
        assert tanggapan.status_code == 403
        assert "Status hanya diubah oleh ketua" in teks(tanggapan)
    assert Jejak.objects.count() == 0


def test_status_of_another_office_is_unknown(klien, kantor: Kantor, pelaksanaan, orang_luar) -> None:
    assert klien(orang_luar).post(alamat(kantor, pelaksanaan), {"selesai_dari": "belum"}).status_code == 404


def test_status_under_another_year_is_unknown(klien, kantor: Kantor, pelaksanaan, ketua) -> None:
    asing = alamat(kantor, pelaksanaan).replace("/2023/", "/2022/")
    assert klien(ketua).get(asing).status_code == 404


def test_status_refuses_other_methods(klien, kantor: Kantor, pelaksanaan, ketua) -> None:
    assert klien(ketua).delete(alamat(kantor, pelaksanaan)).status_code == 405


@pytest.mark.parametrize("tambahan", [0, 12, 318])
def test_status_costs_eight_queries_and_four_kilobytes(klien, kantor: Kantor, pelaksanaan, ketua, tambahan) -> None:
    """produk.md §8; what opens and closes the transaction is not counted."""
    tambah_baris(kantor, tambahan)
    peramban = klien(ketua)
    with CaptureQueriesContext(connection) as kueri:
        tanggapan = peramban.post(alamat(kantor, pelaksanaan), {"selesai_dari": "belum"}, headers=HTMX)
    perintah = [q["sql"] for q in kueri if "SAVEPOINT" not in q["sql"]]
    assert len(perintah) == 8, "\n".join(perintah)
    assert len(tanggapan.content) <= 4096


def test_status_tunda_keeps_the_first_date(klien, kantor: Kantor, pelaksanaan, ketua) -> None:
    isian = {"status": "ditunda", "jatuh_tempo": "2023-04-03", "alasan": "Narasumber berhalangan"}
    klien(ketua).post(alamat(kantor, pelaksanaan), isian)
    pelaksanaan.refresh_from_db()
    assert (pelaksanaan.jatuh_tempo, pelaksanaan.jatuh_tempo_semula) == (date(2023, 4, 3), date(2023, 3, 1))
