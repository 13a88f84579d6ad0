"""The LKE as a workbook: the sheet "Jawaban" with the cells PortalRB reads, and the sheet "Nilai" that scores it."""

from collections.abc import Iterator

from pengungkit.struktur import Isian
from zona.inti.xlsx import Kolom, Lembar, Nilai, tulis_xlsx
from zona.nilai.exports.lke_rumus import lembar_nilai
from zona.nilai.queries.baris_lke import JAWABAN, KEPALA, LEMBAR, BarisLke, baris_lke
from zona.nilai.queries.isi_lke import IsiLke

KOLOM = (
    Kolom("Kode", 12), Kolom("Soal PortalRB", 9), Kolom("Komponen", 22), Kolom("Indikator", 26),
    Kolom("Pertanyaan", 60), Kolom("Jenis jawaban", 12), Kolom("Pilihan", 44), Kolom("Penjelasan", 44),
    Kolom("Contoh data dukung", 32), Kolom("Bobot indikator", 9), Kolom("Jawaban unit", 10),
    Kolom("Catatan unit", 36), Kolom("Bukti dukung unit", 36), Kolom("Jawaban TPI", 10), Kolom("", 2), Kolom("", 2),
    Kolom("Catatan TPI", 36), Kolom("Revisi unit", kunci=True), Kolom("Revisi TPI", kunci=True),
)  # fmt: skip
BENTUK = {
    "YA_TIDAK": "Ya/Tidak", "ABC": "A/B/C", "ABCD": "A/B/C/D", "ABCDE": "A/B/C/D/E", "NILAI_0_4": "0–4",
    "PERSEN": "0–100",
}  # fmt: skip


def lke_xlsx(isi: IsiLke) -> bytes:
    """Answers are typed into K and N and read back by domain/lke_xlsx.py."""
    baris = baris_lke(isi.naskah)
    judul = f"Lembar Kerja Evaluasi {isi.tahun}, {isi.nama_satker}"
    daftar: dict[tuple[str, ...], list[str]] = {}
    for b in baris:
        if b.soal["pilihan"]:
            pilihan = [p["label"] for p in b.soal["pilihan"]]
            daftar[tuple(f"{k}{b.nomor}" for k in JAWABAN.values())] = pilihan
    jawaban = Lembar(LEMBAR, KOLOM, _isi(isi, baris), f"F{KEPALA + 1}", _atas(isi, judul), _gabung(daftar))
    return tulis_xlsx([jawaban, lembar_nilai(isi.naskah, baris)], judul=judul, pembuat=isi.nama_satker)


def _atas(isi: IsiLke, judul: str) -> list[tuple[Nilai, ...]]:
    return [
        (judul,),
        ("Instrumen", isi.naskah["kode"]),
        ("Satuan kerja", isi.satker),
        ("Tahun", isi.tahun),
    ]  # fmt: skip


def _gabung(daftar: dict[tuple[str, ...], list[str]]) -> dict[tuple[str, ...], list[str]]:
    """One rule for each set of options, over all its cells."""
    hasil: dict[tuple[str, ...], tuple[str, ...]] = {}
    for sel, pilihan in daftar.items():
        hasil[tuple(pilihan)] = hasil.get(tuple(pilihan), ()) + sel
    return {sel: list(pilihan) for pilihan, sel in hasil.items()}


def _isi(isi: IsiLke, baris: list[BarisLke]) -> Iterator[tuple[Nilai, ...]]:
    """Row after row, those between questions with what comes under them."""
    menurut = {b.nomor: b for b in baris}
    for nomor in range(KEPALA + 1, baris[-1].nomor + 1):
        if b := menurut.get(nomor):
            yield _baris(isi, b)
            continue
        berikut = next(menurut[n] for n in range(nomor, baris[-1].nomor + 1) if n in menurut)
        akhir = nomor + 1 == berikut.nomor
        nama = berikut.indikator["nama"] if akhir else berikut.komponen["nama"]
        yield (None, None, *([None, nama] if akhir else [nama, None]), *[None] * (len(KOLOM) - 4))


def _baris(isi: IsiLke, b: BarisLke) -> tuple[Nilai, ...]:
    soal, kode = b.soal, b.soal["kode"]
    pertama = b.pertama
    pilihan = "\n".join(f"{p['label']}. {p['teks']}" if p["teks"] else p["label"] for p in soal["pilihan"])
    unit, tpi = (isi.jawaban.get(jenis, {}).get(kode) for jenis in ("mandiri", "tpi"))
    kosong = Isian()

    def catatan(jawab: object) -> str | None:
        return (getattr(jawab, "catatan", "") or None) if pertama else None

    return (
        b.kode, b.soal_portalrb, b.komponen["nama"], b.indikator["nama"], b.tertulis,
        "Bilangan bulat" if b.masukan else BENTUK[soal["jenis"]], pilihan or None,
        (soal["penjelasan"] or None) if pertama else None,
        ("\n".join(soal["data_dukung"]) or None) if pertama else None,
        b.indikator["bobot"].rstrip("0").rstrip(".").replace(".", ",") if pertama else None,
        _jawaban(unit.isian if unit else kosong, b.masukan), catatan(unit),
        ("\n".join(isi.bukti.get(kode, [])) or None) if pertama else None,
        _jawaban(tpi.isian if tpi else kosong, b.masukan), None, None, catatan(tpi),
        unit.revisi if unit else 0, tpi.revisi if tpi else 0,
    )  # fmt: skip


def _jawaban(isian: Isian, masukan: str) -> Nilai:
    if masukan:
        return isian.masukan.get(masukan)
    return isian.pilihan or isian.angka
