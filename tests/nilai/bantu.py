"""Reading the 60/40 page, and giving it something to show."""

from decimal import Decimal
from typing import Any

from pengungkit.domain.penilaian import isi_hasil
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Jawaban, Penilaian, Pertanyaan
from tests.bantuan import teks, urai
from tests.pabrik import Kantor
from zona.organisasi.models import Pengguna


def baris(halaman: Any, panel: str) -> list[list[str]]:
    """The table of a panel as its cells' words."""
    bagian = urai(halaman).find("section", {"aria-labelledby": panel})
    return [[teks(sel) for sel in tr.find_all(["th", "td"])] for tr in bagian.select("tbody tr, tfoot tr")]


def ambang(halaman: Any) -> list[str]:
    return [teks(li) for li in urai(halaman).select(".daftar-ambang li")]


def isi(kantor: Kantor, ketua: Pengguna, **isian: str) -> None:
    nilai = {kode.replace("_", "."): Decimal(n) for kode, n in isian.items()}
    isi_hasil(satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, isian=nilai, oleh=ketua)


def jawab(kantor: Kantor, area: str, label: str, jenis: JenisPenilaian = JenisPenilaian.MANDIRI) -> None:
    """Both questions of an area: "a" by the label, "b" by the best."""
    penilaian, _ = Penilaian.objects.get_or_create(
        satker=kantor.satker, tahun=2023, instrumen=kantor.rencana.instrumen, jenis=jenis
    )
    for soal in Pertanyaan.objects.filter(indikator__komponen__instrumen=kantor.rencana.instrumen):
        if soal.kode.startswith(f"A{list(kantor.pengungkit).index(area) + 1}."):
            pilihan = soal.pilihan.get(label=label if soal.kode.endswith("a") else "A")
            Jawaban.objects.create(penilaian=penilaian, pertanyaan=soal, pilihan=pilihan)
