"""Answers as they are on record."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from pengungkit.beku import Naskah, isian_dari, soal_naskah
from pengungkit.models import Jawaban, Penilaian
from pengungkit.struktur import Isian

KOSONG = Isian()
KOLOM = (
    "penilaian", "pertanyaan__kode", "pilihan__label", "angka", "masukan", "pilihan__teks", "dijawab_oleh__nama",
    "dijawab_pada", "catatan", "revisi", "dijawab_oleh",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class JawabanTercatat:
    """An answer (KOSONG where only a note was left), the words of its option, who gave it and when. `oleh_id` is not
    kept by a lock."""

    isian: Isian
    teks: str
    oleh: str
    pada: datetime
    catatan: str = ""
    revisi: int = 0
    oleh_id: int | None = None

    @property
    def berisi(self) -> bool:
        return self.isian != KOSONG


def jawaban(penilaian: Iterable[Penilaian]) -> dict[int, dict[str, JawabanTercatat]]:
    """Answers of each assessment by question code, in one query (none where there is no assessment)."""
    return {pk: {kode: j for kode, j in milik.items() if j.berisi} for pk, milik in catatan_jawaban(penilaian).items()}


def catatan_jawaban(penilaian: Iterable[Penilaian]) -> dict[int, dict[str, JawabanTercatat]]:
    """The same with what holds only a note, or was answered once and then cleared."""
    hasil: dict[int, dict[str, JawabanTercatat]] = {p.pk: {} for p in penilaian}
    baris = Jawaban.objects.filter(penilaian__in=hasil).order_by().values_list(*KOLOM) if hasil else []
    for pk, kode, label, angka, masukan, teks, oleh, pada, *lain in baris:
        hasil[pk][kode] = JawabanTercatat(Isian(label, angka, masukan), teks or "", oleh or "", pada, *lain)
    return hasil


def jawaban_beku(isi: Naskah) -> dict[str, JawabanTercatat]:
    """The answers a lock kept (beku.py)."""
    teks = {
        (soal["kode"], p["label"]): p["teks"] for _, _, soal in soal_naskah(isi["instrumen"]) for p in soal["pilihan"]
    }
    return {
        kode: JawabanTercatat(
            isian_dari(j), teks.get((kode, j["pilihan"]), ""), j["oleh"], datetime.fromisoformat(j["pada"]),
            j["catatan"], j["revisi"],
        )
        for kode, j in isi["jawaban"].items()
    }  # fmt: skip


def isian(tercatat: Mapping[str, JawabanTercatat]) -> dict[str, Isian]:
    """The answers alone, as the score takes them."""
    return {kode: t.isian for kode, t in tercatat.items() if t.berisi}
