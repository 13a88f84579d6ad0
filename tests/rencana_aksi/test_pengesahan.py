"""Submitting, returning, enacting a plan and opening it for perubahan, in the browser."""

from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.urls import reverse

from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.models import Rencana, RencanaKerja, VersiRencana
from rencana_aksi.queries.versi import riwayat_rencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
SK = {"nomor_sk": "2/UJI/2023", "tanggal_sk": "2023-03-10"}
LANGKAH = ("ajukan", "kembalikan", "tetapkan", "perubahan", "batalkan")


def alamat(nama: str) -> str:
    return reverse(f"rencana_aksi:{nama}", args=["uji", 2023])


def jadikan(kantor: Kantor, status: str) -> None:
    """The plan in that state, before any SK."""
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=status, nomor_sk="", tanggal_sk=None)


def keadaan(kantor: Kantor) -> tuple[str, int, str]:
    """Of the draft of a perubahan where one is open, else of the plan."""
    kini = Rencana.semua.filter(satker=kantor.satker).order_by("-versi")[0]
    return kini.status, kini.versi, kini.nomor_sk


def pesan(halaman: HttpResponse) -> list[str]:
    return [teks(p) for p in urai(halaman).select(".pemberitahuan")]


def tombol(halaman: HttpResponse) -> list[str]:
    return [teks(t) for t in urai(halaman).select("#langkah button")]


# --- works --------------------------------------------------------------------------------------------


def test_ketua_submits_and_head_enacts(kantor: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna) -> None:
    jadikan(kantor, "draf")
    halaman = klien(ketua).get(alamat("versi"))
    assert tombol(halaman) == ["Ajukan untuk ditetapkan"]
    dilihat = urai(halaman).select_one("#ajukan_temuan_dibaca")["value"]
    hasil = klien(ketua).post(alamat("ajukan"), {"temuan_dibaca": dilihat, "sudah_dibaca": "on"}, follow=True)
    assert pesan(hasil) == ["Rencana diajukan; menunggu penetapan kepala satuan kerja."]
    assert tombol(hasil) == ["Tarik kembali"]
    peramban = klien(kepala)
    halaman = peramban.get(alamat("versi"))
    assert tombol(halaman) == ["Tetapkan versi 1", "Kembalikan"]
    isian = {i["name"]: i.get("value", "") for i in urai(halaman).select(f'form[action="{alamat("tetapkan")}"] input')}
    hasil = peramban.post(alamat("tetapkan"), {**isian, **SK}, follow=True)
    assert pesan(hasil) == ["Versi 1 ditetapkan dan disimpan sebagaimana adanya."]
    assert keadaan(kantor) == ("ditetapkan", 1, "2/UJI/2023")
    versi = VersiRencana.objects.get()
    assert (versi.tanggal_sk, versi.ditetapkan_oleh) == (date(2023, 3, 10), kepala)
    baris = [teks(sel) for sel in urai(hasil).select("section[aria-labelledby=j-versi] tbody td")][:5]
    assert baris == ["1", "2/UJI/2023", "10 Maret 2023", "Kepala", versi.sha256[:12]]


def test_head_returns_with_a_reason_that_is_read(
    kantor: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna
) -> None:
    jadikan(kantor, "diajukan")
    hasil = klien(kepala).post(alamat("kembalikan"), {"alasan": "Bukti V.3 belum lengkap"}, follow=True)
    assert pesan(hasil) == ["Rencana dikembalikan."]
    assert keadaan(kantor) == ("draf", 1, "")
    panel = urai(klien(ketua).get(alamat("versi"))).select_one("section[aria-labelledby=j-keadaan]")
    assert panel is not None
    assert [teks(p) for p in panel.select("p:not(.baris-tombol)")] == [
        "Draf versi 1",
        "Rencana sedang disusun. Setelah lengkap, ketua tim atau kepala satuan kerja mengajukannya.",
        "Ganti instrumen · Buang draf",
        f'Dikembalikan oleh Kepala, {riwayat_rencana(kantor.rencana)[0].waktu}: "Bukti V.3 belum lengkap"',
    ]


