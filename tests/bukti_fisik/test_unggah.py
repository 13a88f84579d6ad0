"""Sending evidence through the browser: several files, with and without JavaScript, each with its own answer."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse

from bukti_fisik.models import Berkas, Bukti
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.berkas_contoh import gambar, pdf, unggahan
from tests.pabrik import Kantor
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak

BukaKlien = Callable[..., Klien]


def alamat(kantor: Kantor, syarat: str = "aksi") -> str:
    return kantor.alamat(f"bukti/unggah/{kantor.syarat['I', syarat].pk}/")


def halaman_aksi(kantor: Kantor) -> str:
    return kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/")


def hasil(tanggapan: HttpResponse) -> list[str]:
    return [teks(li) for li in urai(tanggapan).select(".hasil-unggah li")]


def test_unggah_beberapa_lalu_kembali_ke_tempatnya(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    berkas = [unggahan("a.pdf"), unggahan("b.jpg", gambar())]
    tanggapan = klien(anggota).post(alamat(kantor), {"berkas": berkas, "kembali": halaman_aksi(kantor)})
    assert tanggapan.status_code == 303
    assert tanggapan["Location"] == f"{halaman_aksi(kantor)}#syarat-{kantor.syarat['I', 'aksi'].pk}"
    assert [(b.nama, b.versi, b.diunggah_oleh) for b in Bukti.objects.order_by("versi")] == [
        ("a.pdf", 1, anggota),
        ("b.jpg", 2, anggota),
    ]


def test_unggah_tanpa_alamat_kembali_pulang_ke_aksinya(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    isi = {"berkas": [unggahan()], "kembali": "https://jahat.example/"}
    tanggapan = klien(anggota).post(alamat(kantor), isi)
    assert tanggapan["Location"] == f"{halaman_aksi(kantor)}#syarat-{kantor.syarat['I', 'aksi'].pk}"
    tanggapan = klien(anggota).post(alamat(kantor, "baris"), {"berkas": [unggahan()]})
    assert tanggapan["Location"] == f"{kantor.alamat('rencana/')}#syarat-{kantor.syarat['I', 'baris'].pk}"


def test_unggah_satu_buruk_di_antara_yang_baik(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    berkas = [unggahan("a.pdf"), unggahan("b.pdf", b"<html>"), unggahan("c.jpg", gambar())]
    tanggapan = klien(anggota).post(alamat(kantor), {"berkas": berkas})
    assert tanggapan.status_code == 422
    assert hasil(tanggapan) == [
        "a.pdf tersimpan sebagai versi 1.",
        "b.pdf ditolak. Berkas ini halaman web atau gambar SVG, yang dapat memuat skrip. "
        "Yang diterima hanya PDF, JPEG, PNG, WebP, DOCX, XLSX, dan PPTX.",
        "c.jpg tersimpan sebagai versi 2.",
    ]
    assert list(Bukti.objects.order_by("versi").values_list("nama", flat=True)) == ["a.pdf", "c.jpg"]
    assert urai(tanggapan).h1.get_text() == "Unggah bukti"


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        ({}, "Pilih dahulu berkasnya."),
        ({"berkas": "bukan berkas"}, "Pilih dahulu berkasnya."),
        ({"pelaksanaan": "999999"}, "Pelaksanaan itu bukan milik aksi yang meminta bukti ini."),
        ({"catatan": "x" * 2001}, "Catatan paling panjang 2.000 huruf."),
    ],
)
def test_unggah_yang_salah_isian(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, isi: dict[str, Any], kalimat: str
) -> None:
    tanggapan = klien(anggota).post(alamat(kantor), isi)
    assert (tanggapan.status_code, hasil(tanggapan)) == (422, [kalimat])
    assert Bukti.objects.count() == 0


def test_unggah_pelaksanaan_aksi_lain_ditolak(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    isi = {"berkas": [unggahan()], "pelaksanaan": kantor.pelaksanaan["II", "a"][0].pk}
    tanggapan = klien(anggota).post(alamat(kantor, "tiap"), isi)
    assert tanggapan.status_code == 422
    assert hasil(tanggapan) == ["Pelaksanaan itu bukan milik aksi yang meminta bukti ini."]


def test_unggah_tiap_pelaksanaan(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    pelaksanaan = kantor.pelaksanaan["I", "a"][1]
    isi = {"berkas": [unggahan()], "pelaksanaan": pelaksanaan.pk, "catatan": "Rapat ke-2"}
    tanggapan = klien(anggota).post(alamat(kantor, "tiap"), isi)
    kunci = f"{kantor.syarat['I', 'tiap'].pk}-{pelaksanaan.pk}"
    assert tanggapan["Location"] == f"{halaman_aksi(kantor)}#syarat-{kunci}"
    bukti = Bukti.objects.get()
    assert (bukti.pelaksanaan, bukti.catatan) == (pelaksanaan, "Rapat ke-2")


@pytest.mark.parametrize("isi", [pdf(), b"MZ"], ids=["baik", "buruk"])
def test_unggah_fragmen_sama_dengan_halaman(kantor: Kantor, anggota: Pengguna, klien: BukaKlien, isi: bytes) -> None:
    peramban = klien(anggota)
    sebelum = peramban.get(halaman_aksi(kantor))
    kirim = {"berkas": [unggahan("a.pdf", isi)], "kembali": halaman_aksi(kantor)}
    jawaban = peramban.post(alamat(kantor), kirim, headers=HTMX)
    assert jawaban.status_code == (200 if isi == pdf() else 422)
    assert jawaban["HX-Trigger"] == "bukti-berubah"
    fragmen = urai(jawaban)
    assert len(hasil(jawaban)) == 1
    fragmen.select_one(".hasil-unggah").decompose()  # goes to the line of the file, not into the list
    target = f"bukti-{kantor.syarat['I', 'aksi'].pk}"
    kini = pasang_fragmen(sebelum, str(fragmen), target)
    sesudahnya = peramban.get(halaman_aksi(kantor), headers=HTMX)
    assert rapi(pasang_fragmen(kini, sesudahnya, "pelaksanaan")) == rapi(peramban.get(halaman_aksi(kantor)))


def test_unggah_lebih_besar_daripada_batas(kantor: Kantor, anggota: Pengguna, klien: BukaKlien, settings: Any) -> None:
    settings.ZONA_BATAS_UNGGAH_MB = 1
    berkas = [unggahan("besar.pdf", pdf() + b"\0" * (1024 * 1024)), unggahan("kecil.pdf")]
    tanggapan = klien(anggota).post(alamat(kantor), {"berkas": berkas})
    assert hasil(tanggapan) == [
        "besar.pdf ditolak. Berkas ini lebih besar daripada 1 MB. Perkecil dahulu.",
        "kecil.pdf tersimpan sebagai versi 1.",
    ]


def test_unggah_nama_berbahaya_hanya_tampil_bersih(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    berkas = [unggahan('<img src=x onerror="alert(1)">.pdf')]
    tanggapan = klien(anggota).post(alamat(kantor), {"berkas": berkas}, headers=HTMX)
    assert hasil(tanggapan) == ['<img src=x onerror="alert(1)">.pdf tersimpan sebagai versi 1.']
    assert urai(tanggapan).find_all("img", src="x") == []


def test_unggah_403_untuk_pembaca(
    kantor: Kantor, koordinator_ii: Pengguna, penilai: Pengguna, admin: Pengguna, klien: BukaKlien
) -> None:
    for pembaca in (koordinator_ii, penilai, admin):
        tanggapan = klien(pembaca).post(alamat(kantor), {"berkas": [unggahan()]})
        assert tanggapan.status_code == 403
        assert "Bukti hanya diunggah oleh kepala, ketua, dan tim pengungkitnya." in teks(tanggapan)
    assert Berkas.objects.count() == 0


def test_unggah_boleh_untuk_yang_berhak(
    kantor: Kantor, kepala: Pengguna, ketua: Pengguna, koordinator_i: Pengguna, anggota: Pengguna, klien: BukaKlien
) -> None:
    for i, orang in enumerate((kepala, ketua, koordinator_i, anggota)):
        berkas = [unggahan(isi=pdf(str(i)))]
        assert klien(orang).post(alamat(kantor), {"berkas": berkas}).status_code == 303


def test_unggah_404_untuk_orang_luar_dan_alamat_lain(
    kantor: Kantor, orang_luar: Pengguna, anggota: Pengguna, klien: BukaKlien
) -> None:
    assert klien(orang_luar).post(alamat(kantor), {"berkas": [unggahan()]}).status_code == 404
    assert klien(anggota).post(alamat(kantor).replace("2023", "2022")).status_code == 404
    assert klien(anggota).post(alamat(kantor).replace("/uji/", "/lain/")).status_code == 404
    assert klien(anggota).post(kantor.alamat("bukti/unggah/999999/")).status_code == 404


def test_unggah_405_dan_belum_masuk(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    assert klien(anggota).put(alamat(kantor)).status_code == 405
    assert klien().post(alamat(kantor)).status_code == 302


def test_unggah_tanpa_token_csrf_ditolak(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    peramban = klien(anggota, enforce_csrf_checks=True)
    assert peramban.post(alamat(kantor), {"berkas": [unggahan()]}).status_code == 403
    token = urai(peramban.get(halaman_aksi(kantor))).select_one("form.unggah [name=csrfmiddlewaretoken]")["value"]
    tanggapan = peramban.post(alamat(kantor), {"berkas": [unggahan()], "csrfmiddlewaretoken": token})
    assert tanggapan.status_code == 303
