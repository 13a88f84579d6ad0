"""Generated documents: the Rencana Kerja as PDF and as XLSX; the monev reports, page and files. May import every room
below: all but kabar and beranda.

Start at `exports/isi.py` (what the plan's document says), then `exports/rencana_pdf.py` and `exports/rencana_xlsx.py`
(how it is drawn), `exports/simpanan.py` (drawn once, kept while its content stays the same). What has its number or
its lock is a `Tetap` (`exports/ekspor.py`, `exports/tercetak.py`): printed once, the same bytes ever after. For
reports at `queries/monev/` (what is computed, and as of when), then `domain/laporan.py` (typing, finishing,
opening again).
"""
