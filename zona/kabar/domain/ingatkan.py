"""One office's reminders of one day, so that nothing is told twice (docs/adr, "Told once"), and letters about the plan
that could not be sent when they were written.

In one transaction, which queues an office's runs one behind the other: what is to be told, without what was told; the
letters and each thing in them as unique rows. After it, and only then, the letters are sent.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import partial

from django.db import transaction
from django.db.models import QuerySet

from zona.kabar.domain.kirim import Kiriman, Pengantar
from zona.kabar.domain.pos import surat_tertunda, tandai_terputus
from zona.kabar.domain.surat import Isi, perihal, susun_naskah
from zona.kabar.enums import BELUM_SAMPAI, Jenis, StatusSurat
from zona.kabar.models import Kabar, Putaran, Senyap, Surat
from zona.kabar.queries.butir import KabarAksi, Kunci, calon
from zona.kabar.queries.penerima import Lembar, lembar_satker
from zona.kabar.queries.rekap import Rekap, senin, susun_rekap
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker

SUSULAN = timedelta(days=6)
"""How far back days without a run are caught up."""


@dataclass(slots=True)
class Hasil:
    """What a run did. `tanpa_posel`: people with something to be told and no address; `tak_tentu`: whose letter was
    cut off while being sent, earlier."""

    satker: Satker
    tanggal: date
    kiriman: list[Kiriman] = field(default_factory=list)
    tanpa_posel: list[Pengguna] = field(default_factory=list)
    tanpa_penanggung: list[str] = field(default_factory=list)
    tak_tentu: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Riwayat:
    """What was told before. `sejak`: the first day not run yet; `tertunda`: stood in letters that were surely not sent;
    `hari_ini`: who had today's."""

    sejak: date
    sudah: set[Kunci]
    tertunda: set[Kunci]
    hari_ini: set[int]
    senyap: set[tuple[int, str]]


@dataclass(slots=True)
class _Bakal:
    """A letter being put together for one person."""

    penerima: Pengguna
    aksi: dict[int, KabarAksi] = field(default_factory=dict)
    kunci: set[Kunci] = field(default_factory=set)
    rekap: Rekap | None = None


@transaction.atomic
def ingatkan(*, satker: Satker, hari: date, pengantar: Pengantar, oleh: Pengguna | None) -> Hasil:
    """Write and, once that is committed, send what the people of the office are to be told on `hari`: one letter each.
    Sends nothing that was told before, or to whom had a letter that day."""
    Satker.objects.select_for_update().get(pk=satker.pk)
    hasil = Hasil(satker, hari, tak_tentu=_tandai_terputus(satker, hari))
    riwayat = _riwayat(satker, hari)
    lembar = lembar_satker(satker, hari)
    bakal: dict[int, _Bakal] = {}
    for satu in lembar:
        _kumpulkan(satu, riwayat, bakal)
    _tambah_rekap(lembar, hari, riwayat, bakal)
    hasil.tanpa_penanggung = [nama for satu in lembar for nama in satu.tanpa_penanggung()]
    urut = sorted(bakal.values(), key=lambda b: b.penerima.nama)
    hasil.tanpa_posel = [b.penerima for b in urut if not b.penerima.posel]
    hasil.kiriman = _tulis(satker, hari, [b for b in urut if b.penerima.posel])
    if hasil.kiriman:
        nama = [k.surat.pengguna.nama for k in hasil.kiriman]
        catat(
            satker_id=satker.pk, oleh=oleh, tindakan="mengirim pengingat", objek=satker,
            sesudah={"tanggal": hari, "kepada": nama},
        )  # fmt: skip
    hasil.kiriman += surat_tertunda(satker)
    if hasil.kiriman:
        transaction.on_commit(partial(pengantar.antar, hasil.kiriman, oleh))
    return hasil


def _tandai_terputus(satker: Satker, hari: date) -> list[str]:
    """Letters of earlier days still on their way were cut off: said once, sent no more."""
    terputus = Surat.objects.filter(satker=satker, status=StatusSurat.DIKIRIM, tanggal__lt=hari)
    nama = list(terputus.values_list("pengguna__nama", flat=True))
    if nama:
        terputus.update(status=StatusSurat.TAK_TENTU)
    return nama + tandai_terputus(satker)


