"""The words schedules are written with, and what each stands for. Lower case; abbreviations without their dot."""

from zona.inti.waktu import BULAN

BULAN_KE = {nama.lower(): i for i, nama in enumerate(BULAN, 1)} | {
    "jan": 1, "feb": 2, "peb": 2, "pebruari": 2, "febuari": 2, "mar": 3, "mrt": 3, "apr": 4, "jun": 6, "jul": 7,
    "agu": 8, "agt": 8, "ags": 8, "agust": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "nop": 11, "nopember": 11,
    "des": 12,
}  # fmt: skip

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
MINGGU = 6  # "minggu" itself is a week unless something makes it the Sunday
HARI_KE = {nama.lower(): i for i, nama in enumerate(HARI[:MINGGU])} | {
    "sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "jum'at": 4, "sab": 5, "ahad": 6,
}  # fmt: skip

BILANGAN = {"satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6}
ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5}
TERAKHIR = -1
URUT = {"pertama": 1, "terakhir": TERAKHIR}
URUT_KATA = ("pertama", "kedua", "ketiga", "keempat", "kelima")
ROMAWI_KATA = ("I", "II", "III", "IV", "V")

SUKU = {"triwulan": 3, "caturwulan": 4, "semester": 6}  # parts of the year, in months
PANJANG = {"bulan": 1, **SUKU, "tahun": 12}

BAGIAN = {"awal": (1, 10), "pertengahan": (11, 20), "akhir": (21, 0)}  # days of a month; 0 is its last
SEPULUH = 10  # the length of awal and pertengahan

# A unit that says by itself that it recurs.
BERULANG = {
    "harian": "hari", "sehari": "hari", "mingguan": "minggu", "seminggu": "minggu", "sepekan": "minggu",
    "bulanan": "bulan", "sebulan": "bulan", "triwulanan": "triwulan", "caturwulanan": "caturwulan",
    "semesteran": "semester", "tahunan": "tahun", "setahun": "tahun",
}  # fmt: skip

SINONIM = {
    "tgl": "tanggal", "bln": "bulan", "thn": "tahun", "th": "tahun", "pekan": "minggu", "kuartal": "triwulan",
    "tw": "triwulan", "smt": "semester", "tiap": "setiap", "tiap-tiap": "setiap", "per": "setiap",
    "periodik": "berkala", "rutin": "berkala", "sejak": "mulai", "dari": "mulai", "tengah": "pertengahan",
    "sepanjang": "selama", "selanjutnya": "berikutnya", "berikut": "berikutnya", "di": "pada", "dalam": "pada",
    "selambat-lambatnya": "selambatnya", "selambatnya": "selambatnya",
}  # fmt: skip

# The rest that some grammar knows; any other word is foreign.
DIKENAL = {
    *SINONIM.values(), *PANJANG, *BAGIAN, "hari", "minggu", "kerja", "setiap", "sekali", "kali", "secara", "berkala",
    "pada", "tanggal", "mulai", "selama", "berikutnya", "paling", "lambat", "tanpa", "jadwal",
}  # fmt: skip
