"""Marking who signed the pakta, leaving people out, typing people in."""

from datetime import date
from typing import Any

import pytest

from bukti_fisik.models import Berkas
from tests.pabrik import HARI_INI, Kantor
from tests.surat.bantu import SATU, gambar
from tests.surat.test_surat import tolak
from zona.inti.models import Jejak
from zona.surat.domain.pakta import (
    batalkan_tanda_tangan,
    catat_tanda_tangan,
    keluarkan_penanda,
    kembalikan_penanda,
    tambah_penanda,
)
from zona.surat.models import PenandaPakta
from zona.surat.queries.pakta import daftar_penanda, ringkas_pakta


def kunci(kantor: Kantor, *nama: str) -> list[str]:
    ada = {p.nama: p.kunci for p in daftar_penanda(kantor.satker.pk, 2023)}
    return [ada[n] for n in nama]


def catat(kantor: Kantor, *nama: str, **isi: Any) -> int:
    data = {"orang": kunci(kantor, *nama), "tanggal": SATU, "hari_ini": HARI_INI, "oleh": kantor.orang["ketua"], **isi}
    return catat_tanda_tangan(rencana=kantor.rencana, **data)


def satu(kantor: Kantor, nama: str) -> Any:
    return next(p for p in daftar_penanda(kantor.satker.pk, 2023) if p.nama == nama)


def test_many_at_once_with_one_audit_row(kantor: Kantor) -> None:
    assert catat(kantor, "Kepala", "Ketua", "Anggota") == 3
    assert ringkas_pakta(kantor.satker.pk, 2023).menandatangani == 3
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.sesudah["orang"]) == ("mencatat tanda tangan pakta", ["Kepala", "Ketua", "Anggota"])


def test_who_signed_keeps_the_day_and_gets_the_scan(kantor: Kantor) -> None:
    catat(kantor, "Kepala")
    assert catat(kantor, "Kepala", "Ketua", tanggal=date(2023, 2, 5), berkas=gambar()) == 1
    assert {p.nama: (p.tanggal, p.nama_berkas) for p in PenandaPakta.objects.all()} == {
        "Kepala": (SATU, "pindaian.png"),
        "Ketua": (date(2023, 2, 5), "pindaian.png"),
    }
    assert catat(kantor, "Kepala", tanggal=date(2023, 3, 1)) == 0
    assert Jejak.objects.count() == 2
    assert Berkas.objects.count() == 1


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"orang": []}, "orang", "Pilih paling sedikit satu orang."),
        ({"orang": ["p999999"]}, "orang", "tidak ada lagi dalam daftar"),
        ({"tanggal": date(2023, 3, 16)}, "tanggal", "paling akhir 15 Maret 2023"),
        ({"tanggal": date(1999, 3, 16)}, "tanggal", "paling akhir 15 Maret 2023"),
        ({"berkas": gambar("skrip.sh")}, None, "berakhiran .sh"),
    ],
)
def test_refused_marks_write_nothing(kantor: Kantor, isi: dict[str, Any], kolom: str | None, pesan: str) -> None:
    with tolak(pesan, kolom):
        catat(kantor, "Kepala", **isi)
    assert (PenandaPakta.objects.count(), Jejak.objects.count(), Berkas.objects.count()) == (0, 0, 0)


def test_wrong_mark_is_taken_back(kantor: Kantor) -> None:
    tambah_penanda(rencana=kantor.rencana, nama="Satpam", oleh=None)
    catat(kantor, "Kepala", "Satpam")
    for nama in ("Kepala", "Satpam"):
        batalkan_tanda_tangan(rencana=kantor.rencana, kunci=satu(kantor, nama).kunci, oleh=None)
    assert ringkas_pakta(kantor.satker.pk, 2023).menandatangani == 0
    assert [p.nama for p in PenandaPakta.objects.all()] == ["Satpam"]
    with tolak("belum tercatat"):
        batalkan_tanda_tangan(rencana=kantor.rencana, kunci=satu(kantor, "Kepala").kunci, oleh=None)


def test_left_out_with_a_reason_and_back(kantor: Kantor) -> None:
    (orang,) = kunci(kantor, "Anggota")
    with tolak("Tulis sebabnya.", "alasan"):
        keluarkan_penanda(rencana=kantor.rencana, kunci=orang, alasan=" ", oleh=None)
    keluarkan_penanda(rencana=kantor.rencana, kunci=orang, alasan="Tugas belajar", oleh=None)
    assert ringkas_pakta(kantor.satker.pk, 2023).jumlah == 8
    with tolak("tidak dihitung (Tugas belajar)", "orang"):
        catat(kantor, "Anggota")
    kembalikan_penanda(rencana=kantor.rencana, kunci=orang, oleh=None)
    assert ringkas_pakta(kantor.satker.pk, 2023).jumlah == 9
    with tolak("sudah dihitung"):
        kembalikan_penanda(rencana=kantor.rencana, kunci=orang, oleh=None)
    catat(kantor, "Anggota")
    with tolak("sudah menandatangani"):
        keluarkan_penanda(rencana=kantor.rencana, kunci=orang, alasan="x", oleh=None)


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"nama": " "}, "nama", "Isi namanya."),
        ({"nama": "x" * 201}, "nama", "Paling panjang 200 huruf."),
        ({"nama": "anggota", "nip": "198001012006041009"}, "nama", "sudah ada dalam daftar"),
        ({"nama": "Lain", "nip": "198001012006041009"}, "nip", "sudah ada dalam daftar"),
    ],
)
def test_typed_person_is_nobody_twice(kantor: Kantor, isi: dict[str, str], kolom: str, pesan: str) -> None:
    orang = kantor.orang["anggota"]
    isi = {k: (orang.nip or "") if k == "nip" else v for k, v in isi.items()}
    with tolak(pesan, kolom):
        tambah_penanda(rencana=kantor.rencana, oleh=None, **isi)
    assert not PenandaPakta.objects.exists()
