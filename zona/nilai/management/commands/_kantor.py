"""What commands about an assessment are told: the office, the year, the instrument."""

from django.core.management.base import CommandError, CommandParser

from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen, Penilaian
from rencana_aksi.models import Rencana
from zona.inti.perintah import tahun as tahun_sah
from zona.organisasi.models import Satker


def tambah_pilihan(parser: CommandParser, *, bawaan: JenisPenilaian | None) -> None:
    parser.add_argument("--satker", required=True, metavar="KODE", help="kode satker")
    parser.add_argument("--tahun", required=True, type=tahun_sah, metavar="N", help="tahun penilaian")
    parser.add_argument(
        "--jenis", required=bawaan is None, default=bawaan, choices=JenisPenilaian.values, help="penilaian siapa"
    )


def satker_dari(kode: str) -> Satker:
    """Raises CommandError for a code that is none."""
    satker = Satker.objects.filter(kode=kode.upper()).first()
    if satker is None:
        raise CommandError(f'Satker "{kode}" tidak ada.')
    return satker


def instrumen_penilaian(satker: Satker, tahun: int, jenis: JenisPenilaian) -> Instrumen:
    """Of the assessment, else of the plan, else the default one. Raises CommandError where there is none at all."""
    milik = {"satker": satker, "tahun": tahun}
    for ada in (Penilaian.objects.filter(**milik, jenis=jenis), Rencana.objects.filter(**milik)):
        if baris := ada.select_related("instrumen").first():
            return baris.instrumen
    bawaan = Instrumen.objects.filter(bawaan=True).first()
    if bawaan is None:
        raise CommandError("Belum ada instrumen; jalankan manage.py muat_instrumen.")
    return bawaan
