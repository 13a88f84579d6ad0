"""impor_jawaban and hitung_skor: JSON and the LKE workbook in, the score out; each refusal with its place."""

import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from openpyxl import Workbook, load_workbook

from pengungkit.domain.instrumen import muat_instrumen
from pengungkit.domain.kunci import ajukan_penilaian
from pengungkit.domain.penilaian import skor_penilaian
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen, Jawaban, Penilaian, Pertanyaan
from pengungkit.queries import catatan_jawaban, isian, naskah_instrumen
from rencana_aksi.models import Rencana
from tests.nilai.lke import buku, isi_acak, kantor_lke
from tests.pengungkit.bantu import P52, P90
from zona.inti.models import Jejak
from zona.nilai.queries.baris_lke import baris_lke
from zona.organisasi.models import Satker

MANDIRI, TPI = JenisPenilaian.MANDIRI, JenisPenilaian.TPI


@pytest.fixture
def rencana(db: None) -> Rencana:
    muat_instrumen(berkas=[P90, P52])
    return kantor_lke(Instrumen.objects.get(bawaan=True))


def impor(berkas: Path, jenis: str = "mandiri", *lain: str, satker: str = "kbx", tahun: int = 2026) -> dict[str, Any]:
    keluar = StringIO()
    pilihan = ["--satker", satker, "--tahun", str(tahun), "--jenis", jenis, "--json", *lain]
    call_command("impor_jawaban", str(berkas), *pilihan, stdout=keluar)
    hasil: dict[str, Any] = json.loads(keluar.getvalue())
    return hasil


def skor(*lain: str) -> dict[str, Any]:
    keluar = StringIO()
    call_command("hitung_skor", "--satker", "KBX", "--tahun", "2026", "--json", *lain, stdout=keluar)
    hasil: dict[str, Any] = json.loads(keluar.getvalue())
    return hasil


def berkas_json(tmp_path: Path, jawaban: Any) -> Path:
    berkas = tmp_path / "jawaban.json"
    berkas.write_text(jawaban if isinstance(jawaban, str) else json.dumps({"jawaban": jawaban}))
    return berkas


def jawaban_kini(jenis: JenisPenilaian = MANDIRI) -> dict[str, Any]:
    penilaian = Penilaian.objects.get(jenis=jenis)
    return isian(catatan_jawaban([penilaian])[penilaian.pk])


def kode_soal(nomor: int) -> str:
    """The question a PortalRB number stands for."""
    return Pertanyaan.objects.values_list("kode", flat=True).get(soal_portalrb=nomor)


# --- JSON ---------------------------------------------------------------------------------------------


def test_json_answers_by_portalrb_number_and_by_code(rencana: Rencana, tmp_path: Path) -> None:
    isi = {"1": "Ya", "P1.1.b": "a", "127": 3.72, "R1.1.a": {"b1": 4, "b2": 3}, "R1.1.b.b1": 5, "R1.1.b.b2": "2"}
    hasil = impor(berkas_json(tmp_path, isi))
    kini = jawaban_kini()
    assert {k: (i.pilihan, i.angka, dict(i.masukan)) for k, i in kini.items()} == {
        "P1.1.a": ("Ya", None, {}),
        "P1.1.b": ("A", None, {}),
        "H2.a": (None, Decimal("3.72"), {}),
        "R1.1.a": (None, None, {"b1": 4, "b2": 3}),
        "R1.1.b": (None, None, {"b1": 5, "b2": 2}),
    }
    assert set(hasil["berubah"]) == set(kini)
    assert hasil["total"] == skor()["total"]
    assert Jejak.objects.get(tindakan="mengimpor jawaban LKE").sesudah["H2.a"] == "3,72"


def test_json_leaves_what_it_does_not_name(rencana: Rencana, tmp_path: Path) -> None:
    impor(berkas_json(tmp_path, {"1": "Ya", "R1.1.a": {"b1": 4, "b2": 3}}))
    assert impor(berkas_json(tmp_path, {"R1.1.a": {"b2": 1}, "1": "Ya"}))["berubah"] == ["R1.1.a"]
    assert dict(jawaban_kini()["R1.1.a"].masukan) == {"b1": 4, "b2": 1}
    assert impor(berkas_json(tmp_path, {"1": "Ya"}))["berubah"] == []


