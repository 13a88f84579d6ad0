"""The kepala signs in the application: what is kept, what is refused, and that nothing of the key stays."""

import json
import logging
from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core import serializers
from django.core.files.storage import default_storage
from pypdf import PdfReader
from pytest_django import Settings

from bukti_fisik.models import Berkas
from rencana_aksi.models import VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from tests.pengesahan.conftest import unggahan
from tests.pengesahan.pki import BSRE, SANDI, Rantai, buat_rantai, peladen_cap_waktu
from tests.sabar import SABAR
from tests.sah_pdf import cela
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna
from zona.pengesahan.domain.tanda_tangan import tanda_tangani
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.periksa import periksa
from zona.pengesahan.queries.dokumen import baca_isi

Buka = Callable[..., Klien]
ALAMAT = "dokumen/versi/1/pengesahan/"
TANDA = f"{ALAMAT}tanda-tangan/"


def kirim(k: Klien, kantor: Kantor, isi: bytes, sandi: str = SANDI) -> Any:
    data = {"sertifikat": unggahan(isi), "sandi": sandi, "alasan": "Menetapkan rencana"}
    return k.post(kantor.alamat(TANDA), data)


def test_head_signs_and_the_file_is_kept(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, p12: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG):
        tanggapan = kirim(klien(kepala), kantor, p12)
    assert (tanggapan.status_code, tanggapan["Location"]) == (302, kantor.alamat(ALAMAT))
    sah = DokumenSah.objects.get()
    isi, asal = baca_isi(sah.berkas), baca_isi(sah.siap.berkas)
    assert (sah.cara, sah.tingkat, sah.bercap_waktu, sah.nama, sah.nip, sah.alasan) == (
        "pades", "B-B", False, "KEPALA, S.S., M.Hum.", "", "Menetapkan rencana",
    )  # fmt: skip
    assert (sah.penerbit, sah.siap.kalimat, sah.oleh, sah.penjamin) == ("CN=CA Uji, O=Uji", "elektronik", kepala, None)
    assert (cela(asal), cela(isi)) == ([], [])  # still PDF/A-3a and PDF/UA-1
    putusan = periksa(isi, asal)
    assert (putusan.alasan, putusan.tepercaya, sah.keadaan, sah.tepercaya) == ((), False, "sah", False)
    jejak = Jejak.objects.get(tindakan="menandatangani dokumen")
    assert (jejak.sesudah["sha256"], jejak.alasan) == (sah.sha256, "Menetapkan rencana")
    assert (jejak.sesudah["akun"], jejak.sesudah["faktor_kedua"]) == (kepala.username, "kunci .p12 dan sandinya")
    saat = datetime.fromisoformat(jejak.sesudah["saat"])
    assert (saat, jejak.sesudah["tepercaya"]) == (sah.ditandatangani_pada, False)
    semua = [*Jejak.objects.all(), *DokumenSah.objects.all(), *NaskahSiap.objects.all(), *Berkas.objects.all()]
    assert SANDI not in serializers.serialize("json", semua) + json.dumps(caplog.messages)
    berkas = [p for p in Path(default_storage.path("")).rglob("*") if p.is_file()]
    assert [p for p in berkas if SANDI.encode() in p.read_bytes() or p12 in p.read_bytes()] == []
    assert len(berkas) == 2


