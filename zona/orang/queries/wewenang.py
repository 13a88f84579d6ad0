"""What the admin may not do by a list either, told row by row: the sentences of zona/organisasi/domain/wewenang.py,
asked of what is known already. No query."""

from collections.abc import Iterator

from zona.orang.queries.hasil import HasilBaris
from zona.orang.queries.kenal import Kenal
from zona.orang.roster import kamus as k
from zona.organisasi.domain import wewenang as w
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Pengguna


def larangan(h: HasilBaris, kenal: Kenal, oleh: Pengguna | None) -> Iterator[tuple[str, str]]:
    """(field, sentence) for each rule the row would break."""
    if oleh is None:
        return
    if h.masuk and (kata := w.larang_peran_diri(h.pengguna, oleh, h.baris.nama)):
        yield k.PERAN, kata
    if h.masuk and (kata := _pimpinan(h, kenal, oleh)):
        yield k.PERAN, kata
    if h.pengguna and (kata := w.larang_data(h.pengguna, h.data, lambda: _memimpin(h, kenal), oleh)):
        yield k.NAMA if k.NAMA in h.data else k.NIP, kata


def _pimpinan(h: HasilBaris, kenal: Kenal, oleh: Pengguna) -> str:
    siapa = h.pengguna.pk if h.pengguna else None
    if h.peran and (kata := w.larang_menggantikan(siapa, h.peran, kenal.pimpinan.get(h.peran))):
        return kata
    lama = kenal.anggota.get((siapa, PENGARAH)) if siapa and h.tim == PENGARAH else None
    if h.pengguna and lama and lama.peran != h.peran:
        return w.larang_lepas(h.pengguna, Peran(lama.peran), oleh)
    return ""


def _memimpin(h: HasilBaris, kenal: Kenal) -> set[Peran]:
    return {p for p, milik in kenal.pimpinan.items() if h.pengguna and milik.pengguna_id == h.pengguna.pk}
