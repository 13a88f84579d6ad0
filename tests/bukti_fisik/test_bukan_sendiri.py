"""Nobody judges their own work (docs/adr/0047): whoever brought bytes or an address into the office, by any door,
judges them nowhere, by any way. Doors and ways are found in the code: a new one without a row fails."""

import ast
import io
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile

from bukti_fisik.domain.bukti import (
    catat_tautan,
    kembalikan_bukti,
    pakai_bukti,
    tarik_bukti,
    terima_bukti,
    unggah_bukti,
)
from bukti_fisik.domain.simpan import simpan_berkas
from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti, Pembawa
from bukti_fisik.queries.pustaka import antrean
from tests.bantuan import HTMX, Klien, semua_alamat
from tests.berkas_contoh import pdf
from tests.hukum import berkas, fungsi_domain, modul
from tests.pabrik import Kantor
from zona.inti.errors import DomainError
from zona.kiriman.domain.baris import ambil_berkas
from zona.kiriman.domain.kiriman import tambah_berkas, terima_arsip
from zona.kiriman.models import BarisKiriman
from zona.nilai.domain.syarat import isi_syarat
from zona.organisasi.models import Pengguna
from zona.tahapan.domain.dokumen import tambah_dokumen
from zona.tahapan.enums import JenisDokumen, KodeTahap

Buka = Callable[..., Klien]
ORANG_LAIN = "harus diperiksa orang lain"
ISI, ALAMAT = pdf("isi yang sama"), "https://contoh.id/drive/sk"


def berkas_isi(nama: str = "sk.pdf") -> ContentFile:
    return ContentFile(ISI, name=nama)


def lain(kantor: Kantor) -> Pengguna:
    """Who hands the thing in, where the one who brought it did so by another door."""
    return kantor.orang["anggota"]


def unggah(kantor: Kantor, oleh: Pengguna, tempat: str = "aksi") -> Bukti:
    return unggah_bukti(syarat=kantor.syarat["I", tempat], pelaksanaan=None, nama="sk.pdf", isi=berkas_isi(), oleh=oleh)


def tautkan(kantor: Kantor, oleh: Pengguna, alamat: str = ALAMAT, tempat: str = "aksi") -> Bukti:
    return catat_tautan(syarat=kantor.syarat["I", tempat], pelaksanaan=None, tautan=alamat, judul="SK", oleh=oleh)


def langsung(kantor: Kantor, siapa: Pengguna) -> Bukti:
    return unggah(kantor, siapa)


def pakai(kantor: Kantor, siapa: Pengguna) -> Bukti:
    """Brought in by this one, used elsewhere by another."""
    asal = unggah(kantor, siapa)
    return pakai_bukti(bukti=asal, syarat=kantor.syarat["I", "baris"], pelaksanaan=None, oleh=lain(kantor))


def memakai(kantor: Kantor, siapa: Pengguna) -> Bukti:
    """Brought in by another, used elsewhere by this one."""
    asal = unggah(kantor, lain(kantor))
    return pakai_bukti(bukti=asal, syarat=kantor.syarat["I", "baris"], pelaksanaan=None, oleh=siapa)


def ulang(kantor: Kantor, siapa: Pengguna) -> Bukti:
    """Uploaded by this one and withdrawn; the same bytes by somebody else."""
    tarik_bukti(bukti=unggah(kantor, siapa), alasan="salah", oleh=siapa)
    return unggah(kantor, lain(kantor))


def _diambil(kantor: Kantor, baris: BarisKiriman) -> Bukti:
    """Another puts it at its place and takes it."""
    BarisKiriman.objects.filter(pk=baris.pk).update(syarat=kantor.syarat["I", "aksi"], pelaksanaan=None)
    baris.kiriman.rencana = kantor.rencana
    assert ambil_berkas(kiriman=baris.kiriman, urutan=[baris.urutan], oleh=lain(kantor)).diambil == 1
    return Bukti.objects.get(pk=BarisKiriman.objects.get(pk=baris.pk).bukti_id)


def kiriman(kantor: Kantor, siapa: Pengguna) -> Bukti:
    arsip = io.BytesIO()
    with zipfile.ZipFile(arsip, "w") as z:
        z.writestr("SK/sk.pdf", ISI)
    satu, _ = terima_arsip(
        rencana=kantor.rencana, nama="drive.zip", isi=ContentFile(arsip.getvalue(), name="drive.zip"), oleh=siapa
    )
    return _diambil(kantor, satu.baris.get())


def kiriman_lepas(kantor: Kantor, siapa: Pengguna) -> Bukti:
    return _diambil(kantor, tambah_berkas(rencana=kantor.rencana, jalur="SK/sk.pdf", isi=berkas_isi(), oleh=siapa))


def tautan(kantor: Kantor, siapa: Pengguna) -> Bukti:
    return tautkan(kantor, siapa)


def tautan_lain_rupa(kantor: Kantor, siapa: Pengguna) -> Bukti:
    """The same address, pasted otherwise by another."""
    tautkan(kantor, siapa, tempat="baris")
    return tautkan(kantor, lain(kantor), "http://WWW.contoh.id/drive/sk/?usp=sharing#h1")


