"""Heaps: received, confirmed row by row, taken one file at a time, closed; who may, and what a failure leaves."""

import io
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from bukti_fisik.domain.periksa import periksa_rak
from bukti_fisik.models import Berkas, Bukti, Unggahan
from tests.bantuan import HTMX, Klien, teks, urai
from tests.berkas_contoh import arsip_dari, pdf, unggahan
from tests.pabrik import Kantor
from tests.rak import di_rak
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.kiriman.domain import tempat
from zona.kiriman.domain.kiriman import UMUR, bersihkan_kiriman, terima_arsip, tutup_kiriman
from zona.kiriman.enums import StatusBaris, StatusKiriman
from zona.kiriman.models import BarisKiriman, Kiriman
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
pytestmark = pytest.mark.dua_rak

SK = pdf("SK")
ISI: dict[str, str | bytes] = {
    "1. Manajemen Perubahan/RK 1/a/Surat keputusan.pdf": SK,
    "1. Manajemen Perubahan/RK 1/a/Notula rapat April.pdf": pdf("notula"),
    "1. Manajemen Perubahan/RK 1/a/Notula rapat.pdf": pdf("notula lain"),
    "2. Tata Laksana/RK 1/Laporan kegiatan.pdf": pdf("laporan"),
    "palsu/Surat keputusan.pdf": b"MZ bukan PDF",
    "lain/arsip.zip": b"x",
    "lain/.DS_Store": b"x",
}


def kirim(kantor: Kantor, oleh: Pengguna, isi: dict[str, str | bytes] | None = None) -> Kiriman:
    zip_ = ContentFile(arsip_dari(ISI if isi is None else isi), name="Drive lama.zip")
    kiriman, _ = terima_arsip(rencana=kantor.rencana, nama="Drive lama.zip", isi=zip_, oleh=oleh)
    return kiriman


def baris(kiriman: Kiriman, nama: str) -> BarisKiriman:
    return kiriman.baris.get(jalur__endswith=nama)


def ambil(k: Klien, kantor: Kantor, kiriman: Kiriman, *nama: str) -> str:
    """Confirm these and say what the page says then."""
    urutan = [baris(kiriman, n).urutan for n in nama]
    tujuan = kantor.alamat(f"kiriman/{kiriman.pk}/ambil/")
    tanggapan = k.post(tujuan, {"berkas": urutan}, follow=True)
    assert tanggapan.status_code == 200
    return teks(urai(tanggapan).select_one("main > .pemberitahuan"))


def tersisa() -> list[str]:
    return sorted(p.relative_to(tempat.akar()).as_posix() for p in tempat.akar().rglob("*") if p.is_file())


# --- received -----------------------------------------------------------------------------------------


def test_zip_menjadi_tabel_usulan(kantor: Kantor, ketua: Pengguna) -> None:
    kiriman = kirim(kantor, ketua)
    assert {b.jalur.rpartition("/")[2]: b.status for b in kiriman.baris.all()} == {
        "Surat keputusan.pdf": "menunggu", "Notula rapat April.pdf": "menunggu", "Notula rapat.pdf": "menunggu",
        "Laporan kegiatan.pdf": "menunggu", "arsip.zip": "ditolak",
    }  # fmt: skip
    sk = baris(kiriman, "a/Surat keputusan.pdf")
    assert (sk.usulan, sk.pelaksanaan) == (kantor.syarat["I", "aksi"], None)
    april = baris(kiriman, "April.pdf")
    assert (april.usulan, april.pelaksanaan) == (kantor.syarat["I", "tiap"], kantor.pelaksanaan["I", "a"][2])
    assert baris(kiriman, "Notula rapat.pdf").pelaksanaan is None
    assert baris(kiriman, "kegiatan.pdf").usulan == kantor.syarat["II", "baris"]
    assert (Bukti.objects.count(), di_rak(), tersisa()) == (0, {}, [f"{kiriman.kode.hex}/arsip"])
    [jejak] = Jejak.objects.all()
    assert jejak.sesudah == {"berkas": 6, "ukuran": kiriman.ukuran, "berkas_sistem": 1}


