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
from zona.pengesahan.baca import TandaTerbaca, rantai
from zona.pengesahan.domain.siapkan import Naskah, buat_siap, nama_naskah, naskah_untuk
from zona.pengesahan.enums import Cara, Kalimat
from zona.pengesahan.kunci import buka_pkcs12, buka_token
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.pades import Keterangan, bubuhkan
from zona.pengesahan.periksa import akar_terpasang, periksa
from zona.pengesahan.queries.dokumen import Pejabat
from zona.pengesahan.sertifikat import Sertifikat, beda_orang, sebut


@sensitive_variables("isi", "sandi")
def tanda_tangani(*, versi: VersiRencana, isi: bytes | None, sandi: str, alasan: str, oleh: Pengguna) -> DokumenSah:
    """Sign the version with the PKCS#12 `isi`, or with the installation's token where there is none, and keep the file.

    Raises DomainError, naming the field (kunci.py), where the certificate is not the person's, a later version stands,
    the document is not drawn yet, the time stamp cannot be had, or the file cannot be kept. Then nothing is written."""
    kini = datetime.now(UTC)
    if isi is None:
        with buka_token(sandi, kini) as (penanda, sertifikat):
            return _tanda_tangani(versi, penanda, sertifikat, alasan, oleh, kini, "token dan PIN-nya")
    return _tanda_tangani(versi, *buka_pkcs12(isi, sandi, kini), alasan, oleh, kini, "kunci .p12 dan sandinya")


def _tanda_tangani(
    versi: VersiRencana, penanda: Signer, sertifikat: Sertifikat, alasan: str, oleh: Pengguna, kini: datetime,
    faktor: str,
) -> DokumenSah:  # fmt: skip
    if beda := beda_orang(sertifikat, oleh.nama, oleh.nip or ""):
        raise DomainError(beda, kolom="sertifikat")
    if (baru := versi.rencana.versi_beku.order_by("-versi").values_list("versi", flat=True)[0]) > versi.versi:
        raise DomainError(f"Versi {baru} sudah ditetapkan; tanda tangan versi itu.")
    akar = akar_terpasang()
    assert penanda.signing_cert is not None  # noqa: S101 - it was read before
    _, bsre = rantai(penanda.signing_cert, list(penanda.cert_registry), akar.der, akar.bsre, kini)
    kalimat = Kalimat.BSRE if bsre else Kalimat.ELEKTRONIK
    naskah = naskah_untuk(versi, kalimat, Pejabat(oleh.nama, oleh.nip or ""))
    blok = _blok(versi, sertifikat, alasan, kini, bsre)
    bertanda = bubuhkan(naskah.isi, penanda, Keterangan(oleh.nama, alasan, versi.rencana.tempat, blok))
    putusan = periksa(bertanda, naskah.isi, akar)
    if putusan.alasan or putusan.tanda is None or putusan.tanda.bsre != bsre:
        rinci = " ".join(putusan.alasan) or "Rantai sertifikatnya berubah."
        raise DomainError(f"Tanda tangan yang dibuat tidak lolos pemeriksaan, jadi tidak disimpan. {rinci}")
    return _simpan(versi, naskah, kalimat, bertanda, putusan.tanda, alasan, oleh, faktor)


def _blok(versi: VersiRencana, sertifikat: Sertifikat, alasan: str, kini: datetime, bsre: bool) -> bytes:
    setempat = kini.astimezone(ZoneInfo(versi.rencana.satker.zona_waktu))
    konteks = {
        "nama": sertifikat.nama,
        "nip": sertifikat.nip,
        "alasan": alasan,
        "saat": f"{tanggal_id(setempat.date())} {setempat:%H.%M %Z}",
        "penerbit": sebut(sertifikat.nama_penerbit, bsre=bsre),
    }
    return tulis_cap(render_to_string("pengesahan/blok_pdf.html", konteks), baca_gaya("cetak-blok.css"))


def _simpan(
    versi: VersiRencana, naskah: Naskah, kalimat: Kalimat, isi: bytes, tanda: TandaTerbaca, alasan: str, oleh: Pengguna,
    faktor: str,
) -> DokumenSah:  # fmt: skip
    """Both files and both rows, or none."""
    satker = versi.rencana.satker
    with (
        menyimpan(satker, nama_naskah(versi), ContentFile(naskah.isi), oleh) as (asal, _),
        menyimpan(satker, nama_naskah(versi, "bertanda-tangan"), ContentFile(isi), oleh) as (berkas, _),
    ):
        siap = naskah.siap or buat_siap(versi, naskah, kalimat, asal, oleh)
        sah = buat_sah(siap=siap, cara=Cara.PADES, berkas=berkas, tanda=tanda, alasan=alasan, oleh=oleh)
        catat_jejak(sah, oleh, "menandatangani dokumen", akun=oleh.username, faktor_kedua=faktor)
        return sah


def buat_sah(
    *, siap: NaskahSiap, cara: Cara, berkas: Berkas, tanda: TandaTerbaca, alasan: str, oleh: Pengguna
) -> DokumenSah:  # fmt: skip
    """A step: the row of an electronic signature, as its certificate has it."""
    s = tanda.sertifikat
    return DokumenSah.objects.create(
        siap=siap, cara=cara, berkas=berkas, sha256=berkas.sha256, nama=s.nama, nip=s.nip, subjek=s.subjek,
        penerbit=s.penerbit, nomor_seri=s.nomor_seri, ditandatangani_pada=tanda.pada, bercap_waktu=tanda.bercap,
        tepercaya=tanda.tepercaya, bsre=tanda.bsre, tingkat=tanda.tingkat, alasan=alasan, oleh=oleh,
    )  # fmt: skip


def catat_jejak(sah: DokumenSah, oleh: Pengguna, tindakan: str, **lain: str) -> None:
    """A step: what was signed, by whom, when, whether its chain is trusted, and the fingerprint of the file."""
    versi = sah.siap.versi
    catat(
        satker_id=versi.rencana.satker_id, oleh=oleh, tindakan=tindakan, objek=sah, alasan=sah.alasan,
        sesudah={
            "versi": versi.versi, "kode": sah.siap.kode, "cara": sah.cara, "nama": sah.nama, "tingkat": sah.tingkat,
            "saat": sah.ditandatangani_pada.isoformat(), "tepercaya": sah.tepercaya, "sha256": sah.sha256, **lain,
        },
    )  # fmt: skip
