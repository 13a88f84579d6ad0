"""The chosen copy as a plan to be written. Pure. Numbers and letters close up where rows were left out."""

from collections.abc import Mapping
from decimal import Decimal
from itertools import count
from string import ascii_lowercase

from rencana_aksi.beku import AksiBeku, KerjaBeku, PengungkitBeku
from rencana_aksi.domain.jadwal import TANPA_JADWAL
from rencana_aksi.domain.naskah import Naskah, NaskahAksi, NaskahKerja, NaskahPengungkit, NaskahSyarat
from rencana_aksi.domain.salin.rancangan import Pilihan, Rancangan
from rencana_aksi.enums import JenisBukti


def susun_naskah(
    rancangan: Rancangan, pilihan: Pilihan, bobot: Mapping[str, Decimal], orang: Mapping[int, int]
) -> Naskah:
    """`bobot`: by pengungkit, where the instrument gives one. `orang`: who answers, by the id of the action copied."""
    isi = rancangan.isi

    def teks(kunci: str, lama: str) -> str:
        return rancangan.usul[kunci].baru if kunci in pilihan.ganti and kunci in rancangan.usul else lama

    def kerja(k: KerjaBeku, nomor: int | None) -> NaskahKerja:
        ikut = [a for a in k.aksi if a.id not in pilihan.tinggal_aksi]
        semula = [a.huruf for a in ikut]
        huruf = _huruf(semula) if len(ikut) < len(k.aksi) else semula
        letak = {a.id: i for i, a in enumerate(ikut)}
        syarat = tuple(
            NaskahSyarat(
                teks(f"syarat-{s.id}", s.teks),
                JenisBukti(s.jenis),
                None if s.aksi is None else letak[s.aksi],
                s.tiap_pelaksanaan,
            )
            for s in k.syarat
            if s.aksi is None or s.aksi in letak
        )
        isi_aksi = tuple(aksi(a, h) for a, h in zip(ikut, huruf, strict=True))
        return NaskahKerja(nomor, teks(f"kerja-{k.id}", k.uraian), isi_aksi, syarat)

    def aksi(a: AksiBeku, huruf: str) -> NaskahAksi:
        baru = rancangan.jadwal[a.id]
        jadwal = ("", TANPA_JADWAL) if a.id in pilihan.nanti else (baru.teks, baru.jadwal)
        return NaskahAksi(huruf, teks(f"aksi-{a.id}", a.uraian), *jadwal, str(orang.get(a.id, "")), jalur="")

    def pengungkit(p: PengungkitBeku) -> NaskahPengungkit:
        ikut = [k for k in p.kerja if k.id not in pilihan.tinggal_kerja]
        semula = [k.nomor for k in ikut]
        nomor = _nomor(semula) if len(ikut) < len(p.kerja) else semula
        return NaskahPengungkit(
            p.kode,
            p.nama,
            bobot.get(p.kode, p.bobot),
            tuple(teks(f"program-{x.id}", x.uraian) for x in p.program if x.id not in pilihan.tinggal_program),
            tuple(kerja(k, n) for k, n in zip(ikut, nomor, strict=True)),
            jalur="",
        )

    isi_baru = tuple(pengungkit(p) for p in isi.pengungkit)
    return Naskah(rancangan.ke, "", None, isi.tempat, "", isi_baru, ())


def _huruf(semula: list[str]) -> list[str]:
    """a, b, c … for those that had a letter; as they were where the alphabet does not reach."""
    if len(semula) > len(ascii_lowercase):
        return semula
    antre = iter(ascii_lowercase)
    return [next(antre) if satu else "" for satu in semula]


def _nomor(semula: list[int | None]) -> list[int | None]:
    antre = count(1)
    return [None if satu is None else next(antre) for satu in semula]
