"""The line as the dashboard shows it: drawn once for the whole office, until something in it changes."""

from datetime import date

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from rencana_aksi.models import Rencana
from zona.inti.cache import tergambar
from zona.organisasi.models import Pengguna
from zona.tahapan.fakta import Bangun
from zona.tahapan.queries.garis import susun_tahapan

GARIS, KINI = "tahapan/_garis.html", "tahapan/_kini.html"


def gambar_tahapan(templat: str, rencana: Rencana, hari_ini: date, pengguna: Pengguna, bangun: Bangun) -> SafeString:
    """GARIS (all seven) or KINI (where the office stands). The queries of `baca_bahan` when drawn, none when kept. Who
    assesses sees other assessments than the office does; all else is the same for everyone."""
    menilai = pengguna.boleh("nilai_lke", rencana)
    kunci = ("tahapan", templat, rencana.pk, rencana.satker.revisi, hari_ini, menilai)

    def gambar() -> str:
        isi = {"rencana": rencana, "tahapan": susun_tahapan(rencana, hari_ini, pengguna, bangun)}
        return render_to_string(templat, isi)

    return tergambar(kunci, gambar)
