"""Proposing the unit to the national assessor, and taking that back."""

import re
from typing import Any

from django.db import IntegrityError, transaction

from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.nilai.enums import KategoriUsulan
from zona.nilai.models import Usulan
from zona.organisasi.domain.jejak import catat

UNIT_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}", re.ASCII)


@transaction.atomic
def usulkan_unit(*, rencana: Rencana, kategori: str, unit_id: str, oleh: Any, alasan: str = "") -> Usulan:
    """Propose the plan's office for its year, as `unit_id` in PortalRB. `alasan`: why although something is missing.
    Raises DomainError, naming the field: an unknown kategori, an id that is none or another unit's, a unit that is
    proposed already."""
    if kategori not in KategoriUsulan.values:
        raise DomainError("Pilih salah satu kategori yang ada.", kolom="kategori")
    unit_id = unit_id.strip()
    if not UNIT_ID.fullmatch(unit_id):
        raise DomainError(
            "Isi ID unit dengan 1–40 huruf, angka, titik, garis bawah, atau tanda hubung, misalnya UNIT-001.",
            kolom="unit_id",
        )
    milik = Usulan.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun)
    isi = {"kategori": kategori, "unit_id": unit_id}
    baru = {**isi, "diusulkan_pada": sekarang(), "diusulkan_oleh": oleh, "ditarik_pada": None}
    try:
        with transaction.atomic():
            if not milik.exists():
                milik.create(satker=rencana.satker, tahun=rencana.tahun, **baru)
            elif not milik.filter(ditarik_pada__isnull=False).update(**baru):
                raise DomainError(f"Unit ini sudah diusulkan untuk tahun {rencana.tahun}. Muat ulang halaman.")
    except IntegrityError:
        if Usulan.objects.filter(tahun=rencana.tahun, unit_id=unit_id).exclude(satker=rencana.satker_id).exists():
            raise DomainError(f"{unit_id} sudah dipakai unit lain pada {rencana.tahun}.", kolom="unit_id") from None
        raise DomainError(f"Unit ini sudah diusulkan untuk tahun {rencana.tahun}. Muat ulang halaman.") from None
    usulan = milik.get()
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan="mengusulkan unit", objek=usulan, sesudah=isi,
        alasan=alasan.strip(),
    )  # fmt: skip
    return usulan


@transaction.atomic
def tarik_usulan(*, usulan: Usulan, alasan: str, oleh: Any) -> None:
    """Withdraw; the row stays, PortalRB no longer gets an answer. Raises DomainError without a reason, and where it was
    withdrawn already."""
    if not alasan.strip():
        raise DomainError("Tulis alasannya.", kolom="alasan")
    saat = sekarang()
    if not Usulan.objects.filter(pk=usulan.pk, ditarik_pada__isnull=True).update(ditarik_pada=saat):
        raise DomainError("Usulan ini sudah ditarik. Muat ulang halaman.")
    usulan.ditarik_pada = saat
    catat(
        satker_id=usulan.satker_id, oleh=oleh, tindakan="menarik usulan", objek=usulan,
        sebelum={"ditarik_pada": None}, sesudah={"ditarik_pada": saat}, alasan=alasan.strip(),
    )  # fmt: skip