def test_json_makes_the_assessment_by_the_instrument_of_the_plan_else_the_default(
    rencana: Rencana, tmp_path: Path
) -> None:
    lain = Satker.objects.create(kode="LAMA", nama="Kantor Lama")
    Rencana.objects.create(satker=lain, tahun=2020, instrumen=Instrumen.objects.get(kode=P52.stem))
    assert impor(berkas_json(tmp_path, {"A1.1.a": "Ya"}), satker="LAMA", tahun=2020)["instrumen"] == P52.stem
    assert impor(berkas_json(tmp_path, {"1": "Ya"}), satker="LAMA", tahun=2021)["instrumen"] == P90.stem
    impor(berkas_json(tmp_path, {"1": "Ya"}), "tpi")
    assert Penilaian.objects.get(satker=rencana.satker).jenis == TPI


SALAH_JSON: list[tuple[Any, str]] = [
    ({"1": "C"}, "1: P1.1.a berisi “C”. Pilih salah satu jawaban yang ada. Pilihannya Ya, Tidak."),
    ({"1": True}, "1: P1.1.a berisi “True”. Pilih salah satu jawaban yang ada. Pilihannya Ya, Tidak."),
    ({"127": 4.01}, "127: H2.a berisi “4.01”. Isi angka dari 0 sampai 4"),
    ({"127": -1}, "127: H2.a berisi “-1”. Isi angka dari 0 sampai 4"),
    ({"127": "1e-3"}, "127: H2.a berisi “1e-3”. Isi angka dari 0 sampai 4"),
    ({"R1.1.a": {"b1": -1}}, "R1.1.a.b1: R1.1.a berisi “-1”. Isi bilangan bulat dari 0"),
    ({"R1.1.a": {"b1": 1.5}}, "R1.1.a.b1: R1.1.a berisi “1.5”. Isi bilangan bulat dari 0"),
    ({"R1.1.a": {"b1": 10**30}}, "R1.1.a.b1: R1.1.a berisi “1000000000000000000000000000000”. Isi bilangan bulat"),
    ({"R1.1.a": {"b9": 1}}, "R1.1.a.b9: bukan isian pertanyaan R1.1.a"),
    ({"R1.1.a": 4}, "R1.1.a: harus berisi b1, b2"),
    ({"128": "Ya"}, f"128: bukan pertanyaan instrumen {P90.stem}"),
    ({"A1.1.a": "Ya"}, f"A1.1.a: bukan pertanyaan instrumen {P90.stem}"),
    ({"1": "Ya", "P1.1.a": "Ya"}, "P1.1.a: P1.1.a sudah dijawab di 1"),
    ('{"jawaban": {"1": "Ya", "1": "Tidak"}}', "1 ditulis dua kali"),
    ('{"jawaban": {"127": NaN}}', "NaN bukan angka"),
    ('{"jawaban": {"127": 1' + "0" * 5000 + "}}", "bukan JSON yang sah"),
    ('{"jawaban"', "bukan JSON yang sah"),
    ("[" * 100_000, "bukan JSON yang sah"),
    ("[]", 'harus berisi {"jawaban": {soal: jawaban}}'),
]


def test_json_that_is_wrong_is_refused_whole(rencana: Rencana, tmp_path: Path) -> None:
    for isi, kalimat in SALAH_JSON:
        benar = {"2": "A", **isi} if isinstance(isi, dict) else isi
        with pytest.raises(CommandError) as galat:
            impor(berkas_json(tmp_path, benar))
        assert str(galat.value).startswith(f"jawaban.json: {kalimat}")
        assert str(galat.value).endswith("Tidak ada yang dimuat.")
    assert (Penilaian.objects.count(), Jejak.objects.filter(objek="pengungkit.penilaian").count()) == (0, 0)


def test_every_refusal_is_told(rencana: Rencana, tmp_path: Path) -> None:
    with pytest.raises(CommandError) as galat:
        impor(berkas_json(tmp_path, {"1": "C", "127": 5}))
    assert [b.partition(" berisi")[0] for b in str(galat.value).splitlines()[:2]] == [
        "jawaban.json: 1: P1.1.a",
        "jawaban.json: 127: H2.a",
    ]


def test_submitted_assessment_takes_no_import(rencana: Rencana, tmp_path: Path) -> None:
    impor(berkas_json(tmp_path, {"1": "Ya"}))
    ajukan_penilaian(penilaian=Penilaian.objects.get(), oleh=None)
    with pytest.raises(CommandError, match="sudah diajukan"):
        impor(berkas_json(tmp_path, {"1": "Tidak"}))


