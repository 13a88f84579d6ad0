"""What stands at the head of one's first page about plans that were submitted, returned, taken back or enacted."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings

from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import HARI_INI, Kantor, buat_baris, buat_rencana, buat_tim
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
SEMUA = ("kepala", "ketua", "koordinator-i", "koordinator-vi", "anggota", "penilai", "admin")
VERSI = "/uji/2023/dokumen/versi/"
DRAF = ("Rencana Kerja 2023 masih draf dan belum diajukan.", "Periksa dan ajukan", f"{VERSI}#langkah")


@pytest.fixture
def draf(kantor: Kantor) -> Kantor:
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    kantor.rencana = Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)
    return kantor


def kabar(kantor: Kantor, klien: Buka, siapa: str, tahun: int = 2023) -> list[tuple[str, str, str]]:
    """Sentence, button and where it leads, of each line at the head of the person's first page."""
    halaman = urai(klien(kantor.orang[siapa]).get(f"/uji/{tahun}/"))
    baris = halaman.select("main > .kabar-pengesahan > p")
    return [(teks(b.span), teks(b.a), b.a["href"]) for b in baris]


def semua(kantor: Kantor, klien: Buka) -> dict[str, Any]:
    return {s: k for s in SEMUA if (k := kabar(kantor, klien, s))}


def test_submitted_plan_is_the_heads_first_line(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    assert semua(draf, klien) == {"ketua": [DRAF]}
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    lihat = ("Rencana Kerja 2023 diajukan oleh Ketua, 15 Mar 2023; menunggu penetapan kepala.", "Lihat", VERSI)
    kalimat = "Rencana Kerja 2023 diajukan oleh Ketua, 15 Mar 2023, dan menunggu penetapan Anda."
    assert semua(draf, klien) == {
        "kepala": [(kalimat, "Baca dan tetapkan", f"{VERSI}#langkah")],
        "ketua": [lihat], "koordinator-i": [lihat], "koordinator-vi": [lihat],
    }  # fmt: skip
    k = klien(draf.orang["kepala"])
    assert urai(k.get(VERSI)).select_one("#langkah form button.utama") is not None


def test_returned_plan_waits_for_its_makers(draf: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    hidup.kembalikan_rencana(rencana=draf.rencana, alasan="Lengkapi V", oleh=kepala)
    kalimat = 'Rencana Kerja 2023 dikembalikan oleh Kepala, 15 Mar 2023: "Lengkapi V"'
    baris = [(kalimat, "Perbaiki", "/uji/2023/rencana/sunting/")]
    assert semua(draf, klien) == {"ketua": baris, "koordinator-i": baris, "koordinator-vi": baris}
    assert klien(ketua).get(baris[0][2]).status_code in (200, 302)


def test_taken_back_is_told_to_the_head(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    hidup.tarik_rencana(rencana=draf.rencana, oleh=ketua)
    assert semua(draf, klien) == {
        "kepala": [("Rencana Kerja 2023 ditarik kembali oleh Ketua, 15 Mar 2023.", "Lihat", VERSI)],
        "ketua": [DRAF],
    }


def test_enacted_plan_is_news_for_a_week(
    draf: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna, settings: Settings
) -> None:
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    hidup.tetapkan_rencana(rencana=draf.rencana, nomor_sk="9/SK", tanggal_sk=HARI_INI, oleh=kepala, hari_ini=HARI_INI)
    baris = [("Rencana Kerja 2023 ditetapkan oleh Kepala, 15 Mar 2023, dengan SK 9/SK.", "Lihat", VERSI)]
    orang = ("ketua", "koordinator-i", "koordinator-vi", "anggota")
    assert semua(draf, klien) == dict.fromkeys(orang, baris)
    settings.ZONA_HARI_INI = HARI_INI + timedelta(days=7)
    assert set(semua(draf, klien)) == set(orang)
    settings.ZONA_HARI_INI = HARI_INI + timedelta(days=8)
    assert semua(draf, klien) == {}


def test_perubahan_is_told_beside_the_plan_in_force(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    draf = hidup.mulai_perubahan(rencana=kantor.rencana, alasan="Jadwal", oleh=ketua)
    assert semua(kantor, klien) == {}
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    kalimat = "Perubahan (versi 2) Rencana Kerja 2023 diajukan oleh Ketua, 15 Mar 2023, dan menunggu penetapan Anda."
    assert kabar(kantor, klien, "kepala") == [(kalimat, "Baca dan tetapkan", f"{VERSI}#langkah")]
    hidup.batalkan_perubahan(rencana=draf, alasan="Tidak jadi", oleh=ketua)
    kalimat = 'Perubahan Rencana Kerja 2023 dibatalkan oleh Ketua, 15 Mar 2023: "Tidak jadi"'
    assert kabar(kantor, klien, "kepala") == [(kalimat, "Lihat", VERSI)]


def test_plan_of_another_year_is_told_on_the_page_of_the_running_one(
    kantor: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna
) -> None:
    """Whoever has no role in that year is told nothing."""
    baru, pengungkit = buat_rencana(kantor.satker, kantor.rencana.instrumen, 2024)
    Rencana.objects.filter(pk=baru.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    buat_tim(kantor.satker, 2024, [(PENGARAH, kepala, Peran.KEPALA), (PENGARAH, ketua, Peran.KETUA)])
    buat_baris([(pengungkit["I"], 1)])
    baru = Rencana.objects.select_related("satker", "instrumen").get(pk=baru.pk)
    hidup.ajukan_rencana(rencana=baru, oleh=ketua)
    kalimat = "Rencana Kerja 2024 diajukan oleh Ketua, 15 Mar 2023, dan menunggu penetapan Anda."
    assert semua(kantor, klien) == {
        "kepala": [(kalimat, "Baca dan tetapkan", "/uji/2024/dokumen/versi/#langkah")],
        "ketua": [
            (
                "Rencana Kerja 2024 diajukan oleh Ketua, 15 Mar 2023; menunggu penetapan kepala.",
                "Lihat", "/uji/2024/dokumen/versi/",
            )
        ],
    }  # fmt: skip


@pytest.mark.parametrize("langkah", [1, 3])
def test_queries_do_not_grow_with_the_steps_taken(
    draf: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna, langkah: int
) -> None:
    for _ in range(langkah):
        hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
        hidup.kembalikan_rencana(rencana=draf.rencana, alasan="Belum", oleh=kepala)
    k = klien(ketua)
    k.get("/uji/2023/")
    with CaptureQueriesContext(connection) as hangat:
        k.get("/uji/2023/")
    assert len(hangat) == 4
