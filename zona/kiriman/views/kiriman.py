"""The table of a heap: seen, marked, given places, taken, passed over, closed."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, bagian_saja, tampilkan
from zona.kiriman.domain.baris import Hasil, ambil_berkas, lewati_baris, tempatkan_baris
from zona.kiriman.domain.kiriman import tutup_kiriman
from zona.kiriman.enums import StatusKiriman
from zona.kiriman.forms import SaringForm, TempatForm
from zona.kiriman.models import BarisKiriman, Kiriman
from zona.kiriman.queries.kiriman import satu_baris, satu_kiriman
from zona.kiriman.queries.tabel import susun_baris_tabel, susun_tabel
from zona.kiriman.queries.tempat import area_boleh, tempat_rencana


@require_safe
def kiriman(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    kiriman = satu_kiriman(request.user, satker, tahun, pk)
    form = SaringForm(request.GET)
    konteks = {
        "rencana": kiriman.rencana,
        "kiriman": kiriman,
        "terbuka": kiriman.status == StatusKiriman.TERBUKA,
        "saring": form,
        "saringan": form.terisi,
        "tabel": susun_tabel(kiriman, request.user, **form.terisi),
        "kembali": request.get_full_path(),
        "alamat_halaman": f"{request.path}?{form.tanpa_halaman}",
    }
    return tampilkan(request, "kiriman/kiriman.html", "tabel", konteks, status=200)


@require_POST
def ambil(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Take what was confirmed; back to the page, where each row says what became of it."""
    kiriman = satu_kiriman(request.user, satker, tahun, pk)
    try:
        hasil = ambil_berkas(kiriman=kiriman, urutan=_dicentang(request), oleh=request.user)
        (messages.error if hasil.ditolak else messages.success)(request, _kalimat(hasil))
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return _pulang(request, kiriman)


@require_POST
def lewati(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    kiriman = satu_kiriman(request.user, satker, tahun, pk)
    try:
        banyak = lewati_baris(kiriman=kiriman, urutan=_dicentang(request), oleh=request.user)
        messages.success(request, f"{banyak} berkas dilewati." if banyak else "Centang dahulu berkasnya.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return _pulang(request, kiriman)


def _dicentang(request: Permintaan) -> list[int]:
    return [int(n) for n in request.POST.getlist("berkas") if n.isascii() and n.isdigit() and len(n) < 10]


def _kalimat(hasil: Hasil) -> str:
    bagian = [f"{hasil.diambil} berkas diambil sebagai bukti."] if hasil.diambil else []
    if hasil.ditolak:
        bagian.append(f"{hasil.ditolak} berkas tidak diambil; sebabnya tertulis di barisnya.")
    if hasil.sisa:
        bagian.append(f"{hasil.sisa} berkas belum sempat diambil. Centang lagi, lalu ambil.")
    return " ".join(bagian) or "Centang dahulu berkas yang diambil."


def _pulang(request: Permintaan, kiriman: Kiriman) -> HttpResponse:
    """303 to the page one came from."""
    tujuan = request.POST.get("kembali", "")
    if not url_has_allowed_host_and_scheme(tujuan, {request.get_host()}, request.is_secure()):
        tujuan = reverse("kiriman:kiriman", args=[kiriman.rencana.satker.slug, kiriman.rencana.tahun, kiriman.pk])
    tanggapan = redirect(tujuan)
    tanggapan.status_code = 303
    return tanggapan


@require_http_methods(["GET", "HEAD", "POST"])
def tempat(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Choose another place for one file: a page, or for htmx a form inside its row, then the row."""
    baris = satu_baris(request.user, satker, tahun, pk)
    area = area_boleh(request.user, baris.kiriman.rencana)
    cari = request.GET.get("q", "")[:100]
    pilihan = [t for t in tempat_rencana(baris.kiriman.rencana) if t.area in area]
    awal = {"tempat": _kini(baris)}
    form = TempatForm(request.POST or None, tempat=pilihan, cari=cari, initial=awal, auto_id=f"%s-{pk}")
    if form.is_valid() and _tempatkan(form, baris, request.user):
        return _sesudah(request, satu_baris(request.user, satker, tahun, pk), area)
    kembali = _kembali(request)
    konteks = {"rencana": baris.kiriman.rencana, "baris": baris, "form": form, "cari": cari, "kembali": kembali}
    tanggapan = tampilkan(request, "kiriman/tempat.html", "pilih", konteks)
    if tanggapan.status_code == 422:  # the form stays where it is in the row
        tanggapan.headers["HX-Retarget"], tanggapan.headers["HX-Reswap"] = f"#pilih-{pk}", "innerHTML"
    return tanggapan


def _kembali(request: Permintaan) -> str:
    return request.POST.get("kembali") or request.GET.get("kembali", "")


def _sesudah(request: Permintaan, baris: BarisKiriman, area: set[str]) -> HttpResponse:
    """The row as it is now, or without htmx back to the table."""
    if not bagian_saja(request):
        return _pulang(request, baris.kiriman)
    b = susun_baris_tabel(baris, baris.kiriman, area)
    konteks = {"rencana": baris.kiriman.rencana, "b": b, "kembali": _kembali(request)}
    return render(request, "kiriman/_baris.html", konteks)


def _kini(baris: BarisKiriman) -> str:
    syarat = baris.tempat
    return "" if syarat is None else f"{syarat.pk}-{baris.pelaksanaan_id}" if baris.pelaksanaan_id else str(syarat.pk)


def _tempatkan(form: TempatForm, baris: BarisKiriman, oleh: Any) -> bool:
    try:
        tempatkan_baris(baris=baris, oleh=oleh, **form.terpilih())
    except DomainError as galat:
        form.add_error("tempat", galat.pesan)
        return False
    return True


@require_http_methods(["GET", "HEAD", "POST"])
def tutup(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """Asks once what will be thrown away, then closes."""
    kiriman = satu_kiriman(request.user, satker, tahun, pk)
    if request.method == "POST":
        try:
            tutup_kiriman(kiriman=kiriman, oleh=request.user)
            messages.success(request, f"Kiriman {kiriman.nama} ditutup.")
        except DomainError as galat:
            messages.error(request, galat.pesan)
        return redirect("kiriman:daftar", satker, tahun)
    tabel = susun_tabel(kiriman, request.user)
    return render(request, "kiriman/tutup.html", {"rencana": kiriman.rencana, "kiriman": kiriman, "tabel": tabel})
