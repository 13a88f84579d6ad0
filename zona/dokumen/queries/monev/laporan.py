"""A monev report put together: computed while it is a draft, read back as it was frozen once finished."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Rencana
from zona.dokumen.models import LaporanBeku, LaporanMonev
from zona.dokumen.periode import Periode
from zona.dokumen.queries.kop import kop_satker
from zona.dokumen.queries.monev import tabel_kendala, tabel_rinci, tabel_ringkas, teks
from zona.dokumen.queries.monev.baca import baca_sejarah
from zona.dokumen.queries.monev.isi import IsiLaporan, Penanda, Tabel
from zona.dokumen.queries.monev.potret import Potret, buat_potret
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Keanggotaan

PEMIMPIN = (Peran.KEPALA, Peran.KETUA, Peran.KOORDINATOR)


@dataclass(frozen=True, slots=True)
class Tulisan:
    """What stands in a report until somebody types something else."""

    kesimpulan: str
    rekomendasi: str
    prognosis: Mapping[str, str]
    tempat_rapat: str
    peserta: str


@dataclass(frozen=True, slots=True)
class Susunan:
    isi: IsiLaporan
    bawaan: Tulisan


def laporan_periode(rencana: Rencana, periode: Periode) -> tuple[LaporanMonev | None, LaporanMonev | None]:
    """What was typed for this period and for the one before it, if anything (one query)."""
    nomor = {periode.nomor: 0, periode.nomor - 1: 1}
    ada: list[LaporanMonev | None] = [None, None]
    for laporan in LaporanMonev.objects.filter(rencana=rencana, jenis=periode.jenis, nomor__in=nomor):
        laporan.rencana = rencana
        ada[nomor[laporan.nomor]] = laporan
    return ada[0], ada[1]


def susun_laporan(
    rencana: Rencana, periode: Periode, hari_ini: date, laporan: LaporanMonev | None, lalu: LaporanMonev | None
) -> Susunan:
    """The report as of today's knowledge, with what was typed into it (`laporan`) and carried over from the one before
    (`lalu`). The plan comes with its satker. Seven queries."""
    tulisan = laporan or LaporanMonev()
    potret = buat_potret(
        baca_sejarah(rencana, periode.kemarin), periode, hari_ini, tulisan.tanggal_rapat or periode.kemarin
    )
    pemimpin = _pemimpin(rencana)
    bawaan = Tulisan(
        teks.kesimpulan(potret),
        teks.rekomendasi(potret),
        teks.prognosis(potret) if periode.triwulan else {},
        lalu.tempat_rapat if lalu else "",
        (lalu.peserta if lalu else "") or "\n".join(f"{nama} ({sebutan})" for _, nama, _, sebutan in pemimpin),
    )
    isi = IsiLaporan(
        kop=kop_satker(rencana.satker),
        tahun=rencana.tahun,
        jenis=str(periode.jenis),
        nomor=periode.nomor,
        nama_periode=periode.nama,
        dari=periode.dari,
        sampai=periode.sampai,
        per=potret.kini.hari,
        tabel=_tabel(potret, {**bawaan.prognosis, **tulisan.prognosis}),
        kesimpulan=tulisan.kesimpulan or bawaan.kesimpulan,
        rekomendasi=tulisan.rekomendasi or bawaan.rekomendasi,
        tanggal_rapat=tulisan.tanggal_rapat,
        tempat_rapat=tulisan.tempat_rapat or bawaan.tempat_rapat,
        peserta=tulisan.peserta or bawaan.peserta,
        ketua=next((Penanda(nama, nip) for p, nama, nip, _ in pemimpin if p == Peran.KETUA), Penanda()),
        kepala=next((Penanda(nama, nip) for p, nama, nip, _ in pemimpin if p == Peran.KEPALA), Penanda()),
    )
    return Susunan(isi, bawaan)


def _tabel(potret: Potret, prognosis: Mapping[str, str]) -> tuple[Tabel, ...]:
    tabel = [
        tabel_ringkas.perbandingan(potret),
        tabel_ringkas.per_pengungkit(potret),
        tabel_rinci.jatuh_tempo(potret),
        tabel_rinci.terlambat(potret),
        tabel_rinci.susulan(potret),
        tabel_rinci.ditunda(potret),
        tabel_rinci.batal(potret),
        tabel_rinci.bukti(potret),
        tabel_kendala.kendala(potret),
    ]
    if potret.periode.triwulan:
        tabel += [tabel_kendala.prognosis(potret, prognosis), tabel_kendala.rincian_prognosis(potret)]
    return tuple(tabel)


def _pemimpin(rencana: Rencana) -> list[tuple[str, str, str, str]]:
    """(role, name, NIP as printed, role in words) of who leads, steering pair first (one query)."""
    baris = Keanggotaan.objects.filter(
        tim__satker=rencana.satker_id,
        tim__tahun=rencana.tahun,
        peran__in=PEMIMPIN,
    ).values_list("tim__kode", "peran", "pengguna__nama", "pengguna__nip", "pengguna__nip_naskah")
    urutan = {kode: i for i, kode in enumerate((PENGARAH, *AREA))}
    return [
        (peran, nama, nip or naskah, f"{Peran(peran).label}{'' if kode == PENGARAH else f' Tim {kode}'}")
        for kode, peran, nama, nip, naskah in sorted(baris, key=lambda b: (urutan[b[0]], PEMIMPIN.index(b[1])))
    ]


def laporan_beku(laporan: LaporanMonev) -> list[LaporanBeku]:
    """Every time it was finished, newest first, without what was frozen (one query)."""
    return list(LaporanBeku.objects.filter(laporan=laporan).select_related("diselesaikan_oleh").defer("isi"))
