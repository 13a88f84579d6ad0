"""The header of every page of an office: {% load kepala %}."""

from django import template
from django.http import HttpRequest
from django.template import Context

from rencana_aksi.models import Rencana
from zona.beranda.queries.kepala import Halaman, Kepala, kepala_alamat, kepala_rencana, kepala_satker
from zona.organisasi.models import Pengguna, Satker

register = template.Library()


@register.simple_tag(takes_context=True)
def kepala_kantor(context: Context) -> Kepala | None:
    """The office and year the page speaks of: its `rencana`; where it has none, its `satker` and `tahun` (no year: a
    page of the office alone); else what the address names. None on pages of no office, and for who does not read it."""
    request: HttpRequest = context["request"]
    pengguna, cocok = getattr(request, "user", None), request.resolver_match
    if not isinstance(pengguna, Pengguna) or cocok is None:
        return None
    di = Halaman(cocok.route, dict(request.GET.lists()))
    satker, tahun = context.get("satker"), context.get("tahun")
    if isinstance(rencana := context.get("rencana"), Rencana):
        return kepala_rencana(pengguna, rencana, di)
    if isinstance(satker, Satker):
        return kepala_satker(pengguna, satker, tahun if isinstance(tahun, int) else None, di)
    if "satker" in cocok.kwargs:
        return kepala_alamat(pengguna, cocok.kwargs["satker"], cocok.kwargs.get("tahun"), di)
    return None
