"""Steps of every write to an assessment: hold it, write an answer, keep what it now comes to."""

from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from pengungkit.beku import Naskah, desimal, soal_naskah, struktur_dari
from pengungkit.domain.skor import Skor, hitung
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Instrumen, Jawaban, Penilaian, RiwayatNilai
from pengungkit.queries.jawaban import KOSONG, JawabanTercatat, catatan_jawaban
from pengungkit.struktur import Isian
from zona.inti.angka import bulat
from zona.inti.errors import DomainError
from zona.inti.waktu import hari_stempel, sekarang
from zona.organisasi.models import Satker

TEMPAT = 9


def tahan_penilaian(satker: Satker, tahun: int, instrumen: Instrumen, jenis: JenisPenilaian) -> Penilaian | None:
    """The assessment, held until the transaction ends: savers of one office queue. None where there is none. Raises
    DomainError where it is submitted, locked or of another instrument."""
    milik = Penilaian.objects.select_for_update().filter(satker=satker, tahun=tahun, jenis=jenis)
    penilaian = milik.first()
    if penilaian is None:
        return None
    penilaian.satker = satker
    if penilaian.status != StatusPenilaian.DRAF:
        raise DomainError(
            f"{penilaian} sudah {penilaian.get_status_display().lower()}, sehingga nilainya tidak dapat diubah."
        )
    if penilaian.instrumen_id != instrumen.pk:
        raise DomainError(f"{penilaian} memakai instrumen {penilaian.instrumen}, bukan {instrumen}.")
    return penilaian


def buat_mandiri(satker: Satker, tahun: int, instrumen: Instrumen) -> tuple[Penilaian, dict[str, JawabanTercatat]]:
    """The office's own assessment at its first answer, and its answers: whoever comes second at the same moment gets
    the first one's. Raises DomainError as `tahan_penilaian` does."""
    try:
        with transaction.atomic():
            baru = Penilaian.objects.create(
                satker=satker, tahun=tahun, instrumen=instrumen, jenis=JenisPenilaian.MANDIRI
            )
            return baru, {}
    except IntegrityError:
        ada = tahan_penilaian(satker, tahun, instrumen, JenisPenilaian.MANDIRI)
        assert ada is not None  # noqa: S101  (it is what stood in the way)
        return ada, catatan_jawaban([ada])[ada.pk]


def soal_menurut_kode(naskah: Naskah) -> dict[str, Naskah]:
    return {soal["kode"]: soal for _, _, soal in soal_naskah(naskah)}


def tulis_jawaban(
    penilaian: Penilaian, soal: Naskah, isian: Isian, catatan: str, lama: JawabanTercatat | None, oleh: Any
) -> bool:
    """One row, in one query. What was cleared stays as an empty row: its `revisi` goes on counting. False where
    another wrote it since `lama` was read."""
    pilihan = next((p["id"] for p in soal["pilihan"] if p["label"] == isian.pilihan), None)
    isi = {
        "pilihan_id": pilihan, "angka": isian.angka, "masukan": dict(isian.masukan), "catatan": catatan,
        "dijawab_oleh": oleh, "dijawab_pada": sekarang(),
    }  # fmt: skip
    if lama is None:
        try:
            with transaction.atomic():
                Jawaban.objects.create(penilaian=penilaian, pertanyaan_id=soal["id"], revisi=1, **isi)
        except IntegrityError:
            return False
        return True
    milik = Jawaban.objects.filter(penilaian=penilaian, pertanyaan=soal["id"], revisi=lama.revisi)
    return bool(milik.update(revisi=lama.revisi + 1, **isi))


def simpan_nilai(penilaian: Penilaian, naskah: Naskah, isian: Mapping[str, Isian]) -> Skor:
    """What the answers come to, on the assessment and as today's point of its history; two queries."""
    skor = hitung(struktur_dari(naskah), {kode: i for kode, i in isian.items() if i != KOSONG})
    total, pengungkit, hasil = (bulat(b.nilai, TEMPAT) for b in (skor.total, skor.pengungkit, skor.hasil))
    wbk = [p.lulus for p in skor.putusan if p.ambang.predikat == "wbk"]
    Penilaian.objects.filter(pk=penilaian.pk).update(
        nilai_total=total, nilai_pengungkit=pengungkit, nilai_hasil=hasil, lolos=all(wbk) if wbk else None
    )
    titik = RiwayatNilai(
        penilaian=penilaian,
        tanggal=hari_stempel(penilaian.satker.zona_waktu),
        total=total,
        pengungkit=pengungkit,
        hasil=hasil,
        rincian={kode: desimal(b.nilai) for kode, b in skor.komponen.items()},
    )
    RiwayatNilai.objects.bulk_create(
        [titik], update_conflicts=True, unique_fields=["penilaian", "tanggal"],
        update_fields=["total", "pengungkit", "hasil", "rincian"],
    )  # fmt: skip
    return skor
