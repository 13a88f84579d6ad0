"""Visiting linked evidence: does the address still lead anywhere? Only ever from the command line, never into a network
of our own, and nothing of what is found there is kept."""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from django.conf import settings
from django.db import transaction

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti, KeadaanTautan
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker

LONCATAN = 5
BATAS_WAKTU = 15
"""Seconds for each step."""
PERLU_MASUK = ("accounts.google.com", "login.microsoftonline.com", "login.live.com")
MATI = {404: "tidak ditemukan", 410: "sudah dihapus"}
AGEN = {"User-Agent": "Zona/pemeriksa-tautan", "Accept": "*/*", "Connection": "close"}


ALAMAT_JUGA: list[Callable[[Satker | None], Iterable[tuple[int, str]]]] = []
"""What rooms above keep as proof by address: (office id, address) of one office, or of all."""


@dataclass(slots=True)
class HasilTautan:
    """`mati`: address and why."""

    dikunjungi: int = 0
    tidak_pasti: int = 0
    mati: list[tuple[str, str]] = field(default_factory=list)


class Terlarang(OSError):
    """The address leads into a private network."""


def periksa_tautan(*, satker: Satker | None = None, oleh: Pengguna | None) -> HasilTautan:
    """Visit every linked address in use, each once per office, one after the other."""
    hasil = HasilTautan()
    milik = Bukti.objects.exclude(tautan="").exclude(status__in=[StatusBukti.DITARIK, StatusBukti.DIKEMBALIKAN])
    jalur = "syarat__rencana_kerja__pengungkit__rencana__satker"
    if satker:
        milik = milik.filter(**{jalur: satker})
    semua = set(milik.values_list(jalur, "tautan"))
    for juga in ALAMAT_JUGA:
        semua.update(juga(satker))
    for satker_id, alamat in sorted(semua):
        hidup, keterangan = kunjungi(alamat)
        catat_keadaan(satker_id=satker_id, alamat=alamat, hidup=hidup, keterangan=keterangan, oleh=oleh)
        hasil.dikunjungi += 1
        hasil.tidak_pasti += hidup is None
        if hidup is False:
            hasil.mati.append((alamat, keterangan))
    return hasil


@transaction.atomic
def catat_keadaan(*, satker_id: int, alamat: str, hidup: bool | None, keterangan: str, oleh: Pengguna | None) -> None:
    """Keep what a visit found; in the audit trail where it is news."""
    lama = KeadaanTautan.objects.filter(satker=satker_id, alamat=alamat).first()
    isi = {"hidup": hidup, "keterangan": keterangan[:200], "diperiksa_pada": sekarang()}
    kini, _ = KeadaanTautan.objects.update_or_create(satker_id=satker_id, alamat=alamat, defaults=isi)
    if (lama.hidup if lama else True) != hidup:
        catat(
            satker_id=satker_id, oleh=oleh, tindakan="memeriksa tautan", objek=kini,
            sebelum={"hidup": lama.hidup} if lama else {}, sesudah={"hidup": hidup, "keterangan": keterangan},
        )  # fmt: skip


def kunjungi(alamat: str) -> tuple[bool | None, str]:
    """Whether the address leads somewhere, and why one thinks so; None where it cannot be told."""
    try:
        for _ in range(LONCATAN):
            kode, tujuan = _minta(alamat)
            if not tujuan:
                return _makna(kode)
            alamat = urljoin(alamat, tujuan)
            if urlsplit(alamat).hostname in PERLU_MASUK:
                return None, "perlu masuk untuk membukanya"
        return False, "terus dialihkan"
    except Terlarang:
        return False, "bukan alamat internet umum"
    except socket.gaierror:
        return False, "nama situsnya tidak ada"
    except (OSError, http.client.HTTPException, ValueError):
        return None, "situsnya tidak menjawab"


def _makna(kode: int) -> tuple[bool | None, str]:
    if kode < 400:
        return True, "dapat dibuka"
    if kode in MATI:
        return False, MATI[kode]
    return None, "perlu masuk untuk membukanya" if kode in (401, 403) else f"situsnya menjawab {kode}"


def _minta(alamat: str) -> tuple[int, str]:
    """Status and, for a redirect, where to; the answer's body is not read."""
    bagian = urlsplit(alamat)
    if bagian.scheme not in ("http", "https") or not bagian.hostname:
        raise Terlarang(alamat)
    pintu = bagian.port or (443 if bagian.scheme == "https" else 80)
    with _sambung(bagian.hostname, pintu) as kabel:
        if bagian.scheme == "https":
            kabel = ssl.create_default_context().wrap_socket(kabel, server_hostname=bagian.hostname)
        sambungan = http.client.HTTPConnection(bagian.hostname, pintu, timeout=BATAS_WAKTU)
        sambungan.sock = kabel
        jalur = (bagian.path or "/") + (f"?{bagian.query}" if bagian.query else "")
        sambungan.request("GET", jalur, headers=AGEN)
        jawaban = sambungan.getresponse()
        tujuan = jawaban.getheader("Location", "") if 300 <= jawaban.status < 400 else ""
        sambungan.close()
        return jawaban.status, tujuan


def _sambung(tuan: str, pintu: int) -> socket.socket:
    """To the very address that was looked at, so that a name cannot turn inward between look and call. Raises Terlarang
    for any address that is not of the public internet (settings name exceptions, for tests and intranets)."""
    galat: OSError = Terlarang(tuan)
    for keluarga, jenis, protokol, _, tempat in socket.getaddrinfo(tuan, pintu, type=socket.SOCK_STREAM):
        ip = ipaddress.ip_address(str(tempat[0]).partition("%")[0])
        if not ip.is_global and f"{ip}:{pintu}" not in settings.ZONA_TAUTAN_DALAM:
            continue
        kabel = socket.socket(keluarga, jenis, protokol)
        kabel.settimeout(BATAS_WAKTU)
        try:
            kabel.connect(tempat)
        except OSError as sebab:
            kabel.close()
            galat = sebab
        else:
            return kabel
    raise galat
