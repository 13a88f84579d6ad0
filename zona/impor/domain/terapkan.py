"""Applying what was chosen of an import: all of it in one transaction, or none."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F

from rencana_aksi.domain.hidup_rencana import mulai_perubahan
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from zona.impor.domain.penerap import Penerap
from zona.impor.domain.pratinjau import pratinjau
from zona.impor.enums import JenisImpor
from zona.impor.isi import PELAKSANAAN, ke_json
from zona.impor.models import Impor
from zona.impor.perubahan import Perubahan, jatuh
from zona.impor.queries.isi import isi_kini
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

BERUBAH = "Rencana berubah sejak pratinjau ini dibuat. Periksa sekali lagi, lalu terapkan."
TINDAKAN = {JenisImpor.URUNG: "mengurungkan impor"}


@dataclass(frozen=True, slots=True)
class HasilImpor:
    """What was applied; and what was chosen and was not, by its code with the reason."""

    diterapkan: tuple[Perubahan, ...]
    dilewati: dict[str, str]


@transaction.atomic
def terapkan_impor(
    *, impor: Impor, pakai: Iterable[str], dilihat: str, oleh: Pengguna, hari_ini: date, alasan: str = ""
) -> HasilImpor:
    """Write the chosen changes (codes of perubahan.py); `dilihat`: the `sidik` of the preview they were chosen in;
    `alasan`: why a ditetapkan plan is opened. What depends on a change that is not chosen is left out, and told.

    Raises DomainError: applied before, the plan changed since it was looked at, nothing chosen that can be applied, no
    reason where one is asked (`kolom`), or what a verb refuses. Raises PermissionDenied as `pratinjau` does."""
    tertahan = Impor.objects.select_for_update().get(pk=impor.pk)
    if tertahan.diterapkan:
        raise DomainError(f"Berkas ini sudah diterapkan oleh {tertahan.diterapkan_oleh}.")
    Rencana.objects.select_for_update().filter(pk=tertahan.rencana_id or 0).first()
    lihat = pratinjau(tertahan, oleh, hari_ini)
    if lihat.sidik != dilihat:
        raise DomainError(BERUBAH)
    pakai = frozenset(pakai)
    dilewati = jatuh(lihat.perubahan, pakai)
    pilih = tuple(p for p in lihat.perubahan if pakai & set(p.kode_pilihan) and p.kode not in dilewati)
    if not pilih:
        raise DomainError("Tidak ada perubahan yang dipilih.")
    disunting = lihat.disunting
    if disunting.status == StatusRencana.DITETAPKAN and any(p.benda != PELAKSANAAN for p in pilih):
        disunting = mulai_perubahan(rencana=lihat.rencana, alasan=alasan, oleh=oleh)
    penerap = Penerap(lihat, disunting, pakai, oleh, hari_ini)
    penerap.terapkan(pilih)
    jadi = tuple(p for p in pilih if p.kode not in penerap.tertinggal)
    _tandai(tertahan, oleh, pilihan=sorted(pakai), sebelum=ke_json(lihat.kini), sesudah=ke_json(isi_kini(disunting)))
    catat(
        satker_id=tertahan.satker_id, oleh=oleh, tindakan=TINDAKAN.get(JenisImpor(tertahan.jenis), "menerapkan impor"),
        objek=tertahan, sesudah={"nama_berkas": tertahan.nama_berkas, "perubahan": len(jadi)}, alasan=alasan,
    )  # fmt: skip
    return HasilImpor(jadi, {**dilewati, **penerap.tertinggal})


def _tandai(impor: Impor, oleh: Pengguna, **isi: object) -> None:
    Impor.objects.filter(pk=impor.pk).update(
        diterapkan_oleh=oleh, diterapkan_pada=sekarang(), revisi=F("revisi") + 1, **isi
    )
