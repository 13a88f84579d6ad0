"""Applying what was chosen of a workbook, and taking it back."""

from collections.abc import Callable
from datetime import date

import pytest
from openpyxl import Workbook

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, RencanaAksi, RencanaKerja, SyaratBukti
from tests.impor.bantu import ekspor, kolom, polos, segar, sunting, terapkan, terima, tulis, urungkan
from tests.pabrik import HARI_INI, Kantor
from zona.impor.domain.pratinjau import pratinjau
from zona.impor.models import Impor
from zona.impor.queries.isi import isi_kini
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Ubah = Callable[[Workbook], object]


@pytest.fixture
def impor(kantor: Kantor, ketua: Pengguna) -> Callable[..., Impor]:
    return lambda *ubah, oleh=ketua: terima(kantor.rencana, sunting(ekspor(kantor.rencana), *ubah), oleh)


def sisip(lembar: str, setelah: int, **isi: object) -> Ubah:
    """A new row, without keys."""

    def ubah(buku: Workbook) -> None:
        kertas = buku[lembar]
        kertas.insert_rows(setelah + 1)
        for judul, nilai in isi.items():
            kertas.cell(setelah + 1, kolom(kertas, judul.replace("_", " "))).value = nilai

    return ubah


def hapus(lembar: str, nomor: int, banyak: int = 1) -> Ubah:
    return lambda buku: buku[lembar].delete_rows(nomor, banyak)


def ringkas(impor: Impor, oleh: Pengguna) -> list[tuple[str, str, str, str]]:
    return [(p.jenis, p.benda, p.tempat, p.halangan) for p in pratinjau(impor, oleh, HARI_INI).perubahan]


def test_everything_at_once_and_back(impor: Callable[..., Impor], kantor: Kantor, ketua: Pengguna) -> None:
    """Rows I: 2–4 are aksi a, 5 is b; each pengungkit so. Evidence: three rows each."""
    semula = isi_kini(segar(kantor.rencana))
    satu = impor(
        tulis("Seluruhnya", 2, "Rencana Aksi", "Aksi yang diganti"),
        tulis("Seluruhnya", 2, "Status", "Selesai"),
        tulis("Seluruhnya", 2, "Realisasi", date(2023, 3, 2)),
        tulis("Seluruhnya", 5, "Jadwal", "12 Mei 2023"),
        tulis("Seluruhnya", 6, "Rencana Kerja", "Kerja II yang diganti"),
        tulis("Bukti Fisik", 2, "Bukti Fisik", "Notula yang diganti"),
        sisip(
            "Seluruhnya", 5, Pengungkit="I. Manajemen Perubahan", No=9, Rencana_Kerja="Kerja baru",
            Rencana_Aksi="Aksi baru satu", Jadwal="1 Juni 2023", Penanggung_Jawab="Anggota",
        ),
        sisip("Seluruhnya", 6, Rencana_Aksi="Aksi baru dua", Jadwal="1 Juli 2023"),
        hapus("Seluruhnya", 11),  # II b
        hapus("Bukti Fisik", 7),
    )  # fmt: skip
    assert ringkas(satu, ketua) == [
        ("ubah", "aksi", "I.1.a", ""),
        ("ubah", "pelaksanaan", "I.1.a", ""),
        ("ubah", "aksi", "I.1.b", ""),
        ("ubah", "syarat", "I.1", ""),
        ("tambah", "kerja", "I.2", ""),
        ("tambah", "aksi", "I.2.a", ""),
        ("tambah", "aksi", "I.2.b", ""),
        ("ubah", "kerja", "II.1", ""),
        ("hapus", "aksi", "II.1.b", ""),
        ("hapus", "syarat", "II.1", ""),
    ]
    hasil = terapkan(satu, ketua, alasan="Hasil rapat")
    assert len(hasil.diterapkan) == 10
    assert hasil.dilewati == {}
    baru = RencanaKerja.objects.get(pengungkit__kode="I", nomor=2)
    assert [(a.huruf, a.uraian, str(a.penanggung_jawab or "")) for a in baru.aksi.all()] == [
        ("a", "Aksi baru satu", "Anggota"), ("b", "Aksi baru dua", ""),
    ]  # fmt: skip
    assert list(Pelaksanaan.objects.filter(status=Status.SELESAI).values_list("realisasi", flat=True)) == [
        date(2023, 3, 2)
    ]
    b = RencanaAksi.objects.get(pk=kantor.aksi["I", "b"].pk)
    assert (b.jadwal_makna, [p.jatuh_tempo for p in b.pelaksanaan.all()]) == (
        {"tanggal": ["2023-05-12"]}, [date(2023, 5, 12)],
    )  # fmt: skip
    assert not RencanaAksi.objects.filter(pk=kantor.aksi["II", "b"].pk).exists()
    assert SyaratBukti.objects.filter(teks="Notula yang diganti").count() == 1
    satu.refresh_from_db()
    jejak = Jejak.objects.filter(objek="impor.impor", tindakan="menerapkan impor").get()
    assert (jejak.oleh_nama, jejak.sesudah["perubahan"]) == (str(ketua), 10)

    urungkan(satu, ketua)
    assert polos(isi_kini(segar(kantor.rencana))) == polos(semula)
    assert Jejak.objects.filter(tindakan="mengurungkan impor").count() == 1
