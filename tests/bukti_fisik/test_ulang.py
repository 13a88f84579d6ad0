"""What was accepted is what was asked (docs/adr/0047): other words of a syarat ask for a new verdict, said before."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from bukti_fisik.domain.bukti import terima_bukti
from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from bukti_fisik.queries.kelengkapan import kelengkapan
from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.domain.sunting.syarat import ubah_syarat
from rencana_aksi.models import Rencana, SyaratBukti
from rencana_aksi.queries.draf import sandingkan
from rencana_aksi.queries.ulang import ulang_dari
from tests.bantuan import Klien, teks
from tests.bukti_contoh import taruh
from tests.pabrik import HARI_INI, Kantor, baca_draf, buka_perubahan, jadikan_draf
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
SK: dict[str, Any] = {"nomor_sk": "2/UJI/2023", "tanggal_sk": date(2023, 3, 10), "hari_ini": HARI_INI}
LAMA, BARU = "Laporan kegiatan", "SK agen perubahan"


def ubah(syarat: SyaratBukti, oleh: Pengguna, teks_baru: str = BARU, jenis: str = "") -> None:
    syarat = SyaratBukti.objects.select_related("rencana_kerja__pengungkit__rencana__satker", "aksi").get(pk=syarat.pk)
    ubah_syarat(
        syarat=syarat, teks=teks_baru, jenis=jenis or syarat.jenis, aksi=syarat.aksi, revisi=syarat.revisi, oleh=oleh,
        tiap_pelaksanaan=syarat.tiap_pelaksanaan,
    )  # fmt: skip


def segar(draf: Rencana) -> Rencana:
    return Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").get(pk=draf.pk)


def sama(kantor: Kantor) -> None:
    """The law: what counts as accepted was accepted for the words that stand there."""
    for b in Bukti.objects.filter(status=StatusBukti.DITERIMA).select_related("syarat"):
        assert b.diterima_untuk == b.syarat.teks


def test_words_of_a_first_draft_ask_at_once(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    jadikan_draf(kantor)
    bukti = taruh(kantor, "laporan.pdf")
    dahulu = kelengkapan(kantor.rencana)["I"].terpenuhi
    ubah(kantor.syarat["I", "baris"], ketua)
    kini = Bukti.objects.get(pk=bukti.pk)
    assert (kini.status, kini.diterima_untuk, kini.diverifikasi_oleh) == (StatusBukti.MENUNGGU, LAMA, None)
    assert kelengkapan(kantor.rencana)["I"].terpenuhi == dahulu - 1
    jejak = Jejak.objects.get(tindakan="meminta verifikasi ulang bukti")
    assert (jejak.objek_id, jejak.oleh_id) == (bukti.pk, ketua.pk)
    assert (jejak.sebelum, jejak.sesudah) == (
        {"status": "diterima", "syarat": LAMA}, {"status": "menunggu", "syarat": BARU},
    )  # fmt: skip
    terima_bukti(bukti=Bukti.objects.get(pk=bukti.pk), oleh=kepala)
    assert Bukti.objects.get(pk=bukti.pk).diterima_untuk == BARU
    sama(kantor)


def test_words_drafted_for_a_perubahan_ask_when_it_is_enacted(
    kantor: Kantor, ketua: Pengguna, kepala: Pengguna
) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    draf = buka_perubahan(kantor)
    ubah(draf.syarat["I", "baris"], ketua)
    assert Bukti.objects.get(pk=bukti.pk).status == StatusBukti.DITERIMA  # in force are the old words
    hidup.ajukan_rencana(rencana=segar(draf.rencana), oleh=ketua)
    hidup.tetapkan_rencana(rencana=segar(draf.rencana), oleh=kepala, **SK)
    kini = Bukti.objects.select_related("syarat").get(pk=bukti.pk)
    assert (kini.status, kini.diterima_untuk, kini.syarat.teks) == (StatusBukti.MENUNGGU, LAMA, BARU)
    sama(kantor)


def test_another_kind_under_the_same_words_asks_too(kantor: Kantor, ketua: Pengguna) -> None:
    jadikan_draf(kantor)
    bukti = taruh(kantor, "laporan.pdf")
    ubah(kantor.syarat["I", "baris"], ketua, LAMA, "keputusan")
    assert Bukti.objects.get(pk=bukti.pk).status == StatusBukti.MENUNGGU


@pytest.mark.parametrize("keadaan", ["menunggu", "dikembalikan", "ditarik"])
def test_what_was_not_accepted_stays_as_it_is(kantor: Kantor, ketua: Pengguna, keadaan: str) -> None:
    jadikan_draf(kantor)
    bukti = taruh(kantor, "laporan.pdf", keadaan)
    ubah(kantor.syarat["I", "baris"], ketua)
    assert Bukti.objects.get(pk=bukti.pk).status == keadaan
    assert not Jejak.objects.filter(tindakan="meminta verifikasi ulang bukti").exists()


def test_other_edits_ask_for_nothing(kantor: Kantor, ketua: Pengguna) -> None:
    jadikan_draf(kantor)
    bukti = taruh(kantor, "laporan.pdf")
    ubah(kantor.syarat["I", "baris"], ketua, f"  {LAMA} ")
    ubah(kantor.syarat["II", "baris"], ketua)
    assert Bukti.objects.get(pk=bukti.pk).status == StatusBukti.DITERIMA


def test_said_where_it_is_edited_submitted_and_enacted(
    kantor: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna
) -> None:
    taruh(kantor, "laporan.pdf")
    draf = buka_perubahan(kantor)
    syarat = draf.syarat["I", "baris"]
    alamat = reverse("rencana_aksi:sunting_syarat", args=["uji", 2023, syarat.pk])
    kata = teks(klien(ketua).get(alamat))
    assert "1 bukti sudah diterima untuk kata-kata ini (laporan.pdf)." in kata
    assert "verifikasinya diminta lagi sesudah perubahan ini ditetapkan." in kata
    lain = reverse("rencana_aksi:sunting_syarat", args=["uji", 2023, draf.syarat["II", "baris"].pk])
    assert "diverifikasi" not in teks(klien(ketua).get(lain))
    versi = reverse("rencana_aksi:versi", args=["uji", 2023])
    assert "verifikasinya diminta lagi" not in teks(klien(ketua).get(versi))
    ubah(syarat, ketua)
    (ulang,) = ulang_dari(sandingkan(segar(draf.rencana)))
    kalimat = f"“{LAMA}” menjadi “{BARU}”: 1 bukti yang sudah diterima (laporan.pdf) diverifikasi ulang."
    assert ulang.kalimat == kalimat
    assert kalimat in teks(klien(ketua).get(versi))
    hidup.ajukan_rencana(rencana=segar(draf.rencana), oleh=ketua)
    assert kalimat in teks(klien(kepala).get(versi))


def test_what_came_to_be_accepted_since_is_read_anew(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    bukti = taruh(kantor, "laporan.pdf", "menunggu")
    draf = buka_perubahan(kantor)
    ubah(draf.syarat["I", "baris"], ketua)
    hidup.ajukan_rencana(rencana=segar(draf.rencana), oleh=ketua)
    _, sidik = hidup.dibaca(segar(draf.rencana))
    terima_bukti(bukti=Bukti.objects.get(pk=bukti.pk), oleh=ketua)
    with pytest.raises(DomainError, match="Baca sekali lagi"):
        hidup.tetapkan_rencana(rencana=segar(draf.rencana), oleh=kepala, sidik_dibaca=sidik, **SK)
    _, sidik = hidup.dibaca(segar(draf.rencana))
    hidup.tetapkan_rencana(rencana=segar(draf.rencana), oleh=kepala, sidik_dibaca=sidik, **SK)
    assert Bukti.objects.get(pk=bukti.pk).status == StatusBukti.MENUNGGU


def test_sheet_says_what_it_was_accepted_for(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    jadikan_draf(kantor)
    bukti = taruh(kantor, "laporan.pdf")
    ubah(kantor.syarat["I", "baris"], ketua)
    for alamat in (f"bukti/{bukti.pk}/", f"bukti/unggah/{kantor.syarat['I', 'baris'].pk}/"):
        assert f"Pernah diterima untuk “{LAMA}”" in teks(klien(ketua).get(kantor.alamat(alamat))), alamat


def test_draft_that_is_thrown_away_asks_for_nothing(kantor: Kantor, ketua: Pengguna) -> None:
    bukti = taruh(kantor, "laporan.pdf")
    draf = baca_draf(kantor, buka_perubahan(kantor).rencana)
    ubah(draf.syarat["I", "baris"], ketua)
    hidup.batalkan_perubahan(rencana=segar(draf.rencana), alasan="urung", oleh=ketua)
    assert Bukti.objects.get(pk=bukti.pk).status == StatusBukti.DITERIMA
