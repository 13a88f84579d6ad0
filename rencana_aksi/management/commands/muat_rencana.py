"""manage.py muat_rencana BERKAS --satker KODE: a plan from a file, refused whole when anything in it is wrong."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rencana_aksi.domain.baca_naskah import baca_yaml
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.domain.muat import HasilMuat, muat_rencana
from rencana_aksi.domain.muat_xlsx import muat_rencana_xlsx
from zona.inti.errors import DomainError
from zona.organisasi.models import Satker


class Command(BaseCommand):
    help = "Memuat rencana kerja satu tahun dari berkas YAML atau XLSX. Bila ada yang salah, tidak ada yang dimuat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "berkas", help="YAML seperti fixtures/naskah/matriks-2023.yaml, atau XLSX seperti yang diekspor"
        )
        parser.add_argument("--satker", required=True, metavar="KODE", help="kode satker pemilik rencana")
        parser.add_argument(
            "--instrumen", default="", metavar="KODE", help="bila kosong: menurut berkas, atau bobotnya"
        )
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, berkas: str, satker: str, instrumen: str, **pilihan: Any) -> None:
        kantor = Satker.objects.filter(kode=satker.upper()).first()
        if kantor is None:
            raise CommandError(f'Satker "{satker}" tidak ada.')
        try:
            if berkas.lower().endswith(".xlsx"):
                hasil = muat_rencana_xlsx(berkas=Path(berkas), satker=kantor, instrumen=instrumen, oleh=None)
            else:
                hasil = muat_rencana(isi=baca_yaml(Path(berkas)), satker=kantor, instrumen=instrumen, oleh=None)
        except Ditolak as galat:
            baris = "\n".join(f"{berkas}: {masalah}" for masalah in galat.masalah)
            raise CommandError(f"{len(galat.masalah)} masalah, tidak ada yang dimuat.\n{baris}") from galat
        except DomainError as galat:
            raise CommandError(f"{berkas}: {galat.pesan}") from galat
        self.stdout.write(json.dumps(asdict(hasil), ensure_ascii=False) if pilihan["json"] else _kalimat(hasil))


def _kalimat(hasil: HasilMuat) -> str:
    isi = (
        f"{hasil.pengungkit} pengungkit, {hasil.rencana_kerja} rencana kerja, {hasil.aksi} rencana aksi, "
        f"{hasil.pelaksanaan} pelaksanaan ({hasil.pelaksanaan_bertanggal} bertanggal), "
        f"{hasil.syarat_bukti} syarat bukti, {hasil.program_prioritas} program prioritas"
    )
    judul = f"Rencana {hasil.satker} {hasil.tahun}"
    return f"{judul} dimuat: {isi}." if hasil.berubah else f"{judul} sudah sama dengan berkas, 0 baris ditulis: {isi}."
