"""Letters about people's roles. They cannot be turned off: who is made or unmade leader, or invited, is to know."""

import logging
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db import connections, transaction
from django.urls import reverse

from zona.inti.models import Jejak
from zona.inti.waktu import diceritakan
from zona.kabar.domain.pos import antar, juru, surati
from zona.kabar.models import SuratRencana
from zona.organisasi.domain.mutasi import KELUAR
from zona.organisasi.models import Ajakan, Pengguna, Satker
from zona.organisasi.queries.nip import pemilik_nip

log = logging.getLogger(__name__)


def kabari_orang(*, satker: Satker, kepada: Sequence[Pengguna], perihal: str, isi: str, jalur: str, **_: Any) -> None:
    """Listens to `kabar_orang`: a letter to each who has an address. Of what is told of the past nobody is sent
    word."""
    if not diceritakan():
        surati(satker=satker, kepada=kepada, perihal=perihal, isi=isi, jalur=jalur, oleh=None)


def kabari_ajakan(*, ajakan: Ajakan, **_: Any) -> None:
    """Listens to `ajakan_dibuat`. Whether anybody has the NIP is found out beside the request, so that asking takes
    the same either way."""
    if not diceritakan():
        transaction.on_commit(partial(juru.submit, surati_pemilik, ajakan.pk))


def surati_pemilik(pk: int) -> None:
    """In a thread of its own: write to whoever owns the NIP. The letter is of that person's own office (or the last
    one), and no page of the office that invited shows it."""
    try:
        ajakan = Ajakan.objects.select_related("satker").get(pk=pk)
        orang = pemilik_nip(ajakan.nip)
        satker = _kantor(orang) if orang and orang.posel else None
        if orang is None or satker is None:
            return
        surat = SuratRencana.objects.create(
            satker_id=satker, pengguna=orang, alamat=orang.posel, jalur=reverse("organisasi:ajakan"),
            perihal="Zona Integritas: ada ajakan yang menunggu jawaban Anda",
            isi=f"{ajakan.satker.nama} mengajak Anda sebagai {ajakan.get_untuk_display()}. Kantor itu belum tahu apa "
            "pun tentang Anda; jawablah setelah masuk.",
        )  # fmt: skip
        antar([surat.pk], None)
    except Exception:  # nobody waits for the answer: the person is told at sign-in as well
        log.exception("surat ajakan gagal dikirim")
    finally:
        connections.close_all()


def _kantor(orang: Pengguna) -> int | None:
    if orang.satker_id is not None:
        return orang.satker_id
    keluar = Jejak.objects.filter(objek=Pengguna._meta.label_lower, objek_id=orang.pk, tindakan=KELUAR)
    return keluar.order_by("-id").values_list("satker_id", flat=True).first()
