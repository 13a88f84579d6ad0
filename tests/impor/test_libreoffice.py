"""The demo plan's workbook, opened and saved by LibreOffice: brought back as if it had not been."""

from datetime import date
from io import BytesIO
from pathlib import Path

from tests.contoh import Contoh
from tests.impor.bantu import baca, beda, ekspor, sunting, tulis
from tests.libreoffice import libreoffice


def test_workbook_saved_by_libreoffice_imports_the_same(contoh: Contoh, tmp_path: Path) -> None:
    asli = ekspor(contoh.rencana)
    ubah = sunting(
        asli,
        tulis("Seluruhnya", 2, "Rencana Aksi", "Menyusun mekanisme\nyang baru"),
        tulis("Seluruhnya", 5, "Jatuh Tempo", date(2023, 6, 30)),
        tulis("Bukti Fisik", 3, "Bukti Fisik", "_x0041_ notula"),
        tulis("Rencana", 16, "Isi", "Program yang ditulis ulang"),
    ).getvalue()
    simpan = libreoffice(tmp_path, asli=asli, ubah=ubah)
    assert beda(contoh.rencana, BytesIO(simpan["asli"])) == ()
    assert baca(contoh.rencana, BytesIO(simpan["asli"])).keterangan == ()
    harapan = beda(contoh.rencana, BytesIO(ubah))
    assert len(harapan) == 4
    assert beda(contoh.rencana, BytesIO(simpan["ubah"])) == harapan
