"""The frozen-paper law: what has a number or a lock is printed again byte for byte, whatever becomes of the office.
Every address that hands out a file, every kind of letter and every form of export has its row here, or fails."""

import ast
import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import DatabaseError, models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat, Left
from django.http import HttpResponseBase
from django.urls import get_resolver
from pytest_django import Settings

from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.penilaian import mulai_tpi
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian
from pengungkit.struktur import Isian
from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.models import VersiRencana
from tests.bantuan import Klien, semua_alamat
from tests.hukum import RUANG
from tests.pabrik import HARI_INI, Kantor
from tests.surat.bantu import ALAMAT, benarkan, nomori
from zona.dokumen.domain.laporan import selesaikan_laporan
from zona.dokumen.domain.setelan import simpan_kertas
from zona.dokumen.enums import JenisPeriode
from zona.dokumen.management.commands.ekspor_rencana import Command
from zona.dokumen.models import Cetakan
from zona.dokumen.periode import Periode
from zona.inti.tetap import BarisTetap
from zona.nilai.domain.kunci import buka_lke, kunci_lke
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna
from zona.pengesahan.domain.siapkan import siapkan_naskah
from zona.pengesahan.enums import Kalimat
from zona.surat.enums import JenisSurat

Buka = Callable[..., Klien]
Siapkan = Callable[[Kantor], list[str]]


@dataclass(frozen=True)
class Beku:
    """A paper: gives it its number or lock, and tells where it is printed."""

    siapkan: Siapkan


@dataclass(frozen=True)
class Lain:
    """No such paper, and why."""

    sebab: str


UNGGAHAN = Lain("byte yang diunggah, disimpan menurut sidiknya")
HALAMAN = Lain("halaman atau jawaban unggahan, bukan kertas")


# --- each paper with its number or its lock -----------------------------------------------------------


def versi(kantor: Kantor) -> VersiRencana:
    ada = VersiRencana.objects.filter(rencana=kantor.rencana).first()
    return ada or bekukan(rencana=kantor.rencana, oleh=kantor.orang["kepala"])


def rencana_pdf(kantor: Kantor) -> list[str]:
    versi(kantor)
    return ["dokumen/rencana-kerja.pdf"]


def rencana_xlsx(kantor: Kantor) -> list[str]:
    versi(kantor)
    return ["dokumen/rencana-kerja.xlsx"]


def rencana_versi(kantor: Kantor) -> list[str]:
    versi(kantor)
    return ["dokumen/versi/1/rencana-kerja.pdf"]


def naskah(kantor: Kantor) -> str:
    siap = siapkan_naskah(versi=versi(kantor), kalimat=Kalimat.BASAH, oleh=kantor.orang["kepala"])
    return f"dokumen/versi/1/pengesahan/{siap.kode}/"


def surat(kantor: Kantor) -> list[str]:
    for urut, jenis in enumerate(JenisSurat, 1):
        nomori(kantor, jenis, f"{urut}/{jenis}/2023")
    return [f"{ALAMAT}{jenis}/surat.pdf" for jenis in JenisSurat]


def kunci_tpi(kantor: Kantor) -> Penilaian:
    benarkan(kantor, JenisSurat.USULAN)
    tempat: dict[str, Any] = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen}
    penilai = kantor.orang["penilai"]
    if not Penilaian.objects.filter(jenis="tpi").exists():
        mulai_tpi(**tempat, buta=True, oleh=penilai)
        isian = {"A1.1.a": Isian(pilihan="Tidak"), "A1.1.b": Isian(pilihan="A")}
        jawab_banyak(**tempat, jenis=JenisPenilaian.TPI, isian=isian, catatan={"A1.1.a": "Belum ada SK"}, oleh=penilai)
    tpi = Penilaian.objects.select_related("satker", "instrumen").get(jenis="tpi")
    kunci_lke(penilaian=tpi, oleh=penilai)
    return tpi


def lhe(kantor: Kantor) -> list[str]:
    kunci_tpi(kantor)
    return ["nilai/lhe.pdf"]


def lhe_kunci(kantor: Kantor) -> list[str]:
    """Two locks, each with its own."""
    tpi = kunci_tpi(kantor)
    buka_lke(penilaian=tpi, alasan="Ada bukti baru", oleh=kantor.orang["penilai"])
    tempat: dict[str, Any] = {"satker": kantor.satker, "tahun": 2023, "instrumen": kantor.rencana.instrumen}
    isian = {"A1.1.a": Isian(pilihan="Ya")}
    jawab_banyak(**tempat, jenis=JenisPenilaian.TPI, isian=isian, oleh=kantor.orang["penilai"])
    kunci_tpi(kantor)
    return [f"nilai/lhe/{n}/lhe.pdf" for n in (1, 2)]


