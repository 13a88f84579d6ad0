"""What may be done with a first draft as a whole: another instrument, and throwing it away."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pengungkit.models import Instrumen
from rencana_aksi.domain.buang import buang_rencana
from rencana_aksi.domain.ganti_instrumen import ganti_instrumen
from rencana_aksi.models import Rencana
from rencana_aksi.queries.draf_pertama import (
    beda_bobot,
    berjawaban,
    boleh_membuang,
    bukan_draf,
    jumlah_baris,
    penahan_rencana,
)
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.angka import bobot_id
from zona.inti.htmx import Permintaan, laksanakan
from zona.mulai.forms.rencana import BuangForm, GantiForm

HANYA_GANTI = "Hanya ketua tim dan admin satuan kerja yang dapat mengganti instrumen rencana."
HANYA_BUANG = "Draf rencana hanya dibuang oleh pembuatnya atau ketua tim."


@require_http_methods(["GET", "HEAD", "POST"])
def instrumen(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """?ke=…: what would change; POST changes it."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not request.user.boleh("buat_rencana", rencana):
        raise PermissionDenied(HANYA_GANTI)
    form, kata = GantiForm(request.POST or None, kini=rencana.instrumen), ""
    if form.is_valid():
        kata = _yang_berganti(rencana, form.cleaned_data["instrumen"])
    if form.is_valid() and laksanakan(form, ganti_instrumen, rencana=rencana, oleh=request.user):
        messages.success(request, kata)
        return redirect("matriks:matriks", rencana.satker.slug, tahun)
    konteks = {"rencana": rencana, "tempat": rencana, "form": form, "halangan": _tertahan(rencana)}
    konteks["beda"] = [(i, beda_bobot(rencana, i)) for i in Instrumen.objects.exclude(pk=rencana.instrumen_id)]
    return render(request, "mulai/instrumen.html", konteks, status=422 if form.is_bound else 200)


def _yang_berganti(rencana: Rencana, baru: Instrumen) -> str:
    """What taking that instrument changes, as it is told once it is taken."""
    if baru.pk == rencana.instrumen_id:
        return f"Rencana {rencana.tahun} memang sudah memakai {baru.nama}; tidak ada yang berubah."
    hal = [
        f"{b.kode} {', '.join(filter(None, (_menjadi(b.nama, b.nama_baru), _menjadi(*bobot))))}"
        for b in beda_bobot(rencana, baru)
        if b.berubah and (bobot := (bobot_id(b.bobot), bobot_id(b.bobot_baru)))
    ]
    ekor = f"Nama atau bobot pengungkit yang berubah: {'; '.join(hal)}." if hal else "Nama dan bobot pengungkit tetap."
    return f"Instrumen diganti dari {rencana.instrumen.nama} menjadi {baru.nama}. {ekor} Barisnya tetap."


def _menjadi(lama: str, baru: str) -> str:
    return f"{lama} menjadi {baru}" if lama != baru else ""


def _tertahan(rencana: Rencana) -> str:
    """Why it cannot be changed now; empty where it can."""
    if kata := bukan_draf(rencana, "diganti instrumennya"):
        return kata
    return f"LKE {rencana.tahun} sudah berisi jawaban, jadi instrumennya tetap." if berjawaban(rencana) else ""


@require_http_methods(["GET", "HEAD", "POST"])
def buang(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """What would go, what holds it; POST with a reason throws it away."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if not boleh_membuang(request.user, rencana):
        raise PermissionDenied(HANYA_BUANG)
    form = BuangForm(request.POST or None)
    if form.is_valid() and laksanakan(form, buang_rencana, rencana=rencana, oleh=request.user):
        messages.success(request, f"Draf rencana {tahun} dibuang. Tim dan orangnya tetap.")
        return redirect("mulai:mulai", rencana.satker.slug)
    konteks = {"rencana": rencana, "tempat": rencana, "form": form, "jumlah": jumlah_baris(rencana)}
    konteks |= {"halangan": bukan_draf(rencana, "dibuang"), "penahan": penahan_rencana(rencana)}
    return render(request, "mulai/buang.html", konteks, status=422 if form.is_bound else 200)
