"""What rooms above may want to hear, inside the transaction in which it happens."""

from django.dispatch import Signal

penilaian_dikunci = Signal()
"""An assessment was locked. Sent with `beku` (PenilaianBeku), `nomor` (of the assessor's report, as it was typed; empty
where none was) and `oleh`; a listener that raises undoes it all."""
