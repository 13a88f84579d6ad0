"""Blind is blind, drafts are private (docs/adr/0046): nothing of a closed assessment comes out of any address, filter,
export, mail or command; all of it does once it may. And no code reads assessments past the gate."""

import ast
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.files.base import ContentFile
from django.core.management import call_command
from pytest_django import DjangoCaptureOnCommitCallbacks

from pengungkit.domain.jawab import jawab, jawab_banyak
from pengungkit.domain.kunci import ajukan_penilaian, buka_penilaian
from pengungkit.domain.penilaian import buka_jawaban_unit, mulai_tpi, skor_dari
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian
from pengungkit.struktur import Isian
from rencana_aksi.domain.hidup_rencana import ajukan_rencana, batalkan_perubahan, mulai_perubahan
from tests.bantuan import Klien
from tests.berkas_contoh import pdf
from tests.bukti_contoh import taruh
from tests.hukum import berkas, modul
from tests.pabrik import HARI_INI, Kantor, buat_orang, buat_rencana
from tests.sentinel import Penjelajah, kata, kata_berkas
from zona.inti.angka import angka_id
from zona.kabar.domain.ingatkan import ingatkan
from zona.kabar.domain.kirim import Pengantar
from zona.kabar.models import SuratRencana
from zona.nilai.domain.syarat import isi_syarat
from zona.organisasi.models import Pengguna, Satker

MANDIRI, TPI = JenisPenilaian.MANDIRI, JenisPenilaian.TPI
UNIT, PENILAI = "SANDIUNIT", "SANDIPENILAI"
"""Words in every note and reason of the one and of the other."""
HASIL = {
    (MANDIRI, 2023): ("2.1713", "37.7131", "1.9373"), (TPI, 2023): ("3.9177", "95.4137", "3.3719"),
    (MANDIRI, 2022): ("2.3137", "33.1717", "1.7339"), (TPI, 2022): ("3.8773", "91.3719", "3.1177"),
}  # fmt: skip
"""H1.1, H1.2, H2.1: the unit fails gates that the assessor lets it pass."""
PUTUSAN = ("belum lulus semua ambang WBK", "0 dari 3 ambang WBK lulus")
"""What is said of the unit's score alone, and never of the assessor's."""
KANTOR = ("kepala", "ketua", "koordinator-i", "anggota", "admin", "pegawai")


def isi_kolom(kantor: Kantor, jenis: JenisPenilaian, tahun: int, oleh: Pengguna) -> set[str]:
    """Answer all of a column, hand it in and take it back; the words and numbers nobody else may read."""
    instrumen, word = kantor.rencana.instrumen, UNIT if jenis == MANDIRI else PENILAI
    label = {"a": "Tidak", "b": "B"} if jenis == MANDIRI else {"a": "Ya", "b": "A"}
    h11, h12, h21 = HASIL[jenis, tahun]
    isian = {f"A{i}.1.{h}": Isian(pilihan=label[h]) for i in range(1, 7) for h in "ab"}
    isian |= {"H1.1": Isian(angka=Decimal(h11)), "H1.2": Isian(angka=Decimal(h12)), "H2.1": Isian(angka=Decimal(h21))}
    tempat: dict[str, Any] = {"satker": kantor.satker, "tahun": tahun, "instrumen": instrumen, "jenis": jenis}
    jawab_banyak(**tempat, isian=isian, catatan={k: f"{word} {k}" for k in isian}, oleh=oleh)
    jawab(**tempat, kode="A1.1.a", isian=isian["A1.1.a"], catatan=f"{word} lagi", revisi=1, oleh=oleh)
    penilaian = Penilaian.objects.select_related("satker", "instrumen").get(
        satker=kantor.satker, tahun=tahun, jenis=jenis
    )
    ajukan_penilaian(penilaian=penilaian, oleh=oleh)
    buka_penilaian(penilaian=penilaian, alasan=f"{word} alasan", oleh=oleh)
    skor = skor_dari(penilaian)
    assert skor is not None
    bagian = (skor.total, skor.hasil, *(skor.indikator[k] for k in ("H1.1", "H1.2", "H2.1")))
    angka = {angka_id(b.nilai) for b in bagian} | {h.replace(".", ",") for h in (h11, h12, h21)} | {h11, h12, h21}
    return {word, *angka}


