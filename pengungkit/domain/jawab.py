"""Answering: one question, saved at once, or many together. What it comes to is kept in the same transaction."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from pengungkit.beku import Naskah
from pengungkit.domain.isian import periksa_catatan, periksa_isian, teks_isian
from pengungkit.domain.lembar import (
    buat_mandiri,
    simpan_nilai,
    soal_menurut_kode,
    tahan_penilaian,
    tulis_jawaban,
)
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen, Penilaian
from pengungkit.queries.jawaban import KOSONG, JawabanTercatat, catatan_jawaban
from pengungkit.queries.naskah import naskah_instrumen
from pengungkit.struktur import Isian
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Satker

BELUM_MULAI = "Penilaian TPI tahun ini belum dimulai."


class Bentrok(DomainError):
    """Another person changed the answer since it was read. `kini`: what it is now."""

    def __init__(self, kini: JawabanTercatat | None) -> None:
        self.kini = kini
        isi = [f"jawaban menjadi {teks_isian(kini.isian) or 'kosong'}"] if kini else []
        isi += [f"catatan menjadi “{kini.catatan}”"] if kini and kini.catatan else []
        siapa = (kini.oleh if kini else "") or "orang lain"
        super().__init__(
            f"Sementara itu diubah oleh {siapa}: {'; '.join(isi) or 'jawaban berubah'}. Yang Anda isikan masih ada di "
            "bawah; simpan lagi bila tetap hendak menggantinya."
        )


@transaction.atomic
def jawab(
    *,
    satker: Satker,
    tahun: int,
    instrumen: Instrumen,
    jenis: JenisPenilaian,
    kode: str,
    isian: Isian,
    catatan: str,
    revisi: int,
    oleh: Any,
) -> bool:
    """Save the answer and the note of the question `kode`; KOSONG leaves it unanswered. `revisi`: of the answer as it
    was shown, 0 for none. False where nothing changed. At most eight queries, whatever the number of questions.

    Raises DomainError, naming the field: a question of another instrument ("soal"), an answer the question cannot have
    ("jawaban", the code of a count), a note too long; where the assessment is submitted, locked, or (TPI) not begun;
    and Bentrok where another person was quicker. An older page of one's own is no conflict."""
    naskah = naskah_instrumen(instrumen)
    soal = _soal(naskah, kode, instrumen)
    periksa_isian(soal, isian)
    catatan = periksa_catatan(catatan)
    kosong = (isian, catatan) == (KOSONG, "")
    penilaian, tercatat = _tahan(satker, tahun, instrumen, jenis, kosong=kosong)
    lama = tercatat.get(kode)
    if penilaian is None or (isian, catatan) == _isi(lama):
        return False
    if lama and lama.revisi != revisi and lama.oleh_id != getattr(oleh, "pk", None):
        raise Bentrok(lama)
    if not tulis_jawaban(penilaian, soal, isian, catatan, lama, oleh):
        raise Bentrok(catatan_jawaban([penilaian])[penilaian.pk].get(kode))
    simpan_nilai(penilaian, naskah, {k: j.isian for k, j in tercatat.items()} | {kode: isian})
    sebelum, sesudah = _perubahan({kode: lama}, {kode: (isian, catatan)})
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan=f"menjawab LKE {kode}", objek=penilaian,
        sebelum=sebelum, sesudah=sesudah,
    )  # fmt: skip
    return True


@transaction.atomic
def jawab_banyak(
    *,
    satker: Satker,
    tahun: int,
    instrumen: Instrumen,
    jenis: JenisPenilaian,
    isian: Mapping[str, Isian],
    oleh: Any,
    catatan: Mapping[str, str] | None = None,
    tindakan: str = "mengisi LKE",
) -> list[str]:
    """Save many at once, all or none, over whatever stands there: answers by question code (KOSONG unanswers), notes
    by code. What is not named stays. The codes that changed; one audit row. Raises DomainError as `jawab` does, with
    the question's code as `kolom`."""
    naskah = naskah_instrumen(instrumen)
    soal = soal_menurut_kode(naskah)
    baru = {kode: periksa_catatan(teks) for kode, teks in (catatan or {}).items()}
    for kode in {**isian, **baru}:
        try:
            periksa_isian(_soal(naskah, kode, instrumen), isian.get(kode, KOSONG))
        except DomainError as galat:
            raise DomainError(galat.pesan, kolom=kode) from galat
    kosong = not any(baru.values()) and all(i == KOSONG for i in isian.values())
    penilaian, tercatat = _tahan(satker, tahun, instrumen, jenis, kosong=kosong)
    dahulu = {k: tercatat.get(k) for k in {**isian, **baru}}
    jadi = {k: (isian.get(k, _isi(j)[0]), baru.get(k, _isi(j)[1])) for k, j in dahulu.items()}
    ubah = [k for k, j in dahulu.items() if jadi[k] != _isi(j)]
    if penilaian is None or not ubah:
        return []
    for kode in ubah:
        if not tulis_jawaban(penilaian, soal[kode], *jadi[kode], dahulu[kode], oleh):
            raise Bentrok(None)
    simpan_nilai(penilaian, naskah, {k: j.isian for k, j in tercatat.items()} | {k: jadi[k][0] for k in ubah})
    sebelum, sesudah = _perubahan({k: dahulu[k] for k in ubah}, jadi)
    catat(satker_id=satker.pk, oleh=oleh, tindakan=tindakan, objek=penilaian, sebelum=sebelum, sesudah=sesudah)
    return ubah


def _soal(naskah: Naskah, kode: str, instrumen: Instrumen) -> Naskah:
    soal = soal_menurut_kode(naskah).get(kode)
    if soal is None:
        raise DomainError(f"{kode} bukan pertanyaan instrumen {instrumen}.", kolom="soal")
    return soal


def _tahan(
    satker: Satker, tahun: int, instrumen: Instrumen, jenis: JenisPenilaian, *, kosong: bool
) -> tuple[Penilaian | None, dict[str, JawabanTercatat]]:
    """The assessment and its answers. The office's own is made where there is none, unless what comes is `kosong`."""
    if penilaian := tahan_penilaian(satker, tahun, instrumen, jenis):
        return penilaian, catatan_jawaban([penilaian])[penilaian.pk]
    if jenis == JenisPenilaian.TPI:
        raise DomainError(BELUM_MULAI)
    return (None, {}) if kosong else buat_mandiri(satker, tahun, instrumen)


def _isi(jawab: JawabanTercatat | None) -> tuple[Isian, str]:
    return (jawab.isian, jawab.catatan) if jawab else (KOSONG, "")


def _perubahan(
    dahulu: Mapping[str, JawabanTercatat | None], jadi: Mapping[str, tuple[Isian, str]]
) -> tuple[dict[str, str], dict[str, str]]:
    """What the audit trail keeps, before and after: by code, and "catatan <code>"; only what changed."""
    beda: dict[str, tuple[str, str]] = {}
    for kode, jawab in dahulu.items():
        (isian_lama, catatan_lama), (isian, catatan) = _isi(jawab), jadi[kode]
        if isian_lama != isian:
            beda[kode] = teks_isian(isian_lama), teks_isian(isian)
        if catatan_lama != catatan:
            beda[f"catatan {kode}"] = catatan_lama, catatan
    return {k: lama for k, (lama, _) in beda.items()}, {k: baru for k, (_, baru) in beda.items()}
