"""Cards with a QR code: what a phone reads from them is the upload page of the action."""

from collections.abc import Callable
from typing import Any

import pytest
import segno
from bs4 import Tag

from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor, tambah_baris
from zona.organisasi.models import Pengguna

BukaKlien = Callable[..., Klien]


def baca(svg: Tag) -> list[list[int]]:
    """The modules an SVG draws, without the white around them."""
    sisi = int(str(svg["viewbox"]).split()[-1])
    petak = [[0] * sisi for _ in range(sisi)]
    jalur = svg.find("path")
    assert jalur is not None
    for goresan in str(jalur["d"]).split("M")[1:]:
        x, _, sisa = goresan.partition(" ")
        y, _, sisa = sisa.partition("h")
        for n in range(int(sisa.partition("v")[0])):
            petak[int(y)][int(x) + n] = 1
    assert not any(petak[n][m] or petak[m][n] for n in (0, 1, 2, 3, -1, -2, -3, -4) for m in range(sisi))
    return [baris[4:-4] for baris in petak[4:-4]]


def test_kode_membuka_tempat_unggah(kantor: Kantor, anggota: Pengguna, klien: BukaKlien, settings: Any) -> None:
    settings.ZONA_ALAMAT_LAMAN = "https://zi.contoh.go.id"
    aksi = kantor.aksi["I", "a"]
    halaman = urai(klien(anggota).get(kantor.alamat(f"rencana/aksi/{aksi.pk}/qr/")))
    tujuan = f"https://zi.contoh.go.id/uji/2023/rencana/aksi/{aksi.pk}/#bukti"
    (svg,) = halaman.select(".kartu-qr svg")
    assert baca(svg) == [list(baris) for baris in segno.make_qr(tujuan, error="m").matrix]
    (kartu,) = halaman.select(".kartu-qr")
    assert teks(kartu) == (
        "Pindai untuk mengunggah bukti Kantor Uji · ZI 2023 a. Aksi I.1.a I.1. Kerja I.1 "
        f"Jadwal: 1, 13–20 Maret, 10 April {tujuan}"
    )


def test_halaman_aksi_menunjuk_kartunya(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    alamat = kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/")
    halaman = urai(klien(anggota).get(alamat))
    assert [a["href"] for a in halaman.find_all("a", string="Kartu QR")] == [f"{alamat}qr/"]


def test_lembar_pengungkit(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    halaman = urai(klien(anggota).get(kantor.alamat("rencana/qr/II/")))
    assert [teks(h) for h in halaman.select(".kartu-qr h2")] == ["a. Aksi II.1.a", "b. Aksi II.1.b"]
    assert teks(halaman.h1) == "Kartu QR II. Penataan Tata Laksana"


@pytest.mark.parametrize("lebih", [0, 12])
def test_kueri_tidak_bertambah(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, django_assert_num_queries: Any, lebih: int
) -> None:
    tambah_baris(kantor, lebih)
    k = klien(anggota)
    with django_assert_num_queries(6):
        k.get(kantor.alamat("rencana/qr/I/"))


def test_yang_tidak_ada(kantor: Kantor, anggota: Pengguna, orang_luar: Pengguna, klien: BukaKlien) -> None:
    satu = kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/qr/")
    assert klien(anggota).get(kantor.alamat("rencana/qr/VII/")).status_code == 404
    assert [klien(orang_luar).get(a).status_code for a in (satu, kantor.alamat("rencana/qr/I/"))] == [404, 404]
    assert klien(anggota).post(satu).status_code == 405