@dataclass
class Dunia:
    """An office that answered and an assessor who scores blind, both taken back to draf; of the year before the same.
    `unit`, `penilai`: the secrets of each."""

    kantor: Kantor
    tpi: Penilaian
    unit: set[str]
    penilai: set[str]


@pytest.fixture
def dunia(kantor: Kantor, ketua: Pengguna, penilai: Pengguna) -> Dunia:
    kantor.orang |= buat_orang(kantor.satker, "pegawai")
    for o in kantor.orang.values():
        o.posel = f"{o.username}@contoh.id"
    Pengguna.objects.bulk_update(kantor.orang.values(), ["posel"])
    buat_rencana(kantor.satker, kantor.rencana.instrumen, 2022)
    unit: set[str] = set()
    rahasia: set[str] = set()
    for tahun in (2022, 2023):
        unit |= isi_kolom(kantor, MANDIRI, tahun, ketua)
        mulai_tpi(satker=kantor.satker, tahun=tahun, instrumen=kantor.rencana.instrumen, buta=True, oleh=penilai)
        rahasia |= isi_kolom(kantor, TPI, tahun, penilai)
    isi_syarat(
        rencana=kantor.rencana, kode="surat_usulan", isian="1/UJI/2023", oleh=ketua,
        berkas=ContentFile(pdf(UNIT), name="usulan.pdf"),
    )  # fmt: skip
    taruh(kantor, "sk.pdf", soal=("A1.1.a",))
    assert not unit & rahasia
    tpi = Penilaian.objects.select_related("satker", "instrumen").get(satker=kantor.satker, tahun=2023, jenis=TPI)
    return Dunia(kantor, tpi, unit, rahasia)


Buka = Callable[..., Klien]
BERANDA = {"kepala": ("",), "ketua": ("",)}
"""Whose first page tells the score."""


def test_blind_assessor_meets_nothing_of_the_unit(dunia: Dunia, penilai: Pengguna) -> None:
    ada = Penjelajah(penilai)
    assert ada.bocor({*dunia.unit, *PUTUSAN}) == []
    assert {"nilai:nilai", "nilai:lke_komponen", "nilai:lke_xlsx", "dokumen:lhe", "rencana_aksi:jejak"} <= ada.rute
    milik = ada.bocor(dunia.penilai)
    for rute in ("jejak/", "nilai/", "nilai/lke/H1/", "nilai/lke.xlsx", "nilai/lhe.pdf"):
        assert [m for m in milik if m.startswith(f"/uji/2023/{rute}:")] != [], rute


@pytest.mark.parametrize("siapa", KANTOR)
def test_nobody_else_meets_what_the_assessor_has_not_submitted(dunia: Dunia, siapa: str) -> None:
    ada = Penjelajah(dunia.kantor.orang[siapa])
    assert ada.bocor(dunia.penilai) == []
    milik = ada.bocor(dunia.unit)
    for rute in (*BERANDA.get(siapa, ()), "jejak/", "nilai/", "nilai/lke/H1/", "nilai/lke.xlsx"):
        assert [m for m in milik if m.startswith(f"/uji/2023/{rute}:")] != [], rute


def test_every_address_is_looked_at(dunia: Dunia, kepala: Pengguna, ketua: Pengguna, admin: Pengguna) -> None:
    """An address that opens to none of them says nothing to them: it stands here, with why."""
    terbuka, dibaca = set[str](), set[str]()
    for siapa in (kepala, ketua, admin, dunia.kantor.orang["penilai"]):
        satu = Penjelajah(siapa, ikut=False)
        terbuka |= satu.rute
        dibaca |= satu.dibaca
    tertutup = dibaca - terbuka
    assert (tertutup - set(TAK_TERBUKA), set(TAK_TERBUKA) - tertutup) == (set(), set())


