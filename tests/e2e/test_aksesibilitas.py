"""Every page for every eye: axe finds nothing at phone and desk width, light and dark; nothing to scroll sideways."""

from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.test import RequestFactory
from django.urls import resolve
from playwright.sync_api import Page

from tests.bantuan import Alamat, semua_alamat
from tests.e2e.conftest import Buka

pytestmark = pytest.mark.e2e

AKAR = "/kbntb/2023/"
RENCANA = f"{AKAR}rencana/?pengungkit=I"
LKE = f"{AKAR}nilai/lke/"
SURAT = f"{AKAR}dokumen/surat/"

# By the name of its address, each page: who looks, and where. One begins at an address and follows from there what is
# named (the address of a link or of a form). A new page belongs in here.
HALAMAN: dict[str, list[tuple[str | None, str, *tuple[str, ...]]]] = {
    "organisasi:masuk": [(None, "/masuk/")],
    "organisasi:keluar": [("kepala", "/keluar/")],
    "organisasi:ganti_sandi": [("anggota-1", "/sandi/")],
    "beranda:beranda": [(orang, AKAR) for orang in ("kepala", "ketua", "penilai", "koordinator-1", "anggota-3")],
    "matriks:matriks": [
        ("koordinator-1", f"{AKAR}rencana/"),
        ("kepala", f"{AKAR}rencana/?terlambat=1"),
        ("kepala", f"{AKAR}rencana/?q=tidak-ada-yang-begini"),
    ],
    "matriks:aksi": [
        ("koordinator-1", RENCANA, "td.aksi a"),
        ("kepala", RENCANA, "td.aksi a"),
        ("koordinator-6", f"{AKAR}rencana/?pengungkit=VI", "td.aksi a"),
    ],
    "matriks:status": [("koordinator-1", f"{RENCANA}&status=berjalan", "td.aksi a", "a[href*='/status/']")],
    "bukti_fisik:kembalikan": [
        (
            "ketua",
            f"{AKAR}bukti/?q=asesmen",
            "#hasil th[scope=row] a",
            "main a[href*='/aksi/']",
            "[action$='/kembalikan/']",
        )
    ],
    "bukti_fisik:unggah": [("koordinator-1", RENCANA, "td.aksi a", "form[action*='/bukti/unggah/']")],
    "bukti_fisik:tautan": [("koordinator-1", RENCANA, "td.aksi a", "a[href*='/bukti/tautan/']")],
    "bukti_fisik:pakai": [("koordinator-1", RENCANA, "td.aksi a", "a[href*='/bukti/pakai/']")],
    "bukti_fisik:ubah": [("ketua", f"{AKAR}bukti/verifikasi/", "#hasil tbody th a", "a[href$='/ubah/']")],
    "bukti_fisik:tarik": [("ketua", f"{RENCANA}&status=selesai", "td.aksi a", "form[action$='/tarik/']")],
    "bukti_fisik:pustaka": [("penilai", f"{AKAR}bukti/"), ("ketua", f"{AKAR}bukti/?q=tidak-ada-yang-begini")],
    "bukti_fisik:verifikasi": [
        ("ketua", f"{AKAR}bukti/verifikasi/"),
        ("kepala", f"{AKAR}bukti/verifikasi/?lihat=sudah"),
    ],
    "bukti_fisik:bukti": [
        ("ketua", f"{AKAR}bukti/verifikasi/", "#hasil tbody th a"),
        ("penilai", f"{AKAR}bukti/?status=sudah", "#hasil tbody th a"),
    ],
    "bukti_fisik:qr": [("koordinator-1", RENCANA, "td.aksi a", "a[href$='/qr/']")],
    "bukti_fisik:qr_pengungkit": [("anggota-2", f"{AKAR}rencana/qr/II/")],
    "bukti_fisik:siap": [("kepala", f"{AKAR}bukti/siap/"), ("koordinator-1", f"{AKAR}bukti/siap/?pengungkit=I")],
    "matriks:jadwal": [("kepala", f"{AKAR}rencana/jadwal/"), ("anggota-1", f"{AKAR}rencana/jadwal/?bulan=2")],
    "rencana_aksi:tanggal": [("ketua", f"{AKAR}rencana/?q=membuat+media", "td.aksi a", "a[href$='/tanggal/']")],
    "nilai:nilai": [("ketua", f"{AKAR}nilai/"), ("kepala", f"{AKAR}nilai/")],
    "nilai:langkah": [("koordinator-5", f"{AKAR}nilai/langkah/"), ("kepala", f"{AKAR}nilai/langkah/?tetap_hasil=on")],
    "nilai:syarat": [("kepala", f"{AKAR}nilai/syarat/"), ("penilai", f"{AKAR}nilai/syarat/?kategori=WBBM")],
    "nilai:syarat_isi": [("ketua", f"{AKAR}nilai/syarat/tlhp/"), ("kepala", f"{AKAR}nilai/syarat/layanan_inti/")],
    "nilai:lke": [(orang, f"{AKAR}nilai/lke/") for orang in ("ketua", "kepala", "penilai")],
    "nilai:lke_komponen": [("koordinator-1", LKE, "a[href$='/lke/A1/']"), ("penilai", LKE, "a[href$='/lke/A5/']")],
    "nilai:lke_bukti": [("ketua", f"{AKAR}nilai/lke/A1/A1.1.a/bukti/")],
    "nilai:lke_langkah": [("ketua", LKE, "a[href$='/langkah/mandiri/ajukan/']")],
    "orang:tim": [("admin", f"{AKAR}tim/")],
    "orang:orang": [("admin", "/kbntb/tim/"), ("anggota-1", "/kbntb/tim/")],
    "orang:banyak": [("admin", f"{AKAR}tim/banyak/")],
    "orang:pimpinan": [("admin", f"{AKAR}tim/pimpinan/"), ("kepala", f"{AKAR}tim/pimpinan/")],
    "orang:hak": [("anggota-1", f"{AKAR}tim/hak/")],
    "organisasi:ajakan": [("anggota-1", "/ajakan/")],
    "orang:sandi": [("admin", "/kbntb/tim/sandi/")],
    "orang:orang_tambah": [("admin", f"{AKAR}tim/orang/tambah/")],
    "orang:akun": [("admin", "/kbntb/tim/", "main table a")],
    "rencana_aksi:penanggung": [("koordinator-1", RENCANA, "td.aksi a", "main a[href$='/penanggung/']")],
    "rencana_aksi:kendala": [("ketua", f"{AKAR}rencana/kendala/")],
    "rencana_aksi:kendala_tambah": [("koordinator-1", RENCANA, "td.aksi a", "#kendala .judul-baris a")],
    "rencana_aksi:kendala_ubah": [("ketua", f"{AKAR}rencana/kendala/", "main td a", "#kendala li a")],
    "rencana_aksi:periksa": [("ketua", f"{AKAR}rencana/periksa/"), ("penilai", f"{AKAR}rencana/periksa/")],
    "rencana_aksi:jejak": [("kepala", f"{AKAR}jejak/")],
    "rencana_aksi:versi": [("kepala", f"{AKAR}dokumen/versi/"), ("penilai", f"{AKAR}dokumen/versi/")],
    "rencana_aksi:versi_beku": [("ketua", f"{AKAR}dokumen/versi/1/")],
    "rencana_aksi:banding": [("ketua", f"{AKAR}dokumen/banding/")],
    "rencana_aksi:salin": [("ketua", f"{AKAR}rencana/salin/")],
    "kiriman:daftar": [("koordinator-1", f"{AKAR}kiriman/")],
    "pintu:daftar": [("kepala", f"{AKAR}pintu/")],
    "pintu:soal": [("ketua", f"{AKAR}bukti-dukung/A1.1.a/")],
    "dokumen:dokumen": [("kepala", f"{AKAR}dokumen/")],
    "dokumen:setelan": [("admin", f"{AKAR}dokumen/setelan/")],
    "dokumen:naskah": [("ketua", f"{AKAR}dokumen/naskah/")],
    "dokumen:naskah_bagian": [("kepala", f"{AKAR}dokumen/naskah/bab-{n}/") for n in (2, 3)],
    "dokumen:naskah_riwayat": [("ketua", f"{AKAR}dokumen/naskah/bab-1/riwayat/?revisi=1")],
    "nilai:impor": [("ketua", f"{AKAR}nilai/impor/")],
    "impor:daftar": [("ketua", f"{AKAR}rencana/impor/"), ("anggota-1", f"{AKAR}rencana/impor/")],
    "surat:daftar": [("kepala", SURAT), ("penilai", SURAT)],
    "surat:surat": [("ketua", f"{SURAT}{j}/") for j in ("usulan", "sptjm", "sk-tim", "pakta", "piagam")]
    + [("anggota-1", f"{SURAT}pakta/")],
    "surat:riwayat": [("ketua", f"{SURAT}sk-tim/riwayat/?revisi=1")],
    "surat:nomor": [("ketua", f"{SURAT}usulan/nomor/")],
    "surat:bertanda": [("kepala", f"{SURAT}sk-tim/bertanda/"), ("kepala", f"{SURAT}usulan/bertanda/")],
    "surat:templat": [("ketua", f"{SURAT}sptjm/templat/")],
    "surat:penomoran": [("ketua", f"{SURAT}penomoran/")],
    "surat:penanda": [("admin", f"{SURAT}pakta/penanda/"), ("anggota-1", f"{SURAT}pakta/penanda/")],
    "surat:penanda_keluarkan": [("admin", f"{SURAT}pakta/penanda/", "main a[href*='/keluarkan/']")],
    "impor:lama": [("ketua", "/kbntb/2024/rencana/impor/lama/")],
    "portalrb:token": [("admin", f"{AKAR}portalrb/")],
    "pengesahan:versi": [(orang, f"{AKAR}dokumen/versi/1/pengesahan/") for orang in ("kepala", "penilai")],
    "pengesahan:cari": [(None, "/verifikasi/")],
    "tahapan:tahapan": [(orang, f"{AKAR}tahapan/") for orang in ("kepala", "koordinator-1", "penilai")],
    "tahapan:tahap": [("ketua", f"{AKAR}tahapan/{kode}/") for kode in ("pencanangan", "pemilihan", "penetapan")],
    "mulai:kantor": [("admin", "/kbntb/mulai/kantor/")],
    "mulai:rencana": [("ketua", "/kbntb/mulai/rencana/")],
    "mulai:awal": [("admin", "/kbntb/mulai/rencana/2024/awal/")],
    "mulai:buku": [("admin", "/kbntb/mulai/rencana/2024/buku/")],
    "mulai:instrumen": [("ketua", "/kbntb/mulai/rencana/2023/instrumen/")],
    "mulai:buang": [("ketua", "/kbntb/mulai/rencana/2023/buang/")],
    "kabar:pilihan": [("koordinator-2", "/kabar/")],
    "kabar:wa": [("ketua", f"{AKAR}kabar/"), ("koordinator-2", f"{AKAR}kabar/")],
    "dokumen:daftar_laporan": [("ketua", f"{AKAR}laporan/")],
    "dokumen:laporan": [(orang, f"{AKAR}laporan/{n}/") for orang, n in (("ketua", 2), ("kepala", 1), ("kepala", 9))],
    "dokumen:triwulan": [("ketua", f"{AKAR}laporan/triwulan/1/"), ("penilai", f"{AKAR}laporan/triwulan/1/")],
}
SUNTING = f"{AKAR}rencana/sunting/"
BARIS = {"program": 1, "kerja": 1, "aksi": 1, "syarat": 1}
TERBUKA: dict[str, str] = {
    "sunting_bagian": f"{SUNTING}I/",
    "sunting_program_tambah": f"{SUNTING}I/program/tambah/",
    "sunting_kerja_tambah": f"{SUNTING}I/kerja/tambah/",
    "sunting_aksi_tambah": f"{SUNTING}kerja/1/aksi/tambah/",
    "sunting_syarat_tambah": f"{SUNTING}kerja/1/syarat/tambah/",
    "sunting_jadwal": f"{SUNTING}aksi/1/jadwal/",
    **{f"sunting_{jenis}": f"{SUNTING}{jenis}/{pk}/" for jenis, pk in BARIS.items()},
    **{f"sunting_{jenis}_pindah": f"{SUNTING}{jenis}/{pk}/pindah/" for jenis, pk in BARIS.items()},
    **{f"sunting_{jenis}_hapus": f"{SUNTING}{jenis}/{pk}/hapus/" for jenis, pk in BARIS.items()},
}
"""Pages of rencana_aksi that are there while the plan is open for perubahan; ketua looks at them."""
SALAH = [
    ("kepala", "/tidak-ada/"),
    ("anggota-1", f"{AKAR}tim/orang/tambah/"),
    (None, "/pintu/keliru/"),
    (None, f"{AKAR}bukti-dukung/A1.1.a/"),
]
ATURAN: dict[str, dict[str, Any]] = {"light": {}, "dark": {"runOnly": ["color-contrast"]}}
"""What a page in the dark has of its own is colours."""
TAMPILAN = [(1280, "light"), (1280, "dark"), (360, "light")]

