"""Judging evidence in the browser: accept, return, withdraw."""

from collections.abc import Callable

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile

from bukti_fisik.domain.bukti import terima_bukti, unggah_bukti
from bukti_fisik.models import Bukti
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.berkas_contoh import pdf
from tests.pabrik import Kantor
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak

BukaKlien = Callable[..., Klien]
TINDAKAN = {"terima": {}, "kembalikan": {"alasan": "Belum bertanda tangan"}, "tarik": {"alasan": "Salah tempat"}}
SESUDAH = {"terima": "diterima", "kembalikan": "dikembalikan", "tarik": "ditarik"}


@pytest.fixture
def bukti(kantor: Kantor, anggota: Pengguna) -> Bukti:
    syarat, pelaksanaan = kantor.syarat["I", "tiap"], kantor.pelaksanaan["I", "a"][0]
    isi = ContentFile(pdf())
    return unggah_bukti(syarat=syarat, pelaksanaan=pelaksanaan, nama="notula.pdf", isi=isi, oleh=anggota)


def alamat(kantor: Kantor, bukti: Bukti, tindakan: str) -> str:
    return kantor.alamat(f"bukti/{bukti.pk}/{tindakan}/")


def halaman_aksi(kantor: Kantor) -> str:
    return kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/")


def tanpa_lipatan(halaman: BeautifulSoup) -> str:
    """The page, whichever occurrences stand unfolded: once it is there, that is the reader's own doing."""
    for lipatan in halaman.select("details.tiap"):
        lipatan.attrs.pop("open", None)
    return rapi(halaman)


def kunci(bukti: Bukti) -> str:
    return f"{bukti.syarat_id}-{bukti.pelaksanaan_id}"


@pytest.mark.parametrize("tindakan", TINDAKAN)
def test_putusan_tanpa_javascript(
    kantor: Kantor, bukti: Bukti, ketua: Pengguna, klien: BukaKlien, tindakan: str
) -> None:
    peramban = klien(ketua)
    isi = {**TINDAKAN[tindakan], "kembali": halaman_aksi(kantor)}
    tanggapan = peramban.post(alamat(kantor, bukti, tindakan), isi)
    assert (tanggapan.status_code, tanggapan["Location"]) == (303, f"{halaman_aksi(kantor)}#syarat-{kunci(bukti)}")
    kini = Bukti.objects.get()
    assert (kini.status, kini.alasan) == (SESUDAH[tindakan], TINDAKAN[tindakan].get("alasan", ""))
    assert f"notula.pdf {SESUDAH[tindakan]}." in teks(peramban.get(halaman_aksi(kantor)))


@pytest.mark.parametrize("tindakan", TINDAKAN)
def test_putusan_fragmen_sama_dengan_halaman(
    kantor: Kantor, bukti: Bukti, ketua: Pengguna, klien: BukaKlien, tindakan: str
) -> None:
    peramban = klien(ketua)
    sebelum = peramban.get(halaman_aksi(kantor))
    isi = {**TINDAKAN[tindakan], "kembali": halaman_aksi(kantor)}
    jawaban = peramban.post(alamat(kantor, bukti, tindakan), isi, headers=HTMX)
    assert (jawaban.status_code, jawaban["HX-Trigger"]) == (200, "bukti-berubah")
    kini = pasang_fragmen(sebelum, jawaban, f"bukti-{kunci(bukti)}")
    lanjutan = peramban.get(halaman_aksi(kantor), headers=HTMX)
    kini = pasang_fragmen(kini, lanjutan, "pelaksanaan")
    assert tanpa_lipatan(kini) == tanpa_lipatan(urai(peramban.get(halaman_aksi(kantor))))


@pytest.mark.parametrize("tindakan", ["kembalikan", "tarik"])
def test_tanpa_alasan_422_di_tempatnya(
    kantor: Kantor, bukti: Bukti, ketua: Pengguna, klien: BukaKlien, tindakan: str
) -> None:
    jawaban = klien(ketua).post(alamat(kantor, bukti, tindakan), {"alasan": " "}, headers=HTMX)
    assert jawaban.status_code == 422
    daftar = urai(jawaban).find(id=f"bukti-{kunci(bukti)}")
    terbuka = daftar.select("details[open]")
    assert [teks(d.select_one(".kolom-galat")) for d in terbuka] == ["Tulis alasannya."]
    assert terbuka[0].form["action"] == alamat(kantor, bukti, tindakan)
    assert Bukti.objects.get().status == "menunggu"


