"""What happened in the demo office from its first day on, each at its moment and by whoever would have done it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from pengungkit.domain.penilaian import isi_hasil
from rencana_aksi.domain.hidup_rencana import ajukan_rencana, tetapkan_rencana
from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.domain.pelaksanaan import catat_status, tetapkan_penanggung_jawab
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from zona.beranda.domain.contoh.kantor import Kantor
from zona.beranda.domain.contoh.naskah import Letak
from zona.dokumen.domain.laporan import selesaikan_laporan, simpan_laporan
from zona.dokumen.enums import JenisPeriode
from zona.dokumen.periode import Periode
from zona.inti.waktu import pada
from zona.organisasi.models import Pengguna


@dataclass(order=True, slots=True)
class Peristiwa:
    """Something that was done; `urut` keeps the order of what was done at the same minute."""

    saat: datetime
    urut: int
    kerja: Callable[[], Any] = field(compare=False)


class Cerita:
    """The events, gathered in any order, told in theirs."""

    def __init__(self, kantor: Kantor, letak: Letak, isi: dict[str, Any]) -> None:
        self.kantor, self.letak, self.isi = kantor, letak, isi
        self.zona = ZoneInfo(kantor.satker.zona_waktu)
        self.peristiwa: list[Peristiwa] = []
        self.penanggung_jawab = dict(_bagi(kantor, letak))

    def catat(self, hari: date, kerja: Callable[[], Any], jam: time | None = None) -> None:
        """Some minute of the working day, where none is given."""
        urut = len(self.peristiwa)
        mulai = datetime.combine(hari, jam or time(8, 15), tzinfo=self.zona)
        self.peristiwa.append(Peristiwa(mulai + timedelta(minutes=0 if jam else urut * 37 % 420), urut, kerja))

    def dicatat(self, isi: dict[str, Any]) -> date:
        """The day something was recorded: as told, else the day itself, but not before the office used Zona."""
        hari: date = isi.get("dicatat") or max(isi["selesai"], self.isi["mulai"] + timedelta(days=1))
        return hari

    def ceritakan(self) -> None:
        for peristiwa in sorted(self.peristiwa):
            with pada(peristiwa.saat):
                peristiwa.kerja()


def _bagi(kantor: Kantor, letak: Letak) -> Iterator[tuple[int, Pengguna]]:
    """The actions of a pengungkit go round its coordinator and members."""
    giliran = dict.fromkeys(kantor.tim, 0)
    for p in letak.pelaksanaan.values():
        if p.urutan == 1:
            area = p.lingkup.area
            yield p.aksi_id, kantor.tim[area][giliran[area] % len(kantor.tim[area])]
            giliran[area] += 1


def tambah_penugasan(cerita: Cerita) -> None:
    """On the first afternoon the ketua says who answers for what."""
    aksi = [p.aksi for p in cerita.letak.pelaksanaan.values() if p.urutan == 1]
    for menit, satu in enumerate(aksi):
        orang = cerita.penanggung_jawab[satu.pk]
        kerja = partial(tetapkan_penanggung_jawab, aksi=satu, pengguna=orang, oleh=cerita.kantor.ketua)
        cerita.catat(cerita.isi["mulai"], kerja, time(13 + menit // 60, menit % 60))


def tambah_pengesahan(cerita: Cerita) -> None:
    """Then the ketua submits the plan, and the head enacts it under the SK of the day before."""
    kantor, hari = cerita.kantor, cerita.isi["mulai"]
    sk = {"nomor_sk": kantor.sk.nomor, "tanggal_sk": kantor.sk.tanggal, "hari_ini": hari}
    cerita.catat(hari, partial(ajukan_rencana, rencana=kantor.rencana, oleh=kantor.ketua), time(14, 20))
    cerita.catat(hari, partial(tetapkan_rencana, rencana=kantor.rencana, oleh=kantor.kepala, **sk), time(15, 10))


def tambah_kemajuan(cerita: Cerita) -> None:
    for tempat, isi in cerita.isi["kemajuan"].items():
        hari = cerita.dicatat(isi)
        p = cerita.letak.satu(tempat)
        kerja = partial(
            catat_status,
            pelaksanaan=p,
            status=next((s for s in Status if s in isi), Status.BELUM),
            realisasi=isi.get("selesai"),
            jatuh_tempo=isi.get("ditunda"),
            alasan=isi.get("alasan", ""),
            catatan=isi.get("catatan", ""),
            oleh=cerita.penanggung_jawab[p.aksi_id],
            hari_ini=hari,
        )
        cerita.catat(hari, kerja)


def tambah_kendala(cerita: Cerita) -> None:
    for isi in cerita.isi["kendala"]:
        p: Pelaksanaan = cerita.letak.satu(isi["pada"])
        rincian = {kunci: isi[kunci] for kunci in ("uraian", "dampak", "tindak_lanjut", "tenggat")}
        orang = cerita.penanggung_jawab[p.aksi_id]
        oleh = cerita.kantor.tim[p.lingkup.area][0]
        kerja = partial(catat_kendala, aksi=p.aksi, pelaksanaan=p, penanggung_jawab=orang, oleh=oleh, **rincian)
        cerita.catat(isi["dicatat"], kerja)


def tambah_laporan(cerita: Cerita) -> None:
    """The ketua writes the monev reports; some are finished, late in the afternoon."""
    kantor = cerita.kantor
    for isi in cerita.isi["laporan"]:
        kerja = partial(
            selesaikan_laporan if isi["selesai"] else simpan_laporan,
            rencana=kantor.rencana,
            periode=Periode(kantor.rencana.tahun, JenisPeriode.BULAN, isi["bulan"]),
            tanggal_rapat=isi["rapat"],
            tempat_rapat=isi["tempat"],
            rekomendasi=isi.get("rekomendasi", ""),
            oleh=kantor.ketua,
            hari_ini=isi["dicatat"],
        )
        cerita.catat(isi["dicatat"], kerja, time(16, 20))


def tambah_hasil(cerita: Cerita) -> None:
    """The ketua enters what last year's surveys gave."""
    kantor, isi = cerita.kantor, cerita.isi["hasil"]
    nilai = {kode: Decimal(angka) for kode, angka in isi["nilai"].items()}
    kerja = partial(
        isi_hasil,
        satker=kantor.satker,
        tahun=kantor.rencana.tahun,
        instrumen=kantor.rencana.instrumen,
        isian=nilai,
        oleh=kantor.ketua,
    )
    cerita.catat(isi["dicatat"], kerja)
