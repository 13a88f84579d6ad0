"""What a calendar holds: every dated occurrence of the actions a person answers for, or of a pengungkit."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bukti_fisik.models import Bukti
from rencana_aksi.models import Pelaksanaan, Pengungkit, RencanaAksi
from zona.inti.models import Jejak
from zona.inti.waktu import hari_ini
from zona.kabar.models import Kalender
from zona.kabar.queries.penerima import Lembar, lembar_rencana, lembar_satker
from zona.matriks.queries.baris import TERLAMBAT, BagianPengungkit, BarisAksi, BarisPelaksanaan
from zona.matriks.queries.pekerjaan import sebutan
from zona.organisasi.models import Pengguna, Satker


@dataclass(frozen=True, slots=True)
class Acara:
    """One occurrence. `berubah`: when anything about it may have changed last."""

    lembar: Lembar
    bagian: BagianPengungkit
    sebutan: str
    aksi: BarisAksi
    pelaksanaan: BarisPelaksanaan
    mulai: date
    jatuh_tempo: date
    kurang: tuple[str, ...]
    berubah: datetime


@dataclass(frozen=True, slots=True)
class IsiKalender:
    nama: str
    satker: Satker | None
    acara: list[Acara]


def kalender_berlaku(sidik: str) -> Kalender | None:
    """The calendar of that token, unless it was revoked or the person's account was put out of use (one query)."""
    semua = Kalender.objects.select_related("pengguna__satker", "pengungkit__rencana__satker")
    kalender = semua.filter(sidik=sidik, dicabut_pada=None).first()
    return None if kalender and kalender.pengguna and not kalender.pengguna.is_active else kalender


def isi_kalender(kalender: Kalender) -> IsiKalender:
    """As of today in the office's time zone; fifteen queries a plan at most."""
    if kalender.pengungkit:
        return _pengungkit(kalender.pengungkit)
    if kalender.pengguna:
        return _orang(kalender.pengguna)
    raise ValueError("kalender tanpa pemilik")


def _pengungkit(pengungkit: Pengungkit) -> IsiKalender:
    rencana = pengungkit.rencana
    lembar = [lembar_rencana(rencana, hari_ini(rencana.satker.zona_waktu))]
    acara = _acara(rencana.satker, lembar, lambda _, b, __: b.kode == pengungkit.kode)
    return IsiKalender(f"ZI {rencana.tahun}: {pengungkit}", rencana.satker, acara)


def _orang(pengguna: Pengguna) -> IsiKalender:
    nama = f"Zona Integritas: {pengguna.nama}"
    if pengguna.satker is None:
        return IsiKalender(nama, None, [])
    lembar = lembar_satker(pengguna.satker, hari_ini(pengguna.satker.zona_waktu))
    acara = _acara(pengguna.satker, lembar, lambda satu, b, a: satu.penanggung(b, a) == pengguna)
    return IsiKalender(nama, pengguna.satker, acara)


def _acara(
    satker: Satker, semua: Iterable[Lembar], milik: Callable[[Lembar, BagianPengungkit, BarisAksi], bool]
) -> list[Acara]:
    hasil = [satu for lembar in semua for satu in _dari(lembar, milik, _terakhir(satker, lembar))]
    return sorted(hasil, key=lambda a: (a.mulai, a.jatuh_tempo, a.pelaksanaan.pk))


def _dari(
    lembar: Lembar, milik: Callable[[Lembar, BagianPengungkit, BarisAksi], bool], terakhir: datetime
) -> Iterator[Acara]:
    zona = ZoneInfo(lembar.rencana.satker.zona_waktu)
    for b in lembar.bagian:
        for rk in b.rencana_kerja:
            for a in (a for a in rk.aksi if milik(lembar, b, a)):
                for p in a.pelaksanaan:
                    if p.jatuh_tempo is None:
                        continue
                    berubah = terakhir
                    if p.keadaan == TERLAMBAT:  # it became so at midnight, without any write
                        berubah = max(terakhir, datetime.combine(p.jatuh_tempo + timedelta(days=1), time(), zona))
                    kurang = tuple(s.teks for s in lembar.syarat_kurang(a, p.pk))
                    mulai = p.mulai or p.jatuh_tempo
                    yield Acara(lembar, b, sebutan(b, rk, a), a, p, mulai, p.jatuh_tempo, kurang, berubah)


def _terakhir(satker: Satker, lembar: Lembar) -> datetime:
    """When the plan, its progress or its evidence changed last, from the trail (one query)."""
    rencana = lembar.rencana
    objek = [m._meta.label_lower for m in (type(rencana), RencanaAksi, Pelaksanaan, Bukti)]
    waktu = Jejak.objects.filter(satker_id=satker.pk, objek__in=objek).values_list("waktu", flat=True).first()
    return waktu or datetime(rencana.tahun, 1, 1, tzinfo=ZoneInfo(rencana.satker.zona_waktu))