def monev(jenis: JenisPeriode, ekor: str) -> Siapkan:
    def siapkan(kantor: Kantor) -> list[str]:
        nomor = {JenisPeriode.BULAN: 2, JenisPeriode.TRIWULAN: 1}[jenis]
        hari = date(2023, 4, 3)
        selesaikan_laporan(
            rencana=kantor.rencana, periode=Periode(2023, jenis, nomor), oleh=kantor.orang["ketua"], hari_ini=hari
        )  # fmt: skip
        return [f"laporan/{'triwulan/' if jenis == JenisPeriode.TRIWULAN else ''}{nomor}/laporan.{ekor}"]

    return siapkan


BULAN, TRIWULAN = JenisPeriode.BULAN, JenisPeriode.TRIWULAN
KERTAS: dict[str, Beku | Lain] = {
    "dokumen:pdf": Beku(rencana_pdf),
    "dokumen:pdf_versi": Beku(rencana_versi),
    "dokumen:xlsx": Beku(rencana_xlsx),
    "dokumen:lhe": Beku(lhe),
    "dokumen:lhe_kunci": Beku(lhe_kunci),
    "dokumen:laporan_pdf": Beku(monev(BULAN, "pdf")),
    "dokumen:laporan_xlsx": Beku(monev(BULAN, "xlsx")),
    "dokumen:triwulan_pdf": Beku(monev(TRIWULAN, "pdf")),
    "dokumen:triwulan_xlsx": Beku(monev(TRIWULAN, "xlsx")),
    "surat:pdf": Beku(surat),
    "pengesahan:naskah": Beku(lambda k: [f"{naskah(k)}naskah.pdf"]),
    "pengesahan:lembar": Beku(lambda k: [f"{naskah(k)}lembar.pdf"]),
    "pengesahan:bertanda": UNGGAHAN,
    "pengesahan:siap": HALAMAN,
    "pengesahan:putusan": HALAMAN,
    "surat:berkas": UNGGAHAN,
    "surat:pindaian": UNGGAHAN,
    "bukti_fisik:berkas": UNGGAHAN,
    "bukti_fisik:halaman": Lain("gambar satu halaman bukti, dari byte yang diunggah"),
    "bukti_fisik:mulai": HALAMAN,
    "bukti_fisik:potongan": HALAMAN,
    "nilai:syarat_berkas": UNGGAHAN,
    "tahapan:berkas": UNGGAHAN,
    "pintu:berkas": UNGGAHAN,
    "pintu:soal_berkas": UNGGAHAN,
    "nilai:lke_xlsx": Lain("buku kerja untuk menjawab; yang dikunci diterbitkan sebagai LHE"),
    "dokumen:bukti": Lain("bundel bukti hari ini, tanpa nomor; isinya byte yang diunggah"),
    "mulai:buku_kosong": Lain("buku kerja kosong"),
    "kabar:ics": Lain("kalender langganan, selalu yang terbaru"),
}
"""Addresses that hand out a file."""
EKSPOR = {"pdf": "dokumen:pdf", "xlsx": "dokumen:xlsx", "zip": "dokumen:bukti"}
"""Forms of manage.py ekspor_rencana, and the paper each is."""
BEKU = {nama: baris for nama, baris in KERTAS.items() if isinstance(baris, Beku)}


# --- the list is whole --------------------------------------------------------------------------------

PENYERAH = {"kirim", "kirim_berkas", "FileResponse", "StreamingHttpResponse"}


def menyerahkan(tampilan: Callable[..., Any]) -> bool:
    """Whether a view, or what it calls in its module, hands out something that is no page."""
    asal: Any = inspect.unwrap(tampilan)
    pohon = ast.parse(inspect.getsource(inspect.getmodule(asal)))  # type: ignore[arg-type]  # a view has its module
    fungsi = {s.name: s for s in ast.walk(pohon) if isinstance(s, ast.FunctionDef)}
    lihat, sudah = [getattr(asal, "__name__", "")], set()
    while lihat:
        nama = lihat.pop()
        if nama in sudah or nama not in fungsi:
            continue
        sudah.add(nama)
        for s in ast.walk(fungsi[nama]):
            if isinstance(s, ast.Name):
                lihat.append(s.id)
            if isinstance(s, ast.Call):
                dipanggil = getattr(s.func, "id", getattr(s.func, "attr", ""))
                if dipanggil in PENYERAH or any(k.arg == "content_type" for k in s.keywords):
                    return True
    return False


