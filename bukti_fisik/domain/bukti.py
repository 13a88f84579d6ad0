"""Giving evidence and judging it. Nothing is overwritten: each upload is a version, each verdict is on record."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.validators import URLValidator
from django.db import transaction

from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.domain.simpanan import antre
from bukti_fisik.domain.versi import Keterangan, periksa_keterangan, periksa_tempat, tambah_versi
from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna

ALAMAT = URLValidator(schemes=["https", "http"])
SENDIRI = "Bukti yang Anda unggah sendiri harus diperiksa orang lain."
DIBAWA = "Isi bukti ini pernah Anda masukkan sendiri, sehingga harus diperiksa orang lain."


def unggah_bukti(
    *,
    syarat: SyaratBukti,
    pelaksanaan: Pelaksanaan | None,
    nama: str,
    isi: File,
    oleh: Pengguna | None,
    catatan: str = "",
    tanggal_dokumen: date | None = None,
    halaman: int | None = None,
) -> Bukti:
    """Keep the file as the next version for this syarat (at this pelaksanaan where it is asked at each). Atomic: after
    any failure there is neither row nor file (domain/simpan.py).

    Raises DomainError: the file is not taken, the pelaksanaan does not fit the syarat, the date lies in the future, the
    PDF has no such page, the very same bytes stand here already and were not withdrawn, or storage fails.
    """
    periksa_tempat(syarat, pelaksanaan)
    satker = syarat.rencana_kerja.pengungkit.rencana.satker
    keterangan = Keterangan(catatan, tanggal_dokumen, halaman)
    with menyimpan(satker, nama, isi, oleh) as (berkas, sah):
        return tambah_versi(syarat, pelaksanaan, keterangan, oleh, nama=sah.nama, berkas=berkas)


@transaction.atomic
def catat_tautan(
    *,
    syarat: SyaratBukti,
    pelaksanaan: Pelaksanaan | None,
    tautan: str,
    judul: str,
    oleh: Pengguna | None,
    catatan: str = "",
    tanggal_dokumen: date | None = None,
    halaman: int | None = None,
) -> Bukti:
    """Keep an address (Drive and others) with its title as the next version: versioned and judged as files are. Raises
    DomainError: no title, no https:// or http:// address, the same address stands here, or as `unggah_bukti`."""
    periksa_tempat(syarat, pelaksanaan)
    judul, tautan = " ".join(judul.split()), tautan.strip()
    if not judul:
        raise DomainError("Tulis judul dokumen yang ditautkan.", kolom="judul")
    try:
        ALAMAT(tautan)
    except ValidationError:
        raise DomainError("Tulis alamat lengkap yang diawali https:// atau http://.", kolom="tautan") from None
    antre(syarat.rencana_kerja.pengungkit.rencana.satker)
    keterangan = Keterangan(catatan, tanggal_dokumen, halaman)
    return tambah_versi(syarat, pelaksanaan, keterangan, oleh, nama=judul[:255], tautan=tautan)


@transaction.atomic
def pakai_bukti(*, bukti: Bukti, syarat: SyaratBukti, pelaksanaan: Pelaksanaan | None, oleh: Pengguna | None) -> Bukti:
    """Let what proves one syarat prove another one, of this plan or another year's of the same office: a bukti of its
    own over the same bytes (or address), to be judged there. Raises DomainError: another office's, withdrawn, held
    back by the virus scan, or as `unggah_bukti`."""
    periksa_tempat(syarat, pelaksanaan)
    satker = syarat.rencana_kerja.pengungkit.rencana.satker
    if bukti.lingkup.satker_id != satker.pk:
        raise DomainError("Bukti itu milik satuan kerja lain.")
    if bukti.status == StatusBukti.DITARIK:
        raise DomainError("Bukti itu sudah ditarik, sehingga tidak dapat dipakai lagi.")
    antre(satker)
    keterangan = Keterangan(bukti.catatan, bukti.tanggal_dokumen, bukti.halaman)
    return tambah_versi(
        syarat, pelaksanaan, keterangan, oleh, nama=bukti.nama, berkas=bukti.berkas, tautan=bukti.tautan, asal=bukti
    )