def tautan_dipakai(kantor: Kantor, siapa: Pengguna) -> Bukti:
    asal = tautkan(kantor, siapa)
    return pakai_bukti(bukti=asal, syarat=kantor.syarat["I", "baris"], pelaksanaan=None, oleh=lain(kantor))


def sebagai_surat(kantor: Kantor, siapa: Pengguna) -> Bukti:
    simpan_berkas(satker=kantor.satker, nama="sk.pdf", isi=berkas_isi(), oleh=siapa)
    return unggah(kantor, lain(kantor))


def sebagai_syarat(kantor: Kantor, siapa: Pengguna) -> Bukti:
    isi_syarat(rencana=kantor.rencana, kode="lhkpn", isian="100", oleh=siapa, berkas=berkas_isi())
    return unggah(kantor, lain(kantor))


def tautan_syarat(kantor: Kantor, siapa: Pengguna) -> Bukti:
    isi_syarat(rencana=kantor.rencana, kode="lhkpn", isian="100", oleh=siapa, tautan=ALAMAT)
    return tautkan(kantor, lain(kantor))


def dokumen_tahap(kantor: Kantor, siapa: Pengguna) -> Bukti:
    tambah_dokumen(
        rencana=kantor.rencana, kode=KodeTahap.PENCANANGAN, jenis=JenisDokumen.PIAGAM, oleh=siapa, berkas=berkas_isi()
    )
    return unggah(kantor, lain(kantor))


def tautan_tahap(kantor: Kantor, siapa: Pengguna) -> Bukti:
    tambah_dokumen(
        rencana=kantor.rencana, kode=KodeTahap.PENCANANGAN, jenis=JenisDokumen.PIAGAM, oleh=siapa, tautan=ALAMAT
    )
    return tautkan(kantor, lain(kantor))


PINTU: dict[str, tuple[Callable[[Kantor, Pengguna], Bukti], ...]] = {
    "bukti_fisik.domain.bukti.unggah_bukti": (langsung, ulang),
    "bukti_fisik.domain.bukti.catat_tautan": (tautan, tautan_lain_rupa),
    "bukti_fisik.domain.bukti.pakai_bukti": (pakai, memakai, tautan_dipakai),
    "bukti_fisik.domain.simpan.simpan_berkas": (sebagai_surat,),
    "zona.kiriman.domain.baris.ambil_berkas": (kiriman, kiriman_lepas),
    "zona.kiriman.domain.baris.ambil_baris": (kiriman,),
    "zona.nilai.domain.syarat.isi_syarat": (sebagai_syarat, tautan_syarat),
    "zona.tahapan.domain.dokumen.tambah_dokumen": (dokumen_tahap, tautan_tahap),
}
"""How each verb that brings bytes or an address in is gone through."""
SUMBER = {"bukti_fisik.domain.pembawa.ingat_pembawa"}


def pintu() -> set[str]:
    """Public verbs that bring something in, themselves or through a step they call."""
    fungsi = fungsi_domain()
    hasil = set(SUMBER)
    while baru := {f.nama for f in fungsi.values() if f.panggil & hasil} - hasil:
        hasil |= baru
    langkah = SUMBER | {"bukti_fisik.domain.simpan.menyimpan", "bukti_fisik.domain.versi.tambah_versi"}
    return {n for n in hasil - langkah if fungsi[n].umum}


def test_every_door_has_a_row() -> None:
    luar = {
        n for n in pintu() if n not in PINTU and not n.startswith(("zona.surat.", "zona.pengesahan.", "zona.beranda."))
    }
    tak = {n for n in luar if n not in DI_ATAS}
    assert (tak, set(PINTU) - pintu()) == (set(), set())


DI_ATAS = {
    "zona.dokumen.domain.cetakan.simpan_cetakan": "keeps what Zona drew itself",
    "zona.tahapan.domain.syarat.isi_syarat_pencanangan": "goes through isi_syarat",
}


# --- ways ---------------------------------------------------------------------------------------------


def _alamat(kantor: Kantor, bukti: Bukti, ekor: str) -> str:
    return kantor.alamat(f"bukti/{bukti.pk}/{ekor}")


def verba_terima(kantor: Kantor, bukti: Bukti, k: Klien, oleh: Pengguna) -> bool:
    with pytest.raises(DomainError, match=ORANG_LAIN):
        terima_bukti(bukti=bukti, oleh=oleh)
    return True


def verba_kembalikan(kantor: Kantor, bukti: Bukti, k: Klien, oleh: Pengguna) -> bool:
    with pytest.raises(DomainError, match=ORANG_LAIN):
        kembalikan_bukti(bukti=bukti, alasan="x", oleh=oleh)
    return True


def halaman_terima(kantor: Kantor, bukti: Bukti, k: Klien, oleh: Pengguna) -> bool:
    return k.post(_alamat(kantor, bukti, "terima/")).status_code == 403


def halaman_terima_htmx(kantor: Kantor, bukti: Bukti, k: Klien, oleh: Pengguna) -> bool:
    return k.post(_alamat(kantor, bukti, "terima/"), headers=HTMX).status_code == 403


