"""Instruments (komponen → indikator → pertanyaan → pilihan), assessments and the score.

May import: zona.organisasi, zona.inti. Start at `models.py`, then `domain/skor.py` (the pure score) and
`domain/instrumen.py` (how an instrument is loaded and checked).
"""
