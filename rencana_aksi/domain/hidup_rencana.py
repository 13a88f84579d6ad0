"""The life of a plan (produk.md §4): draf → diajukan → ditetapkan → perubahan (version n + 1) → diajukan → …

A perubahan is a draft beside the plan in force, which stays ditetapkan all the time (docs/adr/0040): the steps here
take that draft, or the first plan. Each step is a conditional update from the state that was read: of two people at
once the second is told who was first. The audit rows of all steps are of the plan itself.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from rencana_aksi.beku import ke_json, sidik
from rencana_aksi.domain.banding import bandingkan_rencana
from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.domain.dapat_disunting import DISUNTING
from rencana_aksi.domain.perubahan.gabung import Penggabung
from rencana_aksi.domain.perubahan.putusan import Pertanyaan, periksa_putusan, pertanyaan
from rencana_aksi.domain.perubahan.salin import salin_rencana_berlaku
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Pelaksanaan, Rencana, RencanaAksi, SyaratBukti, VersiRencana
from rencana_aksi.queries import langkah as tangga
from rencana_aksi.queries.draf import Sanding, sandingkan
from rencana_aksi.queries.isi import isi_rencana
from rencana_aksi.queries.pengaju import SENDIRI, TANDA, diajukan_sendiri, ketua_lain
from rencana_aksi.queries.periksa import laporan
from rencana_aksi.queries.ulang import ulang_dari
from rencana_aksi.sinyal import langkah_rencana, perubahan_dibatalkan
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import tanggal_id
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna

TIDAK_LAGI = "Sementara itu rencana ini sudah {kini}{oleh}. Muat ulang halaman."
BERUBAH = "Isi rencana berubah sejak halaman ini dibuka. Baca sekali lagi, lalu tetapkan."
TEMUAN_BERUBAH = "Sementara itu yang janggal dalam rencana ini berubah. Baca sekali lagi, lalu ajukan."
MUNDUR = {tangga.DITARIK: "ditarik kembali", tangga.DIKEMBALIKAN: "dikembalikan"}
"""How it became a draft again, where the last step says so."""
BATAS_SEBUT = 200
"""Changes that a perubahan which is thrown away leaves in the trail by name."""


@transaction.atomic
def ajukan_rencana(*, rencana: Rencana, oleh: Pengguna | None, temuan_dibaca: str | None = None) -> None:
    """Hand the draft to the head. `temuan_dibaca`: of what is odd in it as it was shown to whoever submits
    (`Laporan.sidik`); None where nothing is shown, as to a command. Raises DomainError where it is no draft, or holds
    no action, or where something else is odd in it by now."""
    if not RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).exists():
        raise DomainError("Rencana ini belum berisi satu pun rencana aksi.")
    _tahan(rencana, DISUNTING)
    if temuan_dibaca is not None and temuan_dibaca != laporan(rencana).sidik:
        raise DomainError(TEMUAN_BERUBAH)
    _pindah(rencana, DISUNTING, tangga.DIAJUKAN, oleh, status=StatusRencana.DIAJUKAN)
    _kabarkan(rencana, tangga.DIAJUKAN, oleh)


@transaction.atomic
def tarik_rencana(*, rencana: Rencana, oleh: Pengguna | None) -> None:
    """Take back what was handed to the head, to work on it again. Raises DomainError where it is not diajukan."""
    _pindah(rencana, (StatusRencana.DIAJUKAN,), tangga.DITARIK, oleh, status=_semula(rencana))
    _kabarkan(rencana, tangga.DITARIK, oleh)


@transaction.atomic
def kembalikan_rencana(*, rencana: Rencana, alasan: str, oleh: Pengguna | None) -> None:
    """Give it back to be worked on. Raises DomainError without a reason, or where it is not diajukan."""
    alasan = _alasan(alasan)
    _pindah(rencana, (StatusRencana.DIAJUKAN,), tangga.DIKEMBALIKAN, oleh, alasan, status=_semula(rencana))
    _kabarkan(rencana, tangga.DIKEMBALIKAN, oleh, alasan)


@transaction.atomic
def tetapkan_rencana(
    *,
    rencana: Rencana,
    nomor_sk: str,
    tanggal_sk: date,
    oleh: Pengguna | None,
    hari_ini: date,
    sidik_dibaca: str = "",
    putusan: Mapping[str, str] | None = None,
) -> VersiRencana:
    """Enact the plan under its SK and freeze it whole; a perubahan is merged into the plan in force and is no more.
    `sidik_dibaca`: of what was shown to whoever signs (`dibaca`). `putusan`: an answer to each question shown with it,
    by its key (perubahan/putusan.py).

    Raises DomainError, naming the field: number or date missing, a number used before, a date in the future, before
    the year before the plan's or before the SK that is changed; where it is not diajukan, or no longer what was read;
    where a question is not answered; where whoever submitted it signs, though another leads the team.
    """
    nomor = nomor_sk.strip()
    _tahan(rencana, (StatusRencana.DIAJUKAN,))
    tanda = _tanda_sendiri(rencana, oleh)
    _periksa_sk(rencana.berlaku, nomor, tanggal_sk, hari_ini)
    sanding = _tahan_isi(rencana)
    tanya = pertanyaan(sanding) if sanding else []
    if sidik_dibaca and sidik_dibaca != sidik_dari(rencana, tanya, sanding):
        raise DomainError(BERUBAH)
    periksa_putusan(tanya, putusan or {})
    sk: dict[str, Any] = {"status": StatusRencana.DITETAPKAN, "nomor_sk": nomor, "tanggal_sk": tanggal_sk}
    if sanding is None:
        _pindah(rencana, (StatusRencana.DIAJUKAN,), tangga.DITETAPKAN, oleh, tanda, **sk)
        _kabarkan(rencana, tangga.DITETAPKAN, oleh)
        return bekukan(rencana=rencana, oleh=oleh)
    kini = rencana.berlaku
    banding = bandingkan_rencana(isi_rencana(kini), isi_rencana(rencana))
    _pindah(
        kini, (StatusRencana.DITETAPKAN,), tangga.DITETAPKAN, oleh, tanda, versi=rencana.versi, tempat=rencana.tempat,
        **sk,
    )  # fmt: skip
    Penggabung(sanding, putusan or {}, oleh, f"Perubahan, versi {rencana.versi}").gabungkan(banding)
    _kabarkan(kini, tangga.DITETAPKAN, oleh)
    return bekukan(rencana=kini, oleh=oleh)


@transaction.atomic
def mulai_perubahan(*, rencana: Rencana, alasan: str, oleh: Pengguna | None) -> Rencana:
    """Open the draft of version n + 1 beside a ditetapkan plan, which stays in force: a copy of its rows, returned.
    Raises DomainError without a reason, or where the plan is not ditetapkan, or one is open."""
    alasan = _alasan(alasan)
    _tahan(rencana, (StatusRencana.DITETAPKAN,))
    if ada := Rencana.semua.filter(perubahan_dari=rencana).first():
        raise _didahului(ada)
    draf = Rencana.semua.create(
        satker_id=rencana.satker_id, tahun=rencana.tahun, instrumen_id=rencana.instrumen_id, tempat=rencana.tempat,
        status=StatusRencana.PERUBAHAN, versi=rencana.versi + 1, perubahan_dari=rencana,
    )  # fmt: skip
    draf.satker, draf.instrumen = rencana.satker, rencana.instrumen
    salin_rencana_berlaku(draf)
    _catat_langkah(
        rencana, tangga.DIMULAI, oleh, {"status": rencana.status, "versi": rencana.versi},
        {"status": draf.status, "versi": draf.versi}, alasan,
    )  # fmt: skip
    return draf


@transaction.atomic
def batalkan_perubahan(*, rencana: Rencana, alasan: str, oleh: Pengguna | None) -> None:
    """Throw the draft of a perubahan away whole, edited or diajukan or not; the plan in force never changed. What it
    would have changed stands in the trail. Raises DomainError without a reason, or where it is no such draft any more.
    """
    alasan = _alasan(alasan)
    _tahan(rencana, (StatusRencana.PERUBAHAN, StatusRencana.DIAJUKAN))
    if (kini := rencana.perubahan_dari) is None:
        raise DomainError("Ini rencana pertama; tidak ada perubahan yang dibatalkan.")
    beda_isi = bandingkan_rencana(isi_rencana(kini), isi_rencana(rencana)).beda
    dibuang = [f"{b.tempat} {b.benda} {' dan '.join(b.jenis)}" for b in beda_isi[:BATAS_SEBUT]]
    _catat_langkah(
        kini, tangga.DIBATALKAN, oleh,
        {"status": rencana.status, "versi": rencana.versi, **({"dibuang": dibuang} if dibuang else {})},
        {"status": kini.status, "versi": kini.versi}, alasan,
    )  # fmt: skip
    _kabarkan(rencana, tangga.DIBATALKAN, oleh, alasan)
    perubahan_dibatalkan.send(sender=Rencana, rencana=kini, oleh=oleh)
    Rencana.semua.filter(pk=rencana.pk).delete()


def dibaca(rencana: Rencana, sanding: Sanding | None = None) -> tuple[list[Pertanyaan], str]:
    """What is asked of whoever signs the plan, and the fingerprint of all that is shown to them. `sanding`: of a
    perubahan, where it was read already."""
    if sanding is None and rencana.perubahan_dari_id:
        sanding = sandingkan(rencana)
    tanya = pertanyaan(sanding) if sanding else []
    return tanya, sidik_dari(rencana, tanya, sanding)


def sidik_dari(rencana: Rencana, tanya: list[Pertanyaan], sanding: Sanding | None) -> str:
    isi = sidik_tanpa_sk(ke_json(isi_rencana(rencana)))
    ulang = [u.kalimat for u in ulang_dari(sanding)] if sanding else []
    dilihat = {"tanya": [p.kalimat for p in tanya], **({"ulang": ulang} if ulang else {})}
    return sidik({"isi": isi, **dilihat}) if tanya or ulang else isi


def sidik_tanpa_sk(isi: dict[str, Any]) -> str:
    """The fingerprint of what is signed: the content before it had its number and date."""
    return sidik({**isi, "nomor_sk": "", "tanggal_sk": None})


def _tahan(rencana: Rencana, dari: tuple[str, ...]) -> None:
    """Let nobody else change the plan's state before this transaction ends: of a draft also the plan's it is of. Raises
    DomainError where somebody has."""
    pk = [rencana.pk, *([rencana.perubahan_dari_id] if rencana.perubahan_dari_id else [])]
    ada = {r.pk: r for r in Rencana.semua.select_for_update().filter(pk__in=pk).order_by("pk")}
    kini = ada.get(rencana.pk)
    if kini is None or kini.status not in dari or (kini.status, kini.versi) != (rencana.status, rencana.versi):
        raise _didahului(kini or rencana)


def _tahan_isi(rencana: Rencana) -> Sanding | None:
    """Of a perubahan: the plan in force and its draft side by side, with nothing recorded on the former before this
    transaction ends. None of a first plan."""
    if rencana.perubahan_dari_id is None:
        return None
    milik = {"rencana_kerja__pengungkit__rencana": rencana.perubahan_dari_id}
    for tabel in (
        RencanaAksi.objects.filter(**milik),
        SyaratBukti.objects.filter(**milik),
        Pelaksanaan.objects.filter(**{f"aksi__{k}": v for k, v in milik.items()}),
    ):
        list(tabel.select_for_update().order_by("pk").values_list("pk"))
    return sandingkan(rencana)


def _tanda_sendiri(rencana: Rencana, oleh: Pengguna | None) -> str:
    """What is to be said where whoever submitted it enacts it; a command is nobody. Raises DomainError where another
    could have submitted it."""
    if oleh is None or not diajukan_sendiri(rencana, oleh):
        return ""
    if lain := ketua_lain(rencana, oleh):
        raise DomainError(SENDIRI.format(lain))
    return TANDA


def _semula(rencana: Rencana) -> StatusRencana:
    """What it was before it was diajukan."""
    return StatusRencana.PERUBAHAN if rencana.perubahan_dari_id else StatusRencana.DRAF


def _kabarkan(rencana: Rencana, langkah: str, oleh: Pengguna | None, alasan: str = "") -> None:
    langkah_rencana.send(sender=Rencana, rencana=rencana, langkah=langkah, oleh=oleh, alasan=alasan)


def _alasan(alasan: str) -> str:
    if not alasan.strip():
        raise DomainError("Tulis alasannya.", kolom="alasan")
    return alasan.strip()


def _pindah(
    rencana: Rencana, dari: tuple[str, ...], tindakan: str, oleh: Pengguna | None, alasan: str = "", **baru: Any
) -> None:
    """Change the state, if it is still the one that was read."""
    dibaca = {"status": rencana.status, "versi": rencana.versi}
    if rencana.status not in dari or not Rencana.semua.filter(pk=rencana.pk, **dibaca).update(**baru):
        raise _didahului(Rencana.semua.filter(pk=rencana.pk).first() or rencana)
    _catat_langkah(rencana.berlaku, tindakan, oleh, *beda(rencana, **baru), alasan)


def _catat_langkah(
    rencana: Rencana,
    tindakan: str,
    oleh: Pengguna | None,
    sebelum: dict[str, Any],
    sesudah: dict[str, Any],
    alasan: str,
) -> None:
    catat(
        satker_id=rencana.satker_id, oleh=oleh, tindakan=tindakan, objek=rencana, sebelum=sebelum, sesudah=sesudah,
        alasan=alasan,
    )  # fmt: skip


def _didahului(kini: Rencana) -> DomainError:
    """What the plan has become meanwhile, and by whom, from the audit trail. `kini`: as it is now, or a draft that is
    no more."""
    plan = kini.perubahan_dari_id or kini.pk
    jejak = Jejak.objects.filter(objek=Rencana._meta.label_lower, objek_id=plan).first()
    oleh = f" oleh {jejak.oleh_nama}" if jejak else ""
    kata = {StatusRencana.DRAF: "menjadi draf", StatusRencana.PERUBAHAN: "dibuka untuk perubahan"}
    sebutan = kata.get(StatusRencana(kini.status), kini.status)
    if jejak and jejak.tindakan in MUNDUR and kini.status in (StatusRencana.DRAF, StatusRencana.PERUBAHAN):
        sebutan = MUNDUR[jejak.tindakan]
    if kini.perubahan_dari_id and not Rencana.semua.filter(pk=kini.pk).exists():
        batal = jejak is not None and jejak.tindakan == tangga.DIBATALKAN
        sebutan = "dibatalkan perubahannya" if batal else "ditetapkan"
    return DomainError(TIDAK_LAGI.format(kini=sebutan, oleh=oleh))


def _periksa_sk(rencana: Rencana, nomor: str, tanggal: date, hari_ini: date) -> None:
    if not nomor:
        raise DomainError("Tulis nomor SK.", kolom="nomor_sk")
    if tanggal > hari_ini:
        raise DomainError(f"Tanggal SK tidak boleh sesudah hari ini, {tanggal_id(hari_ini)}.", kolom="tanggal_sk")
    if tanggal < (paling_awal := date(rencana.tahun - 1, 1, 1)):
        raise DomainError(f"Tanggal SK paling awal {tanggal_id(paling_awal)}.", kolom="tanggal_sk")
    for lama in rencana.versi_beku.only("versi", "nomor_sk", "tanggal_sk"):
        if lama.nomor_sk == nomor:
            raise DomainError(f"Nomor ini sudah dipakai untuk versi {lama.versi}.", kolom="nomor_sk")
        if tanggal < lama.tanggal_sk:
            raise DomainError(
                f"Tanggal SK tidak boleh sebelum SK versi {lama.versi}, {tanggal_id(lama.tanggal_sk)}.",
                kolom="tanggal_sk",
            )
