"""A file in pieces: begun, continued, refused, given up, finished; and what a server killed in the middle leaves."""

import errno
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest
from django.http import HttpResponse

from bukti_fisik.domain.unggahan import UMUR, bersihkan_unggahan, tempat
from bukti_fisik.domain.unggahan.kerja import PENUH
from bukti_fisik.models import Berkas, Bukti, Unggahan
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.berkas_contoh import pdf, unggahan
from tests.pabrik import Kantor
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak

BukaKlien = Callable[..., Klien]
ISI = pdf("sepotong demi sepotong")


def alamat(kantor: Kantor, ekor: str, syarat: str = "aksi") -> str:
    return kantor.alamat(f"bukti/unggah/{kantor.syarat['I', syarat].pk}/{ekor}/")


def mulai(k: Klien, kantor: Kantor, isi: bytes = ISI, syarat: str = "aksi", **isian: Any) -> str:
    """Where the pieces go."""
    tanggapan = k.post(alamat(kantor, "mulai", syarat), {"nama": "sk.pdf", "ukuran": len(isi), **isian})
    assert tanggapan.status_code == 201, tanggapan.content
    return tanggapan["Location"]


def kirim(k: Klien, tujuan: str, dari: int, isi: bytes) -> HttpResponse:
    return k.patch(tujuan, isi, "application/offset+octet-stream", headers={"Upload-Offset": str(dari)})


def selesai(k: Klien, kantor: Kantor, tujuan: str, syarat: str = "aksi", **pilihan: Any) -> HttpResponse:
    return k.post(alamat(kantor, "selesai", syarat), {"unggahan": tujuan.split("/")[-2]}, **pilihan)


def utuh(k: Klien, kantor: Kantor, isi: bytes = ISI, syarat: str = "aksi", **isian: Any) -> str:
    tujuan = mulai(k, kantor, isi, syarat, **isian)
    assert kirim(k, tujuan, 0, isi).status_code == 204
    return tujuan


def hasil(tanggapan: HttpResponse) -> list[str]:
    return [teks(li) for li in urai(tanggapan).select(".hasil-unggah li")]


def berkas_tersisa() -> list[str]:
    return sorted(p.name for p in tempat.folder().iterdir())


def test_sepotong_demi_sepotong_menjadi_bukti(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tujuan = mulai(k, kantor, catatan="Salinan kedua")
    assert Jejak.objects.count() == 0
    for dari in range(0, len(ISI), 200):
        tanggapan = kirim(k, tujuan, dari, ISI[dari : dari + 200])
        assert (tanggapan.status_code, tanggapan["Upload-Offset"]) == (204, str(min(dari + 200, len(ISI))))
    tanggapan = selesai(k, kantor, tujuan, headers=HTMX)
    assert (tanggapan.status_code, hasil(tanggapan)) == (200, ["sk.pdf tersimpan sebagai versi 1."])
    bukti = Bukti.objects.get()
    assert (bukti.nama, bukti.catatan, bukti.diunggah_oleh) == ("sk.pdf", "Salinan kedua", anggota)
    assert bukti.berkas is not None
    assert Berkas.objects.get().ukuran == len(ISI)
    assert (berkas_tersisa(), [j.tindakan for j in Jejak.objects.all()]) == ([], ["mengunggah bukti"])


def test_jawabannya_sama_dengan_halaman(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tujuan = utuh(k, kantor)
    halaman_aksi = kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'a'].pk}/")
    lama = k.get(halaman_aksi)
    tanggapan = selesai(k, kantor, tujuan, headers=HTMX)
    kunci = f"bukti-{kantor.syarat['I', 'aksi'].pk}"
    baru = urai(tanggapan).find(id=kunci)
    assert rapi(pasang_fragmen(lama, str(baru), kunci).find(id=kunci)) == rapi(urai(k.get(halaman_aksi)).find(id=kunci))


