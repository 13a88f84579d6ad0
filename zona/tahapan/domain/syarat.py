"""The day of pencanangan, handed on to the condition of a proposal that asks for it."""

from datetime import date
from typing import Any

from django.core.files import File
from django.core.files.storage import default_storage

from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.nilai.domain.syarat import isi_syarat
from zona.tahapan.models import DokumenTahap
from zona.tahapan.queries.bahan import PENCANANGAN_SYARAT


def isi_syarat_pencanangan(*, rencana: Rencana, hari: date, piagam: DokumenTahap | None, oleh: Any) -> None:
    """Fill in the condition with the day, proved by the piagam where there is one. Raises DomainError where it was
    filled in meanwhile, and where the piagam's file is gone."""
    isi = {"rencana": rencana, "kode": PENCANANGAN_SYARAT, "isian": hari.isoformat(), "oleh": oleh}
    if piagam is None or piagam.berkas is None:
        isi_syarat(**isi, bukti=piagam.bukti if piagam else None, tautan=piagam.tautan if piagam else "")
        return
    try:
        with default_storage.open(piagam.berkas.kunci) as berkas:
            isi_syarat(**isi, berkas=File(berkas, name=piagam.berkas.nama_asli))
    except FileNotFoundError:
        raise DomainError("Berkas piagam tidak ada di penyimpanan. Hubungi admin.") from None
