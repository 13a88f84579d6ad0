"""Links, files used again, and what is said about a document, through their forms."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile

from bukti_fisik.domain.bukti import tarik_bukti, terima_bukti, unggah_bukti
from bukti_fisik.models import Berkas, Bukti
from tests.bantuan import Klien, teks, urai
from tests.berkas_contoh import pdf, unggahan
from tests.pabrik import Kantor
from zona.organisasi.models import Pengguna

BukaKlien = Callable[..., Klien]
TAUTAN = {"judul": "SK Tim", "tautan": "https://drive.google.com/file/d/1"}


def alamat(kantor: Kantor, kata: str, syarat: str = "aksi") -> str:
    return kantor.alamat(f"bukti/{kata}/{kantor.syarat['I', syarat].pk}/")


def halaman_aksi(kantor: Kantor) -> str:
    return kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/")


@pytest.fixture
def bukti(kantor: Kantor, anggota: Pengguna) -> Bukti:
    syarat, isi = kantor.syarat["I", "aksi"], ContentFile(pdf(halaman=3))
    return unggah_bukti(syarat=syarat, pelaksanaan=None, nama="notula.pdf", isi=isi, oleh=anggota)


def test_a_link_is_added(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    peramban, saat = klien(anggota), kantor.pelaksanaan["I", "a"][1]
    halaman = urai(peramban.get(alamat(kantor, "tautan", "tiap"), {"pelaksanaan": saat.pk}))
    assert [o["value"] for o in halaman.select("select[name=pelaksanaan] option[selected]")] == [str(saat.pk)]
    isi = {**TAUTAN, "pelaksanaan": saat.pk, "tanggal_dokumen": "2023-03-01", "halaman": "4", "catatan": "Butir 2"}
    tanggapan = peramban.post(alamat(kantor, "tautan", "tiap"), {**isi, "kembali": halaman_aksi(kantor)})
    kunci = f"{kantor.syarat['I', 'tiap'].pk}-{saat.pk}"
    assert (tanggapan.status_code, tanggapan["Location"]) == (303, f"{halaman_aksi(kantor)}#syarat-{kunci}")
    satu = Bukti.objects.get()
    assert (satu.nama, satu.tautan, satu.pelaksanaan) == ("SK Tim", TAUTAN["tautan"], saat)
    assert (satu.tanggal_dokumen, satu.halaman, satu.catatan) == (date(2023, 3, 1), 4, "Butir 2")


@pytest.mark.parametrize(
    ("isi", "kolom", "kalimat"),
    [
        ({"judul": ""}, "judul", "Tulis judul dokumen yang ditautkan."),
        ({"tautan": ""}, "tautan", "Tulis alamatnya."),
        ({"tautan": "ftp://contoh.id/a"}, "tautan", "Tulis alamat lengkap yang diawali https:// atau http://."),
        ({"tanggal_dokumen": "2023-03-16"}, "tanggal_dokumen", "Tanggal dokumen tidak boleh sesudah hari ini."),
        ({"tanggal_dokumen": "kemarin"}, "tanggal_dokumen", "Tanggal dokumen tidak terbaca."),
        ({"halaman": "0"}, "halaman", "Halaman dihitung mulai dari 1."),
        ({"halaman": "dua"}, "halaman", "Halaman ditulis dengan angka."),
    ],
)
def test_a_link_is_refused_at_its_field(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, isi: dict[str, str], kolom: str, kalimat: str
) -> None:
    tanggapan = klien(anggota).post(alamat(kantor, "tautan"), {**TAUTAN, **isi})
    assert tanggapan.status_code == 422
    assert teks(urai(tanggapan).find(id=f"id_{kolom}_error")) == kalimat
    assert Bukti.objects.count() == 0


def test_a_file_is_found_and_used_again(
    kantor: Kantor, bukti: Bukti, anggota: Pengguna, ketua: Pengguna, klien: BukaKlien
) -> None:
    terima_bukti(bukti=bukti, oleh=ketua)
    peramban = klien(anggota)

    def pilihan(q: str) -> list[str]:
        halaman = urai(peramban.get(alamat(kantor, "pakai", "baris"), {"q": q}))
        return [teks(b) for b in halaman.select(".pilih-bukti b")]

    assert (pilihan(""), pilihan("notula"), pilihan("tidak ada")) == (["notula.pdf"], ["notula.pdf"], [])
    tanggapan = peramban.post(alamat(kantor, "pakai", "baris"), {"bukti": bukti.pk, "kembali": halaman_aksi(kantor)})
    assert tanggapan.status_code == 303
    baru = Bukti.objects.latest("pk")
    assert (baru.syarat, baru.berkas, baru.status) == (kantor.syarat["I", "baris"], bukti.berkas, "menunggu")
    tanggapan = peramban.post(alamat(kantor, "pakai", "baris"), {"bukti": bukti.pk})
    assert tanggapan.status_code == 422
    assert "sama persis" in teks(urai(tanggapan).select_one("main [role=alert]"))


def test_what_may_not_be_used_is_refused(
    kantor: Kantor, bukti: Bukti, anggota: Pengguna, orang_luar: Pengguna, klien: BukaKlien
) -> None:
    peramban = klien(anggota)
    for isi, kalimat in (({}, "Pilih berkasnya."), ({"bukti": "999"}, "Berkas itu tidak dapat dipakai di sini.")):
        tanggapan = peramban.post(alamat(kantor, "pakai", "baris"), isi)
        assert (tanggapan.status_code, kalimat in teks(tanggapan)) == (422, True)
    tanggapan = peramban.post(alamat(kantor, "pakai", "tiap"), {"bukti": bukti.pk})
    assert "Pilih pelaksanaannya." in teks(tanggapan)
    tarik_bukti(bukti=bukti, alasan="Keliru", oleh=anggota)
    tanggapan = peramban.post(alamat(kantor, "pakai", "baris"), {"bukti": bukti.pk})
    assert (tanggapan.status_code, "sudah ditarik" in teks(tanggapan)) == (422, True)
    milik_lain = "/lain/2023/bukti/pakai/"
    assert klien(orang_luar).get(f"{milik_lain}{kantor.syarat['I', 'aksi'].pk}/").status_code == 404
    assert Bukti.objects.count() == 1


def test_what_is_said_is_put_right(
    kantor: Kantor, bukti: Bukti, anggota: Pengguna, ketua: Pengguna, klien: BukaKlien
) -> None:
    peramban, sini = klien(anggota), kantor.alamat(f"bukti/{bukti.pk}/ubah/")
    assert urai(peramban.get(sini)).find(id="id_nama")["value"] == "notula.pdf"
    isi = {"nama": "Notula rapat.pdf", "tanggal_dokumen": "2023-03-02", "halaman": "2", "catatan": ""}
    assert peramban.post(sini, isi)["Location"] == kantor.alamat(f"bukti/{bukti.pk}/")
    bukti.refresh_from_db()
    assert (bukti.nama, bukti.tanggal_dokumen, bukti.halaman) == ("Notula rapat.pdf", date(2023, 3, 2), 2)
    tanggapan = peramban.post(sini, {**isi, "halaman": "9"})
    assert teks(urai(tanggapan).find(id="id_halaman_error")) == "PDF ini hanya 3 halaman."
    terima_bukti(bukti=bukti, oleh=ketua)
    tanggapan = peramban.post(sini, isi)
    assert (tanggapan.status_code, "sudah berubah: diterima oleh" in teks(tanggapan)) == (422, True)


@pytest.mark.parametrize("kata", ["tautan", "pakai", "unggah", "ubah"])
def test_forms_are_of_who_may(
    kantor: Kantor, bukti: Bukti, penilai: Pengguna, koordinator_ii: Pengguna, orang_luar: Pengguna,
    anggota: Pengguna, klien: BukaKlien, kata: str,
) -> None:  # fmt: skip
    sini = kantor.alamat(f"bukti/{bukti.pk}/ubah/") if kata == "ubah" else alamat(kantor, kata)
    for orang, status in ((penilai, 403), (koordinator_ii, 403), (orang_luar, 404), (anggota, 200)):
        assert klien(orang).get(sini).status_code == status
        if status != 200:
            assert klien(orang).post(sini, {}).status_code == status
    assert klien(anggota).put(sini).status_code == 405


def test_the_upload_page_takes_what_goes_with_it(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    saat = kantor.pelaksanaan["I", "a"][0]
    halaman = urai(klien(anggota).get(alamat(kantor, "unggah", "tiap"), {"pelaksanaan": saat.pk}))
    assert halaman.select_one("form.unggah input[name=pelaksanaan]")["value"] == str(saat.pk)
    isi = {"berkas": [unggahan()], "pelaksanaan": saat.pk, "tanggal_dokumen": "2023-03-01", "halaman": "1"}
    assert klien(anggota).post(alamat(kantor, "unggah", "tiap"), isi).status_code == 303
    satu = Bukti.objects.get()
    assert (satu.tanggal_dokumen, satu.halaman) == (date(2023, 3, 1), 1)


def test_the_same_bytes_say_where_they_serve(kantor: Kantor, bukti: Bukti, anggota: Pengguna, klien: BukaKlien) -> None:
    isi: dict[str, Any] = {"berkas": [unggahan("salinan.pdf", pdf(halaman=3))], "kembali": halaman_aksi(kantor)}
    peramban = klien(anggota)
    assert peramban.post(alamat(kantor, "unggah", "baris"), isi).status_code == 303
    assert (
        "salinan.pdf tersimpan sebagai versi 1. "
        "Isinya sama dengan yang sudah menjadi bukti di I.1.a Surat keputusan (2023)."
    ) in teks(peramban.get(halaman_aksi(kantor)))
    assert Berkas.objects.count() == 1
