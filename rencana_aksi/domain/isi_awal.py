"""A plan that was emptied, or made empty, filled from the starter of its instrument."""

from collections.abc import Collection
from dataclasses import replace

from django.db import transaction

from rencana_aksi.domain.awal.berkas import naskah_awal
from rencana_aksi.domain.awal.susun import susun_awal
from rencana_aksi.domain.tulis_naskah import tulis_baris
from rencana_aksi.models import ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja
from rencana_aksi.queries.buat import pengungkit_instrumen, tim_pelaksana
from rencana_aksi.queries.draf_pertama import bukan_draf
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def isi_rencana_awal(*, rencana: Rencana, pilihan: Collection[str] | None, oleh: Pengguna | None) -> None:
    """What is ticked of the starter (ids; None for all of it), into a first draft without a row. Its program prioritas
    stay where there are some. Raises DomainError: no first draft any more, rows in it, an instrument without a starter,
    or as `buat_rencana_awal` for what is ticked."""
    kini = Rencana.objects.select_for_update().select_related("satker", "instrumen").get(pk=rencana.pk)
    if kata := bukan_draf(kini, "diisi dari rencana awal"):
        raise DomainError(kata)
    if RencanaKerja.objects.filter(pengungkit__rencana=kini).exists():
        raise DomainError(f"Rencana {kini.tahun} sudah berisi.")
    awal = naskah_awal(kini.instrumen.kode)
    if awal is None:
        raise DomainError(f"Belum ada rencana awal untuk instrumen {kini.instrumen.kode}.")
    tim = tim_pelaksana(kini.satker, kini.tahun)
    naskah = susun_awal(awal, kini.tahun, kini.tempat, pengungkit_instrumen(kini.instrumen), pilihan, tim)
    ada = ProgramPrioritas.objects.filter(pengungkit__rencana=kini).order_by("urutan")
    program = list(ada.values_list("pengungkit__kode", "uraian"))
    if program:
        milik = {p.kode: tuple(teks for kode, teks in program if kode == p.kode) for p in naskah.pengungkit}
        naskah = replace(naskah, pengungkit=tuple(replace(p, program=milik[p.kode]) for p in naskah.pengungkit))
    kini.pengungkit.all().delete()
    tulis_baris(kini, naskah, {str(pk): pk for orang in tim.values() for pk in orang}, {})
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=kini).count()
    sesudah = {"instrumen": kini.instrumen.kode, "aksi": aksi}
    catat(
        satker_id=kini.satker_id, oleh=oleh, tindakan="mengisi rencana dari rencana awal", objek=kini, sesudah=sesudah
    )
