"""A first draft, and an office without any plan."""

from dataclasses import dataclass

from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Pengungkit, Rencana
from tests.pabrik import Kantor, buat_baris, buat_orang, buat_rencana, buat_tim
from zona.organisasi.domain.jejak import catat
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Pengguna, Penugasan, Satker


def buat_draf(
    kantor: Kantor, tahun: int = 2024, *, baris: int = 6, oleh: Pengguna | None = None
) -> tuple[Rencana, dict[str, Pengungkit]]:
    """A draf of version 1 of the office UJI with so many rows, made by `oleh` as the trail has it."""
    rencana, pengungkit = buat_rencana(kantor.satker, kantor.rencana.instrumen, tahun)
    Rencana.objects.filter(pk=rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    buat_baris((pengungkit[AREA[i % 6]], i // 6 + 1) for i in range(baris))
    catat(satker_id=kantor.satker.pk, oleh=oleh, tindakan="membuat rencana", objek=rencana)
    return Rencana.objects.select_related("satker", "instrumen").get(pk=rencana.pk), pengungkit


@dataclass
class KantorKosong:
    """The office BARU: an admin ("petugas"), and where asked people and the teams of 2023."""

    satker: Satker
    orang: dict[str, Pengguna]


def buat_kantor_kosong(*, orang: bool = False, tim: bool = False) -> KantorKosong:
    """`orang`: eight people; `tim`: they are the kepala, the ketua and one coordinator each of the six in 2023."""
    satker = Satker.objects.create(kode="BARU", nama="Kantor Baru", zona_waktu="Asia/Makassar")
    semua = buat_orang(satker, "petugas")
    Penugasan.objects.create(satker=satker, pengguna=semua["petugas"], peran=Peran.ADMIN)
    if orang or tim:
        nama = ["kepala-baru", "ketua-baru", *(f"baru-{kode.lower()}" for kode in AREA)]
        semua |= buat_orang(satker, *nama)
    if tim:
        isi = [(PENGARAH, semua["kepala-baru"], Peran.KEPALA), (PENGARAH, semua["ketua-baru"], Peran.KETUA)]
        buat_tim(satker, 2023, [*isi, *((k, semua[f"baru-{k.lower()}"], Peran.KOORDINATOR) for k in AREA)])
    return KantorKosong(satker, semua)
