"""manage.py ekspor_rencana: the plan as a file, written whole or not at all."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rencana_aksi.models import Rencana
from zona.dokumen.enums import Susunan
from zona.dokumen.exports.bundel import bundel
from zona.dokumen.exports.ekspor import PDF, XLSX, Tetap, dokumen_pdf, dokumen_xlsx, ekspor_pdf, ekspor_xlsx
from zona.dokumen.exports.simpanan import tulis_utuh
from zona.dokumen.exports.tercetak import isi_tetap
from zona.inti.errors import DomainError
from zona.inti.perintah import sebab_berkas
from zona.inti.perintah import tahun as tahun_sah
from zona.inti.waktu import hari_ini

ZIP = "zip"


class Command(BaseCommand):
    help = "Menulis rencana kerja satu satker dan tahun ke berkas PDF atau XLSX, atau semua buktinya ke ZIP."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--satker", required=True, metavar="KODE", help="kode satker pemilik rencana")
        parser.add_argument("--tahun", required=True, type=tahun_sah, metavar="N", help="tahun rencana")
        parser.add_argument("--format", required=True, choices=[PDF, XLSX, ZIP], help="bentuk berkas")
        parser.add_argument(
            "--keluaran", required=True, metavar="BERKAS", help="berkas yang ditulis; yang lama diganti"
        )
        parser.add_argument(
            "--susunan", choices=Susunan.values, default=Susunan.RENCANA, help="urutan folder bukti (zip)"
        )
        parser.add_argument(
            "--posisi", action="store_true", help="keadaan hari ini, bukan dokumen yang ditetapkan (pdf, xlsx)"
        )
        parser.add_argument("--semua", action="store_true", help="juga bukti yang belum diterima (zip)")
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, satker: str, tahun: int, format: str, keluaran: str, **pilihan: Any) -> None:
        rencana = (
            Rencana.objects.select_related("satker", "instrumen")
            .filter(satker__kode=satker.upper(), tahun=tahun)
            .first()
        )
        if rencana is None:
            raise CommandError(f'Rencana satker "{satker}" tahun {tahun} tidak ada.')
        try:
            ukuran, sha256 = tulis_utuh(Path(keluaran), _isi(rencana, format, **pilihan))
        except DomainError as galat:
            raise CommandError(galat.pesan) from galat
        except OSError as galat:
            raise CommandError(f"{keluaran} tidak dapat ditulis: {sebab_berkas(galat)}.") from galat
        hasil = {"berkas": keluaran, "ukuran": ukuran, "sha256": sha256}
        self.stdout.write(json.dumps(hasil) if pilihan["json"] else f"{keluaran} ditulis, {ukuran} byte.")


def _isi(rencana: Rencana, format: str, *, susunan: str, semua: bool, posisi: bool, **_: Any) -> Iterator[bytes]:
    """What is written, in pieces. Raises DomainError."""
    hari = hari_ini(rencana.satker.zona_waktu)
    if format == ZIP:
        yield from bundel(rencana, hari, susunan=susunan, semua=semua).alirkan()
    elif posisi:
        yield (ekspor_pdf(rencana, hari, posisi=True) if format == PDF else ekspor_xlsx(rencana, hari)).buat()
    else:
        dokumen = dokumen_pdf(rencana, hari) if format == PDF else dokumen_xlsx(rencana, hari)
        yield isi_tetap(dokumen) if isinstance(dokumen, Tetap) else dokumen.buat()
