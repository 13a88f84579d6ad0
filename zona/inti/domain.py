"""Writing the audit trail."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import models

from zona.inti.models import Jejak


def _json(nilai: Any) -> Any:
    if isinstance(nilai, date | datetime):
        return nilai.isoformat()
    if isinstance(nilai, Decimal):
        return str(nilai)
    if isinstance(nilai, models.Model):
        return {"id": nilai.pk, "teks": str(nilai)}
    return nilai


def tulis_jejak(
    *,
    satker_id: int | None,
    oleh: Any,
    tindakan: str,
    objek: models.Model,
    sebelum: Mapping[str, Any] | None = None,
    sesudah: Mapping[str, Any] | None = None,
    alasan: str = "",
) -> Jejak:
    """Add one audit row. `oleh` is a Pengguna, or None when a command did it. Call inside the write's transaction."""
    return Jejak.objects.create(
        satker_id=satker_id,
        oleh_id=getattr(oleh, "pk", None),
        oleh_nama=str(oleh) if oleh is not None else "Sistem",
        tindakan=tindakan,
        objek=objek._meta.label_lower,
        objek_id=objek.pk,
        objek_teks=str(objek)[:300],
        sebelum={k: _json(v) for k, v in (sebelum or {}).items()},
        sesudah={k: _json(v) for k, v in (sesudah or {}).items()},
        alasan=alasan,
    )
