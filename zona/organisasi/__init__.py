"""Who is who: Satker, Pengguna, the teams of a year and the roles in them, and the one table of rights.

May import: zona.inti. Start at `rules.py` (the rights of everybody), then `models.py`.
"""
