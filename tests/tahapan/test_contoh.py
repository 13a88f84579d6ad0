"""The demo office stands at 15 Maret 2023 of its story."""

from collections.abc import Callable

from tests.bantuan import Klien, teks, urai
from tests.contoh import Contoh


def test_demo_stands_where_its_story_says(klien: Callable[..., Klien], contoh: Contoh) -> None:
    halaman = urai(klien(contoh.orang["kepala"]).get(contoh.alamat()))
    garis = [[teks(u) for u in li.select("a, .status, .rinci")] for li in halaman.select(".garis-tahapan > li")]
    assert [baris[:3] for baris in garis] == [
        ["Pencanangan", "Selesai", "1 Februari 2023"],
        ["Pembangunan", "Berjalan", "Sasaran 1 Februari–29 Desember 2023"],
        ["Pemilihan unit", "Belum mulai", "Sasaran 3–14 April 2023"],
        ["Penilaian mandiri", "Berjalan", "Sasaran 17 April–5 Mei 2023"],
        ["Penilaian TPI", "Belum mulai", "Sasaran 8–19 Mei 2023"],
        ["Pengusulan", "Belum mulai", "Sasaran 22–31 Mei 2023"],
        ["Penetapan", "Belum mulai", "Sasaran 15 Desember 2023"],
    ]
    assert teks(halaman.select_one("[aria-current=step] a")) == "Pembangunan"
