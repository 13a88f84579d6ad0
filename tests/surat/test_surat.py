"""Papers: every save a revision, numbers once in a year, locked when signed."""

from datetime import date
from typing import Any

import pytest

from bukti_fisik.models import Berkas
from rencana_aksi.models import Rencana
from tests.pabrik import HARI_INI, Kantor
from tests.surat.bantu import SATU, SYARAT_BENAR, gambar, nomori, pdf, simpan
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.nilai.domain.syarat import isi_syarat
from zona.nilai.models import PemenuhanSyarat
from zona.surat.domain.bertanda import buka_kembali, unggah_bertanda
from zona.surat.domain.setelan import pulihkan_templat, simpan_penomoran, simpan_templat
from zona.surat.domain.surat import cabut_nomor, tulis
from zona.surat.enums import JenisSurat
from zona.surat.models import RevisiSurat, SetelanSurat, Surat, SuratBertanda, TemplatSurat
from zona.surat.queries.nomor import usul_nomor
from zona.surat.queries.surat import baca_surat
from zona.surat.queries.templat import templat_satker, templat_zona

SK, PAKTA, USULAN, SPTJM = JenisSurat.SK_TIM, JenisSurat.PAKTA, JenisSurat.USULAN, JenisSurat.SPTJM


def tolak(pesan: str, kolom: str | None = None) -> Any:
    class Tolak:
        def __enter__(self) -> None: ...

        def __exit__(self, jenis: Any, galat: Any, jejak: Any) -> bool:
            assert isinstance(galat, DomainError), galat
            assert pesan in galat.pesan
            assert galat.kolom == kolom
            return True

    return Tolak()


def unggah(kantor: Kantor, jenis: JenisSurat, **isi: Any) -> SuratBertanda:
    revisi = baca_surat(kantor.satker, 2023, jenis).revisi
    data = {"berkas": gambar(), "revisi": revisi, "hari_ini": HARI_INI, "oleh": kantor.orang["ketua"], **isi}
    return unggah_bertanda(rencana=kantor.rencana, jenis=jenis, **data)


def test_paper_begins_with_the_template_and_is_stored_when_saved(kantor: Kantor) -> None:
    awal = baca_surat(kantor.satker, 2023, SK)
    assert (awal.pk, awal.revisi, awal.isi) == (None, 0, templat_zona()[SK].isi)
    surat = simpan(kantor, SK)
    assert surat is not None
    assert (surat.revisi, surat.keadaan, surat.oleh) == (1, "draf", kantor.orang["ketua"])
    assert Jejak.objects.get().tindakan == "membuat surat"
    assert simpan(kantor, SK) is None
    assert RevisiSurat.objects.count() == 1


def test_every_save_stays(kantor: Kantor) -> None:
    for n in range(3):
        simpan(kantor, PAKTA, isi=f"Kami {n}", saksi=f"Saksi {n}; ORI")
    assert [(r.revisi, r.isi, r.rincian["saksi"]) for r in RevisiSurat.objects.all()] == [
        (3, "Kami 2", "Saksi 2; ORI"),
        (2, "Kami 1", "Saksi 1; ORI"),
        (1, "Kami 0", "Saksi 0; ORI"),
    ]


@pytest.mark.parametrize("ada", [False, True])
def test_second_of_two_is_refused(kantor: Kantor, ada: bool) -> None:
    if ada:
        simpan(kantor, SK, isi="awal")
    lama = baca_surat(kantor.satker, 2023, SK).revisi
    simpan(kantor, SK, isi="pertama", oleh=kantor.orang["kepala"])
    with tolak("sudah disimpan Kepala sejak Anda membukanya"):
        simpan(kantor, SK, isi="kedua", revisi=lama)
    with tolak("sudah disimpan Kepala"):
        nomori(kantor, SK, "1/2023", revisi=lama)
    assert Surat.objects.get().isi == "pertama"


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"judul": " "}, "judul", "wajib diisi"),
        ({"judul": "x" * 501}, "judul", "Paling panjang 500 huruf."),
        ({"tembusan": "a\n" * 21}, "tembusan", "Paling banyak 20 baris."),
        ({"isi": " \n"}, "isi", "Tulis isinya."),
        ({"isi": "x" * 200_001}, "isi", "paling panjang 200.000 huruf"),
    ],
)
def test_what_cannot_be_kept_is_refused_at_its_field(
    kantor: Kantor, isi: dict[str, str], kolom: str, pesan: str
) -> None:
    with tolak(pesan, kolom):
        simpan(kantor, SK, **isi)
    assert (Surat.objects.count(), Jejak.objects.count()) == (0, 0)