def _riwayat(satker: Satker, hari: date) -> _Riwayat:
    """Letters that were not sent are taken back: what they told is told anew, as it is now."""
    kolom = ("pengguna", "jenis", "aksi", "jatuh_tempo", "bukti", "pekan")
    belum = _belum_sampai(satker)
    kabar = Kabar.objects.filter(surat__satker=satker)
    tertunda = set(kabar.filter(surat__in=belum).values_list(*kolom))
    belum.delete()
    return _Riwayat(
        sejak=_maju(satker, hari),
        sudah=set(kabar.values_list(*kolom)),
        tertunda=tertunda,
        hari_ini=set(Surat.objects.filter(satker=satker, tanggal=hari).values_list("pengguna", flat=True)),
        senyap=set(Senyap.objects.filter(pengguna__satker=satker).values_list("pengguna", "jenis")),
    )


def _belum_sampai(satker: Satker) -> QuerySet[Surat]:
    """Held until the end of this run: the one before sends what it wrote after it let go of the office, and a letter
    it claims meanwhile is its own. Nobody sends what is taken back here."""
    belum = Surat.objects.select_for_update().filter(satker=satker, status__in=BELUM_SAMPAI)
    return Surat.objects.filter(pk__in=list(belum.values_list("pk", flat=True)))


def _maju(satker: Satker, hari: date) -> date:
    """Move the office's last day to `hari`; the day to catch up from. A day of the past moves nothing."""
    putaran = Putaran.objects.filter(satker=satker).first() or Putaran(satker=satker, tanggal=hari - timedelta(days=1))
    sejak = min(hari, max(putaran.tanggal + timedelta(days=1), hari - SUSULAN))
    putaran.tanggal = max(hari, putaran.tanggal)
    putaran.save()
    return sejak


def _kumpulkan(lembar: Lembar, riwayat: _Riwayat, bakal: dict[int, _Bakal]) -> None:
    """Into each person's letter what they were not told yet and want to hear, an action at a time."""
    for satu in calon(lembar, riwayat.sejak, riwayat.tertunda):
        orang = satu.penerima
        didengar = (b for b in satu.pilihan if (orang.pk, b.jenis) not in riwayat.senyap)
        butir = next(didengar, None)
        if butir is None or butir.kunci(orang) in riwayat.sudah or orang.pk in riwayat.hari_ini:
            continue
        surat = bakal.setdefault(orang.pk, _Bakal(orang))
        surat.kunci.add(butir.kunci(orang))
        surat.aksi.setdefault(satu.kabar.aksi.pk, replace(satu.kabar, butir=[])).butir.append(butir)


def _tambah_rekap(lembar: list[Lembar], hari: date, riwayat: _Riwayat, bakal: dict[int, _Bakal]) -> None:
    """On Monday, or on the first day after it that is run; to the ketua of each plan, about the plans they lead."""
    pekan = senin(hari)
    ketua = {lembar[0].orang[pk] for satu in lembar for pk in satu.ketua if pk in satu.orang}
    for orang in (o for o in ketua if o.pk not in riwayat.hari_ini):
        kunci: Kunci = (orang.pk, Jenis.REKAP, None, None, None, pekan)
        waktunya = riwayat.sejak <= pekan or kunci in riwayat.tertunda
        if not waktunya or kunci in riwayat.sudah or (orang.pk, Jenis.REKAP) in riwayat.senyap:
            continue
        rekap = susun_rekap([satu for satu in lembar if orang.pk in satu.ketua], hari)
        if not rekap.kosong:
            surat = bakal.setdefault(orang.pk, _Bakal(orang))
            surat.rekap = rekap
            surat.kunci.add(kunci)


def _tulis(satker: Satker, hari: date, bakal: list[_Bakal]) -> list[Kiriman]:
    """The rows of the letters and of everything told in them: whatever is told already, the database refuses."""
    kiriman, rentetan = [], []
    for b in bakal:
        isi = Isi(satker, b.penerima, hari, sorted(b.aksi.values(), key=lambda k: k.mendesak), b.rekap)
        surat = Surat(
            satker=satker, pengguna=b.penerima, tanggal=hari, alamat=b.penerima.posel, perihal=perihal(isi)[:200]
        )
        rentetan.append(surat)
        kiriman.append(Kiriman(surat, susun_naskah(isi)))
    Surat.objects.bulk_create(rentetan)
    Kabar.objects.bulk_create(
        Kabar(surat=surat, pengguna_id=orang, jenis=jenis, aksi_id=aksi, jatuh_tempo=tempo, bukti_id=bukti, pekan=pekan)
        for surat, b in zip(rentetan, bakal, strict=True)
        for orang, jenis, aksi, tempo, bukti, pekan in b.kunci
    )
    return kiriman
