"""The office's pages of its doors: who makes and revokes them, the address told once, the visits."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.bantuan import Klien, teks, urai
from tests.pabrik import HARI_INI, Kantor
from tests.pintu.conftest import BukaPintu
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna
from zona.pintu.domain.pintu import cabut_pintu, catat_kunjungan
from zona.pintu.models import Pintu
from zona.pintu.queries.alamat import alamat_bukti
from zona.pintu.queries.masuk import sidik_rahasia

Buka = Callable[..., Klien]
ISI = {"nama": "TPI Inspektorat", "berakhir": "2023-06-30", "kode": "rahasia-9", "isi": "semua"}


def test_made_through_the_page_and_told_once(kantor: Kantor, kepala: Pengguna, klien: Buka) -> None:
    k, tujuan = klien(kepala), kantor.alamat("pintu/")
    assert k.post(tujuan, ISI)["Location"] == tujuan
    halaman = urai(k.get(tujuan))
    alamat = halaman.select_one("#alamat-baru")["value"]
    pintu = Pintu.objects.get()
    assert (pintu.nama, pintu.berakhir, pintu.hanya_diterima) == ("TPI Inspektorat", date(2023, 6, 30), False)
    assert pintu.sidik == sidik_rahasia(alamat.rstrip("/").rpartition("/")[2])
    assert urai(k.get(tujuan)).select_one("#alamat-baru") is None
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.oleh_nama) == ("membuka pintu penilai", "Kepala")
    assert "rahasia-9" not in str(jejak.sesudah)
    jalur = "/" + alamat.split("/", 3)[3]
    assert klien().post(jalur, {"kode": "rahasia-9"}).status_code == 302


@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        ({"nama": ""}, "Tulis untuk siapa tautan ini."),
        ({"nama": "x" * 201}, "200"),
        ({"berakhir": ""}, "Pilih hari terakhirnya."),
        ({"berakhir": "2023-02-31"}, "Tulis tanggal yang ada."),
        ({"berakhir": "2023-03-14"}, "Tanggal berakhir sudah lewat."),
        ({"berakhir": "2025-01-01"}, "Paling lama sampai"),
        ({"kode": "12345"}, "Kode paling pendek enam huruf atau angka."),
        ({"isi": "apa"}, "apa"),
    ],
)
def test_bad_input_is_said_at_its_place(
    kantor: Kantor, ketua: Pengguna, klien: Buka, ganti: dict[str, str], kalimat: str
) -> None:
    tanggapan = klien(ketua).post(kantor.alamat("pintu/"), ISI | ganti)
    assert tanggapan.status_code == 422
    assert kalimat in " ".join(teks(g) for g in urai(tanggapan).select(".kolom-galat"))
    assert not Pintu.objects.exists()
    assert not Jejak.objects.exists()


@pytest.mark.parametrize("siapa", ["koordinator-i", "anggota", "penilai", "admin"])
def test_others_are_told_why_not(kantor: Kantor, klien: Buka, pintu_baru: BukaPintu, siapa: str) -> None:
    pintu, _ = pintu_baru()
    k = klien(kantor.orang[siapa])
    for tanggapan in (
        k.get(kantor.alamat("pintu/")),
        k.post(kantor.alamat("pintu/"), ISI),
        k.get(kantor.alamat(f"pintu/{pintu.pk}/")),
        k.post(kantor.alamat(f"pintu/{pintu.pk}/cabut/")),
    ):
        assert (tanggapan.status_code, "kepala kantor dan ketua tim" in teks(tanggapan)) == (403, True)
    pintu.refresh_from_db()
    assert (pintu.dicabut_pada, Pintu.objects.count()) == (None, 1)


def test_revoked_once(kantor: Kantor, ketua: Pengguna, klien: Buka, pintu_baru: BukaPintu) -> None:
    pintu, _ = pintu_baru()
    k, tujuan = klien(ketua), kantor.alamat(f"pintu/{pintu.pk}/cabut/")
    assert "tidak membuka apa pun lagi" in teks(k.post(tujuan, follow=True))
    assert Jejak.objects.latest("pk").tindakan == "mencabut pintu penilai"
    assert "sudah dicabut" in teks(k.post(tujuan, follow=True))
    with pytest.raises(DomainError, match="sudah dicabut"):
        cabut_pintu(pintu=pintu, oleh=ketua)
    assert Jejak.objects.filter(tindakan="mencabut pintu penilai").count() == 1


def test_list_tells_states_and_visits(
    kantor: Kantor, ketua: Pengguna, klien: Buka, pintu_baru: BukaPintu, settings: Any
) -> None:
    ramai, _ = pintu_baru(nama="Ramai")
    pintu_baru(nama="Usai", berakhir=HARI_INI)
    dicabut, _ = pintu_baru(nama="Dicabut")
    cabut_pintu(pintu=dicabut, oleh=ketua)
    for n in range(7):
        catat_kunjungan(pintu=ramai, apa=f"Berkas: {n}.pdf", alamat_ip="10.0.0.1")
    settings.ZONA_HARI_INI = date(2023, 3, 16)
    k = klien(ketua)
    halaman = urai(k.get(kantor.alamat("pintu/")))
    baris = {b.h3.get_text(): teks(b) for b in halaman.select(".pintu-daftar > li")}
    assert list(baris) == ["Dicabut", "Usai", "Ramai"]
    assert [baris[n].split()[1] for n in baris] == ["Dicabut", "Berakhir", "Terbuka"]
    assert [f"{n}.pdf" in baris["Ramai"] for n in range(7)] == [False, False, *[True] * 5]
    assert len(halaman.select("form[action$='/cabut/']")) == 1
    semua = teks(k.get(kantor.alamat(f"pintu/{ramai.pk}/")))
    assert all(f"Berkas: {n}.pdf" in semua for n in range(7))


def test_visits_cannot_be_changed(pintu_baru: BukaPintu) -> None:
    pintu, _ = pintu_baru()
    catat_kunjungan(pintu=pintu, apa="x" * 400, alamat_ip=None)
    satu = pintu.kunjungan.get()
    assert len(satu.apa) == 300
    with pytest.raises(TypeError, match="tidak dapat diubah"):
        satu.save()


def test_queries_do_not_grow(kantor: Kantor, ketua: Pengguna, klien: Buka, pintu_baru: BukaPintu) -> None:
    k, hasil = klien(ketua), []
    for banyak in (1, 2):
        for _ in range(banyak):
            catat_kunjungan(pintu=pintu_baru()[0], apa="Daftar", alamat_ip=None)
        with CaptureQueriesContext(connection) as kueri:
            k.get(kantor.alamat("pintu/"))
        hasil.append(len(kueri))
    assert hasil[0] == hasil[1] <= 7


def test_address_of_evidence_is_whole_and_holds_no_secret(kantor: Kantor, settings: Any) -> None:
    settings.ZONA_ALAMAT_LAMAN = "https://zona.example"
    assert alamat_bukti(kantor.satker, 2023, "A1.1.a") == "https://zona.example/uji/2023/bukti-dukung/A1.1.a/"
