"""The database itself refuses to change or delete what was opened through a door."""

from django.db import migrations

PESAN = "catatan kunjungan tidak dapat diubah atau dihapus"

SQLITE = [
    f"CREATE TRIGGER kunjungan_{aksi} BEFORE {aksi} ON pintu_kunjungan BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
    for aksi in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION kunjungan_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER kunjungan_tetap BEFORE UPDATE OR DELETE ON pintu_kunjungan "
    "FOR EACH ROW EXECUTE FUNCTION kunjungan_tetap()",
]
LEPAS = {
    "sqlite": ["DROP TRIGGER kunjungan_UPDATE", "DROP TRIGGER kunjungan_DELETE"],
    "postgresql": ["DROP TRIGGER kunjungan_tetap ON pintu_kunjungan", "DROP FUNCTION kunjungan_tetap()"],
}


def pasang(apps, schema_editor):
    for perintah in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("pintu", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
