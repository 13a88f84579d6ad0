"""A perubahan as a draft of its own: opened, edited, merged, thrown away; what is recorded meanwhile stays."""

from datetime import date
from typing import Any

import pytest
from django.db.models import Model

from rencana_aksi.beku import ke_json
from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.domain.jadwal_ubah import ubah_jadwal
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.domain.sunting.aksi import AksiBaru, tambah_aksi, ubah_aksi
from rencana_aksi.domain.sunting.hapus import hapus_baris
from rencana_aksi.domain.sunting.kerja import tambah_kerja, ubah_kerja
from rencana_aksi.domain.sunting.pindah import geser, pindahkan, pindahkan_aksi
from rencana_aksi.domain.sunting.program import tambah_program
from rencana_aksi.domain.sunting.syarat import tambah_syarat, ubah_syarat
from rencana_aksi.models import (
    Pelaksanaan,
    Pengungkit,
    ProgramPrioritas,
    Rencana,
    RencanaAksi,
    RencanaKerja,
    SyaratBukti,
    VersiRencana,
)
from rencana_aksi.queries.isi import isi_rencana
from tests.pabrik import HARI_INI, Kantor, buka_perubahan
from zona.inti.errors import DomainError
from zona.organisasi.models import Pengguna

SK: dict[str, Any] = {"nomor_sk": "2/UJI/2023", "tanggal_sk": date(2023, 3, 10), "hari_ini": HARI_INI}
BARIS: tuple[type[Model], ...] = (Pengungkit, ProgramPrioritas, RencanaKerja, RencanaAksi, SyaratBukti, Pelaksanaan)
JALUR = {
    Pengungkit: "rencana", ProgramPrioritas: "pengungkit__rencana", RencanaKerja: "pengungkit__rencana",
    RencanaAksi: "rencana_kerja__pengungkit__rencana", SyaratBukti: "rencana_kerja__pengungkit__rencana",
    Pelaksanaan: "aksi__rencana_kerja__pengungkit__rencana",
}  # fmt: skip


def potret(rencana: Rencana) -> dict[str, list[Any]]:
    """Every column of every row of the plan."""
    return {
        m.__name__: list(m._default_manager.filter(**{JALUR[m]: rencana}).order_by("pk").values()) for m in BARIS
    }  # fmt: skip


def segar(draf: Rencana) -> Rencana:
    return Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").get(pk=draf.pk)


def tetapkan(draf: Rencana, oleh: Pengguna, **lain: Any) -> VersiRencana:
    if draf.status != "diajukan":
        hidup.ajukan_rencana(rencana=draf, oleh=oleh)
    return hidup.tetapkan_rencana(rencana=draf, oleh=oleh, **{**SK, **lain})


def susunan(rencana: Rencana) -> list[str]:
    """The plan in words, with the ids of its rows."""
    hasil = []
    for p in isi_rencana(Rencana.objects.select_related("satker", "instrumen").get(pk=rencana.pk)).pengungkit:
        hasil += [f"{p.kode} program {g.uraian}" for g in p.program]
        for k in p.kerja:
            hasil.append(f"{p.kode}.{k.nomor or '-'} {k.uraian} #{k.id}")
            for a, syarat in k.baris:
                hasil.append(f"  {a.huruf or '-'} {a.uraian} [{a.jadwal}] #{a.id}")
                hasil += [f"    {s.teks}{' tiap' if s.tiap_pelaksanaan else ''} #{s.id}" for s in syarat]
            hasil += [f"  umum {s.teks} #{s.id}" for s in k.umum]
    return hasil


def sunting_segala(draf: Kantor, oleh: Pengguna) -> None:
    """Every kind of edit: words, schedule, order, place, evidence, program, who answers; rows added and removed."""
    ubah_kerja(kerja=draf.baris["I"], uraian="Kerja I.1 baru", bernomor=True, revisi=0, oleh=oleh)
    ubah_jadwal(
        aksi=draf.aksi["I", "a"], jadwal_teks="1, 13–20 Maret, 24 November 2023", revisi=0, oleh=oleh, setuju=None
    )
    ubah_aksi(
        aksi=draf.aksi["II", "a"], uraian="Aksi II.1.a baru", penanggung_jawab=draf.orang["koordinator-ii"].pk,
        revisi=0, oleh=oleh,
    )  # fmt: skip
    geser(baris=draf.aksi["II", "b"], arah="naik", oleh=oleh)
    kerja = tambah_kerja(
        pengungkit=draf.pengungkit["III"], uraian="Kerja III.2", aksi=AksiBaru("Aksi III.2.a", "5 Mei 2023"), oleh=oleh
    )
    pindahkan_aksi(aksi=draf.aksi["III", "a"], ke=kerja, setelah=None, oleh=oleh)
    pindahkan(baris=kerja, setelah=None, oleh=oleh)
    tambah_aksi(kerja=draf.baris["IV"], uraian="Aksi IV.1.c", jadwal_teks="6 Juni 2023", oleh=oleh)
    tambah_syarat(
        kerja=draf.baris["IV"], teks="Laporan baru", aksi=draf.aksi["IV", "a"], tiap_pelaksanaan=True, oleh=oleh
    )
    ubah_syarat(
        syarat=draf.syarat["IV", "aksi"], teks="SK lain", jenis="laporan", aksi=draf.aksi["IV", "b"],
        tiap_pelaksanaan=False, revisi=0, oleh=oleh,
    )  # fmt: skip
    hapus_baris(baris=draf.syarat["V", "baris"], oleh=oleh)
    hapus_baris(baris=draf.aksi["V", "b"], oleh=oleh)
    tambah_program(pengungkit=draf.pengungkit["V"], uraian="Program baru", oleh=oleh)
    tambah_kerja(pengungkit=draf.pengungkit["VI"], uraian="Kerja VI.2", aksi=AksiBaru("Aksi VI.2"), oleh=oleh)
    hapus_baris(baris=draf.baris["VI"], oleh=oleh)


