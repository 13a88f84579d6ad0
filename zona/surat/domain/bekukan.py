"""Keeping what is printed of a paper that has its number and date."""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.template.loader import render_to_string

from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.pdf import baca_gaya
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna
from zona.surat.models import Surat, SuratBeku
from zona.surat.queries.beku import beku_surat
from zona.surat.queries.isi import IsiSurat, susun_surat
from zona.surat.queries.kurang import kurang_surat

GAYA = ("cetak-naskah.css", "cetak-surat.css")
BERNILAI = {"nilai", "[[nilai]]"}


def html_surat(isi: IsiSurat) -> str:
    return render_to_string("surat/surat_pdf.html", {"isi": isi, "cetak": True})


def bekukan(*, rencana: Rencana, surat: Surat, oleh: Pengguna | None, hari_ini: date) -> SuratBeku:
    """A step of giving number and date, in its transaction. Raises DomainError where the paper says what is not so."""
    isi = susun_surat(rencana, surat, None, hari_ini)
    if kurang := kurang_surat(isi):
        raise DomainError(
            f"{isi.jenis.label} belum dapat diberi {'nomor' if isi.jenis.wajib_nomor else 'tanggal'}, karena isinya "
            f"belum benar: {' '.join(kurang)}"
        )
    return _simpan(surat, isi, oleh)


@transaction.atomic
def bekukan_lama(*, rencana: Rencana, surat: Surat, oleh: Pengguna | None, hari_ini: date) -> SuratBeku:
    """What is kept of a paper; one that had its number before papers were kept is kept as it reads now, once."""
    if ada := beku_surat(surat):
        return ada
    isi = replace(susun_surat(rencana, surat, None, hari_ini), pencabutan=None)  # what nobody had it say then
    beku = _simpan(surat, isi, oleh)
    catat(
        satker_id=surat.satker_id, oleh=oleh, tindakan="membekukan surat", objek=beku,
        sesudah={"nomor": surat.nomor, "tanggal": surat.tanggal},
    )  # fmt: skip
    return beku


def _simpan(surat: Surat, isi: IsiSurat, oleh: Pengguna | None) -> SuratBeku:
    assert surat.tanggal is not None  # noqa: S101  (told by the callers: it is no draft)
    return SuratBeku.objects.create(
        surat=surat, revisi=surat.revisi, nomor=surat.nomor, tanggal=surat.tanggal, tahun_nomor=surat.tahun_nomor,
        naskah=html_surat(isi), gaya=[*(baca_gaya(nama) for nama in GAYA), isi.kertas.gaya],
        bernilai=bool(BERNILAI & isi.memanggil), oleh=oleh,
    )  # fmt: skip