@transaction.atomic
def ubah_keterangan(
    *,
    bukti: Bukti,
    nama: str,
    catatan: str,
    tanggal_dokumen: date | None,
    halaman: int | None,
    oleh: Pengguna | None,
) -> None:
    """Correct what is said about a bukti nobody judged yet. Raises DomainError where somebody has, without a name, for
    a date in the future or a page the PDF has not."""
    if bukti.status != StatusBukti.MENUNGGU:
        raise didahului(bukti)
    nama = " ".join(nama.split())[:255]
    if not nama:
        raise DomainError("Tulis namanya.", kolom="nama")
    periksa_keterangan(bukti.syarat, Keterangan(catatan, tanggal_dokumen, halaman), bukti.berkas)
    baru = {"nama": nama, "catatan": catatan.strip(), "tanggal_dokumen": tanggal_dokumen, "halaman": halaman}
    sebelum, sesudah = beda(bukti, **baru)
    if not sesudah:
        return
    if not Bukti.objects.filter(pk=bukti.pk, status=StatusBukti.MENUNGGU).update(**sesudah):
        raise didahului(bukti)
    catat(
        satker_id=bukti.lingkup.satker_id, oleh=oleh, tindakan="mengubah keterangan bukti", objek=bukti,
        sebelum=sebelum, sesudah=sesudah,
    )  # fmt: skip


@transaction.atomic
def terima_bukti(*, bukti: Bukti, oleh: Pengguna) -> None:
    """Accept. Raises DomainError for one's own, and, naming who, where somebody was quicker."""
    _putuskan(bukti, StatusBukti.DITERIMA, "menerima bukti", "", oleh)


@transaction.atomic
def kembalikan_bukti(*, bukti: Bukti, alasan: str, oleh: Pengguna) -> None:
    """Return with a reason. Raises DomainError without one, for one's own, and where somebody was quicker."""
    _putuskan(bukti, StatusBukti.DIKEMBALIKAN, "mengembalikan bukti", _alasan(alasan), oleh)


@transaction.atomic
def tarik_bukti(*, bukti: Bukti, alasan: str, oleh: Pengguna | None) -> None:
    """Withdraw, whatever was decided on it; it stays readable. Raises DomainError without a reason, and where somebody
    changed it since it was read."""
    if bukti.status == StatusBukti.DITARIK:
        raise didahului(bukti)
    _ubah(bukti, "menarik bukti", oleh, status=StatusBukti.DITARIK, alasan=_alasan(alasan))


def _alasan(alasan: str) -> str:
    if not alasan.strip():
        raise DomainError("Tulis alasannya.", kolom="alasan")
    return alasan.strip()


def _putuskan(bukti: Bukti, status: StatusBukti, tindakan: str, alasan: str, oleh: Pengguna) -> None:
    if bukti.dibawa_oleh(oleh):
        raise DomainError(SENDIRI if bukti.diunggah_oleh_id == oleh.pk else DIBAWA)
    if bukti.status != StatusBukti.MENUNGGU:
        raise didahului(bukti)
    lain: dict[str, object] = {"diverifikasi_oleh": oleh, "diverifikasi_pada": sekarang()}
    if status == StatusBukti.DITERIMA:
        lain["diterima_untuk"] = bukti.syarat.teks
    _ubah(bukti, tindakan, oleh, status=status, alasan=alasan, **lain)


def _ubah(bukti: Bukti, tindakan: str, oleh: Pengguna | None, *, status: str, alasan: str, **lain: object) -> None:
    """Write only if it still stands as it was read."""
    lama = bukti.status
    if not Bukti.objects.filter(pk=bukti.pk, status=lama).update(status=status, alasan=alasan, **lain):
        raise didahului(bukti)
    bukti.refresh_from_db(fields=["status", "alasan", *lain])
    catat(
        satker_id=bukti.lingkup.satker_id,
        oleh=oleh,
        tindakan=tindakan,
        objek=bukti,
        sebelum={"status": lama},
        sesudah={"status": status},
        alasan=alasan,
    )


def didahului(bukti: Bukti) -> DomainError:
    """What it is now and who made it so, from the audit trail."""
    status = Bukti.objects.values_list("status", flat=True).get(pk=bukti.pk)
    jejak = Jejak.objects.filter(objek=Bukti._meta.label_lower, objek_id=bukti.pk).first()
    siapa = f" oleh {jejak.oleh_nama}" if jejak and status != StatusBukti.MENUNGGU else ""
    return DomainError(f"Bukti ini sudah berubah: {StatusBukti(status).label.lower()}{siapa}.")
