"""The database itself refuses to change or delete what was kept of a paper."""

from django.db import migrations

PESAN = "surat yang sudah tersimpan tidak dapat diubah"

PASANG = {
    "sqlite": [
        f"CREATE TRIGGER surat_beku_{aksi} BEFORE {aksi} ON surat_suratbeku BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        for aksi in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        "CREATE TRIGGER surat_beku_tetap BEFORE UPDATE OR DELETE ON surat_suratbeku "
        "FOR EACH ROW EXECUTE FUNCTION surat_tetap()",
    ],
}
LEPAS = {
    "sqlite": [f"DROP TRIGGER surat_beku_{aksi}" for aksi in ("UPDATE", "DELETE")],
    "postgresql": ["DROP TRIGGER surat_beku_tetap ON surat_suratbeku"],
}


def pasang(apps, schema_editor):
    for perintah in PASANG[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("surat", "0004_salin_bertanda")]
    operations = [
        migrations.RemoveField("suratbertanda", "naskah"),
        migrations.RunPython(pasang, lepas),
    ]
