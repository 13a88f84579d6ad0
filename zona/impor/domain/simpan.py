"""Keeping what a file says until its reader has chosen."""

from typing import Any

from django.db import transaction

from rencana_aksi.models import Rencana
from zona.impor.enums import JenisImpor
from zona.impor.isi import IsiRencana, ke_json
from zona.impor.models import Impor
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

DITAHAN = 3
"""Files a person has read in and not applied that are kept; older ones are forgotten."""


@transaction.atomic
def simpan_impor(
    *,
    rencana: Rencana,
    jenis: JenisImpor,
    berkas: IsiRencana,
    oleh: Pengguna,
    asal: IsiRencana | None = None,
    nama: str = "",
    sha256: str = "",
    keterangan: tuple[str, ...] = (),
    **lain: Any,
) -> Impor:
    """An import that is not applied yet. Nothing of the plan changes. `lain`: further fields of it."""
    impor = Impor.objects.create(
        satker_id=rencana.satker_id, tahun=rencana.tahun, rencana=rencana, jenis=jenis, nama_berkas=nama[:255],
        sha256=sha256, isi=ke_json(berkas), asal=ke_json(asal) if asal else None, keterangan=list(keterangan),
        dibuat_oleh=oleh, **lain,
    )  # fmt: skip
    lama = Impor.objects.filter(rencana=rencana, dibuat_oleh=oleh, diterapkan_pada=None).order_by("-pk")
    Impor.objects.filter(pk__in=list(lama.values_list("pk", flat=True)[DITAHAN:])).delete()
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan="membaca berkas impor", objek=impor,
        sesudah={"nama_berkas": impor.nama_berkas, "jenis": jenis.value},
    )  # fmt: skip
    return impor
