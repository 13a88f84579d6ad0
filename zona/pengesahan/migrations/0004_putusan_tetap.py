"""The database refuses to change or delete what the head said, and again what was signed: SQLite made those tables anew
when they were given columns, and a table made anew has no triggers."""

from django.db import migrations

PESAN = "dokumen yang sudah ditandatangani tidak dapat diubah"
LAMA = {"naskah_siap": "pengesahan_naskahsiap", "dokumen_sah": "pengesahan_dokumensah"}
BARU = {"putusan_kepala": "pengesahan_putusankepala"}


def _sqlite(tabel):
    for nama, isi in tabel.items():
        for aksi in ("UPDATE", "DELETE"):
            yield f"DROP TRIGGER IF EXISTS {nama}_{aksi}"
            yield f"CREATE TRIGGER {nama}_{aksi} BEFORE {aksi} ON {isi} BEGIN SELECT RAISE(ABORT, '{PESAN}'); END"


PASANG = {
    "sqlite": [*_sqlite({**LAMA, **BARU})],
    "postgresql": [
        f"CREATE TRIGGER {nama}_tetap BEFORE UPDATE OR DELETE ON {isi} FOR EACH ROW EXECUTE FUNCTION pengesahan_tetap()"
        for nama, isi in BARU.items()
    ],
}
LEPAS = {
    "sqlite": [f"DROP TRIGGER {nama}_{aksi}" for nama in BARU for aksi in ("UPDATE", "DELETE")],
    "postgresql": [f"DROP TRIGGER {nama}_tetap ON {isi}" for nama, isi in BARU.items()],
}


def pasang(apps, schema_editor):
    for perintah in PASANG[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("pengesahan", "0003_kepercayaan")]
    operations = [migrations.RunPython(pasang, lepas)]