# --- opened -------------------------------------------------------------------------------------------


def test_draft_says_what_is_in_force_and_holds_no_progress(kantor: Kantor, ketua: Pengguna) -> None:
    satu = kantor.pelaksanaan["I", "a"]
    catat_status(pelaksanaan=satu[0], status="selesai", realisasi=date(2023, 3, 2), oleh=ketua, hari_ini=HARI_INI)
    catat_status(
        pelaksanaan=satu[2], status="ditunda", jatuh_tempo=date(2023, 5, 2), alasan="x", oleh=ketua, hari_ini=HARI_INI
    )
    sebelum = potret(kantor.rencana)
    draf = buka_perubahan(kantor)
    assert potret(kantor.rencana) == sebelum
    isi, baru = (ke_json(isi_rencana(segar(r))) for r in (kantor.rencana, draf.rencana))
    assert baru == {**isi, "versi": 2, "nomor_sk": "", "tanggal_sk": None}
    assert [(p.mulai, p.jatuh_tempo, p.status) for p in draf.pelaksanaan["I", "a"]] == [
        (date(2023, 3, 1), date(2023, 3, 1), "belum"),
        (date(2023, 3, 13), date(2023, 3, 20), "belum"),
        (date(2023, 4, 10), date(2023, 4, 10), "belum"),
    ]
    kini = Rencana.objects.get(satker=kantor.satker, tahun=2023)
    assert (kini.pk, kini.status, kini.versi, kini.nomor_sk) == (kantor.rencana.pk, "ditetapkan", 1, "1/UJI/2023")


def test_edits_of_the_draft_leave_every_row_in_force(kantor: Kantor, ketua: Pengguna) -> None:
    sebelum = potret(kantor.rencana)
    sunting_segala(buka_perubahan(kantor), ketua)
    assert potret(kantor.rencana) == sebelum


def test_rows_in_force_are_closed_while_a_draft_is_open(kantor: Kantor, ketua: Pengguna) -> None:
    buka_perubahan(kantor)
    with pytest.raises(DomainError, match="Rencana ini sudah ditetapkan"):
        ubah_kerja(kerja=kantor.baris["I"], uraian="Lain", bernomor=True, revisi=0, oleh=ketua)


def test_draft_that_is_no_more_is_told(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    draf = buka_perubahan(kantor)
    hidup.batalkan_perubahan(rencana=segar(draf.rencana), alasan="Tidak jadi", oleh=kepala)
    with pytest.raises(DomainError, match="Perubahan ini sudah ditetapkan atau dibatalkan"):
        ubah_kerja(kerja=draf.baris["I"], uraian="Lain", bernomor=True, revisi=0, oleh=ketua)


# --- merged -------------------------------------------------------------------------------------------


def test_merged_plan_says_what_the_draft_said(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    ProgramPrioritas.objects.create(pengungkit=kantor.pengungkit["V"], uraian="Program lama", urutan=1)
    draf = buka_perubahan(kantor)
    sunting_segala(draf, ketua)
    dikehendaki = susunan_draf(draf.rencana)
    lama = {m: set(m._default_manager.filter(**{JALUR[m]: kantor.rencana}).values_list("pk", flat=True)) for m in BARIS}
    versi = tetapkan(segar(draf.rencana), kepala)
    kini = Rencana.objects.get(pk=kantor.rencana.pk)
    assert susunan(kini) == dikehendaki
    assert (kini.versi, kini.nomor_sk, kini.tanggal_sk, versi.versi, versi.rencana) == (
        2,
        "2/UJI/2023",
        SK["tanggal_sk"],
        2,
        kini,
    )
    assert versi.isi == ke_json(isi_rencana(segar(kini)))
    assert list(Rencana.semua.filter(satker=kantor.satker)) == [kini]
    for m in BARIS:  # nothing of the draft is left over, and rows in force kept their ids
        assert (
            m._default_manager.exclude(**{JALUR[m]: kini}).filter(**{f"{JALUR[m]}__satker": kantor.satker}).count() == 0
        )
        if m is not Pelaksanaan:
            assert m._default_manager.filter(asal__isnull=False).count() == 0
    hilang = {m.__name__: len(lama[m] - set(m._default_manager.values_list("pk", flat=True))) for m in BARIS}
    assert hilang == {
        "Pengungkit": 0, "ProgramPrioritas": 0, "RencanaKerja": 1, "RencanaAksi": 3, "SyaratBukti": 4, "Pelaksanaan": 6
    }  # fmt: skip


def susunan_draf(draf: Rencana) -> list[str]:
    hasil = []
    for p in isi_rencana(segar(draf)).pengungkit:
        hasil += [f"{p.kode} program {g.uraian}" for g in p.program]
        for k in p.kerja:
            hasil.append(f"{p.kode}.{k.nomor or '-'} {k.uraian} #{k.id}")
            for a, syarat in k.baris:
                hasil.append(f"  {a.huruf or '-'} {a.uraian} [{a.jadwal}] #{a.id}")
                hasil += [f"    {s.teks}{' tiap' if s.tiap_pelaksanaan else ''} #{s.id}" for s in syarat]
            hasil += [f"  umum {s.teks} #{s.id}" for s in k.umum]
    return hasil
