"""Receiving heaps (kiriman.py, read by arsip.py, kept by tempat.py) and giving their files a place (baris.py)."""
