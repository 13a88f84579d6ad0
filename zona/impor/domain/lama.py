"""An office's own spreadsheet: kept as read, its columns agreed on and remembered, made the plan of a new year."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import transaction

from pengungkit.models import Instrumen
from rencana_aksi.domain.rencana_baru import tulis_rencana
from rencana_aksi.domain.sunting.baris import BATAS_BARIS, BATAS_TEKS
from rencana_aksi.models import Rencana
from rencana_aksi.queries.buat import pengungkit_instrumen
from zona.impor.domain.naskah_lama import susun_naskah
from zona.impor.domain.simpan import simpan_impor
from zona.impor.enums import JenisImpor
from zona.impor.isi import IsiPengungkit, IsiRencana, ke_json
from zona.impor.lama.lembar import BukuLama
from zona.impor.lama.lembar import ke_json as buku_ke_json
from zona.impor.lama.peta import peta_ke_json
from zona.impor.lama.pilihan import Kelompok, Pilihan, pilihan_ke_json
from zona.impor.models import BerkasLama, Impor, PetaKolom
from zona.impor.queries.isi import isi_kini
from zona.inti.errors import DomainError
from zona.inti.waktu import sekarang
from zona.organisasi.domain.jejak import catat
from zona.organisasi.domain.salin_tim import salin_tim
from zona.organisasi.enums import AREA
from zona.organisasi.models import Keanggotaan, Pengguna, Satker

DITAHAN = 5
"""Spreadsheets of a person that have not become a plan and are kept; older ones are forgotten."""


@transaction.atomic
def terima_berkas_lama(
    *, satker: Satker, tahun: int, nama: str, sha256: str, buku: BukuLama, oleh: Pengguna
) -> BerkasLama:
    """Keep a spreadsheet as it was read. Nothing of a plan changes."""
    berkas = BerkasLama.objects.create(
        satker=satker, tahun=tahun, nama=nama[:255], sha256=sha256, isi=buku_ke_json(buku), dibuat_oleh=oleh
    )
    lama = BerkasLama.objects.filter(satker=satker, dibuat_oleh=oleh, impor=None).order_by("-pk")
    BerkasLama.objects.filter(pk__in=list(lama.values_list("pk", flat=True)[DITAHAN:])).delete()
    sesudah = {"nama": berkas.nama, "tahun": tahun, "lembar": len(buku.lembar)}
    catat(satker_id=satker.pk, oleh=oleh, tindakan="membaca lembar kerja lama", objek=berkas, sesudah=sesudah)
    return berkas


@transaction.atomic
def petakan_berkas_lama(*, berkas: BerkasLama, pilihan: Pilihan, kelompok: Sequence[Kelompok], oleh: Pengguna) -> None:
    """Keep what the columns are for, and remember it for the office by the headings' fingerprint. Raises DomainError
    where the spreadsheet has become a plan already."""
    belum = BerkasLama.objects.filter(pk=berkas.pk, impor__diterapkan_pada=None)
    if not belum.update(pilihan=pilihan_ke_json(pilihan)):
        raise DomainError("Lembar kerja ini sudah menjadi rencana.")
    berkas.pilihan = pilihan_ke_json(pilihan)
    for k in kelompok:
        isi = {"lembar": k.lembar[0][1].lembar.nama[:100], "baris_judul": k.judul.baris, "peta": peta_ke_json(k.peta)}
        PetaKolom.objects.update_or_create(
            satker_id=berkas.satker_id, sidik=k.sidik, defaults={**isi, "dipakai_pada": sekarang(), "oleh": oleh}
        )
    sesudah = {"lembar": [u.lembar.nama for k in kelompok for _, u in k.lembar]}
    catat(satker_id=berkas.satker_id, oleh=oleh, tindakan="memetakan lembar kerja lama", objek=berkas, sesudah=sesudah)


@transaction.atomic
def buat_rencana_lama(
    *,
    berkas: BerkasLama,
    isi: IsiRencana,
    orang: dict[str, int],
    keterangan: Sequence[str],
    instrumen: Instrumen,
    tim_dari: int | None,
    dilihat: str,
    oleh: Pengguna,
) -> Rencana:
    """Make the office's plan of the year: a draf of version 1 with the six of the instrument and the rows of `isi`, all
    or nothing. `orang`: who answers, by name; `tim_dari`: the year whose team goes into it, where it has none;
    `dilihat`: sidik_isi of what was shown. Raises DomainError: a plan came meanwhile, or the spreadsheet was mapped
    anew; nothing in it; more rows than a plan holds, or a text too long."""
    satker = Satker.objects.select_for_update().get(pk=berkas.satker_id)
    if Rencana.objects.filter(satker=satker, tahun=berkas.tahun).exists():
        raise DomainError(f"Sementara itu rencana {berkas.tahun} sudah dibuat. Muat ulang halaman ini.")
    if dilihat != sidik_isi(isi):
        raise DomainError("Pembacaan lembar kerja ini berubah sejak ditampilkan. Periksa sekali lagi, lalu buat.")
    pastikan_muat(isi)
    if tim_dari is not None and not Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=berkas.tahun).exists():
        salin_tim(satker=satker, dari=tim_dari, ke=berkas.tahun, oleh=oleh)
    anggota = Keanggotaan.objects.filter(tim__satker=satker, tim__tahun=berkas.tahun)
    ada = set(anggota.values_list("tim__kode", "pengguna"))
    naskah = susun_naskah(
        isi, berkas.tahun, satker.kota, pengungkit_instrumen(instrumen), lambda _, nama: orang.get(nama), ada
    )
    rencana = tulis_rencana(satker, instrumen, naskah, map(str, orang.values()))
    impor = _catat_impor(berkas, rencana, isi, keterangan, oleh)
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="membuat rencana dari lembar kerja lama", objek=rencana,
        sesudah={"tahun": rencana.tahun, "instrumen": instrumen.kode, "berkas": berkas.nama, "impor": impor.pk,
                 **jumlah_isi(isi)},
    )  # fmt: skip
    return rencana


@transaction.atomic
def bandingkan_berkas_lama(
    *, berkas: BerkasLama, rencana: Rencana, isi: IsiRencana, keterangan: Sequence[str], oleh: Pengguna
) -> Impor:
    """Bring what was read before the plan there is, as an import that is looked at and chosen of. Nothing of the plan
    changes."""
    impor = simpan_impor(
        rencana=rencana, jenis=JenisImpor.LAMA, berkas=isi, oleh=oleh, nama=berkas.nama, sha256=berkas.sha256,
        keterangan=tuple(keterangan),
    )  # fmt: skip
    BerkasLama.objects.filter(pk=berkas.pk).update(impor=impor)
    return impor


def _catat_impor(
    berkas: BerkasLama, rencana: Rencana, isi: IsiRencana, keterangan: Sequence[str], oleh: Pengguna
) -> Impor:
    """The import as applied, so that it can be undone as any other."""
    kosong = IsiRencana(tuple(IsiPengungkit(kode) for kode in AREA))
    impor = Impor.objects.create(
        satker_id=berkas.satker_id, tahun=berkas.tahun, rencana=rencana, jenis=JenisImpor.LAMA,
        nama_berkas=berkas.nama, sha256=berkas.sha256, isi=ke_json(isi), keterangan=list(keterangan),
        dibuat_oleh=oleh, dibuat_pada=berkas.dibuat_pada, diterapkan_oleh=oleh, diterapkan_pada=sekarang(),
        pilihan=[], sebelum=ke_json(kosong), sesudah=ke_json(isi_kini(rencana)),
    )  # fmt: skip
    BerkasLama.objects.filter(pk=berkas.pk).update(impor=impor)
    return impor


def sidik_isi(isi: IsiRencana) -> str:
    """Of what was read, as it was shown."""
    return hashlib.sha256(json.dumps(ke_json(isi), sort_keys=True).encode()).hexdigest()


def jumlah_isi(isi: IsiRencana) -> dict[str, int]:
    """How much there is of each."""
    kerja = [k for p in isi.pengungkit for k in p.kerja]
    return {
        "rencana_kerja": len(kerja),
        "aksi": sum(len(k.aksi) for k in kerja),
        "syarat": sum(len(k.syarat) for k in kerja),
    }


def pastikan_muat(isi: IsiRencana) -> None:
    """Raise DomainError where a plan would not hold it, naming the cell."""
    if not any(p.kerja for p in isi.pengungkit):
        raise DomainError("Tidak ada rencana kerja yang terbaca. Periksa kolom dan pengungkitnya.")
    for p in isi.pengungkit:
        _batas(p.kerja, f"Pengungkit {p.kode} berisi")
        for k in p.kerja:
            _batas(k.aksi, f"{k.sel}: satu rencana kerja berisi")
            _batas(k.syarat, f"{k.sel}: satu rencana kerja berisi bukti")
            for satu, teks in _teks(k):
                if len(teks) > BATAS_TEKS:
                    raise DomainError(f"{satu}: teksnya {len(teks)} huruf, paling banyak {BATAS_TEKS}.")


def _batas(baris: Sequence[Any], kata: str) -> None:
    if len(baris) > BATAS_BARIS:
        raise DomainError(f"{kata} {len(baris)} baris, paling banyak {BATAS_BARIS}.")


def _teks(kerja: Any) -> Iterable[tuple[str, str]]:
    yield kerja.sel, kerja.uraian
    yield from ((a.sel, a.uraian) for a in kerja.aksi)
    yield from ((s.sel, s.teks) for s in kerja.syarat)
