"""The database itself refuses to change or delete revisions of papers and templates, and what was signed."""

from django.db import migrations

PESAN = "surat yang sudah tersimpan tidak dapat diubah"
TABEL = {"revisi": "surat_revisisurat", "bertanda": "surat_suratbertanda", "templat": "surat_templatsurat"}

PASANG = {
    "sqlite": [
        f"CREATE TRIGGER surat_{nama}_{aksi} BEFORE {aksi} ON {tabel} BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        for nama, tabel in TABEL.items()
        for aksi in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE FUNCTION surat_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
        *(
            f"CREATE TRIGGER surat_{nama}_tetap BEFORE UPDATE OR DELETE ON {tabel} "
            "FOR EACH ROW EXECUTE FUNCTION surat_tetap()"
            for nama, tabel in TABEL.items()
        ),
    ],
}
LEPAS = {
    "sqlite": [f"DROP TRIGGER surat_{nama}_{aksi}" for nama in TABEL for aksi in ("UPDATE", "DELETE")],
    "postgresql": [
        *(f"DROP TRIGGER surat_{nama}_tetap ON {tabel}" for nama, tabel in TABEL.items()),
        "DROP FUNCTION surat_tetap()",
    ],
}


def pasang(apps, schema_editor):
    for perintah in PASANG[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("surat", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
