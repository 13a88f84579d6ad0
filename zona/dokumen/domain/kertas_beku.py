"""The office's paper, kept with a version of its plan."""

from typing import Any

from rencana_aksi.models import VersiRencana
from zona.dokumen.kertas import Kertas
from zona.dokumen.models import KertasBeku, SetelanDokumen


def bekukan_kertas(*, versi: VersiRencana, **_: Any) -> None:
    """When a version is ditetapkan, the paper it is printed on and the decision it revokes are kept with it. Part of
    that transaction, which has its own audit row."""
    setelan = SetelanDokumen.objects.filter(satker=versi.rencana.satker_id).first()
    ukuran, tepi, logo = Kertas().ukuran, list(Kertas().tepi), None
    if setelan:
        ukuran, logo = setelan.ukuran, setelan.logo
        tepi = [setelan.tepi_atas, setelan.tepi_kanan, setelan.tepi_bawah, setelan.tepi_kiri]
    lama = VersiRencana.objects.filter(rencana=versi.rencana_id, versi__lt=versi.versi).defer("isi").first()
    mencabut = lama and {"versi": lama.versi, "nomor": lama.nomor_sk, "tanggal": lama.tanggal_sk.isoformat()}
    KertasBeku.objects.create(versi=versi, ukuran=ukuran, tepi=tepi, logo=logo, mencabut=mencabut)
