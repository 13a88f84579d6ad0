"""What the pages of reports show: one report with who may do what, and the year's list of them."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from zoneinfo import ZoneInfo

from django.http import Http404

from rencana_aksi.models import Pelaksanaan, Rencana
from zona.dokumen.enums import JenisPeriode, StatusLaporan
from zona.dokumen.models import LaporanBeku, LaporanMonev
from zona.dokumen.periode import Periode, setahun
from zona.dokumen.queries.monev.beku import isi_beku
from zona.dokumen.queries.monev.isi import IsiLaporan
from zona.dokumen.queries.monev.laporan import Susunan, laporan_beku, laporan_periode, susun_laporan


@dataclass(frozen=True, slots=True)
class Lembar:
    """A report as a page shows it. `susunan` is there while it can be typed into; `beku` is every finished version,
    `dilihat` the one shown, if it is one of them."""

    periode: Periode
    laporan: LaporanMonev | None
    isi: IsiLaporan
    susunan: Susunan | None
    beku: list[LaporanBeku]
    dilihat: LaporanBeku | None

    @property
    def revisi(self) -> int:
        """What a form drawn now has seen."""
        return self.laporan.revisi if self.laporan else 0

    @property
    def berlaku(self) -> bool:
        """Finished, and shown as it was last finished."""
        selesai = self.laporan is not None and self.laporan.status == StatusLaporan.SELESAI
        return selesai and self.dilihat == self.beku[0]

    @property
    def lama(self) -> list[LaporanBeku]:
        """Finished versions other than the one shown."""
        return [b for b in self.beku if b != self.dilihat]


def baca_lembar(rencana: Rencana, periode: Periode, hari_ini: date, versi: int | None = None) -> Lembar:
    """The report of a period that has begun: as frozen where finished or where `versi` asks for it, else computed. At
    most nine queries. Raises Http404 for a version that is not."""
    laporan, lalu = laporan_periode(rencana, periode)
    beku = laporan_beku(laporan) if laporan and laporan.versi else []
    if versi is None and laporan and laporan.status == StatusLaporan.SELESAI:
        versi = laporan.versi
    if versi is not None:
        dilihat = next((b for b in beku if b.versi == versi), None)
        if dilihat is None:
            raise Http404("Tidak ada versi itu.")
        return Lembar(periode, laporan, isi_beku(dilihat), None, beku, dilihat)
    susunan = susun_laporan(rencana, periode, hari_ini, laporan, lalu)
    return Lembar(periode, laporan, susunan.isi, susunan, beku, None)


@dataclass(frozen=True, slots=True)
class BarisLaporan:
    """One report of the year. `keadaan`: akan datang, berjalan, belum ditulis, draf or selesai."""

    periode: Periode
    keadaan: str
    jatuh_tempo: int
    selesai: date | None = None
    oleh: str = ""


def laporan_setahun(rencana: Rencana, hari_ini: date) -> list[BarisLaporan]:
    """The twelve months and four triwulan with how much falls due in each. Three queries."""
    laporan = {(lap.jenis, lap.nomor): lap for lap in LaporanMonev.objects.filter(rencana=rencana)}
    beku: dict[int, LaporanBeku] = {}
    for b in LaporanBeku.objects.filter(laporan__rencana=rencana).select_related("diselesaikan_oleh").defer("isi"):
        beku.setdefault(b.laporan_id, b)
    tempo = Counter(
        hari.month
        for hari in Pelaksanaan.objects.filter(
            aksi__rencana_kerja__pengungkit__rencana=rencana, jatuh_tempo__year=rencana.tahun
        ).values_list("jatuh_tempo", flat=True)
        if hari
    )
    hasil = []
    for periode in setahun(rencana.tahun):
        ini = laporan.get((str(periode.jenis), periode.nomor))
        banyak = sum(n for bulan, n in tempo.items() if _memuat(periode, bulan))
        baris = BarisLaporan(periode, _keadaan(periode, ini, hari_ini), banyak)
        if ini and ini.status == StatusLaporan.SELESAI:
            b = beku[ini.pk]
            hari = b.diselesaikan_pada.astimezone(ZoneInfo(rencana.satker.zona_waktu)).date()
            baris = replace(baris, selesai=hari, oleh=str(b.diselesaikan_oleh or "Sistem"))
        hasil.append(baris)
    return hasil


def _memuat(periode: Periode, bulan: int) -> bool:
    return periode.dari.month <= bulan <= periode.sampai.month


def _keadaan(periode: Periode, laporan: LaporanMonev | None, hari_ini: date) -> str:
    if periode.belum_mulai(hari_ini):
        return "akan datang"
    if laporan:
        return laporan.status
    return "berjalan" if periode.sampai >= hari_ini else "belum ditulis"


def periode_dari(tahun: int, bulan: int | None, triwulan: int | None) -> Periode:
    """The period an address speaks of. Raises Http404 where there is none."""
    try:
        if bulan is not None:
            return Periode(tahun, JenisPeriode.BULAN, bulan)
        return Periode(tahun, JenisPeriode.TRIWULAN, triwulan or 0)
    except ValueError as galat:
        raise Http404("Tidak ada periode itu.") from galat