def test_jawaban_ringkas_tanpa_daftar(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    """While more files follow."""
    k = klien(anggota)
    isi = {"unggahan": utuh(k, kantor).split("/")[-2], "ringkas": "1"}
    tanggapan = k.post(alamat(kantor, "selesai"), isi, headers=HTMX)
    assert (tanggapan.status_code, teks(tanggapan)) == (200, "sk.pdf tersimpan sebagai versi 1.")
    assert (urai(tanggapan).select(".daftar-bukti"), tanggapan["HX-Trigger"]) == ([], "bukti-berubah")


def test_tanpa_htmx_pulang_ke_aksinya(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tanggapan = selesai(k, kantor, utuh(k, kantor))
    aksi, syarat = kantor.aksi["I", "a"].pk, kantor.syarat["I", "aksi"].pk
    assert (tanggapan.status_code, tanggapan["Location"]) == (
        303,
        kantor.alamat(f"rencana/aksi/{aksi}/#syarat-{syarat}"),
    )


def test_pada_satu_pelaksanaan(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    pelaksanaan = kantor.pelaksanaan["I", "a"][1]
    tujuan = utuh(k, kantor, syarat="tiap", pelaksanaan=pelaksanaan.pk)
    assert selesai(k, kantor, tujuan, "tiap", headers=HTMX).status_code == 200
    assert Bukti.objects.get().pelaksanaan == pelaksanaan


def test_kepala_memberi_tahu_sejauh_mana(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tujuan = mulai(k, kantor)
    kirim(k, tujuan, 0, ISI[:300])
    kepala = k.head(tujuan)
    assert (kepala["Upload-Offset"], kepala["Upload-Length"]) == ("300", str(len(ISI)))
    assert (kepala["Tus-Resumable"], "no-store" in kepala["Cache-Control"]) == ("1.0.0", True)


@pytest.mark.parametrize("dari", [0, 299, 301])
def test_potongan_yang_tidak_menyambung(kantor: Kantor, anggota: Pengguna, klien: BukaKlien, dari: int) -> None:
    k = klien(anggota)
    tujuan = mulai(k, kantor)
    kirim(k, tujuan, 0, ISI[:300])
    tanggapan = kirim(k, tujuan, dari, b"x" * 10)
    assert (tanggapan.status_code, tanggapan["Upload-Offset"]) == (409, "300")
    kirim(k, tujuan, 300, ISI[300:])
    assert selesai(k, kantor, tujuan, headers=HTMX).status_code == 200


def test_potongan_melewati_ujung(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tujuan = mulai(k, kantor)
    tanggapan = kirim(k, tujuan, 0, ISI + b"x")
    assert (tanggapan.status_code, k.head(tujuan)["Upload-Offset"], berkas_tersisa()) == (413, "0", [])


def test_potongan_yang_bukan_potongan(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tujuan = mulai(k, kantor)
    assert k.patch(tujuan, ISI, "text/plain", headers={"Upload-Offset": "0"}).status_code == 415
    assert kirim(k, tujuan, -1, ISI).status_code == 400
    assert k.post(tujuan).status_code == 405


def test_dibatalkan(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tujuan = mulai(k, kantor)
    kirim(k, tujuan, 0, ISI[:300])
    assert (k.delete(tujuan).status_code, berkas_tersisa(), Unggahan.objects.count()) == (204, [], 0)
    assert (k.head(tujuan).status_code, kirim(k, tujuan, 300, ISI[300:]).status_code) == (404, 404)


def test_milik_orang_lain_tidak_ada(kantor: Kantor, anggota: Pengguna, ketua: Pengguna, klien: BukaKlien) -> None:
    tujuan = utuh(klien(anggota), kantor)
    k = klien(ketua)
    status = [k.head(tujuan), k.delete(tujuan), kirim(k, tujuan, 0, ISI), selesai(k, kantor, tujuan)]
    assert [t.status_code for t in status] == [404, 404, 404, 404]
    assert Unggahan.objects.get().diterima == len(ISI)


def test_hak_sama_dengan_unggah(kantor: Kantor, klien: BukaKlien, penilai: Pengguna, orang_luar: Pengguna) -> None:
    for orang, status in ((penilai, 403), (kantor.orang["koordinator-ii"], 403), (orang_luar, 404)):
        for ekor in ("mulai", "selesai"):
            isi = {"nama": "a.pdf", "ukuran": 10, "unggahan": "x"}
            assert klien(orang).post(alamat(kantor, ekor), isi).status_code == status
    assert klien(kantor.orang["anggota"]).get(alamat(kantor, "mulai")).status_code == 405


def test_tanpa_csrf_ditolak(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    tujuan = mulai(klien(anggota), kantor)
    k = klien(anggota, enforce_csrf_checks=True)
    assert [kirim(k, tujuan, 0, ISI).status_code, k.delete(tujuan).status_code] == [403, 403]
    assert Unggahan.objects.get().diterima == 0


@pytest.mark.parametrize(
    ("ganti", "kalimat"),
    [
        ({"ukuran": 0}, "Berkas ini kosong (0 byte)."),
        ({"ukuran": 25 * 1024 * 1024 + 1}, "Berkas ini lebih besar daripada 25 MB. Perkecil dahulu."),
        ({"ukuran": "banyak"}, "Nama atau ukuran berkas tidak disebut."),
        ({"nama": ""}, "Nama atau ukuran berkas tidak disebut."),
        ({"pelaksanaan": 999999}, "Pelaksanaan itu bukan milik aksi yang meminta bukti ini."),
    ],
)
def test_ditolak_sebelum_sebyte_pun(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, ganti: dict[str, Any], kalimat: str
) -> None:
    tanggapan = klien(anggota).post(alamat(kantor, "mulai"), {"nama": "a.pdf", "ukuran": 10, **ganti})
    assert (tanggapan.status_code, tanggapan.content.decode()) == (422, kalimat)
    assert (Unggahan.objects.count(), berkas_tersisa()) == (0, [])


def test_tepat_sebesar_batas_diterima(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    isi = {"nama": "a.pdf", "ukuran": 25 * 1024 * 1024}
    assert klien(anggota).post(alamat(kantor, "mulai"), isi).status_code == 201


def test_terlalu_banyak_yang_belum_selesai(kantor: Kantor, anggota: Pengguna, klien: BukaKlien, settings: Any) -> None:
    settings.ZONA_BATAS_KIRIMAN_MB = 25
    k = klien(anggota)
    isi = {"nama": "a.pdf", "ukuran": 25 * 1024 * 1024}
    status = [k.post(alamat(kantor, "mulai"), isi).status_code for _ in range(3)]
    assert status == [201, 201, 422]


def test_selesai_sebelum_utuh(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tujuan = mulai(k, kantor)
    for dari, sampai in ((0, 0), (0, 300)):
        kirim(k, tujuan, dari, ISI[dari:sampai])
        tanggapan = selesai(k, kantor, tujuan, headers=HTMX)
        assert (tanggapan.status_code, hasil(tanggapan)) == (
            422,
            ["sk.pdf ditolak. Berkas ini belum terkirim seluruhnya. Lanjutkan dahulu."],
        )
    kirim(k, tujuan, 300, ISI[300:])
    assert selesai(k, kantor, tujuan, headers=HTMX).status_code == 200


def test_selesai_dua_kali_sama_jawabannya(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    """The line broke before the answer came."""
    k = klien(anggota)
    tujuan = utuh(k, kantor)
    jawaban = [hasil(selesai(k, kantor, tujuan, headers=HTMX)) for _ in range(2)]
    assert jawaban == [["sk.pdf tersimpan sebagai versi 1."]] * 2
    assert (Bukti.objects.count(), k.head(tujuan)["Upload-Offset"]) == (1, str(len(ISI)))


def test_isi_yang_ditolak_tidak_ditinggal(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tanggapan = selesai(k, kantor, utuh(k, kantor, b"<html>"), headers=HTMX)
    assert tanggapan.status_code == 422
    assert hasil(tanggapan)[0].startswith("sk.pdf ditolak. Berkas ini halaman web")
    assert (Unggahan.objects.count(), berkas_tersisa(), Berkas.objects.count()) == (0, [], 0)


def test_untuk_syarat_lain_ditolak(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    tanggapan = selesai(k, kantor, utuh(k, kantor), "baris", headers=HTMX)
    assert (tanggapan.status_code, Bukti.objects.count()) == (422, 0)


def test_cakram_penuh_di_tengah(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sentence, and what had arrived before stays."""
    k = klien(anggota)
    tujuan = mulai(k, kantor)
    kirim(k, tujuan, 0, ISI[:300])
    with monkeypatch.context() as penuh:
        penuh.setattr(os, "pwrite", cakram_penuh)
        tanggapan = kirim(k, tujuan, 300, ISI[300:])
    assert (tanggapan.status_code, tanggapan.content.decode()) == (507, PENUH)
    assert k.head(tujuan)["Upload-Offset"] == "300"
    kirim(k, tujuan, 300, ISI[300:])
    assert selesai(k, kantor, tujuan, headers=HTMX).status_code == 200


def cakram_penuh(*_: Any) -> int:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_cakram_hampir_penuh_tidak_dimulai(
    kantor: Kantor, anggota: Pengguna, klien: BukaKlien, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=100 * 1024 * 1024))
    tanggapan = klien(anggota).post(alamat(kantor, "mulai"), {"nama": "a.pdf", "ukuran": 10})
    assert (tanggapan.status_code, tanggapan.content.decode()) == (422, PENUH)


def test_dua_ratus_berkas_dalam_satu_formulir(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    """Without JavaScript: each gets its sentence."""
    banyak = [unggahan(f"{n}.pdf", b"bukan PDF") for n in range(199)] + [unggahan("sah.pdf")]
    tanggapan = klien(anggota).post(kantor.alamat(f"bukti/unggah/{kantor.syarat['I', 'aksi'].pk}/"), {"berkas": banyak})
    kalimat = hasil(tanggapan)
    assert (tanggapan.status_code, len(kalimat), kalimat[-1]) == (422, 200, "sah.pdf tersimpan sebagai versi 1.")


# --- the server died, the line broke -----------------------------------------------------------------


def test_mati_sesudah_menulis_sebelum_mencatat(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    """More lies there than the row counts: the row holds, the bytes are written again."""
    k = klien(anggota)
    tujuan = mulai(k, kantor)
    kirim(k, tujuan, 0, ISI[:300])
    jalur = tempat.letak(Unggahan.objects.get().pk)
    jalur.write_bytes(jalur.read_bytes() + b"ekor yang belum dicatat" * 100)
    assert k.head(tujuan)["Upload-Offset"] == "300"
    kirim(k, tujuan, 300, ISI[300:])
    assert selesai(k, kantor, tujuan, headers=HTMX).status_code == 200
    assert Berkas.objects.get().ukuran == len(ISI)


def test_cakram_kehilangan_ekor(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    """Less lies there than the row counts: back to what lies there."""
    k = klien(anggota)
    tujuan = utuh(k, kantor)
    jalur = tempat.letak(Unggahan.objects.get().pk)
    os.truncate(jalur, 120)
    tanggapan = kirim(k, tujuan, 200, b"x")
    assert (tanggapan.status_code, tanggapan["Upload-Offset"]) == (409, "120")
    jalur.unlink()
    assert k.head(tujuan)["Upload-Offset"] == "0"
    kirim(k, tujuan, 0, ISI)
    assert selesai(k, kantor, tujuan, headers=HTMX).status_code == 200


class Putus:
    """A line that breaks after some bytes."""

    def __init__(self, isi: bytes) -> None:
        self.isi = [isi]

    def read(self, jumlah: int, /) -> bytes:
        if not self.isi:
            raise OSError("putus")
        return self.isi.pop()


def test_yang_tiba_sebelum_putus_dihitung(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    mulai(klien(anggota), kantor)
    unggahan = Unggahan.objects.get()
    assert tempat.tulis(unggahan.pk, 0, Putus(ISI[:250]), len(ISI)) == 250
    assert tempat.letak(unggahan.pk).read_bytes() == ISI[:250]


def test_yang_lama_dibersihkan(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    lama, baru = mulai(k, kantor), mulai(k, kantor)
    for tujuan in (lama, baru):
        kirim(k, tujuan, 0, ISI[:10])
    Unggahan.objects.filter(pk=lama.split("/")[-2]).update(diubah_pada=sekarang() - UMUR - timedelta(minutes=1))
    yatim = tempat.folder() / ("0" * 32)
    yatim.write_bytes(b"x")
    asing = tempat.folder() / "catatan-admin"
    asing.touch()
    assert bersihkan_unggahan(kini=sekarang()) == 1
    assert berkas_tersisa() == sorted([baru.split("/")[-2].replace("-", ""), "catatan-admin"])
    assert (k.head(lama).status_code, k.head(baru)["Upload-Offset"]) == (404, "10")
