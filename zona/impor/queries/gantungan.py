"""What hangs on the rows of a plan, all at once: what forbids their removal, and what a new schedule keeps."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Model

from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, SyaratBukti
from rencana_aksi.queries.gantungan import kata_penahan, penahan
from zona.inti.waktu import tanggal_pendek

SEBUT = 3


@dataclass(slots=True)
class GantunganRencana:
    """Rows above by the row they hang on (aksi-12); occurrences that were worked on (pelaksanaan-7)."""

    pada: dict[str, list[Model]] = field(default_factory=lambda: defaultdict(list))
    tersentuh: dict[str, Pelaksanaan] = field(default_factory=dict)

    def menahan(self, acuan: Iterable[str]) -> list[str]:
        """What forbids the removal of these rows, in words."""
        semua = list(acuan)
        jalan = [self.tersentuh[a] for a in semua if a in self.tersentuh]
        hasil = []
        if jalan:
            rinci = ", ".join(f"{p.status} {tanggal_pendek(p.jatuh_tempo)}".removesuffix(" –") for p in jalan[:SEBUT])
            lagi = f", dan {len(jalan) - SEBUT} lagi" if len(jalan) > SEBUT else ""
            hasil.append(f"{len(jalan)} pelaksanaan yang sudah dicatat ({rinci}{lagi})")
        return hasil + kata_penahan(satu for a in semua for satu in self.pada.get(a, ()))

    def dijaga(self, pelaksanaan: int) -> bool:
        """A new schedule keeps this occurrence."""
        acuan = f"pelaksanaan-{pelaksanaan}"
        return acuan in self.tersentuh or acuan in self.pada


def gantungan_rencana(rencana: Rencana) -> GantunganRencana:
    """One query, and one for each kind of row that may hang on an action, an occurrence or evidence asked for. Of the
    draft of a perubahan what hangs on the rows in force."""
    hasil, rencana = GantunganRencana(), rencana.berlaku
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    pelaksanaan = Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=rencana)
    syarat = SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    hasil.tersentuh = {f"pelaksanaan-{p.pk}": p for p in pelaksanaan if p.tersentuh}
    for nama, qs in (("aksi", aksi), ("pelaksanaan", pelaksanaan), ("syarat", syarat)):
        for pk, satu in penahan(qs):
            hasil.pada[f"{nama}-{pk}"].append(satu)
    return hasil
