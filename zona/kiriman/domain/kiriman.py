"""Receiving a heap and closing it. A heap is no evidence: nothing of it stands in the plan until a row is taken."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.core.files import File
from django.db import transaction
from django.db.models import F, Max

from bukti_fisik.domain.simpanan import antre
from rencana_aksi.models import Rencana
from zona.inti.berkas import nama_tampil, periksa_berkas
from zona.inti.errors import DomainError
from zona.kiriman.cocok import Pengusul
from zona.kiriman.domain import tempat
from zona.kiriman.domain.arsip import PALING_BANYAK, Entri, baca_arsip
from zona.kiriman.domain.nama import jalur_tampil
from zona.kiriman.enums import StatusBaris, StatusKiriman
from zona.kiriman.models import BarisKiriman, Kiriman
from zona.kiriman.queries.tempat import tempat_rencana
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

UMUR = timedelta(days=30)
"""A heap nobody worked on for so long is closed."""
LEPAS = "Berkas lepas"
PENUH = f"Satu kiriman paling banyak {PALING_BANYAK:,} berkas. Tutup dahulu yang ini.".replace(",", ".")


def terima_arsip(*, rencana: Rencana, nama: str, isi: File, oleh: Pengguna) -> tuple[Kiriman, int]:
    """A ZIP becomes a heap, each of its files a row with its proposal; the heap, and how many files of operating
    systems were passed over. Raises DomainError for a ZIP that is not taken (arsip.py), and on a full disk."""
    daftar = baca_arsip(isi.file)  # type: ignore[arg-type]  # an open file
    kiriman = Kiriman(rencana=rencana, nama=nama_tampil(nama), ukuran=isi.size, oleh=oleh)
    baris = susun_baris(kiriman, daftar.entri)
    try:
        _buat(kiriman, baris, tempat.ARSIP, isi, {"berkas_sistem": daftar.sistem} if daftar.sistem else {})
    except BaseException:
        tempat.buang(kiriman.kode)
        raise
    return kiriman, daftar.sistem


def susun_baris(kiriman: Kiriman, entri: Iterable[Entri]) -> list[BarisKiriman]:
    """Rows with their proposals, not saved. What can never be taken is refused at once."""
    pengusul = Pengusul(tempat_rencana(kiriman.rencana), kiriman.rencana.tahun)
    return [_baris(kiriman, e, pengusul) for e in entri]


def _baris(kiriman: Kiriman, entri: Entri, pengusul: Pengusul) -> BarisKiriman:
    usulan = None if entri.tolak else pengusul.usulkan(entri.jalur)
    return BarisKiriman(
        kiriman=kiriman,
        urutan=entri.urutan,
        jalur=entri.jalur,
        nama=entri.nama,
        ukuran=entri.ukuran,
        usulan_id=usulan.syarat if usulan else None,
        pelaksanaan_id=usulan.pelaksanaan if usulan else None,
        keyakinan=usulan.keyakinan if usulan else 0,
        alasan=usulan.alasan if usulan else "",
        status=StatusBaris.DITOLAK if entri.tolak else StatusBaris.MENUNGGU,
        pesan=entri.tolak,
    )


@transaction.atomic
def _buat(kiriman: Kiriman, baris: list[BarisKiriman], nama: str, isi: File, lain: dict[str, int]) -> None:
    kiriman.save()
    BarisKiriman.objects.bulk_create(baris, batch_size=500)
    catat(
        satker_id=kiriman.rencana.satker_id, oleh=kiriman.oleh, tindakan="mengirim berkas untuk dicocokkan",
        objek=kiriman, sesudah={"berkas": len(baris), "ukuran": kiriman.ukuran, **lain},
    )  # fmt: skip
    tempat.simpan(kiriman.kode, nama, isi)  # last: what fails before leaves no file, what fails here no row


def tambah_berkas(*, rencana: Rencana, jalur: str, isi: File, oleh: Pengguna) -> BarisKiriman:
    """A loose file joins the person's open heap of loose files, which it begins if there is none. Raises DomainError
    for a file that is not taken as evidence (zona.inti.berkas), a heap that is full, and on a full disk."""
    jalur = jalur_tampil(jalur)
    nama = jalur.rpartition("/")[2]
    periksa_berkas(nama, isi)
    return _tambah(rencana, Entri(0, jalur, nama, isi.size, ""), isi, oleh)


@transaction.atomic
def _tambah(rencana: Rencana, entri: Entri, isi: File, oleh: Pengguna) -> BarisKiriman:
    antre(rencana.satker)
    milik = Kiriman.objects.filter(rencana=rencana, oleh=oleh, nama=LEPAS, status=StatusKiriman.TERBUKA)
    kiriman = milik.first()
    if kiriman is None:
        kiriman = Kiriman.objects.create(rencana=rencana, nama=LEPAS, ukuran=0, oleh=oleh)
        catat(
            satker_id=rencana.satker_id, oleh=oleh, tindakan="mengirim berkas untuk dicocokkan", objek=kiriman,
            sesudah={"nama": kiriman.nama},
        )  # fmt: skip
    kiriman.rencana = rencana
    terakhir = kiriman.baris.aggregate(n=Max("urutan"))["n"] or 0
    if terakhir >= PALING_BANYAK:
        raise DomainError(PENUH)
    [baris] = susun_baris(kiriman, [Entri(terakhir + 1, entri.jalur, entri.nama, entri.ukuran, "")])
    baris.save()
    Kiriman.objects.filter(pk=kiriman.pk).update(ukuran=F("ukuran") + entri.ukuran)
    tempat.simpan(kiriman.kode, str(baris.urutan), isi)
    return baris


def tutup_kiriman(*, kiriman: Kiriman, oleh: Pengguna | None) -> None:
    """Close the heap: selesai where something of it was taken, else dibuang. What was not taken is thrown away. Raises
    DomainError where it is closed already."""
    _tutup(kiriman, oleh)
    tempat.buang(kiriman.kode)


@transaction.atomic
def _tutup(kiriman: Kiriman, oleh: Pengguna | None) -> None:
    terambil = kiriman.baris.filter(status=StatusBaris.DIAMBIL).exists()
    status = StatusKiriman.SELESAI if terambil else StatusKiriman.DIBUANG
    if not Kiriman.objects.filter(pk=kiriman.pk, status=StatusKiriman.TERBUKA).update(status=status):
        raise DomainError("Kiriman ini sudah ditutup.")
    kiriman.status = status
    catat(
        satker_id=kiriman.rencana.satker_id, oleh=oleh, tindakan="menutup kiriman berkas", objek=kiriman,
        sebelum={"status": StatusKiriman.TERBUKA}, sesudah={"status": status},
    )  # fmt: skip


def bersihkan_kiriman(*, kini: datetime) -> int:
    """Close heaps nobody worked on for UMUR, and remove what lies there of closed ones or of none (a killed server);
    how many were closed. The nightly check calls it."""
    ditutup = 0
    for kode, diubah in list(tempat.semua()):
        kiriman = Kiriman.objects.filter(kode=kode, status=StatusKiriman.TERBUKA).select_related("rencana").first()
        umur = kini.timestamp() - diubah
        if kiriman is None and umur > 3600:  # younger: one that is just being received
            tempat.buang(kode)
        elif kiriman is not None and umur > UMUR.total_seconds():
            tutup_kiriman(kiriman=kiriman, oleh=None)
            ditutup += 1
    return ditutup
