"""Verbs of zona.orang: a list applied (banyak.py), a new person whole (baru.py), two accounts made one (satukan.py)."""
