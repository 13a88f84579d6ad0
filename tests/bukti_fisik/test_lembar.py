"""One bukti: the document beside the decision, the verdict and the next in the queue, the thread."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.domain.bukti import catat_tautan, kembalikan_bukti, pakai_bukti, tarik_bukti, unggah_bukti
from bukti_fisik.domain.catatan import catat_pada_bukti
from bukti_fisik.enums import Pindai
from bukti_fisik.models import Berkas, Bukti, CatatanBukti, KeadaanTautan
from pengungkit.models import Pertanyaan
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.berkas_contoh import gambar, kantoran, pdf
from tests.pabrik import Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

BukaKlien = Callable[..., Klien]


def unggah(kantor: Kantor, oleh: Pengguna, nama: str = "notula.pdf", isi: bytes | None = None, **lain: Any) -> Bukti:
    lengkap = {"syarat": kantor.syarat["I", "aksi"], "pelaksanaan": None, **lain}
    isi = pdf(nama, halaman=3) if isi is None else isi
    return unggah_bukti(nama=nama, isi=ContentFile(isi), oleh=oleh, **lengkap)


def alamat(kantor: Kantor, bukti: Bukti, ekor: str = "") -> str:
    return kantor.alamat(f"bukti/{bukti.pk}/{ekor}")


def tombol(halaman: Any) -> list[str]:
    return [teks(t) for t in urai(halaman).select("main button, main a.tombol")]


def test_the_document_opens_where_the_proof_begins(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, klien: BukaKlien
) -> None:
    bukti = unggah(kantor, anggota, halaman=2, tanggal_dokumen=date(2023, 3, 1), catatan="Lihat butir 3")
    peramban = klien(ketua)
    halaman = urai(peramban.get(alamat(kantor, bukti)))
    (lembar,) = halaman.select("#dokumen img")
    assert (lembar["src"], lembar["alt"]) == (alamat(kantor, bukti, "halaman/2/"), "Halaman 2 dari 3, notula.pdf")
    assert [a["href"] for a in halaman.select(".balik-halaman a")] == [
        f"{alamat(kantor, bukti)}?halaman={n}" for n in (1, 3)
    ]
    for mata in ("I.1.a Surat keputusan", "1 Maret 2023", "Lihat butir 3", "Menunggu verifikasi"):
        assert mata in teks(halaman.select_one(".keputusan"))
    fragmen = peramban.get(f"{alamat(kantor, bukti)}?halaman=3", headers=HTMX)
    penuh = peramban.get(f"{alamat(kantor, bukti)}?halaman=3")
    assert rapi(pasang_fragmen(halaman, fragmen, "dokumen")) == rapi(penuh)


@pytest.mark.parametrize(("minta", "dapat"), [("0", 1), ("99", 3), ("x", 1), ("9" * 30, 1), ("²", 1), ("", 1)])
def test_the_nearest_page_there_is(kantor: Kantor, anggota: Pengguna, klien: BukaKlien, minta: str, dapat: int) -> None:
    bukti = unggah(kantor, anggota)
    halaman = urai(klien(anggota).get(alamat(kantor, bukti), {"halaman": minta}))
    assert f"Halaman {dapat} dari 3" in teks(halaman.select_one(".balik-halaman"))


def test_what_is_not_drawn_says_why(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    bukti = unggah(kantor, anggota)
    peramban = klien(anggota)

    def dokumen() -> str:
        (satu,) = urai(peramban.get(alamat(kantor, bukti))).select("#dokumen")
        assert satu.select("img") == []
        return teks(satu)

    Berkas.objects.update(pindai=Pindai.KARANTINA)
    assert dokumen() == "Berkas ini ditahan: menunggu pemindaian virus. Ia dapat dibuka sesudah dipindai bersih."
    Berkas.objects.update(pindai=Pindai.TIDAK, peringatan="skrip (JavaScript)")
    assert "memuat skrip (JavaScript), sehingga tidak dibuka di sini" in dokumen()
    bukti = unggah(kantor, anggota, "daftar.docx", kantoran())
    assert dokumen().startswith("Dokumen jenis ini tidak dapat ditampilkan di halaman. Unduh daftar.docx")


def test_a_link_is_opened_elsewhere(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    tautan = "https://drive.google.com/file/d/1"
    bukti = catat_tautan(syarat=kantor.syarat["I", "aksi"], pelaksanaan=None, tautan=tautan, judul="SK", oleh=anggota)
    KeadaanTautan.objects.create(satker=kantor.satker, alamat=tautan, hidup=False, keterangan="Tidak ditemukan (404).")
    halaman = urai(klien(anggota).get(alamat(kantor, bukti)))
    (buka,) = halaman.select("#dokumen a")
    assert (buka["href"], buka["rel"]) == (tautan, ["noreferrer"])
    assert teks(halaman.select_one("#dokumen .kolom-galat")) == "Kunjungan terakhir: Tidak ditemukan (404)."


def test_accept_goes_on_to_the_next(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, koordinator_i: Pengguna, klien: BukaKlien
) -> None:
    satu, dua, tiga = (unggah(kantor, anggota, f"{n}.pdf") for n in "abc")
    unggah(kantor, ketua, "sendiri.pdf")
    peramban = klien(ketua)
    assert tombol(peramban.get(alamat(kantor, dua)))[:4] == ["Berikutnya di antrean", "Berikutnya", "Buka", "Terima"]
    for bukti, berikut in ((dua, alamat(kantor, tiga)), (tiga, alamat(kantor, satu))):
        tanggapan = peramban.post(alamat(kantor, bukti), {"putusan": "terima"})
        assert (tanggapan.status_code, tanggapan["Location"]) == (303, berikut)
    halaman = peramban.get(alamat(kantor, satu))
    assert "c.pdf diterima." in teks(halaman)
    tanggapan = peramban.post(alamat(kantor, satu), {"putusan": "kembalikan", "alasan": "Belum ditandatangani"})
    assert tanggapan["Location"] == kantor.alamat("bukti/verifikasi/")
    assert list(Bukti.objects.order_by("pk").values_list("status", "alasan", "diverifikasi_oleh")) == [
        ("dikembalikan", "Belum ditandatangani", ketua.pk),
        ("diterima", "", ketua.pk),
        ("diterima", "", ketua.pk),
        ("menunggu", "", None),
    ]


@pytest.mark.parametrize(
    ("isi", "galat"),
    [
        ({"putusan": "kembalikan"}, "Tulis alasannya."),
        ({"putusan": "kembalikan", "alasan": "  "}, "Tulis alasannya."),
        ({"putusan": "kembalikan", "alasan": "x" * 2001}, "Alasan paling panjang 2.000 huruf."),
        ({"putusan": "hapus"}, "Pilih terima atau kembalikan."),
        ({}, "Pilih terima atau kembalikan."),
    ],
)
def test_a_verdict_that_is_none_stays_on_the_page(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, klien: BukaKlien, isi: dict[str, str], galat: str
) -> None:
    bukti = unggah(kantor, anggota)
    tanggapan = klien(ketua).post(alamat(kantor, bukti), isi)
    assert tanggapan.status_code == 422
    assert galat in teks(urai(tanggapan).select_one("#putusan"))
    assert urai(tanggapan).select_one("#putusan textarea").get_text().strip() == isi.get("alasan", "").strip()
    assert Bukti.objects.get().status == "menunggu"


def test_who_was_slower_is_told(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, kepala: Pengguna, klien: BukaKlien
) -> None:
    bukti = unggah(kantor, anggota)
    kembalikan_bukti(bukti=bukti, alasan="Salah", oleh=ketua)
    tanggapan = klien(kepala).post(alamat(kantor, bukti), {"putusan": "terima"})
    assert tanggapan.status_code == 422
    assert teks(urai(tanggapan).select_one("#putusan [role=alert]")) == (
        f"Bukti ini sudah berubah: dikembalikan oleh {ketua.nama}."
    )
    assert urai(tanggapan).select("#putusan form") == []


def test_verdict_403_and_404(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, penilai: Pengguna, koordinator_ii: Pengguna,
    orang_luar: Pengguna, klien: BukaKlien,
) -> None:  # fmt: skip
    bukti = unggah(kantor, ketua)
    for orang in (ketua, anggota, penilai, koordinator_ii):
        assert klien(orang).post(alamat(kantor, bukti), {"putusan": "terima"}).status_code == 403
        assert "Terima" not in tombol(klien(orang).get(alamat(kantor, bukti)))
    for cara in ("get", "post"):
        assert getattr(klien(orang_luar), cara)(alamat(kantor, bukti)).status_code == 404
    assert klien(orang_luar).post(alamat(kantor, bukti, "catatan/"), {"teks": "x"}).status_code == 404
    assert klien(ketua).get(alamat(kantor, bukti).replace("2023", "2024")).status_code == 404
    assert klien(ketua).put(alamat(kantor, bukti)).status_code == 405
    assert klien(ketua).get(alamat(kantor, bukti, "catatan/")).status_code == 405
    assert Bukti.objects.get().status == "menunggu"


def test_the_whole_thread_stays(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, penilai: Pengguna, klien: BukaKlien
) -> None:
    satu = unggah(kantor, anggota)
    tanggapan = klien(penilai).post(alamat(kantor, satu, "catatan/"), {"teks": "Tanggalnya belum ada."})
    assert (tanggapan.status_code, tanggapan["Location"]) == (303, f"{alamat(kantor, satu)}#utas")
    klien(anggota).post(alamat(kantor, satu, "catatan/"), {"teks": "Kami perbaiki."})
    kembalikan_bukti(bukti=satu, alasan="Tanpa tanggal", oleh=ketua)
    dua = unggah(kantor, anggota, "notula-2.pdf")
    tarik_bukti(bukti=satu, alasan="Diganti", oleh=anggota)
    for bukti in (satu, dua):
        utas = urai(klien(penilai).get(alamat(kantor, bukti))).select(".utas li")
        assert [teks(u).split(" · ")[0] for u in utas] == [
            f"{anggota.nama} mengunggah bukti versi 1",
            f"{penilai.nama} mencatat versi 1",
            f"{anggota.nama} mencatat versi 1",
            f"{ketua.nama} mengembalikan bukti versi 1",
            f"{anggota.nama} mengunggah bukti versi 2",
            f"{anggota.nama} menarik bukti versi 1",
        ]
        kata = [teks(u.select_one(".isi-utas")) if u.select_one(".isi-utas") else "" for u in utas]
        assert kata == ["", "Tanggalnya belum ada.", "Kami perbaiki.", "Tanpa tanggal", "", "Diganti"]
    assert Jejak.objects.filter(tindakan="mencatat pada bukti").count() == 2


def test_notes_are_of_those_who_note_or_answer(
    kantor: Kantor, anggota: Pengguna, admin: Pengguna, koordinator_ii: Pengguna, klien: BukaKlien
) -> None:
    bukti = unggah(kantor, anggota)
    for orang in (admin, koordinator_ii):
        tanggapan = klien(orang).post(alamat(kantor, bukti, "catatan/"), {"teks": "x"})
        assert tanggapan.status_code == 403
        assert "Kirim catatan" not in tombol(klien(orang).get(alamat(kantor, bukti)))
    for isi in ("", "  ", "x" * 2001):
        tanggapan = klien(anggota).post(alamat(kantor, bukti, "catatan/"), {"teks": isi})
        assert tanggapan.status_code == 422
        assert urai(tanggapan).select("#utas .kolom-galat")
    with pytest.raises(DomainError, match=r"^Tulis catatannya\.$"):
        catat_pada_bukti(bukti=bukti, teks=" ", oleh=anggota)
    assert CatatanBukti.objects.count() == 0


def test_where_else_it_serves(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    satu = unggah(kantor, anggota)
    unggah(kantor, anggota, "lain.pdf")
    dua = pakai_bukti(bukti=satu, syarat=kantor.syarat["I", "baris"], pelaksanaan=None, oleh=anggota)
    bagian = urai(klien(anggota).get(alamat(kantor, satu))).select_one("[aria-labelledby=judul-lain]")
    assert [(a["href"], teks(a)) for a in bagian.select("a")] == [(alamat(kantor, dua), "I.1 Laporan kegiatan")]
    tarik_bukti(bukti=dua, alasan="Keliru", oleh=anggota)
    bagian = urai(klien(anggota).get(alamat(kantor, satu))).select_one("[aria-labelledby=judul-lain]")
    assert teks(bagian) == "Juga dipakai di Hanya di sini."


def test_questions_it_stands_beside(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    bukti = unggah(kantor, anggota)
    bukti.pertanyaan.add(*Pertanyaan.objects.filter(kode__in=["A1.1.a", "A1.1.b"]))
    bagian = urai(klien(anggota).get(alamat(kantor, bukti))).select_one("[aria-labelledby=judul-soal]")
    assert [teks(li) for li in bagian.select("li")] == ["A1.1.a Apakah A1.1.a?", "A1.1.b Apakah A1.1.b?"]


def test_queries_do_not_grow(kantor: Kantor, anggota: Pengguna, ketua: Pengguna, klien: BukaKlien) -> None:
    satu = unggah(kantor, anggota, "gambar.jpg", gambar())
    hitung = []
    for _ in range(3):
        peramban = klien(ketua)
        peramban.get(kantor.alamat("bukti/"))
        with CaptureQueriesContext(connection) as kueri:
            assert peramban.get(alamat(kantor, satu)).status_code == 200
        hitung.append(len(kueri))
        for n in range(2):
            lain = unggah(kantor, anggota, f"{len(hitung)}-{n}.pdf")
            catat_pada_bukti(bukti=lain, teks="Catatan", oleh=ketua)
        baru = kantor.syarat[("II", "III", "IV")[len(hitung) - 1], "aksi"]
        pakai_bukti(bukti=satu, syarat=baru, pelaksanaan=None, oleh=anggota)
        satu.pertanyaan.add(Pertanyaan.objects.exclude(bukti=satu).first())
    assert hitung == [hitung[0]] * 3
    assert hitung[0] <= 20


def test_the_document_alone_is_for_reading_in_place(
    kantor: Kantor, anggota: Pengguna, ketua: Pengguna, penilai: Pengguna, orang_luar: Pengguna, klien: BukaKlien
) -> None:
    bukti = unggah(kantor, anggota, halaman=2)
    peramban = klien(penilai)
    lihat = alamat(kantor, bukti, "lihat/")
    halaman = urai(peramban.get(lihat, headers=HTMX))
    (lembar,) = halaman.select("img")
    assert lembar["src"] == alamat(kantor, bukti, "halaman/2/")
    assert [a["hx-get"] for a in halaman.select(".balik-halaman a")] == [f"{lihat}?halaman={n}" for n in (1, 3)]
    assert halaman.select("[id]") == []  # several may stand on one page
    penuh = peramban.get(lihat)
    assert (penuh.status_code, penuh["Location"]) == (302, alamat(kantor, bukti))
    assert klien(orang_luar).get(lihat, headers=HTMX).status_code == 404
    Berkas.objects.update(pindai=Pindai.KARANTINA)
    assert "Berkas ini ditahan: menunggu pemindaian virus." in teks(urai(peramban.get(lihat, headers=HTMX)))
