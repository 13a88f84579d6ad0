"""A whole roster at once, in the form of fixtures/naskah/tim-2022.yaml. Refused whole, or loaded whole."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Q

from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.nama_pengguna import usul_username
from zona.organisasi.domain.naskah_tim import Entri, baca_naskah
from zona.organisasi.domain.pengguna import tambah_pengguna, ubah_pengguna
from zona.organisasi.domain.tim import keluarkan_tim, masukkan_tim
from zona.organisasi.models import Keanggotaan, Pengguna, Satker


@dataclass(frozen=True, slots=True)
class HasilMuat:
    """`orang` in the order of the roster; how many accounts were made, how many things changed in all."""

    orang: list[Pengguna]
    baru: int
    perubahan: int


@transaction.atomic
def muat_tim(*, satker: Satker, tahun: int, anggota: list[dict[str, Any]], oleh: Pengguna | None) -> HasilMuat:
    """Make the teams of that year what the roster says: accounts made (without a password) or corrected, people put
    into their teams, and those it does not name taken out of them (their accounts stay). A person is known by
    username where given, else by NIP, else by name. Running it again changes nothing.

    Raises DomainError, with every path and reason, for an entry that cannot be right: unknown key, team or role, a
    `nip` that is not 18 digits, a number, NIP, username or name without NIP that is there twice, a role held twice in
    a team, or a NIP or username of another office.
    """
    entri = baca_naskah(anggota)
    kenal = _kenali(satker, entri)
    cadangan = {e.username for e in entri if e.username}
    orang, baru, perubahan = [], 0, 0
    for e in entri:
        with _menyebut(e):
            if pengguna := kenal.get(e.jalur):
                isi = e.data() | ({"username": e.username} if e.username else {})
                perubahan += ubah_pengguna(pengguna=pengguna, oleh=oleh, **isi)
            else:
                username = e.username or usul_username(e.nama, lambda u: u in cadangan or _terpakai(u))
                pengguna = tambah_pengguna(satker=satker, username=username, oleh=oleh, **e.data())
                baru += 1
        orang.append(pengguna)
    perubahan += baru + _susun(satker, tahun, entri, orang, oleh)
    if perubahan:
        ringkas = {"tahun": tahun, "orang": len(orang), "akun baru": baru}
        catat(satker_id=satker.pk, oleh=oleh, tindakan="memuat susunan tim", objek=satker, sesudah=ringkas)
    return HasilMuat(orang=orang, baru=baru, perubahan=perubahan)


@contextmanager
def _menyebut(entri: Entri) -> Iterator[None]:
    """What a rule refuses is said with the path of the entry."""
    try:
        yield
    except DomainError as galat:
        kolom = f".{galat.kolom}" if galat.kolom else ""
        raise DomainError(f"{entri.jalur}{kolom}: {galat.pesan}") from galat


def _terpakai(username: str) -> bool:
    return Pengguna.objects.filter(username=username).exists()


def _kenali(satker: Satker, entri: Sequence[Entri]) -> Mapping[str, Pengguna]:
    """The accounts there are already, by the path of their entry."""
    ada = Pengguna.objects.filter(
        Q(satker=satker) | Q(username__in=[e.username for e in entri]) | Q(nip__in=[e.nip for e in entri])
    )
    per_username = {p.username: p for p in ada}
    per_nip = {p.nip: p for p in sorted(ada, key=lambda p: p.satker_id == satker.pk) if p.nip}  # one's own wins
    per_nama = {p.nama: p for p in ada if p.satker_id == satker.pk and not p.nip}
    kenal: dict[str, Pengguna] = {}
    dikenal: dict[int, str] = {}
    masalah = []
    for e in entri:
        pengguna = per_username.get(e.username) or per_nip.get(e.nip) or per_nama.get(e.nama)
        if pengguna is None:
            continue
        kenal[e.jalur] = pengguna
        if pengguna.satker_id != satker.pk:
            masalah.append(f"{e.jalur}: akun dengan {'username' if e.username else 'NIP'} ini milik satker lain")
        if dikenal.setdefault(pengguna.pk, e.jalur) != e.jalur:
            masalah.append(f"{e.jalur}: orang yang sama dengan {dikenal[pengguna.pk]} ({pengguna.username})")
    if masalah:
        raise DomainError("; ".join(masalah))
    return kenal


def _susun(satker: Satker, tahun: int, entri: Sequence[Entri], orang: list[Pengguna], oleh: Pengguna | None) -> int:
    """Teams as the roster has them. First out with those who leave or change roles, so that nobody's place is taken."""
    tujuan = {(p.pk, e.kode): e for p, e in zip(orang, entri, strict=True)}
    ada = Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=tahun).select_related("tim", "pengguna")
    perubahan = 0
    for k in ada:
        e = tujuan.get((k.pengguna_id, k.tim.kode))
        if e is None or e.peran != k.peran:
            keluarkan_tim(keanggotaan=k, oleh=oleh)
            perubahan += 1
    for p, e in zip(orang, entri, strict=True):
        with _menyebut(e):
            perubahan += masukkan_tim(
                satker=satker, tahun=tahun, kode=e.kode, pengguna=p, peran=e.peran, sebutan=e.sebutan,
                urutan=e.urutan, oleh=oleh,
            )  # fmt: skip
    return perubahan
