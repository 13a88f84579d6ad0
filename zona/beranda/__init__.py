"""Top floor: the head's dashboard, "tugas saya" for everyone else, and the demo office. Start at `views.py`."""
