"""What was accepted, by the syarat it was accepted for."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti


def bukti_diterima(sender: Any, syarat: Collection[int], **_: Any) -> dict[int, list[str]]:
    """Answers `syarat_diterima`: names by syarat, the oldest first; one query."""
    hasil: dict[int, list[str]] = defaultdict(list)
    milik = Bukti.objects.filter(syarat__in=syarat, status=StatusBukti.DITERIMA).order_by("pk")
    for pk, nama in milik.values_list("syarat", "nama"):
        hasil[pk].append(nama)
    return dict(hasil)
