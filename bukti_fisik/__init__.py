"""Evidence: berkas (stored files), bukti (what they prove) and its verification.

May import: rencana_aksi, pengungkit, zona.organisasi, zona.inti. What evidence is demanded (SyaratBukti) is text of
the plan and lives in rencana_aksi. Start at `models.py`, then `domain/bukti.py`.
"""
