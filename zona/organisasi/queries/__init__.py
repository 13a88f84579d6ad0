"""Reading who is who: the roster (roster.py), the audit trail (jejak.py). No writes."""
