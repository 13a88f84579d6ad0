"""What each action's schedule means, for a workbook that is to be read back."""

import json

from rencana_aksi.enums import JenisJadwal
from rencana_aksi.models import Rencana, RencanaAksi


def makna_jadwal(rencana: Rencana) -> dict[int, str]:
    """JSON by action id, in the form of a plan file: {"tanggal": […]}, {"rrule": …}, {"berkala": true}; one query.
    Actions without a schedule are not in it."""
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).exclude(
        jadwal_jenis=JenisJadwal.TANPA
    )
    return {
        pk: json.dumps({"berkala": True} if jenis == JenisJadwal.BERKALA else makna, sort_keys=True)
        for pk, jenis, makna in aksi.order_by().values_list("pk", "jadwal_jenis", "jadwal_makna")
    }
