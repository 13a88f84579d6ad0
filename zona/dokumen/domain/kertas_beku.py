"""The office's paper, kept with a version of its plan."""

from typing import Any

from rencana_aksi.models import VersiRencana
from zona.dokumen.models import KertasBeku, SetelanDokumen


def bekukan_kertas(*, versi: VersiRencana, **_: Any) -> None:
    """When a version is ditetapkan, the paper it is printed on and the decision it revokes are kept with it. Part of
    that transaction, which has its own audit row."""
    kini = SetelanDokumen.objects.filter(satker=versi.rencana.satker_id).first() or SetelanDokumen()
    tepi = [kini.tepi_atas, kini.tepi_kanan, kini.tepi_bawah, kini.tepi_kiri]
    lama = VersiRencana.objects.filter(rencana=versi.rencana_id, versi__lt=versi.versi).defer("isi").first()
    mencabut = lama and {"versi": lama.versi, "nomor": lama.nomor_sk, "tanggal": lama.tanggal_sk.isoformat()}
    KertasBeku.objects.create(versi=versi, ukuran=kini.ukuran, tepi=tepi, logo=kini.logo, mencabut=mencabut)
