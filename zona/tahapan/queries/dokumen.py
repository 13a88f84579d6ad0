"""The documents beside each stage: those people put there, and those other rooms keep."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.shortcuts import get_object_or_404
from django.urls import reverse

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Bukti
from pengungkit.enums import JenisPenilaian
from rencana_aksi.models import Rencana
from zona.inti.waktu import tanggal_id
from zona.nilai.models import PemenuhanSyarat
from zona.nilai.queries.syarat import BarisSyarat
from zona.surat.enums import JenisSurat, KeadaanSurat
from zona.tahapan.enums import JenisDokumen, KodeTahap
from zona.tahapan.models import DokumenTahap
from zona.tahapan.queries.bahan import PENCANANGAN_SYARAT, Bahan, dokumen_tahap

TOLAK = (StatusBukti.DITARIK, StatusBukti.DIKEMBALIKAN)
SYARAT_SURAT = {"surat_usulan": JenisSurat.USULAN, "sptjm": JenisSurat.SPTJM}
"""Conditions of a proposal that are themselves a paper."""
TAHAP_SURAT = {
    JenisSurat.SK_TIM: KodeTahap.PEMBANGUNAN,
    JenisSurat.PAKTA: KodeTahap.PENCANANGAN,
    JenisSurat.PIAGAM: KodeTahap.PENCANANGAN,
    JenisSurat.USULAN: KodeTahap.PENGUSULAN,
    JenisSurat.SPTJM: KodeTahap.PENGUSULAN,
}


@dataclass(frozen=True, slots=True)
class BarisDokumen:
    """`pk`: of one that was put beside the stage of this year and may be withdrawn. `luar`: another site's address.
    `berlaku`: it counts; a bukti that was returned does not. `lain`: other ways to it, in words with their
    addresses."""

    nama: str
    alamat: str
    rinci: str = ""
    pk: int | None = None
    jenis: JenisDokumen | None = None
    luar: bool = False
    berlaku: bool = True
    lain: tuple[tuple[str, str], ...] = ()


def semua_dokumen(bahan: Bahan) -> dict[KodeTahap, list[BarisDokumen]]:
    """By stage, no query."""
    hasil: dict[KodeTahap, list[BarisDokumen]] = {kode: [] for kode in KodeTahap}
    for kode, baris in _dari_ruang_lain(bahan):
        hasil[kode].append(baris)
    for d in bahan.dokumen:
        hasil[KodeTahap(d.kode)].append(_baris(bahan.rencana, d))
    return hasil


def jenis_dokumen(semua: Mapping[KodeTahap, list[BarisDokumen]]) -> dict[KodeTahap, frozenset[JenisDokumen]]:
    """The kinds each stage has."""
    return {kode: frozenset(b.jenis for b in baris if b.jenis and b.berlaku) for kode, baris in semua.items()}


def dokumen_sendiri(rencana: Rencana, kode: KodeTahap, pk: int) -> DokumenTahap:
    """One put beside the stage and not withdrawn. Raises Http404."""
    return get_object_or_404(dokumen_tahap(rencana), kode=kode, pk=pk)


def _baris(rencana: Rencana, d: DokumenTahap) -> BarisDokumen:
    jenis = JenisDokumen(d.jenis)
    rinci = [jenis.label] if jenis != JenisDokumen.LAIN else []
    if d.tahun != rencana.tahun:
        rinci.append(f"tahun {d.tahun}")
    tempat: list[str | int] = [rencana.satker.slug, rencana.tahun]
    if d.bukti:
        alamat = _alamat_bukti(tempat, d.bukti)
        rinci.append(f"bukti rencana, {d.bukti.get_status_display().lower()}")
    else:
        alamat = d.tautan or reverse("tahapan:berkas", args=[*tempat, d.kode, d.pk])
    berlaku = d.bukti is None or d.bukti.status not in TOLAK
    pk = d.pk if d.tahun == rencana.tahun else None
    return BarisDokumen(d.nama, alamat, ", ".join(rinci), pk, jenis, bool(d.tautan), berlaku)


def _alamat_bukti(tempat: list[str | int], bukti: Bukti) -> str:
    return reverse("bukti_fisik:bukti", args=[*tempat, bukti.pk])


def _dari_ruang_lain(bahan: Bahan) -> Iterator[tuple[KodeTahap, BarisDokumen]]:
    tempat: list[str | int] = [bahan.rencana.satker.slug, bahan.rencana.tahun]
    syarat = {b.syarat.kode: b for b in bahan.lembar.baris}
    if (piagam := syarat.get(PENCANANGAN_SYARAT)) and (baris := _bukti_syarat(tempat, piagam, JenisDokumen.PIAGAM)):
        yield KodeTahap.PENCANANGAN, baris
    yield from ((KodeTahap.PEMBANGUNAN, b) for b in _rencana(bahan, tempat))
    if bahan.nilai[JenisPenilaian.MANDIRI].ada:
        yield KodeTahap.MANDIRI, BarisDokumen("Lembar kerja evaluasi (XLSX)", reverse("nilai:lke_xlsx", args=tempat))
    if (tpi := bahan.nilai[JenisPenilaian.TPI]).ada:
        rinci = "" if tpi.dikunci else "draf"
        yield KodeTahap.TPI, BarisDokumen("Laporan hasil evaluasi (PDF)", reverse("dokumen:lhe", args=tempat), rinci)
    yield from _surat(bahan, tempat)
    for kode in SYARAT_SURAT:
        if (b := syarat.get(kode)) and (baris := _bukti_syarat(tempat, b, JenisDokumen.LAIN)):
            yield KodeTahap.PENGUSULAN, baris


def _surat(bahan: Bahan, tempat: list[str | int]) -> Iterator[tuple[KodeTahap, BarisDokumen]]:
    """Papers made in Zona; a piagam counts once it is signed."""
    semua = [(surat, tempat) for jenis, surat in bahan.surat.items() if jenis != JenisSurat.PIAGAM]
    if bahan.piagam:
        semua.append((bahan.piagam, [tempat[0], bahan.pencanangan.tahun]))
    for surat, di in semua:
        jenis = surat.jenis
        rinci = surat.keadaan.label.lower() + (f", nomor {surat.nomor}" if surat.nomor else "")
        alamat, pdf = (reverse(nama, args=[*di, jenis.value]) for nama in ("surat:surat", "surat:pdf"))
        sah = jenis == JenisSurat.PIAGAM and surat.keadaan == KeadaanSurat.BERTANDA
        baris = BarisDokumen(
            jenis.label, alamat, rinci, jenis=JenisDokumen.PIAGAM if sah else None, lain=(("PDF", pdf),)
        )
        yield TAHAP_SURAT[jenis], baris


def _rencana(bahan: Bahan, tempat: list[str | int]) -> Iterator[BarisDokumen]:
    """The plan, and the newest signature on it."""
    yield BarisDokumen("Rencana kerja (PDF)", reverse("dokumen:pdf", args=tempat))
    if not bahan.sah:
        return
    sah = max(bahan.sah, key=lambda d: (d.siap.versi.versi, d.pk))
    versi, kode = sah.siap.versi.versi, sah.siap.kode
    rinci = f"versi {versi}, {sah.nama}, {tanggal_id(sah.ditandatangani_pada.astimezone(bahan.zona).date())}"
    alamat = reverse("pengesahan:bertanda", args=[*tempat, versi, kode])
    lain = (("verifikasi", reverse("pengesahan:verifikasi", args=[kode])),)
    kata = "" if sah.tepercaya or not sah.elektronik else " (rantai sertifikat belum tepercaya)"
    yield BarisDokumen(f"Rencana kerja bertanda tangan{kata}", alamat, rinci, lain=lain)


def _bukti_syarat(tempat: list[str | int], baris: BarisSyarat, jenis: JenisDokumen) -> BarisDokumen | None:
    """What proves a condition of the proposal."""
    p: PemenuhanSyarat | None = baris.pemenuhan
    if p is None:
        return None
    rinci = f"bukti syarat: {baris.syarat.nama}"
    if p.bukti:
        berlaku = p.bukti.status not in TOLAK
        return BarisDokumen(p.bukti.nama, _alamat_bukti(tempat, p.bukti), rinci, jenis=jenis, berlaku=berlaku)
    if p.berkas_id:
        alamat = reverse("nilai:syarat_berkas", args=[*tempat, p.kode])
        return BarisDokumen(p.nama_berkas, alamat, rinci, jenis=jenis)
    return BarisDokumen(p.tautan, p.tautan, rinci, jenis=jenis, luar=True) if p.tautan else None
