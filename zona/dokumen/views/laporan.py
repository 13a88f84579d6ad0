"""Traffic of monev reports: all who may read the plan read them, the ketua writes, the kepala opens again."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.dokumen.domain.laporan import buka_laporan, selesaikan_laporan, simpan_laporan
from zona.dokumen.exports.ekspor import Ekspor
from zona.dokumen.exports.monev_nama import tetap_laporan
from zona.dokumen.exports.monev_pdf import monev_pdf
from zona.dokumen.exports.monev_xlsx import monev_xlsx
from zona.dokumen.forms.laporan import BukaForm, LaporanForm
from zona.dokumen.periode import Periode
from zona.dokumen.queries.monev.halaman import Lembar, baca_lembar, laporan_setahun, periode_dari
from zona.dokumen.queries.monev.isi import IsiLaporan
from zona.dokumen.views.kirim import kirim
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini, tanggal_id

HANYA_KETUA = "Laporan monev hanya ditulis dan diselesaikan oleh ketua."
HANYA_KEPALA = "Laporan yang sudah selesai hanya dibuka kembali oleh kepala."


@require_safe
def daftar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    baris = laporan_setahun(rencana, hari_ini(rencana.satker.zona_waktu))
    konteks = {"rencana": rencana, "baris": [(b, alamat(rencana, b.periode)) for b in baris]}
    return render(request, "dokumen/laporan_daftar.html", konteks)


@require_http_methods(["GET", "POST"])
def laporan(
    request: Permintaan, satker: str, tahun: int, bulan: int | None = None, triwulan: int | None = None
) -> HttpResponse:
    """The report; with ?versi=n as it was finished that time."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    periode, hari = periode_dari(tahun, bulan, triwulan), hari_ini(rencana.satker.zona_waktu)
    boleh = request.user.boleh("susun_laporan", rencana)
    if request.method == "POST" and not boleh:
        raise PermissionDenied(HANYA_KETUA)
    if periode.belum_mulai(hari):
        konteks = {"rencana": rencana, "periode": periode, "arah": _arah(rencana, periode)}
        return render(request, "dokumen/laporan_nanti.html", konteks, status=200 if request.method == "GET" else 422)
    lembar = baca_lembar(rencana, periode, hari, _versi(request))
    form = _form(request, lembar) if boleh and lembar.susunan else None
    if form and form.is_valid() and (pesan := _kerjakan(request, rencana, lembar, form)):
        messages.success(request, pesan)
        return redirect(alamat(rencana, periode))
    if request.method == "POST" and form is None:
        messages.error(request, "Laporan ini sudah selesai; yang baru dikirim tidak disimpan.")
        return redirect(alamat(rencana, periode))
    return _halaman(request, rencana, lembar, form)


@require_POST
def buka(
    request: Permintaan, satker: str, tahun: int, bulan: int | None = None, triwulan: int | None = None
) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("sahkan", rencana):
        raise PermissionDenied(HANYA_KEPALA)
    lembar = baca_lembar(rencana, periode_dari(tahun, bulan, triwulan), hari_ini(rencana.satker.zona_waktu))
    form = BukaForm(request.POST)
    if lembar.laporan is None or lembar.dilihat is None:
        messages.error(request, "Laporan ini belum selesai.")
    elif form.is_valid() and laksanakan(form, buka_laporan, laporan=lembar.laporan, oleh=request.user):
        messages.success(request, f"Laporan {lembar.periode.nama} dibuka kembali.")
    else:
        return _halaman(request, rencana, lembar, None, form)
    return redirect(alamat(rencana, lembar.periode))


@require_safe
def pdf(
    request: Permintaan, satker: str, tahun: int, bulan: int | None = None, triwulan: int | None = None
) -> HttpResponseBase:
    return _berkas(request, satker, periode_dari(tahun, bulan, triwulan), monev_pdf)


@require_safe
def xlsx(
    request: Permintaan, satker: str, tahun: int, bulan: int | None = None, triwulan: int | None = None
) -> HttpResponseBase:
    return _berkas(request, satker, periode_dari(tahun, bulan, triwulan), monev_xlsx)


def alamat(rencana: Rencana, periode: Periode) -> str:
    """Where the report stands."""
    nama = "dokumen:triwulan" if periode.triwulan else "dokumen:laporan"
    return reverse(nama, args=[rencana.satker.slug, rencana.tahun, periode.nomor])


def _arah(rencana: Rencana, periode: Periode) -> dict[str, Any]:
    """The periods beside this one, within the year, with their addresses."""
    dekat = {"sebelum": periode.sebelum, "sesudah": periode.sesudah}
    return {k: (p, alamat(rencana, p)) if p and p.tahun == periode.tahun else None for k, p in dekat.items()}


def _versi(request: Permintaan) -> int | None:
    teks = request.GET.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 6 else None


def _form(request: Permintaan, lembar: Lembar) -> LaporanForm:
    assert lembar.susunan is not None  # noqa: S101  (told by the caller)
    data = request.POST if request.method == "POST" else None
    prognosis = lembar.laporan.prognosis if lembar.laporan else {}
    return LaporanForm(data, susunan=lembar.susunan, periode=lembar.periode, prognosis=prognosis)


def _kerjakan(request: Permintaan, rencana: Rencana, lembar: Lembar, form: LaporanForm) -> str:
    """Save, or save and finish; what to say of it, empty where it was refused."""
    selesai = request.POST.get("tindakan") == "selesai"
    kerja: Callable[..., Any] = selesaikan_laporan if selesai else simpan_laporan
    revisi = request.POST.get("dilihat", "")
    argumen = {
        "rencana": rencana,
        "periode": lembar.periode,
        "oleh": request.user,
        "hari_ini": hari_ini(rencana.satker.zona_waktu),
        "dilihat": int(revisi) if revisi.isascii() and revisi.isdigit() else None,
    }
    if not laksanakan(form, kerja, **argumen):
        return ""
    return f"Laporan {lembar.periode.nama} {'selesai dan dibekukan' if selesai else 'tersimpan'}."


def _halaman(
    request: Permintaan, rencana: Rencana, lembar: Lembar, form: LaporanForm | None, buka: BukaForm | None = None
) -> HttpResponse:
    """`buka`: the refused form to open it again; the kepala finds an empty one under the report that is in force."""
    bisa = lembar.periode.bisa_selesai
    if buka is None and lembar.berlaku and request.user.boleh("sahkan", rencana):
        buka = BukaForm()
    konteks = {
        "rencana": rencana,
        "lembar": lembar,
        "isi": lembar.isi,
        "form": form,
        "buka": buka,
        "arah": _arah(rencana, lembar.periode),
        "alamat": alamat(rencana, lembar.periode),
        "nanti": f"Laporan ini dapat diselesaikan mulai {tanggal_id(bisa)}, hari kerja terakhir periodenya."
        if hari_ini(rencana.satker.zona_waktu) < bisa
        else "",
    }
    salah = (form and form.errors) or (buka and buka.errors)
    return render(request, "dokumen/laporan.html", konteks, status=422 if salah else 200)


def _berkas(
    request: Permintaan, satker: str, periode: Periode, gambar: Callable[[IsiLaporan], Ekspor]
) -> HttpResponseBase:
    rencana = rencana_terlihat(request.user, satker, periode.tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    if periode.belum_mulai(hari):
        raise Http404(f"{periode.nama} belum dimulai.")
    lembar = baca_lembar(rencana, periode, hari, _versi(request))
    ekspor = gambar(lembar.isi)
    return kirim(request, tetap_laporan(lembar.dilihat, rencana.satker, ekspor) if lembar.dilihat else ekspor)
