"""Whose certificate it is: its names in words, what it may be used for, and whether it names a person whole. Pure."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509

GELAR = {"prof", "dr", "drs", "dra", "drg", "drh", "ir", "h", "hj", "kh", "dokter"}
"""Titles before a name, written without or with dots."""
SINGKATAN = {
    "common_name": "CN", "organization_name": "O", "organizational_unit_name": "OU", "country_name": "C",
    "locality_name": "L", "state_or_province_name": "ST", "serial_number": "SN", "email_address": "E",
}  # fmt: skip
NIP = re.compile(r"(?<!\d)\d{18}(?!\d)")
GUNA = {"digital_signature", "non_repudiation"}
BUKAN_GUNA = {"time_stamping", "ocsp_signing", "server_auth", "code_signing"}
"""Extended uses of machines: a certificate for these alone is no person's."""
RSA_TERKECIL = 2048
BERTITIK = re.compile(r"[A-Za-z]{1,6}(?:\.[A-Za-z]{1,6})+\.?")
MENYEBUT = re.compile(r"bsre|sertifikasielektronik|sibersandi|siberdansandi")
TIDAK_DISEBUT = "(nama penerbit tidak terbukti, jadi tidak ditampilkan)"


@dataclass(frozen=True, slots=True)
class Sertifikat:
    """`nama`: its common name. `nip` where it has one (18 digits anywhere in its names). `sidik`: SHA-256 of it."""

    nama: str
    nip: str
    subjek: str
    penerbit: str
    nomor_seri: str
    mulai: datetime
    sampai: datetime
    sidik: str = ""

    @property
    def nama_penerbit(self) -> str:
        """Its common name alone."""
        return self.penerbit.partition(", ")[0].removeprefix("CN=")

    def berlaku_pada(self, saat: datetime) -> bool:
        return self.mulai <= saat <= self.sampai


def baca_sertifikat(x: x509.Certificate) -> Sertifikat:
    """Raises ValueError for one that cannot be read."""
    subjek = _ringkas(x.subject)
    nip = NIP.search(re.sub(r"(?<=\d)[ .](?=\d)", "", subjek))
    berlaku = x["tbs_certificate"]["validity"]
    return Sertifikat(
        nama=(_nama_umum(x.subject) or subjek)[:200],
        nip=nip[0] if nip else "",
        subjek=subjek[:500],
        penerbit=_ringkas(x.issuer)[:500],
        nomor_seri=f"{x.serial_number:x}"[:80],
        mulai=berlaku["not_before"].native,
        sampai=berlaku["not_after"].native,
        sidik=x.sha256.hex(),
    )


def tidak_layak(x: x509.Certificate) -> str:
    """Why this certificate signs no documents, as a sentence; empty where it does. The same here and elsewhere."""
    kunci = x.public_key
    if kunci.algorithm not in ("rsa", "ec"):
        return "Jenis kunci sertifikat ini tidak didukung; yang didukung RSA dan EC."
    if kunci.algorithm == "rsa" and kunci.bit_size < RSA_TERKECIL:
        return f"Kunci RSA sertifikat ini kurang dari {RSA_TERKECIL} bit."
    guna, khusus = x.key_usage_value, x.extended_key_usage_value
    machine = khusus is not None and set(khusus.native) <= BUKAN_GUNA
    if x.ca or machine or (guna is not None and not GUNA & guna.native):
        return "Sertifikat ini tidak diterbitkan untuk menandatangani dokumen."
    return ""


def sebut(teks: str, *, bsre: bool) -> str:
    """What a certificate says of itself, as it may be printed: BSrE only where the chain ends in its root, and nothing
    in letters that could pass for others."""
    return teks if bsre or (teks.isascii() and not MENYEBUT.search(_rapat(teks))) else TIDAK_DISEBUT


def _rapat(teks: str) -> str:
    """Letters and digits alone, without case, width or accents."""
    return "".join(h for h in unicodedata.normalize("NFKD", teks).casefold() if h.isalnum())


def _nama_umum(nama: x509.Name) -> str:
    return next((nilai for jenis, nilai in _butir(nama) if jenis == "common_name"), "")


def _ringkas(nama: x509.Name) -> str:
    """CN=…, O=…, C=…"""
    return ", ".join(f"{SINGKATAN.get(jenis, jenis)}={nilai}" for jenis, nilai in _butir(nama))


def _butir(nama: x509.Name) -> list[tuple[str, str]]:
    """The parts of a name, the most particular first."""
    bagian = [(str(b["type"].native), str(b["value"].native)) for rdn in nama.chosen for b in rdn]
    return sorted(bagian, key=lambda satu: satu[0] != "common_name")


def beda_orang(sertifikat: Sertifikat, nama: str, nip: str) -> str:
    """What tells this certificate from one of that person, as a sentence; empty where it is theirs: every word of the
    name but titles, and the NIP where it carries one."""
    if beda := beda_nama(sertifikat.nama, nama):
        return beda
    nip = re.sub(r"\D", "", nip)
    if sertifikat.nip and not nip:
        return f"Sertifikat ini memuat NIP {sertifikat.nip}, sedangkan NIP {nama} belum dicatat di sini."
    if sertifikat.nip and sertifikat.nip != nip:
        return f"NIP pada sertifikat ini {sertifikat.nip}, sedangkan NIP {nama} {nip}."
    return ""


def beda_nama(tertulis: str, nama: str) -> str:
    """What tells the name on a certificate from that of a person; empty where they are the same but for titles."""
    kiri, kanan = kata_nama(tertulis), kata_nama(nama)
    if kiri and kiri == kanan:
        return ""
    kurang, lebih = [k for k in kanan if k not in kiri], [k for k in kiri if k not in kanan]
    if set(kiri) & set(kanan) and not (kurang and lebih):
        beda = f"tanpa “{' '.join(kurang)}”" if kurang else f"dengan “{' '.join(lebih)}”" if lebih else "urutannya lain"
        return f"Nama pada sertifikat ini “{tertulis}”, bukan nama lengkap {nama} ({beda})."
    return f"Sertifikat ini atas nama {tertulis}, bukan {nama.rstrip('.')}."


def kata_nama(nama: str) -> list[str]:
    """Words of a name in their order, without titles, dots, accents and case. Dotted letters before any word are
    initials, behind one a degree (S.S., M.Hum.)."""
    depan, *belakang = nama.split(",")
    kata: list[str] = []
    for satu in depan.split():
        if not (BERTITIK.fullmatch(satu) and set(kata) - GELAR):
            kata += _kata(satu)
    while len(kata) > 1 and kata[0] in GELAR:
        kata.pop(0)
    akhiran = [satu for b in belakang for satu in b.split()]
    return kata + [k for satu in akhiran if not _gelar(satu) for k in _kata(satu)]


def _gelar(kata: str) -> bool:
    """Whether a word behind a comma is a degree: dotted, or short."""
    return bool(BERTITIK.fullmatch(kata)) or len(kata) <= 5


def _kata(satu: str) -> list[str]:
    """One written word as words to compare."""
    polos = "".join(h for h in unicodedata.normalize("NFKD", satu.casefold()) if not unicodedata.combining(h))
    polos = re.sub(r"['’ʼ`´]", "", polos)
    return [k for k in re.split(r"[^\w]+|_", polos) if k]
