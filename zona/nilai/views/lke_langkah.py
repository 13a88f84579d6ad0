"""The life of an assessment: submit, lock, reopen; the assessor's beginning and opening; reading an earlier lock."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pengungkit.beku import soal_naskah
from pengungkit.domain.kunci import ajukan_penilaian
from pengungkit.domain.penilaian import buka_jawaban_unit, mulai_tpi
from pengungkit.enums import JenisPenilaian
from pengungkit.models import PenilaianBeku
from pengungkit.queries import instrumen_dinilai
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan
from zona.nilai.domain.kunci import buka_lke, kunci_lke
from zona.nilai.forms_lke import AlasanBukaForm, KunciTpiForm, LangkahForm
from zona.nilai.queries.lke import Kolom, LembarLke, lembar_lke
from zona.nilai.queries.lke_beku import lembar_beku
from zona.nilai.queries.lke_keadaan import AJUKAN, KUNCI, langkah

KERJA: dict[str, tuple[Callable[..., Any], type[LangkahForm], str]] = {
    "ajukan": (ajukan_penilaian, LangkahForm, "diajukan"),
    "kunci": (kunci_lke, LangkahForm, "dikunci"),
    "buka": (buka_lke, AlasanBukaForm, "dibuka kembali"),
}
BERNOMOR = {("kunci", JenisPenilaian.TPI): KunciTpiForm}
"""Steps of one column that want more: what the assessor locks is a report with a number."""
JUDUL = {"ajukan": "Ajukan", "kunci": "Kunci", "buka": "Buka kembali"}
HAK = {"ajukan": AJUKAN, "kunci": KUNCI, "buka": KUNCI}
BUKAN_WEWENANG = (
    "Langkah ini bukan wewenang Anda: mandiri diajukan ketua atau kepala dan dikunci kepala, TPI oleh penilai."
)


@require_http_methods(["GET", "HEAD", "POST"])
def langkah_lke(request: Permintaan, satker: str, tahun: int, jenis: str, langkah: str) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    lembar = lembar_lke(rencana, request.user)
    kolom = _kolom(lembar, jenis)
    if langkah not in KERJA or kolom.penilaian is None:
        raise Http404
    if not request.user.boleh(HAK[langkah][kolom.jenis], rencana):
        raise PermissionDenied(BUKAN_WEWENANG)
    kerja, bentuk, kata = KERJA[langkah]
    bentuk = BERNOMOR.get((langkah, kolom.jenis), bentuk)
    form = bentuk(request.POST if request.method == "POST" else None)
    if form.is_valid() and laksanakan(form, kerja, penilaian=kolom.penilaian, oleh=request.user):
        messages.success(request, f"{kolom.penilaian} {kata}.")
        return redirect("nilai:lke", satker, tahun)
    if form.errors:  # a step that was taken back has left its mark on the row in memory
        lembar = lembar_lke(rencana, request.user)
        kolom = _kolom(lembar, jenis)
    konteks = {"rencana": rencana, "lembar": lembar, "kolom": kolom, "langkah": langkah, "form": form}
    konteks["judul"] = f"{JUDUL[langkah]} {'penilaian TPI' if jenis == JenisPenilaian.TPI else 'penilaian mandiri'}"
    konteks |= _ringkas(lembar, kolom, langkah)
    return render(request, "nilai/lke_langkah.html", konteks, status=422 if form.errors else 200)


def _kolom(lembar: LembarLke, jenis: str) -> Kolom:
    """The column of that kind, where the person may see it. Raises Http404."""
    kolom = next((k for k in lembar.kolom if k.jenis == jenis and not k.tertutup), None)
    if kolom is None:
        raise Http404
    return kolom


def _ringkas(lembar: LembarLke, kolom: Kolom, nama: str) -> dict[str, Any]:
    """What is unanswered, not to be counted, or without accepted evidence, question by question."""
    semua = {s["kode"]: (k["kode"], s) for k, _, s in soal_naskah(lembar.naskah)}
    skor = kolom.skor
    tanpa = [s["kode"] for _, s in semua.values() if kolom.jawaban(s["kode"]) and not lembar.bukti.diterima(s["kode"])]
    return {
        "skor": skor,
        "belum": [semua[k] for k in skor.belum_dijawab] if skor else [],
        "tak_terhitung": [semua[k] for k in skor.tak_terhitung] if skor else [],
        "tanpa_bukti": len(tanpa),
        "boleh": nama in langkah(lembar, kolom),
    }


@require_POST
def mulai(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The assessor begins, blind or not."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("nilai_lke", rencana):
        raise PermissionDenied("Penilaian TPI dimulai oleh penilai.")
    tempat: dict[str, Any] = {"satker": rencana.satker, "tahun": rencana.tahun}
    tempat["instrumen"] = instrumen_dinilai(rencana.satker_id, rencana.tahun) or rencana.instrumen
    return _kerjakan(request, rencana, mulai_tpi, **tempat, buta="buta" in request.POST)


@require_POST
def buka_unit(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Who assesses blind opens the office's answers."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("nilai_lke", rencana):
        raise PermissionDenied("Jawaban unit dibuka oleh penilai yang menilai tanpa melihatnya.")
    tpi = next((p for p in lembar_lke(rencana, request.user).semua if p.jenis == JenisPenilaian.TPI), None)
    if tpi is None:
        raise Http404
    return _kerjakan(request, rencana, buka_jawaban_unit, penilaian=tpi)


def _kerjakan(request: Permintaan, rencana: Rencana, kerja: Callable[..., Any], **argumen: Any) -> HttpResponse:
    try:
        kerja(**argumen, oleh=request.user)
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect("nilai:lke", rencana.satker.slug, rencana.tahun)


@require_safe
def beku(request: Permintaan, satker: str, tahun: int, jenis: str, pk: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    kolom = _kolom(lembar_lke(rencana, request.user), jenis)
    satu = get_object_or_404(PenilaianBeku, penilaian=kolom.penilaian, urutan=pk)
    konteks = {"rencana": rencana, "beku": satu, "lembar": lembar_beku(satu, rencana.satker.zona_waktu)}
    return render(request, "nilai/lke_beku.html", konteks)
