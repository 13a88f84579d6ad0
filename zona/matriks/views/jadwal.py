"""The plan by its dates: a year on one page, a month as a calendar."""

from datetime import date

from django.http import HttpResponse, QueryDict
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from rencana_aksi.enums import Status
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import rencana_terlihat
from zona.inti.cache import tergambar
from zona.inti.htmx import Permintaan, tampilkan
from zona.inti.waktu import hari_ini
from zona.matriks.queries.baris import DRAF, TERLAMBAT
from zona.matriks.queries.jadwal import susun_jadwal
from zona.matriks.queries.kalender import kalender
from zona.matriks.queries.linimasa import gambar_linimasa


@require_safe
def jadwal(request: Permintaan, satker: str, tahun: int) -> HttpResponse:
    """`?bulan=3`: that month. What cannot be read as a month shows the year, and says so."""
    rencana = rencana_terlihat(request.user, satker, tahun)
    hari = hari_ini(rencana.satker.zona_waktu)
    bulan = _bulan(request.GET)
    kunci = ("jadwal", rencana.pk, rencana.satker.revisi, hari, bulan)
    konteks = {
        "rencana": rencana,
        "hari": hari,
        "salah": bulan is None and bool(request.GET.get("bulan")),
        "gambar": tergambar(kunci, lambda: _gambar(rencana, bulan, hari, request.path)),
    }
    return tampilkan(request, "matriks/jadwal.html", "jadwal", konteks)


def _bulan(kiriman: QueryDict) -> int | None:
    teks = kiriman.get("bulan", "")
    return int(teks) if teks in {str(i) for i in range(1, 13)} else None


def _gambar(rencana: Rencana, bulan: int | None, hari: date, alamat: str) -> str:
    jadwal = susun_jadwal(rencana, hari)
    if bulan:
        return render_to_string("matriks/_jadwal_bulan.html", {"k": kalender(jadwal, bulan, hari), "alamat": alamat})
    konteks = {
        "jadwal": jadwal,
        "g": gambar_linimasa(jadwal, hari),
        "hari": hari,
        "bulan_ini": hari.month if hari.year == rencana.tahun else None,
        "status": [*Status.values, TERLAMBAT if rencana.sudah_ditetapkan else DRAF],
    }
    return render_to_string("matriks/_jadwal_tahun.html", konteks)
