"""Putting one row of the draft of a perubahan back as it is in force; and which rows that may be done with."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from rencana_aksi.domain.banding import terpanjang
from rencana_aksi.domain.perubahan.putusan import JENIS, sebutan
from rencana_aksi.domain.perubahan.salin import Penyalin
from rencana_aksi.domain.sunting.baris import NAMA, PINDAH, Baris, kunci_rencana, pengungkit_dari, simpan
from rencana_aksi.domain.sunting.hapus import isi_kata
from rencana_aksi.domain.sunting.urutan import berikut, saudara, tata
from rencana_aksi.models import (
    Pelaksanaan,
    Pengungkit,
    ProgramPrioritas,
    Rencana,
    RencanaAksi,
    RencanaKerja,
    SyaratBukti,
)
from rencana_aksi.queries.draf import KOLOM, Sanding, menurut_model, sandingkan
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna

MENGEMBALIKAN = "mengembalikan"


@dataclass(frozen=True, slots=True)
class Hilang:
    """A row in force that the draft removes, with what stood under it; in words."""

    jenis: str
    pk: int
    kata: str


@dataclass(frozen=True, slots=True)
class BedaDraf:
    """Ids of the draft's rows that are otherwise than in force, by kind; `hilang`: what it removes."""

    program: frozenset[int] = frozenset()
    kerja: frozenset[int] = frozenset()
    aksi: frozenset[int] = frozenset()
    syarat: frozenset[int] = frozenset()
    hilang: tuple[Hilang, ...] = ()

    @property
    def hilang_program(self) -> list[Hilang]:
        return [h for h in self.hilang if h.jenis == JENIS[ProgramPrioritas]]

    @property
    def hilang_susunan(self) -> list[Hilang]:
        return [h for h in self.hilang if h.jenis != JENIS[ProgramPrioritas]]


def beda_draf(pengungkit: Pengungkit) -> BedaDraf:
    """Of one pengungkit; of a plan that is no perubahan nothing. Ten queries."""
    if pengungkit.rencana.perubahan_dari_id is None:
        return BedaDraf()
    sanding = sandingkan(pengungkit.rencana, pengungkit.kode)
    berubah = [*(baru for baru, lama in _pasangan(sanding) if _lain(baru, lama)), *_bergeser(sanding)]
    hilang = tuple(Hilang(JENIS[type(b)], b.pk, sebutan(b)) for b in sanding.teratas_hilang())
    per = {nama: frozenset(b.pk for b in berubah if type(b) is m) for m, nama in JENIS.items()}
    return BedaDraf(**per, hilang=hilang)


def _pasangan(sanding: Sanding) -> list[tuple[Any, Any]]:
    isi = menurut_model(sanding.kini)
    return [(baru, isi[m][pk]) for m in isi for pk, baru in sanding.salinan[m].items() if pk in isi[m]]


def _lain(baru: Any, lama: Any) -> bool:
    """It says something else, or stands under another row."""
    if any(getattr(baru, k) != getattr(lama, k) for k in KOLOM[type(baru)]):
        return True
    match baru:
        case RencanaKerja():
            return (baru.nomor is None) != (lama.nomor is None)
        case RencanaAksi():
            return baru.rencana_kerja.asal_id != lama.rencana_kerja_id
        case SyaratBukti():
            aksi = baru.aksi.asal_id or -1 if baru.aksi else None
            return aksi != lama.aksi_id or (aksi is None and baru.rencana_kerja.asal_id != lama.rencana_kerja_id)
    return False


def _bergeser(sanding: Sanding) -> list[Any]:
    """The fewest rows whose place among those that were their siblings before is another."""
    deret: dict[Any, list[tuple[Any, Any]]] = defaultdict(list)
    for baru, lama in _pasangan(sanding):
        if not _lain_induk(baru, lama):
            deret[type(baru), _induk(baru)].append((baru, lama))
    hasil: list[Any] = []
    for isi in deret.values():
        isi.sort(key=lambda satu: satu[0].urutan)
        tetap = terpanjang([lama.urutan for _, lama in isi])
        hasil += [baru for i, (baru, _) in enumerate(isi) if i not in tetap]
    return hasil


def _induk(baris: Any) -> tuple[int | None, ...]:
    if isinstance(baris, ProgramPrioritas | RencanaKerja):
        return (baris.pengungkit_id,)
    return (baris.rencana_kerja_id, getattr(baris, "aksi_id", None))


def _lain_induk(baru: Any, lama: Any) -> bool:
    match baru:
        case RencanaAksi():
            return bool(baru.rencana_kerja.asal_id != lama.rencana_kerja_id)
        case SyaratBukti():
            return (baru.aksi.asal_id if baru.aksi else None) != lama.aksi_id
    return False


