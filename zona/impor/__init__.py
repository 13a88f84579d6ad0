"""Plans that come back in a spreadsheet: what differs is shown, chosen, applied whole or not at all, can be undone.

May import zona.nilai and below. Start at `isi.py` (what a file says), then `bandingkan.py` (three-way: the file, what
it was written from, what stands here) and `domain/terapkan.py`. Workbooks are written by zona.dokumen, with the token
of `asal.py` in them.
"""
