"""The whole plan as it stands now, as plain values."""

from collections import defaultdict
from typing import Any

from django.db.models.functions import Coalesce

from pengungkit.enums import Kelompok
from pengungkit.models import Komponen
from rencana_aksi.beku import (
    AksiBeku,
    AnggotaBeku,
    BobotBeku,
    KantorBeku,
    KerjaBeku,
    PengungkitBeku,
    ProgramBeku,
    RencanaBeku,
    SyaratBeku,
    TimBeku,
)
from rencana_aksi.models import Pengungkit, ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan
from zona.organisasi.queries.roster import URUTAN_TIM

KUNCI = Coalesce("asal", "pk")
"""The id a row is known by: of a drafted one that of the row in force, so that versions compare by it."""
KUNCI_AKSI = Coalesce("aksi__asal", "aksi")
KANTOR = ("kode", "nama", "induk", "alamat", "telepon", "laman", "posel", "kota")


def isi_rencana(rencana: Rencana) -> RencanaBeku:
    """Rows, texts, weights, schedules, evidence asked for, team and the weights of hasil: all that a version keeps.
    Of the draft of a perubahan with the ids of the rows in force. Seven queries (with satker and instrumen selected).
    """
    satker, instrumen = rencana.satker, rencana.instrumen
    hasil = Komponen.objects.filter(instrumen=instrumen, kelompok=Kelompok.HASIL)
    return RencanaBeku(
        satker=KantorBeku(*(getattr(satker, kolom) for kolom in KANTOR)),
        tahun=rencana.tahun,
        versi=rencana.versi,
        nomor_sk=rencana.nomor_sk,
        tanggal_sk=rencana.tanggal_sk,
        tempat=rencana.tempat,
        instrumen=instrumen.kode,
        nama_instrumen=instrumen.nama,
        hasil=tuple(BobotBeku(*satu) for satu in hasil.values_list("kode", "nama", "bobot")),
        pengungkit=_pengungkit(rencana),
        tim=_tim(rencana),
    )


def _pengungkit(rencana: Rencana) -> tuple[PengungkitBeku, ...]:
    program: dict[int, list[ProgramBeku]] = defaultdict(list)
    for induk, pk, uraian in ProgramPrioritas.objects.filter(pengungkit__rencana=rencana).values_list(
        "pengungkit", KUNCI, "uraian"
    ):
        program[induk].append(ProgramBeku(pk, uraian))
    kerja = _kerja(rencana)
    return tuple(
        PengungkitBeku(kunci, kode, nama, bobot, tuple(program[pk]), tuple(kerja[pk]))
        for pk, kunci, kode, nama, bobot in Pengungkit.objects.filter(rencana=rencana).values_list(
            "pk", KUNCI, "kode", "nama", "bobot"
        )
    )


def _kerja(rencana: Rencana) -> dict[int, list[KerjaBeku]]:
    milik: dict[str, Any] = {"rencana_kerja__pengungkit__rencana": rencana}
    aksi: dict[int, list[AksiBeku]] = defaultdict(list)
    for pk, induk, huruf, uraian, teks, jenis, makna, penanggung in RencanaAksi.objects.filter(**milik).values_list(
        KUNCI, "rencana_kerja", "huruf", "uraian", "jadwal_teks", "jadwal_jenis", "jadwal_makna",
        "penanggung_jawab__nama",
    ):  # fmt: skip
        aksi[induk].append(AksiBeku(pk, huruf, uraian, teks, jenis, makna, penanggung or ""))
    syarat: dict[int, list[SyaratBeku]] = defaultdict(list)
    for pk, induk, milik_aksi, teks, jenis, tiap in SyaratBukti.objects.filter(**milik).values_list(
        KUNCI, "rencana_kerja", KUNCI_AKSI, "teks", "jenis", "tiap_pelaksanaan"
    ):
        syarat[induk].append(SyaratBeku(pk, milik_aksi, teks, jenis, tiap))
    kerja: dict[int, list[KerjaBeku]] = defaultdict(list)
    for induk, pk, kunci, nomor, uraian in RencanaKerja.objects.filter(pengungkit__rencana=rencana).values_list(
        "pengungkit", "pk", KUNCI, "nomor", "uraian"
    ):
        kerja[induk].append(KerjaBeku(kunci, nomor, uraian, tuple(aksi[pk]), tuple(syarat[pk])))
    return kerja


def _tim(rencana: Rencana) -> tuple[TimBeku, ...]:
    """The teams that have anyone in them, steering pair first, in the order of the roster."""
    baris = Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=rencana.tahun).values_list(
        "tim__kode", "peran", "sebutan", "pengguna", "pengguna__nama", "pengguna__nip", "pengguna__nip_naskah",
        "pengguna__jabatan",
    )  # fmt: skip
    tim: dict[str, list[AnggotaBeku]] = defaultdict(list)
    for kode, peran, sebutan, pk, nama, nip, naskah, jabatan in sorted(baris, key=lambda b: URUTAN_TIM[b[0]]):
        sebagai = sebutan or Peran(peran).label
        tim[kode].append(AnggotaBeku(pk, nama, nip or naskah, jabatan, sebagai, peran == Peran.KEPALA))
    return tuple(TimBeku(kode, tuple(anggota)) for kode, anggota in tim.items())
