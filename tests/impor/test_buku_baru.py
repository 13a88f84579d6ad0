"""A workbook for a year without a plan: handed out blank, filled in, looked at, made the plan."""

from collections.abc import Callable
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter

from pengungkit.models import Instrumen, Komponen
from rencana_aksi.domain.buang import buang_rencana
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from tests.impor.bantu import ekspor, kolom, segar, sunting, terapkan, terima, urungkan
from tests.libreoffice import libreoffice
from tests.mulai.bantu import KantorKosong, buat_draf, buat_kantor_kosong
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.exports.buku_kosong import xlsx_kosong
from zona.impor.bandingkan import bandingkan
from zona.impor.domain.baru import buat_rencana_buku, terima_buku_baru
from zona.impor.domain.buku.tak_dibaca import BARU, DIAMBIL, TERSEMBUNYI
from zona.impor.domain.lama import sidik_isi
from zona.impor.isi import dari_json
from zona.impor.models import Impor
from zona.impor.queries.buku_baru import bacaan_buku
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna, Satker

Ubah = Callable[[Workbook], Any]


@pytest.fixture
def baru(kantor: Kantor) -> KantorKosong:
    return buat_kantor_kosong(tim=True)


def kosong(satker: Satker, tahun: int = 2023) -> bytes:
    return xlsx_kosong(satker, tahun, Instrumen.objects.get(kode="uji"), HARI_INI)


def baris(lembar: str, nomor: int, **isi: Any) -> Ubah:
    """Type a row; the headings with _ for their blanks."""

    def ubah(buku: Workbook) -> None:
        kertas = buku[lembar]
        for judul, nilai in isi.items():
            kertas.cell(nomor, kolom(kertas, judul.replace("_", " "))).value = nilai

    return ubah


def tanpa_contoh(buku: Workbook) -> None:
    for nama in ("Seluruhnya", "Bukti Fisik"):
        buku[nama].delete_rows(2, 2)


ISIAN = (
    tanpa_contoh,
    baris("Seluruhnya", 2, Pengungkit="II. Penataan Tata Laksana", Rencana_Kerja="Menyusun SOP", Rencana_Aksi="Rapat",
          Jatuh_Tempo=date(2023, 2, 6), Penanggung_Jawab="Baru Ii"),
    baris("Seluruhnya", 3, Rencana_Aksi="Penetapan", Jadwal="setiap triwulan", Penanggung_Jawab="Bukan Siapa-siapa"),
    baris("Seluruhnya", 4, Pengungkit="VI", Rencana_Kerja="Survei", Rencana_Aksi="Menyebar angket", Jadwal="entah"),
    baris("Bukti Fisik", 2, Pengungkit="II", Rencana_Kerja="Menyusun SOP", Huruf="b", Bukti_Fisik="SK penetapan SOP",
          Tiap_Pelaksanaan="Ya"),
    baris("Bukti Fisik", 3, Pengungkit="VI", Rencana_Kerja="Survei", Bukti_Fisik="Laporan"),
    lambda buku: buku["Rencana"].append(["Program Prioritas", "VI", "Layanan tanpa antre"]),
)  # fmt: skip


def terima_baru(baru: KantorKosong, *ubah: Ubah, tahun: int = 2023) -> Impor:
    isi = sunting(kosong(baru.satker, tahun), *ubah)
    oleh = baru.orang["petugas"]
    impor = terima_buku_baru(satker=baru.satker, tahun=tahun, berkas=isi, nama="isi.xlsx", oleh=oleh)
    return Impor.objects.select_related("satker").get(pk=impor.pk)


def buat(impor: Impor, oleh: Pengguna) -> Rencana:
    lihat = bacaan_buku(impor)
    return buat_rencana_buku(
        impor=impor, instrumen=Instrumen.objects.get(kode="uji"), dilihat=sidik_isi(lihat.isi), oleh=oleh
    )


def tolak(satker: Satker, oleh: Pengguna, isi: BytesIO, tahun: int = 2023) -> list[str]:
    with pytest.raises(Ditolak) as galat:
        terima_buku_baru(satker=satker, tahun=tahun, berkas=isi, nama="x.xlsx", oleh=oleh)
    assert not Impor.objects.exists()
    assert not Rencana.objects.filter(satker=satker, tahun=tahun).exists()
    return [str(m) for m in galat.value.masalah]


