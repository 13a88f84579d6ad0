"""The plan as PDF: every word of the source, heads on every page, the decree, drafts marked, progress as of a day."""

import itertools
import json
import re
import subprocess
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml
from django.conf import settings
from pypdf import PdfReader

from rencana_aksi.enums import Status, StatusRencana
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaKerja
from tests.dokumen.conftest import halaman_pdf
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.exports.ekspor import ekspor_pdf
from zona.organisasi.models import Keanggotaan, Satker

NASKAH = Path(settings.AKAR) / "fixtures" / "naskah"
KEPALA_TABEL = "No Rencana Kerja Rencana Aksi Jadwal Pelaksanaan Bukti Fisik"


def baca(nama: str) -> Any:
    return yaml.safe_load((NASKAH / nama).read_text())


def kata_naskah() -> list[str]:
    """Every text of the source matrix that the document must hold."""
    kata: list[str] = []
    for p in baca("matriks-2023.yaml")["pengungkit"]:
        kata += p["program_prioritas"]
        for rk in p["rencana_kerja"]:
            kata += [rk["uraian"], *(a["uraian"] for a in rk["aksi"]), *(b["teks"] for b in rk["bukti"])]
            kata += [a["jadwal"]["teks"] for a in rk["aksi"] if "jadwal" in a]
    return kata


def gambar(kantor: Kantor, *, posisi: bool = False) -> list[str]:
    rencana = Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)
    return halaman_pdf(ekspor_pdf(rencana, HARI_INI, posisi=posisi).buat())


def test_pdf_holds_every_row_of_the_source_matrix_in_order(dokumen_contoh: Path) -> None:
    teks = " ".join(halaman_pdf(dokumen_contoh / "rencana.pdf"))
    kata = kata_naskah()
    assert len(kata) == 350
    assert [k for k in kata if k not in teks] == []
    kerja = [rk["uraian"] for p in baca("matriks-2023.yaml")["pengungkit"] for rk in p["rencana_kerja"]]
    letak = 0
    for uraian in kerja:
        letak = teks.index(uraian, letak)


def test_pdftotext_finds_every_row_of_the_source_matrix(dokumen_contoh: Path) -> None:
    hasil = subprocess.run(
        ["pdftotext", dokumen_contoh / "rencana.pdf", "-"], capture_output=True, text=True, check=True
    )
    teks = " ".join(hasil.stdout.split())
    assert [k for k in kata_naskah() if k not in teks] == []


def test_pdf_lists_everyone_of_the_team(dokumen_contoh: Path) -> None:
    teks = " ".join(halaman_pdf(dokumen_contoh / "rencana.pdf"))
    orang = baca("tim-2022.yaml")["anggota"]
    assert len(orang) == 34
    assert [o["nama"] for o in orang if o["nama"] not in teks] == []
    assert [o["nama"] for o in orang if o.get("nip", o.get("nip_naskah", "–")) not in teks] == []


def test_pdf_is_laid_out_on_numbered_pages_with_heads(dokumen_contoh: Path) -> None:
    halaman = halaman_pdf(dokumen_contoh / "rencana.pdf")
    lebar = [h.mediabox.width > h.mediabox.height for h in PdfReader(dokumen_contoh / "rencana.pdf").pages]
    matriks = [isi for isi, mendatar in zip(halaman, lebar, strict=True) if mendatar]
    assert len(matriks) >= 10
    assert [isi[:80] for isi in matriks if isi.count(KEPALA_TABEL) != 1] == []
    assert [isi[-80:] for isi in halaman if len(isi) < 200] == []  # no page all but empty


def test_pdf_pages_are_roman_before_the_chapters_and_arabic_in_them(dokumen_contoh: Path) -> None:
    halaman = halaman_pdf(dokumen_contoh / "rencana.pdf")
    kaki = [re.findall(r"Versi 1 ?([ivx]+|\d+)\b", isi)[-1:] for isi in halaman]
    depan = ["ii", "iii", "iv", "v"]
    assert kaki == [[], *([n] for n in depan), *([str(n)] for n in range(1, len(halaman) - len(depan)))]


def test_pdf_contents_name_the_page_of_every_chapter(dokumen_contoh: Path) -> None:
    halaman = halaman_pdf(dokumen_contoh / "rencana.pdf")
    isi = next(h for h in halaman if h.startswith("DAFTAR ISI"))
    bab = re.findall(r"(BAB [IV]+ \D+?) (\d+)\b", isi)
    subbab = re.findall(r"((?:\d\.\d|[AB]\.) \D+?) (\d+)\b", isi)
    assert ([judul for judul, _ in bab], len(subbab)) == (BAB, 7)
    for judul, nomor in bab + subbab:
        assert judul.upper() in halaman[int(nomor) + 4].upper()


