"""Answering an assessment."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.db import transaction

from pengungkit.domain.skor import Skor, hitung
from pengungkit.enums import JenisJawaban, JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Jawaban, Penilaian, Pertanyaan
from pengungkit.queries import isian, jawaban, pertanyaan_hasil, struktur
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Satker

TERTINGGI = {JenisJawaban.NILAI_0_4: 4, JenisJawaban.PERSEN: 100}
CONTOH = {JenisJawaban.NILAI_0_4: "3,72", JenisJawaban.PERSEN: "87,5"}
TEMPAT = 4


def skor_penilaian(satker_id: int, tahun: int, jenis: JenisPenilaian) -> Skor | None:
    """The score of an office's assessment by the instrument it answers, in four queries; None where there is none."""
    penilaian = Penilaian.objects.filter(satker=satker_id, tahun=tahun, jenis=jenis).select_related("instrumen").first()
    if penilaian is None:
        return None
    return hitung(struktur(penilaian.instrumen), isian(jawaban([penilaian])[penilaian.pk]))


@transaction.atomic
def isi_hasil(
    *, satker: Satker, tahun: int, instrumen: Instrumen, isian: Mapping[str, Decimal | str | None], oleh: Any
) -> None:
    """Save the values of hasil in the office's own (mandiri) assessment, which is made where there is none: question
    code -> survey score 0–4, percentage 0–100 or option label; None leaves it unanswered. Questions not named stay.
    Raises DomainError (with the question's code as `kolom`) for a value out of bounds, a question that is not of this
    instrument's hasil, and an assessment submitted, locked, or of another instrument."""
    penilaian = Penilaian.objects.select_for_update().filter(
        satker=satker, tahun=tahun, jenis=JenisPenilaian.MANDIRI
    ).first()  # fmt: skip
    if penilaian:
        _pastikan_terbuka(penilaian, instrumen)
    soal = {s.kode: s for s in pertanyaan_hasil(instrumen)}
    for kode, nilai in isian.items():
        if kode not in soal:
            raise DomainError(f"{kode} bukan nilai hasil instrumen {instrumen}.")
        if nilai is not None:
            periksa_nilai(soal[kode], nilai)
    ada = {j.pertanyaan_id: j for j in penilaian.jawaban.select_related("pilihan")} if penilaian else {}
    lama = {kode: _nilai(ada.get(soal[kode].pk)) for kode in isian}
    ubah = {kode: nilai for kode, nilai in isian.items() if nilai != lama[kode]}
    if not ubah:
        return
    if penilaian is None:
        penilaian = Penilaian.objects.create(
            satker=satker, tahun=tahun, instrumen=instrumen, jenis=JenisPenilaian.MANDIRI
        )
    for kode, nilai in ubah.items():
        _simpan(penilaian, soal[kode], nilai, oleh)
    sebelum, sesudah = ({k: teks_nilai(nilai[k]) for k in ubah} for nilai in (lama, ubah))
    catat(
        satker_id=satker.pk,
        oleh=oleh,
        tindakan="mengisi nilai hasil",
        objek=penilaian,
        sebelum=sebelum,
        sesudah=sesudah,
    )


def periksa_nilai(soal: Pertanyaan, nilai: Decimal | str) -> None:
    """Raises DomainError, with a sentence that names the bounds, where the question cannot have this value."""
    jenis = JenisJawaban(soal.jenis_jawaban)
    if jenis not in TERTINGGI:
        if nilai not in [p.label for p in soal.pilihan.all()]:
            raise DomainError("Pilih salah satu jawaban yang ada.", kolom=soal.kode)
        return
    dalam_batas = isinstance(nilai, Decimal) and nilai.is_finite() and 0 <= nilai <= TERTINGGI[jenis]
    if not dalam_batas or nilai != round(nilai, TEMPAT):  # type: ignore[arg-type]  # a Decimal by now
        raise DomainError(kalimat_batas(soal), kolom=soal.kode)


def kalimat_batas(soal: Pertanyaan) -> str:
    """What a number must be, said to the person."""
    jenis = JenisJawaban(soal.jenis_jawaban)
    apa = "persentase" if jenis == JenisJawaban.PERSEN else "angka"
    return (
        f"Isi {apa} dari 0 sampai {TERTINGGI[jenis]}, paling banyak {TEMPAT} angka di belakang koma, "
        f"misalnya {CONTOH[jenis]}."
    )


def teks_nilai(nilai: Decimal | str | None) -> str:
    """As people and the audit trail read it: 3,72 without trailing zeros, an option's label, empty for unanswered."""
    if isinstance(nilai, Decimal):
        return f"{nilai.normalize():f}".replace(".", ",")
    return nilai or ""


def _pastikan_terbuka(penilaian: Penilaian, instrumen: Instrumen) -> None:
    if penilaian.status != StatusPenilaian.DRAF:
        raise DomainError(
            f"{penilaian} sudah {penilaian.get_status_display().lower()}, sehingga nilainya tidak dapat diubah."
        )
    if penilaian.instrumen_id != instrumen.pk:
        raise DomainError(f"{penilaian} memakai instrumen {penilaian.instrumen}, bukan {instrumen}.")


def _nilai(jawab: Jawaban | None) -> Decimal | str | None:
    if jawab is None:
        return None
    return jawab.pilihan.label if jawab.pilihan else jawab.angka


def _simpan(penilaian: Penilaian, soal: Pertanyaan, nilai: Decimal | str | None, oleh: Any) -> None:
    if nilai is None:
        Jawaban.objects.filter(penilaian=penilaian, pertanyaan=soal).delete()
        return
    pilihan = next((p for p in soal.pilihan.all() if p.label == nilai), None)
    isi = {
        "pilihan": pilihan,
        "angka": None if pilihan else nilai,
        "masukan": {},
        "dijawab_oleh": oleh,
        "dijawab_pada": sekarang(),
    }
    Jawaban.objects.update_or_create(penilaian=penilaian, pertanyaan=soal, defaults=isi)
