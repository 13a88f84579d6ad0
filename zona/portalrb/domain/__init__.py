"""Tokens made and revoked, calls let in and written down."""
