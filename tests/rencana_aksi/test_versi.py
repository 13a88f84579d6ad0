"""Reading versions of a plan: the list, one as it was, and what differs between two."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.domain.hidup_rencana import mulai_perubahan
from rencana_aksi.models import ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti, VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.contoh import Contoh
from tests.pabrik import Kantor, baca_draf, tambah_baris
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]


def alamat(nama: str, *isian: Any, **tanya: Any) -> str:
    return reverse(f"rencana_aksi:{nama}", args=["uji", 2023, *isian], query=tanya)


@pytest.fixture
def versi(kantor: Kantor) -> VersiRencana:
    """Version 1, frozen; version 2 being worked on."""
    ProgramPrioritas.objects.create(pengungkit=kantor.pengungkit["I"], uraian="Pemilu Agen Perubahan", urutan=1)
    satu = bekukan(rencana=kantor.rencana, oleh=kantor.orang["kepala"])
    mulai_perubahan(rencana=kantor.rencana, alasan="x", oleh=kantor.orang["ketua"])
    return satu


def sunting(kantor: Kantor) -> None:
    """One row changed, one removed, one added, two of evidence swapped."""
    draf = baca_draf(kantor, Rencana.semua.get(perubahan_dari=kantor.rencana))
    RencanaKerja.objects.filter(pk=draf.baris["I"].pk).update(uraian="Kerja I.1 diperbarui")
    RencanaAksi.objects.filter(pk=draf.aksi["II", "b"].pk).delete()
    baru = RencanaKerja.objects.create(pengungkit=draf.pengungkit["III"], nomor=2, uraian="Kerja baru", urutan=2)
    assert baru.pk
    a, b = draf.syarat["IV", "aksi"], draf.syarat["IV", "tiap"]
    for syarat, urutan in ((a, 90), (b, 1), (a, 2)):
        SyaratBukti.objects.filter(pk=syarat.pk).update(urutan=urutan)


def baris(halaman: Any) -> list[list[str]]:
    return [[teks(sel) for sel in tr.find_all(["th", "td"])] for tr in urai(halaman).select(".banding tbody tr")]


# --- a frozen version ---------------------------------------------------------------------------------


def test_version_is_read_as_it_was(kantor: Kantor, klien: Buka, versi: VersiRencana, anggota: Pengguna) -> None:
    peramban = klien(anggota)
    dulu = peramban.get(alamat("versi_beku", 1)).content
    sunting(kantor)
    Pengguna.objects.filter(pk=anggota.pk).update(nama="Nama Baru")
    halaman = peramban.get(alamat("versi_beku", 1))
    assert [str(s) for s in urai(halaman).select("main section")] == [str(s) for s in urai(dulu).select("main section")]
    matriks = urai(halaman).select(".naskah")[0]
    assert [teks(sel) for sel in matriks.select("tbody th, tbody td")] == [
        "1", "Kerja I.1",
        "a. Aksi I.1.a", "1, 13–20 Maret, 10 April", "Anggota", "Surat keputusan Notula rapat (tiap pelaksanaan)",
        "b. Aksi I.1.b", "Secara berkala", "–", "",
        "Bukti untuk seluruh rencana kerja ini", "Laporan kegiatan",
    ]  # fmt: skip
    assert "Pemilu Agen Perubahan" in teks(halaman)
    assert versi.sha256 in teks(halaman)
    assert [teks(t) for t in urai(halaman).select("section[aria-labelledby=j-hasil] td")] == ["20", "20", "40"]
    assert len(urai(halaman).select("#tim tbody tr:not(.jumlah)")) == 9


def test_row_without_actions_is_drawn_too(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    RencanaKerja.objects.create(pengungkit=kantor.pengungkit["I"], nomor=2, uraian="Belum ada aksi", urutan=2)
    bekukan(rencana=kantor.rencana, oleh=None)
    matriks = urai(klien(ketua).get(alamat("versi_beku", 1))).select(".naskah")[0]
    assert [teks(sel) for sel in matriks.select("tbody")[1].select("th, td")] == [
        "2", "Belum ada aksi", "Belum ada rencana aksi.",
    ]  # fmt: skip


def test_content_that_is_not_its_fingerprints_is_told(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    asli = bekukan(rencana=kantor.rencana, oleh=None)
    VersiRencana.objects.create(
        rencana=kantor.rencana, versi=7, nomor_sk="x", tanggal_sk=asli.tanggal_sk, sha256=asli.sha256,
        isi={**asli.isi, "tempat": "Lain"},
    )  # fmt: skip
    peringatan = [
        [teks(p) for p in urai(klien(ketua).get(alamat("versi_beku", n))).select("[role=alert].pemberitahuan")]
        for n in (1, 7)
    ]
    assert peringatan == [
        [],
        [
            "Isi versi ini tidak cocok lagi dengan sidiknya. Laporkan kepada pengelola sistem; jangan dipakai sebagai "
            "dokumen."
        ],
    ]


def test_whole_source_plan_is_in_its_frozen_version(contoh: Contoh, klien: Buka) -> None:
    halaman = urai(klien(contoh.orang["ketua"]).get(contoh.alamat("dokumen/versi/1/")))
    kini = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=contoh.rencana)
    assert len(halaman.select(".naskah .aksi")) == kini.count() == 65
    assert len(halaman.select(".naskah .bukti li")) == 173
    assert teks(halaman).count("Ditetapkan oleh Dr. Puji Retno Hardiningtyas") == 1


# --- comparing ----------------------------------------------------------------------------------------


def test_differences_are_told_in_words(kantor: Kantor, klien: Buka, versi: VersiRencana, anggota: Pengguna) -> None:
    sunting(kantor)
    halaman = klien(anggota).get(alamat("banding", lama=1, baru="kini"))
    assert baris(halaman) == [
        ["I.1 Rencana kerja Kerja I.1 diperbarui", "Diubah", "Uraian: Kerja I.1", "Uraian: Kerja I.1 diperbarui"],
        ["II.1.b Rencana aksi", "Dihapus", "Huruf: b Uraian: Aksi II.1.b Jadwal: Secara berkala", ""],
        ["III.2 Rencana kerja", "Ditambah", "", "Nomor: 2 Uraian: Kerja baru"],
        ["IV.1 Bukti fisik Notula rapat", "Dipindah", "IV.1, urutan 2", "IV.1, urutan 1"],
    ]  # fmt: skip
    assert teks(urai(halaman).select_one(".banding-ringkas")) == "1 ditambah 1 dihapus 1 diubah 1 dipindah"
    ditandai = [[teks(t) for t in urai(halaman).select(f".banding {jenis}")] for jenis in ("del", "ins")]
    assert (ditandai[0][0], ditandai[1]) == ("b", ["diperbarui", "2", "Kerja baru"])


def test_unfilled_compares_the_newest_version_with_now(
    kantor: Kantor, klien: Buka, versi: VersiRencana, ketua: Pengguna
) -> None:
    sunting(kantor)
    peramban = klien(ketua)
    assert baris(peramban.get(alamat("banding"))) == baris(peramban.get(alamat("banding", lama=1, baru="kini")))


def test_version_with_itself_is_no_different(klien: Buka, versi: VersiRencana, ketua: Pengguna) -> None:
    halaman = klien(ketua).get(alamat("banding", lama=1, baru=1))
    assert (baris(halaman), teks(urai(halaman).select_one(".banding-ringkas"))) == ([], "Tidak ada yang berbeda.")


@pytest.mark.parametrize("tanya", [{"lama": 9}, {"lama": "x", "baru": "kini"}, {"baru": "2"}])
def test_unknown_version_is_422(klien: Buka, versi: VersiRencana, ketua: Pengguna, tanya: dict[str, Any]) -> None:
    halaman = klien(ketua).get(alamat("banding", **tanya))
    assert (halaman.status_code, len(urai(halaman).select(".kolom-galat"))) == (422, 1)


def test_without_any_version_now_is_compared_with_now(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    halaman = klien(ketua).get(alamat("banding"))
    assert (halaman.status_code, baris(halaman)) == (200, [])


# --- who, how, how many queries -----------------------------------------------------------------------

HALAMAN = ("versi", "versi_beku", "banding")


def isian(nama: str) -> list[int]:
    return [1] if nama == "versi_beku" else []


@pytest.mark.parametrize("nama", HALAMAN)
def test_all_who_read_the_plan_read_its_versions(kantor: Kantor, klien: Buka, versi: VersiRencana, nama: str) -> None:
    status = {s: klien(o).get(alamat(nama, *isian(nama))).status_code for s, o in kantor.orang.items()}
    assert status == {s: 404 if s == "orang-luar" else 200 for s in kantor.orang}


@pytest.mark.parametrize("nama", HALAMAN)
def test_versions_are_only_read(klien: Buka, versi: VersiRencana, ketua: Pengguna, nama: str) -> None:
    assert klien(ketua).post(alamat(nama, *isian(nama))).status_code == 405


def test_version_that_is_not_there_is_404(klien: Buka, versi: VersiRencana, ketua: Pengguna) -> None:
    assert klien(ketua).get(alamat("versi_beku", 2)).status_code == 404


@pytest.mark.parametrize(("nama", "banyak"), [("versi", 24), ("versi_beku", 5), ("banding", 12)])
def test_queries_do_not_grow_with_rows_or_versions(
    kantor: Kantor, klien: Buka, versi: VersiRencana, ketua: Pengguna, nama: str, banyak: int
) -> None:
    peramban, hitungan = klien(ketua), []
    for nomor in (2, 3):
        with CaptureQueriesContext(connection) as kueri:
            assert peramban.get(alamat(nama, *isian(nama))).status_code == 200
        hitungan.append(len(kueri))
        tambah_baris(kantor, 12)
        kantor.rencana.versi, kantor.rencana.nomor_sk, kantor.rencana.tanggal_sk = nomor, f"{nomor}", versi.tanggal_sk
        bekukan(rencana=kantor.rencana, oleh=None)
    assert hitungan == [banyak, banyak]
