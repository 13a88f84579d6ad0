"""Traffic: what one wants to hear (pilihan.py), texts for WhatsApp (wa.py), calendars (kalender.py)."""
