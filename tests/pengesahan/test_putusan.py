"""What somebody else than the head brings waits for the head, and what is not trusted never counts: at every place."""

import ast
from collections.abc import Callable
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Value
from django.db.models.functions import Concat
from pytest_django import Settings

from bukti_fisik.domain.simpan import simpan_berkas
from rencana_aksi.models import VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.berkas_contoh import pdf
from tests.hukum import berkas as berkas_py
from tests.hukum import modul
from tests.pabrik import Kantor
from tests.pengesahan.conftest import unggahan
from tests.pengesahan.pki import SANDI, Orang, Rantai
from tests.pengesahan.serangan import BENAR, Alat
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.kabar.models import SuratRencana
from zona.organisasi.models import Pengguna
from zona.pengesahan.domain.putusan import putuskan_tanda
from zona.pengesahan.domain.siapkan import siapkan_naskah
from zona.pengesahan.domain.tanda_tangan import tanda_tangani
from zona.pengesahan.enums import Kalimat
from zona.pengesahan.models import BERLAKU, DokumenSah, NaskahSiap, PutusanKepala
from zona.pengesahan.queries.dokumen import baca_isi

Buka = Callable[..., Klien]
HALAMAN = "dokumen/versi/1/pengesahan/"
BELUM = "Rencana kerja yang ditetapkan belum ditandatangani"


@pytest.fixture
def siap(kantor: Kantor, versi: VersiRencana) -> NaskahSiap:
    return siapkan_naskah(versi=versi, kalimat=Kalimat.ELEKTRONIK, oleh=kantor.orang["ketua"])


@pytest.fixture
def percaya(rantai: Rantai, settings: Settings, tmp_path: Path) -> None:
    folder = tmp_path / "akar"
    folder.mkdir()
    (folder / "akar.pem").write_bytes(rantai.akar.pem)
    settings.ZONA_SERTIFIKAT_TEPERCAYA = folder


def kirim(k: Klien, kantor: Kantor, siap: NaskahSiap, isi: bytes, **data: Any) -> Any:
    alamat = kantor.alamat(f"{HALAMAN}{siap.kode}/")
    return k.post(alamat, {"bentuk": "elektronik", "berkas": unggahan(isi, "balik.pdf"), **data})


def putus(k: Klien, kantor: Kantor, sah: DokumenSah, putusan: str = "benar") -> int:
    alamat = kantor.alamat(f"{HALAMAN}{sah.siap.kode}/putusan/")
    return int(k.post(alamat, {"sidik": sah.sha256, "putusan": putusan}).status_code)


def di_mana_mana(klien: Buka, kantor: Kantor, kode: str, siapa: Pengguna) -> dict[str, str]:
    """What is said first about signatures: on the pages, in the list of stages, to the public."""
    tempat = {"versi": HALAMAN, "dokumen": "dokumen/", "tahapan": "tahapan/"}
    kata = {nama: teks(klien(siapa).get(kantor.alamat(ekor))) for nama, ekor in tempat.items()}
    umum = urai(klien().get(f"/verifikasi/{kode}/"))
    return {**kata, "umum": teks(umum), "kepala": teks(umum.select_one("#kedudukan"))}


def test_untrusted_upload_is_kept_as_such_and_counts_nowhere(
    klien: Buka, kantor: Kantor, siap: NaskahSiap, kepala: Pengguna, ketua: Pengguna, rantai: Rantai,
    orang_kepala: Orang,
) -> None:  # fmt: skip
    """No roots are configured. Not even the head's own upload or confirmation makes it count."""
    isi = BENAR["di_tempatnya"](Alat(baca_isi(siap.berkas), rantai, orang_kepala))
    assert kirim(klien(kepala), kantor, siap, isi).status_code == 302
    sah = DokumenSah.objects.get()
    assert (sah.tepercaya, sah.keadaan, PutusanKepala.objects.count()) == (False, "belum-tepercaya", 0)
    for ulang in (False, True):
        kata = di_mana_mana(klien, kantor, siap.kode, ketua)
        assert kata["kepala"].startswith("Belum tepercaya")
        assert BELUM in kata["tahapan"]
        assert "Rencana kerja bertanda tangan" not in kata["tahapan"]
        assert "Versi ini belum ditandatangani" in kata["versi"]
        assert kata["versi"].index("Belum tepercaya") < kata["versi"].index("KEPALA, S.S., M.Hum.")
        assert "Belum tepercaya" in kata["dokumen"]
        assert "Ditandatangani oleh" not in kata["umum"] + kata["versi"]
        if not ulang:
            assert putus(klien(kepala), kantor, sah) == 302
    with pytest.raises(DomainError, match="belum tepercaya; konfirmasi tidak mengubahnya"):
        putuskan_tanda(sah=sah, diterima=True, oleh=kepala)
    jawab = klien().post(f"/verifikasi/{siap.kode}/", {"berkas": unggahan(isi, "a.pdf")})
    assert teks(urai(jawab).select_one("main [role=alert]")).startswith("Tidak dihitung sebagai tanda tangan.")


