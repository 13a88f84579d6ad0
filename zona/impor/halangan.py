"""Why a change that a file asks for cannot be made, as far as the file itself tells. Pure."""

from collections.abc import Iterable

from rencana_aksi.domain.jadwal_ubah import BATAS_TEKS as BATAS_JADWAL
from rencana_aksi.domain.sunting.baris import BATAS_TEKS
from rencana_aksi.enums import Status
from rencana_aksi.rules import DRAF, TERLAMBAT
from zona.impor.butir import Butir, sebut_hari
from zona.impor.isi import AKSI, PELAKSANAAN, SYARAT, IsiPelaksanaan
from zona.impor.perubahan import Ubahan

DI_APLIKASI = {
    Status.DITUNDA: "Menunda memerlukan tanggal baru dan alasan; catat di aplikasi.",
    Status.BATAL: "Membatalkan memerlukan alasan; catat di aplikasi.",
    TERLAMBAT: "Terlambat bukan status yang dicatat: ia mengikuti jatuh temponya.",
    DRAF: "Draf bukan status yang dicatat: rencananya belum ditetapkan.",
}

TANGGAL_TETAP = "Tanggal yang sudah disepakati diubah dengan menundanya; catat di aplikasi."


def halangan_isi(b: Butir) -> str:
    """Of a row as a whole; empty where there is none."""
    return halangan_ubah(b, [Ubahan("", n.kolom, n.nama, "", "", n.teks, n.arti) for n in b.nilai])


def halangan_ubah(b: Butir, kolom: Iterable[Ubahan]) -> str:
    """Of the fields that change; the first there is."""
    return next(filter(None, (_satu(b, u) for u in kolom)), "")


def _satu(b: Butir, u: Ubahan) -> str:
    if u.kolom in ("uraian", "teks"):
        if not u.berkas.strip():
            return "Kosong: tulis isinya, atau hapus barisnya."
        if len(u.berkas) > BATAS_TEKS:
            return f"Terlalu panjang: {len(u.berkas)} huruf, paling banyak {BATAS_TEKS}."
    elif b.benda == AKSI and u.kolom == "jadwal":
        if len(b.isi.jadwal_teks or "") > BATAS_JADWAL:
            return f"Jadwal terlalu panjang: {len(b.isi.jadwal_teks)} huruf, paling banyak {BATAS_JADWAL}."
        if b.isi.jadwal is None and b.isi.jadwal_teks:
            return f"Jadwalnya tidak dipahami: {b.isi.masalah_jadwal or 'tulis tanggalnya'}"
    elif b.benda == PELAKSANAAN and u.kolom == "status":
        return _status(*u.nilai)
    elif b.benda == PELAKSANAAN and u.asal not in ("", sebut_hari(IsiPelaksanaan())):
        return TANGGAL_TETAP
    elif b.benda == SYARAT and u.kolom == "tiap" and u.nilai and not b.nilai[1].arti:
        return "Yang diminta pada tiap pelaksanaan milik satu rencana aksi; isi hurufnya."
    return ""


def _status(status: str, realisasi: object) -> str:
    if status in DI_APLIKASI:
        return DI_APLIKASI[status]
    if status not in (Status.BELUM, Status.BERJALAN, Status.SELESAI):
        return f'"{status}" bukan status. Pilih {Status.BELUM.label}, {Status.BERJALAN.label}, atau ' \
            f"{Status.SELESAI.label}."  # fmt: skip
    if status == Status.SELESAI and realisasi is None:
        return "Selesai memerlukan tanggal realisasi."
    if status != Status.SELESAI and realisasi is not None:
        return f"Realisasi hanya untuk yang {Status.SELESAI.label}."
    return ""
