"""Stages filled in by the leaders of an office, never lost to a second writer."""

from datetime import date

import pytest

from tests.bantuan import teks, urai
from tests.pabrik import Kantor
from tests.tahapan.bantu import Buka, isi, kirim
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna
from zona.tahapan.models import Tahap

pytestmark = pytest.mark.usefixtures("instrumen")


def test_form_is_kept_with_its_trail(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    peramban = klien(kepala)
    data = {"target_mulai": "2023-03-01", "target_selesai": "2023-03-31", "mulai": "2023-03-02", "strategis": "on"}
    assert kirim(peramban, kantor, "pemilihan", **data, catatan=" Rapat\r\npimpinan ").status_code == 302
    tahap = Tahap.objects.get()
    assert (tahap.kode, tahap.mulai, tahap.strategis, tahap.sumber_daya, tahap.revisi, tahap.catatan) == (
        "pemilihan", date(2023, 3, 2), True, False, 1, "Rapat\npimpinan",
    )  # fmt: skip
    assert kirim(peramban, kantor, "pemilihan", **data, revisi=1, catatan="Rapat\npimpinan").status_code == 302
    jejak = Jejak.objects.get(tindakan="mengisi tahapan")
    assert (jejak.oleh_nama, jejak.sesudah["mulai"], str(jejak)) == (
        "Kepala", "2023-03-02", "Kepala: mengisi tahapan Pemilihan unit 2023",
    )  # fmt: skip
    assert kirim(peramban, kantor, "pemilihan", revisi=1).status_code == 302
    assert Tahap.objects.get().mulai is None
    assert Jejak.objects.filter(tindakan="mengisi tahapan").first().sebelum["mulai"] == "2023-03-02"


def test_second_writer_is_told_and_may_go_over_it(
    klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    isi(kantor, "tpi", target_selesai=date(2023, 5, 1))
    peramban = klien(kepala)
    halaman = kirim(peramban, kantor, "tpi", target_selesai="2023-05-20")
    assert halaman.status_code == 422
    kabar = "Sementara itu tahap ini diubah oleh Ketua. Yang tersimpan kini: sasaran selesai: 1 Mei 2023."
    assert kabar in teks(urai(halaman).select_one("main [role=alert]"))
    form = urai(halaman).select_one("main form")
    assert (form.select_one("[name=revisi]")["value"], form.select_one("[name=target_selesai]")["value"]) == (
        "1", "2023-05-20",
    )  # fmt: skip
    assert Tahap.objects.get().target_selesai == date(2023, 5, 1)
    assert kirim(peramban, kantor, "tpi", target_selesai="2023-05-20", revisi=1).status_code == 302
    assert Tahap.objects.get().target_selesai == date(2023, 5, 20)


def test_second_writer_is_told_what_is_kept(kantor: Kantor) -> None:
    isi(kantor, "penetapan", selesai=date(2023, 3, 1), nomor="7", predikat="wbk")
    with pytest.raises(DomainError) as galat:
        isi(kantor, "penetapan", catatan="Lain", nomor="7")
    assert "Yang tersimpan kini: selesai: 1 Maret 2023; predikat: Menuju WBK; catatan: kosong." in galat.value.pesan


@pytest.mark.parametrize(
    ("kode", "data", "kata"),
    [
        ("tpi", {"mulai": "2023-03-10", "selesai": "2023-03-09"}, "Tanggal selesai mendahului tanggal mulai"),
        ("tpi", {"selesai": "2023-03-16"}, "sesudah hari ini"),
        ("tpi", {"target_selesai": "2032-01-01"}, "antara 2022 dan 2024"),
        ("tpi", {"target_selesai": "akhir Mei"}, "Isi tanggal yang benar."),
        ("tpi", {"target_selesai": "2023-02-30"}, "Isi tanggal yang benar."),
        ("penetapan", {"predikat": "abc"}, "Pilih salah satu predikat yang ada."),
        ("penetapan", {"nomor": "x" * 101}, "Nomor paling panjang 100 huruf."),
        ("tpi", {"catatan": "x" * 2001}, "Catatan paling panjang 2.000 huruf."),
    ],
)
def test_what_cannot_be_is_refused_in_its_place(
    klien: Buka, kantor: Kantor, kepala: Pengguna, kode: str, data: dict[str, str], kata: str
) -> None:
    halaman = kirim(klien(kepala), kantor, kode, **data)
    assert halaman.status_code == 422
    assert kata in teks(urai(halaman).select_one(".kolom-galat"))
    assert not Tahap.objects.exists()
    assert not Jejak.objects.exists()


def test_verb_refuses_by_itself(kantor: Kantor) -> None:
    for lain in ({"selesai": date(2023, 3, 16)}, {"predikat": "abc"}, {"target_mulai": date(2030, 1, 1)}):
        with pytest.raises(DomainError):
            isi(kantor, "penetapan", **lain)
    with pytest.raises(DomainError):
        isi(kantor, "tpi", revisi=3, catatan="x")
    assert isi(kantor, "tpi") is False
    assert isi(kantor, "tpi", nomor="1", strategis=True) is False  # of other stages
    assert not Tahap.objects.exists()


def test_unknown_stage_is_not_there(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    for ekor in ("apa/", "apa/dokumen/1/", "tpi/dokumen/1/"):
        assert klien(kepala).get(kantor.alamat(f"tahapan/{ekor}")).status_code == 404
