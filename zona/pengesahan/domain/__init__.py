"""Verbs: make a document ready, sign it here, take back what was signed elsewhere."""
