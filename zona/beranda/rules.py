"""Which of the two pages a person meets first: where the office stands, or what they are to do; and which pages every
year has, so that one can go from year to year on the same page (ADR 0039)."""

from zona.organisasi.enums import Peran

KANTOR = "kantor"
TUGAS = "tugas"


def tampilan(peran: frozenset[tuple[str, str]]) -> tuple[str, ...]:
    """The pages open to these roles, the one met first at the front. Everyone of the office may look at the whole;
    tasks have only those in a team."""
    nama = {p for p, _ in peran}
    if not nama & {Peran.KOORDINATOR, Peran.ANGGOTA}:
        return (KANTOR,)
    return (KANTOR, TUGAS) if nama & {Peran.KEPALA, Peran.KETUA} else (TUGAS, KANTOR)


BERANDA = "beranda:beranda"
SEMUA: tuple[str, ...] = ()
HALAMAN: dict[str, tuple[str, ...]] = {
    BERANDA: SEMUA,
    "matriks:matriks": SEMUA,
    "matriks:jadwal": SEMUA,
    "rencana_aksi:kendala": SEMUA,
    "rencana_aksi:periksa": SEMUA,
    "rencana_aksi:salin": ("usulkan_akun",),
    "impor:daftar": ("ubah_rencana",),
    "impor:lama": ("ubah_rencana",),
    "bukti_fisik:pustaka": SEMUA,
    "bukti_fisik:siap": SEMUA,
    "bukti_fisik:verifikasi": ("sahkan", "ubah_rencana"),
    "kiriman:daftar": ("unggah_bukti",),
    "nilai:nilai": SEMUA,
    "nilai:langkah": SEMUA,
    "nilai:syarat": SEMUA,
    "nilai:lke": SEMUA,
    "nilai:impor": ("isi_lke", "nilai_lke"),
    "dokumen:daftar_laporan": SEMUA,
    "orang:tim": SEMUA,
    "orang:pimpinan": SEMUA,
    "orang:hak": SEMUA,
    "orang:banyak": ("kelola_akun",),
    "orang:orang_tambah": ("kelola_akun",),
    "dokumen:dokumen": SEMUA,
    "dokumen:setelan": ("kelola_akun",),
    "dokumen:naskah": SEMUA,
    "rencana_aksi:versi": SEMUA,
    "rencana_aksi:banding": SEMUA,
    "surat:daftar": SEMUA,
    "surat:penomoran": ("susun_surat",),
    "surat:penanda": SEMUA,
    "tahapan:tahapan": SEMUA,
    "pintu:daftar": ("buka_pintu",),
    "portalrb:token": ("kelola_token",),
    "kabar:wa": ("kirim_kabar",),
    "rencana_aksi:jejak": SEMUA,
}
"""The pages whose address holds the office and the year alone, and who opens them: everyone who reads the plan, or who
has one of these rights in the whole or in any pengungkit. Whoever stands on another page is led to the nearest above
it; so is who may not open this one in that year. tests/beranda/test_kepala.py holds every page to its row."""
SARINGAN: dict[str, tuple[str, ...]] = {
    BERANDA: ("lihat",),
    "matriks:matriks": ("q", "pengungkit", "status", "terlambat", "bukti_kurang", "saya"),
    "matriks:jadwal": ("bulan",),
    "rencana_aksi:kendala": ("bulan", "pengungkit", "status"),
    "bukti_fisik:pustaka": ("q", "pengungkit", "status"),
    "bukti_fisik:siap": ("pengungkit", "hal"),
    "bukti_fisik:verifikasi": ("lihat",),
    "kiriman:daftar": ("status", "tandai"),
    "nilai:langkah": ("pengungkit", "predikat", "tetap_hasil"),
    "nilai:syarat": ("kategori",),
    "rencana_aksi:jejak": ("jenis",),
}
"""What of a page's query string means the same in another year, and goes along. Left behind is what names a row, a
person, a year, a version, or the page of a list."""
