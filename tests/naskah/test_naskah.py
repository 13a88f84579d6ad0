"""Sections of a document: saved by revision, frozen with the version, never overwritten."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction

from rencana_aksi.domain.hidup_rencana import ajukan_rencana, batalkan_perubahan, mulai_perubahan, tetapkan_rencana
from rencana_aksi.models import Rencana, VersiRencana
from tests.pabrik import HARI_INI, Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import pada, sekarang
from zona.naskah.domain.naskah import hapus_bagian, muat_naskah, simpan_bagian, tambah_lampiran
from zona.naskah.enums import JenisBagian
from zona.naskah.models import RevisiBagian
from zona.naskah.queries.naskah import naskah_berlaku, naskah_kini, naskah_versi, riwayat_bagian
from zona.naskah.queries.templat import BagianTemplat, templat
from zona.organisasi.models import Pengguna

PANJANG = "Satu bagian paling panjang 200.000 huruf. Pecah menjadi beberapa lampiran."
KODE = ("keputusan", "kata-pengantar", "bab-1", "bab-2", "bab-3", "bab-4", "bab-5")


@pytest.fixture
def draf(kantor: Kantor) -> Rencana:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status="draf")
    return Rencana.objects.get(pk=kantor.rencana.pk)


def isi(rencana: Rencana, kode: str = "bab-5") -> tuple[str, int]:
    return next((b.isi, b.revisi) for b in naskah_kini(rencana) if b.kode == kode)


def simpan(rencana: Rencana, teks: str, revisi: int, oleh: Pengguna, kode: str = "bab-5") -> RevisiBagian | None:
    return simpan_bagian(rencana=rencana, kode=kode, judul="Penutup", isi=teks, revisi=revisi, oleh=oleh)


def tetapkan(rencana: Rencana, kepala: Pengguna, nomor: str) -> VersiRencana:
    ajukan_rencana(rencana=rencana, oleh=None)
    return tetapkan_rencana(
        rencana=rencana, nomor_sk=nomor, tanggal_sk=date(2023, 2, 1), oleh=kepala, hari_ini=HARI_INI
    )


def test_a_new_plan_has_the_words_of_the_template(draf: Rencana) -> None:
    assert [(b.kode, b.revisi, b.isi) for b in naskah_kini(draf)] == [(t.kode, 0, t.isi) for t in templat()]
    assert tuple(t.kode for t in templat()) == KODE


def test_a_save_is_the_next_revision_and_is_on_record(draf: Rencana, ketua: Pengguna) -> None:
    satu = simpan(draf, "  Satu.\r\nDua\x00.\u202e  ", 0, ketua)
    assert satu is not None
    assert isi(draf) == ("Satu.\nDua.", 1)
    assert simpan(draf, "Satu.\nDua.", 1, ketua) is None
    simpan(draf, "Tiga.", 1, ketua)
    assert [(r.revisi, r.isi) for r in riwayat_bagian(draf, "bab-5")] == [(2, "Tiga."), (1, "Satu.\nDua.")]
    jejak = Jejak.objects.filter(tindakan="menyunting naskah")
    assert [j.sesudah for j in jejak] == [
        {"judul": "Penutup", "revisi": 2, "huruf": 5}, {"judul": "Penutup", "revisi": 1, "huruf": 10},
    ]  # fmt: skip


def test_the_second_to_save_is_told_who_was_first(draf: Rencana, ketua: Pengguna, koordinator_i: Pengguna) -> None:
    simpan(draf, "Ketua.", 0, ketua)
    with pytest.raises(DomainError, match=f"^Bagian ini sudah disimpan {ketua.nama} sejak Anda membukanya"):
        simpan(draf, "Koordinator.", 0, koordinator_i)
    assert isi(draf) == ("Ketua.", 1)


@pytest.mark.parametrize(
    ("judul", "teks", "kolom", "pesan"),
    [
        (" ", "x", "judul", "Tulis judulnya."),
        ("x" * 301, "x", "judul", "Judul paling panjang 300 huruf."),
        ("Penutup", "x" * 200_001, "isi", PANJANG),
        (
            "Penutup",
            "x" * 2_000_000,
            "isi",
            PANJANG,
        ),
    ],
)
def test_refused(draf: Rencana, ketua: Pengguna, judul: str, teks: str, kolom: str, pesan: str) -> None:
    with pytest.raises(DomainError) as galat:
        simpan_bagian(rencana=draf, kode="bab-5", judul=judul, isi=teks, revisi=0, oleh=ketua)
    assert (galat.value.kolom, galat.value.pesan) == (kolom, pesan)
    assert not RevisiBagian.objects.exists()


def test_only_a_draft_is_edited(kantor: Kantor, ketua: Pengguna) -> None:
    assert kantor.rencana.status == "ditetapkan"
    with pytest.raises(DomainError, match=r"^Rencana ini sudah ditetapkan"):
        simpan(kantor.rencana, "x", 0, ketua)


def test_a_lampiran_comes_and_goes_and_keeps_its_history(draf: Rencana, ketua: Pengguna) -> None:
    satu = tambah_lampiran(rencana=draf, judul="Peta jalan", oleh=ketua)
    assert (satu.kode, satu.jenis, satu.urutan) == ("lampiran-peta-jalan", JenisBagian.LAMPIRAN, 8)
    with pytest.raises(DomainError, match="sudah ada"):
        tambah_lampiran(rencana=draf, judul="Peta  Jalan", oleh=ketua)
    simpan_bagian(rencana=draf, kode=satu.kode, judul="Peta jalan", isi="Isi.", revisi=1, oleh=ketua)
    hapus_bagian(rencana=draf, kode=satu.kode, revisi=2, oleh=ketua)
    assert tuple(b.kode for b in naskah_kini(draf)) == KODE
    assert tambah_lampiran(rencana=draf, judul="Peta jalan", oleh=ketua).revisi == 4
    assert [(r.revisi, r.isi, r.hapus) for r in riwayat_bagian(draf, satu.kode)] == [
        (4, "", False), (3, "Isi.", True), (2, "Isi.", False), (1, "", False),
    ]  # fmt: skip


def test_a_chapter_stays(draf: Rencana, ketua: Pengguna) -> None:
    with pytest.raises(DomainError, match=r"^Bagian pokok"):
        hapus_bagian(rencana=draf, kode="bab-1", revisi=0, oleh=ketua)


def test_a_version_keeps_its_words(draf: Rencana, kepala: Pengguna, ketua: Pengguna) -> None:
    simpan(draf, "Versi satu.", 0, ketua)
    satu = tetapkan(draf, kepala, "1/2023")
    draf.refresh_from_db()
    baru = mulai_perubahan(rencana=draf, alasan="Perbaikan.", oleh=kepala)
    with pada(sekarang() + timedelta(minutes=1)):
        simpan(draf, "Versi dua.", 1, ketua)
        assert [b.isi for b in naskah_versi(satu) if b.kode == "bab-5"] == ["Versi satu."]
        assert isi(draf) == ("Versi dua.", 2)
        assert naskah_berlaku(draf) == naskah_versi(satu)
        dua = tetapkan(baru, kepala, "2/2023")
    assert [b.isi for b in naskah_versi(dua) if b.kode == "bab-5"] == ["Versi dua."]
    assert [b.isi for b in naskah_versi(satu) if b.kode == "bab-5"] == ["Versi satu."]
    draf.refresh_from_db()
    assert naskah_berlaku(draf) == naskah_versi(dua)


def test_words_of_a_perubahan_that_is_thrown_away_go_with_it(draf: Rencana, kepala: Pengguna, ketua: Pengguna) -> None:
    simpan(draf, "Versi satu.", 0, ketua)
    lampiran = tambah_lampiran(rencana=draf, judul="Peta jalan", oleh=ketua)
    satu = tetapkan(draf, kepala, "1/2023")
    draf.refresh_from_db()
    baru = mulai_perubahan(rencana=draf, alasan="Perbaikan.", oleh=kepala)
    with pada(sekarang() + timedelta(minutes=1)):
        simpan(draf, "Versi dua.", 1, ketua)
        hapus_bagian(rencana=draf, kode=lampiran.kode, revisi=1, oleh=ketua)
        tambah_lampiran(rencana=draf, judul="Lain", oleh=ketua)
        batalkan_perubahan(rencana=baru, alasan="Tidak jadi", oleh=kepala)
        kini = [(b.kode, b.judul, b.isi) for b in naskah_kini(draf)]
    assert kini == [(b.kode, b.judul, b.isi) for b in naskah_versi(satu)]
    assert isi(draf) == ("Versi satu.", 3)  # what was typed stays in its history


def test_the_template_is_frozen_with_the_version(draf: Rencana, kepala: Pengguna) -> None:
    """A later template changes no signed document: every section is the plan's own by then."""
    versi = tetapkan(draf, kepala, "1/2023")
    assert [(b.kode, b.revisi) for b in naskah_versi(versi)] == [(kode, 1) for kode in KODE]


