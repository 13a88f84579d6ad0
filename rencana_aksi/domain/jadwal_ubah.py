"""Changing an action's schedule: what it would do is told first, what was worked on or proven stays."""

import hashlib
from dataclasses import dataclass
from datetime import date

from django.db import transaction

from rencana_aksi.domain.jadwal import Jadwal, Kejadian, baca_jadwal
from rencana_aksi.domain.jadwal_teks import Rancangan, Terbaca, Tercatat, baca_teks, bandingkan
from rencana_aksi.domain.sunting.baris import kunci_rencana, simpan
from rencana_aksi.domain.sunting.urutan import tata_pelaksanaan
from rencana_aksi.enums import TAK_BERTANGGAL, JenisJadwal
from rencana_aksi.models import Pelaksanaan, RencanaAksi
from rencana_aksi.queries.gantungan import penahan
from zona.inti.errors import DomainError
from zona.inti.waktu import rentang_id
from zona.organisasi.models import Pengguna

BATAS_TEKS = 300
SEBAGAI_KATA = Jadwal(JenisJadwal.BERKALA, {}, (Kejadian(),))
"""What words that are not understood mean, once the person says so: a date is still to be agreed on."""


@dataclass(frozen=True, slots=True)
class Usulan:
    """A new schedule and what it would do. `setuju` is the fingerprint of that, to be handed back by who agrees."""

    jadwal: Jadwal
    rancangan: Rancangan

    @property
    def setuju(self) -> str:
        isi = [
            self.rancangan.tambah,
            *([t.kunci for t in satu] for satu in (self.rancangan.hapus, self.rancangan.ditahan)),
        ]
        return hashlib.sha256(repr(isi).encode()).hexdigest()[:32]


class PerluSetuju(DomainError):
    """The schedule would add or drop occurrences and nobody has agreed to just that. `usulan` says what."""

    def __init__(self, usulan: Usulan) -> None:
        self.usulan = usulan
        super().__init__("Periksa dahulu pelaksanaan yang bertambah dan yang hilang, lalu setujui.")


def jadwal_dari_teks(teks: str, tahun: int, sebagai_kata: bool = False) -> Jadwal:
    """What the words mean in the plan of that year. Raises DomainError with why they are not understood, unless they
    are to stand as words; and where they are too long."""
    if len(teks.strip()) > BATAS_TEKS:
        raise DomainError(
            f"Terlalu panjang: {len(teks.strip())} huruf, paling banyak {BATAS_TEKS}.", kolom="jadwal_teks"
        )
    terbaca: Terbaca = baca_teks(teks, tahun)
    if terbaca.jadwal:
        return terbaca.jadwal
    if sebagai_kata:
        return SEBAGAI_KATA
    raise DomainError(terbaca.alasan, kolom="jadwal_teks")


def jadwal_aksi(aksi: RencanaAksi) -> Jadwal:
    """What its schedule means, as it is kept."""
    return Jadwal(JenisJadwal(aksi.jadwal_jenis), aksi.jadwal_makna, baca_jadwal(aksi.jadwal_makna).kejadian)


def usulkan_jadwal(aksi: RencanaAksi, jadwal: Jadwal) -> Usulan:
    """What the schedule would do to the action's occurrences; of a drafted action, to those in force. Between two
    schedules without dates nothing changes: the dates agreed on since stay. One query (of a drafted action two), and
    one for each kind of row that may hang on an occurrence."""
    ada = Pelaksanaan.objects.filter(aksi=aksi.asal_id or aksi.pk)
    tergantung = {pk for pk, _ in penahan(ada)}
    lama = [
        Tercatat(p.pk, Kejadian(p.mulai, p.jatuh_tempo), p.tersentuh or p.pk in tergantung, p.jatuh_tempo_semula)
        for p in ada
    ]
    if (aksi.asal or aksi).jadwal_jenis in TAK_BERTANGGAL and jadwal.jenis in TAK_BERTANGGAL:
        return Usulan(jadwal, Rancangan(tuple(lama), (), (), ()))
    return Usulan(jadwal, bandingkan(lama, jadwal.kejadian))


