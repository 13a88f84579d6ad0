"""The database itself refuses to change or delete an audit row."""

from django.db import migrations

PESAN = "jejak tidak dapat diubah"

SQLITE = [
    f"CREATE TRIGGER jejak_{aksi} BEFORE {aksi} ON inti_jejak BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
    for aksi in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION jejak_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER jejak_tetap BEFORE UPDATE OR DELETE ON inti_jejak FOR EACH ROW EXECUTE FUNCTION jejak_tetap()",
]
LEPAS = {
    "sqlite": ["DROP TRIGGER jejak_UPDATE", "DROP TRIGGER jejak_DELETE"],
    "postgresql": ["DROP TRIGGER jejak_tetap ON inti_jejak", "DROP FUNCTION jejak_tetap()"],
}


def pasang(apps, schema_editor):
    for perintah in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("inti", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
