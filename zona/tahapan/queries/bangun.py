"""Where the plan stands, from the rows of the matrix; no query."""

from datetime import date

from bukti_fisik.queries.kelengkapan import Kelengkapan
from rencana_aksi.queries.capaian import CapaianAksi
from zona.matriks.queries.baris import BagianPengungkit
from zona.matriks.queries.bukti import LembarBukti, belum_ada, dikembalikan
from zona.tahapan.fakta import Bangun


def hitung_bangun(bagian: list[BagianPengungkit], lembar: list[LembarBukti], tahun: int) -> Bangun:
    """Of the whole plan: `susun_matriks` and `lembar_bukti` of it."""
    capaian = sum((b.capaian for b in bagian), CapaianAksi())
    kelengkapan = sum((b.kelengkapan for b in bagian), Kelengkapan())
    hari = _jadwal(bagian, tahun)
    return Bangun(
        total=capaian.total,
        selesai=capaian.selesai,
        terlambat=capaian.terlambat,
        butuh=kelengkapan.butuh,
        terpenuhi=kelengkapan.terpenuhi,
        tanpa_bukti=sum(k.jumlah for k in belum_ada(bagian, lembar)),
        kembali=len(dikembalikan(lembar)),
        jadwal_mulai=min(hari, default=None),
        jadwal_selesai=max(hari, default=None),
    )


def _jadwal(bagian: list[BagianPengungkit], tahun: int) -> list[date]:
    """Scheduled days within the plan's year: a slip of the year in a schedule moves nothing."""
    semua = (p for b in bagian for rk in b.rencana_kerja for a in rk.aksi for p in a.berlaku)
    return [hari for p in semua for hari in (p.mulai, p.jatuh_tempo) if hari and hari.year == tahun]
