"""The one making of a plan: its row and all that is under it. A step of the verbs that make plans."""

from collections.abc import Iterable

from pengungkit.models import Instrumen
from rencana_aksi.domain.naskah import Naskah
from rencana_aksi.domain.tulis_naskah import tulis_baris
from rencana_aksi.models import Rencana
from zona.organisasi.models import Satker


def tulis_rencana(satker: Satker, instrumen: Instrumen, naskah: Naskah, orang: Iterable[str] = ()) -> Rencana:
    """A draf of version 1 with the rows of `naskah`. `orang`: those whom it names as penanggung jawab, by their ids
    as text."""
    rencana = Rencana.objects.create(satker=satker, tahun=naskah.tahun, instrumen=instrumen, tempat=naskah.tempat)
    tulis_baris(rencana, naskah, {satu: int(satu) for satu in orang}, {})
    return rencana
