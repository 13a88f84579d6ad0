"""What a file says, as JSON and as the token in a workbook, and back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from rencana_aksi.models import Rencana
from tests.contoh import Contoh
from tests.pabrik import Kantor, tambah_baris
from zona.impor.asal import Asal, AsalRusak, baca_asal, tulis_asal
from zona.impor.isi import dari_json, ke_json
from zona.impor.queries.isi import isi_kini


def asal(contoh: Contoh) -> Asal:
    return Asal("KBNTB", 2023, contoh.rencana.pk, contoh.rencana.versi, isi_kini(contoh.rencana))


def test_content_survives_json(contoh: Contoh) -> None:
    isi = isi_kini(contoh.rencana)
    assert dari_json(ke_json(isi)) == isi
    assert sum(len(a.pelaksanaan) for p in isi.pengungkit for k in p.kerja for a in k.aksi) == 82
    assert sum(len(k.syarat) for p in isi.pengungkit for k in p.kerja) == 173


def test_form_of_another_release_is_refused(contoh: Contoh) -> None:
    with pytest.raises(ValueError, match="bentuk 99"):
        dari_json({**ke_json(isi_kini(contoh.rencana)), "bentuk": 99})


def test_token_tells_what_it_was_written_from(contoh: Contoh) -> None:
    potongan = tulis_asal(asal(contoh))
    assert baca_asal(potongan) == asal(contoh)
    assert potongan == tulis_asal(asal(contoh))
    assert max(map(len, potongan)) < 32_767
    assert not set("".join(potongan)) & set("_=+@")


def test_token_that_was_touched_is_refused(contoh: Contoh) -> None:
    satu = "".join(tulis_asal(asal(contoh)))
    lain = "A" if satu[500] != "A" else "B"
    for rusak in ([], [""], ["zapa saja"], [satu[:-9]], [satu[:500] + lain + satu[501:]]):
        with pytest.raises(AsalRusak, match="Periksa setiap baris"):
            baca_asal(rusak)


def test_content_is_read_in_constant_queries(kantor: Kantor) -> None:
    rencana = Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)
    banyak = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as kueri:
            isi_kini(rencana)
        banyak.append(len(kueri))
        tambah_baris(kantor, 6)
    assert banyak == [8, 8]