BAB = [
    "BAB I Pendahuluan",
    "BAB II Pembangunan Zona Integritas Menuju Wilayah Birokrasi Bersih Melayani",
    "BAB III Tim Kerja Pembangunan Wilayah Zona Integritas",
    "BAB IV Matrik Rencana Kegiatan Pembangunan Zona Integritas",
    "BAB V Penutup",
]


def test_pdf_bookmarks_lead_through_the_document(dokumen_contoh: Path) -> None:
    penanda = PdfReader(dokumen_contoh / "rencana.pdf").outline
    bab = [p["/Title"] for p in penanda if not isinstance(p, list)]
    assert bab == ["Sampul", "Keputusan Kepala", "Kata Pengantar", "Daftar Isi", *BAB]
    dalam = next(isi for p, isi in itertools.pairwise(penanda) if not isinstance(p, list) and p["/Title"] == BAB[3])
    matriks = [p for p in dalam if not isinstance(p, list)]
    assert [p["/Title"].partition(".")[0] for p in matriks] == ["I", "II", "III", "IV", "V", "VI"]


def test_pdf_holds_every_word_of_the_source_chapter_after_chapter(dokumen_contoh: Path) -> None:
    teks = "".join(" ".join(halaman_pdf(dokumen_contoh / "rencana.pdf")).split())
    awal = []
    for berkas in sorted((NASKAH.parent / "contoh" / "naskah-2023").glob("*.md")):
        polos = re.sub(r"(?m)^\s*(?:#+|\d+[.)]|[a-z][.)])\s|[*]|\[\[.*?\]\]", "", berkas.read_text())
        kalimat = ["".join(k.split()) for k in re.split(r"[.\n]", polos) if k.strip()]
        assert [k for k in kalimat if k not in teks] == []
        awal.append(teks.rindex(max(kalimat[-3:], key=len)))
    assert (len(awal), awal) == (7, sorted(awal))


def test_pdf_decree_has_number_date_and_head_but_no_signature(dokumen_contoh: Path) -> None:
    _, sk, lanjutan, pengantar, _, lampiran, *_ = halaman_pdf(dokumen_contoh / "rencana.pdf")
    assert "Nomor: 1117/I5.18/LK.06.00/2023 tentang Penetapan Dokumen Rencana Kerja" in sk
    assert "Ditetapkan di Mataram pada tanggal 1 Februari 2023 Kepala, Dr. Puji Retno Hardiningtyas" in lanjutan
    assert "NIP 198103092006042002" in lanjutan
    assert "Mataram, 1 Februari 2023 Kepala Kantor Bahasa Provinsi Nusa Tenggara Barat" in pengantar
    assert "Nomor: 1117/I5.18/LK.06.00/2023 Tanggal: 1 Februari 2023" in lampiran
    semua = " ".join((sk, lanjutan)).lower()
    assert [kata for kata in ("bsre", "elektronik", "draf") if kata in semua] == []


def test_pdf_of_a_new_office_cites_no_other_ministry(kantor: Kantor) -> None:
    teks = " ".join(gambar(kantor))
    assert "Peraturan Menteri Pendidikan" not in teks
    assert (teks.count("Kantor Bahasa"), "Satker Uji" in teks or kantor.satker.nama in teks) == (0, True)


def test_pdf_holds_its_rows_as_data(dokumen_contoh: Path) -> None:
    pembaca = PdfReader(dokumen_contoh / "rencana.pdf")
    assert sorted(pembaca.attachments) == [f"rencana-kerja-zi-kbntb-2023.{jenis}" for jenis in ("json", "xlsx")]
    data = json.loads(pembaca.attachments["rencana-kerja-zi-kbntb-2023.json"][0])
    assert sum(len(k["aksi"]) for b in data["bagian"] for k in b["kerja"]) == 65
    buku = openpyxl.load_workbook(BytesIO(pembaca.attachments["rencana-kerja-zi-kbntb-2023.xlsx"][0]))
    assert [lembar.title for lembar in buku] == ["Matriks", "Tim"]
    akar = pembaca.trailer["/Root"]
    hubungan = [satu.get_object()["/AFRelationship"] for satu in akar["/AF"]]
    assert set(hubungan) == {"/Alternative", "/Data"}


