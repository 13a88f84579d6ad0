"""One office's reminders (ingatkan.py), how they read (surat.py, kata.py) and are sent (kirim.py); what people turn
off (pilihan.py); addresses of calendars (kalender.py)."""
