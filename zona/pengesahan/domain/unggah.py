"""What was signed elsewhere comes back: checked where it can be, vouched for where it cannot."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.core.files import File

from bukti_fisik.domain.simpan import menyimpan
from zona.inti.errors import DomainError
from zona.inti.waktu import tanggal_id
from zona.organisasi.models import Pengguna
from zona.pengesahan.baca import TandaTerbaca
from zona.pengesahan.domain.kabar import kabari_kepala
from zona.pengesahan.domain.putusan import putuskan_tanda
from zona.pengesahan.domain.tanda_tangan import buat_sah, catat_jejak
from zona.pengesahan.enums import Bentuk, Cara, Kalimat, Keadaan
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.periksa import periksa
from zona.pengesahan.queries.dokumen import baca_isi, penanda_siap
from zona.pengesahan.sertifikat import beda_nama, beda_orang

BERUBAH = (
    "Berubah, atau tidak memuat tanda tangan elektronik: berkas ini bukan naskah yang disiapkan di sini dengan satu "
    "tanda tangan dan tidak lain. Unduh naskahnya dari halaman ini, tanda tangani tanpa mencetak atau menyimpan ulang, "
    "lalu unggah lagi; bila ini pindaian, pilih salah satu pindaian."
)
NASKAH_BASAH = "Naskah ini untuk tanda tangan basah. Siapkan naskah untuk sertifikat elektronik."
PINDAIAN_BSRE = "Naskah ini menyebut BSrE, yang tidak terbaca dari pindaian. Siapkan naskah untuk tanda tangan basah."
BUKAN_BSRE = (
    "Naskah ini menyebut BSrE, sedangkan rantai sertifikatnya tidak berakhir pada akar BSrE yang dipasang di sini. "
    "Siapkan naskah untuk sertifikat elektronik lain."
)


def unggah_bertanda(
    *, siap: NaskahSiap, bentuk: str, berkas: File, oleh: Pengguna, hari_ini: date, tanggal: date | None = None,
    menjamin: bool = False, alasan: str = "",
) -> DokumenSah:  # fmt: skip
    """Keep the signed file. Raises DomainError, naming the field: of a signed PDF what `_periksa` finds; of a scan no
    day, one in the future or before the SK, nobody who vouches; a file that is not taken."""
    if bentuk == Bentuk.ELEKTRONIK:
        return _elektronik(siap, berkas, alasan, oleh)
    if siap.kalimat == Kalimat.BSRE:
        raise DomainError(PINDAIAN_BSRE, kolom="bentuk")
    if tanggal is None:
        raise DomainError("Isi tanggal pada tanda tangannya.", kolom="tanggal")
    if not siap.versi.tanggal_sk <= tanggal <= hari_ini:
        raise DomainError(
            f"Tanggal tanda tangan antara {tanggal_id(siap.versi.tanggal_sk)} (SK) dan {tanggal_id(hari_ini)}.",
            kolom="tanggal",
        )
    if not menjamin:
        raise DomainError("Pindaian tidak dapat diperiksa; nyatakan bahwa Anda menjaminnya.", kolom="menjamin")
    return _pindaian(siap, bentuk, berkas, tanggal, alasan, oleh)


def _elektronik(siap: NaskahSiap, berkas: File, alasan: str, oleh: Pengguna) -> DokumenSah:
    berkas.seek(0)
    tanda = _periksa(siap, berkas.read())
    satker = siap.versi.rencana.satker
    with menyimpan(satker, berkas.name or "bertanda-tangan.pdf", berkas, oleh) as (tersimpan, _):
        sah = buat_sah(siap=siap, cara=Cara.UNGGAH, berkas=tersimpan, tanda=tanda, alasan=alasan, oleh=oleh)
        return _tercatat(sah, oleh)


def _periksa(siap: NaskahSiap, isi: bytes) -> TandaTerbaca:
    """The signature of the head. Raises DomainError: not signed, not our document with a signature and nothing else, by
    somebody else, by a certificate that may not, or by an authority that is not trusted or not the one it names."""
    if siap.kalimat == Kalimat.BASAH:
        raise DomainError(NASKAH_BASAH, kolom="berkas")
    putusan = periksa(isi, baca_isi(siap.berkas))
    tanda, untuk = putusan.tanda, penanda_siap(siap)
    if tanda is None:
        raise DomainError(f"{BERUBAH} {' '.join(putusan.alasan)}", kolom="berkas")
    if beda := beda_orang(tanda.sertifikat, untuk.nama, untuk.nip):
        raise DomainError(beda, kolom="berkas")
    if putusan.semua_alasan:
        raise DomainError(" ".join(putusan.semua_alasan), kolom="berkas")
    if siap.kalimat == Kalimat.BSRE and not tanda.bsre:
        raise DomainError(BUKAN_BSRE, kolom="berkas")
    return tanda


def _pindaian(siap: NaskahSiap, bentuk: str, berkas: File, tanggal: date, alasan: str, oleh: Pengguna) -> DokumenSah:
    satker = siap.versi.rencana.satker
    saat = datetime.combine(tanggal, time(12), ZoneInfo(satker.zona_waktu))
    cara = Cara.CETAK if bentuk == Bentuk.LEMBAR else Cara.UNGGAH
    with menyimpan(satker, berkas.name or "pindaian.pdf", berkas, oleh) as (tersimpan, _):
        sah = DokumenSah.objects.create(
            siap=siap, cara=cara, berkas=tersimpan, sha256=tersimpan.sha256, nama=penanda_siap(siap).nama,
            ditandatangani_pada=saat, alasan=alasan, penjamin=oleh, oleh=oleh,
        )  # fmt: skip
        return _tercatat(sah, oleh)


def _tercatat(sah: DokumenSah, oleh: Pengguna) -> DokumenSah:
    """In the trail; what the head brings in person is theirs at once, what another brings waits for the head."""
    catat_jejak(sah, oleh, "mengunggah dokumen bertanda tangan")
    if sah.keadaan == Keadaan.MENUNGGU and oleh.boleh("sahkan", sah) and not beda_nama(sah.nama, oleh.nama):
        putuskan_tanda(sah=sah, diterima=True, alasan="diunggah sendiri", oleh=oleh)
    elif sah.keadaan == Keadaan.MENUNGGU:
        kabari_kepala(sah)
    return sah
