"""Whether a plan's rows may be edited now: while it is draf, or on the draft of its perubahan."""

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError

DISUNTING = (StatusRencana.DRAF, StatusRencana.PERUBAHAN)


def pastikan_dapat_disunting(rencana: Rencana) -> None:
    """Hold the plan, or the draft of its perubahan, as it is until the transaction ends, so that nothing is signed
    while a row is written. One query, inside the write's transaction. Raises DomainError where it is not draf or
    perubahan, saying who can open it; where the draft is no more."""
    kini = Rencana.semua.select_for_update().filter(pk=rencana.pk).first()
    if kini is None:
        raise DomainError("Perubahan ini sudah ditetapkan atau dibatalkan. Muat ulang halaman.")
    if kini.status == StatusRencana.DIAJUKAN:
        raise DomainError(
            "Rencana ini sedang diajukan; isinya dapat diubah lagi setelah dikembalikan oleh kepala satuan kerja."
        )
    if kini.status not in DISUNTING:
        raise DomainError(
            f"Rencana ini sudah ditetapkan (versi {kini.versi}). Untuk mengubah isinya, kepala atau ketua tim memulai "
            "perubahan di halaman Dokumen."
        )
