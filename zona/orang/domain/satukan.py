"""What an account answers for, when it gives way to the person's own (zona/organisasi/domain/mutasi.py)."""

from typing import Any

from django.db import transaction

from rencana_aksi.models import RencanaAksi
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def serahkan_aksi(*, lama: Pengguna, baru: Pengguna, oleh: Pengguna | None, **_: Any) -> None:
    """Listens to `akun_disatukan`: the actions of the one are the other's to carry out."""
    milik = RencanaAksi.objects.filter(penanggung_jawab=lama)
    if banyak := milik.update(penanggung_jawab=baru):
        catat(
            satker_id=lama.satker_id, oleh=oleh, tindakan="menyerahkan tanggung jawab aksi", objek=baru,
            sebelum={"akun": lama.username}, sesudah={"akun": baru.username, "aksi": banyak},
        )  # fmt: skip
