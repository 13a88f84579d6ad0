"""manage.py buat_rencana --satker KODE --tahun N --dari kosong|awal|lalu: a draft plan; twice changes nothing."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from pengungkit.models import Instrumen
from rencana_aksi.domain.awal import buat_rencana_awal, buat_rencana_kosong, buat_rencana_lalu
from rencana_aksi.domain.awal.buat import AWAL, KOSONG, LALU
from rencana_aksi.models import Rencana
from rencana_aksi.queries.asal import isi_berapa, tahun_asal, tindakan_pertama
from rencana_aksi.queries.buat import cari_instrumen
from zona.inti.errors import DomainError
from zona.inti.perintah import tahun as tahun_sah
from zona.organisasi.models import Satker

TINDAKAN = {"kosong": KOSONG, "awal": AWAL, "lalu": LALU}
SEBUT = {"kosong": "kosong", "awal": "dari rencana awal", "lalu": "dari rencana tahun lalu"}


class Command(BaseCommand):
    help = (
        "Membuat draf rencana satu tahun: kosong, dari rencana awal instrumennya, atau dari rencana tahun lalu. "
        "Bila sudah dibuat begitu, tidak ada yang berubah."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--satker", required=True, metavar="KODE", help="kode satker pemilik rencana")
        parser.add_argument("--tahun", required=True, type=tahun_sah, metavar="N", help="tahun rencana")
        parser.add_argument("--dari", required=True, choices=list(TINDAKAN), help="asal isinya")
        parser.add_argument("--instrumen", default="", metavar="KODE", help="bila kosong: yang berlaku")
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, satker: str, tahun: int, dari: str, instrumen: str, **pilihan: Any) -> None:
        kantor = Satker.objects.filter(kode=satker.upper()).first()
        if kantor is None:
            raise CommandError(f'Satker "{satker}" tidak ada.')
        try:
            dipakai = cari_instrumen(instrumen)
            ada = Rencana.objects.filter(satker=kantor, tahun=tahun).select_related("instrumen").order_by("pk").first()
            if ada is not None:
                _pastikan_sama(ada, dari, dipakai)
            rencana = ada or _buat(kantor, tahun, dari, dipakai)
        except DomainError as galat:
            raise CommandError(galat.pesan) from galat
        hasil = {
            "satker": kantor.kode, "tahun": tahun, "instrumen": dipakai.kode, "dari": dari, "status": rencana.status,
            "versi": rencana.versi, **isi_berapa(rencana), "berubah": ada is None,
        }  # fmt: skip
        if dari == "lalu":
            hasil["dari_tahun"] = tahun_asal(rencana)
        self.stdout.write(json.dumps(hasil, ensure_ascii=False) if pilihan["json"] else _kalimat(hasil))


def _buat(satker: Satker, tahun: int, dari: str, instrumen: Instrumen) -> Rencana:
    if dari == "awal":
        return buat_rencana_awal(satker=satker, tahun=tahun, instrumen=instrumen, pilihan=None, oleh=None)
    buat = buat_rencana_kosong if dari == "kosong" else buat_rencana_lalu
    return buat(satker=satker, tahun=tahun, instrumen=instrumen, oleh=None)


def _pastikan_sama(rencana: Rencana, dari: str, instrumen: Instrumen) -> None:
    """Raise DomainError where the plan there is was made otherwise."""
    if rencana.instrumen_id != instrumen.pk:
        raise DomainError(
            f"Rencana {rencana.tahun} sudah ada dan memakai instrumen {rencana.instrumen.kode}, bukan {instrumen.kode}."
        )
    if tindakan_pertama(rencana) != TINDAKAN[dari]:
        raise DomainError(f"Rencana {rencana.tahun} sudah ada dan tidak dibuat {SEBUT[dari]}.")


def _kalimat(hasil: dict[str, Any]) -> str:
    judul = f"Rencana {hasil['satker']} {hasil['tahun']}"
    isi = (
        f"{hasil['pengungkit']} pengungkit, {hasil['rencana_kerja']} rencana kerja, {hasil['aksi']} rencana aksi, "
        f"{hasil['pelaksanaan']} pelaksanaan, {hasil['syarat_bukti']} syarat bukti"
    )
    asal = f"dari rencana {hasil['dari_tahun']}" if hasil.get("dari_tahun") else SEBUT[hasil["dari"]]
    if not hasil["berubah"]:
        return f"{judul} sudah ada, tidak ada yang berubah: {asal}, {isi}."
    tanpa = hasil["tanpa_penanggung_jawab"]
    ekor = f"; {tanpa} rencana aksi belum memiliki penanggung jawab" if tanpa else ""
    return f"{judul} dibuat {asal} sebagai draf: {isi}{ekor}."
