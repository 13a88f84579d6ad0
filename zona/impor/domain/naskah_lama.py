"""What was read from a spreadsheet or a blank workbook in the form a plan's rows are written from. Pure."""

from collections.abc import Callable, Iterable
from itertools import count

from rencana_aksi.domain.jadwal import TANPA_JADWAL
from rencana_aksi.domain.jenis_bukti import jenis_dari_teks
from rencana_aksi.domain.naskah import Naskah, NaskahAksi, NaskahKerja, NaskahPengungkit, NaskahSyarat
from rencana_aksi.domain.sunting.urutan import huruf
from rencana_aksi.queries.buat import PengungkitInstrumen
from zona.impor.isi import IsiAksi, IsiKerja, IsiPengungkit, IsiRencana

Siapa = Callable[[str, str], int | None]


def susun_naskah(
    isi: IsiRencana,
    tahun: int,
    tempat: str,
    enam: Iterable[PengungkitInstrumen],
    orang: Siapa,
    anggota: set[tuple[str, int]],
) -> Naskah:
    """All six (`enam`), also those of which nothing was read, as the instrument names and weighs them. Numbers and
    letters follow from the order. `orang`: the id of a name in a pengungkit; only its team (`anggota`) answers."""
    menurut_kode = {p.kode: p for p in isi.pengungkit}

    def aksi(kode: str, a: IsiAksi, tanda: str) -> NaskahAksi:
        pk = orang(kode, a.penanggung_jawab or "")
        siapa = str(pk) if pk is not None and (kode, pk) in anggota else ""
        return NaskahAksi(tanda, a.uraian, a.jadwal_teks or "", a.jadwal or TANPA_JADWAL, siapa, jalur="")

    def kerja(kode: str, k: IsiKerja, nomor: int | None) -> NaskahKerja:
        semua = tuple(aksi(kode, a, huruf(i) if len(k.aksi) > 1 else "") for i, a in enumerate(k.aksi))
        syarat = tuple(NaskahSyarat(s.teks, jenis_dari_teks(s.teks), s.aksi, s.tiap_pelaksanaan) for s in k.syarat)
        return NaskahKerja(nomor, k.uraian, semua, syarat)

    def pengungkit(p: PengungkitInstrumen) -> NaskahPengungkit:
        antre = count(1)
        terbaca = menurut_kode.get(p.kode, IsiPengungkit(p.kode))
        semua = tuple(kerja(p.kode, k, next(antre) if k.bernomor else None) for k in terbaca.kerja)
        return NaskahPengungkit(p.kode, p.nama, p.bobot, tuple(g.uraian for g in terbaca.program), semua, jalur="")

    return Naskah(tahun, "", None, tempat, "", tuple(pengungkit(p) for p in enam), ())
