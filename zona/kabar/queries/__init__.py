"""Reading what people are to be told: who answers for what (penerima.py), single reminders (butir.py), the week
(rekap.py), ready texts (pesan.py), calendars (kalender.py). No writes."""
