"""Signed elsewhere and brought back: checked where it can be, vouched for where it cannot."""

from collections.abc import Callable
from typing import Any

import pytest

from rencana_aksi.models import VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from tests.pengesahan.conftest import unggahan
from tests.pengesahan.pki import Orang, Rantai
from tests.pengesahan.serangan import SERANGAN, Alat
from zona.organisasi.models import Pengguna
from zona.pengesahan.domain.siapkan import siapkan_naskah
from zona.pengesahan.enums import Kalimat
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.queries.dokumen import baca_isi

Buka = Callable[..., Klien]


@pytest.fixture
def siap(kantor: Kantor, versi: VersiRencana) -> NaskahSiap:
    return siapkan_naskah(versi=versi, kalimat=Kalimat.ELEKTRONIK, oleh=kantor.orang["ketua"])


def luar(pdf: bytes, rantai: Rantai, orang: Orang) -> bytes:
    """Signed by another program."""
    return Alat(pdf, rantai, orang).tanda(metadata=True)


def kirim(k: Klien, kantor: Kantor, siap: NaskahSiap, isi: bytes, **data: Any) -> Any:
    alamat = kantor.alamat(f"dokumen/versi/1/pengesahan/{siap.kode}/")
    nama = data.pop("nama", "balik.pdf")
    return k.post(alamat, {"bentuk": "elektronik", "berkas": unggahan(isi, nama), **data})


def test_signed_elsewhere_is_checked_and_kept(
    klien: Buka, kantor: Kantor, siap: NaskahSiap, ketua: Pengguna, rantai: Rantai, orang_kepala: Orang
) -> None:
    isi = luar(baca_isi(siap.berkas), rantai, orang_kepala)
    assert kirim(klien(ketua), kantor, siap, isi).status_code == 302
    sah = DokumenSah.objects.get()
    assert (sah.cara, sah.nama, sah.tingkat, sah.penjamin) == ("unggah", "KEPALA, S.S., M.Hum.", "B-B", None)
    assert (sah.tepercaya, sah.keadaan) == (False, "belum-tepercaya")
    assert baca_isi(sah.berkas) == isi


def test_refused_files_write_nothing(
    klien: Buka, kantor: Kantor, siap: NaskahSiap, ketua: Pengguna, rantai: Rantai, orang_kepala: Orang
) -> None:
    asal = baca_isi(siap.berkas)
    sah = luar(asal, rantai, orang_kepala)
    rusak = bytearray(sah)
    rusak[5000] ^= 1
    for isi, pesan in (
        (asal, "tidak memuat tanda tangan elektronik"),
        (bytes(rusak), "Berubah"),
        *(
            (SERANGAN[nama](Alat(asal, rantai, orang_kepala)), "Berubah")
            for nama in ("bayangan", "generasi_lain", "xfa")
        ),
        (luar(asal, rantai, rantai.terbitkan("Orang Lain")), "atas nama Orang Lain, bukan Kepala"),
        (luar(asal, rantai, rantai.terbitkan("Kepala", guna=False)), "tidak diterbitkan untuk menandatangani"),
        (luar(asal, rantai, rantai.terbitkan("Kepala", mulai=-30, hari=10)), "tidak berlaku saat dipakai"),
        (b"bukan pdf", "tidak memuat tanda tangan elektronik"),
    ):
        tanggapan = kirim(klien(ketua), kantor, siap, isi)
        assert tanggapan.status_code == 422
        assert pesan in teks(urai(tanggapan).select_one(".kolom.salah"))
    assert DokumenSah.objects.count() == 0


def test_scan_is_vouched_for(klien: Buka, kantor: Kantor, siap: NaskahSiap, ketua: Pengguna) -> None:
    k, isi = klien(ketua), baca_isi(siap.berkas)
    data = {"bentuk": "lembar", "tanggal": "2023-02-03"}
    assert "nyatakan bahwa Anda menjaminnya" in teks(kirim(k, kantor, siap, isi, **data))
    assert "antara 1 Februari 2023" in teks(kirim(k, kantor, siap, isi, **{**data, "tanggal": "2023-01-01"}))
    assert kirim(k, kantor, siap, isi, menjamin="on", **data).status_code == 302
    sah = DokumenSah.objects.get()
    assert (sah.cara, sah.penjamin, sah.nama, sah.elektronik) == ("cetak", ketua, "Kepala", False)
    assert "Pindaian tidak dapat diperiksa" in teks(klien().get(f"/verifikasi/{siap.kode}/"))


def test_rights_and_paper(
    klien: Buka, kantor: Kantor, siap: NaskahSiap, penilai: Pengguna, orang_luar: Pengguna, ketua: Pengguna
) -> None:
    akar = kantor.alamat(f"dokumen/versi/1/pengesahan/{siap.kode}/")
    assert [klien(s).get(akar).status_code for s in (ketua, penilai, orang_luar)] == [200, 403, 404]
    berkas = [klien(penilai).get(f"{akar}{e}") for e in ("naskah.pdf", "lembar.pdf", "bertanda/")]
    assert [t.status_code for t in berkas] == [200, 200, 404]
    assert b"".join(berkas[0].streaming_content) == baca_isi(siap.berkas)
    assert klien(orang_luar).get(f"{akar}naskah.pdf").status_code == 404
    siapkan = kantor.alamat("dokumen/versi/1/pengesahan/siapkan/")
    assert klien(penilai).post(siapkan, {"kalimat": "bsre"}).status_code == 403
    assert klien(ketua).post(siapkan, {"kalimat": "elektronik"})["Location"] == akar
