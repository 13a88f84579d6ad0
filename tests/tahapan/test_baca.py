"""The stages as Zona knows them: nothing is asked twice, nothing shown that is closed."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_django import Settings

from bukti_fisik.domain.bukti import kembalikan_bukti
from bukti_fisik.domain.simpan import simpan_berkas
from bukti_fisik.models import Berkas, Bukti
from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.penilaian import isi_hasil, mulai_tpi
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian
from pengungkit.struktur import Isian
from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from tests.bantuan import teks, urai
from tests.berkas_contoh import pdf
from tests.pabrik import Kantor, buat_tim, jadikan_draf
from tests.tahapan.bantu import Buka, bagian, dokumen, isi, keadaan, kurang, tanda
from zona.nilai.domain.syarat import isi_syarat
from zona.nilai.domain.usulan import tarik_usulan, usulkan_unit
from zona.nilai.models import PemenuhanSyarat
from zona.organisasi.domain.jejak import catat
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Pengguna
from zona.pengesahan.domain.putusan import putuskan_tanda
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.surat.enums import JenisSurat
from zona.surat.models import Surat
from zona.tahapan.enums import JenisDokumen, KodeTahap
from zona.tahapan.models import DokumenTahap, Tahap

pytestmark = pytest.mark.usefixtures("instrumen")


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


@pytest.mark.parametrize("status", [StatusRencana.DRAF, StatusRencana.DIAJUKAN])
def test_nothing_is_late_while_no_version_is_in_force(
    klien: Buka, kantor: Kantor, kepala: Pengguna, settings: Settings, status: str
) -> None:
    """Neither by the plan's own days, nor by the last day for proposals, nor by days that were typed."""
    settings.ZONA_HARI_INI = date(2023, 12, 1)
    isi(kantor, "tpi", target_mulai=date(2023, 3, 1))
    peramban = klien(kepala)
    lambat = {kode: keadaan(peramban.get(kantor.alamat("tahapan/")), kode)[0] for kode in KodeTahap.values}
    assert {k for k, kata in lambat.items() if "Terlambat" in kata} == {"pembangunan", "tpi", "pengusulan"}
    jadikan_draf(kantor, status)
    catat(satker_id=kantor.satker.pk, oleh=None, tindakan="uji", objek=kantor.rencana)
    for alamat in ("tahapan/", "", "tahapan/pengusulan/"):
        halaman = teks(urai(peramban.get(kantor.alamat(alamat))).main)
        assert ("erlambat selesai" in halaman, "erlambat mulai" in halaman, "lewat 184" in halaman) == (False,) * 3
    halaman = peramban.get(kantor.alamat("tahapan/"))
    assert {kode: keadaan(halaman, kode)[0] for kode in KodeTahap.values if kode in lambat} == {
        kode: "Draf" if "Terlambat" in kata else kata for kode, kata in lambat.items()
    }


def test_piagam_made_in_zona_counts_once_signed(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    surat = Surat.objects.create(satker=kantor.satker, tahun=2023, jenis=JenisSurat.PIAGAM, isi="x")
    peramban = klien(kepala)
    assert "Piagam pencanangan masih draf" in kurang(peramban.get(kantor.alamat("tahapan/")), "pencanangan")
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


def test_what_the_assessor_submitted_is_told(klien: Buka, kantor: Kantor, kepala: Pengguna, penilai: Pengguna) -> None:
    tempat = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen}
    mulai_tpi(**tempat, buta=False, oleh=penilai)
    jawab_banyak(**tempat, jenis=JenisPenilaian.TPI, isian={"H1.1": Isian(angka=Decimal(1))}, oleh=penilai)
    saat = datetime(2023, 3, 14, 1, tzinfo=UTC)
    Penilaian.objects.update(status=StatusPenilaian.DIAJUKAN, diajukan_pada=saat)
    peramban = klien(kepala)
    halaman = peramban.get(kantor.alamat("tahapan/"))
    assert keadaan(halaman, "tpi")[0] == "Berjalan"
    assert kurang(halaman, "tpi")[1] == "Belum dikunci TPI; laporan hasil evaluasi masih draf"
    lhe = bagian(halaman, "tpi").select_one(".dokumen-tahap a")
    assert (teks(lhe), lhe["href"]) == ("Laporan hasil evaluasi (PDF)", kantor.alamat("nilai/lhe.pdf"))
    Penilaian.objects.update(status=StatusPenilaian.DIKUNCI, dikunci_pada=saat)
    catat(satker_id=kantor.satker.pk, oleh=None, tindakan="uji", objek=kantor.rencana)
    assert keadaan(peramban.get(kantor.alamat("tahapan/")), "tpi") == (
        "Selesai",
        "belum diisi | 14 Maret 2023 selesai menurut penguncian LKE",
    )


def test_signed_plan_is_a_document_with_its_verification(
    klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    berkas = simpan_berkas(satker=kantor.satker, nama="a.pdf", isi=SimpleUploadedFile("a.pdf", pdf("a")), oleh=kepala)
    belum = "Rencana kerja yang ditetapkan belum ditandatangani"
    versi = bekukan(rencana=kantor.rencana, oleh=kepala)
    siap = NaskahSiap.objects.create(versi=versi, kode="abcd-efgh", kalimat="basah", berkas=berkas, oleh=kepala)
    peramban = klien(kepala)
    assert belum in kurang(peramban.get(kantor.alamat("tahapan/")), "pembangunan")
    sah = DokumenSah.objects.create(
        siap=siap, cara="cetak", berkas=berkas, sha256=berkas.sha256, nama="Kepala", penjamin=ketua,
        ditandatangani_pada=datetime(2023, 3, 1, 20, tzinfo=UTC),
    )  # fmt: skip
    assert belum in kurang(peramban.get(kantor.alamat("tahapan/")), "pembangunan")  # until the head confirms it
    putuskan_tanda(sah=sah, diterima=True, oleh=kepala)
    halaman = peramban.get(kantor.alamat("tahapan/"))
    assert belum not in kurang(halaman, "pembangunan")
    _, bertanda = bagian(halaman, "pembangunan").select(".dokumen-tahap li")
    assert teks(bertanda).endswith("versi 1, Kepala, 2 Maret 2023")  # the office's own clock
    assert [a["href"] for a in bertanda.select("a")] == [
        kantor.alamat("dokumen/versi/1/pengesahan/abcd-efgh/bertanda/"), "/verifikasi/abcd-efgh/",
    ]  # fmt: skip


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