# Addresses that answer GET with something else than a page: a file, a redirect, JSON.
BUKAN_HALAMAN = {
    "beranda:awal",
    "bukti_fisik:berkas",
    "bukti_fisik:halaman",
    "bukti_fisik:potongan",
    "dokumen:bukti",
    "dokumen:laporan_pdf",
    "dokumen:laporan_xlsx",
    "dokumen:lhe",
    "dokumen:lhe_kunci",
    "dokumen:pdf",
    "dokumen:pdf_versi",
    "dokumen:triwulan_pdf",
    "dokumen:triwulan_xlsx",
    "dokumen:xlsx",
    "inti:sehat",
    "kiriman:terbaru",
    "mulai:buku_kosong",
    "kabar:ics",
    "nilai:lke_xlsx",
    "nilai:syarat_berkas",
    "pengesahan:bertanda",
    "pengesahan:lembar",
    "pengesahan:naskah",
    "pintu:berkas",
    "pintu:soal_berkas",
    "portalrb:akar",
    "portalrb:jawaban",
    "portalrb:lain",
    "portalrb:unit_wbbm",
    "portalrb:unit_wbk",
    "orang:orang_tahun",
    "rencana_aksi:sunting",
    "surat:berkas",
    "surat:pdf",
    "surat:pindaian",
    "tahapan:berkas",
}
DI_TEMPAT_LAIN = {
    "pintu:masuk",
    "pintu:kunjungan",
    "kiriman:kiriman",
    "kiriman:tempat",
    "kiriman:tutup",
}
DI_TEMPAT_LAIN |= {"pengesahan:siap", "pengesahan:verifikasi", "nilai:lke_beku", "bukti_fisik:lihat"}
DI_TEMPAT_LAIN |= {"organisasi:undangan"}
DI_TEMPAT_LAIN |= {"impor:impor", "impor:lama_petakan", "impor:lama_pratinjau"}
DI_TEMPAT_LAIN |= {"mulai:mulai", "mulai:buku_lihat"}
"""Pages of what has to be made first (a door, a heap of files, a signature, a lock, an import) and parts of others:
test_pintu.py, test_kiriman.py, test_tanda_tangan.py, test_lke.py, test_impor.py, test_lama.py, test_orang.py and
test_mulai.py look at them."""


