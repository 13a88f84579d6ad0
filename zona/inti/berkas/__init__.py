"""Files from outside: opened by their real parser before anyone keeps them.

`periksa_berkas` tells what a file is or refuses it with one sentence. The content decides; the name must agree.
Start at `periksa.py`; one module per family: `pdf.py`, `gambar.py`, `kantoran.py`.
"""

from zona.inti.berkas.jenis import EKSTENSI_DITERIMA, JENIS, JENIS_DI_TEMPAT, Jenis
from zona.inti.berkas.nama import nama_tampil
from zona.inti.berkas.periksa import BerkasSah, batas_byte, periksa_berkas

__all__ = [
    "EKSTENSI_DITERIMA",
    "JENIS",
    "JENIS_DI_TEMPAT",
    "BerkasSah",
    "Jenis",
    "batas_byte",
    "nama_tampil",
    "periksa_berkas",
]
