"""The starter: everything ticked at first, what is ticked becomes the plan."""

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from pengungkit.models import Instrumen
from rencana_aksi.domain.awal import NaskahAwal, buat_rencana_awal, naskah_awal
from rencana_aksi.domain.isi_awal import isi_rencana_awal
from rencana_aksi.models import Rencana
from rencana_aksi.queries.buat import pengungkit_instrumen, tim_pelaksana
from rencana_aksi.queries.sunting import boleh_disunting
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan
from zona.mulai.queries.awal import Centang, pilihan_dari, semua_centang, susun_bagian
from zona.mulai.queries.tempat import Tempat, berbaris, tempat_baru
from zona.mulai.views.dasar import berinstrumen


@require_http_methods(["GET", "HEAD", "POST"])
@berinstrumen
def awal(request: Permintaan, satker: str, tahun: int, instrumen: Instrumen) -> HttpResponse:
    """POST "hitung" counts what is ticked; "buat" makes the plan, or fills the one that has no row yet."""
    tempat = tempat_baru(request.user, satker, tahun)
    if (ada := tempat.rencana) and berbaris(ada):
        messages.info(request, f"Rencana {tahun} sudah berisi; rencana awal hanya untuk rencana yang masih kosong.")
        return redirect("matriks:matriks", tempat.satker.slug, tahun)
    instrumen = ada.instrumen if ada else instrumen
    naskah = naskah_awal(instrumen.kode)
    if naskah is None:
        pesan = f"Belum ada rencana awal untuk {instrumen.nama}."
        return render(request, "galat.html", {"judul": "Rencana awal belum ada", "pesan": pesan}, status=422)
    kirim = request.method == "POST"
    centang = _dari_kiriman(request.POST) if kirim else semua_centang(naskah)
    galat = _buat(request, tempat, instrumen, naskah, centang) if kirim and "hitung" not in request.POST else ""
    if galat is None:
        return redirect(_tujuan(request, tempat), tempat.satker.slug, tahun)
    konteks = _konteks(tempat, instrumen, naskah, centang) | {"galat": galat}
    return render(request, "mulai/awal.html", konteks, status=422 if galat else 200)


def _dari_kiriman(data: QueryDict) -> Centang:
    return Centang(*(frozenset(data.getlist(nama)) for nama in ("area", "kerja", "aksi")))


def _buat(
    request: Permintaan, tempat: Tempat, instrumen: Instrumen, naskah: NaskahAwal, centang: Centang
) -> str | None:
    """Why it was not made; None where it was."""
    pilihan, oleh = pilihan_dari(naskah, centang), request.user
    try:
        if tempat.rencana:
            isi_rencana_awal(rencana=tempat.rencana, pilihan=pilihan, oleh=oleh)
        else:
            buat_rencana_awal(satker=tempat.satker, tahun=tempat.tahun, instrumen=instrumen, pilihan=pilihan, oleh=oleh)
    except DomainError as galat:
        return galat.pesan
    messages.success(request, f"Rencana {tempat.tahun} tersusun sebagai draf dari rencana awal. Sunting seperlunya.")
    return None


def _tujuan(request: Permintaan, tempat: Tempat) -> str:
    """Who may edit rows goes to them."""
    rencana = Rencana(satker=tempat.satker, tahun=tempat.tahun)
    return "rencana_aksi:sunting" if boleh_disunting(request.user, rencana) else "matriks:matriks"


def _konteks(tempat: Tempat, instrumen: Instrumen, naskah: NaskahAwal, centang: Centang) -> dict[str, object]:
    bertim = tim_pelaksana(tempat.satker, tempat.tahun)
    nama = {p.kode: p.nama for p in pengungkit_instrumen(instrumen)}
    bagian = susun_bagian(naskah, tempat.tahun, centang, nama, bertim)
    return {
        "tempat": tempat, "instrumen": instrumen, "bagian": bagian,
        "diambil": sum(b.diambil for b in bagian), "banyak": sum(b.banyak for b in bagian),
        "tanpa_tim": [b.kode for b in bagian if not b.berorang],
    }  # fmt: skip
