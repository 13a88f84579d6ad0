"""Program prioritas of a pengungkit."""

from django.db import transaction

from rencana_aksi.domain.sunting.baris import kunci_rencana, rapikan, simpan
from rencana_aksi.domain.sunting.urutan import berikut
from rencana_aksi.models import Pengungkit, ProgramPrioritas
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def tambah_program(*, pengungkit: Pengungkit, uraian: str, oleh: Pengguna | None) -> ProgramPrioritas:
    """Add one at the end. Raises DomainError: no text, too many, a plan that may not be edited."""
    kunci_rencana(pengungkit)
    urutan = berikut(list(pengungkit.program_prioritas.all()), "program prioritas")
    program = ProgramPrioritas.objects.create(pengungkit=pengungkit, uraian=rapikan(uraian), urutan=urutan)
    catat(
        satker_id=pengungkit.lingkup.satker_id, oleh=oleh, tindakan="menambah program prioritas", objek=program,
        sesudah={"uraian": program.uraian, "pengungkit": pengungkit.kode},
    )  # fmt: skip
    return program


@transaction.atomic
def ubah_program(*, program: ProgramPrioritas, uraian: str, revisi: int, oleh: Pengguna | None) -> bool:
    """True when something changed. Raises DomainError as adding does, and Didahului."""
    kunci_rencana(program)
    return simpan(program, revisi, oleh, "mengubah program prioritas", uraian=rapikan(uraian))
