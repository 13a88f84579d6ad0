"""What one person of a team is to do."""

from dataclasses import dataclass
from datetime import date

from rencana_aksi.models import Rencana
from zona.matriks.queries.baris import BagianPengungkit, BarisAksi
from zona.matriks.queries.bukti import BuktiBelumAda, LembarBukti, belum_ada, dikembalikan, lembar_bukti, menunggu
from zona.matriks.queries.matriks import susun_matriks
from zona.matriks.queries.pekerjaan import Agenda, agenda
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna
from zona.tahapan.fakta import Bangun
from zona.tahapan.queries.bangun import hitung_bangun


@dataclass(frozen=True, slots=True)
class Tugas:
    """`bagian`: the pengungkit of the person's teams. `antrean`: bukti of the teams they lead, waiting for their
    verdict; `bangun`: where the whole plan stands."""

    bagian: list[BagianPengungkit]
    agenda: Agenda
    dikembalikan: list[LembarBukti]
    belum_ada: list[BuktiBelumAda]
    antrean: list[LembarBukti]
    koordinator: bool
    bangun: Bangun

    @property
    def kosong(self) -> bool:
        pekerjaan = [daftar for nama in Agenda.__slots__ for daftar in getattr(self.agenda, nama)]
        return not (pekerjaan or self.dikembalikan or self.belum_ada or self.antrean)


def tugas_saya(rencana: Rencana, hari_ini: date, pengguna: Pengguna) -> Tugas:
    """As of `hari_ini`, in nine queries (ten with the roles). A coordinator answers for all of the pengungkit, a member
    for the actions they are penanggung jawab of; evidence is the whole team's."""
    peran = pengguna.peran_di(rencana.lingkup)
    memimpin = {area for p, area in peran if p == Peran.KOORDINATOR}
    tim = memimpin | {area for p, area in peran if p == Peran.ANGGOTA}

    def milik(b: BagianPengungkit, a: BarisAksi) -> bool:
        return b.kode in memimpin or a.penanggung_jawab_id == pengguna.pk

    bagian = susun_matriks(rencana, hari_ini)
    lembar = lembar_bukti(rencana, bagian, pengguna)
    return Tugas(
        bagian=[b for b in bagian if b.kode in tim],
        agenda=agenda(bagian, hari_ini, milik),
        dikembalikan=[b for b in dikembalikan(lembar) if b.area in tim or b.pengunggah_id == pengguna.pk],
        belum_ada=[k for k in belum_ada(bagian, lembar) if k.bagian.kode in tim or milik(k.bagian, k.aksi)],
        antrean=[b for b in menunggu(lembar) if b.area in memimpin and not b.dibawa],
        koordinator=bool(memimpin),
        bangun=hitung_bangun(bagian, lembar, rencana.tahun),
    )
