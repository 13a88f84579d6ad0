"""Verbs of organisasi."""
