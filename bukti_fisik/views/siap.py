"""Ready for assessment, and how the files are kept."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.views.decorators.http import require_safe

from bukti_fisik.forms import SaringSiapForm
from bukti_fisik.queries.blok import waktu_setempat
from bukti_fisik.queries.siap import PALING_BANYAK, siap_dinilai
from bukti_fisik.queries.simpanan import keadaan_pindai, simpanan_satker
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan, bagian_saja, tampilkan
from zona.inti.waktu import hari_ini

SEHALAMAN = 50


@require_safe
def siap(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """What is still to be put right, filtered, a page at a time."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    daftar = siap_dinilai(rencana, hari_ini(rencana.satker.zona_waktu))
    saring = SaringSiapForm(request.GET, daftar=daftar, saya=request.user.pk)
    tersaring = daftar.pilih(**saring.terisi)
    saringan = request.GET.copy()
    saringan.pop("halaman", None)
    konteks = {
        "rencana": rencana, "daftar": daftar, "saring": saring, "saringan": saringan.urlencode(),
        "lembar": Paginator(tersaring, SEHALAMAN).get_page(request.GET.get("halaman")), "paling_banyak": PALING_BANYAK,
    }  # fmt: skip
    if not bagian_saja(request):
        simpanan = simpanan_satker(rencana.satker)
        diperiksa = waktu_setempat(simpanan.diperiksa, rencana.satker.zona_waktu)
        konteks |= {"simpanan": simpanan, "diperiksa": diperiksa, "pindai": keadaan_pindai()}
    return tampilkan(request, "bukti_fisik/siap.html", "daftar", konteks)
