"""Who is let in: the door by its secret, the doors a browser came in by, and what may be read there."""

import hashlib
import time
from datetime import timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bukti_fisik.enums import Pindai
from bukti_fisik.models import Bukti
from rencana_aksi.models import Rencana
from zona.dokumen.queries.bukti import DITERIMA, SEMUA, Simpul
from zona.inti.waktu import hari_ini, sekarang
from zona.pintu.models import Kunjungan, Pintu

SESI = "pintu"
"""In the session: door id -> when it was entered (seconds)."""
LAMA_SESI = 8 * 60 * 60
KODE_SALAH = "Kode salah"
JENDELA = timedelta(minutes=15)
BATAS_ALAMAT, BATAS_PINTU = 5, 50
"""Wrong codes within JENDELA: from one address, and at one door from anywhere."""


def sidik_rahasia(rahasia: str) -> str:
    """What is kept of a door's secret. It is looked up by this: no comparison that could be timed."""
    return hashlib.sha256(rahasia.encode("utf-8", "replace")).hexdigest()


def pintu_terbuka(rahasia: str) -> Pintu | None:
    """The open door of this secret, with its satker; None for a wrong, ended or revoked one alike. One query."""
    pintu = Pintu.objects.select_related("satker").filter(sidik=sidik_rahasia(rahasia)).first()
    return pintu if pintu and terbuka(pintu) else None


def terbuka(pintu: Pintu) -> bool:
    """Neither revoked nor past its last day by the office's clock."""
    return pintu.dicabut_pada is None and hari_ini(pintu.satker.zona_waktu) <= pintu.berakhir


def sudah_masuk(sesi: Any, pintu: Pintu) -> bool:
    """No code is asked for, or this browser gave it within LAMA_SESI."""
    return not pintu.kode or _masih(sesi, pintu.pk)


def pintu_sesi(sesi: Any, satker: str, tahun: int) -> Pintu | None:
    """An open door of this office and year that the browser came in by; no query where it came in by none."""
    kunci = [int(pk) for pk in sesi.get(SESI, {}) if _masih(sesi, pk)]
    if not kunci:
        return None
    milik = Pintu.objects.select_related("satker").filter(pk__in=kunci, satker__kode=satker.upper(), tahun=tahun)
    return next((p for p in milik if terbuka(p)), None)


def tandai_masuk(sesi: Any, pintu: Pintu) -> None:
    """Remember that this browser came in. The session gets a new key, so that none given to it beforehand is let in."""
    masih = {pk: saat for pk, saat in sesi.get(SESI, {}).items() if _masih(sesi, pk)}
    if str(pintu.pk) not in masih:
        sesi.cycle_key()
    sesi[SESI] = {**masih, str(pintu.pk): int(time.time())}


def _masih(sesi: Any, pk: int | str) -> bool:
    return time.time() - sesi.get(SESI, {}).get(str(pk), 0) < LAMA_SESI


def terlalu_sering(pintu: Pintu, alamat_ip: str | None) -> bool:
    """Codes were guessed at this door too often; one query."""
    salah = Kunjungan.objects.filter(pintu=pintu, apa=KODE_SALAH, pada__gte=sekarang() - JENDELA)
    dari = list(salah.order_by().values_list("alamat_ip", flat=True)[:BATAS_PINTU])
    return len(dari) >= BATAS_PINTU or dari.count(alamat_ip) >= BATAS_ALAMAT


def rencana_pintu(pintu: Pintu) -> Rencana:
    """The plan behind a door. Raises Http404 where there is none."""
    return get_object_or_404(
        Rencana.objects.select_related("satker", "instrumen"), satker=pintu.satker_id, tahun=pintu.tahun
    )


def pilihan(pintu: Pintu | None) -> Q:
    """Which bukti are read by a door; for people of the office (None) all that were not withdrawn."""
    return DITERIMA if pintu and pintu.hanya_diterima else SEMUA


def bukti_pintu(pintu: Pintu, pk: int) -> Bukti:
    """A bukti with a file that may be opened by this door, in one query. Raises Http404."""
    boleh: QuerySet[Bukti] = Bukti.objects.filter(
        pilihan(pintu),
        syarat__rencana_kerja__pengungkit__rencana__satker=pintu.satker_id,
        syarat__rencana_kerja__pengungkit__rencana__tahun=pintu.tahun,
        syarat__rencana_kerja__pengungkit__rencana__perubahan_dari__isnull=True,
        berkas__pindai__in=(Pindai.TIDAK, Pindai.BERSIH),
    )
    return get_object_or_404(boleh.select_related("berkas"), pk=pk)


def bagian_dari(akar: list[Simpul], kode: str) -> Simpul:
    """The pengungkit or komponen of that code; the first where none is asked for. Raises Http404."""
    bagian = next((s for s in akar if kode in ("", s.kode)), None)
    if bagian is None:
        raise Http404("Bagian itu tidak ada.")
    return bagian
