"""A draft changes nobody's figures: every address, export, letter, calendar and command says the same before a
perubahan is opened and after it was edited in every way, and what it drafted once it is ditetapkan."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.db import transaction
from django.http import HttpResponse
from django.test import TestCase
from django.urls import reverse

from bukti_fisik.models import Bukti
from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.domain.jadwal_ubah import ubah_jadwal
from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.models import ProgramPrioritas, Rencana
from tests.bantuan import Alamat, Klien, rapi, semua_alamat, teks, urai
from tests.kabar.bantu import beri_posel
from tests.pabrik import HARI_INI, Kantor, baca_draf, jadikan_draf
from tests.rencana_aksi.test_perubahan import sunting_segala
from tests.test_hak import TERBUKA, isi_alamat
from zona.kabar.domain.kalender import buat_kalender_pengungkit, buat_kalender_saya
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
PEMBACA = ("kepala", "koordinator-i", "anggota", "penilai")

HALAMAN_DRAF = {
    "rencana_aksi:versi": "langkah draf: diajukan, ditetapkan, dibatalkan",
    "rencana_aksi:banding": "yang berubah dari versi yang berlaku",
    "dokumen:dokumen": "keadaan draf dan jalan ke langkahnya",
    "dokumen:naskah": "naskah yang disusun untuk versi berikutnya",
    "dokumen:naskah_bagian": "naskah yang disusun untuk versi berikutnya",
    "dokumen:naskah_riwayat": "naskah yang disusun untuk versi berikutnya",
    "rencana_aksi:jejak": "setiap penulisan tercatat, juga pada draf",
    "impor:daftar": "buku kerja dibawa ke draf",
    "impor:impor": "buku kerja dibawa ke draf",
}
"""Pages that speak of a draft, and why."""
MENYUNTING = "rencana_aksi:sunting"
"""So begin the names of the pages of editing."""
ALAMAT = [a for a in semua_alamat() if a.nama not in TERBUKA]


def tentang_draf(alamat: Alamat) -> bool:
    return alamat.nama in HALAMAN_DRAF or alamat.nama.startswith(MENYUNTING)


@pytest.fixture
def kantor(kantor: Kantor) -> Kantor:
    """With something to tell in every room: states, evidence, an obstacle, a priority; everybody has an address."""
    beri_posel()
    ketua = kantor.orang["ketua"]
    ProgramPrioritas.objects.create(pengungkit=kantor.pengungkit["V"], uraian="Program lama", urutan=1)
    p = kantor.pelaksanaan["I", "a"]
    catat_status(pelaksanaan=p[0], status="selesai", realisasi=date(2023, 3, 1), oleh=ketua, hari_ini=HARI_INI)
    catat_kendala(aksi=kantor.aksi["II", "a"], uraian="Narasumber sakit", oleh=ketua)
    Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=1, nama="SK", tautan="https://contoh.id/sk", diunggah_oleh=ketua
    )
    hidup.bekukan(rencana=kantor.rencana, oleh=kantor.orang["kepala"])
    return kantor


def buka_dan_sunting(kantor: Kantor) -> Kantor:
    """Opened by the ketua, and edited in every kind."""
    draf = hidup.mulai_perubahan(rencana=kantor.rencana, alasan="Uji", oleh=kantor.orang["ketua"])
    isi = baca_draf(kantor, draf)
    sunting_segala(isi, kantor.orang["ketua"])
    return isi


def tetapkan(kantor: Kantor, draf: Kantor) -> None:
    satu = Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").get(pk=draf.rencana.pk)
    hidup.ajukan_rencana(rencana=satu, oleh=kantor.orang["ketua"])
    hidup.tetapkan_rencana(
        rencana=satu, nomor_sk="2/UJI/2023", tanggal_sk=HARI_INI, oleh=kantor.orang["kepala"], hari_ini=HARI_INI
    )


# --- addresses ----------------------------------------------------------------------------------------


def isi(tanggapan: HttpResponse) -> Any:
    """What it says, without tokens; of an archive what is in it."""
    badan = b"".join(tanggapan.streaming_content) if tanggapan.streaming else tanggapan.content  # type: ignore[attr-defined]
    jenis = tanggapan.headers.get("Content-Type", "")
    if badan[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(badan)) as arsip:
            return tanggapan.status_code, {n: arsip.read(n) for n in sorted(arsip.namelist())}
    if jenis.startswith("text/html"):
        return tanggapan.status_code, rapi(badan.decode())
    return tanggapan.status_code, badan, tanggapan.headers.get("Location", "")


def cetak_dahulu(peramban: Klien) -> None:
    """The first reader of a paper leaves its print among what the office keeps (docs/adr/0044)."""
    for alamat in ALAMAT:
        if alamat.pola.endswith((".pdf", ".xlsx")):
            peramban.get(isi_alamat(alamat, "uji"))


def baca_semua(klien: Buka, kantor: Kantor, siapa: str) -> dict[str, Any]:
    peramban = klien(kantor.orang[siapa])
    return {str(a): isi(peramban.get(isi_alamat(a, "uji"))) for a in ALAMAT if not tentang_draf(a)}


@pytest.mark.parametrize("siapa", PEMBACA)
def test_every_address_says_the_same_while_a_perubahan_is_drafted(klien: Buka, kantor: Kantor, siapa: str) -> None:
    cetak_dahulu(klien(kantor.orang[siapa]))
    sebelum = baca_semua(klien, kantor, siapa)
    assert sum(nilai[0] == 200 for nilai in sebelum.values()) > 30
    draf = buka_dan_sunting(kantor)
    sesudah = baca_semua(klien, kantor, siapa)
    assert [a for a in sebelum if sebelum[a] != sesudah[a]] == []
    tetapkan(kantor, draf)
    akhir = baca_semua(klien, kantor, siapa)
    berubah = {a for a in sebelum if sebelum[a] != akhir[a]}
    assert {"matriks:matriks", "matriks:jadwal", "dokumen:pdf", "dokumen:xlsx", "beranda:beranda"} <= berubah


def test_pages_of_a_draft_are_each_there_and_say_so(klien: Buka, kantor: Kantor) -> None:
    """No exception without its page: those that anybody reads differ once a draft is open."""
    nama = {a.nama for a in semua_alamat()}
    assert set(HALAMAN_DRAF) <= nama
    peramban = klien(kantor.orang["kepala"])
    dibaca = [a for a in ALAMAT if a.nama in ("rencana_aksi:versi", "rencana_aksi:banding", "dokumen:dokumen")]
    sebelum = {str(a): isi(peramban.get(isi_alamat(a, "uji"))) for a in dibaca}
    buka_dan_sunting(kantor)
    assert [a for a in dibaca if isi(peramban.get(isi_alamat(a, "uji"))) == sebelum[str(a)]] == []


@pytest.mark.parametrize("alamat", [a for a in ALAMAT if "pk" in a.isian and not tentang_draf(a)], ids=str)
def test_row_of_a_draft_is_at_no_other_address(klien: Buka, kantor: Kantor, alamat: Alamat) -> None:
    """By the ids of every kind of row of a draft: 404 (405 where one only posts, 403 where the role is asked first)."""
    draf = buka_dan_sunting(kantor)
    peramban = klien(kantor.orang["ketua"])
    contoh = {"satker": "uji", "tahun": 2023, "kode": "I", "bulan": 1, "triwulan": 1, "nomor": 1}
    for baris in (draf.baris["II"], draf.aksi["II", "a"], draf.pelaksanaan["II", "a"][2], draf.syarat["II", "tiap"]):
        pk = baris.pk + 0
        if any(m.objects.filter(pk=pk).exists() for m in (Pengguna,)):
            continue
        tujuan = reverse(alamat.nama, kwargs={k: contoh.get(k, pk if k == "pk" else "x") for k in alamat.isian})
        status = {peramban.get(tujuan).status_code, peramban.post(tujuan).status_code}
        if status - {403, 404, 405}:
            assert not lain_milik_draf(draf, pk), (tujuan, status)


def lain_milik_draf(draf: Kantor, pk: int) -> bool:
    """Whether that id belongs to rows of the draft alone."""
    from rencana_aksi.models import Pelaksanaan, RencanaAksi, RencanaKerja, SyaratBukti

    jalur = {
        RencanaKerja: "pengungkit__rencana", RencanaAksi: "rencana_kerja__pengungkit__rencana",
        SyaratBukti: "rencana_kerja__pengungkit__rencana", Pelaksanaan: "aksi__rencana_kerja__pengungkit__rencana",
    }  # fmt: skip
    return not any(m.objects.filter(pk=pk, **{f"{j}__perubahan_dari__isnull": True}).exists() for m, j in jalur.items())


# --- letters, calendars, commands ---------------------------------------------------------------------


@contextmanager
def tanpa_bekas() -> Iterator[None]:
    """What it writes is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def perintah(nama: str, *argumen: str) -> str:
    keluaran = io.StringIO()
    call_command(nama, *argumen, stdout=keluaran)
    return keluaran.getvalue()


