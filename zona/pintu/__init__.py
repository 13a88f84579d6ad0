"""The assessor's door: a link by which an outsider reads the evidence of one office and year, and nothing else.

May import zona.dokumen and below. Start at `models.py`.
"""
