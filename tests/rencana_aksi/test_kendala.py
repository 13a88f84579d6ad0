"""Noting an obstacle, changing it, following it up."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from rencana_aksi.domain.kendala import catat_kendala, ubah_kendala
from rencana_aksi.models import Kendala
from rencana_aksi.queries.kendala import SaringKendala, daftar_kendala, jejak_terakhir
from tests.pabrik import HARI_INI, Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import pada

TERBUKA, DITINDAKLANJUTI, SELESAI = "terbuka", "ditindaklanjuti", "selesai"


def buat(kantor: Kantor, **isi: Any) -> Kendala:
    isi = {"aksi": kantor.aksi["I", "a"], "uraian": "Narasumber sakit", "oleh": kantor.orang["koordinator-i"], **isi}
    return catat_kendala(**isi)


def ubah(kantor: Kantor, kendala: Kendala, **isi: Any) -> bool:
    """Fields not given stay as they are, as a form sends them."""
    tetap = (
        "uraian",
        "dampak",
        "tindak_lanjut",
        "penanggung_jawab",
        "tenggat",
        "pelaksanaan",
        "status",
        "selesai_pada",
    )
    awal = {kolom: getattr(kendala, kolom) for kolom in tetap}
    return ubah_kendala(kendala=kendala, oleh=kantor.orang["ketua"], hari_ini=HARI_INI, **{**awal, **isi})


def test_kendala_tercatat_dengan_jejak(kantor: Kantor) -> None:
    oleh, pelaksanaan = kantor.orang["koordinator-i"], kantor.pelaksanaan["I", "a"][0]
    kendala = buat(
        kantor,
        pelaksanaan=pelaksanaan,
        uraian=" Narasumber sakit ",
        dampak="Mundur dua minggu",
        tindak_lanjut="Mencari pengganti",
        penanggung_jawab=kantor.orang["anggota"],
        tenggat=date(2023, 3, 31),
    )
    kendala.refresh_from_db()
    assert (kendala.aksi, kendala.pelaksanaan, kendala.uraian, kendala.status, kendala.tenggat) == (
        kantor.aksi["I", "a"],
        pelaksanaan,
        "Narasumber sakit",
        TERBUKA,
        date(2023, 3, 31),
    )
    assert (kendala.dicatat_oleh, kendala.dicatat_pada.astimezone(ZoneInfo("Asia/Makassar")).date()) == (oleh, HARI_INI)
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek_id, jejak.oleh_id) == ("mencatat kendala", kendala.pk, oleh.pk)
    assert jejak.sesudah == {
        "pelaksanaan": {"id": pelaksanaan.pk, "teks": "a. Aksi I.1.a (2023-03-01)"},
        "uraian": "Narasumber sakit",
        "dampak": "Mundur dua minggu",
        "tindak_lanjut": "Mencari pengganti",
        "penanggung_jawab": {"id": kantor.orang["anggota"].pk, "teks": "Anggota"},
        "tenggat": "2023-03-31",
    }


@pytest.mark.parametrize(
    ("isi", "kolom"),
    [
        ({"uraian": "  "}, "uraian"),
        ({"penanggung_jawab": "orang-luar"}, "penanggung_jawab"),
        ({"pelaksanaan": ("II", "a")}, "pelaksanaan"),
        ({"tenggat": date(2032, 3, 1)}, "tenggat"),
        ({"tenggat": date(23, 3, 1)}, "tenggat"),
    ],
)
def test_kendala_ditolak(kantor: Kantor, isi: dict[str, Any], kolom: str) -> None:
    if "penanggung_jawab" in isi:
        isi = {"penanggung_jawab": kantor.orang[isi["penanggung_jawab"]]}
    if "pelaksanaan" in isi:
        isi = {"pelaksanaan": kantor.pelaksanaan[isi["pelaksanaan"]][0]}
    with pytest.raises(DomainError) as galat:
        buat(kantor, **isi)
    assert galat.value.kolom == kolom
    assert (Kendala.objects.count(), Jejak.objects.count()) == (0, 0)


def test_kendala_dari_terbuka_sampai_selesai_dan_dibuka_lagi(kantor: Kantor) -> None:
    kendala = buat(kantor)
    assert ubah(kantor, kendala, status=DITINDAKLANJUTI, tindak_lanjut="Mencari pengganti") is True
    assert ubah(kantor, kendala, status=SELESAI, selesai_pada=date(2023, 3, 10)) is True
    kendala.refresh_from_db()
    assert (kendala.status, kendala.selesai_pada) == (SELESAI, date(2023, 3, 10))
    assert ubah(kantor, kendala, status=TERBUKA, alasan="Penggantinya pun sakit") is True
    kendala.refresh_from_db()
    assert (kendala.status, kendala.selesai_pada) == (TERBUKA, None)
    assert [(j.tindakan, j.sebelum.get("status"), j.sesudah.get("status"), j.alasan) for j in Jejak.objects.all()] == [
        ("membuka kembali kendala", SELESAI, TERBUKA, "Penggantinya pun sakit"),
        ("menyelesaikan kendala", DITINDAKLANJUTI, SELESAI, ""),
        ("menindaklanjuti kendala", TERBUKA, DITINDAKLANJUTI, ""),
        ("mencatat kendala", None, None, ""),
    ]


@pytest.mark.parametrize(
    ("awal", "isi", "kolom", "kalimat"),
    [
        (TERBUKA, {"status": DITINDAKLANJUTI, "tindak_lanjut": " "}, "tindak_lanjut", "Tulis tindak lanjutnya."),
        (TERBUKA, {"status": SELESAI, "selesai_pada": None}, "selesai_pada", "Tulis tanggal selesainya."),
        (
            TERBUKA,
            {"status": SELESAI, "selesai_pada": date(2023, 3, 16)},
            "selesai_pada",
            "Tanggal selesai tidak boleh sesudah hari ini, 15 Maret 2023.",
        ),
        (
            TERBUKA,
            {"status": SELESAI, "selesai_pada": date(203, 3, 1)},
            "selesai_pada",
            "Tanggal selesai terlalu jauh dari tahun rencana, 2023.",
        ),
        (SELESAI, {"status": TERBUKA}, "alasan", "Tulis alasan kendala ini dibuka kembali."),
        (DITINDAKLANJUTI, {"status": TERBUKA, "alasan": " "}, "alasan", "Tulis alasan kendala ini dibuka kembali."),
        (TERBUKA, {"uraian": ""}, "uraian", "Tulis kendalanya."),
    ],
)
def test_perubahan_kendala_ditolak(kantor: Kantor, awal: str, isi: dict[str, Any], kolom: str, kalimat: str) -> None:
    kendala = buat(kantor, tindak_lanjut="Mencari pengganti")
    if awal != TERBUKA:
        ubah(kantor, kendala, status=awal, selesai_pada=HARI_INI)
    banyak = Jejak.objects.count()
    with pytest.raises(DomainError) as galat:
        ubah(kantor, kendala, **isi)
    assert (galat.value.kolom, galat.value.pesan) == (kolom, kalimat)
    kendala.refresh_from_db()
    assert (kendala.status, kendala.uraian, Jejak.objects.count()) == (awal, "Narasumber sakit", banyak)


def test_kendala_tidak_berubah_tidak_tercatat(kantor: Kantor) -> None:
    kendala = buat(kantor)
    assert ubah(kantor, kendala) is False
    assert Jejak.objects.count() == 1


def test_yang_kedua_diberi_tahu_siapa_mengubah_apa(kantor: Kantor) -> None:
    kendala = buat(kantor)
    dilihat = jejak_terakhir(kendala)
    sama = Kendala.objects.get(pk=kendala.pk)
    ubah(kantor, kendala, tindak_lanjut="Mencari pengganti", tenggat=date(2023, 3, 31))
    with pytest.raises(DomainError) as galat:
        ubah(kantor, sama, tindak_lanjut="Menunda acara", dilihat=dilihat)
    assert galat.value.pesan == (
        "Sementara itu diubah oleh Ketua: tindak lanjut menjadi “Mencari pengganti”; tenggat menjadi “31 Maret 2023”. "
        "Yang Anda ketik masih ada di bawah; simpan lagi bila tetap hendak menggantinya."
    )
    sama.refresh_from_db()
    assert sama.tindak_lanjut == "Mencari pengganti"
    assert ubah(kantor, sama, tindak_lanjut="Menunda acara", dilihat=jejak_terakhir(sama)) is True


def test_yang_membaca_lebih_dahulu_tidak_menimpa(kantor: Kantor) -> None:
    """Both passed the check of the audit trail; the row itself decides."""
    kendala = buat(kantor)
    sama = Kendala.objects.get(pk=kendala.pk)
    ubah(kantor, kendala, dampak="Mundur")
    with pytest.raises(DomainError, match="diubah oleh Ketua: dampak menjadi “Mundur”"):
        ubah(kantor, sama, uraian="Lain")
    assert sama.uraian == "Narasumber sakit"
    sama.refresh_from_db()
    assert (sama.uraian, sama.dampak) == ("Narasumber sakit", "Mundur")


def catat_pada(kantor: Kantor, hari: date, uraian: str, selesai: date | None = None) -> None:
    with pada(datetime(hari.year, hari.month, hari.day, 23, 30, tzinfo=ZoneInfo("Asia/Makassar"))):
        kendala = buat(kantor, uraian=uraian, tindak_lanjut="Ada")
        if selesai:
            ubah(kantor, kendala, status=SELESAI, selesai_pada=selesai)


def test_daftar_sebulan_ialah_yang_hidup_dalam_bulan_itu(kantor: Kantor) -> None:
    catat_pada(kantor, date(2023, 1, 31), "Januari, selesai Januari", date(2023, 1, 31))
    catat_pada(kantor, date(2023, 1, 31), "Januari, selesai Februari", date(2023, 2, 1))
    catat_pada(kantor, date(2023, 1, 10), "Januari, belum selesai")
    catat_pada(kantor, date(2023, 2, 28), "Februari, pukul 23.30")
    catat_pada(kantor, date(2023, 3, 1), "Maret")

    def uraian(bulan: int | None) -> set[str]:
        daftar = daftar_kendala(kantor.rencana, SaringKendala(bulan=bulan), kantor.orang["ketua"], HARI_INI)
        return {b.kendala.uraian for b in daftar}

    belum = {"Januari, belum selesai"}
    assert uraian(1) == belum | {"Januari, selesai Januari", "Januari, selesai Februari"}
    assert uraian(2) == belum | {"Januari, selesai Februari", "Februari, pukul 23.30"}
    assert uraian(3) == belum | {"Februari, pukul 23.30", "Maret"}
    assert len(uraian(None)) == 5
