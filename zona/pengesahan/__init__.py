"""Signatures on a frozen version of the plan: made here (PAdES), made elsewhere and checked, or on paper; and the
public page where any of them is checked. May import zona.dokumen and below.

Start at `models.py` (a document made ready, as signed, and what of it counts), then `pades.py` (how it is signed),
`periksa.py` (the one check of a signed file, read by `pemeriksa.py` with `baca.py`, `susunan.py`, `polis.py`) and
`domain/` (the verbs). `queries/cocok.py`: is this file the one that was signed?
"""
