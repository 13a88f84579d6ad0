"""The nightly check: every stored file there and unchanged, nothing on the shelf that no row speaks of."""

import hashlib
import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import BinaryIO, cast

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import timezone

from bukti_fisik.domain.unggahan import bersihkan_unggahan
from bukti_fisik.enums import KeadaanBerkas, Pindai
from bukti_fisik.models import Berkas
from zona.inti.berkas.clamav import Hasil, Terinfeksi, menyala, pindai
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna, Satker

log = logging.getLogger(__name__)

POTONGAN = 1024 * 1024
BARU = timedelta(hours=1)
"""A file without a row may be one that is just being uploaded, or what a crash left behind a moment ago."""
BERSIHKAN_JUGA: list[Callable[..., int]] = []
"""What rooms above keep on this machine for a while: each is called with `kini`, and answers how many it closed."""


@dataclass(slots=True)
class HasilPeriksa:
    """What was found. `hilang`, `berubah` and `tak_terbaca` (it lies there, and the disk or its rights refuse it): keys
    of rows; `yatim`: keys without one; `yatim_baru`: those of the last hour, no fault yet."""

    diperiksa: int = 0
    hilang: list[str] = field(default_factory=list)
    berubah: list[str] = field(default_factory=list)
    tak_terbaca: list[str] = field(default_factory=list)
    terinfeksi: list[str] = field(default_factory=list)
    karantina: int = 0
    yatim: list[str] = field(default_factory=list)
    yatim_baru: int = 0
    yatim_dibuang: int = 0
    unggahan_dibuang: int = 0
    kiriman_ditutup: int = 0

    @property
    def baik(self) -> bool:
        salah = (self.hilang, self.berubah, self.tak_terbaca, self.terinfeksi, self.karantina, self.yatim)
        return not any(salah)

    def hitung(self, berkas: Berkas) -> None:
        """Count what was found of one."""
        self.diperiksa += 1
        keadaan = {
            KeadaanBerkas.HILANG: self.hilang,
            KeadaanBerkas.BERUBAH: self.berubah,
            KeadaanBerkas.TAK_TERBACA: self.tak_terbaca,
        }
        if berkas.keadaan != KeadaanBerkas.UTUH:
            keadaan[KeadaanBerkas(berkas.keadaan)].append(berkas.kunci)
        if berkas.pindai == Pindai.TERINFEKSI:
            self.terinfeksi.append(berkas.kunci)
        self.karantina += berkas.pindai == Pindai.KARANTINA


def periksa_rak(*, satker: Satker | None = None, buang_yatim: bool = False, kini: datetime) -> HasilPeriksa:
    """Check the files of one office, or of all. What is found of a file is written to its row (and to the audit trail
    where it changed); `buang_yatim` removes files without a row that are older than an hour. Constant memory."""
    hasil = HasilPeriksa()
    milik = Berkas.objects.filter(satker=satker) if satker else Berkas.objects.all()
    for berkas in milik.select_related("satker").order_by("pk").iterator(chunk_size=500):
        periksa_satu(berkas=berkas, oleh=None)
        hasil.hitung(berkas)
    for kunci in _tanpa_baris(satker):
        _yatim(kunci, hasil, buang_yatim)
    if satker is None:
        hasil.unggahan_dibuang = bersihkan_unggahan(kini=kini)
        hasil.kiriman_ditutup = sum(bersihkan(kini=kini) for bersihkan in BERSIHKAN_JUGA)
    return hasil


def periksa_satu(*, berkas: Berkas, oleh: Pengguna | None) -> None:
    """Read a file to its end, have it scanned again where it waits for that or the scanner was off before, and set its
    row right. The slow part holds up no writer."""
    keadaan, virus = _baca(berkas)
    with transaction.atomic():
        sebelum, sesudah = beda(berkas, keadaan=keadaan, pindai=virus)
        Berkas.objects.filter(pk=berkas.pk).update(**sesudah, diperiksa_pada=sekarang())
        if sesudah:
            catat(
                satker_id=berkas.satker_id, oleh=oleh, tindakan="memeriksa berkas", objek=berkas,
                sebelum=sebelum, sesudah=sesudah,
            )  # fmt: skip


def _baca(berkas: Berkas) -> tuple[KeadaanBerkas, Pindai]:
    """What the shelf and the scanner say of it. Raises what storage raises where it cannot be reached at all."""
    lama = Pindai(berkas.pindai)
    try:
        return _baca_isi(berkas, lama)
    except FileNotFoundError:
        return KeadaanBerkas.HILANG, lama
    except OSError:
        log.exception("membaca %s gagal", berkas.kunci)
        return KeadaanBerkas.TAK_TERBACA, lama


def _baca_isi(berkas: Berkas, lama: Pindai) -> tuple[KeadaanBerkas, Pindai]:
    with default_storage.open(berkas.kunci) as isi:
        jumlah = hashlib.sha256()
        while potongan := isi.read(POTONGAN):
            jumlah.update(potongan)
        if jumlah.hexdigest() != berkas.sha256:
            return KeadaanBerkas.BERUBAH, lama
        if not menyala() or lama == Pindai.BERSIH:
            return KeadaanBerkas.UTUH, lama
        try:
            bersih = pindai(cast(BinaryIO, isi)) == Hasil.BERSIH
        except Terinfeksi:
            return KeadaanBerkas.UTUH, Pindai.TERINFEKSI
        return KeadaanBerkas.UTUH, Pindai.BERSIH if bersih else lama


def _tanpa_baris(satker: Satker | None) -> Iterator[str]:
    """Keys on the shelf that no row has, a folder of at most a few thousand names at a time."""
    for folder in [satker.kode] if satker else _isi("")[0]:
        for sub in _isi(folder)[0]:
            kunci = [f"{folder}/{sub}/{nama}" for nama in _isi(f"{folder}/{sub}")[1]]
            ada = set(Berkas.objects.filter(kunci__startswith=f"{folder}/{sub}/").values_list("kunci", flat=True))
            yield from (k for k in kunci if k not in ada)


def _isi(folder: str) -> tuple[list[str], list[str]]:
    try:
        return default_storage.listdir(folder)
    except FileNotFoundError:
        return [], []


def _yatim(kunci: str, hasil: HasilPeriksa, buang: bool) -> None:
    if timezone.now() - default_storage.get_modified_time(kunci) < BARU:
        hasil.yatim_baru += 1
    elif buang and not Berkas.objects.filter(kunci=kunci).exists():
        default_storage.delete(kunci)
        hasil.yatim_dibuang += 1
    else:
        hasil.yatim.append(kunci)
