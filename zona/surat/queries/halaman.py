"""The list of papers as its page shows it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Max

from rencana_aksi.models import Rencana
from zona.dokumen.sinyal import Panel
from zona.surat.enums import JenisSurat, KeadaanSurat
from zona.surat.models import SuratBertanda
from zona.surat.queries.pakta import RingkasPakta, ringkas_pakta
from zona.surat.queries.surat import RingkasSurat, surat_menurut_jenis

GUNA = {
    JenisSurat.SK_TIM: "Membentuk tim kerja; susunannya diambil dari halaman Tim.",
    JenisSurat.PAKTA: "Pernyataan pimpinan dan pegawai sebelum pencanangan, dengan daftar penanda tangannya.",
    JenisSurat.PIAGAM: "Ditandatangani pada pencanangan, dengan saksi.",
    JenisSurat.USULAN: "Pimpinan instansi mengusulkan unit ini kepada Menteri PANRB; syarat dan nilainya dari data.",
    JenisSurat.SPTJM: "Menyertai usulan, ditandatangani di atas meterai.",
}


@dataclass(frozen=True, slots=True)
class BarisSurat:
    """`bertanda`: the revision whose signed paper was last uploaded. `pakta`: of the pakta alone."""

    jenis: JenisSurat
    guna: str
    surat: RingkasSurat | None
    bertanda: int | None
    pakta: RingkasPakta | None = None

    @property
    def keadaan(self) -> KeadaanSurat:
        return self.surat.keadaan if self.surat else KeadaanSurat.BELUM


def daftar_surat(rencana: Rencana) -> list[BarisSurat]:
    """The five, in order (six queries)."""
    ada = surat_menurut_jenis(rencana.satker, rencana.tahun)
    milik = SuratBertanda.objects.filter(surat__satker=rencana.satker_id, surat__tahun=rencana.tahun)
    bertanda = dict(milik.order_by().values_list("surat__jenis").annotate(Max("revisi")))
    pakta = ringkas_pakta(rencana.satker_id, rencana.tahun)
    return [
        BarisSurat(j, GUNA[j], ada.get(j), bertanda.get(j), pakta if j == JenisSurat.PAKTA else None)
        for j in JenisSurat
    ]  # fmt: skip


def panel_surat(sender: Any, *, rencana: Rencana, **lain: Any) -> Panel:
    """The papers on the documents' page (as daftar_surat)."""
    return Panel("surat/_panel.html", daftar_surat(rencana))
