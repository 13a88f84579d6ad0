"""Agreeing on a date for an action whose schedule names none."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.domain.tanggal import tambah_tanggal
from rencana_aksi.models import Pelaksanaan, RencanaAksi
from tests.bantuan import HTMX, Klien, teks, urai
from tests.pabrik import HARI_INI, Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]


@pytest.fixture
def aksi(kantor: Kantor) -> RencanaAksi:
    """ "Secara berkala", in a plan that is ditetapkan: agreeing on a date is progress."""
    return kantor.aksi["I", "b"]


def tanggal(aksi: RencanaAksi) -> list[tuple[Any, ...]]:
    return list(Pelaksanaan.objects.filter(aksi=aksi).values_list("mulai", "jatuh_tempo", "status"))


def test_undated_occurrence_gets_its_date_and_keeps_its_progress(aksi: RencanaAksi, ketua: Pengguna) -> None:
    satu = aksi.pelaksanaan.get()
    catat_status(pelaksanaan=satu, status="berjalan", catatan="Tunggu", oleh=ketua, hari_ini=HARI_INI)
    baru = tambah_tanggal(aksi=aksi, jatuh_tempo=date(2023, 5, 5), oleh=ketua)
    assert (baru.pk, baru.catatan) == (satu.pk, "Tunggu")
    assert tanggal(aksi) == [(date(2023, 5, 5), date(2023, 5, 5), "berjalan")]
    jejak = Jejak.objects.all()[0]
    assert (jejak.tindakan, jejak.objek_id, jejak.oleh_nama) == ("memberi tanggal pelaksanaan", satu.pk, "Ketua")
    assert (jejak.sebelum, jejak.sesudah) == (
        {"mulai": None, "jatuh_tempo": None}, {"mulai": "2023-05-05", "jatuh_tempo": "2023-05-05"},
    )  # fmt: skip


def test_further_dates_are_further_occurrences_in_order(aksi: RencanaAksi, ketua: Pengguna) -> None:
    tambah_tanggal(aksi=aksi, jatuh_tempo=date(2023, 5, 5), oleh=ketua)
    tambah_tanggal(aksi=aksi, mulai=date(2023, 4, 3), jatuh_tempo=date(2023, 4, 7), oleh=ketua)
    assert [t[:2] for t in tanggal(aksi)] == [
        (date(2023, 4, 3), date(2023, 4, 7)), (date(2023, 5, 5), date(2023, 5, 5)),
    ]  # fmt: skip
    assert Jejak.objects.all()[0].tindakan == "menambah pelaksanaan"


def test_undated_occurrence_that_ended_stays_as_it_is(aksi: RencanaAksi, ketua: Pengguna) -> None:
    catat_status(
        pelaksanaan=aksi.pelaksanaan.get(), status="selesai", realisasi=HARI_INI, oleh=ketua, hari_ini=HARI_INI
    )
    tambah_tanggal(aksi=aksi, jatuh_tempo=date(2023, 5, 5), oleh=ketua)
    assert tanggal(aksi) == [(date(2023, 5, 5), date(2023, 5, 5), "belum"), (None, None, "selesai")]


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"mulai": date(2023, 5, 6)}, "mulai", "Tanggal mulai harus sebelum jatuh temponya."),
        ({"jatuh_tempo": date(2025, 1, 1)}, "jatuh_tempo", "Tanggal terlalu jauh dari tahun rencana, 2023."),
        ({"mulai": date(2021, 12, 31)}, "mulai", "Tanggal terlalu jauh dari tahun rencana, 2023."),
        ({"jatuh_tempo": date(2023, 4, 4)}, "jatuh_tempo", "Sudah ada pelaksanaan pada 4 April 2023."),
    ],
)
def test_date_that_cannot_be_is_refused(
    aksi: RencanaAksi, ketua: Pengguna, isi: dict[str, date], kolom: str, pesan: str
) -> None:
    tambah_tanggal(aksi=aksi, jatuh_tempo=date(2023, 4, 4), oleh=ketua)
    with pytest.raises(DomainError) as galat:
        tambah_tanggal(**{"aksi": aksi, "jatuh_tempo": date(2023, 5, 5), "oleh": ketua, **isi})
    assert (galat.value.kolom, galat.value.pesan) == (kolom, pesan)
    assert (len(tanggal(aksi)), Jejak.objects.count()) == (1, 1)


def test_schedule_with_dates_gets_none(kantor: Kantor, ketua: Pengguna) -> None:
    with pytest.raises(DomainError, match="sudah bertanggal"):
        tambah_tanggal(aksi=kantor.aksi["I", "a"], jatuh_tempo=date(2023, 5, 5), oleh=ketua)


def test_dates_have_an_end(aksi: RencanaAksi, ketua: Pengguna, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rencana_aksi.domain.tanggal.BATAS_KEJADIAN", 1)
    with pytest.raises(DomainError, match="paling banyak 1"):
        tambah_tanggal(aksi=aksi, jatuh_tempo=date(2023, 5, 5), oleh=ketua)


# --- the page -----------------------------------------------------------------------------------------


def alamat(kantor: Kantor, aksi: RencanaAksi) -> str:
    return kantor.alamat(f"rencana/aksi/{aksi.pk}/tanggal/")


def test_page_gives_the_date_and_leads_back(klien: Buka, kantor: Kantor, aksi: RencanaAksi, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    asal = kantor.alamat(f"rencana/aksi/{aksi.pk}/")
    assert [a["href"] for a in urai(peramban.get(asal)).select("a[href$='/tanggal/']")] == [alamat(kantor, aksi)]
    tanggapan = peramban.post(alamat(kantor, aksi), {"jatuh_tempo": "2023-05-05"})
    assert tanggapan["Location"] == f"{asal}#pelaksanaan"
    assert "5 Mei 2023" in teks(urai(peramban.get(asal)).select_one("#pelaksanaan"))  # type: ignore[arg-type]


def test_dated_action_offers_none(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    halaman = urai(klien(ketua).get(kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/")))
    assert halaman.select("a[href$='/tanggal/']") == []


@pytest.mark.parametrize("kepala", [{}, HTMX])
def test_page_refuses_at_the_field(
    klien: Buka, kantor: Kantor, aksi: RencanaAksi, ketua: Pengguna, kepala: dict[str, str]
) -> None:
    tanggapan = klien(ketua).post(
        alamat(kantor, aksi), {"jatuh_tempo": "2023-02-30", "mulai": "2023-02-01"}, headers=kepala
    )
    assert tanggapan.status_code == 422
    assert urai(tanggapan).select_one("[name=mulai]")["value"] == "2023-02-01"  # type: ignore[index]
    assert tanggal(aksi) == [(None, None, "belum")]


def test_page_is_for_who_records_progress(
    klien: Buka, kantor: Kantor, aksi: RencanaAksi, kepala: Pengguna, anggota: Pengguna, orang_luar: Pengguna
) -> None:
    for orang in (kepala, anggota):  # anggota answers for action a, not for this one
        tanggapan = klien(orang).post(alamat(kantor, aksi), {"jatuh_tempo": "2023-05-05"})
        assert tanggapan.status_code == 403
        assert "Tanggal hanya diberikan oleh ketua" in teks(tanggapan)
    assert klien(orang_luar).post(alamat(kantor, aksi), {"jatuh_tempo": "2023-05-05"}).status_code == 404
    assert klien(kepala).delete(alamat(kantor, aksi)).status_code == 405
    assert tanggal(aksi) == [(None, None, "belum")]
