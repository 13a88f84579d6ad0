"""What a column may be for, and the words offices write above it. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zona.inti.waktu import BULAN

PENGUNGKIT, NO, KERJA, HURUF, AKSI = "pengungkit", "no", "kerja", "huruf", "aksi"
JADWAL, MULAI, TEMPO = "jadwal", "mulai", "tempo"
PENANGGUNG, BUKTI, LEWAT = "penanggung", "bukti", ""

PERIODE = {
    **{f"bulan-{n}": nama for n, nama in enumerate(BULAN, 1)},
    **{f"tw-{n}": f"Triwulan {kata}" for n, kata in enumerate(("I", "II", "III", "IV"), 1)},
    **{f"smt-{n}": f"Semester {kata}" for n, kata in enumerate(("I", "II"), 1)},
}
"""Columns that are marked: months, quarters, half-years."""

MEDAN = {
    LEWAT: "tidak dipakai",
    PENGUNGKIT: "Pengungkit",
    NO: "Nomor rencana kerja",
    KERJA: "Rencana kerja",
    HURUF: "Huruf atau nomor aksi",
    AKSI: "Rencana aksi",
    JADWAL: "Jadwal",
    MULAI: "Mulai",
    TEMPO: "Jatuh tempo",
    PENANGGUNG: "Penanggung jawab",
    BUKTI: "Bukti fisik",
    **PERIODE,
}
"""What may be chosen for a column, by its code."""
BOLEH_BANYAK = frozenset({LEWAT, BUKTI, *PERIODE})
"""What more than one column may be for."""


@dataclass(frozen=True, slots=True)
class Arti:
    """What a heading's words say: a field, how sure (0–100), and the words that told it."""

    medan: str
    yakin: int
    kata: str


# One pattern a row. The first match in a heading decides, the longest of those that begin at the same word.
_KATA: tuple[tuple[str, int, str], ...] = (
    (NO, 95, r"^(?:no|nomor|no urut|nmr|nomor urut)$"),
    (PENGUNGKIT, 95, r"(?:komponen )?pengungkit|area perubahan|area pengungkit"),
    (PENGUNGKIT, 80, r"area|pokja|kelompok kerja"),
    (PENGUNGKIT, 60, r"komponen"),
    (KERJA, 95, r"rencana kerja"),
    (KERJA, 85, r"program kerja|kegiatan utama|rencana program|program (?:dan |)kegiatan"),
    (KERJA, 75, r"indikator"),
    (KERJA, 70, r"program"),
    (KERJA, 60, r"sasaran|aspek|tujuan|kriteria"),
    (KERJA, 55, r"kegiatan"),
    (AKSI, 95, r"rencana aksi"),
    (AKSI, 88, r"langkah(?: langkah)?|rencana tindak(?: lanjut)?|aksi"),
    (AKSI, 85, r"(?:sub|rincian|uraian|detail|rencana|nama|bentuk) kegiatan|aktivitas|aktifitas"),
    (AKSI, 75, r"tahapan|upaya|strategi|kegiatan"),
    (AKSI, 50, r"uraian"),
    (HURUF, 70, r"^(?:huruf|kode|sub|poin)$"),
    (MULAI, 92, r"(?:tanggal |waktu |tgl )?mulai|tanggal awal|start"),
    (MULAI, 60, r"^(?:awal|dari)$"),
    (TEMPO, 95, r"jatuh tempo|target (?:waktu )?selesai|(?:tanggal|tgl|waktu) (?:selesai|akhir)"),
    (TEMPO, 90, r"batas (?:waktu|akhir)|tenggat(?: waktu)?|deadline|due date"),
    (TEMPO, 75, r"selesai|berakhir|^(?:akhir|sampai|s d|sd|finish)$"),
    (JADWAL, 95, r"jadwal|(?:target|rencana) waktu|time ?line|waktu pelaksanaan|waktu"),
    (JADWAL, 72, r"periode|tanggal|tgl|schedule|kapan|tahapan waktu"),
    (JADWAL, 60, r"bulan"),
    (JADWAL, 45, r"^(?:target|rencana)$"),
    (PENANGGUNG, 95, r"penanggung ?jawab(?:an)?|pic|pj"),
    (PENANGGUNG, 80, r"pelaksana|petugas|person in charge"),
    (PENANGGUNG, 55, r"koordinator|unit kerja|tim kerja|tim|bidang"),
    (BUKTI, 95, r"(?:bukti|data|dokumen|dok) (?:fisik|dukung|pendukung)|eviden(?:ce|s)?|bukti"),
    (BUKTI, 75, r"output|keluaran|dokumen|luaran"),
    (BUKTI, 50, r"hasil"),
    (LEWAT, 90, r"realisasi|keterangan|ket|status|capaian|progres(?:s)?|anggaran|biaya|kendala|link|tautan"),
    (LEWAT, 80, r"tindak lanjut|persen(?:tase)?|volume|satuan|bobot|nilai|catatan|paraf|hambatan"),
)
KATA = tuple((medan, yakin, re.compile(rf"\b(?:{pola})(?!\w)")) for medan, yakin, pola in _KATA)
_BULAN = {
    pendek: n
    for n, kata in enumerate(
        (
            "januari jan", "februari pebruari feb peb", "maret mar mrt", "april apr", "mei may", "juni jun",
            "juli jul", "agustus agust agt ags agu aug", "september sept sep", "oktober okt oct",
            "november nopember nov nop", "desember des dec",
        ),
        1,
    )
    for pendek in kata.split()
}  # fmt: skip
ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_SUKU = re.compile(r"^(?P<suku>tw|triwulan|tri wulan|kuartal|q|smt|sem|semester) ?(?P<ke>[1-4]|iv|i{1,3})(?: 20\d\d)?$")
_BULAN_TAHUN = re.compile(r"^(?:bulan )?([a-z]+)(?: (?:20)?\d\d)?$")
BATAS_JUDUL = 60


