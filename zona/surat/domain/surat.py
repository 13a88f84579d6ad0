"""Saving papers. Each save is a new revision of the whole; two people at one paper never overwrite each other."""

from datetime import date
from typing import Any

from django.core.files import File
from django.db import IntegrityError, transaction

from bukti_fisik.domain.simpanan import antre
from rencana_aksi.models import Rencana
from zona.inti.errors import DomainError
from zona.inti.waktu import TAHUN_AKHIR, TAHUN_AWAL, sekarang
from zona.naskah.markdown import TERPANJANG, rapi
from zona.nilai.domain.syarat import isi_syarat
from zona.nilai.models import PemenuhanSyarat
from zona.organisasi.domain.jejak import catat
from zona.organisasi.models import Pengguna
from zona.surat.domain.bekukan import bekukan
from zona.surat.enums import JenisSurat
from zona.surat.models import RevisiSurat, Surat
from zona.surat.nomor import PANJANG
from zona.surat.queries.beku import nomor_tercetak
from zona.surat.queries.nomor import nomor_terpakai, usul_nomor
from zona.surat.queries.surat import baca_surat
from zona.surat.rincian import RincianSalah, rapikan

SYARAT = {JenisSurat.USULAN: "surat_usulan", JenisSurat.SPTJM: "sptjm"}
"""The condition of a proposal that the number of a paper fills in."""
BERUBAH = "Surat ini berubah sejak Anda membuka halaman ini. Muat ulang, lalu periksa lagi."
TERKUNCI = "Surat ini sudah bertanda tangan dan terkunci. Buka kembali dahulu bila perlu diubah."
BERNOMOR = (
    "Surat ini sudah bernomor dan bertanggal, sehingga kata-katanya tetap. Kembalikan menjadi draf dahulu bila perlu "
    "diubah."
)


@transaction.atomic
def simpan_surat(
    *, rencana: Rencana, jenis: JenisSurat, isi: str, revisi: int, oleh: Pengguna | None, **rincian: str
) -> Surat | None:
    """Save the words and what stands around them as the revision after `revisi`, the one they were read at (0: the
    template); None where nothing differs. Raises DomainError, naming the field: no title, too long, locked, no draft
    any more, or somebody saved meanwhile."""
    surat = _pegang(rencana, jenis, revisi)
    if not surat.draf:
        raise DomainError(BERNOMOR)
    bersih, sekitar = periksa_isi(isi), periksa_rincian(jenis, rincian)
    if surat.pk and (bersih, sekitar) == (surat.isi, surat.rincian):
        return None
    return tulis(surat, "menyunting surat" if surat.pk else "membuat surat", oleh, isi=bersih, rincian=sekitar)


@transaction.atomic
def beri_nomor(
    *,
    rencana: Rencana,
    jenis: JenisSurat,
    nomor: str,
    tanggal: date,
    revisi: int,
    hari_ini: date,
    ke_syarat: bool = False,
    oleh: Pengguna | None,
) -> Surat:
    """Give the paper number and date; it is no draft from then on, and what is printed of it is kept as it reads now
    (bekukan.py). `ke_syarat`: fill the number in among the conditions of the proposal too, where the paper is one of
    them. Raises DomainError, naming the field: no number where the kind must have one, too long, borne by another paper
    of that year or printed once, a day outside 2000–2100, locked, somebody saved meanwhile, or the paper says what is
    not so yet."""
    surat = _pegang(rencana, jenis, revisi)
    nomor = " ".join(nomor.split())
    if jenis.wajib_nomor and not nomor:
        raise DomainError("Isi nomornya.", kolom="nomor")
    if len(nomor) > PANJANG:
        raise DomainError(f"Nomor paling panjang {PANJANG} huruf.", kolom="nomor")
    if not TAHUN_AWAL <= tanggal.year <= TAHUN_AKHIR:
        raise DomainError(f"Tahunnya harus antara {TAHUN_AWAL} dan {TAHUN_AKHIR}.", kolom="tanggal")
    if (nomor, tanggal) != (surat.nomor, surat.tanggal):
        _periksa_nomor(surat, nomor, tanggal)
        tahun_nomor = tanggal.year if nomor else None
        surat = tulis(surat, "memberi nomor surat", oleh, nomor=nomor, tanggal=tanggal, tahun_nomor=tahun_nomor)
        bekukan(rencana=rencana, surat=surat, oleh=oleh, hari_ini=hari_ini)
    if ke_syarat:
        isikan_syarat(rencana, surat, oleh)
    return surat


@transaction.atomic
def cabut_nomor(*, rencana: Rencana, jenis: JenisSurat, revisi: int, oleh: Pengguna | None) -> Surat:
    """A draft again; its number is free unless it was printed. Raises DomainError: locked, or changed meanwhile."""
    surat = baca_surat(rencana.satker, rencana.tahun, jenis)
    if surat.revisi != revisi:
        raise DomainError(BERUBAH)
    if surat.terkunci:
        raise DomainError(TERKUNCI)
    if surat.tanggal is None:
        raise DomainError("Surat ini masih draf.")
    return tulis(surat, "mencabut nomor surat", oleh, nomor="", tanggal=None, tahun_nomor=None)


