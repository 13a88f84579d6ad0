"""A plan's rows out of the database, as the rules want them."""

from collections import defaultdict
from decimal import Decimal
from typing import Any

from django.db.models import Sum

from pengungkit.enums import Kelompok
from pengungkit.models import Komponen
from rencana_aksi.enums import JenisJadwal
from rencana_aksi.models import Pelaksanaan, Pengungkit, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from rencana_aksi.queries.isi import KUNCI, KUNCI_AKSI
from rencana_aksi.queries.periksa.baris import Aksi, Bagian, Jangka, Kerja, Naskah, Orang, Syarat
from rencana_aksi.queries.tempat import tempat
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan


def baca_naskah(rencana: Rencana) -> Naskah:
    """The plan with `instrumen` selected; the draft of a perubahan with the ids of the rows in force, so that what was
    accepted of one is accepted of the other. Seven queries."""
    bobot: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    per_area = Komponen.objects.filter(instrumen=rencana.instrumen_id).order_by().values_list("kelompok", "area")
    for kelompok, area, jumlah in per_area.annotate(jumlah=Sum("bobot")):
        bobot[kelompok, area] = jumlah
    kerja = _kerja(rencana)
    return Naskah(
        pk=rencana.perubahan_dari_id or rencana.pk,
        satker_id=rencana.satker_id,
        tahun=rencana.tahun,
        instrumen=rencana.instrumen.kode,
        bobot_hasil=bobot[Kelompok.HASIL, ""],
        bagian=tuple(
            Bagian(kunci, kode, nama, nilai, bobot[Kelompok.PENGUNGKIT, kode], tuple(kerja[pk]))
            for pk, kunci, kode, nama, nilai in Pengungkit.objects.filter(rencana=rencana).values_list(
                "pk", KUNCI, "kode", "nama", "bobot"
            )
        ),
        orang=_orang(rencana),
    )


def _kerja(rencana: Rencana) -> dict[int, list[Kerja]]:
    aksi, syarat = _aksi(rencana), _syarat(rencana)
    kerja: dict[int, list[Kerja]] = defaultdict(list)
    kolom = ("pengungkit", "pengungkit__kode", "pk", KUNCI, "nomor", "uraian")
    semua = RencanaKerja.objects.filter(pengungkit__rencana=rencana).values_list(*kolom)
    for induk, kode, pk, kunci, nomor, uraian in semua:
        kerja[induk].append(Kerja(kunci, tempat(kode, nomor), nomor, uraian, tuple(aksi[pk]), tuple(syarat[pk])))
    return kerja


def _aksi(rencana: Rencana) -> dict[int, list[Aksi]]:
    kejadian, direncanakan = _kejadian(rencana)
    aksi: dict[int, list[Aksi]] = defaultdict(list)
    kolom = (
        "rencana_kerja", "rencana_kerja__pengungkit__kode", "rencana_kerja__nomor", "pk", KUNCI, "huruf",
        "uraian", "jadwal_teks", "jadwal_jenis", "jadwal_makna", "penanggung_jawab__is_active",
    )  # fmt: skip
    semua = RencanaAksi.objects.filter(**_milik(rencana)).values_list(*kolom)
    for induk, kode, nomor, pk, kunci, huruf, uraian, jadwal, jenis, makna, aktif in semua:
        aksi[induk].append(
            Aksi(
                kunci, tempat(kode, nomor, huruf), huruf, uraian, jadwal, jenis, makna, tuple(kejadian[pk]),
                tuple(direncanakan[pk]), penanggung=bool(aktif),
            )
        )  # fmt: skip
    return aksi


def _kejadian(rencana: Rencana) -> tuple[dict[int, list[Jangka]], dict[int, list[Jangka]]]:
    """Where the schedule holds no fixed dates: the windows its occurrences have with those they were moved from, and
    those they were planned for."""
    hasil: dict[int, list[Jangka]] = defaultdict(list)
    direncanakan: dict[int, list[Jangka]] = defaultdict(list)
    luwes = Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=rencana).exclude(
        aksi__jadwal_jenis__in=[JenisJadwal.TANGGAL, JenisJadwal.RENTANG]
    )
    for pk, mulai, tempo, semula in luwes.values_list("aksi", "mulai", "jatuh_tempo", "jatuh_tempo_semula"):
        if mulai and tempo:
            hasil[pk].append((mulai, tempo))
        if semula:
            hasil[pk].append((semula, semula))
            direncanakan[pk].append((semula, semula))
        elif mulai and tempo:
            direncanakan[pk].append((mulai, tempo))
    return hasil, direncanakan


def _syarat(rencana: Rencana) -> dict[int, list[Syarat]]:
    syarat: dict[int, list[Syarat]] = defaultdict(list)
    semua = SyaratBukti.objects.filter(**_milik(rencana)).values_list("rencana_kerja", KUNCI, KUNCI_AKSI, "teks")
    for induk, pk, aksi, teks in semua:
        syarat[induk].append(Syarat(pk, aksi, teks))
    return syarat


def _milik(rencana: Rencana) -> dict[str, Any]:
    return {"rencana_kerja__pengungkit__rencana": rencana}


def _orang(rencana: Rencana) -> tuple[Orang, ...]:
    kolom = ("pengguna", "pengguna__nama", "tim__kode", "peran", "pengguna__is_active", "pengguna__nip",
             "pengguna__nip_naskah")  # fmt: skip
    baris = Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=rencana.tahun).values_list(*kolom)
    return tuple(
        Orang(pk, nama, "" if kode == PENGARAH else kode, peran == Peran.KOORDINATOR, aktif, nip or "", naskah)
        for pk, nama, kode, peran, aktif, nip, naskah in baris
    )
