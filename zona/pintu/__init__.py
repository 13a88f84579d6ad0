"""The assessor's door: a link by which an outsider reads the evidence of one office and year, and nothing else.

May import zona.dokumen and below. Start at `models.py`, then `domain/pintu.py`; who is let in: `queries/masuk.py`.
Rooms above hand out `queries/alamat.py: alamat_bukti`, the lasting address of the evidence of a question.
"""