def test_ketua_opens_and_calls_off_a_perubahan(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    bekukan(rencana=kantor.rencana, oleh=None)
    peramban = klien(ketua)
    assert tombol(peramban.get(alamat("versi"))) == ["Mulai perubahan"]
    hasil = peramban.post(alamat("perubahan"), {"alasan": "Jadwal bergeser"}, follow=True)
    assert pesan(hasil) == ["Perubahan dimulai: versi 2 dapat disusun, versi 1 tetap tersimpan."]
    assert (keadaan(kantor), tombol(hasil)) == (
        ("perubahan", 2, ""),
        ["Ajukan untuk ditetapkan", "Batalkan perubahan"],
    )
    assert Rencana.objects.get(pk=kantor.rencana.pk).status == "ditetapkan"
    RencanaKerja.objects.filter(asal=kantor.baris["I"]).update(uraian="Diubah")
    hasil = peramban.post(alamat("batalkan"), {"alasan": "Tidak jadi"}, follow=True)
    assert pesan(hasil) == ["Perubahan dibatalkan; versi 1 berlaku seperti semula."]
    assert keadaan(kantor) == ("ditetapkan", 1, "1/UJI/2023")


# --- refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("langkah", "status", "kirim", "galat"),
    [
        ("kembalikan", "diajukan", {"alasan": " "}, {"kembalikan_alasan": "Bidang ini tidak boleh kosong."}),
        ("perubahan", "ditetapkan", {}, {"perubahan_alasan": "Bidang ini tidak boleh kosong."}),
        (
            "tetapkan", "diajukan", {"nomor_sk": "", "tanggal_sk": "2023-02-30"},
            {
                "tetapkan_nomor_sk": "Bidang ini tidak boleh kosong.",
                "tetapkan_tanggal_sk": "Masukkan tanggal yang valid.",
            },
        ),
        (
            "tetapkan", "diajukan", {**SK, "tanggal_sk": "2023-03-16"},
            {"tetapkan_tanggal_sk": "Tanggal SK tidak boleh sesudah hari ini, 15 Maret 2023."},
        ),
    ],
)  # fmt: skip
def test_wrong_form_is_422_and_drawn_in_its_place(
    kantor: Kantor, klien: Buka, kepala: Pengguna, langkah: str, status: str, kirim: dict[str, str],
    galat: dict[str, str],
) -> None:  # fmt: skip
    if status != "ditetapkan":
        jadikan(kantor, status)
    hasil = klien(kepala).post(alamat(langkah), kirim)
    assert hasil.status_code == 422
    form = urai(hasil).select_one(f'form[action="{alamat(langkah)}"]')
    assert form is not None
    assert {g["id"].removesuffix("_error"): teks(g) for g in form.select(".kolom-galat")} == galat
    assert keadaan(kantor)[0] == status


def test_second_of_two_at_once_is_told_and_shown_what_is(
    kantor: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna
) -> None:
    klien(ketua).post(alamat("perubahan"), {"alasan": "Jadwal bergeser"})
    hasil = klien(kepala).post(alamat("perubahan"), {"alasan": "Salah ketik"})
    assert (hasil.status_code, pesan(hasil)) == (
        422,
        ["Sementara itu rencana ini sudah dibuka untuk perubahan oleh Ketua. Muat ulang halaman."],
    )
    assert tombol(hasil) == ["Ajukan untuk ditetapkan", "Batalkan perubahan"]
    assert keadaan(kantor) == ("perubahan", 2, "")


def test_head_who_read_something_else_reads_again(kantor: Kantor, klien: Buka, kepala: Pengguna) -> None:
    jadikan(kantor, "diajukan")
    peramban = klien(kepala)

    def isian(halaman: HttpResponse) -> dict[str, str]:
        form = urai(halaman).select(f'form[action="{alamat("tetapkan")}"] input')
        return {i["name"]: i.get("value", "") for i in form} | SK

    kirim = isian(peramban.get(alamat("versi")))
    RencanaKerja.objects.filter(pk=kantor.baris["I"].pk).update(uraian="Diubah di tengah jalan")
    hasil = peramban.post(alamat("tetapkan"), kirim)
    assert (hasil.status_code, keadaan(kantor)[0]) == (422, "diajukan")
    assert "Isi rencana berubah sejak halaman ini dibuka. Baca sekali lagi, lalu tetapkan." in teks(hasil)
    assert urai(hasil).select_one("[name=nomor_sk]")["value"] == SK["nomor_sk"]
    assert peramban.post(alamat("tetapkan"), isian(hasil)).status_code == 302
    assert keadaan(kantor)[0] == "ditetapkan"


# --- who, and how -------------------------------------------------------------------------------------

BOLEH = {
    "ajukan": {"kepala", "ketua"},
    "perubahan": {"kepala", "ketua"},
    "batalkan": {"kepala", "ketua"},
    "kembalikan": {"kepala"},
    "tetapkan": {"kepala"},
}
ORANG = ("kepala", "ketua", "koordinator-i", "anggota", "penilai", "admin")


@pytest.mark.parametrize("langkah", LANGKAH)
def test_only_who_may_takes_the_step(kantor: Kantor, klien: Buka, langkah: str) -> None:
    jadikan(kantor, "draf")
    status = {siapa: klien(kantor.orang[siapa]).post(alamat(langkah)).status_code for siapa in ORANG}
    assert {s for s in ORANG if status[s] != 403} == BOLEH[langkah]


@pytest.mark.parametrize("langkah", LANGKAH)
def test_outsider_does_not_know_it_exists(kantor: Kantor, klien: Buka, orang_luar: Pengguna, langkah: str) -> None:
    assert klien(orang_luar).post(alamat(langkah)).status_code == 404


@pytest.mark.parametrize("langkah", LANGKAH)
def test_step_is_only_taken_by_post(kantor: Kantor, klien: Buka, kepala: Pengguna, langkah: str) -> None:
    assert klien(kepala).get(alamat(langkah)).status_code == 405


def test_reader_sees_the_state_and_no_button(kantor: Kantor, klien: Buka, anggota: Pengguna) -> None:
    jadikan(kantor, "diajukan")
    halaman = klien(anggota).get(alamat("versi"))
    assert urai(halaman).select("#langkah") == []
    assert "Menunggu penetapan kepala satuan kerja." in teks(halaman)
