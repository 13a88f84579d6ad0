"""Load Zona whole, bring its database up to date, load the demo office where ZONA_CONTOH=1 asks for it, else the
instruments that ship where there is none: in one process, each step said on stderr as it begins; where it cannot go on,
one sentence and exit code 1."""

import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from zona.siap import BelumSiap, letak, muat, sebab


def bilang(baris: str) -> None:
    sys.stderr.write(f"{baris}\n")
    sys.stderr.flush()


def langkah(gagal: str, kerjakan: Callable[[], None]) -> None:
    """Raises SystemExit with the sentence `gagal` and the cause."""
    try:
        kerjakan()
    except Exception as galat:  # the cause is told, whatever it is
        sys.exit(f"{gagal}: {sebab(galat)}{letak(galat)}.")


def basis_data() -> None:
    """Migrate, where something is to be migrated."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    pelaksana = MigrationExecutor(connection)
    if pelaksana.migration_plan(pelaksana.loader.graph.leaf_nodes()):
        bilang("Menyusun basis data …")
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)


def contoh() -> None:
    """The demo office; it is loaded once, and only looked at afterwards."""
    from django.core.management import call_command

    from zona.organisasi.models import Satker

    if not Satker.objects.exists():
        bilang("Memuat kantor contoh …")
    call_command("muat_contoh", stdout=StringIO(), skip_checks=True)


def instrumen() -> None:
    """Without one nobody can make a plan. Those of an installation that has some are its operator's."""
    from django.core.management import call_command

    from pengungkit.models import Instrumen

    if not Instrumen.objects.exists():
        bilang("Memuat instrumen penilaian …")
        call_command("muat_instrumen", stdout=StringIO(), skip_checks=True)


def satker_pertama() -> None:
    """Nobody can sign in where there is no office: what to do is said."""
    from zona.organisasi.models import Satker

    if not Satker.objects.exists():
        bilang("Belum ada satker. Buat yang pertama di jendela lain:")
        bilang("    .venv/bin/python manage.py buat_satker KODE --nama 'Nama kantor' --admin nama.pengguna")


def utama() -> None:
    try:
        muat()
    except BelumSiap as belum:
        sys.exit(str(belum))
    langkah("Basis data tidak dapat disusun", basis_data)
    if os.environ.get("ZONA_CONTOH") == "1":
        langkah("Kantor contoh tidak dapat dimuat", contoh)
    else:
        langkah("Instrumen penilaian tidak dapat dimuat", instrumen)
        satker_pertama()


if __name__ == "__main__":
    utama()
