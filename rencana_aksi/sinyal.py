"""What rooms above may want to hear, inside the transaction in which it happens."""

from django.dispatch import Signal

rencana_ditetapkan = Signal()
"""A version was frozen. Sent with `versi` (VersiRencana); a listener that raises undoes it all."""
