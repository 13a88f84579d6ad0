"""The life of a plan (produk.md §4): draf → diajukan → ditetapkan → perubahan (version n + 1) → diajukan → …

Each step is a conditional update from the state that was read: of two people at once the second is told who was first.
"""

from datetime import date
from typing import Any

from django.db import transaction

from rencana_aksi.beku import ke_json, sidik
from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana, RencanaAksi, VersiRencana
from rencana_aksi.queries.isi import isi_rencana
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_id
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna

DISUNTING = (StatusRencana.DRAF, StatusRencana.PERUBAHAN)
TIDAK_LAGI = "Sementara itu rencana ini sudah {kini}{oleh}. Muat ulang halaman."


@transaction.atomic
def ajukan_rencana(*, rencana: Rencana, oleh: Pengguna | None) -> None:
    """Hand the draft to the head. Raises DomainError where it is no draft, or holds no action."""
    if not RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).exists():
        raise DomainError("Rencana ini belum berisi satu pun rencana aksi.")
    _pindah(rencana, DISUNTING, "mengajukan rencana", oleh, status=StatusRencana.DIAJUKAN)


@transaction.atomic
def kembalikan_rencana(*, rencana: Rencana, alasan: str, oleh: Pengguna | None) -> None:
    """Give it back to be worked on. Raises DomainError without a reason, or where it is not diajukan."""
    semula = StatusRencana.PERUBAHAN if rencana.versi > 1 else StatusRencana.DRAF
    _pindah(rencana, (StatusRencana.DIAJUKAN,), "mengembalikan rencana", oleh, _alasan(alasan), status=semula)


@transaction.atomic
def tetapkan_rencana(
    *, rencana: Rencana, nomor_sk: str, tanggal_sk: date, oleh: Pengguna | None, hari_ini: date, sidik_dibaca: str = ""
) -> VersiRencana:
    """Enact the plan under its SK and freeze it whole. `sidik_dibaca`: of the content as it was shown to whoever signs.
    Raises DomainError, naming the field: number or date missing, a number used before, a date in the future, before
    the year before the plan's or before the SK that is changed; where it is not diajukan, or no longer what was read.
    """
    nomor = nomor_sk.strip()
    _tahan(rencana, (StatusRencana.DIAJUKAN,))
    _periksa_sk(rencana, nomor, tanggal_sk, hari_ini)
    if sidik_dibaca and sidik_dibaca != sidik_tanpa_sk(ke_json(isi_rencana(rencana))):
        raise DomainError("Isi rencana berubah sejak halaman ini dibuka. Baca sekali lagi, lalu tetapkan.")
    _pindah(
        rencana, (StatusRencana.DIAJUKAN,), "menetapkan rencana", oleh,
        status=StatusRencana.DITETAPKAN, nomor_sk=nomor, tanggal_sk=tanggal_sk,
    )  # fmt: skip
    return bekukan(rencana=rencana, oleh=oleh)


@transaction.atomic
def mulai_perubahan(*, rencana: Rencana, alasan: str, oleh: Pengguna | None) -> None:
    """Open a ditetapkan plan as the draft of version n + 1; its SK stays with version n. Raises DomainError without a
    reason, or where it is not ditetapkan."""
    _pindah(
        rencana, (StatusRencana.DITETAPKAN,), "memulai perubahan rencana", oleh, _alasan(alasan),
        status=StatusRencana.PERUBAHAN, versi=rencana.versi + 1, nomor_sk="", tanggal_sk=None,
    )  # fmt: skip


@transaction.atomic
def batalkan_perubahan(*, rencana: Rencana, oleh: Pengguna | None) -> None:
    """Go back to the version in force, where nothing of the plan has been changed since. Raises DomainError where
    something has, or the plan is not in perubahan."""
    _tahan(rencana, (StatusRencana.PERUBAHAN,))
    lama = VersiRencana.objects.get(rencana=rencana, versi=rencana.versi - 1)
    if lama.isi["pengungkit"] != ke_json(isi_rencana(rencana))["pengungkit"]:
        raise DomainError(
            f"Isi rencana sudah berbeda dari versi {lama.versi}. Kembalikan dahulu yang diubah, atau tetapkan versi "
            "barunya."
        )
    _pindah(
        rencana, (StatusRencana.PERUBAHAN,), "membatalkan perubahan rencana", oleh,
        status=StatusRencana.DITETAPKAN, versi=lama.versi, nomor_sk=lama.nomor_sk, tanggal_sk=lama.tanggal_sk,
    )  # fmt: skip