def surat() -> list[tuple[Any, ...]]:
    mail.outbox.clear()
    with tanpa_bekas(), TestCase.captureOnCommitCallbacks(execute=True):
        perintah("ingatkan", "--satker", "UJI")
    return [(s.to, s.subject, s.body) for s in mail.outbox]


def kabar_lain(klien: Buka, kantor: Kantor, kalender: list[str], berkas: Any) -> dict[str, Any]:
    milik = ("--satker", "UJI", "--tahun", "2023")
    saat = re.compile(rb"(DTSTAMP|LAST-MODIFIED):\w+")  # when the trail had its last row
    semua: dict[str, Any] = {
        f"kalender {i}": saat.sub(b"", klien().get(alamat).content) for i, alamat in enumerate(kalender)
    }
    semua["surat"] = surat()
    semua["periksa"] = perintah("periksa_rencana", *milik, "--json")
    for format_ in ("pdf", "xlsx", "zip"):
        perintah("ekspor_rencana", *milik, "--format", format_, "--keluaran", str(berkas / f"x.{format_}"))
        badan = (berkas / f"x.{format_}").read_bytes()
        if format_ == "pdf":
            semua[format_] = badan
        else:
            with zipfile.ZipFile(io.BytesIO(badan)) as arsip:
                semua[format_] = {n: arsip.read(n) for n in arsip.namelist()}
    return semua


