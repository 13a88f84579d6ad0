"""The units an office means to hand over: proposed and not withdrawn, the office's own assessment locked."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian
from zona.inti.waktu import hari_ini
from zona.nilai.enums import KategoriUsulan
from zona.nilai.models import Usulan
from zona.organisasi.models import Satker
from zona.portalrb.tolak import Tolak

WBK = (KategoriUsulan.WBK, KategoriUsulan.WBK_AFIRMASI)
WBBM = (KategoriUsulan.WBBM,)
TIDAK_ADA = "DATA_NOT_FOUND"


def usulan_hidup(satker: Satker) -> "QuerySet[Usulan]":
    """Not withdrawn, newest year first; `terkunci` tells whether the office's own assessment is locked."""
    mandiri = Penilaian.objects.filter(
        satker=OuterRef("satker"), tahun=OuterRef("tahun"), jenis=JenisPenilaian.MANDIRI, status=StatusPenilaian.DIKUNCI
    )
    milik = Usulan.objects.filter(satker=satker, ditarik_pada__isnull=True)
    return milik.annotate(terkunci=Exists(mandiri)).select_related("satker").order_by("-tahun", "unit_id")


def daftar_unit(satker: Satker, kategori: Iterable[str]) -> dict[str, Any]:
    """The units of the newest year the office proposes in (this year, where it proposes nothing), in the form of
    docs/portalrb.md; one query."""
    usulan = list(usulan_hidup(satker))
    tahun = usulan[0].tahun if usulan else hari_ini(satker.zona_waktu).year
    return {
        "tahun": tahun,
        "units": [
            {"id": u.unit_id, "nama": u.satker.nama, "kategori": u.kategori, "afirmasi": u.afirmasi}
            for u in usulan
            if u.tahun == tahun and u.kategori in kategori and u.terkunci  # type: ignore[attr-defined]  # annotated
        ],
    }


def usulan_unit(satker: Satker, unit_id: str) -> Usulan:
    """The office's own, of its newest year. Raises Tolak: 403 for another office's unit, 404 for one that is not
    proposed (any more) or whose assessment is not locked."""
    usulan = usulan_hidup(satker).filter(unit_id=unit_id).first()
    if usulan is None and Usulan.objects.filter(unit_id=unit_id).exclude(satker=satker).exists():
        raise Tolak(403, "FORBIDDEN", "Token ini milik instansi lain, sehingga tidak dapat membaca unit ini.")
    if usulan is None:
        raise Tolak(404, TIDAK_ADA, f"Unit {unit_id} tidak diusulkan.")
    if not usulan.terkunci:  # type: ignore[attr-defined]  # annotated
        raise Tolak(404, TIDAK_ADA, f"Penilaian unit {unit_id} tahun {usulan.tahun} belum dikunci.")
    return usulan
