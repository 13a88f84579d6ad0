"""Every rule, in the order they are told."""

from collections.abc import Callable, Iterator

from rencana_aksi.queries.periksa import bukti, jadwal, susunan
from rencana_aksi.queries.periksa.baris import Naskah
from rencana_aksi.queries.periksa.temuan import Jenis, Temuan

Aturan = Callable[[Naskah], Iterator[Temuan]]
ATURAN: tuple[tuple[Jenis, Aturan], ...] = (
    (jadwal.TANPA, jadwal.tanpa_jadwal),
    (jadwal.LUAR_TAHUN, jadwal.di_luar_tahun),
    (jadwal.LIBUR, jadwal.akhir_pekan_atau_libur),
    (jadwal.BERKALA, jadwal.berkala_tanpa_tanggal),
    (susunan.TANPA_PENANGGUNG, susunan.tanpa_penanggung_jawab),
    (bukti.BEDA_TANGGAL, bukti.bukti_beda_tanggal),
    (bukti.TANPA_AKSI, bukti.syarat_tanpa_aksi),
    (susunan.TANPA_AKSI, susunan.pengungkit_tanpa_aksi),
    (susunan.TANPA_TIM, susunan.tanpa_tim),
    (susunan.TANPA_KOORDINATOR, susunan.tanpa_koordinator),
    (susunan.NIP, susunan.nip_bukan_18_angka),
    (susunan.GANDA, susunan.nomor_ganda),
    (susunan.BOBOT, susunan.bobot_tidak_berjumlah),
)


def periksa(naskah: Naskah) -> list[Temuan]:
    """All that is odd in the plan, by kind, within a kind in the order of the document."""
    return [temuan for _, aturan in ATURAN for temuan in aturan(naskah)]
