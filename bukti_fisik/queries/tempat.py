"""Where a file serves: the places of an office at which the same bytes, or the same address, are evidence."""

from dataclasses import dataclass

from django.db.models import F, Q

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from rencana_aksi.models import SyaratBukti

ATAS = "syarat__rencana_kerja__pengungkit__rencana"


@dataclass(frozen=True, slots=True)
class Tempat:
    """One bukti of the file elsewhere."""

    bukti: Bukti
    sebutan: str
    tahun: int

    def __str__(self) -> str:
        return f"{self.sebutan} {self.bukti.syarat.teks} ({self.tahun})"


def sebutan(syarat: SyaratBukti) -> str:
    """How people call where it is asked: III.2.b, or III.2 for a whole row."""
    baris, aksi = syarat.rencana_kerja, syarat.aksi
    return ".".join(str(s) for s in (baris.pengungkit.kode, baris.nomor, aksi.huruf if aksi else "") if s)


def tempat_lain(bukti: Bukti, batas: int = 20) -> list[Tempat]:
    """At most `batas` other places of the office where its file (or address) stands and was not withdrawn, the newest
    year first (one query)."""
    sama = Q(berkas=bukti.berkas_id) if bukti.berkas_id else Q(tautan=bukti.tautan)
    lain = (
        Bukti.objects.filter(sama, **{f"{ATAS}__satker": bukti.lingkup.satker_id})
        .exclude(status=StatusBukti.DITARIK)
        .exclude(syarat=bukti.syarat_id, pelaksanaan=bukti.pelaksanaan_id)
        .select_related(ATAS, "syarat__aksi", "pelaksanaan")
        .order_by(F(f"{ATAS}__tahun").desc(), "pk")
    )
    return [Tempat(b, sebutan(b.syarat), b.syarat.rencana_kerja.pengungkit.rencana.tahun) for b in lain[:batas]]


def kabar_tersimpan(bukti: Bukti) -> str:
    """The answer to an upload: its version, whether it waits in quarantine, and where the same file serves already."""
    kata = f"{bukti.nama} tersimpan sebagai versi {bukti.versi}."
    if bukti.ditahan:
        kata += f" {bukti.ditahan}"
    lain = tempat_lain(bukti, batas=4)
    if not lain:
        return kata
    sebut = "; ".join(str(t) for t in lain[:3])
    return f"{kata} Isinya sama dengan yang sudah menjadi bukti di {sebut}{'; dan lainnya' if lain[3:] else ''}."
