"""The signed paper beside its text: from then on the text is locked, until it is opened again for a new revision."""

from datetime import date
from typing import Any

from django.core.files import File
from django.db import transaction

from bukti_fisik.domain.simpan import menyimpan
from rencana_aksi.models import Rencana
from zona.inti.berkas.jenis import JPEG, PDF, PNG
from zona.inti.errors import DomainError
from zona.organisasi.models import Pengguna
from zona.surat.domain.bekukan import bekukan_lama
from zona.surat.domain.surat import BERUBAH, TERKUNCI, isikan_syarat, tulis
from zona.surat.enums import JenisSurat
from zona.surat.models import Surat, SuratBertanda
from zona.surat.queries.surat import baca_surat

PINDAIAN = {j.mime for j in (PDF, JPEG, PNG)}
BUKAN_PINDAIAN = "Unggah pindaian atau PDF yang ditandatangani: PDF, JPG, atau PNG."


def unggah_bertanda(
    *, rencana: Rencana, jenis: JenisSurat, berkas: File, revisi: int, hari_ini: date, ke_syarat: bool = False,
    oleh: Pengguna | None,
) -> SuratBertanda:  # fmt: skip
    """Keep the signed paper of the revision shown. `ke_syarat`: it proves the condition of the proposal too, where the
    paper is one of them. Raises DomainError: still a draft, locked, changed meanwhile, or (at "berkas") a file that is
    not taken."""
    with menyimpan(rencana.satker, berkas.name or "", berkas, oleh) as (tersimpan, sah):
        if sah.mime not in PINDAIAN:
            raise DomainError(BUKAN_PINDAIAN, kolom="berkas")
        isi = {"berkas": tersimpan, "nama_berkas": sah.nama}
        satu = _kunci(rencana, jenis, revisi, isi, oleh, hari_ini)
        if ke_syarat:
            isikan_syarat(rencana, satu.surat, oleh, berkas)
        return satu


@transaction.atomic
def buka_kembali(*, rencana: Rencana, jenis: JenisSurat, revisi: int, alasan: str, oleh: Pengguna | None) -> Surat:
    """A draft again, as a new revision that gets a number of its own; what was signed stays in the history, and its
    number stays used. Raises DomainError: no reason, not locked, or changed meanwhile."""
    surat = baca_surat(rencana.satker, rencana.tahun, jenis)
    if surat.revisi != revisi:
        raise DomainError(BERUBAH)
    if not surat.terkunci:
        raise DomainError("Surat ini tidak terkunci.")
    if not (sebab := " ".join(alasan.split())):
        raise DomainError("Tulis alasannya.", kolom="alasan")
    kosong: dict[str, Any] = {"nomor": "", "tanggal": None, "tahun_nomor": None}
    return tulis(surat, "membuka kembali surat", oleh, alasan=sebab, terkunci=False, **kosong)


def _kunci(
    rencana: Rencana, jenis: JenisSurat, revisi: int, isi: dict[str, Any], oleh: Pengguna | None, hari_ini: date
) -> SuratBertanda:
    surat = baca_surat(rencana.satker, rencana.tahun, jenis)
    if surat.revisi != revisi:
        raise DomainError(BERUBAH)
    if surat.terkunci:
        raise DomainError(TERKUNCI)
    if surat.draf:
        apa = "nomor dan tanggal" if jenis.wajib_nomor else "tanggal"
        raise DomainError(f"Beri {apa} dahulu; naskah bertanda tangan tidak disimpan pada draf.")
    bekukan_lama(rencana=rencana, surat=surat, oleh=oleh, hari_ini=hari_ini)
    tulis(surat, "mengunggah surat bertanda tangan", oleh, terkunci=True)
    return SuratBertanda.objects.create(
        surat=surat, revisi=surat.revisi, nomor=surat.nomor, tahun_nomor=surat.tahun_nomor, oleh=oleh, **isi
    )
