"""The first office of an installation, or one more."""

from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db import transaction

from zona.inti.errors import DomainError
from zona.organisasi.domain.alamat import alamat_sendiri
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.domain.pengguna import tambah_pengguna
from zona.organisasi.domain.penugasan import beri_peran
from zona.organisasi.domain.sandi import pasang_sandi, sandi_acak
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna, Satker

ZONA_WAKTU = "Zona waktu {nama} tidak dikenal; contoh yang sah: Asia/Makassar."
KOP = ("nama", "induk", "alamat", "telepon", "laman", "posel", "kota")


@transaction.atomic
def buat_satker(
    *,
    kode: str,
    nama: str,
    admin: str,
    nama_admin: str = "",
    nip_admin: str | None = None,
    zona_waktu: str = "Asia/Jakarta",
    induk: str = "",
    alamat: str = "",
    kota: str = "",
    oleh: Pengguna | None,
) -> tuple[Satker, Pengguna, str]:
    """A new office and its admin; the admin's temporary password is returned and nowhere else. Raises DomainError
    for a code or username that is taken or no valid one, a code that is an address of Zona's own, a name of blanks, or
    an unknown time zone."""
    nama, induk, alamat, kota = (" ".join(isi.split()) for isi in (nama, induk, alamat, kota))
    if zona_waktu not in available_timezones():
        raise DomainError(ZONA_WAKTU.format(nama=zona_waktu))
    satker = Satker(kode=kode.upper(), nama=nama, induk=induk, alamat=alamat, kota=kota, zona_waktu=zona_waktu)
    if Satker.objects.filter(kode=satker.kode).exists():
        raise DomainError(f"Satker {satker.kode} sudah ada.", kolom="kode")
    if satker.slug in alamat_sendiri():
        raise DomainError(f"Kode {satker.kode} dipakai alamat Zona sendiri; pilih kode lain.", kolom="kode")
    try:
        satker.full_clean()
    except ValidationError as galat:
        kolom, pesan = next(iter(galat.message_dict.items()))
        raise DomainError(f"{kolom}: {pesan[0]}", kolom=kolom) from galat
    satker.save()
    isi = {"kode": satker.kode, "nama": nama, "zona_waktu": zona_waktu}
    catat(satker_id=satker.pk, oleh=oleh, tindakan="membuat satker", objek=satker, sesudah=isi)
    orang = tambah_pengguna(satker=satker, username=admin, nama=nama_admin or admin, nip=nip_admin, oleh=oleh)
    beri_peran(satker=satker, pengguna=orang, peran=Peran.ADMIN, oleh=oleh)
    sandi = sandi_acak()
    pasang_sandi(pengguna=orang, sandi=sandi, wajib_ganti=True, oleh=oleh)
    return satker, orang, sandi


@transaction.atomic
def ubah_kop(*, satker: Satker, oleh: Pengguna | None, **kop: str) -> bool:
    """Change the letterhead (`kop`: of KOP) and the time zone (`zona_waktu`); False where nothing differs. Raises
    DomainError, naming the field."""
    if kop.get("zona_waktu", satker.zona_waktu) not in available_timezones():
        raise DomainError(ZONA_WAKTU.format(nama=kop["zona_waktu"]), kolom="zona_waktu")
    baru = {kolom: " ".join(isi.split()) for kolom, isi in kop.items() if kolom in (*KOP, "zona_waktu")}
    sebelum, sesudah = beda(satker, **baru)
    if not sesudah:
        return False
    try:
        satker.clean_fields(exclude=[f.name for f in Satker._meta.fields if f.name not in sesudah])
    except ValidationError as galat:
        kolom, pesan = next(iter(galat.message_dict.items()))
        raise DomainError(pesan[0], kolom=kolom) from galat
    satker.save(update_fields=list(sesudah))
    catat(satker_id=satker.pk, oleh=oleh, tindakan="mengubah kop surat", objek=satker, sebelum=sebelum, sesudah=sesudah)
    return True
