"""The nightly check: what is gone, changed, without an owner; and links that lead nowhere."""

import json
import os
import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.utils import timezone

from bukti_fisik.domain.bukti import catat_tautan, tarik_bukti, unggah_bukti
from bukti_fisik.domain.periksa_tautan import kunjungi
from bukti_fisik.enums import KeadaanBerkas
from bukti_fisik.models import Berkas, Bukti, KeadaanTautan
from tests.berkas_contoh import pdf
from tests.contoh import Contoh
from tests.pabrik import Kantor
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak


@pytest.fixture
def bukti(kantor: Kantor, anggota: Pengguna) -> Bukti:
    isi = ContentFile(pdf())
    return unggah_bukti(syarat=kantor.syarat["I", "aksi"], pelaksanaan=None, nama="a.pdf", isi=isi, oleh=anggota)


def periksa(*pilihan: str) -> tuple[int, dict[str, Any]]:
    keluar = StringIO()
    try:
        call_command("periksa_berkas", "--json", *pilihan, stdout=keluar)
    except CommandError as galat:
        return galat.returncode, json.loads(keluar.getvalue())
    return 0, json.loads(keluar.getvalue())


BAIK = {
    "baik": True, "diperiksa": 1, "hilang": [], "berubah": [], "tak_terbaca": [], "terinfeksi": [], "karantina": 0,
    "yatim": [], "yatim_baru": 0, "yatim_dibuang": 0, "unggahan_dibuang": 0, "kiriman_ditutup": 0,
    "terpakai": {"UJI": {"berkas": 1, "byte": len(pdf())}},
}  # fmt: skip


def ganti(kunci: str, isi: bytes) -> None:
    default_storage.delete(kunci)
    assert default_storage.save(kunci, ContentFile(isi)) == kunci


def test_all_is_well(bukti: Bukti) -> None:
    assert periksa() == (0, BAIK)
    berkas = Berkas.objects.get()
    assert (berkas.keadaan, berkas.diperiksa_pada is not None) == (KeadaanBerkas.UTUH, True)
    assert not Jejak.objects.filter(tindakan="memeriksa berkas").exists()
    keluar = StringIO()
    call_command("periksa_berkas", stdout=keluar)
    assert keluar.getvalue() == f"1 berkas diperiksa.\nSemua berkas ada dan utuh.\nUJI: 1 berkas, {len(pdf())} B.\n"


def test_gone_and_changed_are_named_and_forgiven_when_back(bukti: Bukti) -> None:
    kunci = Berkas.objects.get().kunci
    default_storage.delete(kunci)
    assert periksa() == (1, BAIK | {"baik": False, "hilang": [kunci]})
    assert Berkas.objects.get().keadaan == KeadaanBerkas.HILANG
    ganti(kunci, pdf()[:-1] + b" ")
    assert periksa() == (1, BAIK | {"baik": False, "berubah": [kunci]})
    ganti(kunci, pdf())
    assert periksa() == (0, BAIK)
    jejak = Jejak.objects.filter(tindakan="memeriksa berkas").order_by("pk")
    assert [j.sesudah for j in jejak] == [{"keadaan": "hilang"}, {"keadaan": "berubah"}, {"keadaan": "utuh"}]


@pytest.mark.cakram
def test_what_the_disk_refuses_is_named_and_the_check_goes_on(bukti: Bukti, kantor: Kantor, anggota: Pengguna) -> None:
    """Here a folder lies where the file should."""
    kunci = Berkas.objects.get().kunci
    isi = ContentFile(pdf("kedua"))
    unggah_bukti(syarat=kantor.syarat["I", "baris"], pelaksanaan=None, nama="b.pdf", isi=isi, oleh=anggota)
    default_storage.delete(kunci)
    os.mkdir(default_storage.path(kunci))
    kode, hasil = periksa()
    assert (kode, hasil["diperiksa"], hasil["tak_terbaca"], hasil["hilang"]) == (1, 2, [kunci], [])
    assert Berkas.objects.get(kunci=kunci).keadaan == KeadaanBerkas.TAK_TERBACA


def test_a_file_without_a_row(bukti: Bukti) -> None:
    """Of the last hour it may be on its way; an older one is a fault until it is removed."""
    kunci = default_storage.save("UJI/zz/yatim.pdf", ContentFile(b"x"))
    assert periksa("--buang-yatim") == (0, BAIK | {"yatim_baru": 1})
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert periksa() == (1, BAIK | {"baik": False, "yatim": [kunci]})
        assert periksa("--satker", "lain")[1]["yatim"] == []
        assert periksa("--buang-yatim") == (0, BAIK | {"yatim_dibuang": 1})
    assert not default_storage.exists(kunci)