def test_number_and_date_end_the_draft(kantor: Kantor) -> None:
    assert nomori(kantor, SK, " 12/SK/2023 ").keadaan == "bernomor"
    surat = Surat.objects.get()
    assert (surat.nomor, surat.tanggal, surat.tahun_nomor, surat.revisi) == ("12/SK/2023", SATU, 2023, 1)
    assert Jejak.objects.get().sesudah["nomor"] == "12/SK/2023"
    cabut_nomor(rencana=kantor.rencana, jenis=SK, revisi=1, oleh=None)
    surat = Surat.objects.get()
    assert (surat.nomor, surat.tanggal, surat.keadaan, surat.revisi) == ("", None, "draf", 2)
    with tolak("masih draf"):
        cabut_nomor(rencana=kantor.rencana, jenis=SK, revisi=2, oleh=None)


def test_number_is_once_in_office_and_year(kantor: Kantor) -> None:
    nomori(kantor, SK, "1/SK/II/2023")
    with tolak("Nomor 1/sk/ii/2023 sudah dipakai SK Tim Kerja 2023, bertahun 2023.", "nomor"):
        nomori(kantor, PAKTA, "1/sk/ii/2023")
    with tolak("sudah dipakai SK rencana kerja", "nomor"):
        nomori(kantor, USULAN, kantor.rencana.nomor_sk)
    with tolak("Isi nomornya.", "nomor"):
        nomori(kantor, USULAN, " ")
    with tolak("Nomor paling panjang 60 huruf.", "nomor"):
        nomori(kantor, USULAN, "x" * 61)
    with tolak("antara 2000 dan 2100", "tanggal"):
        nomori(kantor, USULAN, "1", date(1999, 1, 1))
    assert nomori(kantor, PAKTA, "1/SK/II/2023", date(2022, 12, 1)).tahun_nomor == 2022
    assert nomori(kantor, SK, "1/SK/II/2023", date(2023, 2, 2)).revisi == 2


def test_pakta_needs_a_date_alone(kantor: Kantor) -> None:
    assert nomori(kantor, PAKTA, "").keadaan == "bertanggal"
    assert Surat.objects.get().tahun_nomor is None


def test_next_number_follows_kind_year_and_pattern(kantor: Kantor) -> None:
    def usul(jenis: JenisSurat, hari: date = SATU) -> str:
        return usul_nomor(kantor.satker, jenis, hari, selain=baca_surat(kantor.satker, 2023, jenis))

    assert usul(SK) == "1/SK/II/2023"
    nomori(kantor, SK, "7/SK/I/2023")
    assert usul_nomor(kantor.satker, SK, date(2023, 10, 1)) == "8/SK/X/2023"
    assert usul_nomor(kantor.satker, SK, date(2024, 1, 1)) == "1/SK/I/2024"
    assert (usul(SK), usul(USULAN)) == ("1/SK/II/2023", "1/SU/II/2023")
    simpan_penomoran(satker=kantor.satker, pola="{nomor3}/UJI/{tahun}", oleh=None)
    Rencana.objects.filter(pk=kantor.rencana.pk).update(nomor_sk="001/UJI/2023")
    assert usul(USULAN) == "002/UJI/2023"
    nomori(kantor, USULAN, "2/UJI/2023")
    assert usul(SPTJM) == "003/UJI/2023"


@pytest.mark.parametrize(
    ("isi", "kolom", "pesan"),
    [
        ({"pola": "{nomor}/{apa}/{tahun}"}, "pola", "{apa} tidak dikenal"),
        ({"pola": "{nomor/{tahun}"}, "pola", "kurung kurawalnya tidak berpasangan"),
        ({"pola": "{kode}/{tahun}"}, "pola", "memuat {nomor} atau {nomor3}, sekali"),
        ({"pola": "{nomor}/{nomor3}/{tahun}"}, "pola", "sekali"),
        ({"pola": "{nomor}"}, "pola", "{tahun}"),
        ({"pola": "{nomor}{tahun}" + "x" * 100}, "pola", "paling panjang 100"),
        ({"pola": "{nomor}/{tahun}", "kode_sk_tim": " "}, "kode_sk_tim", "1–30 huruf"),
        ({"pola": "{nomor}/{tahun}", "kode_pakta": "{x"}, "kode_pakta", "1–30 huruf"),
    ],
)
def test_pattern_that_makes_no_numbers_is_refused(kantor: Kantor, isi: dict[str, str], kolom: str, pesan: str) -> None:
    with tolak(pesan, kolom):
        simpan_penomoran(satker=kantor.satker, oleh=None, **isi)
    assert not SetelanSurat.objects.exists()


def test_pattern_is_kept_once(kantor: Kantor) -> None:
    data = {"pola": "{nomor}/I5.18/{kode}/{tahun}", "kode_sk_tim": "LK.06.00"}
    assert simpan_penomoran(satker=kantor.satker, oleh=kantor.orang["ketua"], **data)
    assert not simpan_penomoran(satker=kantor.satker, oleh=kantor.orang["ketua"], **data)
    assert usul_nomor(kantor.satker, SK, SATU) == "1/I5.18/LK.06.00/2023"
    assert Jejak.objects.count() == 1


