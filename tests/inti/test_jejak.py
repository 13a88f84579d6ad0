"""The audit trail: only ever added to, by us or by anybody with the database in hand."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from tests.pabrik import Kantor
from zona.inti.domain import tulis_jejak
from zona.inti.models import Jejak
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna


@pytest.fixture
def jejak(kantor: Kantor, ketua: Pengguna) -> Jejak:
    return tulis_jejak(satker_id=kantor.satker.pk, oleh=ketua, tindakan="menguji", objek=kantor.rencana)


def test_row_holds_who_what_and_values_as_text(kantor: Kantor, ketua: Pengguna) -> None:
    sesudah = {"bobot": Decimal("8.10"), "tanggal": date(2023, 3, 15), "oleh": ketua, "jumlah": 2, "kosong": None}
    pk = tulis_jejak(
        satker_id=kantor.satker.pk, oleh=ketua, tindakan="menguji", objek=kantor.rencana, sesudah=sesudah, alasan="coba"
    ).pk
    isi = Jejak.objects.filter(pk=pk).values().get()
    del isi["waktu"]
    assert isi == {
        "id": pk, "satker_id": kantor.satker.pk, "oleh_id": ketua.pk, "oleh_nama": "Ketua", "tindakan": "menguji",
        "objek": "rencana_aksi.rencana", "objek_id": kantor.rencana.pk, "objek_teks": "Rencana Kerja 2023",
        "sebelum": {}, "alasan": "coba",
        "sesudah": {
            "bobot": "8.10", "tanggal": "2023-03-15", "oleh": {"id": ketua.pk, "teks": "Ketua"}, "jumlah": 2,
            "kosong": None,
        },
    }  # fmt: skip


def test_row_of_a_command_is_the_systems(kantor: Kantor) -> None:
    baris = tulis_jejak(satker_id=None, oleh=None, tindakan="menguji", objek=kantor.rencana)
    assert (baris.oleh_id, baris.oleh_nama, baris.satker_id) == (None, "Sistem", None)


def test_long_names_are_cut(kantor: Kantor) -> None:
    kantor.baris["I"].uraian = "x" * 900
    assert len(tulis_jejak(satker_id=None, oleh=None, tindakan="t", objek=kantor.baris["I"]).objek_teks) == 300


UBAH: dict[str, Any] = {
    "save": lambda j: j.save(),
    "delete": lambda j: j.delete(),
    "update": lambda j: Jejak.objects.filter(pk=j.pk).update(alasan="lain"),
    "hapus semua": lambda j: Jejak.objects.all().delete(),
}


@pytest.mark.parametrize("cara", UBAH.values(), ids=UBAH)
def test_code_cannot_change_a_row(jejak: Jejak, cara: Any) -> None:
    with pytest.raises(TypeError, match="Jejak tidak dapat"):
        cara(jejak)


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE inti_jejak SET alasan = 'lain'",
        "DELETE FROM inti_jejak",
        "DELETE FROM inti_jejak WHERE id = (SELECT max(id) FROM inti_jejak)",
    ],
)
def test_database_refuses_to_change_a_row(jejak: Jejak, perintah: str) -> None:
    with pytest.raises(DatabaseError, match="jejak tidak dapat diubah"), transaction.atomic(), connection.cursor() as k:
        k.execute(perintah)
    assert Jejak.objects.get().alasan == ""


def test_row_outlives_what_it_speaks_of(jejak: Jejak, kantor: Kantor) -> None:
    kantor.rencana.delete()
    assert Jejak.objects.get().objek_teks == "Rencana Kerja 2023"


def test_catat_raises_the_revision_of_that_office_alone(kantor: Kantor, orang_luar: Pengguna) -> None:
    catat(satker_id=kantor.satker.pk, oleh=None, tindakan="menguji", objek=kantor.rencana)
    catat(satker_id=None, oleh=None, tindakan="menguji", objek=kantor.rencana)
    kantor.satker.refresh_from_db()
    assert orang_luar.satker is not None
    orang_luar.satker.refresh_from_db()
    assert (kantor.satker.revisi, orang_luar.satker.revisi) == (1, 0)
    assert Jejak.objects.count() == 2


def test_beda_tells_what_changed_and_sets_it(kantor: Kantor) -> None:
    assert beda(kantor.rencana, tempat="Mataram", versi=2) == ({"versi": 1}, {"versi": 2})
    assert (kantor.rencana.tempat, kantor.rencana.versi) == ("Mataram", 2)
    assert beda(kantor.rencana, versi=2) == ({}, {})
