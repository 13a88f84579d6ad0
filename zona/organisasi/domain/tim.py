"""Who is in which team of a year, as what."""

from django.db import transaction
from django.db.models import Max

from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.domain.wewenang import jaga, larang_lepas, larang_peran_diri, larang_pimpinan
from zona.organisasi.enums import PENGARAH, PIMPINAN, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker, Tim

DASAR = "daftar, tanpa orang kedua"
"""How a kepala or ketua came to it who did not come by a proposal."""


def peran_sah(kode: str) -> tuple[Peran, ...]:
    """The roles a team has: the steering pair, or a coordinator and members."""
    return (Peran.KEPALA, Peran.KETUA) if kode == PENGARAH else (Peran.KOORDINATOR, Peran.ANGGOTA)


@transaction.atomic
def masukkan_tim(
    *,
    satker: Satker,
    tahun: int,
    kode: str,
    pengguna: Pengguna,
    peran: Peran,
    sebutan: str = "",
    urutan: int | None = None,
    oleh: Pengguna | None,
) -> bool:
    """Put a person of the office into a team (PENGARAH, I–VI), or change the role held there; `urutan` is the number
    in the roster, by default the last. True when something changed. Raises DomainError for a role the team has not,
    one that somebody else holds, a person of another office or out of use, and what `wewenang` forbids."""
    jaga(larang_peran_diri(pengguna, oleh))
    if pengguna.satker_id != satker.pk:
        raise DomainError(f"{pengguna} bukan pegawai {satker}.")
    tim, _ = Tim.objects.get_or_create(satker=satker, tahun=tahun, kode=kode)
    if peran not in peran_sah(kode):
        raise DomainError(f"{tim.nama} tidak mempunyai peran {peran.label}.", kolom="peran")
    pemegang = Keanggotaan.objects.filter(tim=tim, peran=peran).exclude(pengguna=pengguna).select_related("pengguna")
    if peran != Peran.ANGGOTA and (lain := pemegang.first()):
        raise DomainError(f"{tim.nama} sudah mempunyai {peran.label}: {lain.pengguna}.", kolom="peran")
    jaga(larang_pimpinan(pengguna.pk, satker.pk, tahun, peran, oleh), kolom="peran")
    lama = Keanggotaan.objects.filter(tim=tim, pengguna=pengguna).first()
    if lama is not None and lama.peran != peran:
        jaga(larang_lepas(pengguna, Peran(lama.peran), oleh), kolom="peran")
    if lama is None and not pengguna.is_active:
        raise DomainError(f"Akun {pengguna} nonaktif. Aktifkan dahulu.")
    if lama is None:
        urutan = urutan or _berikut(satker, tahun)
        Keanggotaan.objects.create(tim=tim, pengguna=pengguna, peran=peran, sebutan=sebutan, urutan=urutan)
        isi = {"tim": kode, "peran": peran.label} | ({"dasar": DASAR} if peran in PIMPINAN else {})
        catat(satker_id=satker.pk, oleh=oleh, tindakan="memasukkan ke tim", objek=pengguna, sesudah=isi)
        return True
    sebelum, sesudah = beda(lama, peran=peran.value, sebutan=sebutan, urutan=urutan or lama.urutan)
    if sesudah:
        lama.save(update_fields=list(sesudah))
        catat(
            satker_id=satker.pk, oleh=oleh, tindakan="mengubah peran di tim", objek=pengguna,
            sebelum={"tim": kode, **sebelum}, sesudah={"tim": kode, **sesudah},
        )  # fmt: skip
    return bool(sesudah)


@transaction.atomic
def keluarkan_tim(*, keanggotaan: Keanggotaan, oleh: Pengguna | None) -> None:
    """Take a person out of a team. Raises DomainError for what `wewenang` forbids."""
    tim, pengguna, peran = keanggotaan.tim, keanggotaan.pengguna, Peran(keanggotaan.peran)
    jaga(larang_peran_diri(pengguna, oleh))
    jaga(larang_lepas(pengguna, peran, oleh))
    keanggotaan.delete()
    isi = {"tim": tim.kode, "peran": peran.label}
    catat(satker_id=tim.satker_id, oleh=oleh, tindakan="mengeluarkan dari tim", objek=pengguna, sebelum=isi)


def _berikut(satker: Satker, tahun: int) -> int:
    akhir = Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=tahun).aggregate(akhir=Max("urutan"))["akhir"]
    return (akhir or 0) + 1
