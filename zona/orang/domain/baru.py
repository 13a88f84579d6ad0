"""A new person whole: the account, a place in a team and a standing role, together or not at all."""

from typing import Any

from django.db import transaction

from zona.inti.errors import DomainError
from zona.organisasi.domain.nama_pengguna import usul_username
from zona.organisasi.domain.pengguna import tambah_pengguna
from zona.organisasi.domain.penugasan import beri_peran
from zona.organisasi.domain.tim import masukkan_tim
from zona.organisasi.domain.wewenang import jaga, larang_peran_diri
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna, Satker


@transaction.atomic
def tambah_orang(*, satker: Satker, tahun: int, tempat: str, peran_tetap: str, oleh: Pengguna, **data: Any) -> Pengguna:
    """An account of the office with `data` (see tambah_pengguna), its username made of the name and the office;
    `tempat`: a team of that year and the role in it (II:anggota), or nothing. Raises DomainError, naming the field, as
    the three verbs do; then there is no account either."""
    if tempat or peran_tetap:
        jaga(larang_peran_diri(None, oleh, data["nama"]), kolom="nama")
    username = usul_username(data["nama"], lambda u: Pengguna.objects.filter(username=u).exists(), satker.slug)
    orang = tambah_pengguna(satker=satker, username=username, oleh=oleh, **data)
    if tempat:
        kode, _, peran = tempat.partition(":")
        try:
            masukkan_tim(satker=satker, tahun=tahun, kode=kode, pengguna=orang, peran=Peran(peran), oleh=oleh)
        except DomainError as galat:
            raise DomainError(galat.pesan, kolom="tempat") from galat
    if peran_tetap:
        beri_peran(satker=satker, pengguna=orang, peran=Peran(peran_tetap), oleh=oleh)
    return orang
