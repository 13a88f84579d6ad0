"""Verbs of instruments and assessments."""
