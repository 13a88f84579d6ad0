"""What domain functions raise when a rule refuses."""


class DomainError(Exception):
    """A rule refused. `pesan` is one sentence for the person; `kolom` names the form field it belongs to, if any."""

    def __init__(self, pesan: str, *, kolom: str | None = None) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.kolom = kolom
