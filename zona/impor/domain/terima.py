"""Taking in the plan's own workbook."""

import hashlib
from pathlib import Path
from typing import BinaryIO

from django.db import transaction

from rencana_aksi.models import Rencana
from zona.impor.domain.buku.baca import baca_buku_rencana
from zona.impor.domain.simpan import simpan_impor
from zona.impor.enums import JenisImpor
from zona.impor.models import Impor
from zona.impor.queries.isi import isi_kini
from zona.organisasi.models import Pengguna


@transaction.atomic
def terima_buku(*, rencana: Rencana, berkas: Path | BinaryIO, nama: str, oleh: Pengguna) -> Impor:
    """Read the workbook of this plan (with satker and instrumen selected) and keep what it says, to be chosen of.
    Nothing of the plan changes. Raises Ditolak with every problem and its cell, and then keeps nothing."""
    terbaca = baca_buku_rencana(berkas, rencana, isi_kini(rencana))
    return simpan_impor(
        rencana=rencana, jenis=JenisImpor.BUKU, berkas=terbaca.isi, asal=terbaca.asal.isi if terbaca.asal else None,
        oleh=oleh, nama=nama, sha256=sidik_berkas(berkas), keterangan=terbaca.keterangan,
    )  # fmt: skip


def sidik_berkas(berkas: Path | BinaryIO) -> str:
    """Of its bytes."""
    if isinstance(berkas, Path):
        return hashlib.sha256(berkas.read_bytes()).hexdigest()
    berkas.seek(0)
    return hashlib.sha256(berkas.read()).hexdigest()
