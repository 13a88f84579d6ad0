"""Sections of a plan's document as the pages of editing show them."""

from dataclasses import dataclass

from django.http import Http404

from rencana_aksi.domain.dapat_disunting import DISUNTING
from rencana_aksi.models import Rencana
from rencana_aksi.queries.rencana import draf_atau
from zona.naskah.queries.naskah import Bagian, naskah_berlaku, naskah_kini
from zona.organisasi.models import Pengguna

HANYA = "Naskah dokumen hanya disunting oleh ketua tim."


@dataclass(frozen=True, slots=True)
class Naskah:
    """`boleh`: the person may edit; `terbuka`: the plan is being worked on. Both are asked for to write."""

    bagian: tuple[Bagian, ...]
    boleh: bool
    terbuka: bool

    @property
    def menyunting(self) -> bool:
        return self.boleh and self.terbuka


def baca_naskah(rencana: Rencana, pengguna: Pengguna) -> Naskah:
    """The document's sections: of a draft the newest, of a ditetapkan plan those it was ditetapkan with. While a
    perubahan is drafted, whoever edits or submits it reads what is typed for it."""
    boleh, disunting = pengguna.boleh("ubah_rencana", rencana), draf_atau(rencana)
    draf = disunting.perubahan_dari_id and (boleh or pengguna.boleh("ajukan", rencana))
    bagian = naskah_kini(rencana) if draf else naskah_berlaku(rencana)
    return Naskah(bagian, boleh, disunting.status in DISUNTING)


def bagian_naskah(naskah: Naskah, kode: str) -> Bagian:
    """Raises Http404 where there is no such section."""
    ada = next((b for b in naskah.bagian if b.kode == kode), None)
    if ada is None:
        raise Http404(f"Bagian naskah {kode} tidak ada.")
    return ada
