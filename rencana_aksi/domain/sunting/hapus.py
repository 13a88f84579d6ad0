"""Removing a row on which neither progress nor evidence hangs."""

from typing import Any

from django.db import transaction
from django.db.models import Q

from rencana_aksi.domain.sunting.baris import NAMA, Baris, kunci_rencana, pengungkit_dari
from rencana_aksi.domain.sunting.urutan import saudara, tata
from rencana_aksi.models import Pelaksanaan, ProgramPrioritas, RencanaAksi, RencanaKerja
from rencana_aksi.queries.gantungan import gantungan
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna


@transaction.atomic
def hapus_baris(*, baris: Baris, oleh: Pengguna | None) -> None:
    """Remove the row with what is under it; its siblings are numbered anew. Raises DomainError: progress or evidence
    hangs on it (named), it is the last action of its rencana kerja, the plan may not be edited, the row is gone."""
    kunci_rencana(baris)
    list(Pelaksanaan.objects.select_for_update().filter(_milik(baris)).values_list("pk"))  # no progress now
    deret = saudara(baris)
    if baris.pk not in [b.pk for b in deret]:
        raise DomainError("Baris ini sudah dihapus.")
    if isinstance(baris, RencanaAksi) and len(deret) == 1:
        raise DomainError(
            "Ini satu-satunya aksi pada rencana kerjanya. Tambahkan dahulu aksi lain, atau hapus rencana kerjanya."
        )
    ada = gantungan(baris)
    if ada.menahan:
        raise DomainError(f"Tidak dapat dihapus: padanya ada {'; '.join(ada.menahan)}.")
    sebelum = {**isi_kata(baris), **({"ikut_terhapus": ada.ikut} if ada.ikut else {})}
    catat(
        satker_id=pengungkit_dari(baris).lingkup.satker_id, oleh=oleh, tindakan=f"menghapus {NAMA[type(baris)]}",
        objek=baris, sebelum=sebelum,
    )  # fmt: skip
    type(baris).objects.filter(pk=baris.pk).delete()
    tata([b for b in deret if b.pk != baris.pk])


def _milik(baris: Baris) -> Q:
    """Its occurrences, of a draft's row those in force too."""
    match baris:
        case RencanaKerja():
            return Q(aksi__rencana_kerja=baris) | Q(aksi__in=RencanaAksi.objects.filter(salinan__rencana_kerja=baris))
        case RencanaAksi():
            return Q(aksi__in=[baris.pk, baris.asal_id or baris.pk])
        case _:
            return Q(pk=None)


def isi_kata(baris: Baris) -> dict[str, Any]:
    """Its words, as the trail keeps them."""
    match baris:
        case ProgramPrioritas():
            return {"uraian": baris.uraian}
        case RencanaKerja():
            aksi = [f"{a} ({a.jadwal_teks or 'tanpa jadwal'})" for a in baris.aksi.all()]
            return {"nomor": baris.nomor, "uraian": baris.uraian, "aksi": aksi, **_syarat(baris.syarat.all())}
        case RencanaAksi():
            return {"uraian": baris.uraian, "jadwal_teks": baris.jadwal_teks, **_syarat(baris.syarat.all())}
        case _:
            return {"teks": baris.teks, "aksi": baris.aksi}


def _syarat(syarat: Any) -> dict[str, list[str]]:
    teks = [s.teks for s in syarat]
    return {"syarat": teks} if teks else {}
