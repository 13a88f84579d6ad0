"""Who signed in and out. Failed tries are counted elsewhere (kunci_masuk.py)."""

from django.db import transaction

from zona.inti.domain import tulis_jejak
from zona.organisasi.models import Pengguna

MASUK, KELUAR = "masuk", "keluar"
"""The two deeds that change nothing an office's pages show: they leave its revision alone."""


@transaction.atomic
def catat_masuk(*, oleh: Pengguna) -> None:
    tulis_jejak(satker_id=oleh.satker_id, oleh=oleh, tindakan=MASUK, objek=oleh)


@transaction.atomic
def catat_keluar(*, oleh: Pengguna) -> None:
    tulis_jejak(satker_id=oleh.satker_id, oleh=oleh, tindakan=KELUAR, objek=oleh)
