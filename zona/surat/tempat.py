"""Names of the data a paper may call for: `[[nama]]` on a line of its own, `{nama}` inside text."""

TEMPAT = {
    "unit": "Nama, instansi, dan alamat unit kerja yang diusulkan",
    "pejabat": "Nama, NIP, dan jabatan penanda tangan surat",
    "syarat": "Tabel syarat pengusulan dengan isian dan buktinya",
    "nilai": "Tabel hasil penilaian mandiri",
    "tim": "Susunan tim kerja",
    "penanda": "Daftar penanda tangan Pakta Integritas",
    "lampiran": "Mulai lampiran: yang ditulis sesudahnya dicetak di halaman baru, sesudah tanda tangan",
}
ISIAN = {
    "satker": "Nama satuan kerja",
    "induk": "Kementerian atau lembaga di atasnya",
    "alamat": "Alamat satuan kerja",
    "kota": "Kota tempat kedudukan",
    "tahun": "Tahun rencana",
    "nomor": "Nomor surat ini",
    "tanggal": "Tanggal surat ini",
    "hari": "Hari pada tanggal itu",
    "nomor_lama": "Nomor SK yang diubah atau dicabut surat ini",
    "tanggal_lama": "Tanggal SK itu",
    "kepala": "Nama kepala satuan kerja",
    "nip_kepala": "NIP kepala satuan kerja",
    "jabatan_kepala": "Jabatan kepala satuan kerja",
    "predikat": "Predikat yang dituju, misalnya Wilayah Bebas dari Korupsi (WBK)",
    "nilai": "Nilai total penilaian mandiri",
    "jumlah_pegawai": "Banyak pegawai menurut daftar Pakta Integritas",
}
