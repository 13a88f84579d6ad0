"""From a file to a plan, on its pages: rights, proposals, what is remembered, the plan that is made."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.periksa import temuan_dari
from rencana_aksi.queries.periksa.jadwal import LUAR_TAHUN
from tests.bantuan import Klien, teks, urai
from tests.contoh import Contoh
from tests.impor.bantu_lama import isian, petakan, unggah
from tests.impor.lembar_lama import CORAK, Tata, naskah_contoh, tulis
from tests.pabrik import Kantor
from zona.impor.bandingkan import bandingkan
from zona.impor.isi import dari_json
from zona.impor.models import BerkasLama, Impor, PetaKolom
from zona.impor.queries.isi import isi_kini
from zona.inti.models import Jejak
from zona.organisasi.models import Keanggotaan, Pengguna

Buka = Callable[..., Klien]
NASKAH = naskah_contoh()
KECIL = replace(NASKAH, pengungkit=tuple(replace(p, kerja=p.kerja[:2]) for p in NASKAH.pengungkit))
LAMA = "/kbntb/2024/rencana/impor/lama/"


@cache
def berkas(tata: Tata) -> bytes:
    """The demo plan as a file."""
    return tulis(NASKAH, tata)


@pytest.fixture
def ketua_contoh(contoh: Contoh, klien: Buka) -> Klien:
    return klien(contoh.orang["ketua"])


@pytest.mark.parametrize("nama", ["judul_di_antara_baris", "lembar_per_pengungkit"])
def test_preview_counts_other_years_as_the_plan_check_does(contoh: Contoh, ketua_contoh: Klien, nama: str) -> None:
    """The demo plan's own dates, brought into 2024: what the preview warns of is what is found afterwards."""
    lihat = petakan(ketua_contoh, unggah(ketua_contoh, LAMA, berkas(CORAK[nama])).headers["Location"]).headers[
        "Location"
    ]
    halaman = ketua_contoh.get(lihat)
    kata = next(teks(p) for p in urai(halaman).select(".pemberitahuan") if "di luar 2024" in teks(p))
    ketua_contoh.post(lihat, isian(halaman))
    luar = [t for t in temuan_dari(Rencana.objects.get(satker=contoh.satker, tahun=2024)) if t.jenis is LUAR_TAHUN]
    assert len(luar) > 30
    assert kata.startswith(f"{len(luar)} aksi berjadwal di luar 2024: ")


@pytest.mark.parametrize("nama", ["judul_di_antara_baris", "lembar_per_pengungkit", "bulan_bertanda"])
def test_file_becomes_a_plan(contoh: Contoh, ketua_contoh: Klien, nama: str) -> None:
    """With every proposal taken as it is."""
    kolom = unggah(ketua_contoh, LAMA, berkas(CORAK[nama])).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    assert lihat == f"{kolom}pratinjau/"
    halaman = ketua_contoh.get(lihat)
    assert halaman.status_code == 200
    assert not Rencana.objects.filter(tahun=2024).exists()
    jadi = ketua_contoh.post(lihat, isian(halaman))
    assert jadi.headers["Location"] == "/kbntb/2024/rencana/"
    rencana = Rencana.objects.get(satker=contoh.satker, tahun=2024)
    assert (rencana.status, rencana.versi, rencana.instrumen.bawaan) == ("draf", 1, True)
    assert [p.kode for p in rencana.pengungkit.all()] == ["I", "II", "III", "IV", "V", "VI"]
    kerja = RencanaKerja.objects.filter(pengungkit__rencana=rencana)
    assert kerja.count() == 39
    assert RencanaAksi.objects.filter(rencana_kerja__in=kerja).count() == 65
    assert SyaratBukti.objects.filter(rencana_kerja__in=kerja).count() == 173
    assert ketua_contoh.get(jadi.headers["Location"]).status_code == 200


def test_plan_from_a_file_says_what_the_plan_said(contoh: Contoh, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, "/kbntb/2024/rencana/impor/lama/", berkas(Tata())).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    ketua_contoh.post(lihat, isian(ketua_contoh.get(lihat)))

    def baris(tahun: int) -> list[tuple[Any, ...]]:
        milik = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana__tahun=tahun)
        return list(
            milik.order_by("rencana_kerja__pengungkit__urutan", "rencana_kerja__urutan", "urutan").values_list(
                "rencana_kerja__pengungkit__kode", "rencana_kerja__nomor", "rencana_kerja__uraian", "uraian",
                "jadwal_teks",
            )
        )  # fmt: skip

    assert baris(2024) == baris(2023)
    tanpa = Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana__tahun=2024, jatuh_tempo=None)
    assert tanpa.count() == 7


