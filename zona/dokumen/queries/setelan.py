"""The paper an office prints on."""

import base64
from typing import Any

from rencana_aksi.models import VersiRencana
from zona.dokumen.kertas import Kertas
from zona.dokumen.models import KertasBeku, SetelanDokumen
from zona.organisasi.models import Satker


def kertas_satker(satker: Satker) -> Kertas:
    """As the office set it, else A4 with the usual margins (one query)."""
    setelan = SetelanDokumen.objects.filter(satker=satker.pk).first()
    if setelan is None:
        return Kertas()
    tepi = (setelan.tepi_atas, setelan.tepi_kanan, setelan.tepi_bawah, setelan.tepi_kiri)
    return Kertas(setelan.ukuran, tepi, _gambar(setelan.logo))


def kertas_versi(versi: VersiRencana) -> Kertas:
    """The paper a version was ditetapkan on, whatever the office prints on today (one query)."""
    beku = KertasBeku.objects.filter(versi=versi).first()
    if beku is None:
        return kertas_satker(versi.rencana.satker)
    atas, kanan, bawah, kiri = beku.tepi
    return Kertas(beku.ukuran, (atas, kanan, bawah, kiri), _gambar(beku.logo))


def _gambar(logo: "bytes | memoryview[int] | None") -> str:
    return f"data:image/png;base64,{base64.b64encode(logo).decode()}" if logo else ""


def setelan_satker(satker: Satker) -> dict[str, Any]:
    """The paper as its form shows it, and whether there is a logo ("logo_ada"; one query)."""
    kertas = kertas_satker(satker)
    tepi = dict(zip(("tepi_atas", "tepi_kanan", "tepi_bawah", "tepi_kiri"), kertas.tepi, strict=True))
    return {"ukuran": kertas.ukuran, **tepi, "logo_ada": bool(kertas.logo)}
