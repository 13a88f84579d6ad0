"""Verbs of zona.orang: a list applied (banyak.py), a new person whole (baru.py)."""
