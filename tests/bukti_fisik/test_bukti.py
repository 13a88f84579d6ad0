"""The verbs of evidence: what they keep, what they refuse, and that nothing is left behind when they fail."""

import hashlib
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import IntegrityError, transaction

from bukti_fisik.domain.bukti import kembalikan_bukti, tarik_bukti, terima_bukti, unggah_bukti
from bukti_fisik.domain.simpanan import GAGAL
from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Berkas, Bukti
from tests.basis import tolak_baris_baru
from tests.berkas_contoh import gambar, pdf
from tests.pabrik import Kantor
from tests.rak import di_rak
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna, Satker

pytestmark = pytest.mark.dua_rak


def unggah(kantor: Kantor, oleh: Pengguna, isi: bytes | None = None, **lain: Any) -> Bukti:
    argumen = {"syarat": kantor.syarat["I", "aksi"], "pelaksanaan": None, "nama": "notula.pdf"} | lain
    return unggah_bukti(isi=ContentFile(pdf() if isi is None else isi), oleh=oleh, **argumen)


def pesan_tolak(kerja: Any, **argumen: Any) -> str:
    with pytest.raises(DomainError) as galat:
        kerja(**argumen)
    return galat.value.pesan


def test_unggah_menyimpan_berkas_dengan_nama_kita(kantor: Kantor, anggota: Pengguna) -> None:
    bukti = unggah(kantor, anggota, nama="../SK Tim\u202e.pdf", catatan=" lembar ke-2 ")
    sha = hashlib.sha256(pdf()).hexdigest()
    assert di_rak() == {f"UJI/{sha[:2]}/{sha}.pdf": pdf()}
    assert (bukti.nama, bukti.versi, bukti.status, bukti.catatan) == ("SK Tim.pdf", 1, "menunggu", "lembar ke-2")
    berkas = Berkas.objects.get()
    assert (berkas.kunci, berkas.sha256, berkas.ukuran) == (f"UJI/{sha[:2]}/{sha}.pdf", sha, len(pdf()))
    assert (berkas.jenis_mime, berkas.satker, berkas.diunggah_oleh) == ("application/pdf", kantor.satker, anggota)


def test_unggah_dicatat_dan_menaikkan_revisi(kantor: Kantor, anggota: Pengguna) -> None:
    sebelum = Satker.objects.get(kode="UJI").revisi
    bukti = unggah(kantor, anggota)
    jejak = Jejak.objects.get(objek="bukti_fisik.bukti", objek_id=bukti.pk)
    assert (jejak.tindakan, jejak.oleh_nama, jejak.satker_id) == ("mengunggah bukti", anggota.nama, kantor.satker.pk)
    assert jejak.sesudah["versi"] == 1
    assert Satker.objects.get(kode="UJI").revisi == sebelum + 1


def test_unggah_lagi_menjadi_versi_berikut(kantor: Kantor, anggota: Pengguna) -> None:
    assert [unggah(kantor, anggota, pdf(tanda)).versi for tanda in "abc"] == [1, 2, 3]
    assert len(di_rak()) == 3


def test_isi_sama_di_syarat_lain_disimpan_sekali(kantor: Kantor, anggota: Pengguna) -> None:
    satu = unggah(kantor, anggota)
    dua = unggah(kantor, anggota, syarat=kantor.syarat["I", "baris"], nama="laporan.pdf")
    assert satu.berkas == dua.berkas
    assert (dua.nama, dua.versi) == ("laporan.pdf", 1)
    assert len(di_rak()) == 1


def test_isi_sama_di_kantor_lain_disimpan_sendiri(kantor: Kantor, anggota: Pengguna) -> None:
    lain = kantor.syarat["I", "aksi"].__class__.objects.get(
        rencana_kerja__pengungkit__rencana__satker__kode="LAIN", urutan=1
    )
    assert unggah(kantor, anggota).berkas != unggah(kantor, anggota, syarat=lain).berkas
    assert sorted(nama.split("/")[0] for nama in di_rak()) == ["LAIN", "UJI"]


def test_isi_sama_di_tempat_sama_ditolak(kantor: Kantor, anggota: Pengguna, ketua: Pengguna) -> None:
    bukti = unggah(kantor, anggota)
    kembalikan_bukti(bukti=bukti, alasan="Belum bertanda tangan", oleh=ketua)
    with pytest.raises(DomainError) as galat:
        unggah(kantor, anggota, nama="lain.pdf")
    assert galat.value.pesan == "Isi berkas ini sama persis dengan notula.pdf, versi 1 di sini (dikembalikan)."
    assert Bukti.objects.count() == 1
    assert len(di_rak()) == 1


def test_isi_sama_boleh_lagi_sesudah_ditarik(kantor: Kantor, anggota: Pengguna) -> None:
    tarik_bukti(bukti=unggah(kantor, anggota), alasan="Salah tempat", oleh=anggota)
    assert unggah(kantor, anggota).versi == 2


