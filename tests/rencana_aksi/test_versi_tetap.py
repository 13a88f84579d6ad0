"""A ditetapkan version never changes: not by our code, not by anybody with the database in hand."""

from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.models import VersiRencana
from tests.pabrik import Kantor


@pytest.fixture
def versi(kantor: Kantor) -> VersiRencana:
    return bekukan(rencana=kantor.rencana, oleh=kantor.orang["kepala"])


UBAH: dict[str, Any] = {
    "save": lambda v: v.save(),
    "delete": lambda v: v.delete(),
    "update": lambda v: VersiRencana.objects.filter(pk=v.pk).update(nomor_sk="lain"),
    "hapus semua": lambda v: VersiRencana.objects.all().delete(),
}


@pytest.mark.parametrize("cara", UBAH.values(), ids=UBAH)
def test_code_cannot_change_a_version(versi: VersiRencana, cara: Any) -> None:
    with pytest.raises(TypeError, match=r"Versi yang sudah ditetapkan tidak dapat diubah atau dihapus\."):
        cara(versi)


@pytest.mark.parametrize(
    "perintah",
    ["UPDATE rencana_aksi_versirencana SET nomor_sk = 'lain'", "DELETE FROM rencana_aksi_versirencana"],
)
def test_database_refuses_too(versi: VersiRencana, perintah: str) -> None:
    with (
        pytest.raises(DatabaseError, match="tidak dapat diubah"),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute(perintah)
    assert VersiRencana.objects.get(pk=versi.pk).nomor_sk == versi.nomor_sk