# --- one number, one paper ----------------------------------------------------------------------------


def test_numbered_words_stay_until_it_is_a_draft_again(kantor: Kantor) -> None:
    nomori(kantor, SK, "1/SK/2023")
    with tolak("sudah bernomor dan bertanggal"):
        simpan(kantor, SK, isi="lain")
    cabut_nomor(rencana=kantor.rencana, jenis=SK, revisi=1, oleh=None)
    assert simpan(kantor, SK, isi="lain") is not None


@pytest.mark.parametrize("tercetak", [False, True])
def test_withdrawn_number_is_free_unless_it_was_printed(kantor: Kantor, tercetak: bool) -> None:
    nomori(kantor, SK, "1/SK/II/2023")
    if tercetak:
        pdf(kantor, SK)
    cabut_nomor(rencana=kantor.rencana, jenis=SK, revisi=1, oleh=None)
    simpan(kantor, SK, isi="lain")
    surat = baca_surat(kantor.satker, 2023, SK)
    assert usul_nomor(kantor.satker, SK, SATU, selain=surat) == f"{1 + tercetak}/SK/II/2023"
    if not tercetak:
        nomori(kantor, PAKTA, "1/SK/II/2023")
        return
    with tolak("Nomor 1/SK/II/2023 sudah tercetak pada surat ini", "nomor"):
        nomori(kantor, SK, "1/SK/II/2023")
    with tolak("sudah dipakai SK Tim Kerja 2023", "nomor"):
        nomori(kantor, PAKTA, "1/sk/II/2023")
    assert nomori(kantor, SK, "2/SK/II/2023").nomor == "2/SK/II/2023"


def test_date_of_a_printed_number_does_not_change(kantor: Kantor) -> None:
    nomori(kantor, SK, "1/SK/2023")
    pdf(kantor, SK)
    with tolak("sudah tercetak pada surat ini", "nomor"):
        nomori(kantor, SK, "1/SK/2023", date(2023, 2, 3))


# --- the condition of the proposal --------------------------------------------------------------------


def test_number_goes_into_the_condition_only_if_asked(kantor: Kantor) -> None:
    nomori(kantor, USULAN, "3/SU/2023")
    milik = PemenuhanSyarat.objects.exclude(kode__in=SYARAT_BENAR)
    assert not milik.exists()
    nomori(kantor, USULAN, "3/SU/2023", ke_syarat=True)
    assert [(p.kode, p.isian) for p in milik] == [("surat_usulan", "3/SU/2023")]
    nomori(kantor, SK, "4/SK/2023", ke_syarat=True)
    assert milik.count() == 1


def test_condition_keeps_its_proof(kantor: Kantor) -> None:
    isi = {"isian": "lama", "tautan": "https://contoh.id/sptjm", "catatan": "asli di arsip"}
    isi_syarat(rencana=kantor.rencana, kode="sptjm", oleh=kantor.orang["ketua"], **isi)
    nomori(kantor, SPTJM, "9/SPTJM/2023", ke_syarat=True)
    satu = PemenuhanSyarat.objects.get(kode="sptjm")
    assert (satu.isian, satu.tautan, satu.catatan) == ("9/SPTJM/2023", isi["tautan"], isi["catatan"])


# --- signed -------------------------------------------------------------------------------------------


def test_signed_paper_locks_the_text_until_opened(kantor: Kantor) -> None:
    nomori(kantor, SK, "1/SK/2023")
    satu = unggah(kantor, SK)
    assert (satu.revisi, satu.nomor, satu.nama_berkas) == (2, "1/SK/2023", "pindaian.png")
    assert Surat.objects.get().keadaan == "bertanda"
    for kerja in (simpan, unggah):
        with tolak("terkunci"):
            kerja(kantor, SK, **({"isi": "lain"} if kerja is simpan else {}))  # type: ignore[operator]  # either verb
    with tolak("terkunci"):
        nomori(kantor, SK, "2/SK/2023")
    with tolak("Tulis alasannya.", "alasan"):
        buka_kembali(rencana=kantor.rencana, jenis=SK, revisi=2, alasan=" ", oleh=None)
    buka_kembali(rencana=kantor.rencana, jenis=SK, revisi=2, alasan="Nama keliru", oleh=None)
    assert simpan(kantor, SK, isi="Perbaikan").revisi == 4  # type: ignore[union-attr]  # it changed
    assert [r.tindakan for r in RevisiSurat.objects.all()] == [
        "menyunting surat", "membuka kembali surat", "mengunggah surat bertanda tangan", "memberi nomor surat",
    ]  # fmt: skip
    with tolak("tidak terkunci"):
        buka_kembali(rencana=kantor.rencana, jenis=SK, revisi=4, alasan="x", oleh=None)