def test_blank_workbook_has_headings_choices_and_two_examples_a_sheet(baru: KantorKosong) -> None:
    buku = load_workbook(BytesIO(kosong(baru.satker)))
    assert buku.sheetnames == ["Petunjuk", "Seluruhnya", "Bukti Fisik", "Rencana", "Pilihan", "Asal"]
    semua = buku["Seluruhnya"]
    terlihat = [s.value for s in semua[1] if not semua.column_dimensions[s.column_letter].hidden]
    assert terlihat == [
        "Pengungkit", "No", "Rencana Kerja", "Huruf", "Rencana Aksi", "Jadwal", "Mulai", "Jatuh Tempo",
        "Penanggung Jawab",
    ]  # fmt: skip
    contoh = [[s.value for s in r[:5]] for r in semua.iter_rows(min_row=2)]
    assert [(r[0], r[4]) for r in contoh] == [
        ("I. Manajemen Perubahan", "CONTOH: Rapat pembentukan tim kerja"),
        ("I. Manajemen Perubahan", "CONTOH: Monitoring dan evaluasi rencana kerja"),
    ]
    assert buku["Bukti Fisik"].max_row == 3
    jenis = {a.type for a in semua.data_validations.dataValidation}
    assert {"list", "date", "whole"} <= jenis
    orang = {s.value for r in buku["Pilihan"].iter_rows(min_row=3) for s in r if s.value}
    assert orang == {f"Baru {k.title()}" for k in ("I", "II", "III", "IV", "V", "VI")}


def test_filled_workbook_becomes_the_plan(baru: KantorKosong) -> None:
    impor = terima_baru(baru, *ISIAN)
    assert not Rencana.objects.filter(satker=baru.satker).exists()
    lihat = bacaan_buku(impor).lihat
    assert [c.pesan for c in lihat.catatan] == [
        '"Bukan Siapa-siapa" bukan anggota Tim II; tulis nama atau NIP seseorang dari tim itu. '
        "Penanggung jawabnya dikosongkan."
    ]
    rencana = buat(impor, baru.orang["petugas"])
    assert (rencana.status, rencana.versi, rencana.instrumen.kode) == ("draf", 1, "uji")
    kerja = RencanaKerja.objects.filter(pengungkit__rencana=rencana).order_by("pengungkit__urutan", "urutan")
    assert [(k.pengungkit.kode, k.nomor, k.uraian) for k in kerja] == [("II", 1, "Menyusun SOP"), ("VI", 1, "Survei")]
    aksi = RencanaAksi.objects.filter(rencana_kerja__in=kerja).order_by("rencana_kerja_id", "urutan")
    assert [(a.huruf, a.uraian, a.jadwal_teks, a.jadwal_jenis, str(a.penanggung_jawab or "")) for a in aksi] == [
        ("a", "Rapat", "6 Februari 2023", "tanggal", "Baru Ii"),
        ("b", "Penetapan", "setiap triwulan", "rentang", ""),
        ("", "Menyebar angket", "entah", "tanpa", ""),
    ]
    hari = Pelaksanaan.objects.filter(aksi=aksi[0]).values_list("mulai", "jatuh_tempo")
    assert list(hari) == [(date(2023, 2, 6), date(2023, 2, 6))]
    syarat = SyaratBukti.objects.filter(rencana_kerja__in=kerja).order_by("pk")
    assert [(s.teks, s.jenis, str(s.aksi or ""), s.tiap_pelaksanaan) for s in syarat] == [
        ("SK penetapan SOP", "keputusan", "b. Penetapan", True),
        ("Laporan", "laporan", "", False),
    ]
    assert [g.uraian for g in rencana.pengungkit.get(kode="VI").program_prioritas.all()] == ["Layanan tanpa antre"]
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert (jejak.tindakan, jejak.sesudah["aksi"], jejak.sesudah["berkas"]) == (
        "membuat rencana dari buku kerja", 3, "isi.xlsx",
    )  # fmt: skip


def test_plan_made_of_a_workbook_is_undone_as_any_import(baru: KantorKosong) -> None:
    impor = terima_baru(baru, *ISIAN)
    buat(impor, baru.orang["petugas"])
    urungkan(impor, baru.orang["ketua-baru"])
    assert not RencanaKerja.objects.filter(pengungkit__rencana__satker=baru.satker).exists()


