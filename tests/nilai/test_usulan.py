"""Proposing the unit: by the head, knowing what is missing, once a year, and back."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.bantuan import teks, urai
from tests.pabrik import Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.nilai.domain.usulan import tarik_usulan, usulkan_unit
from zona.nilai.models import Usulan
from zona.organisasi.models import Pengguna


def usulkan(kantor: Kantor, **lain: Any) -> Usulan:
    isi = {"kategori": "WBK", "unit_id": "UNIT-001", "oleh": kantor.orang["kepala"], **lain}
    return usulkan_unit(rencana=kantor.rencana, **isi)


def test_proposed_withdrawn_and_proposed_again(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    peramban = klien(kepala)
    data = {"kategori": "WBK-AFIRMASI", "unit_id": " UNIT-7 ", "alasan": "Bukti menyusul"}
    jawaban = peramban.post(kantor.alamat("nilai/usulan/"), data)
    assert (jawaban.status_code, jawaban["Location"]) == (302, kantor.alamat("nilai/syarat/"))
    usulan = Usulan.objects.get()
    assert (usulan.unit_id, usulan.afirmasi, usulan.diusulkan_oleh, usulan.ditarik_pada) == (
        "UNIT-7", True, kepala, None,
    )  # fmt: skip
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.alasan, jejak.sesudah) == (
        "mengusulkan unit", "Bukti menyusul", {"kategori": "WBK-AFIRMASI", "unit_id": "UNIT-7"},
    )  # fmt: skip
    bagian = urai(peramban.get(kantor.alamat("nilai/syarat/"))).select_one("#usulan")
    assert teks(bagian.p) == "Diusulkan sebagai WBK afirmasi dengan ID UNIT-7, oleh Kepala."
    assert bagian.form["action"] == kantor.alamat("nilai/usulan/tarik/")
    assert peramban.post(bagian.form["action"], {"alasan": "Ditunda"}).status_code == 302
    usulan.refresh_from_db()
    assert usulan.ditarik_pada
    usulkan(kantor, unit_id="UNIT-8", kategori="WBBM")
    usulan.refresh_from_db()
    assert (usulan.unit_id, usulan.kategori, usulan.ditarik_pada) == ("UNIT-8", "WBBM", None)


def test_what_is_missing_wants_a_reason(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    jawaban = klien(kepala).post(kantor.alamat("nilai/usulan/"), {"kategori": "WBK", "unit_id": "UNIT-1"})
    assert jawaban.status_code == 422
    assert [teks(g) for g in urai(jawaban).select(".kolom-galat")] == [
        "Masih ada syarat yang belum terpenuhi. Tulis alasan tetap mengusulkan."
    ]
    kurang = [teks(li) for li in urai(jawaban).select("#usulan > ul li")]
    assert "Surat usulan pimpinan instansi: belum diisi." in kurang
    assert "Penilaian mandiri belum dimulai." in kurang
    assert (Usulan.objects.count(), Jejak.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("isi", "kolom"),
    [
        ({"kategori": "WBX"}, "kategori"),
        ({"unit_id": ""}, "unit_id"),
        ({"unit_id": "unit satu"}, "unit_id"),
        ({"unit_id": "x" * 41}, "unit_id"),
        ({"unit_id": "../a"}, "unit_id"),
    ],
)
def test_bad_input_is_refused_at_its_field(kantor: Kantor, isi: dict[str, str], kolom: str) -> None:
    with pytest.raises(DomainError) as galat:
        usulkan(kantor, **isi)
    assert (galat.value.kolom, Usulan.objects.count()) == (kolom, 0)


def test_id_of_another_unit_is_refused(kantor: Kantor, orang_luar: Pengguna) -> None:
    usulkan(kantor)
    with pytest.raises(DomainError, match="UNIT-001 sudah dipakai unit lain pada 2023") as galat:
        usulkan_unit(rencana=orang_luar.satker.rencana.get(), kategori="WBK", unit_id="UNIT-001", oleh=orang_luar)
    assert (galat.value.kolom, Usulan.objects.count(), Jejak.objects.count()) == ("unit_id", 1, 1)


def test_proposed_twice_and_withdrawn_twice_is_told(kantor: Kantor, kepala: Pengguna) -> None:
    usulan = usulkan(kantor)
    with pytest.raises(DomainError, match="sudah diusulkan untuk tahun 2023"):
        usulkan(kantor, unit_id="UNIT-002")
    with pytest.raises(DomainError, match="Tulis alasannya"):
        tarik_usulan(usulan=usulan, alasan=" ", oleh=kepala)
    tarik_usulan(usulan=usulan, alasan="Ditunda", oleh=kepala)
    with pytest.raises(DomainError, match="sudah ditarik"):
        tarik_usulan(usulan=usulan, alasan="Ditunda", oleh=kepala)
    assert Jejak.objects.count() == 2


@pytest.mark.parametrize("nama", ["ketua", "koordinator-i", "anggota", "penilai", "admin"])
def test_others_than_the_head_get_403(klien: Callable[..., Any], kantor: Kantor, nama: str) -> None:
    usulkan(kantor)
    peramban = klien(kantor.orang[nama])
    assert peramban.post(kantor.alamat("nilai/usulan/"), {}).status_code == 403
    assert peramban.post(kantor.alamat("nilai/usulan/tarik/"), {"alasan": "x"}).status_code == 403
    assert urai(peramban.get(kantor.alamat("nilai/syarat/"))).select_one("#usulan form") is None
    assert Usulan.objects.get().ditarik_pada is None


def test_withdrawing_what_was_never_proposed_is_404(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna
) -> None:
    assert klien(kepala).post(kantor.alamat("nilai/usulan/tarik/"), {"alasan": "x"}).status_code == 404