def tulis(surat: Surat, tindakan: str, oleh: Pengguna | None, alasan: str = "", **baru: Any) -> Surat:
    """The next revision of a paper read before, with its audit row. Call inside a transaction. Raises DomainError where
    somebody was quicker."""
    lama, dibaca = surat.pk, surat.revisi
    sebelum = {k: getattr(surat, k) for k in baru if k in ("nomor", "tanggal", "terkunci")}
    baru |= {"oleh": oleh, "pada": sekarang(), "revisi": dibaca + 1}
    for kolom, nilai in baru.items():
        setattr(surat, kolom, nilai)
    try:
        with transaction.atomic():
            if lama is None:
                surat.save(force_insert=True)
            elif not Surat.objects.filter(pk=lama, revisi=dibaca).update(**baru):
                raise _didahului(surat)
    except IntegrityError:
        if lama is None and Surat.objects.filter(satker=surat.satker, tahun=surat.tahun, jenis=surat.jenis).exists():
            raise _didahului(surat) from None
        raise DomainError(f"Nomor {surat.nomor} baru saja dipakai surat lain.", kolom="nomor") from None
    RevisiSurat.objects.create(
        surat=surat, revisi=surat.revisi, isi=surat.isi, rincian=surat.rincian, nomor=surat.nomor,
        tanggal=surat.tanggal, tindakan=tindakan, alasan=alasan, oleh=oleh,
    )  # fmt: skip
    sesudah = {k: baru[k] for k in sebelum} | {"revisi": surat.revisi, "huruf": len(surat.isi)}
    catat(
        satker_id=surat.satker_id, oleh=oleh, tindakan=tindakan, objek=surat, sebelum=sebelum, sesudah=sesudah,
        alasan=alasan,
    )  # fmt: skip
    return surat


def periksa_isi(isi: str) -> str:
    """The words as they are kept. Raises DomainError: none, or too long."""
    bersih = rapi(isi)
    if not bersih:
        raise DomainError("Tulis isinya.", kolom="isi")
    if len(bersih) > TERPANJANG:
        batas = f"{TERPANJANG:,}".replace(",", ".")
        raise DomainError(f"Isi surat paling panjang {batas} huruf.", kolom="isi")
    return bersih


def periksa_rincian(jenis: JenisSurat, rincian: dict[str, str]) -> dict[str, str]:
    """What stands around the words, as it is kept. Raises DomainError, naming the field."""
    try:
        return rapikan(jenis, rincian)
    except RincianSalah as salah:
        raise DomainError(str(salah), kolom=salah.kode) from salah


def _pegang(rencana: Rencana, jenis: JenisSurat, revisi: int) -> Surat:
    """The paper as it was read. Raises DomainError: locked, or somebody saved meanwhile."""
    antre(rencana.satker)
    surat = baca_surat(rencana.satker, rencana.tahun, jenis)
    if surat.revisi != revisi:
        raise _didahului(surat)
    if surat.terkunci:
        raise DomainError(TERKUNCI)
    return surat


def _didahului(surat: Surat) -> DomainError:
    kini = Surat.objects.filter(satker=surat.satker, tahun=surat.tahun, jenis=surat.jenis).select_related("oleh")
    siapa = next((s.oleh for s in kini), None) or "orang lain"
    return DomainError(
        f"Surat ini sudah disimpan {siapa} sejak Anda membukanya. Yang Anda ketik masih ada di bawah; bandingkan "
        "dengan yang tersimpan, lalu simpan lagi."
    )


def _periksa_nomor(surat: Surat, nomor: str, tanggal: date) -> None:
    """Raises DomainError where another paper bears it, or a print of this one: one number, one paper."""
    pakai = {n.casefold(): apa for n, apa in nomor_terpakai(surat.satker, tanggal.year, selain=surat).items()}
    if nomor and (apa := pakai.get(nomor.casefold())):
        usul = usul_nomor(surat.satker, JenisSurat(surat.jenis), tanggal, selain=surat)
        raise DomainError(
            f"Nomor {nomor} sudah dipakai {apa}, bertahun {tanggal.year}. Pakai nomor lain, misalnya {usul}.",
            kolom="nomor",
        )
    if nomor and nomor.casefold() in {n.casefold() for n in nomor_tercetak(surat, tanggal.year)}:
        usul = usul_nomor(surat.satker, JenisSurat(surat.jenis), tanggal, selain=surat)
        raise DomainError(
            f"Nomor {nomor} sudah tercetak pada surat ini sebelum dikembalikan menjadi draf, sehingga tidak dipakai "
            f"lagi. Pakai nomor lain, misalnya {usul}.",
            kolom="nomor",
        )


def isikan_syarat(rencana: Rencana, surat: Surat, oleh: Pengguna | None, berkas: File | None = None) -> None:
    """The number of a surat usulan or SPTJM in its condition, with `berkas` as the proof; without one proof and note
    there stay. Raises DomainError as isi_syarat."""
    kode = SYARAT.get(JenisSurat(surat.jenis))
    if kode is None:
        return
    ada = PemenuhanSyarat.objects.filter(satker=rencana.satker_id, tahun=rencana.tahun, kode=kode).first()
    tetap: dict[str, Any] = {}
    if ada:
        tetap = {"catatan": ada.catatan, "revisi": ada.revisi}
        tetap |= {} if berkas else {"bukti": ada.bukti, "tautan": ada.tautan}
    isi_syarat(rencana=rencana, kode=kode, isian=surat.nomor, berkas=berkas, oleh=oleh, **tetap)
