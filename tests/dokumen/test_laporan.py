"""Typing a report, finishing it, opening it again."""

from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.models import Pengungkit, RencanaAksi
from tests.dokumen.bantu import FEBRUARI, JANUARI, KEMUDIAN, MARET, TRIWULAN_I, baris, catat, laporan, pukul, rencana
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.domain.laporan import buka_laporan, selesaikan_laporan, simpan_laporan
from zona.dokumen.models import LaporanBeku, LaporanMonev
from zona.dokumen.periode import Periode
from zona.dokumen.queries.monev.beku import isi_beku
from zona.dokumen.queries.monev.halaman import baca_lembar
from zona.dokumen.queries.monev.isi import sidik
from zona.inti.errors import DomainError
from zona.inti.models import Jejak


def simpan(kantor: Kantor, periode: Periode = MARET, **isi: Any) -> LaporanMonev:
    return simpan_laporan(
        rencana=rencana(kantor), periode=periode, oleh=kantor.orang["ketua"], **{"hari_ini": KEMUDIAN, **isi}
    )


def selesaikan(kantor: Kantor, periode: Periode = MARET, **isi: Any) -> LaporanBeku:
    return selesaikan_laporan(
        rencana=rencana(kantor), periode=periode, oleh=kantor.orang["ketua"], **{"hari_ini": KEMUDIAN, **isi}
    )


def test_tersimpan_dengan_jejak(kantor: Kantor) -> None:
    simpan(kantor, kesimpulan="Baik.\r\n\r\nSekali. ", tanggal_rapat=date(2023, 4, 5), tempat_rapat="Aula")
    ini = LaporanMonev.objects.get()
    assert (ini.kesimpulan, ini.tanggal_rapat, ini.tempat_rapat) == ("Baik.\n\nSekali.", date(2023, 4, 5), "Aula")
    assert laporan(kantor, MARET).kesimpulan == "Baik.\n\nSekali."
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek_teks, jejak.oleh_nama) == (
        "menulis laporan", "Laporan monev bulan 3 2023", "Ketua",
    )  # fmt: skip
    assert jejak.sesudah == {"kesimpulan": "Baik.\n\nSekali.", "tanggal_rapat": "2023-04-05", "tempat_rapat": "Aula"}


def test_tulisan_bawaan_tidak_disimpan_dan_ikut_angka(kantor: Kantor) -> None:
    bawaan = laporan(kantor, MARET)
    simpan(kantor, kesimpulan=bawaan.kesimpulan.replace("\n", "\r\n"), rekomendasi="Lain", peserta=bawaan.peserta)
    ini = LaporanMonev.objects.get()
    assert (ini.kesimpulan, ini.rekomendasi, ini.peserta) == ("", "Lain", "")
    catat(kantor, kantor.pelaksanaan["I", "a"][0], "selesai", realisasi=date(2023, 3, 1))
    baru = laporan(kantor, MARET)
    assert baru.kesimpulan != bawaan.kesimpulan
    assert baru.rekomendasi == "Lain"


def test_prognosis_per_pengungkit(kantor: Kantor) -> None:
    simpan(kantor, TRIWULAN_I, prognosis={"I": " Aman ", "II": "", "III": "1 pelaksanaan akan jatuh tempo."})
    assert LaporanMonev.objects.get().prognosis == {
        "I": "Aman",
        "III": "1 pelaksanaan akan jatuh tempo.",  # 2 are late, so the sentence is another
    }
    assert [b[-1] for b in baris(laporan(kantor, TRIWULAN_I), "prognosis")][:2] == [
        "Aman",
        "1 pelaksanaan akan jatuh tempo. 2 yang terlambat perlu diselesaikan lebih dahulu.",
    ]


def test_rapat_bulan_lalu_terbawa(kantor: Kantor) -> None:
    simpan(kantor, FEBRUARI, tempat_rapat="Aula", peserta="Semua", tanggal_rapat=date(2023, 3, 7))
    isi = laporan(kantor, MARET)
    assert (isi.tempat_rapat, isi.peserta, isi.tanggal_rapat) == ("Aula", "Semua", None)


def test_kendala_sampai_hari_rapatnya_masuk_laporan(kantor: Kantor) -> None:
    for hari, uraian in ((4, "Dalam rapat"), (5, "Sesudah rapat")):
        with pukul(4, hari):
            catat_kendala(aksi=kantor.aksi["I", "a"], uraian=uraian, oleh=None)
    assert baris(laporan(kantor, MARET), "kendala") == []
    simpan(kantor, tanggal_rapat=date(2023, 4, 4))
    assert [(b[2], b[-1]) for b in baris(laporan(kantor, MARET), "kendala")] == [
        ("Dalam rapat", "dicatat dalam rapat, 4 April 2023")
    ]


