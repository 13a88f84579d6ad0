"""Adding rows, each at the end of its kind."""

from typing import Any

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from rencana_aksi import forms_sunting as forms
from rencana_aksi.domain.jadwal_pratinjau import pratinjau
from rencana_aksi.domain.sunting.aksi import tambah_aksi
from rencana_aksi.domain.sunting.kerja import tambah_kerja
from rencana_aksi.domain.sunting.program import tambah_program
from rencana_aksi.domain.sunting.syarat import tambah_syarat
from rencana_aksi.models import Pengungkit, RencanaAksi, RencanaKerja
from rencana_aksi.queries.sunting import pengungkit_terlihat, terkunci
from rencana_aksi.views.sunting.dasar import (
    JENIS,
    baris_disunting,
    formulir,
    jalankan,
    jawab_susunan,
    konteks,
    pastikan_boleh,
    pulang,
)
from zona.inti.htmx import Permintaan, bagian_saja

TAMBAH: dict[str, tuple[type[Any], Any]] = {
    "program": (forms.ProgramBaruForm, tambah_program),
    "kerja": (forms.KerjaBaruForm, tambah_kerja),
    "aksi": (forms.AksiBaruForm, tambah_aksi),
    "syarat": (forms.SyaratBaruForm, tambah_syarat),
}


@require_http_methods(["GET", "POST"])
def di_pengungkit(request: Permintaan, satker: str, tahun: int, kode: str, jenis: str) -> HttpResponse:
    """A program prioritas, a rencana kerja."""
    pengungkit = pengungkit_terlihat(request.user, satker, tahun, kode)
    pastikan_boleh(request, pengungkit)
    return _tambah(request, pengungkit, jenis, f"tambah-{jenis}", {"pengungkit": pengungkit}, {})


@require_http_methods(["GET", "POST"])
def di_kerja(request: Permintaan, satker: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
    """A rencana aksi, a syarat bukti (for the action `?aksi`)."""
    kerja: RencanaKerja = baris_disunting(request, satker, tahun, "kerja", pk)
    aksi = request.GET.get("aksi", "")
    untuk = {"untuk": int(aksi)} if jenis == "syarat" and aksi.isdecimal() and len(aksi) < 19 else {}
    kunci = "-".join(["tambah", jenis, str(pk), *map(str, untuk.values())])
    return _tambah(request, kerja.pengungkit, jenis, kunci, {"kerja": kerja}, untuk)


def _tambah(
    request: Permintaan, pengungkit: Pengungkit, jenis: str, kunci: str, induk: dict[str, Any], untuk: dict[str, int]
) -> HttpResponse:
    nama = JENIS[jenis].nama
    if request.method == "GET" and "lihat" in request.GET and bagian_saja(request):
        kerja = induk.get("kerja")
        isi = {"jenis": jenis, "induk": kerja.pk if kerja else "", "untuk": untuk.get("untuk", "")}
        isi |= {"kerja": kerja, "aksi": RencanaAksi.objects.filter(rencana_kerja=kerja, pk__in=untuk.values()).first()}
        return render(request, "rencana_aksi/sunting/_tambah.html", konteks(pengungkit, **isi))
    if request.method == "GET" and terkunci(pengungkit.rencana):
        return pulang(pengungkit)
    kelas, kerja = TAMBAH[jenis]
    if "periksa" in request.POST:
        form = kelas(kunci=kunci, **induk, **untuk)
        form.initial = {**form.initial, **request.POST.dict()}
        return _formulir(request, pengungkit, f"Tambah {nama}", form, kunci)
    form = kelas(request.POST or None, kunci=kunci, **induk, **untuk)
    if form.is_valid() and (baru := jalankan(form, kerja, oleh=request.user, **induk)):
        return jawab_susunan(request, pengungkit, jenis, f"Ditambahkan: {baru}", f"{jenis}-{baru.pk}")
    return _formulir(request, pengungkit, f"Tambah {nama}", form, kunci)


def _formulir(request: Permintaan, pengungkit: Pengungkit, judul: str, form: BaseForm, kunci: str) -> HttpResponse:
    """With what the schedule in it means, once there is one."""
    teks = form["jadwal_teks"].value() if "jadwal_teks" in form.fields else None
    isi = pratinjau(teks, pengungkit.rencana.tahun) if teks else None
    return formulir(request, pengungkit, judul, form, kunci, pratinjau=isi)
