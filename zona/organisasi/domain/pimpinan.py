"""A change of kepala or ketua: proposed by the admin with its SK, in force when a second person confirms (ADR 0048);
or done by the operator of the installation, where nobody can. All concerned are told."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.urls import reverse

from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import hari_stempel, sekarang, tanggal_id
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.wewenang import jaga, larang_peran_diri
from zona.organisasi.enums import PENGARAH, KeadaanUsulan, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker, Tim, UsulanPimpinan
from zona.organisasi.queries.pimpinan import pimpinan
from zona.organisasi.sinyal import kabar_orang

JEDA = timedelta(hours=72)
"""How long whose own password an admin took away decides nothing of this."""
SUDAH = "Usulan ini sudah diputuskan atau ditarik. Muat ulang halamannya."
BUKAN_PIHAK = "Usulan ini dikonfirmasi oleh orang kedua: kepala yang menjabat, atau untuk pergantian kepala juga ketua."


@transaction.atomic
def usulkan_pimpinan(
    *, satker: Satker, tahun: int, peran: Peran, calon: Pengguna, nomor_sk: str, tanggal_sk: date, oleh: Pengguna
) -> UsulanPimpinan:
    """Propose that `calon` be kepala or ketua of that year. Raises DomainError for oneself, for who is no active
    person of the office or holds the role already, and where one waits; where the role was never held, for a list
    is enough."""
    Satker.objects.select_for_update().get(pk=satker.pk)
    jaga(larang_peran_diri(calon, oleh), kolom="calon")
    kini = _periksa(satker, tahun, peran, calon)
    if kini is None:
        raise DomainError(
            f"Kantor ini belum pernah mempunyai {peran.value}; {peran.value} pertama dimasukkan dari daftar atau "
            "halaman orangnya.",
            kolom="peran",
        )
    if UsulanPimpinan.objects.filter(satker=satker, tahun=tahun, peran=peran, keadaan=KeadaanUsulan.MENUNGGU).exists():
        raise DomainError(f"Usulan pergantian {peran.value} {tahun} sudah ada dan menunggu.", kolom="peran")
    usulan = UsulanPimpinan.objects.create(
        satker=satker, tahun=tahun, tahun_acuan=kini.tim.tahun, peran=peran, calon=calon, pendahulu=kini.pengguna,
        nomor_sk=nomor_sk, tanggal_sk=tanggal_sk, diusulkan_oleh=oleh,
    )  # fmt: skip
    _catat(usulan, "mengusulkan pergantian", oleh)
    _kabari(usulan, "diusulkan", f"{oleh} mengusulkan pergantian itu, dan menunggu konfirmasi orang kedua.", oleh)
    return usulan


@transaction.atomic
def setujui_pimpinan(*, usulan: UsulanPimpinan, alasan: str = "", oleh: Pengguna) -> None:
    """Confirm: from now on `calon` leads; `alasan` may be a note. Raises DomainError for who is no second person, whose
    password an admin took away lately, and where things changed since."""
    usulan = _kunci(usulan)
    if not oleh.boleh("setujui_pimpinan", usulan):
        raise DomainError(BUKAN_PIHAK)
    if (disetel := _sandi_disetel(oleh)) is not None:
        raise DomainError(
            f"Sandi Anda disetel ulang oleh {disetel.oleh_nama} kurang dari 72 jam yang lalu; selama itu akun ini "
            "tidak dapat mengonfirmasi pergantian kepala atau ketua. Bila bukan Anda yang memintanya, laporkan."
        )
    kini = _periksa(usulan.satker, usulan.tahun, Peran(usulan.peran), usulan.calon)
    if kini is None or (kini.pengguna_id, kini.tim.tahun) != (usulan.pendahulu_id, usulan.tahun_acuan):
        raise DomainError("Pemegang perannya sudah berubah sejak diusulkan. Tarik usulan ini dan usulkan lagi.")
    _putus(usulan, KeadaanUsulan.BERLAKU, oleh, alasan)
    _berlakukan(usulan)
    _catat(usulan, "mengganti", oleh, alasan)
    sejak = tanggal_id(hari_stempel(usulan.satker.zona_waktu))
    _kabari(usulan, "berlaku", f"{oleh} mengonfirmasinya; berlaku sejak {sejak}.", oleh)


@transaction.atomic
def tolak_pimpinan(*, usulan: UsulanPimpinan, alasan: str, oleh: Pengguna) -> None:
    """Refuse it, with a reason. Raises DomainError for who may not confirm it."""
    usulan = _kunci(usulan)
    if not oleh.boleh("setujui_pimpinan", usulan):
        raise DomainError(BUKAN_PIHAK)
    if not alasan.strip():
        raise DomainError("Tulis alasan penolakannya.", kolom="alasan")
    _putus(usulan, KeadaanUsulan.DITOLAK, oleh, alasan)
    _catat(usulan, "menolak pergantian", oleh, alasan)
    _kabari(usulan, "ditolak", f"{oleh} menolaknya. Alasan: {alasan}", oleh)


@transaction.atomic
def tarik_pimpinan(*, usulan: UsulanPimpinan, alasan: str = "", oleh: Pengguna) -> None:
    """Take a proposal back, while it waits."""
    usulan = _kunci(usulan)
    _putus(usulan, KeadaanUsulan.DITARIK, oleh, alasan)
    _catat(usulan, "menarik usulan pergantian", oleh, alasan)
    _kabari(usulan, "ditarik", f"{oleh} menarik usulan itu.", oleh)


@transaction.atomic
def ganti_pimpinan(
    *,
    satker: Satker,
    tahun: int,
    peran: Peran,
    calon: Pengguna,
    nomor_sk: str,
    tanggal_sk: date,
    alasan: str = "",
    oleh: None = None,
) -> UsulanPimpinan:
    """The operator's way, where nobody in the office can confirm: in force at once, marked so, told to all concerned.
    What waited for that role ends. Raises DomainError as `usulkan_pimpinan` does."""
    Satker.objects.select_for_update().get(pk=satker.pk)
    kini = _periksa(satker, tahun, peran, calon)
    menunggu = UsulanPimpinan.objects.filter(satker=satker, tahun=tahun, peran=peran, keadaan=KeadaanUsulan.MENUNGGU)
    menunggu.update(keadaan=KeadaanUsulan.DITARIK, diputus_pada=sekarang(), alasan="diganti oleh pengelola Zona")
    usulan = UsulanPimpinan.objects.create(
        satker=satker, tahun=tahun, tahun_acuan=kini.tim.tahun if kini else tahun, peran=peran, calon=calon,
        pendahulu=kini.pengguna if kini else None, nomor_sk=nomor_sk, tanggal_sk=tanggal_sk, alasan=alasan,
        keadaan=KeadaanUsulan.BERLAKU, diputus_pada=sekarang(),
    )  # fmt: skip
    _berlakukan(usulan)
    _catat(usulan, "mengganti", oleh, alasan or "oleh pengelola Zona")
    _kabari(usulan, "berlaku", f"Pengelola Zona melakukannya. {alasan}".strip(), oleh)
    return usulan


def _periksa(satker: Satker, tahun: int, peran: Peran, calon: Pengguna) -> Keanggotaan | None:
    """Who holds the role as of that year. Raises DomainError for a candidate who cannot."""
    if calon.satker_id != satker.pk or not calon.is_active:
        raise DomainError(f"{calon} bukan pegawai aktif {satker}.", kolom="calon")
    semua = pimpinan(satker.pk, tahun)
    kini = semua.get(peran)
    if kini and (kini.pengguna_id, kini.tim.tahun) == (calon.pk, tahun):
        raise DomainError(f"{calon} sudah menjabat {peran.value} {tahun}.", kolom="calon")
    lain = semua.get(Peran.KEPALA if peran == Peran.KETUA else Peran.KETUA)
    if peran == Peran.KETUA and lain and (lain.pengguna_id, lain.tim.tahun) == (calon.pk, tahun):
        raise DomainError(f"{calon} menjabat kepala {tahun}; usulkan dahulu kepala yang baru.", kolom="calon")
    return kini


def _kunci(usulan: UsulanPimpinan) -> UsulanPimpinan:
    """The proposal as it is now, its office queued. Raises DomainError where it no longer waits."""
    Satker.objects.select_for_update().get(pk=usulan.satker_id)
    kini = UsulanPimpinan.objects.select_related("satker", "calon", "pendahulu", "diusulkan_oleh").get(pk=usulan.pk)
    if kini.keadaan != KeadaanUsulan.MENUNGGU:
        raise DomainError(SUDAH)
    return kini


def _putus(usulan: UsulanPimpinan, keadaan: KeadaanUsulan, oleh: Pengguna, alasan: str = "") -> None:
    berubah = UsulanPimpinan.objects.filter(pk=usulan.pk, keadaan=KeadaanUsulan.MENUNGGU).update(
        keadaan=keadaan, diputus_oleh=oleh, diputus_pada=sekarang(), alasan=alasan
    )
    if not berubah:
        raise DomainError(SUDAH)


def _berlakukan(usulan: UsulanPimpinan) -> None:
    """The place of the year goes to the candidate, who leaves another place in the steering pair for it."""
    tim, _ = Tim.objects.get_or_create(satker=usulan.satker, tahun=usulan.tahun, kode=PENGARAH)
    lama = Keanggotaan.objects.filter(tim=tim, peran=usulan.peran).first()
    sebutan, urutan = (lama.sebutan, lama.urutan) if lama else ("", 1 if usulan.peran == Peran.KEPALA else 2)
    Keanggotaan.objects.filter(tim=tim, peran=usulan.peran).delete()
    Keanggotaan.objects.filter(tim=tim, pengguna=usulan.calon).delete()
    Keanggotaan.objects.create(tim=tim, pengguna=usulan.calon, peran=usulan.peran, sebutan=sebutan, urutan=urutan)


def _sandi_disetel(oleh: Pengguna) -> Jejak | None:
    """The row of an admin who lately took away the password the person had chosen; a first one is no such."""
    milik = Jejak.objects.filter(objek=Pengguna._meta.label_lower, objek_id=oleh.pk)
    disetel = milik.filter(
        tindakan="memberi sandi sementara", oleh_id__isnull=False, waktu__gt=sekarang() - JEDA
    ).exclude(oleh_id=oleh.pk)
    sendiri = milik.filter(tindakan__in=["mengganti sandi sendiri", "menerima undangan", "memasang sandi"])
    pertama = sendiri.order_by("id").values_list("id", flat=True).first()
    return disetel.filter(id__gt=pertama).order_by("-id").first() if pertama is not None else None


def _catat(usulan: UsulanPimpinan, tindakan: str, oleh: Pengguna | None, alasan: str = "") -> None:
    sk: dict[str, Any] = {"nomor_sk": usulan.nomor_sk, "tanggal_sk": usulan.tanggal_sk, "tahun": usulan.tahun}
    catat(
        satker_id=usulan.satker_id, oleh=oleh, tindakan=f"{tindakan} {usulan.peran}", objek=usulan,
        sebelum={usulan.peran: usulan.pendahulu}, sesudah={usulan.peran: usulan.calon, **sk}, alasan=alasan,
    )  # fmt: skip


def _kabari(usulan: UsulanPimpinan, kata: str, kalimat: str, oleh: Pengguna | None) -> None:
    """To whom it makes and unmakes leader, the leaders who may confirm it, and the office's admins."""
    satker = usulan.satker
    orang = [usulan.calon, usulan.pendahulu]
    orang += [k.pengguna for k in pimpinan(satker.pk, usulan.tahun_acuan).values()]
    admin = Penugasan.objects.filter(satker=satker, peran=Peran.ADMIN).select_related("pengguna")
    orang += [p.pengguna for p in admin.order_by("pk")]
    kepada = {o.pk: o for o in orang if o is not None and o != oleh and o.is_active}
    perihal = f"Pergantian {usulan.peran} {usulan.tahun} {kata}"
    isi = (
        f"{usulan.sebutan} {satker.nama} {usulan.tahun}: {usulan.pendahulu or 'belum ada'} diganti {usulan.calon}, "
        f"dengan SK nomor {usulan.nomor_sk} tanggal {tanggal_id(usulan.tanggal_sk)}. {kalimat}"
    )
    kabar_orang.send(
        UsulanPimpinan, satker=satker, kepada=list(kepada.values()), perihal=perihal, isi=isi,
        jalur=reverse("orang:pimpinan", args=[satker.slug, usulan.tahun]),
    )  # fmt: skip
