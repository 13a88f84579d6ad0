"""The door of an office: what it still needs before its plan is in force, and the ways to a plan out of nothing.

Owns no table: an office, its people and teams, plans and imports are where they were; this room leads to them in order.
May import every room but beranda. Start at `queries/langkah.py` (what is done and what is next), then
`views/rencana.py` (the five ways to a plan).
"""
