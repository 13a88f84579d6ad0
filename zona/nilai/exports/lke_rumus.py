"""The score of the LKE workbook as live formulas over the sheet "Jawaban": what a question is worth, the mean of an
indikator × its bobot, the sums up to the total, and the gates. The rule is pengungkit/domain/skor.py; tests compare."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from pengungkit.beku import Naskah, gerbang_dari
from pengungkit.domain.skor import TERTINGGI
from zona.inti.xlsx import Kolom, Lembar, Rumus, Tertulis
from zona.nilai.queries.baris_lke import JAWABAN, LEMBAR, BarisLke

NAMA = "Nilai"
KOLOM = (
    Kolom("Kode", 12), Kolom("Bagian", 60), Kolom("Bobot", 9), Kolom("Minimal", 9), Kolom("Nilai unit", 12),
    Kolom("Nilai TPI", 12), Kolom("Unit", 10), Kolom("TPI", 10),
)  # fmt: skip
TULIS = {"mandiri": "E", "tpi": "F"}
AWAL = 2


@dataclass(slots=True)
class _Susunan:
    """Rows in the making; `baris_ke` of what has been written, by (kind, code)."""

    sel: Mapping[tuple[str, str], int]
    baris: list[tuple[Tertulis, ...]] = field(default_factory=list)

    def tambah(self, kode: str, nama: str, bobot: str, rumus: Mapping[str, str]) -> int:
        """Write a row; its number on the sheet."""
        nilai = [Rumus(rumus[jenis], "nilai") for jenis in TULIS]
        self.baris.append((kode, nama, Decimal(bobot) if bobot else None, None, *nilai, None, None))
        return AWAL + len(self.baris) - 1


def lembar_nilai(naskah: Naskah, baris: Iterable[BarisLke]) -> Lembar:
    """The sheet: questions under their indikator, sums below them, gates at the end."""
    susunan = _Susunan({(b.soal["kode"], b.masukan): b.nomor for b in baris})
    tempat: dict[tuple[str, str], int] = {}
    komponen: dict[str, list[int]] = {"pengungkit": [], "hasil": []}
    area: dict[str, list[int]] = {}
    for k in naskah["komponen"]:
        ke = _komponen(susunan, k, tempat)
        tempat["komponen", k["kode"]] = ke
        komponen["pengungkit" if k["area"] else "hasil"].append(ke)
        if k["area"]:
            area.setdefault(k["area"], []).append(ke)
    for kode, bagian in area.items():
        tempat["area", kode] = susunan.tambah(kode, f"Pengungkit {kode}", "", _jumlah(bagian))
    for jenis, bagian in komponen.items():
        tempat[jenis, ""] = susunan.tambah("", f"Jumlah {jenis}", "", _jumlah(bagian))
    utama = [tempat["pengungkit", ""], tempat["hasil", ""]]
    tempat["total", ""] = susunan.tambah("TOTAL", "Nilai total", "", _jumlah(utama))
    gerbang = list(_gerbang(naskah, tempat))
    return Lembar(NAMA, KOLOM, [*susunan.baris, *gerbang], beku="C2")


def _komponen(susunan: _Susunan, komponen: Naskah, tempat: dict[tuple[str, str], int]) -> int:
    bagian = [_indikator(susunan, i, tempat) for i in komponen["indikator"]]
    return susunan.tambah(komponen["kode"], komponen["nama"], komponen["bobot"], _jumlah(bagian))


def _indikator(susunan: _Susunan, indikator: Naskah, tempat: dict[tuple[str, str], int]) -> int:
    if indikator["sub"]:
        rumus = _jumlah([_indikator(susunan, sub, tempat) for sub in indikator["sub"]])
    else:
        awal = AWAL + len(susunan.baris)
        for soal in indikator["soal"]:
            worth = {jenis: nilai_soal(soal, susunan.sel, JAWABAN[jenis]) for jenis in TULIS}
            susunan.tambah(soal["kode"], soal["teks"], "", worth)
        akhir, n = AWAL + len(susunan.baris) - 1, len(indikator["soal"])
        rumus = {j: f"{indikator['bobot']}*SUM({k}{awal}:{k}{akhir})/{n}" for j, k in TULIS.items()}
    # An indikator of hasil is its own single question: the row of its points comes after it under the same code.
    ke = susunan.tambah(indikator["kode"], f"Nilai {indikator['nama']}", indikator["bobot"], rumus)
    tempat["indikator", indikator["kode"]] = ke
    return ke


def _jumlah(bagian: Sequence[int]) -> dict[str, str]:
    return {jenis: "+".join(f"{kolom}{ke}" for ke in bagian) for jenis, kolom in TULIS.items()}


def _gerbang(naskah: Naskah, tempat: Mapping[tuple[str, str], int]) -> Iterator[tuple[Tertulis, ...]]:
    """Rounded to nine places before it is compared: binary numbers miss the last ones."""
    for g in gerbang_dari(naskah["ambang"]):
        ke = tempat[g.jenis, g.kode]
        lulus = [Rumus(f'IF(ROUND({kolom}{ke},9)>={g.minimal},"lulus","kurang")', "angka") for kolom in TULIS.values()]
        nilai = [Rumus(f"{kolom}{ke}", "nilai") for kolom in TULIS.values()]
        yield g.predikat.upper(), f"Ambang {g.nama}", None, g.minimal, *nilai, *lulus


def nilai_soal(soal: Naskah, sel: Mapping[tuple[str, str], int], kolom: str) -> str:
    """What an answer is worth, 0 to 1; unanswered is 0."""

    def alamat(masukan: str = "") -> str:
        return f"{LEMBAR}!{kolom}{sel[soal['kode'], masukan]}"

    rumus = soal["rumus"]
    if soal["pilihan"]:
        hasil = "0"
        for p in reversed(soal["pilihan"]):
            hasil = f'IF({alamat()}="{p["label"]}",{p["nilai"]},{hasil})'
        return hasil
    if "jenis" not in rumus:
        return f"N({alamat()})/{TERTINGGI[soal['jenis']]}"
    if rumus["jenis"] == "rasio":
        atas, bawah = ([alamat(m) for m in rumus[bagian]] for bagian in ("pembilang", "penyebut"))
        isi = f"IF(SUM({','.join(bawah)})=0,0,MIN(1,SUM({','.join(atas)})/SUM({','.join(bawah)})))"
        return _bila_lengkap([*atas, *bawah], isi)
    lalu, kini = alamat(rumus["lalu"]), alamat(rumus["kini"])
    return _bila_lengkap([lalu, kini], f"IF({lalu}=0,IF({kini}=0,1,0),MAX(0,1-{kini}/{lalu}))")


def _bila_lengkap(sel: Sequence[str], isi: str) -> str:
    berbeda = list(dict.fromkeys(sel))
    return f"IF(COUNT({','.join(berbeda)})<{len(berbeda)},0,{isi})"
