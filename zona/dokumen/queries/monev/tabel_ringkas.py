"""The counts: this period beside the one before, and each pengungkit."""

from decimal import Decimal
from fractions import Fraction

from zona.dokumen.queries.monev.hitung import Jumlah, Posisi, jumlahkan
from zona.dokumen.queries.monev.isi import ANGKA, BOBOT, Baris, Kolom, Tabel
from zona.dokumen.queries.monev.potret import Golongan, Potret
from zona.inti.angka import angka_id, bulat
from zona.inti.waktu import tanggal_pendek

Angka = int | Decimal


def perbandingan(potret: Potret) -> Tabel:
    """The plan as of the period's end beside the end of the one before."""
    lalu, kini = jumlahkan(potret.posisi_lalu.values()), jumlahkan(potret.posisi.values())
    return Tabel(
        "perbandingan",
        "Perbandingan dengan periode sebelumnya",
        (
            Kolom("Ukuran"),
            Kolom(f"Per {tanggal_pendek(potret.lalu.hari)}", ANGKA),
            Kolom(f"Per {tanggal_pendek(potret.kini.hari)}", ANGKA),
            Kolom("Selisih", ANGKA),
        ),
        tuple(
            Baris((nama, dulu, sekarang, selisih(dulu, sekarang)))
            for (nama, dulu), (_, sekarang) in zip(_ukuran(lalu), _ukuran(kini), strict=True)
        ),
        rinci=False,
    )


def _ukuran(j: Jumlah) -> list[tuple[str, Angka]]:
    bobot = angka_id(j.bobot, 0)
    return [
        ("Pelaksanaan selesai", j.capaian.selesai),
        ("Pelaksanaan yang berlaku (tanpa yang batal)", j.capaian.total),
        (f"Capaian rencana aksi (poin, dari bobot {bobot})", bulat(j.poin)),
        ("Pelaksanaan terlambat", j.capaian.terlambat),
        ("Bukti fisik terpenuhi", j.bukti.terpenuhi),
        ("Bukti fisik yang diminta", j.bukti.butuh),
        (f"Capaian bukti (poin, dari bobot {bobot})", bulat(j.poin_bukti)),
        ("Bukti yang kurang dari yang sudah selesai", j.bukti_kurang),
        ("Kendala belum selesai", j.kendala),
    ]


def selisih(dulu: Angka, sekarang: Angka) -> str:
    """+3, −0,25, or tetap."""
    beda = sekarang - dulu
    if not beda:
        return "tetap"
    besar = str(abs(beda)) if isinstance(beda, int) else angka_id(abs(beda))
    return f"{'+' if beda > 0 else '−'}{besar}"


def per_pengungkit(potret: Potret) -> Tabel:
    """What was due in the period and what became of it; where each pengungkit stands since the year began."""
    nama = {kode: f"{kode}. {nama}" for kode, nama, _ in potret.kini.sejarah.pengungkit}
    baris = [Baris((nama[kode], p.bobot, *_hitungan(potret, kode), *_posisi(p))) for kode, p in potret.posisi.items()]
    j = jumlahkan(potret.posisi.values())
    jumlah = ("Jumlah", j.bobot, *_hitungan(potret, ""), *_posisi(j))
    judul = (
        "Jatuh tempo", "Tepat waktu", "Selesai terlambat", "Belum selesai", "Ditunda", "Batal",
        "Selesai s.d. kini", "Dari", "Masih terlambat", "Bukti kurang", "Capaian (poin)",
    )  # fmt: skip
    return Tabel(
        "pengungkit",
        "Capaian per pengungkit",
        (Kolom("Pengungkit"), Kolom("Bobot", BOBOT), *(Kolom(satu, ANGKA) for satu in judul)),
        tuple(baris),
        rinci=False,
        petunjuk="Jatuh tempo sampai Batal: dalam periode ini. Selesai sampai Capaian: sejak awal tahun.",
        jumlah=Baris(jumlah),
    )


def _hitungan(potret: Potret, area: str) -> tuple[int, ...]:
    return (potret.banyak(area=area), *(potret.banyak(g, area=area) for g in Golongan))


def _posisi(p: Jumlah | Posisi) -> tuple[Angka, ...]:
    poin: Fraction = p.poin
    return p.capaian.selesai, p.capaian.total, p.capaian.terlambat, p.bukti_kurang, bulat(poin)
