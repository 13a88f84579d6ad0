"""What a message to a team or a person says: what is due within 14 days, late, missing, returned."""

from dataclasses import dataclass
from typing import Self

from zona.kabar.queries.penerima import Lembar
from zona.matriks.queries.baris import BagianPengungkit, BarisAksi
from zona.matriks.queries.bukti import BuktiBelumAda, LembarBukti, belum_ada, dikembalikan
from zona.matriks.queries.pekerjaan import Pekerjaan, agenda
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class Isi:
    """Of one pengungkit, to its whole team (`kepada` empty) or to one person."""

    lembar: Lembar
    bagian: BagianPengungkit
    terlambat: list[Pekerjaan]
    segera: list[Pekerjaan]
    dikembalikan: list[LembarBukti]
    belum_ada: list[BuktiBelumAda]
    kepada: Pengguna | None = None

    @property
    def kosong(self) -> bool:
        return not (self.terlambat or self.segera or self.dikembalikan or self.belum_ada)

    def milik(self, orang: Pengguna) -> Self:
        """The same for one person: the actions they answer for, and evidence of those or uploaded by them."""

        def punya(aksi: BarisAksi) -> bool:
            return self.lembar.penanggung(self.bagian, aksi) == orang

        aksi = {a.pk for rk in self.bagian.rencana_kerja for a in rk.aksi if punya(a)}
        return type(self)(
            self.lembar,
            self.bagian,
            [p for p in self.terlambat if p.aksi.pk in aksi],
            [p for p in self.segera if p.aksi.pk in aksi],
            [b for b in self.dikembalikan if b.aksi_id in aksi or b.pengunggah_id == orang.pk],
            [b for b in self.belum_ada if b.aksi.pk in aksi],
            orang,
        )


@dataclass(frozen=True, slots=True)
class PesanPengungkit:
    """What there is to tell of one pengungkit, and the same person by person."""

    semua: Isi
    orang: list[Isi]


def pesan_pengungkit(lembar: Lembar, kode: set[str]) -> list[PesanPengungkit]:
    """For each of these pengungkit, in the order of the plan. No query."""
    kembali, kurang = dikembalikan(lembar.bukti), belum_ada(lembar.bagian, lembar.bukti)
    hasil = []
    for b in lembar.bagian:
        if b.kode not in kode:
            continue
        tugas = agenda([b], lembar.hari_ini)
        semua = Isi(
            lembar,
            b,
            tugas.terlambat,
            tugas.tujuh_hari + tugas.empat_belas_hari,
            [k for k in kembali if k.area == b.kode],
            [k for k in kurang if k.bagian is b],
        )
        tiap = [semua.milik(orang) for orang in _orang(semua)]
        hasil.append(PesanPengungkit(semua, [isi for isi in tiap if not isi.kosong]))
    return hasil


def _orang(isi: Isi) -> list[Pengguna]:
    """Who answers for the actions of the pengungkit or uploaded what came back, by name."""
    orang = [isi.lembar.penanggung(isi.bagian, a) for rk in isi.bagian.rencana_kerja for a in rk.aksi]
    orang += [isi.lembar.orang.get(b.pengunggah_id or 0) for b in isi.dikembalikan]
    return sorted({o.pk: o for o in orang if o}.values(), key=lambda o: o.nama)