@transaction.atomic
def kembalikan_baris(*, baris: Baris, oleh: Pengguna | None) -> bool:
    """Give a row of the draft its words, schedule and place in force; True when something changed. Raises DomainError:
    the row is new, what it stood under is gone from the draft, the plan may not be edited."""
    kunci_rencana(baris)
    lama = type(baris).objects.filter(salinan=baris.pk).first()
    if lama is None:
        raise DomainError("Baris ini baru dalam perubahan; hapus bila tidak jadi.")
    penyalin = Penyalin(pengungkit_dari(baris).rencana)
    penyalin.kenali()
    isi: dict[str, Any] = {k.removesuffix("_id"): getattr(lama, k.removesuffix("_id")) for k in KOLOM[type(baris)]}
    if isinstance(baris, SyaratBukti):
        isi |= _tempat_syarat(baris, lama, penyalin)
    tindakan = f"{MENGEMBALIKAN} {NAMA[type(baris)]}"
    berubah = simpan(baris, baris.revisi, oleh, tindakan, **isi)
    if isinstance(baris, RencanaAksi):
        Pelaksanaan.objects.filter(aksi=baris).delete()
        penyalin.salin_pelaksanaan([lama.pk])
    return _letakkan(baris, lama, penyalin, oleh) or berubah


def _tempat_syarat(baris: SyaratBukti, lama: Any, penyalin: Penyalin) -> dict[str, Any]:
    """The action and the rencana kerja it is of again, at the end of what is asked there if it stood elsewhere."""
    aksi = RencanaAksi.objects.get(pk=_salinan(penyalin, RencanaAksi, lama.aksi)) if lama.aksi_id else None
    kerja = aksi.rencana_kerja_id if aksi else _salinan(penyalin, RencanaKerja, lama.rencana_kerja)
    if kerja != baris.rencana_kerja_id:
        ada = list(SyaratBukti.objects.filter(rencana_kerja=kerja))
        baris.urutan = berikut(ada, NAMA[SyaratBukti])
        baris.rencana_kerja_id = kerja
        SyaratBukti.objects.filter(pk=baris.pk).update(rencana_kerja=kerja, urutan=baris.urutan, aksi=aksi)
    return {"aksi": aksi}


def _salinan(penyalin: Penyalin, model: type[Any], induk: Any) -> int:
    """The draft's row of one in force. Raises DomainError where the draft has it no longer."""
    if (pk := penyalin.jadi[model].get(induk.pk)) is None:
        raise DomainError(f"Kembalikan dahulu {sebutan(induk, kecil=True)}.")
    return pk


def _letakkan(baris: Any, lama: Any, penyalin: Penyalin, oleh: Pengguna | None) -> bool:
    """Back to the place after the sibling it comes after in force, numbered as there. True when it moved."""
    asal = saudara(baris)
    if isinstance(baris, RencanaAksi):
        kerja = RencanaKerja.objects.get(pk=_salinan(penyalin, RencanaKerja, lama.rencana_kerja))
        if kerja.pk != baris.rencana_kerja_id:
            _seberangkan(baris, kerja, asal)
            asal = []
    deret = saudara(baris)
    urut = {b.pk: b for b in deret}
    diri = urut.pop(baris.pk)
    dulu = [b.salinan.pk for b in saudara_kini(lama) if b.urutan < lama.urutan and hasattr(b, "salinan")]
    baru = list(urut.values())
    sebelum = [pk for pk in dulu if pk in urut]
    baru.insert([b.pk for b in baru].index(sebelum[-1]) + 1 if sebelum else 0, diri)
    pindah = not asal or [b.pk for b in baru] != [b.pk for b in asal]
    if isinstance(diri, RencanaKerja) and (diri.nomor is None) != (lama.nomor is None):
        diri.nomor, pindah = (None if lama.nomor is None else 0), True
        RencanaKerja.objects.filter(pk=diri.pk).update(nomor=None)
    if not pindah:
        return False
    terhitung = tata(baru)
    catat(
        satker_id=penyalin.draf.satker_id, oleh=oleh, tindakan=f"{PINDAH} {NAMA[type(baris)]}", objek=baris,
        sesudah={"urutan": baru.index(diri) + 1, **({"penomoran": terhitung} if terhitung else {})},
    )  # fmt: skip
    return True


def saudara_kini(lama: Any) -> list[Any]:
    """The row in force and its siblings there, each with its copy."""
    induk = "pengungkit" if hasattr(lama, "pengungkit_id") else "rencana_kerja"
    milik = {induk: getattr(lama, f"{induk}_id")}
    if isinstance(lama, SyaratBukti):
        milik["aksi"] = lama.aksi_id
    return list(type(lama).objects.filter(**milik).select_related("salinan"))


def _seberangkan(aksi: RencanaAksi, ke: RencanaKerja, asal: list[Any]) -> None:
    """To the end of its own rencana kerja, with what is asked of it."""
    aksi.rencana_kerja, aksi.urutan = ke, berikut(list(ke.aksi.all()), NAMA[RencanaAksi])
    aksi.huruf = ""
    aksi.save(update_fields=["rencana_kerja", "urutan", "huruf"])
    tata([b for b in asal if b.pk != aksi.pk])
    urutan = berikut(list(ke.syarat.all()), NAMA[SyaratBukti])
    ikut = list(SyaratBukti.objects.filter(aksi=aksi))
    for i, s in enumerate(ikut):
        s.rencana_kerja, s.urutan = ke, urutan + i
    SyaratBukti.objects.bulk_update(ikut, ["rencana_kerja", "urutan"])
    _susun_syarat(ke.pk, {s.pk for s in ikut})


