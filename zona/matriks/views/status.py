"""Recording progress in place: one click for "selesai hari ini", a small form for everything else."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.enums import Status
from rencana_aksi.forms import StatusForm
from rencana_aksi.models import Pelaksanaan
from rencana_aksi.queries.pelaksanaan import pelaksanaan_terlihat
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan, tampilkan
from zona.inti.waktu import hari_ini
from zona.matriks.queries.status import sel_status


@require_http_methods(["GET", "POST"])
def status(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    pelaksanaan = pelaksanaan_terlihat(request.user, satker, tahun, pk)
    if not request.user.boleh("catat_status", pelaksanaan):
        raise PermissionDenied(
            "Status hanya diubah oleh ketua, koordinator pengungkitnya, dan penanggung jawab aksinya."
        )
    rencana = pelaksanaan.aksi.rencana_kerja.pengungkit.rencana
    hari = hari_ini(rencana.satker.zona_waktu)
    if "lihat" in request.GET and bagian_saja(request):
        return _sel(request, pelaksanaan, hari)
    form = StatusForm(_isian(request, hari), pelaksanaan=pelaksanaan, hari_ini=hari)
    lama = pelaksanaan.status
    if form.is_valid() and laksanakan(form, catat_status, pelaksanaan=pelaksanaan, oleh=request.user, hari_ini=hari):
        return _sesudah(request, pelaksanaan, lama, hari)
    konteks = {"rencana": rencana, "pelaksanaan": pelaksanaan, "form": form, "kembali": _kembali(request, pelaksanaan)}
    return tampilkan(request, "matriks/status.html", "formulir", konteks)


def _isian(request: Permintaan, hari: date) -> QueryDict | None:
    """What was sent. The one-click button means done today, from the status it was drawn with."""
    if request.method != "POST":
        return None
    isian = request.POST.copy()
    if lama := isian.get("selesai_dari"):
        isian.update({"status": Status.SELESAI, "realisasi": hari.isoformat(), "status_lama": lama})
    return isian


def _sesudah(request: Permintaan, pelaksanaan: Pelaksanaan, lama: str, hari: date) -> HttpResponse:
    """The changed cell and totals; the whole page where calling off also changes how much evidence is asked."""
    if not bagian_saja(request):
        return redirect(_kembali(request, pelaksanaan))
    if Status.BATAL in (lama, pelaksanaan.status):
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return _sel(request, pelaksanaan, hari)


def _sel(request: Permintaan, pelaksanaan: Pelaksanaan, hari: date) -> HttpResponse:
    sel = sel_status(pelaksanaan, hari)
    rencana = pelaksanaan.aksi.rencana_kerja.pengungkit.rencana
    konteks = {"rencana": rencana, "aksi": sel.aksi, "bagian": sel.bagian, "boleh": {sel.aksi.pk}}
    return render(request, "matriks/_sel.html", konteks)


def _kembali(request: Permintaan, pelaksanaan: Pelaksanaan) -> str:
    """Where to go on without JavaScript: the page one came from, at the action's row."""
    tujuan = request.POST.get("kembali") or request.GET.get("kembali", "")
    if not url_has_allowed_host_and_scheme(tujuan, {request.get_host()}, request.is_secure()):
        rencana = pelaksanaan.aksi.rencana_kerja.pengungkit.rencana
        tujuan = reverse("matriks:matriks", args=[rencana.satker.slug, rencana.tahun])
    return f"{tujuan.split('#')[0]}#aksi-{pelaksanaan.aksi_id}"
