"""The plan as rows (isi.py, baris.py), and as what is drawn from them: PDF, XLSX."""
