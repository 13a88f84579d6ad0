"""Evidence of the office UJI in each state, for what hands it out."""

from django.core.files.base import ContentFile

from bukti_fisik.domain.bukti import kembalikan_bukti, tarik_bukti, terima_bukti, unggah_bukti
from bukti_fisik.models import Bukti
from pengungkit.models import Pertanyaan
from rencana_aksi.models import SyaratBukti
from tests.berkas_contoh import pdf
from tests.pabrik import Kantor


def taruh(
    kantor: Kantor,
    nama: str,
    keadaan: str = "diterima",
    *,
    area: str = "I",
    syarat: SyaratBukti | None = None,
    isi: bytes | None = None,
    soal: tuple[str, ...] = (),
) -> Bukti:
    """A PDF of its own by anggota, decided by ketua; of the syarat `baris` of the area where none is given."""
    milik = syarat or kantor.syarat[area, "baris"]
    oleh, ketua = kantor.orang["anggota"], kantor.orang["ketua"]
    berkas = ContentFile(pdf(nama) if isi is None else isi)
    bukti = unggah_bukti(syarat=milik, pelaksanaan=None, nama=nama, isi=berkas, oleh=oleh)
    if keadaan == "diterima":
        terima_bukti(bukti=bukti, oleh=ketua)
    elif keadaan == "dikembalikan":
        kembalikan_bukti(bukti=bukti, alasan="Kurang jelas", oleh=ketua)
    elif keadaan == "ditarik":
        tarik_bukti(bukti=bukti, alasan="Salah unggah", oleh=oleh)
    bukti.pertanyaan.set(Pertanyaan.objects.filter(kode__in=soal))
    return Bukti.objects.select_related("berkas").get(pk=bukti.pk)
