"""The words of the document around its data: keputusan, kata pengantar, chapters; typed as Markdown, kept by revision.

May import zona.nilai and below. Start at `models.py`; how text becomes HTML is in `markdown.py`. What the words are
printed in belongs to zona.dokumen.
"""
