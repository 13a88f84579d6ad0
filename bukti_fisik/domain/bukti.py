"""Uploading evidence and judging it. Nothing is overwritten: each upload is a version, each verdict is on record."""

from django.core.files import File
from django.db import transaction
from django.db.models import Max

from bukti_fisik.domain.simpanan import antre, buang_bila_yatim, kunci_berkas, pastikan_utuh, tulis_bila_belum_ada
from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Berkas, Bukti
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.inti.berkas import BerkasSah, periksa_berkas
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna, Satker


def unggah_bukti(
    *,
    syarat: SyaratBukti,
    pelaksanaan: Pelaksanaan | None,
    nama: str,
    isi: File,
    oleh: Pengguna | None,
    catatan: str = "",
) -> Bukti:
    """Keep the file as the next version for this syarat (at this pelaksanaan where it is asked at each). Atomic: after
    any failure there is neither row nor file. The file is opened and written before the transaction begins, so that a
    slow one holds nobody up.

    Raises DomainError: the file is not taken (zona.inti.berkas), the pelaksanaan does not fit the syarat, the very
    same bytes stand here already and were not withdrawn, or storage fails.
    """
    _periksa_pelaksanaan(syarat, pelaksanaan)
    sah = periksa_berkas(nama, isi)
    satker = syarat.rencana_kerja.pengungkit.rencana.satker
    kunci = kunci_berkas(satker, sah)
    try:
        tulis_bila_belum_ada(kunci, isi)
        with transaction.atomic():
            antre(satker)
            return _catat_unggahan(syarat, pelaksanaan, _berkas(satker, kunci, sah, isi, oleh), sah, oleh, catatan)
    except BaseException:
        buang_bila_yatim(satker, kunci)
        raise


def _periksa_pelaksanaan(syarat: SyaratBukti, pelaksanaan: Pelaksanaan | None) -> None:
    if not syarat.tiap_pelaksanaan and pelaksanaan is not None:
        raise DomainError("Bukti ini diminta sekali untuk seluruh aksi, bukan untuk satu pelaksanaan.")
    if syarat.tiap_pelaksanaan and pelaksanaan is None:
        raise DomainError("Bukti ini diminta pada tiap pelaksanaan. Pilih pelaksanaannya.", kolom="pelaksanaan")
    if pelaksanaan is not None and pelaksanaan.aksi_id != syarat.aksi_id:
        raise DomainError("Pelaksanaan itu bukan milik aksi yang meminta bukti ini.", kolom="pelaksanaan")


def _berkas(satker: Satker, kunci: str, sah: BerkasSah, isi: File, oleh: Pengguna | None) -> Berkas:
    """The office's row for these bytes, with its file in place."""
    berkas = Berkas.objects.filter(satker=satker, sha256=sah.sha256).first()
    pastikan_utuh(berkas.kunci if berkas else kunci, isi, sah.ukuran)
    return berkas or Berkas.objects.create(
        satker=satker,
        kunci=kunci,
        nama_asli=sah.nama,
        jenis_mime=sah.mime,
        ukuran=sah.ukuran,
        sha256=sah.sha256,
        diunggah_oleh=oleh,
    )


def _catat_unggahan(
    syarat: SyaratBukti,
    pelaksanaan: Pelaksanaan | None,
    berkas: Berkas,
    sah: BerkasSah,
    oleh: Pengguna | None,
    catatan: str,
) -> Bukti:
    milik = Bukti.objects.filter(syarat=syarat, pelaksanaan=pelaksanaan)
    kembar = milik.filter(berkas=berkas).exclude(status=StatusBukti.DITARIK).first()
    if kembar is not None:
        raise DomainError(
            f"Isi berkas ini sama persis dengan {kembar.nama}, versi {kembar.versi} di sini "
            f"({kembar.get_status_display().lower()})."
        )
    bukti = Bukti.objects.create(
        syarat=syarat,
        pelaksanaan=pelaksanaan,
        versi=(milik.aggregate(akhir=Max("versi"))["akhir"] or 0) + 1,
        berkas=berkas,
        nama=sah.nama,
        catatan=catatan.strip(),
        diunggah_oleh=oleh,
    )
    sesudah = {"syarat": syarat, "versi": bukti.versi, "sha256": berkas.sha256, "ukuran": berkas.ukuran}
    catat(
        satker_id=berkas.satker_id,
        oleh=oleh,
        tindakan="mengunggah bukti",
        objek=bukti,
        sesudah={**sesudah, "pelaksanaan": pelaksanaan} if pelaksanaan else sesudah,
    )
    return bukti


@transaction.atomic
def terima_bukti(*, bukti: Bukti, oleh: Pengguna) -> None:
    """Accept. Raises DomainError for one's own, and, naming who, where somebody was quicker."""
    _putuskan(bukti, StatusBukti.DITERIMA, "menerima bukti", "", oleh)


@transaction.atomic
def kembalikan_bukti(*, bukti: Bukti, alasan: str, oleh: Pengguna) -> None:
    """Return with a reason. Raises DomainError without one, for one's own, and where somebody was quicker."""
    _putuskan(bukti, StatusBukti.DIKEMBALIKAN, "mengembalikan bukti", _alasan(alasan), oleh)


@transaction.atomic
def tarik_bukti(*, bukti: Bukti, alasan: str, oleh: Pengguna | None) -> None:
    """Withdraw, whatever was decided on it; it stays readable. Raises DomainError without a reason, and where somebody
    changed it since it was read."""
    if bukti.status == StatusBukti.DITARIK:
        raise _didahului(bukti)
    _ubah(bukti, "menarik bukti", oleh, status=StatusBukti.DITARIK, alasan=_alasan(alasan))


def _alasan(alasan: str) -> str:
    if not alasan.strip():
        raise DomainError("Tulis alasannya.", kolom="alasan")
    return alasan.strip()


def _putuskan(bukti: Bukti, status: StatusBukti, tindakan: str, alasan: str, oleh: Pengguna) -> None:
    if bukti.diunggah_oleh_id == oleh.pk:
        raise DomainError("Bukti yang Anda unggah sendiri harus diperiksa orang lain.")
    if bukti.status != StatusBukti.MENUNGGU:
        raise _didahului(bukti)
    _ubah(bukti, tindakan, oleh, status=status, alasan=alasan, diverifikasi_oleh=oleh, diverifikasi_pada=sekarang())


def _ubah(bukti: Bukti, tindakan: str, oleh: Pengguna | None, *, status: str, alasan: str, **lain: object) -> None:
    """Write only if it still stands as it was read."""
    lama = bukti.status
    if not Bukti.objects.filter(pk=bukti.pk, status=lama).update(status=status, alasan=alasan, **lain):
        raise _didahului(bukti)
    bukti.refresh_from_db(fields=["status", "alasan", *lain])
    catat(
        satker_id=bukti.lingkup.satker_id,
        oleh=oleh,
        tindakan=tindakan,
        objek=bukti,
        sebelum={"status": lama},
        sesudah={"status": status},
        alasan=alasan,
    )


def _didahului(bukti: Bukti) -> DomainError:
    """What it is now and who made it so, from the audit trail."""
    status = Bukti.objects.values_list("status", flat=True).get(pk=bukti.pk)
    jejak = Jejak.objects.filter(objek=Bukti._meta.label_lower, objek_id=bukti.pk).first()
    siapa = f" oleh {jejak.oleh_nama}" if jejak and status != StatusBukti.MENUNGGU else ""
    return DomainError(f"Bukti ini sudah berubah: {StatusBukti(status).label.lower()}{siapa}.")
