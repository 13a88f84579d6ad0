""" "Memang begitu": accepting what the plan check found odd, and taking that back."""

from django.db import transaction

from rencana_aksi.models import Rencana, TemuanDiterima
from rencana_aksi.queries.periksa import Temuan, cari_temuan
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def terima_temuan(
    *, rencana: Rencana, temuan: Temuan, sidik: str, oleh: Pengguna | None, catatan: str = ""
) -> TemuanDiterima:
    """Accept a finding with the facts that were shown (`sidik`). Accepted twice is accepted once: the first stays.
    Raises DomainError when the facts are no longer those, or the finding is gone."""
    kini = cari_temuan(rencana, temuan.kode, temuan.objek, temuan.objek_id)
    if kini is None or kini.sidik != sidik:
        raise DomainError("Rencananya berubah sejak halaman dibuka. Periksa lagi; kirim sekali lagi bila masih perlu.")
    diterima, baru = TemuanDiterima.objects.get_or_create(
        rencana=rencana.berlaku,
        kode=kini.kode,
        objek=kini.objek,
        objek_id=kini.objek_id,
        sidik=kini.sidik,
        defaults={"catatan": catatan.strip(), "diterima_oleh": oleh},
    )
    if baru:
        isi = {"tempat": kini.tempat, "temuan": kini.jenis.nama, "fakta": kini.uraian}
        catat(
            satker_id=rencana.satker_id, oleh=oleh, tindakan="menerima temuan", objek=diterima, sesudah=isi,
            alasan=diterima.catatan,
        )  # fmt: skip
    return diterima


@transaction.atomic
def tarik_temuan(*, rencana: Rencana, temuan: Temuan, oleh: Pengguna | None) -> bool:
    """Take an acceptance back: the finding is open again. True when there was one."""
    milik = TemuanDiterima.objects.filter(
        rencana=rencana.berlaku, kode=temuan.kode, objek=temuan.objek, objek_id=temuan.objek_id, sidik=temuan.sidik
    )
    diterima = milik.first()
    if diterima is None or not milik.delete()[0]:
        return False
    isi = {"tempat": temuan.tempat, "temuan": temuan.jenis.nama, "catatan": diterima.catatan}
    catat(satker_id=rencana.satker_id, oleh=oleh, tindakan="menarik penerimaan temuan", objek=diterima, sebelum=isi)
    return True
