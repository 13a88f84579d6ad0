"""Agreeing on a date where the schedule names none ("secara berkala", or nothing at all)."""

from datetime import date

from django.db import transaction

from rencana_aksi.domain.jadwal import BATAS_KEJADIAN
from rencana_aksi.domain.sunting.urutan import tata_pelaksanaan
from rencana_aksi.enums import TAK_BERTANGGAL
from rencana_aksi.models import Pelaksanaan, RencanaAksi
from zona.inti.errors import DomainError
from zona.inti.waktu import rentang_id
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def tambah_tanggal(
    *, aksi: RencanaAksi, jatuh_tempo: date, oleh: Pengguna | None, mulai: date | None = None
) -> Pelaksanaan:
    """Give the action a date it is due on, or a window from `mulai`. Its open occurrence without a date gets it; where
    there is none, one more occurrence is made. This is progress, not a change of the plan: the words stay.

    Raises DomainError, naming the field: a schedule that has dates, a window that ends before it begins, a date away
    from the plan's year, one there is already, more than a schedule may hold.
    """
    RencanaAksi.objects.select_for_update().get(pk=aksi.pk)
    _periksa(aksi, mulai, jatuh_tempo)
    isi = {"mulai": mulai or jatuh_tempo, "jatuh_tempo": jatuh_tempo}
    ada = list(aksi.pelaksanaan.all())
    if any(p.mulai == isi["mulai"] and p.jatuh_tempo == jatuh_tempo for p in ada):
        raise DomainError(f"Sudah ada pelaksanaan pada {rentang_id(isi['mulai'], jatuh_tempo)}.", kolom="jatuh_tempo")
    if len(ada) >= BATAS_KEJADIAN:
        raise DomainError(f"Sudah ada {len(ada)} pelaksanaan, paling banyak {BATAS_KEJADIAN}.", kolom="jatuh_tempo")
    tanpa = [p for p in ada if p.jatuh_tempo is None and p.terbuka]
    pelaksanaan = tanpa[0] if tanpa else Pelaksanaan(**isi)
    if tanpa:
        Pelaksanaan.objects.filter(pk=pelaksanaan.pk).update(**isi)
    tata_pelaksanaan(aksi, [] if tanpa else [pelaksanaan])
    pelaksanaan.refresh_from_db()
    catat(
        satker_id=aksi.lingkup.satker_id, oleh=oleh, objek=pelaksanaan,
        tindakan="memberi tanggal pelaksanaan" if tanpa else "menambah pelaksanaan",
        sebelum=dict.fromkeys(isi) if tanpa else {}, sesudah=isi,
    )  # fmt: skip
    return pelaksanaan


def _periksa(aksi: RencanaAksi, mulai: date | None, jatuh_tempo: date) -> None:
    if aksi.jadwal_jenis not in TAK_BERTANGGAL:
        raise DomainError("Jadwal aksi ini sudah bertanggal; tanggalnya diubah lewat jadwalnya.")
    if mulai and mulai > jatuh_tempo:
        raise DomainError("Tanggal mulai harus sebelum jatuh temponya.", kolom="mulai")
    for kolom, hari in (("mulai", mulai), ("jatuh_tempo", jatuh_tempo)):
        if hari and abs(hari.year - aksi.lingkup.tahun) > 1:
            raise DomainError(f"Tanggal terlalu jauh dari tahun rencana, {aksi.lingkup.tahun}.", kolom=kolom)
