"""Refusals as PortalRB reads them."""


class Tolak(Exception):
    """A call that is not answered: HTTP status, code for the machine, sentence for people. `nanti`: seconds after
    which it may be asked again (429)."""

    def __init__(self, status: int, kode: str, pesan: str, *, nanti: int | None = None) -> None:
        super().__init__(pesan)
        self.status = status
        self.kode = kode
        self.pesan = pesan
        self.nanti = nanti
