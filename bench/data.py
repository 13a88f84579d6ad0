"""The database measured: the demo office, its rows multiplied within the same plan."""

import os
from typing import Any

from django.core.management import call_command
from django.db import models, transaction

from bukti_fisik.models import Bukti
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, RencanaKerja, SyaratBukti


def siapkan(kali: int) -> Rencana:
    """Empty data folder -> the demo office with `kali` times its rows. Returns its plan."""
    with open(os.devnull, "w") as diam:
        call_command("migrate", verbosity=0, stdout=diam)
        call_command("collectstatic", interactive=False, verbosity=0, stdout=diam)
        call_command("muat_contoh", stdout=diam)
    rencana = Rencana.objects.select_related("satker").latest("tahun")
    for ke in range(1, kali):
        _gandakan(rencana, ke)
    return rencana


def jumlah_baris(rencana: Rencana) -> dict[str, int]:
    return {
        "rencana_kerja": RencanaKerja.objects.filter(pengungkit__rencana=rencana).count(),
        "aksi": RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).count(),
        "pelaksanaan": Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=rencana).count(),
        "syarat": SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana).count(),
        "bukti": Bukti.objects.filter(syarat__rencana_kerja__pengungkit__rencana=rencana).count(),
    }


@transaction.atomic
def _gandakan(rencana: Rencana, ke: int) -> None:
    """One more copy of the first hundred rows of each pengungkit: actions, occurrences, evidence and all."""
    geser = 100 * ke
    asli = RencanaKerja.objects.filter(pengungkit__rencana=rencana, urutan__lt=100)
    nomor = {rk.pk: rk.nomor and rk.nomor + geser for rk in asli}
    urutan = {rk.pk: rk.urutan + geser for rk in asli}
    baris = _salin(asli, lambda rk: {"nomor": nomor[rk.pk], "urutan": urutan[rk.pk]})
    aksi = _salin(
        RencanaAksi.objects.filter(rencana_kerja__in=asli), lambda a: {"rencana_kerja_id": baris[a.rencana_kerja_id]}
    )
    pelaksanaan = _salin(Pelaksanaan.objects.filter(aksi__in=aksi), lambda p: {"aksi_id": aksi[p.aksi_id]})
    syarat = _salin(
        SyaratBukti.objects.filter(rencana_kerja__in=asli),
        lambda s: {"rencana_kerja_id": baris[s.rencana_kerja_id], "aksi_id": s.aksi_id and aksi[s.aksi_id]},
    )
    _salin(
        Bukti.objects.filter(syarat__in=syarat),
        lambda b: {
            "syarat_id": syarat[b.syarat_id],
            "pelaksanaan_id": b.pelaksanaan_id and pelaksanaan[b.pelaksanaan_id],
        },
    )


def _salin(asli: "models.QuerySet[Any]", ubah: Any) -> dict[int, int]:
    """Copy the rows with some fields changed; old primary key -> new."""
    lama, baru = [], []
    for objek in asli.order_by("pk"):
        lama.append(objek.pk)
        for kolom, nilai in ubah(objek).items():
            setattr(objek, kolom, nilai)
        objek.pk = None
        baru.append(objek)
    asli.model.objects.bulk_create(baru, batch_size=500)
    return dict(zip(lama, (b.pk for b in baru), strict=True))
