"""The demo office for tests: made once per run by the commands themselves, then copied.

def test_x(contoh: Contoh, klien): …      its rows in the test's own database, gone after it, and its files in the
                                          test's storage. Not together with `kantor`.
def test_y(data_contoh: Path): …          a ZONA_DATA folder of one's own, for a server or command in another process
def test_z(gudang_contoh: Path): …        the one all copies are made of; only for reading
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.apps import apps

from rencana_aksi.models import Rencana
from tests.basis import Tabel, baca_tabel, isi_tabel, jadikan_salinan, kelola, salinan, sekali
from tests.rak import isi_rak
from zona.organisasi.models import Pengguna, Satker

RUANG = ("inti", "organisasi", "pengungkit", "rencana_aksi", "bukti_fisik", "dokumen", "surat", "tahapan")


@dataclass
class Contoh:
    """`orang` by username: kepala, ketua, koordinator-1 … penilai, admin, and the rest of the roster."""

    satker: Satker
    rencana: Rencana
    orang: dict[str, Pengguna]

    def alamat(self, ekor: str = "") -> str:
        """/kbntb/2023/<ekor>"""
        return f"/{self.satker.slug}/{self.rencana.tahun}/{ekor}"


@pytest.fixture(scope="session")
def gudang_contoh(gudang_kosong: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    def buat(data: Path) -> None:
        jadikan_salinan(gudang_kosong, data)
        kelola(data, "muat_contoh")

    return sekali(tmp_path_factory, "contoh", buat)


@pytest.fixture
def data_contoh(gudang_contoh: Path, tmp_path: Path) -> Iterator[Path]:
    with salinan(gudang_contoh, tmp_path / "data-contoh") as data:
        yield data


@pytest.fixture(scope="session")
def baris_contoh(gudang_contoh: Path) -> dict[str, Tabel]:
    """Every row of the demo office, by table."""
    ruang = [apps.get_app_config(r) for r in RUANG]
    return baca_tabel(gudang_contoh, [m._meta.db_table for r in ruang for m in r.get_models(include_auto_created=True)])


@pytest.fixture
def contoh(db: None, lingkungan: None, gudang_contoh: Path, baris_contoh: dict[str, Tabel]) -> Contoh:
    isi_tabel(baris_contoh)
    isi_rak(gudang_contoh / "berkas")
    satker = Satker.objects.get(kode="KBNTB")
    rencana = Rencana.objects.select_related("satker", "instrumen").get(satker=satker, tahun=2023)
    return Contoh(satker, rencana, {p.username: p for p in Pengguna.objects.all()})
