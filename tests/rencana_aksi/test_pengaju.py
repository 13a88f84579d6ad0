"""Whoever submitted a plan does not enact it (docs/adr/0047)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries.pengaju import TANDA
from tests.bantuan import Klien, teks
from tests.pabrik import HARI_INI, Kantor, buat_orang, buka_perubahan, jadikan_draf
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan

Buka = Callable[..., Klien]
SK: dict[str, Any] = {"nomor_sk": "2/UJI/2023", "tanggal_sk": date(2023, 3, 10), "hari_ini": HARI_INI}


@pytest.fixture(params=["pertama", "perubahan"])
def draf(kantor: Kantor, request: pytest.FixtureRequest) -> Rencana:
    """A first plan, and the draft of a perubahan."""
    return jadikan_draf(kantor).rencana if request.param == "pertama" else buka_perubahan(kantor).rencana


def segar(draf: Rencana) -> Rencana:
    return Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").get(pk=draf.pk)


def tanpa_ketua(kantor: Kantor) -> None:
    Keanggotaan.objects.filter(tim__satker=kantor.satker, peran=Peran.KETUA).delete()


def test_head_does_not_enact_what_he_submitted(draf: Rencana, kepala: Pengguna, ketua: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=draf, oleh=kepala)
    with pytest.raises(DomainError, match=f"bukan Anda yang menetapkannya.*{ketua.nama}"):
        hidup.tetapkan_rencana(rencana=segar(draf), oleh=kepala, **SK)
    assert segar(draf).status == StatusRencana.DIAJUKAN
    hidup.kembalikan_rencana(rencana=segar(draf), alasan="oleh ketua saja", oleh=kepala)
    hidup.ajukan_rencana(rencana=segar(draf), oleh=ketua)
    versi = hidup.tetapkan_rencana(rencana=segar(draf), oleh=kepala, **SK)
    assert not Jejak.objects.filter(alasan=TANDA).exists()
    assert versi.nomor_sk == SK["nomor_sk"]


def test_page_says_so_and_offers_no_enacting(
    draf: Rencana, klien: Buka, kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    alamat = reverse("rencana_aksi:versi", args=["uji", 2023])
    assert "Yang mengajukan tidak menetapkan" in teks(klien(kepala).get(alamat))
    assert "Yang mengajukan tidak menetapkan" not in teks(klien(ketua).get(alamat))
    hidup.ajukan_rencana(rencana=draf, oleh=kepala)
    halaman = klien(kepala).get(alamat)
    assert "bukan Anda yang menetapkannya" in teks(halaman)
    assert b"Tetapkan versi" not in halaman.content
    isian = {"nomor_sk": "2/UJI/2023", "tanggal_sk": "2023-03-10"}
    tanggapan = klien(kepala).post(reverse("rencana_aksi:tetapkan", args=["uji", 2023]), isian)
    assert tanggapan.status_code == 422
    assert "bukan Anda yang menetapkannya" in teks(tanggapan)
    assert segar(draf).status == StatusRencana.DIAJUKAN


def test_head_alone_enacts_it_and_it_is_marked(draf: Rencana, klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    tanpa_ketua(kantor)
    hidup.ajukan_rencana(rencana=draf, oleh=kepala)
    versi = hidup.tetapkan_rencana(rencana=segar(draf), oleh=kepala, **SK)
    assert Jejak.objects.get(tindakan="menetapkan rencana").alasan == TANDA
    k = klien(kepala)
    kata = "diajukan dan ditetapkan oleh orang yang sama: tidak ada ketua tim lain."
    for alamat in (
        reverse("rencana_aksi:versi", args=["uji", 2023]),
        reverse("rencana_aksi:versi_beku", args=["uji", 2023, versi.versi]),
        reverse("dokumen:dokumen", args=["uji", 2023]),
        reverse("rencana_aksi:jejak", args=["uji", 2023]),
    ):
        assert kata in teks(k.get(alamat)).lower().replace("orang yang sama: tidak", "orang yang sama: tidak"), alamat


def test_an_account_that_is_closed_or_ones_own_is_no_other_ketua(
    draf: Rencana, kantor: Kantor, kepala: Pengguna, ketua: Pengguna
) -> None:
    Pengguna.objects.filter(pk=ketua.pk).update(is_active=False)
    hidup.ajukan_rencana(rencana=draf, oleh=kepala)
    hidup.tetapkan_rencana(rencana=segar(draf), oleh=kepala, **SK)


def test_head_who_leads_the_team_too_is_alone(draf: Rencana, kantor: Kantor, kepala: Pengguna) -> None:
    tanpa_ketua(kantor)
    lain = buat_orang(kantor.satker, "kepala-lain")["kepala-lain"]
    Keanggotaan.objects.filter(pengguna=kepala).update(pengguna=lain)
    Keanggotaan.objects.create(tim=kantor.satker.tim.get(kode="I"), pengguna=lain, peran=Peran.ANGGOTA, urutan=90)
    assert not Keanggotaan.objects.filter(tim__kode=PENGARAH, peran=Peran.KETUA).exists()
    hidup.ajukan_rencana(rencana=draf, oleh=lain)
    hidup.tetapkan_rencana(rencana=segar(draf), oleh=lain, **SK)


def test_who_submitted_first_may_enact_what_another_submitted_since(
    draf: Rencana, kepala: Pengguna, ketua: Pengguna
) -> None:
    hidup.ajukan_rencana(rencana=draf, oleh=kepala)
    hidup.tarik_rencana(rencana=segar(draf), oleh=kepala)
    hidup.ajukan_rencana(rencana=segar(draf), oleh=ketua)
    hidup.tetapkan_rencana(rencana=segar(draf), oleh=kepala, **SK)


# --- the assessor -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("kode", "peran"), [("II", Peran.ANGGOTA), ("V", Peran.ANGGOTA), (PENGARAH, Peran.ANGGOTA)])
def test_assessor_in_the_team_is_refused(
    kantor: Kantor, klien: Buka, penilai: Pengguna, kode: str, peran: Peran
) -> None:
    """What is assessed would be their own work: no score, no lock, no note as assessor, in that year."""
    k = klien(penilai)
    assert k.post(kantor.alamat("nilai/lke/tpi/mulai/")).status_code == 302
    tim = kantor.satker.tim.get(kode=kode)
    Keanggotaan.objects.create(tim=tim, pengguna=penilai, peran=peran, urutan=70)
    for ekor in ("tpi/mulai/", "tpi/buka-unit/", "langkah/tpi/kunci/"):
        assert k.post(kantor.alamat(f"nilai/lke/{ekor}")).status_code in (403, 404), ekor
    isian = {"soal": "A1.1.a", "jenis": "tpi", "jawaban": "Ya", "catatan": "", "revisi": "0"}
    assert k.post(kantor.alamat("nilai/lke/A1/"), isian).status_code == 403
    orang = Pengguna.objects.get(pk=penilai.pk)
    assert not any(orang.boleh(hak, kantor.rencana) for hak in ("nilai_lke", "kunci_tpi", "catat_bukti"))
    lain = Rencana.objects.create(satker=kantor.satker, tahun=2024, instrumen=kantor.rencana.instrumen)
    assert Penugasan.objects.filter(pengguna=penilai, satker=kantor.satker).exists()
    assert orang.boleh("nilai_lke", lain)
