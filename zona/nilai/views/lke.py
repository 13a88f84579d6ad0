"""The working sheet: its index with the way to the next gap, and one page per komponen where answers are saved."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from pengungkit.beku import Naskah, soal_naskah
from pengungkit.domain.jawab import Bentrok, jawab
from pengungkit.enums import JenisPenilaian
from pengungkit.forms import JawabForm
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, bagian_saja
from zona.nilai.queries.lke import LembarLke, alas_lke, berikut, lembar_lke
from zona.nilai.queries.lke_keadaan import keadaan_lke
from zona.nilai.queries.lke_soal import daftar_soal, kunci_soal

LOMPAT = {"belum": "Semua pertanyaan sudah dijawab.", "bukti": "Semua jawaban sudah punya bukti yang diterima."}
BUKAN_BAGIANNYA = "Jawaban LKE diisi ketua tim dan koordinator pengungkitnya; nilai TPI oleh penilai."


@require_safe
def lke(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    lembar = lembar_lke(rencana, request.user)
    apa = request.GET.get("lompat")
    if apa in LOMPAT:
        if tuju := berikut(lembar, apa, request.GET.get("dari", "")):
            return redirect(alamat_soal(lembar, *tuju))
        messages.success(request, LOMPAT[apa])
        return redirect("nilai:lke", satker, tahun)
    konteks = {"rencana": rencana, "lembar": lembar, "keadaan": keadaan_lke(lembar)}
    return render(request, "nilai/lke.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def komponen(request: Permintaan, satker: str, tahun: int, komponen: str) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    alas = alas_lke(rencana, request.user)
    if komponen not in [k["kode"] for k in alas.naskah["komponen"]]:
        raise Http404
    if request.method == "POST":
        return _jawab(request, alas, komponen)
    lembar = lembar_lke(rencana, request.user, komponen, alas.semua)
    return render(request, "nilai/lke_komponen.html", konteks_komponen(lembar, komponen))


def _jawab(request: Permintaan, alas: LembarLke, komponen: str) -> HttpResponse:
    kode, jenis = request.POST.get("soal", ""), request.POST.get("jenis", "")
    soal, rencana = _soal(alas, komponen, kode, jenis), alas.rencana
    if soal is None:
        pesan = f"{kode or 'Tanpa nomor'} bukan pertanyaan {komponen} instrumen {alas.naskah['kode']}."
        lembar = lembar_lke(rencana, request.user, komponen, alas.semua)
        return render(request, "nilai/lke_komponen.html", konteks_komponen(lembar, komponen, pesan=pesan), status=422)
    form = JawabForm(request.POST, soal=soal)
    galat = _simpan(form, alas, JenisPenilaian(jenis), kode)
    dahulu = alas.semua if not galat and any(p.jenis == jenis for p in alas.semua) else None
    lembar = lembar_lke(rencana, request.user, komponen, dahulu, jawaban_saja=bagian_saja(request))
    terisi = {"soal": kode, "jenis": jenis, "form": form, "galat": galat} if galat else None
    return jawaban_soal(request, lembar, komponen, kode, terisi, bagian="jawaban", jenis=jenis)


def _soal(lembar: LembarLke, komponen: str, kode: str, jenis: str) -> Naskah | None:
    """The question that is answered. Raises PermissionDenied for who may not answer there."""
    milik = next(((k, s) for k, _, s in soal_naskah(lembar.naskah) if (k["kode"], s["kode"]) == (komponen, kode)), None)
    area = next(k["area"] for k in lembar.naskah["komponen"] if k["kode"] == komponen)
    if jenis not in JenisPenilaian.values or not lembar.boleh(JenisPenilaian(jenis), area):
        raise PermissionDenied(BUKAN_BAGIANNYA)
    return milik[1] if milik else None


def _simpan(form: JawabForm, alas: LembarLke, jenis: JenisPenilaian, kode: str) -> list[str]:
    """Save; the reasons why not, for the person."""
    if form.is_valid():
        rencana = alas.rencana
        ada = next((p.instrumen for p in alas.semua if p.jenis == jenis), rencana.instrumen)
        tempat: dict[str, Any] = {"satker": rencana.satker, "tahun": rencana.tahun, "instrumen": ada, "jenis": jenis}
        try:
            jawab(**tempat, kode=kode, oleh=alas.pengguna, **form.cleaned_data)
        except Bentrok as galat:
            return [galat.pesan]
        except DomainError as galat:
            form.add_error(galat.kolom if galat.kolom in form.fields else None, galat.pesan)
    return [str(pesan) for daftar in form.errors.values() for pesan in daftar]


def jawaban_soal(
    request: Permintaan,
    lembar: LembarLke,
    komponen: str,
    kode: str,
    terisi: dict[str, Any] | None = None,
    *,
    bagian: str = "bukti",
    jenis: str = "",
) -> HttpResponse:
    """After a change to one question: its part `bagian` and what hangs on it, never the fields somebody types in;
    without HTMX back to it, or the page where it was refused."""
    status = 422 if terisi else 200
    konteks = konteks_komponen(lembar, komponen, terisi)
    if bagian_saja(request):
        konteks |= {"s": next(s for s in konteks["soal"] if s.soal["kode"] == kode), "jenis": jenis}
        return render(request, f"nilai/lke_komponen.html#{bagian}", konteks, status=status)
    if terisi:
        return render(request, "nilai/lke_komponen.html", konteks, status=status)
    return redirect(alamat_soal(lembar, komponen, kode))


def alamat_soal(lembar: LembarLke, komponen: str, kode: str) -> str:
    alamat = reverse("nilai:lke_komponen", args=[lembar.rencana.satker.slug, lembar.rencana.tahun, komponen])
    return f"{alamat}#soal-{kunci_soal(kode)}"


def konteks_komponen(
    lembar: LembarLke, komponen: str, terisi: dict[str, Any] | None = None, *, pesan: str = ""
) -> dict[str, Any]:
    bagian = list(lembar.bagian())
    tempat = next(i for i, b in enumerate(bagian) if b.naskah["kode"] == komponen)
    return {
        "rencana": lembar.rencana,
        "lembar": lembar,
        "bagian": bagian[tempat],
        "sebelum": bagian[tempat - 1] if tempat else None,
        "sesudah": bagian[tempat + 1] if tempat + 1 < len(bagian) else None,
        "soal": daftar_soal(lembar, komponen, terisi),
        "pesan": pesan,
    }
