"""What was signed elsewhere comes back: checked where it can be, vouched for where it cannot."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from django.core.files import File

from bukti_fisik.domain.simpan import menyimpan
from zona.inti.errors import DomainError
from zona.inti.waktu import tanggal_id
from zona.organisasi.models import Pengguna
from zona.pengesahan.domain.tanda_tangan import catat_jejak, catat_sah
from zona.pengesahan.enums import Bentuk, Cara, Kalimat
from zona.pengesahan.models import DokumenSah, NaskahSiap
from zona.pengesahan.periksa import TandaTerbaca, baca_tanda
from zona.pengesahan.queries.dokumen import Pejabat, baca_isi, pejabat
from zona.pengesahan.revisi import hanya_ditandatangani
from zona.pengesahan.sertifikat import milik

BERUBAH = (
    "Berubah: isi PDF ini bukan lagi dokumen yang disiapkan di sini. Unduh naskahnya dari halaman ini, tanda tangani "
    "tanpa mencetak atau menyimpan ulang, lalu unggah lagi."
)
TANPA_TANDA = "PDF ini tidak memuat tanda tangan elektronik. Bila ini hasil pindaian, pilih salah satu pindaian."


def unggah_bertanda(
    *, siap: NaskahSiap, bentuk: str, berkas: File, oleh: Pengguna, hari_ini: date, tanggal: date | None = None,
    menjamin: bool = False, alasan: str = "",
) -> DokumenSah:  # fmt: skip
    """Keep the signed file. Raises DomainError, naming the field: of a signed PDF what `_periksa` finds; of a scan no
    day, one in the future or before the SK, nobody who vouches; a file that is not taken."""
    if bentuk == Bentuk.ELEKTRONIK:
        return _elektronik(siap, berkas, alasan, oleh)
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
    tanda, kepala = _periksa(siap, berkas.read())
    satker = siap.versi.rencana.satker
    with menyimpan(satker, berkas.name or "bertanda-tangan.pdf", berkas, oleh) as (tersimpan, _):
        return catat_sah(
            siap=siap, cara=Cara.UNGGAH, berkas=tersimpan, tanda=tanda, nip=kepala.nip, alasan=alasan, oleh=oleh
        )


def _periksa(siap: NaskahSiap, isi: bytes) -> tuple[TandaTerbaca, Pejabat]:
    """The signature of the head. Raises DomainError: not signed, not our document any more, a broken signature, signed
    by somebody else, with a certificate that was not valid, or not of the authority the document names."""
    asal = baca_isi(siap.berkas)
    semua = baca_tanda(isi) if isi[:5] == b"%PDF-" else ()
    if not semua:
        raise DomainError(TANPA_TANDA, kolom="berkas")
    if not hanya_ditandatangani(isi, asal) or not all(t.baik for t in semua):
        raise DomainError(BERUBAH, kolom="berkas")
    kepala = pejabat(siap.versi)
    tanda = next(((t, k) for t in semua for k in kepala if milik(t.sertifikat, k.nama, k.nip)), None)
    if tanda is None:
        nama = ", ".join(t.sertifikat.nama for t in semua)
        raise DomainError(f"PDF ini ditandatangani oleh {nama}, bukan oleh {kepala[0].nama}.", kolom="berkas")
    s, pada = tanda[0].sertifikat, tanda[0].pada
    if pada is None or pada > datetime.now(UTC) or not s.berlaku_pada(pada):
        raise DomainError(
            f"Sertifikat {s.nama} tidak berlaku saat dipakai menandatangani (berlaku {tanggal_id(s.mulai.date())} "
            f"sampai {tanggal_id(s.sampai.date())}).",
            kolom="berkas",
        )
    if siap.kalimat == Kalimat.BSRE and not s.bsre:
        raise DomainError(
            f"Naskah ini menyebut BSrE, sedangkan sertifikatnya diterbitkan oleh {s.nama_penerbit}. Siapkan naskah "
            "untuk sertifikat elektronik lain.",
            kolom="berkas",
        )
    return tanda


def _pindaian(siap: NaskahSiap, bentuk: str, berkas: File, tanggal: date, alasan: str, oleh: Pengguna) -> DokumenSah:
    satker = siap.versi.rencana.satker
    kepala = pejabat(siap.versi)[0]
    saat = datetime.combine(tanggal, time(12), ZoneInfo(satker.zona_waktu))
    cara = Cara.CETAK if bentuk == Bentuk.LEMBAR else Cara.UNGGAH
    with menyimpan(satker, berkas.name or "pindaian.pdf", berkas, oleh) as (tersimpan, _):
        sah = DokumenSah.objects.create(
            siap=siap, cara=cara, berkas=tersimpan, sha256=tersimpan.sha256, nama=kepala.nama, nip=kepala.nip,
            ditandatangani_pada=saat, alasan=alasan, penjamin=oleh, oleh=oleh,
        )  # fmt: skip
        catat_jejak(sah, oleh)
    return sah
