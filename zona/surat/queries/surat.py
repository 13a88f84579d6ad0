"""Which papers an office has in a year, and one of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import OuterRef, Subquery

from zona.organisasi.models import Satker
from zona.surat.enums import JenisSurat, KeadaanSurat
from zona.surat.models import RevisiSurat, Surat, SuratBertanda
from zona.surat.queries.templat import templat_satker


@dataclass(frozen=True, slots=True)
class RingkasSurat:
    """A paper that was made. `nomor` is empty and `tanggal` None as long as none was given; a pakta or piagam may have
    a date alone. `selesai`: it is no draft any more."""

    jenis: JenisSurat
    keadaan: KeadaanSurat
    nomor: str
    tanggal: date | None

    @property
    def selesai(self) -> bool:
        return self.keadaan not in (KeadaanSurat.BELUM, KeadaanSurat.DRAF)


def surat_menurut_jenis(satker: Satker, tahun: int) -> dict[JenisSurat, RingkasSurat]:
    """The papers there are; a kind nobody has begun is not in it (one query)."""
    return {
        JenisSurat(s.jenis): RingkasSurat(JenisSurat(s.jenis), s.keadaan, s.nomor, s.tanggal)
        for s in Surat.objects.filter(satker=satker, tahun=tahun).defer("isi", "rincian")
    }


def baca_surat(satker: Satker, tahun: int, jenis: JenisSurat) -> Surat:
    """The paper; where nobody has saved one yet the office's template as one that is not stored, at revisi 0 (two
    queries at most)."""
    ada = Surat.objects.filter(satker=satker, tahun=tahun, jenis=jenis).select_related("satker", "oleh").first()
    if ada is not None:
        return ada
    awal = templat_satker(satker, jenis)
    return Surat(satker=satker, tahun=tahun, jenis=jenis, isi=awal.isi, rincian=dict(awal.rincian), revisi=0)


def riwayat_surat(surat: Surat) -> list[RevisiSurat]:
    """Every revision, newest first, with `bertanda`, the name of what was signed of it (one query, none for what is not
    stored)."""
    if surat.pk is None:
        return []
    bertanda = SuratBertanda.objects.filter(surat=OuterRef("surat"), revisi=OuterRef("revisi")).values("nama_berkas")
    milik = RevisiSurat.objects.filter(surat=surat).select_related("oleh", "surat")
    return list(milik.annotate(bertanda=Subquery(bertanda)))


def bertanda_terakhir(surat: Surat) -> SuratBertanda | None:
    """What was signed of the newest revision that was (one query)."""
    milik = SuratBertanda.objects.filter(surat=surat.pk).select_related("berkas", "oleh")
    return milik.first() if surat.pk else None
