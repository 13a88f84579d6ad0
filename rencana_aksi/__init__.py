"""The plan: rencana → pengungkit → rencana kerja → rencana aksi → pelaksanaan, what evidence it demands, obstacles.

May import: pengungkit, zona.organisasi, zona.inti. Start at `models/`, then `domain/pelaksanaan.py` (recording
progress) and `domain/muat.py` (how a plan is loaded and checked).
"""
