"""Papers of the test office, saved as its ketua would."""

from datetime import date
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from pengungkit.domain.kunci import ajukan_penilaian
from pengungkit.enums import StatusPenilaian
from pengungkit.models import Penilaian
from tests.nilai.bantu import isi as isi_nilai
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.exports.ekspor import Tetap
from zona.dokumen.exports.tercetak import isi_tetap
from zona.nilai.domain.kunci import kunci_lke
from zona.nilai.domain.syarat import isi_syarat, nyatakan_dikunjungi
from zona.nilai.models import PemenuhanSyarat
from zona.organisasi.models import Satker
from zona.surat.domain.surat import beri_nomor, simpan_surat
from zona.surat.enums import JenisSurat
from zona.surat.exports.surat_pdf import ekspor_surat
from zona.surat.models import Surat
from zona.surat.queries.surat import baca_surat
from zona.surat.queries.templat import templat_zona

ALAMAT = "dokumen/surat/"
SATU = date(2023, 2, 1)


def simpan(kantor: Kantor, jenis: JenisSurat, **isi: Any) -> Surat | None:
    """Over what is there, by the ketua."""
    kini = baca_surat(kantor.satker, 2023, jenis)
    data = {**kini.rincian, "isi": kini.isi, "revisi": kini.revisi, "oleh": kantor.orang["ketua"], **isi}
    return simpan_surat(rencana=kantor.rencana, jenis=jenis, **data)


SYARAT_BENAR = {
    "layanan_inti": "ya", "zi_setahun": "2022-01-02", "tlhp": "100", "lhkpn": "100", "lhkasn": "100", "sakip": "A",
    "survei_mandiri": "2023-01-02",
}  # fmt: skip
PENANDA = {"nama": "Dr. Pimpinan", "nip": "196001011990031001", "jabatan": "Sekretaris Jenderal"}
MENYATAKAN = (JenisSurat.USULAN, JenisSurat.SPTJM)


def benarkan(kantor: Kantor, jenis: JenisSurat) -> None:
    """What a surat usulan or SPTJM declares becomes so: who signs, the conditions, the office's locked assessment."""
    ketua = kantor.orang["ketua"]
    Satker.objects.filter(pk=kantor.satker.pk, induk="").update(induk="Kementerian Uji")
    kantor.rencana.satker.refresh_from_db()
    ada = set(PemenuhanSyarat.objects.values_list("kode", flat=True))
    for kode, isian in SYARAT_BENAR.items():
        if kode not in ada:
            isi_syarat(rencana=kantor.rencana, kode=kode, isian=isian, tautan="https://contoh.id/b", oleh=ketua)
    for satu in PemenuhanSyarat.objects.exclude(tautan="").filter(dikunjungi_oleh=None).select_related("diisi_oleh"):
        nyatakan_dikunjungi(pemenuhan=satu, oleh=kantor.orang["kepala"])
    if not Penilaian.objects.filter(satker=kantor.satker, jenis="mandiri", status=StatusPenilaian.DIKUNCI).exists():
        isi_nilai(kantor, ketua, H1_1="3.36")
        mandiri = Penilaian.objects.get(satker=kantor.satker, jenis="mandiri")
        ajukan_penilaian(penilaian=mandiri, oleh=ketua)
        kunci_lke(penilaian=Penilaian.objects.get(pk=mandiri.pk), oleh=kantor.orang["kepala"])
    if baca_surat(kantor.satker, 2023, jenis).draf:
        simpan(kantor, jenis, **PENANDA)


def nomori(kantor: Kantor, jenis: JenisSurat, nomor: str, tanggal: date = SATU, **lain: Any) -> Surat:
    """Number and date; what a surat usulan or SPTJM declares is made so before."""
    if jenis in MENYATAKAN:
        benarkan(kantor, jenis)
    revisi = baca_surat(kantor.satker, 2023, jenis).revisi
    data = {"nomor": nomor, "tanggal": tanggal, "revisi": revisi, "hari_ini": HARI_INI, **lain}
    return beri_nomor(rencana=kantor.rencana, jenis=jenis, **{"oleh": kantor.orang["ketua"], **data})


def pdf(kantor: Kantor, jenis: JenisSurat) -> bytes:
    surat = baca_surat(kantor.satker, 2023, jenis)
    dokumen = ekspor_surat(kantor.rencana, surat, kantor.orang["ketua"], HARI_INI)
    return isi_tetap(dokumen) if isinstance(dokumen, Tetap) else dokumen.buat()


def kiriman(jenis: JenisSurat, **isi: Any) -> dict[str, Any]:
    """What the editor's form sends: the template, and what is given instead."""
    awal = templat_zona()[jenis]
    return {**awal.rincian, "isi": awal.isi, "revisi": 0, **isi}


def gambar(nama: str = "pindaian.png") -> SimpleUploadedFile:
    keluar = BytesIO()
    Image.new("RGB", (40, 60), "white").save(keluar, "PNG")
    return SimpleUploadedFile(nama, keluar.getvalue())
