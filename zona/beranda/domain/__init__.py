"""Verbs of the top floor: the demo office (contoh/)."""
