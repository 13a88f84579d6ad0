"""The frozen versions of a plan."""

from rencana_aksi.models import Rencana, VersiRencana


def versi_rencana(rencana: Rencana) -> list[VersiRencana]:
    """Newest first, with who enacted them but without their content (one query)."""
    versi = VersiRencana.objects.filter(rencana=rencana).select_related("ditetapkan_oleh").defer("isi")
    return list(versi)
