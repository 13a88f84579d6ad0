"""Whose a NIP is. Offices enter NIPs on their own and may not learn of each other's (ADR 0049), so several accounts may
bear one: it is the first one's; only that one answers invitations and stands for all where sign-in is throttled."""

import re

from django.db.models import F, Q, QuerySet

from zona.organisasi.models import NIP_SAH, Pengguna

URUT = (F("nip_sejak").asc(nulls_first=True), "pk")


def pemilik_nip(nip: str | None) -> Pengguna | None:
    """The active account that has had the NIP longest. One query."""
    return Pengguna.objects.filter(nip=nip, is_active=True).order_by(*URUT).first() if nip else None


def calon_masuk(diketik: str) -> QuerySet[Pengguna]:
    """The accounts that a username or NIP may mean, the owner of the NIP first."""
    nama = diketik.strip().lower()
    return Pengguna.objects.filter(Q(username=nama) | Q(nip=nama.replace(" ", ""))).order_by(*URUT)


def berupa_nip(diketik: str) -> bool:
    return re.fullmatch(NIP_SAH, diketik.replace(" ", "")) is not None


def nama_kunci(pengguna: Pengguna) -> str:
    """Under which name wrong passwords are counted: one for all accounts of a NIP, so that what is locked tells
    nothing of other offices."""
    pemilik = Pengguna.objects.filter(nip=pengguna.nip).order_by(*URUT).first() if pengguna.nip else None
    return (pemilik or pengguna).username
