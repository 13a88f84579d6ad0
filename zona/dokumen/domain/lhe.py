"""The assessor's report, kept with each lock as it was drawn then."""

from typing import Any
from zoneinfo import ZoneInfo

from django.db import IntegrityError, transaction
from django.template.loader import render_to_string

from pengungkit.enums import JenisPenilaian
from pengungkit.models import PenilaianBeku
from zona.dokumen.models import LheBeku
from zona.dokumen.queries.lhe import IsiLhe, kantor_penilai, susun_lhe_kunci
from zona.dokumen.queries.lhe_kunci import usul_nomor_lhe
from zona.inti.errors import DomainError
from zona.inti.pdf import baca_gaya
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

PANJANG = 60
GAYA = ("cetak-naskah.css", "cetak-laporan.css", "cetak-lhe.css")


@transaction.atomic
def bekukan_lhe(*, beku: PenilaianBeku, oleh: Pengguna | None, nomor: str = "", **_: Any) -> None:
    """Listens to `penilaian_dikunci`: when the assessor's is locked, its report under its number, in that transaction.
    Raises DomainError, naming the field: too long, or borne by another report of the office in that year."""
    if beku.penilaian.jenis == JenisPenilaian.TPI:
        _terbitkan(beku, oleh, nomor)


def lhe_dari(beku: PenilaianBeku) -> LheBeku:
    """What a lock of the assessor's kept; of a lock made before reports were kept it is frozen now, once."""
    with transaction.atomic():
        ada = LheBeku.objects.filter(beku=beku).select_related("satker").first()
        return ada or _terbitkan(beku, beku.dibuat_oleh)


def _terbitkan(beku: PenilaianBeku, oleh: Pengguna | None, nomor: str = "") -> LheBeku:
    satker = beku.penilaian.satker
    kantor, hari = kantor_penilai(satker, oleh), beku.dibuat_pada.astimezone(ZoneInfo(satker.zona_waktu)).date()
    nomor = " ".join(nomor.split()) or usul_nomor_lhe(kantor, hari)
    if len(nomor) > PANJANG:
        raise DomainError(f"Nomor paling panjang {PANJANG} huruf.", kolom="nomor")
    isi = {
        "satker": kantor, "nomor": nomor, "tanggal": hari, "tahun_nomor": hari.year,
        "naskah": html_lhe(susun_lhe_kunci(beku, kantor, nomor)), "gaya": [baca_gaya(nama) for nama in GAYA],
    }  # fmt: skip
    if LheBeku.objects.filter(satker=kantor, tahun_nomor=hari.year, nomor__iexact=nomor).exists():
        raise _terpakai(nomor, hari.year)
    try:
        with transaction.atomic():
            lhe = LheBeku.objects.create(beku=beku, **isi)
    except IntegrityError:
        raise _terpakai(nomor, hari.year) from None
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="menerbitkan LHE", objek=lhe,
        sesudah={"nomor": nomor, "tanggal": hari, "penilai": kantor.nama, "kunci": beku.urutan},
    )  # fmt: skip
    return lhe


def html_lhe(isi: IsiLhe) -> str:
    return render_to_string("dokumen/lhe_pdf.html", {"isi": isi})


def _terpakai(nomor: str, tahun: int) -> DomainError:
    return DomainError(f"Nomor {nomor} sudah dipakai laporan lain tahun {tahun}. Pakai nomor lain.", kolom="nomor")
