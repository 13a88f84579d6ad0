"""Who brought in what is there already, as far as rows tell; what is accepted was accepted for the words of today."""

from django.db import migrations
from django.db.models import F, OuterRef, Subquery

from bukti_fisik.alamat import sidik_alamat


def isi(apps, schema_editor):
    Bukti, Berkas = apps.get_model("bukti_fisik", "Bukti"), apps.get_model("bukti_fisik", "Berkas")
    Pembawa = apps.get_model("bukti_fisik", "Pembawa")
    berkas = Berkas.objects.filter(pk=OuterRef("berkas"))
    Bukti.objects.filter(berkas__isnull=False).update(sidik=Subquery(berkas.values("sha256")[:1]))
    for alamat in Bukti.objects.exclude(tautan="").order_by().values_list("tautan", flat=True).distinct():
        Bukti.objects.filter(tautan=alamat).update(sidik=sidik_alamat(alamat))
    syarat = apps.get_model("rencana_aksi", "SyaratBukti").objects.filter(pk=OuterRef("syarat"))
    Bukti.objects.filter(status="diterima").update(diterima_untuk=Subquery(syarat.values("teks")[:1]))
    di = F("syarat__rencana_kerja__pengungkit__rencana__satker")
    bawa = set(Bukti.objects.filter(diunggah_oleh__isnull=False).order_by().values_list(di, "sidik", "diunggah_oleh"))
    bawa |= set(Berkas.objects.filter(diunggah_oleh__isnull=False).values_list("satker", "sha256", "diunggah_oleh"))
    baru = [Pembawa(satker_id=satker, sidik=sidik, orang_id=orang) for satker, sidik, orang in sorted(bawa)]
    Pembawa.objects.bulk_create(baru, batch_size=500, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("bukti_fisik", "0005_pembawa")]

    operations = [migrations.RunPython(isi, migrations.RunPython.noop)]
