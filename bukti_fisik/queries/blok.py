"""Evidence as a page shows it: one block per need (a syarat, or one of its occurrences), with what was uploaded."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from bukti_fisik.rules import boleh_menarik
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.inti.waktu import tanggal_pendek
from zona.organisasi.models import Pengguna

URUTAN_KEADAAN = (StatusBukti.DITERIMA, StatusBukti.MENUNGGU, StatusBukti.DIKEMBALIKAN)


def waktu_setempat(saat: datetime | None, zona_waktu: str) -> str:
    """15 Mar 2023 14.05 on the office's clock; empty for none."""
    if saat is None:
        return ""
    setempat = saat.astimezone(ZoneInfo(zona_waktu))
    return f"{tanggal_pendek(setempat.date())} {setempat:%H.%M}"


@dataclass(frozen=True, slots=True)
class BarisBukti:
    """One version, and what this person may do with it."""

    bukti: Bukti
    diunggah: str
    diverifikasi: str
    boleh_putus: bool
    boleh_tarik: bool

    @property
    def kode(self) -> str:
        """The stem of its ids on the page."""
        return str(self.bukti.pk)


@dataclass(slots=True)
class Blok:
    """One need. `kunci` is the stem of its ids on the page; `baris` the newest version first."""

    syarat: SyaratBukti
    pelaksanaan: Pelaksanaan | None
    boleh_unggah: bool
    baris: list[BarisBukti] = field(default_factory=list)

    @property
    def kunci(self) -> str:
        return f"{self.syarat.pk}-{self.pelaksanaan.pk}" if self.pelaksanaan else str(self.syarat.pk)

    @property
    def keadaan(self) -> str:
        """diterima, else menunggu, else dikembalikan; empty where nothing stands."""
        ada = {b.bukti.status for b in self.baris}
        return next((s.value for s in URUTAN_KEADAAN if s in ada), "")

    @property
    def terpenuhi(self) -> bool:
        return self.keadaan == StatusBukti.DITERIMA

    @property
    def berlaku(self) -> bool:
        """Asked for: not of an occurrence that was called off."""
        return self.pelaksanaan is None or self.pelaksanaan.status != Status.BATAL


def susun_blok(
    pengguna: Pengguna, syarat: Iterable[SyaratBukti], pelaksanaan: Iterable[Pelaksanaan], zona_waktu: str
) -> list[Blok]:
    """The needs of these syarat, in order, at these occurrences where asked at each; what was called off only where
    something was uploaded. One query for all; `syarat` carry their rencana_kerja up to the plan."""
    daftar, semua = list(syarat), list(pelaksanaan)
    per_kebutuhan: dict[tuple[int, int | None], list[Bukti]] = defaultdict(list)
    for bukti in (
        Bukti.objects.bagi(pengguna)
        .filter(syarat__in=daftar)
        .select_related("berkas", "diunggah_oleh", "diverifikasi_oleh")
        .order_by("-versi")
    ):
        per_kebutuhan[bukti.syarat_id, bukti.pelaksanaan_id].append(bukti)
    hasil = []
    for s in daftar:
        tempat: list[Pelaksanaan | None] = (
            [p for p in semua if p.aksi_id == s.aksi_id] if s.tiap_pelaksanaan else [None]
        )
        boleh = pengguna.boleh("unggah_bukti", s)
        for p in tempat:
            blok = Blok(s, p, boleh)
            blok.baris = [_baris(b, s, pengguna, zona_waktu) for b in per_kebutuhan[s.pk, p.pk if p else None]]
            if blok.berlaku or blok.baris:
                hasil.append(blok)
    return hasil


def satu_blok(pengguna: Pengguna, syarat: SyaratBukti, pelaksanaan: Pelaksanaan | None) -> Blok:
    """The same for one need, fresh from the database."""
    zona_waktu = syarat.rencana_kerja.pengungkit.rencana.satker.zona_waktu
    blok = susun_blok(pengguna, [syarat], [pelaksanaan] if pelaksanaan else [], zona_waktu)
    return blok[0] if blok else Blok(syarat, pelaksanaan, pengguna.boleh("unggah_bukti", syarat))


def _baris(bukti: Bukti, syarat: SyaratBukti, pengguna: Pengguna, zona_waktu: str) -> BarisBukti:
    bukti.syarat = syarat
    return BarisBukti(
        bukti,
        waktu_setempat(bukti.diunggah_pada, zona_waktu),
        waktu_setempat(bukti.diverifikasi_pada, zona_waktu),
        boleh_putus=bukti.status == StatusBukti.MENUNGGU and pengguna.boleh("verifikasi_bukti", bukti),
        boleh_tarik=bukti.status != StatusBukti.DITARIK and boleh_menarik(pengguna, bukti),
    )
