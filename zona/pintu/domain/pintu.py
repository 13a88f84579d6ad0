"""Doors: made with a secret that is told once, revoked for good, every opening written down."""

import secrets
from datetime import date, timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.db import transaction

from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang, tanggal_id
from zona.organisasi.domain.jejak import catat
from zona.pintu.models import Kunjungan, Pintu
from zona.pintu.queries.masuk import JENDELA, KODE_SALAH, sidik_rahasia, terlalu_sering

PALING_LAMA = timedelta(days=400)
"""A year's assessment and the weeks around it."""
TERLALU_SERING = f"Kode terlalu sering keliru. Tunggu {JENDELA.seconds // 60} menit, lalu coba lagi."
KODE_KELIRU = "Kode itu keliru. Tanyakan kepada yang memberi Anda tautan ini."


@transaction.atomic
def buat_pintu(
    *, rencana: Rencana, nama: str, berakhir: date, kode: str, hanya_diterima: bool, hari_ini: date, oleh: Any
) -> tuple[Pintu, str]:
    """A door to the plan's year and its secret, which is kept nowhere. Raises DomainError for an end that is past or
    too far away."""
    if berakhir < hari_ini:
        raise DomainError("Tanggal berakhir sudah lewat.", kolom="berakhir")
    if berakhir > hari_ini + PALING_LAMA:
        raise DomainError(f"Paling lama sampai {tanggal_id(hari_ini + PALING_LAMA)}.", kolom="berakhir")
    rahasia = secrets.token_urlsafe(32)
    pintu = Pintu.objects.create(
        satker_id=rencana.satker_id,
        tahun=rencana.tahun,
        nama=nama,
        sidik=sidik_rahasia(rahasia),
        kode=make_password(kode) if kode else "",
        berakhir=berakhir,
        hanya_diterima=hanya_diterima,
        dibuat_oleh=oleh,
    )
    sesudah = {"berakhir": berakhir, "berkode": bool(kode), "hanya_diterima": hanya_diterima}
    catat(satker_id=pintu.satker_id, oleh=oleh, tindakan="membuka pintu penilai", objek=pintu, sesudah=sesudah)
    return pintu, rahasia


@transaction.atomic
def cabut_pintu(*, pintu: Pintu, oleh: Any) -> None:
    """Close it for good, also to who is inside. Raises DomainError for one that was revoked before."""
    pintu = Pintu.objects.select_for_update().get(pk=pintu.pk)
    if pintu.dicabut_pada is not None:
        raise DomainError("Pintu ini sudah dicabut.")
    pintu.dicabut_oleh, pintu.dicabut_pada = oleh, sekarang()
    pintu.save(update_fields=["dicabut_oleh", "dicabut_pada"])
    catat(
        satker_id=pintu.satker_id, oleh=oleh, tindakan="mencabut pintu penilai", objek=pintu,
        sesudah={"dicabut_pada": pintu.dicabut_pada},
    )  # fmt: skip


def cocokkan_kode(*, pintu: Pintu, kode: str, alamat_ip: str | None) -> None:
    """Raises DomainError for a wrong code, which is written down, and where too many were tried."""
    if not _cocok(pintu, kode, alamat_ip):
        raise DomainError(KODE_KELIRU, kolom="kode")


@transaction.atomic
def _cocok(pintu: Pintu, kode: str, alamat_ip: str | None) -> bool:
    """Guesses stand in line at their door, so that many at once are counted too."""
    Pintu.objects.select_for_update().get(pk=pintu.pk)
    if terlalu_sering(pintu, alamat_ip):
        raise DomainError(TERLALU_SERING, kolom="kode")
    if cocok := check_password(kode, pintu.kode):
        return cocok
    catat_kunjungan(pintu=pintu, apa=KODE_SALAH, alamat_ip=alamat_ip)
    return False


def catat_kunjungan(*, pintu: Pintu, apa: str, alamat_ip: str | None) -> None:
    """One opening through the door: of it, or of a file behind it."""
    Kunjungan.objects.create(pintu=pintu, apa=apa[:300], alamat_ip=alamat_ip)
