"""Taking an applied import back: the content before it, as a file of its own that is previewed and applied like any."""

from dataclasses import replace
from typing import Any

from django.db import transaction

from zona.impor.domain.simpan import simpan_impor
from zona.impor.enums import JenisImpor
from zona.impor.isi import IsiRencana, dari_json
from zona.impor.models import Impor
from zona.inti.errors import DomainError
from zona.inti.waktu import tanggal_id
from zona.organisasi.models import Pengguna


@transaction.atomic
def siapkan_urungan(*, impor: Impor, oleh: Pengguna) -> Impor:
    """An import of kind urung: the plan as it was before `impor`, written from the plan as it was after. What was
    changed since is a conflict. Nothing of the plan changes yet. Raises DomainError where it was never applied."""
    if not impor.diterapkan or impor.rencana is None or impor.diterapkan_pada is None:
        raise DomainError("Berkas ini belum diterapkan, sehingga tidak ada yang diurungkan.")
    sebelum, sesudah = dari_json(impor.sebelum or {}), dari_json(impor.sesudah or {})
    return simpan_impor(
        rencana=impor.rencana, jenis=JenisImpor.URUNG, berkas=tanpa_kunci_hilang(sebelum, sesudah), asal=sesudah,
        oleh=oleh, nama=impor.nama_berkas, urung_dari=impor,
        keterangan=(f"Mengembalikan rencana ke isinya sebelum impor {tanggal_id(impor.diterapkan_pada.date())}.",),
    )  # fmt: skip


def tanpa_kunci_hilang(sebelum: IsiRencana, sesudah: IsiRencana) -> IsiRencana:
    """`sebelum` without the keys of rows that are no longer in `sesudah`: they come back as new ones. Pure."""
    ada = {(type(b), b.kunci) for b in _semua(sesudah)}

    def lepas(b: Any) -> Any:
        return b if (type(b), b.kunci) in ada else replace(b, kunci=None)

    return replace(
        sebelum,
        pengungkit=tuple(
            replace(
                p,
                program=tuple(lepas(g) for g in p.program),
                kerja=tuple(
                    replace(
                        lepas(k),
                        syarat=tuple(lepas(s) for s in k.syarat),
                        aksi=tuple(
                            replace(lepas(a), pelaksanaan=tuple(lepas(q) for q in a.pelaksanaan)) for a in k.aksi
                        ),
                    )
                    for k in p.kerja
                ),
            )
            for p in sebelum.pengungkit
        ),
    )


def _semua(isi: IsiRencana) -> list[Any]:
    hasil: list[Any] = []
    for p in isi.pengungkit:
        hasil += [*p.program, *p.kerja]
        for k in p.kerja:
            hasil += [*k.aksi, *k.syarat, *(q for a in k.aksi for q in a.pelaksanaan)]
    return hasil
