"""Answers by chance to the shipped instruments, and the workbook they make."""

from decimal import Decimal
from random import Random
from typing import Any

from pengungkit.beku import Naskah, soal_naskah
from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.penilaian import mulai_tpi
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen
from pengungkit.queries import naskah_instrumen, penilaian_satker
from pengungkit.struktur import Isian
from rencana_aksi.models import Rencana
from zona.nilai.exports.lke_xlsx import lke_xlsx
from zona.nilai.queries.isi_lke import isi_lke
from zona.organisasi.models import Satker


def acak(naskah: Naskah, biji: int) -> dict[str, Isian]:
    """An answer of every kind to most questions: counts of zero, counts left out, scores to four places."""
    nasib = Random(biji)  # noqa: S311  (chance that can be told again)
    hasil = {}
    for _, _, soal in soal_naskah(naskah):
        if nasib.random() > 0.1:
            hasil[soal["kode"]] = _satu(nasib, soal)
    return hasil


def _satu(nasib: Random, soal: Naskah) -> Isian:
    if soal["pilihan"]:
        return Isian(pilihan=nasib.choice(soal["pilihan"])["label"])
    if soal["masukan"]:
        kode = [m["kode"] for m in soal["masukan"] if nasib.random() > 0.1] or [soal["masukan"][0]["kode"]]
        return Isian(masukan={k: nasib.choice([0, 1, 2, 7, 30, 4_001]) for k in kode})
    tertinggi = 4 if soal["jenis"] == "NILAI_0_4" else 100
    return Isian(angka=Decimal(nasib.randint(0, tertinggi * 10_000)).scaleb(-4))


def kantor_lke(instrumen: Instrumen, kode: str = "KBX", tahun: int = 2026) -> Rencana:
    satker, _ = Satker.objects.get_or_create(kode=kode, defaults={"nama": f"Kantor {kode}"})
    return Rencana.objects.create(satker=satker, tahun=tahun, instrumen=instrumen)


def isi_acak(rencana: Rencana, biji: int, jenis: JenisPenilaian = JenisPenilaian.MANDIRI) -> dict[str, Isian]:
    jawaban = acak(naskah_instrumen(rencana.instrumen), biji)
    milik: dict[str, Any] = {"satker": rencana.satker, "tahun": rencana.tahun, "instrumen": rencana.instrumen}
    if jenis == JenisPenilaian.TPI:
        mulai_tpi(**milik, buta=False, oleh=None)
    jawab_banyak(**milik, jenis=jenis, isian=jawaban, oleh=None)
    return jawaban


def buku(rencana: Rencana) -> bytes:
    return lke_xlsx(isi_lke(rencana, penilaian_satker(rencana.satker_id, rencana.tahun)))
