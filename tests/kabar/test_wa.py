"""Texts a person sends by WhatsApp."""

from collections.abc import Callable
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import Tag
from pytest_django import DjangoAssertNumQueries

from bukti_fisik.enums import StatusBukti
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, RencanaAksi
from tests.bantuan import Klien, teks, urai
from tests.beranda.pembaca import buat_bukti, selesaikan
from tests.kabar.bantu import Jalankan, hanya
from tests.pabrik import Kantor, tambah_baris
from zona.kabar.exports.wa import BATAS_ALAMAT
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]


def bagian(klien: Klien, kantor: Kantor) -> dict[str, Tag]:
    """The sections by pengungkit code."""
    halaman = urai(klien.get(kantor.alamat("kabar/")))
    return {str(b["id"]).removeprefix("kabar-").upper(): b for b in halaman.select("section.kabar")}


def isi(unsur: Tag) -> list[str]:
    """The texts of a section, the team's first."""
    return [str(t.string).lstrip("\n") for t in unsur.find_all("textarea")]


@pytest.mark.parametrize(
    ("siapa", "kode"),
    [("ketua", ["I", "II", "III", "IV", "V", "VI"]), ("koordinator-i", ["I"]), ("koordinator-vi", ["VI"])],
)
def test_one_sees_the_pengungkit_one_leads(klien: Buka, kantor: Kantor, siapa: str, kode: list[str]) -> None:
    assert list(bagian(klien(kantor.orang[siapa]), kantor)) == kode


@pytest.mark.parametrize("siapa", ["kepala", "anggota", "penilai", "admin"])
def test_readers_are_told_whose_it_is(klien: Buka, kantor: Kantor, siapa: str) -> None:
    tanggapan = klien(kantor.orang[siapa]).get(kantor.alamat("kabar/"))
    assert tanggapan.status_code == 403
    assert "disiapkan bagi ketua tim dan koordinator" in teks(tanggapan)


def test_outsiders_find_nothing(klien: Buka, kantor: Kantor, orang_luar: Pengguna) -> None:
    assert klien(orang_luar).get(kantor.alamat("kabar/")).status_code == 404


def test_texts_read(klien: Buka, kantor: Kantor, koordinator_i: Pengguna, anggota: Pengguna) -> None:
    """Late, due on the 14th day from now, done without evidence, returned; what is farther off is left out."""
    _, p2, p3, _ = hanya(kantor, date(2023, 3, 1), date(2023, 3, 29), date(2023, 3, 10), date(2023, 3, 30))
    selesaikan(p3)
    buat_bukti(
        kantor.syarat["I", "aksi"], anggota, status=StatusBukti.DIKEMBALIKAN, pemeriksa=koordinator_i, alasan="Buram"
    )
    RencanaAksi.objects.filter(pk=kantor.aksi["I", "b"].pk).update(penanggung_jawab=koordinator_i)
    Pelaksanaan.objects.create(aksi=kantor.aksi["I", "b"], urutan=1, mulai=p2.mulai, jatuh_tempo=p2.jatuh_tempo)
    tim, *orang = isi(bagian(klien(koordinator_i), kantor)["I"])
    tautan = "Selengkapnya: http://127.0.0.1:8000/uji/2023/rencana/?pengungkit=I"
    kembali = "*Bukti dikembalikan (1)*\n- I.1.a Surat keputusan: Buram\n\n"
    kurang = "*Sudah selesai, buktinya belum ada (1)*\n- I.1.a: Notula rapat\n\n"
    assert tim == (
        "*Zona Integritas UJI 2023: I. Manajemen Perubahan*\nPer 15 Maret 2023\n\n"
        "*Terlambat (1)*\n- I.1.a Aksi I.1.a (1 Mar 2023, terlambat 14 hari; Anggota)\n\n"
        "*Jatuh tempo 14 hari ke depan (2)*\n"
        "- I.1.a Aksi I.1.a (29 Mar 2023, 14 hari lagi; Anggota)\n"
        "- I.1.b Aksi I.1.b (29 Mar 2023, 14 hari lagi; Koordinator I)\n\n"
        f"{kembali}{kurang}{tautan}"
    )
    kepala = "*Zona Integritas UJI 2023: I. Manajemen Perubahan*\nPer 15 Maret 2023\n\n"
    assert orang == [
        f"Yth. Anggota,\n\n{kepala}*Terlambat (1)*\n- I.1.a Aksi I.1.a (1 Mar 2023, terlambat 14 hari)\n\n"
        "*Jatuh tempo 14 hari ke depan (1)*\n- I.1.a Aksi I.1.a (29 Mar 2023, 14 hari lagi)\n\n"
        f"{kembali}{kurang}{tautan}",
        f"Yth. Koordinator I,\n\n{kepala}*Jatuh tempo 14 hari ke depan (1)*\n"
        f"- I.1.b Aksi I.1.b (29 Mar 2023, 14 hari lagi)\n\n{tautan}",
    ]


