"""Loading instruments: what ships, loading again, what is refused, what survives an update."""

import json
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from pengungkit.domain.instrumen import HasilMuat, muat_instrumen
from pengungkit.domain.naskah import BerkasDitolak
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Indikator, Instrumen, Jawaban, Komponen, Masukan, Penilaian, Pertanyaan, Pilihan
from pengungkit.queries import struktur
from tests.pabrik import Kantor
from tests.pengungkit.bantu import P52, P90, salinan, struktur_berkas
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.models import Satker

pytestmark = pytest.mark.django_db


def isi_tabel() -> list[object]:
    """Everything stored of instruments, ids included."""
    tabel = (Instrumen, Komponen, Indikator, Pertanyaan, Pilihan, Masukan)
    return [list(model._default_manager.order_by("pk").values_list()) for model in tabel]


def test_shipped_instruments() -> None:
    hasil = muat_instrumen(berkas=[P52, P90])
    assert hasil == [
        HasilMuat("permenpan-52-2014", "baru", False, 84),
        HasilMuat("permenpan-90-2021", "baru", True, 113),
    ]
    lama, baru = Instrumen.objects.order_by("kode")
    for instrumen, berkas in ((lama, P52), (baru, P90)):
        assert struktur(instrumen) == struktur_berkas(berkas)
    assert list(lama.komponen.values_list("kode", "area", "bobot")) == [
        ("A1", "I", 5), ("A2", "II", 5), ("A3", "III", 15), ("A4", "IV", 10), ("A5", "V", 15), ("A6", "VI", 10),
        ("H1", "", 20), ("H2", "", 20),
    ]  # fmt: skip
    assert list(baru.komponen.filter(area="IV").values_list("kode", "aspek", "bobot")) == [
        ("P4", "pemenuhan", 5), ("R4", "reform", 5),
    ]  # fmt: skip
    assert str(baru.berlaku_sejak) == "2021-12-31"


def test_questions_know_their_row_in_the_national_workbook() -> None:
    muat_instrumen(berkas=[P52, P90])
    baru = Pertanyaan.objects.filter(indikator__komponen__instrumen__kode=P90.stem)
    masukan = Masukan.objects.filter(pertanyaan__in=baru).values_list("soal_portalrb", "excel_baris")
    baris = dict([*baru.filter(soal_portalrb__isnull=False).values_list("soal_portalrb", "excel_baris"), *masukan])
    assert len(baris) == len(set(baris.values())) == 127
    assert (baris[1], baris[88], baris[127]) == (6, 126, 202)
    assert not Pertanyaan.objects.exclude(pk__in=baru).filter(excel_baris__isnull=False).exists()


def test_hasil_indikator_is_its_own_question() -> None:
    muat_instrumen(berkas=[P90])
    soal = Pertanyaan.objects.filter(indikator__komponen__kelompok="hasil").order_by("soal_portalrb")
    assert list(soal.values_list("kode", "indikator__kode", "jenis_jawaban", "soal_portalrb")) == [
        ("H1.a", "H1.a", "NILAI_0_4", 125), ("H1.b", "H1.b", "ABCDE", 126), ("H2.a", "H2.a", "NILAI_0_4", 127),
    ]  # fmt: skip
    assert list(Pilihan.objects.filter(pertanyaan__kode="H1.b").values_list("label", "nilai")) == [
        ("A", 1), ("B", Decimal("0.75")), ("C", Decimal("0.5")), ("D", Decimal("0.25")), ("E", 0),
    ]  # fmt: skip


def test_sub_indikator_counts_and_certainty() -> None:
    muat_instrumen(berkas=[P52, P90])
    assert list(Indikator.objects.filter(induk__kode="R5.3").values_list("kode", "bobot")) == [
        ("R5.3.a", 1),
        ("R5.3.b", 1),
    ]
    assert Masukan.objects.count() == 22
    assert Pertanyaan.objects.get(kode="R3.3.a").rumus == {
        "jenis": "penurunan", "lalu": "b1", "kini": "b2",
        "keterangan": "b1=pelanggaran tahun sebelumnya; b2=pelanggaran tahun ini; b3 (sanksi) tidak masuk rumus. "
        "b1=0 dan b2>0 menjadi #DIV/0! di lembar kerja resmi: tidak diatur",
    }  # fmt: skip
    ragu = Pertanyaan.objects.filter(yakin=False).order_by("kode")
    assert list(ragu.values_list("kode", flat=True)) == ["A3.4.c", "H1.1", "H1.2", "H2.1"]


