"""/<satker>/mulai/: what is done, what is next, whose turn it is, and that it goes away."""

from collections.abc import Callable

import pytest
from pytest_django import DjangoAssertNumQueries, Settings
from pytest_django.asserts import assertRedirects

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from tests.bantuan import Klien, teks, urai
from tests.mulai.bantu import KantorKosong, buat_draf, buat_kantor_kosong
from tests.pabrik import HARI_INI, Kantor, buat_baris, buat_orang, buat_rencana
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

Buka = Callable[..., Klien]
LENGKAP = {"induk": "Badan Bahasa", "alamat": "Jalan Raya 1", "kota": "Mataram"}


def langkah(k: Klien, alamat: str = "/baru/mulai/") -> dict[str, str]:
    """The sentence of each step, with its state in front."""
    isi = {}
    for satu in urai(k.get(alamat)).select(".langkah-mulai > li"):
        keadaan = satu.h2.span.extract()
        isi[teks(satu.h2)] = f"{teks(keadaan)}: {teks(satu.p)}"
    return isi


def tombol(k: Klien, alamat: str = "/baru/mulai/") -> list[tuple[str, str]]:
    """The one button, and the page's other ways on, under their steps."""
    return [(teks(a), a["href"]) for a in urai(k.get(alamat)).select(".langkah-mulai a.tombol")]


def test_empty_office_shows_everything_to_its_admin(kantor: Kantor, klien: Buka) -> None:
    baru = buat_kantor_kosong()
    k = klien(baru.orang["petugas"])
    assert langkah(k) == {
        "Kantor": "Sebagian: Kantor Baru. Belum diisi: instansi di atasnya, alamat, kota. "
        "Waktu kantor: WITA (Asia/Makassar).",
        "Orang": "Belum: Baru admin yang mempunyai akun.",
        "Tim": "Belum: Pada tim 2023 belum ada orangnya: kepala satuan kerja, ketua tim, Tim I, Tim II, Tim III, "
        "Tim IV, Tim V, Tim VI.",
        "Rencana": "Belum: Rencana 2023 belum ada.",
        "Pengajuan": "Belum: Diajukan ketua atau kepala setelah rencana 2023 tersusun.",
        "Penetapan": "Belum: Ditetapkan kepala dengan nomor dan tanggal SK.",
    }
    assert tombol(k) == [("Lengkapi data kantor", "/baru/mulai/kantor/")]


def sampai(apa: str) -> KantorKosong:
    """An office that has done everything before the step."""
    baru = buat_kantor_kosong(orang=apa != "orang", tim=apa not in ("orang", "tim"))
    if apa != "kantor":
        Satker.objects.filter(pk=baru.satker.pk).update(**LENGKAP)
    return baru


@pytest.mark.parametrize(
    ("apa", "siapa", "kata", "tujuan"),
    [
        ("kantor", "petugas", "Lengkapi data kantor", "/baru/mulai/kantor/"),
        ("orang", "petugas", "Masukkan orang", "/baru/2023/tim/banyak/"),
        ("tim", "petugas", "Susun tim", "/baru/2023/tim/"),
        ("rencana", "petugas", "Buat rencana 2023", "/baru/mulai/rencana/"),
        ("rencana", "ketua-baru", "Buat rencana 2023", "/baru/mulai/rencana/"),
    ],
)
def test_next_step_is_the_one_button(kantor: Kantor, klien: Buka, apa: str, siapa: str, kata: str, tujuan: str) -> None:
    baru = sampai(apa)
    k = klien(baru.orang[siapa])
    assert tombol(k) == [(kata, tujuan)]
    assert k.get(tujuan).status_code == 200


@pytest.mark.parametrize(
    ("status", "siapa", "kata"),
    [
        (StatusRencana.DRAF, "ketua-baru", "Ajukan rencana"),
        (StatusRencana.DRAF, "kepala-baru", "Ajukan rencana"),
        (StatusRencana.DIAJUKAN, "kepala-baru", "Baca dan tetapkan"),
    ],
)
def test_plan_on_its_way_to_approval(kantor: Kantor, klien: Buka, status: str, siapa: str, kata: str) -> None:
    baru = sampai("rencana")
    rencana, enam = buat_rencana(baru.satker, kantor.rencana.instrumen)
    buat_baris([(enam["I"], 1)])
    Rencana.objects.filter(pk=rencana.pk).update(status=status, nomor_sk="", tanggal_sk=None)
    assert tombol(klien(baru.orang[siapa])) == [(kata, "/baru/2023/dokumen/versi/#langkah")]
    assert tombol(klien(baru.orang["petugas"])) == []


@pytest.mark.parametrize("siapa", ["kepala-baru", "ketua-baru", "baru-i", "petugas"])
def test_door_is_linked_until_a_version_is_in_force(kantor: Kantor, klien: Buka, siapa: str) -> None:
    """Whatever the office still leaves empty of itself: from the first page and the matrix."""
    baru = sampai("kantor")
    rencana, enam = buat_rencana(baru.satker, kantor.rencana.instrumen)
    buat_baris([(enam["I"], 1)])
    k = klien(baru.orang[siapa])
    for status in (StatusRencana.DRAF, StatusRencana.DIAJUKAN, StatusRencana.DITETAPKAN):
        Rencana.objects.filter(pk=rencana.pk).update(status=status)
        catat(satker_id=baru.satker.pk, oleh=None, tindakan="uji", objek=rencana)
        ada = [
            bool(urai(k.get(a)).select('main a[href="/baru/mulai/"]')) for a in ("/baru/2023/", "/baru/2023/rencana/")
        ]
        assert ada == [status != StatusRencana.DITETAPKAN] * 2
        assert k.get("/baru/mulai/").status_code == (302 if status == StatusRencana.DITETAPKAN else 200)


