"""What is odd in a plan, with who accepted it as it is."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from rencana_aksi.models import Rencana, TemuanDiterima
from rencana_aksi.queries.periksa.aturan import ATURAN, periksa
from rencana_aksi.queries.periksa.baca import baca_naskah
from rencana_aksi.queries.periksa.temuan import Jenis, Temuan, sidik


@dataclass(frozen=True, slots=True)
class Penerimaan:
    """ "Memang begitu": who said so, when (the office's own date), and why."""

    oleh: str
    pada: date
    catatan: str


@dataclass(frozen=True, slots=True)
class BarisTemuan:
    temuan: Temuan
    diterima: Penerimaan | None


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The findings of one kind."""

    jenis: Jenis
    baris: list[BarisTemuan]

    @property
    def terbuka(self) -> int:
        return sum(b.diterima is None for b in self.baris)

    @property
    def cara(self) -> str:
        """The way to mend them that is told once for all; empty where each has its own."""
        cara = {b.temuan.cara for b in self.baris}
        return cara.pop() if len(cara) == 1 else ""


@dataclass(frozen=True, slots=True)
class Laporan:
    """By kind, in the order of the rules; a kind without findings is there and empty."""

    kelompok: list[Kelompok]

    @property
    def baris(self) -> list[BarisTemuan]:
        return [b for k in self.kelompok for b in k.baris]

    @property
    def terbuka(self) -> int:
        return sum(k.terbuka for k in self.kelompok)

    @property
    def diterima(self) -> int:
        return len(self.baris) - self.terbuka

    @property
    def sidik(self) -> str:
        """Of all that is still to be decided: it changes when that does."""
        return sidik(sorted(str(b.temuan.kunci) for b in self.baris if b.diterima is None))


def temuan_dari(rencana: Rencana) -> list[Temuan]:
    """All findings. Seven queries."""
    return periksa(baca_naskah(rencana))


def cari_temuan(rencana: Rencana, kode: str, objek: str, objek_id: int) -> Temuan | None:
    """The finding of that kind at that row as it is now; None when there is none."""
    sebutan = (kode, objek, objek_id)
    return next((t for t in temuan_dari(rencana) if t.kunci[:3] == sebutan), None)


def laporan(rencana: Rencana) -> Laporan:
    """The findings by kind and who accepted them. Eight queries (with satker and instrumen selected)."""
    semua, diterima = temuan_dari(rencana), _diterima(rencana)
    return Laporan(
        [
            Kelompok(jenis, [BarisTemuan(t, diterima.get(t.kunci)) for t in semua if t.jenis is jenis])
            for jenis, _ in ATURAN
        ]
    )


def _diterima(rencana: Rencana) -> dict[tuple[str, str, int, str], Penerimaan]:
    zona = ZoneInfo(rencana.satker.zona_waktu)
    kolom = ("kode", "objek", "objek_id", "sidik", "diterima_oleh__nama", "diterima_pada", "catatan")
    return {
        (kode, objek, objek_id, sidik): Penerimaan(oleh or "Sistem", pada.astimezone(zona).date(), catatan)
        for kode, objek, objek_id, sidik, oleh, pada, catatan in TemuanDiterima.objects.filter(
            rencana=rencana.berlaku
        ).values_list(*kolom)
    }