def test_loading_again_changes_nothing(kantor: Kantor) -> None:
    muat_instrumen(berkas=[P52, P90])
    isi, jejak, revisi = isi_tabel(), Jejak.objects.count(), list(Satker.objects.values_list("revisi"))
    assert [h.keadaan for h in muat_instrumen(berkas=[P52, P90])] == ["tetap", "tetap"]
    assert (isi_tabel(), Jejak.objects.count(), list(Satker.objects.values_list("revisi"))) == (isi, jejak, revisi)


def test_thresholds_per_area_apart(tmp_path: Path) -> None:
    muat_instrumen(berkas=[salinan(tmp_path, P90, ("cara_per_area: gabungan", "cara_per_area: terpisah"))])
    gerbang = Instrumen.objects.get().ambang["gerbang"]
    assert [(g["nama"], g["jenis"], g["kode"], Decimal(g["minimal"])) for g in gerbang[2:14]][::6] == [
        ("Manajemen Perubahan (pemenuhan)", "komponen", "P1", Decimal("2.4")),
        ("Penguatan Akuntabilitas (pemenuhan)", "komponen", "P4", 3),
    ]


def test_threshold_of_a_part_the_file_names(tmp_path: Path) -> None:
    ganti = ("    tlhp: 3.5", "    temuan: {poin: 3.5, kode: H1.2, nama: Temuan}")
    muat_instrumen(berkas=[salinan(tmp_path, P52, ganti)])
    gerbang = Instrumen.objects.get().ambang["gerbang"]
    assert gerbang[3] == {"predikat": "wbk", "nama": "Temuan", "jenis": "indikator", "kode": "H1.2", "minimal": "3.5"}


def test_area_as_the_file_says(tmp_path: Path) -> None:
    ganti = [(f"kode: A{i}\n", f"kode: A{i}\n  area: {area}\n") for i, area in ((1, "II"), (2, "I"))]
    muat_instrumen(berkas=[salinan(tmp_path, P52, *ganti)])
    assert list(Komponen.objects.filter(kode__in=["A1", "A2"]).values_list("kode", "area")) == [
        ("A1", "II"),
        ("A2", "I"),
    ]


def jawab(kantor: Kantor, kode: str, **isi: object) -> Jawaban:
    """An answer to the shipped 52/2014, in an assessment of the office's own."""
    instrumen = Instrumen.objects.get(kode=P52.stem)
    penilaian, _ = Penilaian.objects.get_or_create(
        satker=kantor.satker, tahun=2023, instrumen=instrumen, jenis=JenisPenilaian.MANDIRI
    )
    soal = Pertanyaan.objects.get(indikator__komponen__instrumen=instrumen, kode=kode)
    if label := isi.pop("label", None):
        isi["pilihan"] = soal.pilihan.get(label=label)
    return Jawaban.objects.create(penilaian=penilaian, pertanyaan=soal, **isi)


def test_update_keeps_ids_and_answers(kantor: Kantor, tmp_path: Path) -> None:
    """Renamed, reordered, one question moved to another indikator, one unanswered question gone."""
    muat_instrumen(berkas=[P52])
    huruf, angka = jawab(kantor, "A1.1.b", label="B"), jawab(kantor, "H1.1", angka=Decimal("3.5"))
    lain = Satker.objects.get(kode="LAIN")
    nomor = dict(Pertanyaan.objects.filter(indikator__komponen__instrumen__kode=P52.stem).values_list("kode", "pk"))
    isi = P52.read_text()
    awal = isi.index("    - kode: A1.1.a")
    tengah = isi.index("    - kode: A1.1.b")
    akhir = isi.index("  - kode: A1.2\n")
    pindah = isi.index("    - kode: A1.2.b")
    berikut = isi.index("    - kode: A1.2.c")
    baru = (
        isi[:awal].replace("nama: Tim Kerja", "nama: Tim")
        + isi[tengah:akhir]
        + isi[akhir:pindah]
        + isi[awal:tengah]
        + isi[berikut:]
    )
    berkas = tmp_path / P52.name
    berkas.write_text(baru)
    assert muat_instrumen(berkas=[berkas]) == [HasilMuat(P52.stem, "diperbarui", False, 83)]
    sekarang = dict(Pertanyaan.objects.filter(indikator__komponen__instrumen__kode=P52.stem).values_list("kode", "pk"))
    assert sekarang == {k: pk for k, pk in nomor.items() if k != "A1.2.b"}
    assert struktur(Instrumen.objects.get(kode=P52.stem)) == struktur_berkas(berkas)
    assert Pertanyaan.objects.get(pk=nomor["A1.1.a"]).indikator.kode == "A1.2"
    for jawaban in (huruf, angka):
        jawaban.refresh_from_db()
    assert (huruf.pilihan.label, angka.angka) == ("B", Decimal("3.5"))
    revisi = dict(Satker.objects.values_list("kode", "revisi"))
    assert (revisi["UJI"], revisi["LAIN"]) == (1, lain.revisi)
    jejak = Jejak.objects.filter(tindakan="memuat instrumen").first()
    assert (jejak.satker_id, jejak.oleh_nama, list(jejak.sebelum), list(jejak.sesudah)) == (
        None, "Sistem", ["isi_sha256"], ["isi_sha256"],
    )  # fmt: skip


