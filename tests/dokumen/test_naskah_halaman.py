"""The document's words in a browser: read by all, typed by the ketua, shown as they will be printed."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.pabrik import Kantor
from zona.naskah.domain.naskah import simpan_bagian, tambah_lampiran
from zona.naskah.models import RevisiBagian
from zona.naskah.queries.naskah import naskah_kini
from zona.naskah.queries.templat import templat
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
ALAMAT = "dokumen/naskah/"


@pytest.fixture
def draf(kantor: Kantor) -> Kantor:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    kantor.rencana.refresh_from_db()
    return kantor


def kirim(kantor: Kantor, peramban: Klien, kode: str = "bab-5", **isi: object) -> object:
    return peramban.post(kantor.alamat(f"{ALAMAT}{kode}/"), {"judul": "Penutup", "isi": "x", "revisi": 0} | isi)


def test_list_tells_sections_in_order(klien: Buka, draf: Kantor, ketua: Pengguna) -> None:
    simpan_bagian(rencana=draf.rencana, kode="bab-5", judul="Penutup", isi="Selesai.", revisi=0, oleh=ketua)
    baris = urai(klien(ketua).get(draf.alamat(ALAMAT))).select("tbody tr")
    assert [b.a["href"].split("/")[-2] for b in baris] == [t.kode for t in templat()]
    assert [teks(td) for td in baris[-1].select("th, td")] == ["Penutup", "Bab", "8", "15 Maret 2023, Ketua riwayat"]
    assert teks(baris[0].select("td")[-1]) == "masih kata-kata templat"


def test_saved_text_is_printed_and_what_is_dropped_is_said(klien: Buka, draf: Kantor, ketua: Pengguna) -> None:
    isi = "## Akhir\n\n**Demikian** <b>x</b> ![a](file:///etc/passwd)\n\n[[tim]]\n\n[[tidak-ada]]"
    peramban = klien(ketua)
    tanggapan = kirim(draf, peramban, isi=isi)
    assert tanggapan.status_code == 302  # type: ignore[attr-defined]
    halaman = urai(peramban.get(draf.alamat(f"{ALAMAT}bab-5/")))
    assert teks(halaman.select_one("[role=status]")) == "Naskah “Penutup” tersimpan."
    kertas = halaman.select_one(".kertas")
    assert [teks(kertas.h3), teks(kertas.h2), teks(kertas.strong)] == ["BAB V Penutup", "Akhir", "Demikian"]
    assert len(kertas.select("table.tim tbody tr")) > 5
    assert [teks(li) for li in halaman.select("#pratinjau .bahaya li")] == [
        "HTML “<b>”", "HTML “</b>”", "gambar “file:///etc/passwd”", "tempat data “tidak-ada”",
    ]  # fmt: skip


def test_preview_saves_nothing_and_equals_the_page(klien: Buka, draf: Kantor, ketua: Pengguna) -> None:
    peramban, tujuan = klien(ketua), draf.alamat(f"{ALAMAT}bab-5/")
    data = {"judul": "Akhir kata", "isi": "Sekian untuk {tahun}.", "revisi": 0, "tindakan": "lihat"}
    bagian = peramban.post(tujuan, data, headers=HTMX)
    utuh = peramban.post(tujuan, data)
    assert teks(urai(bagian).select_one(".kertas")) == "BAB V Akhir kata Sekian untuk 2023."
    assert rapi(pasang_fragmen(peramban.get(tujuan), bagian, "pratinjau").select_one("#pratinjau")) == rapi(
        urai(utuh).select_one("#pratinjau")
    )
    assert urai(utuh).select_one("textarea").text.strip() == "Sekian untuk {tahun}."
    assert not RevisiBagian.objects.exists()


def test_second_of_two_keeps_words_sees_the_others_and_may_save_then(
    klien: Buka, draf: Kantor, ketua: Pengguna
) -> None:
    peramban = klien(ketua)
    kirim(draf, peramban, isi="Yang pertama.")
    ditolak = kirim(draf, peramban, isi="Yang kedua.")
    halaman = urai(ditolak)  # type: ignore[arg-type]
    assert ditolak.status_code == 422  # type: ignore[attr-defined]
    assert halaman.select_one("textarea").text.strip() == "Yang kedua."
    assert teks(halaman.select_one(".mentah")) == "Yang pertama."
    assert halaman.select_one("[name=revisi]")["value"] == "1"
    kirim(draf, peramban, isi="Yang kedua.", revisi=1)
    assert [b.isi for b in naskah_kini(draf.rencana) if b.kode == "bab-5"] == ["Yang kedua."]


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"judul": " "}, "judul", "Tulis judulnya."),
        ({"isi": "x" * 200_001}, "isi", "Satu bagian paling panjang 200.000 huruf. Pecah menjadi beberapa lampiran."),
    ],
)
def test_refused_words_are_told_at_their_field(
    klien: Buka, draf: Kantor, ketua: Pengguna, isi: dict[str, str], kolom: str, pesan: str
) -> None:
    ditolak = kirim(draf, klien(ketua), **isi)
    assert ditolak.status_code == 422  # type: ignore[attr-defined]
    assert teks(urai(ditolak).select_one(f"#id_{kolom}_error")) == pesan  # type: ignore[arg-type]
    assert not RevisiBagian.objects.exists()


def test_two_megabytes_are_refused_with_a_sentence(klien: Buka, draf: Kantor, ketua: Pengguna) -> None:
    data = "judul=Penutup&revisi=0&isi=" + "x" * 2 * 1024 * 1024
    ditolak = klien(ketua).post(draf.alamat(f"{ALAMAT}bab-5/"), data, content_type="application/x-www-form-urlencoded")
    assert (ditolak.status_code, teks(urai(ditolak).h1)) == (413, "Kiriman terlalu besar")
    assert not RevisiBagian.objects.exists()


def test_history_keeps_every_word_and_begins_anew_from_it(klien: Buka, draf: Kantor, ketua: Pengguna) -> None:
    for revisi, kata in enumerate(("satu", "dua")):
        simpan_bagian(rencana=draf.rencana, kode="bab-5", judul="Penutup", isi=kata, revisi=revisi, oleh=ketua)
    peramban, tujuan = klien(ketua), draf.alamat(f"{ALAMAT}bab-5/")
    halaman = urai(peramban.get(f"{tujuan}riwayat/?revisi=1"))
    assert [teks(th) for th in halaman.select("tbody th")] == ["Revisi 2", "Revisi 1"]
    assert teks(halaman.select_one(".mentah")) == "satu"
    editor = urai(peramban.get(f"{tujuan}?dari=1"))
    assert (editor.select_one("textarea").text.strip(), editor.select_one("[name=revisi]")["value"]) == ("satu", "2")
    assert peramban.get(f"{tujuan}?dari=9").status_code == 404


def test_lampiran_comes_and_goes(klien: Buka, draf: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    peramban.post(draf.alamat(ALAMAT), {"judul": "Daftar Singkatan"})
    kode = naskah_kini(draf.rencana)[-1].kode
    assert kode == "lampiran-daftar-singkatan"
    ditolak = peramban.post(draf.alamat(ALAMAT), {"judul": "Daftar Singkatan"})
    assert teks(urai(ditolak).select_one("#id_judul_error")) == "Lampiran dengan judul itu sudah ada."
    usang = peramban.post(draf.alamat(f"{ALAMAT}{kode}/hapus/"), {"revisi": 7}, follow=True)
    assert "sudah berubah" in teks(urai(usang).select_one("[role=status]"))
    peramban.post(draf.alamat(f"{ALAMAT}{kode}/hapus/"), {"revisi": 1})
    assert kode not in {b.kode for b in naskah_kini(draf.rencana)}


def test_readers_read_and_cannot_send(klien: Buka, draf: Kantor, koordinator_i: Pengguna, orang_luar: Pengguna) -> None:
    halaman = urai(klien(koordinator_i).get(draf.alamat(f"{ALAMAT}bab-5/")))
    assert (halaman.select("form.ketik"), len(halaman.select(".kertas"))) == ([], 1)
    for ekor in ("", "bab-5/", "bab-5/hapus/"):
        assert klien(koordinator_i).post(draf.alamat(ALAMAT + ekor), {"revisi": 0}).status_code == 403
        assert klien(orang_luar).post(draf.alamat(ALAMAT + ekor), {"revisi": 0}).status_code == 404
    assert klien(koordinator_i).get(draf.alamat(f"{ALAMAT}bab-9/")).status_code == 404
    assert klien(koordinator_i).get(draf.alamat(f"{ALAMAT}bab-5/hapus/")).status_code == 405


def test_enacted_plan_is_not_edited(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    halaman = urai(klien(ketua).get(kantor.alamat(f"{ALAMAT}bab-5/")))
    assert halaman.select("form.ketik") == []
    ditolak = kirim(kantor, klien(ketua))
    assert ditolak.status_code == 422  # type: ignore[attr-defined]
    assert not RevisiBagian.objects.exists()


def test_pages_cost_the_same_with_more_sections(klien: Buka, draf: Kantor, ketua: Pengguna) -> None:
    banyak: list[int] = []
    peramban = klien(ketua)
    for n in range(3):
        tambah_lampiran(rencana=draf.rencana, judul=f"Lampiran {n}", oleh=ketua)
        for alamat in (ALAMAT, f"{ALAMAT}bab-5/", f"{ALAMAT}bab-5/riwayat/"):
            with CaptureQueriesContext(connection) as kueri:
                assert peramban.get(draf.alamat(alamat)).status_code == 200
            banyak.append(len(kueri))
    assert banyak[:3] == banyak[3:6] == banyak[6:] == [6, 19, 7]