def test_zip_yang_ditolak_tidak_meninggalkan_apa_pun(kantor: Kantor, ketua: Pengguna) -> None:
    with pytest.raises(DomainError, match="menunjuk ke luar"):
        kirim(kantor, ketua, {"../SK.pdf": SK})
    assert (Kiriman.objects.count(), tersisa(), Jejak.objects.count()) == (0, [], 0)


def test_disk_penuh_tidak_meninggalkan_baris(kantor: Kantor, ketua: Pengguna, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bukti_fisik.domain.unggahan.tempat.muat", lambda _: False)
    with pytest.raises(DomainError, match="hampir habis"):
        kirim(kantor, ketua)
    assert (Kiriman.objects.count(), tersisa(), Jejak.objects.count()) == (0, [], 0)


def test_formulir_polos_zip(kantor: Kantor, anggota: Pengguna, klien: Buka) -> None:
    tanggapan = klien(anggota).post(
        kantor.alamat("kiriman/"), {"berkas": unggahan("Drive.zip", arsip_dari(ISI))}, follow=True
    )
    kiriman = Kiriman.objects.get()
    assert tanggapan.redirect_chain[-1][0] == kantor.alamat(f"kiriman/{kiriman.pk}/")
    assert "Drive.zip terbaca: 6 berkas. 1 berkas sistem (seperti .DS_Store) dilewati." in teks(tanggapan)


def test_formulir_polos_berkas_lepas(kantor: Kantor, anggota: Pengguna, klien: Buka) -> None:
    """The good ones become one heap, the bad one says why."""
    berkas = [unggahan("SK.pdf", SK), unggahan("Notula.pdf", pdf("n")), unggahan("palsu.pdf", b"MZ")]
    isi = {"berkas": berkas}
    tanggapan = klien(anggota).post(kantor.alamat("kiriman/"), isi)
    assert tanggapan.status_code == 422
    assert [teks(li)[:20] for li in urai(tanggapan).select(".hasil-unggah li")] == [
        "SK.pdf diterima.", "Notula.pdf diterima.", "palsu.pdf ditolak. B",
    ]  # fmt: skip
    kiriman = Kiriman.objects.get()
    assert ([b.nama for b in kiriman.baris.all()], kiriman.ukuran) == (
        ["SK.pdf", "Notula.pdf"],
        len(SK) + len(pdf("n")),
    )
    assert tersisa() == [f"{kiriman.kode.hex}/1", f"{kiriman.kode.hex}/2"]


def test_formulir_polos_tanpa_berkas(kantor: Kantor, anggota: Pengguna, klien: Buka) -> None:
    tanggapan = klien(anggota).post(kantor.alamat("kiriman/"))
    assert (tanggapan.status_code, "Pilih dahulu berkasnya." in teks(tanggapan)) == (422, True)


def sepotong(k: Klien, kantor: Kantor, nama: str, isi: bytes, **isian: str) -> Any:
    """In pieces, as the browser does it; the answer of `selesai`."""
    mulai = k.post(kantor.alamat("kiriman/mulai/"), {"nama": nama, "ukuran": len(isi), **isian})
    assert mulai.status_code == 201, mulai.content
    for dari in range(0, len(isi), 700):
        k.patch(mulai["Location"], isi[dari : dari + 700], "application/offset+octet-stream",
                headers={"Upload-Offset": str(dari)})  # fmt: skip
    return k.post(kantor.alamat("kiriman/selesai/"), {"unggahan": mulai["Location"].split("/")[-2]}, headers=HTMX)


def test_zip_sepotong_demi_sepotong_dipindah_bukan_disalin(kantor: Kantor, anggota: Pengguna, klien: Buka) -> None:
    tanggapan = sepotong(klien(anggota), kantor, "Drive.zip", arsip_dari(ISI))
    assert (tanggapan.status_code, teks(tanggapan)[:27]) == (200, "Drive.zip terbaca: 6 berkas")
    kiriman = Kiriman.objects.get()
    semua = [p.name for p in tempat.akar().parent.rglob("*") if p.is_file()]
    assert semua == ["arsip"]
    assert (tempat.folder(kiriman.kode) / "arsip").stat().st_size == kiriman.ukuran
    assert Unggahan.objects.get().rincian["hasil"]


def test_berkas_lepas_dari_map_yang_dijatuhkan(kantor: Kantor, anggota: Pengguna, klien: Buka) -> None:
    k = klien(anggota)
    for nama in ("Surat keputusan.pdf", "Laporan.pdf"):
        jalur = f"Area I/RK 1/a/../a/{nama}"
        assert sepotong(k, kantor, nama, pdf(nama), jalur=jalur).status_code == 200
    kiriman = Kiriman.objects.get()
    assert [b.jalur for b in kiriman.baris.all()] == [
        "Area I/RK 1/a/a/Surat keputusan.pdf",
        "Area I/RK 1/a/a/Laporan.pdf",
    ]
    assert "1 berkas diambil" in ambil(k, kantor, kiriman, "keputusan.pdf")
    assert Bukti.objects.get().syarat == kantor.syarat["I", "aksi"]
    assert k.get(kantor.alamat("kiriman/terbaru/"))["Location"] == kantor.alamat(f"kiriman/{kiriman.pk}/")


def test_berkas_lepas_berkumpul_per_orang_sampai_ditutup(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, klien: Buka
) -> None:
    kirim(kantor, anggota)
    for oleh, nama in ((anggota, "a.pdf"), (ketua, "b.pdf"), (anggota, "c.pdf")):
        assert sepotong(klien(oleh), kantor, nama, pdf(nama)).status_code == 200
    isi = {k.oleh: [b.nama for b in k.baris.all()] for k in Kiriman.objects.filter(nama="Berkas lepas")}
    assert isi == {anggota: ["a.pdf", "c.pdf"], ketua: ["b.pdf"]}
    tutup_kiriman(kiriman=Kiriman.objects.get(nama="Berkas lepas", oleh=anggota), oleh=anggota)
    sepotong(klien(anggota), kantor, "d.pdf", pdf("d"))
    assert [b.nama for b in Kiriman.objects.filter(oleh=anggota)[0].baris.all()] == ["d.pdf"]


def test_terlalu_besar_ditolak_sebelum_dikirim(kantor: Kantor, anggota: Pengguna, klien: Buka, settings: Any) -> None:
    settings.ZONA_BATAS_KIRIMAN_MB = 30
    besar = {"SK.pdf": 25 * 1024 * 1024 + 1, "Drive.zip": 30 * 1024 * 1024 + 1}
    for nama, ukuran in besar.items():
        tanggapan = klien(anggota).post(kantor.alamat("kiriman/mulai/"), {"nama": nama, "ukuran": ukuran})
        assert (tanggapan.status_code, b"lebih besar" in tanggapan.content) == (422, True)


# --- taken --------------------------------------------------------------------------------------------


def test_hanya_yang_dipastikan_yang_diambil(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman = kirim(kantor, ketua)
    kalimat = ambil(klien(ketua), kantor, kiriman, "a/Surat keputusan.pdf", "April.pdf")
    assert kalimat == "2 berkas diambil sebagai bukti."
    sk, notula = Bukti.objects.order_by("pk")
    assert (sk.syarat, sk.pelaksanaan, sk.diunggah_oleh) == (kantor.syarat["I", "aksi"], None, ketua)
    assert (notula.syarat, notula.pelaksanaan) == (kantor.syarat["I", "tiap"], kantor.pelaksanaan["I", "a"][2])
    assert (baris(kiriman, "a/Surat keputusan.pdf").bukti, baris(kiriman, "kegiatan.pdf").status) == (sk, "menunggu")
    assert len(di_rak()) == 2
    assert {j.tindakan for j in Jejak.objects.all()} == {"mengirim berkas untuk dicocokkan", "mengunggah bukti"}
    assert sk.berkas is not None
    with default_storage.open(sk.berkas.kunci) as isi:
        assert isi.read() == SK


def test_yang_ditolak_berkata_sebabnya_dan_yang_lain_terus(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman, k = kirim(kantor, ketua), klien(ketua)
    palsu = baris(kiriman, "palsu/Surat keputusan.pdf")
    k.post(kantor.alamat(f"kiriman/berkas/{palsu.pk}/"), {"tempat": str(kantor.syarat["II", "aksi"].pk)})
    kalimat = ambil(k, kantor, kiriman, "palsu/Surat keputusan.pdf", "a/Surat keputusan.pdf")
    assert kalimat == "1 berkas diambil sebagai bukti. 1 berkas tidak diambil; sebabnya tertulis di barisnya."
    palsu.refresh_from_db()
    assert (palsu.status, palsu.bukti, "program" in palsu.pesan) == ("ditolak", None, True)
    assert len(di_rak()) == 1


def test_tanpa_tempat_atau_pelaksanaan_tetap_menunggu(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman = kirim(kantor, ketua, {"liburan.jpg": b"x", **{k: v for k, v in ISI.items() if k.endswith("rapat.pdf")}})
    ambil(klien(ketua), kantor, kiriman, "liburan.jpg", "Notula rapat.pdf")
    pesan = {b.nama: (b.status, b.pesan) for b in kiriman.baris.all()}
    assert pesan == {
        "liburan.jpg": ("menunggu", "Pilih dahulu tempatnya."),
        "Notula rapat.pdf": ("menunggu", "Bukti ini diminta pada tiap pelaksanaan. Pilih pelaksanaannya."),
    }


def test_isi_yang_sama_disimpan_sekali_dan_dikatakan(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman = kirim(kantor, ketua, {"Area I/RK 1/a/Surat keputusan.pdf": SK, "Area II/RK 1/a/Surat keputusan.pdf": SK})
    ambil(klien(ketua), kantor, kiriman, "Area I/RK 1/a/Surat keputusan.pdf", "II/RK 1/a/Surat keputusan.pdf")
    assert (Berkas.objects.count(), Bukti.objects.count(), len(di_rak())) == (1, 2, 1)
    kedua = baris(kiriman, "II/RK 1/a/Surat keputusan.pdf")
    assert kedua.pesan == "Isi yang sama juga menjadi bukti I.1.a Surat keputusan; berkasnya disimpan sekali."


def test_isi_yang_sama_di_tempat_yang_sama_ditolak(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman = kirim(kantor, ketua, {"Area I/RK 1/a/SK.pdf": SK, "Area I/RK 1/a/SK (1).pdf": SK})
    ambil(klien(ketua), kantor, kiriman, "SK.pdf", "SK (1).pdf")
    assert (Bukti.objects.count(), baris(kiriman, "SK (1).pdf").status) == (1, "ditolak")
    assert "sama persis" in baris(kiriman, "SK (1).pdf").pesan


def test_diambil_dua_kali_hanya_sekali(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman, k = kirim(kantor, ketua), klien(ketua)
    ambil(k, kantor, kiriman, "a/Surat keputusan.pdf")
    assert ambil(k, kantor, kiriman, "a/Surat keputusan.pdf") == "Centang dahulu berkas yang diambil."
    assert Bukti.objects.count() == 1


def test_isinya_rusak_di_dalam_zip(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    isi = bytearray(arsip_dari({"Area I/RK 1/a/SK.pdf": SK}, padat=0))
    letak = bytes(isi).index(b"%PDF") + 100
    isi[letak] ^= 0xFF  # its checksum does not hold any more
    kiriman, _ = terima_arsip(rencana=kantor.rencana, nama="x.zip", isi=ContentFile(bytes(isi)), oleh=ketua)
    ambil(klien(ketua), kantor, kiriman, "SK.pdf")
    assert (baris(kiriman, "SK.pdf").status, "rusak di dalam ZIP" in baris(kiriman, "SK.pdf").pesan) == (
        "ditolak",
        True,
    )


@pytest.mark.cakram
def test_penyimpanan_gagal_di_tengah_tidak_meninggalkan_yang_setengah(
    kantor: Kantor, ketua: Pengguna, klien: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The second of three files fails while it is written: the first and the third are whole, it goes on waiting."""
    kiriman, k = kirim(kantor, ketua), klien(ketua)
    asli, ke = FileSystemStorage._save, iter(range(99))

    def setengah(self: FileSystemStorage, nama: str, isi: Any) -> str:
        if next(ke) == 1:
            asli(self, nama, io.BytesIO(isi.read(50)))
            raise OSError("kabel tercabut")
        return asli(self, nama, isi)

    monkeypatch.setattr(FileSystemStorage, "_save", setengah)
    kalimat = ambil(k, kantor, kiriman, "a/Surat keputusan.pdf", "April.pdf", "kegiatan.pdf")
    assert kalimat.startswith("2 berkas diambil")
    gagal = baris(kiriman, "April.pdf")
    assert (gagal.status, gagal.bukti, "penyimpanan" in gagal.pesan) == ("menunggu", None, True)
    assert (Bukti.objects.count(), Berkas.objects.count(), len(di_rak())) == (2, 2, 2)
    assert periksa_rak(kini=timezone.now()).baik
    assert ambil(k, kantor, kiriman, "April.pdf") == "1 berkas diambil sebagai bukti."


def test_barisnya_gagal_ditulis_buktinya_tidak_ada(
    kantor: Kantor, ketua: Pengguna, klien: Buka, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the bukti and the row: neither, and no file."""
    kiriman = kirim(kantor, ketua)

    def mati(*_: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("zona.kiriman.domain.baris._ubah", mati)
    with pytest.raises(KeyboardInterrupt):
        ambil(klien(ketua), kantor, kiriman, "a/Surat keputusan.pdf")
    assert (Bukti.objects.count(), Berkas.objects.count(), di_rak()) == (0, 0, {})
    assert baris(kiriman, "a/Surat keputusan.pdf").status == StatusBaris.MENUNGGU


# --- places, passing over, marking --------------------------------------------------------------------


def test_tempat_lain_dipilih(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman, k = kirim(kantor, ketua), klien(ketua)
    b, syarat, kali = (
        baris(kiriman, "Notula rapat.pdf"),
        kantor.syarat["III", "tiap"],
        kantor.pelaksanaan["III", "a"][1],
    )
    alamat = kantor.alamat(f"kiriman/berkas/{b.pk}/")
    pilihan = [o["value"] for o in urai(k.get(alamat)).select("select[name=tempat] option")]
    assert f"{syarat.pk}-{kali.pk}" in pilihan
    jawaban = k.post(alamat, {"tempat": f"{syarat.pk}-{kali.pk}"}, headers=HTMX)
    assert (jawaban.status_code, urai(jawaban).tr["id"]) == (200, f"berkas-{b.pk}")
    b.refresh_from_db()
    assert (b.syarat, b.pelaksanaan) == (syarat, kali)
    ambil(k, kantor, kiriman, "Notula rapat.pdf")
    assert (Bukti.objects.get().syarat, Bukti.objects.get().pelaksanaan) == (syarat, kali)


def test_pilihan_disaring_dengan_kata(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    b = baris(kirim(kantor, ketua), "kegiatan.pdf")
    halaman = urai(klien(ketua).get(kantor.alamat(f"kiriman/berkas/{b.pk}/"), {"q": "laporan pengawasan"}))
    assert [teks(o) for o in halaman.select("select[name=tempat] option")] == ["Pilih", "Laporan kegiatan"]


def test_tempat_yang_tidak_ada_ditolak_di_tempatnya(kantor: Kantor, anggota: Pengguna, klien: Buka) -> None:
    b = baris(kirim(kantor, anggota), "kegiatan.pdf")
    alamat = kantor.alamat(f"kiriman/berkas/{b.pk}/")
    for tempat_ in ("", "999999", "x-y", str(kantor.syarat["II", "aksi"].pk)):  # the last: not their pengungkit
        jawaban = klien(anggota).post(alamat, {"tempat": tempat_}, headers=HTMX)
        assert (jawaban.status_code, jawaban["HX-Retarget"]) == (422, f"#pilih-{b.pk}")
        assert urai(jawaban).select(".kolom-galat")
    assert BarisKiriman.objects.get(pk=b.pk).syarat is None


def test_dilewati(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman = kirim(kantor, ketua)
    tujuan = kantor.alamat(f"kiriman/{kiriman.pk}/lewati/")
    tanggapan = klien(ketua).post(tujuan, {"berkas": ["1", "2", "x", "99999999999"]}, follow=True)
    assert "2 berkas dilewati." in teks(tanggapan)
    assert list(kiriman.baris.filter(status=StatusBaris.DILEWATI).values_list("urutan", flat=True)) == [1, 2]


def test_centang_menurut_keyakinan_hanya_menandai(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman = kirim(kantor, ketua)
    halaman = urai(klien(ketua).get(kantor.alamat(f"kiriman/{kiriman.pk}/"), {"tandai": "80"}))
    kotak = halaman.select("input[name=berkas]")
    tercentang = {k["value"] for k in kotak if k.has_attr("checked")}
    kuat = {str(b.urutan) for b in kiriman.baris.filter(keyakinan__gte=80)}
    assert (len(kotak), tercentang) == (5, kuat)
    assert kuat
    assert Bukti.objects.count() == 0


def test_seribu_baris_terbagi_halaman(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman = kirim(kantor, ketua, {f"map/{i:04}.pdf": b"x" for i in range(1_010)})
    k = klien(ketua)
    halaman = urai(k.get(kantor.alamat(f"kiriman/{kiriman.pk}/"), {"halaman": 21}))
    assert [len(halaman.select("input[name=berkas]")), teks(halaman.select_one("nav[aria-label=Halaman] span"))] == [
        10, "Halaman 21 dari 21",
    ]  # fmt: skip


# --- rights -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "koordinator-ii", "anggota"])
def test_yang_mengunggah_boleh_mengirim(kantor: Kantor, klien: Buka, siapa: str) -> None:
    assert klien(kantor.orang[siapa]).get(kantor.alamat("kiriman/")).status_code == 200


@pytest.mark.parametrize("siapa", ["penilai", "admin"])
def test_pembaca_diberi_tahu_sebabnya(kantor: Kantor, klien: Buka, siapa: str) -> None:
    k, kiriman = klien(kantor.orang[siapa]), kirim(kantor, kantor.orang["ketua"])
    for ekor in (
        "kiriman/",
        f"kiriman/{kiriman.pk}/",
        f"kiriman/berkas/{kiriman.baris.all()[0].pk}/",
        "kiriman/terbaru/",
    ):
        tanggapan = k.get(kantor.alamat(ekor))
        assert (tanggapan.status_code, "hanya untuk kepala, ketua" in teks(tanggapan)) == (403, True)
    assert "jatuhkan" not in k.get(kantor.alamat("rencana/")).content.decode()


def test_dilihat_pembuat_dan_ketua(kantor: Kantor, klien: Buka) -> None:
    kiriman = kirim(kantor, kantor.orang["anggota"])
    for siapa, kode in {"anggota": 200, "ketua": 200, "kepala": 404, "koordinator-i": 404, "orang-luar": 404}.items():
        k = klien(kantor.orang[siapa])
        alamat = [
            f"kiriman/{kiriman.pk}/",
            f"kiriman/{kiriman.pk}/tutup/",
            f"kiriman/berkas/{kiriman.baris.all()[0].pk}/",
        ]
        assert {k.get(kantor.alamat(a)).status_code for a in alamat} == {kode}, siapa
        if kode == 404:
            assert {
                k.post(kantor.alamat(f"kiriman/{kiriman.pk}/{a}/")).status_code for a in ("ambil", "lewati", "tutup")
            } == {404}
            assert k.post(kantor.alamat(alamat[2].removeprefix("/"))).status_code == 404


def test_hanya_diambil_untuk_pengungkit_sendiri(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, klien: Buka
) -> None:
    kiriman = kirim(kantor, anggota)
    ambil(klien(anggota), kantor, kiriman, "kegiatan.pdf", "a/Surat keputusan.pdf")
    laporan = baris(kiriman, "kegiatan.pdf")
    assert (laporan.status, laporan.pesan) == (
        "menunggu",
        "Bukti pengungkit II diambil oleh timnya, ketua, atau kepala.",
    )
    assert Bukti.objects.get().syarat == kantor.syarat["I", "aksi"]
    assert ambil(klien(ketua), kantor, kiriman, "kegiatan.pdf") == "1 berkas diambil sebagai bukti."


# --- closed -------------------------------------------------------------------------------------------


def test_ditutup_isinya_dihapus_buktinya_tetap(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman, k = kirim(kantor, ketua), klien(ketua)
    ambil(k, kantor, kiriman, "a/Surat keputusan.pdf")
    alamat = kantor.alamat(f"kiriman/{kiriman.pk}/tutup/")
    assert "4 berkas belum dicocokkan dan akan dibuang." in teks(k.get(alamat))
    k.post(alamat)
    kiriman.refresh_from_db()
    assert (kiriman.status, tersisa(), len(di_rak()), Bukti.objects.count()) == (StatusKiriman.SELESAI, [], 1, 1)
    tujuan = kantor.alamat(f"kiriman/{kiriman.pk}/ambil/")
    assert "sudah ditutup" in teks(k.post(tujuan, {"berkas": [2]}, follow=True))
    assert "sudah ditutup" in teks(k.post(alamat, follow=True))
    assert urai(k.get(kantor.alamat(f"kiriman/{kiriman.pk}/"))).select("input[name=berkas]") == []


def test_yang_ditinggalkan_dibersihkan_tiap_malam(kantor: Kantor, ketua: Pengguna) -> None:
    kiriman, kini = kirim(kantor, ketua), timezone.now()
    yatim = tempat.folder(uuid4())
    yatim.mkdir()
    (yatim / "arsip").write_bytes(b"x")
    assert periksa_rak(kini=kini).kiriman_ditutup == 0
    assert len(tersisa()) == 2
    assert bersihkan_kiriman(kini=kini + timedelta(hours=2)) == 0
    assert tersisa() == [f"{kiriman.kode.hex}/arsip"]
    assert periksa_rak(kini=kini + UMUR + timedelta(hours=1)).kiriman_ditutup == 1
    kiriman.refresh_from_db()
    assert (kiriman.status, tersisa()) == (StatusKiriman.DIBUANG, [])


def test_isinya_hilang_dikatakan(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    kiriman = kirim(kantor, ketua)
    tempat.buang(kiriman.kode)
    ambil(klien(ketua), kantor, kiriman, "a/Surat keputusan.pdf")
    b = baris(kiriman, "a/Surat keputusan.pdf")
    assert (b.status, b.pesan) == ("menunggu", tempat.HILANG)


# --- queries ------------------------------------------------------------------------------------------


def banyak_kueri(k: Klien, alamat: str) -> int:
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        assert k.get(alamat).status_code == 200
    return len(kueri)


def test_kueri_tetap(kantor: Kantor, ketua: Pengguna, klien: Buka) -> None:
    k = klien(ketua)
    satu = kirim(kantor, ketua, {"Area I/RK 1/a/Surat keputusan.pdf": SK})
    k.get(kantor.alamat("kiriman/"))
    daftar = banyak_kueri(k, kantor.alamat("kiriman/"))
    tiga = kirim(kantor, ketua)
    kirim(kantor, ketua)
    assert banyak_kueri(k, kantor.alamat("kiriman/")) == daftar <= 6
    ambil(k, kantor, satu, "Surat keputusan.pdf")
    ambil(k, kantor, tiga, "April.pdf", "kegiatan.pdf")
    kueri = banyak_kueri(k, kantor.alamat(f"kiriman/{satu.pk}/"))
    assert banyak_kueri(k, kantor.alamat(f"kiriman/{tiga.pk}/")) == kueri <= 9
    pilih = [banyak_kueri(k, kantor.alamat(f"kiriman/berkas/{b.pk}/")) for b in tiga.baris.all()[:3]]
    assert len(set(pilih)) == 1
