"""One import: its changes looked at and chosen, applied; what it did, and taking it back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from rencana_aksi.queries.versi import versi_rencana
from zona.impor.domain.pratinjau import Pratinjau, pratinjau
from zona.impor.domain.terapkan import HasilImpor, terapkan_impor
from zona.impor.domain.urungkan import siapkan_urungan
from zona.impor.forms import TerapkanForm, dipilih, sesuai_tautan
from zona.impor.models import Impor
from zona.impor.queries.daftar import satu_impor, urungan_dari
from zona.impor.queries.hak import hak_impor
from zona.impor.tampil import judul_bagian, ringkas, susun_bagian, yang_diterapkan
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.inti.waktu import hari_ini

DIBUKA = 150
"""Rows up to which the pengungkit are unfolded."""
BATAS_PILIHAN = 4000
"""Rows to choose at once: a form with more than DATA_UPLOAD_MAX_NUMBER_FIELDS is refused."""
DISEBUT = 5


@require_http_methods(["GET", "HEAD", "POST"])
def impor(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The preview, and POST what is chosen; applied: what it did."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    hak_impor(request.user, rencana)
    satu = satu_impor(request.user, rencana, pk)
    if satu.diterapkan:
        return _hasil(request, rencana, satu)
    lihat = pratinjau(satu, request.user, hari_ini(rencana.satker.zona_waktu))
    if request.method != "POST":
        pakai = sesuai_tautan(request.GET.get("pilih", ""), lihat.perubahan, lihat.awal)
        return _pratinjau(request, satu, lihat, pakai, TerapkanForm(perlu_alasan=lihat.perlu_perubahan))
    form = TerapkanForm(request.POST, perlu_alasan=lihat.perlu_perubahan)
    pakai = dipilih(request.POST, lihat.perubahan)
    if form.is_valid() and _terapkan(request, satu, pakai, form):
        return redirect("impor:impor", rencana.satker.slug, tahun, pk)
    return _pratinjau(request, satu, lihat, pakai, form)


def _pratinjau(
    request: Permintaan, impor: Impor, lihat: Pratinjau, pakai: frozenset[str], form: TerapkanForm
) -> HttpResponse:
    perubahan = lihat.perubahan[:BATAS_PILIHAN]
    konteks = {"rencana": lihat.rencana, "impor": impor, "lihat": lihat, "form": form, "jumlah": ringkas(perubahan)}
    konteks |= {
        "bagian": susun_bagian(perubahan, judul_bagian(lihat.rencana), pakai),
        "dapat": any(p.dapat for p in perubahan),
        "lewat": len(lihat.perubahan) - len(perubahan),
        "terbuka": len(perubahan) <= DIBUKA,
    }
    return render(request, "impor/pratinjau.html", konteks, status=422 if form.is_bound else 200)


def _terapkan(request: Permintaan, impor: Impor, pakai: frozenset[str], form: TerapkanForm) -> bool:
    """A refusal becomes the form's, at its field."""
    hari = hari_ini(impor.satker.zona_waktu)
    try:
        hasil = terapkan_impor(impor=impor, pakai=pakai, oleh=request.user, hari_ini=hari, **form.cleaned_data)
    except DomainError as galat:
        form.add_error(galat.kolom if galat.kolom in form.fields else None, galat.pesan)
        return False
    messages.success(request, f"{len(hasil.diterapkan)} perubahan diterapkan.")
    if hasil.dilewati:
        messages.warning(request, _dilewati(hasil))
    return True


def _dilewati(hasil: HasilImpor) -> str:
    sebab = list(dict.fromkeys(hasil.dilewati.values()))
    lagi = f" Dan {len(sebab) - DISEBUT} sebab lain." if sebab[DISEBUT:] else ""
    rincian = " ".join(f"{s[:1].upper()}{s[1:].removesuffix('.')}." for s in sebab[:DISEBUT])
    return f"{len(hasil.dilewati)} yang dipilih tidak diterapkan. {rincian}{lagi}"


def _hasil(request: Permintaan, rencana: Rencana, impor: Impor) -> HttpResponse:
    """What an applied import did, and the way back."""
    perubahan = yang_diterapkan(impor)
    konteks = {"rencana": rencana, "impor": impor, "jumlah": ringkas(perubahan), "urungan": urungan_dari(impor)}
    konteks |= {"berlaku": next(iter(versi_rencana(rencana)), None), "terbuka": len(perubahan) <= DIBUKA}
    konteks["bagian"] = susun_bagian(perubahan, judul_bagian(rencana), ())
    return render(request, "impor/hasil.html", konteks)


@require_POST
def urungkan(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """To the preview of taking it back, which is applied as any other."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    hak_impor(request.user, rencana)
    satu = satu_impor(request.user, rencana, pk)
    try:
        urung = siapkan_urungan(impor=satu, oleh=request.user)
    except DomainError as galat:
        messages.error(request, galat.pesan)
        return redirect("impor:impor", rencana.satker.slug, tahun, pk)
    return redirect("impor:impor", rencana.satker.slug, tahun, urung.pk)
