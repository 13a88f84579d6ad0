"""Names of the data that a section may call for: `[[nama]]` on a line of its own, `{nama}` inside text."""

TEMPAT = {
    "bobot-pengungkit": "Tabel bobot enam komponen pengungkit",
    "bobot-hasil": "Tabel bobot komponen hasil",
    "gambar-komponen": "Gambar hubungan komponen pengungkit dan hasil",
    "tim": "Tabel 3.1, daftar nama tim",
    "matriks": "Matriks rencana kegiatan dengan program prioritas setiap pengungkit",
    "program-prioritas": "Program prioritas semua pengungkit",
}
ISIAN = {
    "satker": "Nama satuan kerja",
    "induk": "Kementerian atau lembaga di atasnya",
    "kota": "Kota tempat kedudukan",
    "tahun": "Tahun rencana",
    "versi": "Nomor versi",
    "nomor_sk": "Nomor surat keputusan",
    "tanggal_sk": "Tanggal surat keputusan",
    "nomor_sk_lama": "Nomor surat keputusan versi sebelumnya, yang diubah atau dicabut",
    "tanggal_sk_lama": "Tanggal surat keputusan versi sebelumnya",
    "kepala": "Nama kepala satuan kerja",
    "nip_kepala": "NIP kepala satuan kerja",
}
