"""The kepala signs with a PKCS#11 token of the server: the key in it signs, and what is missing is told."""

from collections.abc import Callable, Iterator
from typing import Any

import pkcs11
import pytest
from pytest_django import Settings

from rencana_aksi.models import VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from tests.pengesahan.pki import Orang
from tests.pengesahan.token import KEPALA, PIN, PUSTAKA, TANPA_KUNCI, TOKEN, isi_token, siapkan_token
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.periksa import periksa
from zona.pengesahan.queries.dokumen import baca_isi

Buka = Callable[..., Klien]
TANDA = "dokumen/versi/1/pengesahan/tanda-tangan/"


@pytest.fixture(scope="module")
def token(orang_kepala: Orang, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as lingkungan:
        lingkungan.setenv("SOFTHSM2_CONF", siapkan_token(tmp_path_factory.mktemp("softhsm")))
        isi_token(orang_kepala)
        yield
        pkcs11.unload(PUSTAKA)


@pytest.fixture
def terpasang(token: None, settings: Settings) -> Settings:
    settings.ZONA_PKCS11_PUSTAKA = PUSTAKA
    settings.ZONA_PKCS11_TOKEN = TOKEN
    settings.ZONA_PKCS11_SERTIFIKAT = KEPALA
    return settings


def kirim(k: Klien, kantor: Kantor, pin: str = PIN) -> Any:
    return k.post(kantor.alamat(TANDA), {"dengan": "token", "sandi": pin, "alasan": "Menetapkan"})


def test_key_in_the_token_signs(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, terpasang: Settings
) -> None:
    assert kirim(klien(kepala), kantor).status_code == 302
    sah = DokumenSah.objects.get()
    assert periksa(baca_isi(sah.berkas), baca_isi(sah.siap.berkas)).alasan == ()
    assert (sah.tingkat, sah.nama, sah.cara) == ("B-B", "KEPALA, S.S., M.Hum.", "pades")
    assert Jejak.objects.get(tindakan="menandatangani dokumen").sesudah["faktor_kedua"] == "token dan PIN-nya"
    assert kirim(klien(kepala), kantor, "00000000").status_code == 422  # the PIN before it opens nothing


@pytest.mark.parametrize(
    ("atur", "pin", "pesan"),
    [
        ({}, "11111111", "PIN token tidak cocok."),
        ({}, "1", "PIN token tidak cocok."),
        ({}, "", "Tulis PIN token."),
        ({"ZONA_PKCS11_TOKEN": "Kantor Lain"}, PIN, "Token tidak ditemukan; pasang token di peladen, lalu coba lagi."),
        ({"ZONA_PKCS11_PUSTAKA": "/tidak/ada.so"}, PIN, "Pustaka token “/tidak/ada.so” tidak dapat dibuka di peladen."),
        ({"ZONA_PKCS11_SERTIFIKAT": "tiada"}, PIN, "Token tidak memuat sertifikat dan kunci berlabel “tiada”."),
        (
            {"ZONA_PKCS11_SERTIFIKAT": TANPA_KUNCI},
            PIN,
            "Token tidak memuat sertifikat dan kunci berlabel “tanpa-kunci”.",
        ),
    ],
)
def test_what_the_token_lacks_is_told_and_nothing_is_written(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, terpasang: Settings, atur: dict[str, str],
    pin: str, pesan: str,
) -> None:  # fmt: skip
    for nama, nilai in atur.items():
        setattr(terpasang, nama, nilai)
    tanggapan = kirim(klien(kepala), kantor, pin)
    assert tanggapan.status_code == 422
    assert pesan in teks(urai(tanggapan).select_one("#di-sini"))
    assert (DokumenSah.objects.count(), NaskahSiap.objects.count()) == (0, 0)