TAK_TERBUKA: dict[str, str] = {
    **dict.fromkeys(
        (
            "kabar:ics",
            "organisasi:undangan",
            "pintu:berkas",
            "pintu:masuk",
            "portalrb:akar",
            "portalrb:jawaban",
            "portalrb:lain",
            "portalrb:unit_wbbm",
            "portalrb:unit_wbk",
        ),
        "wants a secret that no person of the office has",
    ),
    **dict.fromkeys(
        ("bukti_fisik:potongan", "impor:impor", "impor:lama_petakan", "impor:lama_pratinjau", "mulai:buku_lihat"),
        "a file of one's own that is on its way",
    ),
    "dokumen:lhe_kunci": "the assessor's is not locked",
    **dict.fromkeys(("kiriman:kiriman", "kiriman:tempat", "kiriman:tutup"), "there is no heap"),
    **dict.fromkeys(
        (
            "dokumen:pdf_versi",
            "pengesahan:bertanda",
            "pengesahan:lembar",
            "pengesahan:naskah",
            "pengesahan:siap",
            "pengesahan:verifikasi",
            "pengesahan:versi",
            "rencana_aksi:versi_beku",
        ),
        "there is no frozen version: it is made of the plan alone",
    ),
    **dict.fromkeys(
        ("dokumen:naskah_bagian", "dokumen:naskah_riwayat"), "words of a plan: those of the test have no chapters"
    ),
    **dict.fromkeys(("pintu:kunjungan", "pintu:soal_berkas"), "there is no door"),
    **dict.fromkeys(("surat:berkas", "surat:penanda_keluarkan", "surat:pindaian"), "nothing is signed; tests/surat"),
    **dict.fromkeys(
        (
            "rencana_aksi:kendala_ubah",
            "rencana_aksi:sunting_program",
            "rencana_aksi:sunting_program_hapus",
            "rencana_aksi:sunting_program_pindah",
            "tahapan:berkas",
        ),
        "there is no such row",
    ),
    "nilai:lke_beku": "nothing is locked; tests/nilai/test_lke.py",
}


def test_all_of_it_is_told_once_it_may(dunia: Dunia, klien: Buka, kepala: Pengguna, penilai: Pengguna) -> None:
    """Submitted, the assessor's is the whole office's; opened, the unit's is the assessor's, the trail too."""
    ajukan_penilaian(penilaian=dunia.tpi, oleh=penilai)
    buka_jawaban_unit(penilaian=dunia.tpi, oleh=penilai)
    for siapa in (kepala, penilai):
        k = klien(siapa)
        for rute in ("jejak/", "nilai/", "nilai/lke/H2/", "nilai/lke.xlsx", "nilai/lhe.pdf"):
            isi = kata(k.get(dunia.kantor.alamat(rute)))
            for rahasia in (HASIL[MANDIRI, 2023][2], HASIL[TPI, 2023][2]):
                angka = angka_id(Decimal(rahasia) * 5) if rute in ("nilai/", "nilai/lhe.pdf") else rahasia  # of 20
                assert angka in isi or angka.replace(".", ",") in isi, (siapa.username, rute, rahasia)


