"""Who is told: the person responsible for an action, else the coordinator of its pengungkit."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet

from bukti_fisik.enums import StatusBukti
from bukti_fisik.queries.kelengkapan import StatusSyarat
from rencana_aksi.models import Rencana
from rencana_aksi.queries.tahun import BERLAKU
from zona.matriks.queries.baris import BagianPengungkit, BarisAksi
from zona.matriks.queries.bukti import LembarBukti, lembar_bukti
from zona.matriks.queries.matriks import susun_matriks
from zona.matriks.queries.pekerjaan import sebutan
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker


def rencana_berjalan(hari_ini: date) -> QuerySet[Rencana]:
    """Plans people are reminded of: ditetapkan (also while its next version is drafted), of last year or later."""
    return Rencana.objects.filter(BERLAKU, tahun__gte=hari_ini.year - 1).select_related("satker")


@dataclass(frozen=True, slots=True)
class Lembar:
    """A plan as of a day with everything handed in for it, and whom it concerns. `ada`: (syarat, pelaksanaan) with a
    bukti waiting or accepted; `koordinator`: by pengungkit code."""

    rencana: Rencana
    hari_ini: date
    bagian: list[BagianPengungkit]
    bukti: list[LembarBukti]
    orang: dict[int, Pengguna]
    ada: frozenset[tuple[int, int | None]]
    koordinator: dict[str, int] = field(default_factory=dict)
    ketua: set[int] = field(default_factory=set)

    def penanggung(self, bagian: BagianPengungkit, aksi: BarisAksi) -> Pengguna | None:
        """Who is told of the action: its penanggung jawab, else the coordinator; nobody who left or was put out of
        use."""
        return self.orang.get(aksi.penanggung_jawab_id or 0) or self.orang.get(self.koordinator.get(bagian.kode, 0))

    def syarat_kurang(self, aksi: BarisAksi, pelaksanaan: int) -> list[StatusSyarat]:
        """What the action must still show at that occurrence: nothing is handed in, or it came back."""
        return [s for s in aksi.syarat if (s.pk, pelaksanaan if s.tiap_pelaksanaan else None) not in self.ada]

    def tanpa_posel(self) -> list[Pengguna]:
        """People who answer for an action still open and cannot be written to, by name."""
        semua = {
            orang.pk: orang
            for b in self.bagian
            for rk in b.rencana_kerja
            for a in rk.aksi
            if a.berikut and (orang := self.penanggung(b, a)) and not orang.posel
        }
        return sorted(semua.values(), key=lambda o: o.nama)

    def tanpa_penanggung(self) -> list[str]:
        """Actions still open that nobody is reminded of, as people call them."""
        return [
            sebutan(b, rk, a)
            for b in self.bagian
            for rk in b.rencana_kerja
            for a in rk.aksi
            if a.berikut and self.penanggung(b, a) is None
        ]


def lembar_rencana(rencana: Rencana, hari_ini: date) -> Lembar:
    """One plan, in eleven queries."""
    return susun_lembar([rencana], hari_ini)[0]


def lembar_satker(satker: Satker, hari_ini: date) -> list[Lembar]:
    """Every plan of the office that people are reminded of: three queries and nine a plan, whatever its rows."""
    rencana = list(rencana_berjalan(hari_ini).filter(satker=satker))
    return susun_lembar(rencana, hari_ini) if rencana else []


def susun_lembar(rencana: Iterable[Rencana], hari_ini: date) -> list[Lembar]:
    """The plans of one office."""
    semua = list(rencana)
    satker = semua[0].satker_id
    orang = {p.pk: p for p in Pengguna.objects.filter(satker=satker, is_active=True)}
    hasil = []
    for r in semua:
        bagian = susun_matriks(r, hari_ini)
        bukti = lembar_bukti(r, bagian)
        ada = frozenset((b.syarat_id, b.pelaksanaan_id) for b in bukti if b.status != StatusBukti.DIKEMBALIKAN)
        hasil.append(Lembar(r, hari_ini, bagian, bukti, orang, ada))
    per_tahun = {lembar.rencana.tahun: lembar for lembar in hasil}
    pemimpin = Keanggotaan.objects.filter(
        tim__satker=satker, tim__tahun__in=per_tahun, peran__in=[Peran.KOORDINATOR, Peran.KETUA]
    )
    for pengguna, peran, kode, tahun in pemimpin.values_list("pengguna", "peran", "tim__kode", "tim__tahun"):
        if peran == Peran.KETUA:
            per_tahun[tahun].ketua.add(pengguna)
        else:
            per_tahun[tahun].koordinator[kode] = pengguna
    return hasil
