"""Writing to an office: the audit row and the office's new revision, always together."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models import F

from zona.inti.domain import tulis_jejak
from zona.organisasi.models import Satker


def catat(
    *,
    satker_id: int | None,
    oleh: Any,
    tindakan: str,
    objek: models.Model,
    sebelum: Mapping[str, Any] | None = None,
    sesudah: Mapping[str, Any] | None = None,
    alasan: str = "",
) -> None:
    """Audit one write in an office and raise its revision, so that no page drawn before it is shown after it.
    Call inside the write's transaction; the raised row also queues the office's writers one behind the other."""
    if satker_id is not None:
        Satker.objects.filter(pk=satker_id).update(revisi=F("revisi") + 1)
    tulis_jejak(
        satker_id=satker_id, oleh=oleh, tindakan=tindakan, objek=objek, sebelum=sebelum, sesudah=sesudah, alasan=alasan
    )


def beda(objek: models.Model, **baru: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """Set the fields on the object; return what they were and what they became, only those that changed."""
    sebelum = {k: getattr(objek, k) for k, v in baru.items() if getattr(objek, k) != v}
    for kolom in sebelum:
        setattr(objek, kolom, baru[kolom])
    return sebelum, {k: baru[k] for k in sebelum}
