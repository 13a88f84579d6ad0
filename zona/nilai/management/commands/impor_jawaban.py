"""manage.py impor_jawaban BERKAS --satker KODE --tahun N --jenis mandiri|tpi: answers from JSON or the LKE workbook."""

import json
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from pengungkit.beku import isi_skor
from pengungkit.domain.penilaian import skor_penilaian
from pengungkit.enums import JenisPenilaian
from pengungkit.queries import naskah_instrumen
from zona.inti.errors import DomainError
from zona.nilai.domain.baca_jawaban import baca_json
from zona.nilai.domain.baca_lke import baca_lke
from zona.nilai.domain.impor import impor_jawaban
from zona.nilai.management.commands._kantor import instrumen_penilaian, satker_dari, tambah_pilihan


class Command(BaseCommand):
    help = "Memuat jawaban LKE dari berkas JSON atau XLSX. Bila ada yang salah, tidak ada yang dimuat."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("berkas", metavar="BERKAS", help="JSON, atau XLSX seperti yang diekspor")
        tambah_pilihan(parser, bawaan=None)
        parser.add_argument(
            "--kosongkan", action="store_true", help="kosongkan juga jawaban dan catatan yang selnya kosong dalam XLSX"
        )
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, berkas: str, satker: str, tahun: int, jenis: str, **pilihan: Any) -> None:
        kantor, macam, letak = satker_dari(satker), JenisPenilaian(jenis), Path(berkas)
        instrumen = instrumen_penilaian(kantor, tahun, macam)
        naskah = naskah_instrumen(instrumen)
        try:
            if berkas.lower().endswith(".xlsx"):
                isi = baca_lke(letak, nama=letak.name, naskah=naskah, satker=kantor.kode, tahun=tahun, jenis=macam)
            else:
                isi = baca_json(letak, naskah)
            ubah = impor_jawaban(
                satker=kantor, tahun=tahun, instrumen=instrumen, jenis=macam, berkas=isi,
                kosongkan=pilihan["kosongkan"], oleh=None,
            )  # fmt: skip
        except DomainError as galat:
            raise CommandError(f"{galat.pesan}\nTidak ada yang dimuat.") from galat
        skor = skor_penilaian(kantor.pk, tahun, macam)
        total = isi_skor(skor)["total"] if skor else None
        hasil = {"satker": kantor.kode, "tahun": tahun, "jenis": jenis, "instrumen": instrumen.kode, "berubah": ubah}
        if pilihan["json"]:
            self.stdout.write(json.dumps({**hasil, "total": total}))
        else:
            self.stdout.write(f"{len(ubah)} jawaban dimuat; nilai total {total or 'belum ada'}.")