def test_words_a_plan_comes_with(draf: Rencana, kepala: Pengguna) -> None:
    bagian = [BagianTemplat("bab-5", JenisBagian.BAB, "Penutup", "Aslinya.", 7)]
    assert muat_naskah(rencana=draf, bagian=bagian, oleh=None) == 1
    assert muat_naskah(rencana=draf, bagian=bagian, oleh=None) == 0
    assert isi(draf) == ("Aslinya.", 1)
    tetapkan(draf, kepala, "1/2023")
    with pytest.raises(DomainError, match=r"^Rencana ini sudah ditetapkan"):
        muat_naskah(rencana=Rencana.objects.get(pk=draf.pk), bagian=bagian, oleh=None)


def test_the_database_keeps_what_was_saved(draf: Rencana, ketua: Pengguna) -> None:
    satu = simpan(draf, "Satu.", 0, ketua)
    assert satu is not None
    with pytest.raises(TypeError, match="tidak dapat diubah"):
        satu.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        RevisiBagian.objects.filter(pk=satu.pk)._raw_delete("default")


@pytest.mark.parametrize("jumlah", [1, 3])
def test_reading_is_one_query(draf: Rencana, ketua: Pengguna, django_assert_num_queries, jumlah: int) -> None:
    for i in range(jumlah):
        simpan(draf, f"Ke-{i}.", i, ketua)
    with django_assert_num_queries(1):
        naskah_kini(draf)
