"""What was ticked of a starter, or nothing of it, as a plan to be written. Pure."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count, cycle

from rencana_aksi.domain.awal.jadwal import jadwal_kerja
from rencana_aksi.domain.awal.naskah import AksiAwal, KerjaAwal, NaskahAwal, PengungkitAwal
from rencana_aksi.domain.naskah import Naskah, NaskahAksi, NaskahKerja, NaskahPengungkit, NaskahSyarat
from rencana_aksi.domain.sunting.urutan import huruf
from rencana_aksi.queries.buat import PengungkitInstrumen
from zona.inti.errors import DomainError


def susun_kosong(tahun: int, tempat: str, enam: Sequence[PengungkitInstrumen]) -> Naskah:
    """The six of the instrument without a row."""
    return Naskah(tahun, "", None, tempat, "", tuple(_pengungkit(p, (), ()) for p in enam), ())


def susun_awal(
    naskah: NaskahAwal,
    tahun: int,
    tempat: str,
    enam: Sequence[PengungkitInstrumen],
    pilihan: Collection[str] | None,
    tim: Mapping[str, Sequence[int]],
) -> Naskah:
    """What is in `pilihan` of the starter, in its order, in that year. A thing is taken when it and all it stands under
    are ticked; a row of which no action is, is left out with them. `tim`: who may answer, by pengungkit; they take
    turns. Raises DomainError: nothing ticked, or what the starter does not have."""
    diambil = naskah.semua_id if pilihan is None else frozenset(pilihan)
    if not diambil <= naskah.semua_id:
        raise DomainError("Sebagian pilihan tidak ada pada rencana awal instrumen ini. Muat ulang, lalu pilih lagi.")
    isi = {p.kode: p for p in naskah.pengungkit}

    def pengungkit(p: PengungkitInstrumen) -> NaskahPengungkit:
        awal = isi[p.kode]
        giliran = cycle([str(pk) for pk in tim.get(p.kode, ())] or [""])
        nomor = count(1)
        kerja = tuple(_kerja(k, ikut, next(nomor), tahun, diambil, giliran) for k, ikut in _ikut(awal, diambil))
        return _pengungkit(p, awal.program if kerja else (), kerja)

    semua = tuple(pengungkit(p) for p in enam)
    if not any(p.kerja for p in semua):
        raise DomainError("Belum ada rencana aksi yang dipilih. Pilih sedikitnya satu beserta rencana kerjanya.")
    return Naskah(tahun, "", None, tempat, "", semua, ())


def _pengungkit(p: PengungkitInstrumen, program: tuple[str, ...], kerja: tuple[NaskahKerja, ...]) -> NaskahPengungkit:
    return NaskahPengungkit(p.kode, p.nama, p.bobot, program, kerja, jalur="")


def _ikut(awal: PengungkitAwal, diambil: Collection[str]) -> Iterator[tuple[KerjaAwal, list[AksiAwal]]]:
    """The rows taken, each with the actions taken of it."""
    for kerja in awal.kerja:
        aksi = [a for a in kerja.aksi if a.id in diambil]
        if kerja.id in diambil and aksi:
            yield kerja, aksi


def _kerja(
    kerja: KerjaAwal, ikut: Sequence[AksiAwal], nomor: int, tahun: int, diambil: Collection[str], giliran: Iterator[str]
) -> NaskahKerja:
    aksi = tuple(
        NaskahAksi(huruf(i) if len(ikut) > 1 else "", a.uraian, *jadwal_kerja(a.jadwal, tahun), next(giliran), jalur="")
        for i, a in enumerate(ikut)
    )
    syarat = tuple(
        NaskahSyarat(s.teks, s.jenis, i, s.tiap_pelaksanaan)
        for i, a in enumerate(ikut)
        for s in a.syarat
        if s.id in diambil
    )
    return NaskahKerja(nomor, kerja.uraian, aksi, syarat)
