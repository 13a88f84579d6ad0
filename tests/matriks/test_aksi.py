"""One action's page: what it tells, to whom, and at what cost."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from bukti_fisik.domain.bukti import kembalikan_bukti, terima_bukti, unggah_bukti
from bukti_fisik.models import Bukti
from rencana_aksi.domain.pelaksanaan import catat_status
from tests.bantuan import HTMX, Klien, pasang_fragmen, rapi, teks, urai
from tests.berkas_contoh import gambar, kantoran, pdf
from tests.pabrik import HARI_INI, Kantor, tambah_baris
from zona.organisasi.models import Pengguna

BukaKlien = Callable[..., Klien]


def alamat(kantor: Kantor, huruf: str = "a", kode: str = "I") -> str:
    return kantor.alamat(f"rencana/aksi/{kantor.aksi[kode, huruf].pk}/")


def unggah(kantor: Kantor, oleh: Pengguna, nama: str, isi: bytes, syarat: str = "aksi", ke: int | None = None) -> Bukti:
    pelaksanaan = None if ke is None else kantor.pelaksanaan["I", "a"][ke]
    return unggah_bukti(
        syarat=kantor.syarat["I", syarat], pelaksanaan=pelaksanaan, nama=nama, isi=ContentFile(isi), oleh=oleh
    )


def baris(halaman: Any) -> list[list[str]]:
    return [[teks(sel) for sel in tr.find_all(["th", "td"])] for tr in urai(halaman).select("#pelaksanaan tbody tr")]


def test_aksi_kepala_dan_pelaksanaannya(kantor: Kantor, penilai: Pengguna, klien: BukaKlien) -> None:
    halaman = klien(penilai).get(alamat(kantor))
    assert teks(urai(halaman).h1) == "a. Aksi I.1.a"
    assert teks(urai(halaman).dl) == (
        "Rencana kerja 1. Kerja I.1 Jadwal 1, 13–20 Maret, 10 April Penanggung jawab Anggota"
    )
    assert baris(halaman) == [
        ["1 Mar 2023", "Terlambat", "0 dari 1", "", ""],
        ["13 Mar 2023 – 20 Mar 2023", "Belum", "0 dari 1", "", ""],
        ["10 Apr 2023", "Belum", "0 dari 1", "", ""],
    ]
    judul = [teks(h) for h in urai(halaman).select("#bukti h3")]
    assert judul == ["Surat keputusan", "Notula rapat", "Notula rapat", "Notula rapat", "Laporan kegiatan"]


def test_aksi_selesai_bukti_kurang(kantor: Kantor, ketua: Pengguna, anggota: Pengguna, klien: BukaKlien) -> None:
    pelaksanaan = kantor.pelaksanaan["I", "a"][0]
    catat_status(
        pelaksanaan=pelaksanaan, status="selesai", oleh=ketua, hari_ini=HARI_INI, realisasi=date(2023, 3, 2),
        catatan="Rapat di aula",
    )  # fmt: skip
    peramban = klien(anggota)
    harap = ["1 Mar 2023", "Selesai , bukti kurang 1", "0 dari 1", "2 Mar 2023 dicatat Ketua", "Rapat di aula"]
    harap.append("Ubah status")
    assert baris(peramban.get(alamat(kantor)))[0] == harap
    terima_bukti(bukti=unggah(kantor, anggota, "notula.pdf", pdf(), "tiap", 0), oleh=ketua)
    harap[1:3] = ["Selesai", "1 dari 1"]
    assert baris(peramban.get(alamat(kantor)))[0] == harap


def test_aksi_pelaksanaan_tunggal_menghitung_bukti_aksinya(kantor: Kantor, ketua: Pengguna, klien: BukaKlien) -> None:
    satu, *lain = kantor.pelaksanaan["I", "a"]
    for p in lain:
        catat_status(pelaksanaan=p, status="batal", oleh=ketua, hari_ini=HARI_INI, alasan="Digabung")
    catat_status(pelaksanaan=satu, status="selesai", oleh=ketua, hari_ini=HARI_INI, realisasi=HARI_INI)
    halaman = klien(ketua).get(alamat(kantor))
    assert [sel[1] for sel in baris(halaman)] == ["Selesai , bukti kurang 2", "Batal", "Batal"]
    judul = [teks(h) for h in urai(halaman).select("#bukti h3")]
    assert judul == ["Surat keputusan", "Notula rapat", "Laporan kegiatan"]


def test_aksi_bukti_dengan_keadaannya(kantor: Kantor, ketua: Pengguna, anggota: Pengguna, klien: BukaKlien) -> None:
    kembalikan_bukti(bukti=unggah(kantor, anggota, "lama.pdf", pdf("a")), alasan="Belum bertanda tangan", oleh=ketua)
    foto = unggah(kantor, anggota, "foto.jpg", gambar())
    unggah(kantor, anggota, "sk.docx", kantoran())
    daftar = urai(klien(ketua).get(alamat(kantor))).find(id=f"bukti-{kantor.syarat['I', 'aksi'].pk}")
    butir = daftar.select("li.bukti")
    assert [teks(b.select_one(".bukti-nama")) for b in butir] == [
        "Menunggu verifikasi sk.docx",
        "Menunggu verifikasi foto.jpg",
        "Dikembalikan lama.pdf",
    ]
    assert teks(butir[2].select_one(".bukti-alasan")) == "Alasan: Belum bertanda tangan"
    assert [len(b.select(".pratinjau img")) for b in butir] == [0, 1, 0]
    assert [len(b.select(".pratinjau iframe")) for b in butir] == [0, 0, 1]
    assert butir[1].img["src"] == kantor.alamat(f"bukti/{foto.pk}/berkas/")
    assert [[teks(t) for t in b.select("a.tombol, summary.tombol")] for b in butir] == [
        ["Unduh sk.docx", "Kembalikan sk.docx", "Tarik sk.docx"],
        ["Lihat foto.jpg", "Unduh foto.jpg", "Kembalikan foto.jpg", "Tarik foto.jpg"],
        ["Lihat lama.pdf", "Unduh lama.pdf", "Tarik lama.pdf"],
    ]


def _tindakan(kantor: Kantor, peramban: Klien) -> set[str]:
    """Last parts of the addresses that forms and buttons of the page lead to."""
    isi = urai(peramban.get(alamat(kantor))).find(id="isi")
    alamat_form = {f["action"].rstrip("/").rpartition("/")[2] for f in isi.select("form")}
    kata = {kata for kata in alamat_form if not kata.isdigit()}
    return kata | {"unggah" for f in isi.select("form.unggah")} | {"status" for a in isi.select("a[href*=status]")}


def test_aksi_hanya_menawarkan_yang_boleh(
    kantor: Kantor, kepala: Pengguna, ketua: Pengguna, koordinator_i: Pengguna, koordinator_ii: Pengguna,
    anggota: Pengguna, penilai: Pengguna, admin: Pengguna, klien: BukaKlien,
) -> None:  # fmt: skip
    unggah(kantor, anggota, "notula.pdf", pdf())
    semua = {"terima", "kembalikan", "tarik", "unggah", "status"}
    boleh = {
        kepala: semua - {"status"},
        ketua: semua,
        koordinator_i: semua,
        koordinator_ii: set(),
        anggota: {"tarik", "unggah", "status"},
        penilai: set(),
        admin: set(),
    }
    assert {orang: _tindakan(kantor, klien(orang)) for orang in boleh} == boleh


def test_aksi_riwayat(kantor: Kantor, ketua: Pengguna, anggota: Pengguna, klien: BukaKlien) -> None:
    pelaksanaan = kantor.pelaksanaan["I", "a"][0]
    bukti = unggah(kantor, anggota, "notula.pdf", pdf(), "tiap", 0)
    unggah(kantor, anggota, "laporan.pdf", pdf("b"), "baris")  # of the whole row, not of this action
    catat_status(pelaksanaan=pelaksanaan, status="selesai", oleh=anggota, hari_ini=HARI_INI, realisasi=date(2023, 3, 2))
    kembalikan_bukti(bukti=bukti, alasan="Halaman 2 hilang", oleh=ketua)
    riwayat = urai(klien(ketua).get(alamat(kantor))).select("#riwayat li")
    assert [teks(r).split(maxsplit=4)[4] for r in riwayat] == [
        "Ketua mengembalikan bukti notula.pdf Alasan: Halaman 2 hilang",
        "Anggota mengubah status: belum → selesai; realisasi – → 2 Mar 2023",
        "Anggota mengunggah bukti notula.pdf",
    ]


def test_aksi_riwayat_terakhir_saja(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    for i in range(30):
        unggah(kantor, anggota, f"{i}.pdf", pdf(str(i)))
    halaman = urai(klien(anggota).get(alamat(kantor)))
    assert (len(halaman.select("#riwayat li")), "Selengkapnya di jejak" in teks(halaman)) == (30, False)
    unggah(kantor, anggota, "31.pdf", pdf("31"))
    halaman = urai(klien(anggota).get(alamat(kantor)))
    assert (len(halaman.select("#riwayat li")), "Selengkapnya di jejak" in teks(halaman)) == (30, True)


def test_aksi_tanpa_syarat_sendiri(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    halaman = klien(anggota).get(alamat(kantor, "b"))
    assert baris(halaman) == [["–", "Belum", "–", "", ""]]
    assert [teks(h) for h in urai(halaman).select("#bukti h3")] == ["Laporan kegiatan"]
    kantor.syarat["I", "baris"].delete()
    assert "Rencana tidak meminta bukti untuk aksi ini." in teks(klien(anggota).get(alamat(kantor, "b")))


def test_aksi_fragmen_sama_dengan_halaman(kantor: Kantor, ketua: Pengguna, anggota: Pengguna, klien: BukaKlien) -> None:
    peramban = klien(ketua)
    sebelum = peramban.get(alamat(kantor))
    catat_status(
        pelaksanaan=kantor.pelaksanaan["I", "a"][0], status="berjalan", oleh=anggota, hari_ini=HARI_INI, catatan="x"
    )
    fragmen = peramban.get(alamat(kantor), headers=HTMX)
    assert rapi(pasang_fragmen(sebelum, fragmen, "pelaksanaan")) == rapi(peramban.get(alamat(kantor)))


def test_aksi_404_405_dan_belum_masuk(
    kantor: Kantor, anggota: Pengguna, orang_luar: Pengguna, klien: BukaKlien
) -> None:
    assert klien(orang_luar).get(alamat(kantor)).status_code == 404
    assert klien(anggota).get(alamat(kantor).replace("2023", "2022")).status_code == 404
    assert klien(orang_luar).get(alamat(kantor).replace("/uji/", "/lain/")).status_code == 404
    assert klien(anggota).post(alamat(kantor)).status_code == 405
    assert klien().get(alamat(kantor)).status_code == 302


def test_aksi_jumlah_kueri_tetap(
    kantor: Kantor, ketua: Pengguna, anggota: Pengguna, klien: BukaKlien, django_assert_num_queries: Any
) -> None:
    peramban = klien(ketua)
    for banyak in (1, 3):
        tambah_baris(kantor, 6 * banyak)
        for i in range(banyak):
            terima_bukti(bukti=unggah(kantor, anggota, f"{i}.pdf", pdf(f"{banyak}{i}"), "tiap", i), oleh=ketua)
            unggah(kantor, anggota, f"{i}.jpg", gambar(lebar=10 * banyak + i))
        # session, person, action, occurrences, syarat, roles, bukti, kendala, history
        with django_assert_num_queries(10):
            peramban.get(alamat(kantor))


def test_aksi_says_who_recorded_a_realisation(
    kantor: Kantor, ketua: Pengguna, anggota: Pengguna, klien: BukaKlien
) -> None:
    satu, dua, _ = kantor.pelaksanaan["I", "a"]
    catat_status(pelaksanaan=satu, status="selesai", realisasi=HARI_INI, oleh=ketua, hari_ini=HARI_INI)
    kemarin = date(2023, 3, 14)
    catat_status(pelaksanaan=satu, status="selesai", realisasi=kemarin, oleh=anggota, hari_ini=HARI_INI)
    catat_status(pelaksanaan=satu, status="selesai", realisasi=kemarin, catatan="x", oleh=ketua, hari_ini=HARI_INI)
    catat_status(pelaksanaan=dua, status="berjalan", oleh=ketua, hari_ini=HARI_INI)
    halaman = urai(klien(ketua).get(kantor.alamat(f"rencana/aksi/{satu.aksi_id}/")))
    realisasi = [teks(td) for td in halaman.select("#pelaksanaan td[data-label=Realisasi]")]
    assert realisasi == ["14 Mar 2023 dicatat Anggota", "", ""]
