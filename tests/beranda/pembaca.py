"""Reading the dashboards as a person does: headings with the lines under them."""

from datetime import UTC, datetime

from django.http import HttpResponse

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from tests.bantuan import teks, urai
from tests.pabrik import HARI_INI
from zona.organisasi.models import Pengguna


def panel(halaman: HttpResponse) -> dict[str, list[str]]:
    """Heading -> its lines; an empty panel has its one sentence."""
    hasil = {}
    for bagian in urai(halaman).select("section.panel"):
        hasil[teks(bagian.h2)] = [teks(b) for b in bagian.select(".daftar-kerja li, p.kosong")]
    return hasil


def baris_tabel(halaman: HttpResponse, nomor: int) -> list[list[str]]:
    """The cells of the page's table, head and foot with it; those that only hold a bar left out."""
    tabel = urai(halaman).find_all("table")[nomor]
    return [[teks(s) for s in b.select("th, td:not(.sel-batang)")] for b in tabel.find_all("tr")]


def selesaikan(*pelaksanaan: Pelaksanaan) -> None:
    Pelaksanaan.objects.filter(pk__in=[p.pk for p in pelaksanaan]).update(status=Status.SELESAI, realisasi=HARI_INI)


def buat_bukti(
    syarat: SyaratBukti,
    oleh: Pengguna,
    pelaksanaan: Pelaksanaan | None = None,
    *,
    status: StatusBukti = StatusBukti.MENUNGGU,
    pemeriksa: Pengguna | None = None,
    alasan: str = "",
) -> Bukti:
    """A link handed in as evidence; verified where a `pemeriksa` is given."""
    versi = Bukti.objects.filter(syarat=syarat, pelaksanaan=pelaksanaan).count() + 1
    return Bukti.objects.create(
        syarat=syarat,
        pelaksanaan=pelaksanaan,
        versi=versi,
        nama=f"bukti-{versi}.pdf",
        tautan="https://contoh.go.id/bukti",
        status=status,
        alasan=alasan,
        diunggah_oleh=oleh,
        diverifikasi_oleh=pemeriksa,
        diverifikasi_pada=datetime(2023, 3, 10, tzinfo=UTC) if pemeriksa else None,
    )
