"""Moving a row: one step up or down, or to another place within its pengungkit. Moving is no edit of the words, so it
leaves `revisi` alone."""

from typing import Any, Literal

from django.db import transaction

from rencana_aksi.domain.sunting.baris import NAMA, PINDAH, Baris, kunci_rencana, pengungkit_dari
from rencana_aksi.domain.sunting.urutan import berikut, saudara, tata
from rencana_aksi.models import RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.tempat import tempat
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

Arah = Literal["naik", "turun"]
TIDAK_ADA = "Baris ini sudah tidak ada dalam rencana. Muat ulang halaman."


@transaction.atomic
def geser(*, baris: Baris, arah: Arah, oleh: Pengguna | None) -> bool:
    """One place up or down among its siblings; False at the end. Raises DomainError where the plan may not be edited,
    or the row is gone."""
    kunci_rencana(baris)
    deret, i = _letak(baris)
    ke = i - 1 if arah == "naik" else i + 1
    if not 0 <= ke < len(deret):
        return False
    return _pindah(deret, i, ke, oleh)


@transaction.atomic
def pindahkan(*, baris: Baris, setelah: Baris | None, oleh: Pengguna | None) -> bool:
    """To the place after one of its siblings, or before them all. True when it moved. Raises DomainError where that one
    is no sibling: of another pengungkit, another office; where the plan may not be edited, or the row is gone."""
    kunci_rencana(baris)
    deret, i = _letak(baris)
    ke = 0
    if setelah is not None and setelah.pk != baris.pk:
        letak = [n for n, b in enumerate(deret) if b.pk == setelah.pk and type(b) is type(setelah)]
        if not letak:
            raise DomainError(_bukan_sini(baris), kolom="tempat")
        ke = letak[0] + 1 if letak[0] < i else letak[0]
    elif setelah is not None:
        ke = i
    return ke != i and _pindah(deret, i, ke, oleh)


@transaction.atomic
def pindahkan_aksi(*, aksi: RencanaAksi, ke: RencanaKerja, setelah: RencanaAksi | None, oleh: Pengguna | None) -> bool:
    """To a place in its own or another rencana kerja of the same pengungkit; its occurrences and evidence go along.
    True when it moved. Raises DomainError: another pengungkit or office, the last action of its rencana kerja, too
    many there; where the plan may not be edited, or the action is gone."""
    kunci_rencana(aksi)
    asal, i = _letak(aksi)
    aksi = asal.pop(i)
    if ke.pk == aksi.rencana_kerja_id:
        return pindahkan(baris=aksi, setelah=setelah, oleh=oleh)
    dari = aksi.rencana_kerja
    tujuan = list(RencanaAksi.objects.filter(rencana_kerja=ke))
    if ke.pengungkit_id != dari.pengungkit_id or (setelah and setelah.pk not in [a.pk for a in tujuan]):
        raise DomainError(_bukan_sini(aksi), kolom="tempat")
    if not asal:
        raise DomainError(
            "Ini satu-satunya aksi pada rencana kerjanya. Tambahkan dahulu aksi lain di sana, atau hapus rencana kerja "
            "itu setelah isinya disalin.",
            kolom="tempat",
        )
    sebelum = tempat(dari.pengungkit.kode, dari.nomor, aksi.huruf)
    aksi.rencana_kerja, aksi.urutan, aksi.huruf = ke, berikut(tujuan, "rencana aksi"), ""
    aksi.save(update_fields=["rencana_kerja", "urutan", "huruf"])
    tujuan.insert([a.pk for a in tujuan].index(setelah.pk) + 1 if setelah else 0, aksi)
    terhitung = [*tata(tujuan), *tata(asal)]
    _bawa_syarat(aksi, ke)
    kini = tempat(dari.pengungkit.kode, ke.nomor, aksi.huruf)
    _catat(aksi, {"tempat": sebelum, "rencana_kerja": dari}, {"tempat": kini, "rencana_kerja": ke}, terhitung, oleh)
    return True


def _bawa_syarat(aksi: RencanaAksi, ke: RencanaKerja) -> None:
    """What is asked of the action follows it, after what is asked there."""
    urutan = berikut(list(SyaratBukti.objects.filter(rencana_kerja=ke)), "syarat bukti")
    ikut = list(SyaratBukti.objects.filter(aksi=aksi))
    for i, syarat in enumerate(ikut):
        syarat.rencana_kerja, syarat.urutan = ke, urutan + i
    SyaratBukti.objects.bulk_update(ikut, ["rencana_kerja", "urutan"])


def _letak(baris: Baris) -> tuple[list[Any], int]:
    """Its siblings as they are now, and where it stands among them."""
    deret = saudara(baris)
    if baris.pk not in [b.pk for b in deret]:  # moved meanwhile, or gone
        if (kini := type(baris).objects.filter(pk=baris.pk).first()) is None:
            raise DomainError(TIDAK_ADA)
        deret = saudara(kini)
    return deret, [b.pk for b in deret].index(baris.pk)


def _pindah(deret: list[Any], dari: int, ke: int, oleh: Pengguna | None) -> bool:
    baris = deret.pop(dari)
    deret.insert(ke, baris)
    sebelum = _tempat(baris)
    terhitung = tata(deret)
    sesudah = _tempat(baris)
    _catat(baris, {**sebelum, "urutan": dari + 1}, {**sesudah, "urutan": ke + 1}, terhitung, oleh)
    return True


def _tempat(baris: Baris) -> dict[str, Any]:
    match baris:
        case RencanaKerja():
            return {"tempat": tempat(baris.pengungkit.kode, baris.nomor)}
        case RencanaAksi():
            return {"tempat": tempat(baris.rencana_kerja.pengungkit.kode, baris.rencana_kerja.nomor, baris.huruf)}
        case _:
            return {}


def _catat(
    baris: Baris, sebelum: dict[str, Any], sesudah: dict[str, Any], terhitung: list[str], oleh: Pengguna | None
) -> None:
    if terhitung:
        sesudah["penomoran"] = terhitung
    catat(
        satker_id=pengungkit_dari(baris).lingkup.satker_id, oleh=oleh, tindakan=f"{PINDAH} {NAMA[type(baris)]}",
        objek=baris, sebelum=sebelum, sesudah=sesudah,
    )  # fmt: skip


def _bukan_sini(baris: Baris) -> str:
    return (
        f"Tempat itu bukan bagian dari pengungkit {pengungkit_dari(baris).kode}; {NAMA[type(baris)]} tidak dapat "
        "dipindahkan ke pengungkit atau satuan kerja lain."
    )
