"""The rows: due, late, done out of turn, moved, called off, without all their evidence."""

from collections.abc import Iterator
from datetime import date

from rencana_aksi.enums import Status
from zona.dokumen.queries.monev.isi import AKSI, ANGKA, NAMA, NO, STATUS, TANGGAL, Baris, Kolom, Nilai, Tabel
from zona.dokumen.queries.monev.potret import Golongan, Potret
from zona.dokumen.queries.monev.sejarah import PelaksanaanMonev
from zona.inti.waktu import tanggal_id
from zona.matriks.queries.baris import TERLAMBAT

TEMPAT = (Kolom("No.", NO), Kolom("Rencana aksi", AKSI))


def _baris(p: PelaksanaanMonev, *nilai: Nilai) -> Baris:
    return Baris((p.aksi.tempat, p.aksi.uraian, *nilai), p.aksi.pk)


def _kata(*bagian: str) -> str:
    return "; ".join(filter(None, bagian))


def jatuh_tempo(potret: Potret) -> Tabel:
    """Everything that was due in the period, whatever became of it."""

    def keterangan(p: PelaksanaanMonev, g: Golongan) -> str:
        match g:
            case Golongan.LAMBAT:
                hasil = f"terlambat {_lama(p.jatuh_tempo, p.realisasi)}"
            case Golongan.TEPAT:
                hasil = "tepat waktu"
            case Golongan.DITUNDA:
                hasil = f"menjadi {tanggal_id(p.jatuh_tempo)}"
            case Golongan.BATAL:
                hasil = p.alasan
            case _:
                hasil = _lewat(p, potret.kini.hari) if p.terlambat(potret.kini.acuan) else ""
        pindah = f"semula {tanggal_id(p.semula)}" if p.semula and g != Golongan.DITUNDA else ""
        return _kata(hasil, pindah, p.catatan)

    def keadaan(p: PelaksanaanMonev, g: Golongan) -> str:
        return Status.DITUNDA if g == Golongan.DITUNDA else TERLAMBAT if p.terlambat(potret.kini.acuan) else p.status

    return Tabel(
        "jatuh-tempo",
        f"Jatuh tempo dalam {potret.periode.nama}",
        (
            *TEMPAT,
            Kolom("Jatuh tempo", TANGGAL),
            Kolom("Realisasi", TANGGAL),
            Kolom("Hasil", STATUS),
            Kolom("Keterangan"),
            Kolom("Penanggung jawab", NAMA),
        ),
        tuple(
            _baris(
                p,
                p.semula if g == Golongan.DITUNDA else p.jatuh_tempo,
                p.realisasi,
                str(keadaan(p, g)),
                keterangan(p, g),
                p.aksi.penanggung_jawab,
            )
            for p, g in potret.jatuh_tempo
        ),
    )


def _lama(dari: date | None, sampai: date | None) -> str:
    return f"{(sampai - dari).days} hari" if dari and sampai else ""


def _lewat(p: PelaksanaanMonev, hari: date) -> str:
    """How long it has been overdue, and that it is under way."""
    lewat = f"lewat {_lama(p.jatuh_tempo, hari)}" if p.jatuh_tempo and p.jatuh_tempo < hari else "lewat tempo"
    return _kata(lewat, "sedang berjalan" if p.status == Status.BERJALAN else "")


def terlambat(potret: Potret) -> Tabel:
    """Due before the period began, still not done."""
    return Tabel(
        "terlambat",
        "Masih terlambat dari periode sebelumnya",
        (*TEMPAT, Kolom("Jatuh tempo", TANGGAL), Kolom("Keterangan"), Kolom("Penanggung jawab", NAMA)),
        tuple(
            _baris(p, p.jatuh_tempo, _kata(_lewat(p, potret.kini.hari), p.catatan), p.aksi.penanggung_jawab)
            for p in potret.terlambat
        ),
    )


def susulan(potret: Potret) -> Tabel:
    """Done in the period though due before or after it, or never dated."""

    def keterangan(p: PelaksanaanMonev) -> str:
        if p.jatuh_tempo is None:
            return "tanpa jadwal"
        if p.realisasi and p.realisasi > p.jatuh_tempo:
            return f"susulan, terlambat {_lama(p.jatuh_tempo, p.realisasi)}"
        return f"lebih awal {_lama(p.realisasi, p.jatuh_tempo)}"

    return Tabel(
        "susulan",
        "Diselesaikan di luar periode jatuh temponya",
        (
            *TEMPAT,
            Kolom("Jatuh tempo", TANGGAL),
            Kolom("Realisasi", TANGGAL),
            Kolom("Keterangan"),
            Kolom("Penanggung jawab", NAMA),
        ),
        tuple(
            _baris(p, p.jatuh_tempo, p.realisasi, _kata(keterangan(p), p.catatan), p.aksi.penanggung_jawab)
            for p in potret.susulan
        ),
    )


def ditunda(potret: Potret) -> Tabel:
    return Tabel(
        "ditunda",
        "Ditunda",
        (
            *TEMPAT,
            Kolom("Semula", TANGGAL),
            Kolom("Menjadi", TANGGAL),
            Kolom("Alasan"),
            Kolom("Dicatat", TANGGAL),
            Kolom("Oleh", NAMA),
        ),
        tuple(_baris(d.pelaksanaan, d.semula, d.menjadi, d.alasan, d.dicatat, d.oleh) for d in potret.dipindah),
    )


def batal(potret: Potret) -> Tabel:
    return Tabel(
        "batal",
        "Dibatalkan",
        (
            *TEMPAT,
            Kolom("Jatuh tempo", TANGGAL),
            Kolom("Alasan"),
            Kolom("Dicatat", TANGGAL),
            Kolom("Oleh", NAMA),
        ),
        tuple(_baris(b.pelaksanaan, b.pelaksanaan.jatuh_tempo, b.alasan, b.dicatat, b.oleh) for b in potret.dibatalkan),
    )


def bukti(potret: Potret) -> Tabel:
    """One row for what is done, its missing items a line each."""

    def baris() -> Iterator[Baris]:
        for k in potret.kini.kekurangan:
            butir = "\n".join(f"{teks}: {keadaan}" for teks, keadaan in k.butir)
            yield Baris((k.tempat, k.uraian, k.realisasi, len(k.butir), butir), k.aksi_pk)

    return Tabel(
        "bukti",
        "Selesai, bukti fisik belum lengkap",
        (*TEMPAT, Kolom("Realisasi", TANGGAL), Kolom("Kurang", ANGKA), Kolom("Bukti fisik yang belum diterima")),
        tuple(baris()),
    )
