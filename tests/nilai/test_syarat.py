"""The conditions of a proposal: filled in with their proof, judged, never lost to a second writer."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.domain.bukti import catat_tautan, kembalikan_bukti, tarik_bukti, terima_bukti
from bukti_fisik.domain.periksa_tautan import catat_keadaan
from bukti_fisik.enums import Pindai, StatusBukti
from bukti_fisik.models import Berkas, Bukti
from pengungkit.models import Instrumen
from tests.bantuan import teks, urai
from tests.berkas_contoh import pdf
from tests.bukti_contoh import taruh
from tests.pabrik import Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.nilai.domain.syarat import isi_syarat, nyatakan_dikunjungi
from zona.nilai.models import PemenuhanSyarat
from zona.nilai.queries.syarat import alamat_syarat, lembar_syarat
from zona.nilai.syarat import (
    MENURUT_KODE,
    SYARAT,
    IsianSyaratSalah,
    batas_peraturan,
    kata_isian,
    periksa_syarat,
    rapikan,
    sakip_minimal,
    setahun_sesudah,
)
from zona.organisasi.models import Pengguna

HARI = date(2023, 3, 15)
SUMBER = {
    "batas_usulan": "31 Mei (atau tanggal lain yang diumumkan)",
    "sumber": "PermenPANRB 5/2024 Tabel 5",
    "instansi": {"sakip": {"wbk": "B", "wbbm": "BB"}},
}


@pytest.fixture(autouse=True)
def instrumen(kantor: Kantor) -> None:
    Instrumen.objects.update(syarat_pengusulan=SUMBER)
    kantor.rencana.refresh_from_db()


def isi(kantor: Kantor, kode: str, isian: str, **lain: Any) -> None:
    isi_syarat(rencana=kantor.rencana, kode=kode, isian=isian, **{"oleh": kantor.orang["ketua"], **lain})


def baris(halaman: Any) -> dict[str, list[str]]:
    tr = urai(halaman).select(".tabel-syarat tbody tr")
    return {teks(b.th): [teks(td) for td in b.find_all("td")] for b in tr}


# --- the rules, by hand --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kode", "isian", "tersimpan", "kata"),
    [
        ("zi_setahun", " 2022-01-15 ", "2022-01-15", "15 Januari 2022"),
        ("tlhp", "87,50", "87.5", "87,5 %"),
        ("tlhp", "100", "100", "100 %"),
        ("sakip", "BB", "BB", "BB"),
        ("layanan_inti", "ya", "ya", "ya"),
        ("surat_usulan", " B/12/2023 ", "B/12/2023", "B/12/2023"),
    ],
)
def test_what_is_filled_in_is_kept_in_one_form(kode: str, isian: str, tersimpan: str, kata: str) -> None:
    assert rapikan(MENURUT_KODE[kode], isian) == tersimpan
    assert kata_isian(MENURUT_KODE[kode], tersimpan) == kata


@pytest.mark.parametrize(
    ("kode", "isian"),
    [
        ("zi_setahun", "31-01-2022"), ("zi_setahun", "1899-01-01"), ("tlhp", "100,01"), ("tlhp", "-1"),
        ("tlhp", "1e30"), ("tlhp", "NaN"), ("tlhp", "99,999"), ("sakip", "E"), ("layanan_inti", "mungkin"),
        ("surat_usulan", "x" * 61), ("sptjm", "  "),
    ],
)  # fmt: skip
def test_what_it_cannot_be_is_refused(kode: str, isian: str) -> None:
    with pytest.raises(IsianSyaratSalah):
        rapikan(MENURUT_KODE[kode], isian)


@pytest.mark.parametrize(
    ("kode", "isian", "sebab"),
    [
        ("zi_setahun", "2022-03-15", ""),
        ("zi_setahun", "2022-03-16", "genap 1 tahun pada 16 Maret 2023"),
        ("tlhp", "100", ""),
        ("tlhp", "87.5", "kurang 12,5 persen"),
        ("sakip", "B", ""),
        ("sakip", "CC", "minimal B"),
        ("survei_mandiri", "2023-03-16", "tanggalnya sesudah hari ini"),
        ("layanan_inti", "tidak", "belum terpenuhi"),
        ("sptjm", "12/2023", ""),
    ],
)
def test_condition_met_or_why_not(kode: str, isian: str, sebab: str) -> None:
    assert periksa_syarat(MENURUT_KODE[kode], isian, HARI, "B") == sebab


def test_year_on_from_a_leap_day() -> None:
    assert setahun_sesudah(date(2024, 2, 29)) == date(2025, 3, 1)


def test_least_predikat_and_last_day_come_from_the_instrument() -> None:
    assert (sakip_minimal(SUMBER, wbbm=False), sakip_minimal(SUMBER, wbbm=True)) == ("B", "BB")
    assert (sakip_minimal({}, wbbm=False), sakip_minimal({}, wbbm=True)) == ("B", "BB")
    assert batas_peraturan(SUMBER, 2023) == date(2023, 5, 31)
    assert [batas_peraturan({"batas_usulan": b}, 2023) for b in ("31 Juni", "akhir Mei", "")] == [None] * 3


# --- the page ------------------------------------------------------------------------------------------


def test_page_names_each_condition_and_the_days_left(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna
) -> None:
    isi(kantor, "tlhp", "90", tautan="https://contoh.id/tlhp")
    isi(kantor, "sakip", "A")
    isi(kantor, "zi_setahun", "2022-01-01", tautan="https://contoh.id/piagam", catatan="Pencanangan bersama")
    nyatakan_dikunjungi(pemenuhan=PemenuhanSyarat.objects.get(kode="zi_setahun"), oleh=kepala)
    halaman = klien(kepala).get(kantor.alamat("nilai/syarat/"))
    tabel = baris(halaman)
    assert list(tabel) == [s.nama for s in SYARAT if not s.wbbm_saja]
    assert {b[0] for k, b in tabel.items() if "SAKIP" not in k and "TLHP" not in k and "1 tahun" not in k} >= {
        "Belum diisi"
    }
    assert tabel["Tindak lanjut hasil pemeriksaan APIP dan BPK 100 %"] == [
        "Kurang 10 persen", "90 %", "https://contoh.id/tlhp", "Ketua 15 Mar 2023",
    ]  # fmt: skip
    assert tabel["Nilai SAKIP unit (evaluasi internal)"][:3] == ["Belum ada buktinya", "A", "belum ada"]
    assert tabel["Membangun ZI paling sedikit 1 tahun"][:2] == ["Terpenuhi", "1 Januari 2022 Pencanangan bersama"]
    assert teks(urai(halaman).select_one(".syarat-pokok")) == (
        "1 dari 9 syarat terpenuhi untuk WBK. Batas usulan 31 Mei 2023: 77 hari lagi . Diumumkan tanggal lain?"
    )


def test_announced_day_counts_instead(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    isi(kantor, "batas_usulan", "2023-03-15")
    pokok = teks(urai(klien(kepala).get(kantor.alamat("nilai/syarat/"))).select_one(".syarat-pokok"))
    assert "Batas usulan 15 Maret 2023 (diumumkan): hari ini" in pokok


def test_wbbm_asks_for_more(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    isi(kantor, "sakip", "B", tautan="https://contoh.id/sakip")
    tabel = baris(klien(kepala).get(kantor.alamat("nilai/syarat/?kategori=WBBM")))
    assert tabel["Nilai SAKIP unit (evaluasi internal)"][0] == "Minimal BB"
    assert tabel["Sudah berpredikat Menuju WBK"][0] == "Belum diisi"


def test_conditions_of_the_instrument_in_force_where_the_plans_has_none(
    klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna
) -> None:
    Instrumen.objects.update(syarat_pengusulan={}, bawaan=False)
    Instrumen.objects.create(kode="baru", nama="Baru", bawaan=True, isi_sha256="1" * 64, syarat_pengusulan=SUMBER)
    bagian = urai(klien(kepala).get(kantor.alamat("nilai/syarat/"))).find("section", {"aria-labelledby": "j-instansi"})
    assert teks(bagian.p) == (
        "Instrumen rencana ini tidak memuat syarat pengusulan; yang dipakai yang berlaku. "
        "Dasar: PermenPANRB 5/2024 Tabel 5."
    )


def test_links_to_fill_in_for_kepala_and_ketua_only(klien: Callable[..., Any], kantor: Kantor) -> None:
    orang = ("kepala", "ketua", "koordinator-i", "anggota", "penilai", "admin")
    punya = {
        nama
        for nama in orang
        if urai(klien(kantor.orang[nama]).get(kantor.alamat("nilai/syarat/"))).select(".tabel-syarat th a")
    }
    assert punya == {"kepala", "ketua"}


# --- filling in ----------------------------------------------------------------------------------------


def kirim(kantor: Kantor, peramban: Any, kode: str, **data: Any) -> Any:
    return peramban.post(kantor.alamat(f"nilai/syarat/{kode}/"), {"revisi": 0, "isian": "100", **data})


def test_saved_with_a_file_of_its_own(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    surat = SimpleUploadedFile("tlhp.pdf", pdf(), "application/pdf")
    jawaban = kirim(kantor, peramban, "tlhp", berkas=surat, catatan="Semua")
    assert (jawaban.status_code, jawaban["Location"]) == (302, kantor.alamat("nilai/syarat/"))
    milik = PemenuhanSyarat.objects.get()
    assert (milik.isian, milik.nama_berkas, milik.catatan, milik.revisi) == ("100", "tlhp.pdf", "Semua", 1)
    assert (milik.diisi_oleh, milik.bukti, milik.tautan) == (ketua, None, "")
    berkas = peramban.get(kantor.alamat("nilai/syarat/tlhp/berkas/"))
    assert (berkas.status_code, b"".join(berkas.streaming_content)) == (200, pdf())
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek_teks) == (
        "mengisi syarat pengusulan", "Tindak lanjut hasil pemeriksaan APIP dan BPK 100 %",
    )  # fmt: skip
    assert kirim(kantor, peramban, "tlhp", revisi=1, isian="99,5").status_code == 302  # the file stays
    milik.refresh_from_db()
    assert (milik.isian, milik.nama_berkas, milik.revisi) == ("99.5", "tlhp.pdf", 2)
    kirim(kantor, peramban, "tlhp", revisi=2, isian="99,5", lepas="on")
    milik.refresh_from_db()
    assert (milik.berkas, milik.nama_berkas) == (None, "")
    assert peramban.get(kantor.alamat("nilai/syarat/tlhp/berkas/")).status_code == 404


def test_saved_with_a_bukti_of_the_plan(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    bukti = Bukti.objects.create(syarat=kantor.syarat["V", "aksi"], versi=1, nama="TLHP", tautan="https://contoh.id/x")
    assert kirim(kantor, klien(ketua), "tlhp", bukti=bukti.pk).status_code == 302
    assert PemenuhanSyarat.objects.get().bukti == bukti


@pytest.mark.parametrize(
    ("data", "kolom"),
    [
        ({"isian": "101"}, "isian"),
        ({"isian": ""}, "isian"),
        ({"isian": "seratus"}, "isian"),
        ({"tautan": "ftp://contoh.id/a"}, "tautan"),
        ({"tautan": "https://contoh.id/a", "bukti": "ada"}, "bukti"),
        ({"bukti": "999"}, "bukti"),
    ],
)
def test_bad_input_gives_422_at_its_field(
    klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna, data: dict[str, str], kolom: str
) -> None:
    bukti = Bukti.objects.create(syarat=kantor.syarat["V", "aksi"], versi=1, nama="TLHP", tautan="https://contoh.id/x")
    data = {k: str(bukti.pk) if v == "ada" else v for k, v in data.items()}
    jawaban = kirim(kantor, klien(ketua), "tlhp", **data)
    assert jawaban.status_code == 422
    assert [g.parent.find(["input", "select"])["name"] for g in urai(jawaban).select(".kolom.salah .kolom-galat")] == [
        kolom
    ]
    assert (PemenuhanSyarat.objects.count(), Jejak.objects.count()) == (0, 0)


def test_refused_file_leaves_neither_row_nor_file(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    program = SimpleUploadedFile("tlhp.pdf", b"MZ" + b"\0" * 100, "application/pdf")
    assert kirim(kantor, klien(ketua), "tlhp", berkas=program).status_code == 422
    assert (PemenuhanSyarat.objects.count(), Berkas.objects.count(), Jejak.objects.count()) == (0, 0, 0)


def test_withdrawn_bukti_and_that_of_another_office_are_refused(kantor: Kantor, orang_luar: Pengguna) -> None:
    bukti = Bukti.objects.create(syarat=kantor.syarat["V", "aksi"], versi=1, nama="TLHP", tautan="https://contoh.id/x")
    lain = orang_luar.satker.rencana.get()
    with pytest.raises(DomainError, match="satuan kerja lain"):
        isi_syarat(rencana=lain, kode="tlhp", isian="100", bukti=bukti, oleh=orang_luar)
    bukti.status, bukti.alasan = StatusBukti.DITARIK, "salah"
    bukti.save()
    with pytest.raises(DomainError, match="ditarik"):
        isi(kantor, "tlhp", "100", bukti=bukti)


def test_second_writer_is_told_and_may_go_over_it(
    klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna, kepala: Pengguna
) -> None:
    isi(kantor, "tlhp", "80", oleh=kepala)
    peramban = klien(ketua)
    jawaban = kirim(kantor, peramban, "tlhp", isian="100")
    assert jawaban.status_code == 422
    assert teks(urai(jawaban).select_one(".pemberitahuan li")).startswith(
        "Sementara itu syarat ini diubah oleh Kepala menjadi “80”."
    )
    kolom = {k["name"]: k["value"] for k in urai(jawaban).select("main form input[value]")}
    assert (kolom["isian"], kolom["revisi"]) == ("100", "1")
    assert PemenuhanSyarat.objects.get().isian == "80"
    assert kirim(kantor, peramban, "tlhp", isian="100", revisi=1).status_code == 302
    assert PemenuhanSyarat.objects.get().isian == "100"


def test_saving_the_same_writes_nothing(kantor: Kantor) -> None:
    isi(kantor, "tlhp", "80")
    isi(kantor, "tlhp", "80,0", revisi=1)
    assert (PemenuhanSyarat.objects.get().revisi, Jejak.objects.count()) == (1, 1)


def test_emptied_leaves_its_trail(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    isi(kantor, "tlhp", "80")
    peramban = klien(ketua)
    alamat = kantor.alamat("nilai/syarat/tlhp/kosongkan/")
    assert peramban.post(alamat, {"revisi": 0})["Location"] == kantor.alamat("nilai/syarat/tlhp/")
    assert PemenuhanSyarat.objects.count() == 1
    assert peramban.post(alamat, {"revisi": 1})["Location"] == kantor.alamat("nilai/syarat/")
    assert PemenuhanSyarat.objects.count() == 0
    assert Jejak.objects.first().sebelum == {"isian": "80"}


@pytest.mark.parametrize("nama", ["koordinator-i", "anggota", "penilai", "admin"])
def test_reader_gets_403(klien: Callable[..., Any], kantor: Kantor, nama: str) -> None:
    peramban = klien(kantor.orang[nama])
    assert peramban.get(kantor.alamat("nilai/syarat/tlhp/")).status_code == 403
    assert kirim(kantor, peramban, "tlhp").status_code == 403
    assert peramban.post(kantor.alamat("nilai/syarat/tlhp/kosongkan/")).status_code == 403
    assert PemenuhanSyarat.objects.count() == 0


def test_unknown_condition_is_404(klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna) -> None:
    assert klien(ketua).get(kantor.alamat("nilai/syarat/apa-saja/")).status_code == 404


def test_queries_do_not_grow(klien: Callable[..., Any], kantor: Kantor, kepala: Pengguna) -> None:
    peramban = klien(kepala)

    def kueri() -> int:
        with CaptureQueriesContext(connection) as catatan:
            assert peramban.get(kantor.alamat("nilai/syarat/")).status_code == 200
        return len(catatan)

    isi(kantor, "tlhp", "80")
    satu = kueri()
    isi(kantor, "lhkpn", "100", tautan="https://contoh.id/a")
    isi(kantor, "lhkasn", "100", berkas=SimpleUploadedFile("a.pdf", pdf(), "application/pdf"))
    assert kueri() == satu == 7


# --- only what was judged, or opened, proves -----------------------------------------------------------


def keadaan(kantor: Kantor, kode: str = "lhkpn") -> tuple[str, str]:
    lembar = lembar_syarat(kantor.rencana, kantor.orang["kepala"], HARI)
    return next((b.keadaan, b.kalimat) for b in lembar.baris if b.syarat.kode == kode)


def test_bukti_proves_once_it_is_accepted(kantor: Kantor, ketua: Pengguna) -> None:
    bukti = taruh(kantor, "lhkpn.pdf", "menunggu")
    isi(kantor, "lhkpn", "100", bukti=bukti)
    assert keadaan(kantor) == ("menunggu", "buktinya menunggu verifikasi")
    terima_bukti(bukti=Bukti.objects.get(pk=bukti.pk), oleh=ketua)
    assert keadaan(kantor) == ("terpenuhi", "terpenuhi")
    tarik_bukti(bukti=Bukti.objects.get(pk=bukti.pk), alasan="salah", oleh=ketua)
    assert keadaan(kantor) == ("tanpa_bukti", "buktinya ditarik")


def test_returned_bukti_proves_nothing(kantor: Kantor, ketua: Pengguna) -> None:
    bukti = taruh(kantor, "lhkpn.pdf", "menunggu")
    isi(kantor, "lhkpn", "100", bukti=bukti)
    kembalikan_bukti(bukti=Bukti.objects.get(pk=bukti.pk), alasan="kabur", oleh=ketua)
    assert keadaan(kantor) == ("tanpa_bukti", "buktinya dikembalikan")


def test_address_proves_once_another_opened_it(
    klien: Callable[..., Any], kantor: Kantor, ketua: Pengguna, kepala: Pengguna, anggota: Pengguna
) -> None:
    isi(kantor, "lhkpn", "100", tautan="https://contoh.id/lhkpn")
    assert keadaan(kantor) == ("menunggu", "tautannya belum dikunjungi")
    alamat = kantor.alamat("nilai/syarat/lhkpn/dikunjungi/")
    assert klien(anggota).post(alamat).status_code == 403
    klien(ketua).post(alamat)  # whoever filled it in
    assert keadaan(kantor) == ("menunggu", "tautannya belum dikunjungi")
    tombol = "Saya sudah membuka tautannya"
    assert tombol in teks(klien(kepala).get(kantor.alamat("nilai/syarat/")))
    assert tombol not in teks(klien(ketua).get(kantor.alamat("nilai/syarat/")))
    klien(kepala).post(alamat)
    assert keadaan(kantor) == ("terpenuhi", "terpenuhi")
    assert "dikunjungi Kepala" in teks(klien(ketua).get(kantor.alamat("nilai/syarat/")))
    jejak = Jejak.objects.get(tindakan="menyatakan tautan syarat dikunjungi")
    assert (jejak.oleh_id, jejak.sesudah["tautan"]) == (kepala.pk, "https://contoh.id/lhkpn")
    isi(kantor, "lhkpn", "100", tautan="https://contoh.id/lain", revisi=1)
    assert keadaan(kantor) == ("menunggu", "tautannya belum dikunjungi")


def test_whoever_brought_the_address_in_elsewhere_does_not_vouch_for_it(kantor: Kantor, kepala: Pengguna) -> None:
    catat_tautan(
        syarat=kantor.syarat["I", "baris"], pelaksanaan=None, tautan="https://contoh.id/lhkpn", judul="L", oleh=kepala
    )
    isi(kantor, "lhkpn", "100", tautan="https://contoh.id/lhkpn")
    with pytest.raises(DomainError, match="orang lain"):
        nyatakan_dikunjungi(pemenuhan=PemenuhanSyarat.objects.get(), oleh=kepala)


@pytest.mark.parametrize(
    ("hidup", "kini"),
    [
        (True, ("terpenuhi", "terpenuhi")),
        (None, ("menunggu", "tautannya belum dikunjungi")),
        (False, ("tanpa_bukti", "tautannya mati: tidak ditemukan")),
    ],
)
def test_nightly_visit_counts(kantor: Kantor, hidup: bool | None, kini: tuple[str, str]) -> None:
    isi(kantor, "lhkpn", "100", tautan="https://contoh.id/lhkpn")
    assert list(alamat_syarat(None)) == [(kantor.satker.pk, "https://contoh.id/lhkpn")]
    catat_keadaan(
        satker_id=kantor.satker.pk, alamat="https://contoh.id/lhkpn", hidup=hidup, keterangan="tidak ditemukan",
        oleh=None,
    )  # fmt: skip
    assert keadaan(kantor) == kini


def test_file_held_back_by_the_scan_proves_nothing(kantor: Kantor) -> None:
    isi(kantor, "lhkpn", "100", berkas=SimpleUploadedFile("l.pdf", pdf("l")))
    assert keadaan(kantor) == ("terpenuhi", "terpenuhi")
    Berkas.objects.update(pindai=Pindai.KARANTINA)
    assert keadaan(kantor) == ("menunggu", "menunggu pemindaian virus")
