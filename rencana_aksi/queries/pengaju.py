"""Who submitted a plan does not enact it, save a head who has nobody to submit it to them (docs/adr/0047)."""

from rencana_aksi.models import Rencana
from rencana_aksi.queries import langkah as tangga
from zona.inti.models import Jejak
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna

TANDA = "Diajukan dan ditetapkan oleh orang yang sama: tidak ada ketua tim lain."
"""What the trail and every page say of a version nobody else had submitted."""
SENDIRI = (
    "Rencana ini Anda ajukan sendiri, sehingga bukan Anda yang menetapkannya: kembalikan, lalu biarkan ketua tim ({}) "
    "memeriksa dan mengajukannya."
)


def diajukan_sendiri(rencana: Rencana, pengguna: Pengguna) -> bool:
    """The person took the last step of submitting it, or the draft of its perubahan, from the trail; one query."""
    langkah = Jejak.objects.filter(
        objek=Rencana._meta.label_lower, objek_id=rencana.berlaku.pk, tindakan=tangga.DIAJUKAN
    )
    oleh = langkah.order_by("-id").values_list("oleh_id", flat=True).first()
    return oleh is not None and oleh == pengguna.pk


def ketua_lain(rencana: Rencana, pengguna: Pengguna) -> str:
    """The name of another active person who leads the team that year; empty where there is none. One query."""
    milik = Keanggotaan.objects.filter(
        tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, tim__kode=PENGARAH, peran=Peran.KETUA,
        pengguna__is_active=True,
    ).exclude(pengguna=pengguna.pk)  # fmt: skip
    return milik.values_list("pengguna__nama", flat=True).first() or ""


def tolak_sendiri(rencana: Rencana, pengguna: Pengguna) -> str:
    """Why this person does not enact what they submitted; empty where they may. At most two queries."""
    if not diajukan_sendiri(rencana, pengguna):
        return ""
    lain = ketua_lain(rencana, pengguna)
    return SENDIRI.format(lain) if lain else ""


def sk_sendiri(rencana: Rencana) -> set[str]:
    """Numbers of the SK under which versions were enacted by who submitted them; one query."""
    milik = Jejak.objects.filter(
        objek=Rencana._meta.label_lower, objek_id=rencana.berlaku.pk, tindakan=tangga.DITETAPKAN, alasan=TANDA
    )
    return {sesudah.get("nomor_sk", "") for sesudah in milik.values_list("sesudah", flat=True)}
