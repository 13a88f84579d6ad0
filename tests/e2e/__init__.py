"""Journeys in a real Chromium against gunicorn on a copy of the demo office. Start at `conftest.py`."""
