"""Which evidence a file is, told from its folders and its name. Pure: places of a plan and a path in, a proposal out.

`petunjuk.py` reads numbers, letters, kinds and dates out of a path; `usul.py` weighs them with the likeness of words.
"""

from zona.kiriman.cocok.tempat import Kali, Tempat
from zona.kiriman.cocok.usul import Pengusul, Usulan

__all__ = ["Kali", "Pengusul", "Tempat", "Usulan"]