def test_link_opens_whatsapp_with_the_text(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    unsur = bagian(klien(koordinator_i), kantor)["I"]
    tautan = unsur.select("a.utama")
    for a, tulisan in zip(tautan, isi(unsur), strict=True):
        alamat = urlsplit(str(a["href"]))
        assert (alamat.scheme, alamat.netloc, alamat.path) == ("https", "wa.me", "/")
        assert parse_qs(alamat.query) == {"text": [tulisan]}
        assert (a["target"], a["rel"]) == ("_blank", ["noopener", "noreferrer"])
    assert len(tautan) == 2


def test_copy_button_is_hidden_without_its_script(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    unsur = bagian(klien(koordinator_i), kantor)["I"]
    assert {u["id"] for u in unsur.find_all("textarea")} == {t["data-salin"] for t in unsur.select("button[hidden]")}
    assert all(u.has_attr("readonly") for u in unsur.find_all("textarea"))


@pytest.mark.parametrize("jumlah", [3, 40, 400])
def test_text_fits_an_address(klien: Buka, kantor: Kantor, koordinator_i: Pengguna, jumlah: int) -> None:
    """Cut at the same length everywhere, with how many more there are."""
    hanya(kantor)
    uraian = "Menyusun “rencana” & laporan: ééé " * 20
    aksi = [
        RencanaAksi(rencana_kerja=kantor.baris["I"], huruf="", uraian=f"{n} {uraian}", urutan=n + 10)
        for n in range(jumlah)
    ]
    RencanaAksi.objects.bulk_create(aksi)
    hari = date(2023, 3, 10)
    Pelaksanaan.objects.bulk_create(Pelaksanaan(aksi=a, urutan=1, mulai=hari, jatuh_tempo=hari) for a in aksi)
    unsur = bagian(klien(koordinator_i), kantor)["I"]
    for a, tulisan in zip(unsur.select("a.utama"), isi(unsur), strict=True):
        assert len(str(a["href"])) <= BATAS_ALAMAT
        assert f"*Terlambat ({jumlah})*" in tulisan
        disebut = tulisan.count("\n- ")
        assert disebut >= 3
        assert (f"dan {jumlah - disebut} lainnya" in tulisan) == (jumlah > disebut)


def test_nothing_to_tell_is_said(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    hanya(kantor, None)
    unsur = bagian(klien(koordinator_i), kantor)["I"]
    assert (isi(unsur), unsur.select("a.utama")) == ([], [])
    assert teks(unsur.select_one("p.kosong")) == (
        "Tidak ada yang terlambat, jatuh tempo dalam 14 hari, atau kurang buktinya."
    )


def test_called_off_is_not_told(klien: Buka, kantor: Kantor, koordinator_i: Pengguna) -> None:
    hanya(kantor, date(2023, 3, 1), status=Status.BATAL, alasan="Digabung")
    assert isi(bagian(klien(koordinator_i), kantor)["I"]) == []


def test_ketua_sees_letters_and_who_has_no_address(
    klien: Buka, kantor: Kantor, jalankan: Jalankan, ketua: Pengguna, koordinator_i: Pengguna, anggota: Pengguna
) -> None:
    Pengguna.objects.filter(pk=anggota.pk).update(posel="")
    jalankan()
    surat = urai(klien(ketua).get(kantor.alamat("kabar/"))).select_one("#surat")
    assert teks(surat.select_one("p.pemberitahuan")).endswith("di halaman Tim): Anggota")
    assert teks(surat.select_one("tbody tr")) == (
        "15 Mar 2023 Koordinator Vi Zona Integritas UJI: 1 terlambat Terkirim"
    )
    assert urai(klien(koordinator_i).get(kantor.alamat("kabar/"))).select_one("#surat") is None


@pytest.mark.parametrize("lagi", [0, 12])
def test_queries_do_not_grow_with_rows(
    klien: Buka, kantor: Kantor, ketua: Pengguna, lagi: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    tambah_baris(kantor, lagi)
    k = klien(ketua)
    with django_assert_num_queries(18):
        k.get(kantor.alamat("kabar/"))


def test_only_reading(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    assert klien(ketua).post(kantor.alamat("kabar/")).status_code == 405


def test_dashboards_lead_here(klien: Buka, kantor: Kantor) -> None:
    tujuan = kantor.alamat("kabar/")
    ada = {
        siapa: tujuan in [a["href"] for a in urai(klien(kantor.orang[siapa]).get(kantor.alamat())).select("main a")]
        for siapa in ("kepala", "ketua", "koordinator-i", "anggota", "penilai")
    }
    assert ada == {"kepala": False, "ketua": True, "koordinator-i": True, "anggota": False, "penilai": False}
