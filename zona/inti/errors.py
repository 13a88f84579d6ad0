"""What domain functions raise when a rule refuses."""

from zona.inti.kata import satu_titik


class DomainError(Exception):
    """A rule refused. `pesan` is one sentence for the person; `kolom` names the form field it belongs to, if any."""

    def __init__(self, pesan: str, *, kolom: str | None = None) -> None:
        self.pesan = satu_titik(pesan)
        super().__init__(self.pesan)
        self.kolom = kolom
