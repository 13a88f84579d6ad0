"""Editing the plan in the browser: one page per pengungkit (halaman), its rows' forms (ubah, jadwal), moving and
removing (susunan). What they share is in dasar. Every form has a page of its own; with htmx it stands in the row."""
