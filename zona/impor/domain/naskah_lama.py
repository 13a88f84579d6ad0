"""What was read from a spreadsheet in the form a plan's rows are written from. Pure."""

from collections.abc import Iterable, Mapping
from itertools import count

from rencana_aksi.domain.jadwal import TANPA_JADWAL
from rencana_aksi.domain.jenis_bukti import jenis_dari_teks
from rencana_aksi.domain.naskah import Naskah, NaskahAksi, NaskahKerja, NaskahPengungkit, NaskahSyarat
from rencana_aksi.domain.sunting.urutan import huruf
from rencana_aksi.queries.buat import PengungkitInstrumen
from zona.impor.isi import IsiAksi, IsiKerja, IsiRencana


def susun_naskah(
    isi: IsiRencana,
    tahun: int,
    tempat: str,
    enam: Iterable[PengungkitInstrumen],
    orang: Mapping[str, int],
    anggota: set[tuple[str, int]],
) -> Naskah:
    """All six (`enam`), also those of which nothing was read, as the instrument names and weighs them. Numbers and
    letters follow from the order. `orang`: ids by name; only members of the pengungkit's team (`anggota`) answer."""
    isi_area = {p.kode: p.kerja for p in isi.pengungkit}

    def aksi(kode: str, a: IsiAksi, tanda: str) -> NaskahAksi:
        pk = orang.get(a.penanggung_jawab or "")
        siapa = str(pk) if pk is not None and (kode, pk) in anggota else ""
        return NaskahAksi(tanda, a.uraian, a.jadwal_teks or "", a.jadwal or TANPA_JADWAL, siapa, jalur="")

    def kerja(kode: str, k: IsiKerja, nomor: int | None) -> NaskahKerja:
        semua = tuple(aksi(kode, a, huruf(i) if len(k.aksi) > 1 else "") for i, a in enumerate(k.aksi))
        syarat = tuple(NaskahSyarat(s.teks, jenis_dari_teks(s.teks), s.aksi, s.tiap_pelaksanaan) for s in k.syarat)
        return NaskahKerja(nomor, k.uraian, semua, syarat)

    def pengungkit(p: PengungkitInstrumen) -> NaskahPengungkit:
        antre = count(1)
        semua = tuple(kerja(p.kode, k, next(antre) if k.bernomor else None) for k in isi_area.get(p.kode, ()))
        return NaskahPengungkit(p.kode, p.nama, p.bobot, (), semua, jalur="")

    return Naskah(tahun, "", None, tempat, "", tuple(pengungkit(p) for p in enam), ())
