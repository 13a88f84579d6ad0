"""Copying a plan into another year. Nothing is made before it was shown.

tanggal (a day, a window in the new year) ← jadwal (a schedule with its words), teks (years named in texts) ←
rancangan (all of it, to be shown) ← tulis (made, as chosen).
"""