def _buka(halaman: Page, awal: str, *jalan: str) -> None:
    halaman.goto(awal)
    for unsur in jalan:
        tuju = halaman.locator(unsur).first.evaluate("e => e.href || e.action")
        halaman.goto(tuju)


def periksa(halaman: Page) -> None:
    assert halaman.locator("h1").count() == 1
    for lebar, warna in TAMPILAN:
        halaman.set_viewport_size({"width": lebar, "height": 800})
        halaman.emulate_media(color_scheme=warna)
        pelanggaran: list[dict[str, Any]] = Axe().run(halaman, options=ATURAN[warna]).response["violations"]
        assert [(p["id"], p["help"], [n["html"][:160] for n in p["nodes"]][:5]) for p in pelanggaran] == []
        assert halaman.evaluate("document.documentElement.scrollWidth") <= lebar


@pytest.mark.parametrize(
    ("nama", "orang", "jalan"),
    [(nama, orang, jalan) for nama, tempat in HALAMAN.items() for orang, *jalan in tempat],
)
def test_page_has_no_violation(buka: Buka, peladen_baca: str, nama: str, orang: str | None, jalan: list[str]) -> None:
    halaman = buka(peladen_baca, orang)
    _buka(halaman, *jalan)
    assert resolve(urlsplit(halaman.url).path).view_name == nama
    periksa(halaman)


