"""Reading a roster as a document gives it, and everything wrong in it at once. Pure: no database."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zona.inti.errors import DomainError
from zona.organisasi.domain.tim import peran_sah
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import NIP_SAH

PENGARAH_NASKAH = {"Penanggung Jawab RBI": Peran.KEPALA, "Ketua RBI": Peran.KETUA}
PERAN_NASKAH = {"Koordinator": Peran.KOORDINATOR, "Anggota": Peran.ANGGOTA, **PENGARAH_NASKAH}
TEKS = ("nama", "nip", "nip_naskah", "jabatan", "posel", "username", "peran", "tim")


@dataclass(frozen=True, slots=True)
class Entri:
    """One person of the roster. `sebutan`: the role as printed, where that differs from its name here."""

    jalur: str
    urutan: int
    kode: str
    peran: Peran
    sebutan: str
    nama: str
    nip: str
    nip_naskah: str
    jabatan: str
    posel: str
    username: str

    def data(self) -> dict[str, Any]:
        """What the account says of the person."""
        isi = {"nama": self.nama, "nip": self.nip or None, "nip_naskah": self.nip_naskah, "jabatan": self.jabatan}
        return isi | ({"posel": self.posel} if self.posel else {})


def baca_naskah(anggota: Any) -> list[Entri]:
    """The roster's entries. Raises DomainError naming the path in the file and the reason of every mistake."""
    if not isinstance(anggota, list) or not anggota:
        raise DomainError("anggota: harus daftar yang berisi")
    anggota = [_kunci_no(isi) for isi in anggota]
    masalah = [m for i, isi in enumerate(anggota) for m in _salah(f"anggota[{i}]", isi)]
    if masalah:
        raise DomainError("; ".join(masalah))
    entri = [_entri(i, isi) for i, isi in enumerate(anggota)]
    if masalah := _ganda(entri):
        raise DomainError("; ".join(masalah))
    return entri


def _kunci_no(isi: Any) -> Any:
    """YAML 1.1 reads the bare key `no` as the boolean False."""
    return {"no" if k is False else k: v for k, v in isi.items()} if isinstance(isi, Mapping) else isi


def _salah(jalur: str, isi: Any) -> list[str]:
    if not isinstance(isi, Mapping):
        return [f"{jalur}: harus pasangan kunci dan nilai"]
    salah = [f"{jalur}.{kunci}: kunci tidak dikenal" for kunci in isi if kunci not in ("no", *TEKS)]
    salah += [
        f"{jalur}.{kunci}: harus teks yang berisi, bukan {isi[kunci]!r}"
        for kunci in TEKS
        if kunci in isi and not (isinstance(isi[kunci], str) and isi[kunci].strip())
    ]
    if salah:
        return salah
    salah += [f"{jalur}.{kunci}: harus ada" for kunci in ("nama", "peran") if kunci not in isi]
    if "nip" in isi and not re.fullmatch(NIP_SAH, isi["nip"]):
        salah.append(f"{jalur}.nip: harus 18 angka, bukan {isi['nip']!r}; angka lain yang tercetak masuk nip_naskah")
    if "no" in isi and (not isinstance(isi["no"], int) or isinstance(isi["no"], bool) or isi["no"] < 1):
        salah.append(f"{jalur}.no: harus bilangan mulai 1, bukan {isi['no']!r}")
    if "tim" in isi and isi["tim"] not in AREA:
        salah.append(f"{jalur}.tim: {isi['tim']!r} bukan salah satu dari {', '.join(AREA)}")
    return salah or _salah_peran(jalur, isi)


def _salah_peran(jalur: str, isi: Mapping[str, Any]) -> list[str]:
    if "peran" not in isi:
        return []
    peran = PERAN_NASKAH.get(isi["peran"])
    if peran is None:
        return [f"{jalur}.peran: {isi['peran']!r} bukan salah satu dari {', '.join(PERAN_NASKAH)}"]
    if peran not in peran_sah(isi.get("tim", PENGARAH)):
        return [f"{jalur}.peran: {isi['peran']!r} {'di luar' if 'tim' not in isi else 'bukan peran dalam'} tim"]
    return []


def _entri(nomor: int, isi: Mapping[str, Any]) -> Entri:
    peran = PERAN_NASKAH[isi["peran"]]
    return Entri(
        jalur=f"anggota[{nomor}]", urutan=isi.get("no", nomor + 1), kode=isi.get("tim", PENGARAH), peran=peran,
        sebutan=isi["peran"] if isi["peran"] in PENGARAH_NASKAH else "", nama=isi["nama"].strip(),
        nip=isi.get("nip", ""), nip_naskah=isi.get("nip_naskah", ""), jabatan=isi.get("jabatan", ""),
        posel=isi.get("posel", ""), username=isi.get("username", ""),
    )  # fmt: skip


def _ganda(entri: Sequence[Entri]) -> list[str]:
    """What may stand in a roster once: a number, NIP, username, a name without NIP, a leading role of a team."""
    kunci = {
        "no": lambda e: e.urutan,
        "nip": lambda e: e.nip,
        "username": lambda e: e.username,
        "nama": lambda e: "" if e.nip or e.username else e.nama,
        "peran": lambda e: "" if e.peran == Peran.ANGGOTA else f"{e.peran.label} {e.kode}",
    }
    masalah = []
    for nama, ambil in kunci.items():
        jumlah = Counter(ambil(e) for e in entri)
        pertama: dict[Any, str] = {}
        for e in entri:
            nilai = ambil(e)
            if nilai and jumlah[nilai] > 1 and pertama.setdefault(nilai, e.jalur) != e.jalur:
                masalah.append(f"{e.jalur}.{nama}: {nilai} sudah ada di {pertama[nilai]}")
    return masalah
