"""Word to people: reminders by e-mail, ready texts for WhatsApp, calendars to subscribe to.

Owns what was sent to whom (so that nothing is sent twice), what people want to hear of, and the addresses of calendars.
May import every room but beranda. Start at `domain/ingatkan.py` (one office's day), then `queries/butir.py` (what
somebody is told of) and `domain/surat.py` (how it reads).
"""