def test_plan_made_of_a_workbook_is_what_was_written(baru: KantorKosong) -> None:
    impor = terima_baru(baru, *ISIAN)
    rencana = buat(impor, baru.orang["petugas"])
    lagi = terima(rencana, BytesIO(ekspor(rencana)), baru.orang["ketua-baru"])
    impor.refresh_from_db()
    sesudah = dari_json(impor.sesudah or {})
    assert sum(len(p.kerja) for p in sesudah.pengungkit) == 2
    assert bandingkan(sesudah, sesudah, dari_json(lagi.isi)) == ()


def test_examples_left_alone_are_not_read_and_told(baru: KantorKosong) -> None:
    impor = terima_baru(
        baru, baris("Seluruhnya", 4, Pengungkit="I", No=1, Rencana_Kerja="Sungguhan", Rencana_Aksi="Rapat")
    )
    assert [k.uraian for p in bacaan_buku(impor).isi.pengungkit for k in p.kerja] == ["Sungguhan"]
    assert impor.keterangan == [
        f"{lembar}, baris {n}: contoh yang tidak diubah, tidak dibaca."
        for lembar in ("Seluruhnya", "Bukti Fisik")
        for n in (2, 3)
    ]


def test_example_typed_over_with_its_mark_is_asked_about(baru: KantorKosong) -> None:
    isi = sunting(kosong(baru.satker), baris("Seluruhnya", 2, Jadwal="TW I"))
    assert tolak(baru.satker, baru.orang["petugas"], isi) == [
        "Seluruhnya!C2: masih bertanda CONTOH: hapus tandanya bila baris ini sungguhan, atau hapus barisnya"
    ]


@pytest.mark.parametrize("ubah", [(), (tanpa_contoh,)], ids=["contoh", "judul"])
def test_workbook_with_headings_only_says_what_to_fill_in(baru: KantorKosong, ubah: tuple[Ubah, ...]) -> None:
    assert tolak(baru.satker, baru.orang["petugas"], sunting(kosong(baru.satker), *ubah)) == [
        "Seluruhnya: belum diisi. Tulis paling sedikit Pengungkit, Rencana Kerja, dan Rencana Aksi mulai di bawah "
        "judul kolomnya, satu baris satu pelaksanaan, lalu bawa lagi"
    ]


def test_workbook_of_another_office_or_year_is_one_sentence(baru: KantorKosong, kantor: Kantor) -> None:
    oleh = baru.orang["petugas"]
    uji = ekspor(kantor.rencana)
    assert tolak(baru.satker, oleh, BytesIO(uji)) == ["buku kerja ini milik rencana UJI 2023, bukan BARU 2023"]
    lain = sunting(kosong(baru.satker, 2024), *ISIAN)
    assert tolak(baru.satker, oleh, lain) == ["buku kerja ini milik rencana BARU 2024, bukan BARU 2023"]


def test_workbook_without_its_origin_is_known_by_its_head(baru: KantorKosong, kantor: Kantor, ketua: Pengguna) -> None:
    """Both doors: a year without a plan, and a plan there is."""

    def tanpa_asal(buku: Workbook) -> None:
        buku.remove(buku["Asal"])

    oleh = baru.orang["petugas"]
    for isi, milik in ((ekspor(kantor.rencana), "UJI 2023"), (kosong(kantor.satker, 2024), "UJI 2024")):
        alasan = [f"buku kerja ini milik rencana {milik}, bukan BARU 2023"]
        assert tolak(baru.satker, oleh, sunting(isi, tanpa_asal)) == alasan
    for tahun in (2023, 2024):
        with pytest.raises(Ditolak, match=f"^buku kerja ini milik rencana BARU {tahun}, bukan UJI 2023$"):
            terima(segar(kantor.rencana), sunting(kosong(baru.satker, tahun), *ISIAN, tanpa_asal), ketua)


def beri_judul(nama: str, ke: int, buku: Workbook) -> None:
    buku[nama].cell(1, ke).value = "Anggaran"