def test_every_address_that_hands_out_a_file_has_its_row() -> None:
    ekor = (".pdf", ".xlsx", ".zip", ".ics", ".docx", ".csv")
    semua = semua_alamat()
    menyerah = {a.nama for a in semua if a.pola.endswith(ekor) or menyerahkan(a.tampilan)}
    assert sorted(menyerah - set(KERTAS)) == []
    assert sorted(set(KERTAS) - {a.nama for a in semua}) == []
    assert len(BEKU) >= 12
    assert get_resolver()  # the addresses are those of the house


def test_every_form_of_export_is_one_of_these_papers() -> None:
    pilihan = next(a.choices for a in Command().create_parser("manage.py", "x")._actions if a.dest == "format")
    assert {p: EKSPOR.get(p) in KERTAS for p in pilihan or ()} == dict.fromkeys(EKSPOR, True)


# --- the law ------------------------------------------------------------------------------------------

TETAP = {
    "organisasi.Satker": {"kode", "zona_waktu"},
    "organisasi.Pengguna": {"username", "password"},
    "surat.Surat": {"nomor"},
    "bukti_fisik.Berkas": {"kunci", "sha256", "jenis_mime"},
}
"""What names a row or leads to its file: by these it is found again, whatever its paper says."""


def kolom_teks(model: type[models.Model]) -> "Iterator[models.Field[Any, Any]]":
    bebas = TETAP.get(model._meta.label, set())
    for kolom in model._meta.concrete_fields:
        teks = isinstance(kolom, models.CharField | models.TextField) and not kolom.choices and not kolom.unique
        angka = isinstance(kolom, models.DecimalField)
        if (teks or angka) and kolom.name not in bebas:
            yield kolom


def ubah_segala(kantor: Kantor, kata: str) -> set[str]:
    """Every text and every exact number of every table that can be changed at all becomes another one; the head is
    replaced, the team emptied. Returns what was changed."""
    berubah = set()
    for model in apps.get_models():
        if not model.__module__.startswith(RUANG) or issubclass(model, BarisTetap):
            continue
        for kolom in kolom_teks(model):
            if isinstance(kolom, models.DecimalField):
                nilai: Any = F(kolom.name) / 2
            else:
                nilai = Left(Concat(Value(kata), F(kolom.name)), kolom.max_length or 10_000)
            try:
                with transaction.atomic():
                    if model._base_manager.update(**{kolom.name: nilai}):
                        berubah.add(f"{model._meta.label}.{kolom.name}")
            except (DatabaseError, TypeError):
                continue  # no one can: a constraint or a trigger of the database says so
    simpan_kertas(satker=kantor.satker, ukuran="F4", tepi=(30, 30, 30, 30), oleh=None)
    Keanggotaan.objects.filter(tim__satker=kantor.satker).exclude(tim__kode=PENGARAH).delete()
    kepala = Keanggotaan.objects.filter(tim__satker=kantor.satker, peran=Peran.KEPALA)
    kepala.update(pengguna=kantor.orang["anggota"])
    return berubah


def cetak(peramban: Klien, kantor: Kantor, daftar: list[str]) -> dict[str, bytes]:
    hasil = {}
    for ekor in daftar:
        tanggapan: HttpResponseBase = peramban.get(kantor.alamat(ekor))
        assert tanggapan.status_code == 200, (ekor, tanggapan)
        isi = b"".join(tanggapan.streaming_content) if tanggapan.streaming else tanggapan.content  # type: ignore[attr-defined]
        hasil[ekor] = isi
    return hasil


class Batal(Exception):
    """Takes back what was written."""


@contextmanager
def dibatalkan() -> Iterator[None]:
    try:
        with transaction.atomic():
            yield
            raise Batal
    except Batal:
        pass


@pytest.fixture
def folder(settings: Settings, tmp_path: Path) -> Callable[[str], None]:
    """folder("a"): nothing that was drawn before is kept on this machine."""

    def pakai(nama: str) -> None:
        settings.DATA = tmp_path / nama

    pakai("awal")
    return pakai


