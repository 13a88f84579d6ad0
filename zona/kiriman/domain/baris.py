"""One file of a heap: given a place, passed over, taken. Taking goes through the door of every upload."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, BinaryIO

from django.core.files import File
from django.db import transaction

from bukti_fisik.domain.pembawa import ingat_pembawa
from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.domain.simpanan import GAGAL
from bukti_fisik.domain.versi import Keterangan, periksa_tempat, tambah_versi
from bukti_fisik.models import Bukti
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.inti.errors import DomainError
from zona.kiriman.domain import tempat
from zona.kiriman.domain.arsip import PENUH
from zona.kiriman.domain.tempat import HILANG, Sumber
from zona.kiriman.enums import StatusBaris, StatusKiriman
from zona.kiriman.models import BarisKiriman, Kiriman
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

SEKALI = 300 * 1024 * 1024
"""Bytes taken in one request: a server answers within its minute. What is left stays to be confirmed."""
SEMENTARA = (GAGAL, PENUH, HILANG)
"""Refusals that are no fault of the file: it may be taken later."""
TERTUTUP = "Kiriman ini sudah ditutup, sehingga berkasnya tidak dapat diambil lagi."


class BelumSiap(DomainError):
    """It has no place yet where the person may put it."""


@dataclass(frozen=True, slots=True)
class Hasil:
    """How many were taken, how many refused, how many are left for the next time."""

    diambil: int
    ditolak: int
    sisa: int


@transaction.atomic
def tempatkan_baris(
    *, baris: BarisKiriman, syarat: SyaratBukti, pelaksanaan: Pelaksanaan | None, oleh: Pengguna
) -> None:
    """A person chose where it goes. One that was passed over or refused waits again. Raises DomainError: taken already,
    the heap is closed, the person may not upload there, or the pelaksanaan does not fit the syarat."""
    _pastikan_terbuka(baris.kiriman)
    _pastikan_boleh(syarat, oleh)
    periksa_tempat(syarat, pelaksanaan)
    baru = {"syarat": syarat, "pelaksanaan": pelaksanaan, "status": StatusBaris.MENUNGGU, "pesan": ""}
    _ubah(baris, baru)
    _catat(baris, "menempatkan berkas kiriman", oleh, {"syarat": syarat, "pelaksanaan": pelaksanaan})


@transaction.atomic
def lewati_baris(*, kiriman: Kiriman, urutan: Iterable[int], oleh: Pengguna) -> int:
    """Pass over these files; how many waited. Raises DomainError where the heap is closed."""
    _pastikan_terbuka(kiriman)
    milik = BarisKiriman.objects.filter(kiriman=kiriman, urutan__in=list(urutan), status=StatusBaris.MENUNGGU)
    banyak = milik.update(status=StatusBaris.DILEWATI, pesan="")
    if banyak:
        catat(
            satker_id=kiriman.rencana.satker_id, oleh=oleh, tindakan="melewati berkas kiriman", objek=kiriman,
            sesudah={"berkas": banyak},
        )  # fmt: skip
    return banyak


def ambil_berkas(*, kiriman: Kiriman, urutan: Iterable[int], oleh: Pengguna) -> Hasil:
    """Take the files confirmed, each by itself: one that is refused says why at its row, the others go on. Raises
    DomainError where the heap is closed."""
    _pastikan_terbuka(kiriman)
    diambil = ditolak = byte = 0
    daftar = _dikonfirmasi(kiriman, urutan)
    tempat.sentuh(kiriman.kode)
    with tempat.buka(kiriman.kode) as sumber:
        for n, baris in enumerate(daftar):
            if byte and byte + baris.ukuran > SEKALI:
                return Hasil(diambil, ditolak, len(daftar) - n)
            byte += baris.ukuran
            try:
                ambil_baris(baris=baris, sumber=sumber, oleh=oleh)
                diambil += 1
            except BelumSiap as galat:
                tolak_baris(baris=baris, pesan=galat.pesan, tetap=True, oleh=oleh)
                ditolak += 1
            except DomainError as galat:
                tolak_baris(baris=baris, pesan=galat.pesan, tetap=galat.pesan in SEMENTARA, oleh=oleh)
                ditolak += 1
    return Hasil(diambil, ditolak, 0)


def _dikonfirmasi(kiriman: Kiriman, urutan: Iterable[int]) -> list[BarisKiriman]:
    rencana = "rencana_kerja__pengungkit"
    milik = BarisKiriman.objects.filter(kiriman=kiriman, urutan__in=list(urutan), status=StatusBaris.MENUNGGU)
    daftar = list(milik.select_related(f"syarat__{rencana}", f"usulan__{rencana}", "pelaksanaan").order_by("urutan"))
    for baris in daftar:
        baris.kiriman = kiriman
        for syarat in filter(None, (baris.syarat, baris.usulan)):
            syarat.rencana_kerja.pengungkit.rencana = kiriman.rencana
    return daftar


def ambil_baris(*, baris: BarisKiriman, sumber: Sumber, oleh: Pengguna) -> Bukti:
    """Keep its file as the next version at its place: the bukti and the row are written together, or neither and no
    file. Raises DomainError: no place, no right there, taken by somebody meanwhile, and as `unggah_bukti`."""
    syarat = baris.tempat
    if syarat is None:
        raise BelumSiap("Pilih dahulu tempatnya.")
    try:
        _pastikan_boleh(syarat, oleh)
        periksa_tempat(syarat, baris.pelaksanaan)
    except DomainError as galat:
        raise BelumSiap(galat.pesan) from galat
    with sumber.isi(baris.urutan) as isi:
        return _jadikan_bukti(baris, syarat, isi, oleh)


def _jadikan_bukti(baris: BarisKiriman, syarat: SyaratBukti, isi: BinaryIO, oleh: Pengguna) -> Bukti:
    satker = baris.kiriman.rencana.satker
    with menyimpan(satker, baris.nama, File(isi), oleh) as (berkas, sah):
        ingat_pembawa(satker, sah.sha256, baris.kiriman.oleh)  # who takes it did not bring it alone
        bukti = tambah_versi(syarat, baris.pelaksanaan, Keterangan(), oleh, nama=sah.nama, berkas=berkas)
        lain = (
            Bukti.objects.filter(berkas=berkas)
            .exclude(pk=bukti.pk)
            .select_related("syarat__rencana_kerja__pengungkit", "syarat__aksi")[:3]
        )
        juga = ", ".join(f"{letak(b.syarat)} {b.syarat.teks}" for b in lain)
        pesan = f"Isi yang sama juga menjadi bukti {juga}; berkasnya disimpan sekali."[:500] if juga else ""
        _ubah(baris, {"syarat": syarat, "status": StatusBaris.DIAMBIL, "bukti": bukti, "pesan": pesan})
    return bukti


def letak(syarat: SyaratBukti) -> str:
    """I.2.a, as people name it."""
    kerja = syarat.rencana_kerja
    huruf = syarat.aksi.huruf if syarat.aksi else ""
    return ".".join(b for b in (kerja.pengungkit.kode, str(kerja.nomor or "–"), huruf) if b)


@transaction.atomic
def tolak_baris(*, baris: BarisKiriman, pesan: str, tetap: bool, oleh: Pengguna) -> None:
    """Write down at the row why it was not taken; with `tetap`, where the file is not at fault, it goes on waiting."""
    status = StatusBaris.MENUNGGU if tetap else StatusBaris.DITOLAK
    milik = BarisKiriman.objects.filter(pk=baris.pk, status=StatusBaris.MENUNGGU)
    if milik.update(status=status, pesan=pesan[:500]):
        _catat(baris, "menolak berkas kiriman", oleh, {"nama": baris.nama, "pesan": pesan})


def _pastikan_terbuka(kiriman: Kiriman) -> None:
    if not Kiriman.objects.filter(pk=kiriman.pk, status=StatusKiriman.TERBUKA).exists():
        raise DomainError(TERTUTUP)


def _pastikan_boleh(syarat: SyaratBukti, oleh: Pengguna) -> None:
    if not oleh.boleh("unggah_bukti", syarat):
        raise DomainError(f"Bukti pengungkit {syarat.lingkup.area} diambil oleh timnya, ketua, atau kepala.")


def _ubah(baris: BarisKiriman, baru: Mapping[str, Any]) -> None:
    """Write unless somebody took it or closed the heap meanwhile."""
    milik = BarisKiriman.objects.filter(pk=baris.pk, kiriman__status=StatusKiriman.TERBUKA)
    if not milik.exclude(status=StatusBaris.DIAMBIL).update(**baru):
        raise DomainError("Berkas ini sudah diambil, atau kirimannya sudah ditutup.")
    for nama, nilai in baru.items():
        setattr(baris, nama, nilai)


def _catat(baris: BarisKiriman, tindakan: str, oleh: Pengguna, sesudah: Mapping[str, Any]) -> None:
    satker_id = baris.kiriman.rencana.satker_id
    catat(satker_id=satker_id, oleh=oleh, tindakan=tindakan, objek=baris, sesudah=sesudah)
