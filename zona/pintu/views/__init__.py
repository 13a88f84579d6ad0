"""Traffic at the door: of who comes in (masuk.py), of the office (kelola.py), of one question (soal.py)."""
