"""Recording progress of an occurrence."""

from datetime import date
from typing import Any

import pytest

from rencana_aksi.domain.pelaksanaan import catat_status, tetapkan_penanggung_jawab
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan
from tests.pabrik import HARI_INI, Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna, Satker

APRIL = date(2023, 4, 3)
MEI = date(2023, 5, 2)


@pytest.fixture
def pelaksanaan(kantor: Kantor) -> Pelaksanaan:
    """Due on 1 Maret, two weeks ago."""
    return kantor.pelaksanaan["I", "a"][0]


@pytest.fixture
def oleh(kantor: Kantor) -> Pengguna:
    return kantor.orang["koordinator-i"]


def keadaan(pelaksanaan: Pelaksanaan) -> dict[str, Any]:
    """As the database has it; empty fields left out."""
    kolom = ("status", "realisasi", "mulai", "jatuh_tempo", "jatuh_tempo_semula", "alasan", "catatan")
    isi = Pelaksanaan.objects.values(*kolom).get(pk=pelaksanaan.pk)
    return {k: v for k, v in isi.items() if v}


def catat(pelaksanaan: Pelaksanaan, oleh: Pengguna | None, status: str, **isi: Any) -> bool:
    return catat_status(pelaksanaan=pelaksanaan, status=status, oleh=oleh, hari_ini=HARI_INI, **isi)


def ditolak(pelaksanaan: Pelaksanaan, oleh: Pengguna, status: str, **isi: Any) -> tuple[str | None, str]:
    sebelum = keadaan(pelaksanaan)
    with pytest.raises(DomainError) as galat:
        catat(pelaksanaan, oleh, status, **isi)
    assert keadaan(pelaksanaan) == sebelum
    assert Jejak.objects.filter(objek="rencana_aksi.pelaksanaan").count() == 0
    return galat.value.kolom, galat.value.pesan


def test_selesai_dengan_tanggal_realisasi(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    assert catat(pelaksanaan, oleh, "selesai", realisasi=HARI_INI, catatan=" Lancar ", alasan="") is True
    assert keadaan(pelaksanaan) == {
        "status": "selesai",
        "realisasi": HARI_INI,
        "mulai": date(2023, 3, 1),
        "jatuh_tempo": date(2023, 3, 1),
        "catatan": "Lancar",
    }
    assert pelaksanaan.status == Status.SELESAI


def test_setiap_perubahan_berjejak_dan_menaikkan_revisi(kantor: Kantor, pelaksanaan: Pelaksanaan, oleh: Pengguna):
    catat(pelaksanaan, oleh, "ditunda", jatuh_tempo=APRIL, alasan="Narasumber sakit")
    jejak = Jejak.objects.get()
    assert (jejak.oleh_id, jejak.tindakan, jejak.objek, jejak.objek_id, jejak.satker_id, jejak.alasan) == (
        oleh.pk,
        "mengubah status",
        "rencana_aksi.pelaksanaan",
        pelaksanaan.pk,
        kantor.satker.pk,
        "Narasumber sakit",
    )
    assert jejak.sebelum == {
        "status": "belum",
        "alasan": "",
        "mulai": "2023-03-01",
        "jatuh_tempo": "2023-03-01",
        "jatuh_tempo_semula": None,
    }
    assert jejak.sesudah == {
        "status": "ditunda",
        "alasan": "Narasumber sakit",
        "mulai": "2023-04-03",
        "jatuh_tempo": "2023-04-03",
        "jatuh_tempo_semula": "2023-03-01",
    }
    assert Satker.objects.get(pk=kantor.satker.pk).revisi == kantor.satker.revisi + 1


def test_catatan_saja_berubah(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    catat(pelaksanaan, oleh, "belum", catatan="Menunggu jadwal")
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.sebelum, jejak.sesudah) == (
        "mengubah pelaksanaan",
        {"catatan": ""},
        {"catatan": "Menunggu jadwal"},
    )


def test_catatan_yang_tidak_disebut_tinggal_yang_kosong_menghapus(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    catat(pelaksanaan, oleh, "belum", catatan="Menunggu")
    catat(pelaksanaan, oleh, "berjalan")
    assert keadaan(pelaksanaan)["catatan"] == "Menunggu"
    catat(pelaksanaan, oleh, "berjalan", catatan="")
    assert "catatan" not in keadaan(pelaksanaan)


@pytest.mark.parametrize("isi", [{}, {"catatan": ""}, {"realisasi": HARI_INI}, {"jatuh_tempo": APRIL}, {"alasan": "x"}])
def test_tanpa_perubahan_tidak_menulis(kantor: Kantor, pelaksanaan: Pelaksanaan, oleh: Pengguna, isi: dict[str, Any]):
    assert catat(pelaksanaan, oleh, "belum", **isi) is False
    assert Jejak.objects.count() == 0
    assert Satker.objects.get(pk=kantor.satker.pk).revisi == kantor.satker.revisi


@pytest.mark.parametrize(
    ("realisasi", "pesan"),
    [
        (None, "Tulis tanggal realisasinya."),
        (date(2023, 3, 16), "Tanggal realisasi tidak boleh sesudah hari ini, 15 Maret 2023."),
        (date(2021, 12, 31), "Tanggal realisasi paling awal 1 Januari 2022."),
    ],
)
def test_selesai_ditolak(pelaksanaan: Pelaksanaan, oleh: Pengguna, realisasi: date | None, pesan: str):
    assert ditolak(pelaksanaan, oleh, "selesai", realisasi=realisasi) == ("realisasi", pesan)


@pytest.mark.parametrize("realisasi", [HARI_INI, date(2022, 1, 1)])
def test_selesai_sampai_hari_ini_sejak_tahun_sebelum_rencana(pelaksanaan: Pelaksanaan, oleh: Pengguna, realisasi: date):
    assert catat(pelaksanaan, oleh, "selesai", realisasi=realisasi) is True


@pytest.mark.parametrize("status", ["belum", "berjalan", "batal"])
def test_meninggalkan_selesai_mengosongkan_realisasi(pelaksanaan: Pelaksanaan, oleh: Pengguna, status: str):
    catat(pelaksanaan, oleh, "selesai", realisasi=HARI_INI)
    catat(pelaksanaan, oleh, status, realisasi=HARI_INI, alasan="Salah catat")
    assert "realisasi" not in keadaan(pelaksanaan)


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"jatuh_tempo": APRIL}, "alasan", "Tulis alasannya."),
        ({"jatuh_tempo": APRIL, "alasan": "  "}, "alasan", "Tulis alasannya."),
        ({"alasan": "x"}, "jatuh_tempo", "Tulis tanggal barunya."),
        (
            {"alasan": "x", "jatuh_tempo": date(2023, 3, 1)},
            "jatuh_tempo",
            "Tanggal baru harus sesudah jatuh tempo semula, 1 Maret 2023.",
        ),
        (
            {"alasan": "x", "jatuh_tempo": date(2023, 3, 14)},
            "jatuh_tempo",
            "Tanggal baru tidak boleh sebelum hari ini, 15 Maret 2023.",
        ),
    ],
)
def test_ditunda_ditolak(pelaksanaan: Pelaksanaan, oleh: Pengguna, isi: dict[str, Any], kolom: str, pesan: str):
    assert ditolak(pelaksanaan, oleh, "ditunda", **isi) == (kolom, pesan)


