"""Ready texts for WhatsApp: a person reads them, a person sends them."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.htmx import Permintaan
from zona.inti.waktu import hari_ini
from zona.kabar.exports.wa import tulis_pesan
from zona.kabar.queries.halaman import kalender_pengungkit, surat_terakhir
from zona.kabar.queries.penerima import lembar_rencana
from zona.kabar.queries.pesan import pesan_pengungkit

HANYA_PEMIMPIN = "Teks dan kalender pengungkit disiapkan bagi ketua tim dan koordinator pengungkitnya."


@require_safe
def wa(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    return halaman_wa(request, rencana_terlihat(request.user, satker, tahun))


def halaman_wa(request: Permintaan, rencana: Rencana, alamat_baru: Mapping[str, str] | None = None) -> HttpResponse:
    """`alamat_baru`: the calendar address just made, by pengungkit. Raises PermissionDenied for who leads none."""
    boleh = {p.kode for p in rencana.pengungkit.all() if request.user.boleh("kirim_kabar", p)}
    if not boleh:
        raise PermissionDenied(HANYA_PEMIMPIN)
    lembar = lembar_rencana(rencana, hari_ini(rencana.satker.zona_waktu))
    kalender, baru = kalender_pengungkit(rencana), alamat_baru or {}
    bagian = [
        {
            "pengungkit": p.semua.bagian,
            "pesan": None if p.semua.kosong else tulis_pesan(p.semua),
            "orang": [(isi.kepada, tulis_pesan(isi)) for isi in p.orang],
            "kalender": kalender.get(p.semua.bagian.kode),
            "alamat_baru": baru.get(p.semua.bagian.kode, ""),
        }
        for p in pesan_pengungkit(lembar, boleh)
    ]
    konteks = {"rencana": rencana, "hari": lembar.hari_ini, "bagian": bagian, "ketua": None}
    if request.user.boleh("kirim_kabar", rencana):
        konteks["ketua"] = {"tanpa_posel": lembar.tanpa_posel(), "surat": surat_terakhir(rencana)}
    return render(request, "kabar/wa.html", konteks)