@pytest.mark.parametrize(
    ("isi", "kolom", "kalimat"),
    [
        ({"hari_ini": date(2023, 2, 28)}, None, "Maret 2023 belum dimulai."),
        (
            {"tanggal_rapat": date(2023, 2, 28)},
            "tanggal_rapat",
            "Rapat monev periode ini antara 1 Maret 2023 sampai 30 Mei 2023.",
        ),
        ({"tanggal_rapat": date(2023, 5, 31)}, "tanggal_rapat", None),
    ],
)
def test_simpan_ditolak(kantor: Kantor, isi: dict[str, Any], kolom: str | None, kalimat: str | None) -> None:
    with pytest.raises(DomainError) as galat:
        simpan(kantor, **isi)
    assert galat.value.kolom == kolom
    assert kalimat in (None, galat.value.pesan)
    assert (LaporanMonev.objects.count(), Jejak.objects.count()) == (0, 0)


def test_yang_sama_tidak_tercatat_lagi(kantor: Kantor) -> None:
    simpan(kantor, kesimpulan="Baik")
    simpan(kantor, kesimpulan="Baik")
    assert (LaporanMonev.objects.get().revisi, Jejak.objects.count()) == (1, 1)


def test_yang_kedua_diberi_tahu(kantor: Kantor) -> None:
    simpan(kantor, kesimpulan="Satu", dilihat=0)
    for dilihat in (0, 7):
        with pytest.raises(DomainError, match=r"^Sementara itu Ketua sudah menulis laporan ini\. Yang Anda ketik"):
            simpan(kantor, kesimpulan="Dua", dilihat=dilihat)
    assert LaporanMonev.objects.get().kesimpulan == "Satu"
    simpan(kantor, kesimpulan="Dua", dilihat=1)
    assert LaporanMonev.objects.get().kesimpulan == "Dua"


@pytest.mark.parametrize("hari_ini", [date(2023, 3, 15), date(2023, 3, 30)])
def test_selesai_sebelum_hari_kerja_terakhir_ditolak(kantor: Kantor, hari_ini: date) -> None:
    with pytest.raises(DomainError, match="dapat diselesaikan mulai 31 Maret 2023, hari kerja terakhirnya"):
        selesaikan(kantor, hari_ini=hari_ini)
    assert (LaporanMonev.objects.count(), LaporanBeku.objects.count()) == (0, 0)


def test_selesai_sebelum_rapatnya_ditolak(kantor: Kantor) -> None:
    with pytest.raises(DomainError) as galat:
        selesaikan(kantor, tanggal_rapat=date(2023, 4, 5), hari_ini=date(2023, 4, 4))
    assert galat.value.kolom == "tanggal_rapat"
    assert not LaporanMonev.objects.exists()


def test_selesai_membekukan_semuanya(kantor: Kantor) -> None:
    catat(kantor, kantor.pelaksanaan["I", "a"][0], "selesai", realisasi=date(2023, 3, 1))
    with pukul(4, 5):
        beku = selesaikan(kantor, kesimpulan="Baik", hari_ini=date(2023, 4, 5))
    saat_selesai = isi_beku(beku)
    assert (saat_selesai.kesimpulan, saat_selesai.versi, saat_selesai.tanggal) == ("Baik", 1, date(2023, 4, 5))
    # whatever happens later: progress, texts, weights, names, obstacles of the past
    catat(kantor, kantor.pelaksanaan["I", "a"][0], "belum")
    RencanaAksi.objects.update(uraian="Diganti")
    Pengungkit.objects.update(bobot=1)
    kantor.orang["ketua"].nama = "Ketua Baru"
    kantor.orang["ketua"].save()
    with pukul(3, 3):
        catat_kendala(aksi=kantor.aksi["I", "a"], uraian="Susulan", oleh=None)
    lembar = baca_lembar(rencana(kantor), MARET, KEMUDIAN)
    assert lembar.isi == saat_selesai
    assert lembar.susunan is None
    tersimpan = LaporanBeku.objects.get()
    assert (
        tersimpan.sha256
        == sidik(tersimpan.isi)
        == Jejak.objects.get(tindakan="menyelesaikan laporan").sesudah["sha256"]
    )
    with pytest.raises(DomainError, match="Laporan ini sudah selesai"):
        simpan(kantor, kesimpulan="Lain")
    with pytest.raises(DomainError, match="Laporan ini sudah selesai"):
        selesaikan(kantor)


