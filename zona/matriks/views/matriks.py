"""The matrix: all six pengungkit on one page."""

from typing import Any

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from rencana_aksi.models import Rencana
from rencana_aksi.queries.draf_pertama import jalan_kosong
from rencana_aksi.queries.rencana import rencana_terlihat
from rencana_aksi.queries.sunting import boleh_disunting, terkunci
from rencana_aksi.queries.tahun import masih_mulai
from zona.inti.cache import tergambar
from zona.inti.htmx import Permintaan, bagian_saja, tampilkan
from zona.inti.waktu import hari_ini
from zona.kiriman.queries.tempat import area_boleh
from zona.kiriman.views.kirim import konteks_kirim
from zona.matriks.forms import SaringForm
from zona.matriks.queries.matriks import susun_matriks
from zona.matriks.queries.saring import saring
from zona.organisasi.models import Pengguna


@require_safe
def matriks(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    rencana = rencana_terlihat(request.user, satker, tahun)
    form = SaringForm(request.GET)
    saringan = form.terisi
    kunci = ("matriks", rencana.pk, rencana.satker.revisi, hari_ini(rencana.satker.zona_waktu), request.user.pk)
    tabel = tergambar((*kunci, *sorted(saringan.items())), lambda: _gambar(rencana, request.user, saringan))
    isian = tergambar(
        ("saring", request.get_full_path()),
        lambda: render_to_string("matriks/_saring.html", {"saring": form, "alamat": request.path}),
    )
    konteks = {"rencana": rencana, "saring": form, "isian": isian, "tabel": tabel}
    konteks["masih_mulai"] = masih_mulai(rencana, hari_ini(rencana.satker.zona_waktu))
    if not bagian_saja(request):
        kunci_kirim = ("kirim", rencana.pk, rencana.satker.revisi, request.user.pk)
        boleh = tergambar(kunci_kirim, lambda: "ya" if area_boleh(request.user, rencana) else "")
        konteks |= {"boleh_kirim": bool(boleh), **konteks_kirim()}
    return tampilkan(request, "matriks/matriks.html", "hasil", konteks, status=200)


def _gambar(rencana: Rencana, pengguna: Pengguna, saringan: dict[str, Any]) -> str:
    semua = susun_matriks(rencana, hari_ini(rencana.satker.zona_waktu))
    bagian = saring(semua, saringan, pengguna.pk, pengguna.peran_di(rencana.lingkup))
    aksi = [a for b in bagian for rk in b.rencana_kerja for a in rk.aksi]
    konteks = {
        "rencana": rencana,
        "bagian": bagian,
        "jumlah": len(aksi),
        "boleh": {a.pk for a in aksi if pengguna.boleh("catat_status", a)},
        "tersaring": bool(saringan),
        "jalan": None if any(rk.aksi for b in semua for rk in b.rencana_kerja) else jalan_kosong(pengguna, rencana),
        "sunting": boleh_disunting(pengguna, rencana),
        "terkunci": terkunci(rencana),
    }
    return render_to_string("matriks/_tabel.html", konteks)
