"""A workbook of the demo plan, edited cell by cell."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rencana_aksi.models import Rencana
from tests.pabrik import HARI_INI
from zona.dokumen.exports.ekspor import ekspor_xlsx
from zona.impor.asal import JUDUL, Asal, tulis_asal
from zona.impor.bandingkan import bandingkan
from zona.impor.domain.buku.baca import BukuTerbaca, baca_buku_rencana
from zona.impor.isi import IsiRencana
from zona.impor.perubahan import Perubahan
from zona.impor.queries.isi import isi_kini


def segar(rencana: Rencana) -> Rencana:
    return Rencana.objects.select_related("satker", "instrumen").get(pk=rencana.pk)


def ekspor(rencana: Rencana) -> bytes:
    """The workbook as it is downloaded."""
    return ekspor_xlsx(segar(rencana), HARI_INI).buat()


def sunting(isi: bytes, *ubah: Callable[[Workbook], Any]) -> BytesIO:
    """The workbook after somebody has worked in it."""
    buku = load_workbook(BytesIO(isi))
    for satu in ubah:
        satu(buku)
    keluar = BytesIO()
    buku.save(keluar)
    keluar.seek(0)
    return keluar


def kolom(kertas: Worksheet, judul: str) -> int:
    """The number of a column by its heading."""
    return next(s.column for s in kertas[1] if s.value == judul)


def tulis(lembar: str, baris: int, judul: str, nilai: object) -> Callable[[Workbook], None]:
    """Type a value into a cell."""

    def ubah(buku: Workbook) -> None:
        kertas = buku[lembar]
        kertas.cell(baris, kolom(kertas, judul)).value = nilai

    return ubah


def baca(rencana: Rencana, berkas: BytesIO) -> BukuTerbaca:
    rencana = segar(rencana)
    return baca_buku_rencana(berkas, rencana, isi_kini(rencana))


def beda(rencana: Rencana, berkas: BytesIO) -> tuple[Perubahan, ...]:
    """What the workbook would change."""
    terbaca = baca(rencana, berkas)
    asal: IsiRencana | None = terbaca.asal.isi if terbaca.asal else None
    return bandingkan(asal, isi_kini(segar(rencana)), terbaca.isi)


def beri_asal(rencana: Rencana) -> Callable[[Workbook], None]:
    """The sheet Asal, as the export writes it."""

    def ubah(buku: Workbook) -> None:
        segarnya = segar(rencana)
        kertas = buku["Asal"] if "Asal" in buku.sheetnames else buku.create_sheet("Asal")
        asal = Asal(segarnya.satker.kode, segarnya.tahun, segarnya.pk, segarnya.versi, isi_kini(segarnya))
        for i, satu in enumerate([JUDUL, *tulis_asal(asal)], 1):
            kertas.cell(i, 1).value = satu

    return ubah
