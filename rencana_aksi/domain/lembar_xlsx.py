"""Names of the sheets and columns of a plan's workbook: zona.dokumen writes them, muat_xlsx reads them."""

from datetime import date

SELURUHNYA, BUKTI_FISIK, RENCANA = "Seluruhnya", "Bukti Fisik", "Rencana"
# For people; hidden, what may be chosen; very hidden, what the workbook was written from.
PETUNJUK, PILIHAN, ASAL = "Petunjuk", "Pilihan", "Asal"
# Above the headings of each pengungkit's own sheet.
SALINAN = "Salinan untuk dibaca dan dicetak: yang ditulis di lembar ini tidak dibaca. Ubah di lembar Seluruhnya."

# Seluruhnya: one row per pelaksanaan. Bukti Fisik: one per required item, placed by the first five.
PENGUNGKIT, NO, KERJA, HURUF, AKSI = "Pengungkit", "No", "Rencana Kerja", "Huruf", "Rencana Aksi"
JADWAL, MULAI, TEMPO, REALISASI, STATUS = "Jadwal", "Mulai", "Jatuh Tempo", "Realisasi", "Status"
PENANGGUNG_JAWAB, BUKTI = "Penanggung Jawab", "Bukti Fisik"
TERPENUHI, DIBUTUHKAN = "Bukti Terpenuhi", "Bukti Dibutuhkan"
TIAP, KEADAAN = "Tiap Pelaksanaan", "Keadaan"
# Hidden, at the far right.
KUNCI_KERJA, KUNCI_AKSI = "Kunci Rencana Kerja", "Kunci Rencana Aksi"
KUNCI_PELAKSANAAN, KUNCI_SYARAT = "Kunci Pelaksanaan", "Kunci Syarat"
KUNCI_PROGRAM = "Kunci Program"
# The schedule's meaning as JSON; the dates as they were written out, to see whether a person has changed them.
MAKNA, TERTULIS = "Makna Jadwal", "Tanggal Saat Ditulis"

# Rencana: what stands above the rows, one value a row.
BAGIAN, KODE, ISI, BOBOT = "Bagian", "Kode", "Isi", "Bobot"
TAHUN, NOMOR_SK, TANGGAL_SK, TEMPAT, INSTRUMEN = "Tahun", "Nomor SK", "Tanggal SK", "Tempat", "Instrumen"
HASIL, PROGRAM = "Hasil", "Program Prioritas"
KEPALA = {TAHUN: "tahun", NOMOR_SK: "nomor_sk", TANGGAL_SK: "tanggal_sk", TEMPAT: "tempat", INSTRUMEN: "instrumen"}

YA, TIDAK = "Ya", "Tidak"


def tanggal_tertulis(mulai: date | None, jatuh_tempo: date | None) -> str:
    """The value of TERTULIS: 2023-01-25/2023-01-25, or -/- where there is no date."""
    return "/".join(hari.isoformat() if hari else "-" for hari in (mulai, jatuh_tempo))