def test_signed_number_stays_used(kantor: Kantor) -> None:
    nomori(kantor, SK, "1/SK/2023")
    unggah(kantor, SK)
    buka_kembali(rencana=kantor.rencana, jenis=SK, revisi=2, alasan="Salah", oleh=None)
    nomori(kantor, SK, "2/SK/2023")
    with tolak("sudah dipakai SK Tim Kerja 2023", "nomor"):
        nomori(kantor, USULAN, "1/SK/2023")


def test_refused_upload_leaves_nothing(kantor: Kantor) -> None:
    with tolak("Beri nomor dan tanggal dahulu"):
        unggah(kantor, SK)
    nomori(kantor, SK, "1/SK/2023")
    with tolak("berubah sejak"):
        unggah(kantor, SK, revisi=0)
    with tolak("berakhiran .exe"):
        unggah(kantor, SK, berkas=gambar("surat.exe"))
    assert (SuratBertanda.objects.count(), Berkas.objects.count()) == (0, 0)


# --- templates ----------------------------------------------------------------------------------------


def test_own_template_is_for_the_next_papers(kantor: Kantor) -> None:
    simpan(kantor, SK)
    awal = templat_satker(kantor.satker, SK)
    isi = {**awal.rincian, "isi": "Kata kantor", "revisi": 0, "oleh": kantor.orang["ketua"]}
    assert simpan_templat(satker=kantor.satker, jenis=SK, **isi)
    assert simpan_templat(satker=kantor.satker, jenis=SK, **{**isi, "revisi": 1}) is None
    with tolak("sudah disimpan Ketua"):
        simpan_templat(satker=kantor.satker, jenis=SK, **isi)
    assert baca_surat(kantor.satker, 2023, SK).isi == awal.isi
    assert baca_surat(kantor.satker, 2024, SK).isi == "Kata kantor"
    with tolak("berubah sejak"):
        pulihkan_templat(satker=kantor.satker, jenis=SK, revisi=0, oleh=None)
    pulihkan_templat(satker=kantor.satker, jenis=SK, revisi=1, oleh=None)
    assert baca_surat(kantor.satker, 2024, SK).isi == awal.isi
    assert [t.isi for t in TemplatSurat.objects.all()] == [awal.isi, "Kata kantor"]


def test_signed_paper_proves_the_condition_only_if_asked(kantor: Kantor) -> None:
    nomori(kantor, USULAN, "3/SU/2023", ke_syarat=True)
    revisi = unggah(kantor, USULAN).revisi
    assert PemenuhanSyarat.objects.get(kode="surat_usulan").berkas is None
    buka_kembali(rencana=kantor.rencana, jenis=USULAN, revisi=revisi, alasan="x", oleh=None)
    nomori(kantor, USULAN, "4/SU/2023")
    satu = unggah(kantor, USULAN, ke_syarat=True)
    syarat = PemenuhanSyarat.objects.get(kode="surat_usulan")
    assert (syarat.isian, syarat.berkas, syarat.nama_berkas) == ("4/SU/2023", satu.berkas, "pindaian.png")
    assert Berkas.objects.count() == 1


# --- in the same moment -------------------------------------------------------------------------------


def test_of_two_first_savers_the_second_is_told(kantor: Kantor) -> None:
    kedua = baca_surat(kantor.satker, 2023, SK)
    simpan(kantor, SK, isi="pertama")
    with tolak("sudah disimpan Ketua sejak Anda membukanya"):
        tulis(kedua, "membuat surat", kantor.orang["kepala"], isi="kedua")
    assert [r.isi for r in RevisiSurat.objects.all()] == ["pertama"]


def test_of_two_savers_of_one_revision_the_second_is_told(kantor: Kantor) -> None:
    simpan(kantor, SK, isi="awal")
    kedua = baca_surat(kantor.satker, 2023, SK)
    simpan(kantor, SK, isi="pertama")
    with tolak("sudah disimpan Ketua"):
        tulis(kedua, "menyunting surat", kantor.orang["kepala"], isi="kedua")
    assert Surat.objects.get().isi == "pertama"


def test_of_two_papers_with_one_number_the_second_is_told(kantor: Kantor) -> None:
    simpan(kantor, USULAN)
    kedua = baca_surat(kantor.satker, 2023, USULAN)
    nomori(kantor, SK, "1/2023")
    with tolak("Nomor 1/2023 baru saja dipakai surat lain.", "nomor"):
        tulis(kedua, "memberi nomor surat", None, nomor="1/2023", tanggal=SATU, tahun_nomor=2023)
    assert Surat.objects.get(jenis=USULAN).keadaan == "draf"