def test_unknown_office_and_missing_file(rencana: Rencana, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match='Satker "xx" tidak ada'):
        impor(berkas_json(tmp_path, {}), satker="xx")
    with pytest.raises(CommandError, match="tidak dapat dibaca"):
        impor(tmp_path / "tidak-ada.json")
    with pytest.raises(CommandError, match="belum ada"):
        skor()


# --- hitung_skor --------------------------------------------------------------------------------------


def test_score_is_told_unrounded(rencana: Rencana) -> None:
    isi_acak(rencana, 1)
    hasil, harus = skor(), skor_penilaian(rencana.satker_id, 2026, MANDIRI)
    assert harus is not None
    assert abs(Fraction(hasil["total"]) - harus.total.nilai) < Fraction(1, 10**12)
    assert Decimal(hasil["pengungkit"]) + Decimal(hasil["hasil"]) - Decimal(hasil["total"]) < Decimal("3e-12")
    assert set(hasil["komponen"]) == set(harus.komponen)
    assert set(hasil["indikator"]) == set(harus.indikator)
    assert hasil["belum_dijawab"] == list(harus.belum_dijawab)
    assert hasil["ambang"]["wbk"]["total"]["minimal"] == "75"
    assert hasil["ambang"]["wbk"]["total"]["lulus"] is False
    assert len(hasil["ambang"]["wbk"]) + len(hasil["ambang"]["wbbm"]) == len(harus.putusan)


# --- XLSX ---------------------------------------------------------------------------------------------


def ubah(isi: bytes, tmp_path: Path, kerja: Callable[[Any], Any]) -> Path:
    """The workbook with something done to its sheet "Jawaban"."""
    buka = load_workbook(BytesIO(isi))
    kerja(buka["Jawaban"])
    berkas = tmp_path / "lke.xlsx"
    buka.save(berkas)
    return berkas


def tulis(**sel: Any) -> Callable[[Any], None]:
    def kerja(kertas: Any) -> None:
        for alamat, nilai in sel.items():
            kertas[alamat] = nilai

    return kerja


@pytest.mark.parametrize("instrumen", [P90, P52])
def test_workbook_comes_back_as_it_went(rencana: Rencana, tmp_path: Path, instrumen: Path) -> None:
    asal = kantor_lke(Instrumen.objects.get(kode=instrumen.stem), tahun=2025)
    for jenis in (MANDIRI, TPI):
        isi_acak(asal, 7 if jenis == MANDIRI else 8, jenis)
    sebelum = {jenis: jawaban_kini(jenis) for jenis in (MANDIRI, TPI)}
    berkas = tmp_path / "lke.xlsx"
    berkas.write_bytes(buku(asal))
    assert [impor(berkas, j, "--kosongkan", tahun=2025)["berubah"] for j in ("mandiri", "tpi")] == [[], []]
    Jawaban.objects.all().delete()
    for jenis in (MANDIRI, TPI):
        impor(berkas, jenis, tahun=2025)
        assert jawaban_kini(jenis) == sebelum[jenis]


def test_cells_are_those_portalrb_names(rencana: Rencana) -> None:
    isi_acak(rencana, 3)
    Jawaban.objects.filter(pertanyaan__kode="P1.1.a").update(catatan="=1+1")
    kertas = load_workbook(BytesIO(buku(rencana)))["Jawaban"]
    soal = json.loads((P90.parent / "portalrb-soal-2026.json").read_text())

    def semua(bagian: Any) -> Any:
        yield from bagian["soals"]
        for anak in bagian["children"]:
            yield from semua(anak)

    nomor = {s["id"]: s["excel_baris"] for b in soal["data"] for s in semua(b)}
    assert {kertas.cell(baris, 2).value: baris for baris in nomor.values()} == nomor
    kini = jawaban_kini()
    assert kertas["K6"].value == kini["P1.1.a"].pilihan
    assert (kertas["L6"].value, kertas["L6"].quotePrefix) == ("=1+1", True)
    assert kertas[f"K{nomor[127]}"].value == float(kini["H2.a"].angka)


def test_workbook_fills_changes_and_keeps_what_is_empty(rencana: Rencana, tmp_path: Path) -> None:
    impor(berkas_json(tmp_path, {"1": "Ya", "2": "A"}))
    berkas = ubah(buku(rencana), tmp_path, tulis(K6="tidak", L6="Sudah diperiksa", K7=None, K9="Ya"))
    assert set(impor(berkas)["berubah"]) == {"P1.1.a", kode_soal(3)}
    assert jawaban_kini()[kode_soal(2)].pilihan == "A"
    assert Jawaban.objects.get(pertanyaan__kode="P1.1.a").catatan == "Sudah diperiksa"
    assert impor(berkas, "mandiri", "--kosongkan")["berubah"] == [kode_soal(2)]
    assert kode_soal(2) not in jawaban_kini()


