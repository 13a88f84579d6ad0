"""PDF/A-3a and PDF/UA-1 are said only where every rule of them that a program can check is kept."""

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from tests.contoh import Contoh
from tests.dokumen.bantu import FEBRUARI
from tests.pabrik import HARI_INI, Kantor
from tests.sah_pdf import ARSIP, cela
from zona.dokumen.domain.setelan import simpan_kertas
from zona.dokumen.exports.ekspor import ekspor_pdf
from zona.dokumen.exports.monev_pdf import monev_pdf
from zona.dokumen.queries.monev.halaman import baca_lembar
from zona.inti.pdf import tulis_pdf


def test_the_check_finds_what_is_wrong() -> None:
    html = '<html lang="id"><title>x</title><h1>a</h1><h3>b</h3><p><img src="data:image/svg+xml,%3Csvg/%3E" alt="c">'
    gaya = 'html { font-family: "Liberation Sans" }'
    assert [r.partition(":")[0] for r in cela(tulis_pdf(html, gaya, ua=True))] == ["PDFUA1-HEADING-NESTING-001"]
    diam = tulis_pdf(html, gaya)  # says nothing of PDF/UA
    assert (cela(diam, ARSIP), any("PDFUA1-ID-PART" in r for r in cela(diam))) == ([], True)


def test_plan_of_the_demo_keeps_every_rule(dokumen_contoh: Path) -> None:
    assert cela((dokumen_contoh / "rencana.pdf").read_bytes()) == []


@pytest.mark.parametrize("posisi", [False, True])
def test_draft_and_progress_keep_every_rule(kantor: Kantor, posisi: bool) -> None:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DRAF)
    rencana = Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)
    assert cela(ekspor_pdf(rencana, HARI_INI, posisi=posisi).buat()) == []


def test_logo_and_other_paper_keep_every_rule(kantor: Kantor) -> None:
    logo = BytesIO()
    Image.new("RGBA", (40, 40), "#fc08").save(logo, "PNG")
    logo.seek(0)
    simpan_kertas(satker=kantor.satker, ukuran="F4", tepi=(30, 25, 30, 40), oleh=None, logo=logo)
    rencana = Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)
    assert cela(ekspor_pdf(rencana, HARI_INI).buat()) == []


def test_report_of_the_demo_keeps_every_rule(contoh: Contoh) -> None:
    assert cela(monev_pdf(baca_lembar(contoh.rencana, FEBRUARI, HARI_INI).isi).buat()) == []
