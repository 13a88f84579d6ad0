"""The documents' page and downloads: rights, names, prices, and nothing drawn twice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.enums import Status, StatusRencana
from rencana_aksi.models import Pelaksanaan, Rencana, VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.dokumen.exports.ekspor import ekspor_pdf, ekspor_xlsx
from zona.organisasi.models import Pengguna, Satker

Buka = Callable[..., Klien]
PDF, POSISI, XLSX = "dokumen/rencana-kerja.pdf", "dokumen/rencana-kerja.pdf?posisi=1", "dokumen/rencana-kerja.xlsx"
BUKU = f"{XLSX}?posisi=1"
SEMUA = ("dokumen/", PDF, POSISI, XLSX, BUKU)
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def test_page_tells_state_and_offers_the_documents(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    halaman = urai(klien(kepala).get(kantor.alamat("dokumen/")))
    assert [teks(p) for p in halaman.select("[aria-labelledby=j-keadaan] p:not(.baris-tombol)")] == [
        "Ditetapkan versi 1",
        "Versi 1 berlaku berdasarkan SK 1/UJI/2023 tanggal 1 Februari 2023. Isinya tidak dapat diubah; pelaksanaan dan "
        "bukti tetap dicatat.",
    ]
    assert [teks(dd) for dd in halaman.select("dl.ringkas dd")] == ["Mataram", "Instrumen uji"]
    assert [(teks(a), a["href"]) for a in halaman.select("main section:not([aria-labelledby=j-surat]) a")] == [
        ("Rencana kerja (PDF)", kantor.alamat(PDF)),
        ("Naskahnya", kantor.alamat("dokumen/naskah/")),
        ("Posisi per 15 Maret 2023 (PDF)", kantor.alamat(POSISI)),
        ("Rencana kerja (XLSX)", kantor.alamat(XLSX)),
        ("Buku kerja (XLSX)", kantor.alamat(BUKU)),
        ("Pintu penilai", kantor.alamat("pintu/")),
        ("Mulai perubahan", kantor.alamat("dokumen/versi/#langkah")),
        ("Versi dan riwayat", kantor.alamat("dokumen/versi/")),
    ]
    assert halaman.select(".pemberitahuan, table") == []


def test_page_says_that_a_draft_will_be_marked(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    halaman = urai(klien(ketua).get(kantor.alamat("dokumen/")))
    assert teks(halaman.select_one(".pemberitahuan")).startswith("Rencana ini belum ditetapkan: setiap halaman PDF")
    assert klien(ketua).get(kantor.alamat(PDF))["Content-Disposition"] == (
        'attachment; filename="rencana-kerja-zi-uji-2023-draf.pdf"'
    )


def test_page_lists_versions_newest_first(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    for n in (1, 2):
        VersiRencana.objects.create(
            rencana=kantor.rencana, versi=n, nomor_sk=f"{n}/UJI", tanggal_sk=kantor.rencana.tanggal_sk, isi={},
            sha256="0" * 64, ditetapkan_oleh=kepala,
        )  # fmt: skip
    baris = urai(klien(kepala).get(kantor.alamat("dokumen/"))).select("tbody tr")
    assert [[teks(sel) for sel in b.select("td")][:4] for b in baris] == [
        [str(n), f"{n}/UJI", "1 Februari 2023", "Kepala"] for n in (2, 1)
    ]
    assert [a["href"] for a in baris[0].select("a")] == [
        kantor.alamat(ekor)
        for ekor in (
            "dokumen/versi/2/",
            "dokumen/banding/?lama=2&baru=kini",
            "dokumen/versi/2/rencana-kerja.pdf",
            "dokumen/versi/2/pengesahan/",
        )
    ]


@pytest.mark.parametrize(
    ("alamat", "nama", "jenis", "awal"),
    [
        (PDF, "rencana-kerja-zi-uji-2023.pdf", "application/pdf", b"%PDF-1.7"),
        (POSISI, "rencana-kerja-zi-uji-2023-posisi-2023-03-15.pdf", "application/pdf", b"%PDF-1.7"),
        (XLSX, "rencana-kerja-zi-uji-2023.xlsx", EXCEL, b"PK"),
        (BUKU, "buku-kerja-zi-uji-2023-posisi-2023-03-15.xlsx", EXCEL, b"PK"),
    ],
)
def test_download_has_name_kind_and_content(
    klien: Buka, kantor: Kantor, anggota: Pengguna, alamat: str, nama: str, jenis: str, awal: bytes
) -> None:
    bekukan(rencana=kantor.rencana, oleh=None)
    tanggapan = klien(anggota).get(kantor.alamat(alamat))
    assert (tanggapan["Content-Disposition"], tanggapan["Content-Type"]) == (f'attachment; filename="{nama}"', jenis)
    assert tanggapan["Cache-Control"] == "private, no-cache"
    assert tanggapan.content.startswith(awal)


@pytest.mark.parametrize("alamat", SEMUA)
def test_documents_are_for_all_who_read_the_plan_and_nobody_else(
    klien: Buka, kantor: Kantor, penilai: Pengguna, orang_luar: Pengguna, alamat: str
) -> None:
    tujuan = kantor.alamat(alamat)
    assert klien(penilai).get(tujuan).status_code == 200
    assert klien(orang_luar).get(tujuan).status_code == 404
    tanpa_nama = klien().get(tujuan)
    assert (tanpa_nama.status_code, tanpa_nama["Location"].partition("?")[0]) == (302, "/masuk/")
    assert klien(penilai).post(tujuan).status_code == 405
    assert klien(penilai).get(tujuan.replace("2023", "2019")).status_code == 404


@pytest.mark.parametrize("alamat", [POSISI, BUKU])
def test_second_download_is_the_kept_file(
    klien: Buka, kantor: Kantor, ketua: Pengguna, simpanan: Path, alamat: str
) -> None:
    k = klien(ketua)
    pertama = k.get(kantor.alamat(alamat))
    (berkas,) = simpanan.glob("UJI-2023/*/[!.]*")
    berkas.write_bytes(b"yang tersimpan")
    Satker.objects.update(revisi=99)  # a write that changes nothing of what the document says
    kedua = k.get(kantor.alamat(alamat))
    assert (kedua.content, kedua["ETag"]) == (b"yang tersimpan", pertama["ETag"])
    assert k.get(kantor.alamat(alamat), headers={"If-None-Match": kedua["ETag"]}).status_code == 304


def test_change_of_the_plan_makes_another_document(kantor: Kantor, ketua: Pengguna) -> None:
    def sidik() -> list[str]:
        """Of the plan, of its progress, of the workbook."""
        rencana = Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)
        dokumen = (
            ekspor_pdf(rencana, HARI_INI),
            ekspor_pdf(rencana, HARI_INI, posisi=True),
            ekspor_xlsx(rencana, HARI_INI),
        )
        return [satu.sidik for satu in dokumen]

    awal = sidik()
    Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["II", "b"][0].pk).update(status=Status.BERJALAN)
    maju = sidik()
    assert [a == b for a, b in zip(awal, maju, strict=True)] == [True, False, False]
    Pengguna.objects.filter(pk=ketua.pk).update(jabatan="Jabatan lain")
    assert [a == b for a, b in zip(maju, sidik(), strict=True)] == [False, False, False]


@pytest.mark.parametrize(("alamat", "banyak"), [("dokumen/", 15), (PDF, 5), (XLSX, 5), (POSISI, 21), (BUKU, 25)])
def test_queries_do_not_grow_with_rows(
    klien: Buka,
    kantor: Kantor,
    ketua: Pengguna,
    django_assert_num_queries: DjangoAssertNumQueries,
    alamat: str,
    banyak: int,
) -> None:
    bekukan(rencana=kantor.rencana, oleh=None)
    k = klien(ketua)
    with CaptureQueriesContext(connection):
        k.get(kantor.alamat(alamat))
    with django_assert_num_queries(banyak):
        k.get(kantor.alamat(alamat))
    tambah_baris(kantor, 18)
    with django_assert_num_queries(banyak):
        k.get(kantor.alamat(alamat))
