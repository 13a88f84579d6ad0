"""A monev report, computed. What is "as of" a day, once and for all:

- Done counts from its realisation date, whenever it was recorded: what was really done by then is done, even where
  somebody wrote it down a week later; what is known today not to have been done by then is not.
- What people decide (a new date, calling off, setting to work) counts from the day they recorded it: later decisions
  are taken back with the audit trail.
- Evidence counts by the days it was uploaded, accepted, returned or withdrawn.
- An obstacle counts from the day it was noted to the day it was solved; those noted up to the day of the monev meeting
  itself belong to the report too.
- The rows are those of the plan as it stands; a finished report is frozen and no longer computed.

baca.py reads, sejarah.py puts the plan back to a day, kekurangan.py finds what evidence lacks, hitung.py counts,
potret.py tells the period, tabel_*.py lay it out, teks.py writes the default sentences, laporan.py puts it together as
isi.py has it, beku.py keeps it.
"""
