"""manage.py ingatkan: the reminders of the day, run daily."""

import json
import logging
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from rencana_aksi.models import Rencana
from zona.inti.kata import tamat
from zona.inti.perintah import tanggal as tanggal_sah
from zona.inti.waktu import hari_ini, tanggal_id
from zona.kabar.domain.ingatkan import Hasil, ingatkan
from zona.kabar.domain.kata import sebutkan
from zona.kabar.domain.kirim import Pengantar
from zona.kabar.enums import StatusSurat
from zona.organisasi.domain.mutasi import terapkan_mutasi_satker
from zona.organisasi.models import Satker

log = logging.getLogger(__name__)


class Command(BaseCommand):
    help = (
        "Mengirim pengingat hari ini kepada yang bertanggung jawab. Dijalankan sekali sehari; dua kali tidak apa-apa."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--satker", metavar="KODE", help="satu satker saja; bila kosong, semua")
        parser.add_argument(
            "--tanggal", type=tanggal_sah, metavar="YYYY-MM-DD", help="bila kosong, hari ini menurut zona waktu satker"
        )
        parser.add_argument("--json", action="store_true", help="satu objek JSON pada keluaran")

    def handle(self, *, satker: str | None, tanggal: date | None, **pilihan: Any) -> None:
        """Exits with 1 when a letter could not be sent or an office could not be read; the others go on."""
        pengantar, hasil, rusak = Pengantar(), [], []
        for kantor in _satker(satker):
            hari = tanggal or hari_ini(kantor.zona_waktu)
            try:
                terapkan_mutasi_satker(satker=kantor, hari=hari, oleh=None)
                hasil.append(_ringkas(ingatkan(satker=kantor, hari=hari, pengantar=pengantar, oleh=None)))
            except Exception as galat:  # one office must not cost all the others their reminders
                log.exception("pengingat satker %s gagal", kantor.kode)
                rusak.append(f"{kantor.kode}: {galat}")
        if pilihan["json"]:
            self.stdout.write(json.dumps({"satker": hasil, "galat": rusak}, ensure_ascii=False))
        else:
            for satu in hasil:
                self.stdout.write(_kalimat(satu))
        rusak += [f"{h['satker']}: {g['nama']}: {g['sebab']}" for h in hasil for g in h["gagal"]]
        if rusak:
            raise CommandError(
                "Tidak semua pengingat terkirim; sisanya dikirim pada putaran berikutnya.\n" + "\n".join(rusak)
            )


def _satker(kode: str | None) -> list[Satker]:
    """Offices with a plan. Raises CommandError for one that does not exist."""
    if kode is None:
        return list(Satker.objects.filter(pk__in=Rencana.objects.values("satker")))
    if not (satu := Satker.objects.filter(kode=kode.upper()).first()):
        raise CommandError(f'Satker "{kode}" tidak ada.')
    return [satu]


def _ringkas(hasil: Hasil) -> dict[str, Any]:
    surat = [k.surat for k in hasil.kiriman]
    return {
        "satker": hasil.satker.kode,
        "tanggal": hasil.tanggal.isoformat(),
        "terkirim": [
            {"nama": s.pengguna.nama, "alamat": s.alamat, "perihal": s.perihal}
            for s in surat
            if s.status == StatusSurat.TERKIRIM
        ],
        "gagal": [
            {"nama": s.pengguna.nama, "alamat": s.alamat, "sebab": s.galat}
            for s in surat
            if s.status == StatusSurat.GAGAL
        ],
        "tanpa_posel": [o.nama for o in hasil.tanpa_posel],
        "tanpa_penanggung_jawab": hasil.tanpa_penanggung,
        "tidak_diketahui": hasil.tak_tentu,
    }


def _kalimat(hasil: dict[str, Any]) -> str:
    hari = tanggal_id(date.fromisoformat(hasil["tanggal"]))
    bagian = [f"{hasil['satker']}, {hari}: {len(hasil['terkirim'])} surat terkirim"]
    if hasil["gagal"]:
        bagian.append(f"{len(hasil['gagal'])} gagal")
    if orang := hasil["tanpa_posel"]:
        bagian.append(f"{len(orang)} orang dilewati karena tanpa alamat pos-el: {sebutkan(orang, 10)}")
    if aksi := hasil["tanpa_penanggung_jawab"]:
        bagian.append(f"{len(aksi)} aksi tanpa penanggung jawab dan koordinator: {sebutkan(aksi, 10, ', ')}")
    if orang := hasil["tidak_diketahui"]:
        bagian.append(f"surat sebelumnya terputus saat dikirim, tidak dikirim lagi: {sebutkan(orang, 10)}")
    return tamat("; ".join(bagian))
