"""Two at once with the same bytes: the storages below let another upload slip in at the worst moment."""

import hashlib
from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from storages.backends.s3 import S3Storage

from bukti_fisik.domain.bukti import unggah_bukti
from bukti_fisik.models import Berkas, Bukti
from tests.berkas_contoh import pdf
from tests.pabrik import Kantor
from tests.rak import di_rak
from zona.inti.errors import DomainError
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak

SHA = hashlib.sha256(pdf()).hexdigest()
KUNCI = f"UJI/{SHA[:2]}/{SHA}.pdf"


class Sibuk:
    """Once, something else happens before or after a file is written."""

    sebelum: ClassVar[list[Callable[[], Any]]] = []
    sesudah: ClassVar[list[Callable[[], Any]]] = []

    def _save(self, name: str, content: Any) -> str:
        if self.sebelum:
            self.sebelum.pop()()
        hasil: str = super()._save(name, content)  # type: ignore[misc]  # of the shelf it is mixed into
        if self.sesudah:
            self.sesudah.pop()()
        return hasil


class CakramSibuk(Sibuk, FileSystemStorage):
    pass


class S3Sibuk(Sibuk, S3Storage):
    pass


@pytest.fixture
def rak(settings: Any) -> type[Sibuk]:
    asli = settings.STORAGES["default"]
    kelas = S3Sibuk if asli["BACKEND"].endswith("S3Storage") else CakramSibuk
    settings.STORAGES = {**settings.STORAGES, "default": {**asli, "BACKEND": f"{__name__}.{kelas.__name__}"}}
    Sibuk.sebelum.clear()
    Sibuk.sesudah.clear()
    return kelas


def unggah(kantor: Kantor, oleh: Pengguna, syarat: str) -> Bukti:
    return unggah_bukti(
        syarat=kantor.syarat["I", syarat], pelaksanaan=None, nama="a.pdf", isi=ContentFile(pdf()), oleh=oleh
    )


def test_orang_lain_menulis_isi_yang_sama_lebih_dahulu(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, rak: type[Sibuk]
) -> None:
    rak.sebelum.append(lambda: unggah(kantor, ketua, "baris"))
    bukti = unggah(kantor, anggota, "aksi")
    assert bukti.berkas == Berkas.objects.get()
    assert Bukti.objects.count() == 2
    assert di_rak() == {KUNCI: pdf()}


def test_berkas_dibuang_orang_lain_sebelum_barisnya_jadi(kantor: Kantor, anggota: Pengguna, rak: type[Sibuk]) -> None:
    rak.sesudah.append(lambda: default_storage.delete(KUNCI))
    unggah(kantor, anggota, "aksi")
    assert di_rak() == {KUNCI: pdf()}


def test_kegagalan_satu_orang_tidak_membuang_milik_yang_lain(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, rak: type[Sibuk]
) -> None:
    rak.sebelum.append(lambda: unggah(kantor, ketua, "aksi"))
    with pytest.raises(DomainError, match=r"sama persis dengan a\.pdf, versi 1"):
        unggah(kantor, anggota, "aksi")
    assert Bukti.objects.get().diunggah_oleh == ketua
    assert di_rak() == {KUNCI: pdf()}
