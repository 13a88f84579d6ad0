"""The picture of Bab II: what builds (pengungkit) and what comes of it (hasil), drawn from the weights."""

import base64
import textwrap
from collections.abc import Iterable
from decimal import Decimal
from html import escape

from zona.inti.angka import bobot_id

LEBAR, TINGGI_KOTAK, JARAK = 640, 40, 8
HURUF = 'font-family="Liberation Sans" font-size="13"'


def gambar_komponen(pengungkit: Iterable[tuple[str, Decimal]], hasil: Iterable[tuple[str, Decimal]]) -> str:
    """An SVG as a data: address. (name, weight) of each component."""
    kiri, kanan = list(pengungkit), list(hasil)
    tinggi = 46 + len(kiri) * (TINGGI_KOTAK + JARAK)
    isi = [_judul(0, 300, "PENGUNGKIT", kiri), _judul(380, 260, "HASIL", kanan)]
    isi += [_kotak(0, 46 + i * (TINGGI_KOTAK + JARAK), 300, TINGGI_KOTAK, *satu) for i, satu in enumerate(kiri)]
    besar = (tinggi - 46) // max(1, len(kanan))
    isi += [_kotak(380, 46 + i * besar, 260, besar - JARAK, *satu) for i, satu in enumerate(kanan)]
    tengah = 46 + (tinggi - 46 - JARAK) // 2
    isi.append(f'<path d="M312 {tengah - 12}h30v-12l26 24-26 24v-12h-30z" fill="#1a3e72"/>')
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {LEBAR} {tinggi}" {HURUF}>{"".join(isi)}</svg>'
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _judul(x: int, lebar: int, kata: str, bagian: list[tuple[str, Decimal]]) -> str:
    jumlah = bobot_id(sum((bobot for _, bobot in bagian), Decimal(0)))
    return (
        f'<rect x="{x}" y="0" width="{lebar}" height="36" fill="#1a3e72"/>'
        f'<text x="{x + lebar // 2}" y="23" fill="#fff" font-weight="bold" text-anchor="middle">'
        f"{kata} ({jumlah}%)</text>"
    )


def _kotak(x: int, y: int, lebar: int, tinggi: int, nama: str, bobot: Decimal) -> str:
    baris = textwrap.wrap(f"{nama} ({bobot_id(bobot)}%)", lebar // 7)[:3]
    awal = y + tinggi // 2 + 5 - 8 * (len(baris) - 1)
    teks = "".join(f'<tspan x="{x + 10}" y="{awal + 16 * i}">{escape(satu)}</tspan>' for i, satu in enumerate(baris))
    return (
        f'<rect x="{x + 0.5}" y="{y + 0.5}" width="{lebar - 1}" height="{tinggi - 1}" fill="#fff" stroke="#1a3e72"/>'
        f"<text>{teks}</text>"
    )
