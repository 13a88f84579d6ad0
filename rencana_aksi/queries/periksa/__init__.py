"""What is odd in a plan: reported with its place, its reason and a way to mend it, never repaired.

laporan(rencana) → Laporan     every finding by kind, with who accepted it (a constant number of queries)
temuan_dari(rencana) → [Temuan]
cari_temuan(rencana, …) → Temuan | None

Inside: baris (plain rows) ← jadwal, bukti, susunan (the rules: pure, rows in, findings out) ← aturan (all of them, in
order) ← laporan; baca makes the rows; sebutan reads dates out of prose.
"""

from rencana_aksi.queries.periksa.laporan import Laporan, cari_temuan, laporan, temuan_dari
from rencana_aksi.queries.periksa.temuan import Temuan

__all__ = ["Laporan", "Temuan", "cari_temuan", "laporan", "temuan_dari"]
