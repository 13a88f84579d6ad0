"""Chosen changes, written through the plan's own verbs, each with its audit row. A step of applying an import.

In this order: states; what is added; actions that move to another rencana kerja; fields; what is removed; the order of
siblings; states of occurrences that came with a new schedule.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from rencana_aksi.domain.jadwal_ubah import ubah_jadwal
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.domain.sunting.aksi import AksiBaru, tambah_aksi, ubah_aksi
from rencana_aksi.domain.sunting.hapus import hapus_baris
from rencana_aksi.domain.sunting.kerja import tambah_kerja, ubah_kerja
from rencana_aksi.domain.sunting.pindah import pindahkan, pindahkan_aksi
from rencana_aksi.domain.sunting.program import tambah_program, ubah_program
from rencana_aksi.domain.sunting.syarat import tambah_syarat, ubah_syarat
from rencana_aksi.domain.sunting.urutan import saudara
from rencana_aksi.domain.tanggal import tambah_tanggal
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi
from zona.impor.butir import butir
from zona.impor.domain.pratinjau import Pratinjau
from zona.impor.isi import AKSI, PELAKSANAAN, IsiAksi
from zona.impor.perubahan import HAPUS, PINDAH, TAMBAH, UBAH, Perubahan
from zona.impor.pindah import bergeser, deretan, susun
from zona.impor.queries.baris import baris_rencana
from zona.organisasi.models import Pengguna

BELUM_BERLAKU = "rencana aksi itu baru dalam perubahan; pelaksanaannya dicatat setelah ditetapkan"


class Penerap:
    """`disunting`: the plan whose rows are changed, as p.disunting, or the draft that was opened for it. `tertinggal`:
    codes that could not be done after all, and why."""

    def __init__(self, p: Pratinjau, disunting: Rencana, pakai: Iterable[str], oleh: Pengguna, hari_ini: date) -> None:
        self.tim, self.oleh, self.hari_ini, self.pakai = p.tim, oleh, hari_ini, set(pakai)
        self.kini, self.berkas = butir(p.kini), butir(p.berkas)
        self.ada: dict[str, Any] = baris_rencana(disunting)
        self.pertama: set[str] = set()
        self.tertinggal: dict[str, str] = {}

    def terapkan(self, perubahan: Sequence[Perubahan]) -> None:
        """Raises DomainError as the verbs do."""
        status = [p for p in perubahan if p.benda == PELAKSANAAN]
        baris = [p for p in perubahan if p.benda != PELAKSANAAN]
        for p in status:
            if not p.perlu and p.kunci is not None:
                self._pelaksanaan(p)
        for jenis, kerjakan in ((TAMBAH, self._tambah), (PINDAH, self._seberang), (UBAH, self._ubah)):
            for p in baris:
                if p.jenis == jenis:
                    kerjakan(p, baris)
        for p in baris:
            if p.jenis == HAPUS:
                hapus_baris(baris=self.ada[p.acuan], oleh=self.oleh)
        self._urutkan([p for p in baris if p.jenis in (TAMBAH, PINDAH)])
        for p in status:
            if p.perlu or p.kunci is None:
                self._pelaksanaan(p)

    # --- added ----------------------------------------------------------------------------------------------

    def _tambah(self, p: Perubahan, semua: Sequence[Perubahan]) -> None:
        isi = self.berkas[p.acuan].isi
        match p.benda:
            case "program":
                self.ada[p.acuan] = tambah_program(pengungkit=self.ada[p.induk], uraian=isi.uraian, oleh=self.oleh)
            case "kerja":
                self._tambah_kerja(p, semua)
            case "aksi" if p.acuan not in self.pertama:
                self.ada[p.acuan] = tambah_aksi(kerja=self.ada[p.induk], oleh=self.oleh, **self._aksi(p, isi))
            case "syarat":
                self.ada[p.acuan] = tambah_syarat(
                    kerja=self.ada[p.induk], teks=isi.teks, aksi=self.ada.get(self.berkas[p.acuan].nilai[1].arti),
                    tiap_pelaksanaan=isi.tiap_pelaksanaan, jenis=isi.jenis, oleh=self.oleh,
                )  # fmt: skip

    def _tambah_kerja(self, p: Perubahan, semua: Sequence[Perubahan]) -> None:
        """With the first of its actions that was chosen."""
        isi = self.berkas[p.acuan].isi
        pertama = next(a for a in semua if a.jenis == TAMBAH and a.benda == AKSI and a.induk == p.acuan)
        aksi = AksiBaru(**self._aksi(pertama, self.berkas[pertama.acuan].isi))
        kerja = tambah_kerja(pengungkit=self.ada[p.induk], uraian=isi.uraian, aksi=aksi, oleh=self.oleh)
        if not isi.bernomor:
            ubah_kerja(kerja=kerja, uraian=kerja.uraian, bernomor=False, revisi=kerja.revisi, oleh=self.oleh)
        self.ada[p.acuan] = kerja
        self.ada[pertama.acuan] = satu = RencanaAksi.objects.get(rencana_kerja=kerja)
        satu.rencana_kerja = kerja
        self.pertama.add(pertama.acuan)

    def _aksi(self, p: Perubahan, isi: IsiAksi) -> dict[str, Any]:
        return {
            "uraian": isi.uraian, "jadwal_teks": isi.jadwal_teks or "", "jadwal": isi.jadwal,
            "penanggung_jawab": self._orang(p.area, isi.penanggung_jawab or ""),
        }  # fmt: skip

    def _orang(self, area: str, nama: str) -> int | None:
        return next(iter(self.tim[area].id.get(nama, ())), None)

    # --- changed --------------------------------------------------------------------------------------------

    def _ubah(self, p: Perubahan, semua: Sequence[Perubahan]) -> None:
        """The chosen fields; the others as they stand here."""
        nilai = {u.kolom: u.nilai for u in p.kolom if (u.kode if u.bentrok else p.kode) in self.pakai}
        if not nilai:
            return
        objek = self.ada[p.acuan]
        milik: dict[str, Any] = {"revisi": objek.revisi, "oleh": self.oleh}
        match p.benda:
            case "program":
                ubah_program(program=objek, uraian=nilai["uraian"], **milik)
            case "kerja":
                bernomor = nilai.get("bernomor", objek.nomor is not None)
                ubah_kerja(kerja=objek, uraian=nilai.get("uraian", objek.uraian), bernomor=bernomor, **milik)
            case "aksi":
                self._ubah_aksi(p, objek, nilai)
            case "syarat":
                aksi = self.ada.get(nilai["aksi"]) if "aksi" in nilai else objek.aksi
                tiap = nilai.get("tiap", objek.tiap_pelaksanaan)
                ubah_syarat(
                    syarat=objek, teks=nilai.get("teks", objek.teks), jenis=objek.jenis, aksi=aksi,
                    tiap_pelaksanaan=tiap, **milik,
                )  # fmt: skip

    def _ubah_aksi(self, p: Perubahan, objek: RencanaAksi, nilai: dict[str, Any]) -> None:
        if "jadwal" in nilai:
            isi = self.berkas[p.acuan].isi
            ubah_jadwal(
                aksi=objek, jadwal_teks=isi.jadwal_teks or "", jadwal=isi.jadwal, setuju=None, revisi=objek.revisi,
                oleh=self.oleh,
            )  # fmt: skip
        if {"uraian", "penanggung_jawab"} & set(nilai):
            orang = objek.penanggung_jawab_id
            if "penanggung_jawab" in nilai:
                orang = self._orang(p.area, nilai["penanggung_jawab"])
            uraian = nilai.get("uraian", objek.uraian)
            ubah_aksi(aksi=objek, uraian=uraian, penanggung_jawab=orang, revisi=objek.revisi, oleh=self.oleh)

    # --- moved ----------------------------------------------------------------------------------------------

    def _seberang(self, p: Perubahan, semua: Sequence[Perubahan]) -> None:
        """Actions that go to another rencana kerja, with the evidence that is theirs."""
        objek, ke = self.ada[p.acuan], self.ada[p.induk]
        if p.benda != AKSI or objek.rencana_kerja_id == ke.pk:
            return
        pindahkan_aksi(aksi=objek, ke=ke, setelah=None, oleh=self.oleh)
        objek.rencana_kerja = ke
        for b in self.ada.values():
            if getattr(b, "aksi_id", None) == objek.pk and hasattr(b, "tiap_pelaksanaan"):
                b.rencana_kerja = ke

    def _urutkan(self, pindah: Sequence[Perubahan]) -> None:
        """The order that follows, with the fewest moves."""
        geser = {p.acuan for p in pindah}
        for mau in deretan(self.berkas.values()).values():
            satu = next((self.ada[n] for n in mau if n in geser and n in self.ada), None)
            if satu is None:
                continue
            sekarang = [b.pk for b in saudara(satu)]
            pk = {n: self.ada[n].pk for n in mau if n in self.ada and self.ada[n].pk in sekarang}
            tujuan = susun(sekarang, list(pk.values()), {k for n, k in pk.items() if n in geser})
            self._jadikan(satu, sekarang, tujuan)

    def _jadikan(self, satu: Any, sekarang: list[int], tujuan: list[int]) -> None:
        menurut_pk = {b.pk: b for b in self.ada.values() if type(b) is type(satu)}
        letak = {str(pk): i for i, pk in enumerate(sekarang)}
        bergerak = bergeser([str(pk) for pk in tujuan], letak)
        for i, pk in enumerate(tujuan):
            if str(pk) in bergerak:
                setelah = menurut_pk[tujuan[i - 1]] if i else None
                pindahkan(baris=menurut_pk[pk], setelah=setelah, oleh=self.oleh)

    # --- states ---------------------------------------------------------------------------------------------

    def _pelaksanaan(self, p: Perubahan) -> None:
        """The date agreed on first: a closed occurrence takes none."""
        nilai = {u.kolom: u.nilai for u in p.kolom if (u.kode if u.bentrok else p.kode) in self.pakai}
        aksi = self._aksi_berlaku(p)
        if aksi is None:
            self.tertinggal[p.kode] = BELUM_BERLAKU
            return
        if "tanggal" in nilai:
            mulai, tempo = nilai["tanggal"]
            tambah_tanggal(aksi=aksi, mulai=mulai, jatuh_tempo=tempo, oleh=self.oleh)
        if "status" in nilai:
            self._status(p, aksi, *nilai["status"])

    def _aksi_berlaku(self, p: Perubahan) -> RencanaAksi | None:
        """The action that progress is recorded on: never one that is only drafted in a perubahan. One query for those
        of a draft."""
        aksi: RencanaAksi = self.ada[p.induk]
        if aksi.rencana_kerja.pengungkit.rencana.perubahan_dari_id is None:
            return aksi
        berlaku = RencanaAksi.objects.select_related("rencana_kerja__pengungkit__rencana", "penanggung_jawab")
        return berlaku.filter(salinan=aksi.pk).first()

    def _status(self, p: Perubahan, aksi: RencanaAksi, status: str, realisasi: date | None) -> None:
        isi, ada = self.berkas[p.acuan].isi, Pelaksanaan.objects.filter(pk=p.kunci or 0)
        if p.perlu or p.kunci is None:  # the occurrence on the day that the file names
            ada = Pelaksanaan.objects.filter(aksi=aksi, mulai=isi.mulai, jatuh_tempo=isi.jatuh_tempo)
        pelaksanaan = ada.order_by("urutan").first()
        if pelaksanaan is None:
            self.tertinggal[p.kode] = "pelaksanaan pada tanggal itu tidak ada"
            return
        pelaksanaan.aksi = aksi
        catat_status(
            pelaksanaan=pelaksanaan, status=status, realisasi=realisasi, oleh=self.oleh, hari_ini=self.hari_ini
        )
