"""One action: its progress, its evidence, its history."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from bukti_fisik.views.jawab import batas_unggah
from rencana_aksi.queries.aksi import aksi_terlihat
from rencana_aksi.queries.kendala import panel_kendala
from zona.inti.htmx import Permintaan, tampilkan
from zona.inti.waktu import hari_ini
from zona.matriks.queries.aksi import susun_lembar
from zona.matriks.queries.riwayat import riwayat_aksi


@require_safe
def aksi(request: Permintaan, satker: str, tahun: int, pk: int) -> HttpResponse:
    """The page, or for HTMX what follows from a change of evidence: the table of occurrences and the history."""
    aksi = aksi_terlihat(request.user, satker, tahun, pk)
    rencana = aksi.rencana_kerja.pengungkit.rencana
    hari = hari_ini(rencana.satker.zona_waktu)
    lembar = susun_lembar(aksi, request.user, hari)
    riwayat, masih_ada = riwayat_aksi(aksi, rencana.satker_id, rencana.satker.zona_waktu)
    konteks = {
        "rencana": rencana,
        "aksi": aksi,
        "lembar": lembar,
        "kendala": panel_kendala(aksi, request.user, hari),
        "riwayat": riwayat,
        "masih_ada": masih_ada,
        "kembali": request.path,
        **batas_unggah(),
    }
    return tampilkan(request, "matriks/aksi.html", "keadaan", konteks)
