"""The demo's stages: their planned days, the day of pencanangan, and the pakta that is evidence of the plan already."""

from functools import partial

from bukti_fisik.models import Bukti
from rencana_aksi.models import SyaratBukti
from zona.beranda.domain.contoh.peristiwa import Cerita
from zona.tahapan.domain.dokumen import tambah_dokumen
from zona.tahapan.domain.tahap import isi_tahap
from zona.tahapan.enums import JenisDokumen, KodeTahap


def tambah_tahapan(cerita: Cerita) -> None:
    isi, rencana, ketua = cerita.isi["tahapan"], cerita.kantor.rencana, cerita.kantor.ketua
    hari = isi["dicatat"]
    for kode in KodeTahap:
        kerja = partial(isi_tahap, rencana=rencana, kode=kode, oleh=ketua, hari_ini=hari, **isi[kode.value])
        cerita.catat(hari, kerja)
    cerita.catat(hari, partial(_pakta, cerita, cerita.letak.butir(isi["pakta"])))


def _pakta(cerita: Cerita, syarat: SyaratBukti) -> None:
    """The newest bukti of that item stands for the pakta."""
    tambah_dokumen(
        rencana=cerita.kantor.rencana,
        kode=KodeTahap.PENCANANGAN,
        jenis=JenisDokumen.PAKTA,
        bukti=Bukti.objects.filter(syarat=syarat)
        .select_related("syarat__rencana_kerja__pengungkit__rencana")
        .latest("pk"),
        oleh=cerita.kantor.ketua,
    )
