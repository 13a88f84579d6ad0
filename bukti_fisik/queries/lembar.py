"""One bukti on one sheet: the document, its versions, the whole thread, and where else it stands."""

from dataclasses import dataclass
from datetime import datetime

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti, CatatanBukti, KeadaanTautan
from bukti_fisik.queries.blok import Blok, satu_blok, waktu_setempat
from bukti_fisik.queries.pustaka import antrean, area_diperiksa, berikutnya
from bukti_fisik.queries.tempat import Tempat, sebutan, tempat_lain
from bukti_fisik.rules import boleh_menarik, boleh_mencatat
from pengungkit.models import Pertanyaan
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

MENCATAT = "mencatat pada bukti"
"""The deed of a note in the audit trail; the thread shows the note itself."""
PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class Dokumen:
    """How it is read: "halaman" (a PDF page by page), "gambar", "tautan", "unduh" (a download only) or "tertahan" (by
    the virus scan). `nomor` of `jumlah` pages."""

    cara: str
    nomor: int = 1
    jumlah: int = 1

    @property
    def mundur(self) -> int | None:
        return self.nomor - 1 if self.nomor > 1 else None

    @property
    def maju(self) -> int | None:
        return self.nomor + 1 if self.nomor < self.jumlah else None


@dataclass(frozen=True, slots=True)
class ButirUtas:
    """One thing that was done or said. `catatan`: it is a word, no deed."""

    saat: datetime
    waktu: str
    oleh: str
    tindakan: str
    versi: int
    teks: str
    catatan: bool


@dataclass(frozen=True, slots=True)
class LembarBukti:
    """The sheet as one person sees it. `dibawa`: they brought it in."""

    bukti: Bukti
    sebutan: str
    dokumen: Dokumen
    keadaan_tautan: KeadaanTautan | None
    blok: Blok
    utas: list[ButirUtas]
    lain: list[Tempat]
    soal: list[Pertanyaan]
    memeriksa: bool
    dibawa: bool
    boleh_putus: bool
    boleh_tarik: bool
    boleh_catat: bool
    boleh_ubah: bool
    sisa_antrean: int
    berikutnya: int | None


def susun_lembar(bukti: Bukti, pengguna: Pengguna, nomor: int | None) -> LembarBukti:
    """The sheet of a bukti (`bukti_terlihat`), opened at page `nomor`, else where its proof begins. The number of
    queries is the same for all."""
    syarat = bukti.syarat
    rencana = syarat.rencana_kerja.pengungkit.rencana
    blok = satu_blok(pengguna, syarat, bukti.pelaksanaan)
    menunggu = bukti.status == StatusBukti.MENUNGGU
    memeriksa = bool(area_diperiksa(pengguna, rencana))
    return LembarBukti(
        bukti=bukti,
        sebutan=sebutan(syarat),
        dokumen=dokumen(bukti, nomor),
        keadaan_tautan=keadaan_tautan(bukti),
        blok=blok,
        utas=_utas(blok, rencana.satker.zona_waktu),
        lain=tempat_lain(bukti),
        soal=list(bukti.pertanyaan.select_related("indikator__komponen").order_by("kode")),
        memeriksa=memeriksa,
        dibawa=bukti.dibawa_oleh(pengguna),
        boleh_putus=menunggu and pengguna.boleh("verifikasi_bukti", bukti),
        boleh_tarik=bukti.status != StatusBukti.DITARIK and boleh_menarik(pengguna, bukti),
        boleh_catat=boleh_mencatat(pengguna, bukti),
        boleh_ubah=menunggu and boleh_menarik(pengguna, bukti),
        sisa_antrean=antrean(pengguna, rencana).count() if memeriksa else 0,
        berikutnya=berikutnya(pengguna, bukti) if memeriksa else None,
    )


def dokumen(bukti: Bukti, nomor: int | None) -> Dokumen:
    """How this bukti is read, at that page or the nearest there is."""
    berkas = bukti.berkas
    if berkas is None:
        return Dokumen("tautan")
    if not berkas.boleh_keluar:
        return Dokumen("tertahan")
    if not berkas.di_tempat:
        return Dokumen("unduh")
    if berkas.jenis_mime != PDF:
        return Dokumen("gambar")
    jumlah = berkas.halaman or 1
    return Dokumen("halaman", max(1, min(nomor or bukti.halaman or 1, jumlah)), jumlah)


def keadaan_tautan(bukti: Bukti) -> KeadaanTautan | None:
    """What the last visit of its link found."""
    satker = bukti.syarat.rencana_kerja.pengungkit.rencana.satker
    return KeadaanTautan.objects.filter(satker=satker, alamat=bukti.tautan).first()


def _utas(blok: Blok, zona_waktu: str) -> list[ButirUtas]:
    """Of all versions at the place, from the first on: deeds from the audit trail, and notes (two queries)."""
    versi = {b.bukti.pk: b.bukti.versi for b in blok.baris}
    jejak = Jejak.objects.filter(objek=Bukti._meta.label_lower, objek_id__in=versi).exclude(tindakan=MENCATAT)
    butir = [
        ButirUtas(j.waktu, waktu_setempat(j.waktu, zona_waktu), j.oleh_nama, j.tindakan, versi[j.objek_id or 0],
                  j.alasan, catatan=False)
        for j in jejak
    ]  # fmt: skip
    butir += [
        ButirUtas(c.pada, waktu_setempat(c.pada, zona_waktu), str(c.oleh), "mencatat", versi[c.bukti_id], c.teks,
                  catatan=True)
        for c in CatatanBukti.objects.filter(bukti__in=versi).select_related("oleh")
    ]  # fmt: skip
    return sorted(butir, key=lambda b: b.saat)
