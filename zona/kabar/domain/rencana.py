"""Letters about the steps of a plan's life."""

from typing import Any

from django.urls import reverse

from rencana_aksi.models import Rencana
from rencana_aksi.queries import langkah as tangga
from zona.inti.kata import satu_titik
from zona.inti.waktu import diceritakan, tanggal_id
from zona.kabar.domain.pos import surati
from zona.kabar.enums import Jenis
from zona.kabar.models import Senyap
from zona.organisasi.models import Pengguna

KATA = {
    tangga.DIAJUKAN: ("diajukan", "{oleh} mengajukan {hal} {satker} untuk Bapak/Ibu tetapkan."),
    tangga.DITARIK: ("ditarik kembali", "{oleh} menarik kembali {hal} {satker}; penetapannya belum diperlukan."),
    tangga.DIKEMBALIKAN: ("dikembalikan", "{oleh} mengembalikan {hal} {satker} untuk diperbaiki. Alasan: {alasan}"),
    tangga.DITETAPKAN: ("ditetapkan", "{oleh} menetapkan {hal} {satker} dengan SK nomor {nomor} tanggal {tanggal}."),
    tangga.DIBATALKAN: (
        "dibatalkan",
        "{oleh} membatalkan {hal} {satker}; rencana yang berlaku tetap. Alasan: {alasan}",
    ),
}
"""Of each step: the word of the subject, and the sentence."""


def kabari_langkah(*, rencana: Rencana, langkah: str, oleh: Pengguna | None, alasan: str, **_: Any) -> None:
    """Listens to `langkah_rencana`: a letter to each whom the step concerns, who has an address and wants to hear of
    it. Of what is told of the past nobody is sent word."""
    if diceritakan():
        return
    senyap = set(Senyap.objects.filter(jenis=Jenis.PENGESAHAN).values_list("pengguna", flat=True))
    satker = rencana.satker
    hal = tangga.sebut_rencana(rencana.tahun, rencana.versi)
    kata, kalimat = KATA[langkah]
    isi = kalimat.format(
        oleh=oleh or "Sistem", hal=hal, satker=satker.nama, alasan=alasan, nomor=rencana.nomor_sk,
        tanggal=tanggal_id(rencana.tanggal_sk),
    )  # fmt: skip
    kepada = [o for o in tangga.bersangkutan(rencana, langkah, oleh) if o.pk not in senyap]
    jalur = reverse("rencana_aksi:versi", args=[satker.slug, rencana.tahun])
    surati(satker=satker, kepada=kepada, perihal=f"{hal} {kata}", isi=satu_titik(isi), jalur=jalur, oleh=oleh)
