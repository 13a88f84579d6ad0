"""What the editing pages share: the kinds of rows, the right to edit one, and how a changed row is answered."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import BaseForm
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from rencana_aksi import forms_sunting as forms
from rencana_aksi.domain.jadwal_ubah import PerluSetuju
from rencana_aksi.domain.perubahan.kembali import beda_draf
from rencana_aksi.domain.sunting.aksi import ubah_aksi
from rencana_aksi.domain.sunting.baris import Didahului, pengungkit_dari
from rencana_aksi.domain.sunting.kerja import ubah_kerja
from rencana_aksi.domain.sunting.program import ubah_program
from rencana_aksi.domain.sunting.syarat import ubah_syarat
from rencana_aksi.models import Pengungkit, ProgramPrioritas, RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.rencana import rencana_disunting
from rencana_aksi.queries.sunting import baris_terlihat, isi_pengungkit, kata_waktu, penghapus, segar, terkunci
from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, bagian_saja, tampilkan

TIDAK_BERHAK = "Isi pengungkit {} hanya disunting oleh ketua dan koordinatornya."
HALAMAN = "rencana_aksi/sunting/bagian.html"
FORMULIR = "rencana_aksi/sunting/formulir.html"
TERSIMPAN = "Tersimpan."


@dataclass(frozen=True, slots=True)
class Jenis:
    """A kind of row: its code in addresses and ids, its name, model, form, the verb that changes it, its template."""

    kode: str
    nama: str
    model: type[Any]
    form: type[Any]
    ubah: Callable[..., bool]
    templat: str


JENIS = {
    j.kode: j
    for j in (
        Jenis(
            "program", "program prioritas", ProgramPrioritas, forms.ProgramForm, ubah_program,
            "rencana_aksi/sunting/_program.html",
        ),
        Jenis(
            "kerja", "rencana kerja", RencanaKerja, forms.KerjaForm, ubah_kerja, "rencana_aksi/sunting/_kerja.html"
        ),
        Jenis("aksi", "rencana aksi", RencanaAksi, forms.AksiForm, ubah_aksi, "rencana_aksi/sunting/_aksi.html"),
        Jenis(
            "syarat", "syarat bukti", SyaratBukti, forms.SyaratForm, ubah_syarat, "rencana_aksi/sunting/_syarat.html"
        ),
    )
}  # fmt: skip


def baris_disunting(request: Permintaan, satker: str, tahun: int, jenis: str, pk: int) -> Any:
    """The row. Raises Http404 for outsiders and where it is gone, PermissionDenied for those who may only read it."""
    baris = baris_terlihat(request.user, satker, tahun, JENIS[jenis].model, pk)
    pastikan_boleh(request, pengungkit_dari(baris))
    return baris


def pastikan_boleh(request: Permintaan, pengungkit: Pengungkit) -> None:
    """Raise PermissionDenied, with who may, for those who may only read the pengungkit."""
    if not request.user.boleh("ubah_rencana", pengungkit):
        raise PermissionDenied(TIDAK_BERHAK.format(pengungkit.kode))


def bila_hilang(tampilan: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """What was typed into a row that somebody removed meanwhile is shown back, with who removed it."""

    @wraps(tampilan)
    def jaga(request: Permintaan, satker: str, tahun: int, pk: int, jenis: str) -> HttpResponse:
        try:
            return tampilan(request, satker, tahun, pk, jenis)
        except Http404:
            rencana = rencana_disunting(request.user, satker, tahun)
            oleh = penghapus(rencana, JENIS[jenis].model, pk) if request.method == "POST" else ""
            if not oleh:
                raise
            diketik = [v for k in ("uraian", "teks", "jadwal_teks") if (v := request.POST.get(k, "").strip())]
            isi = {"rencana": rencana, "oleh": oleh, "nama": JENIS[jenis].nama, "diketik": diketik}
            isi |= {"kunci": f"{jenis}-{pk}", "akar": akar(satker, tahun)}
            return tampilkan(request, "rencana_aksi/sunting/hilang.html", "hilang", isi, status=422)

    return jaga


def akar(satker: str, tahun: int) -> str:
    """Where all addresses of editing begin."""
    return reverse("rencana_aksi:sunting", args=[satker, tahun])


def konteks(pengungkit: Pengungkit, **isi: Any) -> dict[str, Any]:
    """What every template of editing needs."""
    rencana = pengungkit.rencana
    return {
        "rencana": rencana,
        "pengungkit": pengungkit,
        "akar": akar(rencana.satker.slug, rencana.tahun),
        "terkunci": terkunci(rencana),
        **isi,
    }


def jalankan(form: forms.SuntingForm, verba: Callable[..., Any], /, **argumen: Any) -> Any:
    """Run the domain function with the form's data: the row it made, or True; None where it refused. What it says goes
    to the form; where somebody was quicker also what they changed, where agreement is wanted also to what."""
    try:
        hasil = verba(**argumen, **form.cleaned_data)
    except Didahului as galat:
        form.didahului(galat)
    except PerluSetuju as galat:
        form.minta_setuju(galat.usulan.setuju)
    except DomainError as galat:
        form.add_error(galat.kolom if galat.kolom in form.fields else None, galat.pesan)
    else:
        return hasil or True
    return None


def formulir(
    request: Permintaan, pengungkit: Pengungkit, judul: str, form: BaseForm, kunci: str, **isi: Any
) -> HttpResponse:
    """The form in its row, or on a page of its own. 422 when bound and wrong."""
    umum: dict[str, Any] = {"judul": judul, "form": form, "kunci": kunci, "alamat": request.get_full_path()}
    umum |= {"pratinjau": None, "jenis": "", "lanjut": False}
    bagian = "pratinjau" if "periksa" in request.POST else "formulir"
    return tampilkan(request, FORMULIR, bagian, konteks(pengungkit, **umum | isi))


def pulang(pengungkit: Pengungkit, kunci: str = "") -> HttpResponse:
    """To the page of the pengungkit, at the row."""
    rencana = pengungkit.rencana
    alamat = reverse("rencana_aksi:sunting_bagian", args=[rencana.satker.slug, rencana.tahun, pengungkit.kode])
    return redirect(f"{alamat}#{kunci}" if kunci else alamat)


def jawab_baris(request: Permintaan, jenis: str, baris: Any) -> HttpResponse:
    """The row alone, fresh; without htmx its page."""
    pengungkit = pengungkit_dari(baris)
    if not bagian_saja(request):
        return pulang(pengungkit, f"{jenis}-{baris.pk}")
    butir = segar(baris)
    waktu = kata_waktu(butir) if jenis == "aksi" else ""
    isi = {"butir": butir, "waktu": waktu, "beda": beda_draf(pengungkit)}
    return render(request, JENIS[jenis].templat, konteks(pengungkit, **isi))


def jawab_susunan(
    request: Permintaan, pengungkit: Pengungkit, jenis: str, kabar: str, kunci: str = "", *, gagal: bool = False
) -> HttpResponse:
    """All rows of the kind, fresh, and what was done in words; without htmx their page."""
    if not bagian_saja(request):
        (messages.error if gagal else messages.success)(request, kabar)
        return pulang(pengungkit, kunci)
    bagian = "program" if jenis == "program" else "susunan"
    tanggapan = render(
        request,
        f"{HALAMAN}#{bagian}",
        konteks(pengungkit, oob=True, kabar=kabar, gagal=gagal, **isi_halaman(pengungkit, bagian)),
        status=422 if gagal else 200,
    )
    tanggapan.headers["HX-Retarget"] = f"#{bagian}"
    return tanggapan


def isi_halaman(pengungkit: Pengungkit, *bagian: str) -> dict[str, Any]:
    """The rows of the parts named."""
    isi: dict[str, Any] = {"beda": beda_draf(pengungkit)}
    if "program" in bagian:
        isi["program"] = list(pengungkit.program_prioritas.all())
    if "susunan" in bagian:
        isi["isi"] = isi_pengungkit(pengungkit)
    return isi
