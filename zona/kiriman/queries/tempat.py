"""Where files of a plan may go: as the proposal reads it, and as a list to choose from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rencana_aksi.enums import Status
from rencana_aksi.models import Pelaksanaan, Rencana, SyaratBukti
from zona.inti.waktu import tanggal_pendek
from zona.kiriman.cocok import Kali, Tempat
from zona.organisasi.enums import AREA, Lingkup
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One place to choose: `nilai` is "syarat" or "syarat-pelaksanaan"."""

    nilai: str
    kata: str


def tempat_rencana(rencana: Rencana) -> list[Tempat]:
    """Every syarat of the plan in the plan's order, with the occurrences it is asked at (two queries)."""
    kali: dict[int, list[Kali]] = defaultdict(list)
    pelaksanaan = Pelaksanaan.objects.filter(
        aksi__rencana_kerja__pengungkit__rencana=rencana, aksi__syarat__tiap_pelaksanaan=True
    ).exclude(status=Status.BATAL)
    for pk, aksi, mulai, tempo in (
        pelaksanaan.order_by("aksi", "urutan").distinct().values_list("pk", "aksi", "mulai", "jatuh_tempo")
    ):
        kali[aksi].append(Kali(pk, mulai, tempo))
    syarat = (
        SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
        .select_related("rencana_kerja__pengungkit", "aksi")
        .order_by("rencana_kerja__pengungkit__urutan", "rencana_kerja__urutan", "urutan")
    )
    return [
        Tempat(
            syarat=s.pk,
            area=s.rencana_kerja.pengungkit.kode,
            nama_area=s.rencana_kerja.pengungkit.nama,
            kerja=s.rencana_kerja_id,
            nomor=s.rencana_kerja.nomor,
            uraian_kerja=s.rencana_kerja.uraian,
            huruf=s.aksi.huruf if s.aksi else "",
            uraian_aksi=s.aksi.uraian if s.aksi else "",
            teks=s.teks,
            jenis=s.jenis,
            tiap=s.tiap_pelaksanaan,
            kali=tuple(kali[s.aksi_id]) if s.tiap_pelaksanaan and s.aksi_id else (),
        )
        for s in syarat
    ]


@dataclass(frozen=True, slots=True)
class _Bagian:
    """A pengungkit as the rights see it."""

    lingkup: Lingkup


def area_boleh(pengguna: Pengguna, rencana: Rencana) -> set[str]:
    """Codes of the pengungkit the person may upload for (one query for the roles, once per request)."""
    bagian = {kode: _Bagian(Lingkup(rencana.satker_id, rencana.tahun, kode)) for kode in AREA}
    return {kode for kode, b in bagian.items() if pengguna.boleh("unggah_bukti", b)}


def pilihan_tempat(tempat: Iterable[Tempat], cari: str = "") -> list[tuple[str, list[Pilihan]]]:
    """The places grouped by rencana kerja; with `cari` only those whose words hold all that is asked for."""
    kata = cari.lower().split()
    kelompok: dict[str, list[Pilihan]] = defaultdict(list)
    for t in tempat:
        judul = f"{t.area}.{t.nomor or '–'} {t.uraian_kerja}"
        isi = f"{t.teks} {t.uraian_aksi} {judul} {t.nama_area}".lower()
        if all(k in isi for k in kata):
            kelompok[judul] += _pilihan(t)
    return list(kelompok.items())


def _pilihan(t: Tempat) -> list[Pilihan]:
    huruf = f"{t.huruf}. " if t.huruf else ""
    if not t.tiap:
        return [Pilihan(str(t.syarat), f"{huruf}{t.teks}")]
    return [
        Pilihan(
            f"{t.syarat}-{k.pk}",
            f"{huruf}{t.teks} ({tanggal_pendek(k.jatuh_tempo) if k.jatuh_tempo else 'tanpa tanggal'})",
        )
        for k in t.kali
    ]
