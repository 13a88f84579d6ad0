"""manage.py muat_instrumen [BERKAS…] [--json]: load or update instruments; without files, those that ship."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from pengungkit.domain.instrumen import muat_instrumen
from zona.inti.errors import DomainError

BAWAAN = settings.AKAR / "fixtures" / "instrumen"


class Command(BaseCommand):
    help = "Memuat atau memperbarui instrumen penilaian dari berkas YAML."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("berkas", nargs="*", type=Path, metavar="BERKAS", help=f"bawaan: {BAWAAN.name}/*.yaml")
        parser.add_argument("--json", action="store_true", help="cetak hasil sebagai satu objek JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            hasil = muat_instrumen(berkas=options["berkas"] or sorted(BAWAAN.glob("*.yaml")))
        except DomainError as galat:
            raise CommandError(galat.pesan) from galat
        if options["json"]:
            self.stdout.write(json.dumps({"instrumen": [asdict(h) for h in hasil]}))
            return
        for h in hasil:
            self.stdout.write(f"{h.kode}: {h.keadaan}, {h.pertanyaan} pertanyaan{', bawaan' if h.bawaan else ''}")
