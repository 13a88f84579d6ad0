"""(written below)"""
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("rencana_aksi", "0004_draf_perubahan")]
    operations = []
