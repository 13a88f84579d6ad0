"""Heaps one may see (kiriman.py), their rows as a table (tabel.py), and where a file may go (tempat.py)."""
