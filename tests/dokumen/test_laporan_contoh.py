"""The demo office's report of Februari 2023: page, PDF and workbook hold every due row."""

import subprocess
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from rencana_aksi.models import Pelaksanaan
from tests.bantuan import teks, urai
from tests.contoh import Contoh
from tests.dokumen.bantu import FEBRUARI, JANUARI, TRIWULAN_I
from tests.dokumen.conftest import halaman_pdf
from tests.pabrik import HARI_INI
from zona.dokumen.exports.monev_pdf import monev_pdf
from zona.dokumen.exports.monev_xlsx import monev_xlsx
from zona.dokumen.queries.monev.halaman import baca_lembar, laporan_setahun
from zona.dokumen.queries.monev.isi import IsiLaporan
from zona.inti.waktu import tanggal_pendek


@pytest.fixture
def jatuh_tempo(contoh: Contoh) -> list[Pelaksanaan]:
    """Straight from the plan: due in Februari 2023, moved or not."""
    milik = Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=contoh.rencana)
    urut = ("aksi__rencana_kerja__pengungkit__urutan", "aksi__rencana_kerja__urutan", "aksi__urutan")
    return list(milik.filter(jatuh_tempo__year=2023, jatuh_tempo__month=2).select_related("aksi").order_by(*urut))


@pytest.fixture
def isi(contoh: Contoh) -> IsiLaporan:
    return baca_lembar(contoh.rencana, FEBRUARI, HARI_INI).isi


def potongan(p: Pelaksanaan) -> list[str]:
    """What of the row must be read in a document."""
    kata = [p.aksi.uraian, tanggal_pendek(p.jatuh_tempo)]
    return kata + ([tanggal_pendek(p.realisasi)] if p.realisasi else [])


def hilang(isi: str, jatuh_tempo: list[Pelaksanaan]) -> list[str]:
    """What is not in the text, read in the order of the rows."""
    letak, tiada = 0, []
    for p in jatuh_tempo:
        for kata in potongan(p):
            tempat = isi.find(kata, letak)
            if tempat < 0:
                tiada.append(kata)
            else:
                letak = tempat if kata == p.aksi.uraian else letak
    return tiada


def test_pdf_dibaca_kembali_memuat_setiap_baris(isi: IsiLaporan, jatuh_tempo: list[Pelaksanaan]) -> None:
    assert len(jatuh_tempo) == 17
    halaman = halaman_pdf(monev_pdf(isi).buat())
    assert hilang(" ".join(halaman).split("Jatuh tempo dalam Februari 2023")[1], jatuh_tempo) == []


def test_pdftotext_menemukan_setiap_baris(isi: IsiLaporan, jatuh_tempo: list[Pelaksanaan], tmp_path: Path) -> None:
    (tmp_path / "laporan.pdf").write_bytes(monev_pdf(isi).buat())
    hasil = subprocess.run(["pdftotext", tmp_path / "laporan.pdf", "-"], capture_output=True, text=True, check=True)
    baca = " ".join(hasil.stdout.split())
    assert [k for p in jatuh_tempo for k in potongan(p) if k not in baca] == []
    assert isi.kesimpulan.splitlines()[1] in baca


def test_halaman_dan_buku_kerja_memuat_baris_yang_sama(
    contoh: Contoh, klien, isi: IsiLaporan, jatuh_tempo: list[Pelaksanaan]
) -> None:
    halaman = urai(klien(contoh.orang["kepala"]).get(contoh.alamat("laporan/2/")))
    uraian = [p.aksi.uraian for p in jatuh_tempo]
    assert [teks(td) for td in halaman.select("#jatuh-tempo td.k-aksi")] == uraian
    lembar = load_workbook(BytesIO(monev_xlsx(isi).buat()))["Jatuh tempo"]
    assert [b[1].value for b in lembar.iter_rows(min_row=2)] == uraian
    assert [b[2].value.date() for b in lembar.iter_rows(min_row=2)] == [p.jatuh_tempo for p in jatuh_tempo]


def test_angka_februari(isi: IsiLaporan) -> None:
    banyak = {t.kode: len(t.baris) for t in isi.rincian}
    assert banyak == {
        "jatuh-tempo": 17, "terlambat": 3, "susulan": 2, "ditunda": 1, "batal": 0, "bukti": 14, "kendala": 2,
    }  # fmt: skip
    assert isi.kesimpulan.splitlines()[1] == (
        "Dari 17 pelaksanaan yang jatuh tempo pada Februari 2023, 10 selesai tepat waktu, 6 selesai terlambat, dan 1 "
        "belum selesai."
    )


def test_laporan_yang_ada_di_kantor_contoh(contoh: Contoh) -> None:
    """Januari finished the day after its meeting, as things were known then; Februari being written."""
    baris = {b.periode.nama_pendek: b for b in laporan_setahun(contoh.rencana, HARI_INI)}
    assert [(b.keadaan, b.selesai, b.oleh) for b in (baris["Januari"], baris["Februari"])] == [
        ("selesai", date(2023, 2, 7), contoh.orang["ketua"].nama),
        ("draf", None, ""),
    ]
    januari = baca_lembar(contoh.rencana, JANUARI, HARI_INI).isi
    assert (januari.versi, januari.per, januari.tanggal_rapat) == (1, date(2023, 1, 31), date(2023, 2, 6))
    assert januari.kesimpulan.startswith("Sampai dengan 31 Januari 2023, 18 dari 82 pelaksanaan rencana aksi selesai")
    assert baca_lembar(contoh.rencana, FEBRUARI, HARI_INI).isi.tempat_rapat == januari.tempat_rapat


def test_pdf_ditata_pada_halaman_bernomor(contoh: Contoh) -> None:
    isi = baca_lembar(contoh.rencana, TRIWULAN_I, HARI_INI).isi
    pdf = monev_pdf(isi).buat()
    halaman = halaman_pdf(pdf)
    assert [f"Halaman {n} dari {len(halaman)}" in h for n, h in enumerate(halaman, 1)] == [True] * len(halaman)
    lebar = [h.mediabox.width > h.mediabox.height for h in PdfReader(BytesIO(pdf)).pages]
    assert lebar == [False] * 2 + [True] * (len(halaman) - 2)
    semua = " ".join(halaman)
    assert "Matriks daftar kendala, permasalahan, dan solusi (3)" in semua
    assert "Matriks prognosis Triwulan II (6)" in semua
    assert pdf == monev_pdf(isi).buat()