def test_signed_document_is_still_archivable_and_tagged(sah: DokumenSah) -> None:
    isi = baca_isi(sah.berkas)
    pdf = PdfReader(BytesIO(isi))
    akar = pdf.trailer["/Root"]
    metadata = akar["/Metadata"].get_data()
    assert [kata in metadata for kata in (b"pdfaid:part", b'pdfuaid:part="1"')] == [True, True]
    medan = akar["/AcroForm"]["/Fields"][0].get_object()
    halaman = next(h for h in pdf.pages if "/Annots" in h and medan in [a.get_object() for a in h["/Annots"]])
    assert (medan["/FT"], medan["/TU"], medan["/F"] & 4, halaman["/Tabs"]) == ("/Sig", "Tanda tangan Kepala", 4, "/S")
    nomor = akar["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    formulir = nomor[list(nomor).index(medan["/StructParent"]) + 1].get_object()
    assert (formulir["/S"], formulir["/K"][0]["/Type"], formulir["/K"][0]["/Obj"]) == ("/Form", "/OBJR", medan)
    assert formulir in [k.get_object() for k in formulir["/P"]["/K"]]
    blok = medan["/AP"]["/N"].get_object()
    assert blok["/BBox"][2] > 200
    gambar = next(iter(blok["/Resources"]["/XObject"].values())).get_object()
    huruf = [f.get_object() for f in gambar["/Resources"]["/Font"].values()]
    assert all(
        "/FontFile2" in f["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        or "/FontFile3" in f["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        for f in huruf
    )
    kata = " ".join(" ".join(h.extract_text() for h in pdf.pages).split())
    assert f"/verifikasi/{sah.siap.kode[:4]}" in kata
    assert "BSrE" not in kata


def test_slow_drawing_is_told_and_signed_when_asked_again(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, p12: bytes, settings: Settings
) -> None:
    settings.ZONA_SABAR_DOKUMEN = 0
    ditolak = kirim(klien(kepala), kantor, p12)
    assert (ditolak.status_code, DokumenSah.objects.count(), NaskahSiap.objects.count()) == (422, 0, 0)
    assert "Dokumennya sedang dibuat dan belum ada yang ditandatangani." in teks(ditolak)
    settings.ZONA_SABAR_DOKUMEN = SABAR
    assert kirim(klien(kepala), kantor, p12).status_code == 302
    (digambar,) = (Path(settings.DATA) / "dokumen" / "UJI-2023" / "bertanda").glob("*.pdf")  # once
    assert baca_isi(DokumenSah.objects.get().siap.berkas).startswith(digambar.read_bytes())


def test_codes_follow_none_another(kantor: Kantor, versi: VersiRencana, p12: bytes, kepala: Pengguna) -> None:
    kode = []
    for _ in range(2):
        tanda_tangani(versi=versi, isi=p12, sandi=SANDI, alasan="Menetapkan", oleh=kepala)
        kode.append(NaskahSiap.objects.latest("id").kode)
    assert len(set(kode)) == 2
    assert [len(k.replace("-", "")) for k in kode] == [16, 16]


def test_bsre_is_named_by_its_root_never_by_its_words(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, settings: Settings, tmp_path: Path
) -> None:
    """An issuer that calls itself BSrE is nobody; trusted, it is some authority; with its root marked, it is BSrE."""
    bsre = buat_rantai(BSRE)
    folder = tmp_path / "akar"
    folder.mkdir()
    settings.ZONA_SERTIFIKAT_TEPERCAYA = folder
    tanda = "Balai Besar Sertifikasi Elektronik (BSrE)"

    def tandatangani() -> tuple[DokumenSah, str]:
        assert kirim(klien(kepala), kantor, bsre.p12(bsre.terbitkan("Kepala"))).status_code == 302
        sah = DokumenSah.objects.latest("pk")
        pdf = PdfReader(BytesIO(baca_isi(sah.berkas)))
        return sah, " ".join(" ".join(h.extract_text() for h in pdf.pages).split())

    sah, kata = tandatangani()
    assert (sah.tepercaya, sah.bsre, "BSrE" in kata) == (False, False, False)
    assert "BSrE" not in teks(klien().get(f"/verifikasi/{sah.siap.kode}/"))
    assert "BSrE" not in teks(urai(klien(kepala).get(kantor.alamat(ALAMAT))).select_one("#j-sah").parent)
    (folder / "akar.pem").write_bytes(bsre.akar.pem)
    sah, kata = tandatangani()
    assert (sah.tepercaya, sah.bsre, "BSrE" in kata) == (True, False, False)
    assert "BSrE" not in teks(klien().get(f"/verifikasi/{sah.siap.kode}/"))
    (folder / "bsre.sha256").write_text(f"{bsre.akar.sidik}  akar.pem\n")
    sah, kata = tandatangani()
    assert (sah.tepercaya, sah.bsre, tanda in kata) == (True, True, True)
    assert "OSD BSrE G1" in teks(klien().get(f"/verifikasi/{sah.siap.kode}/"))


def test_time_stamp_and_trusted_root(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, p12: bytes, rantai: Rantai, settings: Settings,
    tmp_path: Path,
) -> None:  # fmt: skip
    (tmp_path / "akar.pem").write_bytes(rantai.akar.pem)
    (tmp_path / "rusak.pem").write_bytes(b"bukan sertifikat")
    settings.ZONA_SERTIFIKAT_TEPERCAYA = tmp_path
    settings.TSA_URL = "http://127.0.0.1:9/"
    ditolak = kirim(klien(kepala), kantor, p12)
    assert (ditolak.status_code, DokumenSah.objects.count(), NaskahSiap.objects.count()) == (422, 0, 0)
    assert "Peladen cap waktu tidak menjawab" in teks(ditolak)
    with peladen_cap_waktu(rantai.terbitkan("TSA Uji", tsa=True)) as settings.TSA_URL:
        assert kirim(klien(kepala), kantor, p12).status_code == 302
    sah = DokumenSah.objects.get()
    tanda = periksa(baca_isi(sah.berkas), baca_isi(sah.siap.berkas)).tanda
    assert tanda is not None
    assert (sah.tingkat, sah.bercap_waktu, tanda.tepercaya, tanda.pada) == ("B-T", True, True, sah.ditandatangani_pada)
    assert sah.tepercaya


@pytest.mark.parametrize(
    ("buat", "sandi", "pesan"),
    [
        (lambda r: r.p12(r.terbitkan("Kepala")), "keliru-9182", "Sandi sertifikat tidak cocok"),
        (lambda r: b"bukan p12", SANDI, "bukan sertifikat PKCS#12"),
        (lambda r: r.p12(r.terbitkan("Kepala", mulai=-30, hari=10)), SANDI, "sudah habis berlaku"),
        (lambda r: r.p12(r.terbitkan("Kepala", mulai=5)), SANDI, "baru berlaku mulai"),
        (lambda r: r.p12(r.terbitkan("Kepala", guna=False)), SANDI, "tidak diterbitkan untuk menandatangani"),
        (lambda r: r.p12(r.terbitkan("Orang Lain")), SANDI, "atas nama Orang Lain, bukan Kepala"),
        (lambda r: r.tanpa_kunci(r.terbitkan("Kepala")), SANDI, "tanpa kunci privat"),
        (lambda r: b"0" * 200_000, SANDI, "terlalu besar"),
    ],
)
def test_refused_key_writes_nothing(
    klien: Buka,
    kantor: Kantor,
    versi: VersiRencana,
    kepala: Pengguna,
    rantai: Rantai,
    buat: Any,
    sandi: str,
    pesan: str,
) -> None:
    tanggapan = kirim(klien(kepala), kantor, buat(rantai), sandi)
    assert tanggapan.status_code == 422
    assert pesan in teks(urai(tanggapan).select_one("#di-sini .kolom.salah"))
    assert sandi not in tanggapan.content.decode()
    assert (DokumenSah.objects.count(), NaskahSiap.objects.count(), Berkas.objects.count()) == (0, 0, 0)
    assert not Jejak.objects.filter(tindakan="menandatangani dokumen").exists()


def test_only_the_head_signs(
    klien: Buka,
    kantor: Kantor,
    versi: VersiRencana,
    p12: bytes,
    orang_luar: Pengguna,
    ketua: Pengguna,
    penilai: Pengguna,
) -> None:
    status = [kirim(klien(siapa), kantor, p12).status_code for siapa in (ketua, penilai, orang_luar)]
    assert status == [403, 403, 404]
    assert klien(ketua).get(kantor.alamat(TANDA)).status_code == 405
    assert DokumenSah.objects.count() == 0
    halaman = [urai(klien(siapa).get(kantor.alamat(ALAMAT))) for siapa in (ketua, penilai)]
    assert [len(h.select("#di-sini")) + 10 * len(h.select("#di-luar")) for h in halaman] == [10, 0]


def test_form_wants_its_csrf_token(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, p12: bytes
) -> None:
    assert kirim(klien(kepala, enforce_csrf_checks=True), kantor, p12).status_code == 403
    assert DokumenSah.objects.count() == 0
