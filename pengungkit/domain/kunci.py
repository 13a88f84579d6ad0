"""The life of an assessment: draf → diajukan → dikunci, and back with a reason. A lock keeps it whole (beku.py).

Each step is a conditional update from the state that was read. What belongs to higher rooms (the evidence that is kept,
the proposal that forbids reopening) is handed in or asked about by zona/nilai/domain/kunci.py; people go through there.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max

from pengungkit.beku import BENTUK, Naskah, isi_isian, isi_skor, sidik
from pengungkit.domain.lembar import simpan_nilai
from pengungkit.enums import JenisPenilaian, StatusPenilaian
from pengungkit.models import Penilaian, PenilaianBeku
from pengungkit.queries.jawaban import JawabanTercatat, catatan_jawaban, isian
from pengungkit.queries.naskah import naskah_instrumen
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import beda, catat

DRAF, DIAJUKAN, DIKUNCI = StatusPenilaian.DRAF, StatusPenilaian.DIAJUKAN, StatusPenilaian.DIKUNCI
DIKUNCI_DARI = {JenisPenilaian.MANDIRI: (DIAJUKAN,), JenisPenilaian.TPI: (DRAF, DIAJUKAN)}
"""The office's own is submitted first, by somebody; the assessor may lock in one step."""


@transaction.atomic
def ajukan_penilaian(*, penilaian: Penilaian, oleh: Any) -> None:
    """Submit: from now on nothing of it is answered. Raises DomainError where nothing is answered, or it is no draf."""
    if not isian(catatan_jawaban([penilaian])[penilaian.pk]):
        raise DomainError("Belum satu pun pertanyaan dijawab, sehingga belum ada yang diajukan.")
    _pindah(
        penilaian, (DRAF,), "mengajukan penilaian", oleh, status=DIAJUKAN, diajukan_pada=sekarang(), diajukan_oleh=oleh
    )


@transaction.atomic
def kunci_penilaian(
    *, penilaian: Penilaian, bukti: Mapping[str, Sequence[Mapping[str, Any]]], oleh: Any
) -> PenilaianBeku:
    """Lock, and keep all of it as it stands, `bukti` by question code in the form of beku.py. Raises DomainError where
    it cannot be locked from its state, or nothing is answered."""
    saat = sekarang()
    baru = {"status": DIKUNCI, "dikunci_pada": saat, "dikunci_oleh": oleh}
    if penilaian.diajukan_pada is None:
        baru |= {"diajukan_pada": saat, "diajukan_oleh": oleh}
    _pindah(penilaian, DIKUNCI_DARI[JenisPenilaian(penilaian.jenis)], "mengunci penilaian", oleh, **baru)
    naskah, tercatat = naskah_instrumen(penilaian.instrumen), catatan_jawaban([penilaian])[penilaian.pk]
    if not isian(tercatat):
        raise DomainError("Belum satu pun pertanyaan dijawab, sehingga belum ada yang dikunci.")
    skor = simpan_nilai(penilaian, naskah, {k: j.isian for k, j in tercatat.items()})
    isi = _isi(penilaian, naskah, tercatat, bukti) | {"skor": isi_skor(skor)}
    akhir = PenilaianBeku.objects.filter(penilaian=penilaian).aggregate(akhir=Max("urutan"))["akhir"] or 0
    return PenilaianBeku.objects.create(
        penilaian=penilaian, urutan=akhir + 1, isi=isi, sha256=sidik(isi), dibuat_oleh=oleh, dibuat_pada=saat
    )


@transaction.atomic
def buka_penilaian(*, penilaian: Penilaian, alasan: str, oleh: Any) -> None:
    """Back to draf, to be answered again; what a lock kept stays readable. Raises DomainError without a reason, or
    where it is draf already."""
    if not alasan.strip():
        raise DomainError("Tulis alasannya.", kolom="alasan")
    tindakan = "membuka kembali penilaian" if penilaian.status == DIKUNCI else "mengembalikan penilaian"
    kosong = dict.fromkeys(("diajukan_pada", "diajukan_oleh", "dikunci_pada", "dikunci_oleh"))
    _pindah(penilaian, (DIAJUKAN, DIKUNCI), tindakan, oleh, alasan.strip(), status=DRAF, **kosong)


def _isi(
    penilaian: Penilaian,
    naskah: Naskah,
    tercatat: Mapping[str, JawabanTercatat],
    bukti: Mapping[str, Sequence[Mapping[str, Any]]],
) -> dict[str, Any]:
    def siapa(oleh: Any, pada: Any) -> dict[str, str]:
        return {"oleh": str(oleh) if oleh else "Sistem", "pada": pada.isoformat()}

    return {
        "bentuk": BENTUK,
        "satker": {"kode": penilaian.satker.kode, "nama": penilaian.satker.nama},
        "tahun": penilaian.tahun,
        "jenis": penilaian.jenis,
        "instrumen": naskah,
        "jawaban": {
            kode: {
                **isi_isian(j.isian), "catatan": j.catatan, "oleh": j.oleh, "pada": j.pada.isoformat(),
                "revisi": j.revisi,
            }
            for kode, j in tercatat.items()
            if j.berisi or j.catatan
        },
        "bukti": {kode: [dict(b) for b in daftar] for kode, daftar in bukti.items() if daftar},
        "diajukan": siapa(penilaian.diajukan_oleh, penilaian.diajukan_pada),
        "dikunci": siapa(penilaian.dikunci_oleh, penilaian.dikunci_pada),
    }  # fmt: skip


def _pindah(
    penilaian: Penilaian, dari: tuple[str, ...], tindakan: str, oleh: Any, alasan: str = "", **baru: Any
) -> None:
    """Change the state, if it is still the one that was read. The update holds the row: answers queue behind it."""
    milik = Penilaian.objects.filter(pk=penilaian.pk, status=penilaian.status)
    if penilaian.status not in dari or not milik.update(**baru):
        raise _didahului(penilaian)
    sebelum, sesudah = beda(penilaian, **baru)
    catat(
        satker_id=penilaian.satker_id, oleh=oleh, tindakan=tindakan, objek=penilaian, sebelum=sebelum, sesudah=sesudah,
        alasan=alasan,
    )  # fmt: skip


def _didahului(penilaian: Penilaian) -> DomainError:
    """What it is now, and who made it so, from the audit trail."""
    kini = Penilaian.objects.get(pk=penilaian.pk)
    jejak = Jejak.objects.filter(objek=Penilaian._meta.label_lower, objek_id=kini.pk).first()
    oleh = f", terakhir oleh {jejak.oleh_nama}" if jejak else ""
    return DomainError(f"{kini} sekarang {kini.get_status_display().lower()}{oleh}. Muat ulang halaman.")