@transaction.atomic
def ubah_jadwal(
    *,
    aksi: RencanaAksi,
    jadwal_teks: str,
    revisi: int,
    oleh: Pengguna | None,
    sebagai_kata: bool = False,
    setuju: str | None = "",
    jadwal: Jadwal | None = None,
) -> bool:
    """Give the action another schedule; True when something changed. Occurrences with progress or evidence stay.
    `setuju` None: agreed to where it was shown. `jadwal`: what the words mean, where that is known already.

    Raises DomainError, naming the field: not understood (unless `sebagai_kata`), out of bounds; a plan that may not be
    edited. PerluSetuju where occurrences come or go and `setuju` is not of just these. Didahului.
    """
    kunci_rencana(aksi)
    teks = jadwal_teks.strip()
    jadwal = jadwal or jadwal_dari_teks(teks, aksi.lingkup.tahun, sebagai_kata)
    if (teks, jadwal.jenis, jadwal.makna) == (aksi.jadwal_teks, aksi.jadwal_jenis, aksi.jadwal_makna):
        return False
    ada = Pelaksanaan.objects.select_for_update().filter(aksi=aksi.asal_id or aksi.pk)  # no progress meanwhile
    kini = set(ada.values_list("aksi__revisi", flat=True))
    if aksi.asal_id:
        kini = set(RencanaAksi.objects.filter(pk=aksi.pk).values_list("revisi", flat=True))
    usulan = usulkan_jadwal(aksi, jadwal)
    rancangan = usulan.rancangan
    if rancangan.berubah and setuju is not None and usulan.setuju != setuju and kini == {revisi}:
        raise PerluSetuju(usulan)
    simpan(
        aksi, revisi, oleh, "mengubah jadwal", rincian(rancangan),
        jadwal_teks=teks, jadwal_jenis=jadwal.jenis, jadwal_makna=jadwal.makna,
    )  # fmt: skip
    if aksi.asal_id:
        rencanakan_ulang(aksi, rancangan)
    elif rancangan.berubah:
        terapkan_rancangan(aksi, rancangan)
    return True


def rincian(rancangan: Rancangan) -> dict[str, list[str]]:
    """For the audit row: which occurrences come and go."""
    hapus = [t.kejadian for t in rancangan.hapus]
    isi = {"pelaksanaan_ditambah": rancangan.tambah, "pelaksanaan_dihapus": hapus}
    return {kunci: [sebut(k) for k in kejadian] for kunci, kejadian in isi.items() if kejadian}


def rencanakan_ulang(aksi: RencanaAksi, rancangan: Rancangan) -> None:
    """The occurrences a drafted action will have: those in force that stay, as planned, and those that come."""
    Pelaksanaan.objects.filter(aksi=aksi).delete()
    tinggal = [
        Kejadian(*semula(t.kejadian.mulai, t.kejadian.jatuh_tempo, t.semula))
        for t in (*rancangan.tetap, *rancangan.ditahan)
    ]
    baru = [*tinggal, *rancangan.tambah]
    tata_pelaksanaan(aksi, [Pelaksanaan(mulai=k.mulai, jatuh_tempo=k.jatuh_tempo) for k in baru])


def semula(mulai: date | None, tempo: date | None, dulu: date | None) -> tuple[date | None, date | None]:
    """When an occurrence was planned: before it was postponed from `dulu`."""
    return (min(mulai, dulu), dulu) if mulai and dulu else (mulai, tempo)


def terapkan_rancangan(aksi: RencanaAksi, rancangan: Rancangan) -> None:
    """Write what was agreed to of an action in force."""
    Pelaksanaan.objects.filter(pk__in=[t.kunci for t in rancangan.hapus]).delete()
    tata_pelaksanaan(aksi, [Pelaksanaan(mulai=k.mulai, jatuh_tempo=k.jatuh_tempo) for k in rancangan.tambah])


def sebut(kejadian: Kejadian) -> str:
    """13–20 Maret 2023; "tanpa tanggal"."""
    if kejadian.mulai is None or kejadian.jatuh_tempo is None:
        return "tanpa tanggal"
    return rentang_id(kejadian.mulai, kejadian.jatuh_tempo)
