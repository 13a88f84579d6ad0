"""Documents are kept in the test's own folder; the demo's are made once per run, by the command itself."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings as pengaturan
from pypdf import PdfReader
from pytest_django import Settings

from tests.basis import lingkungan_proses, salinan


@pytest.fixture(autouse=True)
def simpanan(settings: Settings, tmp_path: Path) -> Path:
    """The folder of kept documents."""
    settings.DATA = tmp_path / "data"
    return tmp_path / "data" / "dokumen"


@pytest.fixture(scope="session")
def dokumen_contoh(gudang_contoh: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo plan as ekspor_rencana writes it into this folder: rencana.pdf, and as workbook rencana.xlsx (to edit)
    and versi.xlsx (as it was ditetapkan)."""
    folder = tmp_path_factory.mktemp("dokumen")
    with salinan(gudang_contoh, folder / "data") as data:
        for nama, *pilihan in (("rencana.pdf",), ("rencana.xlsx", "--posisi"), ("versi.xlsx",)):
            bentuk = nama.partition(".")[2]
            perintah = ["ekspor_rencana", "--satker=KBNTB", "--tahun=2023", f"--format={bentuk}", *pilihan]
            hasil = subprocess.run(
                [sys.executable, "manage.py", *perintah, f"--keluaran={folder / nama}"],
                cwd=pengaturan.AKAR,
                env=lingkungan_proses(data),
                capture_output=True,
                text=True,
                check=False,
            )
            assert hasil.returncode == 0, hasil.stderr
    return folder


def halaman_pdf(isi: bytes | Path) -> list[str]:
    """The words of each page, blanks folded."""
    pembaca = PdfReader(BytesIO(isi) if isinstance(isi, bytes) else isi)
    return [" ".join(halaman.extract_text().split()) for halaman in pembaca.pages]