def test_untrusted_chain_is_refused_where_roots_are_configured(
    klien: Buka, kantor: Kantor, siap: NaskahSiap, kepala: Pengguna, orang_kepala: Orang, rantai: Rantai,
    settings: Settings, tmp_path: Path,
) -> None:  # fmt: skip
    folder = tmp_path / "akar"
    folder.mkdir()
    (folder / "lain.pem").write_bytes(rantai.terbitkan("Akar Lain").pem)
    settings.ZONA_SERTIFIKAT_TEPERCAYA = folder
    isi = BENAR["di_tempatnya"](Alat(baca_isi(siap.berkas), rantai, orang_kepala))
    tanggapan = kirim(klien(kepala), kantor, siap, isi)
    assert tanggapan.status_code == 422
    assert "tidak berakhir pada akar yang dipercaya" in teks(urai(tanggapan).select_one(".kolom.salah"))
    assert DokumenSah.objects.count() == 0


def test_what_another_brings_waits_and_displaces_nothing(
    klien: Buka, kantor: Kantor, sah: DokumenSah, kepala: Pengguna, ketua: Pengguna, rantai: Rantai,
    orang_kepala: Orang, percaya: None,
) -> None:  # fmt: skip
    siap = siapkan_naskah(versi=sah.siap.versi, kalimat=Kalimat.ELEKTRONIK, oleh=ketua)
    isi = BENAR["di_tempatnya"](Alat(baca_isi(siap.berkas), rantai, orang_kepala))
    assert kirim(klien(ketua), kantor, siap, isi).status_code == 302
    baru = DokumenSah.objects.latest("pk")
    assert (baru.tepercaya, baru.keadaan) == (True, "menunggu")
    kabar = "sebagai yang Anda tanda tangani; belum dihitung"
    assert [kabar in teks(klien(siapa).get(kantor.alamat())) for siapa in (kepala, ketua)] == [True, False]
    assert di_mana_mana(klien, kantor, siap.kode, ketua)["kepala"].startswith("Menunggu konfirmasi kepala")
    lama = di_mana_mana(klien, kantor, sah.siap.kode, ketua)
    assert lama["kepala"].startswith("Ditandatangani KEPALA")
    assert "digantikan" not in lama["umum"]
    assert BELUM not in lama["tahapan"]
    assert putus(klien(ketua), kantor, baru) == 403
    assert putus(klien(kepala), kantor, baru) == 302
    assert di_mana_mana(klien, kantor, siap.kode, ketua)["kepala"].startswith("Ditandatangani KEPALA")
    assert "digantikan" in teks(klien().get(f"/verifikasi/{sah.siap.kode}/"))
    assert Jejak.objects.get(tindakan="mengonfirmasi tanda tangan").sesudah["akun"] == kepala.username
    with pytest.raises(DomainError, match="sudah diputus"):
        putuskan_tanda(sah=DokumenSah.objects.get(pk=baru.pk), diterima=False, oleh=kepala)


def test_blank_scan_vouched_for_by_the_chair_is_no_signature(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, ketua: Pengguna
) -> None:
    Pengguna.objects.update(posel=Concat("username", Value("@uji.go.id")))
    siap = siapkan_naskah(versi=versi, kalimat=Kalimat.BASAH, oleh=ketua)
    data = {"bentuk": "lembar", "tanggal": "2023-02-03", "menjamin": "on"}
    assert kirim(klien(ketua), kantor, siap, pdf("kosong"), **data).status_code == 302
    sah = DokumenSah.objects.get()
    kata = di_mana_mana(klien, kantor, siap.kode, ketua)
    assert (sah.keadaan, sah.nip, BELUM in kata["tahapan"]) == ("menunggu", "", True)
    assert "Ditandatangani oleh" not in kata["umum"] + kata["versi"]
    assert putus(klien(kepala), kantor, sah, "bukan") == 302
    surat = SuratRencana.objects.order_by("pk").values_list("alamat", "perihal")
    assert list(surat) == [
        ("kepala@uji.go.id", "Zona Integritas UJI: ada dokumen atas nama Anda yang menunggu konfirmasi"),
        ("ketua@uji.go.id", "Zona Integritas UJI: dokumen yang Anda unggah ditolak kepala"),
    ]
    kata = di_mana_mana(klien, kantor, siap.kode, ketua)
    assert kata["kepala"].startswith("Ditolak kepala")
    assert BELUM in kata["tahapan"]
    assert kirim(klien(kepala), kantor, siap, pdf("bertanda"), **data).status_code == 302
    sendiri = DokumenSah.objects.latest("pk")
    assert (sendiri.keadaan, sendiri.putusan.oleh) == ("sah", kepala)
    kata = di_mana_mana(klien, kantor, siap.kode, ketua)
    assert kata["kepala"].startswith("Pindaian yang dikonfirmasi Kepala")
    assert BELUM not in kata["tahapan"]


