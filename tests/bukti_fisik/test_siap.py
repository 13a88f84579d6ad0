"""Ready for assessment: each kind of line, whose turn it is, and that it goes when it is put right."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.domain.bukti import (
    catat_tautan,
    kembalikan_bukti,
    pakai_bukti,
    tarik_bukti,
    terima_bukti,
    ubah_keterangan,
    unggah_bukti,
)
from bukti_fisik.enums import HalSiap, KeadaanBerkas, Pindai
from bukti_fisik.models import Berkas, Bukti, KeadaanTautan
from bukti_fisik.queries.siap import PALING_BANYAK, BarisSiap, siap_dinilai
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.models import RencanaAksi, SyaratBukti
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.berkas_contoh import pdf
from tests.inti.clamd import clamd
from tests.pabrik import HARI_INI, Kantor, buat_orang, tambah_baris
from zona.organisasi.models import Pengguna

BukaKlien = Callable[..., Klien]


def daftar(kantor: Kantor, *hal: HalSiap, area: str = "I") -> list[BarisSiap]:
    return [b for b in siap_dinilai(kantor.rencana, HARI_INI).pilih(pengungkit=area) if not hal or b.hal in hal]


def satu(kantor: Kantor, hal: HalSiap, area: str = "I") -> tuple[str, str, str]:
    """Where, what and whose turn, of the only line of that kind."""
    (b,) = daftar(kantor, hal, area=area)
    return f"{b.kebutuhan.sebutan} {b.kebutuhan.teks}", b.kata, b.pemilik


def unggah(kantor: Kantor, syarat: str = "aksi", oleh: str = "anggota", area: str = "I", isi: str = "a") -> Bukti:
    return unggah_bukti(
        syarat=kantor.syarat[area, syarat], pelaksanaan=None, nama=f"{isi}.pdf", isi=ContentFile(pdf(isi)),
        oleh=kantor.orang[oleh],
    )  # fmt: skip


def terima(kantor: Kantor, bukti: Bukti) -> Bukti:
    terima_bukti(bukti=bukti, oleh=kantor.orang["ketua"])
    return bukti


def test_missing_is_named_at_each_occurrence_with_its_owner(kantor: Kantor) -> None:
    baris = [(b.kebutuhan.sebutan, b.kebutuhan.teks, b.kata, b.pemilik) for b in daftar(kantor, HalSiap.BELUM_ADA)]
    kosong = "Belum ada yang diunggah"
    assert baris == [
        ("I.1.a", "Surat keputusan", kosong, "Anggota"),
        ("I.1.a", "Notula rapat", f"{kosong}; lewat jatuh tempo 1 Mar 2023", "Anggota"),
        ("I.1.a", "Notula rapat", f"{kosong}; jatuh tempo 20 Mar 2023", "Anggota"),
        ("I.1.a", "Notula rapat", f"{kosong}; jatuh tempo 10 Apr 2023", "Anggota"),
        ("I.1", "Laporan kegiatan", kosong, "Anggota"),
    ]
    assert {b.pemilik for b in daftar(kantor, area="II")} == {"Koordinator Ii"}  # nobody answers for its action


def test_called_off_is_not_asked_for(kantor: Kantor, ketua: Pengguna) -> None:
    kali = kantor.pelaksanaan["I", "a"][0]
    catat_status(pelaksanaan=kali, status="batal", alasan="Tidak jadi.", oleh=ketua, hari_ini=HARI_INI)
    assert len(daftar(kantor, HalSiap.BELUM_ADA)) == 4


def test_waiting_is_the_verifiers_turn_never_the_uploaders(kantor: Kantor) -> None:
    unggah(kantor)
    assert satu(kantor, HalSiap.MENUNGGU) == (
        "I.1.a Surat keputusan", "a.pdf menunggu verifikasi sejak 15 Mar 2023", "Koordinator I",
    )  # fmt: skip
    unggah(kantor, area="II", oleh="koordinator-ii")
    assert satu(kantor, HalSiap.MENUNGGU, "II")[2] == "Ketua"
    unggah(kantor, area="III", oleh="ketua")
    assert satu(kantor, HalSiap.MENUNGGU, "III")[2] == "Koordinator Iii"


def test_returned_is_the_uploaders_turn_until_something_new_waits(kantor: Kantor, ketua: Pengguna) -> None:
    bukti = unggah(kantor)
    kembalikan_bukti(bukti=bukti, alasan="Belum bertanda tangan.", oleh=ketua)
    assert satu(kantor, HalSiap.DIKEMBALIKAN) == ("I.1.a Surat keputusan", "a.pdf: Belum bertanda tangan.", "Anggota")
    terima(kantor, unggah(kantor, isi="b"))
    assert daftar(kantor, HalSiap.DIKEMBALIKAN, HalSiap.MENUNGGU) == []
    assert "Surat keputusan" not in {b.kebutuhan.teks for b in daftar(kantor)}


def test_dated_outside_the_year_goes_when_the_date_is_corrected(kantor: Kantor, anggota: Pengguna) -> None:
    bukti = unggah(kantor)
    isian: dict[str, Any] = {"nama": "a.pdf", "catatan": "", "halaman": None, "oleh": anggota}
    ubah_keterangan(bukti=bukti, tanggal_dokumen=date(2022, 12, 30), **isian)
    assert satu(kantor, HalSiap.LUAR_TAHUN) == ("I.1.a Surat keputusan", "a.pdf bertanggal 30 Des 2022", "Anggota")
    bukti.refresh_from_db()
    ubah_keterangan(bukti=bukti, tanggal_dokumen=date(2023, 1, 2), **isian)
    assert daftar(kantor, HalSiap.LUAR_TAHUN) == []


@pytest.mark.parametrize("tautan", [False, True])
def test_one_file_for_too_much(kantor: Kantor, anggota: Pengguna, tautan: bool) -> None:
    """At the threshold it is fine; above it is named once in each pengungkit it stands in."""
    bukti = unggah(kantor)
    if tautan:
        tarik_bukti(bukti=bukti, alasan="Ganti.", oleh=anggota)
        bukti = catat_tautan(
            syarat=bukti.syarat, pelaksanaan=None, tautan="https://contoh.id/x", judul="a.pdf", oleh=anggota
        )
    lain = [kantor.syarat[area, nama] for area in ("I", "II", "III") for nama in ("baris", "aksi")]
    lain = [s for s in lain if s != bukti.syarat]
    for syarat in lain[: PALING_BANYAK - 1]:
        pakai_bukti(bukti=bukti, syarat=syarat, pelaksanaan=None, oleh=anggota)
    assert [daftar(kantor, HalSiap.BERLEBIH, area=a) for a in ("I", "II", "III")] == [[], [], []]
    akhir = pakai_bukti(bukti=bukti, syarat=lain[PALING_BANYAK - 1], pelaksanaan=None, oleh=anggota)
    assert satu(kantor, HalSiap.BERLEBIH)[1] == "a.pdf dipakai untuk 6 bukti yang diminta, paling banyak 5"
    assert [len(daftar(kantor, HalSiap.BERLEBIH, area=a)) for a in ("I", "II", "III")] == [1, 1, 1]
    tarik_bukti(bukti=akhir, alasan="Berlebih.", oleh=anggota)
    assert daftar(kantor, HalSiap.BERLEBIH) == []


def test_dead_link(kantor: Kantor, anggota: Pengguna) -> None:
    tautan = "https://contoh.id/hilang"
    bukti = catat_tautan(
        syarat=kantor.syarat["I", "aksi"], pelaksanaan=None, tautan=tautan, judul="Folder", oleh=anggota
    )
    mati = KeadaanTautan.objects.create(satker=kantor.satker, alamat=tautan, hidup=False, keterangan="tidak ditemukan")
    assert satu(kantor, HalSiap.TAUTAN_MATI) == ("I.1.a Surat keputusan", "Folder: tidak ditemukan", "Anggota")
    KeadaanTautan.objects.update(hidup=None)
    assert daftar(kantor, HalSiap.TAUTAN_MATI) == []  # what could not be told is not held against it
    mati.save()
    tarik_bukti(bukti=bukti, alasan="Mati.", oleh=anggota)
    assert daftar(kantor, HalSiap.TAUTAN_MATI) == []


@pytest.mark.parametrize(
    ("kolom", "nilai", "hal", "pemilik"),
    [
        ("keadaan", KeadaanBerkas.HILANG, HalSiap.HILANG, "Anggota"),
        ("keadaan", KeadaanBerkas.BERUBAH, HalSiap.BERUBAH, "Anggota"),
        ("keadaan", KeadaanBerkas.TAK_TERBACA, HalSiap.TAK_TERBACA, "Admin"),
        ("pindai", Pindai.KARANTINA, HalSiap.KARANTINA, "Admin"),
        ("pindai", Pindai.TERINFEKSI, HalSiap.TERINFEKSI, "Anggota"),
    ],
)
def test_file_in_trouble_even_when_accepted(kantor: Kantor, kolom: str, nilai: str, hal: HalSiap, pemilik: str) -> None:
    terima(kantor, unggah(kantor))
    assert daftar(kantor, hal) == []
    Berkas.objects.update(**{kolom: nilai})
    tempat, kata, siapa = satu(kantor, hal)
    assert (tempat, kata.startswith("a.pdf "), siapa) == ("I.1.a Surat keputusan", True, pemilik)


def test_whoever_left_owns_nothing(kantor: Kantor, ketua: Pengguna, koordinator_i: Pengguna) -> None:
    """First who answers for the pengungkit, then for the plan, then for the office."""
    RencanaAksi.objects.update(penanggung_jawab=None)
    bukti = unggah(kantor)
    kembalikan_bukti(bukti=bukti, alasan="Salah.", oleh=ketua)
    giliran = []
    for siapa in ("anggota", "koordinator-i", "ketua", "kepala", "admin"):
        Pengguna.objects.filter(username=siapa).update(is_active=False)
        giliran.append(satu(kantor, HalSiap.DIKEMBALIKAN)[2])
    assert giliran == ["Koordinator I", "Ketua", "Kepala", "Admin", ""]


# --- the page ----------------------------------------------------------------------------------------


def test_page_links_to_where_it_is_solved(kantor: Kantor, klien: BukaKlien, penilai: Pengguna) -> None:
    k = klien(penilai)
    halaman = urai(k.get(kantor.alamat("bukti/siap/?pengungkit=I")))
    tautan = [str(a["href"]) for a in halaman.select("table.siap th a")]
    assert len(tautan) == 5
    for tuju in tautan:
        jalur, _, jangkar = tuju.partition("#")
        assert urai(k.get(jalur)).find(id=jangkar), tuju


def test_page_counts_each_pengungkit_and_says_ready(kantor: Kantor, klien: BukaKlien, ketua: Pengguna) -> None:
    SyaratBukti.objects.filter(rencana_kerja__pengungkit__kode="VI").delete()
    SyaratBukti.objects.filter(rencana_kerja__pengungkit__kode="V").exclude(pk=kantor.syarat["V", "aksi"].pk).delete()
    terima(kantor, unggah(kantor, area="V", oleh="koordinator-v"))
    halaman = urai(klien(ketua).get(kantor.alamat("bukti/siap/")))
    assert [teks(li) for li in halaman.select(".siap-area li")] == [
        "I. Manajemen Perubahan 5 hal",
        "II. Penataan Tata Laksana 5 hal",
        "III. Penataan Sistem Manajemen SDM 5 hal",
        "IV. Penguatan Akuntabilitas 5 hal",
        "V. Penguatan Pengawasan Siap",
        "VI. Peningkatan Kualitas Pelayanan Publik tidak meminta bukti",
    ]
    assert teks(halaman.select_one(".siap-putusan")) == "1 dari 6 pengungkit siap dinilai; 20 hal belum beres."  # type: ignore[arg-type]  # it is there


def test_page_filters_with_and_without_htmx(kantor: Kantor, klien: BukaKlien, anggota: Pengguna) -> None:
    unggah(kantor)
    k = klien(anggota)
    tujuan = kantor.alamat(f"bukti/siap/?pemilik={anggota.pk}&hal=belum_ada&pengungkit=I")
    halaman = k.get(tujuan)
    assert teks(urai(halaman).select_one("[role=status]")) == "4 hal"  # type: ignore[arg-type]  # it is there
    assert {teks(td) for td in urai(halaman).select("td[data-label=Giliran]")} == {"Anggota"}
    assert rapi(pasang_fragmen(halaman, k.get(tujuan, headers=HTMX), "daftar")) == rapi(halaman)
    aneh = urai(k.get(kantor.alamat("bukti/siap/?hal=apa-saja&halaman=x")))
    assert "tidak dikenal" in teks(aneh.select_one("[role=alert].pemberitahuan"))  # type: ignore[arg-type]  # it is there
    assert len(aneh.select("table.siap tbody tr")) == 30


def test_page_of_who_has_nothing_to_do(kantor: Kantor, klien: BukaKlien, penilai: Pengguna) -> None:
    halaman = urai(klien(penilai).get(kantor.alamat(f"bukti/siap/?pemilik={penilai.pk}")))
    assert teks(halaman.select_one(".kosong")) == "Tidak ada yang cocok dengan saringan ini."  # type: ignore[arg-type]  # it is there


def test_page_is_for_the_office(kantor: Kantor, klien: BukaKlien, orang_luar: Pengguna) -> None:
    assert klien(orang_luar).get(kantor.alamat("bukti/siap/")).status_code == 404
    assert klien().get(kantor.alamat("bukti/siap/")).status_code == 302


def test_page_is_paged_with_the_same_queries_whatever_its_size(
    kantor: Kantor, klien: BukaKlien, ketua: Pengguna, anggota: Pengguna
) -> None:
    def ukur() -> int:
        with CaptureQueriesContext(
            connection,
        ) as kueri:
            k.get(kantor.alamat("bukti/siap/"))
        return len(kueri)

    k = klien(ketua)
    unggah(kantor)
    sedikit = ukur()
    unggah(kantor, isi="b")
    unggah(kantor, "baris", isi="c")
    tambah_baris(kantor, 24)
    buat_orang(kantor.satker, "x1", "x2")
    assert ukur() == sedikit == 14
    halaman = urai(k.get(kantor.alamat("bukti/siap/?halaman=2")))
    assert teks(halaman.select_one("[role=status]")) == "150 hal, halaman 2 dari 3"  # type: ignore[arg-type]  # it is there
    assert [teks(a) for a in halaman.select("nav[aria-label='Halaman daftar'] a")] == ["Sebelumnya", "Berikutnya"]


def test_ten_thousand_bukti_are_read_in_the_same_queries(
    kantor: Kantor, klien: BukaKlien, ketua: Pengguna, django_assert_num_queries: Any
) -> None:
    bukti = [
        Bukti(syarat=kantor.syarat["I", "aksi"], versi=n, nama=f"b{n}", tautan=f"https://contoh.id/{n}",
              tanggal_dokumen=date(2021, 1, 1), diunggah_oleh=kantor.orang["anggota"])
        for n in range(1, 10_001)
    ]  # fmt: skip
    Bukti.objects.bulk_create(bukti, batch_size=2_000)
    k = klien(ketua)
    with django_assert_num_queries(14):
        halaman = urai(k.get(kantor.alamat("bukti/siap/?hal=luar_tahun&halaman=200")))
    assert teks(halaman.select_one("[role=status]")) == "10000 hal, halaman 200 dari 200"  # type: ignore[arg-type]  # it is there
    assert len(halaman.select("table.siap tbody tr")) == 50


def test_dashboard_and_tasks_lead_there(kantor: Kantor, klien: BukaKlien, kepala: Pengguna, anggota: Pengguna) -> None:
    halaman = urai(klien(kepala).get(kantor.alamat()))
    kalimat = [teks(p) for p in halaman.select(".putusan-nilai")]
    assert kalimat[-1] == "0 dari 6 pengungkit siap dinilai; 30 hal pada bukti belum beres. Siap dinilai"
    tugas = urai(klien(anggota).get(kantor.alamat()))
    assert tugas.find("a", href=kantor.alamat(f"bukti/siap/?pemilik={anggota.pk}"))


# --- how the files are kept ---------------------------------------------------------------------------


def jaga(k: Klien, kantor: Kantor) -> list[str]:
    return [teks(dd) for dd in urai(k.get(kantor.alamat("bukti/siap/"))).select(".siap-jaga dd")]


def test_page_says_what_is_kept_and_whether_it_is_scanned(
    kantor: Kantor, klien: BukaKlien, settings: Any, tmp_path_factory: pytest.TempPathFactory, admin: Pengguna
) -> None:
    k = klien(admin)
    mati = "Tidak dipakai: berkas yang diunggah tidak dipindai"
    assert jaga(k, kantor) == ["0 berkas, 0 B untuk seluruh tahun", "Belum ada yang perlu diperiksa", mati]
    unggah(kantor)
    ukuran = f"1 berkas, {len(pdf('a'))} B untuk seluruh tahun"
    assert jaga(k, kantor) == [ukuran, "Ada berkas yang belum pernah diperiksa", mati]
    soket = tmp_path_factory.mktemp("c") / "s"
    settings.CLAMAV_SOCKET = str(soket)
    Berkas.objects.update(pindai=Pindai.KARANTINA)
    assert jaga(k, kantor)[2] == (
        "Pemindai tidak menjawab: unggahan baru disimpan, tetapi belum dapat dibuka sampai dipindai ; "
        "1 berkas menunggu pemindaian"
    )
    with clamd(soket):
        assert jaga(k, kantor)[2].startswith("Menyala: setiap berkas dipindai saat diunggah")
