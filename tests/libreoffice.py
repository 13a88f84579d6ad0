"""Workbooks as LibreOffice saves them."""

import subprocess
from pathlib import Path

from tests.sabar import SABAR


def libreoffice(folder: Path, **isi: bytes) -> dict[str, bytes]:
    """Each workbook opened and saved, by its name; in one call."""
    masuk, keluar = folder / "masuk", folder / "keluar"
    masuk.mkdir()
    for nama, satu in isi.items():
        (masuk / f"{nama}.xlsx").write_bytes(satu)
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(folder / 'profil').as_uri()}", "--headless", "--convert-to", "xlsx",
            "--outdir", str(keluar), *sorted(map(str, masuk.iterdir())),
        ],
        check=True, capture_output=True, timeout=SABAR,
    )  # fmt: skip
    return {nama: (keluar / f"{nama}.xlsx").read_bytes() for nama in isi}
