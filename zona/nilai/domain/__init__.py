"""Verbs of the score's pages: conditions of a proposal, the proposal itself."""
