"""Copying a plan into another year: shown, chosen, made."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from pengungkit.models import Instrumen
from rencana_aksi.domain.banding import bandingkan_rencana
from rencana_aksi.domain.salin.rancangan import Pilihan
from rencana_aksi.domain.salin.tulis import salin_rencana
from rencana_aksi.enums import JenisJadwal, Status
from rencana_aksi.models import (
    Pelaksanaan,
    ProgramPrioritas,
    Rencana,
    RencanaAksi,
    RencanaKerja,
    SyaratBukti,
    VersiRencana,
)
from rencana_aksi.queries.isi import isi_rencana
from tests.bantuan import Klien, teks, urai
from tests.contoh import Contoh
from tests.pabrik import BOBOT, Kantor, buat_instrumen, buat_tim, tambah_baris
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna

Buka = Callable[..., Klien]


@pytest.fixture
def alamat(kantor: Kantor) -> str:
    return kantor.alamat("rencana/salin/")


def kirim(halaman: HttpResponse | BeautifulSoup, **ganti: Any) -> dict[str, Any]:
    """What the browser would send for the form as it is drawn, with some of it changed."""
    isi: dict[str, Any] = {}
    for u in urai(halaman).select("form.salin [name]"):
        if u.name == "select":
            isi[u["name"]] = (u.select_one("[selected]") or u.select_one("option"))["value"]
        elif u.get("type") not in ("checkbox", "radio"):
            isi[u["name"]] = u.get("value", "")
        elif u.has_attr("checked"):
            isi.setdefault(u["name"], []).append(u.get("value", "on"))
    return isi | ganti


def salin(kantor: Kantor, ke: int = 2024, pilihan: Pilihan | None = None, **lain: Any) -> Rencana:
    isi: dict[str, Any] = {"instrumen": kantor.rencana.instrumen, "oleh": kantor.orang["ketua"], **lain}
    return salin_rencana(rencana=kantor.rencana, ke=ke, pilihan=pilihan or Pilihan(), **isi)


# --- works --------------------------------------------------------------------------------------------


def test_shown_then_made(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    peramban = klien(ketua)
    halaman = peramban.get(alamat)
    assert (halaman.status_code, Rencana.objects.filter(tahun=2024).count()) == (200, 0)
    hasil = peramban.post(alamat, kirim(halaman))
    assert (hasil.status_code, hasil["Location"]) == (302, "/uji/2024/rencana/")
    assert [teks(p) for p in urai(peramban.get("/uji/2024/rencana/")).select(".pemberitahuan")] == [
        "Rencana 2024 dibuat sebagai draf dari rencana 2023."
    ]
    baru = Rencana.objects.get(satker=kantor.satker, tahun=2024)
    assert (baru.status, baru.versi, baru.nomor_sk, baru.tanggal_sk, baru.tempat, baru.instrumen.kode) == (
        "draf", 1, "", None, "Mataram", "uji",
    )  # fmt: skip
    assert VersiRencana.objects.filter(rencana=baru).count() == 0


def test_both_plans_know_of_each_other(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    salin(kantor)
    peramban = klien(ketua)
    for tahun, lain in ((2023, 2024), (2024, 2023)):
        halaman = urai(peramban.get(f"/uji/{tahun}/dokumen/versi/"))
        sakelar = [a["href"] for a in halaman.select("header .kantor a")]
        assert f"/uji/{lain}/dokumen/versi/" in sakelar
    riwayat = [teks(sel) for sel in halaman.select("[aria-labelledby=j-riwayat] tbody td")]
    assert riwayat[1:] == ["Disalin dari rencana tahun lain", "Ketua", "Rencana 2023"]


def test_rows_go_with_dates_moved_and_without_progress(kantor: Kantor) -> None:
    Pelaksanaan.objects.filter(pk=kantor.pelaksanaan["I", "a"][0].pk).update(
        status=Status.SELESAI, realisasi=date(2023, 3, 1), catatan="x"
    )
    baru = salin(kantor)
    milik = {"aksi__rencana_kerja__pengungkit__rencana": baru}
    satu = Pelaksanaan.objects.filter(**milik, aksi__rencana_kerja__pengungkit__kode="I", aksi__huruf="a")
    assert list(satu.values_list("mulai", "jatuh_tempo", "status", "realisasi", "catatan")) == [
        (date(2024, 3, 1), date(2024, 3, 1), "belum", None, ""),
        (date(2024, 3, 13), date(2024, 3, 20), "belum", None, ""),
        (date(2024, 4, 12), date(2024, 4, 12), "belum", None, ""),  # 10 and 11 April 2024: Idulfitri
    ]
    assert Pelaksanaan.objects.filter(**milik).count() == 24
    assert SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=baru).count() == 18
    jadwal = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=baru, huruf="a").values_list("jadwal_teks")
    assert set(jadwal) == {("1 Maret, 13–20 Maret, dan 12 April 2024",)}


def test_teams_and_who_answers_go_along(kantor: Kantor) -> None:
    Pengguna.objects.filter(username="koordinator-vi").update(is_active=False)
    baru = salin(kantor)
    kolom = ("tim__kode", "pengguna__username", "peran")
    lama = set(Keanggotaan.objects.filter(tim__satker=kantor.satker, tim__tahun=2023).values_list(*kolom))
    kini = set(Keanggotaan.objects.filter(tim__satker=kantor.satker, tim__tahun=2024).values_list(*kolom))
    assert lama - kini == {("VI", "koordinator-vi", "koordinator")}
    assert kini <= lama
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=baru, penanggung_jawab__isnull=False)
    assert [a.penanggung_jawab for a in aksi] == [kantor.orang["anggota"]]
    assert kantor.orang["ketua"].boleh("ubah_rencana", baru)


def test_without_the_teams_nobody_answers(kantor: Kantor) -> None:
    baru = salin(kantor, pilihan=Pilihan(tim=False))
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=baru, penanggung_jawab__isnull=False)
    assert (aksi.count(), Keanggotaan.objects.filter(tim__satker=kantor.satker, tim__tahun=2024).count()) == (0, 0)


def test_teams_that_are_there_are_left_as_they_are(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    buat_tim(kantor.satker, 2024, [(PENGARAH, kantor.orang["kepala"], Peran.KEPALA)])
    halaman = klien(ketua).get(alamat)
    assert (urai(halaman).select("[name=tim]"), "Tim 2024 sudah ada, dan dipakai apa adanya." in teks(halaman)) == (
        [], True,
    )  # fmt: skip
    salin(kantor)
    assert Keanggotaan.objects.filter(tim__satker=kantor.satker, tim__tahun=2024).count() == 1


def test_weights_are_the_chosen_instruments(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    Instrumen.objects.update(bawaan=False)
    baku = buat_instrumen("baru")
    baku.komponen.filter(area="I").update(bobot=8)
    halaman = klien(ketua).get(alamat)
    assert [(i["value"], i.has_attr("checked")) for i in urai(halaman).select("[name=instrumen]")] == [
        (str(baku.pk), True),
        (str(kantor.rencana.instrumen_id), False),
    ]
    for ke, instrumen in ((2024, baku), (2025, kantor.rencana.instrumen)):
        klien(ketua).post(alamat, kirim(klien(ketua).get(alamat, {"ke": ke}), instrumen=instrumen.pk))
    bobot = [
        dict(Rencana.objects.get(satker=kantor.satker, tahun=tahun).pengungkit.values_list("kode", "bobot"))
        for tahun in (2024, 2025)
    ]
    assert bobot == [{**BOBOT, "I": 8}, BOBOT]


def test_one_row_in_the_trail_for_plan_and_one_for_teams(kantor: Kantor, ketua: Pengguna) -> None:
    baru = salin(kantor, pilihan=Pilihan(nanti=frozenset([kantor.aksi["I", "a"].pk])))
    tim, rencana = Jejak.objects.order_by("id")
    assert (tim.tindakan, tim.sesudah) == ("menyalin tim", {"dari": 2023, "tahun": 2024, "orang": 9})
    assert (rencana.tindakan, rencana.objek_id, rencana.oleh_nama, rencana.sesudah) == (
        "menyalin rencana", baru.pk, "Ketua",
        {
            "dari": 2023, "tahun": 2024, "instrumen": "uji", "rencana_kerja": 6, "aksi": 12, "pelaksanaan": 22,
            "tanpa_jadwal": 1, "aksi_ditinggalkan": 0,
        },
    )  # fmt: skip


# --- chosen row by row --------------------------------------------------------------------------------


def test_left_out_later_and_kept(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    program = ProgramPrioritas.objects.create(pengungkit=kantor.pengungkit["I"], uraian="Pemilu", urutan=1)
    RencanaKerja.objects.create(pengungkit=kantor.pengungkit["II"], nomor=2, uraian="Kedua", urutan=2)
    peramban = klien(ketua)
    ganti = {
        f"aksi-{kantor.aksi['I', 'a'].pk}": "tinggal",
        f"aksi-{kantor.aksi['III', 'a'].pk}": "nanti",
        f"kerja-{kantor.baris['II'].pk}": "tinggal",
        f"program-{program.pk}": "tinggal",
    }
    assert peramban.post(alamat, kirim(peramban.get(alamat), **ganti)).status_code == 302
    isi = {p.kode: p for p in isi_rencana(Rencana.objects.get(tahun=2024, satker=kantor.satker)).pengungkit}
    satu, tiga = isi["I"].kerja[0], isi["III"].kerja[0]
    assert [(a.huruf, a.uraian) for a in satu.aksi] == [("a", "Aksi I.1.b")]
    assert [s.teks for s in satu.syarat] == ["Laporan kegiatan"]
    assert [(k.nomor, k.uraian) for k in isi["II"].kerja] == [(1, "Kedua")]
    assert isi["I"].program == ()
    assert [(a.uraian, a.jadwal, a.jenis_jadwal) for a in tiga.aksi] == [
        ("Aksi III.1.a", "", JenisJadwal.TANPA),
        ("Aksi III.1.b", "Secara berkala", JenisJadwal.BERKALA),
    ]
    assert [(s.teks, s.tiap_pelaksanaan) for s in tiga.syarat][1] == ("Notula rapat", True)


def test_texts_take_the_new_year_where_ticked(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    kunci = {kode: f"kerja-{kantor.baris[kode].pk}" for kode in ("I", "II", "III")}
    for kode, uraian in (("I", "Laporan 2023"), ("II", "Laporan 2022"), ("III", "Rapat 2023")):
        RencanaKerja.objects.filter(pk=kantor.baris[kode].pk).update(uraian=uraian)
    peramban = klien(ketua)
    halaman = peramban.get(alamat)
    usul = {i["value"]: i.has_attr("checked") for i in urai(halaman).select("[name=ganti]")}
    assert usul == {kunci["I"]: True, kunci["II"]: False, kunci["III"]: True}
    kata = [teks(k) for k in urai(halaman).select(".kata")]
    assert kata == ["Laporan 2023 2024", "Laporan 2022 2023", "Rapat 2023 2024"]
    peramban.post(alamat, kirim(halaman, ganti=[kunci["I"], kunci["II"]]))
    baru = RencanaKerja.objects.filter(pengungkit__rencana__tahun=2024).order_by("pengungkit__urutan")
    assert [k.uraian for k in baru][:3] == ["Laporan 2024", "Laporan 2023", "Rapat 2023"]


def test_dates_that_gave_way_say_why(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    baris = urai(klien(ketua).get(alamat)).select(".naskah-salin tbody tr")[1]
    assert [teks(sel) for sel in baris.select("[data-label]")] == [
        "1, 13–20 Maret, 10 April",
        "1 Maret, 13–20 Maret, dan 12 April 2024 "
        "10 April 2024 libur nasional Hari Raya Idul Fitri, menjadi 12 April 2024.",
    ]


def test_whole_source_goes_into_another_year(contoh: Contoh, klien: Buka) -> None:
    peramban = klien(contoh.orang["admin"])
    halaman = peramban.get(contoh.alamat("rencana/salin/"))
    sama = contoh.rencana.instrumen_id
    assert peramban.post(contoh.alamat("rencana/salin/"), kirim(halaman, instrumen=sama)).status_code == 302
    baru = Rencana.objects.select_related("satker", "instrumen").get(satker=contoh.satker, tahun=2024)
    lama, kini = isi_rencana(contoh.rencana), isi_rencana(baru)
    beda = [b for b in bandingkan_rencana(lama, kini).beda if b.benda == "Rencana aksi"]
    assert {k.nama for b in beda for k in b.kolom if b.jenis == ("diubah",)} == {"Jadwal", "Tanggal"}
    kerja = [[k for p in isi.pengungkit for k in p.kerja] for isi in (lama, kini)]
    assert [(len(k), sum(len(x.aksi) for x in k), sum(len(x.syarat) for x in k)) for k in kerja] == [(39, 65, 173)] * 2
    assert Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=baru).count() == 82
    penanggung = [[a.penanggung_jawab for k in satu for a in k.aksi] for satu in kerja]
    assert (kini.tim, penanggung[1]) == (lama.tim, penanggung[0])


# --- refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ke", "galat"),
    [
        ("2023", "Tahun harus 2024 sampai 2033."),
        ("2034", "Tahun harus 2024 sampai 2033."),
        ("2025", "Rencana tahun 2025 sudah ada."),
        ("dua ribu", "Masukkan keseluruhan angka bilangan."),
        ("99999999999999999999", "Pastikan nilai ini lebih kecil dari atau sama dengan 2100."),
    ],
)
@pytest.mark.parametrize("cara", ["get", "post"])
def test_year_that_may_not_be_is_422(
    kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str, cara: str, ke: str, galat: str
) -> None:
    Rencana.objects.create(satker=kantor.satker, tahun=2025, instrumen=kantor.rencana.instrumen)
    hasil = getattr(klien(ketua), cara)(alamat, {"ke": ke})
    assert (hasil.status_code, [teks(g) for g in urai(hasil).select(".kolom-galat")]) == (422, [galat])
    assert Rencana.objects.filter(satker=kantor.satker).count() == 2


def test_next_year_that_has_a_plan_is_passed_over(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    Rencana.objects.create(satker=kantor.satker, tahun=2024, instrumen=kantor.rencana.instrumen)
    assert urai(klien(ketua).get(alamat)).select_one("form.saring [name=ke]")["value"] == "2025"


def test_choice_that_is_none_is_422_and_kept(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    peramban, satu = klien(ketua), kantor.aksi["I", "a"].pk
    dikirim = kirim(peramban.get(alamat), instrumen="999", **{f"aksi-{satu}": "nanti"})
    hasil = peramban.post(alamat, dikirim)
    assert (hasil.status_code, Rencana.objects.filter(tahun=2024).count()) == (422, 0)
    assert kirim(hasil)[f"aksi-{satu}"] == "nanti"
    assert "Instrumen dan bobotnya" in teks(urai(hasil).select_one("[role=alert].pemberitahuan"))


def test_plan_that_changed_meanwhile_is_shown_again(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    peramban = klien(ketua)
    dikirim = kirim(peramban.get(alamat))
    RencanaKerja.objects.filter(pk=kantor.baris["I"].pk).update(uraian="Diubah")
    hasil = peramban.post(alamat, dikirim)
    assert (hasil.status_code, Rencana.objects.filter(tahun=2024).count()) == (422, 0)
    assert "Rencana yang disalin berubah sejak halaman ini dibuka." in teks(hasil)
    assert peramban.post(alamat, kirim(hasil)).status_code == 302


def test_second_of_two_at_once_is_told(
    kantor: Kantor, klien: Buka, ketua: Pengguna, admin: Pengguna, alamat: str
) -> None:
    satu, dua = klien(ketua), klien(admin)
    dikirim = kirim(dua.get(alamat))
    assert satu.post(alamat, kirim(satu.get(alamat))).status_code == 302
    hasil = dua.post(alamat, dikirim)
    assert (hasil.status_code, [teks(g) for g in urai(hasil).select(".kolom-galat")]) == (
        422, ["Rencana tahun 2024 sudah ada."],
    )  # fmt: skip
    with pytest.raises(DomainError, match="Rencana tahun 2024 sudah ada"):
        salin(kantor)


def test_nothing_is_half_made(kantor: Kantor) -> None:
    """A refusal at the end leaves neither teams nor plan."""
    with pytest.raises(DomainError):
        salin(kantor, sidik_dibaca="0" * 64)
    assert (Rencana.objects.filter(tahun=2024).count(), Keanggotaan.objects.filter(tim__tahun=2024).count()) == (0, 0)
    assert Jejak.objects.count() == 0


# --- who, how, how many queries -----------------------------------------------------------------------


def test_only_ketua_and_admin_copy(kantor: Kantor, klien: Buka, alamat: str) -> None:
    status = {}
    for siapa, orang in kantor.orang.items():
        peramban = klien(orang)
        status[siapa] = [peramban.get(alamat).status_code, peramban.post(alamat, {"ke": "x"}).status_code]
    assert status == {s: [403, 403] for s in kantor.orang} | {
        "ketua": [200, 422], "admin": [200, 422], "orang-luar": [404, 404],
    }  # fmt: skip


def test_other_methods_are_405(klien: Buka, ketua: Pengguna, alamat: str) -> None:
    assert klien(ketua).put(alamat).status_code == 405


def test_queries_do_not_grow_with_rows(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    peramban = klien(ketua)
    hitungan = []
    for ke in (2024, 2025):
        with CaptureQueriesContext(connection) as lihat:
            halaman = peramban.get(alamat, {"ke": ke})
        with CaptureQueriesContext(connection) as buat:
            assert peramban.post(alamat, kirim(halaman)).status_code == 302
        hitungan.append((len(lihat), len(buat)))
        tambah_baris(kantor, 12)
    assert hitungan[0] == hitungan[1]


def test_large_form_is_taken(kantor: Kantor, klien: Buka, ketua: Pengguna, alamat: str) -> None:
    """Ten times the source plan has some 1,100 choices."""
    peramban = klien(ketua)
    banyak = {f"lain-{i}": "x" for i in range(1500)}
    assert peramban.post(alamat, kirim(peramban.get(alamat), **banyak)).status_code == 302