def test_columns_not_taken_are_told_with_cells_and_why(baru: KantorKosong) -> None:
    """A law over all columns: what is typed there becomes the plan's, or is told."""
    for nama, letak in (("Seluruhnya", 4), ("Bukti Fisik", 3)):
        kertas = load_workbook(BytesIO(kosong(baru.satker)))[nama]
        judul = [str(s.value) for s in kertas[1]]
        assert set(judul) <= {*DIAMBIL[nama], *BARU[nama], *TERSEMBUNYI}
        for satu in (*BARU[nama], "Anggaran"):
            tulis_judul = [] if satu in judul else [partial(beri_judul, nama, len(judul) + 1)]
            isi = date(2023, 1, 1) if satu == "Realisasi" else "Selesai"
            impor = terima_baru(baru, *ISIAN, *tulis_judul, baris(nama, letak, **{satu.replace(" ", "_"): isi}))
            ke = judul.index(satu) if satu in judul else len(judul)
            sel = f"{get_column_letter(ke + 1)}{letak}"
            assert [k for k in impor.keterangan if k.startswith(f"{nama}, kolom {satu} ({sel}) tidak diambil: ")], satu
    assert terima_baru(baru, *ISIAN, baris("Seluruhnya", 2, Status="Belum")).keterangan == []


def test_numbers_letters_and_decree_not_taken_are_told(baru: KantorKosong) -> None:
    def sk(buku: Workbook) -> None:
        buku["Rencana"]["C3"].value = "12/SK"

    impor = terima_baru(
        baru, *ISIAN, baris("Seluruhnya", 2, No=7, Huruf="a"), baris("Seluruhnya", 4, No=1, Huruf="c"), sk
    )
    assert impor.keterangan == [
        "Rencana!C3 (Nomor SK) tidak diambil: nomor dan tanggal SK dicatat saat rencana ditetapkan.",
        "Seluruhnya, kolom No (B2) tidak diambil: nomornya mengikuti urutan barisnya.",
        "Seluruhnya, kolom Huruf (D4) tidak diambil: hurufnya mengikuti urutan barisnya.",
    ]


def test_findings_name_the_cell_of_their_value(baru: KantorKosong) -> None:
    bacaan = bacaan_buku(terima_baru(baru, *ISIAN, baris("Seluruhnya", 4, Penanggung_Jawab="Entah Siapa")))
    assert [c.sel for c in bacaan.lihat.catatan] == ["Seluruhnya!K3", "Seluruhnya!K4"]


def test_dates_that_are_none_are_each_told_once(baru: KantorKosong) -> None:
    isi = sunting(
        kosong(baru.satker),
        *ISIAN,
        baris("Seluruhnya", 2, Mulai="1/6/2023", Jatuh_Tempo="entah"),
        baris("Seluruhnya", 4, Mulai=date(2023, 6, 1), Jatuh_Tempo=date(2023, 5, 1)),
    )
    assert tolak(baru.satker, baru.orang["petugas"], isi) == [
        'Seluruhnya!G2: "1/6/2023" bukan tanggal; tulis dengan nama bulannya: 1 Juni 2023',
        'Seluruhnya!H2: "entah" bukan tanggal; tulis dengan nama bulannya: 1 Juni 2027',
        "Seluruhnya!H4: jatuh tempo 1 Mei 2023 sebelum mulainya, 1 Juni 2023",
    ]


@pytest.mark.parametrize("teks", ["1 Juni 2023", "1 jun 2023", "2023-06-01"])
def test_date_in_words_is_one(baru: KantorKosong, teks: str) -> None:
    impor = terima_baru(baru, *ISIAN, baris("Seluruhnya", 4, Jatuh_Tempo=teks))
    aksi = bacaan_buku(impor).isi.pengungkit[5].kerja[0].aksi[0]
    assert aksi.pelaksanaan[0].jatuh_tempo == date(2023, 6, 1)


def test_pengungkit_by_its_name(baru: KantorKosong) -> None:
    nama = Komponen.objects.get(instrumen__kode="uji", area="VI", kelompok="pengungkit").nama
    impor = terima_baru(baru, *ISIAN, baris("Seluruhnya", 4, Pengungkit=nama.lower()))
    assert [k.uraian for k in bacaan_buku(impor).isi.pengungkit[5].kerja] == ["Survei"]
    isi = sunting(kosong(baru.satker), *ISIAN, baris("Seluruhnya", 4, Pengungkit="Entah"))
    Impor.objects.all().delete()
    alasan = 'Seluruhnya!A4: pengungkit "Entah" tidak dikenal; tulis I, II, III, IV, V, VI, atau namanya'
    assert alasan in tolak(baru.satker, baru.orang["petugas"], isi)


