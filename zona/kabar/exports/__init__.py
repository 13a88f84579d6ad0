"""Kabar in other forms: text for WhatsApp (wa.py), calendars (ics.py)."""