def kata_judul(teks: str) -> str:
    """A heading in small letters and single spaces, without signs."""
    return " ".join(re.sub(r"[^a-z0-9]+", " ", teks.lower()).split())


def arti_periode(teks: str) -> str:
    """bulan-3 of "Mar", tw-2 of "TW II"; empty where it names no period."""
    kata = kata_judul(teks)
    if cocok := _SUKU.match(kata):
        ke = ROMAWI.get(cocok["ke"]) or int(cocok["ke"])
        jenis = "smt" if cocok["suku"].startswith("s") else "tw"
        return f"{jenis}-{ke}" if f"{jenis}-{ke}" in PERIODE else ""
    cocok = _BULAN_TAHUN.match(kata)
    return f"bulan-{_BULAN[cocok[1]]}" if cocok and cocok[1] in _BULAN else ""


def arti_judul(teks: str) -> tuple[Arti, ...]:
    """What a heading may mean, best first. Nothing for a sentence."""
    if len(teks) <= BATAS_JUDUL and (periode := arti_periode(teks)):
        return (Arti(periode, 95, teks),)
    return arti_kata(teks, KATA)


def arti_kata(teks: str, pola: Sequence[tuple[str, int, re.Pattern[str]]]) -> tuple[Arti, ...]:
    """What a heading may mean by patterns of (field, how sure, words), best first: the words it begins with decide, as
    in Indonesian the first is what it is about ("Waktu Pelaksanaan Kegiatan" is a time). Nothing for a sentence."""
    kata = kata_judul(teks)
    if not kata or len(teks) > BATAS_JUDUL:
        return ()
    cocok = [(m.start(), -len(m[0]), medan, yakin, m[0]) for medan, yakin, satu in pola if (m := satu.search(kata))]
    if not cocok:
        return ()
    awal = min(c[0] for c in cocok)
    pertama = sorted((c for c in cocok if c[0] == awal), key=lambda c: (c[1], -c[3]))
    jauh = kata[:awal].count(" ")  # words before the one that tells
    panjang = max(0, kata.count(" ") - 4)
    return tuple(Arti(medan, max(yakin - 12 * jauh - 6 * panjang, 5), kata) for _, _, medan, yakin, kata in pertama)