def test_electronic_signature_is_not_taken_on_paper_to_be_signed_in_ink(
    klien: Buka, kantor: Kantor, versi: VersiRencana, ketua: Pengguna
) -> None:
    siap = siapkan_naskah(versi=versi, kalimat=Kalimat.BASAH, oleh=ketua)
    tanggapan = kirim(klien(ketua), kantor, siap, baca_isi(siap.berkas))
    assert "untuk tanda tangan basah" in teks(urai(tanggapan).select_one(".kolom.salah"))


def test_only_who_it_names_may_confirm(kantor: Kantor, siap: NaskahSiap, kepala: Pengguna, ketua: Pengguna) -> None:
    sah = buat(kantor, siap, nama="Kepala Terdahulu", cara="unggah")
    with pytest.raises(DomainError, match="hanya Kepala Terdahulu"):
        putuskan_tanda(sah=sah, diterima=True, oleh=kepala)
    with pytest.raises(DomainError, match="Hanya kepala"):
        putuskan_tanda(sah=sah, diterima=True, oleh=ketua)


def test_document_waits_for_the_head_of_now(kantor: Kantor, siap: NaskahSiap, kepala: Pengguna, p12: bytes) -> None:
    """One made ready for another is not signed by who came after."""
    assert siap.untuk == "Kepala"
    Pengguna.objects.filter(pk=kepala.pk).update(nama="Kepala Baru")
    lain = siapkan_naskah(versi=siap.versi, kalimat=Kalimat.ELEKTRONIK, oleh=None)
    assert (lain.untuk, lain.kode == siap.kode) == ("Kepala Baru", False)
    kepala.refresh_from_db()
    with pytest.raises(DomainError, match="bukan nama lengkap Kepala Baru"):
        tanda_tangani(versi=siap.versi, isi=p12, sandi=SANDI, alasan="x", oleh=kepala)


# --- one rule ------------------------------------------------------------------------------------------


def buat(kantor: Kantor, siap: NaskahSiap, **isi: Any) -> DokumenSah:
    kepala = kantor.orang["kepala"]
    berkas = simpan_berkas(satker=kantor.satker, nama="a.pdf", isi=SimpleUploadedFile("a.pdf", pdf("a")), oleh=kepala)
    elektronik = bool(isi.get("subjek"))
    awal = {"nama": "Kepala", "penjamin": None if elektronik else kantor.orang["ketua"], "oleh": kantor.orang["ketua"]}
    return DokumenSah.objects.create(
        siap=siap, berkas=berkas, sha256=berkas.sha256, ditandatangani_pada=datetime(2023, 3, 1, tzinfo=UTC),
        **{**awal, **isi},
    )  # fmt: skip


def test_rows_and_queries_agree_on_what_counts(kantor: Kantor, siap: NaskahSiap) -> None:
    for cara, subjek, tepercaya, putusan in product(
        ("pades", "unggah", "cetak"), ("", "CN=Kepala"), (False, True), (None, False, True)
    ):
        if (cara == "pades" or tepercaya) and not subjek:
            continue
        sah = buat(kantor, siap, cara=cara, subjek=subjek, tepercaya=tepercaya)
        if putusan is not None:
            PutusanKepala.objects.create(sah=sah, diterima=putusan, oleh=kantor.orang["kepala"])
    berlaku = set(DokumenSah.objects.filter(BERLAKU).values_list("pk", flat=True))
    semua = list(DokumenSah.objects.select_related("putusan"))
    assert {d.pk for d in semua if d.sah} == berlaku
    assert {d.keadaan for d in semua} == {"sah", "menunggu", "ditolak", "belum-tepercaya"}
    assert len(semua) > len(berlaku) > 0


BOLEH = ("sah_rencana", "menunggu_kepala")


def test_other_rooms_ask_what_counts() -> None:
    """Nobody outside reads the rows of signatures, so that nobody can count one that does not."""
    salah = []
    for p in berkas_py("*.py"):
        if modul(p).startswith("zona.pengesahan"):
            continue
        for simpul in ast.walk(ast.parse(p.read_text())):
            nama = getattr(simpul, "value", None) if isinstance(simpul, ast.Attribute) else None
            if isinstance(nama, ast.Name) and nama.id == "DokumenSah":
                salah.append(modul(p))
            if isinstance(simpul, ast.ImportFrom) and simpul.module == "zona.pengesahan.queries.dokumen":
                salah += [
                    f"{modul(p)}.{a.name}" for a in simpul.names if a.name not in ("sah_rencana", "menunggu_kepala")
                ]
    assert salah == []