def geser(kertas: Any) -> None:
    kertas.insert_rows(9)


SALAH_XLSX: list[tuple[Callable[[Any], Any], str, str]] = [
    (tulis(K6="C"), "Jawaban!K6", "P1.1.a berisi “C”"),
    (tulis(K202=4.01), "Jawaban!K202", "H2.a berisi “4.01”"),
    (tulis(K202=10**30), "Jawaban!K202", "H2.a berisi “1000000000000000"),
    (tulis(K202="=1+1"), "Jawaban!K202", "berisi rumus, harus nilai biasa"),
    (tulis(B2="permenpan-52-2014"), "Jawaban!B2", "LKE ini untuk instrumen permenpan-52-2014"),
    (tulis(B3="LAIN"), "Jawaban!B3", "LKE ini untuk satuan kerja LAIN, bukan KBX"),
    (tulis(B4=2025), "Jawaban!B4", "LKE ini untuk tahun 2025, bukan 2026"),
    (tulis(E6="Pertanyaan tahun lain"), "Jawaban!E6", "bukan pertanyaan P1.1.a dari instrumen tahun ini"),
    (tulis(K8="Ya"), "Jawaban!K8", "ada jawaban di baris yang bukan pertanyaan; baris bergeser"),
    (geser, "Jawaban!A9", "baris bergeser"),
]


def test_workbook_that_is_wrong_is_refused_with_its_cell(rencana: Rencana, tmp_path: Path) -> None:
    asal = buku(rencana)
    for kerja, sel, alasan in SALAH_XLSX:
        with pytest.raises(CommandError) as galat:
            impor(ubah(asal, tmp_path, kerja))
        pertama = str(galat.value).splitlines()[0]
        assert pertama.startswith(f"lke.xlsx: {sel}: ")
        assert alasan in pertama
    assert Jawaban.objects.count() == 0


def test_counts_are_whole_in_the_workbook_too(rencana: Rencana, tmp_path: Path) -> None:
    asal = buku(rencana)
    baris = next(b for b in baris_lke(naskah_instrumen(rencana.instrumen)) if b.masukan)
    for nilai in (-1, 1.5, "tiga", True):
        with pytest.raises(CommandError, match=rf"Jawaban!K{baris.nomor}: .*Isi bilangan bulat"):
            impor(ubah(asal, tmp_path, tulis(**{f"K{baris.nomor}": nilai})))


def test_workbook_with_only_the_national_cells(rencana: Rencana, tmp_path: Path) -> None:
    buka = Workbook()
    kertas = buka.active
    kertas.title = "Jawaban"
    kertas["K6"], kertas["K7"], kertas["K202"] = "Ya", "B", "3,5"
    buka.save(tmp_path / "nasional.xlsx")
    assert set(impor(tmp_path / "nasional.xlsx")["berubah"]) == {"P1.1.a", kode_soal(2), "H2.a"}
    kertas["K8"] = "Ya"
    buka.save(tmp_path / "nasional.xlsx")
    with pytest.raises(CommandError, match="Jawaban!K8: ada jawaban di baris yang bukan pertanyaan"):
        impor(tmp_path / "nasional.xlsx")


def test_national_workbook_is_known_by_its_words(rencana: Rencana, tmp_path: Path) -> None:
    def asing(kertas: Any) -> None:
        kertas["A2"] = "LKE nasional"
        kertas["K6"] = "Ya"

    assert impor(ubah(buku(rencana), tmp_path, asing))["berubah"] == ["P1.1.a"]

    def geser_asing(kertas: Any) -> None:
        asing(kertas)
        for baris in range(200, 5, -1):
            for kolom in range(1, 12):
                kertas.cell(baris + 1, kolom).value = kertas.cell(baris, kolom).value

    with pytest.raises(CommandError, match=r"Jawaban!E7: seharusnya .*; baris bergeser"):
        impor(ubah(buku(rencana), tmp_path, geser_asing))


def test_what_is_no_workbook(rencana: Rencana, tmp_path: Path) -> None:
    for isi in (b"", b"PK\x03\x04", b"<html>", buku(rencana)[:-100]):
        (tmp_path / "a.xlsx").write_bytes(isi)
        with pytest.raises(CommandError, match="bukan buku kerja XLSX yang utuh"):
            impor(tmp_path / "a.xlsx")