def pastikan_dapat_disunting(rencana: Rencana) -> None:
    """Hold the plan as it is until the transaction ends, so that nothing is signed while a row is written. One query,
    inside the write's transaction. Raises DomainError where it is not draf or perubahan, saying who can open it."""
    kini = Rencana.objects.select_for_update().get(pk=rencana.pk)
    if kini.status == StatusRencana.DIAJUKAN:
        raise DomainError(
            "Rencana ini sedang diajukan; isinya dapat diubah lagi setelah dikembalikan oleh kepala satuan kerja."
        )
    if kini.status not in DISUNTING:
        raise DomainError(
            f"Rencana ini sudah ditetapkan (versi {kini.versi}). Untuk mengubah isinya, kepala atau ketua tim memulai "
            "perubahan di halaman Dokumen."
        )


def sidik_tanpa_sk(isi: dict[str, Any]) -> str:
    """The fingerprint of what is signed: the content before it had its number and date."""
    return sidik({**isi, "nomor_sk": "", "tanggal_sk": None})


def _tahan(rencana: Rencana, dari: tuple[str, ...]) -> None:
    """Let nobody else change the plan's state before this transaction ends. Raises DomainError where somebody has."""
    kini = Rencana.objects.select_for_update().get(pk=rencana.pk)
    if kini.status not in dari or (kini.status, kini.versi) != (rencana.status, rencana.versi):
        raise _didahului(kini)


def _alasan(alasan: str) -> str:
    if not alasan.strip():
        raise DomainError("Tulis alasannya.", kolom="alasan")
    return alasan.strip()


def _pindah(
    rencana: Rencana, dari: tuple[str, ...], tindakan: str, oleh: Pengguna | None, alasan: str = "", **baru: Any
) -> None:
    """Change the state, if it is still the one that was read."""
    dibaca = {"status": rencana.status, "versi": rencana.versi}
    if rencana.status not in dari or not Rencana.objects.filter(pk=rencana.pk, **dibaca).update(**baru):
        raise _didahului(Rencana.objects.get(pk=rencana.pk))
    sebelum, sesudah = beda(rencana, **baru)
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan=tindakan, objek=rencana, sebelum=sebelum, sesudah=sesudah,
        alasan=alasan,
    )  # fmt: skip


def _didahului(kini: Rencana) -> DomainError:
    """What the plan has become meanwhile, and by whom, from the audit trail."""
    jejak = Jejak.objects.filter(objek=Rencana._meta.label_lower, objek_id=kini.pk).first()
    oleh = f" oleh {jejak.oleh_nama}" if jejak else ""
    kata = {StatusRencana.DRAF: "menjadi draf", StatusRencana.PERUBAHAN: "dibuka untuk perubahan"}
    return DomainError(TIDAK_LAGI.format(kini=kata.get(StatusRencana(kini.status), kini.status), oleh=oleh))


def _periksa_sk(rencana: Rencana, nomor: str, tanggal: date, hari_ini: date) -> None:
    if not nomor:
        raise DomainError("Tulis nomor SK.", kolom="nomor_sk")
    if tanggal > hari_ini:
        raise DomainError(f"Tanggal SK tidak boleh sesudah hari ini, {tanggal_id(hari_ini)}.", kolom="tanggal_sk")
    if tanggal < (paling_awal := date(rencana.tahun - 1, 1, 1)):
        raise DomainError(f"Tanggal SK paling awal {tanggal_id(paling_awal)}.", kolom="tanggal_sk")
    for lama in rencana.versi_beku.only("versi", "nomor_sk", "tanggal_sk"):
        if lama.nomor_sk == nomor:
            raise DomainError(f"Nomor ini sudah dipakai untuk versi {lama.versi}.", kolom="nomor_sk")
        if tanggal < lama.tanggal_sk:
            raise DomainError(
                f"Tanggal SK tidak boleh sebelum SK versi {lama.versi}, {tanggal_id(lama.tanggal_sk)}.",
                kolom="tanggal_sk",
            )
