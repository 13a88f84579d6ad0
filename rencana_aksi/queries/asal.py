"""How a plan came to be, as the audit trail has it."""

from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from zona.inti.models import Jejak


def tindakan_pertama(rencana: Rencana) -> str:
    """The deed the plan was made by; empty where the trail does not have it. One query."""
    milik = Jejak.objects.filter(objek=rencana._meta.label_lower, objek_id=rencana.pk)
    return milik.order_by("id").values_list("tindakan", flat=True).first() or ""


def tahun_asal(rencana: Rencana) -> int | None:
    """The year of the plan it was copied from, as the trail has it; None where it was made otherwise. One query."""
    milik = Jejak.objects.filter(objek=rencana._meta.label_lower, objek_id=rencana.pk)
    sesudah = milik.order_by("id").values_list("sesudah", flat=True).first() or {}
    dari = sesudah.get("dari")
    return dari if isinstance(dari, int) else None


def isi_berapa(rencana: Rencana) -> dict[str, int]:
    """How much the plan holds. Six queries."""
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana)
    return {
        "pengungkit": rencana.pengungkit.count(),
        "rencana_kerja": RencanaKerja.objects.filter(pengungkit__rencana=rencana).count(),
        "aksi": aksi.count(),
        "pelaksanaan": Pelaksanaan.objects.filter(aksi__in=aksi).count(),
        "syarat_bukti": SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana).count(),
        "tanpa_penanggung_jawab": aksi.filter(penanggung_jawab=None).count(),
    }
