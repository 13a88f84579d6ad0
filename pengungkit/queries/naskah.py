"""The whole text of an instrument (the form of beku.py), kept by each worker until its file changes."""

from collections import defaultdict
from typing import Any

from django.core.cache import cache

from pengungkit.beku import Naskah
from pengungkit.models import Indikator, Instrumen, Komponen, Masukan, Pertanyaan, Pilihan

SEHARI = 24 * 60 * 60


def naskah_instrumen(instrumen: Instrumen) -> Naskah:
    """Five queries the first time a worker needs it, none after."""
    kunci = f"naskah-{instrumen.pk}-{instrumen.isi_sha256}"
    hasil: Naskah | None = cache.get(kunci)
    if hasil is None:
        hasil = _susun(instrumen)
        cache.set(kunci, hasil, SEHARI)
    return hasil


def _susun(instrumen: Instrumen) -> Naskah:
    soal = _soal(instrumen)
    indikator: dict[int, dict[str, Any]] = {}
    milik: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for i in Indikator.objects.filter(komponen__instrumen=instrumen).order_by("komponen__urutan", "urutan"):
        isi: dict[str, Any] = {"kode": i.kode, "nama": i.nama, "bobot": str(i.bobot), "catatan": i.catatan}
        indikator[i.pk] = isi = {**isi, "sub": [], "soal": soal[i.pk]}
        (indikator[i.induk_id]["sub"] if i.induk_id else milik[i.komponen_id]).append(isi)
    return {
        "kode": instrumen.kode,
        "nama": instrumen.nama,
        "status": instrumen.status,
        "isi_sha256": instrumen.isi_sha256,
        "ambang": instrumen.ambang,
        "perhitungan": instrumen.perhitungan,
        "komponen": [
            {
                "kode": k.kode, "nama": k.nama, "kelompok": k.kelompok, "area": k.area, "aspek": k.aspek,
                "bobot": str(k.bobot), "indikator": milik[k.pk],
            }
            for k in Komponen.objects.filter(instrumen=instrumen)
        ],
    }  # fmt: skip


def _soal(instrumen: Instrumen) -> dict[int, list[dict[str, Any]]]:
    """Questions by indikator id."""
    pilihan: dict[int, list[dict[str, Any]]] = defaultdict(list)
    masukan: dict[int, list[dict[str, Any]]] = defaultdict(list)
    atas = {"pertanyaan__indikator__komponen__instrumen": instrumen}
    for p in Pilihan.objects.filter(**atas).order_by("urutan"):
        pilihan[p.pertanyaan_id].append({"id": p.pk, "label": p.label, "teks": p.teks, "nilai": str(p.nilai)})
    for m in Masukan.objects.filter(**atas).order_by("urutan"):
        masukan[m.pertanyaan_id].append(
            {"kode": m.kode, "teks": m.teks, "soal_portalrb": m.soal_portalrb, "excel_baris": m.excel_baris}
        )
    hasil: dict[int, list[dict[str, Any]]] = defaultdict(list)
    for s in Pertanyaan.objects.filter(indikator__komponen__instrumen=instrumen).order_by("urutan"):
        hasil[s.indikator_id].append(
            {
                "id": s.pk, "kode": s.kode, "teks": s.teks, "jenis": s.jenis_jawaban, "penjelasan": s.penjelasan,
                "catatan": s.catatan, "data_dukung": s.data_dukung, "yakin": s.yakin, "rumus": s.rumus,
                "soal_portalrb": s.soal_portalrb, "excel_baris": s.excel_baris, "pilihan": pilihan[s.pk],
                "masukan": masukan[s.pk],
            }
        )  # fmt: skip
    return hasil
