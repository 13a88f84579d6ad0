"""The pages of a draft: what they mark, putting a row back, what is asked when it is ditetapkan."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.domain.sunting.hapus import hapus_baris
from rencana_aksi.domain.sunting.kerja import ubah_kerja
from rencana_aksi.models import Rencana, RencanaAksi, RencanaKerja
from rencana_aksi.queries.periksa import laporan
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]


def kembalikan(kantor: Kantor, jenis: str, pk: int) -> str:
    return reverse(f"rencana_aksi:sunting_{jenis}_kembalikan", args=["uji", 2023, pk])


def ubah(draf: Kantor, oleh: Pengguna) -> None:
    ubah_kerja(kerja=draf.baris["I"], uraian="Kerja lain", bernomor=True, revisi=0, oleh=oleh)
    hapus_baris(baris=draf.aksi["I", "b"], oleh=oleh)


def segar(draf: Kantor) -> Rencana:
    return Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").get(pk=draf.rencana.pk)


def test_page_marks_what_differs_and_lists_what_is_gone(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    ubah(draf, ketua)
    halaman = urai(klien(ketua).get(draf.alamat("rencana/sunting/I/")))
    kembali = [t["aria-label"] for t in halaman.select("button[formaction$='/kembalikan/']")]
    assert kembali == [
        "Kembalikan seperti semula: 1. Kerja lain",
        'Kembalikan: Rencana aksi I.1.b "Aksi I.1.b"',
    ]
    assert "versi 1 tetap berlaku di semua halaman lain" in teks(halaman)


@pytest.mark.parametrize("kepala", [{}, HTMX], ids=["halaman", "htmx"])
def test_row_is_put_back_with_and_without_javascript(
    draf: Kantor, klien: Buka, ketua: Pengguna, kepala: dict[str, str]
) -> None:
    ubah(draf, ketua)
    asal = RencanaAksi.objects.get(uraian="Aksi I.1.b", rencana_kerja__pengungkit__rencana__perubahan_dari=None,
                                   rencana_kerja__pengungkit__rencana__satker=draf.satker)  # fmt: skip
    peramban = klien(ketua)
    for jenis, pk, kabar in (
        ("kerja", draf.baris["I"].pk, "Seperti semula: 1. Kerja I.1"),
        ("aksi", asal.pk, "Seperti semula: b. Aksi I.1.b"),
    ):
        hasil = peramban.post(kembalikan(draf, jenis, pk), headers=kepala, follow=not kepala)
        assert (hasil.status_code, kabar in teks(urai(hasil))) == (200, True)
    assert RencanaKerja.objects.get(pk=draf.baris["I"].pk).uraian == "Kerja I.1"
    assert asal.salinan.rencana_kerja_id == draf.baris["I"].pk
    halaman = urai(peramban.get(draf.alamat("rencana/sunting/I/")))
    assert halaman.select("button[formaction$='/kembalikan/']") == []


def test_fragment_equals_the_page(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    ubah(draf, ketua)
    peramban, alamat = klien(ketua), draf.alamat("rencana/sunting/I/")
    awal = urai(peramban.get(alamat))
    hasil = peramban.post(kembalikan(draf, "kerja", draf.baris["I"].pk), headers=HTMX)
    awal = pasang_fragmen(awal, hasil, "susunan")
    akhir = urai(peramban.get(alamat))
    assert rapi(awal.select_one("#susunan")) == rapi(akhir.select_one("#susunan"))


def test_row_in_place_is_marked_as_on_the_page(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    isian = {"uraian": "Kerja lain", "bernomor": "on", "revisi": "0"}
    peramban, alamat = klien(ketua), draf.alamat(f"rencana/sunting/kerja/{draf.baris['I'].pk}/")
    sendiri = urai(peramban.post(alamat, isian, headers=HTMX))
    halaman = urai(peramban.get(draf.alamat("rencana/sunting/I/"))).select_one(f"#kerja-{draf.baris['I'].pk}")
    assert rapi(sendiri) == rapi(halaman)
    assert "Berubah" in teks(halaman)


def test_refused_putting_back_says_why(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    ubah(draf, ketua)
    hidup.ajukan_rencana(rencana=segar(draf), oleh=ketua)
    hasil = klien(ketua).post(kembalikan(draf, "kerja", draf.baris["I"].pk), headers=HTMX)
    assert (hasil.status_code, "Rencana ini sedang diajukan" in teks(urai(hasil))) == (422, True)


def test_who_may_put_a_row_back(draf: Kantor, kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    ubah(draf, ketua)
    for pk in (draf.baris["I"].pk, kantor.baris["I"].pk):
        status = {s: klien(o).post(kembalikan(draf, "kerja", pk)).status_code for s, o in draf.orang.items()}
        boleh = {"ketua", "koordinator-i"}
        assert status == {s: 404 if s == "orang-luar" else 302 if s in boleh else 403 for s in draf.orang}
    hilang = kembalikan(draf, "aksi", kantor.aksi["I", "b"].pk)
    assert [klien(draf.orang[s]).post(hilang).status_code for s in ("anggota", "koordinator-ii", "orang-luar")] == [
        403, 403, 404,
    ]  # fmt: skip
    assert klien(ketua).get(hilang).status_code == 405
    assert klien(ketua).post(kembalikan(draf, "aksi", 999_999)).status_code == 404


def test_id_in_force_leads_to_the_drafted_row(draf: Kantor, kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    a = kantor.aksi["I", "a"]
    form = urai(klien(ketua).get(draf.alamat(f"rencana/sunting/aksi/{a.pk}/"))).select_one("form.form-sunting")
    assert form is not None
    assert form["id"] == f"aksi-{draf.aksi['I', 'a'].pk}"
    hapus_baris(baris=draf.aksi["I", "b"], oleh=ketua)
    assert klien(ketua).get(draf.alamat(f"rencana/sunting/aksi/{kantor.aksi['I', 'b'].pk}/")).status_code == 404


def test_queries_of_the_page_do_not_grow(draf: Kantor, kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    peramban, banyak = klien(ketua), []
    for _ in range(2):
        with CaptureQueriesContext(connection) as kueri:
            assert peramban.get(draf.alamat("rencana/sunting/I/")).status_code == 200
        banyak.append(len(kueri))
        tambah_baris(draf, 12)
    assert banyak[0] == banyak[1] <= 24


# --- ditetapkan ---------------------------------------------------------------------------------------


def test_head_is_asked_and_nothing_is_chosen(
    draf: Kantor, kantor: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna
) -> None:
    hapus_baris(baris=draf.aksi["II", "a"], oleh=ketua)
    hidup.ajukan_rencana(rencana=segar(draf), oleh=ketua)
    peramban, alamat = klien(kepala), draf.alamat("dokumen/versi/")
    kosong = urai(peramban.get(alamat)).select_one("form[action$='/tetapkan/']")
    isian = {i["name"]: i.get("value", "") for i in kosong.select("input")}
    p = kantor.pelaksanaan["II", "a"][0]
    catat_status(pelaksanaan=p, status="selesai", realisasi=date(2023, 3, 3), oleh=ketua, hari_ini=HARI_INI)
    sk = {"nomor_sk": "2/UJI/2023", "tanggal_sk": "2023-03-10"}
    hasil = peramban.post(draf.alamat("dokumen/tetapkan/"), {**isian, **sk})
    form = urai(hasil).select_one("form[action$='/tetapkan/']")
    assert (hasil.status_code, "Isi rencana berubah sejak halaman ini dibuka." in teks(form)) == (422, True)
    (tanya,) = form.select("fieldset")
    assert "dihapus oleh perubahan ini, padahal sementara itu dicatat: selesai 3 Maret 2023." in teks(tanya)
    assert [(i["value"], i.has_attr("checked")) for i in tanya.select("input")] == [("tetap", False), ("hapus", False)]
    isian = {i["name"]: i.get("value", "") for i in form.select("input:not([type=radio])")}
    lagi = peramban.post(draf.alamat("dokumen/tetapkan/"), {**isian, **sk})
    assert (lagi.status_code, "Pilih salah satu: tidak ada yang dipilihkan." in teks(urai(lagi))) == (422, True)
    akhir = peramban.post(draf.alamat("dokumen/tetapkan/"), {**isian, **sk, tanya.input["name"]: "tetap"})
    assert akhir.status_code == 302
    assert RencanaAksi.objects.filter(pk=kantor.aksi["II", "a"].pk).exists()
    assert Rencana.objects.get(pk=kantor.rencana.pk).versi == 2


# --- the plan check -----------------------------------------------------------------------------------


def test_check_of_the_draft_knows_rows_by_their_ids_in_force(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    kini, baru = (
        [(t.temuan.kunci, t.temuan.tempat) for t in laporan(r).baris] for r in (segar(draf).berlaku, segar(draf))
    )
    assert kini == baru
    assert kini != []
    halaman = klien(ketua).get(draf.alamat("rencana/periksa/"), {"draf": "1"})
    assert "Periksa rencana 2023, draf versi 2" in teks(urai(halaman).h1)
    form = urai(halaman).select_one(".temuan form[action*='/terima/']")
    assert form is not None
    assert str(form["action"]).endswith("?draf=1")
    isian = {i["name"]: i.get("value", "") for i in form.select("input")}
    klien(ketua).post(str(form["action"]), isian)
    assert [laporan(r).diterima for r in (segar(draf).berlaku, segar(draf))] == [1, 1]
