"""Who sent the heaps that files were taken from brought those files in."""

from django.db import migrations


def isi(apps, schema_editor):
    Baris, Pembawa = apps.get_model("kiriman", "BarisKiriman"), apps.get_model("bukti_fisik", "Pembawa")
    milik = Baris.objects.filter(bukti__isnull=False).order_by()
    bawa = set(milik.values_list("kiriman__rencana__satker", "bukti__sidik", "kiriman__oleh"))
    baru = [Pembawa(satker_id=satker, sidik=sidik, orang_id=orang) for satker, sidik, orang in sorted(bawa)]
    Pembawa.objects.bulk_create(baru, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("kiriman", "0001_initial"), ("bukti_fisik", "0006_isi_pembawa")]

    operations = [migrations.RunPython(isi, migrations.RunPython.noop)]
