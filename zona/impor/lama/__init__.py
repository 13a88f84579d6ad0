"""An office's own old spreadsheet, whatever its shape, as a plan. Pure.

lembar (what a sheet is), baca (XLSX and CSV into it) → kamus, judul (where the headings are), kolom (what each column
is for, with a reason) → area (which pengungkit), pecah (several things in one cell), waktu (schedules) → baris (what
each row is), susun (rows into IsiRencana, and every row left out with its reason).
"""
