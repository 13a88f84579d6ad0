"""The database itself refuses to change or delete what was kept of papers."""

from django.db import migrations

PESAN = "dokumen yang sudah bernomor atau terkunci tidak dapat diubah"
TABEL = {"cetakan": "dokumen_cetakan", "kertas": "dokumen_kertasbeku", "lhe": "dokumen_lhebeku"}

PASANG = {
    "sqlite": [
        f"CREATE TRIGGER dokumen_{nama}_{aksi} BEFORE {aksi} ON {tabel} BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"
        for nama, tabel in TABEL.items()
        for aksi in ("UPDATE", "DELETE")
    ],
    "postgresql": [
        f"CREATE FUNCTION dokumen_tetap() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION '{PESAN}'; END $$ "
        "LANGUAGE plpgsql",
        *(
            f"CREATE TRIGGER dokumen_{nama}_tetap BEFORE UPDATE OR DELETE ON {tabel} "
            "FOR EACH ROW EXECUTE FUNCTION dokumen_tetap()"
            for nama, tabel in TABEL.items()
        ),
    ],
}
LEPAS = {
    "sqlite": [f"DROP TRIGGER dokumen_{nama}_{aksi}" for nama in TABEL for aksi in ("UPDATE", "DELETE")],
    "postgresql": [
        *(f"DROP TRIGGER dokumen_{nama}_tetap ON {tabel}" for nama, tabel in TABEL.items()),
        "DROP FUNCTION dokumen_tetap()",
    ],
}


def pasang(apps, schema_editor):
    for perintah in PASANG[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("dokumen", "0005_kertas_versi")]
    operations = [
        migrations.RunPython(pasang, lepas),
    ]
