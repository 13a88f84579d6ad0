"""Verbs of the plan."""
