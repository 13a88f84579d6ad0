"""What was ditetapkan is what is printed: the version's names, words and paper; live papers say that they are live."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import load_workbook

from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.domain.muat_xlsx import baca_xlsx_rencana
from rencana_aksi.models import Rencana, VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.dokumen.conftest import halaman_pdf
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.domain.setelan import simpan_kertas
from zona.dokumen.models import KertasBeku
from zona.naskah.domain.naskah import simpan_bagian
from zona.naskah.queries.naskah import naskah_kini
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

Buka = Callable[..., Klien]
PDF, XLSX = "dokumen/rencana-kerja.pdf", "dokumen/rencana-kerja.xlsx"


@pytest.fixture
def versi(kantor: Kantor) -> VersiRencana:
    return bekukan(rencana=kantor.rencana, oleh=kantor.orang["kepala"])


def ganti(kantor: Kantor) -> None:
    """The office gets another name, and another head."""
    Satker.objects.filter(pk=kantor.satker.pk).update(nama="Balai Baru", alamat="Jalan Baru 1")
    kepala = Keanggotaan.objects.filter(tim__satker=kantor.satker, peran=Peran.KEPALA)
    kepala.update(pengguna=kantor.orang["anggota"])
    Pengguna.objects.filter(pk=kantor.orang["anggota"].pk).update(nama="Kepala Pengganti")


def kata(isi: bytes) -> str:
    return " ".join(halaman_pdf(isi))


def sel(isi: bytes) -> str:
    buku = load_workbook(BytesIO(isi))
    return " ".join(str(v) for k in buku.worksheets for b in k.iter_rows(values_only=True) for v in b if v is not None)


def test_after_the_head_is_replaced_the_old_number_carries_the_old_name(
    klien: Buka, kantor: Kantor, versi: VersiRencana, anggota: Pengguna
) -> None:
    ganti(kantor)
    k = klien(anggota)
    for isi in (kata(k.get(kantor.alamat(PDF)).content), sel(k.get(kantor.alamat(XLSX)).content)):
        assert "1/UJI/2023" in isi
        assert ("Kepala Pengganti" in isi, "Balai Baru" in isi, "Kantor Uji" in isi) == (False, False, True)
    assert k.get(kantor.alamat(PDF)).content == k.get(kantor.alamat("dokumen/versi/1/rencana-kerja.pdf")).content


def test_position_is_live_inside_the_document_that_was_signed(
    klien: Buka, kantor: Kantor, versi: VersiRencana, anggota: Pengguna
) -> None:
    ganti(kantor)
    isi = kata(klien(anggota).get(kantor.alamat(f"{PDF}?posisi=1")).content)
    assert "Posisi per 15 Maret 2023" in isi
    assert "keadaan hari itu dan terus berubah" in isi
    assert ("Kepala Pengganti" in isi, "Balai Baru" in isi) == (False, False)


def test_workbook_of_editing_says_what_it_is(klien: Buka, kantor: Kantor, versi: VersiRencana, ketua: Pengguna) -> None:
    k = klien(ketua)
    isi = sel(k.get(kantor.alamat(f"{XLSX}?posisi=1")).content)
    assert "Isi buku kerja ini keadaan hari itu. Yang ditetapkan, versi 1" in isi
    assert "Draf perubahan" not in isi
    hidup.mulai_perubahan(rencana=kantor.rencana, alasan="Uji", oleh=ketua)
    isi = sel(k.get(kantor.alamat(f"{XLSX}?posisi=1")).content)
    assert "Perubahan versi 2 sedang disusun." in isi
    halaman = teks(urai(k.get(kantor.alamat("dokumen/"))).main)
    assert "yang dibawa kembali masuk ke draf perubahan versi 2" in halaman
    assert "versi 2" not in sel(k.get(kantor.alamat(XLSX)).content)


def test_draft_is_printed_as_it_stands(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status="draf", nomor_sk="", tanggal_sk=None)
    ganti(kantor)
    isi = kata(klien(ketua).get(kantor.alamat(PDF)).content)
    assert ("DRAF" in isi, "Balai Baru" in isi) == (True, True)


def test_paper_of_a_version_is_that_of_its_day(kantor: Kantor) -> None:
    simpan_kertas(satker=kantor.satker, ukuran="F4", tepi=(30, 20, 25, 25), oleh=None)
    bekukan(rencana=kantor.rencana, oleh=None)
    simpan_kertas(satker=kantor.satker, ukuran="A4", tepi=(25, 20, 25, 25), oleh=None)
    assert list(KertasBeku.objects.values_list("ukuran", "tepi", "logo")) == [("F4", [30, 20, 25, 25], None)]


def test_workbook_of_a_version_can_be_taken_over(dokumen_contoh: Path, contoh: Any) -> None:
    isi, _ = baca_xlsx_rencana(dokumen_contoh / "versi.xlsx")
    kembali, _ = baca_xlsx_rencana(dokumen_contoh / "rencana.xlsx")
    assert isi["nomor_sk"] == kembali["nomor_sk"] == contoh.rencana.nomor_sk
    for lama, baru in zip(kembali["pengungkit"], isi["pengungkit"], strict=True):
        assert [k["uraian"] for k in baru["rencana_kerja"]] == [k["uraian"] for k in lama["rencana_kerja"]]
        assert [k["bukti"] for k in baru["rencana_kerja"]] == [k["bukti"] for k in lama["rencana_kerja"]]
        aksi = [[(a["uraian"], a.get("jadwal")) for k in p["rencana_kerja"] for a in k["aksi"]] for p in (lama, baru)]
        assert aksi[0] == aksi[1]


def test_workbook_of_a_version_is_not_brought_back(
    klien: Buka, kantor: Kantor, versi: VersiRencana, ketua: Pengguna
) -> None:
    k = klien(ketua)
    berkas = SimpleUploadedFile("rencana.xlsx", k.get(kantor.alamat(XLSX)).content)
    tanggapan = k.post(kantor.alamat("rencana/impor/"), {"berkas": berkas})
    assert tanggapan.status_code == 422
    assert "salinan rencana yang ditetapkan, bukan buku kerja" in teks(urai(tanggapan).main)


# --- the decision of version 2 ------------------------------------------------------------------------


def tetapkan_kedua(kantor: Kantor) -> VersiRencana:
    draf = Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").get(perubahan_dari=kantor.rencana)
    hidup.ajukan_rencana(rencana=draf, oleh=kantor.orang["ketua"])
    return hidup.tetapkan_rencana(
        rencana=draf, nomor_sk="2/UJI/2023", tanggal_sk=date(2023, 3, 10), oleh=kantor.orang["kepala"],
        hari_ini=HARI_INI,
    )  # fmt: skip


def test_decision_of_version_2_revokes_that_of_version_1_by_number(
    klien: Buka, kantor: Kantor, versi: VersiRencana, ketua: Pengguna
) -> None:
    k = klien(ketua)
    pertama = k.get(kantor.alamat(PDF)).content
    hidup.mulai_perubahan(rencana=kantor.rencana, alasan="Uji", oleh=ketua)
    lihat = teks(urai(k.get(kantor.alamat("dokumen/naskah/keputusan/"))).select_one("#pratinjau"))
    klausul = "Nomor 1/UJI/2023 tanggal 1 Februari 2023 (versi 1) dicabut dan dinyatakan tidak berlaku."
    assert klausul in lihat
    tetapkan_kedua(kantor)
    assert klausul in kata(k.get(kantor.alamat(PDF)).content)
    assert "Keputusan Nomor 1/UJI/2023 tanggal 1 Februari 2023" in sel(k.get(kantor.alamat(XLSX)).content)
    lama = k.get(kantor.alamat("dokumen/versi/1/rencana-kerja.pdf")).content
    assert (lama == pertama, "dicabut" in kata(lama)) == (True, False)


def test_office_may_say_it_in_its_own_words(klien: Buka, kantor: Kantor, versi: VersiRencana, ketua: Pengguna) -> None:
    hidup.mulai_perubahan(rencana=kantor.rencana, alasan="Uji", oleh=ketua)
    bagian = next(b for b in naskah_kini(kantor.rencana) if b.kode == "keputusan")
    isi = "Keputusan ini mengubah Keputusan Nomor {nomor_sk_lama} tanggal {tanggal_sk_lama}."
    simpan_bagian(
        rencana=kantor.rencana, kode="keputusan", judul=bagian.judul, isi=isi, revisi=bagian.revisi, oleh=ketua
    )  # fmt: skip
    tetapkan_kedua(kantor)
    cetak = kata(klien(ketua).get(kantor.alamat(PDF)).content)
    assert "Keputusan ini mengubah Keputusan Nomor 1/UJI/2023 tanggal 1 Februari 2023." in cetak
    assert "dicabut" not in cetak
