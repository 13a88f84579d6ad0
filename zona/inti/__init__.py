"""Ground floor: what every room stands on. Owns the audit trail (Jejak); imports no app.

Start at `models.py` (Jejak), then `htmx.py` (how a view answers), `errors.py` (what a rule says when it refuses).
"""
