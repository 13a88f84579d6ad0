"""The workbook's own formulas, recalculated by LibreOffice, give the score of the application."""

import subprocess
from fractions import Fraction
from pathlib import Path

import pytest
from openpyxl import load_workbook

from pengungkit.domain.instrumen import muat_instrumen
from pengungkit.domain.penilaian import skor_penilaian
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen
from tests.nilai.lke import buku, isi_acak, kantor_lke
from tests.pengungkit.bantu import P52, P90
from tests.sabar import SABAR

SEPERSEMILIAR = Fraction(1, 10**9)
JENIS = {"mandiri": 4, "tpi": 5}  # the columns E and F


@pytest.fixture
def dihitung_ulang(db: None, tmp_path: Path) -> dict[str, dict[str, list[object]]]:
    """Ten random sets of answers per instrument, both columns, through LibreOffice in one call: rows of the sheet
    "Nilai" by code, by file; the expected scores stand in the database."""
    muat_instrumen(berkas=[P90, P52])
    masuk, keluar = tmp_path / "masuk", tmp_path / "keluar"
    masuk.mkdir()
    for ke in range(20):
        instrumen = Instrumen.objects.get(kode=(P90 if ke < 10 else P52).stem)
        rencana = kantor_lke(instrumen, f"ACAK-{ke}")
        isi_acak(rencana, ke)
        isi_acak(rencana, 100 + ke, JenisPenilaian.TPI)
        (masuk / f"{rencana.satker_id}.xlsx").write_bytes(buku(rencana))
    subprocess.run(
        [
            "soffice", f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to", "xlsx",
            "--outdir", str(keluar), *sorted(map(str, masuk.iterdir())),
        ],
        check=True, capture_output=True, timeout=SABAR,
    )  # fmt: skip
    hasil = {}
    for berkas in keluar.iterdir():
        baris = load_workbook(berkas, data_only=True)["Nilai"].iter_rows(min_row=2, values_only=True)
        hasil[berkas.stem] = {f"{b[0] or ''}|{b[1]}": list(b) for b in baris}
    return hasil


def test_libreoffice_recalculates_the_same_score(dihitung_ulang: dict[str, dict[str, list[object]]]) -> None:
    assert len(dihitung_ulang) == 20
    total = set()
    for satker, baris in dihitung_ulang.items():
        for jenis, kolom in JENIS.items():
            skor = skor_penilaian(int(satker), 2026, JenisPenilaian(jenis))
            assert skor is not None
            harus = {
                "TOTAL|Nilai total": skor.total,
                "|Jumlah pengungkit": skor.pengungkit,
                "|Jumlah hasil": skor.hasil,
            }
            harus |= {f"{k}|Pengungkit {k}": b for k, b in skor.area.items()}
            harus |= {f"{k}|{b.nama}": b for k, b in skor.komponen.items()}
            harus |= {f"{k}|Nilai {b.nama}": b for k, b in skor.indikator.items()}
            beda = {k: abs(Fraction(str(baris[k][kolom])) - b.nilai) for k, b in harus.items()}
            assert {k: float(n) for k, n in beda.items() if n > SEPERSEMILIAR / 2} == {}
            ambang = {(p.ambang.predikat.upper(), p.ambang.nama): p.lulus for p in skor.putusan}
            kata = {k: baris[f"{k[0]}|Ambang {k[1]}"][kolom + 2] for k in ambang}
            assert kata == {k: "lulus" if lulus else "kurang" for k, lulus in ambang.items()}
            total.add(skor.total.nilai)
    assert len(total) == 40  # every set was another one
