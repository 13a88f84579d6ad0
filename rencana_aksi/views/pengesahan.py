"""The steps in the life of a plan. Each has its own address; a refused one is drawn again in its place on the page
of versions."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm, Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.forms_versi import AjukanForm, BatalkanForm, KembalikanForm, PerubahanForm, TetapkanForm
from rencana_aksi.models import Rencana
from rencana_aksi.queries import versi as langkah
from rencana_aksi.queries.draf import Sanding, sandingkan
from rencana_aksi.queries.periksa import laporan
from rencana_aksi.queries.rencana import rencana_disunting, rencana_terlihat
from rencana_aksi.queries.ulang import ulang_dari
from zona.inti.htmx import Permintaan, laksanakan
from zona.inti.waktu import hari_ini

TANPA_ISI: dict[str, type[BaseForm]] = {
    langkah.KEMBALIKAN: KembalikanForm,
    langkah.PERUBAHAN: PerubahanForm,
    langkah.BATALKAN: BatalkanForm,
}
"""Steps whose form asks nothing of the plan."""
HANYA = {
    "ajukan": "Hanya kepala satuan kerja dan ketua tim yang dapat mengajukan rencana atau memulai perubahannya.",
    "sahkan": "Hanya kepala satuan kerja yang dapat menetapkan atau mengembalikan rencana.",
}


def halaman_versi(request: Permintaan, rencana: Rencana, *, status: int = 200, **ditolak: BaseForm) -> HttpResponse:
    """The page of versions, fresh from the database. A refused form is drawn in its place; where its step is no longer
    to be taken, only why."""
    keadaan = langkah.hidup_rencana(rencana, request.user)
    sanding = sandingkan(rencana) if rencana.perubahan_dari_id and keadaan.diputuskan else None
    formulir: dict[str, BaseForm] = {}
    if langkah.AJUKAN in keadaan.langkah:
        formulir[langkah.AJUKAN] = isi = AjukanForm(lapor=laporan(rencana))
        if (lama := ditolak.get(langkah.AJUKAN)) and lama.non_field_errors():  # told that it changed: read anew
            lama.data = {"temuan_dibaca": isi.lapor.sidik}
    if langkah.TETAPKAN in keadaan.langkah:
        formulir[langkah.TETAPKAN] = baru = _form_tetapkan(rencana, sanding=sanding)
        if (lama := ditolak.get(langkah.TETAPKAN)) and lama.non_field_errors():  # told that it changed: read anew
            lama.data = dict(lama.data.items()) | {"sidik_dibaca": baru.sidik}
    formulir |= {nama: kelas() for nama, kelas in TANPA_ISI.items() if nama in keadaan.langkah}
    lapor = laporan(rencana) if langkah.TETAPKAN in keadaan.langkah else None
    pesan = [galat for nama, form in ditolak.items() if nama not in formulir for galat in form.non_field_errors()]
    formulir |= {nama: form for nama, form in ditolak.items() if nama in formulir}
    konteks = {"rencana": rencana, "hidup": keadaan, "pesan": pesan, **{f"form_{n}": f for n, f in formulir.items()}}
    konteks |= {"lapor": lapor, "ulang": ulang_dari(sanding) if sanding else []}
    return render(request, "rencana_aksi/versi.html", konteks, status=status)


@require_POST
def ajukan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _untuk(request, satker, tahun, langkah.AJUKAN)
    pesan = "Rencana diajukan; menunggu penetapan kepala satuan kerja."
    form = AjukanForm(request.POST, lapor=laporan(rencana))
    return _langkah(request, rencana, langkah.AJUKAN, form, pesan, hidup.ajukan_rencana)


@require_POST
def tarik(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _untuk(request, satker, tahun, langkah.TARIK)
    pesan = "Pengajuan ditarik kembali; isi rencana dapat diubah lagi."
    return _langkah(request, rencana, langkah.TARIK, Form(request.POST), pesan, hidup.tarik_rencana)


@require_POST
def kembalikan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _untuk(request, satker, tahun, langkah.KEMBALIKAN)
    form = KembalikanForm(request.POST)
    return _langkah(request, rencana, langkah.KEMBALIKAN, form, "Rencana dikembalikan.", hidup.kembalikan_rencana)


@require_POST
def tetapkan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _untuk(request, satker, tahun, langkah.TETAPKAN)
    form, hari = _form_tetapkan(rencana, request.POST), hari_ini(rencana.satker.zona_waktu)
    pesan = f"Versi {rencana.versi} ditetapkan dan disimpan sebagaimana adanya."
    return _langkah(request, rencana, langkah.TETAPKAN, form, pesan, hidup.tetapkan_rencana, hari_ini=hari)


@require_POST
def perubahan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _untuk(request, satker, tahun, langkah.PERUBAHAN, cari=rencana_terlihat)
    pesan = f"Perubahan dimulai: versi {rencana.versi + 1} dapat disusun, versi {rencana.versi} tetap tersimpan."
    form = PerubahanForm(request.POST)
    return _langkah(request, rencana, langkah.PERUBAHAN, form, pesan, hidup.mulai_perubahan)


@require_POST
def batalkan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = _untuk(request, satker, tahun, langkah.BATALKAN)
    pesan = f"Perubahan dibatalkan; versi {rencana.versi - 1} berlaku seperti semula."
    form = BatalkanForm(request.POST)
    return _langkah(request, rencana, langkah.BATALKAN, form, pesan, hidup.batalkan_perubahan)


def _form_tetapkan(rencana: Rencana, data: Any = None, sanding: Sanding | None = None) -> TetapkanForm:
    """With a question for all that was recorded meanwhile on what the perubahan removes."""
    tanya, sidik = hidup.dibaca(rencana, sanding)
    hari = hari_ini(rencana.satker.zona_waktu)
    return TetapkanForm(data, rencana=rencana, hari_ini=hari, sidik=sidik, tanya=tanya)


def _untuk(
    request: Permintaan, satker: str, tahun: int, nama: str, cari: Callable[..., Rencana] = rencana_disunting
) -> Rencana:
    """The plan, or the draft of its perubahan, whose step the person may take. Raises Http404 for outsiders,
    PermissionDenied for readers."""
    rencana = cari(request.user, satker, tahun)
    hak = langkah.HAK[nama]
    if not request.user.boleh(hak, rencana):
        raise PermissionDenied(HANYA[hak])
    return rencana


def _langkah(
    request: Permintaan, rencana: Rencana, nama: str, form: BaseForm, pesan: str, kerja: Callable[..., Any],
    **argumen: Any,
) -> HttpResponse:  # fmt: skip
    """Take the step and show the page of versions; refused, 422 with what the plan has become meanwhile."""
    if form.is_valid() and laksanakan(form, kerja, rencana=rencana, oleh=request.user, **argumen):
        messages.success(request, pesan)
        return redirect("rencana_aksi:versi", rencana.satker.slug, rencana.tahun)
    kini = rencana_disunting(request.user, rencana.satker.slug, rencana.tahun)
    return halaman_versi(request, kini, status=422, **{nama: form})
