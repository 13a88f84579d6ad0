"""Obstacles, and for a triwulan the prognosis of the next one."""

from collections.abc import Mapping

from zona.dokumen.queries.monev.isi import AKSI, ANGKA, NAMA, NO, STATUS, TANGGAL, Baris, Kolom, Tabel
from zona.dokumen.queries.monev.potret import Potret
from zona.dokumen.queries.monev.sejarah import KendalaMonev
from zona.dokumen.queries.monev.tabel_rinci import TEMPAT
from zona.inti.waktu import tanggal_id
from zona.matriks.queries.baris import TERLAMBAT


def kendala(potret: Potret) -> Tabel:
    """Those that stood in the period; for a triwulan under the names the plan asks for."""
    triwulan = potret.periode.triwulan

    def keterangan(k: KendalaMonev) -> str:
        if k.selesai_pada:
            return f"selesai {tanggal_id(k.selesai_pada)}"
        if k.tenggat and k.tenggat < potret.kini.acuan:
            return "lewat tenggat"
        return f"dicatat dalam rapat, {tanggal_id(k.dicatat)}" if k.dicatat > potret.kini.hari else ""

    return Tabel(
        "kendala",
        "Matriks daftar kendala, permasalahan, dan solusi" if triwulan else "Kendala dan tindak lanjut",
        (
            Kolom("No.", NO),
            Kolom("Rencana aksi", AKSI),
            Kolom("Kendala"),
            Kolom("Permasalahan" if triwulan else "Dampak"),
            Kolom("Solusi" if triwulan else "Tindak lanjut"),
            Kolom("Penanggung jawab", NAMA),
            Kolom("Tenggat", TANGGAL),
            Kolom("Status", STATUS),
            Kolom("Keterangan"),
        ),
        tuple(
            Baris(
                (
                    k.aksi.tempat, k.aksi.uraian, k.uraian, k.dampak, k.tindak_lanjut, k.penanggung_jawab, k.tenggat,
                    k.status, keterangan(k),
                ),
                k.aksi.pk,
            )
            for k in potret.kendala
        ),
    )  # fmt: skip


def prognosis(potret: Potret, teks: Mapping[str, str]) -> Tabel:
    """What each pengungkit has before it in the next triwulan, with what is expected of it in words."""
    sesudah = potret.periode.sesudah
    nama = {kode: f"{kode}. {nama}" for kode, nama, _ in potret.kini.sejarah.pengungkit}
    baris = []
    for kode, p in potret.posisi.items():
        datang = sum(m.aksi.area == kode for m in potret.mendatang)
        c = p.capaian
        harapan = f"{c.selesai + c.terlambat + datang} dari {c.total}"
        baris.append(Baris((nama[kode], c.selesai, c.terlambat, datang, harapan, p.kendala, teks.get(kode, ""))))
    return Tabel(
        "prognosis",
        f"Matriks prognosis {sesudah.nama_pendek if sesudah.tahun == potret.periode.tahun else sesudah.nama}",
        (
            Kolom("Pengungkit"),
            Kolom("Selesai s.d. kini", ANGKA),
            Kolom("Terlambat", ANGKA),
            Kolom("Akan jatuh tempo", ANGKA),
            Kolom("Selesai bila terlaksana semua", ANGKA),
            Kolom("Kendala belum selesai", ANGKA),
            Kolom("Risiko dan prognosis"),
        ),
        tuple(baris),
    )


def rincian_prognosis(potret: Potret) -> Tabel:
    sesudah, acuan = potret.periode.sesudah, potret.kini.acuan
    return Tabel(
        "mendatang",
        f"Jatuh tempo dalam {sesudah.nama}",
        (*TEMPAT, Kolom("Jatuh tempo", TANGGAL), Kolom("Status kini", STATUS), Kolom("Penanggung jawab", NAMA)),
        tuple(
            Baris(
                (
                    p.aksi.tempat, p.aksi.uraian, p.jatuh_tempo, TERLAMBAT if p.terlambat(acuan) else p.status,
                    p.aksi.penanggung_jawab,
                ),
                p.aksi.pk,
            )
            for p in potret.mendatang
        ),
    )  # fmt: skip
