"""Standing roles: penilai (TPI) and admin satker."""

from django.db import transaction

from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.wewenang import jaga, larang_peran_diri
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna, Penugasan, Satker


@transaction.atomic
def beri_peran(*, satker: Satker, pengguna: Pengguna, peran: Peran, oleh: Pengguna | None) -> bool:
    """Give the role to a person of the office; who is of another consents first (domain/ajakan.py). True when it is
    new. Raises DomainError for that, for oneself, and for an account out of use."""
    jaga(larang_peran_diri(pengguna, oleh))
    if pengguna.satker_id != satker.pk:
        raise DomainError(f"{pengguna} bukan pegawai {satker}.")
    if not pengguna.is_active:
        raise DomainError(f"Akun {pengguna} nonaktif. Aktifkan dahulu.")
    _, baru = Penugasan.objects.get_or_create(satker=satker, pengguna=pengguna, peran=peran)
    if baru:
        _catat(satker, pengguna, f"memberi peran {peran.label}", oleh)
    return baru


@transaction.atomic
def cabut_peran(*, satker: Satker, pengguna: Pengguna, peran: Peran, oleh: Pengguna | None) -> bool:
    """Take the role. False when it was not held. Raises DomainError for oneself and the office's last admin."""
    jaga(larang_peran_diri(pengguna, oleh))
    penugasan = Penugasan.objects.filter(satker=satker, pengguna=pengguna, peran=peran)
    if not penugasan.exists():
        return False
    if peran == Peran.ADMIN:
        jaga_admin_terakhir(pengguna, satker)
    penugasan.delete()
    _catat(satker, pengguna, f"mencabut peran {peran.label}", oleh)
    return True


def jaga_admin_terakhir(pengguna: Pengguna, satker: Satker | None = None) -> None:
    """Raise DomainError where an office (the one given, else each) would be left without an active admin.
    Locks the offices' rows: two admins cannot take each other's role at the same moment."""
    milik = Penugasan.objects.filter(pengguna=pengguna, peran=Peran.ADMIN)
    if satker is not None:
        milik = milik.filter(satker=satker)
    for kantor in Satker.objects.select_for_update().filter(pk__in=milik.values("satker")):
        lain = Penugasan.objects.filter(satker=kantor, peran=Peran.ADMIN, pengguna__is_active=True)
        if not lain.exclude(pengguna=pengguna).exists():
            raise DomainError(f"{pengguna} adalah satu-satunya admin {kantor}. Tunjuk admin lain dahulu.")


def _catat(satker: Satker, pengguna: Pengguna, tindakan: str, oleh: Pengguna | None) -> None:
    catat(satker_id=satker.pk, oleh=oleh, tindakan=tindakan, objek=pengguna)
