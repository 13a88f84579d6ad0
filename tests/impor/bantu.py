"""A workbook of the demo plan, edited cell by cell."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from rencana_aksi.models import Rencana
from tests.pabrik import HARI_INI
from zona.dokumen.exports.ekspor import ekspor_xlsx
from zona.impor.bandingkan import bandingkan
from zona.impor.domain.buku.baca import BukuTerbaca, baca_buku_rencana
from zona.impor.domain.pratinjau import pratinjau
from zona.impor.domain.terapkan import HasilImpor, terapkan_impor
from zona.impor.domain.terima import terima_buku
from zona.impor.domain.urungkan import siapkan_urungan
from zona.impor.isi import IsiRencana, ke_json
from zona.impor.models import Impor
from zona.impor.perubahan import Perubahan
from zona.impor.queries.isi import isi_kini
from zona.organisasi.models import Pengguna


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


def terima(rencana: Rencana, berkas: BytesIO, oleh: Pengguna) -> Impor:
    return terima_buku(rencana=segar(rencana), berkas=berkas, nama="rencana.xlsx", oleh=oleh)


def terapkan(impor: Impor, oleh: Pengguna, *kode: str, alasan: str = "") -> HasilImpor:
    """With what is chosen at first, or these."""
    lihat = pratinjau(impor, oleh, HARI_INI)
    return terapkan_impor(
        impor=impor, pakai=kode or lihat.awal, dilihat=lihat.sidik, oleh=oleh, hari_ini=HARI_INI, alasan=alasan
    )


def urungkan(impor: Impor, oleh: Pengguna, alasan: str = "") -> HasilImpor:
    """All of it."""
    impor.refresh_from_db()
    return terapkan(siapkan_urungan(impor=impor, oleh=oleh), oleh, alasan=alasan)


def polos(isi: IsiRencana) -> Any:
    """Content without the ids that a row gets when it is put back."""

    def tanpa(nilai: Any) -> Any:
        if isinstance(nilai, dict):
            return {k: tanpa(v) for k, v in nilai.items() if k != "kunci"}
        return [tanpa(v) for v in nilai] if isinstance(nilai, list) else nilai

    return tanpa(ke_json(isi))