def _susun_syarat(kerja: int, datang: set[int]) -> None:
    """What has come back to a rencana kerja stands after what it comes after in force, whichever action that is of."""
    semua = list(SyaratBukti.objects.filter(rencana_kerja=kerja).select_related("asal"))
    deret = [s for s in semua if s.pk not in datang]
    for s in sorted((s for s in semua if s.pk in datang and s.asal), key=lambda s: s.asal.urutan if s.asal else 0):
        dulu = [x for x in deret if x.asal and s.asal and x.asal.urutan < s.asal.urutan]
        deret.insert(deret.index(dulu[-1]) + 1 if dulu else 0, s)
    tata([*deret, *(s for s in semua if s.pk in datang and s.asal is None)])


@transaction.atomic
def pulihkan_baris(*, draf: Rencana, baris: Baris, oleh: Pengguna | None) -> Baris:
    """Bring a row in force that the draft removed back into it, with what was removed under it, at its place. The row
    as it is in the draft. Raises DomainError: it is there, what it stood under is gone, the plan may not be edited."""
    kunci_rencana(Pengungkit(rencana=draf))
    penyalin = Penyalin(draf)
    penyalin.kenali()
    baru: Any
    if baris.pk in penyalin.jadi[type(baris)]:
        raise DomainError("Baris ini sudah ada lagi dalam perubahan.")
    baru = _salin_satu(baris, penyalin)
    if isinstance(baru, SyaratBukti):
        _susun_syarat(baru.rencana_kerja_id, {baru.pk})
    else:
        _letakkan_baru(baru, baris)
    catat(
        satker_id=draf.satker_id, oleh=oleh, tindakan=f"{MENGEMBALIKAN} {NAMA[type(baris)]}", objek=baru,
        sesudah=isi_kata(baris),
    )  # fmt: skip
    return type(baris).objects.get(pk=baru.pk)


def _salin_satu(baris: Any, penyalin: Penyalin) -> Any:
    """The row at the end of its siblings, and what stands under it."""
    match baris:
        case ProgramPrioritas():
            deret = ProgramPrioritas.objects.filter(pengungkit=penyalin.jadi[Pengungkit][baris.pengungkit_id])
            return penyalin.salin([baris], urutan=berikut(list(deret), NAMA[ProgramPrioritas]))[0]
        case RencanaKerja():
            ada = RencanaKerja.objects.filter(pengungkit=penyalin.jadi[Pengungkit][baris.pengungkit_id])
            kerja = penyalin.salin([baris], urutan=berikut(list(ada), NAMA[RencanaKerja]), nomor=None)[0]
            aksi = list(baris.aksi.filter(salinan__isnull=True))
            penyalin.salin(aksi)
            penyalin.salin_pelaksanaan(a.pk for a in aksi)
            syarat = baris.syarat.filter(salinan__isnull=True)
            ikut = [s for s in syarat if s.aksi_id is None or s.aksi_id in {a.pk for a in aksi}]
            penyalin.salin(ikut)
            return kerja
        case RencanaAksi():
            kerja_id = _salinan(penyalin, RencanaKerja, baris.rencana_kerja)
            ada_aksi = list(RencanaAksi.objects.filter(rencana_kerja=kerja_id))
            satu = penyalin.salin([baris], urutan=berikut(ada_aksi, NAMA[RencanaAksi]), huruf="")[0]
            penyalin.salin_pelaksanaan([baris.pk])
            datang = [
                penyalin.salin([s], rencana_kerja_id=kerja_id, urutan=_urutan_syarat(kerja_id))[0].pk
                for s in baris.syarat.filter(salinan__isnull=True)
            ]
            _susun_syarat(kerja_id, set(datang))
            return satu
        case _:
            aksi_id = _salinan(penyalin, RencanaAksi, baris.aksi) if baris.aksi else None
            di = RencanaAksi.objects.get(pk=aksi_id).rencana_kerja_id if aksi_id else None
            kerja_id = di or _salinan(penyalin, RencanaKerja, baris.rencana_kerja)
            return penyalin.salin([baris], rencana_kerja_id=kerja_id, urutan=_urutan_syarat(kerja_id))[0]


def _urutan_syarat(kerja: int) -> int:
    return berikut(list(SyaratBukti.objects.filter(rencana_kerja=kerja)), NAMA[SyaratBukti])


def _letakkan_baru(baru: Any, lama: Any) -> None:
    deret = saudara(type(baru).objects.get(pk=baru.pk))
    diri = next(b for b in deret if b.pk == baru.pk)
    lain = [b for b in deret if b.pk != baru.pk]
    dulu = [b.salinan.pk for b in saudara_kini(lama) if b.urutan < lama.urutan and hasattr(b, "salinan")]
    sebelum = [pk for pk in dulu if pk in {b.pk for b in lain}]
    lain.insert([b.pk for b in lain].index(sebelum[-1]) + 1 if sebelum else 0, diri)
    if isinstance(diri, RencanaKerja) and lama.nomor is not None:
        diri.nomor = 0
    tata(lain)
