"""The stages of an office: read from what Zona knows, filled in by its leaders, never lost to a second writer."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from bs4 import Tag
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.domain.bukti import kembalikan_bukti
from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Berkas, Bukti
from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.penilaian import isi_hasil, mulai_tpi
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Penilaian
from pengungkit.struktur import Isian
from rencana_aksi.models import Rencana
from tests.bantuan import Klien, teks, urai
from tests.berkas_contoh import pdf
from tests.pabrik import Kantor, buat_tim, tambah_baris
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.nilai.domain.syarat import isi_syarat
from zona.nilai.domain.usulan import tarik_usulan, usulkan_unit
from zona.nilai.models import PemenuhanSyarat
from zona.organisasi.domain.jejak import catat
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Pengguna
from zona.surat.enums import JenisSurat
from zona.surat.models import PenandaPakta, Surat
from zona.tahapan.domain.dokumen import tambah_dokumen
from zona.tahapan.domain.tahap import isi_tahap
from zona.tahapan.enums import JenisDokumen, KodeTahap
from zona.tahapan.models import DokumenTahap, Tahap

HARI = date(2023, 3, 15)
Buka = Callable[..., Klien]


@pytest.fixture(autouse=True)
def instrumen(kantor: Kantor) -> None:
    sakip = {"sakip": {"wbk": "B", "wbbm": "BB"}}
    Instrumen.objects.update(syarat_pengusulan={"batas_usulan": "31 Mei", "instansi": sakip})
    kantor.rencana.refresh_from_db()


def isi(kantor: Kantor, kode: str, **lain: Any) -> bool:
    bawaan = {"rencana": kantor.rencana, "oleh": kantor.orang["ketua"], "hari_ini": HARI}
    return isi_tahap(kode=KodeTahap(kode), **{**bawaan, **lain})


def dokumen(kantor: Kantor, kode: str, jenis: JenisDokumen, **lain: Any) -> DokumenTahap:
    lain = lain or {"tautan": "https://contoh.id/berita"}
    return tambah_dokumen(rencana=kantor.rencana, kode=KodeTahap(kode), jenis=jenis, oleh=kantor.orang["ketua"], **lain)


def bagian(halaman: Any, kode: str) -> Tag:
    return urai(halaman).select_one(f"li#{kode}")


def keadaan(halaman: Any, kode: str) -> tuple[str, str]:
    """State, and the days: planned | true."""
    li = bagian(halaman, kode)
    return teks(li.select_one(".status")), " | ".join(teks(d) for d in li.select("dl dd"))


def kurang(halaman: Any, kode: str) -> list[str]:
    return [teks(b) for b in bagian(halaman, kode).select(".kurang-tahap li")]


# --- what is told ----------------------------------------------------------------------------------------


def test_page_of_an_office_that_typed_nothing(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    halaman = klien(kepala).get(kantor.alamat("tahapan/"))
    li = urai(halaman).select("ol.daftar-tahap > li")
    assert [b["id"] for b in li] == list(KodeTahap.values)
    assert [b["id"] for b in li if b.get("aria-current") == "step"] == ["pencanangan"]
    assert keadaan(halaman, "pencanangan") == ("Belum mulai", "belum diisi | belum diisi")
    assert keadaan(halaman, "pembangunan") == (
        "Berjalan",
        "1 Maret 2023 sampai 10 April 2023 menurut jadwal rencana aksi | "
        "mulai 1 Februari 2023 mulai menurut tanggal SK rencana kerja",
    )
    assert keadaan(halaman, "pengusulan") == (
        "Belum mulai", "31 Mei 2023 menurut batas usulan dalam peraturan | belum diisi",
    )  # fmt: skip
    assert kurang(halaman, "pembangunan") == [
        "Rencana kerja yang ditetapkan belum ditandatangani",
        "6 pelaksanaan terlambat",
        "Laporan monev belum selesai: Februari",
    ]
    assert kurang(halaman, "mandiri") == ["Lembar kerja evaluasi belum mulai dijawab"]
    assert kurang(halaman, "penetapan") == [
        "Keputusan Menteri belum dicatat: nomor, tanggal, predikat", "Salinan keputusan belum ada",
    ]  # fmt: skip
    assert len(kurang(halaman, "pengusulan")) == 10


def test_links_of_what_lacks_lead_somewhere(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    peramban = klien(kepala)
    alamat = {a["href"] for a in urai(peramban.get(kantor.alamat("tahapan/"))).select("main a[href^='/']")}
    assert len(alamat) > 20
    assert {a: peramban.get(a).status_code for a in sorted(alamat)} == dict.fromkeys(sorted(alamat), 200)


@pytest.mark.parametrize("siapa", ["koordinator-i", "anggota", "penilai", "admin"])
def test_readers_are_led_nowhere_they_may_not_go(klien: Buka, kantor: Kantor, siapa: str) -> None:
    peramban = klien(kantor.orang[siapa])
    halaman = peramban.get(kantor.alamat("tahapan/"))
    assert urai(halaman).select(".judul-baris a") == []
    for a in urai(halaman).select("main a[href^='/']"):
        assert peramban.get(a["href"]).status_code == 200, a
    assert peramban.get(kantor.alamat("tahapan/pemilihan/")).status_code == 403
    assert peramban.post(kantor.alamat("tahapan/pemilihan/"), {"revisi": 0}).status_code == 403
    assert peramban.post(kantor.alamat("tahapan/pemilihan/dokumen/"), {"jenis": "lain"}).status_code == 403
    assert not Tahap.objects.exists()


def test_pencanangan_is_done_with_what_it_asks_for(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    isi(kantor, "pencanangan", selesai=date(2023, 2, 1))
    for jenis in (JenisDokumen.PIAGAM, JenisDokumen.PAKTA, JenisDokumen.PUBLIKASI):
        dokumen(kantor, "pencanangan", jenis)
    halaman = klien(kepala).get(kantor.alamat("tahapan/"))
    assert keadaan(halaman, "pencanangan") == ("Selesai", "belum diisi | 1 Februari 2023")
    assert kurang(halaman, "pencanangan") == []
    kini = urai(halaman).select("[aria-current=step]")
    assert [b["id"] for b in kini] == ["pembangunan"]


def tanda(kantor: Kantor, *siapa: str, tahun: int = 2023) -> None:
    for nama in siapa:
        orang = kantor.orang[nama]
        PenandaPakta.objects.create(
            satker=kantor.satker, tahun=tahun, pengguna=orang, nama=orang.nama, tanggal=date(2023, 1, 31)
        )


def test_pakta_is_asked_of_the_head_and_most_people(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    """Nine in the teams; the admin holds a standing role only."""
    isi(kantor, "pencanangan", selesai=date(2023, 2, 1))
    peramban = klien(kepala)

    def pakta() -> list[str]:
        catat(satker_id=kantor.satker.pk, oleh=None, tindakan="uji", objek=kantor.rencana)
        return [k for k in kurang(peramban.get(kantor.alamat("tahapan/")), "pencanangan") if "akta" in k]

    assert pakta() == ["Pakta integritas yang ditandatangani belum ada"]
    tanda(kantor, "ketua")
    assert pakta() == [
        "Kepala belum menandatangani pakta integritas",
        "8 dari 9 pegawai belum menandatangani pakta integritas (harus lebih dari separuh)",
    ]
    tanda(kantor, "kepala", "koordinator-i", "koordinator-ii", "koordinator-iii")
    assert pakta() == ["4 dari 9 pegawai belum menandatangani pakta integritas (dapat disusulkan)"]
    tanda(kantor, "koordinator-iv", "koordinator-v", "koordinator-vi", "anggota")
    assert pakta() == []
    Rencana.objects.create(satker=kantor.satker, tahun=2024, instrumen=kantor.rencana.instrumen)
    kata = teks(bagian(peramban.get("/uji/2024/tahapan/"), "pencanangan"))  # the pakta of the year of pencanangan
    assert "9 dari 9 pegawai menandatangani pakta integritas" in kata


def test_piagam_made_in_zona_counts_once_signed(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    surat = Surat.objects.create(satker=kantor.satker, tahun=2023, jenis=JenisSurat.PIAGAM, isi="x")
    peramban = klien(kepala)
    assert "Piagam pencanangan belum ditandatangani" in kurang(peramban.get(kantor.alamat("tahapan/")), "pencanangan")
    Surat.objects.filter(pk=surat.pk).update(terkunci=True, tanggal=date(2023, 2, 1))
    halaman = peramban.get(kantor.alamat("tahapan/"))
    assert not [k for k in kurang(halaman, "pencanangan") if "iagam" in k]
    assert "Piagam Pencanangan · PDF Piagam Pencanangan bertanda tangan" in teks(bagian(halaman, "pencanangan"))
    tujuan = [a["href"] for a in bagian(halaman, "pencanangan").select(".dokumen-tahap a")]
    assert tujuan == [kantor.alamat(f"dokumen/surat/piagam/{ekor}") for ekor in ("", "surat.pdf")]


def test_returned_evidence_is_no_document(klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    bukti = Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=1, nama="Pakta", tautan="https://contoh.id/p", diunggah_oleh=ketua
    )
    dokumen(kantor, "pencanangan", JenisDokumen.PAKTA, bukti=bukti)
    tanpa = "Pakta integritas yang ditandatangani belum ada"
    assert tanpa not in kurang(klien(kepala).get(kantor.alamat("tahapan/")), "pencanangan")
    kembalikan_bukti(bukti=bukti, alasan="Buram", oleh=kepala)
    assert tanpa in kurang(klien(kepala).get(kantor.alamat("tahapan/")), "pencanangan")


def test_day_of_pencanangan_is_asked_once(klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    """From the condition of a proposal to the stage, and the other way with its piagam."""
    tempat = {"rencana": kantor.rencana, "kode": "zi_setahun", "oleh": ketua}
    isi_syarat(**tempat, isian="2022-02-01", tautan="https://contoh.id/piagam")
    halaman = klien(kepala).get(kantor.alamat("tahapan/"))
    assert keadaan(halaman, "pencanangan")[1].endswith("1 Februari 2022 selesai menurut syarat pengusulan")
    assert "Piagam pencanangan belum ada" not in kurang(halaman, "pencanangan")
    PemenuhanSyarat.objects.all().delete()
    isi(kantor, "pencanangan", selesai=date(2022, 3, 1))
    berkas = SimpleUploadedFile("piagam.pdf", pdf("piagam"))
    dokumen(kantor, "pencanangan", JenisDokumen.PIAGAM, berkas=berkas)
    peramban = klien(kepala)
    tombol = urai(peramban.get(kantor.alamat("tahapan/pencanangan/"))).select_one("form[action$='/syarat/'] button")
    assert teks(tombol) == "Isi syarat dengan 1 Maret 2022"
    assert peramban.post(kantor.alamat("tahapan/pencanangan/syarat/")).status_code == 302
    syarat = PemenuhanSyarat.objects.get(kode="zi_setahun")
    assert (syarat.isian, syarat.nama_berkas, Berkas.objects.count()) == ("2022-03-01", "piagam.pdf", 1)
    assert peramban.post(kantor.alamat("tahapan/pemilihan/syarat/")).status_code == 404
    PemenuhanSyarat.objects.update(isian="2022-03-02")
    kata = teks(urai(peramban.get(kantor.alamat("tahapan/pencanangan/"))).select_one(".pemberitahuan.awas"))
    assert kata.startswith("Syarat pengusulan mencatat 2 Maret 2022")


def test_once_declared_stays_declared(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    isi(kantor, "pencanangan", selesai=date(2023, 2, 1), target_selesai=date(2023, 2, 1))
    isi(kantor, "pemilihan", selesai=date(2023, 3, 1))
    dokumen(kantor, "pencanangan", JenisDokumen.PIAGAM)
    Rencana.objects.create(satker=kantor.satker, tahun=2024, instrumen=kantor.rencana.instrumen)
    buat_tim(kantor.satker, 2024, [(PENGARAH, kepala, Peran.KEPALA)])
    peramban = klien(kepala)
    halaman = peramban.get("/uji/2024/tahapan/")
    assert keadaan(halaman, "pencanangan") == (
        "Selesai", "belum diisi | 1 Februari 2023 selesai menurut tahapan 2023",
    )  # fmt: skip
    pakta = bagian(halaman, "pencanangan").select_one(".kurang-tahap a")
    assert (teks(pakta), pakta["href"]) == (
        "Pakta integritas yang ditandatangani belum ada", "/uji/2023/dokumen/surat/pakta/penanda/",
    )  # fmt: skip
    assert "Piagam pencanangan, tahun 2023" in teks(bagian(halaman, "pencanangan"))
    assert keadaan(halaman, "pemilihan") == ("Belum mulai", "belum diisi | belum diisi")
    isian = urai(peramban.get("/uji/2024/tahapan/pencanangan/"))
    assert isian.select(".dokumen-tahap form") == []  # withdrawn where it was put
    pk = DokumenTahap.objects.get().pk
    assert peramban.post(f"/uji/2024/tahapan/pencanangan/dokumen/{pk}/tarik/").status_code == 404


def test_own_assessment_is_followed(klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    tempat = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen}
    isi_hasil(**tempat, isian={"H1.1": Decimal(3)}, oleh=ketua)
    halaman = klien(kepala).get(kantor.alamat("tahapan/"))
    assert keadaan(halaman, "mandiri") == (
        "Berjalan", "belum diisi | mulai 15 Maret 2023 mulai menurut jawaban pertama pada LKE",
    )  # fmt: skip
    assert kurang(halaman, "mandiri") == [
        "14 dari 15 pertanyaan belum dijawab", "Belum diajukan ketua", "Nilai 11,25 belum lulus semua ambang WBK",
    ]  # fmt: skip
    saat = {
        "status": StatusPenilaian.DIKUNCI,
        "diajukan_pada": "2023-03-14T01:00Z",
        "dikunci_pada": "2023-03-14T02:00Z",
    }
    Penilaian.objects.update(**saat)
    halaman = klien(kepala).get(kantor.alamat("tahapan/"))
    assert keadaan(halaman, "mandiri")[0] == "Selesai"
    assert kurang(halaman, "mandiri") == ["Nilai 11,25 belum lulus semua ambang WBK"]


def test_assessor_and_office_see_their_own(
    klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna, penilai: Pengguna
) -> None:
    """The office learns nothing of a TPI draft; who assesses blind nothing of the office's answers. The kept line of
    the dashboard is not shared between them."""
    tempat = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen}
    isi_hasil(**tempat, isian={"H1.1": Decimal(3)}, oleh=ketua)
    mulai_tpi(**tempat, buta=True, oleh=penilai)
    jawab_banyak(**tempat, jenis=JenisPenilaian.TPI, isian={"H1.1": Isian(angka=Decimal(1))}, oleh=penilai)
    kantor_lihat = klien(kepala).get(kantor.alamat("tahapan/"))
    tpi_lihat = klien(penilai).get(kantor.alamat("tahapan/"))
    assert keadaan(kantor_lihat, "tpi") == ("Belum mulai", "belum diisi | belum diisi")
    assert keadaan(tpi_lihat, "tpi")[0] == "Berjalan"
    assert kurang(tpi_lihat, "mandiri") == ["Belum diajukan ketua"]
    assert "Jawaban dan nilainya tertutup bagi Anda" in teks(bagian(tpi_lihat, "mandiri"))
    assert "11,25" not in teks(bagian(tpi_lihat, "mandiri"))
    garis = {s: urai(klien(kantor.orang[s]).get(kantor.alamat())).select(".garis-tahapan > li")[4]
             for s in ("kepala", "penilai")}  # fmt: skip
    assert {s: teks(li.select_one(".status")) for s, li in garis.items()} == {
        "kepala": "Belum mulai", "penilai": "Berjalan",
    }  # fmt: skip


def test_proposal_ends_its_stage(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    usulan = usulkan_unit(rencana=kantor.rencana, kategori="WBK", unit_id="UNIT-1", oleh=kepala, alasan="Uji")
    halaman = klien(kepala).get(kantor.alamat("tahapan/"))
    assert keadaan(halaman, "pengusulan")[0] == "Selesai"
    assert "Usulan belum dibuat" not in kurang(halaman, "pengusulan")
    tarik_usulan(usulan=usulan, alasan="Keliru", oleh=kepala)
    assert keadaan(klien(kepala).get(kantor.alamat("tahapan/")), "pengusulan")[0] == "Belum mulai"


def test_planned_day_after_the_last_day_is_told(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    isi(kantor, "pengusulan", target_selesai=date(2023, 6, 2))
    kata = teks(bagian(klien(kepala).get(kantor.alamat("tahapan/")), "pengusulan"))
    assert "Sasaran 2 Juni 2023 sesudah batas usulan 31 Mei 2023." in kata
    assert "Batas usulan 31 Mei 2023: 77 hari lagi" in kata


def test_dashboard_tells_the_line_anew_after_a_write(
    klien: Buka, kantor: Kantor, kepala: Pengguna, koordinator_i: Pengguna
) -> None:
    def lihat(orang: Pengguna, pilih: str) -> str:
        return teks(urai(klien(orang).get(kantor.alamat())).select_one(pilih))

    assert lihat(kepala, "[aria-current=step]") == "Pencanangan Belum mulai Belum bertanggal Kurang 4"
    assert lihat(koordinator_i, ".tahapan-kini").startswith("Tahap 1 dari 7: Pencanangan , belum mulai")
    isi(kantor, "pencanangan", selesai=date(2023, 2, 1))
    assert lihat(kepala, ".garis-tahapan > li") == "Pencanangan Selesai 1 Februari 2023 Kurang 3"
    assert lihat(koordinator_i, ".tahapan-kini") == (
        "Tahap 2 dari 7: Pembangunan , berjalan (sasaran 1 Maret–10 April 2023); kurang 3 hal. Semua tahapan"
    )


def test_decision_is_kept_with_number_and_predikat(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    isi(kantor, "penetapan", selesai=date(2023, 3, 1), nomor="12/2023", predikat="wbk")
    halaman = klien(kepala).get(kantor.alamat("tahapan/"))
    assert "Keputusan nomor 12/2023 Menuju WBK" in teks(bagian(halaman, "penetapan"))
    assert kurang(halaman, "penetapan") == ["Salinan keputusan belum ada"]
    awas = teks(bagian(halaman, "penetapan"))
    assert "Penetapan selesai 1 Maret 2023, mendahului pengusulan (31 Mei 2023)." in awas


# --- filling in ------------------------------------------------------------------------------------------


def kirim(peramban: Klien, kantor: Kantor, kode: str, **data: Any) -> Any:
    return peramban.post(kantor.alamat(f"tahapan/{kode}/"), {"revisi": 0, **data})


def test_form_is_kept_with_its_trail(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    peramban = klien(kepala)
    data = {"target_mulai": "2023-03-01", "target_selesai": "2023-03-31", "mulai": "2023-03-02", "strategis": "on"}
    assert kirim(peramban, kantor, "pemilihan", **data, catatan=" Rapat\r\npimpinan ").status_code == 302
    tahap = Tahap.objects.get()
    assert (tahap.kode, tahap.mulai, tahap.strategis, tahap.sumber_daya, tahap.revisi, tahap.catatan) == (
        "pemilihan", date(2023, 3, 2), True, False, 1, "Rapat\npimpinan",
    )  # fmt: skip
    assert kirim(peramban, kantor, "pemilihan", **data, revisi=1, catatan="Rapat\npimpinan").status_code == 302
    jejak = Jejak.objects.get(tindakan="mengisi tahapan")
    assert (jejak.oleh_nama, jejak.sesudah["mulai"], str(jejak)) == (
        "Kepala", "2023-03-02", "Kepala: mengisi tahapan Pemilihan unit 2023",
    )  # fmt: skip
    assert kirim(peramban, kantor, "pemilihan", revisi=1).status_code == 302
    assert Tahap.objects.get().mulai is None
    assert Jejak.objects.filter(tindakan="mengisi tahapan").first().sebelum["mulai"] == "2023-03-02"


def test_second_writer_is_told_and_may_go_over_it(
    klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    isi(kantor, "tpi", target_selesai=date(2023, 5, 1))
    peramban = klien(kepala)
    halaman = kirim(peramban, kantor, "tpi", target_selesai="2023-05-20")
    assert halaman.status_code == 422
    kabar = "Sementara itu tahap ini diubah oleh Ketua. Yang tersimpan kini: sasaran selesai: 1 Mei 2023."
    assert kabar in teks(urai(halaman).select_one("main [role=alert]"))
    form = urai(halaman).select_one("main form")
    assert (form.select_one("[name=revisi]")["value"], form.select_one("[name=target_selesai]")["value"]) == (
        "1", "2023-05-20",
    )  # fmt: skip
    assert Tahap.objects.get().target_selesai == date(2023, 5, 1)
    assert kirim(peramban, kantor, "tpi", target_selesai="2023-05-20", revisi=1).status_code == 302
    assert Tahap.objects.get().target_selesai == date(2023, 5, 20)


def test_second_writer_is_told_what_is_kept(kantor: Kantor) -> None:
    isi(kantor, "penetapan", selesai=date(2023, 3, 1), nomor="7", predikat="wbk")
    with pytest.raises(DomainError) as galat:
        isi(kantor, "penetapan", catatan="Lain", nomor="7")
    assert "Yang tersimpan kini: selesai: 1 Maret 2023; predikat: Menuju WBK; catatan: kosong." in galat.value.pesan


@pytest.mark.parametrize(
    ("kode", "data", "kata"),
    [
        ("tpi", {"mulai": "2023-03-10", "selesai": "2023-03-09"}, "Tanggal selesai mendahului tanggal mulai"),
        ("tpi", {"selesai": "2023-03-16"}, "sesudah hari ini"),
        ("tpi", {"target_selesai": "2032-01-01"}, "antara 2022 dan 2024"),
        ("tpi", {"target_selesai": "akhir Mei"}, "Isi tanggal yang benar."),
        ("tpi", {"target_selesai": "2023-02-30"}, "Isi tanggal yang benar."),
        ("penetapan", {"predikat": "abc"}, "Pilih salah satu predikat yang ada."),
        ("penetapan", {"nomor": "x" * 101}, "Nomor paling panjang 100 huruf."),
        ("tpi", {"catatan": "x" * 2001}, "Catatan paling panjang 2.000 huruf."),
    ],
)
def test_what_cannot_be_is_refused_in_its_place(
    klien: Buka, kantor: Kantor, kepala: Pengguna, kode: str, data: dict[str, str], kata: str
) -> None:
    halaman = kirim(klien(kepala), kantor, kode, **data)
    assert halaman.status_code == 422
    assert kata in teks(urai(halaman).select_one(".kolom-galat"))
    assert not Tahap.objects.exists()
    assert not Jejak.objects.exists()


def test_verb_refuses_by_itself(kantor: Kantor) -> None:
    for lain in ({"selesai": date(2023, 3, 16)}, {"predikat": "abc"}, {"target_mulai": date(2030, 1, 1)}):
        with pytest.raises(DomainError):
            isi(kantor, "penetapan", **lain)
    with pytest.raises(DomainError):
        isi(kantor, "tpi", revisi=3, catatan="x")
    assert isi(kantor, "tpi") is False
    assert isi(kantor, "tpi", nomor="1", strategis=True) is False  # of other stages
    assert not Tahap.objects.exists()


def test_unknown_stage_is_not_there(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    for ekor in ("apa/", "apa/dokumen/1/", "tpi/dokumen/1/"):
        assert klien(kepala).get(kantor.alamat(f"tahapan/{ekor}")).status_code == 404


# --- documents -------------------------------------------------------------------------------------------


def unggah(peramban: Klien, kantor: Kantor, kode: str, **data: Any) -> Any:
    return peramban.post(kantor.alamat(f"tahapan/{kode}/dokumen/"), data)


def test_documents_are_added_opened_and_withdrawn(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    berkas = SimpleUploadedFile("SK Menteri.pdf", pdf("sk"))
    assert unggah(peramban, kantor, "penetapan", jenis="sk", berkas=berkas).status_code == 302
    assert (
        unggah(peramban, kantor, "penetapan", jenis="lain", tautan="https://contoh.id/a", nama="Berita").status_code
        == 302
    )
    satu, dua = DokumenTahap.objects.all()
    assert [str(satu), str(dua)] == ["Keputusan Menteri: SK Menteri.pdf", "Dokumen lain: Berita"]
    isi_berkas = klien(kantor.orang["anggota"]).get(kantor.alamat(f"tahapan/penetapan/dokumen/{satu.pk}/"))
    assert (isi_berkas.status_code, b"".join(isi_berkas.streaming_content)) == (200, pdf("sk"))
    assert peramban.get(kantor.alamat(f"tahapan/penetapan/dokumen/{dua.pk}/")).status_code == 404
    assert peramban.get(kantor.alamat(f"tahapan/tpi/dokumen/{satu.pk}/")).status_code == 404
    tarik = kantor.alamat(f"tahapan/penetapan/dokumen/{satu.pk}/tarik/")
    assert [peramban.post(tarik).status_code for _ in range(2)] == [302, 404]
    satu.refresh_from_db()
    assert (satu.ditarik_oleh, Berkas.objects.count()) == (ketua, 1)
    assert "Salinan keputusan belum ada" in kurang(peramban.get(kantor.alamat("tahapan/")), "penetapan")
    assert list(Jejak.objects.values_list("tindakan", flat=True)) == [
        "menarik dokumen tahapan", "menambah dokumen tahapan", "menambah dokumen tahapan",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "kata"),
    [
        ({"jenis": "sk"}, "Pilih berkas atau tautannya."),
        ({"jenis": "piagam", "tautan": "https://contoh.id"}, "Pilih salah satu jenis dokumen yang ada."),
        ({"jenis": "sk", "tautan": "ftp://contoh.id/sk.pdf"}, "Tulis alamat lengkap"),
        ({"jenis": "sk", "tautan": "contoh"}, "Tulis alamat lengkap"),
        ({"jenis": "sk", "bukti": "999"}, "Pilih salah satu bukti yang ada."),
        ({"jenis": "sk", "tautan": "https://contoh.id/" + "x" * 990}, "Tautan paling panjang 1.000 huruf."),
        ({"jenis": "sk", "tautan": "https://contoh.id", "berkas": ("a.pdf", pdf("a"))}, "Pilih satu saja"),
        ({"jenis": "sk", "berkas": ("a.exe", b"MZ" + bytes(100))}, "program atau skrip"),
        ({"jenis": "sk", "berkas": ("a.pdf", b"bukan pdf")}, "Isi berkas ini tidak dikenal."),
    ],
)
def test_what_is_no_document_is_refused(
    klien: Buka, kantor: Kantor, ketua: Pengguna, data: dict[str, Any], kata: str
) -> None:
    if "berkas" in data:
        data = {**data, "berkas": SimpleUploadedFile(*data["berkas"])}
    halaman = unggah(klien(ketua), kantor, "penetapan", **data)
    assert halaman.status_code == 422
    galat = teks(urai(halaman).select_one("main [role=alert]"))
    assert kata in galat
    assert (DokumenTahap.objects.count(), Berkas.objects.count(), Jejak.objects.count()) == (0, 0, 0)


def test_evidence_of_the_plan_once(kantor: Kantor, ketua: Pengguna) -> None:
    bukti = Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=1, nama="SK", tautan="https://contoh.id/s", diunggah_oleh=ketua
    )
    dokumen(kantor, "tpi", JenisDokumen.LAIN, bukti=bukti)
    with pytest.raises(DomainError, match="sudah ada"):
        dokumen(kantor, "tpi", JenisDokumen.LAIN, bukti=bukti)
    Bukti.objects.update(status=StatusBukti.DITARIK, alasan="Keliru")
    bukti.refresh_from_db()
    with pytest.raises(DomainError, match="ditarik"):
        dokumen(kantor, "mandiri", JenisDokumen.LAIN, bukti=bukti)


# --- cost ------------------------------------------------------------------------------------------------


def test_queries_do_not_grow(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    peramban = klien(kepala)

    def hitung(alamat: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as tanya:
            assert peramban.get(kantor.alamat(alamat)).status_code == 200
        return len(tanya)

    isi(kantor, "pencanangan", selesai=date(2023, 2, 1))
    dokumen(kantor, "pencanangan", JenisDokumen.PIAGAM)
    satu = [hitung("tahapan/"), hitung("tahapan/pencanangan/")]
    tambah_baris(kantor, 12)
    for kode in KodeTahap:
        if kode != KodeTahap.PENCANANGAN:
            isi(kantor, kode, target_selesai=date(2023, 12, 1))
        for n in range(2):
            dokumen(kantor, kode, JenisDokumen.LAIN, tautan=f"https://contoh.id/{n}")
    assert [hitung("tahapan/"), hitung("tahapan/pencanangan/")] == satu
