"""The 60/40 page: score of the instrument and, beside it, capaian of the plan. Owns the conditions of a proposal
and the proposal itself.

The rules of the score are in pengungkit/domain/skor.py; start here at `views/halaman.py`.
"""
