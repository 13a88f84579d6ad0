"""What an office keeps, and when it was last looked after."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Min, Q, Sum

from bukti_fisik.enums import Pindai
from bukti_fisik.models import Berkas
from zona.inti.berkas import clamav
from zona.organisasi.models import Satker

SABAR = 1.0
"""Seconds a page waits for the scanner to say that it is there."""


@dataclass(frozen=True, slots=True)
class Simpanan:
    """`byte` on the shelf. `diperiksa`: when the file checked longest ago was; None where one never was."""

    berkas: int
    byte: int
    karantina: int
    diperiksa: datetime | None


def simpanan_satker(satker: Satker) -> Simpanan:
    """One query."""
    belum = Q(diperiksa_pada__isnull=True)
    jumlah = Berkas.objects.filter(satker=satker).aggregate(
        berkas=Count("pk"), byte=Sum("ukuran", default=0), karantina=Count("pk", filter=Q(pindai=Pindai.KARANTINA)),
        belum=Count("pk", filter=belum), diperiksa=Min("diperiksa_pada"),
    )  # fmt: skip
    pada = None if jumlah.pop("belum") else jumlah.pop("diperiksa")
    return Simpanan(jumlah["berkas"], jumlah["byte"], jumlah["karantina"], pada)


def terpakai(satker: Satker | None = None) -> list[tuple[str, int, int]]:
    """(kode, files, bytes) of every office that keeps any, or of one."""
    milik = Berkas.objects.filter(satker=satker) if satker else Berkas.objects.all()
    jumlah = milik.values("satker__kode").annotate(berkas=Count("pk"), byte=Sum("ukuran")).order_by("satker__kode")
    return list(jumlah.values_list("satker__kode", "berkas", "byte"))


def keadaan_pindai() -> str:
    """Of the virus scan: mati (not set), hidup, or putus (set, and does not answer)."""
    if not clamav.menyala():
        return "mati"
    return "hidup" if clamav.hidup(SABAR) else "putus"
