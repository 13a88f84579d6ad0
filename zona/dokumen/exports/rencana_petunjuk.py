"""The first sheet of a plan's workbook: what may be changed in it, and how it is brought back."""

from collections.abc import Iterator

from rencana_aksi.domain import lembar_xlsx as kolom
from zona.dokumen.exports.isi import IsiRencana
from zona.inti.waktu import tanggal_id
from zona.inti.xlsx import Kolom, Lembar, Nilai

KOLOM = (Kolom("Petunjuk", 23), Kolom("Cara", 70))


def lembar_petunjuk(isi: IsiRencana, menuju: int) -> Lembar:
    """One page, to be read and printed. `menuju`: the version being drafted, 0 where none is."""
    return Lembar(kolom.PETUNJUK, KOLOM, _baris(isi, menuju), terkunci=True, tabel=False)


def _baris(isi: IsiRencana, menuju: int) -> Iterator[tuple[Nilai, ...]]:
    yield (
        "Buku kerja ini",
        f"Rencana Kerja Zona Integritas {isi.kop.nama} {isi.tahun}, versi {isi.versi}, "
        f"keadaan per {tanggal_id(isi.per)}. Boleh diubah tanpa internet, lalu dibawa kembali ke aplikasi.",
    )
    if not isi.draf:
        yield (
            "Bukan dokumennya",
            f"Isi buku kerja ini keadaan hari itu. Yang ditetapkan, versi {isi.versi} dengan Keputusan Nomor "
            f"{isi.nomor_sk}, ada pada Rencana kerja (PDF) dan (XLSX) dan tidak berubah.",
        )
    if menuju:
        yield (
            "Draf perubahan",
            f"Perubahan versi {menuju} sedang disusun. Yang Anda ubah pada rencana di sini masuk ke draf itu, bukan ke "
            f"versi {isi.versi} yang berlaku.",
        )
    yield (
        "Yang boleh diubah",
        f"Sel putih di lembar {kolom.SELURUHNYA} (satu baris satu pelaksanaan), di lembar {kolom.BUKTI_FISIK} (satu "
        f"baris satu bukti yang diminta), dan program prioritas di lembar {kolom.RENCANA}.",
    )
    yield (
        "Yang tidak dibaca",
        "Sel abu-abu: diisi aplikasi. Lembar tiap pengungkit: salinan untuk dibaca dan dicetak. Warna, komentar, dan "
        "lembar yang Anda tambahkan sendiri boleh ada, tetapi tidak dibaca.",
    )
    yield (
        "Status",
        "Belum, Berjalan, atau Selesai; Selesai memerlukan tanggal di kolom Realisasi. Terlambat dihitung aplikasi "
        "dari tanggalnya. Ditunda dan Batal memerlukan alasan, jadi dicatat di aplikasi.",
    )
    yield (
        "Jadwal",
        "Ubah tanggalnya di kolom Mulai dan Jatuh Tempo, satu baris satu pelaksanaan (kegiatan sehari boleh hanya "
        "Jatuh Tempo); atau tulis jadwalnya dengan kata-kata di kolom Jadwal, misalnya 25 Januari, setiap triwulan, "
        "atau secara berkala. Bila keduanya diubah, tanggal yang dipakai.",
    )
    yield (
        "No dan Huruf",
        "Disusun aplikasi menurut letak barisnya. Sel No yang kosong berarti rencana kerja itu tanpa nomor; Huruf di "
        f"lembar {kolom.BUKTI_FISIK} menunjuk aksi pemilik buktinya.",
    )
    yield (
        "Menambah pelaksanaan",
        "Sisipkan baris di bawah pelaksanaan terakhir aksi itu dan isi tanggalnya. Lima sel pertama boleh kosong: "
        "artinya sama dengan baris di atasnya.",
    )
    yield (
        "Menambah rencana aksi",
        "Sisipkan baris di bawah aksi terakhir rencana kerjanya, lalu isi Huruf, Rencana Aksi, dan Jadwal. Kosongkan "
        "Pengungkit, No, dan Rencana Kerja, atau tulis persis seperti di atasnya.",
    )
    yield (
        "Menambah rencana kerja",
        "Sisipkan baris di bawah rencana kerja terakhir pengungkitnya, lalu isi Pengungkit, No, Rencana Kerja, dan "
        "rencana aksinya.",
    )
    yield (
        "Menambah bukti",
        f"Di lembar {kolom.BUKTI_FISIK}: sisipkan baris, isi Pengungkit, No, dan Rencana Kerja persis seperti di "
        f"lembar {kolom.SELURUHNYA}, lalu Bukti Fisik. Isi Huruf bila bukti itu milik satu aksi saja. Tiap "
        "Pelaksanaan: Ya bila diminta pada setiap pelaksanaan.",
    )
    yield (
        "Menghapus",
        "Hapus seluruh barisnya (klik kanan pada nomor baris). Rencana aksi terhapus bila semua barisnya dihapus, "
        "rencana kerja bila semua aksinya dihapus. Mengosongkan isi selnya saja bukan menghapus.",
    )
    yield (
        "Memindahkan",
        "Pindahkan seluruh barisnya ke tempat barunya. Menyaring dan mengurutkan untuk membaca boleh saja: bila baris "
        "rencana kerja tampak teracak, letaknya tidak dibaca.",
    )
    yield (
        "Jangan",
        "Menulis rumus, menggabungkan sel, atau mengganti nama lembar dan judul kolom. Kolom tersembunyi di ujung "
        "kanan menyimpan tanda pengenal tiap baris; biarkan apa adanya.",
    )
    yield (
        "Membawa kembali",
        "Buka halaman Dokumen, pilih “Bawa kembali buku kerja”, lalu pilih berkas ini. Seluruh perubahan ditampilkan "
        "dahulu, baris demi baris; yang sementara itu diubah orang lain ditandai bentrok. Belum ada yang berubah "
        "sampai Anda menerapkannya, dan yang sudah diterapkan dapat diurungkan.",
    )
    yield (
        "Hak",
        "Yang diterapkan hanya baris yang memang boleh Anda ubah: koordinator pengungkitnya sendiri, ketua tim semua.",
    )
