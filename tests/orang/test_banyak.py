"""Many people at once: the pages."""

import json
from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from tests.bantuan import Klien, teks, urai
from tests.orang.bantu import JUDUL, tsv, xlsx_byte
from tests.pabrik import Kantor, buat_orang
from zona.inti.models import Jejak
from zona.organisasi.enums import AREA, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker

Buka = Callable[..., Klien]
NIP_A, NIP_B, NIP_C = "198103092006042002", "198203092006041003", "198303092006041004"
ALAMAT = "/uji/2023/tim/banyak/"
SALAH = [
    JUDUL,
    ["Ani", NIP_A, "Analis", "I", "Anggota", ""],
    ["Budi", "19820309200604100", "Analis", "II", "Anggota", ""],
    ["Cici", NIP_C, "", "IX", "Anggota", ""],
]


def baca(k: Klien, *baris: list[str], alamat: str = ALAMAT):
    return k.post(alamat, {"langkah": "baca", "tempel": tsv(*baris)})


def isian(tanggapan) -> dict[str, str]:
    """What a browser would send back of the page's form, its buttons apart."""
    form = urai(tanggapan).select_one("main form")
    isi: dict[str, str] = {}
    for u in form.select("input[name], select[name], textarea[name]"):
        if u.name == "select":
            dipilih = u.select_one("option[selected]") or u.select_one("option")
            isi[u["name"]] = dipilih["value"]
        elif u.get("type") != "checkbox":
            isi[u["name"]] = u.get("value", "") if u.name == "input" else u.get_text()
        elif u.has_attr("checked"):
            isi[u["name"]] = u.get("value", "on")
    return isi


def tombol(tanggapan) -> list[str]:
    return [teks(b) for b in urai(tanggapan).select("main form .baris-tombol button")]


def bagian(tanggapan, nama: str) -> list[str]:
    judul = urai(tanggapan).find(id=f"j-{nama}")
    return [teks(tr) for tr in judul.parent.select("tbody tr")] if judul else []


def galat(tanggapan) -> list[str]:
    return [teks(u) for u in urai(tanggapan).select("main .baris-orang .kolom-galat")]


def orang(kantor: Kantor) -> set[str]:
    return set(Pengguna.objects.filter(satker=kantor.satker).values_list("nama", flat=True))


