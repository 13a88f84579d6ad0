"""An admin serves; he does not rule: what nobody does to themselves, and what wants a second person. The one home of
these rules (ADR 0048): every verb about people asks here. What the operator does by command (`oleh` is None) is no
admin's; each rule is a sentence, empty where nothing stands in the way, so that a list can be told row by row."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from zona.inti.errors import DomainError
from zona.organisasi.domain.nama_pengguna import kata_nama
from zona.organisasi.enums import PIMPINAN, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan
from zona.organisasi.queries.pimpinan import memimpin, pimpinan

DIRI_PERAN = (
    "Anda tidak dapat memberi, mengubah, atau mencabut peran Anda sendiri; mintalah admin lain atau pengelola Zona."
)
DIRI_DATA = "Nama dan NIP Anda sendiri hanya dapat diubah oleh admin lain atau pengelola Zona."
DIRI_SENAMA = (
    "Orang ini bernama sama dengan Anda. Peran bagi orang yang senama dengan Anda diberikan oleh admin lain atau "
    "pengelola Zona."
)
GANTI = "Pergantian {peran} ({lama}) diusulkan di halaman Kepala dan ketua, dan berlaku setelah dikonfirmasi."
MENJABAT = (
    "{orang} menjabat {peran}; usulkan dahulu penggantinya di halaman Kepala dan ketua. Bila tidak ada yang dapat "
    "mengonfirmasi, hubungi pengelola Zona."
)
DATA_PIMPINAN = (
    "Nama dan NIP {peran} yang menjabat tidak dapat diganti dengan yang lain: itu pergantian orang. Gelarnya dapat "
    "diperbaiki; selebihnya oleh pengelola Zona."
)


def jaga(kalimat: str, kolom: str | None = None) -> None:
    """Raises DomainError where there is something to say."""
    if kalimat:
        raise DomainError(kalimat, kolom=kolom)


def larang_peran_diri(pengguna: Pengguna | None, oleh: Pengguna | None, nama: str = "") -> str:
    """Nobody gives, changes or takes a role of their own; nor gives one to a new account that bears their name."""
    if oleh is None:
        return ""
    if pengguna is not None:
        return DIRI_PERAN if pengguna.pk == oleh.pk else ""
    return DIRI_SENAMA if nama and kata_nama(nama) == kata_nama(oleh.nama) else ""


def larang_pimpinan(pengguna_id: int | None, satker_id: int, tahun: int, peran: Peran, oleh: Pengguna | None) -> str:
    """A kepala or ketua comes from a list only where the office never had one, or goes on being who it is."""
    if oleh is None or peran not in PIMPINAN:
        return ""
    return larang_menggantikan(pengguna_id, peran, pimpinan(satker_id, tahun).get(peran))


def larang_menggantikan(pengguna_id: int | None, peran: Peran, kini: Keanggotaan | None) -> str:
    """The same, of who is known to hold the role (`kini`)."""
    if peran not in PIMPINAN or kini is None or kini.pengguna_id == pengguna_id:
        return ""
    return GANTI.format(peran=peran.value, lama=kini.pengguna)


def larang_lepas(pengguna: Pengguna, peran: Peran, oleh: Pengguna | None) -> str:
    """A leading role is not taken away, nor changed for another: its successor is proposed."""
    if oleh is None or peran not in PIMPINAN:
        return ""
    return MENJABAT.format(orang=pengguna, peran=peran.value)


def larang_berhenti(pengguna: Pengguna, tahun: int, oleh: Pengguna | None) -> str:
    """Who leads is neither put out of use nor sent elsewhere."""
    if oleh is None or pengguna.satker_id is None:
        return ""
    peran = memimpin(pengguna, pengguna.satker_id, tahun)
    return MENJABAT.format(orang=pengguna, peran=_sebut(peran)) if peran else ""


def larang_data(
    pengguna: Pengguna, baru: Mapping[str, Any], memimpin: Callable[[], Collection[Peran]], oleh: Pengguna | None
) -> str:
    """One's own name and NIP; and those of who leads, by which another person would take the place. `baru`: fields
    that change; `memimpin`: the leading roles the person holds, asked where it comes to that."""
    if oleh is None or not baru.keys() & {"nama", "nip", "nip_naskah"}:
        return ""
    if pengguna.pk == oleh.pk:
        return DIRI_DATA
    nama_lain = "nama" in baru and kata_nama(baru["nama"] or "") != kata_nama(pengguna.nama)
    nip_lain = pengguna.nip is not None and baru.get("nip", pengguna.nip) != pengguna.nip
    peran = memimpin() if nama_lain or nip_lain else ()
    return DATA_PIMPINAN.format(peran=_sebut(peran)) if peran else ""


def _sebut(peran: Collection[Peran]) -> str:
    return " dan ".join(sorted(p.value for p in peran))


def mengurus_sendiri(pengguna: Pengguna, satker_id: int, oleh: Pengguna | None) -> bool:
    """Whether the person is the admin at work, in that office."""
    if oleh is None or pengguna.pk != oleh.pk:
        return False
    return Penugasan.objects.filter(pengguna=oleh, satker=satker_id, peran=Peran.ADMIN).exists()
