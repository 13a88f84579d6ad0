"""Evidence and notes at one question: choosing and linking, letting go, making a kendala of the assessor's note."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from bukti_fisik.domain.kait import kaitkan_soal, lepas_soal
from bukti_fisik.queries.cari import bukti_terlihat
from pengungkit.beku import Naskah, soal_naskah
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Pertanyaan
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.nilai.domain.catatan import SudahAda, jadikan_kendala
from zona.nilai.queries.lke import LembarLke, lembar_lke
from zona.nilai.queries.lke_bukti import BuktiSoal
from zona.nilai.queries.lke_lazim import bukti_lazim
from zona.nilai.views.lke import alamat_soal, jawaban_soal

TIDAK_MENGAITKAN = "Bukti jawaban dikaitkan oleh ketua tim dan koordinator pengungkitnya."
TIDAK_MENCATAT = "Catatan TPI dijadikan kendala oleh penilai, ketua tim, atau koordinator pengungkitnya."


@require_http_methods(["GET", "HEAD", "POST"])
def bukti(request: Permintaan, satker: str, tahun: int, komponen: str, soal: str) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    lembar = lembar_lke(rencana, request.user, komponen)
    bagian, naskah = _cari(lembar, komponen, soal)
    if not lembar.boleh(JenisPenilaian.MANDIRI, bagian["area"]):
        raise PermissionDenied(TIDAK_MENGAITKAN)
    if request.method != "POST":
        konteks = {"rencana": rencana, "bagian": bagian, "soal": naskah, "terbuka": lembar.kolom[0].terbuka}
        konteks |= {"kelompok": _kelompok(lembar, naskah), "kembali": alamat_soal(lembar, komponen, soal)}
        konteks["lazim"] = bukti_lazim(lembar.naskah["kode"], soal)
        return render(request, "nilai/lke_bukti.html", konteks)
    kerja = lepas_soal if "lepas" in request.POST else kaitkan_soal
    nomor = request.POST.get("lepas") or request.POST.get("bukti", "")
    satu = bukti_terlihat(request.user, satker, tahun, int(nomor) if nomor.isascii() and nomor.isdigit() else 0)
    try:
        kerja(bukti=satu, soal=_pertanyaan(naskah), oleh=request.user)
    except DomainError as galat:
        messages.error(request, galat.pesan)
        return redirect("nilai:lke_komponen", satker, tahun, komponen)
    return jawaban_soal(request, lembar_lke(rencana, request.user, komponen), komponen, soal)


@require_POST
def kendala(request: Permintaan, satker: str, tahun: int, komponen: str, soal: str) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    lembar = lembar_lke(rencana, request.user, komponen)
    bagian, naskah = _cari(lembar, komponen, soal)
    if not any(lembar.boleh(j, bagian["area"]) for j in JenisPenilaian):
        raise PermissionDenied(TIDAK_MENCATAT)
    if not any(k.jenis == JenisPenilaian.TPI for k in lembar.kolom):
        raise Http404
    try:
        baru = jadikan_kendala(rencana=rencana, soal=_pertanyaan(naskah), oleh=request.user)
        messages.success(request, f"Menjadi kendala dengan penanggung jawab {baru.penanggung_jawab or 'belum ada'}.")
    except SudahAda as galat:
        messages.info(request, galat.pesan)
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return jawaban_soal(request, lembar, komponen, soal)


def _cari(lembar: LembarLke, komponen: str, soal: str) -> tuple[Naskah, Naskah]:
    """The komponen and the question. Raises Http404."""
    for k, _, s in soal_naskah(lembar.naskah):
        if (k["kode"], s["kode"]) == (komponen, soal):
            return k, s
    raise Http404


def _pertanyaan(naskah: Naskah) -> Pertanyaan:
    milik = Pertanyaan.objects.select_related("indikator__komponen")
    return get_object_or_404(milik, pk=naskah["id"])


def _kelompok(lembar: LembarLke, soal: Naskah) -> list[tuple[str, list[BuktiSoal], str, str]]:
    """(heading, evidence, name of the button, its word): what is linked, what is alike, then the rest."""
    terkait, mirip = lembar.bukti.terkait.get(soal["kode"], []), lembar.bukti.saran(soal, None)
    dipakai = {b.id for b in [*mirip, *terkait]}
    lain = [b for b in lembar.bukti.calon.values() if b.id not in dipakai]
    return [
        ("Sudah dikaitkan", terkait, "lepas", "Lepas"),
        ("Mungkin cocok", mirip, "bukti", "Kaitkan"),
        ("Bukti lain dalam rencana", lain, "bukti", "Kaitkan"),
    ]
