"""What the admin may not do by a list either, told row by row: the sentences of zona/organisasi/domain/wewenang.py,
asked of what is known already. No query."""

from collections.abc import Iterator

from zona.orang.queries.hasil import HasilBaris
from zona.orang.queries.kenal import Kenal
from zona.orang.roster import kamus as k
from zona.organisasi.domain import wewenang as w
from zona.organisasi.domain.nama_pengguna import kata_nama
from zona.organisasi.enums import PENGARAH, PIMPINAN, Peran
from zona.organisasi.models import Pengguna


def larangan(h: HasilBaris, kenal: Kenal, oleh: Pengguna | None) -> Iterator[tuple[str, str]]:
    """(field, sentence) for each rule the row would break."""
    if oleh is None:
        return
    if h.masuk and (kata := w.larang_peran_diri(h.pengguna, oleh, h.baris.nama)):
        yield k.PERAN, kata
    if h.masuk and (kata := _pimpinan(h, kenal)):
        yield k.PERAN, kata
    if h.pengguna and (kata := _data(h, kenal, oleh)):
        yield k.NAMA if k.NAMA in h.data else k.NIP, kata


def _pimpinan(h: HasilBaris, kenal: Kenal) -> str:
    siapa = h.pengguna.pk if h.pengguna else None
    kini = kenal.pimpinan.get(h.peran) if h.peran in PIMPINAN else None
    if h.peran and kini and kini.pengguna_id != siapa:
        return w.GANTI.format(peran=h.peran.value, lama=kini.pengguna)
    lama = kenal.anggota.get((siapa, PENGARAH)) if siapa and h.tim == PENGARAH else None
    if h.pengguna and lama and lama.peran in PIMPINAN and lama.peran != h.peran:
        return w.MENJABAT.format(orang=h.pengguna, peran=Peran(lama.peran).value)
    return ""


def _data(h: HasilBaris, kenal: Kenal, oleh: Pengguna) -> str:
    orang = h.pengguna
    if orang is None or not h.data.keys() & {k.NAMA, k.NIP, "nip_naskah"}:
        return ""
    if orang.pk == oleh.pk:
        return w.DIRI_DATA
    peran = [p.value for p, milik in kenal.pimpinan.items() if milik.pengguna_id == orang.pk]
    nama_lain = k.NAMA in h.data and kata_nama(h.data[k.NAMA] or "") != kata_nama(orang.nama)
    nip_lain = orang.nip is not None and h.data.get(k.NIP, orang.nip) != orang.nip
    return w.DATA_PIMPINAN.format(peran=" dan ".join(sorted(peran))) if peran and (nama_lain or nip_lain) else ""