def test_what_was_done_is_on_record(contoh: Contoh, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, LAMA, berkas(Tata())).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    ketua_contoh.post(lihat, isian(ketua_contoh.get(lihat)))
    impor = Impor.objects.get(jenis="lama")
    assert impor.diterapkan
    assert impor.diterapkan_oleh == contoh.orang["ketua"]
    assert impor.nama_berkas == "rencana lama.xlsx"
    assert any("baris jumlah" in k for k in impor.keterangan)
    assert BerkasLama.objects.get().impor == impor
    jejak = Jejak.objects.filter(objek="rencana_aksi.rencana", tindakan="membuat rencana dari lembar kerja lama").get()
    assert (jejak.sesudah["rencana_kerja"], jejak.sesudah["aksi"], jejak.sesudah["syarat"]) == (39, 65, 173)


def test_team_comes_along_or_not(contoh: Contoh, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, LAMA, berkas(Tata(orang="Nurcholis Muslim"))).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    ketua_contoh.post(lihat, isian(ketua_contoh.get(lihat)))
    assert Keanggotaan.objects.filter(tim__tahun=2024).exists()
    berorang = RencanaAksi.objects.filter(
        rencana_kerja__pengungkit__rencana__tahun=2024, penanggung_jawab__nama__startswith="Nurcholis"
    )
    assert {a.lingkup.area for a in berorang} == {"I"}  # he is of team I alone; the others are told


def test_without_a_team_nobody_answers(contoh: Contoh, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, LAMA, berkas(Tata(orang="Nurcholis Muslim"))).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    kiriman = isian(ketua_contoh.get(lihat))
    del kiriman["tim"]
    ketua_contoh.post(lihat, kiriman)
    assert not Keanggotaan.objects.filter(tim__tahun=2024).exists()
    assert not RencanaAksi.objects.filter(
        rencana_kerja__pengungkit__rencana__tahun=2024, penanggung_jawab__isnull=False
    ).exists()


def test_mapping_is_remembered(contoh: Contoh, ketua_contoh: Klien) -> None:
    """The second file with the same headings is proposed as the first was agreed on, and that is said."""
    data = berkas(Tata(kata=3))
    kolom = unggah(ketua_contoh, LAMA, data).headers["Location"]
    awal = isian(ketua_contoh.get(kolom))
    nama = next(n for n, v in awal.items() if v == "penanggung")
    petakan(ketua_contoh, kolom, **{nama: ""})
    assert PetaKolom.objects.filter(satker=contoh.satker).count() == 1
    kedua = unggah(ketua_contoh, LAMA, data, nama="lagi.xlsx").headers["Location"]
    halaman = ketua_contoh.get(kedua)
    assert "pernah dipakai kantor Anda" in teks(urai(halaman))
    assert isian(halaman)[nama] == ""
    assert "pernah dipakai" not in teks(urai(ketua_contoh.get(kolom)))


def test_headings_row_can_be_pointed_at(contoh: Contoh, ketua_contoh: Klien) -> None:
    """New proposals are shown before anything is kept."""
    kolom = unggah(ketua_contoh, LAMA, berkas(Tata())).headers["Location"]
    jawab = petakan(ketua_contoh, kolom, **{"judul-0": "2"})
    assert jawab.status_code == 200
    assert "Baris judul berubah" in teks(urai(jawab))
    assert not PetaKolom.objects.exists()


def test_two_columns_for_one_thing_are_refused(contoh: Contoh, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, LAMA, berkas(Tata())).headers["Location"]
    nama = next(n for n, v in isian(ketua_contoh.get(kolom)).items() if v == "kerja")
    jawab = petakan(ketua_contoh, kolom, **{nama: "aksi"})
    assert jawab.status_code == 422
    assert 'Rencana aksi dipilih untuk kolom B ("RENCANA KERJA") dan D ("RENCANA AKSI"); pilih satu saja.' in teks(
        urai(jawab)
    )


