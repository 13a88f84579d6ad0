"""Invitations by NIP: an assessor from outside, a person who comes from another office. Asking looks and costs the same
whether anybody has that NIP or not; it is its owner who makes something of it, by consent (ADR 0049)."""

from django.db import transaction
from django.db.models import F
from django.urls import reverse

from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.mutasi import pengurus, terima_pegawai
from zona.organisasi.enums import KeadaanUsulan, Peran, Untuk
from zona.organisasi.models import Ajakan, Pengguna, Penugasan, Satker
from zona.organisasi.models.usulan import MASA_AJAKAN
from zona.organisasi.queries.ajakan import TERBUKA, ajakan_untuk, masih_terbuka
from zona.organisasi.queries.nip import berupa_nip
from zona.organisasi.sinyal import ajakan_dibuat, kabar_orang

HABIS = "Ajakan ini sudah dijawab, ditarik, atau lewat waktunya."


@transaction.atomic
def ajak(*, satker: Satker, nip: str, untuk: Untuk, oleh: Pengguna) -> Ajakan:
    """Invite whoever has the NIP. Raises DomainError for no NIP, for one of this very office, and where one stands
    open; never for anything of another office."""
    if not berupa_nip(nip):
        raise DomainError("NIP terdiri atas 18 angka.", kolom="nip")
    if Pengguna.objects.filter(satker=satker, nip=nip).exists():
        raise DomainError("Orang ber-NIP ini sudah ada di kantor ini; atur perannya di halamannya.", kolom="nip")
    if untuk == Untuk.PENILAI and Penugasan.objects.filter(satker=satker, pengguna__nip=nip).exists():
        raise DomainError("Orang ber-NIP ini sudah menjadi penilai di sini.", kolom="nip")
    if masih_terbuka(satker, nip, untuk):
        raise DomainError("Ajakan untuk NIP ini sudah ada dan menunggu jawaban.", kolom="nip")
    ajakan = Ajakan.objects.create(
        satker=satker, nip=nip, untuk=untuk, diajak_oleh=oleh, sampai=sekarang() + MASA_AJAKAN
    )
    catat(satker_id=satker.pk, oleh=oleh, tindakan=f"mengajak {untuk}", objek=ajakan, sesudah={"nip": nip})
    Satker.objects.filter(pengguna__nip=nip).update(revisi=F("revisi") + 1)  # the first page of whoever it is
    ajakan_dibuat.send(Ajakan, ajakan=ajakan)
    return ajakan


@transaction.atomic
def tarik_ajakan(*, ajakan: Ajakan, oleh: Pengguna) -> None:
    """Take it back. Raises DomainError where it was accepted."""
    ditarik = Ajakan.objects.filter(pk=ajakan.pk, keadaan__in=TERBUKA)
    if not ditarik.update(keadaan=KeadaanUsulan.DITARIK, dijawab_pada=sekarang()):
        raise DomainError("Ajakan ini sudah diterima atau ditarik.")
    catat(satker_id=ajakan.satker_id, oleh=oleh, tindakan="menarik ajakan", objek=ajakan)
    Satker.objects.filter(pengguna__nip=ajakan.nip).update(revisi=F("revisi") + 1)


@transaction.atomic
def terima_ajakan(*, ajakan: Ajakan, oleh: Pengguna) -> None:
    """Consent: only now the office learns who it is, and the role begins. Raises DomainError where it no longer
    waits, and for who is not yet free to come (mutasi)."""
    ajakan = _kunci(ajakan, oleh)
    Ajakan.objects.filter(pk=ajakan.pk).update(keadaan=KeadaanUsulan.BERLAKU, pengguna=oleh, dijawab_pada=sekarang())
    if ajakan.untuk == Untuk.PEGAWAI:
        terima_pegawai(satker=ajakan.satker, pengguna=oleh, oleh=oleh)
        kata = "menjadi pegawai"
    else:
        Penugasan.objects.get_or_create(satker=ajakan.satker, pengguna=oleh, peran=Peran.PENILAI)
        kata = "menjadi penilai (TPI)"
    catat(
        satker_id=ajakan.satker_id, oleh=oleh, tindakan=f"menerima ajakan {ajakan.untuk}", objek=oleh,
        sesudah={"diajak_oleh": ajakan.diajak_oleh},
    )  # fmt: skip
    kepada = [o for o in pengurus(ajakan.satker) if o != oleh]
    isi = f"{oleh} (NIP {oleh.nip}) menerima ajakan {ajakan.diajak_oleh} {kata} {ajakan.satker.nama}."
    kabar_orang.send(
        Ajakan, satker=ajakan.satker, kepada=kepada, perihal=f"{oleh} {kata}", isi=isi,
        jalur=reverse("orang:orang", args=[ajakan.satker.slug]),
    )  # fmt: skip


@transaction.atomic
def tolak_ajakan(*, ajakan: Ajakan, oleh: Pengguna) -> None:
    """Refuse: the office sees what it saw before, so the row in the trail is of no office. Raises DomainError."""
    ajakan = _kunci(ajakan, oleh)
    Ajakan.objects.filter(pk=ajakan.pk).update(keadaan=KeadaanUsulan.DITOLAK, dijawab_pada=sekarang())
    catat(satker_id=None, oleh=oleh, tindakan="menolak ajakan", objek=ajakan)
    Satker.objects.filter(pengguna=oleh).update(revisi=F("revisi") + 1)


def _kunci(ajakan: Ajakan, oleh: Pengguna) -> Ajakan:
    """The invitation as it is now, if it waits for this very person; the two queue at the office's row."""
    Satker.objects.select_for_update().get(pk=ajakan.satker_id)
    satu = next((a for a in ajakan_untuk(oleh) if a.pk == ajakan.pk), None)
    if satu is None:
        raise DomainError(HABIS)
    return satu
