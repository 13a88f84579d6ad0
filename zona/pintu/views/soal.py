"""The lasting address of the evidence beside a question: for who came in by a door, or is signed in."""

from csp.decorators import csp
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.clickjacking import xframe_options_sameorigin
from django.views.decorators.http import require_safe

from bukti_fisik.views.berkas import KOTAK_PASIR
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan
from zona.organisasi.kunci_masuk import alamat_ip
from zona.pintu.domain.pintu import catat_kunjungan
from zona.pintu.queries.masuk import pilihan, pintu_sesi, rencana_pintu
from zona.pintu.queries.soal import bukti_soal
from zona.pintu.views.kepala import tertutup
from zona.pintu.views.masuk import kirim_lewat


@login_not_required
@tertutup
@require_safe
def soal(request: Permintaan, satker: str, tahun: int, kode: str) -> HttpResponseBase:
    """Evidence of question `kode` of the year's instrument. 403 to who came in by no door and is not signed in,
    whatever the address names."""
    pintu = pintu_sesi(request.session, satker, tahun)
    if pintu is None and not request.user.is_authenticated:
        return _lewat_pintu(request)
    rencana = rencana_pintu(pintu) if pintu else rencana_terlihat(request.user, satker, tahun)
    simpul = bukti_soal(rencana, kode, pilihan(pintu))
    if pintu:
        catat_kunjungan(pintu=pintu, apa=f"Bukti pertanyaan {simpul.kode}", alamat_ip=alamat_ip(request))
    konteks = {"pintu": pintu, "satker": rencana.satker, "tahun": rencana.tahun, "simpul": simpul}
    return render(request, "pintu/soal.html", konteks if pintu else {**konteks, "rencana": rencana})


@login_not_required
@tertutup
@require_safe
@xframe_options_sameorigin
@csp(KOTAK_PASIR)  # type: ignore[arg-type]  # it is typed for views without arguments
def berkas_soal(request: Permintaan, satker: str, tahun: int, kode: str, pk: int) -> HttpResponseBase:
    """A file of that page, for who came in by a door."""
    pintu = pintu_sesi(request.session, satker, tahun)
    return kirim_lewat(request, pintu, pk) if pintu else _lewat_pintu(request)


def _lewat_pintu(request: Permintaan) -> HttpResponse:
    return render(request, "pintu/lewat_pintu.html", status=403)
