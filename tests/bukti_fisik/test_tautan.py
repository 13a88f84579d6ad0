"""A link is evidence as a file is: versioned, judged, with its title; and what is said about it can be put right."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile

from bukti_fisik.domain.bukti import (
    catat_tautan,
    pakai_bukti,
    tarik_bukti,
    terima_bukti,
    ubah_keterangan,
    unggah_bukti,
)
from bukti_fisik.enums import Pindai, StatusBukti
from bukti_fisik.models import Berkas, Bukti
from rencana_aksi.models import Rencana, SyaratBukti
from tests.berkas_contoh import pdf
from tests.pabrik import Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

ALAMAT = "https://drive.google.com/file/d/1AbC/view?usp=sharing"
Tautkan = Callable[..., Bukti]


@pytest.fixture
def tautkan(kantor: Kantor, anggota: Pengguna) -> Tautkan:
    def tautkan(**isi: Any) -> Bukti:
        lengkap = {"syarat": kantor.syarat["I", "aksi"], "pelaksanaan": None, "tautan": ALAMAT, "judul": "Notula rapat"}
        return catat_tautan(**{**lengkap, "oleh": anggota, **isi})

    return tautkan


def unggah(kantor: Kantor, oleh: Pengguna, kunci: tuple[str, str] = ("I", "aksi"), **isi: Any) -> Bukti:
    lengkap = {"syarat": kantor.syarat[kunci], "pelaksanaan": None, "nama": "a.pdf", "isi": ContentFile(pdf(halaman=3))}
    return unggah_bukti(**{**lengkap, "oleh": oleh, **isi})


def test_a_link_is_a_version_with_its_title(tautkan: Tautkan, ketua: Pengguna) -> None:
    satu = tautkan(judul="  Notula   rapat ", tanggal_dokumen=date(2023, 3, 1), halaman=2, catatan=" Lihat butir 3. ")
    dua = tautkan(tautan="https://contoh.id/notula-2")
    assert [(b.versi, b.nama, b.tautan, b.berkas) for b in (satu, dua)] == [
        (1, "Notula rapat", ALAMAT, None), (2, "Notula rapat", "https://contoh.id/notula-2", None),
    ]  # fmt: skip
    assert (satu.tanggal_dokumen, satu.halaman, satu.catatan) == (date(2023, 3, 1), 2, "Lihat butir 3.")
    terima_bukti(bukti=dua, oleh=ketua)
    jejak = Jejak.objects.filter(tindakan="menautkan bukti").last()
    assert jejak is not None
    assert jejak.sesudah == {
        "syarat": {"id": satu.syarat_id, "teks": str(satu.syarat)}, "versi": 1, "tautan": ALAMAT,
        "tanggal_dokumen": "2023-03-01", "halaman": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"judul": "  "}, "judul", "Tulis judul dokumen yang ditautkan."),
        *(
            ({"tautan": t}, "tautan", "Tulis alamat lengkap yang diawali https:// atau http://.")
            for t in ("", "drive.google.com/x", "javascript:alert(1)", "ftp://contoh.id/a", "file:///etc/passwd", "https://")
        ),
        ({"tanggal_dokumen": date(2023, 3, 16)}, "tanggal_dokumen", "Tanggal dokumen tidak boleh sesudah hari ini."),
        ({"halaman": 0}, "halaman", "Halaman dihitung mulai dari 1."),
    ],
)  # fmt: skip
def test_a_link_is_refused(tautkan: Tautkan, isi: dict[str, Any], kolom: str, pesan: str) -> None:
    with pytest.raises(DomainError) as galat:
        tautkan(**isi)
    assert (galat.value.kolom, galat.value.pesan) == (kolom, pesan)
    assert (Bukti.objects.count(), Jejak.objects.count()) == (0, 0)


def test_the_same_address_stands_once_at_a_place(tautkan: Tautkan, anggota: Pengguna) -> None:
    satu = tautkan()
    with pytest.raises(DomainError, match=r"^Alamat ini sudah tercatat sebagai Notula rapat, versi 1 di sini"):
        tautkan()
    tarik_bukti(bukti=satu, alasan="Keliru.", oleh=anggota)
    assert tautkan().versi == 2


def test_the_page_is_one_the_pdf_has(kantor: Kantor, anggota: Pengguna) -> None:
    with pytest.raises(DomainError) as galat:
        unggah(kantor, anggota, halaman=4)
    assert (galat.value.kolom, galat.value.pesan) == ("halaman", "PDF ini hanya 3 halaman.")
    assert (Berkas.objects.count(), Bukti.objects.count()) == (0, 0)
    assert unggah(kantor, anggota, halaman=3).halaman == 3


def test_one_file_proves_several_things(kantor: Kantor, anggota: Pengguna, ketua: Pengguna) -> None:
    """Bytes once, a verdict at each place."""
    satu = unggah(kantor, anggota, halaman=2, tanggal_dokumen=date(2023, 3, 1), catatan="SK")
    terima_bukti(bukti=satu, oleh=ketua)
    dua = pakai_bukti(bukti=satu, syarat=kantor.syarat["I", "baris"], pelaksanaan=None, oleh=anggota)
    tiap = kantor.syarat["I", "tiap"]
    tiga = pakai_bukti(bukti=satu, syarat=tiap, pelaksanaan=kantor.pelaksanaan["I", "a"][1], oleh=anggota)
    assert {(b.berkas_id, b.halaman, b.tanggal_dokumen, b.catatan, b.status) for b in (dua, tiga)} == {
        (satu.berkas_id, 2, date(2023, 3, 1), "SK", StatusBukti.MENUNGGU)
    }
    assert Berkas.objects.count() == 1
    jejak = Jejak.objects.filter(tindakan="memakai bukti").last()
    assert jejak is not None
    assert jejak.sesudah["asal"] == {"id": satu.pk, "teks": "a.pdf"}
    with pytest.raises(DomainError, match="sama persis"):
        pakai_bukti(bukti=satu, syarat=kantor.syarat["I", "baris"], pelaksanaan=None, oleh=anggota)


def test_a_file_serves_another_year(kantor: Kantor, anggota: Pengguna) -> None:
    lama = unggah(kantor, anggota)
    rencana = Rencana.objects.create(satker=kantor.satker, tahun=2024, instrumen=kantor.rencana.instrumen)
    kerja = rencana.pengungkit.create(kode="I", nama="x", bobot=5, urutan=1).rencana_kerja.create(uraian="x", urutan=1)
    syarat = SyaratBukti.objects.create(rencana_kerja=kerja, teks="SK", urutan=1)
    baru = pakai_bukti(bukti=lama, syarat=syarat, pelaksanaan=None, oleh=anggota)
    assert (baru.lingkup.tahun, baru.berkas) == (2024, lama.berkas)


def test_what_may_not_be_used_again(kantor: Kantor, anggota: Pengguna, orang_luar: Pengguna) -> None:
    satu = unggah(kantor, anggota)
    pakai = {"bukti": satu, "syarat": kantor.syarat["I", "baris"], "pelaksanaan": None, "oleh": anggota}
    Berkas.objects.update(pindai=Pindai.TERINFEKSI)
    satu.refresh_from_db()
    with pytest.raises(DomainError, match="mengandung virus"):
        pakai_bukti(**pakai)
    Berkas.objects.update(pindai=Pindai.TIDAK)
    tarik_bukti(bukti=satu, alasan="Keliru.", oleh=anggota)
    with pytest.raises(DomainError, match="sudah ditarik"):
        pakai_bukti(**pakai)
    assert Bukti.objects.count() == 1


def test_what_is_said_is_put_right_until_it_is_judged(kantor: Kantor, anggota: Pengguna, ketua: Pengguna) -> None:
    bukti = unggah(kantor, anggota, catatan="Lama")
    ubah = {"bukti": bukti, "nama": "SK tim.pdf", "catatan": "Lama", "halaman": 2, "oleh": anggota}
    ubah_keterangan(**ubah, tanggal_dokumen=date(2023, 2, 1))
    jejak = Jejak.objects.filter(tindakan="mengubah keterangan bukti").get()
    assert (jejak.sebelum, jejak.sesudah) == (
        {"nama": "a.pdf", "tanggal_dokumen": None, "halaman": None},
        {"nama": "SK tim.pdf", "tanggal_dokumen": "2023-02-01", "halaman": 2},
    )
    ubah_keterangan(**ubah, tanggal_dokumen=date(2023, 2, 1))
    assert Jejak.objects.filter(tindakan="mengubah keterangan bukti").count() == 1
    terima_bukti(bukti=Bukti.objects.get(), oleh=ketua)
    with pytest.raises(DomainError, match=r"^Bukti ini sudah berubah: diterima oleh Ketua"):
        ubah_keterangan(**ubah, tanggal_dokumen=None)
