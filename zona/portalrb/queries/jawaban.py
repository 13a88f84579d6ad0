"""The answers of a unit as they were locked, in the form of docs/portalrb.md."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.conf import settings
from django.urls import reverse

from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.queries.penilaian import beku_terakhir, penilaian_satker
from zona.nilai.models import Usulan
from zona.nilai.queries.baris_lke import BarisLke, baris_lke
from zona.portalrb.tolak import Tolak

Isi = Mapping[str, Any]


def jawaban_unit(usulan: Usulan) -> dict[str, Any]:
    """Every question PortalRB knows, by its number, whether answered or not; the assessor's once that is locked. Two
    queries. Raises Tolak (422) where the instrument has no questions of PortalRB."""
    terkunci = [
        p for p in penilaian_satker(usulan.satker_id, usulan.tahun) if p.status == StatusPenilaian.DIKUNCI
    ]  # fmt: skip
    beku = beku_terakhir(terkunci)
    isi = {p.jenis: beku[p.pk].isi for p in terkunci}
    unit, tpi = isi[JenisPenilaian.MANDIRI], isi.get(JenisPenilaian.TPI)
    answers = [_jawaban(usulan, b, unit, tpi) for b in _bernomor(unit)]
    if not answers:
        raise Tolak(422, "UNPROCESSABLE", f"Instrumen {unit['instrumen']['kode']} tidak bernomor soal PortalRB.")
    return {
        "unit_id": usulan.unit_id,
        "nama_unit": unit["satker"]["nama"],
        "tahun": usulan.tahun,
        "answers": sorted(answers, key=lambda a: a["soal_id"]),
    }


def _bernomor(isi: Isi) -> Iterator[BarisLke]:
    return (b for b in baris_lke(isi["instrumen"]) if b.soal_portalrb)


def _jawaban(usulan: Usulan, baris: BarisLke, unit: Isi, tpi: Isi | None) -> dict[str, Any]:
    kode = baris.soal["kode"]
    milik, penilai = unit["jawaban"].get(kode), (tpi or {}).get("jawaban", {}).get(kode)
    return {
        "soal_id": baris.soal_portalrb,
        "jawaban_unit": _teks(milik, baris.masukan),
        "jawaban_tpi": _teks(penilai, baris.masukan),
        "catatan_unit": (milik or {}).get("catatan") or None,
        "bukti_dukung_unit": _bukti(usulan, kode, unit["bukti"].get(kode, [])),
        "catatan_tpi": (penilai or {}).get("catatan") or None,
    }


def _teks(jawaban: Isi | None, masukan: str) -> str | None:
    """The letter, or the number as text: 4, 3.72."""
    if jawaban is None:
        return None
    if masukan:
        return str(jawaban["masukan"][masukan]) if masukan in jawaban["masukan"] else None
    if jawaban["pilihan"] is not None:
        return str(jawaban["pilihan"])
    if jawaban["angka"] is None:
        return None
    angka = str(jawaban["angka"])
    return angka.rstrip("0").rstrip(".") if "." in angka else angka


def _bukti(usulan: Usulan, kode: str, bukti: list[dict[str, Any]]) -> str | None:
    """The address where an assessor with an open door reads the evidence beside the question (zona/pintu)."""
    if not bukti:
        return None
    isian = {"satker": usulan.satker.slug, "tahun": usulan.tahun, "kode": kode}
    return f"{settings.ZONA_ALAMAT_LAMAN}{reverse('pintu:soal', kwargs=isian)}"
