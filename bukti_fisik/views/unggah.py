"""Sending evidence: several files at once, each answering for itself."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from bukti_fisik.domain.bukti import unggah_bukti
from bukti_fisik.forms import UnggahForm
from bukti_fisik.queries.cari import syarat_terlihat
from bukti_fisik.queries.tempat import kabar_tersimpan
from bukti_fisik.views.jawab import BERUBAH, konteks_blok, pulang
from rencana_aksi.models import SyaratBukti
from zona.inti.berkas import nama_tampil
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, bagian_saja, tampilkan
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class Hasil:
    """What became of one file."""

    nama: str
    baik: bool
    pesan: str


@require_http_methods(["GET", "HEAD", "POST"])
def unggah(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The place to hand in for one syarat. POST: 303 to the page one came from when all were kept, 422 with a sentence
    for each file when one was not."""
    syarat = syarat_terlihat(request.user, satker, tahun, pk)
    if not request.user.boleh("unggah_bukti", syarat):
        raise PermissionDenied("Bukti hanya diunggah oleh kepala, ketua, dan tim pengungkitnya.")
    if request.method != "POST":
        form = UnggahForm(request.GET, syarat=syarat)
        konteks = konteks_blok(request, syarat, form.cleaned_data.get("pelaksanaan") if form.is_valid() else None)
        return tampilkan(request, "bukti_fisik/unggah.html", "jawaban", konteks | {"hasil": []}, status=200)
    form = UnggahForm(request.POST, request.FILES, syarat=syarat)
    hasil = _simpan(form, syarat, request.user)
    konteks = konteks_blok(request, syarat, form.cleaned_data.get("pelaksanaan")) | {"hasil": hasil}
    baik = all(h.baik for h in hasil)
    if baik and not bagian_saja(request):
        messages.success(request, " ".join(h.pesan for h in hasil))
        return pulang(request, konteks["blok"])
    tanggapan = tampilkan(request, "bukti_fisik/unggah.html", "jawaban", konteks, status=200 if baik else 422)
    tanggapan.headers["HX-Trigger"] = BERUBAH
    return tanggapan


def _simpan(form: UnggahForm, syarat: SyaratBukti, oleh: Pengguna) -> list[Hasil]:
    """Every file through the domain; the good ones stay whatever becomes of the others."""
    if not form.is_valid():
        return [Hasil("", False, " ".join(str(pesan) for daftar in form.errors.values() for pesan in daftar))]
    hasil = []
    for berkas in form.files.getlist("berkas"):
        nama = nama_tampil(berkas.name or "")
        try:
            bukti = unggah_bukti(syarat=syarat, nama=nama, isi=berkas, oleh=oleh, **form.cleaned_data)
            hasil.append(Hasil(nama, True, kabar_tersimpan(bukti)))
        except DomainError as galat:
            hasil.append(Hasil(nama, False, f"{nama} ditolak. {galat.pesan}"))
    return hasil or [Hasil("", False, "Pilih dahulu berkasnya.")]
