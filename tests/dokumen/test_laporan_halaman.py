"""Reports in a browser: the year's list, one report, its files, finishing and opening it again."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.http import HttpResponse
from openpyxl import load_workbook
from pytest_django import Settings

from rencana_aksi.domain.kendala import catat_kendala
from tests.bantuan import Klien, teks, urai
from tests.dokumen.bantu import MARET, bukti, catat, laporan, rencana
from tests.dokumen.conftest import halaman_pdf
from tests.pabrik import Kantor, tambah_baris
from zona.dokumen.domain.laporan import selesaikan_laporan
from zona.dokumen.models import LaporanBeku, LaporanMonev
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]


@pytest.fixture(autouse=True)
def hari(settings: Settings) -> None:
    """April: March is over."""
    settings.ZONA_HARI_INI = date(2023, 4, 5)


def alamat(kantor: Kantor, ekor: str = "3/") -> str:
    return kantor.alamat(f"laporan/{ekor}")


def isian(halaman: HttpResponse) -> dict[str, str]:
    """What a browser would send of the form, without its button."""
    form = urai(halaman).select_one("form.form-laporan")
    isi = {k["name"]: k.get("value", "") for k in form.select("input")}
    return isi | {k["name"]: k.text.removeprefix("\n") for k in form.select("textarea")}


def selesaikan(kantor: Kantor, **isi: Any) -> LaporanBeku:
    return selesaikan_laporan(
        rencana=rencana(kantor), periode=MARET, oleh=kantor.orang["ketua"], hari_ini=date(2023, 4, 5), **isi
    )


def test_daftar_setahun(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    selesaikan(kantor)
    peramban = klien(ketua)
    isian_april = isian(peramban.get(alamat(kantor, "4/")))
    peramban.post(alamat(kantor, "4/"), isian_april | {"kesimpulan": "Baik", "tindakan": "simpan"})
    baris = [
        [teks(s) for s in tr.find_all(["th", "td"])] for tr in urai(peramban.get(alamat(kantor, ""))).select("tbody tr")
    ]
    assert [b[0] for b in baris[:4]] == ["Januari", "Februari", "Maret", "Triwulan I"]
    assert baris[0][1:4] == ["0", "belum ditulis", ""]
    assert baris[2] == ["Maret", "12", "Selesai", "5 Apr 2023, Ketua", "PDF Maret 2023 · XLSX Maret 2023"]
    assert baris[3][1:4] == ["12", "belum ditulis", ""]
    assert baris[4][1:4] == ["6", "Draf", ""]
    assert baris[5] == ["Mei", "0", "belum dimulai", "", ""]
    assert baris[7][1:3] == ["6", "Berjalan"]


def test_halaman_menyebut_setiap_baris(klien: Buka, kantor: Kantor, penilai: Pengguna) -> None:
    catat(kantor, kantor.pelaksanaan["I", "a"][0], "selesai", realisasi=date(2023, 3, 1))
    isi = laporan(kantor, MARET, date(2023, 4, 5))
    halaman = urai(klien(penilai).get(alamat(kantor)))
    assert teks(halaman.h1) == "Laporan monev Maret 2023"
    for tabel in isi.tabel:
        bagian = halaman.find(id=tabel.kode)
        assert teks(bagian.h2) == tabel.judul
        assert len(bagian.select("tbody tr")) == len(tabel.baris)
    pertama = halaman.select("#jatuh-tempo tbody tr")[0]
    assert [teks(s) for s in pertama.find_all(["th", "td"])] == [
        "I.1.a", "Aksi I.1.a", "1 Mar 2023", "1 Mar 2023", "Selesai", "tepat waktu", "Anggota",
    ]  # fmt: skip
    assert pertama.a["href"] == kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/")
    assert teks(halaman.find(id="ditunda")) == "Ditunda Tidak ada."
    assert teks(halaman.select_one("#tulisan p")) == teks(urai(f"<p>{isi.kesimpulan}</p>"))
    assert not halaman.select("form.form-laporan")


def test_ketua_menulis_dan_menyelesaikan(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    isi = isian(peramban.get(alamat(kantor)))
    assert isi["dilihat"] == "0"
    assert isi["kesimpulan"].startswith("Sampai dengan 31 Maret 2023, 0 dari 24 pelaksanaan")
    isi |= {"kesimpulan": "Baik", "tanggal_rapat": "2023-04-04", "tempat_rapat": "Aula"}
    tanggapan = peramban.post(alamat(kantor), isi | {"tindakan": "simpan"}, follow=True)
    assert tanggapan.redirect_chain == [(alamat(kantor), 302)]
    assert teks(urai(tanggapan).select_one("[role=status]")) == "Laporan Maret 2023 tersimpan."
    isi = isian(tanggapan)
    assert (isi["kesimpulan"], isi["dilihat"]) == ("Baik", "1")
    tanggapan = peramban.post(alamat(kantor), isi | {"tindakan": "selesai"}, follow=True)
    assert teks(urai(tanggapan).select_one("[role=status]")) == "Laporan Maret 2023 selesai dan dibekukan."
    assert not urai(tanggapan).select("main form")
    assert "4 April 2023, Aula" in teks(urai(tanggapan).find(id="tulisan"))
    assert LaporanBeku.objects.get().diselesaikan_oleh == ketua


def test_yang_salah_ditolak_di_tempatnya(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    isi = isian(peramban.get(alamat(kantor))) | {"tanggal_rapat": "2023-01-01", "kesimpulan": "Tetap ada"}
    tanggapan = peramban.post(alamat(kantor), isi | {"tindakan": "selesai"})
    assert tanggapan.status_code == 422
    assert [teks(li) for li in urai(tanggapan).select("[role=alert] li")] == [
        "Tanggal rapat monev : Rapat monev periode ini antara 1 Maret 2023 sampai 30 Mei 2023."
    ]
    assert isian(tanggapan)["kesimpulan"] == "Tetap ada"
    assert not LaporanMonev.objects.exists()


def test_dua_peramban_pada_laporan_yang_sama(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    satu, dua = klien(ketua), klien(ketua)
    lama = isian(dua.get(alamat(kantor)))
    satu.post(alamat(kantor), isian(satu.get(alamat(kantor))) | {"kesimpulan": "Satu", "tindakan": "simpan"})
    tanggapan = dua.post(alamat(kantor), lama | {"kesimpulan": "Dua", "tindakan": "simpan"})
    assert tanggapan.status_code == 422
    assert "Sementara itu Ketua sudah menulis laporan ini." in teks(tanggapan)
    lagi = isian(tanggapan)
    assert lagi["kesimpulan"] == "Dua"
    dua.post(alamat(kantor), lagi | {"tindakan": "simpan"})
    assert LaporanMonev.objects.get().kesimpulan == "Dua"


def test_dikirim_sesudah_selesai_tidak_mengubah(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    isi = isian(peramban.get(alamat(kantor)))
    selesaikan(kantor)
    banyak = Jejak.objects.count()
    tanggapan = peramban.post(alamat(kantor), isi | {"tindakan": "simpan"}, follow=True)
    assert "Laporan ini sudah selesai; yang baru dikirim tidak disimpan." in teks(tanggapan)
    assert Jejak.objects.count() == banyak


def test_belum_hari_kerja_terakhir(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    halaman = peramban.get(alamat(kantor, "4/"))
    assert "dapat diselesaikan mulai 28 April 2023, hari kerja terakhir periodenya" in teks(halaman)
    assert [b["value"] for b in urai(halaman).select(".form-laporan button")] == ["simpan"]
    tanggapan = peramban.post(alamat(kantor, "4/"), isian(halaman) | {"tindakan": "selesai"})
    assert tanggapan.status_code == 422


def test_periode_mendatang(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    halaman = peramban.get(alamat(kantor, "5/"))
    assert "Mei 2023 belum dimulai, jadi belum ada yang dilaporkan." in teks(halaman)
    assert not urai(halaman).select("main form")
    assert peramban.post(alamat(kantor, "5/"), {"kesimpulan": "x"}).status_code == 422
    assert [peramban.get(alamat(kantor, f"5/laporan.{j}")).status_code for j in ("pdf", "xlsx")] == [404, 404]
    assert not LaporanMonev.objects.exists()


def test_kepala_membuka_kembali(klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    selesaikan(kantor, kesimpulan="Lama")
    peramban = klien(kepala)
    assert urai(peramban.get(alamat(kantor))).select_one(".buka-laporan form")["action"] == alamat(kantor, "3/buka/")
    tanggapan = peramban.post(alamat(kantor, "3/buka/"), {"alasan": " "})
    assert tanggapan.status_code == 422
    assert urai(tanggapan).select("details[open] [aria-invalid=true]")
    tanggapan = peramban.post(alamat(kantor, "3/buka/"), {"alasan": "Keliru"}, follow=True)
    assert tanggapan.redirect_chain == [(alamat(kantor), 302)]
    halaman = urai(tanggapan)
    assert teks(halaman.select_one("[role=status]")) == "Laporan Maret 2023 dibuka kembali."
    assert [a["href"] for a in halaman.select("a[href*=versi]")] == [f"{alamat(kantor)}?versi=1"]
    lama = urai(peramban.get(f"{alamat(kantor)}?versi=1"))
    assert teks(lama.select("#tulisan p")[0]) == "Lama"
    assert not lama.select("main form")
    assert [a["href"] for a in lama.select(".judul-baris a")] == [
        f"{alamat(kantor)}laporan.{j}?versi=1" for j in ("pdf", "xlsx")
    ]
    tanggapan = peramban.post(alamat(kantor, "3/buka/"), {"alasan": "Lagi"}, follow=True)
    assert "Laporan ini belum selesai." in teks(tanggapan)
    assert Jejak.objects.filter(tindakan="membuka kembali laporan").count() == 1


def test_siapa_yang_boleh(
    klien: Buka, kantor: Kantor, kepala: Pengguna, koordinator_i: Pengguna, anggota: Pengguna, penilai: Pengguna,
    ketua: Pengguna,
) -> None:  # fmt: skip
    for orang in (kepala, koordinator_i, anggota, penilai):
        peramban = klien(orang)
        assert [peramban.get(alamat(kantor, e)).status_code for e in ("", "3/", "triwulan/1/")] == [200, 200, 200]
        tanggapan = peramban.post(alamat(kantor), {"kesimpulan": "x"})
        assert (tanggapan.status_code, "hanya ditulis dan diselesaikan oleh ketua" in teks(tanggapan)) == (403, True)
    selesaikan(kantor)
    for orang in (ketua, koordinator_i, penilai):
        tanggapan = klien(orang).post(alamat(kantor, "3/buka/"), {"alasan": "x"})
        assert (tanggapan.status_code, "hanya dibuka kembali oleh kepala" in teks(tanggapan)) == (403, True)
    assert LaporanMonev.objects.get().status == "selesai"


def test_tidak_ada_dan_cara_lain(klien: Buka, kantor: Kantor, orang_luar: Pengguna, kepala: Pengguna) -> None:
    semua = ("", "3/", "3/laporan.pdf", "triwulan/1/laporan.xlsx")
    assert [klien(orang_luar).get(alamat(kantor, e)).status_code for e in semua] == [404] * 4
    assert klien(orang_luar).post(alamat(kantor, "3/buka/"), {"alasan": "x"}).status_code == 404
    peramban = klien(kepala)
    tiada = ("0/", "13/", "triwulan/5/", "3/?versi=1", "3/laporan.pdf?versi=2")
    assert [peramban.get(alamat(kantor, e)).status_code for e in tiada] == [404] * 5
    assert [peramban.delete(alamat(kantor, e)).status_code for e in semua] == [405] * 4
    assert [peramban.get(alamat(kantor, f"{e}buka/")).status_code for e in ("3/", "triwulan/1/")] == [405, 405]


def test_berkas_pdf_dan_xlsx(klien: Buka, kantor: Kantor, penilai: Pengguna) -> None:
    catat_kendala(aksi=kantor.aksi["I", "a"], uraian="=1+1", oleh=None)
    peramban = klien(penilai)
    pdf = peramban.get(alamat(kantor, "3/laporan.pdf"))
    assert (pdf["Content-Type"], pdf["Content-Disposition"]) == (
        "application/pdf", 'attachment; filename="laporan-monev-uji-2023-03-draf.pdf"',
    )  # fmt: skip
    isi = " ".join(halaman_pdf(pdf.content))
    assert "DRAF, BELUM SELESAI" in isi
    assert [f"Aksi {kode}.1.a" in isi for kode in kantor.pengungkit] == [True] * 6
    assert peramban.get(alamat(kantor, "3/laporan.pdf"), headers={"If-None-Match": pdf["ETag"]}).status_code == 304
    selesaikan(kantor)
    resmi = peramban.get(alamat(kantor, "3/laporan.pdf"))
    assert resmi["Content-Disposition"] == 'attachment; filename="laporan-monev-uji-2023-03.pdf"'
    isi = " ".join(halaman_pdf(resmi.content))
    assert "DRAF" not in isi
    assert "Versi 1, keadaan per 31 Maret 2023" in isi
    assert "………………………" not in isi.split("Mengetahui")[1].split("Rincian")[0].replace("Mataram, 5 April 2023", "")


def test_xlsx_bertanggal_dan_teks_tetap_teks(klien: Buka, kantor: Kantor, penilai: Pengguna) -> None:
    catat_kendala(aksi=kantor.aksi["I", "a"], uraian="=1+1", oleh=None)
    tanggapan = klien(penilai).get(alamat(kantor, "triwulan/2/laporan.xlsx"))
    buku = load_workbook(BytesIO(tanggapan.content))
    assert buku.sheetnames == [
        "Laporan", "Perbandingan", "Per pengungkit", "Jatuh tempo", "Masih terlambat", "Di luar jatuh tempo", "Ditunda",
        "Dibatalkan", "Bukti kurang", "Kendala", "Prognosis", "Triwulan berikutnya",
    ]  # fmt: skip
    tempo = [[s.value for s in baris] for baris in buku["Jatuh tempo"].iter_rows(min_row=2)]
    assert [b[0] for b in tempo] == [f"{kode}.1.a" for kode in kantor.pengungkit]
    assert tempo[0][2].date() == date(2023, 4, 10)
    kendala = buku["Kendala"]["C2"]
    assert (kendala.value, kendala.data_type) == ("=1+1", "s")
    assert buku["Per pengungkit"]["A8"].value == "Jumlah"


def test_jumlah_kueri_tetap(
    klien: Buka, kantor: Kantor, ketua: Pengguna, anggota: Pengguna, django_assert_num_queries: Any
) -> None:
    peramban = klien(ketua)
    for banyak in (1, 3):
        tambah_baris(kantor, 6 * banyak)
        for i in range(banyak):
            p = kantor.pelaksanaan["I", "a"][i]
            catat(kantor, p, "selesai", realisasi=date(2023, 3, 1))
            bukti(kantor, "tiap", p, versi=banyak)
            catat_kendala(aksi=kantor.aksi["I", "a"], uraian="Dana", penanggung_jawab=anggota, oleh=anggota)
        with django_assert_num_queries(
            12
        ):  # session, person, plan, roles, reports, 6 of the plan and its trail, leaders
            peramban.get(alamat(kantor))
        with django_assert_num_queries(12):
            peramban.get(alamat(kantor, "triwulan/1/"))
        with django_assert_num_queries(6):  # session, person, plan, reports, finished ones, due dates
            peramban.get(alamat(kantor, ""))
    selesaikan(kantor)
    with django_assert_num_queries(7):  # session, person, plan, roles, report, its versions, what was frozen
        peramban.get(alamat(kantor))
