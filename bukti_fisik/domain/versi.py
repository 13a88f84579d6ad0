"""The next version at a place: a syarat, and a pelaksanaan where it is asked at each (docs/adr/0014)."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from bukti_fisik.domain.pembawa import ingat_pembawa
from bukti_fisik.enums import Pindai, StatusBukti
from bukti_fisik.models import Berkas, Bukti
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.inti.errors import DomainError
from zona.inti.waktu import hari_ini
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@dataclass(frozen=True, slots=True)
class Keterangan:
    """What is said about a document: a note, the date it bears, the page its proof begins on."""

    catatan: str = ""
    tanggal_dokumen: date | None = None
    halaman: int | None = None


def periksa_tempat(syarat: SyaratBukti, pelaksanaan: Pelaksanaan | None) -> None:
    """Raises DomainError where the syarat is not asked there."""
    if not syarat.tiap_pelaksanaan and pelaksanaan is not None:
        raise DomainError("Bukti ini diminta sekali untuk seluruh aksi, bukan untuk satu pelaksanaan.")
    if syarat.tiap_pelaksanaan and pelaksanaan is None:
        raise DomainError("Bukti ini diminta pada tiap pelaksanaan. Pilih pelaksanaannya.", kolom="pelaksanaan")
    if pelaksanaan is not None and pelaksanaan.aksi_id != syarat.aksi_id:
        raise DomainError("Pelaksanaan itu bukan milik aksi yang meminta bukti ini.", kolom="pelaksanaan")


def periksa_keterangan(syarat: SyaratBukti, keterangan: Keterangan, berkas: Berkas | None) -> None:
    """Raises DomainError for a date in the future, and for a page that is none or that the PDF has not."""
    satker = syarat.rencana_kerja.pengungkit.rencana.satker
    if keterangan.tanggal_dokumen and keterangan.tanggal_dokumen > hari_ini(satker.zona_waktu):
        raise DomainError("Tanggal dokumen tidak boleh sesudah hari ini.", kolom="tanggal_dokumen")
    if keterangan.halaman is None:
        return
    if keterangan.halaman < 1:
        raise DomainError("Halaman dihitung mulai dari 1.", kolom="halaman")
    if berkas and berkas.halaman and keterangan.halaman > berkas.halaman:
        raise DomainError(f"PDF ini hanya {berkas.halaman} halaman.", kolom="halaman")


def tambah_versi(
    syarat: SyaratBukti,
    pelaksanaan: Pelaksanaan | None,
    keterangan: Keterangan,
    oleh: Pengguna | None,
    *,
    nama: str,
    berkas: Berkas | None = None,
    tautan: str = "",
    asal: Bukti | None = None,
) -> Bukti:
    """A step of giving evidence, inside its transaction and its queue (`antre`). Raises DomainError where the same
    bytes or address stand at this place and were not withdrawn, where the virus scan holds the file back, and as
    `periksa_keterangan`."""
    periksa_keterangan(syarat, keterangan, berkas)
    if berkas and berkas.pindai == Pindai.TERINFEKSI:
        raise DomainError("Berkas ini mengandung virus, sehingga tidak dapat dipakai.")
    milik = Bukti.objects.filter(syarat=syarat, pelaksanaan=pelaksanaan)
    kembar = milik.filter(berkas=berkas, tautan=tautan).exclude(status=StatusBukti.DITARIK).first()
    if kembar is not None:
        apa = "Isi berkas ini sama persis dengan" if berkas else "Alamat ini sudah tercatat sebagai"
        raise DomainError(f"{apa} {kembar.nama}, versi {kembar.versi} di sini ({kembar.get_status_display().lower()}).")
    bukti = Bukti.objects.create(
        syarat=syarat,
        pelaksanaan=pelaksanaan,
        versi=(milik.aggregate(akhir=Max("versi"))["akhir"] or 0) + 1,
        berkas=berkas,
        nama=nama,
        tautan=tautan,
        catatan=keterangan.catatan.strip(),
        tanggal_dokumen=keterangan.tanggal_dokumen,
        halaman=keterangan.halaman,
        diunggah_oleh=oleh,
    )
    ingat_pembawa(syarat.rencana_kerja.pengungkit.rencana.satker, bukti.sidik, oleh)
    _catat(bukti, oleh, asal)
    return bukti


def _catat(bukti: Bukti, oleh: Pengguna | None, asal: Bukti | None) -> None:
    sesudah = {"syarat": bukti.syarat, "versi": bukti.versi}
    if bukti.berkas:
        sesudah |= {"sha256": bukti.berkas.sha256, "ukuran": bukti.berkas.ukuran}
    else:
        sesudah["tautan"] = bukti.tautan
    lain = {"pelaksanaan": bukti.pelaksanaan, "tanggal_dokumen": bukti.tanggal_dokumen, "halaman": bukti.halaman}
    sesudah |= {k: v for k, v in {**lain, "asal": asal}.items() if v is not None}
    tindakan = "memakai bukti" if asal else "mengunggah bukti" if bukti.berkas else "menautkan bukti"
    catat(satker_id=bukti.lingkup.satker_id, oleh=oleh, tindakan=tindakan, objek=bukti, sesudah=sesudah)
