"""A list of people as an office keeps it, whatever its shape. Pure.

kamus (what a column may be for) → kolom (which is which, by its heading, else by what stands in it) → nilai (a NIP, a
team, a role out of words) → daftar (the rows, with the cell of each value). Sheets are read by zona.impor.lama.baca.
"""
