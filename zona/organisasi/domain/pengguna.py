"""Accounts: made, corrected, put out of use. Never deleted: the trail, the evidence and the teams speak of them."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse

from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import hari_ini, sekarang
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.domain.penugasan import jaga_admin_terakhir
from zona.organisasi.domain.wewenang import jaga, larang_berhenti, larang_data
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna, Satker
from zona.organisasi.queries.pimpinan import memimpin
from zona.organisasi.sinyal import kabar_orang

KOLOM = ("username", "nip", "nama", "jabatan", "posel")


@transaction.atomic
def tambah_pengguna(
    *,
    satker: Satker,
    username: str,
    nama: str,
    nip: str | None = None,
    jabatan: str = "",
    posel: str = "",
    nip_naskah: str = "",
    oleh: Pengguna | None,
) -> Pengguna:
    """A new account of the office, without a password. Raises DomainError for a username that is taken, a NIP that
    somebody of the office has, or no valid one; a NIP that another office knows is nothing to be told (ADR 0049)."""
    pengguna = Pengguna(
        satker=satker, username=username, nama=nama, nip=nip or None, jabatan=jabatan, posel=posel,
        nip_naskah=nip_naskah, nip_sejak=sekarang() if nip else None,
    )  # fmt: skip
    pengguna.set_unusable_password()
    _periksa(pengguna)
    pengguna.save()
    isi = {kolom: getattr(pengguna, kolom) for kolom in KOLOM if getattr(pengguna, kolom)}
    catat(satker_id=satker.pk, oleh=oleh, tindakan="menambah akun", objek=pengguna, sesudah=isi)
    return pengguna


@transaction.atomic
def ubah_pengguna(*, pengguna: Pengguna, oleh: Pengguna | None, **baru: Any) -> bool:
    """Correct the fields given (of KOLOM, nip_naskah). True when something changed; every office that shows the person
    is drawn anew. Raises DomainError as above, and for what `wewenang` forbids."""
    if "nip" in baru:
        baru["nip"] = baru["nip"] or None
    berubah = {k: nilai for k, nilai in baru.items() if getattr(pengguna, k) != nilai}
    if not berubah:
        return False
    larangan = larang_data(pengguna, berubah, lambda: _memimpin(pengguna), oleh)
    jaga(larangan, kolom="nama" if "nama" in berubah else "nip")
    if "posel" in berubah and oleh is not None and pengguna.pk != oleh.pk:
        _kabari_alamat_lama(pengguna, oleh)
    sebelum, sesudah = beda(pengguna, **baru)
    if "nip" in sesudah:
        pengguna.nip_sejak = sekarang() if pengguna.nip else None
    _periksa(pengguna)
    pengguna.save(update_fields=[*sesudah, "nip_sejak"])
    gambar_ulang(pengguna)
    catat(
        satker_id=pengguna.satker_id, oleh=oleh, tindakan="mengubah akun", objek=pengguna, sebelum=sebelum,
        sesudah=sesudah,
    )  # fmt: skip
    return True


@transaction.atomic
def atur_keaktifan(*, pengguna: Pengguna, aktif: bool, alasan: str = "", oleh: Pengguna | None) -> None:
    """Put an account out of use (its sessions end) or back. Raises DomainError for oneself, for the last admin, and
    for who leads."""
    if pengguna.is_active == aktif:
        return
    if pengguna == oleh:
        raise DomainError("Anda tidak dapat menonaktifkan akun sendiri.")
    if not aktif:
        jaga(larang_berhenti(pengguna, _tahun(pengguna), oleh))
        jaga_admin_terakhir(pengguna)
    sebelum, sesudah = beda(pengguna, is_active=aktif)
    pengguna.save(update_fields=["is_active"])
    catat(
        satker_id=pengguna.satker_id, oleh=oleh, tindakan="mengaktifkan akun" if aktif else "menonaktifkan akun",
        objek=pengguna, sebelum=sebelum, sesudah=sesudah, alasan=alasan,
    )  # fmt: skip


def gambar_ulang(pengguna: Pengguna) -> None:
    """A step: no page that shows the person, of whichever office, is shown again as it was drawn: their own, those in
    whose teams and roles they stand or stood, and where they wrote or were written of."""
    di = Jejak.objects.filter(
        Q(oleh_id=pengguna.pk) | Q(objek=Pengguna._meta.label_lower, objek_id=pengguna.pk), satker_id__isnull=False
    )
    kantor = Q(pk=pengguna.satker_id) | Q(pk__in=di.values("satker_id"))
    kantor |= Q(tim__keanggotaan__pengguna=pengguna) | Q(penugasan__pengguna=pengguna)
    milik = list(Satker.objects.filter(kantor).values_list("pk", flat=True).distinct().order_by("pk"))
    Satker.objects.filter(pk__in=milik).update(revisi=F("revisi") + 1)


def _kabari_alamat_lama(pengguna: Pengguna, oleh: Pengguna) -> None:
    """Before it changes: letters will go elsewhere, and the person is to know."""
    if pengguna.posel and pengguna.satker is not None:
        kabar_orang.send(
            Pengguna, satker=pengguna.satker, kepada=[pengguna], perihal="alamat pos-el Anda diganti",
            isi=f"{oleh} mengganti alamat pos-el akun Anda; surat berikutnya tidak lagi dikirim ke alamat ini.",
            jalur=reverse("kabar:pilihan"),
        )  # fmt: skip


def _memimpin(pengguna: Pengguna) -> set[Peran]:
    return memimpin(pengguna, pengguna.satker_id, _tahun(pengguna)) if pengguna.satker_id else set()


def _tahun(pengguna: Pengguna) -> int:
    return hari_ini(pengguna.satker.zona_waktu).year if pengguna.satker else 0


def _periksa(pengguna: Pengguna) -> None:
    lain = Pengguna.objects.exclude(pk=pengguna.pk)
    if lain.filter(username=pengguna.username).exists():
        raise DomainError(f"Nama pengguna {pengguna.username} sudah dipakai.", kolom="username")
    if pengguna.nip and lain.filter(nip=pengguna.nip, satker=pengguna.satker_id).exists():
        raise DomainError(f"NIP {pengguna.nip} sudah dipakai akun lain.", kolom="nip")
    try:
        pengguna.full_clean(exclude=["password", "satker"], validate_unique=False, validate_constraints=False)
    except ValidationError as galat:
        kolom, pesan = next(iter(galat.message_dict.items()))
        raise DomainError(pesan[0], kolom=kolom) from galat
