"""Uploading in a real browser: a phone's photo, a line that breaks, a server killed in the middle, no JavaScript."""

import io
import os
import socket
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlencode

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, Route, expect
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject

from tests.e2e.conftest import Buka
from tests.e2e.peladen import Peladen, sha256
from tests.sabar import SABAR, tunggu

pytestmark = pytest.mark.e2e

POTONG = 512 * 1024
"""The first piece unggah-jalur.js sends; each next one is up to twice as large."""
MB = 1024 * 1024


def ke_aksi(halaman: Page, *, js: bool = True) -> Locator:
    """To an action through the matrix; its first upload form, once its script stands."""
    halaman.goto("/kbntb/2023/rencana/?q=membuat+media+sosialisasi")
    halaman.locator("td.aksi a").first.click()
    expect(halaman.get_by_role("heading", level=1)).to_contain_text("Membuat Media Sosialisasi")
    return halaman.locator("form.unggah.siap:visible" if js else "form.unggah:visible").first


def besar(tmp_path: Path, nama: str = "laporan.pdf", byte: int = 6 * MB) -> Path:
    """A PDF of a little more than that size: one page, and bytes that do not compress."""
    penulis, isi = PdfWriter(), DecodedStreamObject()
    penulis.add_blank_page(200, 200)
    isi.set_data(os.urandom(byte))
    penulis._add_object(isi)
    penulis.write(tmp_path / nama)
    return tmp_path / nama


def foto_telepon(tmp_path: Path) -> Path:
    """4000 × 3000 as a phone keeps it: lying, to be turned a quarter right, with the place. Its left half is red: once
    upright, the upper one."""
    gambar = Image.effect_noise((4000, 3000), 90).convert("RGB")
    gambar.paste((200, 30, 30), (0, 0, 2000, 3000))
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825).update({1: "S", 2: (8.0, 35.0, 0.0), 3: "E", 4: (116.0, 7.0, 0.0)})
    berkas = tmp_path / "IMG_0001.jpg"
    gambar.save(berkas, quality=95, exif=exif)
    return berkas


