"""The database itself refuses to change or delete a finished report."""

from django.db import migrations

PESAN = "laporan yang sudah selesai tidak dapat diubah"

SQLITE = [
    f"CREATE TRIGGER laporan_beku_{aksi} BEFORE {aksi} ON dokumen_laporanbeku BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
    for aksi in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION laporan_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER laporan_tetap BEFORE UPDATE OR DELETE ON dokumen_laporanbeku "
    "FOR EACH ROW EXECUTE FUNCTION laporan_tetap()",
]
LEPAS = {
    "sqlite": ["DROP TRIGGER laporan_beku_UPDATE", "DROP TRIGGER laporan_beku_DELETE"],
    "postgresql": ["DROP TRIGGER laporan_tetap ON dokumen_laporanbeku", "DROP FUNCTION laporan_tetap()"],
}


def pasang(apps, schema_editor):
    for perintah in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("dokumen", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
