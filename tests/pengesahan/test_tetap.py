"""What stays and what must not: rows of signatures never change, a key never reaches the disk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import InMemoryUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import RequestFactory
from pytest_django import Settings

from rencana_aksi.models import VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from tests.pengesahan.conftest import unggahan
from tests.pengesahan.pki import SANDI
from zona.organisasi.models import Pengguna
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.unggahan import BATAS_KUNCI, hanya_di_memori, terlalu_besar

Buka = Callable[..., Klien]
TABEL = {"pengesahan_naskahsiap": NaskahSiap, "pengesahan_dokumensah": DokumenSah}


@pytest.mark.parametrize("model", TABEL.values())
def test_code_cannot_change_a_signature(sah: DokumenSah, model: type[NaskahSiap | DokumenSah]) -> None:
    baris = model.objects.get()
    semua = model.objects.all()
    for ubah in (baris.save, baris.delete, semua.delete, lambda: semua.update(oleh=None)):
        with pytest.raises(TypeError, match=r"Dokumen yang sudah ditandatangani tidak dapat diubah atau dihapus\."):
            ubah()


@pytest.mark.parametrize("tabel", TABEL)
@pytest.mark.parametrize("perintah", ["UPDATE {} SET oleh_id = NULL", "DELETE FROM {}"])
def test_database_refuses_too(sah: DokumenSah, tabel: str, perintah: str) -> None:
    with (
        pytest.raises(DatabaseError, match="sudah ditandatangani tidak dapat diubah"),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute(perintah.format(tabel))
    assert TABEL[tabel].objects.get().oleh == sah.oleh


@pytest.fixture
def tanpa_cakram(settings: Settings, tmp_path: Path) -> None:
    """An upload that takes the way over the disk fails."""
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "tidak-ada"


@pytest.mark.parametrize(("ukuran", "diterima"), [(BATAS_KUNCI, True), (BATAS_KUNCI + 1, False), (3_000_000, False)])
def test_key_is_held_in_memory_up_to_its_limit(tanpa_cakram: None, ukuran: int, diterima: bool) -> None:
    permintaan = RequestFactory().post("/", {"sertifikat": unggahan(b"0" * ukuran)})
    hanya_di_memori(permintaan)
    berkas = list(permintaan.FILES.values())
    assert ([type(b) for b in berkas], terlalu_besar(permintaan)) == ([InMemoryUploadedFile] * diterima, not diterima)


def test_signing_takes_no_way_over_the_disk(
    tanpa_cakram: None, klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, p12: bytes
) -> None:
    k, alamat = klien(kepala), kantor.alamat("dokumen/versi/1/pengesahan/tanda-tangan/")
    data = {"sandi": SANDI, "alasan": "Menetapkan"}
    besar: Any = k.post(alamat, {**data, "sertifikat": unggahan(p12 + b"0" * 3_000_000)})
    assert (besar.status_code, DokumenSah.objects.count()) == (422, 0)
    assert "terlalu besar untuk sebuah sertifikat" in teks(urai(besar).select_one("#di-sini .kolom.salah"))
    assert k.post(alamat, {**data, "sertifikat": unggahan(p12)}).status_code == 302
