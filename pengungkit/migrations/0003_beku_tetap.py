"""The database itself refuses to change or delete a locked assessment."""

from django.db import migrations

PESAN = "penilaian yang sudah dikunci tidak dapat diubah"

SQLITE = [
    f"CREATE TRIGGER penilaian_beku_{aksi} BEFORE {aksi} ON pengungkit_penilaianbeku BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
    for aksi in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"CREATE FUNCTION penilaian_beku_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER penilaian_beku_tetap BEFORE UPDATE OR DELETE ON pengungkit_penilaianbeku "
    "FOR EACH ROW EXECUTE FUNCTION penilaian_beku_tetap()",
]
LEPAS = {
    "sqlite": ["DROP TRIGGER penilaian_beku_UPDATE", "DROP TRIGGER penilaian_beku_DELETE"],
    "postgresql": ["DROP TRIGGER penilaian_beku_tetap ON pengungkit_penilaianbeku", "DROP FUNCTION penilaian_beku_tetap()"],
}


def pasang(apps, schema_editor):
    for perintah in SQLITE if schema_editor.connection.vendor == "sqlite" else POSTGRESQL:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("pengungkit", "0002_penilaian_beku")]
    operations = [migrations.RunPython(pasang, lepas)]
