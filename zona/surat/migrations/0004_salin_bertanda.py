"""What was kept of signed papers, in the place where it is kept of every numbered one. A pakta's text goes on being
drawn; papers with a number that nobody has signed are kept when they are printed next (docs/adr/0044)."""

from django.db import migrations


def salin(apps, schema_editor):
    revisi = apps.get_model("surat", "RevisiSurat").objects
    beku = apps.get_model("surat", "SuratBeku").objects
    for b in apps.get_model("surat", "SuratBertanda").objects.exclude(surat__jenis="pakta"):
        r = revisi.filter(surat=b.surat_id, revisi=b.revisi, tanggal__isnull=False).first()
        if r is None:
            continue
        teks = "\n".join([r.isi, *r.rincian.values()])
        beku.create(
            surat_id=b.surat_id, revisi=b.revisi, nomor=b.nomor, tanggal=r.tanggal, tahun_nomor=b.tahun_nomor,
            naskah=b.naskah, bernilai="{nilai}" in teks or "[[nilai]]" in teks, oleh_id=b.oleh_id, pada=b.pada,
        )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("surat", "0003_surat_beku")]
    operations = [migrations.RunPython(salin, migrations.RunPython.noop)]
