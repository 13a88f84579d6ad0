"""manage.py ekspor_rencana: the plan as a file, written whole or not at all."""

import hashlib
import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rencana_aksi.models import Rencana
from zona.dokumen.exports.ekspor import PDF, XLSX, ekspor_pdf, ekspor_xlsx
from zona.dokumen.exports.simpanan import tulis_utuh
from zona.inti.errors import DomainError
from zona.inti.waktu import hari_ini


class Command(BaseCommand):
    help = "Menulis rencana kerja satu satker dan tahun ke berkas PDF atau XLSX."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--satker", required=True, metavar="KODE", help="kode satker pemilik rencana")
        parser.add_argument("--tahun", required=True, type=int, metavar="N", help="tahun rencana")
        parser.add_argument("--format", required=True, choices=[PDF, XLSX], help="bentuk berkas")
        parser.add_argument(
            "--keluaran", required=True, metavar="BERKAS", help="berkas yang ditulis; yang lama diganti"
        )
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, satker: str, tahun: int, format: str, keluaran: str, **pilihan: Any) -> None:
        rencana = (
            Rencana.objects.select_related("satker", "instrumen")
            .filter(satker__kode=satker.upper(), tahun=tahun)
            .first()
        )
        if rencana is None:
            raise CommandError(f'Rencana satker "{satker}" tahun {tahun} tidak ada.')
        hari = hari_ini(rencana.satker.zona_waktu)
        ekspor = ekspor_pdf(rencana, hari) if format == PDF else ekspor_xlsx(rencana, hari)
        try:
            isi = ekspor.buat()
            tulis_utuh(Path(keluaran), isi)
        except DomainError as galat:
            raise CommandError(galat.pesan) from galat
        except OSError as galat:
            raise CommandError(f"{keluaran} tidak dapat ditulis: {galat.strerror}.") from galat
        hasil = {"berkas": keluaran, "ukuran": len(isi), "sha256": hashlib.sha256(isi).hexdigest()}
        self.stdout.write(json.dumps(hasil) if pilihan["json"] else f"{keluaran} ditulis, {len(isi)} byte.")
