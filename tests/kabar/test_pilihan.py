"""One's own page: what one wants to hear."""

from collections.abc import Callable

import pytest

from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from zona.inti.models import Jejak
from zona.kabar.enums import Jenis
from zona.kabar.models import Senyap
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
ALAMAT = "/kabar/"


def test_all_kinds_are_on_at_first(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    halaman = urai(klien(anggota).get(ALAMAT))
    assert teks(halaman.h1) == "Kabar untuk Anggota"
    kotak = halaman.select("input[name=jenis]")
    assert [(k["value"], k.has_attr("checked")) for k in kotak] == [(j.value, True) for j in Jenis]


def test_kinds_are_turned_off_and_on(klien: Buka, kantor: Kantor, anggota: Pengguna, ketua: Pengguna) -> None:
    k = klien(anggota)
    tanggapan = k.post(ALAMAT, {"jenis": ["h1", "terlambat", "dikembalikan", "rekap", "pengesahan"]})
    assert (tanggapan.status_code, tanggapan["Location"]) == (302, ALAMAT)
    assert set(Senyap.objects.values_list("pengguna", "jenis")) == {(anggota.pk, "h7"), (anggota.pk, "h3")}
    jejak = Jejak.objects.get()
    assert (jejak.oleh_nama, jejak.tindakan, jejak.sebelum) == ("Anggota", "memilih kabar", {"dimatikan": []})
    assert jejak.sesudah == {"dimatikan": [Jenis.H7.label, Jenis.H3.label]}
    mati = [i["value"] for i in urai(k.get(ALAMAT)).select("input[name=jenis]") if not i.has_attr("checked")]
    assert mati == ["h7", "h3"]
    k.post(ALAMAT, {"jenis": ["h1", "terlambat", "dikembalikan", "rekap", "pengesahan"]})
    assert Jejak.objects.count() == 1
    k.post(ALAMAT, {"jenis": Jenis.values})
    assert (Senyap.objects.count(), Jejak.objects.count()) == (0, 2)


def test_none_may_stay_on(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    assert klien(anggota).post(ALAMAT, {}).status_code == 302
    assert Senyap.objects.count() == len(Jenis)


def test_unknown_kind_is_refused(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    tanggapan = klien(anggota).post(ALAMAT, {"jenis": ["sms"]})
    assert tanggapan.status_code == 422
    assert not Senyap.objects.exists()


def test_address_is_shown_or_its_lack(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    def kalimat() -> str:
        return teks(urai(klien(anggota).get(ALAMAT)).select_one("[aria-labelledby=j-posel] > p"))

    assert kalimat().startswith("Alamat pos-el Anda belum tercatat")
    Pengguna.objects.filter(pk=anggota.pk).update(posel="a@contoh.id")
    assert kalimat() == "Dikirim ke a@contoh.id . Bila alamat ini keliru, sampaikan kepada admin satker."


@pytest.mark.parametrize(
    ("siapa", "ada"),
    [("ketua", True), ("koordinator-i", True), ("anggota", False), ("kepala", False), ("penilai", False)],
)
def test_way_to_the_teams_page_is_for_who_leads(klien: Buka, kantor: Kantor, siapa: str, ada: bool) -> None:
    tautan = urai(klien(kantor.orang[siapa]).get(ALAMAT)).select("[aria-labelledby=j-tim] a")
    assert [a["href"] for a in tautan] == ([kantor.alamat("kabar/")] if ada else [])


def test_account_menu_leads_here(klien: Buka, kantor: Kantor, anggota: Pengguna) -> None:
    assert ALAMAT in [a["href"] for a in urai(klien(anggota).get(kantor.alamat())).select(".akun-isi a")]