def test_tiap_pelaksanaan_berversi_sendiri(kantor: Kantor, anggota: Pengguna) -> None:
    satu, dua, _ = kantor.pelaksanaan["I", "a"]
    tiap = kantor.syarat["I", "tiap"]
    bukti = [
        unggah(kantor, anggota, pdf(t), syarat=tiap, pelaksanaan=p) for t, p in (("a", satu), ("b", dua), ("c", dua))
    ]
    assert [(b.pelaksanaan, b.versi) for b in bukti] == [(satu, 1), (dua, 1), (dua, 2)]


def test_pelaksanaan_harus_cocok_dengan_syaratnya(kantor: Kantor, anggota: Pengguna) -> None:
    milik_a, milik_b = kantor.pelaksanaan["I", "a"][0], kantor.pelaksanaan["I", "b"][0]
    salah = {
        ("aksi", milik_a): "Bukti ini diminta sekali untuk seluruh aksi, bukan untuk satu pelaksanaan.",
        ("tiap", None): "Bukti ini diminta pada tiap pelaksanaan. Pilih pelaksanaannya.",
        ("tiap", milik_b): "Pelaksanaan itu bukan milik aksi yang meminta bukti ini.",
    }
    for (syarat, pelaksanaan), kalimat in salah.items():
        pesan = pesan_tolak(
            unggah_bukti,
            syarat=kantor.syarat["I", syarat],
            pelaksanaan=pelaksanaan,
            nama="a.pdf",
            isi=ContentFile(pdf()),
            oleh=anggota,
        )
        assert pesan == kalimat
    assert di_rak() == {}


def test_berkas_yang_ditolak_tidak_meninggalkan_apa_pun(kantor: Kantor, anggota: Pengguna) -> None:
    with pytest.raises(DomainError):
        unggah(kantor, anggota, b"MZ bukan pdf")
    assert (Berkas.objects.count(), Bukti.objects.count(), di_rak()) == (0, 0, {})


class RakRusak(FileSystemStorage):
    """A disk that fills up in the middle of the file."""

    def _save(self, name: str, content: Any) -> str:
        super()._save(name, ContentFile(content.read(100)))
        raise OSError(28, "No space left on device")


@pytest.mark.cakram
def test_penyimpanan_gagal_di_tengah_tidak_meninggalkan_apa_pun(
    kantor: Kantor, anggota: Pengguna, settings: Any
) -> None:
    lokasi = settings.STORAGES["default"]["OPTIONS"]
    rusak = {"BACKEND": "tests.bukti_fisik.test_bukti.RakRusak", "OPTIONS": lokasi}
    settings.STORAGES = {**settings.STORAGES, "default": rusak}
    with pytest.raises(DomainError) as galat:
        unggah(kantor, anggota)
    assert galat.value.pesan == GAGAL
    assert (Berkas.objects.count(), Bukti.objects.count(), di_rak()) == (0, 0, {})


@pytest.mark.parametrize("tabel", ["bukti_fisik_berkas", "bukti_fisik_bukti", "inti_jejak"])
def test_basis_data_gagal_tidak_meninggalkan_berkas(kantor: Kantor, anggota: Pengguna, tabel: str) -> None:
    tolak_baris_baru(tabel)  # whichever of the three rows fails
    with pytest.raises(IntegrityError, match="gagal"):
        unggah(kantor, anggota)
    assert (Berkas.objects.count(), Bukti.objects.count(), di_rak()) == (0, 0, {})


def test_basis_data_gagal_tidak_membuang_berkas_yang_terpakai(kantor: Kantor, anggota: Pengguna) -> None:
    unggah(kantor, anggota)
    tolak_baris_baru("inti_jejak")
    with pytest.raises(IntegrityError, match="gagal"):
        unggah(kantor, anggota, syarat=kantor.syarat["I", "baris"])
    assert list(di_rak().values()) == [pdf()]


@pytest.mark.parametrize("sisa", [pdf()[:50], pdf(), b""])
def test_sisa_unggahan_yang_terputus_diambil_alih(kantor: Kantor, anggota: Pengguna, sisa: bytes) -> None:
    sha = hashlib.sha256(pdf()).hexdigest()
    default_storage.save(f"UJI/{sha[:2]}/{sha}.pdf", ContentFile(sisa))
    unggah(kantor, anggota)
    assert di_rak() == {f"UJI/{sha[:2]}/{sha}.pdf": pdf()}


def test_berkas_yang_hilang_dari_rak_dipulihkan_unggahan_berikut(kantor: Kantor, anggota: Pengguna) -> None:
    bukti = unggah(kantor, anggota)
    assert bukti.berkas is not None
    default_storage.delete(bukti.berkas.kunci)
    unggah(kantor, anggota, syarat=kantor.syarat["I", "baris"])
    assert list(di_rak().values()) == [pdf()]


