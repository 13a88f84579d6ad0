"""Who is meant by the words in a column of people: names with or without titles, offices held, roles. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from zona.impor.isi import IsiAksi, IsiRencana
from zona.impor.lama.rakit import Catatan

_GELAR = re.compile(r"^(?:(?:prof|dr|drs|dra|ir|hj?|kh|bapak|bpk|ibu|sdri?)\b\.?\s*)+", re.IGNORECASE)
_PISAH = re.compile(r"\n|;|/|\bdan\b|&|(?:^|\s)\d{1,2}[.)]\s")


@dataclass(frozen=True, slots=True)
class Orang:
    """Somebody of a pengungkit's team; `peran`: koordinator, anggota."""

    pk: int
    nama: str
    nip: str
    jabatan: str
    peran: str


def kata_nama(teks: str) -> str:
    """A name in small letters without titles: "Dr. Umi Kulsum, S.S., M.Hum." → umi kulsum."""
    inti = _GELAR.sub("", " ".join(teks.split(",")[0].split()))
    return " ".join(re.sub(r"[^a-z' ]+", " ", inti.lower()).split())


def cari_orang(teks: str, tim: Sequence[Orang]) -> Orang | None:
    """The one of the team that the words mean: by NIP, name, part of a name, office held, or role. None where nobody
    is, or more than one."""
    rapi = " ".join(teks.lower().split()).strip(" .")
    if not rapi:
        return None
    angka = re.sub(r"\D", "", teks)
    nama = kata_nama(teks)
    for cocok in (
        [o for o in tim if angka and o.nip == angka],
        [o for o in tim if nama and kata_nama(o.nama) == nama],
        [o for o in tim if nama and set(nama.split()) <= set(kata_nama(o.nama).split())],
        [o for o in tim if o.jabatan and o.jabatan.lower() == rapi],
        [o for o in tim if rapi.split()[0] == o.peran and o.peran == "koordinator"],
    ):
        if len({o.pk for o in cocok}) == 1:
            return cocok[0]
    return None


def cocokkan(
    isi: IsiRencana, tim: Mapping[str, Sequence[Orang]]
) -> tuple[IsiRencana, dict[str, int], tuple[Catatan, ...]]:
    """The plan with the names people have here, their ids by name, and what is to be told: whom nobody is found for. An
    action that names nobody found names nobody; its words stand in the note."""
    dikenal: dict[str, int] = {}
    catatan: list[Catatan] = []

    def aksi(kode: str, a: IsiAksi) -> IsiAksi:
        if not a.penanggung_jawab:
            return a
        bagian = [b.strip(" -–•.") for b in _PISAH.split(a.penanggung_jawab) if b and b.strip(" -–•.")]
        utuh = cari_orang(a.penanggung_jawab, tim.get(kode, ()))
        temu = [utuh] if utuh else [o for b in bagian if (o := cari_orang(b, tim.get(kode, ())))]
        kata, di = " ".join(a.penanggung_jawab.split()), a.sel_di("penanggung_jawab")
        if not temu:
            catatan.append(Catatan(di, f'Penanggung jawab "{kata}" tidak ditemukan dalam Tim {kode}; dikosongkan.'))
            return replace(a, penanggung_jawab=None)
        if not utuh and len(bagian) > 1:
            catatan.append(Catatan(di, f'Dari "{kata}", yang dipakai sebagai penanggung jawab: {temu[0].nama}.'))
        dikenal[temu[0].nama] = temu[0].pk
        return replace(a, penanggung_jawab=temu[0].nama)

    pengungkit = tuple(
        replace(p, kerja=tuple(replace(k, aksi=tuple(aksi(p.kode, a) for a in k.aksi)) for k in p.kerja))
        for p in isi.pengungkit
    )
    return replace(isi, pengungkit=pengungkit), dikenal, tuple(catatan)
