"""Traffic of PortalRB (`api.py`), of its errors (`galat.py`), and of the tokens page (`kelola.py`)."""
