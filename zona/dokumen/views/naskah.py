"""Traffic of the document's words: all who may read the plan read them, the ketua edits them while it is worked on."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.dokumen.exports.pratinjau import pratinjau
from zona.dokumen.forms.naskah import BagianForm, HapusForm, LampiranForm
from zona.dokumen.queries.naskah import HANYA, Naskah, baca_naskah, bagian_naskah
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan, tampilkan
from zona.inti.waktu import hari_ini
from zona.naskah.domain.naskah import hapus_bagian, simpan_bagian, tambah_lampiran
from zona.naskah.queries.naskah import Bagian, riwayat_bagian
from zona.naskah.tempat import ISIAN, TEMPAT

TERSIMPAN = "Naskah “{}” tersimpan."


@require_http_methods(["GET", "POST"])
def naskah(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The sections in their order; a new lampiran at their end."""
    rencana, isi = _baca(request, satker, tahun)
    form = LampiranForm(request.POST or None)
    if form.is_valid() and laksanakan(form, tambah_lampiran, rencana=rencana, oleh=request.user):
        messages.success(request, f"Lampiran “{form.cleaned_data['judul']}” ditambahkan; tulislah isinya.")
        return redirect("dokumen:naskah", satker, tahun)
    konteks = {"rencana": rencana, "naskah": isi, "form": form}
    return render(request, "dokumen/naskah/daftar.html", konteks, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def bagian(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """One section: what is typed, and beside it what will be printed. ?dari=n begins from revision n."""
    rencana, isi = _baca(request, satker, tahun)
    satu = bagian_naskah(isi, kode)
    awal = {"judul": satu.judul, "isi": satu.isi} | _dari(request, rencana, kode) | {"revisi": satu.revisi}
    form = BagianForm(request.POST or None, initial=awal)
    if request.method == "POST" and request.POST.get("tindakan") != "lihat":
        if form.is_valid() and laksanakan(form, simpan_bagian, rencana=rencana, kode=kode, oleh=request.user):
            messages.success(request, TERSIMPAN.format(form.cleaned_data["judul"]))
            return redirect("dokumen:naskah_bagian", satker, tahun, kode)
        satu = bagian_naskah(baca_naskah(rencana, request.user), kode)
        form.data = {**request.POST.dict(), "dibaca": form["revisi"].value(), "revisi": satu.revisi}
    return _halaman(request, rencana, isi, satu, form)


@require_safe
def riwayat(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """Every revision of a section; with ?revisi=n its words."""
    rencana, isi = _baca(request, satker, tahun)
    satu, revisi = bagian_naskah(isi, kode), riwayat_bagian(rencana, kode)
    dipilih = next((r for r in revisi if str(r.revisi) == request.GET.get("revisi", "")), None)
    konteks = {"rencana": rencana, "naskah": isi, "bagian": satu, "revisi": revisi, "dipilih": dipilih}
    return render(request, "dokumen/naskah/riwayat.html", konteks)


@require_POST
def hapus(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """Take a lampiran out of the document."""
    rencana, isi = _baca(request, satker, tahun)
    satu, form = bagian_naskah(isi, kode), HapusForm(request.POST)
    if form.is_valid() and laksanakan(form, hapus_bagian, rencana=rencana, kode=kode, oleh=request.user):
        messages.success(request, f"Lampiran “{satu.judul}” dihapus; tulisannya tetap ada pada jejak.")
        return redirect("dokumen:naskah", satker, tahun)
    messages.error(request, " ".join(map(str, form.non_field_errors())) or "Muat ulang halaman, lalu coba lagi.")
    return redirect("dokumen:naskah_bagian", satker, tahun, kode)


def _baca(request: Permintaan, satker: str, tahun: int) -> tuple[Rencana, Naskah]:
    """Raises Http404 for outsiders, PermissionDenied for readers who send something."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    isi = baca_naskah(rencana, request.user)
    if request.method == "POST" and not isi.boleh:
        raise PermissionDenied(HANYA)
    return rencana, isi


def _dari(request: Permintaan, rencana: Rencana, kode: str) -> dict[str, str]:
    """The words of an earlier revision, to begin from."""
    if not (nomor := request.GET.get("dari")):
        return {}
    for satu in riwayat_bagian(rencana, kode):
        if str(satu.revisi) == nomor:
            return {"judul": satu.judul, "isi": satu.isi}
    raise Http404(f"Revisi {nomor} tidak ada.")


def _halaman(request: Permintaan, rencana: Rencana, isi: Naskah, satu: Bagian, form: BagianForm) -> HttpResponse:
    """The editor, or only what will be printed for HTMX while one types."""
    diketik = {k: form[k].value() or "" for k in ("judul", "isi")}
    hari = hari_ini(rencana.satker.zona_waktu)
    lihat = pratinjau(rencana, isi.bagian, satu.kode, diketik["judul"], diketik["isi"], hari)
    konteks: dict[str, Any] = {
        "rencana": rencana, "naskah": isi, "bagian": satu, "form": form, "lihat": lihat, "isi": lihat.isi,
        "tempat": TEMPAT, "isian": ISIAN, "bentrok": str(form.data.get("dibaca", satu.revisi)) != str(satu.revisi),
    }  # fmt: skip
    if bagian_saja(request):
        return render(request, "dokumen/naskah/bagian.html#pratinjau", konteks)
    return tampilkan(request, "dokumen/naskah/bagian.html", "pratinjau", konteks)
