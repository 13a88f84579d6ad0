"""What became of a row when it was compared, as it is shown and then done. Values only."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from zona.orang.enums import Jenis
from zona.orang.roster.daftar import BarisOrang
from zona.orang.roster.nilai import Nip
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna

BARU = "baru"
TANPA_NIP = Nip()
BATAS_NAMA = 200
"""Letters of a name, or of an office held."""
TETAP = (Peran.PENILAI, Peran.ADMIN)


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What the person said of a row. `siapa`: "baru", the id of an account, or b and the number of an earlier row;
    `naskah`: the NIP is kept as printed; `lewati`: the row is left out."""

    siapa: str = ""
    naskah: bool = False
    lewati: bool = False


KOSONG = Jawaban()


@dataclass(frozen=True, slots=True)
class Masalah:
    """Why a row cannot be taken as it is; `sel` is the cell, `medan` its field. `tanya`: an answer is enough."""

    medan: str
    sel: str
    pesan: str
    tanya: bool = False


@dataclass(slots=True)
class HasilBaris:
    """What a row would do. `pengguna`: who it is; None for somebody new, unless `bersama`, the earlier row of the same
    new person. `data`: fields of the account that change; `pilihan`: who may be meant, where that is asked."""

    baris: BarisOrang
    jawaban: Jawaban = KOSONG
    masalah: list[Masalah] = field(default_factory=list)
    pilihan: list[tuple[str, str]] = field(default_factory=list)
    nip: Nip = TANPA_NIP
    pengguna: Pengguna | None = None
    bersama: int | None = None
    data: dict[str, str | None] = field(default_factory=dict)
    tim: str = ""
    peran: Peran | None = None
    sebutan: str = ""
    masuk: bool = False
    perubahan: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def jenis(self) -> Jenis:
        if self.jawaban.lewati:
            return Jenis.LEWAT
        if self.masalah:
            return Jenis.DITANYA if all(m.tanya for m in self.masalah) else Jenis.DITOLAK
        if self.pengguna is None and self.bersama is None:
            return Jenis.BARU
        return Jenis.BERUBAH if self.perubahan else Jenis.SAMA

    @property
    def siap(self) -> bool:
        """It may be applied, or has nothing to do."""
        return self.jenis in (Jenis.BARU, Jenis.BERUBAH, Jenis.SAMA)


def sidik_hasil(hasil: Iterable[HasilBaris]) -> str:
    """Of all that would be done, as it was shown."""
    isi = [
        [h.baris.nomor, h.jenis, h.pengguna.pk if h.pengguna else 0, h.perubahan, [m.pesan for m in h.masalah]]
        for h in hasil
    ]
    return hashlib.sha256(json.dumps(isi).encode()).hexdigest()


def jumlah(hasil: Iterable[HasilBaris]) -> dict[str, int]:
    """How many rows of each kind."""
    semua = [h.jenis.value for h in hasil]
    return {jenis.value: semua.count(jenis.value) for jenis in Jenis}
