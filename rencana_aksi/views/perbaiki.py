"""Where a finding of the plan check can be seen, and where mended."""

from dataclasses import dataclass

from django.urls import reverse

from rencana_aksi.models import Rencana
from rencana_aksi.queries.periksa import Temuan
from rencana_aksi.queries.periksa.jadwal import BERKALA, LIBUR, LUAR_TAHUN, TANPA
from rencana_aksi.queries.periksa.susunan import TANPA_AKSI, TANPA_PENANGGUNG
from rencana_aksi.queries.sunting import terkunci
from zona.organisasi.models import Pengguna

JADWAL = (TANPA, BERKALA, LUAR_TAHUN, LIBUR)


@dataclass(frozen=True, slots=True)
class Pintu:
    """A link and its words."""

    kata: str
    alamat: str


def tautan(pengguna: Pengguna, rencana: Rencana, temuan: Temuan) -> str:
    """The page that shows what the finding is about."""
    kantor = [rencana.satker.slug, rencana.tahun]
    if rencana.perubahan_dari_id and temuan.objek in ("rencana_kerja", "aksi", "syarat"):
        if pengguna.boleh("ubah_rencana", temuan):
            return reverse("rencana_aksi:sunting_bagian", args=[*kantor, temuan.lingkup.area])
        return reverse("rencana_aksi:banding", args=kantor)
    if temuan.objek == "rencana_kerja" and temuan.aksi:
        return f"{reverse('matriks:matriks', args=kantor)}#aksi-{temuan.aksi}"
    if temuan.aksi:
        return reverse("matriks:aksi", args=[*kantor, temuan.aksi])
    if temuan.objek == "rencana":
        return reverse("nilai:nilai", args=kantor)
    if temuan.jenis is TANPA_AKSI:
        return f"{reverse('matriks:matriks', args=kantor)}?pengungkit={temuan.lingkup.area}"
    if temuan.objek == "pengguna" and pengguna.boleh("kelola_akun", rencana):
        return reverse("orang:akun", args=[*kantor, temuan.objek_id])
    return f"{reverse('orang:tim', args=kantor)}#tim-{(temuan.lingkup.area or 'pengarah').lower()}"


def perbaiki(pengguna: Pengguna, rencana: Rencana, temuan: Temuan) -> Pintu | None:
    """The page on which this person can mend it now; None where there is none: not theirs, or the plan is locked. A
    date that is missing can be agreed upon even then, and somebody who answers for an action can be named."""
    if not pengguna.boleh("ubah_rencana", temuan):
        return None
    kantor = [rencana.satker.slug, rencana.tahun]
    if terkunci(rencana):
        if temuan.jenis in (TANPA, BERKALA):
            return Pintu("Beri tanggal", reverse("rencana_aksi:tanggal", args=[*kantor, temuan.aksi]))
        if temuan.jenis is TANPA_PENANGGUNG and rencana.perubahan_dari_id is None:
            return Pintu("Tunjuk", reverse("rencana_aksi:penanggung", args=[*kantor, temuan.aksi]))
        return None
    if temuan.jenis in JADWAL:
        return Pintu("Ubah jadwal", reverse("rencana_aksi:sunting_jadwal", args=[*kantor, temuan.aksi]))
    nama = {"aksi": "sunting_aksi", "syarat": "sunting_syarat"}.get(temuan.objek)
    if nama:
        return Pintu("Sunting", reverse(f"rencana_aksi:{nama}", args=[*kantor, temuan.objek_id]))
    if temuan.jenis is TANPA_AKSI:
        return Pintu("Isi", reverse("rencana_aksi:sunting_bagian", args=[*kantor, temuan.lingkup.area]))
    if temuan.objek == "rencana_kerja":
        bagian = reverse("rencana_aksi:sunting_bagian", args=[*kantor, temuan.lingkup.area])
        return Pintu("Sunting", f"{bagian}#kerja-{temuan.objek_id}")
    return None
