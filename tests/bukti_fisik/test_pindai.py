"""Virus scan by ClamAV's daemon: off, clean, infected, down, hanging, nonsense."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from bukti_fisik.domain.bukti import unggah_bukti
from bukti_fisik.domain.periksa import periksa_rak
from bukti_fisik.enums import DITAHAN, Pindai
from bukti_fisik.models import Berkas, Bukti
from bukti_fisik.queries.tempat import kabar_tersimpan
from tests.bantuan import Klien, teks, urai
from tests.berkas_contoh import pdf
from tests.inti.clamd import VIRUS, clamd
from tests.pabrik import Kantor
from zona.inti.berkas import clamav
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak

BERVIRUS = pdf() + VIRUS


@pytest.fixture
def soket(settings: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Short: a socket's path has at most 107 bytes."""
    jalur = tmp_path_factory.mktemp("c") / "s"
    settings.CLAMAV_SOCKET = str(jalur)
    return jalur


@pytest.fixture
def unggah(kantor: Kantor, anggota: Pengguna) -> Callable[..., Bukti]:
    def unggah(isi: bytes = pdf()) -> Bukti:
        syarat = kantor.syarat["I", "aksi"]
        return unggah_bukti(syarat=syarat, pelaksanaan=None, nama="a.pdf", isi=ContentFile(isi), oleh=anggota)

    return unggah


def buka(klien: Callable[..., Klien], kantor: Kantor, bukti: Bukti) -> int:
    tanggapan = klien(kantor.orang["ketua"]).get(kantor.alamat(f"bukti/{bukti.pk}/berkas/"))
    tanggapan.close()
    return tanggapan.status_code


def halaman_aksi(kantor: Kantor) -> str:
    return kantor.alamat(f"rencana/aksi/{kantor.syarat['I', 'aksi'].aksi_id}/")


def test_off_is_said_so(unggah: Callable[..., Bukti]) -> None:
    assert (clamav.menyala(), unggah(BERVIRUS).berkas.pindai) == (False, Pindai.TIDAK)  # type: ignore[union-attr]


def test_clean(soket: Path, unggah: Callable[..., Bukti]) -> None:
    with clamd(soket) as diterima:
        assert unggah().berkas.pindai == Pindai.BERSIH  # type: ignore[union-attr]
        assert clamav.hidup()
    assert diterima == [len(pdf())]


def test_infected_is_refused_and_not_kept(soket: Path, unggah: Callable[..., Bukti]) -> None:
    with clamd(soket), pytest.raises(DomainError) as galat:
        unggah(BERVIRUS)
    assert galat.value.pesan == "Berkas ini mengandung virus (Eicar-Test-Signature) sehingga tidak disimpan."
    assert (Berkas.objects.count(), Bukti.objects.count(), default_storage.exists("UJI")) == (0, 0, False)


def test_down_waits_in_quarantine_until_the_nightly_check(
    soket: Path, kantor: Kantor, klien: Callable[..., Klien], unggah: Callable[..., Bukti]
) -> None:
    bukti = unggah()
    assert (clamav.hidup(), bukti.berkas.pindai, buka(klien, kantor, bukti)) == (False, Pindai.KARANTINA, 403)  # type: ignore[union-attr]
    assert kabar_tersimpan(bukti) == f"a.pdf tersimpan sebagai versi 1. {DITAHAN[Pindai.KARANTINA]}"
    daftar = urai(klien(kantor.orang["ketua"]).get(halaman_aksi(kantor))).select_one(".daftar-bukti")
    assert teks(daftar.select_one(".bukti-alasan")) == DITAHAN[Pindai.KARANTINA]
    assert [a["href"] for a in daftar.select("a")] == [kantor.alamat(f"bukti/{bukti.pk}/")]
    assert periksa_rak(kini=timezone.now()).karantina == 1
    with clamd(soket):
        assert periksa_rak(kini=timezone.now()).baik
    assert (Berkas.objects.get().pindai, buka(klien, kantor, bukti)) == (Pindai.BERSIH, 200)
    jejak = Jejak.objects.filter(tindakan="memeriksa berkas").get()
    assert (jejak.sebelum, jejak.sesudah) == ({"pindai": "karantina"}, {"pindai": "bersih"})


def test_found_later_is_held_back_for_good(
    settings: Any, soket: Path, kantor: Kantor, klien: Callable[..., Klien], unggah: Callable[..., Bukti]
) -> None:
    settings.CLAMAV_SOCKET = ""
    bukti = unggah(BERVIRUS)
    assert buka(klien, kantor, bukti) == 200
    settings.CLAMAV_SOCKET = str(soket)
    with clamd(soket):
        hasil = periksa_rak(kini=timezone.now())
    assert (hasil.baik, hasil.terinfeksi) == (False, [Berkas.objects.get().kunci])
    assert buka(klien, kantor, bukti) == 403


@pytest.mark.parametrize("jawaban", [b"INSTREAM size limit exceeded. ERROR\0", b"\xff\0", b"stream: OK FOUNDATION\0"])
def test_nonsense_is_no_clean_bill(soket: Path, unggah: Callable[..., Bukti], jawaban: bytes) -> None:
    with clamd(soket, jawaban=jawaban):
        assert unggah().berkas.pindai == Pindai.KARANTINA  # type: ignore[union-attr]
        assert not clamav.hidup()


def test_a_daemon_that_hangs_is_down(
    soket: Path, unggah: Callable[..., Bukti], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clamav, "BATAS_WAKTU", 0.3)
    with clamd(soket, diam=True):
        assert unggah().berkas.pindai == Pindai.KARANTINA  # type: ignore[union-attr]


def test_the_same_bytes_sent_again_leave_quarantine(soket: Path, kantor: Kantor, unggah: Callable[..., Bukti]) -> None:
    unggah()
    with clamd(soket):
        unggah_bukti(
            syarat=kantor.syarat["I", "baris"], pelaksanaan=None, nama="b.pdf", isi=ContentFile(pdf()),
            oleh=kantor.orang["anggota"],
        )  # fmt: skip
    assert Berkas.objects.get().pindai == Pindai.BERSIH
