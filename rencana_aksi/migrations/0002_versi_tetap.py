"""The database itself refuses to change or delete a ditetapkan version."""

from django.db import migrations

PESAN = "versi rencana yang sudah ditetapkan tidak dapat diubah"

SQLITE = [
    f"CREATE TRIGGER versi_{aksi} BEFORE {aksi} ON rencana_aksi_versirencana BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
    for aksi in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION versi_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER versi_tetap BEFORE UPDATE OR DELETE ON rencana_aksi_versirencana "
    "FOR EACH ROW EXECUTE FUNCTION versi_tetap()",
]
LEPAS = {
    "sqlite": ["DROP TRIGGER versi_UPDATE", "DROP TRIGGER versi_DELETE"],
    "postgresql": ["DROP TRIGGER versi_tetap ON rencana_aksi_versirencana", "DROP FUNCTION versi_tetap()"],
}


def pasang(apps, schema_editor):
    for perintah in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("rencana_aksi", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
