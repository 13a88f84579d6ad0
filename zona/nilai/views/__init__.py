"""Traffic of the score: the 60/40 page (`halaman.py`) and the working sheet of evaluation (`lke.py`)."""
