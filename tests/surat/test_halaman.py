"""Papers in a browser: read by all of the office, written by kepala and ketua, shown as they will be printed."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.pabrik import Kantor, buat_orang
from tests.surat.bantu import ALAMAT, benarkan, gambar, kiriman, nomori, simpan
from zona.nilai.models import PemenuhanSyarat
from zona.organisasi.models import Pengguna
from zona.surat.domain.pakta import tambah_penanda
from zona.surat.enums import JenisSurat
from zona.surat.models import PenandaPakta, RevisiSurat, SetelanSurat, Surat, SuratBertanda, TemplatSurat
from zona.surat.queries.pakta import daftar_penanda

Buka = Callable[..., Klien]
SK, PAKTA, PIAGAM, USULAN = JenisSurat.SK_TIM, JenisSurat.PAKTA, JenisSurat.PIAGAM, JenisSurat.USULAN
PENANDA = f"{ALAMAT}pakta/penanda/"
HALAMAN = (
    "", "penomoran/", "pakta/penanda/",
    *(f"{j}/{ekor}" for j in JenisSurat for ekor in ("", "riwayat/", "nomor/", "bertanda/", "templat/", "surat.pdf")),
)  # fmt: skip
HANYA_PENULIS = ("penomoran/", "nomor/", "bertanda/", "templat/")


def galat(halaman: Any, kolom: str) -> str:
    return teks(urai(halaman).select_one(f"#id_{kolom}_error"))


# --- who ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("alamat", HALAMAN)
def test_read_by_the_office_and_written_by_two(
    klien: Buka, kantor: Kantor, ketua: Pengguna, kepala: Pengguna, koordinator_i: Pengguna, orang_luar: Pengguna,
    penilai: Pengguna, alamat: str,
) -> None:  # fmt: skip
    tuju = kantor.alamat(ALAMAT + alamat)
    hasil = [klien(o).get(tuju).status_code for o in (ketua, kepala, koordinator_i, penilai, orang_luar)]
    hanya = alamat.endswith(HANYA_PENULIS)
    assert hasil == [200, 200, *([403, 403] if hanya else [200, 200]), 404]


def test_reasons_and_what_is_not_there(
    klien: Buka, kantor: Kantor, koordinator_i: Pengguna, admin: Pengguna, ketua: Pengguna
) -> None:
    simpan(kantor, SK)
    for ekor in ("sk-tim/", "sk-tim/nomor/", "sk-tim/cabut/", "sk-tim/bertanda/", "sk-tim/buka/", "sk-tim/templat/"):
        for orang in (koordinator_i, admin):
            ditolak = klien(orang).post(kantor.alamat(ALAMAT + ekor), {"revisi": 1})
            assert ditolak.status_code == 403
            assert "hanya disusun dan diberi nomor oleh kepala" in teks(urai(ditolak).main)
    for ekor in ("", "tambah/", "batal/", "kembalikan/"):
        ditolak = klien(koordinator_i).post(kantor.alamat(PENANDA + ekor))
        assert ditolak.status_code == 403
        assert "dicatat oleh kepala, ketua tim, dan admin" in teks(urai(ditolak).main)
    assert klien(koordinator_i).get(kantor.alamat(f"{PENANDA}keluarkan/p1/")).status_code == 403
    k = klien(ketua)
    for ekor in ("surat-lain/", "sk-tim/bertanda/1/", "pakta/penanda/1/pindaian/", "pakta/penanda/keluarkan/b9/"):
        assert k.get(kantor.alamat(ALAMAT + ekor)).status_code == 404
    assert (RevisiSurat.objects.count(), PenandaPakta.objects.count()) == (1, 0)


def test_readers_see_no_form(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    k = klien(koordinator_i)
    for ekor in ("", "sk-tim/", "pakta/penanda/", "sk-tim/riwayat/"):
        halaman = urai(k.get(kantor.alamat(ALAMAT + ekor))).main
        assert halaman.select("form.ketik, button, input:not([type=hidden])") == []
        assert not any(a["href"].endswith(HANYA_PENULIS) for a in halaman.select("a"))


def test_admin_marks_signatures(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    orang = daftar_penanda(kantor.satker.pk, 2023)[0].kunci
    k = klien(admin)
    assert k.post(kantor.alamat(PENANDA), {"orang": [orang], "tanggal": "2023-02-01"}).status_code == 302
    assert PenandaPakta.objects.get().nama == "Kepala"


# --- the list -----------------------------------------------------------------------------------------


def test_list_and_documents_page_tell_the_state(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    simpan(kantor, USULAN)
    nomori(kantor, SK, "1/SK/2023")
    nomori(kantor, PIAGAM, "")
    k = klien(ketua)
    baris = urai(k.get(kantor.alamat(ALAMAT))).select("tbody tr")
    assert [[teks(td) for td in b.select("td")[:3]] for b in baris] == [
        ["Bernomor dan bertanggal", "1/SK/2023", "1 Februari 2023"],
        ["Belum dibuat", "–", "–"],
        ["Bertanggal", "–", "1 Februari 2023"],
        ["Draf", "–", "–"],
        ["Belum dibuat", "–", "–"],
    ]
    assert "0 dari 9 telah menandatangani" in teks(baris[1])
    panel = urai(k.get(kantor.alamat("dokumen/"))).select_one("[aria-labelledby=j-surat]")
    assert [teks(li) for li in panel.select("li")][:2] == [
        "SK Tim Kerja : nomor 1/SK/2023, 1 Februari 2023",
        "Pakta Integritas : belum dibuat; 0 dari 9 telah menandatangani",
    ]


# --- the editor ---------------------------------------------------------------------------------------


def test_saved_words_are_printed_and_what_is_dropped_is_said(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    isi = (
        "Kepada **{satker}** <script>alert(1)</script> ![a](https://contoh.id/a.png) [x](javascript:alert(1))\n\n"
        "[[tim]]\n\n[[tidak-ada]]\n\n[[lampiran]]\n\nSesudahnya."
    )
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}sk-tim/")
    assert k.post(tuju, kiriman(SK, isi=isi, judul="Tim <b>{tahun}</b>")).status_code == 302
    halaman = urai(k.get(tuju))
    assert teks(halaman.select_one("[role=status]")) == "SK Tim Kerja tersimpan."
    kertas = halaman.select_one(".kertas")
    assert teks(kertas.select_one(".tentang")) == "Tim <b>2023</b>"
    assert teks(kertas.select_one(".badan strong")) == "Kantor Uji"
    assert len(kertas.select(".badan table.tim tbody tr")) > 8
    assert "Sesudahnya." in teks(kertas.select_one(".lampiran"))
    assert [teks(li) for li in halaman.select("#pratinjau .bahaya li")] == [
        "HTML “<script>”", "HTML “</script>”", "gambar “https://contoh.id/a.png”", "tautan “javascript:alert(1)”",
        "tempat data “tidak-ada”",
    ]  # fmt: skip


def test_preview_saves_nothing_and_equals_the_page(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}usulan/")
    data = kiriman(USULAN, isi="Sekian {tahun}.", tindakan="lihat", penerima="Menteri\ndi Jakarta", kop="tanpa")
    bagian, utuh = k.post(tuju, data, headers=HTMX), k.post(tuju, data)
    assert teks(urai(bagian).select_one(".badan")) == "Sekian 2023."
    assert teks(urai(bagian).select_one(".penerima")) == "Yth. Menteri di Jakarta"
    assert urai(bagian).select(".kop") == []
    assert rapi(pasang_fragmen(k.get(tuju), bagian, "pratinjau").select_one("#pratinjau")) == rapi(
        urai(utuh).select_one("#pratinjau")
    )
    assert urai(utuh).select_one("#id_isi").text.strip() == "Sekian {tahun}."
    assert not Surat.objects.exists()


def test_second_of_two_keeps_words_sees_the_others_and_may_save_then(
    klien: Buka, kantor: Kantor, ketua: Pengguna
) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}pakta/")
    simpan(kantor, PAKTA, isi="Yang pertama.", saksi="Orang ORI")
    ditolak = k.post(tuju, kiriman(PAKTA, isi="Yang kedua."))
    halaman = urai(ditolak)
    assert ditolak.status_code == 422
    assert halaman.select_one("#id_isi").text.strip() == "Yang kedua."
    assert teks(halaman.select_one(".mentah")) == "Yang pertama."
    assert "Orang ORI" in teks(halaman.select_one("details .ruas-surat"))
    assert halaman.select_one("[name=revisi]")["value"] == "1"
    assert k.post(tuju, kiriman(PAKTA, isi="Yang kedua.", revisi=1)).status_code == 302
    assert Surat.objects.get().isi == "Yang kedua."


def test_refused_words_are_told_at_their_field(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}piagam/")
    assert galat(k.post(tuju, kiriman(PIAGAM, judul=" ")), "judul") == "Isian ini wajib diisi."
    assert galat(k.post(tuju, kiriman(PIAGAM, saksi="x" * 2001)), "saksi") == "Paling panjang 2000 huruf."
    panjang = k.post(tuju, kiriman(PIAGAM, isi="x" * 200_001))
    assert galat(panjang, "isi") == "Isi surat paling panjang 200.000 huruf."
    assert "terlalu panjang untuk digambar" in teks(urai(panjang).select_one("#pratinjau"))
    assert not Surat.objects.exists()


def test_two_megabytes_are_refused_with_a_sentence(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    data = "judul=Pakta&revisi=0&isi=" + "x" * 2 * 1024 * 1024
    form = "application/x-www-form-urlencoded"
    ditolak = klien(ketua).post(kantor.alamat(f"{ALAMAT}pakta/"), data, content_type=form)
    assert (ditolak.status_code, teks(urai(ditolak).h1)) == (413, "Kiriman terlalu besar")
    assert not Surat.objects.exists()


def test_history_keeps_every_word_and_begins_anew_from_it(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    for kata in ("satu", "dua"):
        simpan(kantor, PAKTA, isi=kata)
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}pakta/")
    halaman = urai(k.get(f"{tuju}riwayat/?revisi=1"))
    assert [teks(th) for th in halaman.select("tbody th")] == ["Revisi 2", "Revisi 1"]
    assert teks(halaman.select_one(".mentah")) == "satu"
    editor = urai(k.get(f"{tuju}?dari=1"))
    assert (editor.select_one("#id_isi").text.strip(), editor.select_one("[name=revisi]")["value"]) == ("satu", "2")
    assert k.get(f"{tuju}?dari=9").status_code == 404


# --- number, signed, template -------------------------------------------------------------------------


def test_number_is_proposed_given_refused_and_taken_back(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}usulan/")
    benarkan(kantor, USULAN)
    nomori(kantor, SK, "5/2023")
    form = urai(k.get(f"{tuju}nomor/"))
    assert (form.select_one("#id_nomor")["value"], form.select_one("#id_tanggal")["value"]) == (
        "1/SU/III/2023", "2023-03-15",
    )  # fmt: skip
    data = {"nomor": "x", "tanggal": "2023-10-02", "revisi": 1}
    usul = k.post(f"{tuju}nomor/", {**data, "tindakan": "usul"})
    assert urai(usul).select_one("#id_nomor")["value"] == "1/SU/X/2023"
    assert "sudah dipakai SK Tim Kerja 2023" in galat(k.post(f"{tuju}nomor/", {**data, "nomor": "5/2023"}), "nomor")
    assert galat(k.post(f"{tuju}nomor/", {**data, "tanggal": "2023-02-30"}), "tanggal") == "Isi tanggal yang benar."
    assert Surat.objects.get(jenis=USULAN).nomor == ""
    assert k.post(f"{tuju}nomor/", {**data, "nomor": "9/SU", "ke_syarat": "on"}).status_code == 302
    assert PemenuhanSyarat.objects.get(kode="surat_usulan").isian == "9/SU"
    usang = k.post(f"{tuju}cabut/", {"revisi": 1}, follow=True)
    assert "berubah sejak Anda membuka halaman ini" in teks(urai(usang).select("[role=status]")[-1])
    k.post(f"{tuju}cabut/", {"revisi": 2})
    assert Surat.objects.get(jenis=USULAN).tanggal is None


def test_signed_file_is_kept_read_and_opened_again(
    klien: Buka, kantor: Kantor, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}sk-tim/")
    assert "masih draf" in teks(urai(k.get(f"{tuju}bertanda/")).main)
    dini = k.post(f"{tuju}bertanda/", {"berkas": gambar(), "revisi": 0})
    assert "Beri nomor dan tanggal dahulu" in teks(urai(dini).select_one("main [role=alert]"))
    nomori(kantor, SK, "1/SK/2023")
    salah = k.post(f"{tuju}bertanda/", {"berkas": gambar("x.txt"), "revisi": 1})
    assert (salah.status_code, SuratBertanda.objects.count()) == (422, 0)
    assert "berakhiran .txt" in teks(urai(salah).select_one("main [role=alert]"))
    assert k.post(f"{tuju}bertanda/", {"berkas": gambar(), "revisi": 1}).status_code == 302
    halaman = urai(k.get(tuju))
    assert halaman.select("form.ketik") == []
    assert "terkunci karena sudah bertanda tangan" in teks(halaman.main)
    berkas: Any = klien(koordinator_i).get(f"{tuju}bertanda/2/")
    assert (berkas["Content-Type"], b"".join(berkas.streaming_content)) == ("image/png", gambar().read())
    lagi = k.post(f"{tuju}bertanda/", {"berkas": gambar(), "revisi": 2})
    assert (lagi.status_code, "terkunci" in teks(urai(lagi).select_one("main [role=alert]"))) == (422, True)
    assert galat(k.post(f"{tuju}buka/", {"alasan": " ", "revisi": 2}), "alasan") == "Tulis alasannya."
    assert k.post(f"{tuju}buka/", {"alasan": "Nama keliru", "revisi": 2}).status_code == 302
    assert "yang bertanda tangan adalah revisi 2" in teks(urai(k.get(tuju)).main)
    baris = [teks(td) for td in urai(k.get(f"{tuju}riwayat/")).select("td[data-label=Tindakan]")]
    assert baris[:2] == ["Membuka kembali surat: Nama keliru", "Mengunggah surat bertanda tangan pindaian.png"]


def test_template_of_the_office(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}piagam/templat/")
    simpan(kantor, PIAGAM, isi="Kata tahun ini")
    assert urai(k.get(f"{tuju}?dari=surat")).select_one("#id_isi").text.strip() == "Kata tahun ini"
    lihat = k.post(tuju, kiriman(PIAGAM, isi="Coba {tahun}", tindakan="lihat"), headers=HTMX)
    assert teks(urai(lihat).select_one(".badan")) == "Coba 2023"
    assert not TemplatSurat.objects.exists()
    k.post(tuju, kiriman(PIAGAM, isi="Kata kantor"))
    ditolak = k.post(tuju, kiriman(PIAGAM, isi="Lain"))
    assert (ditolak.status_code, teks(urai(ditolak).select_one(".mentah"))) == (422, "Kata kantor")
    k.post(f"{tuju}pulihkan/", {"revisi": 1})
    assert [t.isi == "Kata kantor" for t in TemplatSurat.objects.all()] == [False, True]
    assert "Kembali ke kata-kata Zona" not in teks(urai(k.get(tuju)).main)


def test_pattern_page(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}penomoran/")
    kode = {f"kode_{j.replace('-', '_')}": "K" for j in JenisSurat.values}
    assert "{apa} tidak dikenal" in galat(k.post(tuju, {"pola": "{apa}", **kode}), "pola")
    assert k.post(tuju, {"pola": "{nomor}/I5.18/{kode}/{tahun}", **kode}).status_code == 302
    assert SetelanSurat.objects.get().pola == "{nomor}/I5.18/{kode}/{tahun}"
    assert "1/I5.18/K/2023" in teks(urai(k.get(tuju)).main)


# --- signers ------------------------------------------------------------------------------------------


def test_signers_are_marked_at_once_and_told_in_words(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(PENANDA)
    halaman = urai(k.get(tuju))
    semua = [i["value"] for i in halaman.select("[name=orang][checked]")]
    assert len(semua) == 9
    kosong = k.post(tuju, {"tanggal": "2023-02-01"})
    assert kosong.status_code == 422
    assert "Pilih paling sedikit satu orang." in teks(urai(kosong).select_one("main [role=alert]"))
    assert urai(kosong).select("[name=orang][checked]") == []
    data = {"orang": semua[:5], "tanggal": "2023-02-01", "berkas": gambar()}
    assert teks(urai(k.post(tuju, data, follow=True)).select_one("[role=status]")) == "5 orang dicatat menandatangani."
    halaman = urai(k.get(tuju))
    assert teks(halaman.select_one(".ringkas-pakta")) == (
        "5 dari 9 telah menandatangani (55 %): sebagian besar pegawai. Pimpinan sudah menandatangani."
    )
    assert "terpenuhi sejak 1 Februari 2023" in teks(halaman.main)
    berkas = k.get(halaman.select_one("a[href*='/pindaian/']")["href"])
    assert (berkas["Content-Type"], b"".join(berkas.streaming_content)) == ("image/png", gambar().read())
    data = {"orang": semua, "tanggal": "2023-02-02"}
    pesan = teks(urai(k.post(tuju, data, follow=True)).select_one("[role=status]"))
    assert pesan == "4 orang dicatat menandatangani. 5 lainnya sudah tercatat sebelumnya dan tanggalnya tetap."
    k.post(f"{tuju}batal/", {"kunci": semua[0]})
    assert "Pimpinan belum menandatangani" in teks(urai(k.get(tuju)).main)
    usang = k.post(f"{tuju}batal/", {"kunci": semua[0]}, follow=True)
    assert "belum tercatat menandatangani" in teks(urai(usang).select("[role=status]")[-1])


def test_people_are_typed_in_and_left_out(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    k, tuju = klien(ketua), kantor.alamat(PENANDA)
    assert galat(k.post(f"{tuju}tambah/", {"nama": "Ketua"}), "nama") == "Ketua sudah ada dalam daftar."
    k.post(f"{tuju}tambah/", {"nama": "Satpam", "jabatan": "PPNPN"})
    satpam = daftar_penanda(kantor.satker.pk, 2023)[-1]
    assert (satpam.nama, satpam.jabatan, satpam.diketik) == ("Satpam", "PPNPN", True)
    keluar = f"{tuju}keluarkan/{satpam.kunci}/"
    assert teks(urai(k.get(keluar)).h1) == "Tidak menghitung Satpam"
    assert galat(k.post(keluar, {"alasan": ""}), "alasan") == "Tulis sebabnya."
    k.post(keluar, {"alasan": "Sudah pindah"})
    halaman = urai(k.get(tuju))
    assert teks(halaman.select_one(".daftar-luar li")).startswith("Satpam: Sudah pindah")
    assert "0 dari 9" in teks(halaman.main)
    k.post(f"{tuju}kembalikan/", {"kunci": satpam.kunci})
    assert "0 dari 10" in teks(urai(k.get(tuju)).main)


# --- cost ---------------------------------------------------------------------------------------------


def test_pages_cost_the_same_with_more_in_them(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    alamat = ("", "sk-tim/", "sk-tim/riwayat/", "sk-tim/nomor/", "pakta/", "pakta/penanda/", "sk-tim/surat.pdf")
    k, banyak = klien(ketua), []
    for n in range(3):
        simpan(kantor, SK, isi=f"Revisi {n} [[tim]]")
        buat_orang(kantor.satker, f"lagi-{n}")
        tambah_penanda(rencana=kantor.rencana, nama=f"Satpam {n}", oleh=ketua)
        for satu in alamat:
            with CaptureQueriesContext(connection) as kueri:
                assert k.get(kantor.alamat(ALAMAT + satu)).status_code == 200
            banyak.append(len(kueri))
    satu, _, tiga = banyak[:7], banyak[7:14], banyak[14:]
    assert tiga == banyak[7:14]
    assert [s - t for s, t in zip(satu, tiga, strict=True)] == [0] * 7, (satu, tiga)
