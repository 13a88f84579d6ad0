"""Versions from before keep the paper their office prints on today. The database itself refuses to change or delete what
was kept of papers."""

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
BAWAAN = ("A4", [25, 20, 25, 25], None)
"""Where an office set none (zona/dokumen/kertas.py, as it was then)."""


def simpan_kertas(apps, schema_editor):
    setelan = {
        s.satker_id: (s.ukuran, [s.tepi_atas, s.tepi_kanan, s.tepi_bawah, s.tepi_kiri], s.logo)
        for s in apps.get_model("dokumen", "SetelanDokumen").objects.all()
    }
    kertas = apps.get_model("dokumen", "KertasBeku")
    for pk, satker in apps.get_model("rencana_aksi", "VersiRencana").objects.values_list("pk", "rencana__satker"):
        ukuran, tepi, logo = setelan.get(satker, BAWAAN)
        kertas.objects.create(versi_id=pk, ukuran=ukuran, tepi=tepi, logo=logo)


def pasang(apps, schema_editor):
    for perintah in PASANG[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


def lepas(apps, schema_editor):
    for perintah in LEPAS[schema_editor.connection.vendor]:
        schema_editor.execute(perintah)


class Migration(migrations.Migration):
    dependencies = [("dokumen", "0004_cetakan")]
    operations = [
        migrations.RunPython(simpan_kertas, migrations.RunPython.noop),
        migrations.RunPython(pasang, lepas),
    ]
