"""Which papers an office has in a year."""

from dataclasses import dataclass
from datetime import date

from zona.organisasi.models import Satker
from zona.surat.enums import JenisSurat, KeadaanSurat
from zona.surat.models import Surat


@dataclass(frozen=True, slots=True)
class RingkasSurat:
    """A paper that was made. `nomor` is empty and `tanggal` None as long as none was given; a pakta or piagam may have
    a date alone. `selesai`: it is no draft any more."""

    jenis: JenisSurat
    keadaan: KeadaanSurat
    nomor: str
    tanggal: date | None

    @property
    def selesai(self) -> bool:
        return self.keadaan in (KeadaanSurat.BERNOMOR, KeadaanSurat.BERTANDA)


def surat_menurut_jenis(satker: Satker, tahun: int) -> dict[JenisSurat, RingkasSurat]:
    """The papers there are; a kind nobody has begun is not in it (one query)."""
    return {
        JenisSurat(s.jenis): RingkasSurat(JenisSurat(s.jenis), s.keadaan, s.nomor, s.tanggal)
        for s in Surat.objects.filter(satker=satker, tahun=tahun).defer("isi", "rincian")
    }