def test_pdf_says_that_it_is_archivable_and_accessible_and_is_built_so(dokumen_contoh: Path) -> None:
    """What the document says of itself, and what a reader's program leans on most; all of it: test_sah_pdf.py."""
    pembaca = PdfReader(dokumen_contoh / "rencana.pdf")
    akar = pembaca.trailer["/Root"]
    xmp = akar["/Metadata"].get_object().get_data().decode()
    assert [kata in xmp for kata in ('pdfaid:part="3"', 'pdfaid:conformance="A"', 'pdfuaid:part="1"')] == [True] * 3
    assert "http://www.aiim.org/pdfa/ns/extension/" in xmp  # pdfuaid is described, as PDF/A asks
    assert (akar["/Lang"], akar["/ViewerPreferences"]["/DisplayDocTitle"]) == ("id", True)
    assert [h.get("/Tabs") for h in pembaca.pages if "/Annots" in h] == ["/S"]
    unsur = list(pohon(akar["/StructTreeRoot"]))
    jenis = [u["/S"] for u in unsur]
    assert {"/H1", "/H2", "/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/LBody", "/Link", "/Figure"} <= set(jenis)
    assert [u["/A"].get("/Scope") for u in unsur if u["/S"] == "/TH" and u["/A"].get("/Scope") != "/Column"] == []
    assert [u.get("/Alt", "") != "" for u in unsur if u["/S"] == "/Figure"] == [True]
    tingkat = [int(j[2]) for j in jenis if re.fullmatch(r"/H\d", j)]
    assert tingkat[0] == 1
    assert [(a, b) for a, b in itertools.pairwise(tingkat) if b > a + 1] == []
    tautan = [a.get_object() for h in pembaca.pages for a in h.get("/Annots", [])]
    assert len(tautan) == 15  # one for each line of the contents
    assert [t for t in tautan if not t.get("/Contents") or "/StructParent" not in t] == []


def pohon(simpul: Any) -> Iterator[Any]:
    """Every structure element below, in reading order."""
    anak = simpul.get("/K", [])
    for satu in anak if isinstance(anak, list) else [anak]:
        objek = satu.get_object()
        if isinstance(objek, dict) and "/S" in objek:
            yield objek
            yield from pohon(objek)


@pytest.mark.parametrize("status", [StatusRencana.DRAF, StatusRencana.DIAJUKAN])
def test_pdf_of_a_plan_not_ditetapkan_is_marked_on_every_page(kantor: Kantor, status: str) -> None:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=status)
    halaman = gambar(kantor)
    assert [isi for isi in halaman if "DRAF, BELUM DITETAPKAN" not in isi] == []
    teks = " ".join(halaman)
    assert (kantor.rencana.nomor_sk in teks, "1 Februari 2023" in teks) == (False, False)


def test_pdf_tells_progress_only_when_asked(kantor: Kantor) -> None:
    Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["I", "a"][0].pk).update(
        status=Status.SELESAI, realisasi=date(2023, 3, 2)
    )
    rencana, posisi = " ".join(gambar(kantor)), " ".join(gambar(kantor, posisi=True))
    assert ("Realisasi" in rencana, "Terlambat" in rencana) == (False, False)
    assert "Posisi per 15 Maret 2023" in posisi
    assert "No Rencana Kerja Rencana Aksi Jadwal Pelaksanaan Jatuh Tempo Status Realisasi Bukti Fisik" in posisi
    assert "1 Mar 2023 20 Mar 2023 10 Apr 2023 Selesai Belum Belum 2 Mar 2023 – –" in posisi
    assert "Notula rapat [belum ada, 0 dari 3]" in posisi


def test_pdf_escapes_what_people_wrote(kantor: Kantor) -> None:
    uraian = '<b onclick="x">tebal</b> & {{ 1 }} <img src="http:a">'
    RencanaKerja.objects.filter(pk=kantor.baris["I"].pk).update(uraian=uraian)
    assert uraian in " ".join(gambar(kantor))


def test_pdf_of_a_plan_with_nothing_in_it_is_still_a_document(kantor: Kantor) -> None:
    Keanggotaan.objects.all().delete()
    RencanaKerja.objects.all().delete()
    Satker.objects.filter(pk=kantor.satker.pk).update(induk="", alamat="", telepon="", laman="", posel="", kota="")
    halaman = gambar(kantor)
    assert " ".join(halaman).count("Belum ada rencana kerja.") == 6
    assert "Kepala, ……………………… NIP ………" in " ".join(halaman)
    assert "Daftar Nama Tim" not in " ".join(halaman)