@pytest.mark.parametrize(("nama", "alamat"), TERBUKA.items())
def test_page_of_an_open_plan_has_no_violation(buka: Buka, peladen_terbuka: str, nama: str, alamat: str) -> None:
    halaman = buka(peladen_terbuka, "ketua")
    _buka(halaman, alamat)
    assert resolve(urlsplit(halaman.url).path).view_name == f"rencana_aksi:{nama}"
    periksa(halaman)


@pytest.mark.parametrize(("orang", "alamat"), SALAH)
def test_page_of_what_went_wrong_has_no_violation(
    buka: Buka, peladen_baca: str, orang: str | None, alamat: str
) -> None:
    halaman = buka(peladen_baca, orang, maklum="Failed to load resource")
    halaman.goto(alamat)
    periksa(halaman)


def _hanya_formulir(alamat: Alamat) -> bool:
    """Refuses GET before it looks at anything else."""
    try:
        return alamat.tampilan(RequestFactory().get("/")).status_code == 405
    except (TypeError, AttributeError):  # it went on, without what an address gives it
        return False


def test_every_page_is_looked_at() -> None:
    dilihat = {*HALAMAN, *(f"rencana_aksi:{nama}" for nama in TERBUKA)}
    assert dilihat | BUKAN_HALAMAN | DI_TEMPAT_LAIN == {a.nama for a in semua_alamat() if not _hanya_formulir(a)}
