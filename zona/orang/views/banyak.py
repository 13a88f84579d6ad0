"""Many people at once: a list brought, its columns told where they must be, looked at row by row, mended, applied."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.orang.domain.banyak import HasilDaftar, terapkan_daftar
from zona.orang.enums import Jenis
from zona.orang.forms import RUSAK, BarisForm, Isian, KolomForm, TempelForm, isian_kiriman, lembar_kiriman
from zona.orang.queries.banding import bandingkan
from zona.orang.queries.hasil import KOSONG, HasilBaris, jumlah, sidik_hasil
from zona.orang.queries.tempat import Tempat, tempat_dikelola
from zona.orang.roster.daftar import baca_daftar, pilih_lembar, susun_daftar
from zona.orang.roster.kolom import tebak_peta


@require_http_methods(["GET", "HEAD", "POST"])
def banyak(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """One address for all its steps: the list goes from page to page, so nothing is kept before it is applied."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    if request.method != "POST":
        return _awal(request, tempat, TempelForm())
    langkah = {"kolom": _kolom, "periksa": _periksa}.get(request.POST.get("langkah", ""), _baca)
    try:
        return langkah(request, tempat)
    except ValueError:  # what the page carried is not what it was given
        form = TempelForm(request.POST)
        form.full_clean()
        form.add_error(None, RUSAK)
        return _awal(request, tempat, form)


def _awal(request: Permintaan, tempat: Tempat, form: TempelForm) -> HttpResponse:
    konteks = tempat.konteks | {"form": form}
    return render(request, "orang/banyak.html", konteks, status=422 if form.is_bound else 200)


def _baca(request: Permintaan, tempat: Tempat) -> HttpResponse:
    """To the rows; first to the columns, where neither headings nor what stands in them tells which is which."""
    form = TempelForm(request.POST, request.FILES)
    if not form.is_valid():
        return _awal(request, tempat, form)
    lembar, peta = pilih_lembar(form.buku)
    usul, yakin = (peta, True) if peta else tebak_peta(lembar)
    try:
        if not yakin:
            return _tanya_kolom(request, tempat, KolomForm(None, lembar, usul))
        return _lihat(request, tempat, Isian(baca_daftar(form.buku)))
    except DomainError as galat:
        form.add_error("berkas" if form.cleaned_data["berkas"] else "tempel", galat.pesan)
        return _awal(request, tempat, form)


def _tanya_kolom(request: Permintaan, tempat: Tempat, form: KolomForm) -> HttpResponse:
    konteks = tempat.konteks | {"form": form}
    return render(request, "orang/kolom.html", konteks, status=422 if form.is_bound else 200)


def _kolom(request: Permintaan, tempat: Tempat) -> HttpResponse:
    lembar = lembar_kiriman(request.POST)
    form = KolomForm(request.POST, lembar, tebak_peta(lembar)[0])
    if form.is_valid():
        try:
            return _lihat(request, tempat, Isian(susun_daftar(lembar, form.peta)))
        except DomainError as galat:
            form.add_error(None, galat.pesan)
    return _tanya_kolom(request, tempat, form)


def _periksa(request: Permintaan, tempat: Tempat) -> HttpResponse:
    """The rows once more, with what was mended; or all of it applied."""
    isian = isian_kiriman(request.POST)
    tindakan = request.POST.get("tindakan", "")
    if tindakan not in ("semua", "benar"):
        return _lihat(request, tempat, isian)
    try:
        hasil = terapkan_daftar(
            satker=tempat.satker, tahun=tempat.tahun, daftar=isian.daftar, jawaban=isian.jawaban,
            dilihat=isian.dilihat, benar_saja=tindakan == "benar", oleh=request.user,
        )  # fmt: skip
    except DomainError as galat:
        return _lihat(request, tempat, isian, galat.pesan)
    messages.success(request, _kalimat(hasil))
    return redirect("orang:orang", tempat.satker.slug)


def _kalimat(hasil: HasilDaftar) -> str:
    n = hasil.jumlah
    kata = f"{n[Jenis.BARU]} orang baru, {n[Jenis.BERUBAH]} berubah, {n[Jenis.SAMA]} sama."
    if hasil.tinggal:
        kata += f" Ditinggalkan: baris {', '.join(map(str, hasil.tinggal))}."
    return kata


def _lihat(request: Permintaan, tempat: Tempat, isian: Isian, galat: str = "") -> HttpResponse:
    """What each row would do; those in trouble, and those that were, with fields."""
    hasil = bandingkan(tempat.satker, tempat.tahun, isian.daftar, isian.jawaban, request.user)
    isian.buka_baris(hasil)
    isian.dilihat = sidik_hasil(hasil)
    konteks = tempat.konteks | {
        "daftar": isian.daftar,
        "isi": isian.ke_teks(),
        "galat": galat,
        "jumlah": jumlah(hasil),
        "siap": sum(h.jenis in (Jenis.BARU, Jenis.BERUBAH) for h in hasil),
        "terbuka": [_baris(h, isian) for h in hasil if h.baris.nomor in isian.buka],
        "tertutup": [h for h in hasil if h.masalah and h.baris.nomor not in isian.buka],
        "kelompok": [(j, [h for h in hasil if h.jenis == j]) for j in (Jenis.BARU, Jenis.BERUBAH, Jenis.SAMA)],
        "belum": sum(bool(h.masalah) for h in hasil),
    }
    return render(request, "orang/banyak_lihat.html", konteks, status=422 if galat else 200)


def _baris(hasil: HasilBaris, isian: Isian) -> tuple[HasilBaris, BarisForm]:
    form = BarisForm(None, hasil.baris, isian.jawaban.get(hasil.baris.nomor, KOSONG))
    form.siapkan(hasil)
    return hasil, form
