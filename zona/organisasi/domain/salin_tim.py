"""The teams of one year in another."""

from django.db import transaction

from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.wewenang import mengurus_sendiri
from zona.organisasi.enums import PIMPINAN, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker, Tim
from zona.organisasi.queries.pimpinan import pimpinan


@transaction.atomic
def salin_tim(*, satker: Satker, dari: int, ke: int, oleh: Pengguna | None) -> int:
    """Copy the teams of year `dari` with their people, roles and order; how many places were filled. Who has left the
    office or is out of use is left out, and so are places of the admin who copies, and a kepala or ketua who is not
    the present one: a copy makes nobody leader. Raises DomainError where year `ke` has people in its teams."""
    if Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=ke).exists():
        raise DomainError(f"Tim tahun {ke} sudah ada.")
    lama = list(Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=dari).select_related("tim", "pengguna"))
    kini = pimpinan(satker.pk, ke)
    ikut = [
        k for k in lama
        if k.pengguna.is_active and k.pengguna.satker_id == satker.pk
        and not (oleh and k.peran in PIMPINAN and kini[Peran(k.peran)].pengguna_id != k.pengguna_id)
        and not mengurus_sendiri(k.pengguna, satker.pk, oleh)
    ]  # fmt: skip
    kode = dict.fromkeys(k.tim.kode for k in lama)
    tim = {satu: Tim.objects.get_or_create(satker=satker, tahun=ke, kode=satu)[0] for satu in kode}
    Keanggotaan.objects.bulk_create(
        Keanggotaan(tim=tim[k.tim.kode], pengguna=k.pengguna, peran=k.peran, sebutan=k.sebutan, urutan=k.urutan)
        for k in ikut
    )
    tinggal = [str(k.pengguna) for k in lama if k not in ikut]
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="menyalin tim", objek=satker,
        sesudah={"dari": dari, "tahun": ke, "orang": len(ikut), **({"tidak_ikut": tinggal} if tinggal else {})},
    )  # fmt: skip
    return len(ikut)
