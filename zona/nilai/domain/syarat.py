"""Filling in how an office stands to a condition of the proposal, with its proof."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.validators import URLValidator
from django.db import IntegrityError, transaction

from bukti_fisik.alamat import sidik_alamat
from bukti_fisik.domain.pembawa import ingat_pembawa
from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Berkas, Bukti, Pembawa
from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.nilai.models import PemenuhanSyarat
from zona.nilai.syarat import MENURUT_KODE, IsianSyaratSalah, Syarat, rapikan
from zona.organisasi.domain.jejak import beda, catat

ALAMAT = URLValidator(schemes=["https", "http"])
TERCATAT = ("isian", "catatan", "bukti", "berkas", "nama_berkas", "tautan")


def isi_syarat(
    *,
    rencana: Rencana,
    kode: str,
    isian: str,
    oleh: Any,
    catatan: str = "",
    bukti: Bukti | None = None,
    tautan: str = "",
    berkas: File | None = None,
    lepas: bool = False,
    revisi: int = 0,
) -> bool:
    """Save one condition with one proof at most: a bukti of the office's plan, an address, or a file of its own. With
    none given, a file kept before stays unless `lepas`. `revisi`: as it was shown, 0 for nothing yet. False where
    nothing changed. Atomic: after any failure there is neither row nor file.

    Raises DomainError, naming the field: an unknown condition, what it cannot be, more than one proof, a withdrawn
    bukti or one of another office, no address, a file that is not taken; and, naming who, where somebody was quicker.
    """
    syarat = MENURUT_KODE.get(kode)
    if syarat is None:
        raise DomainError(f"{kode} bukan syarat pengusulan.")
    try:
        isi: dict[str, Any] = {"isian": rapikan(syarat, isian), "catatan": catatan.strip().replace("\r\n", "\n")}
    except IsianSyaratSalah as salah:
        raise DomainError(str(salah), kolom="isian") from salah
    alamat = _alamat(tautan)
    _periksa_bukti(rencana, bukti, alamat, berkas)
    if berkas is None:
        with transaction.atomic():
            return _tulis(rencana, syarat, {**isi, "bukti": bukti, "tautan": alamat}, lepas, revisi, oleh)
    with menyimpan(rencana.satker, berkas.name or "", berkas, oleh) as (baris, sah):
        isi |= {"bukti": None, "tautan": "", "berkas": baris, "nama_berkas": sah.nama}
        return _tulis(rencana, syarat, isi, lepas, revisi, oleh)


@transaction.atomic
def nyatakan_dikunjungi(*, pemenuhan: PemenuhanSyarat, oleh: Any) -> None:
    """Say that one opened the address and that it is what the condition asks for. Raises DomainError where there is no
    address, for who filled it in or brought the address in, and where somebody said so, or changed it, meanwhile."""
    if not pemenuhan.tautan:
        raise DomainError("Syarat ini tidak dibuktikan dengan tautan.")
    sidik = sidik_alamat(pemenuhan.tautan)
    bawa = Pembawa.objects.filter(satker=pemenuhan.satker_id, sidik=sidik, orang=oleh.pk)
    if pemenuhan.diisi_oleh_id == oleh.pk or bawa.exists():
        raise DomainError("Tautan yang Anda masukkan sendiri harus dibuka dan dinyatakan orang lain.")
    milik = PemenuhanSyarat.objects.filter(
        pk=pemenuhan.pk, revisi=pemenuhan.revisi, tautan=pemenuhan.tautan, dikunjungi_oleh__isnull=True
    )
    baru = {"dikunjungi_oleh": oleh, "dikunjungi_pada": sekarang()}
    if not milik.update(**baru):
        raise _didahului(PemenuhanSyarat.objects.filter(pk=pemenuhan.pk).select_related("diisi_oleh").first())
    catat(
        satker_id=pemenuhan.satker_id, oleh=oleh, tindakan="menyatakan tautan syarat dikunjungi", objek=pemenuhan,
        sesudah={"tautan": pemenuhan.tautan, **baru},
    )  # fmt: skip


@transaction.atomic
def kosongkan_syarat(*, pemenuhan: PemenuhanSyarat, oleh: Any) -> None:
    """Take back what was filled in; the trail keeps it. Raises DomainError where somebody changed it meanwhile."""
    hapus, _ = PemenuhanSyarat.objects.filter(pk=pemenuhan.pk, revisi=pemenuhan.revisi).delete()
    if not hapus:
        raise _didahului(PemenuhanSyarat.objects.filter(pk=pemenuhan.pk).first())
    sebelum = {k: getattr(pemenuhan, k) for k in TERCATAT if getattr(pemenuhan, k)}
    catat(
        satker_id=pemenuhan.satker_id, oleh=oleh, tindakan="mengosongkan syarat pengusulan", objek=pemenuhan,
        sebelum=sebelum,
    )  # fmt: skip


def _alamat(tautan: str) -> str:
    bersih = tautan.strip()
    if bersih:
        try:
            ALAMAT(bersih)
        except ValidationError:
            raise DomainError("Tulis alamat lengkap yang diawali https:// atau http://.", kolom="tautan") from None
    return bersih


def _periksa_bukti(rencana: Rencana, bukti: Bukti | None, tautan: str, berkas: File | None) -> None:
    if sum(map(bool, (bukti, tautan, berkas is not None))) > 1:
        raise DomainError("Pilih satu saja: bukti dari rencana, berkas, atau tautan.", kolom="bukti")
    if bukti is not None:
        if bukti.lingkup.satker_id != rencana.satker_id:
            raise DomainError("Bukti itu milik satuan kerja lain.", kolom="bukti")
        if bukti.status == StatusBukti.DITARIK:
            raise DomainError("Bukti itu sudah ditarik.", kolom="bukti")


def _tulis(rencana: Rencana, syarat: Syarat, isi: dict[str, Any], lepas: bool, revisi: int, oleh: Any) -> bool:
    milik = PemenuhanSyarat.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun, kode=syarat.kode)
    ada = milik.select_related("bukti", "berkas", "diisi_oleh").first()
    if (ada.revisi if ada else 0) != revisi:
        raise _didahului(ada)
    tetap: Berkas | None = ada.berkas if ada and not (lepas or isi.get("bukti") or isi.get("tautan")) else None
    isi.setdefault("berkas", tetap)
    if ada is None or isi.get("tautan", ada.tautan) != ada.tautan:
        isi |= {"dikunjungi_oleh": None, "dikunjungi_pada": None}
    if isi.get("tautan"):
        ingat_pembawa(rencana.satker, sidik_alamat(isi["tautan"]), oleh)
    isi.setdefault("nama_berkas", ada.nama_berkas if ada and tetap else "")
    sebelum: dict[str, Any] = {}
    siapa = {"diisi_oleh": oleh, "diisi_pada": sekarang(), "revisi": revisi + 1}
    if ada is None:
        try:
            with transaction.atomic():
                ada = milik.create(satker=rencana.satker, tahun=rencana.tahun, kode=syarat.kode, **isi, **siapa)
        except IntegrityError:
            raise _didahului(milik.select_related("diisi_oleh").first()) from None
        sesudah = {k: v for k, v in isi.items() if v}
    else:
        sebelum, sesudah = beda(ada, **isi)
        if not sesudah:
            return False
        if not milik.filter(revisi=revisi).update(**isi, **siapa):
            raise _didahului(milik.select_related("diisi_oleh").first())
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan="mengisi syarat pengusulan", objek=ada,
        sebelum=sebelum, sesudah=sesudah,
    )  # fmt: skip
    return True


def _didahului(kini: PemenuhanSyarat | None) -> DomainError:
    """Who was quicker, and what it is now."""
    jadi = f"diubah oleh {kini.diisi_oleh or 'sistem'} menjadi “{kini.isian}”" if kini else "dikosongkan orang lain"
    return DomainError(
        f"Sementara itu syarat ini {jadi}. Yang Anda ketik masih ada di bawah; simpan lagi bila tetap hendak "
        "menggantinya."
    )
