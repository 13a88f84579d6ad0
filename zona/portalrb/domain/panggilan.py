"""Calls of PortalRB: let in by their token, not too often, each one in the audit trail.

How often is counted from the trail itself, so it holds over all workers; calls of the same instant may slip past the
limit by their number. What is refused with 429 is not written down: nobody fills the trail by calling.
"""

from typing import Any

from django.db import transaction

from zona.inti.domain import tulis_jejak
from zona.inti.waktu import sekarang
from zona.portalrb.domain.token import sidik_token
from zona.portalrb.models import TokenPortal
from zona.portalrb.queries.token import DIBACA, PANGGILAN, panggilan_ditolak, panggilan_token, sisa_tunggu
from zona.portalrb.tolak import Tolak

BATAS_TOKEN = 120
BATAS_GAGAL = 20
TERLALU_SERING = "TOO_MANY_REQUESTS"
PEMANGGIL = "PortalRB"


def kenali(judul: str, alamat_ip: str) -> TokenPortal:
    """The valid token in the header Authorization. Raises Tolak: 401 for none or a bad one, 429 for too many calls in
    a minute, of this token or without a valid one from this address. Two queries."""
    skema, _, rahasia = judul.partition(" ")
    token = None
    if skema.lower() == "bearer" and rahasia.strip():
        berlaku = TokenPortal.objects.filter(dicabut_pada__isnull=True).select_related("satker")
        token = berlaku.filter(sidik=sidik_token(rahasia.strip())).first()
    if token is not None:
        _batasi(panggilan_token(token, BATAS_TOKEN), BATAS_TOKEN)
        return token
    dari_sini, semua = panggilan_ditolak(alamat_ip)
    _batasi(dari_sini, BATAS_GAGAL)
    _batasi(semua, DIBACA)
    raise Tolak(401, "UNAUTHORIZED", "Token tidak ada, tidak dikenal, atau sudah dicabut.")


def _batasi(saat: list[Any], batas: int) -> None:
    if len(saat) >= batas:
        pesan = f"Terlalu sering: paling banyak {batas} permintaan tiap menit."
        raise Tolak(429, TERLALU_SERING, pesan, nanti=sisa_tunggu(saat[:batas]))


@transaction.atomic
def catat_panggilan(*, token: TokenPortal | None, alamat_ip: str, alamat: str, jawaban: int, oleh: str) -> None:
    """One call and how it was answered (the HTTP status); the token's last use. It changes nothing of the office, so
    the office's revision stays."""
    if token is not None:
        TokenPortal.objects.filter(pk=token.pk).update(dipakai_pada=sekarang())
    tulis_jejak(
        satker_id=token.satker_id if token else None, oleh=oleh, tindakan=PANGGILAN,
        objek=token or TokenPortal(nama="tanpa token sah"),
        sesudah={"alamat": alamat[:300], "jawaban": jawaban, "dari": alamat_ip},
    )  # fmt: skip
