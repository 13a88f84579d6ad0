"""Tests mirror the code: tests/<room>/. Start at `conftest.py` (personas, `kantor`, `klien`), then `bantuan.py`."""