def test_ditunda_berulang_menyimpan_tanggal_pertama(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    catat(pelaksanaan, oleh, "ditunda", jatuh_tempo=MEI, alasan="Pertama")
    catat(pelaksanaan, oleh, "ditunda", jatuh_tempo=APRIL, alasan="Dimajukan lagi")
    assert keadaan(pelaksanaan) == {
        "status": "ditunda",
        "mulai": APRIL,
        "jatuh_tempo": APRIL,
        "jatuh_tempo_semula": date(2023, 3, 1),
        "alasan": "Dimajukan lagi",
    }


def test_ditunda_jendela_tetap_mulainya(kantor: Kantor, oleh: Pengguna):
    jendela = kantor.pelaksanaan["I", "a"][1]
    catat(jendela, oleh, "ditunda", jatuh_tempo=APRIL, alasan="x")
    assert (keadaan(jendela)["mulai"], keadaan(jendela)["jatuh_tempo"]) == (date(2023, 3, 13), APRIL)


def test_ditunda_yang_tanpa_tanggal_mendapat_tanggal(kantor: Kantor, oleh: Pengguna):
    tanpa = kantor.pelaksanaan["I", "b"][0]
    catat(tanpa, oleh, "ditunda", jatuh_tempo=APRIL, alasan="x")
    assert keadaan(tanpa) == {"status": "ditunda", "mulai": APRIL, "jatuh_tempo": APRIL, "alasan": "x"}
    catat(tanpa, oleh, "ditunda", jatuh_tempo=MEI, alasan="x")
    assert keadaan(tanpa)["jatuh_tempo_semula"] == APRIL


def test_ditunda_alasan_saja_diperbaiki_walau_tanggalnya_sudah_lewat(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    catat(pelaksanaan, oleh, "ditunda", jatuh_tempo=APRIL, alasan="x")
    isi = {"status": "ditunda", "jatuh_tempo": APRIL, "alasan": "Narasumber sakit"}
    assert catat_status(pelaksanaan=pelaksanaan, oleh=oleh, hari_ini=MEI, **isi) is True
    assert keadaan(pelaksanaan)["alasan"] == "Narasumber sakit"


def test_kembali_dari_ditunda_tanggal_baru_dan_alasan_tinggal(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    catat(pelaksanaan, oleh, "ditunda", jatuh_tempo=APRIL, alasan="Narasumber sakit")
    catat(pelaksanaan, oleh, "belum", alasan="Narasumber sakit")
    assert keadaan(pelaksanaan) == {
        "status": "belum",
        "mulai": APRIL,
        "jatuh_tempo": APRIL,
        "jatuh_tempo_semula": date(2023, 3, 1),
        "alasan": "Narasumber sakit",
    }


def test_batal_beralasan_dan_dibuka_lagi_tanpa_alasan(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    assert ditolak(pelaksanaan, oleh, "batal") == ("alasan", "Tulis alasannya.")
    catat(pelaksanaan, oleh, "batal", alasan="Digabung")
    assert keadaan(pelaksanaan)["alasan"] == "Digabung"
    catat(pelaksanaan, oleh, "belum")
    assert "alasan" not in keadaan(pelaksanaan)


def test_status_tidak_dikenal(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    with pytest.raises(ValueError, match="terlambat"):
        catat(pelaksanaan, oleh, "terlambat")


# --- Two at once --------------------------------------------------------------------------------


def test_yang_membaca_lebih_dulu_tidak_menimpa_yang_menulis_lebih_dulu(
    pelaksanaan: Pelaksanaan, oleh: Pengguna, ketua: Pengguna
):
    usang = Pelaksanaan.objects.get(pk=pelaksanaan.pk)
    catat(pelaksanaan, ketua, "selesai", realisasi=date(2023, 3, 2))
    with pytest.raises(DomainError) as galat:
        catat(usang, oleh, "berjalan")
    assert galat.value.pesan == (
        "Sementara itu sudah diubah oleh Ketua; statusnya kini Selesai, 2 Maret 2023. "
        "Muat ulang halaman, lalu ubah bila masih perlu."
    )
    assert keadaan(pelaksanaan)["status"] == "selesai"
    assert usang.status == "belum"


def test_catatan_orang_lain_tidak_tertimpa(pelaksanaan: Pelaksanaan, oleh: Pengguna, ketua: Pengguna):
    usang = Pelaksanaan.objects.get(pk=pelaksanaan.pk)
    catat(pelaksanaan, ketua, "belum", catatan="Tunggu saya")
    with pytest.raises(DomainError, match="sudah diubah oleh Ketua; statusnya kini Belum\\."):
        catat(usang, oleh, "belum", catatan="Besok")
    assert keadaan(pelaksanaan)["catatan"] == "Tunggu saya"


def test_status_yang_terlihat_sudah_lama_berubah(pelaksanaan: Pelaksanaan, oleh: Pengguna, ketua: Pengguna):
    catat(pelaksanaan, ketua, "ditunda", jatuh_tempo=APRIL, alasan="x")
    segar = Pelaksanaan.objects.get(pk=pelaksanaan.pk)
    with pytest.raises(DomainError, match="oleh Ketua; statusnya kini Ditunda, 3 April 2023\\."):
        catat(segar, oleh, "berjalan", status_lama="belum")
    assert catat(segar, oleh, "berjalan", status_lama="ditunda") is True


def test_yang_sudah_hilang_dari_rencana(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    Pelaksanaan.objects.get(pk=pelaksanaan.pk).delete()
    with pytest.raises(DomainError, match="sudah tidak ada dalam rencana"):
        catat(pelaksanaan, oleh, "berjalan")


def test_tanpa_jejak_tetap_menyebut_bahwa_orang_lain(pelaksanaan: Pelaksanaan, oleh: Pengguna):
    Pelaksanaan.objects.filter(pk=pelaksanaan.pk).update(status="berjalan")
    with pytest.raises(DomainError, match="sudah diubah orang lain; statusnya kini Berjalan\\."):
        catat(pelaksanaan, oleh, "selesai", realisasi=HARI_INI)


# --- Who answers for an action ------------------------------------------------------------------


def test_penanggung_jawab_dari_timnya(kantor: Kantor, koordinator_ii: Pengguna, ketua: Pengguna):
    aksi = kantor.aksi["II", "a"]
    assert tetapkan_penanggung_jawab(aksi=aksi, pengguna=koordinator_ii, oleh=ketua) is True
    aksi.refresh_from_db()
    assert aksi.penanggung_jawab == koordinator_ii
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.oleh_nama, jejak.sebelum, jejak.sesudah) == (
        "menetapkan penanggung jawab",
        "Ketua",
        {"penanggung_jawab": None},
        {"penanggung_jawab": {"id": koordinator_ii.pk, "teks": "Koordinator Ii"}},
    )
    assert tetapkan_penanggung_jawab(aksi=aksi, pengguna=koordinator_ii, oleh=ketua) is False
    assert Jejak.objects.count() == 1


def test_penanggung_jawab_dilepas(kantor: Kantor, ketua: Pengguna):
    aksi = kantor.aksi["I", "a"]
    assert tetapkan_penanggung_jawab(aksi=aksi, pengguna=None, oleh=ketua) is True
    aksi.refresh_from_db()
    assert aksi.penanggung_jawab is None


@pytest.mark.parametrize("siapa", ["anggota", "ketua", "orang-luar"])
def test_penanggung_jawab_bukan_dari_timnya_ditolak(kantor: Kantor, ketua: Pengguna, siapa: str):
    with pytest.raises(DomainError, match=r"bukan anggota Tim II\.") as galat:
        tetapkan_penanggung_jawab(aksi=kantor.aksi["II", "a"], pengguna=kantor.orang[siapa], oleh=ketua)
    assert galat.value.kolom == "penanggung_jawab"
    assert Jejak.objects.count() == 0