def test_page_shows_what_each_row_would_do_and_writes_nothing(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    tanggapan = baca(klien(admin), *SALAH)
    assert tanggapan.status_code == 200
    assert galat(tanggapan) == [
        "B3: NIP 19820309200604100 berisi 17 angka, seharusnya 18. Perbaiki, atau simpan sebagaimana tercetak.",
        'D4: Pengungkit "IX" tidak dikenal; yang dikenal: I, II, III, IV, V, VI, atau Pengarah.',
    ]
    assert bagian(tanggapan, "baru") == [f"2 Ani Jabatan Analis NIP {NIP_A} Tim I Anggota"]
    assert tombol(tanggapan) == ["Periksa lagi", "Terapkan 1 baris yang benar, tinggalkan 2 baris"]
    assert not Jejak.objects.exists()


def test_rows_are_mended_in_place_seen_and_applied(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    isi = isian(baca(k, *SALAH)) | {"b3-naskah": "on", "b4-tim": "III", "tindakan": "periksa"}
    lihat = k.post(ALAMAT, isi)
    assert (galat(lihat), tombol(lihat)) == ([], ["Terapkan 3 baris", "Periksa lagi"])
    assert not Jejak.objects.exists()
    akhir = k.post(ALAMAT, isian(lihat) | {"tindakan": "semua"})
    assert akhir["Location"] == "/uji/tim/"
    assert teks(urai(k.get("/uji/tim/")).find(role="status")) == "3 orang baru, 0 berubah, 0 sama."
    assert {"Ani", "Budi", "Cici"} <= orang(kantor)
    assert Pengguna.objects.get(nama="Budi").nip_naskah == "19820309200604100"
    baru = Keanggotaan.objects.filter(pengguna__nama__in=["Ani", "Budi", "Cici"]).order_by("urutan")
    assert list(baru.values_list("pengguna__nama", "tim__kode")) == [("Ani", "I"), ("Budi", "II"), ("Cici", "III")]


def test_what_was_mended_is_seen_before_it_is_done(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    isi = isian(baca(k, *SALAH)) | {"b3-naskah": "on", "b4-nip": kantor.orang["koordinator-iii"].nip, "b4-tim": "III"}
    tanggapan = k.post(ALAMAT, isi | {"tindakan": "semua"})
    assert tanggapan.status_code == 422
    assert "Yang akan terjadi berubah sejak ditampilkan" in teks(urai(tanggapan).main)
    assert bagian(tanggapan, "berubah") == ["4 Cici Nama Koordinator Iii → Cici Tim III Koordinator → Anggota"]
    assert not Jejak.objects.exists()


def test_right_rows_alone_with_the_button_that_says_so(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    k.post(ALAMAT, isian(baca(k, *SALAH)) | {"tindakan": "benar"})
    assert "Ani" in orang(kantor)
    assert not {"Budi", "Cici"} & orang(kantor)
    kata = teks(urai(k.get("/uji/tim/")).find(role="status"))
    assert kata == "1 orang baru, 0 berubah, 0 sama. Ditinggalkan: baris 3, 4."


def test_all_is_refused_while_rows_are_wrong(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    tanggapan = k.post(ALAMAT, isian(baca(k, *SALAH)) | {"tindakan": "semua"})
    assert tanggapan.status_code == 422
    assert "2 dari 3 baris belum dapat diterapkan; tidak ada yang ditulis." in teks(urai(tanggapan).main)
    assert isian(tanggapan)["b4-nama"] == "Cici"
    assert not Jejak.objects.exists()


def test_row_may_be_left_out(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    lihat = k.post(ALAMAT, isian(baca(k, *SALAH)) | {"b3-lewati": "on", "b4-lewati": "on"})
    assert tombol(lihat) == ["Terapkan 1 baris", "Periksa lagi"]
    k.post(ALAMAT, isian(lihat) | {"tindakan": "semua"})
    assert not {"Budi", "Cici"} & orang(kantor)


def test_question_is_answered_in_its_row(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    k = klien(admin)
    lihat = baca(k, JUDUL, ["Anggota", "", "", "II", "Anggota", ""])
    pilihan = [o["value"] for o in urai(lihat).select("#id_b2-siapa option")]
    assert pilihan == ["", str(anggota.pk), "baru"]
    lihat = k.post(ALAMAT, isian(lihat) | {"b2-siapa": str(anggota.pk)})
    assert bagian(lihat, "berubah") == ["2 Anggota Tim II Anggota"]
    k.post(ALAMAT, isian(lihat) | {"tindakan": "semua"})
    assert Keanggotaan.objects.filter(pengguna=anggota).count() == 2


def test_list_that_changes_nothing_says_so(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    lihat = baca(klien(admin), JUDUL, ["Anggota", anggota.nip, "", "I", "Anggota", ""])
    assert "Tidak ada yang akan berubah" in teks(urai(lihat).main)
    assert tombol(lihat) == []


def test_file_is_read_as_well(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    berkas = SimpleUploadedFile("orang.xlsx", xlsx_byte(SALAH))
    tanggapan = klien(admin).post(ALAMAT, {"langkah": "baca", "berkas": berkas})
    assert len(galat(tanggapan)) == 2


def test_row_under_review_offers_each_role_once_and_tells_in_column_order(
    klien: Buka, kantor: Kantor, admin: Pengguna
) -> None:
    panjang = "Panjang " * 600
    halaman = urai(
        baca(
            klien(admin), ["Nama", "NIP", "Pengungkit", "Peran", "Pos-el"],
            [panjang, "12", "IX", "Penilai", "bukan"], ["Tono Utama", "", "Penguatan Akuntabilitas", "Penilai", ""],
        )
    )  # fmt: skip
    satu, dua = halaman.select(".baris-orang")
    assert len(teks(satu.legend)) < 130
    assert [teks(p).partition(":")[0] for p in satu.select(".kolom-galat")] == ["A2", "B2", "C2", "E2"]
    assert "Nama berisi 4799 huruf, paling banyak 200." in teks(satu)
    for baris in (satu, dua):
        assert [teks(o) for o in baris.select("[name$=-peran] option")] == ["–", *(p.label for p in Peran)]
        assert teks(baris.select_one("[name$=-peran] [selected]")) == "Penilai (TPI)"
    assert [teks(o) for o in dua.select("[name$=-tim] option")] == ["–", "Pengarah", *AREA]
    assert teks(dua.select_one("[name$=-tim] [selected]")) == "IV"


def test_columns_are_asked_where_nothing_tells_them(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    tanya = k.post(ALAMAT, {"langkah": "baca", "tempel": "Orang\tPekerjaan\nAni\tAnalis\nBudi\tBendahara\n"})
    assert urai(tanya).h1.get_text() == "Kolom mana berisi apa?"
    kirim = isian(tanya)
    assert (kirim["kolom-0"], kirim["kolom-1"]) == ("nama", "jabatan")
    salah = k.post(ALAMAT, kirim | {"kolom-0": "jabatan"})
    assert salah.status_code == 422
    assert [teks(li) for li in urai(salah).select("main [role=alert] li")] == [
        "Tunjuk kolom yang berisi nama.", "Hanya satu kolom untuk: Jabatan.",
    ]  # fmt: skip
    lihat = k.post(ALAMAT, kirim | {"berjudul": "on"})
    assert [b.split()[1] for b in bagian(lihat, "baru")] == ["Ani", "Budi"]


BURUK = [
    ({"tempel": ""}, "Tempelkan daftarnya atau pilih berkasnya, salah satu."),
    ({"tempel": "Nama\tNIP\n"}, "Tidak ada nama orang yang terbaca di bawah judul kolomnya."),
    ({"tempel": "Nama\n" + "Ani\n" * 1001}, "Daftar ini berisi 1001 orang, paling banyak 1000 sekali muat."),
]


@pytest.mark.parametrize(("isi", "pesan"), BURUK)
def test_what_is_no_list_is_told_and_kept(
    klien: Buka, kantor: Kantor, admin: Pengguna, isi: dict[str, str], pesan: str
) -> None:
    tanggapan = klien(admin).post(ALAMAT, {"langkah": "baca", **isi})
    assert (tanggapan.status_code, urai(tanggapan).find(id="id_tempel_error").get_text()) == (422, pesan)
    assert urai(tanggapan).find(id="id_tempel").get_text().strip() == isi["tempel"].strip()


def test_file_that_is_none_is_told(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    tanggapan = klien(admin).post(ALAMAT, {"langkah": "baca", "berkas": SimpleUploadedFile("a.xlsx", b"PK rusak")})
    assert (tanggapan.status_code, "bukan buku kerja XLSX yang utuh" in teks(urai(tanggapan).main)) == (422, True)


@pytest.mark.parametrize("langkah", ["kolom", "periksa"])
@pytest.mark.parametrize("isi", ["", "{}", "[]", "bukan json", '{"daftar": {"baris": 1}}', '{"lembar": [{}]}'])
def test_page_that_was_tampered_with_writes_nothing(
    klien: Buka, kantor: Kantor, admin: Pengguna, langkah: str, isi: str
) -> None:
    tanggapan = klien(admin).post(ALAMAT, {"langkah": langkah, "isi": isi, "tabel": isi, "tindakan": "semua"})
    assert tanggapan.status_code == 422
    assert "Isian halaman ini tidak utuh" in teks(urai(tanggapan).main)


def test_telephone_numbers_do_not_even_come_along(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    tanggapan = baca(klien(admin), ["Nama", "No HP"], ["Ani", "081234567890"])
    assert "Zona tidak menyimpan nomor telepon" in teks(urai(tanggapan).main)
    assert "081234567890" not in tanggapan.content.decode()


def test_a_hundred_wrong_rows_are_open_at_a_time(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    baris = [
        [f"Orang {'abcdefghij'[i // 10 % 10]}{'klmnopqrst'[i % 10]}{i // 100 * 'z'}", "", "", "X", "", ""]
        for i in range(130)
    ]
    tanggapan = baca(k, JUDUL, *baris)
    assert len(urai(tanggapan).select("fieldset.baris-orang")) == 100
    assert "30 baris lain juga perlu diperbaiki" in teks(urai(tanggapan).main)
    assert len(json.loads(isian(tanggapan)["isi"])["daftar"]["baris"]) == 130


# --- in an office without any plan ------------------------------------------------------------------


@pytest.fixture
def baru(db: None) -> Satker:
    satker = Satker.objects.create(kode="BARU", nama="Kantor Baru", zona_waktu="Asia/Makassar")
    orang = buat_orang(satker, "pemula", "pegawai")
    Penugasan.objects.create(satker=satker, pengguna=orang["pemula"], peran=Peran.ADMIN)
    return satker


def sari(satker: Satker) -> Pengguna:
    return Pengguna.objects.get(satker=satker, username="pemula")


def tautan(halaman: BeautifulSoup) -> list[str]:
    return [a["href"] for a in halaman.select("header nav a")]


def test_office_without_a_plan_has_people_and_teams(klien: Buka, baru: Satker) -> None:
    k = klien(sari(baru))
    assert k.get("/")["Location"] == "/baru/mulai/"
    for alamat in ("/baru/tim/", "/baru/2023/tim/", "/baru/2024/tim/", "/baru/2023/tim/orang/tambah/",
                   "/baru/2023/tim/banyak/", "/baru/tim/sandi/"):  # fmt: skip
        tanggapan = k.get(alamat)
        assert tanggapan.status_code == 200
        halaman = urai(tanggapan)
        assert teks(halaman.select_one("header .kantor")).startswith("Kantor Baru")
        assert "/baru/tim/" in tautan(halaman)
        assert all(k.get(tuju).status_code == 200 for tuju in tautan(halaman))


def test_office_without_a_plan_takes_a_list(klien: Buka, baru: Satker) -> None:
    k, alamat = klien(sari(baru)), "/baru/2023/tim/banyak/"
    lihat = baca(
        k, JUDUL, ["Ani", NIP_A, "", "I", "Koordinator", ""], ["Budi", NIP_B, "", "", "Ketua", ""], alamat=alamat
    )
    k.post(alamat, isian(lihat) | {"tindakan": "semua"})
    halaman = teks(urai(k.get("/baru/2023/tim/")).main)
    assert "Ani" in halaman
    assert "Budi" in halaman


def test_readers_of_an_office_without_a_plan(klien: Buka, baru: Satker, kantor: Kantor) -> None:
    pegawai = klien(Pengguna.objects.get(username="pegawai"))
    halaman = urai(pegawai.get("/baru/tim/"))
    assert [teks(th) for th in halaman.select("main thead th")] == ["Nama", "NIP", "Tim 2023", "Peran tetap"]
    assert halaman.main.find("form") is None
    assert [a["href"] for a in halaman.main.find_all("a")] == [f"/baru/2023/tim/{p}" for p in ("", "pimpinan/", "hak/")]
    assert pegawai.get("/baru/2023/tim/").status_code == 200
    assert pegawai.get("/baru/2023/tim/banyak/").status_code == 403
    assert pegawai.get("/baru/tim/sandi/").status_code == 403
    assert pegawai.post("/baru/tim/undang/").status_code == 403
    luar = klien(kantor.orang["admin"])
    assert [luar.get(a).status_code for a in ("/baru/tim/", "/baru/2023/tim/", "/baru/tim/sandi/")] == [404] * 3


@pytest.mark.parametrize("tahun", [1999, 2101, 0, 99999])
def test_year_that_is_none(klien: Buka, baru: Satker, tahun: int) -> None:
    assert klien(sari(baru)).get(f"/baru/{tahun}/tim/").status_code == 404


@pytest.mark.parametrize("tahun", ["x", "1999", "", "-1", "²"])
def test_people_of_a_year_that_is_none_are_of_this_one(klien: Buka, baru: Satker, tahun: str) -> None:
    halaman = urai(klien(sari(baru)).get("/baru/tim/", {"tahun": tahun}))
    assert [teks(th) for th in halaman.select("main thead th")][2] == "Tim 2023"


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "koordinator-i", "anggota", "penilai", "admin"])
def test_people_and_teams_are_for_every_role_that_may_read(klien: Buka, kantor: Kantor, siapa: str) -> None:
    k = klien(kantor.orang[siapa])
    assert [k.get(a).status_code for a in ("/uji/tim/", "/uji/2023/tim/", "/uji/2030/tim/")] == [200] * 3
    assert len(tautan(urai(k.get("/uji/tim/")))) == 9  # the menu of the plan


@pytest.mark.parametrize("lebih", [1, 3])
def test_banyak_queries_do_not_grow(
    klien: Buka, kantor: Kantor, admin: Pengguna, django_assert_num_queries: DjangoAssertNumQueries, lebih: int
) -> None:
    k = klien(admin)
    baris = [[f"Orang {'abc'[i]}", "", "", "II", "Anggota", ""] for i in range(lebih)]
    with django_assert_num_queries(9):
        baca(k, JUDUL, *baris)


def test_people_without_plan_queries_do_not_grow(klien: Buka, baru: Satker) -> None:
    """As many at one more person as at three; what the header of such an office asks is not this room's."""
    k, banyak = klien(sari(baru)), []
    for nama in (["satu"], ["dua", "tiga"]):
        buat_orang(baru, *nama)
        for alamat in ("/baru/tim/", "/baru/2023/tim/"):
            with CaptureQueriesContext(connection) as kueri:
                assert k.get(alamat).status_code == 200
            banyak.append(len(kueri))
    assert banyak[:2] == banyak[2:]


# --- one person whole -------------------------------------------------------------------------------

TAMBAH = "/uji/2023/tim/orang/tambah/"
DATA = {"nama": "Sari Dewi, S.S.", "nip": NIP_A, "jabatan": "Analis", "posel": ""}


def test_new_person_whole(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    klien(admin).post(TAMBAH, DATA | {"tempat": "II:anggota", "peran_tetap": "penilai"})
    orang = Pengguna.objects.get(nip=NIP_A)
    assert orang.username == "sari.dewi.uji"
    assert list(orang.keanggotaan.values_list("tim__kode", "tim__tahun", "peran")) == [("II", 2023, "anggota")]
    assert list(orang.penugasan.values_list("peran", flat=True)) == ["penilai"]


def test_new_person_is_offered_the_roles_that_exist(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    Keanggotaan.objects.filter(tim__satker=kantor.satker, peran=Peran.KETUA).delete()
    pilihan = urai(klien(admin).get(TAMBAH)).find(id="id_tempat")
    isi = [(g["label"], [(teks(o), o.has_attr("disabled")) for o in g.find_all("option")]) for g in pilihan("optgroup")]
    assert isi[:2] == [
        ("Pengarah", [("Penanggung Jawab, dipegang Kepala", True), ("Ketua", False)]),
        ("Tim I, Manajemen Perubahan", [("Koordinator, dipegang Koordinator I", True), ("Anggota", False)]),
    ]
    assert len(isi) == 7


@pytest.mark.parametrize(
    ("ganti", "pesan"),
    [
        ({"tempat": "I:koordinator"}, "Tim 2023 dan peran : Tim I sudah mempunyai Koordinator: Koordinator I."),
        ({"tempat": "I:ketua"}, "valid"),
        ({"peran_tetap": "ketua"}, "valid"),
        ({"nip": "123"}, "NIP : NIP terdiri atas 18 angka."),
    ],
)
def test_new_person_refused_leaves_no_account(
    klien: Buka, kantor: Kantor, admin: Pengguna, ganti: dict[str, str], pesan: str
) -> None:
    tanggapan = klien(admin).post(TAMBAH, DATA | ganti)
    assert tanggapan.status_code == 422
    assert pesan in teks(urai(tanggapan).select_one("main [role=alert]"))
    assert not Pengguna.objects.filter(nama="Sari Dewi, S.S.").exists()
    assert not Jejak.objects.exists()
