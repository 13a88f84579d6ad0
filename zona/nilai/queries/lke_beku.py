"""One lock of an assessment as a page reads it, from what the lock kept alone."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from pengungkit.beku import Naskah, isian_dari, soal_naskah
from pengungkit.domain.isian import teks_isian
from pengungkit.models import PenilaianBeku
from zona.inti.angka import angka_id
from zona.inti.waktu import tanggal_pendek


@dataclass(frozen=True, slots=True)
class BarisBeku:
    """A question with its answer, note and evidence, all in words."""

    soal: Naskah
    jawaban: str
    teks: str
    catatan: str
    oleh: str
    bukti: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class LembarBeku:
    """`bagian`: (komponen, its points, its questions); `ambang`: (passes, sentence)."""

    isi: dict[str, Any]
    total: str
    dikunci: str
    diajukan: str
    bagian: list[tuple[Naskah, str, list[BarisBeku]]]
    ambang: list[tuple[bool, str]]


def lembar_beku(beku: PenilaianBeku, zona_waktu: str) -> LembarBeku:
    """No query."""
    isi, skor = beku.isi, beku.isi["skor"]
    zona = ZoneInfo(zona_waktu)
    milik: dict[str, list[BarisBeku]] = {k["kode"]: [] for k in isi["instrumen"]["komponen"]}
    for komponen, _, soal in soal_naskah(isi["instrumen"]):
        milik[komponen["kode"]].append(_baris(soal, isi, zona))
    return LembarBeku(
        isi=isi,
        total=angka_id(Decimal(skor["total"])),
        dikunci=_siapa(isi["dikunci"], zona),
        diajukan=_siapa(isi["diajukan"], zona),
        bagian=[
            (k, angka_id(Decimal(skor["komponen"][k["kode"]])), milik[k["kode"]]) for k in isi["instrumen"]["komponen"]
        ],
        ambang=[(a["lulus"], _ambang(a)) for a in skor["ambang"]],
    )


def _baris(soal: Naskah, isi: dict[str, Any], zona: ZoneInfo) -> BarisBeku:
    j = isi["jawaban"].get(soal["kode"])
    if j is None:
        return BarisBeku(soal, "", "", "", "", isi["bukti"].get(soal["kode"], []))
    teks = next((p["teks"] for p in soal["pilihan"] if p["label"] == j["pilihan"]), "")
    jawaban = teks_isian(isian_dari(j))
    return BarisBeku(soal, jawaban, teks, j["catatan"], _siapa(j, zona), isi["bukti"].get(soal["kode"], []))


def _siapa(isi: dict[str, Any], zona: ZoneInfo) -> str:
    saat = datetime.fromisoformat(isi["pada"]).astimezone(zona)
    return f"{isi['oleh'] or 'Sistem'}, {tanggal_pendek(saat.date())} pukul {saat:%H.%M}"


def _ambang(a: dict[str, Any]) -> str:
    nilai, minimal = angka_id(Decimal(a["nilai"])), angka_id(Decimal(a["minimal"]))
    putus = "lulus" if a["lulus"] else f"kurang {angka_id(Decimal(a['kurang']))}"
    return f"{a['predikat'].upper()}: {a['nama']} {nilai} dari minimal {minimal}: {putus}."