def test_pengungkit_must_be_known(contoh: Contoh, ketua_contoh: Klien) -> None:
    """A sheet that names none is asked about; its rows go where one says."""
    satu = berkas(Tata(area="lembar"))
    buku = load_workbook(BytesIO(satu))
    for kertas in buku.worksheets[1:]:
        buku.remove(kertas)
    buku.worksheets[0].title = "Sheet1"
    keluar = BytesIO()
    buku.save(keluar)
    kolom = unggah(ketua_contoh, LAMA, keluar.getvalue()).headers["Location"]
    jawab = petakan(ketua_contoh, kolom)
    assert jawab.status_code == 422
    assert "Sheet1: Pilih pengungkitnya, atau tinggalkan barisnya." in teks(urai(jawab))
    lihat = petakan(ketua_contoh, kolom, **{"bagian-nilai": ["V"], "bagian-kunci": ["sheet1"]}).headers["Location"]
    halaman = teks(urai(ketua_contoh.get(lihat)))
    assert "Pengungkit V (4 rencana kerja)" in halaman


@pytest.mark.parametrize("siapa", ["ketua", "admin"])
def test_who_copies_a_plan_may_make_one(contoh: Contoh, klien: Buka, siapa: str) -> None:
    assert klien(contoh.orang[siapa]).get(LAMA).status_code == 200


@pytest.mark.parametrize("siapa", ["kepala", "koordinator-1", "anggota-1", "penilai"])
def test_readers_may_not(contoh: Contoh, klien: Buka, siapa: str) -> None:
    k = klien(contoh.orang[siapa])
    assert k.get(LAMA).status_code == 403
    assert unggah(k, LAMA, b"x").status_code == 403
    assert not BerkasLama.objects.exists()


@pytest.mark.parametrize(
    ("siapa", "status"), [("ketua", 200), ("koordinator-3", 200), ("kepala", 403), ("anggota-1", 403), ("admin", 403)]
)
def test_into_a_plan_there_is_by_who_edits_it(contoh: Contoh, klien: Buka, siapa: str, status: int) -> None:
    assert klien(contoh.orang[siapa]).get(contoh.alamat("rencana/impor/lama/")).status_code == status


@pytest.mark.parametrize(
    ("data", "nama", "sebut"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "rencana.xls", "Simpan Sebagai"),
        (b"%PDF-1.7", "rencana.xlsx", "bukan lembar kerja XLSX"),
    ],
)
def test_refused_file_is_told_at_its_field(
    contoh: Contoh, ketua_contoh: Klien, data: bytes, nama: str, sebut: str
) -> None:
    jawab = unggah(ketua_contoh, LAMA, data, nama=nama)
    assert jawab.status_code == 422
    assert sebut in teks(urai(jawab).select_one("#id_berkas_error"))
    assert not BerkasLama.objects.exists()
    assert not Jejak.objects.filter(tindakan="membaca lembar kerja lama").exists()


@pytest.mark.parametrize("judul", ["No;Rencana Kerja;Rencana Aksi;Waktu;Bukti Fisik", "Satu;Dua;Tiga"])
@pytest.mark.parametrize("atas", ["", "RENCANA KERJA 2023;;;;\n"])
def test_headings_without_a_row_below_are_told(contoh: Contoh, ketua_contoh: Klien, judul: str, atas: str) -> None:
    if atas and judul.startswith("Satu"):
        return  # two rows of words: what they are only a person can say
    jawab = unggah(ketua_contoh, LAMA, f"{atas}{judul}\n".encode(), nama="rencana.csv")
    assert jawab.status_code == 422
    galat = teks(urai(jawab).select_one("#id_berkas_error"))
    assert galat.startswith(
        f"Tidak ada baris di bawah judul kolomnya: lembar rencana (judul di baris {2 if atas else 1})"
    )
    assert not BerkasLama.objects.exists()


def test_outsiders_find_nothing(kantor: Kantor, klien: Buka, orang_luar: Pengguna) -> None:
    assert klien(orang_luar).get("/uji/2024/rencana/impor/lama/").status_code == 404


def test_anothers_file_is_not_there(contoh: Contoh, klien: Buka, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, LAMA, berkas(Tata())).headers["Location"]
    assert klien(contoh.orang["admin"]).get(kolom).status_code == 404


def test_plan_made_meanwhile_is_told(contoh: Contoh, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, LAMA, berkas(Tata())).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    kiriman = isian(ketua_contoh.get(lihat))
    kedua = unggah(ketua_contoh, LAMA, berkas(Tata()), nama="lain.xlsx").headers["Location"]
    lain = petakan(ketua_contoh, kedua).headers["Location"]
    ketua_contoh.post(lain, isian(ketua_contoh.get(lain)))
    jawab = ketua_contoh.post(lihat, kiriman, follow=True)
    assert "Sementara itu rencana 2024 sudah dibuat" in teks(urai(jawab))
    assert Rencana.objects.filter(satker=contoh.satker, tahun=2024).count() == 1
    assert [i.diterapkan for i in Impor.objects.order_by("pk")] == [True, False]