@pytest.mark.parametrize("nama", BEKU)
def test_paper_is_printed_again_byte_for_byte(
    nama: str, klien: Buka, kantor: Kantor, folder: Callable[[str], None]
) -> None:
    """As it would have been printed on the day of its number or lock; again after all was changed; and once more."""
    peramban, daftar = klien(kantor.orang["ketua"]), BEKU[nama].siapkan(kantor)
    with dibatalkan():
        semula = cetak(peramban, kantor, daftar)
    folder("sesudah")
    berubah = ubah_segala(kantor, "Lain ")
    assert {"organisasi.Satker.nama", "organisasi.Pengguna.nama", "rencana_aksi.RencanaKerja.uraian"} <= berubah
    assert len(berubah) > 25
    pertama = cetak(peramban, kantor, daftar)
    assert [e for e in daftar if pertama[e] != semula[e]] == []
    folder("lagi")
    ubah_segala(kantor, "Baru ")
    assert cetak(peramban, kantor, daftar) == semula
    assert Cetakan.objects.count() == (0 if nama == "pengesahan:naskah" else len(daftar))


def test_law_sees_what_is_not_frozen(klien: Buka, kantor: Kantor, folder: Callable[[str], None]) -> None:
    """Of live papers the same change is seen: the law would hold of anything else."""
    versi(kantor)
    peramban = klien(kantor.orang["ketua"])
    hidup = ["dokumen/rencana-kerja.xlsx?posisi=1", "dokumen/rencana-kerja.pdf?posisi=1", f"{ALAMAT}pakta/surat.pdf"]
    sebelum = cetak(peramban, kantor, hidup)
    ubah_segala(kantor, "Lain ")
    sesudah = cetak(peramban, kantor, hidup)
    assert [e for e in hidup if sebelum[e] == sesudah[e]] == []


def test_new_kind_of_letter_is_under_the_law(kantor: Kantor) -> None:
    assert len(surat(kantor)) == len(JenisSurat)


def test_the_database_refuses_to_change_what_was_printed(
    klien: Buka, kantor: Kantor, folder: Callable[[str], None]
) -> None:
    cetak(klien(kantor.orang["ketua"]), kantor, [*surat(kantor), *lhe(kantor), *rencana_pdf(kantor)])
    tetap = [m for m in apps.get_models() if m._meta.label in ("dokumen.Cetakan", "dokumen.LheBeku", "surat.SuratBeku",
                                                               "dokumen.KertasBeku")]  # fmt: skip
    for model in tetap:
        baris: Any = model._base_manager.first()
        assert baris is not None, model
        kolom = next(k.name for k in model._meta.concrete_fields if isinstance(k, models.CharField))
        for kerja in (
            lambda m=model, k=kolom: models.QuerySet(m).update(**{k: "x"}),
            lambda m=model: models.QuerySet(m)._raw_delete("default"),
        ):
            with pytest.raises(DatabaseError), transaction.atomic():
                kerja()


def test_storage_that_was_tampered_with_is_told(
    klien: Buka, kantor: Kantor, folder: Callable[[str], None], tmp_path: Path
) -> None:
    from django.core.files.storage import default_storage

    peramban, daftar = klien(kantor.orang["ketua"]), rencana_pdf(kantor)
    cetak(peramban, kantor, daftar)
    kunci = Cetakan.objects.get().berkas.kunci
    default_storage.delete(kunci)
    assert "tidak ada di penyimpanan" in peramban.get(kantor.alamat(daftar[0])).content.decode()
    with default_storage.open(kunci, "wb") as berkas:
        berkas.write(b"%PDF-1.7 lain")
    tanggapan = peramban.get(kantor.alamat(daftar[0]))
    assert (tanggapan.status_code, "berubah di penyimpanan" in tanggapan.content.decode()) == (503, True)


def test_paper_of_a_locked_year_is_kept_for_all_who_ask(
    klien: Buka, kantor: Kantor, folder: Callable[[str], None]
) -> None:
    """Whoever asks first: the same bytes for everybody."""
    daftar = rencana_pdf(kantor)
    siapa: list[Pengguna] = [kantor.orang[n] for n in ("penilai", "anggota", "kepala")]
    assert len({cetak(klien(p), kantor, daftar)[daftar[0]] for p in siapa}) == 1
    assert Cetakan.objects.count() == 1


def test_days_pass(klien: Buka, kantor: Kantor, folder: Callable[[str], None], settings: Settings) -> None:
    peramban, daftar = klien(kantor.orang["ketua"]), [*surat(kantor), *rencana_pdf(kantor)]
    dulu = cetak(peramban, kantor, daftar)
    settings.ZONA_HARI_INI = HARI_INI.replace(year=2025)
    folder("nanti")
    assert cetak(peramban, kantor, daftar) == dulu