def test_the_demo_office_is_whole(contoh: Contoh) -> None:
    kode, hasil = periksa()
    assert (kode, hasil["baik"], hasil["diperiksa"]) == (0, True, Berkas.objects.count())
    assert hasil["terpakai"]["KBNTB"]["berkas"] == hasil["diperiksa"] > 50


def test_unknown_office(db: None) -> None:
    with pytest.raises(CommandError, match='"X" tidak ada'):
        call_command("periksa_berkas", "--satker", "X")


# --- links ---------------------------------------------------------------------------------------------


class Situs(BaseHTTPRequestHandler):
    JAWAB = {"/ada": 200, "/hilang": 404, "/dihapus": 410, "/masuk": 403, "/rusak": 500}

    def do_GET(self) -> None:
        pindah = {
            "/pindah": "/ada", "/putar": "/putar", "/dalam": "http://10.0.0.1/x", "/berkas": "file:///etc/passwd",
            "/google": "https://accounts.google.com/signin",
        }  # fmt: skip
        jalur = self.path.partition("?")[0]
        self.send_response(302 if jalur in pindah else self.JAWAB[jalur])
        if jalur in pindah:
            self.send_header("Location", pindah[jalur])
        self.end_headers()

    def log_message(self, *args: Any) -> None:
        pass


@pytest.fixture
def situs(settings: Any) -> Iterator[str]:
    """A site on this machine that links may lead to."""
    with HTTPServer(("127.0.0.1", 0), Situs) as peladen:
        utas = threading.Thread(target=peladen.serve_forever)
        utas.start()
        settings.ZONA_TAUTAN_DALAM = [f"127.0.0.1:{peladen.server_port}"]
        yield f"http://127.0.0.1:{peladen.server_port}"
        peladen.shutdown()
        utas.join()


@pytest.mark.cakram
@pytest.mark.parametrize(
    ("jalur", "jadi"),
    [
        ("/ada?x=1", (True, "dapat dibuka")),
        ("/pindah", (True, "dapat dibuka")),
        ("/hilang", (False, "tidak ditemukan")),
        ("/dihapus", (False, "sudah dihapus")),
        ("/masuk", (None, "perlu masuk untuk membukanya")),
        ("/google", (None, "perlu masuk untuk membukanya")),
        ("/rusak", (None, "situsnya menjawab 500")),
        ("/putar", (False, "terus dialihkan")),
        ("/dalam", (False, "bukan alamat internet umum")),
        ("/berkas", (False, "bukan alamat internet umum")),
    ],
)
def test_a_visit(situs: str, jalur: str, jadi: tuple[bool | None, str]) -> None:
    assert kunjungi(situs + jalur) == jadi


@pytest.mark.cakram
@pytest.mark.parametrize(
    "alamat",
    [
        "http://127.0.0.1/", "http://localhost:8000/", "http://[::1]/", "http://10.1.2.3/", "http://192.168.1.1/",
        "http://169.254.169.254/latest/meta-data/", "http://0.0.0.0/", "http://2130706433/", "http://[::ffff:127.0.0.1]/",
    ],
)  # fmt: skip
def test_never_inward(alamat: str) -> None:
    assert kunjungi(alamat) == (False, "bukan alamat internet umum")


def test_links_in_use_are_visited_once_and_kept(kantor: Kantor, anggota: Pengguna, situs: str, bukti: Bukti) -> None:
    def tautkan(syarat: str, alamat: str) -> Bukti:
        return catat_tautan(
            syarat=kantor.syarat["I", syarat], pelaksanaan=None, tautan=situs + alamat, judul="x", oleh=anggota
        )

    mati = tautkan("aksi", "/hilang")
    tautkan("baris", "/hilang")
    tautkan("baris", "/masuk")
    assert periksa("--tautan")[1]["tautan"] == {
        "dikunjungi": 2, "tidak_pasti": 1, "mati": [[f"{situs}/hilang", "tidak ditemukan"]],
    }  # fmt: skip
    assert set(KeadaanTautan.objects.values_list("alamat", "hidup")) == {
        (f"{situs}/hilang", False), (f"{situs}/masuk", None),
    }  # fmt: skip
    assert Jejak.objects.filter(tindakan="memeriksa tautan").count() == 2
    periksa("--tautan")
    assert Jejak.objects.filter(tindakan="memeriksa tautan").count() == 2
    tarik_bukti(bukti=mati, alasan="Mati.", oleh=anggota)
    assert periksa("--tautan")[1]["tautan"]["dikunjungi"] == 2
