"""The other papers of the field: surat usulan, SPTJM, pakta integritas with its signers, SK tim kerja, piagam. May
import zona.dokumen and below.

Start at `enums.py` (the five papers), then `models.py`. A paper is one row with its revisions; its words are Markdown
(zona/naskah/markdown.py) with data placed by name (`tempat.py`). With its number it is frozen (`domain/bekukan.py`),
unless it says what is not so (`queries/kurang.py`). For other rooms: `queries/surat.py` (which papers there are)
and `queries/pakta.py` (who has signed).
"""
