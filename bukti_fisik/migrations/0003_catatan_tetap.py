"""The database itself refuses to change or delete a note in the thread of a bukti."""

from django.db import migrations

PESAN = "catatan pada bukti tidak dapat diubah atau dihapus"

SQLITE = [
    f"CREATE TRIGGER catatan_bukti_{aksi} BEFORE {aksi} ON bukti_fisik_catatanbukti BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
    for aksi in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION catatan_bukti_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER catatan_bukti_tetap BEFORE UPDATE OR DELETE ON bukti_fisik_catatanbukti "
    "FOR EACH ROW EXECUTE FUNCTION catatan_bukti_tetap()",
]
LEPAS = {
    "sqlite": ["DROP TRIGGER catatan_bukti_UPDATE", "DROP TRIGGER catatan_bukti_DELETE"],
    "postgresql": ["DROP TRIGGER catatan_bukti_tetap ON bukti_fisik_catatanbukti", "DROP FUNCTION catatan_bukti_tetap()"],
}


def pasang(apps, schema_editor):
    for perintah in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("bukti_fisik", "0002_bukti_berversi")]
    operations = [migrations.RunPython(pasang, lepas)]
