"""Instrument files that are refused, whole, with file, path and reason."""

from pathlib import Path

import pytest

from pengungkit.domain.instrumen import muat_instrumen
from pengungkit.domain.naskah import BerkasDitolak
from pengungkit.models import Instrumen
from tests.pengungkit.bantu import P52, P90, salinan
from zona.inti.models import Jejak

pytestmark = pytest.mark.django_db

SUB = "bobot: {}\n      pertanyaan:\n      - kode: R5.3.a.1"
TOLAK = [
    (P52, [("bobot: 1\n", "bobot: 1.25\n")], "komponen[0].bobot: jumlah bobot indikator A1 5,25, seharusnya 5"),
    (
        P52,
        [("bobot: 5\n  indikator:\n  - kode: A1.1\n    nama: Tim Kerja\n    bobot: 1\n",
          "bobot: 6\n  indikator:\n  - kode: A1.1\n    nama: Tim Kerja\n    bobot: 2\n")],
        "komponen: jumlah bobot pengungkit 61, seharusnya 60",
    ),
    (P52, [("bobot: 20\n  indikator:\n  - kode: H2.1", "bobot: 21\n  indikator:\n  - kode: H2.1")],
     "hasil[1].bobot: jumlah bobot indikator H2 20, seharusnya 21\n"
     "permenpan-52-2014.yaml: hasil: jumlah bobot hasil 41, seharusnya 40"),
    (P90, [(SUB.format("1.0"), SUB.format("0.5"))],
     "komponen[10].indikator[2].bobot: jumlah bobot sub-indikator R5.3 1,5, seharusnya 2"),
    (P52, [("kode: A1.1.b", "kode: A1.1.a")], "komponen[0].indikator[0].pertanyaan[1].kode: A1.1.a dipakai dua kali"),
    (P52, [("kode: A1.2\n", "kode: A1.1\n")], "komponen[0].indikator[1].kode: A1.1 dipakai dua kali"),
    (P52, [("kode: A2\n", "kode: A1\n")], "komponen[1].kode: A1 dipakai dua kali"),
    (P52, [("label: Tidak", "label: Ya")],
     "komponen[0].indikator[0].pertanyaan[0].pilihan[1].label: Ya dipakai dua kali"),
    (P52, [("        nilai: 1\n", "")], "komponen[0].indikator[0].pertanyaan[0].pilihan[0]: kunci nilai tidak ada"),
    (P52, [("        nilai: 1\n", "        nilai: 1.5\n")],
     "komponen[0].indikator[0].pertanyaan[0].pilihan[0].nilai: 1.5 di luar 0 sampai 1"),
    (P52, [("        nilai: 0.5\n", "        nilai: setengah\n")],
     "komponen[0].indikator[0].pertanyaan[1].pilihan[1].nilai: harus berupa angka"),
    (P52, [("jenis_jawaban: ABC\n", "jenis_jawaban: ABCDEF\n")],
     "komponen[0].indikator[0].pertanyaan[1].jenis_jawaban: ABCDEF tidak dikenal; "
     "pilihannya YA_TIDAK, ABC, ABCD, ABCDE, PERSEN, NILAI_0_4"),
    (P52, [("jenis_jawaban: ABC\n", "jenis_jawaban: ABCD\n")],
     "komponen[0].indikator[0].pertanyaan[1].pilihan: pilihan ABCD seharusnya A, B, C, D; tertulis A, B, C"),
    (P90, [("soal_portalrb_2026: 2\n", "soal_portalrb_2026: 1\n")],
     "komponen[0].indikator[0].pertanyaan[1].soal_portalrb_2026: 1 dipakai dua kali"),
    (P90, [("soal_portalrb_2026: 2\n", "soal_portalrb_2026: 128\n")],
     "komponen[0].indikator[0].pertanyaan[1].soal_portalrb_2026: soal 128 tidak ada dalam berkas soal PortalRB"),
    (P90, [("pembilang: [b2]", "pembilang: [b9]")],
     "komponen[6].indikator[0].pertanyaan[0].rumus.pembilang[0]: masukan b9 tidak ada; yang ada: b1, b2"),
    (P90, [("lalu: b1", "lalu: b7")],
     "komponen[8].indikator[2].pertanyaan[0].rumus.lalu: masukan b7 tidak ada; yang ada: b1, b2, b3"),
    (P90, [("jenis: rasio", "jenis: selisih")],
     "komponen[6].indikator[0].pertanyaan[0].rumus.jenis: selisih tidak dikenal; pilihannya rasio, penurunan"),
    (P52, [("  nama: Manajemen Perubahan\n", "")], "komponen[0]: kunci nama tidak ada"),
    (P52, [("ambang:", "batas:")], "kunci ambang tidak ada"),
    (P52, [("    tlhp: 3.5", "    tlhp: 5.5")], "ambang.wbk.tlhp: minimal 5,5 melebihi bobotnya, 5"),
    (P52, [("    tlhp: 3.5", "    lainnya: 3.5")],
     "ambang.wbk.lainnya: tidak jelas ambang bagian mana: tulis kode komponen atau indikator hasil yang ada"),
    (P90, [("skor_survei: 3.6", "skor_survei: 3.5")],
     "ambang.wbk.survei_persepsi_korupsi.skor_survei: skor 3,5 tidak sama dengan 15,75 poin"),
    (P52, [("bobot: 5\n", "bobot: .inf\n")], "baris 45: bukan YAML yang sah: angka .inf tidak dikenal"),
    (P52, [("  nama: Manajemen Perubahan\n", "  nama: Manajemen Perubahan\n  nama: Lain\n")],
     "baris 43: bukan YAML yang sah: kunci nama ditulis dua kali"),
    (P52, [("hasil:\n", "hasil: [\n")], "baris 1623: bukan YAML yang sah: expected the node content, but found '-'"),
    (P52, [("komponen:\n", "komponen: 7\nlain:\n")], "komponen: harus berupa daftar"),
]  # fmt: skip


@pytest.mark.parametrize(("asal", "ganti", "sebab"), TOLAK)
def test_bad_file_is_refused_whole(asal: Path, ganti: list[tuple[str, str]], sebab: str, tmp_path: Path) -> None:
    with pytest.raises(BerkasDitolak) as galat:
        muat_instrumen(berkas=[salinan(tmp_path, asal, *ganti)])
    assert galat.value.pesan == f"{asal.name}: {sebab}"


def test_bad_file_takes_the_good_one_with_it(tmp_path: Path) -> None:
    buruk = salinan(tmp_path, P52, ("bobot: 1\n", "bobot: 1.25\n"))
    with pytest.raises(BerkasDitolak):
        muat_instrumen(berkas=[P90, buruk])
    assert (Instrumen.objects.count(), Jejak.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("isi", "sebab"),
    [
        (b"\xff\xfe", "bukan teks UTF-8 (bita ke-0)"),
        (b"a: &x [1]\nb: *x\n", "baris 2: bukan YAML yang sah: alias tidak dipakai di sini"),
        (b"- 1\n", "harus berisi pasangan kunci dan nilai"),
        (b"", "harus berisi pasangan kunci dan nilai"),
    ],
)
def test_file_that_is_no_instrument(isi: bytes, sebab: str, tmp_path: Path) -> None:
    berkas = tmp_path / "x.yaml"
    berkas.write_bytes(isi)
    with pytest.raises(BerkasDitolak) as galat:
        muat_instrumen(berkas=[berkas])
    assert galat.value.pesan == f"x.yaml: {sebab}"