@pytest.mark.parametrize("tindakan", ["kembalikan", "tarik"])
def test_tanpa_alasan_422_halaman_sendiri(
    kantor: Kantor, bukti: Bukti, ketua: Pengguna, klien: BukaKlien, tindakan: str
) -> None:
    peramban = klien(ketua)
    assert urai(peramban.get(alamat(kantor, bukti, tindakan))).h1.get_text() == f"{tindakan.capitalize()} bukti"
    tanggapan = peramban.post(alamat(kantor, bukti, tindakan), {"alasan": "x" * 2001})
    assert tanggapan.status_code == 422
    assert urai(tanggapan).textarea.get_text().strip() == "x" * 2001
    assert "x" * 2001 in str(
        peramban.post(alamat(kantor, bukti, tindakan), {"alasan": "x" * 2001}, headers=HTMX).content
    )


def test_pemeriksa_kedua_diberi_tahu(
    kantor: Kantor, bukti: Bukti, ketua: Pengguna, kepala: Pengguna, klien: BukaKlien
) -> None:
    terima_bukti(bukti=bukti, oleh=ketua)
    kalimat = f"Bukti ini sudah berubah: diterima oleh {ketua.nama}."
    jawaban = klien(kepala).post(alamat(kantor, bukti, "terima"), headers=HTMX)
    assert (jawaban.status_code, teks(urai(jawaban).find(role="alert"))) == (422, kalimat)
    peramban = klien(kepala)
    isi = {"kembali": halaman_aksi(kantor)}
    assert peramban.post(alamat(kantor, bukti, "terima"), isi)["Location"].startswith(halaman_aksi(kantor))
    assert kalimat in teks(peramban.get(halaman_aksi(kantor)))
    jawaban = klien(kepala).post(alamat(kantor, bukti, "kembalikan"), {"alasan": "Salah"})
    assert jawaban.status_code == 422
    assert kalimat in teks(jawaban)


def test_putusan_403_untuk_pembaca_dan_pengunggahnya(
    kantor: Kantor, ketua: Pengguna, koordinator_ii: Pengguna, penilai: Pengguna, anggota: Pengguna, klien: BukaKlien,
    bukti: Bukti,
) -> None:  # fmt: skip
    for tindakan, isi in TINDAKAN.items():
        for pembaca in (koordinator_ii, penilai):
            assert klien(pembaca).post(alamat(kantor, bukti, tindakan), isi).status_code == 403
    assert klien(anggota).post(alamat(kantor, bukti, "terima")).status_code == 403
    assert klien(anggota).post(alamat(kantor, bukti, "kembalikan"), {"alasan": "x"}).status_code == 403
    Bukti.objects.update(diunggah_oleh=ketua)
    assert klien(ketua).post(alamat(kantor, bukti, "terima")).status_code == 403
    assert klien(anggota).post(alamat(kantor, bukti, "tarik"), {"alasan": "x"}).status_code == 403
    assert Bukti.objects.get().status == "menunggu"


def test_pengunggah_menarik_miliknya(kantor: Kantor, bukti: Bukti, anggota: Pengguna, klien: BukaKlien) -> None:
    assert klien(anggota).post(alamat(kantor, bukti, "tarik"), {"alasan": "Salah"}).status_code == 303
    assert Bukti.objects.get().status == "ditarik"


@pytest.mark.parametrize("tindakan", TINDAKAN)
def test_putusan_404_dan_405(
    kantor: Kantor, bukti: Bukti, orang_luar: Pengguna, ketua: Pengguna, klien: BukaKlien, tindakan: str
) -> None:
    isi = TINDAKAN[tindakan]
    assert klien(orang_luar).post(alamat(kantor, bukti, tindakan), isi).status_code == 404
    assert klien(ketua).post(alamat(kantor, bukti, tindakan).replace("2023", "2024"), isi).status_code == 404
    assert klien(ketua).put(alamat(kantor, bukti, tindakan)).status_code == 405
    assert klien(ketua).get(alamat(kantor, bukti, "terima")).status_code == 405
    assert Bukti.objects.get().status == "menunggu"
