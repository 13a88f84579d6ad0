"""One action on one sheet: its occurrences, the evidence each asks for, what was uploaded."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from bukti_fisik.queries.blok import Blok, susun_blok
from rencana_aksi.enums import TAK_BERTANGGAL, Status
from rencana_aksi.models import Pelaksanaan, RencanaAksi, SyaratBukti
from rencana_aksi.rules import keadaan_pelaksanaan
from zona.inti.models import Jejak
from zona.matriks.queries.baris import TERLAMBAT
from zona.organisasi.models import Pengguna


@dataclass(slots=True)
class LembarPelaksanaan:
    """One occurrence. `blok` is what is asked of it; `kurang` how many of these, and of the action's own where it has
    but this occurrence, are not accepted yet; `dicatat` who recorded its realisation."""

    pelaksanaan: Pelaksanaan
    keadaan: str
    blok: list[Blok] = field(default_factory=list)
    kurang: int = 0
    dicatat: str = ""

    @property
    def terpenuhi(self) -> int:
        return sum(b.terpenuhi for b in self.blok)

    @property
    def terbuka(self) -> bool:
        """Its evidence stands unfolded: late, under way or done, and not complete."""
        digarap = self.keadaan in (TERLAMBAT, Status.BERJALAN, Status.SELESAI)
        return digarap and self.terpenuhi < len(self.blok)


@dataclass(slots=True)
class LembarAksi:
    """The sheet. `blok` is asked once of the action, `blok_baris` of its whole rencana kerja."""

    aksi: RencanaAksi
    pelaksanaan: list[LembarPelaksanaan]
    blok: list[Blok]
    blok_baris: list[Blok]
    boleh_status: bool
    boleh_tunjuk: bool
    boleh_unggah: bool

    @property
    def boleh_tanggal(self) -> bool:
        """A date may be agreed on: the schedule names none."""
        return self.boleh_status and self.aksi.jadwal_jenis in TAK_BERTANGGAL

    @property
    def semua(self) -> list[Blok]:
        """What is asked of this action itself."""
        return [*self.blok, *(b for p in self.pelaksanaan for b in p.blok if b.berlaku)]

    @property
    def terpenuhi(self) -> int:
        return sum(b.terpenuhi for b in self.semua)

    @property
    def ada_bukti(self) -> bool:
        return bool(self.semua or self.blok_baris)


def susun_lembar(aksi: RencanaAksi, pengguna: Pengguna, hari_ini: date) -> LembarAksi:
    """The action as this person sees it on that day. Four queries, and one for the person's roles."""
    baris = aksi.rencana_kerja
    rencana = baris.pengungkit.rencana
    pelaksanaan = list(Pelaksanaan.objects.filter(aksi=aksi))
    syarat = list(SyaratBukti.objects.filter(Q(aksi=aksi) | Q(aksi__isnull=True), rencana_kerja=baris))
    for s in syarat:
        s.rencana_kerja = baris
    blok = susun_blok(pengguna, syarat, pelaksanaan, rencana.satker.zona_waktu)
    pencatat = _pencatat(pelaksanaan)
    lembar = [
        LembarPelaksanaan(
            p,
            keadaan_pelaksanaan(p.status, p.jatuh_tempo, hari_ini, ditetapkan=rencana.sudah_ditetapkan),
            [b for b in blok if b.pelaksanaan is not None and b.pelaksanaan.pk == p.pk],
            dicatat=pencatat.get(p.pk, ""),
        )
        for p in pelaksanaan
    ]
    sekali = [b for b in blok if b.pelaksanaan is None and b.syarat.aksi_id is not None]
    berlaku = [p for p in lembar if p.keadaan != Status.BATAL]
    for p in berlaku:
        diminta = p.blok + sekali if len(berlaku) == 1 else p.blok
        p.kurang = sum(not b.terpenuhi for b in diminta)
    return LembarAksi(
        aksi,
        lembar,
        sekali,
        [b for b in blok if b.syarat.aksi_id is None],
        boleh_status=pengguna.boleh("catat_status", aksi),
        boleh_tunjuk=pengguna.boleh("tunjuk_penanggung", aksi),
        boleh_unggah=pengguna.boleh("unggah_bukti", aksi),
    )


def _pencatat(pelaksanaan: list[Pelaksanaan]) -> dict[int, str]:
    """Who recorded the realisation of those that have one, by id, from the audit trail (one query)."""
    selesai = [p.pk for p in pelaksanaan if p.realisasi]
    jejak = Jejak.objects.filter(
        objek=Pelaksanaan._meta.label_lower, objek_id__in=selesai, sesudah__has_key="realisasi"
    ).order_by("pk")
    return {satu.objek_id or 0: satu.oleh_nama for satu in jejak}
