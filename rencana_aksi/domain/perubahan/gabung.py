"""Merging the draft of a perubahan into the plan in force, when it is ditetapkan.

What the draft changes goes onto the rows in force, which keep their ids and with them all progress; its new rows move
over as they are; what it has no longer is removed, save what the head keeps (putusan.py). What was recorded meanwhile
stays: states, dates, evidence, obstacles, and who answers for an action where the draft does not say otherwise.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import Any

from django.db.models import F

from rencana_aksi.domain.banding import PINDAH as DIPINDAH
from rencana_aksi.domain.banding import Banding
from rencana_aksi.domain.jadwal_teks import Rancangan
from rencana_aksi.domain.jadwal_ubah import jadwal_aksi, rincian, terapkan_rancangan, usulkan_jadwal
from rencana_aksi.domain.perubahan.putusan import HAPUS, JENIS, aksi_berlaku, diminta_lagi, jadwal_berubah
from rencana_aksi.domain.sunting.baris import NAMA, PINDAH
from rencana_aksi.domain.sunting.hapus import isi_kata
from rencana_aksi.domain.sunting.urutan import huruf
from rencana_aksi.models import Pelaksanaan, ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.draf import Sanding, menurut_model
from rencana_aksi.queries.gantungan import pada_baris
from rencana_aksi.sinyal import syarat_berubah
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna

LEPAS: dict[type[Any], dict[str, Any]] = {RencanaKerja: {"nomor": None}, RencanaAksi: {"huruf": ""}}
MENEPI = 10_000
"""Out of the way of any position a plan has, and within what the column holds."""


@dataclass
class Penggabung:
    """`putusan`: TETAP or HAPUS by the key of each question. `alasan`: what the audit rows say why."""

    sanding: Sanding
    putusan: Mapping[str, str]
    oleh: Pengguna | None
    alasan: str

    def gabungkan(self, banding: Banding) -> None:
        """Write all of it, inside the caller's transaction; `banding`: from the plan in force to the draft."""
        self._jadwal()
        susunan = self._susunan()
        self._menepi()
        self._isi()
        self._tempatkan(susunan)
        self._catat_pindah(banding)
        self._hapus()
        self._bersihkan()

    # --- schedules ------------------------------------------------------------------------------------------

    def _jadwal(self) -> None:
        for lama, baru in jadwal_berubah(self.sanding):
            usulan = usulkan_jadwal(lama, jadwal_aksi(baru))
            rancangan = self._diputuskan(usulan.rancangan, *diminta_lagi(usulan, baru, self.sanding))
            sebelum, sesudah = beda(
                lama, jadwal_teks=baru.jadwal_teks, jadwal_jenis=baru.jadwal_jenis, jadwal_makna=baru.jadwal_makna
            )
            RencanaAksi.objects.filter(pk=lama.pk).update(revisi=F("revisi") + 1, **sesudah)
            self._catat("mengubah jadwal", lama, sebelum=sebelum, sesudah={**sesudah, **rincian(rancangan)})
            terapkan_rancangan(lama, rancangan)

    def _diputuskan(self, r: Rancangan, ditahan: list[Any], hilang: list[Any]) -> Rancangan:
        """With what the head decided of occurrences that were worked on or agreed on meanwhile."""
        hapus = [t for t in ditahan if self.putusan.get(f"pelaksanaan-{t.kunci}") == HAPUS]
        tetap = [t for t in hilang if self.putusan.get(f"pelaksanaan-{t.kunci}", HAPUS) != HAPUS]
        return replace(
            r,
            hapus=(*(t for t in r.hapus if t not in tetap), *hapus),
            ditahan=(*(t for t in r.ditahan if t not in hapus), *tetap),
        )

    # --- the order of all rows ------------------------------------------------------------------------------

    def _susunan(self) -> "Susunan":
        """Where each row of the merged plan stands: in the draft's order, what is kept after what it came after."""
        s, hasil = self.sanding, Susunan()
        for p in s.baru.pengungkit.values():
            for model, isi in ((ProgramPrioritas, s.baru.program), (RencanaKerja, s.baru.kerja)):
                deret = [b for b in isi.values() if b.pengungkit_id == p.pk]
                hasil.letakkan(model, p.asal_id, self._deret(model, deret, p.asal_id))
        kerja = [pk for pk, _, _ in hasil.urut[RencanaKerja]]
        for k in kerja:
            aksi = [a for a in s.baru.aksi.values() if _berlaku(a.rencana_kerja) == k]
            hasil.letakkan(RencanaAksi, k, self._deret(RencanaAksi, aksi, k))
        kerja_dari = {pk: induk for pk, induk, _ in hasil.urut[RencanaAksi]}
        for k in kerja:
            syarat = [x for x in s.baru.syarat.values() if self._kerja_syarat(x, kerja_dari) == k]
            hasil.letakkan(SyaratBukti, k, self._deret(SyaratBukti, syarat, k, kerja_dari))
        return hasil

    def _deret(
        self, model: type[Any], salinan: list[Any], induk: int | None, kerja_dari: Mapping[int, int] | None = None
    ) -> list[int]:
        deret = [_berlaku(b) for b in salinan]
        kini = list(menurut_model(self.sanding.kini)[model].values())
        for i, b in enumerate(kini):
            if b.pk in self.sanding.salinan[model] or b.pk in self._buang[model]:
                continue
            if self._induk(b, kerja_dari or {}) == induk:
                sebelum = [x.pk for x in kini[:i] if x.pk in deret]
                deret.insert(deret.index(sebelum[-1]) + 1 if sebelum else 0, b.pk)
        return deret

    def _induk(self, b: Any, kerja_dari: Mapping[int, int]) -> int | None:
        """Of a row that is kept: the parent it has in the merged plan."""
        if isinstance(b, SyaratBukti):
            return kerja_dari.get(b.aksi_id or 0, b.rencana_kerja_id)
        return b.rencana_kerja_id if isinstance(b, RencanaAksi) else b.pengungkit_id

    def _aksi_syarat(self, b: SyaratBukti) -> int | None:
        """Which action a syarat of the draft is of; with evidence on it, the one it was of."""
        lama = self._tetap_di(b)
        return lama.aksi_id if lama else aksi_berlaku(b)

    def _tetap_di(self, b: SyaratBukti) -> SyaratBukti | None:
        """The row in force of a syarat that stays where it is: evidence came meanwhile."""
        lama = self.sanding.kini.syarat.get(b.asal_id or 0)
        return lama if lama and self._ditahan(lama) else None

    def _kerja_syarat(self, b: SyaratBukti, kerja_dari: Mapping[int, int]) -> int:
        return kerja_dari.get(self._aksi_syarat(b) or 0, _berlaku(b.rencana_kerja))

    def _menepi(self) -> None:
        """Positions, numbers and letters are unique in the database: what is there steps aside, on both sides."""
        for isi in (self.sanding.kini, self.sanding.baru):
            for model, baris in menurut_model(isi).items():
                lain = LEPAS.get(model, {})
                model.objects.filter(pk__in=list(baris)).update(urutan=F("urutan") + MENEPI, **lain)

    def _tempatkan(self, susunan: "Susunan") -> None:
        """Every row at its place, parents first: the draft's new ones come over with their ids."""
        for model, urut in susunan.urut.items():
            kolom = "pengungkit_id" if model in (ProgramPrioritas, RencanaKerja) else "rencana_kerja_id"
            ada, baru = menurut_model(self.sanding.kini)[model], menurut_model(self.sanding.baru)[model]
            objek, ikut = [], [kolom, "urutan"]
            for pk, induk, urutan in urut:
                b = ada.get(pk) or baru[pk]
                setattr(b, kolom, induk)
                b.urutan = urutan
                objek.append(b)
            if model is SyaratBukti:
                for b in objek:
                    b.aksi_id = aksi_berlaku(b) if b.pk in baru else b.aksi_id
                ikut.append("aksi_id")
            elif model is RencanaKerja:
                bernomor = {pk: b.nomor is not None for pk, b in ada.items()}
                ikut.append(_nomori(objek, bernomor | {_berlaku(b): b.nomor is not None for b in baru.values()}))
            elif model is RencanaAksi:
                ikut.append(_hurufi(objek))
            model.objects.bulk_update(objek, ikut)

    # --- removed --------------------------------------------------------------------------------------------

    def _ditahan(self, baris: Any) -> bool:
        return self.putusan.get(f"{JENIS[type(baris)]}-{baris.pk}", HAPUS) != HAPUS

    @cached_property
    def _dihapus(self) -> list[Any]:
        """The topmost rows that go."""
        return [b for b in self.sanding.teratas_hilang() if not self._ditahan(b)]

    @cached_property
    def _buang(self) -> dict[type[Any], set[int]]:
        """All that goes, by model."""
        buang: dict[type[Any], set[int]] = {m: set() for m in JENIS}
        for b in self._dihapus:
            buang[type(b)].add(b.pk)
        for model in (RencanaAksi, SyaratBukti):
            for b in self.sanding.hilang(model):
                atas = b.rencana_kerja_id in buang[RencanaKerja]
                if atas or (model is SyaratBukti and b.aksi_id in buang[RencanaAksi]):
                    buang[model].add(b.pk)
        return buang

    def _hapus(self) -> None:
        for baris in self._dihapus:
            milik = pada_baris(baris, tanpa_salinan=True)
            dicatat = [_keadaan(p) for p in milik.tersentuh]
            sebelum = {**isi_kata(baris), **({"pelaksanaan_dicatat": dicatat} if dicatat else {})}
            self._catat(f"menghapus {NAMA[type(baris)]}", baris, sebelum=sebelum)
        for model in reversed(JENIS):
            model.objects.filter(pk__in=self._buang[model]).delete()

    def _bersihkan(self) -> None:
        """Copies of rows in force have done their part; some stand under new rows that came over."""
        for model in reversed(JENIS):
            salinan = [b.pk for b in menurut_model(self.sanding.baru)[model].values() if b.asal_id]
            model.objects.filter(pk__in=salinan).delete()
        Rencana.semua.filter(pk=self.sanding.draf.pk).delete()

    # --- what rows say --------------------------------------------------------------------------------------

    def _isi(self) -> None:
        for model in JENIS:
            for pk, lama in menurut_model(self.sanding.kini)[model].items():
                if (baru := self.sanding.salinan[model].get(pk)) is None:
                    continue
                sebelum, sesudah = beda(lama, **self._kata(lama, baru))
                if sesudah:
                    model.objects.filter(pk=pk).update(revisi=F("revisi") + 1, **sesudah)
                    self._catat(f"mengubah {NAMA[model]}", lama, sebelum=sebelum, sesudah=sesudah)
                if model is SyaratBukti and {"teks", "jenis"} & sesudah.keys():
                    teks = sebelum.get("teks", lama.teks)
                    syarat_berubah.send(sender=SyaratBukti, syarat=lama, teks_lama=teks, oleh=self.oleh)

    def _kata(self, lama: Any, baru: Any) -> dict[str, Any]:
        """What the row will say. Who answers for an action is execution: the draft's word counts where it changed."""
        match baru:
            case RencanaAksi():
                dulu = (self.sanding.draf.dasar or {}).get("penanggung_jawab", {}).get(str(lama.pk))
                orang = lama if dulu == baru.penanggung_jawab_id else baru
                return {"uraian": baru.uraian, "penanggung_jawab": orang.penanggung_jawab}
            case SyaratBukti():
                letak: dict[str, Any] = {}
                if self._tetap_di(baru) is None:
                    aksi = aksi_berlaku(baru) or 0
                    satu = self.sanding.kini.aksi.get(aksi) or self.sanding.baru.aksi.get(aksi)
                    letak = {"aksi": satu, "tiap_pelaksanaan": baru.tiap_pelaksanaan}
                return {"teks": baru.teks, "jenis": baru.jenis, **letak}
            case RencanaKerja() if (lama.nomor is None) != (baru.nomor is None):
                return {"uraian": baru.uraian, "nomor": baru.nomor}
        return {"uraian": baru.uraian}

    def _catat_pindah(self, banding: Banding) -> None:
        for b in banding.beda:
            nama, _, pk = b.kunci.partition("-")
            model = {nama: m for m, nama in JENIS.items()}.get(nama)
            if model is None or DIPINDAH not in b.jenis:
                continue
            objek = menurut_model(self.sanding.kini)[model].get(int(pk))
            if objek is not None:
                self._catat(
                    f"{PINDAH} {NAMA[model]}", objek, sebelum={"tempat": b.dari}, sesudah={"tempat": b.ke}
                )  # fmt: skip

    def _catat(self, tindakan: str, objek: Any, **isi: Any) -> None:
        satker_id = self.sanding.draf.satker_id
        catat(satker_id=satker_id, oleh=self.oleh, tindakan=tindakan, objek=objek, alasan=self.alasan, **isi)


