"""Obstacles met by an occurrence."""

from datetime import date

from django.db import transaction

from rencana_aksi.models import Kendala, Pelaksanaan
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def catat_kendala(
    *,
    pelaksanaan: Pelaksanaan,
    uraian: str,
    oleh: Pengguna | None,
    dampak: str = "",
    tindak_lanjut: str = "",
    penanggung_jawab: Pengguna | None = None,
    tenggat: date | None = None,
) -> Kendala:
    """Note an obstacle: what it is, what it does to the plan, what is done about it, by whom and until when.
    Raises DomainError without a description, or for somebody of another office."""
    satker_id = pelaksanaan.lingkup.satker_id
    if not uraian.strip():
        raise DomainError("Tulis kendalanya.", kolom="uraian")
    if penanggung_jawab is not None and penanggung_jawab.satker_id != satker_id:
        raise DomainError(f"{penanggung_jawab} bukan pegawai satuan kerja ini.", kolom="penanggung_jawab")
    isi = {
        "uraian": uraian.strip(),
        "dampak": dampak.strip(),
        "tindak_lanjut": tindak_lanjut.strip(),
        "penanggung_jawab": penanggung_jawab,
        "tenggat": tenggat,
    }
    kendala = Kendala.objects.create(aksi=pelaksanaan.aksi, pelaksanaan=pelaksanaan, dicatat_oleh=oleh, **isi)
    sesudah = {kolom: nilai for kolom, nilai in isi.items() if nilai}
    catat(satker_id=satker_id, oleh=oleh, tindakan="mencatat kendala", objek=kendala, sesudah=sesudah)
    return kendala
