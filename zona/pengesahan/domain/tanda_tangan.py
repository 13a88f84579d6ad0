"""The kepala signs inside the application. Key and password live in memory for as long as that takes."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from django.views.decorators.debug import sensitive_variables
from pyhanko.sign.signers import Signer

from bukti_fisik.domain.simpan import menyimpan
from bukti_fisik.models import Berkas
from rencana_aksi.models import VersiRencana
from zona.inti.errors import DomainError
from zona.inti.pdf import baca_gaya, tulis_cap
from zona.inti.waktu import tanggal_id
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna
from zona.pengesahan.domain.siapkan import Naskah, buat_siap, nama_naskah, naskah_untuk
from zona.pengesahan.enums import Cara, Kalimat
from zona.pengesahan.kunci import buka_pkcs12, buka_token
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.pades import Keterangan, bubuhkan
from zona.pengesahan.periksa import TandaTerbaca, baca_tanda
from zona.pengesahan.sertifikat import Sertifikat, milik


@sensitive_variables("isi", "sandi")
def tanda_tangani(*, versi: VersiRencana, isi: bytes | None, sandi: str, alasan: str, oleh: Pengguna) -> DokumenSah:
    """Sign the version with the PKCS#12 `isi`, or with the installation's token where there is none, and keep the file.

    Raises DomainError, naming the field (kunci.py), where the certificate is not the person's, a later version stands,
    the document is not drawn yet, the time stamp cannot be had, or the file cannot be kept. Then nothing is written."""
    kini = datetime.now(UTC)
    if isi is None:
        with buka_token(sandi, kini) as (penanda, sertifikat):
            return _tanda_tangani(versi, penanda, sertifikat, alasan, oleh, kini)
    return _tanda_tangani(versi, *buka_pkcs12(isi, sandi, kini), alasan, oleh, kini)


def _tanda_tangani(
    versi: VersiRencana, penanda: Signer, sertifikat: Sertifikat, alasan: str, oleh: Pengguna, kini: datetime
) -> DokumenSah:
    if not milik(sertifikat, oleh.nama, oleh.nip or ""):
        raise DomainError(f"Sertifikat ini atas nama {sertifikat.nama}, bukan {oleh.nama}.", kolom="sertifikat")
    if (baru := versi.rencana.versi_beku.order_by("-versi").values_list("versi", flat=True)[0]) > versi.versi:
        raise DomainError(f"Versi {baru} sudah ditetapkan; tanda tangani versi itu.")
    kalimat = Kalimat.BSRE if sertifikat.bsre else Kalimat.ELEKTRONIK
    naskah = naskah_untuk(versi, kalimat)
    keterangan = Keterangan(oleh.nama, alasan, versi.rencana.tempat, _blok(versi, sertifikat, alasan, oleh, kini))
    bertanda = bubuhkan(naskah.isi, penanda, keterangan)
    (tanda,) = baca_tanda(bertanda)
    if not tanda.baik:
        raise DomainError("Tanda tangan yang dibuat tidak cocok dengan dokumennya, jadi tidak disimpan. Coba lagi.")
    return _simpan(versi, naskah, kalimat, bertanda, tanda, alasan, oleh)


def _blok(versi: VersiRencana, sertifikat: Sertifikat, alasan: str, oleh: Pengguna, kini: datetime) -> bytes:
    setempat = kini.astimezone(ZoneInfo(versi.rencana.satker.zona_waktu))
    konteks = {
        "nama": oleh.nama,
        "nip": oleh.nip,
        "alasan": alasan,
        "saat": f"{tanggal_id(setempat.date())} {setempat:%H.%M %Z}",
        "penerbit": sertifikat.nama_penerbit,
    }
    return tulis_cap(render_to_string("pengesahan/blok_pdf.html", konteks), baca_gaya("cetak-blok.css"))


def _simpan(
    versi: VersiRencana, naskah: Naskah, kalimat: Kalimat, isi: bytes, tanda: TandaTerbaca, alasan: str, oleh: Pengguna
) -> DokumenSah:
    """Both files and both rows, or none."""
    satker = versi.rencana.satker
    with (
        menyimpan(satker, nama_naskah(versi), ContentFile(naskah.isi), oleh) as (asal, _),
        menyimpan(satker, nama_naskah(versi, "bertanda-tangan"), ContentFile(isi), oleh) as (berkas, _),
    ):
        siap = naskah.siap or buat_siap(versi, naskah.kode, kalimat, asal, oleh)
        return catat_sah(
            siap=siap, cara=Cara.PADES, berkas=berkas, tanda=tanda, nip=oleh.nip or "", alasan=alasan, oleh=oleh
        )


def catat_sah(
    *, siap: NaskahSiap, cara: Cara, berkas: Berkas, tanda: TandaTerbaca, nip: str, alasan: str, oleh: Pengguna
) -> DokumenSah:
    """A step: the row of an electronic signature, and its audit row."""
    s = tanda.sertifikat
    assert tanda.pada is not None  # noqa: S101  (a signature without a moment is refused before)
    sah = DokumenSah.objects.create(
        siap=siap, cara=cara, berkas=berkas, sha256=berkas.sha256, nama=s.nama, nip=nip or s.nip, subjek=s.subjek,
        penerbit=s.penerbit, nomor_seri=s.nomor_seri, ditandatangani_pada=tanda.pada, bercap_waktu=tanda.bercap,
        tingkat=tanda.tingkat, alasan=alasan, oleh=oleh,
    )  # fmt: skip
    catat_jejak(sah, oleh)
    return sah


def catat_jejak(sah: DokumenSah, oleh: Pengguna) -> None:
    """A step: what was signed, by whom, and the fingerprint of the file."""
    versi = sah.siap.versi
    catat(
        satker_id=versi.rencana.satker_id, oleh=oleh, tindakan="menandatangani dokumen", objek=sah, alasan=sah.alasan,
        sesudah={
            "versi": versi.versi, "kode": sah.siap.kode, "cara": sah.cara, "nama": sah.nama, "tingkat": sah.tingkat,
            "sha256": sah.sha256,
        },
    )  # fmt: skip
