"""Who signed in and out; no page of the office changes by it, so its revision stays. Failed tries: kunci_masuk.py."""

from django.db import transaction

from zona.inti.domain import tulis_jejak
from zona.organisasi.enums import KELUAR, MASUK
from zona.organisasi.models import Pengguna


@transaction.atomic
def catat_masuk(*, oleh: Pengguna) -> None:
    tulis_jejak(satker_id=oleh.satker_id, oleh=oleh, tindakan=MASUK, objek=oleh)


@transaction.atomic
def catat_keluar(*, oleh: Pengguna) -> None:
    tulis_jejak(satker_id=oleh.satker_id, oleh=oleh, tindakan=KELUAR, objek=oleh)
