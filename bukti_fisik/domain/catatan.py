"""Words in the thread of a bukti that are no verdict."""

from django.db import transaction

from bukti_fisik.models import Bukti, CatatanBukti
from bukti_fisik.queries.lembar import MENCATAT
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def catat_pada_bukti(*, bukti: Bukti, teks: str, oleh: Pengguna) -> CatatanBukti:
    """Add a note, of a penilai or an answer to one; whatever the bukti's status, and for good. Raises DomainError for
    an empty one."""
    teks = teks.strip()
    if not teks:
        raise DomainError("Tulis catatannya.", kolom="teks")
    catatan = CatatanBukti.objects.create(bukti=bukti, teks=teks, oleh=oleh)
    catat(satker_id=bukti.lingkup.satker_id, oleh=oleh, tindakan=MENCATAT, objek=bukti, sesudah={"catatan": teks})
    return catatan
