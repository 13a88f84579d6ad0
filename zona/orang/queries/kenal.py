"""Who and what an office has, as a list of people is compared with it. Four queries, whatever its size. No writes."""

from collections import defaultdict
from dataclasses import dataclass, field

from zona.impor.lama.orang import kata_nama
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker
from zona.organisasi.queries.pimpinan import pimpinan


@dataclass(slots=True)
class Kenal:
    """`orang` by id, `nip` and `naskah` by number, `nama` by name without titles; `anggota`: places in the year's
    teams, by person and team; `tetap`: standing roles; `pimpinan`: who leads as of the year. Nothing of other
    offices."""

    orang: dict[int, Pengguna]
    pimpinan: dict[Peran, Keanggotaan]
    anggota: dict[tuple[int, str], Keanggotaan]
    tetap: set[tuple[int, str]]
    nip: dict[str, Pengguna] = field(default_factory=dict)
    naskah: dict[str, Pengguna] = field(default_factory=dict)
    nama: dict[str, list[Pengguna]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for p in self.orang.values():
            self.nama[kata_nama(p.nama)].append(p)
            if p.nip:
                self.nip[p.nip] = p
            elif p.nip_naskah:
                self.naskah[p.nip_naskah] = p

    def peran_di(self, p: Pengguna, tim: str) -> str | None:
        """The role held in a team."""
        anggota = self.anggota.get((p.pk, tim))
        return anggota.peran if anggota else None

    def tentu(self, nama: str, tim: str, peran: Peran | None, *, berulang: bool) -> Pengguna | None:
        """The one account of the whole name, where nobody of that name has a NIP: the only one that holds the very
        place in a team, else the only one, unless the list has the name more often (`berulang`)."""
        ada = self.nama.get(kata_nama(nama), [])
        sama = [p for p in ada if rapat(p.nama) == rapat(nama) and not p.nip and not p.nip_naskah]
        ditempat = [p for p in sama if tim and self.peran_di(p, tim) == peran]
        if len(ditempat) == 1:
            return ditempat[0]
        return sama[0] if len(ada) == len(sama) == 1 and not berulang else None

    def pemegang(self) -> dict[tuple[str, str], Keanggotaan]:
        """Who leads which team, by team and role."""
        return {(m.tim.kode, m.peran): m for m in self.anggota.values() if m.peran != Peran.ANGGOTA}


def kenali_kantor(satker: Satker, tahun: int) -> Kenal:
    anggota = Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=tahun).select_related("tim", "pengguna")
    return Kenal(
        orang={p.pk: p for p in Pengguna.objects.filter(satker=satker).order_by("pk")},
        pimpinan=pimpinan(satker.pk, tahun),
        anggota={(m.pengguna_id, m.tim.kode): m for m in anggota},
        tetap=set(Penugasan.objects.filter(satker=satker).values_list("pengguna", "peran")),
    )


def rapat(teks: str) -> str:
    """Words as they are compared: case and blanks do not count."""
    return " ".join(teks.split()).casefold()


def sebut(p: Pengguna) -> str:
    """A person so that namesakes are told apart."""
    nip = f"NIP {p.nip}" if p.nip else f"NIP tercetak {p.nip_naskah}" if p.nip_naskah else "tanpa NIP"
    return f"{p.nama} ({nip}{f', {p.jabatan}' if p.jabatan else ''})"
