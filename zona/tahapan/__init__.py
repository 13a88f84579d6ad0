"""The seven stages of building ZI (Bab 2.1–2.2 of the source document) of an office's year: planned and true days,
documents, and what each still lacks.

Owns only what no other room knows; all else is read from where it is. May import every room but kabar and beranda.
Start at `alur.py` (states and dates, pure), then `kurang.py` (what a stage lacks, pure) and `queries/garis.py` (both
put together).
"""
