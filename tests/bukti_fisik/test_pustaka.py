"""The evidence library and the verification queue: what is listed for whom, filtered, a page at a time."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.domain.bukti import catat_tautan, kembalikan_bukti, tarik_bukti, terima_bukti
from bukti_fisik.models import Bukti
from bukti_fisik.queries import pustaka
from bukti_fisik.queries.pustaka import antrean
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.pabrik import Kantor, buat_rencana
from zona.organisasi.models import Pengguna

BukaKlien = Callable[..., Klien]


def taut(kantor: Kantor, judul: str, oleh: Pengguna, kunci: tuple[str, str] = ("I", "aksi"), **lain: Any) -> Bukti:
    isi = {"syarat": kantor.syarat[kunci], "pelaksanaan": None, "tautan": f"https://contoh.id/{judul}", **lain}
    return catat_tautan(judul=judul, oleh=oleh, **isi)


def nama(tanggapan: Any) -> list[str]:
    return [teks(a) for a in urai(tanggapan).select("#hasil tbody th a")]


@pytest.fixture
def isi(kantor: Kantor, anggota: Pengguna, ketua: Pengguna, kepala: Pengguna) -> dict[str, Bukti]:
    """a waiting, b accepted, c returned, d withdrawn (all of I by anggota), e of II by ketua, waiting."""
    bukti = {n: taut(kantor, n, anggota) for n in "abcd"}
    bukti["e"] = taut(kantor, "e", ketua, ("II", "baris"), catatan="Rapat di Bima")
    terima_bukti(bukti=bukti["b"], oleh=ketua)
    kembalikan_bukti(bukti=bukti["c"], alasan="Belum ditandatangani", oleh=kepala)
    tarik_bukti(bukti=bukti["d"], alasan="Keliru", oleh=anggota)
    return bukti


@pytest.mark.parametrize(
    ("saring", "tampak"),
    [
        ({}, "edcba"),
        ({"pengungkit": "II"}, "e"),
        ({"status": "belum"}, "ea"),
        ({"status": "sudah"}, "cb"),
        ({"status": "ditarik"}, "d"),
        ({"status": "diterima"}, "b"),
        ({"q": "bima RAPAT"}, "e"),
        ({"q": "surat keputusan"}, "dcba"),
        ({"q": "contoh.id/c"}, "c"),
        ({"q": "tak ada"}, ""),
        ({"status": "apa", "pengungkit": "IX"}, "edcba"),
        ({"tahun": "1999"}, "edcba"),
        ({"hal": "99"}, "edcba"),
        ({"hal": "x"}, "edcba"),
    ],
)
def test_library_is_filtered(
    kantor: Kantor, isi: dict[str, Bukti], penilai: Pengguna, klien: BukaKlien, saring: dict[str, str], tampak: str
) -> None:
    tanggapan = klien(penilai).get(kantor.alamat("bukti/"), saring)
    assert (tanggapan.status_code, nama(tanggapan)) == (200, list(tampak))


def test_library_of_one_person(kantor: Kantor, isi: dict[str, Bukti], ketua: Pengguna, klien: BukaKlien) -> None:
    assert nama(klien(ketua).get(kantor.alamat("bukti/"), {"oleh": ketua.pk})) == ["e"]


def test_library_fragment_is_the_page(kantor: Kantor, isi: dict[str, Bukti], ketua: Pengguna, klien: BukaKlien) -> None:
    peramban = klien(ketua)
    alamat = kantor.alamat("bukti/?status=belum")
    fragmen = peramban.get(alamat, headers=HTMX)
    assert "2 bukti : 2 menunggu verifikasi." in teks(fragmen)
    assert rapi(urai(fragmen).select_one("#hasil")) == rapi(urai(peramban.get(alamat)).select_one("#hasil"))
    hasil = pasang_fragmen(peramban.get(kantor.alamat("bukti/")), fragmen, "hasil")
    assert nama(hasil) == ["e", "a"]


def test_library_of_other_years(kantor: Kantor, isi: dict[str, Bukti], ketua: Pengguna, klien: BukaKlien) -> None:
    rencana, _ = buat_rencana(kantor.satker, kantor.rencana.instrumen, 2022)
    rencana.pengungkit.all().delete()
    kerja = rencana.pengungkit.create(kode="I", nama="x", bobot=5, urutan=1).rencana_kerja.create(uraian="x", urutan=1)
    syarat = SyaratBukti.objects.create(rencana_kerja=kerja, teks="SK lama", urutan=1)
    lama = taut(kantor, "lama", ketua, syarat=syarat)
    halaman = klien(ketua).get(kantor.alamat("bukti/"), {"tahun": "2022"})
    (tautan,) = urai(halaman).select("#hasil tbody th a")
    assert tautan["href"] == f"/uji/2022/bukti/{lama.pk}/"
    assert nama(klien(ketua).get(kantor.alamat("bukti/"), {"tahun": "0"})) == ["lama", *"edcba"]
    assert nama(klien(ketua).get(kantor.alamat("bukti/"))) == list("edcba")


def test_another_office_is_not_seen(
    kantor: Kantor, isi: dict[str, Bukti], orang_luar: Pengguna, klien: BukaKlien
) -> None:
    for ekor in ("bukti/", "bukti/verifikasi/"):
        assert klien(orang_luar).get(kantor.alamat(ekor)).status_code == 404
        assert klien(orang_luar).get(f"/lain/2023/{ekor}").status_code == 200
    assert nama(klien(orang_luar).get("/lain/2023/bukti/", {"tahun": "0"})) == []


def test_pages_of_the_list(
    kantor: Kantor, isi: dict[str, Bukti], ketua: Pengguna, klien: BukaKlien, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pustaka, "SEHALAMAN", 2)
    halaman = klien(ketua).get(kantor.alamat("bukti/"), {"hal": "2", "q": "contoh"})
    assert nama(halaman) == ["c", "b"]
    lain = urai(halaman).select_one("nav[aria-label='Halaman daftar']")
    assert [(teks(a), a["href"]) for a in lain.select("a")] == [
        ("Sebelumnya", "?q=contoh&hal=1"), ("Berikutnya", "?q=contoh&hal=3"),
    ]  # fmt: skip


def test_the_queue_is_of_who_verifies(
    kantor: Kantor, isi: dict[str, Bukti], kepala: Pengguna, ketua: Pengguna, koordinator_i: Pengguna,
    koordinator_ii: Pengguna, klien: BukaKlien,
) -> None:  # fmt: skip
    """Oldest first, never one's own, only one's own pengungkit."""
    taut(kantor, "f", koordinator_i)
    antre = {o: nama(klien(o).get(kantor.alamat("bukti/verifikasi/"))) for o in
             (kepala, ketua, koordinator_i, koordinator_ii)}  # fmt: skip
    assert antre == {kepala: ["a", "e", "f"], ketua: ["a", "f"], koordinator_i: ["a"], koordinator_ii: ["e"]}
    for orang in antre:
        boleh = [
            b for b in Bukti.objects.filter(status="menunggu").order_by("pk") if orang.boleh("verifikasi_bukti", b)
        ]
        assert list(antrean(orang, kantor.rencana)) == boleh


def test_the_queue_leaves_out_what_was_called_off(kantor: Kantor, anggota: Pengguna, ketua: Pengguna) -> None:
    saat = kantor.pelaksanaan["I", "a"][0]
    taut(kantor, "a", anggota, ("I", "tiap"), pelaksanaan=saat)
    assert antrean(ketua, kantor.rencana).count() == 1
    Pelaksanaan.objects.filter(pk=saat.pk).update(status=Status.BATAL, alasan="Ditiadakan")
    assert antrean(ketua, kantor.rencana).count() == 0


def test_what_one_judged(
    kantor: Kantor, isi: dict[str, Bukti], ketua: Pengguna, kepala: Pengguna, klien: BukaKlien
) -> None:
    peramban = klien(ketua)
    alamat = kantor.alamat("bukti/verifikasi/?lihat=sudah")
    assert nama(peramban.get(alamat)) == ["b"]
    kini = pasang_fragmen(peramban.get(kantor.alamat("bukti/verifikasi/")), peramban.get(alamat, headers=HTMX), "hasil")
    assert rapi(kini) == rapi(peramban.get(alamat))
    assert nama(klien(kepala).get(alamat)) == ["c"]


def test_the_queue_is_refused_with_a_reason(
    kantor: Kantor, anggota: Pengguna, penilai: Pengguna, admin: Pengguna, klien: BukaKlien
) -> None:
    for orang in (anggota, penilai, admin):
        tanggapan = klien(orang).get(kantor.alamat("bukti/verifikasi/"))
        assert tanggapan.status_code == 403
        assert "Bukti diperiksa kepala, ketua, dan koordinator pengungkitnya." in teks(tanggapan)
        assert "Verifikasi saya" not in teks(klien(orang).get(kantor.alamat("bukti/")))


def test_lists_only_answer_get(kantor: Kantor, ketua: Pengguna, klien: BukaKlien) -> None:
    for ekor in ("bukti/", "bukti/verifikasi/"):
        assert klien(ketua).post(kantor.alamat(ekor)).status_code == 405


@pytest.mark.parametrize("ekor", ["bukti/", "bukti/verifikasi/"])
def test_queries_do_not_grow(kantor: Kantor, ketua: Pengguna, anggota: Pengguna, klien: BukaKlien, ekor: str) -> None:
    hitung, peramban = [], klien(ketua)
    for n in (1, 2):
        for i in range(n):
            taut(kantor, f"{n}-{i}", anggota, (("I", "II")[i], "aksi"))
        with CaptureQueriesContext(connection) as kueri:
            assert len(nama(peramban.get(kantor.alamat(ekor)))) == (1, 3)[n - 1]
        hitung.append(len(kueri))
    assert hitung[0] == hitung[1] <= 12
