"""The columns of a plan's workbook, and what may be typed in each. Grey is what is not read when it is brought back."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import zip_longest

from rencana_aksi.domain import lembar_xlsx as kolom
from rencana_aksi.enums import Status
from zona.dokumen.exports.isi import IsiRencana
from zona.inti.waktu import tanggal_id
from zona.inti.xlsx import Kolom, Lembar
from zona.inti.xlsx_aturan import Aturan, bertanggal, pilihan, pilihan_sel
from zona.organisasi.enums import AREA

LEBIH = 300
"""Empty rows below the last in which the rules hold too."""

DITULIS = (Status.BELUM, Status.BERJALAN, Status.SELESAI)
"""What may be written as Status; the others want a reason, which a cell does not ask for."""

NOMOR = Aturan("whole", "1", "999", "Bukan nomor", "Tulis bilangan bulat 1 sampai 999, atau kosongkan.")
HURUF = Aturan("textLength", "1", "3", "Bukan huruf", "Tulis satu atau dua huruf kecil, atau kosongkan.")
PENGUNGKIT = pilihan_sel(
    f"{kolom.PILIHAN}!$A$1:${chr(64 + len(AREA))}$1", "Pilih salah satu pengungkit, atau kosongkan: seperti di atasnya."
)
SEMUA = "Seluruh tim"
_KOLOM = f"IFERROR(MATCH($A{{baris}},{kolom.PILIHAN}!$A$1:$F$1,0),7)"
ORANG = pilihan_sel(
    f"OFFSET({kolom.PILIHAN}!$A$3,0,{_KOLOM}-1,INDEX({kolom.PILIHAN}!$A$2:$G$2,{_KOLOM}),1)",
    "Pilih orang dari tim pengungkit ini, atau kosongkan.",
)

TEMPAT = (
    Kolom(kolom.PENGUNGKIT, 17, aturan=PENGUNGKIT),
    Kolom(kolom.NO, 5, aturan=NOMOR),
    Kolom(kolom.KERJA, 28),
    Kolom(kolom.HURUF, 7, aturan=HURUF),
    Kolom(kolom.AKSI, 34),
)
SYARAT = (
    *TEMPAT,
    Kolom(kolom.BUKTI, 60),
    Kolom(kolom.TIAP, 12, aturan=pilihan(kolom.YA, kolom.TIDAK)),
    Kolom(kolom.KEADAAN, 20, abu=True),
    Kolom(kolom.TERPENUHI, 11, abu=True),
    Kolom(kolom.DIBUTUHKAN, 12, abu=True),
    *(Kolom(judul, kunci=True, abu=True) for judul in (kolom.KUNCI_KERJA, kolom.KUNCI_AKSI, kolom.KUNCI_SYARAT)),
)
KEPALA = (
    Kolom(kolom.BAGIAN, 20),
    Kolom(kolom.KODE, 8, aturan=pilihan(*AREA)),
    Kolom(kolom.ISI, 90),
    Kolom(kolom.BOBOT, 9),
    Kolom(kolom.KUNCI_PROGRAM, kunci=True, abu=True),
)


def kolom_pelaksanaan(isi: IsiRencana) -> tuple[Kolom, ...]:
    """Of the sheet Seluruhnya: a row per pelaksanaan."""
    awal, akhir = date(isi.tahun - 1, 1, 1), date(isi.tahun + 1, 12, 31)
    pesan = f"Tulis tanggal dari {tanggal_id(awal)} sampai {tanggal_id(akhir)}, misalnya 15/03/{isi.tahun}."
    jadwal = bertanggal(awal, f"DATE({akhir.year},12,31)", pesan)
    realisasi = bertanggal(awal, "TODAY()", f"Tulis tanggal dari {tanggal_id(awal)} sampai hari ini.")
    kunci = (kolom.KUNCI_KERJA, kolom.KUNCI_AKSI, kolom.KUNCI_PELAKSANAAN, kolom.MAKNA, kolom.TERTULIS)
    return (
        *TEMPAT,
        Kolom(kolom.JADWAL, 19),
        Kolom(kolom.MULAI, 12, aturan=jadwal),
        Kolom(kolom.TEMPO, 12, aturan=jadwal),
        Kolom(kolom.REALISASI, 12, aturan=realisasi),
        Kolom(kolom.STATUS, 11, aturan=pilihan(*_status(isi))),
        Kolom(kolom.PENANGGUNG_JAWAB, 20, aturan=ORANG),
        Kolom(kolom.BUKTI, 44, abu=True),
        Kolom(kolom.TERPENUHI, 11, abu=True),
        Kolom(kolom.DIBUTUHKAN, 12, abu=True),
        *(Kolom(judul, kunci=True, abu=True) for judul in kunci),
    )


def _status(isi: IsiRencana) -> list[str]:
    """What may be written, and what stands: so that a cell can be set back to it."""
    ada = (p.keadaan.capitalize() for b in isi.bagian for k in b.kerja for a in k.aksi for p in a.pelaksanaan)
    return list(dict.fromkeys([*(s.label for s in DITULIS), *sorted(ada)]))


def lembar_pilihan(isi: IsiRencana) -> Lembar:
    """Hidden: under each pengungkit the people of its team, in the last column everybody's; above them how many."""
    tim = {satu.kode: _nama(a.nama for a in satu.anggota) for satu in isi.tim}
    orang = [tim.get(b.kode, []) for b in isi.bagian]
    orang.append(_nama(nama for satu in orang for nama in satu))
    judul = [*(f"{b.kode}. {b.nama}" for b in isi.bagian), SEMUA]
    baris: Iterator[tuple[str | int | None, ...]] = zip_longest(*orang)
    banyak = tuple(max(len(satu), 1) for satu in orang)
    return Lembar(
        kolom.PILIHAN, [Kolom(j, 30, abu=True) for j in judul], [banyak, *baris], keadaan="hidden", terkunci=True
    )


def _nama(nama: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(nama))
