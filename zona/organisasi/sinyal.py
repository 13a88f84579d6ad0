"""What rooms above may want to hear, inside the transaction in which it happens."""

from django.dispatch import Signal

kabar_orang = Signal()
"""Something about people's roles that those concerned are told. Sent with `satker`, `kepada` (people), `perihal`, `isi`
(sentences as they are now) and `jalur` (the page it leads to); a listener that raises undoes it."""

ajakan_dibuat = Signal()
"""An office invited a NIP. Sent with `ajakan`. A listener must do the same whether anybody has that NIP or not."""

akun_disatukan = Signal()
"""An account that an office had made gives way to the person's own. Sent with `lama`, `baru` and `oleh`; rooms above
hand over what the old one answers for."""