def test_dibuka_lagi_dan_diselesaikan_lagi(kantor: Kantor) -> None:
    lama = isi_beku(selesaikan(kantor, kesimpulan="Lama"))
    buka_laporan(laporan=LaporanMonev.objects.get(), alasan=" Keliru ", oleh=kantor.orang["kepala"])
    jejak = Jejak.objects.first()
    assert (jejak.tindakan, jejak.oleh_nama, jejak.alasan) == ("membuka kembali laporan", "Kepala", "Keliru")
    assert (jejak.sebelum, jejak.sesudah) == ({"status": "selesai"}, {"status": "draf"})
    assert baca_lembar(rencana(kantor), MARET, KEMUDIAN).isi.draf
    baru = isi_beku(selesaikan(kantor, kesimpulan="Baru"))
    assert (lama.versi, baru.versi) == (1, 2)
    lembar = baca_lembar(rencana(kantor), MARET, KEMUDIAN)
    assert (lembar.isi, [b.versi for b in lembar.lama]) == (baru, [1])
    assert baca_lembar(rencana(kantor), MARET, KEMUDIAN, versi=1).isi == lama


@pytest.mark.parametrize(("alasan", "selesai", "kolom"), [(" ", True, "alasan"), ("Keliru", False, None)])
def test_buka_ditolak(kantor: Kantor, alasan: str, selesai: bool, kolom: str | None) -> None:
    (selesaikan if selesai else simpan)(kantor)
    banyak = Jejak.objects.count()
    with pytest.raises(DomainError) as galat:
        buka_laporan(laporan=LaporanMonev.objects.get(), alasan=alasan, oleh=kantor.orang["kepala"])
    assert (galat.value.kolom, Jejak.objects.count()) == (kolom, banyak)


def test_dibuka_dua_kali_bersamaan(kantor: Kantor) -> None:
    selesaikan(kantor)
    satu, dua = LaporanMonev.objects.get(), LaporanMonev.objects.get()
    buka_laporan(laporan=satu, alasan="Keliru", oleh=kantor.orang["kepala"])
    with pytest.raises(DomainError, match="Kepala sudah membuka kembali laporan ini"):
        buka_laporan(laporan=dua, alasan="Keliru", oleh=kantor.orang["kepala"])


UBAH: dict[str, Any] = {
    "save": lambda b: b.save(),
    "delete": lambda b: b.delete(),
    "update": lambda b: LaporanBeku.objects.filter(pk=b.pk).update(versi=9),
    "hapus semua": lambda b: LaporanBeku.objects.all().delete(),
}


@pytest.mark.parametrize("cara", UBAH.values(), ids=UBAH)
def test_kode_tidak_dapat_mengubah_yang_selesai(kantor: Kantor, cara: Any) -> None:
    with pytest.raises(TypeError, match=r"Laporan yang sudah selesai tidak dapat diubah atau dihapus\."):
        cara(selesaikan(kantor))


@pytest.mark.parametrize("perintah", ["UPDATE dokumen_laporanbeku SET versi = 9", "DELETE FROM dokumen_laporanbeku"])
def test_basis_data_menolak_juga(kantor: Kantor, perintah: str) -> None:
    selesaikan(kantor)
    with pytest.raises(DatabaseError, match="tidak dapat diubah"), transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(perintah)
    assert LaporanBeku.objects.get().versi == 1


@pytest.mark.parametrize(
    "isi", [{"nomor": 13}, {"nomor": 0}, {"jenis": "triwulan", "nomor": 5}, {"status": "selesai"}], ids=str
)
def test_basis_data_menjaga_periode_dan_status(kantor: Kantor, isi: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        LaporanMonev.objects.create(**{"rencana": kantor.rencana, "jenis": "bulan", "nomor": 3, **isi})


def test_periode_berjalan_selesai_per_hari_itu(kantor: Kantor) -> None:
    """April 2023 ends on a Sunday: its last working day is the 28th."""
    beku = isi_beku(selesaikan(kantor, MARET.sesudah, hari_ini=date(2023, 4, 28)))
    assert beku.per == date(2023, 4, 28)


def test_januari_dibandingkan_dengan_awal_tahun(kantor: Kantor) -> None:
    judul = [k.judul for k in laporan(kantor, JANUARI, HARI_INI).tabel[0].kolom]
    assert judul == ["Ukuran", "Per 31 Des 2022", "Per 31 Jan 2023", "Selisih"]
