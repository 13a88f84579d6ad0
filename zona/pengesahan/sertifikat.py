"""Whose certificate it is: its names in words, and whether they are those of the person who should sign. Pure."""

import re
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509

BSRE = re.compile(r"\bBSrE\b|Balai (Besar )?Sertifikasi Elektronik", re.IGNORECASE)
GELAR = {"prof", "dr", "drs", "dra", "ir", "h", "hj", "kh"}
SINGKATAN = {
    "common_name": "CN", "organization_name": "O", "organizational_unit_name": "OU", "country_name": "C",
    "locality_name": "L", "state_or_province_name": "ST", "serial_number": "SN", "email_address": "E",
}  # fmt: skip
NIP = re.compile(r"(?<!\d)\d{18}(?!\d)")


@dataclass(frozen=True, slots=True)
class Sertifikat:
    """`nama`: its common name. `nip` where it has one (18 digits anywhere in its names)."""

    nama: str
    nip: str
    subjek: str
    penerbit: str
    nomor_seri: str
    mulai: datetime
    sampai: datetime

    @property
    def nama_penerbit(self) -> str:
        """Its common name alone."""
        return self.penerbit.partition(", ")[0].removeprefix("CN=")

    @property
    def bsre(self) -> bool:
        return bool(BSRE.search(self.penerbit))

    def berlaku_pada(self, saat: datetime) -> bool:
        return self.mulai <= saat <= self.sampai


def baca_sertifikat(x: x509.Certificate) -> Sertifikat:
    """Raises ValueError for one that cannot be read."""
    subjek = _ringkas(x.subject)
    nip = NIP.search(subjek)
    berlaku = x["tbs_certificate"]["validity"]
    return Sertifikat(
        nama=(_nama_umum(x.subject) or subjek)[:200],
        nip=nip[0] if nip else "",
        subjek=subjek[:500],
        penerbit=_ringkas(x.issuer)[:500],
        nomor_seri=f"{x.serial_number:x}"[:80],
        mulai=berlaku["not_before"].native,
        sampai=berlaku["not_after"].native,
    )


def _nama_umum(nama: x509.Name) -> str:
    return next((nilai for jenis, nilai in _butir(nama) if jenis == "common_name"), "")


def _ringkas(nama: x509.Name) -> str:
    """CN=…, O=…, C=…"""
    return ", ".join(f"{SINGKATAN.get(jenis, jenis)}={nilai}" for jenis, nilai in _butir(nama))


def _butir(nama: x509.Name) -> list[tuple[str, str]]:
    """The parts of a name, the most particular first."""
    bagian = [(str(b["type"].native), str(b["value"].native)) for rdn in nama.chosen for b in rdn]
    return sorted(bagian, key=lambda satu: satu[0] != "common_name")


def milik(sertifikat: Sertifikat, nama: str, nip: str) -> bool:
    """Whether it is this person's: by NIP where the certificate has one, else by the words of the name without titles,
    where one may leave out words of the other."""
    if sertifikat.nip and nip:
        return sertifikat.nip == nip.replace(" ", "")
    kiri, kanan = _kata(sertifikat.nama), _kata(nama)
    return bool(kiri and kanan) and (kiri <= kanan or kanan <= kiri)


def _kata(nama: str) -> set[str]:
    """Words of a name: without what follows a comma, titles before it, dots and case."""
    depan = re.sub(r"[^a-z ]+", " ", nama.partition(",")[0].casefold())
    return {kata for kata in depan.split() if kata not in GELAR}