def test_terima(kantor: Kantor, anggota: Pengguna, ketua: Pengguna) -> None:
    bukti = unggah(kantor, anggota)
    terima_bukti(bukti=bukti, oleh=ketua)
    kini = Bukti.objects.get()
    assert (kini.status, kini.diverifikasi_oleh, kini.alasan) == (StatusBukti.DITERIMA, ketua, "")
    assert kini.diverifikasi_pada is not None
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert (jejak.tindakan, jejak.sebelum, jejak.sesudah) == (
        "menerima bukti",
        {"status": "menunggu"},
        {"status": "diterima"},
    )


def test_kembalikan(kantor: Kantor, anggota: Pengguna, ketua: Pengguna) -> None:
    bukti = unggah(kantor, anggota)
    kembalikan_bukti(bukti=bukti, alasan=" Belum bertanda tangan ", oleh=ketua)
    kini = Bukti.objects.get()
    assert (kini.status, kini.alasan, kini.diverifikasi_oleh) == ("dikembalikan", "Belum bertanda tangan", ketua)
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert (jejak.tindakan, jejak.alasan) == ("mengembalikan bukti", "Belum bertanda tangan")


@pytest.mark.parametrize("kerja", [kembalikan_bukti, tarik_bukti])
def test_tanpa_alasan_ditolak(kantor: Kantor, anggota: Pengguna, ketua: Pengguna, kerja: Any) -> None:
    bukti = unggah(kantor, anggota)
    assert pesan_tolak(kerja, bukti=bukti, alasan="  ", oleh=ketua) == "Tulis alasannya."
    assert Bukti.objects.get().status == StatusBukti.MENUNGGU


def test_bukti_sendiri_tidak_boleh_diputuskan(kantor: Kantor, ketua: Pengguna) -> None:
    bukti = unggah(kantor, ketua)
    kalimat = "Bukti yang Anda unggah sendiri harus diperiksa orang lain."
    assert pesan_tolak(terima_bukti, bukti=bukti, oleh=ketua) == kalimat
    assert pesan_tolak(kembalikan_bukti, bukti=bukti, alasan="x", oleh=ketua) == kalimat
    with pytest.raises(IntegrityError), transaction.atomic():  # nor behind the domain's back
        Bukti.objects.update(diverifikasi_oleh=ketua, diverifikasi_pada=bukti.diunggah_pada)


def test_pemeriksa_kedua_diberi_tahu_siapa_yang_memutuskan(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, kepala: Pengguna
) -> None:
    bukti = unggah(kantor, anggota)
    terbaca_ketua, terbaca_kepala = Bukti.objects.get(pk=bukti.pk), Bukti.objects.get(pk=bukti.pk)
    terima_bukti(bukti=terbaca_ketua, oleh=ketua)
    kalimat = f"Bukti ini sudah berubah: diterima oleh {ketua.nama}."
    assert pesan_tolak(kembalikan_bukti, bukti=terbaca_kepala, alasan="Salah", oleh=kepala) == kalimat
    assert pesan_tolak(terima_bukti, bukti=terbaca_ketua, oleh=kepala) == kalimat
    assert pesan_tolak(tarik_bukti, bukti=terbaca_kepala, alasan="Salah", oleh=kepala) == kalimat
    assert Bukti.objects.get().diverifikasi_oleh == ketua


def test_tarik_menyimpan_riwayatnya(kantor: Kantor, anggota: Pengguna, ketua: Pengguna) -> None:
    bukti = unggah(kantor, anggota)
    terima_bukti(bukti=bukti, oleh=ketua)
    tarik_bukti(bukti=bukti, alasan="Bukan dokumen final", oleh=anggota)
    kini = Bukti.objects.get()
    assert (kini.status, kini.alasan, kini.diverifikasi_oleh) == ("ditarik", "Bukan dokumen final", ketua)
    assert list(di_rak().values()) == [pdf()]
    assert [j.tindakan for j in Jejak.objects.filter(objek="bukti_fisik.bukti")] == [
        "menarik bukti",
        "menerima bukti",
        "mengunggah bukti",
    ]
    assert pesan_tolak(tarik_bukti, bukti=bukti, alasan="lagi", oleh=anggota) == (
        f"Bukti ini sudah berubah: ditarik oleh {anggota.nama}."
    )


def test_gambar_disimpan_dengan_ekstensi_kita(kantor: Kantor, anggota: Pengguna) -> None:
    bukti = unggah(kantor, anggota, gambar("JPEG"), nama="RAPAT.JPEG")
    assert bukti.berkas is not None
    assert bukti.berkas.kunci.endswith(".jpg")
    assert bukti.nama == "RAPAT.JPEG"
