"""People move: their roles in one office end on a date, and another office takes in the same account (ADR 0049)."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.urls import reverse

from zona.inti.errors import DomainError
from zona.inti.waktu import hari_ini, tanggal_id
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.domain.pengguna import gambar_ulang
from zona.organisasi.domain.penugasan import jaga_admin_terakhir
from zona.organisasi.domain.wewenang import jaga, larang_berhenti, larang_peran_diri
from zona.organisasi.enums import PENGARAH, PIMPINAN, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker
from zona.organisasi.sinyal import akun_disatukan, kabar_orang

KELUAR = "mengakhiri peran karena mutasi"
"""As the audit trail has it."""
BELUM_LEPAS = (
    "{satker} belum mencatat kepindahan Anda, atau harinya belum tiba. Mintalah adminnya mencatat mutasi Anda, lalu "
    "terima ajakan ini."
)


@transaction.atomic
def mutasi(*, pengguna: Pengguna, tanggal: date | None, alasan: str = "", oleh: Pengguna | None) -> bool:
    """The person leaves the office on that day: at once where it has come, else when it does (`terapkan_mutasi`);
    None takes it back. False where nothing changes. Raises DomainError for oneself, for who leads, and for the last
    admin."""
    jaga(larang_peran_diri(pengguna, oleh))
    satker = pengguna.satker
    if satker is None:
        raise DomainError(f"{pengguna} sudah tidak bertugas di kantor mana pun.")
    hari = hari_ini(satker.zona_waktu)
    if tanggal is not None:
        jaga(larang_berhenti(pengguna, min(hari, tanggal).year, oleh))
        jaga_admin_terakhir(pengguna, satker)
    sebelum, sesudah = beda(pengguna, pindah_pada=tanggal)
    if not sesudah:
        return False
    pengguna.save(update_fields=["pindah_pada"])
    tindakan = "mencatat mutasi" if tanggal else "membatalkan mutasi"
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan=tindakan, objek=pengguna, sebelum=sebelum, sesudah=sesudah,
        alasan=alasan,
    )  # fmt: skip
    if tanggal:
        _kabari(satker, pengguna, f"Peran {pengguna} di {satker.nama} berakhir pada {tanggal_id(tanggal)}.", oleh)
    if tanggal and tanggal <= hari:
        terapkan_mutasi(pengguna=pengguna, oleh=oleh)
    return True


def mutasi_tiba(pengguna: Pengguna) -> bool:
    """Whether the day the person leaves has come."""
    hari, satker = pengguna.pindah_pada, pengguna.satker
    return hari is not None and satker is not None and hari <= hari_ini(satker.zona_waktu)


@transaction.atomic
def terapkan_mutasi(*, pengguna: Pengguna, oleh: Pengguna | None) -> bool:
    """On the day: the places in teams of that year and later and the standing roles of the office end, the account is
    of no office until another takes it in. Teams of earlier years stay as they were. False where the day has not come,
    or the person has come to lead or to be the only admin meanwhile."""
    kini = Pengguna.objects.select_for_update(of=("self",)).select_related("satker").get(pk=pengguna.pk)
    satker, tanggal = kini.satker, kini.pindah_pada
    if satker is None or tanggal is None or not mutasi_tiba(kini) or _terikat(kini, satker, tanggal):
        return False
    lepas = Keanggotaan.objects.filter(pengguna=kini, tim__satker=satker, tim__tahun__gte=tanggal.year)
    peran = [str(k.tim) for k in lepas.select_related("tim").order_by("tim__tahun", "tim__kode")]
    tetap = Penugasan.objects.filter(pengguna=kini, satker=satker)
    peran += [p.get_peran_display() for p in tetap.order_by("peran")]
    lepas.delete()
    tetap.delete()
    kini.satker, kini.pindah_pada = None, None
    kini.save(update_fields=["satker", "pindah_pada"])
    gambar_ulang(kini)
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan=KELUAR, objek=kini,
        sebelum={"peran": peran}, sesudah={"tanggal": tanggal},
    )  # fmt: skip
    pengguna.satker, pengguna.pindah_pada = None, None
    return True


@transaction.atomic
def terapkan_mutasi_satker(*, satker: Satker, hari: date, oleh: Pengguna | None) -> int:
    """Those of an office whose day has come; how many. Run daily; whoever signs in before is seen to then."""
    tiba = Pengguna.objects.filter(satker=satker, pindah_pada__lte=hari).order_by("pk")
    return sum(terapkan_mutasi(pengguna=satu, oleh=oleh) for satu in tiba)


@transaction.atomic
def terima_pegawai(*, satker: Satker, pengguna: Pengguna, oleh: Pengguna) -> None:
    """The account becomes one of the office. One that the office had made for the same NIP gives its places to it and
    goes out of use. Raises DomainError while another office holds the person."""
    if pengguna.satker is not None:
        raise DomainError(BELUM_LEPAS.format(satker=pengguna.satker.nama))
    kembar = Pengguna.objects.filter(satker=satker, nip=pengguna.nip).exclude(pk=pengguna.pk).first()
    if kembar is not None:
        _satukan(kembar, pengguna, satker, oleh)
    pengguna.satker = satker
    pengguna.save(update_fields=["satker"])
    gambar_ulang(pengguna)
    catat(satker_id=satker.pk, oleh=oleh, tindakan="masuk karena mutasi", objek=pengguna)


def pengurus(satker: Satker) -> list[Pengguna]:
    """Whom the coming and going of people concerns: admins, and who leads this year. One query."""
    tahun = hari_ini(satker.zona_waktu).year
    admin = Q(penugasan__satker=satker, penugasan__peran=Peran.ADMIN)
    pemimpin = Q(
        keanggotaan__tim__satker=satker, keanggotaan__tim__tahun=tahun, keanggotaan__tim__kode=PENGARAH,
        keanggotaan__peran__in=PIMPINAN,
    )  # fmt: skip
    return list(Pengguna.objects.filter(admin | pemimpin, is_active=True).distinct().order_by("nama", "pk"))


def _terikat(pengguna: Pengguna, satker: Satker, tanggal: date) -> bool:
    pemimpin = Keanggotaan.objects.filter(
        pengguna=pengguna, tim__satker=satker, tim__tahun__gte=tanggal.year, peran__in=PIMPINAN
    )
    try:
        jaga_admin_terakhir(pengguna, satker)
    except DomainError:
        return True
    return pemimpin.exists()


def _satukan(lama: Pengguna, baru: Pengguna, satker: Satker, oleh: Pengguna) -> None:
    """A step: places and roles go over, acts stay under the name that did them."""
    tempat = Keanggotaan.objects.filter(pengguna=lama).exclude(tim__keanggotaan__pengguna=baru)
    for milik in (tempat, Penugasan.objects.filter(pengguna=lama, satker=satker)):
        for satu in milik:
            satu.pengguna = baru
            satu.save(update_fields=["pengguna"])
    akun_disatukan.send(Pengguna, lama=lama, baru=baru, oleh=oleh)
    lama.set_unusable_password()
    lama.nip, lama.nip_sejak, lama.is_active = None, None, False
    lama.save(update_fields=["password", "nip", "nip_sejak", "is_active"])
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="menyatukan akun", objek=baru, sebelum={"akun": lama.username},
        sesudah={"akun": baru.username},
    )  # fmt: skip


def _kabari(satker: Satker, pengguna: Pengguna, isi: str, oleh: Pengguna | None) -> None:
    kepada = [o for o in {o.pk: o for o in [*pengurus(satker), pengguna]}.values() if o != oleh]
    kabar_orang.send(
        Pengguna, satker=satker, kepada=kepada, perihal=f"Mutasi {pengguna}", isi=isi,
        jalur=reverse("orang:orang", args=[satker.slug]),
    )  # fmt: skip
