"""manage.py peringkat --tahun N [--jenis mandiri|tpi] [--induk TEKS] [--json]: the offices of an installation by score,
for who runs it (a ministry); no role of an office reads other offices."""

import json
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from pengungkit.beku import desimal
from pengungkit.enums import JenisPenilaian
from zona.inti.angka import angka_id
from zona.inti.perintah import tahun as tahun_sah
from zona.nilai.queries.peringkat import BarisPeringkat, peringkat
from zona.organisasi.models import Satker


class Command(BaseCommand):
    help = "Mengurutkan satker menurut nilai setahun, yang tertinggi lebih dahulu."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--tahun", type=tahun_sah, required=True)
        parser.add_argument("--jenis", choices=JenisPenilaian.values, default=JenisPenilaian.MANDIRI.value)
        parser.add_argument("--induk", default="", help="hanya satker yang kop suratnya memuat teks ini")
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, tahun: int, jenis: str, induk: str, **pilihan: Any) -> None:
        satker = Satker.objects.filter(induk__icontains=induk) if induk else Satker.objects.all()
        baris = peringkat(satker, tahun, JenisPenilaian(jenis))
        if pilihan["json"]:
            isi = [{k: desimal(v) if k in ANGKA else v for k, v in asdict(b).items()} for b in baris]
            self.stdout.write(json.dumps({"tahun": tahun, "jenis": jenis, "peringkat": isi}, ensure_ascii=False))
        else:
            self.stdout.write("\n".join(map(_kalimat, baris)) or f"Belum ada nilai tahun {tahun}.")


ANGKA = ("total", "pengungkit", "hasil")
LOLOS = {True: "lulus semua ambang WBK", False: "belum lulus WBK", None: "tanpa ambang"}


def _kalimat(b: BarisPeringkat) -> str:
    return f"{b.peringkat:>4}  {angka_id(b.total):>6}  {b.kode:<20}  {LOLOS[b.lolos]:<22}  {b.nama}"
