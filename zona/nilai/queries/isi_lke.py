"""What the LKE workbook holds: both columns of an office and year, as far as the reader may see them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.beku import Naskah
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian
from pengungkit.queries import JawabanTercatat, isi_penilaian, naskah_instrumen
from rencana_aksi.models import Rencana


@dataclass(frozen=True, slots=True)
class IsiLke:
    """`jawaban`: of each kind of assessment that is there, by question code. `bukti`: lines by question code."""

    satker: str
    nama_satker: str
    tahun: int
    naskah: Naskah
    jawaban: dict[str, dict[str, JawabanTercatat]]
    bukti: dict[str, list[str]] = field(default_factory=dict)

    @property
    def nama_berkas(self) -> str:
        return f"lke-{self.satker.lower()}-{self.tahun}.xlsx"


def isi_lke(rencana: Rencana, terlihat: Iterable[Penilaian]) -> IsiLke:
    """By the instrument of the office's own assessment, else of the assessor's, else of the plan; an assessment by
    another one is left out. Three queries, and those of `naskah_instrumen`."""
    semua = sorted(isi_penilaian(terlihat).values(), key=lambda i: i.penilaian.jenis != JenisPenilaian.MANDIRI)
    naskah = semua[0].naskah if semua else naskah_instrumen(rencana.instrumen)
    milik = [i for i in semua if i.naskah["kode"] == naskah["kode"]]
    kunci = next((i.beku.isi["bukti"] for i in milik if i.beku), None)
    bukti = (
        _bukti(rencana) if kunci is None else {k: [_baris(b["nama"], b["tautan"]) for b in v] for k, v in kunci.items()}
    )
    return IsiLke(
        rencana.satker.kode, rencana.satker.nama, rencana.tahun, naskah,
        {i.penilaian.jenis: i.jawaban for i in milik}, bukti,
    )  # fmt: skip


def _bukti(rencana: Rencana) -> dict[str, list[str]]:
    """Accepted or waiting evidence beside the questions; one query."""
    kait = Bukti.pertanyaan.through.objects.filter(
        bukti__syarat__rencana_kerja__pengungkit__rencana=rencana,
        bukti__status__in=[StatusBukti.DITERIMA, StatusBukti.MENUNGGU],
    ).order_by("pk")
    hasil: dict[str, list[str]] = defaultdict(list)
    for kode, nama, tautan in kait.values_list("pertanyaan__kode", "bukti__nama", "bukti__tautan"):
        hasil[kode].append(_baris(nama, tautan))
    return hasil


def _baris(nama: str, tautan: str) -> str:
    return f"{nama}: {tautan}" if tautan else nama
