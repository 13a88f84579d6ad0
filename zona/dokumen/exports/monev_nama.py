"""What files of a monev report are called, and with which others they are kept."""

from zona.dokumen.enums import JenisPeriode
from zona.dokumen.exports.ekspor import Ekspor, Tetap
from zona.dokumen.models import LaporanBeku
from zona.dokumen.queries.monev.isi import IsiLaporan
from zona.organisasi.models import Satker


def nama_berkas(isi: IsiLaporan) -> str:
    """laporan-monev-kbntb-2023-02, laporan-monev-kbntb-2023-triwulan-1; -draf, -versi-2 where it is not the first."""
    ekor = "-draf" if isi.draf else f"-versi-{isi.versi}" if isi.versi > 1 else ""
    return f"laporan-monev-{isi.kop.kode.lower()}-{isi.tahun}-{_periode(isi)}{ekor}"


def tetap_laporan(beku: LaporanBeku, satker: Satker, ekspor: Ekspor) -> Tetap:
    """A finished report, drawn from what was frozen of it."""
    return Tetap(satker, f"laporan/{beku.pk}.{ekspor.jenis}", ekspor.nama, ekspor.jenis, lambda: ekspor)


def kelompok(isi: IsiLaporan, jenis: str) -> str:
    return f"{isi.kop.kode}-{isi.tahun}/laporan-{_periode(isi)}-{jenis}"


def _periode(isi: IsiLaporan) -> str:
    return f"triwulan-{isi.nomor}" if isi.jenis == JenisPeriode.TRIWULAN else f"{isi.nomor:02}"
