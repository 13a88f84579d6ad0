"""The paper an office prints on."""

import base64

from zona.dokumen.kertas import Kertas
from zona.dokumen.models import SetelanDokumen
from zona.organisasi.models import Satker


def kertas_satker(satker: Satker) -> Kertas:
    """As the office set it, else A4 with the usual margins (one query)."""
    setelan = SetelanDokumen.objects.filter(satker=satker.pk).first()
    if setelan is None:
        return Kertas()
    tepi = (setelan.tepi_atas, setelan.tepi_kanan, setelan.tepi_bawah, setelan.tepi_kiri)
    logo = base64.b64encode(setelan.logo).decode() if setelan.logo else ""
    return Kertas(setelan.ukuran, tepi, f"data:image/png;base64,{logo}" if logo else "")
