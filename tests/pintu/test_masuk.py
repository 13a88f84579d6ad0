"""Coming in by a door: what opens, what stays shut, what is written down."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.enums import Pindai
from bukti_fisik.models import Berkas, Bukti
from tests.bantuan import Klien, rapi, teks, urai
from tests.berkas_contoh import pdf
from tests.bukti_contoh import taruh
from tests.pabrik import Kantor, tambah_baris
from tests.pintu.conftest import BukaPintu
from zona.organisasi.models import Pengguna
from zona.pintu.domain.pintu import cabut_pintu
from zona.pintu.models import Kunjungan

Buka = Callable[..., Klien]


def status(k: Klien, tujuan: str) -> int:
    """Of a file that is not read."""
    tanggapan = k.get(tujuan)
    tanggapan.close()
    return tanggapan.status_code


def kunjungan() -> list[str]:
    return list(Kunjungan.objects.order_by("pk").values_list("apa", flat=True))


def test_door_shows_evidence_and_writes_it_down(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    pintu, alamat = pintu_baru()
    halaman = klien().get(alamat, REMOTE_ADDR="10.1.2.3")
    assert halaman.status_code == 200
    isi = teks(halaman)
    for kata in ("Kantor Uji 2023", "Tim Penilai", "Kerja I.1", "Aksi I.1.a", "Laporan kegiatan", "laporan.pdf"):
        assert kata in isi
    assert halaman.headers["Referrer-Policy"] == "no-referrer"
    assert halaman.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert halaman.headers["Cache-Control"] == "private, no-store"
    tautan = f"{alamat}berkas/{bukti.pk}/"
    assert tautan in {a["href"] for a in urai(halaman).select(".bukti a")}
    berkas = klien().get(tautan)
    assert b"".join(berkas.streaming_content) == pdf("laporan.pdf")
    assert "sandbox" in berkas["Content-Security-Policy"]
    assert (berkas["Cache-Control"], berkas["X-Frame-Options"]) == ("private, no-store", "SAMEORIGIN")
    assert kunjungan() == ["Daftar bukti: I. Manajemen Perubahan", "Berkas: laporan.pdf"]
    assert Kunjungan.objects.order_by("pk")[0].alamat_ip == "10.1.2.3"
    assert {k.pintu_id for k in Kunjungan.objects.all()} == {pintu.pk}


def test_accepted_only_hides_the_rest(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    bukti = {k: taruh(kantor, f"{k}.pdf", k) for k in ("diterima", "menunggu", "dikembalikan", "ditarik")}
    for hanya, tampak in ((True, {"diterima"}), (False, {"diterima", "menunggu", "dikembalikan"})):
        _, alamat = pintu_baru(hanya_diterima=hanya)
        for susunan in ("rencana", "lke&bagian=lain"):
            isi = teks(klien().get(f"{alamat}?susunan={susunan}"))
            assert {k for k in bukti if f"{k}.pdf" in isi} == tampak
        for k, b in bukti.items():
            assert status(klien(), f"{alamat}berkas/{b.pk}/") == (200 if k in tampak else 404), k


def test_reason_of_a_return_is_not_for_outsiders(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    taruh(kantor, "a.pdf", "dikembalikan")
    assert "Kurang jelas" not in teks(klien().get(pintu_baru(hanya_diterima=False)[1]))


def test_shut_doors_are_all_alike(
    kantor: Kantor, ketua: Pengguna, klien: Buka, pintu_baru: BukaPintu, settings: Any
) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    _, usai = pintu_baru(berakhir=date(2023, 3, 16))
    dicabut, cabut = pintu_baru(kode="rahasia-9")
    cabut_pintu(pintu=dicabut, oleh=ketua)
    settings.ZONA_HARI_INI = date(2023, 3, 17)
    semua = []
    for alamat in (usai, cabut, "/pintu/keliru/", f"/pintu/{'x' * 3000}/", "/pintu/%F0%9F%98%80/"):
        for tujuan in (alamat, f"{alamat}berkas/{bukti.pk}/"):
            tanggapan = klien().get(tujuan)
            assert tanggapan.status_code == 404
            semua.append(rapi(tanggapan))
        assert klien().post(alamat, {"kode": "rahasia-9"}).status_code == 404
    assert len(set(semua)) == 1
    assert "Tautan ini tidak terbuka" in semua[0]
    assert kunjungan() == []


def test_open_on_the_last_day(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu, settings: Any) -> None:
    _, alamat = pintu_baru(berakhir=date(2023, 3, 16))
    settings.ZONA_HARI_INI = date(2023, 3, 16)
    assert klien().get(alamat).status_code == 200


def test_who_is_inside_is_out_when_it_is_revoked(
    kantor: Kantor, ketua: Pengguna, klien: Buka, pintu_baru: BukaPintu
) -> None:
    bukti = taruh(kantor, "laporan.pdf", soal=("A1.1.a",))
    pintu, alamat = pintu_baru(kode="rahasia-9")
    k = klien()
    assert k.post(alamat, {"kode": "rahasia-9"}).status_code == 302
    assert k.get(alamat).status_code == 200
    cabut_pintu(pintu=pintu, oleh=ketua)
    assert k.get(alamat).status_code == 404
    assert status(k, f"{alamat}berkas/{bukti.pk}/") == 404
    assert k.get(kantor.alamat("bukti-dukung/A1.1.a/")).status_code == 403


def test_nothing_of_another_office_or_year(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    pintu, alamat = pintu_baru()
    type(pintu).objects.filter(pk=pintu.pk).update(tahun=2022)
    assert klien().get(alamat).status_code == 404  # no plan of that year
    assert klien().get(f"{alamat}berkas/{bukti.pk}/").status_code == 404


def test_held_back_file_is_said_and_not_given(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    Berkas.objects.update(pindai=Pindai.KARANTINA)
    _, alamat = pintu_baru()
    assert "menunggu pemindaian virus, sehingga belum dapat dibuka" in teks(klien().get(alamat))
    assert klien().get(f"{alamat}berkas/{bukti.pk}/").status_code == 404


def test_names_and_links_are_only_text(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    Bukti.objects.filter(pk=bukti.pk).update(
        berkas=None, tautan="https://drive.example/x?a=1&b=2", nama='"><script>alert(1)</script> 🗂.pdf'
    )
    halaman = urai(klien().get(pintu_baru()[1]))
    tautan = halaman.select_one(".bukti a")
    assert (tautan["href"], tautan["rel"]) == ("https://drive.example/x?a=1&b=2", ["noreferrer", "noopener"])
    assert tautan.get_text() == '"><script>alert(1)</script> 🗂.pdf'


def test_lke_order(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    taruh(kantor, "satu.pdf", soal=("A2.1.b", "A1.1.a"))
    taruh(kantor, "lepas.pdf", area="II")
    _, alamat = pintu_baru()
    halaman = {
        kode: teks(klien().get(f"{alamat}?susunan=lke&bagian={kode}")) for kode in ("A1", "A2", "A3", "H1", "lain")
    }
    assert {k for k, isi in halaman.items() if "satu.pdf" in isi} == {"A1", "A2"}
    assert {k for k, isi in halaman.items() if "lepas.pdf" in isi} == {"lain"}
    assert "A1.1.a. Apakah A1.1.a?" in halaman["A1"]
    assert klien().get(f"{alamat}?susunan=lke&bagian=X").status_code == 404


# --- the code -----------------------------------------------------------------------------------------


def test_code_is_asked_for_and_kept_as_a_hash(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    pintu, alamat = pintu_baru(kode="rahasia-9")
    assert pintu.kode.startswith("argon2")
    k = klien()
    minta = k.get(alamat)
    assert ("Kode pintu penilai" in teks(minta), "laporan.pdf" in teks(minta)) == (True, False)
    assert minta.headers["Referrer-Policy"] == "same-origin"
    assert status(k, f"{alamat}berkas/{bukti.pk}/") == 404
    salah = k.post(alamat, {"kode": "keliru-9"})
    assert (salah.status_code, "Kode itu keliru" in teks(salah)) == (422, True)
    assert k.post(alamat, {"kode": ""}).status_code == 422
    sebelum = k.session.session_key
    assert k.post(alamat, {"kode": "rahasia-9"})["Location"] == alamat
    assert k.session.session_key != sebelum
    assert "laporan.pdf" in teks(k.get(alamat))
    assert status(k, f"{alamat}berkas/{bukti.pk}/") == 200
    assert klien().get(f"{alamat}berkas/{bukti.pk}/").status_code == 404
    assert kunjungan()[0] == "Kode salah"


def test_code_lasts_eight_hours(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    pintu, alamat = pintu_baru(kode="rahasia-9")
    k = klien()
    k.post(alamat, {"kode": "rahasia-9"})
    sesi = k.session
    sesi["pintu"] = {str(pintu.pk): sesi["pintu"][str(pintu.pk)] - int(timedelta(hours=8).total_seconds()) - 1}
    sesi.save()
    assert "Kode pintu penilai" in teks(k.get(alamat))


def test_code_cannot_be_guessed(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    """Five from one address; the right one is then refused too. Another address, and another door, are not."""
    _, alamat = pintu_baru(kode="rahasia-9")
    _, lain = pintu_baru(kode="rahasia-9")
    for _ in range(5):
        assert "Kode itu keliru" in teks(klien().post(alamat, {"kode": "keliru-9"}, REMOTE_ADDR="10.0.0.1"))
    tolak = klien().post(alamat, {"kode": "rahasia-9"}, REMOTE_ADDR="10.0.0.1")
    assert (tolak.status_code, "terlalu sering keliru" in teks(tolak)) == (422, True)
    assert klien().post(alamat, {"kode": "rahasia-9"}, REMOTE_ADDR="10.0.0.2").status_code == 302
    assert klien().post(lain, {"kode": "rahasia-9"}, REMOTE_ADDR="10.0.0.1").status_code == 302
    assert kunjungan() == ["Kode salah"] * 5


def test_many_addresses_do_not_guess_either(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    pintu, alamat = pintu_baru(kode="rahasia-9")
    Kunjungan.objects.bulk_create(Kunjungan(pintu=pintu, apa="Kode salah", alamat_ip=f"10.0.1.{n}") for n in range(50))
    assert klien().post(alamat, {"kode": "rahasia-9"}, REMOTE_ADDR="10.0.0.9").status_code == 422


def test_door_of_a_signed_in_person_is_the_same(
    kantor: Kantor, orang_luar: Pengguna, klien: Buka, pintu_baru: BukaPintu
) -> None:
    taruh(kantor, "laporan.pdf")
    k = klien(orang_luar)
    assert "laporan.pdf" in teks(k.get(pintu_baru()[1]))
    assert k.get(kantor.alamat()).status_code == 404


# --- one question -------------------------------------------------------------------------------------


def test_question_opens_after_the_door(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    bukti = taruh(kantor, "laporan.pdf", soal=("A1.1.a",))
    taruh(kantor, "lain.pdf")
    taruh(kantor, "nanti.pdf", "menunggu", soal=("A1.1.a",))
    alamat = kantor.alamat("bukti-dukung/A1.1.a/")
    k = klien()
    assert (k.get(alamat).status_code, "pintu penilai" in teks(k.get(alamat))) == (403, True)
    assert rapi(k.get("/tiada/2020/bukti-dukung/x/")) == rapi(k.get(alamat)).replace(
        alamat, "/tiada/2020/bukti-dukung/x/"
    )
    assert k.get(f"{alamat}{bukti.pk}/").status_code == 403
    k.get(pintu_baru()[1])
    halaman = k.get(alamat)
    assert [n in teks(halaman) for n in ("Apakah A1.1.a?", "laporan.pdf", "lain.pdf", "nanti.pdf")] == [
        True, True, False, False,
    ]  # fmt: skip
    assert f"{alamat}{bukti.pk}/" in {a["href"] for a in urai(halaman).select(".bukti a")}
    assert b"".join(k.get(f"{alamat}{bukti.pk}/").streaming_content) == pdf("laporan.pdf")
    assert k.get(kantor.alamat("bukti-dukung/tiada/")).status_code == 404
    assert k.get("/lain/2023/bukti-dukung/A1.1.a/").status_code == 403
    assert kunjungan()[1:] == ["Bukti pertanyaan A1.1.a", "Berkas: laporan.pdf"]


def test_question_for_people_of_the_office(
    kantor: Kantor, anggota: Pengguna, orang_luar: Pengguna, klien: Buka
) -> None:
    bukti = taruh(kantor, "nanti.pdf", "menunggu", soal=("A1.1.a",))
    alamat = kantor.alamat("bukti-dukung/A1.1.a/")
    halaman = klien(anggota).get(alamat)
    assert kantor.alamat(f"bukti/{bukti.pk}/berkas/") in {a["href"] for a in urai(halaman).select(".bukti a")}
    assert klien(orang_luar).get(alamat).status_code == 404
    assert kunjungan() == []


# --- cost ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("tujuan", ["", "?susunan=lke", "soal"])
def test_queries_do_not_grow(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu, tujuan: str) -> None:
    _, alamat = pintu_baru()
    k = klien()
    k.get(f"{alamat}?susunan=lke")
    ke = kantor.alamat("bukti-dukung/A1.1.a/") if tujuan == "soal" else f"{alamat}{tujuan}"
    hasil = []
    for banyak in (1, 2):
        for n in range(banyak):
            taruh(kantor, f"{banyak}-{n}.pdf", soal=("A1.1.a", "A1.1.b"))
        tambah_baris(kantor, 6)
        with CaptureQueriesContext(
            connection,
        ) as kueri:
            k.get(ke)
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= 16


def test_gone_file_is_404(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    assert bukti.berkas
    default_storage.delete(bukti.berkas.kunci)
    assert klien().get(f"{pintu_baru()[1]}berkas/{bukti.pk}/").status_code == 404
