"""The words of reminders, in formal plain Indonesian. Pure: no database."""

from collections.abc import Sequence
from datetime import date

from rencana_aksi.enums import Status
from zona.inti.kata import tamat
from zona.inti.libur import HARI
from zona.inti.waktu import tanggal_id
from zona.kabar.enums import Jenis
from zona.kabar.queries.butir import Butir, KabarAksi

BATAS_BUKTI = 6


def hari_tanggal(hari: date) -> str:
    """Senin, 20 Maret 2023."""
    return f"{HARI[hari.weekday()]}, {tanggal_id(hari)}"


def berapa_hari(hari: int) -> str:
    """How far away a due date is: terlambat 3 hari, hari ini, besok, 7 hari lagi."""
    if hari < 0:
        return f"terlambat {-hari} hari"
    return {0: "hari ini", 1: "besok"}.get(hari, f"{hari} hari lagi")


def besar(teks: str) -> str:
    """The first letter as at the start of a sentence, the rest as it is."""
    return teks[:1].upper() + teks[1:]


def sebutkan(nama: Sequence[str], batas: int, pemisah: str = "; ") -> str:
    """At most `batas` of them by name, then how many more."""
    lebih = len(nama) - batas
    return pemisah.join(nama) if lebih <= 0 else f"{pemisah.join(nama[:batas])}{pemisah}dan {lebih} lainnya"


def kalimat(butir: Butir) -> str:
    """One reminder as a sentence."""
    if b := butir.bukti:
        oleh = f" oleh {b.pemeriksa}" if b.pemeriksa else ""
        return f"Bukti dikembalikan{oleh}: {b.nama}, untuk {b.syarat}. Alasan: {b.alasan}"
    p = butir.pelaksanaan
    if p is None or p.jatuh_tempo is None:
        raise ValueError("butir tanpa bukti harus berjatuh tempo")
    semula = f" (semula {tanggal_id(p.jatuh_tempo_semula)})" if p.jatuh_tempo_semula else ""
    keadaan = {Status.BERJALAN.value: " Sedang berjalan."}.get(p.status, "")
    return f"{besar(berapa_hari(butir.hari))}: jatuh tempo {hari_tanggal(p.jatuh_tempo)}{semula}.{keadaan}"


def kalimat_aksi(kabar: KabarAksi) -> list[str]:
    """All reminders of an action, the most pressing first, then the evidence still to be shown."""
    baris = [kalimat(b) for b in sorted(kabar.butir, key=lambda b: b.hari)]
    if kabar.kurang:
        baris.append(tamat(f"Bukti yang masih diperlukan: {sebutkan(kabar.kurang, BATAS_BUKTI)}"))
    return baris


def ringkasan(aksi: Sequence[KabarAksi]) -> str:
    """2 terlambat, 1 segera jatuh tempo, 1 bukti dikembalikan."""
    butir = [b for kabar in aksi for b in kabar.butir]
    terlambat = sum(b.jenis == Jenis.TERLAMBAT for b in butir)
    kembali = sum(b.jenis == Jenis.DIKEMBALIKAN for b in butir)
    hitung = (
        (terlambat, "terlambat"),
        (len(butir) - terlambat - kembali, "segera jatuh tempo"),
        (kembali, "bukti dikembalikan"),
    )
    return ", ".join(f"{n} {nama}" for n, nama in hitung if n)
