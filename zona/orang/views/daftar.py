"""The people of an office, with who may get in and how."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from zona.inti.htmx import Permintaan
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL
from zona.orang.queries.sandi import BELUM_DAPAT_MASUK
from zona.orang.queries.tempat import Tempat, tempat_dikelola, tempat_terlihat
from zona.organisasi import forms
from zona.organisasi.queries.ajakan import ajakan_kantor
from zona.organisasi.queries.roster import orang_satker


def halaman_orang(request: Permintaan, tempat: Tempat, status: int = 200, **form: Any) -> HttpResponse:
    """The list; `form` and `pindahan`: an invitation that was refused, in its place."""
    kelola = request.user.boleh("kelola_akun", tempat)
    konteks: dict[str, Any] = {"form": forms.AjakanForm(), "pindahan": forms.AjakanForm(prefix="pindahan")} | form
    konteks |= {"boleh_kelola": kelola, "ajakan": ajakan_kantor(tempat.satker) if kelola else []}
    orang = list(orang_satker(tempat.satker, tempat.tahun))
    konteks["orang"] = orang
    milik = (o for o in orang if o.is_active and o.satker_id == tempat.satker.pk)
    konteks["tanpa_sandi"] = sum(o.keadaan_sandi in BELUM_DAPAT_MASUK for o in milik)
    return render(request, "orang/orang.html", tempat.konteks | konteks, status=status)


@require_safe
def daftar(request: Permintaan, satker: str) -> HttpResponse:
    """Readable by all of the office; its admin sees the accounts and manages them. `?tahun=`: whose teams stand beside
    the names, by default the running year's."""
    tahun = request.GET.get("tahun", "")
    dipilih = int(tahun) if tahun.isdecimal() and TAHUN_AWAL <= int(tahun) <= TAHUN_AKHIR else None
    return halaman_orang(request, tempat_terlihat(request.user, satker, dipilih))


@require_safe
def daftar_tahun(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """The same list, with the teams of that year."""
    tempat = tempat_dikelola(request.user, satker, tahun)
    return redirect(f"{reverse('orang:orang', args=[tempat.satker.slug])}?{urlencode({'tahun': tahun})}")