def test_phone_photo_arrives_smaller_upright_and_without_place(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    asal = foto_telepon(tmp_path)
    with Image.open(asal) as gambar:
        assert gambar.getexif().get_ifd(0x8825)
    halaman = buka(rapuh.alamat, "anggota-1", lebar=360, sentuh=True)
    halaman.set_viewport_size({"width": 360, "height": 740})
    form = ke_aksi(halaman)
    expect(form.get_by_text("Ambil foto")).to_be_visible()
    form.get_by_label("Ambil foto").set_input_files(asal)
    baris = form.get_by_role("listitem")
    expect(baris).to_contain_text("IMG_0001.jpg tersimpan sebagai versi 1 (diperkecil dari")
    tiba = rapuh.berkas("IMG_0001.jpg")
    with Image.open(tiba) as gambar:
        assert gambar.size == (1920, 2560)
        assert (dict(gambar.getexif()), gambar.info.get("exif")) == ({}, None)
        merah, hijau, _ = gambar.convert("RGB").getpixel((960, 400))  # type: ignore[misc]  # an RGB pixel
        assert (merah > 150, hijau < 80) == (True, True)
    assert tiba.stat().st_size < asal.stat().st_size / 2


def test_small_upright_photo_only_loses_its_notes(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    gambar, exif, polos, isi = Image.effect_noise((400, 300), 60), Image.Exif(), io.BytesIO(), tmp_path / "kecil.jpg"
    exif.get_ifd(0x8825).update({1: "S", 2: (8.0, 35.0, 0.0)})
    gambar.save(isi, quality=90, exif=exif)
    gambar.save(polos, "JPEG", quality=90)
    form = ke_aksi(buka(rapuh.alamat, "anggota-1"))
    form.get_by_label("Unggah berkas").set_input_files(isi)
    expect(form.get_by_role("listitem")).to_have_text("kecil.jpg tersimpan sebagai versi 1 (tanpa catatan lokasi).")
    assert rapuh.berkas("kecil.jpg").read_bytes() == polos.getvalue()


def test_broken_line_is_resumed_by_itself(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    """Every third piece is cut off: what had arrived is not sent again."""
    asal, dikirim, hitung = besar(tmp_path), [], [0]
    halaman = buka(rapuh.alamat, "koordinator-1", maklum="ERR_")
    form = ke_aksi(halaman)

    def potong(rute: Route) -> None:
        if rute.request.method != "PATCH":
            rute.continue_()
            return
        hitung[0] += 1
        if hitung[0] in (2, 3):
            rute.abort("connectionreset")
            return
        dikirim.append(int(rute.request.headers["upload-offset"]))
        rute.continue_()

    halaman.route("**/unggahan/**", potong)
    form.get_by_label("Unggah berkas").set_input_files(asal)
    expect(form.get_by_role("listitem")).to_have_text("laporan.pdf tersimpan sebagai versi 1.")
    assert dikirim[:2] == [0, POTONG]
    assert dikirim == sorted(set(dikirim))
    assert sha256(rapuh.berkas("laporan.pdf")) == sha256(asal)


def test_server_killed_in_the_middle(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    """kill -9 between two pieces; the browser waits, goes on where it was, and nothing is left over."""
    asal, dikirim = besar(tmp_path), []
    halaman = buka(rapuh.alamat, "koordinator-1", maklum="ERR_")
    form = ke_aksi(halaman)

    def bunuh_sekali(rute: Route) -> None:
        if rute.request.method != "PATCH":
            rute.continue_()
            return
        dikirim.append(int(rute.request.headers["upload-offset"]))
        if len(dikirim) == 3:
            rapuh.bunuh()
            rute.abort("connectionreset")
            return
        rute.continue_()

    halaman.route("**/unggahan/**", bunuh_sekali)
    form.get_by_label("Unggah berkas").set_input_files(asal)
    expect(form.get_by_role("listitem")).to_contain_text("Menunggu jaringan")
    sudah = rapuh.diterima
    assert (len(dikirim), dikirim[2]) == (3, sudah)
    rapuh.nyala()
    expect(form.get_by_role("listitem")).to_have_text("laporan.pdf tersimpan sebagai versi 1.")
    assert dikirim[3:][0] == sudah
    assert sha256(rapuh.berkas("laporan.pdf")) == sha256(asal)
    assert list((rapuh.data / "unggahan").iterdir()) == []
    assert rapuh.di_rak() == rapuh.di_catatan()
    assert (rapuh.periksa()["baik"], rapuh.periksa()["yatim_baru"]) == (True, 0)


def test_server_killed_while_a_piece_arrives(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    """Half a piece is on the disk, not one byte of it in the row: the row holds, and the whole is right in the end."""
    isi = besar(tmp_path, "belah.pdf", 3 * MB).read_bytes()
    halaman = buka(rapuh.alamat, "koordinator-1")
    form = ke_aksi(halaman)
    kepala = {
        "Cookie": "; ".join(f"{k['name']}={k['value']}" for k in halaman.context.cookies()),  # type: ignore[typeddict-item]  # both are always there
        "X-CSRFToken": form.locator("[name=csrfmiddlewaretoken]").get_attribute("value") or "",
        "HX-Request": "true",
    }
    badan = urlencode({"nama": "belah.pdf", "ukuran": len(isi)})
    formulir = kepala | {"Content-Type": "application/x-www-form-urlencoded"}
    tempat = minta(rapuh, "POST", form.get_attribute("data-mulai"), formulir, badan.encode()).headers["Location"]
    potongan = kepala | {"Content-Type": "application/offset+octet-stream"}
    minta(rapuh, "PATCH", tempat, potongan | {"Upload-Offset": "0"}, isi[:MB])

    with socket.create_connection(("127.0.0.1", rapuh.soket.getsockname()[1])) as jalur:
        baris = potongan | {"Host": "127.0.0.1", "Upload-Offset": str(MB), "Content-Length": str(2 * MB)}
        jalur.sendall(
            "\r\n".join([f"PATCH {tempat} HTTP/1.1", *(f"{k}: {v}" for k, v in baris.items()), "", ""]).encode()
        )
        jalur.sendall(isi[MB : 2 * MB])
        (separuh,) = (rapuh.data / "unggahan").iterdir()
        tunggu(lambda: separuh.stat().st_size > MB, "potongan kedua tertulis separuh")
        rapuh.bunuh()
    assert rapuh.diterima == MB
    rapuh.nyala()
    assert minta(rapuh, "HEAD", tempat, kepala).headers["Upload-Offset"] == str(MB)
    minta(rapuh, "PATCH", tempat, potongan | {"Upload-Offset": str(MB)}, isi[MB:])
    badan = urlencode({"unggahan": tempat.split("/")[-2]})
    minta(rapuh, "POST", form.get_attribute("data-selesai"), formulir, badan.encode())
    assert rapuh.berkas("belah.pdf").read_bytes() == isi
    assert list((rapuh.data / "unggahan").iterdir()) == []
    assert rapuh.di_rak() == rapuh.di_catatan()
    assert (rapuh.periksa()["baik"], rapuh.periksa()["yatim_baru"]) == (True, 0)


def minta(
    peladen: Peladen, cara: str, jalur: str | None, kepala: dict[str, str], badan: bytes | None = None
) -> HTTPResponse:
    """One request, answered well."""
    sambungan = HTTPConnection("127.0.0.1", peladen.soket.getsockname()[1], timeout=SABAR)
    sambungan.request(cara, jalur or "", badan, kepala)
    jawaban = sambungan.getresponse()
    jawaban.read()
    sambungan.close()
    assert jawaban.status < 300, (cara, jalur, jawaban.status)
    return jawaban


def test_resumed_after_a_reload_when_picked_again(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    asal, dikirim = besar(tmp_path), []
    halaman = buka(rapuh.alamat, "koordinator-1", maklum="ERR_")
    form = ke_aksi(halaman)
    tutup = [True]

    def dua_saja(rute: Route) -> None:
        if rute.request.method != "PATCH":
            rute.continue_()
            return
        dikirim.append(int(rute.request.headers["upload-offset"]))
        if tutup[0] and len(dikirim) > 2:
            rute.abort("internetdisconnected")
        else:
            rute.continue_()

    halaman.route("**/unggahan/**", dua_saja)
    form.get_by_label("Unggah berkas").set_input_files(asal)
    expect(form.get_by_role("listitem")).to_contain_text("Menunggu jaringan")
    halaman.on("dialog", lambda dialog: dialog.accept())  # "leave the page?"
    halaman.reload()
    expect(form.get_by_role("listitem")).to_contain_text(
        "laporan.pdf belum selesai: 1,5 MB dari 6,0 MB sudah terkirim."
    )
    tutup[0] = False
    dikirim.clear()
    form.get_by_label("Unggah berkas").set_input_files(asal)
    expect(form.get_by_role("listitem")).to_have_text("laporan.pdf tersimpan sebagai versi 1.")
    assert dikirim[0] == 3 * POTONG
    assert sha256(rapuh.berkas("laporan.pdf")) == sha256(asal)


def test_cancelled_leaves_nothing(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    halaman = buka(rapuh.alamat, "koordinator-1", maklum="ERR_")
    form = ke_aksi(halaman)
    halaman.route("**/unggahan/**", lambda r: r.abort() if r.request.method == "PATCH" else r.continue_())
    form.get_by_label("Unggah berkas").set_input_files([besar(tmp_path), besar(tmp_path, "lagi.pdf", 2 * MB)])
    expect(halaman.get_by_text("Mengunggah: 0 dari 2 berkas selesai")).to_be_visible()
    with halaman.expect_response(lambda r: r.request.method == "DELETE"):
        halaman.get_by_role("button", name="Batalkan semua").click()
    expect(form.get_by_role("listitem")).to_have_count(0)
    expect(halaman.get_by_text("Mengunggah:")).to_be_hidden()
    assert rapuh.isi("SELECT count(*) FROM bukti_fisik_unggahan") == [(0,)]


def test_cancelled_while_it_begins_leaves_nothing(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    """The answer that names what was begun is waited for, so that it can be taken back."""
    halaman = buka(rapuh.alamat, "koordinator-1", maklum="ERR_")
    form = ke_aksi(halaman)
    tertahan: list[Route] = []
    halaman.route("**/mulai/", lambda rute: tertahan.append(rute))
    with halaman.expect_request("**/mulai/"):
        form.get_by_label("Unggah berkas").set_input_files([besar(tmp_path), besar(tmp_path, "lagi.pdf")])
    halaman.get_by_role("button", name="Batalkan semua").click()
    with halaman.expect_response(lambda r: r.request.method == "DELETE"):
        tertahan[0].continue_()
    expect(form.get_by_role("listitem")).to_have_count(0)
    assert rapuh.isi("SELECT count(*) FROM bukti_fisik_unggahan") == [(0,)]


def test_too_large_is_refused_before_a_byte_is_sent(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    """At its own file; the other goes on."""
    luar_batas = tmp_path / "besar.pdf"
    luar_batas.write_bytes(b"x" * (25 * MB + 1))
    form = ke_aksi(buka(rapuh.alamat, "koordinator-1"))
    form.get_by_label("Unggah berkas").set_input_files([luar_batas, besar(tmp_path, "sah.pdf", MB)])
    baris = form.get_by_role("listitem")
    expect(baris.nth(0)).to_contain_text("besar.pdf ditolak. Berkas ini lebih besar daripada 25 MB. Perkecil dahulu.")
    expect(baris.nth(1)).to_have_text("sah.pdf tersimpan sebagai versi 1.")


def test_without_javascript(buka: Buka, rapuh: Peladen, tmp_path: Path) -> None:
    asal = besar(tmp_path, "polos.pdf", 2 * MB)
    halaman = buka(rapuh.alamat, "anggota-1", lebar=360, js=False)
    form = ke_aksi(halaman, js=False)
    form.get_by_label("Unggah berkas").set_input_files(asal)
    form.get_by_role("button", name="Unggah", exact=True).click()
    expect(halaman.get_by_role("status")).to_have_text("polos.pdf tersimpan sebagai versi 1.")
    assert sha256(rapuh.berkas("polos.pdf")) == sha256(asal)
