"""An office's assessments: beginning the assessor's, opening the office's answers to one who assesses blind, the values
of hasil, and the score of what is saved."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction

from pengungkit.beku import struktur_dari
from pengungkit.domain.isian import periksa_isian
from pengungkit.domain.jawab import jawab_banyak
from pengungkit.domain.skor import Skor, hitung
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen, Penilaian, Pertanyaan
from pengungkit.queries import isi_penilaian, naskah_instrumen
from pengungkit.queries import isian as isian_tercatat
from pengungkit.queries.jawaban import KOSONG
from pengungkit.struktur import Isian
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Satker


def skor_penilaian(satker_id: int, tahun: int, jenis: JenisPenilaian) -> Skor | None:
    """For who runs the installation: the score of an office's assessment by the instrument it answers, as it was locked
    where it is; None where there is none. Two queries, three where it is locked, and those of `naskah_instrumen`."""
    penilaian = Penilaian.objects.filter(satker=satker_id, tahun=tahun, jenis=jenis).select_related("instrumen").first()
    return skor_dari(penilaian)


def skor_dari(penilaian: Penilaian | None) -> Skor | None:
    """The score of one assessment (of the gate's, where a person asks); None for none."""
    if penilaian is None:
        return None
    isi = isi_penilaian([penilaian])[penilaian.pk]
    return hitung(struktur_dari(isi.naskah), isian_tercatat(isi.jawaban))


@transaction.atomic
def isi_hasil(
    *, satker: Satker, tahun: int, instrumen: Instrumen, isian: Mapping[str, Decimal | str | None], oleh: Any
) -> None:
    """Save the values of hasil in the office's own (mandiri) assessment, which is made where there is none: question
    code -> survey score 0–4, percentage 0–100 or option label; None leaves it unanswered. Questions not named stay.
    Raises DomainError (with the question's code as `kolom`) for a value out of bounds, a question that is not of this
    instrument's hasil, and an assessment submitted, locked, or of another instrument."""
    hasil = {
        i["kode"] for k in naskah_instrumen(instrumen)["komponen"] if not k["area"] for i in k["indikator"]
    }  # an indikator of hasil is its own single question
    for kode in isian:
        if kode not in hasil:
            raise DomainError(f"{kode} bukan nilai hasil instrumen {instrumen}.")
    jawab_banyak(
        satker=satker, tahun=tahun, instrumen=instrumen, jenis=JenisPenilaian.MANDIRI,
        isian={kode: isian_hasil(nilai) for kode, nilai in isian.items()}, oleh=oleh, tindakan="mengisi nilai hasil",
    )  # fmt: skip


def isian_hasil(nilai: Decimal | str | None) -> Isian:
    """A number is a number, a text an option, None nothing."""
    if nilai is None:
        return KOSONG
    return Isian(angka=nilai) if isinstance(nilai, Decimal) else Isian(pilihan=nilai)


@transaction.atomic
def mulai_tpi(*, satker: Satker, tahun: int, instrumen: Instrumen, buta: bool, oleh: Any) -> Penilaian:
    """Begin the assessor's column. `buta`: without seeing the office's answers, until opened. Raises DomainError where
    it has begun."""
    milik = {"satker": satker, "tahun": tahun, "jenis": JenisPenilaian.TPI}
    penilaian, baru = Penilaian.objects.get_or_create(**milik, defaults={"instrumen": instrumen, "buta": buta})
    if not baru:
        raise DomainError(f"{penilaian} sudah dimulai.")
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="memulai penilaian TPI", objek=penilaian,
        sesudah={"instrumen": instrumen, "buta": buta},
    )  # fmt: skip
    return penilaian


@transaction.atomic
def buka_jawaban_unit(*, penilaian: Penilaian, oleh: Any) -> None:
    """Let who assesses blind see the office's answers from now on. Raises DomainError where nothing is closed."""
    tertutup = Penilaian.objects.filter(pk=penilaian.pk, buta=True, dibuka_pada__isnull=True)
    saat = sekarang()
    if not tertutup.update(dibuka_pada=saat):
        raise DomainError("Jawaban unit sudah terbuka.")
    penilaian.dibuka_pada = saat
    catat(
        satker_id=penilaian.satker_id, oleh=oleh, tindakan="membuka jawaban unit", objek=penilaian,
        sebelum={"dibuka_pada": None}, sesudah={"dibuka_pada": saat},
    )  # fmt: skip


def periksa_nilai(soal: Pertanyaan, nilai: Decimal | str) -> None:
    """Raises DomainError, with a sentence that names the bounds, where the question of hasil cannot have this value."""
    pilihan = [{"label": p.label} for p in soal.pilihan.all()]
    naskah = {"kode": soal.kode, "jenis": soal.jenis_jawaban, "pilihan": pilihan, "masukan": []}
    try:
        periksa_isian(naskah, isian_hasil(nilai))
    except DomainError as galat:
        raise DomainError(galat.pesan, kolom=soal.kode) from galat
