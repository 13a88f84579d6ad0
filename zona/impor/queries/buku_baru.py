"""A workbook brought into a year that has no plan: the plan it gives, with the people of that year's teams."""

from dataclasses import dataclass, replace

from django.shortcuts import get_object_or_404

from rencana_aksi.models import Rencana
from zona.impor.enums import JenisImpor
from zona.impor.isi import IsiAksi, IsiPengungkit, IsiRencana, dari_json
from zona.impor.lama.rakit import Catatan
from zona.impor.models import Impor
from zona.impor.queries.bacaan_lama import BacaanLama, di_luar
from zona.impor.queries.orang import Tim, kenali_orang, tim_rencana
from zona.organisasi.models import Pengguna, Satker


@dataclass(frozen=True, slots=True)
class BacaanBuku:
    """What is shown (`lihat`), and who answers, by pengungkit and name."""

    lihat: BacaanLama
    orang: dict[tuple[str, str], int]

    @property
    def isi(self) -> IsiRencana:
        return self.lihat.isi


def buku_menunggu(pengguna: Pengguna, satker: Satker, tahun: int, pk: int) -> Impor:
    """A workbook that the person brought there and that is no plan yet. Raises Http404."""
    milik = Impor.objects.visible_to(pengguna).filter(
        satker=satker, tahun=tahun, rencana=None, jenis=JenisImpor.BUKU, dibuat_oleh=pengguna
    )
    return get_object_or_404(milik.select_related("satker"), pk=pk)


def bacaan_buku(impor: Impor) -> BacaanBuku:
    """Who is not in the team leaves the place empty, and that is told. One query (with satker selected)."""
    tim = tim_rencana(Rencana(satker=impor.satker, tahun=impor.tahun))
    catatan: list[Catatan] = []
    orang: dict[tuple[str, str], int] = {}
    isi = kenali_orang(_bernomor(dari_json(impor.isi)), tim)
    isi = replace(isi, pengungkit=tuple(_pengungkit(p, tim[p.kode], catatan, orang) for p in isi.pengungkit))
    lihat = BacaanLama(isi, {}, tuple(catatan), (), tuple(impor.keterangan), None, *di_luar(isi, impor.tahun))
    return BacaanBuku(lihat, orang)


def _bernomor(isi: IsiRencana) -> IsiRencana:
    """Where nobody typed a number, all have one: the numbers follow from the order."""
    if any(k.bernomor for p in isi.pengungkit for k in p.kerja):
        return isi
    semua = (replace(p, kerja=tuple(replace(k, bernomor=True) for k in p.kerja)) for p in isi.pengungkit)
    return replace(isi, pengungkit=tuple(semua))


def _pengungkit(p: IsiPengungkit, tim: Tim, catatan: list[Catatan], orang: dict[tuple[str, str], int]) -> IsiPengungkit:
    def aksi(a: IsiAksi) -> IsiAksi:
        nama = a.penanggung_jawab or ""
        if sebab := tim.halangan(nama, p.kode):
            catatan.append(Catatan(a.sel_di("penanggung_jawab"), f"{sebab} Penanggung jawabnya dikosongkan."))
            return replace(a, penanggung_jawab="")
        if nama:
            orang[p.kode, nama] = next(iter(tim.id[nama]))
        return a

    return replace(p, kerja=tuple(replace(k, aksi=tuple(aksi(a) for a in k.aksi)) for k in p.kerja))