def test_letters_calendars_and_commands_say_the_same(klien: Buka, kantor: Kantor, tmp_path: Any) -> None:
    token = buat_kalender_pengungkit(pengungkit=kantor.pengungkit["I"], oleh=kantor.orang["koordinator-i"])
    tokens = [token, buat_kalender_saya(oleh=kantor.orang["koordinator-ii"])]
    kalender = [reverse("kabar:ics", args=[t]) for t in tokens]
    sebelum = kabar_lain(klien, kantor, kalender, tmp_path)
    assert (b"BEGIN:VEVENT" in sebelum["kalender 0"], len(sebelum["surat"]) > 3) == (True, True)
    draf = buka_dan_sunting(kantor)
    sesudah = kabar_lain(klien, kantor, kalender, tmp_path)
    assert [a for a in sebelum if sebelum[a] != sesudah[a]] == []
    tetapkan(kantor, draf)
    akhir = kabar_lain(klien, kantor, kalender, tmp_path)
    assert {a for a in sebelum if sebelum[a] != akhir[a]} >= {"kalender 0", "surat", "periksa", "pdf", "xlsx", "zip"}


# --- what is late -------------------------------------------------------------------------------------


def terlambat(klien: Buka, kantor: Kantor, siapa: str) -> int:
    """How many the first screen says are late."""
    kata = teks(urai(klien(kantor.orang[siapa]).get(kantor.alamat())).select_one("main"))
    ada = re.search(r"(\d+) terlambat", kata)
    return int(ada[1]) if ada else 0


def test_dates_changed_in_a_draft_leave_what_is_late(klien: Buka, kantor: Kantor) -> None:
    """Six actions have an occurrence past due, one of them done."""
    assert terlambat(klien, kantor, "kepala") == 5
    draf = baca_draf(kantor, hidup.mulai_perubahan(rencana=kantor.rencana, alasan="x", oleh=kantor.orang["ketua"]))
    for kode in ("II", "III"):
        ubah_jadwal(
            aksi=draf.aksi[kode, "a"], jadwal_teks="5 Mei 2023", revisi=0, oleh=kantor.orang["ketua"], setuju=None
        )
    assert terlambat(klien, kantor, "kepala") == 5
    tetapkan(kantor, draf)
    assert terlambat(klien, kantor, "kepala") == 3


@pytest.mark.parametrize("status", ["draf", "diajukan"])
@pytest.mark.parametrize("siapa", ["kepala", "ketua", "koordinator-ii", "anggota"])
def test_nothing_is_late_in_a_plan_that_is_not_ditetapkan(klien: Buka, kantor: Kantor, siapa: str, status: str) -> None:
    jadikan_draf(kantor, status)
    peramban = klien(kantor.orang[siapa])
    bersalah = []
    for alamat in ALAMAT:
        tanggapan = peramban.get(isi_alamat(alamat, "uji"))
        if tanggapan.status_code == 200 and tanggapan.headers["Content-Type"].startswith("text/html"):
            pohon = urai(tanggapan)
            if pohon.select(".status-terlambat") or re.search(r"[1-9]\d* terlambat\b|lewat jatuh tempo", teks(pohon)):
                bersalah.append(str(alamat))
    assert bersalah == []
    matriks = urai(peramban.get(kantor.alamat("rencana/")))
    assert len(matriks.select(".status-draf")) >= 5
