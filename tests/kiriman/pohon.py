"""An office's old Drive, the plan's evidence in folders of several habits, under names of their own."""

import re
from collections.abc import Iterator

from zona.kiriman.cocok import Tempat

ANGKA = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6}
GANTI = (
    (r"(?i)^surat undangan", "Undangan"), (r"(?i)daftar hadir", "Absensi"), (r"(?i)^notula\b", "Notulen"),
    (r"(?i)surat keputusan", "SK"), (r"(?i)dokumentasi", "Foto"),
)  # fmt: skip
BUANG = re.compile(r"\([^)]*\)|ZI-WBK|Kantor Bahasa( Provinsi NTB)?|di lingkungan|[/\\:*?\"<>|]")


def nama_berkas(teks: str, gaya: int) -> str:
    """The words of a syarat as a file is named: shortened, its way of saying things, its separators."""
    nama = BUANG.sub(" ", teks)
    if gaya % 2:
        for pola, baru in GANTI:
            nama = re.sub(pola, baru, nama)
    kata = nama.split()[: (5, 7, 4, 9)[gaya % 4]]
    return {0: " ", 1: "_", 2: " ", 3: "-"}[gaya % 4].join(kata) + (" 2023.pdf", "_ttd.pdf", "(1).pdf", "-final.pdf")[
        gaya % 4
    ]


def map_area(t: Tempat, gaya: int) -> str:
    n = ANGKA[t.area]
    return (
        f"{n}. {t.nama_area}", f"Area {t.area}", f"Pengungkit {n} - {t.nama_area}", f"{t.area}. {t.nama_area.upper()}",
    )[gaya % 4]  # fmt: skip


def map_kerja(t: Tempat, gaya: int) -> str:
    n, uraian = t.nomor or 9, " ".join(BUANG.sub(" ", t.uraian_kerja).split()[:8])
    return (f"{ANGKA[t.area]}.{n} {uraian}", f"RK {n}", f"{n}. {uraian}", f"Rencana Kerja {n} {uraian}")[gaya % 4]


def map_aksi(t: Tempat, gaya: int) -> str:
    if not t.huruf:
        return ""
    uraian = " ".join(BUANG.sub(" ", t.uraian_aksi).split()[:6])
    return (f"{t.huruf}. {uraian}", "", f"{t.huruf}) {uraian}", f"Aksi {t.huruf}")[gaya % 4]


def pohon(tempat: list[Tempat], gaya: int) -> Iterator[tuple[str, Tempat]]:
    """(path, the place it belongs to) for every syarat of the plan; four habits, 0–3."""
    akar = ("ZI WBK 2023", "Data Dukung LKE", "", "Bukti Dukung ZI 2023")[gaya]
    for n, t in enumerate(tempat):
        bagian = [akar, map_area(t, gaya), map_kerja(t, gaya), map_aksi(t, gaya), nama_berkas(t.teks, gaya + n)]
        yield "/".join(b for b in bagian if b), t
