"""Versions from before keep the paper their office prints on today."""

from django.db import migrations

BAWAAN = ("A4", [25, 20, 25, 25], None)
"""Where an office set none (zona/dokumen/kertas.py, as it was then)."""


def simpan_kertas(apps, schema_editor):
    setelan = {
        s.satker_id: (s.ukuran, [s.tepi_atas, s.tepi_kanan, s.tepi_bawah, s.tepi_kiri], s.logo)
        for s in apps.get_model("dokumen", "SetelanDokumen").objects.all()
    }
    kertas = apps.get_model("dokumen", "KertasBeku")
    for pk, satker in apps.get_model("rencana_aksi", "VersiRencana").objects.values_list("pk", "rencana__satker"):
        ukuran, tepi, logo = setelan.get(satker, BAWAAN)
        kertas.objects.create(versi_id=pk, ukuran=ukuran, tepi=tepi, logo=logo)


class Migration(migrations.Migration):
    dependencies = [("dokumen", "0004_cetakan")]
    operations = [migrations.RunPython(simpan_kertas, migrations.RunPython.noop)]
