"""Who may bring a file back, and which of its rows are theirs."""

import pytest
from django.core.exceptions import PermissionDenied

from tests.pabrik import Kantor
from zona.impor.domain.simpan import DITAHAN, simpan_impor
from zona.impor.enums import JenisImpor
from zona.impor.isi import IsiRencana
from zona.impor.models import Impor
from zona.impor.perubahan import UBAH, Perubahan
from zona.impor.queries.hak import BUKAN_AKSI, BUKAN_PENGUNGKIT, boleh_impor, hak_impor
from zona.inti.models import Jejak
from zona.organisasi.enums import AREA


def perubahan(benda: str, area: str, induk: str = "") -> Perubahan:
    return Perubahan(f"{benda}-1-ubah", UBAH, benda, 1, area, f"{area}.1", "Baris", induk=induk)


@pytest.mark.parametrize(
    ("siapa", "area"),
    [("ketua", set(AREA)), ("koordinator-i", {"I"}), ("koordinator-vi", {"VI"}), ("anggota", set())],
)
def test_rows_are_those_one_may_edit(kantor: Kantor, siapa: str, area: set[str]) -> None:
    hak = hak_impor(kantor.orang[siapa], kantor.rencana)
    assert hak.area == area
    boleh = {kode for kode in AREA if not hak.halangan(perubahan("kerja", kode))}
    assert boleh == area


def test_member_records_states_of_own_actions_alone(kantor: Kantor) -> None:
    hak = hak_impor(kantor.orang["anggota"], kantor.rencana)
    a, b = (f"aksi-{kantor.aksi['I', huruf].pk}" for huruf in "ab")
    assert hak.halangan(perubahan("pelaksanaan", "I", a)) == ""
    assert hak.halangan(perubahan("pelaksanaan", "I", b)) == BUKAN_AKSI
    assert hak.halangan(perubahan("aksi", "I", a)) == BUKAN_PENGUNGKIT


@pytest.mark.parametrize("siapa", ["kepala", "penilai", "admin", "orang-luar"])
def test_readers_bring_nothing_back(kantor: Kantor, siapa: str) -> None:
    assert not boleh_impor(kantor.orang[siapa], kantor.rencana)
    with pytest.raises(PermissionDenied):
        hak_impor(kantor.orang[siapa], kantor.rencana)


def test_files_never_applied_are_forgotten_but_for_the_last(kantor: Kantor) -> None:
    def simpan(siapa: str) -> Impor:
        return simpan_impor(
            rencana=kantor.rencana, jenis=JenisImpor.BUKU, berkas=IsiRencana(()), oleh=kantor.orang[siapa]
        )

    semua = [simpan("ketua").pk for _ in range(DITAHAN + 2)]
    lain = simpan("koordinator-i").pk
    assert set(Impor.objects.values_list("pk", flat=True)) == {*semua[-DITAHAN:], lain}
    assert Jejak.objects.filter(tindakan="membaca berkas impor").count() == DITAHAN + 3
