"""What rooms above may want to hear, inside the transaction in which it happens."""

from django.dispatch import Signal

rencana_ditetapkan = Signal()
"""A version was frozen. Sent with `versi` (VersiRencana); a listener that raises undoes it all."""

perubahan_dibatalkan = Signal()
"""The draft of a perubahan is thrown away. Sent with `rencana`, the plan in force, and `oleh`; rooms above that keep
words for the next version take them back."""

langkah_rencana = Signal()
"""A plan, or the draft of its perubahan, took a step of its life. Sent with `rencana` (as it is after the step),
`langkah` (rencana_aksi/queries/langkah.py), `oleh` (who, or None) and `alasan`; a listener that raises undoes it."""

draf_ditahan = Signal()
"""What forbids throwing a first draft away? Sent with `rencana`; who has something there answers a list of words
("1 kiriman (foto.zip)")."""

rencana_dibuang = Signal()
"""A first draft goes away. Sent with `rencana` before it does: a listener takes away what of its own hangs on it."""

syarat_berubah = Signal()
"""A syarat in force asks in other words, or for another kind of paper. Sent with `syarat` (as it is now), `teks_lama`
and `oleh`: whoever keeps what was accepted for the old words asks for it anew."""

syarat_diterima = Signal()
"""What was accepted for the words of these syarat in force? Sent with `syarat` (their ids); who keeps something answers
names by id."""
