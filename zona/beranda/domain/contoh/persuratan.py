"""The papers of the demo office: numbered, signed by most, or still being written."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from zona.beranda.domain.contoh.peristiwa import Cerita
from zona.surat.domain.pakta import catat_tanda_tangan
from zona.surat.domain.setelan import nama_kode, simpan_penomoran
from zona.surat.domain.surat import beri_nomor, simpan_surat
from zona.surat.enums import JenisSurat
from zona.surat.queries.pakta import daftar_penanda
from zona.surat.queries.surat import baca_surat

DITANDAI = (JenisSurat.SK_TIM, JenisSurat.PAKTA, JenisSurat.PIAGAM)


def tambah_persuratan(cerita: Cerita) -> None:
    isi = cerita.isi["surat"]
    hari = isi["dicatat"]
    cerita.catat(hari, partial(_penomoran, cerita, isi["penomoran"]))
    for jenis in DITANDAI:
        cerita.catat(hari, partial(_bernomor, cerita, jenis, dict(isi[jenis]), hari))
    cerita.catat(hari, partial(_penanda, cerita, isi["penanda"], hari))
    for jenis, hari_draf in isi["draf"].items():
        cerita.catat(hari_draf, partial(_simpan, cerita, JenisSurat(jenis)))


def _penomoran(cerita: Cerita, isi: dict[str, str]) -> None:
    kode = {nama_kode(JenisSurat(j)): kode for j, kode in isi.items() if j != "pola"}
    simpan_penomoran(satker=cerita.kantor.satker, pola=isi["pola"], oleh=cerita.kantor.ketua, **kode)


def _bernomor(cerita: Cerita, jenis: JenisSurat, isi: dict[str, Any], hari: date) -> None:
    _simpan(cerita, jenis, **{k: v for k, v in isi.items() if k == "saksi"})
    ketua, rencana = cerita.kantor.ketua, cerita.kantor.rencana
    nomor = {"nomor": isi.get("nomor", ""), "tanggal": isi["tanggal"], "revisi": 1, "hari_ini": hari}
    beri_nomor(rencana=rencana, jenis=jenis, oleh=ketua, **nomor)


def _simpan(cerita: Cerita, jenis: JenisSurat, **rincian: str) -> None:
    """Of the template, with what is given instead."""
    kantor = cerita.kantor
    awal = baca_surat(kantor.satker, kantor.rencana.tahun, jenis)
    sekitar = {**awal.rincian, **rincian}
    simpan_surat(rencana=kantor.rencana, jenis=jenis, isi=awal.isi, revisi=0, oleh=kantor.ketua, **sekitar)


def _penanda(cerita: Cerita, isi: dict[str, Any], hari: Any) -> None:
    rencana = cerita.kantor.rencana
    kunci = dict(enumerate((p.kunci for p in daftar_penanda(rencana.satker_id, rencana.tahun)), 1))
    kemudian = {nomor for daftar in isi["menyusul"].values() for nomor in daftar}
    tandai: Callable[..., int] = partial(catat_tanda_tangan, rencana=rencana, hari_ini=hari, oleh=cerita.kantor.ketua)
    tandai(orang=[k for n, k in kunci.items() if n not in kemudian | set(isi["belum"])], tanggal=isi["tanggal"])
    for tanggal, daftar in isi["menyusul"].items():
        tandai(orang=[kunci[n] for n in daftar], tanggal=tanggal)
