"""The database itself refuses to change or delete a saved revision of a section."""

from django.db import migrations

PESAN = "naskah yang sudah tersimpan tidak dapat diubah"

SQLITE = [
    f"CREATE TRIGGER naskah_{aksi} BEFORE {aksi} ON naskah_revisibagian BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
    for aksi in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION naskah_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER naskah_tetap BEFORE UPDATE OR DELETE ON naskah_revisibagian "
    "FOR EACH ROW EXECUTE FUNCTION naskah_tetap()",
]
LEPAS = {
    "sqlite": ["DROP TRIGGER naskah_UPDATE", "DROP TRIGGER naskah_DELETE"],
    "postgresql": ["DROP TRIGGER naskah_tetap ON naskah_revisibagian", "DROP FUNCTION naskah_tetap()"],
}


def pasang(apps, schema_editor):
    for perintah in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("naskah", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
