"""Who of an office cannot get in with a password of their own. No writes."""

from collections.abc import Iterable

from django.utils.crypto import salted_hmac

from zona.organisasi.enums import KeadaanSandi
from zona.organisasi.models import Pengguna, Satker

BELUM_DAPAT_MASUK = frozenset({KeadaanSandi.BELUM, KeadaanSandi.UNDANGAN_LEWAT, KeadaanSandi.SEMENTARA_LEWAT})


def perlu_sandi(satker: Satker) -> list[Pengguna]:
    """People of the office, in use, without a password of their own, by name. One query."""
    milik = Pengguna.objects.filter(satker=satker, is_active=True).order_by("nama", "pk")
    return [o for o in milik if o.keadaan_sandi != KeadaanSandi.AKTIF]


def sidik_sandi(orang: Iterable[Pengguna]) -> str:
    """Of their passwords as they are: it changes when any is set."""
    isi = "|".join(f"{o.pk}:{o.password}" for o in orang)
    return salted_hmac("zona.orang.sandi", isi, algorithm="sha256").hexdigest()[:32]
