"""The working sheet: the matrix of the plan with its evidence, one action's page, recording progress in place.

Owns no table; it draws rencana_aksi and bukti_fisik together. Start at `queries.py`, which also feeds PDF and XLSX.
"""
