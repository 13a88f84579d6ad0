"""The synthetic office told in dates: what was recorded when, and what a report says of it."""

from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bukti_fisik.models import Bukti
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.models import Pelaksanaan, Rencana
from tests.pabrik import Kantor
from zona.dokumen.enums import JenisPeriode
from zona.dokumen.periode import Periode
from zona.dokumen.queries.monev.isi import IsiLaporan, Tabel
from zona.dokumen.queries.monev.laporan import laporan_periode, susun_laporan
from zona.inti.waktu import pada

JANUARI, FEBRUARI, MARET, APRIL = (Periode(2023, JenisPeriode.BULAN, n) for n in range(1, 5))
TRIWULAN_I = Periode(2023, JenisPeriode.TRIWULAN, 1)
KEMUDIAN = date(2023, 6, 15)


def pukul(bulan: int, hari: int, jam: int = 9, menit: int = 0) -> AbstractContextManager[None]:
    """What is written inside was written then, on the office's clock."""
    return pada(datetime(2023, bulan, hari, jam, menit, tzinfo=ZoneInfo("Asia/Makassar")))


def catat(kantor: Kantor, p: Pelaksanaan, status: str, **isi: Any) -> None:
    """Progress, recorded by the ketua whatever the clock says."""
    hari = isi.pop("hari_ini", date(2023, 12, 31))
    catat_status(
        pelaksanaan=Pelaksanaan.objects.get(pk=p.pk), status=status, oleh=kantor.orang["ketua"], hari_ini=hari, **isi
    )


def rencana(kantor: Kantor) -> Rencana:
    return Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)


def laporan(kantor: Kantor, periode: Periode, hari_ini: date = KEMUDIAN) -> IsiLaporan:
    ini = rencana(kantor)
    return susun_laporan(ini, periode, hari_ini, *laporan_periode(ini, periode)).isi


def tabel(isi: IsiLaporan, kode: str) -> Tabel:
    return next(t for t in isi.tabel if t.kode == kode)


def baris(isi: IsiLaporan, kode: str) -> list[tuple[Any, ...]]:
    return [b.nilai for b in tabel(isi, kode).baris]


def di(isi: IsiLaporan, kode: str, area: str = "I") -> list[tuple[Any, ...]]:
    """The rows of one pengungkit, without their first two columns."""
    return [n[2:] for n in baris(isi, kode) if str(n[0]).split(".")[0] == area]


def bukti(kantor: Kantor, nama: str, pelaksanaan: Pelaksanaan | None = None, **isi: Any) -> Bukti:
    """A link as evidence of pengungkit I."""
    return Bukti.objects.create(
        syarat=kantor.syarat["I", nama],
        pelaksanaan=pelaksanaan,
        versi=isi.pop("versi", 1),
        nama=nama,
        tautan="https://contoh.id/berkas",
        diunggah_oleh=kantor.orang["anggota"],
        **isi,
    )
