"""Documents beside a stage: put there, withdrawn, never changed."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.validators import URLValidator
from django.db import transaction

from bukti_fisik.alamat import sidik_alamat
from bukti_fisik.domain.pembawa import ingat_pembawa
from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.tahapan.enums import JenisDokumen, KodeTahap, jenis_tahap
from zona.tahapan.models import DokumenTahap

ALAMAT = URLValidator(schemes=["https", "http"])
PANJANG_NAMA = 255


def tambah_dokumen(
    *,
    rencana: Rencana,
    kode: KodeTahap,
    jenis: str,
    oleh: Any,
    nama: str = "",
    bukti: Bukti | None = None,
    berkas: File | None = None,
    tautan: str = "",
) -> DokumenTahap:
    """Put one document beside the stage: a bukti of the office, a file, or an address. Without `nama` it is called as
    the bukti or file is; an address as it is written. Atomic: after any failure there is neither row nor file.

    Raises DomainError, naming the field: a kind the stage does not ask for, none or more than one document, a bukti
    of another office or withdrawn or there already, no address, a file that is not taken.
    """
    if jenis not in jenis_tahap(kode):
        raise DomainError("Pilih salah satu jenis dokumen yang ada.", kolom="jenis")
    alamat = tautan.strip()
    if (banyak := sum(map(bool, (bukti, alamat, berkas is not None)))) != 1:
        kata = "Pilih satu saja: bukti dari rencana, berkas, atau tautan." if banyak else "Pilih berkas atau tautannya."
        raise DomainError(kata, kolom="berkas")
    nama = " ".join(nama.split())
    if len(nama) > PANJANG_NAMA:
        raise DomainError(f"Paling panjang {PANJANG_NAMA} huruf.", kolom="nama")
    isi = {"rencana": rencana, "kode": kode, "jenis": JenisDokumen(jenis), "oleh": oleh}
    if berkas is not None:
        with menyimpan(rencana.satker, berkas.name or "", berkas, oleh) as (baris, sah):
            return _tambah(**isi, wujud={"berkas": baris, "nama": nama or sah.nama})
    if bukti is not None:
        _periksa_bukti(rencana, kode, bukti)
        return _tambah(**isi, wujud={"bukti": bukti, "nama": nama or bukti.nama})
    try:
        ALAMAT(alamat)
    except ValidationError:
        raise DomainError("Tulis alamat lengkap yang diawali https:// atau http://.", kolom="tautan") from None
    return _tambah(**isi, wujud={"tautan": alamat, "nama": nama or alamat[:PANJANG_NAMA]})


def _periksa_bukti(rencana: Rencana, kode: KodeTahap, bukti: Bukti) -> None:
    if bukti.lingkup.satker_id != rencana.satker_id:
        raise DomainError("Bukti itu milik satuan kerja lain.", kolom="bukti")
    if bukti.status == StatusBukti.DITARIK:
        raise DomainError("Bukti itu sudah ditarik.", kolom="bukti")
    ada = DokumenTahap.objects.filter(
        satker=rencana.satker_id, tahun=rencana.tahun, kode=kode, bukti=bukti, ditarik_pada__isnull=True
    )
    if ada.exists():
        raise DomainError("Bukti itu sudah ada pada tahap ini.", kolom="bukti")


@transaction.atomic
def _tambah(
    *, rencana: Rencana, kode: KodeTahap, jenis: JenisDokumen, oleh: Any, wujud: dict[str, Any]
) -> DokumenTahap:
    dokumen = DokumenTahap.objects.create(
        satker=rencana.satker, tahun=rencana.tahun, kode=kode, jenis=jenis, oleh=oleh, **wujud
    )
    if dokumen.tautan:
        ingat_pembawa(rencana.satker, sidik_alamat(dokumen.tautan), oleh)
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan="menambah dokumen tahapan", objek=dokumen,
        sesudah={"tahap": kode.label, **wujud},
    )  # fmt: skip
    return dokumen


@transaction.atomic
def tarik_dokumen(*, dokumen: DokumenTahap, oleh: Any) -> None:
    """Withdraw; row and file stay. Raises DomainError where it was withdrawn already."""
    saat = sekarang()
    milik = DokumenTahap.objects.filter(pk=dokumen.pk, ditarik_pada__isnull=True)
    if not milik.update(ditarik_oleh=oleh, ditarik_pada=saat):
        raise DomainError("Dokumen ini sudah ditarik.")
    catat(
        satker_id=dokumen.satker_id, oleh=oleh, tindakan="menarik dokumen tahapan", objek=dokumen,
        sebelum={"ditarik_pada": None}, sesudah={"ditarik_pada": saat},
    )  # fmt: skip
