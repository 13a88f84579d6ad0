"""The plan's own workbook, read: cells → what the file says (zona/impor/isi.py), and what it was written from.

dasar (what stands under each key) → salinan (rows that were copied) → susun (rencana kerja, actions, occurrences),
jadwal (dates and words), bukti, program → baca.
"""
