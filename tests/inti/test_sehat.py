"""/sehat/ and the pages of what went wrong."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.checks import run_checks
from django.core.files.storage import FileSystemStorage
from django.db.migrations.recorder import MigrationRecorder

from tests.bantuan import Klien, teks, urai

Buka = Callable[..., Klien]


def test_sehat_when_all_is_well(klien: Buka, db: None) -> None:
    tanggapan = klien().get("/sehat/")
    assert tanggapan.status_code == 200
    assert tanggapan.json() == {"sehat": True, "basis_data": "baik", "penyimpanan": "baik", "migrasi": "baik"}
    assert "no-store" in tanggapan["Cache-Control"]


def test_sehat_with_a_migration_to_run(klien: Buka, db: None) -> None:
    MigrationRecorder.Migration.objects.filter(app="inti", name="0002_jejak_tetap").delete()
    tanggapan = klien().get("/sehat/")
    assert tanggapan.status_code == 503
    assert tanggapan.json() == {"sehat": False, "basis_data": "baik", "penyimpanan": "baik", "migrasi": "gagal"}


class PenyimpananMati(FileSystemStorage):
    def exists(self, name: str) -> bool:
        raise OSError("cakram penuh di /mnt/berkas")


def test_sehat_without_storage_keeps_the_cause_to_itself(klien: Buka, db: None, settings) -> None:
    mati = {"BACKEND": f"{__name__}.PenyimpananMati"}
    settings.STORAGES = {**settings.STORAGES, "default": mati}
    tanggapan = klien().get("/sehat/")
    assert tanggapan.status_code == 503
    assert tanggapan.json() == {"sehat": False, "basis_data": "baik", "penyimpanan": "gagal", "migrasi": "baik"}


def test_sehat_takes_no_post(klien: Buka, db: None) -> None:
    assert klien().post("/sehat/").status_code == 405


def test_form_without_token_says_what_to_do(klien: Buka, db: None) -> None:
    tanggapan = klien(enforce_csrf_checks=True).post("/masuk/", {"username": "a", "password": "b"})
    assert tanggapan.status_code == 403
    assert urai(tanggapan).h1.get_text() == "Halaman ini sudah kedaluwarsa"
    assert "Muat ulang halaman" in teks(tanggapan)


def test_unknown_address_has_our_page(klien: Buka, ketua) -> None:
    tanggapan = klien(ketua).get("/tiada/di/sini/")
    assert tanggapan.status_code == 404
    assert urai(tanggapan).h1.get_text() == "Halaman tidak ditemukan"


@pytest.mark.parametrize(
    ("produksi", "hari", "galat"),
    [(True, date(2023, 3, 15), ["zona.E001"]), (True, None, []), (False, date(2023, 3, 15), [])],
)
def test_demo_date_is_refused_in_production(settings, produksi: bool, hari: date | None, galat: list[str]) -> None:
    settings.PRODUKSI, settings.ZONA_HARI_INI = produksi, hari
    assert [g.id for g in run_checks() if str(g.id).startswith("zona.")] == galat