def test_mapped_anew_is_shown_anew(contoh: Contoh, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, LAMA, berkas(Tata())).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    kiriman = isian(ketua_contoh.get(lihat))
    nama = next(n for n, v in isian(ketua_contoh.get(kolom)).items() if v == "bukti")
    petakan(ketua_contoh, kolom, **{nama: ""})
    jawab = ketua_contoh.post(lihat, kiriman)
    assert jawab.status_code == 422
    assert "berubah sejak ditampilkan" in teks(urai(jawab))
    assert not Rencana.objects.filter(tahun=2024).exists()
    assert ketua_contoh.post(lihat, isian(jawab)).status_code == 302  # seen, it is made


@pytest.mark.parametrize("tahun", ["1999", "dua", ""])
def test_year_must_be_one(contoh: Contoh, ketua_contoh: Klien, tahun: str) -> None:
    jawab = unggah(ketua_contoh, LAMA, berkas(Tata()), tahun=tahun)  # type: ignore[arg-type]  # as typed
    assert jawab.status_code == 422
    assert not BerkasLama.objects.exists()


def test_first_plan_of_an_office(kantor: Kantor, klien: Buka, admin: Pengguna) -> None:
    """An office without any plan: its admin makes one from a file."""
    Rencana.objects.filter(satker=kantor.satker).delete()
    k = klien(admin)
    kolom = unggah(k, "/uji/2024/rencana/impor/lama/", berkas(Tata())).headers["Location"]
    lihat = petakan(k, kolom).headers["Location"]
    assert k.post(lihat, isian(k.get(lihat))).status_code == 302
    assert RencanaKerja.objects.filter(pengungkit__rencana__satker=kantor.satker).count() == 39


def test_queries_do_not_grow_with_rows(contoh: Contoh, ketua_contoh: Klien) -> None:
    banyak = []
    for potong in (1, 3):
        naskah = replace(NASKAH, pengungkit=tuple(replace(p, kerja=p.kerja[:potong]) for p in NASKAH.pengungkit))
        kolom = unggah(ketua_contoh, LAMA, tulis(naskah, Tata(orang="Nurcholis Muslim"))).headers["Location"]
        lihat = petakan(ketua_contoh, kolom).headers["Location"]
        for alamat in (LAMA, kolom, lihat):
            with CaptureQueriesContext(connection) as tangkap:
                assert ketua_contoh.get(alamat).status_code == 200
            banyak.append(len(tangkap))
    assert banyak[:3] == banyak[3:]
    assert max(banyak) <= 14, banyak


def test_same_plan_again_changes_nothing_but_evidence_ties(contoh: Contoh, ketua_contoh: Klien) -> None:
    """Into the plan there is: by the shared preview, row by row; schedules and words are the same."""
    alamat = contoh.alamat("rencana/impor/lama/")
    kolom = unggah(ketua_contoh, alamat, berkas(Tata()), tahun=2023).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    assert "Bandingkan dengan rencana 2023" in teks(urai(ketua_contoh.get(lihat)))
    tuju = ketua_contoh.post(lihat).headers["Location"]
    impor = Impor.objects.get()
    assert (impor.jenis, impor.diterapkan, impor.rencana) == ("lama", False, contoh.rencana)
    assert tuju == contoh.alamat(f"rencana/impor/{impor.pk}/")
    assert ketua_contoh.get(tuju).status_code == 200
    beda = bandingkan(None, isi_kini(contoh.rencana), dari_json(impor.isi))
    assert {p.benda for p in beda} <= {"syarat"}


def test_new_plan_is_emptied_again_by_undoing(contoh: Contoh, ketua_contoh: Klien) -> None:
    kolom = unggah(ketua_contoh, LAMA, tulis(KECIL, Tata())).headers["Location"]
    lihat = petakan(ketua_contoh, kolom).headers["Location"]
    ketua_contoh.post(lihat, isian(ketua_contoh.get(lihat)))
    impor = Impor.objects.get()
    rencana = Rencana.objects.get(tahun=2024)
    assert ketua_contoh.get(f"/kbntb/2024/rencana/impor/{impor.pk}/").status_code == 200
    urung = ketua_contoh.post(f"/kbntb/2024/rencana/impor/{impor.pk}/urungkan/").headers["Location"]
    halaman = ketua_contoh.get(urung)
    assert ketua_contoh.post(urung, isian(halaman)).status_code == 302
    assert RencanaKerja.objects.filter(pengungkit__rencana=rencana).count() == 0
    assert rencana.pengungkit.count() == 6
