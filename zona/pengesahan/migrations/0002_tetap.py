"""The database itself refuses to change or delete what was made ready and signed."""

from django.db import migrations

PESAN = "dokumen yang sudah ditandatangani tidak dapat diubah"
TABEL = {"naskah_siap": "pengesahan_naskahsiap", "dokumen_sah": "pengesahan_dokumensah"}

PASANG = {
    "sqlite": [
        f"CREATE TRIGGER {nama}_{aksi} BEFORE {aksi} ON {tabel} BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        for nama, tabel in TABEL.items()
        for aksi in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE FUNCTION pengesahan_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ LANGUAGE plpgsql",
        *(
            f"CREATE TRIGGER {nama}_tetap BEFORE UPDATE OR DELETE ON {tabel} "
            "FOR EACH ROW EXECUTE FUNCTION pengesahan_tetap()"
            for nama, tabel in TABEL.items()
        ),
    ],
}
LEPAS = {
    "sqlite": [f"DROP TRIGGER {nama}_{aksi}" for nama in TABEL for aksi in ("UPDATE", "DELETE")],
    "postgresql": [
        *(f"DROP TRIGGER {nama}_tetap ON {tabel}" for nama, tabel in TABEL.items()),
        "DROP FUNCTION pengesahan_tetap()",
    ],
}


def pasang(apps, schema_editor):
    for perintah in PASANG[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("pengesahan", "0001_initial")]
    operations = [migrations.RunPython(pasang, lepas)]
