"""What a change of status redraws: one action's cell and its pengungkit's totals, fresh from the database."""

from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Pelaksanaan
from zona.matriks.queries.baris import BagianPengungkit, BarisAksi, hitung_capaian
from zona.matriks.queries.matriks import baris_pelaksanaan


@dataclass(frozen=True, slots=True)
class SelStatus:
    aksi: BarisAksi
    bagian: BagianPengungkit


def sel_status(pelaksanaan: Pelaksanaan, hari_ini: date) -> SelStatus:
    """The cell that shows this occurrence, and the totals of its pengungkit. One query."""
    aksi, pengungkit = pelaksanaan.aksi, pelaksanaan.aksi.rencana_kerja.pengungkit
    per_aksi = baris_pelaksanaan(pengungkit.rencana, hari_ini, aksi__rencana_kerja__pengungkit=pengungkit)
    baris = BarisAksi(
        aksi.pk,
        aksi.huruf,
        aksi.uraian,
        aksi.jadwal_teks,
        aksi.penanggung_jawab_id,
        "",
        aksi.lingkup,
        per_aksi[aksi.pk],
    )
    bagian = BagianPengungkit(pengungkit.pk, pengungkit.kode, pengungkit.nama, pengungkit.bobot)
    bagian.capaian = hitung_capaian([p for daftar in per_aksi.values() for p in daftar])
    return SelStatus(baris, bagian)
