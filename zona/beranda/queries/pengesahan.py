"""What a person is told at the head of their first page about plans of their office, of whichever year, that were
submitted, returned, taken back or enacted."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.urls import reverse

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from rencana_aksi.queries import langkah as tangga
from rencana_aksi.queries.langkah import LangkahTerakhir, langkah_terakhir
from zona.inti.waktu import tanggal_pendek
from zona.organisasi.enums import Lingkup, Peran
from zona.organisasi.models import Pengguna, Satker
from zona.pengesahan.queries.dokumen import menunggu_kepala

BARU = timedelta(days=7)
"""How long a step is news where nobody is to do anything about it."""


@dataclass(frozen=True, slots=True)
class KabarPengesahan:
    """A sentence, and the one page it leads to. `mendesak`: it is this person's turn."""

    kalimat: str
    tombol: str
    alamat: str
    mendesak: bool = False


def kabar_pengesahan(satker: Satker, tahun: int, hari: date, pengguna: Pengguna) -> list[KabarPengesahan]:
    """On the page of that year, what is this person's turn first. A draft is told of on the page of its own year
    alone: what is made for another changes nobody's. One query."""
    kabar = [_kabar(satker, satu, tahun, hari, pengguna) for satu in langkah_terakhir(satker)]
    return sorted((k for k in kabar if k), key=lambda k: not k.mendesak)


def kabar_tanda_tangan(rencana: Rencana, pengguna: Pengguna) -> list[KabarPengesahan]:
    """What others brought as signed by the head, who is to say whether it is (one query, for the head alone)."""
    if not pengguna.boleh("sahkan", rencana):
        return []
    return [
        KabarPengesahan(
            f"{d.oleh} mengunggah Rencana Kerja {rencana.tahun} versi {d.siap.versi.versi} sebagai yang Anda tanda "
            "tangani; belum dihitung sampai Anda memutusnya.",
            "Baca dan putuskan",
            reverse("pengesahan:versi", args=[rencana.satker.slug, rencana.tahun, d.siap.versi.versi]) + "#menunggu",
            True,
        )
        for d in menunggu_kepala(rencana)
    ]


def _kabar(
    satker: Satker, satu: LangkahTerakhir, tahun: int, hari: date, pengguna: Pengguna
) -> KabarPengesahan | None:  # fmt: skip
    diajukan, draf = satu.status == StatusRencana.DIAJUKAN, satu.status == StatusRencana.DRAF and satu.tahun == tahun
    baru = hari - satu.pada <= BARU
    if not (diajukan or draf or satu.langkah == tangga.DIKEMBALIKAN or baru):
        return None
    peran = {p for p, _ in pengguna.peran_di(Lingkup(satker.pk, satu.tahun))}
    alamat = reverse("rencana_aksi:versi", args=[satker.slug, satu.tahun])
    hal, sebab = _hal(satu), f"{satu.oleh}, {tanggal_pendek(satu.pada)}"
    if diajukan and Peran.KEPALA in peran:
        return KabarPengesahan(
            f"{hal} diajukan oleh {sebab}, dan menunggu penetapan Anda.", "Baca dan tetapkan", f"{alamat}#langkah", True
        )
    if diajukan and peran & set(tangga.PENYUSUN):
        return KabarPengesahan(f"{hal} diajukan oleh {sebab}; menunggu penetapan kepala.", "Lihat", alamat)
    if satu.langkah == tangga.DIKEMBALIKAN and peran & set(tangga.PENYUSUN):
        sunting = reverse("rencana_aksi:sunting", args=[satker.slug, satu.tahun])
        return KabarPengesahan(f'{hal} dikembalikan oleh {sebab}: "{satu.alasan}"', "Perbaiki", sunting, True)
    if draf and Peran.KETUA in peran:
        return KabarPengesahan(f"{hal} masih draf dan belum diajukan.", "Periksa dan ajukan", f"{alamat}#langkah")
    if not baru or satu.oleh_id == pengguna.pk or not peran & set(tangga.BERSANGKUTAN.get(satu.langkah, ())):
        return None
    kata = {
        tangga.DITARIK: f"{hal} ditarik kembali oleh {sebab}.",
        tangga.DITETAPKAN: f"{hal} ditetapkan oleh {sebab}, dengan SK {satu.nomor_sk}.",
        tangga.DIBATALKAN: f'Perubahan Rencana Kerja {satu.tahun} dibatalkan oleh {sebab}: "{satu.alasan}"',
    }.get(satu.langkah)
    return KabarPengesahan(kata, "Lihat", alamat) if kata else None


def _hal(satu: LangkahTerakhir) -> str:
    """At the start of a sentence."""
    return satu.sebutan[:1].upper() + satu.sebutan[1:]
