"""Which rows of a plan a person may change by bringing a file back."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied

from rencana_aksi.models import Rencana, RencanaAksi
from rencana_aksi.queries.sunting import boleh_disunting
from zona.impor.isi import PELAKSANAAN
from zona.impor.perubahan import Perubahan
from zona.organisasi.models import Pengguna

HANYA = (
    "Buku kerja hanya dibawa kembali oleh ketua tim, koordinator untuk pengungkitnya, atau penanggung jawab untuk "
    "status rencana aksinya."
)
BUKAN_PENGUNGKIT = "Bukan pengungkit Anda; mintakan kepada koordinatornya."
BUKAN_AKSI = "Bukan rencana aksi Anda; statusnya dicatat koordinator atau penanggung jawabnya."


@dataclass(frozen=True, slots=True)
class HakImpor:
    """`area`: the pengungkit whose rows one may edit, states with them; `aksi`: further actions whose state one may
    record, as perubahan.py names them (aksi-12)."""

    area: frozenset[str]
    aksi: frozenset[str]

    def halangan(self, p: Perubahan) -> str:
        """Why this change is not the person's to make, in words; empty where it is."""
        if p.area in self.area or (p.benda == PELAKSANAAN and p.induk in self.aksi):
            return ""
        return BUKAN_AKSI if p.benda == PELAKSANAAN and self.aksi else BUKAN_PENGUNGKIT


def hak_impor(pengguna: Pengguna, rencana: Rencana) -> HakImpor:
    """One query, and one for the roles. Raises PermissionDenied for who may change no row at all."""
    milik = {"rencana_kerja__pengungkit__rencana": rencana, "penanggung_jawab": pengguna}
    sendiri = RencanaAksi.objects.filter(**milik).select_related("rencana_kerja__pengungkit__rencana")
    aksi = frozenset(f"aksi-{a.pk}" for a in sendiri if pengguna.boleh("catat_status", a))
    hak = HakImpor(frozenset(boleh_disunting(pengguna, rencana)), aksi)
    if not (hak.area or hak.aksi):
        raise PermissionDenied(HANYA)
    return hak


def boleh_impor(pengguna: Pengguna, rencana: Rencana) -> bool:
    """Whether there is anything in the plan that the person may change. Two queries at most."""
    if boleh_disunting(pengguna, rencana):
        return True
    try:
        return bool(hak_impor(pengguna, rencana))
    except PermissionDenied:
        return False
