"""The 60/40 page: what it shows, to whom, and the price of it."""

from collections.abc import Callable
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.domain.kunci import ajukan_penilaian, kunci_penilaian
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Jawaban, Penilaian, Pertanyaan
from rencana_aksi.enums import Status
from tests.bantuan import teks, urai
from tests.nilai.bantu import ambang, baris, isi, jawab
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.inti.waktu import pada, sekarang
from zona.organisasi.models import Pengguna


def test_nothing_assessed_yet_is_said_and_not_zero(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    halaman = klien(kepala).get(kantor.alamat("nilai/"))
    assert halaman.status_code == 200
    assert teks(urai(halaman).select_one(".nilai-besar")) == "Belum dinilai"
    assert ambang(halaman) == [
        "Total belum dinilai; minimal 75,00.",
        "Penguatan Pengawasan belum dinilai; minimal 9,00.",
        "Survei persepsi korupsi belum dinilai; minimal 13,50.",
        "Total belum dinilai; minimal 85,00.",
    ]
    tabel = baris(halaman, "j-pengungkit")
    assert [(b[0], b[1], b[2]) for b in tabel] == [
        ("I. Manajemen Perubahan", "5", "belum dinilai"),
        ("II. Penataan Tata Laksana", "5", "belum dinilai"),
        ("III. Penataan Sistem Manajemen SDM", "15", "belum dinilai"),
        ("IV. Penguatan Akuntabilitas", "10", "belum dinilai"),
        ("V. Penguatan Pengawasan", "15", "belum dinilai minimal 9,00"),
        ("VI. Peningkatan Kualitas Pelayanan Publik", "10", "belum dinilai"),
        ("Jumlah pengungkit", "60", "belum dinilai"),
    ]
    assert baris(halaman, "j-hasil") == [
        ["Pemerintah yang Bersih dan Bebas KKN", "20", "", "belum dinilai"],
        ["Survei Persepsi Korupsi", "15", "belum diisi", "belum dinilai minimal 13,50"],
        ["Tindak lanjut", "5", "belum diisi", "belum dinilai"],
        ["Kualitas Pelayanan Publik", "20", "", "belum dinilai"],
        ["Survei Kualitas Pelayanan", "20", "belum diisi", "belum dinilai"],
        ["Jumlah hasil", "40", "", "belum dinilai"],
    ]


def test_capaian_beside_the_score(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    """Area I: one of four occurrences called off, one of the others done; one of 1 + (3 − 1) + 1 needs met."""
    satu, dua, _ = kantor.pelaksanaan["I", "a"]
    satu.status, satu.realisasi = Status.SELESAI, HARI_INI
    dua.status, dua.alasan = Status.BATAL, "Ditiadakan"
    satu.save()
    dua.save()
    Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=1, nama="SK", tautan="https://contoh.id/sk",
        status=StatusBukti.DITERIMA, diunggah_oleh=ketua, diverifikasi_oleh=kepala, diverifikasi_pada=timezone.now(),
    )  # fmt: skip
    tabel = baris(klien(kepala).get(kantor.alamat("nilai/")), "j-pengungkit")
    assert [b[3:] for b in tabel] == [
        ["1,67 1 dari 3 selesai", "1,25 1 dari 4 terpenuhi"],
        *[["0,00 0 dari 4 selesai, 1 terlambat", "0,00 0 dari 5 terpenuhi"]] * 5,
        ["1,67 1 dari 23 selesai, 5 terlambat", "1,25 1 dari 29 terpenuhi"],
    ]


def test_score_and_gates_in_words(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    """H1.1 3,36/4 × 15 = 12,60; H1.2 87,5 % × 5 = 4,375; H2.1 unanswered. V: (0 + 1)/2 × 15 = 7,5."""
    isi(kantor, ketua, H1_1="3.36", H1_2="87.5")
    jawab(kantor, "V", "Tidak")
    halaman = klien(kepala).get(kantor.alamat("nilai/"))
    assert teks(urai(halaman).select_one(".nilai-besar")) == "24,48 dari 100 · penilaian mandiri"
    assert ambang(halaman) == [
        "Total 24,48 dari minimal 75,00: kurang 50,53 (11 dari 15 pertanyaan belum dijawab).",
        "Penguatan Pengawasan 7,50 dari minimal 9,00: kurang 1,50.",
        "Survei persepsi korupsi 12,60 dari minimal 13,50: kurang 0,90.",
        "Total 24,48 dari minimal 85,00: kurang 60,53 (11 dari 15 pertanyaan belum dijawab).",
    ]
    assert [b[2:] for b in baris(halaman, "j-hasil")] == [
        ["", "16,98"],
        ["3,36 dari 4", "12,60 minimal 13,50"],
        ["87,5 %", "4,38"],
        ["", "belum dinilai"],
        ["belum diisi", "belum dinilai"],
        ["", "16,98 1 dari 3 belum dijawab"],
    ]
    assert baris(halaman, "j-pengungkit")[4][2] == "7,50 minimal 9,00"
    assert [teks(h) for h in urai(halaman).select("section[aria-labelledby=j-ambang] h3")] == [
        "Menuju WBK: 0 dari 3 ambang lulus", "Menuju WBBM: 0 dari 1 ambang lulus",
    ]  # fmt: skip


def test_bar_is_filled_and_its_minimum_marked(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    isi(kantor, ketua, H1_1="3.36")
    sel = urai(klien(kepala).get(kantor.alamat("nilai/"))).select("section[aria-labelledby=j-hasil] tbody tr")[1]
    isi_batang, tanda = sel.svg.find_all("rect")
    assert (isi_batang["width"], tanda["x"]) == ("84.0%", "90.0%")


def test_assessor_stands_beside_the_office(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    jawab(kantor, "V", "Ya")
    jawab(kantor, "V", "Tidak", JenisPenilaian.TPI)
    ajukan_tpi()
    halaman = klien(kepala).get(kantor.alamat("nilai/"))
    judul = [teks(th) for th in urai(halaman).select("section[aria-labelledby=j-pengungkit] thead th")]
    assert judul[2:4] == ["Nilai LKE, penilaian mandiri", "Nilai LKE, penilaian TPI"]
    assert baris(halaman, "j-pengungkit")[4][2:4] == ["15,00 minimal 9,00", "7,50 minimal 9,00"]
    ringkasan = [teks(p) for p in urai(halaman).select(".nilai-ringkasan p")]
    assert "Penilaian TPI: 7,50 , selisih -7,50." in ringkasan
    lain = urai(halaman).select_one(".ambang-lain")
    assert teks(lain.summary) == "Menurut penilaian TPI: Menuju WBK 0 dari 3, Menuju WBBM 0 dari 1 ambang lulus"
    assert "Penguatan Pengawasan 7,50 dari minimal 9,00: kurang 1,50." in teks(lain)


def test_assessors_draft_is_for_the_assessor_alone(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, penilai: Pengguna
) -> None:
    jawab(kantor, "V", "Ya")
    jawab(kantor, "V", "Tidak", JenisPenilaian.TPI)
    kolom = {o: len(baris(klien(o).get(kantor.alamat("nilai/")), "j-pengungkit")[4]) for o in (kepala, penilai)}
    assert kolom == {kepala: 5, penilai: 6}


def test_who_assesses_blind_sees_only_the_own(klien: Callable[..., Any], kantor: Kantor, penilai: Pengguna) -> None:
    jawab(kantor, "V", "Ya")
    jawab(kantor, "V", "Tidak", JenisPenilaian.TPI)
    Penilaian.objects.filter(jenis=JenisPenilaian.TPI).update(buta=True)
    halaman = klien(penilai).get(kantor.alamat("nilai/"))
    assert teks(urai(halaman).select_one(".nilai-besar")) == "7,50 dari 100 · penilaian TPI"
    assert "15,00" not in [teks(b) for b in urai(halaman).select(".poin b")]
    Penilaian.objects.filter(jenis=JenisPenilaian.TPI).update(dibuka_pada=sekarang())
    halaman = klien(penilai).get(kantor.alamat("nilai/"))
    assert teks(urai(halaman).select_one(".nilai-besar")) == "15,00 dari 100 · penilaian mandiri"


def test_verdict_in_one_line(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna) -> None:
    isi(kantor, ketua, H1_1="3.2", H1_2="100", H2_1="4")
    for area in kantor.pengungkit:
        jawab(kantor, area, "Ya")
    peramban = klien(kepala)
    pokok = teks(urai(peramban.get(kantor.alamat("nilai/"))).select_one(".putusan-pokok"))
    assert pokok == "Belum lulus WBK: 1 dari 3 ambang belum tercapai"
    isi(kantor, ketua, H1_1="3.6")
    pokok = teks(urai(peramban.get(kantor.alamat("nilai/"))).select_one(".putusan-pokok"))
    assert pokok == "Lulus semua ambang WBK"


def test_unanswered_are_listed_by_komponen(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    isi(kantor, ketua, H1_1="3")
    jawab(kantor, "I", "Ya")
    bagian = urai(klien(kepala).get(kantor.alamat("nilai/"))).find("section", {"aria-labelledby": "j-belum"})
    assert [teks(s) for s in bagian.select("summary")] == [
        "A2 Penataan Tata Laksana: 2 pertanyaan", "A3 Penataan Sistem Manajemen SDM: 2 pertanyaan",
        "A4 Penguatan Akuntabilitas: 2 pertanyaan", "A5 Penguatan Pengawasan: 2 pertanyaan",
        "A6 Peningkatan Kualitas Pelayanan Publik: 2 pertanyaan",
        "H1 Pemerintah yang Bersih dan Bebas KKN: 1 pertanyaan", "H2 Kualitas Pelayanan Publik: 1 pertanyaan",
    ]  # fmt: skip
    assert [teks(li) for li in bagian.select("details")[-1].select("li")] == ["H2.1 Survei Kualitas Pelayanan"]


def test_ambiguity_of_the_least_per_area_is_said(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    instrumen = Instrumen.objects.get(kode="uji")
    instrumen.ambang["cara_per_area"] = "terpisah"
    instrumen.ambang["catatan_per_area"] = {"yakin": False, "isi": "Tabel 6 tidak menyebut aspeknya."}
    instrumen.save()
    halaman = urai(klien(kepala).get(kantor.alamat("nilai/")))
    assert teks(halaman.select_one("section[aria-labelledby=j-ambang] .petunjuk")) == (
        "Nilai minimal per pengungkit dibaca atas pemenuhan dan reform masing-masing; bunyi peraturannya belum "
        "dipastikan ( penjelasannya )."
    )
    assert "Tabel 6 tidak menyebut aspeknya." in [
        teks(li) for li in halaman.select("section[aria-labelledby=j-instrumen] li")
    ]


def test_score_over_time_as_line_and_table(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    """From 1 to 15 March: 600 wide, 200 high. 15/4 × 2 = 7,50 stands at 185; 15 at 170; 75 at 50; 85 at 30."""
    with pada(datetime(2023, 3, 1, 1, tzinfo=UTC)):
        isi(kantor, ketua, H1_1="2")
    with pada(datetime(2023, 3, 8, 1, tzinfo=UTC)):
        isi(kantor, ketua, H1_1="1")
        isi(kantor, ketua, H1_1="4")
    bagian = urai(klien(kepala).get(kantor.alamat("nilai/"))).find("section", {"aria-labelledby": "j-riwayat"})
    assert bagian.polyline["points"] == "0.0,185.0 300.0,170.0"
    assert [garis["y1"] for garis in bagian.select(".riwayat-ambang")] == ["50.0", "30.0"]
    assert [[teks(s) for s in tr.find_all(["th", "td"])] for tr in bagian.select("tbody tr")] == [
        ["8 Maret 2023", "Mandiri", "15,00", "0,00", "15,00"],
        ["1 Maret 2023", "Mandiri", "7,50", "0,00", "7,50"],
    ]
    assert teks(bagian.find_all("p")[-1]) == "Tidak ada nilai tahun 2022 yang tercatat."


def test_year_before_and_the_difference(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    isi(kantor, ketua, H1_1="4")
    for jenis, total in ((JenisPenilaian.MANDIRI, "10.5"), (JenisPenilaian.TPI, "9")):
        Penilaian.objects.create(
            satker=kantor.satker, tahun=2022, instrumen=kantor.rencana.instrumen, jenis=jenis,
            nilai_total=Decimal(total), nilai_pengungkit=Decimal(4), nilai_hasil=Decimal("6.5"),
        )  # fmt: skip
    bagian = urai(klien(kepala).get(kantor.alamat("nilai/"))).find("section", {"aria-labelledby": "j-riwayat"})
    assert [teks(li) for li in bagian.select("h3 ~ ul li")] == [
        "Penilaian mandiri 2022 (draf): 10,50 (pengungkit 4,00, hasil 6,50); tahun ini naik +4,50."
    ]


def test_locked_assessment_is_shown_as_it_was_locked(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    isi(kantor, ketua, H1_1="4")
    mandiri = Penilaian.objects.select_related("satker", "instrumen").get()
    ajukan_penilaian(penilaian=mandiri, oleh=ketua)
    kunci_penilaian(penilaian=mandiri, bukti={}, oleh=kepala)
    Jawaban.objects.update(angka=1)
    Instrumen.objects.update(ambang={}, isi_sha256="f" * 64)
    halaman = klien(kepala).get(kantor.alamat("nilai/"))
    assert teks(urai(halaman).select_one(".nilai-besar")) == "15,00 dari 100 · penilaian mandiri"
    assert len(ambang(halaman)) == 4


def ajukan_tpi() -> None:
    Penilaian.objects.filter(jenis=JenisPenilaian.TPI).update(status=StatusPenilaian.DIAJUKAN, diajukan_pada=sekarang())


def test_what_the_instrument_leaves_uncertain(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    Instrumen.objects.update(perhitungan={"yakin": False, "catatan": "Rumus tidak dicetak"})
    Pertanyaan.objects.filter(kode="H1.1").update(yakin=False)
    halaman = urai(klien(kepala).get(kantor.alamat("nilai/")))
    bagian = halaman.find("section", {"aria-labelledby": "j-instrumen"})
    assert [teks(li) for li in bagian.select("li")] == ["Rumus tidak dicetak", "nilai jawaban pertanyaan H1.1"]
    assert baris(halaman, "j-hasil")[1][0] == "Survei Persepsi Korupsi (cara menghitung belum dipastikan)"


def test_weight_of_the_plan_that_differs_is_named(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    kantor.pengungkit["I"].bobot = Decimal(8)
    kantor.pengungkit["I"].save()
    assert baris(klien(kepala).get(kantor.alamat("nilai/")), "j-pengungkit")[0][1] == "8 instrumen: 5"


def test_last_entry_by_the_offices_clock(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    isi(kantor, ketua, H1_1="3")
    Jawaban.objects.update(dijawab_pada="2023-03-14T23:30:00Z")
    bagian = urai(klien(ketua).get(kantor.alamat("nilai/"))).find("section", {"aria-labelledby": "j-hasil"})
    assert teks(bagian.find("p", class_="rinci")) == "Terakhir diisi oleh Ketua, 15 Maret 2023 pukul 07.30 WITA."


def kueri(peramban: Any, kantor: Kantor) -> int:
    with CaptureQueriesContext(
        connection,
    ) as catatan:
        assert peramban.get(kantor.alamat("nilai/")).status_code == 200
    return len(catatan)


def test_queries_do_not_grow(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    isi(kantor, ketua, H1_1="3")
    dua = klien(ketua), klien(kepala)
    kueri(dua[0], kantor)  # the worker has read the instrument
    sedikit = [kueri(satu, kantor) for satu in dua]
    tambah_baris(kantor, 12)
    isi(kantor, ketua, H1_2="3", H2_1="4")
    for area in kantor.pengungkit:
        jawab(kantor, area, "Ya")
    jawab(kantor, "I", "Ya", JenisPenilaian.TPI)
    ajukan_tpi()
    assert [kueri(satu, kantor) for satu in dua] == sedikit == [14, 12]