def test_mail_and_lists_tell_nothing_of_it(
    dunia: Dunia, ketua: Pengguna, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    """A month of reminders and weekly sums, and the letters of a plan's life."""
    with django_capture_on_commit_callbacks(execute=True):
        for hari in range(31):
            satker = Satker.objects.get(pk=dunia.kantor.satker.pk)
            ingatkan(satker=satker, hari=HARI_INI + timedelta(hari), pengantar=Pengantar(), oleh=None)
    draf = mulai_perubahan(rencana=dunia.kantor.rencana, alasan="Uji", oleh=ketua)
    ajukan_rencana(rencana=draf, oleh=ketua)
    batalkan_perubahan(rencana=draf, alasan="Uji", oleh=ketua)
    surat = [m.message().as_string() + m.body for m in mail.outbox]
    surat += [str(list(isi)) for isi in SuratRencana.objects.values_list()]
    assert len(mail.outbox) > 5
    assert SuratRencana.objects.exists()
    assert [s for s in surat for r in (UNIT, PENILAI, *dunia.penilai) if r in s] == []
    for jenis, ada in (("mandiri", True), ("tpi", False)):
        keluar = StringIO()
        call_command("peringkat", tahun=2023, jenis=jenis, json=True, stdout=keluar)
        assert bool(json.loads(keluar.getvalue())["peringkat"]) is ada


def test_gate_is_the_right_to_assess(dunia: Dunia) -> None:
    """The gate in SQL and the rights table agree on who assesses, for everybody in every year."""
    for orang in Pengguna.objects.all():
        for p in Penilaian.objects.all():
            menilai = orang.boleh("nilai_lke", p)
            tutup = menilai if p.jenis == MANDIRI else not menilai
            milik = {q.pk: q.tertutup for q in Penilaian.objects.bagi(orang)}
            assert milik.get(p.pk) == (tutup if orang.boleh("baca", p) else None), (orang.username, str(p))
            assert (p in Penilaian.objects.terlihat(orang)) is (orang.boleh("baca", p) and not tutup)
    umum = {(p.jenis, p.tertutup) for p in Penilaian.objects.bagi(None)}
    assert umum == {(MANDIRI, False), (TPI, True)}


# --- no way past the gate -----------------------------------------------------------------------------

BERPINTU = {"Penilaian", "Jawaban", "RiwayatNilai", "PenilaianBeku"}
BEBAS = {"penilaian_satker", "skor_penilaian"}
"""What reads assessments without asking for whom."""
LEWAT_PINTU = {"Penilaian.objects.bagi", "Penilaian.objects.terlihat"}
LEWAT = {
    "pengungkit.queries.penilaian": "is what the gate is read through",
    "pengungkit.queries": "its door",
    "zona.tahapan.queries.bahan": "the first day of assessments that come through the gate",
    "pengungkit.queries.jawaban": "answers of assessments that are handed in",
    "zona.nilai.queries.riwayat": "history of assessments that are handed in",
    "zona.nilai.queries.lke_keadaan": "locks of the columns the person sees",
    "zona.nilai.views.lke_langkah": "one lock of a column the person sees",
    "zona.dokumen.queries.lhe_kunci": "reports of locks of the assessor's, which are for all who read the plan",
    "zona.dokumen.queries.lhe": "the office's own beside such a lock, where the assessor had seen it",
    "zona.surat.queries.nilai": "papers of the office itself, and whether one is kept from the person",
    "zona.portalrb.queries.jawaban": "what was locked and handed over, by token",
    "zona.portalrb.queries.unit": "whether it was locked, by token",
    "rencana_aksi.queries.draf_pertama": "whether anything was answered, which forbids throwing a draft away",
    "zona.nilai.management.commands._kantor": "the instrument, for who runs the installation",
    "zona.nilai.management.commands.hitung_skor": "for who runs the installation",
    "zona.nilai.management.commands.impor_jawaban": "for who runs the installation",
}


def _lewat(pohon: ast.Module) -> Iterator[str]:
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.ImportFrom):
            yield from (a.name for a in simpul.names if a.name in BEBAS)
        if isinstance(simpul, ast.Call) and getattr(simpul.func, "id", "").startswith("get_object_or_404"):
            yield from (ast.unparse(a) for a in simpul.args[:1] if ast.unparse(a) in BERPINTU)
        if not (isinstance(simpul, ast.Attribute) and isinstance(simpul.value, ast.Attribute)):
            continue
        asal = simpul.value
        if isinstance(asal.value, ast.Name) and asal.value.id in BERPINTU and asal.attr in ("objects", "_base_manager"):
            yield from {f"{asal.value.id}.objects.{simpul.attr}"} - LEWAT_PINTU


def test_no_code_reads_assessments_past_the_gate() -> None:
    """Verbs excepted: they answer with no more than what was done. A module that must says why."""
    ada = {
        m: sorted(set(_lewat(ast.parse(p.read_text()))))
        for p in berkas("*.py")
        if "domain" not in (m := modul(p)).split(".")
    }
    assert {m for m, isi in ada.items() if isi} == set(LEWAT)


def test_the_law_sees_words_in_every_kind_of_file() -> None:
    assert UNIT in kata_berkas(pdf(UNIT))
