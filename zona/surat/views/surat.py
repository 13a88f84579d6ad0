"""The list of papers, and one of them: what is typed beside what will be printed, its history, its PDF."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.dokumen.views.kirim import kirim
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan
from zona.inti.waktu import hari_ini
from zona.surat.domain.surat import simpan_surat
from zona.surat.enums import JenisSurat
from zona.surat.exports.surat_pdf import ekspor_posisi, ekspor_surat, tetap_surat
from zona.surat.forms.surat import SuratForm
from zona.surat.models import Surat
from zona.surat.queries.beku import beku_surat, beku_tercetak
from zona.surat.queries.halaman import daftar_surat
from zona.surat.queries.isi import susun_surat
from zona.surat.queries.kurang import kurang_surat
from zona.surat.queries.surat import baca_surat, bertanda_terakhir, riwayat_surat
from zona.surat.rincian import RUAS
from zona.surat.tempat import ISIAN, TEMPAT
from zona.surat.views.baca import baca, boleh_membaca, dengan_revisi, pastikan_terbaca
from zona.surat.views.beku import badan_beku

PANJANG = "Teks ini terlalu panjang untuk digambar."


@require_safe
def daftar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    konteks = {"rencana": rencana, "baris": daftar_surat(rencana), "boleh": request.user.boleh("susun_surat", rencana)}
    return render(request, "surat/daftar.html", konteks)


@require_http_methods(["GET", "HEAD", "POST"])
def surat(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """?dari=n begins from revision n."""
    rencana, jenis = baca(request, satker, tahun, kode)
    kini = baca_surat(rencana.satker, rencana.tahun, jenis)
    awal = {"isi": kini.isi, **kini.rincian} | _dari(request, kini) | {"revisi": kini.revisi}
    form = SuratForm(request.POST or None, jenis=jenis, initial=awal)
    if request.method == "POST" and request.POST.get("tindakan") != "lihat":
        if form.is_valid() and laksanakan(form, simpan_surat, rencana=rencana, jenis=jenis, oleh=request.user):
            messages.success(request, f"{jenis.label} tersimpan.")
            return redirect("surat:surat", satker, tahun, kode)
        kini = baca_surat(rencana.satker, rencana.tahun, jenis)
        form.data = dengan_revisi(request, kini.revisi)
    bentrok = request.method == "POST" and request.POST.get("revisi") != str(kini.revisi)
    return _halaman(request, rencana, kini, form, bentrok=bentrok)


@require_safe
def riwayat(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponse:
    """Every revision; with ?revisi=n its words."""
    rencana, jenis = baca(request, satker, tahun, kode)
    kini = baca_surat(rencana.satker, rencana.tahun, jenis)
    revisi = riwayat_surat(kini)
    dipilih = next((r for r in revisi if str(r.revisi) == request.GET.get("revisi", "")), None)
    konteks = {"rencana": rencana, "jenis": jenis, "revisi": revisi, "dipilih": dipilih}
    konteks["ruas"] = sebut_ruas(jenis, dipilih.rincian) if dipilih else []
    konteks["boleh"] = request.user.boleh("susun_surat", rencana) and kini.draf
    konteks["cetakan"] = beku_tercetak(kini)
    return render(request, "surat/riwayat.html", konteks)


@require_safe
def pdf(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponseBase:
    """The paper as it has its number, a draft as it stands; ?revisi=n as an earlier one was printed; ?posisi=1 of the
    pakta: with its list as of today, which goes on."""
    rencana, jenis = baca(request, satker, tahun, kode)
    kini, hari = baca_surat(rencana.satker, rencana.tahun, jenis), hari_ini(rencana.satker.zona_waktu)
    if nomor := request.GET.get("revisi"):
        lama = next((b for b in beku_tercetak(kini) if str(b.revisi) == nomor), None)
        if lama is None:
            raise Http404(f"Tidak ada cetakan revisi {nomor}.")
        pastikan_terbaca(request, rencana, lama)
        lama.surat = kini
        return kirim(request, tetap_surat(rencana, lama))
    if request.GET.get("posisi") == "1" and jenis == JenisSurat.PAKTA and not kini.draf:
        return kirim(request, ekspor_posisi(rencana, kini, request.user, hari))
    pastikan_terbaca(request, rencana, beku_surat(kini))
    return kirim(request, ekspor_surat(rencana, kini, request.user, hari))


def sebut_ruas(jenis: JenisSurat, rincian: dict[str, str]) -> list[tuple[str, str]]:
    """(label, text) of what stands around the words, without what is empty."""
    return [(r.label, rincian[r.kode]) for r in RUAS[jenis] if rincian.get(r.kode)]


def pratinjau(request: Permintaan, rencana: Rencana, surat: Surat, form: SuratForm) -> dict[str, Any]:
    """The paper as it will be printed with what is typed, saved or not."""
    ruas = {k: str(form[k].value() or "") for k in form.fields if k not in ("isi", "revisi")}
    diketik = Surat(
        satker=rencana.satker, tahun=surat.tahun, jenis=surat.jenis, isi=str(form["isi"].value() or ""), rincian=ruas,
        nomor=surat.nomor, tanggal=surat.tanggal,
    )  # fmt: skip
    try:
        isi = susun_surat(rencana, diketik, request.user, hari_ini(rencana.satker.zona_waktu))
    except ValueError:
        return {"isi": None, "galat": PANJANG, "cetak": False}
    return {"isi": isi, "galat": "", "cetak": False}


def _dari(request: Permintaan, surat: Surat) -> dict[str, str]:
    """The words of an earlier revision, to begin from."""
    if not (nomor := request.GET.get("dari")):
        return {}
    for satu in riwayat_surat(surat):
        if str(satu.revisi) == nomor:
            return {"isi": satu.isi, **satu.rincian}
    raise Http404(f"Revisi {nomor} tidak ada.")


def _halaman(request: Permintaan, rencana: Rencana, kini: Surat, form: SuratForm, *, bentrok: bool) -> HttpResponse:
    """The editor, or only what will be printed for HTMX while one types."""
    lihat = pratinjau(request, rencana, kini, form)
    jenis = JenisSurat(kini.jenis)
    konteks = {"rencana": rencana, "jenis": jenis, "surat": kini, "form": form, **lihat}
    if bagian_saja(request):
        return render(request, "surat/_pratinjau.html", konteks)
    beku = beku_surat(kini)
    konteks |= {
        "beku": beku, "badan": badan_beku(beku) if beku and boleh_membaca(request, rencana, beku) else "",
        "kurang": kurang_surat(lihat["isi"]) if kini.draf and lihat["isi"] and not form.is_bound else (),
        "boleh": request.user.boleh("susun_surat", rencana), "tempat": TEMPAT, "isian": ISIAN, "bentrok": bentrok,
        "tersimpan": sebut_ruas(jenis, kini.rincian), "bertanda": bertanda_terakhir(kini),
    }  # fmt: skip
    return render(request, "surat/surat.html", konteks, status=422 if form.is_bound and form.errors else 200)