def halaman_kembalikan(kantor: Kantor, bukti: Bukti, k: Klien, oleh: Pengguna) -> bool:
    return k.post(_alamat(kantor, bukti, "kembalikan/"), {"alasan": "x"}).status_code == 403


def lembar(kantor: Kantor, bukti: Bukti, k: Klien, oleh: Pengguna) -> bool:
    isi = k.get(_alamat(kantor, bukti, "")).content.decode()
    assert "yang memeriksanya orang lain" in isi
    assert 'value="terima"' not in isi
    return k.post(_alamat(kantor, bukti, ""), {"putusan": "terima"}).status_code == 403


CARA: dict[str, tuple[Callable[[Kantor, Bukti, Klien, Pengguna], bool], ...]] = {
    "bukti_fisik.domain.bukti": (verba_terima, verba_kembalikan),
    "bukti_fisik.views.verifikasi": (halaman_terima, halaman_terima_htmx, halaman_kembalikan),
    "bukti_fisik.views.lembar": (lembar,),
}
"""How each module that gives a verdict, or lets one give it, is gone through."""
CONTOH = {"zona.beranda.domain.contoh.bukti": "the demo office plays people of its roster"}


def test_every_way_to_judge_has_a_row() -> None:
    """Whoever names the verbs, or writes who verified."""
    ada = set()
    for p in berkas("*.py"):
        for s in ast.walk(ast.parse(p.read_text())):
            nama = s.id if isinstance(s, ast.Name) else s.arg if isinstance(s, ast.keyword) else ""
            if nama in ("terima_bukti", "kembalikan_bukti", "diverifikasi_oleh"):
                ada.add(modul(p))
            if isinstance(s, ast.Constant) and s.value == "diverifikasi_oleh" and "domain" in modul(p).split("."):
                ada.add(modul(p))
    tulis = {"bukti_fisik.domain.ulang": "takes a verdict away"}
    baca = {m for m in ada if ".queries" in m or m.endswith("models")}
    assert ada - baca - set(tulis) - set(CONTOH) == set(CARA)


def test_addresses_of_judging_are_those_of_the_views() -> None:
    nama = {a.nama for a in semua_alamat() if a.tampilan.__module__ == "bukti_fisik.views.verifikasi"}
    assert nama == {"bukti_fisik:terima", "bukti_fisik:kembalikan", "bukti_fisik:tarik"}


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "koordinator-i"])
@pytest.mark.parametrize("masuk", [m for semua in PINTU.values() for m in semua], ids=lambda m: m.__name__)
def test_whoever_brought_it_in_judges_it_by_no_way(
    kantor: Kantor, klien: Buka, masuk: Callable[[Kantor, Pengguna], Bukti], siapa: str
) -> None:
    oleh = kantor.orang[siapa]
    bukti = Bukti.objects.select_related("syarat__rencana_kerja__pengungkit__rencana").get(pk=masuk(kantor, oleh).pk)
    assert Pembawa.objects.filter(satker=kantor.satker, sidik=bukti.sidik, orang=oleh).exists()
    assert bukti.pk not in antrean(oleh, kantor.rencana).values_list("pk", flat=True)
    for cara in (c for semua in CARA.values() for c in semua):
        assert cara(kantor, bukti, klien(oleh), oleh), cara.__name__
    assert Bukti.objects.get(pk=bukti.pk).status == StatusBukti.MENUNGGU
    lagi = next(kantor.orang[s] for s in ("kepala", "ketua") if s != siapa)
    assert bukti.pk in antrean(lagi, kantor.rencana).values_list("pk", flat=True)
    terima_bukti(bukti=bukti, oleh=lagi)


def test_signed_papers_are_brought_in_too(kantor: Kantor, ketua: Pengguna) -> None:
    """Every other file goes through `menyimpan`, which writes down who brought it."""
    langkah = {n: f for n, f in fungsi_domain().items() if "bukti_fisik.domain.simpan._berkas" in f.panggil}
    assert set(langkah) == {"bukti_fisik.domain.simpan.menyimpan"}
    assert "bukti_fisik.domain.pembawa.ingat_pembawa" in langkah["bukti_fisik.domain.simpan.menyimpan"].panggil


def test_other_offices_do_not_know_who_brought_it(kantor: Kantor, orang_luar: Pengguna, ketua: Pengguna) -> None:
    simpan_berkas(satker=orang_luar.satker, nama="sk.pdf", isi=berkas_isi(), oleh=ketua)
    terima_bukti(bukti=unggah(kantor, lain(kantor)), oleh=ketua)


def test_file_names_do_not_matter(kantor: Kantor, ketua: Pengguna) -> None:
    unggah(kantor, ketua)
    isi: Any = SimpleUploadedFile("nama-lain.pdf", ISI)
    bukti = unggah_bukti(
        syarat=kantor.syarat["I", "baris"], pelaksanaan=None, nama="nama-lain.pdf", isi=isi, oleh=lain(kantor)
    )
    with pytest.raises(DomainError, match=ORANG_LAIN):
        terima_bukti(bukti=bukti, oleh=ketua)
