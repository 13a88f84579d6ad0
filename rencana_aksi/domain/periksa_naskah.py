"""Checking a plan's content, wherever it was read from: a plain dict in, a Naskah and every problem out. Pure.

The form is that of fixtures/naskah/matriks-2023.yaml. What needs the database (instrument, people) is checked in
acuan_naskah.py.
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from rencana_aksi.domain.jadwal import MAKNA, TANPA_JADWAL, Jadwal, baca_jadwal
from rencana_aksi.domain.jenis_bukti import jenis_dari_teks
from rencana_aksi.domain.masalah import Ditolak, Masalah
from rencana_aksi.domain.naskah import Naskah, NaskahAksi, NaskahKerja, NaskahPengungkit, NaskahSyarat
from rencana_aksi.domain.simpul import Simpul
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL
from zona.organisasi.enums import AREA


def periksa_naskah(isi: Mapping[str, Any]) -> tuple[Naskah, list[Masalah]]:
    """The plan as far as it can be read, and all that is wrong with it; nothing is wrong when the list is empty."""
    masalah: list[Masalah] = []
    akar = Simpul(isi, "", masalah, wajib="tahun pengungkit hasil", boleh="nomor_sk tanggal_sk tempat instrumen")
    naskah = Naskah(
        tahun=akar.bulat("tahun", TAHUN_AWAL, TAHUN_AKHIR) or 0,
        nomor_sk=akar.teks("nomor_sk", batas=100, kosong=True),
        tanggal_sk=akar.tanggal("tanggal_sk"),
        tempat=akar.teks("tempat", batas=100, kosong=True),
        instrumen=akar.teks("instrumen", batas=40, kosong=True),
        pengungkit=_pengungkit(akar),
        hasil=tuple(_hasil(h) for h in akar.anak("hasil", wajib="nama bobot", boleh="ukuran")),
    )
    return naskah, masalah


def _hasil(simpul: Simpul) -> Decimal:
    simpul.teks("nama", batas=200)
    simpul.daftar_teks("ukuran")
    return simpul.bobot()


def _pengungkit(akar: Simpul) -> tuple[NaskahPengungkit, ...]:
    """All six, in the document's order."""
    terbaca: list[NaskahPengungkit] = []
    ada: list[str] = []
    for simpul in akar.anak("pengungkit", wajib="kode nama bobot rencana_kerja", boleh="program_prioritas"):
        kode = simpul.teks("kode")
        if kode and kode not in AREA:
            simpul.salah("kode", f'pengungkit "{kode}" tidak dikenal; yang dikenal: {", ".join(AREA)}')
        elif kode in ada:
            simpul.salah("kode", f"pengungkit {kode} ditulis dua kali")
        ada.append(kode)
        terbaca.append(
            NaskahPengungkit(
                kode=kode,
                nama=simpul.teks("nama", batas=200),
                bobot=simpul.bobot(),
                program=simpul.daftar_teks("program_prioritas"),
                kerja=_rencana_kerja(simpul),
                jalur=simpul.jalur,
            )
        )
    if ada and set(ada) <= set(AREA) and (kurang := [kode for kode in AREA if kode not in ada]):
        akar.salah("pengungkit", f"pengungkit {', '.join(kurang)} tidak ada")
    return tuple(terbaca)


def _rencana_kerja(pengungkit: Simpul) -> tuple[NaskahKerja, ...]:
    terbaca: list[NaskahKerja] = []
    nomor_ada: set[int] = set()
    for simpul in pengungkit.anak("rencana_kerja", wajib="nomor uraian aksi", boleh="bukti janggal"):
        nomor = simpul.bulat("nomor", 1, 999, kosong=True)
        if nomor in nomor_ada:
            simpul.salah("nomor", f"nomor {nomor} ditulis dua kali dalam pengungkit ini")
        if nomor:
            nomor_ada.add(nomor)
        simpul.teks("janggal", kosong=True)
        aksi = _aksi(simpul)
        terbaca.append(NaskahKerja(nomor, simpul.teks("uraian"), aksi, _syarat(simpul, aksi)))
    return tuple(terbaca)


def _aksi(kerja: Simpul) -> tuple[NaskahAksi, ...]:
    terbaca: list[NaskahAksi] = []
    for simpul in kerja.anak("aksi", wajib="uraian", boleh="kode jadwal penanggung_jawab janggal"):
        huruf = simpul.teks("kode", kosong=True)
        if huruf and not re.fullmatch(r"[a-z]{1,2}", huruf):
            simpul.salah("kode", f'"{huruf}" harus satu atau dua huruf kecil')
        elif huruf and huruf in [a.huruf for a in terbaca]:
            simpul.salah("kode", f"huruf {huruf} ditulis dua kali dalam rencana kerja ini")
        simpul.teks("janggal", kosong=True)
        teks, jadwal = _jadwal(simpul)
        terbaca.append(
            NaskahAksi(
                huruf=huruf,
                uraian=simpul.teks("uraian"),
                jadwal_teks=teks,
                jadwal=jadwal,
                penanggung_jawab=simpul.teks("penanggung_jawab", batas=60, kosong=True),
                jalur=simpul.jalur,
            )
        )
    return tuple(terbaca)


def _jadwal(aksi: Simpul) -> tuple[str, Jadwal]:
    """The words and their meaning."""
    if aksi.isi.get("jadwal") is None:
        return "", TANPA_JADWAL
    boleh = f"{' '.join(MAKNA)} lama_hari"
    simpul = Simpul(aksi.isi["jadwal"], aksi.di("jadwal"), aksi.masalah, wajib="teks", boleh=boleh)
    try:
        jadwal = baca_jadwal(simpul.isi)
    except Ditolak as galat:
        aksi.masalah += [m.di(simpul.jalur) for m in galat.masalah]
        jadwal = TANPA_JADWAL
    return simpul.teks("teks", batas=300), jadwal


def _syarat(kerja: Simpul, aksi: tuple[NaskahAksi, ...]) -> tuple[NaskahSyarat, ...]:
    """Evidence asked again at each occurrence belongs to one action: where the row has one only, to that."""
    urutan = {a.huruf: i for i, a in enumerate(aksi) if a.huruf}
    terbaca: list[NaskahSyarat] = []
    for simpul in kerja.anak("bukti", wajib="teks", boleh="aksi tiap_pelaksanaan", kosong=True):
        teks, huruf, tiap = simpul.teks("teks"), simpul.teks("aksi", kosong=True), simpul.benar("tiap_pelaksanaan")
        if huruf and huruf not in urutan:
            simpul.salah("aksi", f'aksi "{huruf}" tidak ada dalam rencana kerja ini')
        milik = urutan.get(huruf)
        if tiap and not huruf:
            if len(aksi) == 1:
                milik = 0
            else:
                simpul.salah("tiap_pelaksanaan", 'sebut "aksi"-nya: rencana kerja ini tidak beraksi tunggal')
        terbaca.append(NaskahSyarat(teks, jenis_dari_teks(teks), milik, tiap))
    return tuple(terbaca)