class Susunan:
    """By model (id, parent, position) of every row of the merged plan."""

    def __init__(self) -> None:
        self.urut: dict[type[Any], list[tuple[int, int, int]]] = {
            m: [] for m in (ProgramPrioritas, RencanaKerja, RencanaAksi, SyaratBukti)
        }

    def letakkan(self, model: type[Any], induk: int | None, deret: list[int]) -> None:
        if induk is not None:
            self.urut[model] += [(pk, induk, i) for i, pk in enumerate(deret, 1)]


def _berlaku(baris: Any) -> int:
    """Of a row of the draft: the id it has in the merged plan."""
    return int(baris.asal_id or baris.pk)


def _nomori(objek: list[RencanaKerja], bernomor: Mapping[int, bool]) -> str:
    """Numbers by place, as editing gives them; a rencana kerja without one stays so."""
    hitung: dict[int, Iterator[int]] = defaultdict(lambda: count(1))
    for b in objek:
        b.nomor = next(hitung[b.pengungkit_id]) if bernomor[b.pk] else None
    return "nomor"


def _hurufi(objek: list[RencanaAksi]) -> str:
    """Letters by place, where a rencana kerja has several."""
    banyak = Counter(b.rencana_kerja_id for b in objek)
    hitung: dict[int, Iterator[int]] = defaultdict(count)
    for b in objek:
        ke = next(hitung[b.rencana_kerja_id])
        b.huruf = huruf(ke) if banyak[b.rencana_kerja_id] > 1 else ""
    return "huruf"


def _keadaan(p: Pelaksanaan) -> str:
    return " ".join(str(satu) for satu in (p.jatuh_tempo, p.status, p.realisasi, p.alasan, p.catatan) if satu)