def test_rencana_kerja_without_an_action_is_told_by_its_cell(baru: KantorKosong) -> None:
    isi = sunting(kosong(baru.satker), tanpa_contoh, baris("Seluruhnya", 2, Pengungkit="I", Rencana_Kerja="Sendirian"))
    assert tolak(baru.satker, baru.orang["petugas"], isi) == [
        "Seluruhnya!C2: rencana kerja ini belum mempunyai rencana aksi; isi kolomnya"
    ]


def test_a_plan_that_came_meanwhile_is_not_overwritten(baru: KantorKosong) -> None:
    impor = terima_baru(baru, *ISIAN)
    buat(impor, baru.orang["petugas"])
    lain = Impor.objects.create(
        satker=baru.satker, tahun=2023, jenis="buku", isi=impor.isi, dibuat_oleh=baru.orang["petugas"]
    )
    with pytest.raises(DomainError, match=r"^Sementara itu rencana 2023 sudah dibuat\.$"):
        buat(Impor.objects.select_related("satker").get(pk=lain.pk), baru.orang["petugas"])
    assert RencanaKerja.objects.filter(pengungkit__rencana__satker=baru.satker).count() == 2


def test_team_that_changed_since_is_looked_at_again(baru: KantorKosong) -> None:
    impor = terima_baru(baru, *ISIAN)
    dilihat = sidik_isi(bacaan_buku(impor).isi)
    baru.orang["baru-ii"].keanggotaan.all().delete()
    with pytest.raises(DomainError, match=r"^Susunan tim berubah sejak buku ini ditampilkan"):
        buat_rencana_buku(
            impor=impor, instrumen=Instrumen.objects.get(kode="uji"), dilihat=dilihat, oleh=baru.orang["petugas"]
        )
    assert not Rencana.objects.filter(satker=baru.satker).exists()


def test_blank_workbook_is_brought_into_a_plan_that_is_there(kantor: Kantor, ketua: Pengguna) -> None:
    rencana, _ = buat_draf(kantor, 2024, baris=0)
    isi = sunting(
        xlsx_kosong(kantor.satker, 2024, rencana.instrumen, HARI_INI),
        baris("Seluruhnya", 4, Pengungkit="I", No=1, Rencana_Kerja="Sungguhan", Rencana_Aksi="Rapat", Jadwal="TW I"),
    )
    kantor.satker.tim.filter(tahun=2023).update(tahun=2024)
    terapkan(terima(rencana, isi, ketua), ketua)
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    assert [(a.rencana_kerja.uraian, a.uraian) for a in aksi.select_related("rencana_kerja")] == [
        ("Sungguhan", "Rapat")
    ]


def test_workbook_of_a_draft_that_was_thrown_away(kantor: Kantor, ketua: Pengguna) -> None:
    """Into the plan made after it: refused; into the year without one: read, for its rows stand in it."""
    lama, _ = buat_draf(kantor, 2024)
    isi = ekspor(lama)
    buang_rencana(rencana=lama, alasan="x", oleh=ketua)
    impor = terima_buku_baru(satker=kantor.satker, tahun=2024, berkas=BytesIO(isi), nama="x.xlsx", oleh=ketua)
    assert sum(len(p.kerja) for p in dari_json(impor.isi).pengungkit) == 6
    baru, _ = buat_draf(kantor, 2024)
    with pytest.raises(
        Ditolak, match=r"^buku kerja ini milik rencana UJI 2024 yang sudah dibuang; unduh buku yang baru$"
    ):
        terima(segar(baru), BytesIO(isi), ketua)


def test_only_the_last_workbooks_are_kept(baru: KantorKosong) -> None:
    semua = [terima_baru(baru, *ISIAN).pk for _ in range(4)]
    assert set(Impor.objects.values_list("pk", flat=True)) == set(semua[1:])


def test_blank_workbook_saved_by_libreoffice_is_read(baru: KantorKosong, tmp_path: Path) -> None:
    isi = libreoffice(tmp_path, kosong=sunting(kosong(baru.satker), *ISIAN).getvalue())["kosong"]
    impor = terima_buku_baru(
        satker=baru.satker, tahun=2023, berkas=BytesIO(isi), nama="x.xlsx", oleh=baru.orang["petugas"]
    )
    assert (impor.keterangan, sum(len(p.kerja) for p in dari_json(impor.isi).pengungkit)) == ([], 2)
