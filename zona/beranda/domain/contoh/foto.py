"""Pictures of a meeting that never was, marked CONTOH: drawn, small, the same bytes every time."""

import io
import random
import textwrap
from datetime import date

from PIL import Image, ImageDraw, ImageFont

from zona.inti.waktu import tanggal_id

LEBAR, TINGGI = 960, 640
DINDING = ("#dfe7ee", "#e9e4d8", "#dde8df", "#e6e0ea")
BAJU = ("#31567d", "#7d3131", "#2f6b4f", "#6b5a2f", "#4a3a6b", "#333d47")


def buat_foto(judul: str, tanggal: date) -> bytes:
    """A JPEG: people at a table before a board that says what they meet for."""
    acak = random.Random(judul)  # noqa: S311  (which colours, not a secret)
    gambar = Image.new("RGB", (LEBAR, TINGGI), acak.choice(DINDING))
    pena = ImageDraw.Draw(gambar)
    pena.rectangle((0, 430, LEBAR, TINGGI), fill="#b9a58c")
    pena.rectangle((180, 50, 780, 280), fill="#ffffff", outline="#7a828a", width=6)
    pena.multiline_text((205, 75), _lipat(judul), fill="#1f2a36", font=ImageFont.load_default(28), spacing=10)
    for i in range(banyak := acak.randint(5, 8)):
        x = 90 + i * (LEBAR - 180) // (banyak - 1)
        pena.ellipse((x - 34, 300, x + 34, 376), fill=acak.choice(("#c68e63", "#a8714a", "#8d5a3b")))
        pena.pieslice((x - 38, 292, x + 38, 366), 180, 360, fill="#2a211c")
        pena.rounded_rectangle((x - 60, 372, x + 60, 540), 36, fill=acak.choice(BAJU))
    pena.rounded_rectangle((40, 470, LEBAR - 40, 560), 18, fill="#7b5b3c")
    pena.text((24, TINGGI - 44), tanggal_id(tanggal), fill="#ffffff", font=ImageFont.load_default(26))
    lapis = Image.new("L", (LEBAR, TINGGI), 0)
    besar = ImageFont.load_default(190)
    ImageDraw.Draw(lapis).text((LEBAR // 2, TINGGI // 2), "CONTOH", fill=130, font=besar, anchor="mm")
    gambar.paste("#c21d1d", mask=lapis.rotate(20))
    isi = io.BytesIO()
    gambar.save(isi, "JPEG", quality=72)
    return isi.getvalue()


def _lipat(judul: str) -> str:
    """At most five lines of the board's width."""
    return "\n".join(textwrap.wrap(judul, 36, max_lines=5, placeholder=" …"))