def test_update_of_a_locked_instrument_is_refused(kantor: Kantor, tmp_path: Path) -> None:
    muat_instrumen(berkas=[P52])
    jawab(kantor, "H1.1", angka=1)
    Penilaian.objects.update(status=StatusPenilaian.DIKUNCI, dikunci_pada=sekarang())
    assert muat_instrumen(berkas=[P52])[0].keadaan == "tetap"
    isi = isi_tabel()
    with pytest.raises(BerkasDitolak, match="dipakai penilaian yang sudah dikunci"):
        muat_instrumen(berkas=[salinan(tmp_path, P52, ("nama: Tim Kerja", "nama: Tim"))])
    assert isi_tabel() == isi


HAPUS_A12B = ("    - kode: A1.2.b", "    - kode: A1.2.z")
GANTI_ABCD = (
    "      jenis_jawaban: ABC\n      pilihan:\n",
    "      jenis_jawaban: ABCD\n      pilihan:\n      - {label: D, nilai: 0}\n",
)


@pytest.mark.parametrize(
    ("kode", "ganti", "sebab"),
    [
        ("A1.2.b", HAPUS_A12B, "pertanyaan A1.2.b sudah dijawab, sehingga tidak dapat dihapus"),
        ("A1.1.b", GANTI_ABCD, "bentuk jawaban A1.1.b sudah dipakai, sehingga tidak dapat diganti"),
    ],
)
def test_answered_question_is_kept(
    kantor: Kantor, tmp_path: Path, kode: str, ganti: tuple[str, str], sebab: str
) -> None:
    muat_instrumen(berkas=[P52])
    jawab(kantor, kode, label="A")
    isi = isi_tabel()
    with pytest.raises(BerkasDitolak) as galat:
        muat_instrumen(berkas=[salinan(tmp_path, P52, ganti)])
    assert galat.value.pesan == f"{P52.name}: {sebab}"
    assert isi_tabel() == isi


def test_one_default_instrument(tmp_path: Path) -> None:
    muat_instrumen(berkas=[P52, P90])
    muat_instrumen(berkas=[salinan(tmp_path, P52, ("peraturan:\n", "bawaan: true\nperaturan:\n"))])
    assert list(Instrumen.objects.filter(bawaan=True).values_list("kode", flat=True)) == [P52.stem]
    jejak = Jejak.objects.get(tindakan="mengganti instrumen bawaan")
    assert (jejak.objek_teks, jejak.sebelum, jejak.sesudah) == (P90.stem, {"bawaan": True}, {"bawaan": False})


def test_command_loads_what_ships() -> None:
    keluaran = StringIO()
    call_command("muat_instrumen", "--json", stdout=keluaran)
    assert json.loads(keluaran.getvalue()) == {
        "instrumen": [
            {"kode": "permenpan-52-2014", "keadaan": "baru", "bawaan": False, "pertanyaan": 84},
            {"kode": "permenpan-90-2021", "keadaan": "baru", "bawaan": True, "pertanyaan": 113},
        ]
    }
    keluaran = StringIO()
    call_command("muat_instrumen", str(P90), stdout=keluaran)
    assert keluaran.getvalue() == "permenpan-90-2021: tetap, 113 pertanyaan, bawaan\n"


def test_command_refuses_with_file_and_reason(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"^tiada\.yaml: tidak dapat dibaca, berkasnya tidak ada$"):
        call_command("muat_instrumen", str(tmp_path / "tiada.yaml"))
    with pytest.raises(CommandError, match=r"^permenpan-90-2021 diberikan dua kali\.$"):
        call_command("muat_instrumen", str(P90), str(P90))
