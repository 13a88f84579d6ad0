"""manage.py muat_contoh: the demo office."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from zona.beranda.domain.contoh.muat import muat_contoh
from zona.inti.errors import DomainError


class Command(BaseCommand):
    help = "Memuat kantor contoh KBNTB: instrumen, orang, rencana 2023, kemajuan sampai 15 Maret 2023. Sekali saja."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, **pilihan: Any) -> None:
        try:
            hasil = asdict(muat_contoh())
        except DomainError as galat:
            raise CommandError(galat.pesan) from galat
        if pilihan["json"]:
            self.stdout.write(json.dumps(hasil))
            return
        berubah = hasil.pop("berubah")
        self.stdout.write("Kantor contoh dimuat." if berubah else "Kantor contoh sudah ada; tidak ada yang berubah.")
        for nama, nilai in hasil.items():
            self.stdout.write(f"  {nama.replace('_', ' '):<24}{nilai:>8}")
