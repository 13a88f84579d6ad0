"""What is odd in the plan, and "memang begitu"."""

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from rencana_aksi.domain.temuan import tarik_temuan, terima_temuan
from rencana_aksi.forms import TerimaForm
from rencana_aksi.models import Rencana
from rencana_aksi.queries.periksa import Temuan, cari_temuan, laporan
from rencana_aksi.queries.periksa.laporan import BarisTemuan
from rencana_aksi.queries.rencana import draf_atau, rencana_disunting, rencana_terlihat
from rencana_aksi.queries.sunting import terkunci
from rencana_aksi.views.perbaiki import Pintu, perbaiki, tautan
from zona.inti.htmx import Permintaan, bagian_saja, laksanakan, tampilkan

TIDAK_BERHAK = "Temuan hanya diterima oleh ketua dan koordinator pengungkitnya."
TEMPLAT = "rencana_aksi/periksa.html"


@dataclass(frozen=True, slots=True)
class Butir:
    """A finding as this person sees it."""

    baris: BarisTemuan
    id: str
    tautan: str
    perbaiki: Pintu | None
    terima: str
    tarik: str
    boleh: bool
    form: TerimaForm


@require_safe
def periksa(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """Of the plan in force; with ?draf=1 of the draft of its perubahan, where one is open."""
    cari = rencana_disunting if request.GET.get("draf") else rencana_terlihat
    rencana = cari(request.user, satker, tahun)
    return tampilkan(request, TEMPLAT, "daftar", _konteks(request, rencana))


@require_POST
def terima(request: Permintaan, satker: str, tahun: int, kode: str, objek: str, pk: int) -> HttpResponse:
    rencana, temuan = _temuan(request, satker, tahun, kode, objek, pk)
    form = TerimaForm(request.POST, auto_id=f"{_id(temuan)}-%s")
    if form.is_valid() and laksanakan(form, terima_temuan, rencana=rencana, temuan=temuan, oleh=request.user):
        return _sesudah(request, rencana, temuan)
    konteks = _konteks(request, rencana, temuan, form)
    return tampilkan(request, TEMPLAT, "temuan", konteks, status=422)


@require_POST
def tarik(request: Permintaan, satker: str, tahun: int, kode: str, objek: str, pk: int) -> HttpResponse:
    rencana, temuan = _temuan(request, satker, tahun, kode, objek, pk)
    tarik_temuan(rencana=rencana, temuan=temuan, oleh=request.user)
    return _sesudah(request, rencana, temuan)


def _temuan(request: Permintaan, satker: str, tahun: int, kode: str, objek: str, pk: int) -> tuple[Rencana, Temuan]:
    """The finding as it is now. Raises Http404 for outsiders and where there is none; PermissionDenied for readers."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    if request.GET.get("draf") or cari_temuan(rencana, kode, objek, pk) is None:
        rencana = draf_atau(rencana)
    temuan = cari_temuan(rencana, kode, objek, pk)
    if temuan is None:
        raise Http404("Temuan ini sudah tidak ada.")
    if not request.user.boleh("ubah_rencana", temuan):
        raise PermissionDenied(TIDAK_BERHAK)
    return rencana, temuan


def _sesudah(request: Permintaan, rencana: Rencana, temuan: Temuan) -> HttpResponse:
    """The finding and the counts, fresh from the database."""
    if not bagian_saja(request):
        alamat = reverse("rencana_aksi:periksa", args=[rencana.satker.slug, rencana.tahun])
        return redirect(f"{alamat}{_draf(rencana)}#{_id(temuan)}")
    return tampilkan(request, TEMPLAT, "sesudah", _konteks(request, rencana, temuan))


def _konteks(
    request: Permintaan, rencana: Rencana, temuan: Temuan | None = None, form: TerimaForm | None = None
) -> dict[str, Any]:
    """The page. For one finding also it (`b`) and its kind (`k`), with the form that was refused in its place."""
    lapor = laporan(rencana)
    pilih = temuan.kunci[:3] if temuan else ()
    butir: dict[str, list[Butir]] = {}
    konteks: dict[str, Any] = {}
    for k in lapor.kelompok:
        for baris in k.baris:
            dipilih = baris.temuan.kunci[:3] == pilih
            satu = _butir(request, rencana, baris, form if dipilih else None)
            butir.setdefault(k.jenis.kode, []).append(satu)
            if dipilih:
                konteks |= {"b": satu, "k": k}
    return konteks | {
        "rencana": rencana,
        "lapor": lapor,
        "kelompok": [(k, butir[k.jenis.kode]) for k in lapor.kelompok if k.baris],
        "bersih": [k.jenis.nama for k in lapor.kelompok if not k.baris],
        "terkunci": terkunci(rencana),
    }


def _butir(request: Permintaan, rencana: Rencana, baris: BarisTemuan, form: TerimaForm | None) -> Butir:
    temuan = baris.temuan
    alamat = [rencana.satker.slug, rencana.tahun, temuan.kode, temuan.objek, temuan.objek_id]
    return Butir(
        baris=baris,
        id=_id(temuan),
        tautan=tautan(request.user, rencana, temuan),
        perbaiki=perbaiki(request.user, rencana, temuan),
        terima=reverse("rencana_aksi:temuan_terima", args=alamat) + _draf(rencana),
        tarik=reverse("rencana_aksi:temuan_tarik", args=alamat) + _draf(rencana),
        boleh=request.user.boleh("ubah_rencana", temuan),
        form=form or TerimaForm(auto_id=f"{_id(temuan)}-%s"),
    )


def _draf(rencana: Rencana) -> str:
    """What an address needs to speak of the draft of a perubahan."""
    return "?draf=1" if rencana.perubahan_dari_id else ""


def _id(temuan: Temuan) -> str:
    return f"temuan-{temuan.kode}-{temuan.objek}-{temuan.objek_id}"
