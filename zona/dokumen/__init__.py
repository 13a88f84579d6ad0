"""Generated documents: the Rencana Kerja as PDF and XLSX. Start at `exports.py`."""
