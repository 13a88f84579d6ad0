"""Anyone may check a document: the same, changed by a byte, added to, not ours; and what has become of it since."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from rencana_aksi.domain.hidup_rencana import mulai_perubahan
from rencana_aksi.models import RencanaKerja, VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor, tambah_baris
from tests.pengesahan.conftest import unggahan
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna
from zona.pengesahan.models import DokumenSah
from zona.pengesahan.queries.dokumen import baca_isi

Buka = Callable[..., Klien]


def putusan(k: Klien, kode: str, isi: bytes) -> str:
    tanggapan = k.post(f"/verifikasi/{kode}/", {"berkas": unggahan(isi, "terima.pdf")})
    assert tanggapan.status_code == 200
    return teks(urai(tanggapan).select_one("main .pemberitahuan strong"))


def test_stranger_is_told_whether_a_file_is_the_signed_one(klien: Buka, sah: DokumenSah) -> None:
    k, kode, isi = klien(), sah.siap.kode, baca_isi(sah.berkas)
    satu_byte = bytearray(isi)
    satu_byte[len(isi) // 3] ^= 1
    assert putusan(k, kode, isi) == "Sama."
    assert putusan(k, kode, bytes(satu_byte)) == "Berubah setelah ditandatangani."
    assert putusan(k, kode, isi + b"\n1 0 obj\n<<>>\nendobj\n%%EOF\n") == "Berubah setelah ditandatangani."
    assert putusan(k, kode, baca_isi(sah.siap.berkas)) == "Belum ditandatangani."
    assert putusan(k, kode, b"%PDF-1.7\n" + b"lain" * 5000 + b"\n%%EOF\n") == "Bukan dokumen kami."


def test_page_tells_the_document_and_who_signed(klien: Buka, kantor: Kantor, sah: DokumenSah) -> None:
    tanggapan = klien().get(f"/verifikasi/{sah.siap.kode}/")
    halaman = teks(tanggapan)
    for kata in ("Kantor Uji", "Nomor 1/UJI/2023 tanggal 1 Februari 2023", "KEPALA, S.S., M.Hum.", sah.sha256,
                 "Penerbit sertifikat belum dipercaya di sini: CA Uji", "utuh dan mencakup"):  # fmt: skip
        assert kata in halaman
    assert "Ada versi yang lebih baru" not in halaman
    baru = {"isi": sah.siap.versi.isi, "sha256": sah.siap.versi.sha256, "tanggal_sk": sah.siap.versi.tanggal_sk}
    VersiRencana.objects.create(rencana=kantor.rencana, versi=2, nomor_sk="2/UJI", **baru)
    assert "Ada versi yang lebih baru: versi 2, SK 2/UJI" in teks(klien().get(f"/verifikasi/{sah.siap.kode}/"))


@pytest.mark.django_db
def test_unknown_code_and_way_in(klien: Buka) -> None:
    tanggapan = klien().get("/verifikasi/tidak-ada/")
    assert (tanggapan.status_code, teks(urai(tanggapan).h1)) == (404, "Kode ini tidak dikenal")
    tuju = klien().get("/verifikasi/?kode=AbCd-efgh")
    assert (tuju.status_code, tuju["Location"]) == (302, "/verifikasi/abcd-efgh/")
    assert klien().get("/verifikasi/?kode=<b>").status_code == 422
    k = klien()
    assert [k.post("/verifikasi/x/").status_code for _ in range(16)][-2:] == [404, 429]


def test_demo_says_that_a_signature_has_the_true_time(klien: Buka, sah: DokumenSah, settings: Settings) -> None:
    alamat, kata = f"/verifikasi/{sah.siap.kode}/", "Waktu sebenarnya, bukan hari peragaan."
    for hari, terbaca in ((None, False), (date(2023, 3, 15), True)):
        settings.ZONA_HARI_INI = hari
        assert (kata in teks(klien().get(alamat))) is terbaca


def test_stale_is_told_wherever_the_signed_file_is_offered(
    klien: Buka, kantor: Kantor, sah: DokumenSah, ketua: Pengguna
) -> None:
    k = klien(ketua)
    tempat = ("dokumen/", "dokumen/versi/1/pengesahan/")
    assert ["masih sama" in teks(k.get(kantor.alamat(t))) for t in tempat] == [True, True]
    mulai_perubahan(rencana=kantor.rencana, alasan="x", oleh=ketua)
    RencanaKerja.objects.filter(asal=kantor.baris["I"]).update(uraian="Diubah")
    assert ["masih sama" in teks(k.get(kantor.alamat(t))) for t in tempat] == [True, True]  # version 1 is in force
    RencanaKerja.objects.filter(pk=kantor.baris["I"].pk).update(uraian="Diubah")
    catat(satker_id=kantor.satker.pk, oleh=ketua, tindakan="mengubah rencana kerja", objek=kantor.baris["I"])
    for t in tempat:
        halaman = urai(k.get(kantor.alamat(t)))
        (pesan,) = [p for p in halaman.select(".pemberitahuan") if "Rencana berubah" in teks(p)]
        assert teks(pesan) == "Rencana berubah sejak versi 1 yang ditandatangani: 1 baris diubah. Lihat yang berubah"
        assert pesan.a["href"] == kantor.alamat("dokumen/banding/?lama=1&baru=kini")


def test_queries_do_not_grow(klien: Buka, kantor: Kantor, sah: DokumenSah, ketua: Pengguna) -> None:
    def banyak(k: Klien, alamat: str) -> int:
        k.get(alamat)
        with CaptureQueriesContext(connection) as kueri:
            assert k.get(alamat).status_code == 200
        return len(kueri)

    tempat: list[tuple[Any, str]] = [
        (ketua, kantor.alamat("dokumen/")),
        (ketua, kantor.alamat("dokumen/versi/1/pengesahan/")),
        (None, f"/verifikasi/{sah.siap.kode}/"),
    ]
    awal = [banyak(klien(siapa), alamat) for siapa, alamat in tempat]
    tambah_baris(kantor, 18)
    assert [banyak(klien(siapa), alamat) for siapa, alamat in tempat] == awal
    assert awal[2] <= 4
