"""Noting an obstacle."""

from datetime import date

import pytest

from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.models import Kendala
from tests.pabrik import Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak


def test_kendala_tercatat_dengan_jejak(kantor: Kantor):
    oleh, pelaksanaan = kantor.orang["koordinator-i"], kantor.pelaksanaan["I", "a"][0]
    kendala = catat_kendala(
        pelaksanaan=pelaksanaan,
        uraian=" Narasumber sakit ",
        dampak="Mundur dua minggu",
        tindak_lanjut="Mencari pengganti",
        penanggung_jawab=kantor.orang["anggota"],
        tenggat=date(2023, 3, 31),
        oleh=oleh,
    )
    kendala.refresh_from_db()
    assert (kendala.pelaksanaan, kendala.uraian, kendala.status, kendala.tenggat) == (
        pelaksanaan,
        "Narasumber sakit",
        "terbuka",
        date(2023, 3, 31),
    )
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek_id, jejak.oleh_id) == ("mencatat kendala", kendala.pk, oleh.pk)
    assert jejak.sesudah == {
        "uraian": "Narasumber sakit",
        "dampak": "Mundur dua minggu",
        "tindak_lanjut": "Mencari pengganti",
        "penanggung_jawab": {"id": kantor.orang["anggota"].pk, "teks": "Anggota"},
        "tenggat": "2023-03-31",
    }


@pytest.mark.parametrize(
    ("uraian", "siapa", "kolom"),
    [("  ", "anggota", "uraian"), ("Narasumber sakit", "orang-luar", "penanggung_jawab")],
)
def test_kendala_ditolak(kantor: Kantor, uraian: str, siapa: str, kolom: str):
    with pytest.raises(DomainError) as galat:
        catat_kendala(
            pelaksanaan=kantor.pelaksanaan["I", "a"][0], uraian=uraian, penanggung_jawab=kantor.orang[siapa], oleh=None
        )
    assert galat.value.kolom == kolom
    assert (Kendala.objects.count(), Jejak.objects.count()) == (0, 0)