def test_a_draft_of_another_year_does_not_lead_back_to_the_door(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    buat_draf(kantor, 2024)
    kantor.satker.tim.update(tahun=2024)
    assert urai(klien(ketua).get("/uji/2024/rencana/")).select('main a[href="/uji/mulai/"]') == []


def test_others_see_whose_turn_it_is(kantor: Kantor, klien: Buka) -> None:
    baru = sampai("rencana")
    halaman = urai(klien(baru.orang["baru-i"]).get("/baru/mulai/"))
    giliran = [teks(p) for p in halaman.select(".langkah-mulai .rinci")]
    assert giliran == ["Giliran: Ketua Baru, Petugas", "Giliran: Ketua Baru", "Giliran: Kepala Baru"]
    assert halaman.select(".langkah-mulai a") == []


def test_whose_turn_is_told_where_nobody_has_the_role(kantor: Kantor, klien: Buka) -> None:
    baru = buat_kantor_kosong()
    halaman = urai(klien(baru.orang["petugas"]).get("/baru/mulai/"))
    giliran = [teks(p) for p in halaman.select(".langkah-mulai .rinci") if "Giliran" in teks(p)]
    assert giliran == [
        *["Giliran Anda"] * 4,
        "Giliran: ketua tim (belum ditunjuk)",
        "Giliran: kepala satuan kerja (belum ditunjuk)",
    ]


def test_page_goes_away_when_all_is_done(kantor: Kantor, klien: Buka) -> None:
    baru = sampai("rencana")
    _, enam = buat_rencana(baru.satker, kantor.rencana.instrumen)
    buat_baris([(enam["I"], 1)])
    tanggapan = klien(baru.orang["petugas"]).get("/baru/mulai/")
    assertRedirects(tanggapan, "/baru/2023/", fetch_redirect_response=False)


@pytest.mark.parametrize(
    ("ada", "kini", "tahun"),
    [((2023,), 2024, 2024), ((2023, 2024), 2023, 2023), ((2025,), 2023, 2025), ((), 2024, 2024)],
)
def test_year_is_the_running_one_or_the_first_that_is_being_made(
    kantor: Kantor, klien: Buka, settings: Settings, ada: tuple[int, ...], kini: int, tahun: int
) -> None:
    settings.ZONA_HARI_INI = HARI_INI.replace(year=kini)
    baru = buat_kantor_kosong()
    for satu in ada:
        rencana, _ = buat_rencana(baru.satker, kantor.rencana.instrumen, satu)
        Rencana.objects.filter(pk=rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    halaman = urai(klien(baru.orang["petugas"]).get("/baru/mulai/"))
    assert f"Rencana Kerja {tahun}" in teks(halaman.select_one(".petunjuk"))


def test_draft_offers_another_instrument_and_throwing_away(kantor: Kantor, klien: Buka) -> None:
    """To the admin who made it both; to the ketua too; to the kepala neither."""
    baru = sampai("rencana")
    rencana, enam = buat_rencana(baru.satker, kantor.rencana.instrumen)
    buat_baris([(enam["I"], 1)])
    Rencana.objects.filter(pk=rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    catat(satker_id=baru.satker.pk, oleh=baru.orang["petugas"], tindakan="membuat rencana", objek=rencana)
    ada = {}
    for siapa in ("petugas", "ketua-baru", "kepala-baru"):
        halaman = urai(klien(baru.orang[siapa]).get("/baru/mulai/"))
        ada[siapa] = [a["href"] for a in halaman.select(".langkah-mulai a") if "rencana/" in a["href"]]
    ganti, buang = "/baru/mulai/rencana/2023/instrumen/", "/baru/mulai/rencana/2023/buang/"
    assert ada == {
        "petugas": [ganti, buang],
        "ketua-baru": ["/baru/2023/rencana/sunting/", ganti, buang],
        "kepala-baru": [],
    }


def test_post_is_refused(kantor: Kantor, klien: Buka, admin: Pengguna) -> None:
    assert klien(admin).post("/uji/mulai/").status_code == 405


def test_outsider_meets_nothing(kantor: Kantor, klien: Buka, orang_luar: Pengguna) -> None:
    assert klien(orang_luar).get("/uji/mulai/").status_code == 404


@pytest.mark.parametrize("banyak", [1, 3])
def test_page_costs_the_same_with_one_and_three(
    kantor: Kantor, klien: Buka, django_assert_num_queries: DjangoAssertNumQueries, banyak: int
) -> None:
    """People, members of a team, plans, rows."""
    baru = sampai("rencana")
    orang = buat_orang(baru.satker, *(f"lagi-{i}" for i in range(banyak)))
    tim = baru.satker.tim.get(kode="I")
    for i, satu in enumerate(orang.values(), 50):
        Keanggotaan.objects.create(tim=tim, pengguna=satu, peran="anggota", urutan=i)
    for tahun in range(2023, 2023 + banyak):
        rencana, enam = buat_rencana(baru.satker, kantor.rencana.instrumen, tahun)
        Rencana.objects.filter(pk=rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
        buat_baris((enam["I"], i + 1) for i in range(banyak))
    k = klien(baru.orang["petugas"])
    with django_assert_num_queries(11):
        assert k.get("/baru/mulai/").status_code == 200
