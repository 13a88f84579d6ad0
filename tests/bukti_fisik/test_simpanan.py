"""Two at once with the same bytes: the storages below let another upload slip in at the worst moment."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage

from bukti_fisik.domain.bukti import unggah_bukti
from bukti_fisik.models import Berkas, Bukti
from tests.berkas_contoh import pdf
from tests.pabrik import Kantor
from zona.inti.errors import DomainError
from zona.organisasi.models import Pengguna

SHA = hashlib.sha256(pdf()).hexdigest()
KUNCI = f"UJI/{SHA[:2]}/{SHA}.pdf"


class RakSibuk(FileSystemStorage):
    """Once, something else happens before or after a file is written."""

    sebelum: ClassVar[list[Callable[[], Any]]] = []
    sesudah: ClassVar[list[Callable[[], Any]]] = []

    def _save(self, name: str, content: Any) -> str:
        if self.sebelum:
            self.sebelum.pop()()
        hasil = super()._save(name, content)
        if self.sesudah:
            self.sesudah.pop()()
        return hasil


@pytest.fixture
def rak(settings: Any) -> type[RakSibuk]:
    rak = {"BACKEND": f"{__name__}.RakSibuk", "OPTIONS": settings.STORAGES["default"]["OPTIONS"]}
    settings.STORAGES = {**settings.STORAGES, "default": rak}
    RakSibuk.sebelum.clear()
    RakSibuk.sesudah.clear()
    return RakSibuk


def unggah(kantor: Kantor, oleh: Pengguna, syarat: str) -> Bukti:
    return unggah_bukti(
        syarat=kantor.syarat["I", syarat], pelaksanaan=None, nama="a.pdf", isi=ContentFile(pdf()), oleh=oleh
    )


def di_rak() -> dict[str, bytes]:
    akar = Path(default_storage.path(""))
    return {str(p.relative_to(akar)): p.read_bytes() for p in akar.rglob("*") if p.is_file()}


def test_orang_lain_menulis_isi_yang_sama_lebih_dahulu(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, rak: type[RakSibuk]
) -> None:
    rak.sebelum.append(lambda: unggah(kantor, ketua, "baris"))
    bukti = unggah(kantor, anggota, "aksi")
    assert bukti.berkas == Berkas.objects.get()
    assert Bukti.objects.count() == 2
    assert di_rak() == {KUNCI: pdf()}


def test_berkas_dibuang_orang_lain_sebelum_barisnya_jadi(
    kantor: Kantor, anggota: Pengguna, rak: type[RakSibuk]
) -> None:
    rak.sesudah.append(lambda: default_storage.delete(KUNCI))
    unggah(kantor, anggota, "aksi")
    assert di_rak() == {KUNCI: pdf()}


def test_kegagalan_satu_orang_tidak_membuang_milik_yang_lain(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, rak: type[RakSibuk]
) -> None:
    rak.sebelum.append(lambda: unggah(kantor, ketua, "aksi"))
    with pytest.raises(DomainError, match=r"sama persis dengan a\.pdf, versi 1"):
        unggah(kantor, anggota, "aksi")
    assert Bukti.objects.get().diunggah_oleh == ketua
    assert di_rak() == {KUNCI: pdf()}
