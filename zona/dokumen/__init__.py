"""Generated documents: the Rencana Kerja as PDF and as XLSX. May import every room but beranda.

Start at `exports/isi.py` (what a document says), then `exports/rencana_pdf.py` and `exports/rencana_xlsx.py` (how it is
drawn), `exports/simpanan.py` (drawn once, kept while its content stays the same).
"""
