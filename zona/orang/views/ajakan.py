"""Inviting by NIP: an assessor from outside, somebody who comes from another office. What the admin sees is the same
whether anybody has that NIP or not."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from zona.inti.errors import DomainError
from zona.inti.htmx import Permintaan, laksanakan
from zona.orang.queries.tempat import tempat_dikelola
from zona.orang.views.daftar import halaman_orang
from zona.organisasi import forms
from zona.organisasi.domain.ajakan import ajak, tarik_ajakan
from zona.organisasi.enums import Untuk
from zona.organisasi.models import Ajakan

TERCATAT = "Ajakan dicatat. Bila ada yang ber-NIP itu, ia menjawabnya saat masuk; jawabannya tampak di sini."


def _ajak(request: Permintaan, satker: str, tahun: int, untuk: Untuk, nama: str) -> HttpResponse:
    tempat = tempat_dikelola(request.user, satker, tahun)
    form = forms.AjakanForm(request.POST, prefix=nama if nama == "pindahan" else None)
    if form.is_valid() and laksanakan(form, ajak, satker=tempat.satker, untuk=untuk, oleh=request.user):
        messages.success(request, TERCATAT)
        return redirect("orang:orang_tahun", tempat.satker.slug, tahun)
    return halaman_orang(request, tempat, 422, **{nama: form})


@require_POST
def penilai_luar(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    return _ajak(request, satker, tahun, Untuk.PENILAI, "form")


@require_POST
def pindahan(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    return _ajak(request, satker, tahun, Untuk.PEGAWAI, "pindahan")


@require_POST
def tarik(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    tempat = tempat_dikelola(request.user, satker, tahun)
    ajakan = get_object_or_404(Ajakan, satker=tempat.satker, pk=pk)
    try:
        tarik_ajakan(ajakan=ajakan, oleh=request.user)
        messages.success(request, "Ajakan ditarik.")
    except DomainError as galat:
        messages.error(request, galat.pesan)
    return redirect("orang:orang_tahun", tempat.satker.slug, tahun)
