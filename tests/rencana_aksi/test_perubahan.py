"""A perubahan as a draft of its own: opened, edited, merged, thrown away; what is recorded meanwhile stays."""

from datetime import date
from typing import Any

import pytest
from django.db.models import Model

from bukti_fisik.models import Bukti
from rencana_aksi.beku import ke_json
from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.domain.jadwal_ubah import ubah_jadwal
from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.domain.pelaksanaan import catat_status, tetapkan_penanggung_jawab
from rencana_aksi.domain.perubahan.kembali import beda_draf, kembalikan_baris, pulihkan_baris
from rencana_aksi.domain.sunting.aksi import AksiBaru, tambah_aksi, ubah_aksi
from rencana_aksi.domain.sunting.hapus import hapus_baris
from rencana_aksi.domain.sunting.kerja import tambah_kerja, ubah_kerja
from rencana_aksi.domain.sunting.pindah import geser, pindahkan, pindahkan_aksi
from rencana_aksi.domain.sunting.program import tambah_program
from rencana_aksi.domain.sunting.syarat import tambah_syarat, ubah_syarat
from rencana_aksi.domain.tanggal import tambah_tanggal
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
from zona.inti.models import Jejak
from zona.organisasi.enums import AREA
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
    """Submitted by somebody else than who enacts it."""
    if draf.status != "diajukan":
        hidup.ajukan_rencana(rencana=draf, oleh=None)
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


def test_every_change_is_one_audit_row_on_the_row_in_force(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    draf = buka_perubahan(kantor)
    ubah_kerja(kerja=draf.baris["I"], uraian="Kerja baru", bernomor=False, revisi=0, oleh=ketua)
    geser(baris=draf.aksi["II", "b"], arah="naik", oleh=ketua)
    hapus_baris(baris=draf.aksi["III", "b"], oleh=ketua)
    hidup.ajukan_rencana(rencana=segar(draf.rencana), oleh=ketua)
    akhir = Jejak.objects.order_by("-id").values_list("id", flat=True)[0]
    tetapkan(segar(draf.rencana), kepala)
    baru = Jejak.objects.filter(id__gt=akhir).order_by("id")
    assert [(j.tindakan, j.objek_id, j.alasan, j.sebelum, j.sesudah) for j in baru] == [
        (
            "menetapkan rencana", kantor.rencana.pk, "",
            {"versi": 1, "nomor_sk": "1/UJI/2023", "tanggal_sk": "2023-02-01"},
            {"versi": 2, "nomor_sk": "2/UJI/2023", "tanggal_sk": "2023-03-10"},
        ),
        (
            "mengubah rencana kerja", kantor.baris["I"].pk, "Perubahan, versi 2",
            {"uraian": "Kerja I.1", "nomor": 1}, {"uraian": "Kerja baru", "nomor": None},
        ),
        (
            "memindahkan rencana aksi", kantor.aksi["II", "b"].pk, "Perubahan, versi 2",
            {"tempat": "II.1, urutan 2"}, {"tempat": "II.1, urutan 1"},
        ),
        (
            "menghapus rencana aksi", kantor.aksi["III", "b"].pk, "Perubahan, versi 2",
            {"uraian": "Aksi III.1.b", "jadwal_teks": "Secara berkala"}, {},
        ),
    ]  # fmt: skip


# --- what was recorded meanwhile ----------------------------------------------------------------------


def test_progress_recorded_meanwhile_stays(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    draf = buka_perubahan(kantor)
    sunting_segala(draf, ketua)
    selesai, berjalan = kantor.pelaksanaan["II", "a"][0], kantor.pelaksanaan["III", "a"][1]
    catat_status(pelaksanaan=selesai, status="selesai", realisasi=date(2023, 3, 2), oleh=ketua, hari_ini=HARI_INI)
    catat_status(pelaksanaan=berjalan, status="berjalan", oleh=ketua, hari_ini=HARI_INI)
    tanggal = tambah_tanggal(aksi=kantor.aksi["IV", "b"], jatuh_tempo=date(2023, 6, 1), oleh=ketua)
    kendala = catat_kendala(aksi=kantor.aksi["II", "a"], uraian="Narasumber sakit", oleh=ketua)
    bukti = bukti_pada(kantor.syarat["II", "aksi"])
    tetapkan(segar(draf.rencana), kepala)
    for satu in (selesai, berjalan, kendala, bukti, tanggal):
        satu.refresh_from_db()
    assert (selesai.status, selesai.realisasi, berjalan.status) == ("selesai", date(2023, 3, 2), "berjalan")
    assert (berjalan.aksi_id, berjalan.aksi.rencana_kerja.uraian) == (kantor.aksi["III", "a"].pk, "Kerja III.2")
    assert (tanggal.jatuh_tempo, kendala.aksi_id, bukti.syarat_id) == (
        date(2023, 6, 1), kantor.aksi["II", "a"].pk, kantor.syarat["II", "aksi"].pk,
    )  # fmt: skip


def bukti_pada(syarat: SyaratBukti, pelaksanaan: Pelaksanaan | None = None) -> Bukti:
    return Bukti.objects.create(
        syarat=syarat, pelaksanaan=pelaksanaan, versi=1, nama="notula.pdf", tautan="https://contoh.id/a"
    )


def test_who_answers_stays_unless_the_draft_says_otherwise(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    anggota, koordinator = kantor.orang["anggota"], kantor.orang["koordinator-i"]
    draf = buka_perubahan(kantor)
    ubah_aksi(aksi=draf.aksi["I", "b"], uraian="Lain", penanggung_jawab=None, revisi=0, oleh=ketua)
    a, b = (RencanaAksi.objects.get(pk=kantor.aksi["I", h].pk) for h in "ab")
    tetapkan_penanggung_jawab(aksi=a, pengguna=koordinator, oleh=ketua)
    tetapkan_penanggung_jawab(aksi=b, pengguna=anggota, oleh=ketua)
    kini = isi_rencana(segar(draf.rencana)).pengungkit[0].kerja[0].aksi
    assert [x.penanggung_jawab for x in kini] == ["Koordinator I", "Anggota"]  # the draft follows what it left alone
    ubah_aksi(
        aksi=RencanaAksi.objects.select_related("rencana_kerja__pengungkit__rencana").get(asal=a), uraian="Aksi I.1.a",
        penanggung_jawab=anggota.pk, revisi=0, oleh=ketua,
    )  # fmt: skip
    tetapkan(segar(draf.rencana), kepala)
    akhir = dict(RencanaAksi.objects.filter(pk__in=[a.pk, b.pk]).values_list("pk", "penanggung_jawab"))
    assert akhir == {a.pk: anggota.pk, b.pk: anggota.pk}


def hapus_lalu_catat(kantor: Kantor, ketua: Pengguna) -> Kantor:
    """The draft removes II.1.a; then one of its occurrences is done."""
    draf = buka_perubahan(kantor)
    hapus_baris(baris=draf.aksi["II", "a"], oleh=ketua)
    p = kantor.pelaksanaan["II", "a"][0]
    catat_status(pelaksanaan=p, status="selesai", realisasi=date(2023, 3, 3), oleh=ketua, hari_ini=HARI_INI)
    hidup.ajukan_rencana(rencana=segar(draf.rencana), oleh=ketua)
    return draf


def test_progress_on_a_removed_row_is_asked_about(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    draf = hapus_lalu_catat(kantor, ketua)
    tanya, sidik = hidup.dibaca(segar(draf.rencana))
    kunci = f"aksi-{kantor.aksi['II', 'a'].pk}"
    assert [(p.kunci, p.kalimat, p.pilihan) for p in tanya] == [
        (
            kunci,
            'Rencana aksi II.1.a "Aksi II.1.a" dihapus oleh perubahan ini, padahal sementara itu dicatat: '
            "selesai 3 Maret 2023.",
            ("tetap", "hapus"),
        )
    ]
    for putusan in ({}, {kunci: "entah"}, {"aksi-0": "tetap"}):
        with pytest.raises(DomainError, match="Pilih dahulu nasib setiap baris"):
            tetapkan(segar(draf.rencana), kepala, sidik_dibaca=sidik, putusan=putusan)
    assert Rencana.objects.get(pk=kantor.rencana.pk).versi == 1


def test_row_kept_stays_where_it_was_with_its_progress(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    draf = hapus_lalu_catat(kantor, ketua)
    a = kantor.aksi["II", "a"].pk
    tetapkan(segar(draf.rencana), kepala, putusan={f"aksi-{a}": "tetap"})
    kini = RencanaAksi.objects.filter(rencana_kerja=kantor.baris["II"])
    assert list(kini.values_list("pk", "huruf")) == [(a, "a"), (kantor.aksi["II", "b"].pk, "b")]
    assert [p.status for p in Pelaksanaan.objects.filter(aksi=a)] == ["selesai", "belum", "belum"]


def test_row_removed_with_its_progress_stands_in_the_trail(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    draf = hapus_lalu_catat(kantor, ketua)
    a = kantor.aksi["II", "a"].pk
    tetapkan(segar(draf.rencana), kepala, putusan={f"aksi-{a}": "hapus"})
    assert list(RencanaAksi.objects.filter(rencana_kerja=kantor.baris["II"]).values_list("huruf", flat=True)) == [""]
    jejak = Jejak.objects.get(tindakan="menghapus rencana aksi", objek_id=a)
    assert jejak.sebelum["pelaksanaan_dicatat"] == ["2023-03-01 selesai 2023-03-03"]


@pytest.mark.parametrize("hal", ["bukti", "kendala"])
def test_evidence_and_obstacles_always_keep_the_row(
    kantor: Kantor, ketua: Pengguna, kepala: Pengguna, hal: str
) -> None:
    draf = hapus_lalu_catat(kantor, ketua)
    if hal == "bukti":
        bukti_pada(kantor.syarat["II", "aksi"])
    else:
        catat_kendala(aksi=kantor.aksi["II", "a"], uraian="Narasumber sakit", oleh=ketua)
    (tanya,) = hidup.dibaca(segar(draf.rencana))[0]
    ada = {"bukti": "1 bukti (notula.pdf)", "kendala": "1 kendala (Narasumber sakit)"}[hal]
    assert (tanya.kalimat.partition("dicatat: ")[2], tanya.pilihan) == (f"selesai 3 Maret 2023; {ada}.", ("tetap",))
    with pytest.raises(DomainError, match="Pilih dahulu nasib"):
        tetapkan(segar(draf.rencana), kepala, putusan={tanya.kunci: "hapus"})
    tetapkan(segar(draf.rencana), kepala, putusan={tanya.kunci: "tetap"})
    assert RencanaAksi.objects.filter(pk=kantor.aksi["II", "a"].pk).exists()


def test_removed_rencana_kerja_is_asked_about_as_a_whole(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    draf = buka_perubahan(kantor)
    kerja = tambah_kerja(pengungkit=draf.pengungkit["I"], uraian="Kerja I.2", aksi=AksiBaru("x"), oleh=ketua)
    pindahkan_aksi(aksi=draf.aksi["I", "b"], ke=kerja, setelah=None, oleh=ketua)
    hapus_baris(baris=RencanaKerja.objects.get(asal=kantor.baris["I"]), oleh=ketua)
    for huruf in "ab":  # b stands elsewhere in the draft, and is not asked about
        p = kantor.pelaksanaan["I", huruf][0]
        catat_status(pelaksanaan=p, status="selesai", realisasi=date(2023, 3, 3), oleh=ketua, hari_ini=HARI_INI)
    (tanya,) = hidup.dibaca(segar(draf.rencana))[0]
    assert (tanya.kunci, tanya.kalimat.count("selesai")) == (f"kerja-{kantor.baris['I'].pk}", 1)
    tetapkan(segar(draf.rencana), kepala, putusan={tanya.kunci: "tetap"})
    assert susunan(kantor.rencana)[:10] == [
        f"I.1 Kerja I.1 #{kantor.baris['I'].pk}",
        f"  - Aksi I.1.a [1, 13–20 Maret, 10 April] #{kantor.aksi['I', 'a'].pk}",
        f"    Surat keputusan #{kantor.syarat['I', 'aksi'].pk}",
        f"    Notula rapat tiap #{kantor.syarat['I', 'tiap'].pk}",
        f"  umum Laporan kegiatan #{kantor.syarat['I', 'baris'].pk}",
        f"I.2 Kerja I.2 #{kerja.pk}",
        f"  a Aksi I.1.b [Secara berkala] #{kantor.aksi['I', 'b'].pk}",
        f"  b x [] #{RencanaAksi.objects.get(uraian='x').pk}",
        f"II.1 Kerja II.1 #{kantor.baris['II'].pk}",
        f"  a Aksi II.1.a [1, 13–20 Maret, 10 April] #{kantor.aksi['II', 'a'].pk}",
    ]


def test_removed_without_progress_goes_though_a_moved_action_was_under_it(
    kantor: Kantor, ketua: Pengguna, kepala: Pengguna
) -> None:
    draf = buka_perubahan(kantor)
    kerja = tambah_kerja(pengungkit=draf.pengungkit["I"], uraian="Kerja I.2", aksi=AksiBaru("x"), oleh=ketua)
    pindahkan_aksi(aksi=draf.aksi["I", "a"], ke=kerja, setelah=None, oleh=ketua)
    hapus_baris(baris=RencanaKerja.objects.get(asal=kantor.baris["I"]), oleh=ketua)
    bukti = bukti_pada(kantor.syarat["I", "aksi"])
    assert hidup.dibaca(segar(draf.rencana))[0] == []
    tetapkan(segar(draf.rencana), kepala)
    bukti.refresh_from_db()
    assert bukti.syarat.rencana_kerja.uraian == "Kerja I.2"
    assert not RencanaKerja.objects.filter(pk=kantor.baris["I"].pk).exists()


def ganti_jadwal(draf: Kantor, huruf: str, teks: str, oleh: Pengguna) -> None:
    ubah_jadwal(aksi=draf.aksi["I", huruf], jadwal_teks=teks, revisi=0, oleh=oleh, setuju=None)


@pytest.mark.parametrize("pilih", ["tetap", "hapus"])
def test_progress_on_an_occurrence_the_new_schedule_drops_is_asked_about(
    kantor: Kantor, ketua: Pengguna, kepala: Pengguna, pilih: str
) -> None:
    p = kantor.pelaksanaan["I", "a"]
    catat_status(pelaksanaan=p[0], status="selesai", realisasi=date(2023, 3, 2), oleh=ketua, hari_ini=HARI_INI)
    draf = buka_perubahan(kantor)
    ganti_jadwal(draf, "a", "5 Mei 2023", ketua)  # seen then: the first, done before, stays
    catat_status(pelaksanaan=p[2], status="berjalan", oleh=ketua, hari_ini=HARI_INI)
    (tanya,) = hidup.dibaca(segar(draf.rencana))[0]
    assert (tanya.kunci, tanya.kalimat) == (
        f"pelaksanaan-{p[2].pk}",
        'Pelaksanaan 10 April 2023 dari rencana aksi I.1.a "Aksi I.1.a" tidak ada lagi dalam jadwal yang baru, padahal '
        "sementara itu dicatat: berjalan (10 April 2023).",
    )
    tetapkan(segar(draf.rencana), kepala, putusan={tanya.kunci: pilih})
    akhir = Pelaksanaan.objects.filter(aksi=kantor.aksi["I", "a"]).values_list("jatuh_tempo", "status")
    ditahan = [(date(2023, 4, 10), "berjalan")] if pilih == "tetap" else []
    assert list(akhir) == [(date(2023, 3, 1), "selesai"), *ditahan, (date(2023, 5, 5), "belum")]


def test_date_agreed_on_meanwhile_is_asked_about_where_the_schedule_changes(
    kantor: Kantor, ketua: Pengguna, kepala: Pengguna
) -> None:
    draf = buka_perubahan(kantor)
    ganti_jadwal(draf, "b", "5 Mei 2023", ketua)
    assert hidup.dibaca(segar(draf.rencana))[0] == []
    p = tambah_tanggal(aksi=kantor.aksi["I", "b"], jatuh_tempo=date(2023, 6, 1), oleh=ketua)
    (tanya,) = hidup.dibaca(segar(draf.rencana))[0]
    assert tanya.kalimat.partition("dicatat: ")[2] == "tanggal yang disepakati, 1 Juni 2023."
    tetapkan(segar(draf.rencana), kepala, putusan={tanya.kunci: "tetap"})
    akhir = Pelaksanaan.objects.filter(aksi=kantor.aksi["I", "b"]).values_list("pk", "jatuh_tempo")
    assert [hari for _, hari in akhir] == [date(2023, 5, 5), date(2023, 6, 1)]
    assert (p.pk, date(2023, 6, 1)) in list(akhir)


def test_evidence_that_came_meanwhile_keeps_what_is_asked_where_it_was(
    kantor: Kantor, ketua: Pengguna, kepala: Pengguna
) -> None:
    draf, s = buka_perubahan(kantor), kantor.syarat["I", "aksi"]
    ubah_syarat(
        syarat=draf.syarat["I", "aksi"], teks="SK tim", jenis=s.jenis, aksi=draf.aksi["I", "b"], revisi=0, oleh=ketua,
        tiap_pelaksanaan=True,
    )  # fmt: skip
    bukti_pada(s)
    (tanya,) = hidup.dibaca(segar(draf.rencana))[0]
    assert (tanya.kunci, tanya.pilihan) == (f"syarat-{s.pk}", ("tetap",))
    tetapkan(segar(draf.rencana), kepala, putusan={tanya.kunci: "tetap"})
    s.refresh_from_db()
    assert (s.teks, s.aksi_id, s.tiap_pelaksanaan) == ("SK tim", kantor.aksi["I", "a"].pk, False)


def test_progress_recorded_after_the_page_was_drawn_asks_again(
    kantor: Kantor, ketua: Pengguna, kepala: Pengguna
) -> None:
    draf = hapus_lalu_catat(kantor, ketua)
    (tanya,), sidik = hidup.dibaca(segar(draf.rencana))
    catat_status(pelaksanaan=kantor.pelaksanaan["II", "a"][1], status="berjalan", oleh=ketua, hari_ini=HARI_INI)
    with pytest.raises(DomainError, match="Isi rencana berubah sejak halaman ini dibuka"):
        tetapkan(segar(draf.rencana), kepala, putusan={tanya.kunci: "hapus"}, sidik_dibaca=sidik)


def test_row_added_in_force_meanwhile_is_no_row_the_draft_removed(
    kantor: Kantor, ketua: Pengguna, kepala: Pengguna
) -> None:
    draf = buka_perubahan(kantor)
    baru = RencanaAksi.objects.create(rencana_kerja=kantor.baris["I"], uraian="Baru", urutan=3, huruf="c")
    tetapkan(segar(draf.rencana), kepala)
    assert list(RencanaAksi.objects.filter(rencana_kerja=kantor.baris["I"]).values_list("huruf", flat=True)) == [*"abc"]
    assert RencanaAksi.objects.filter(pk=baru.pk).exists()


@pytest.mark.parametrize("baris", [("aksi", ("I", "a")), ("baris", "I"), ("syarat", ("I", "aksi"))])
def test_row_with_progress_or_evidence_in_force_is_not_removed_from_the_draft(
    kantor: Kantor, ketua: Pengguna, baris: tuple[str, Any]
) -> None:
    bukti_pada(kantor.syarat["I", "aksi"])
    draf = buka_perubahan(kantor)
    with pytest.raises(DomainError, match=r"Tidak dapat dihapus: padanya ada 1 bukti \(notula.pdf\)"):
        hapus_baris(baris=getattr(draf, baris[0])[baris[1]], oleh=ketua)


# --- one row put back ---------------------------------------------------------------------------------


def test_every_row_can_be_put_back_as_it_was(kantor: Kantor, ketua: Pengguna) -> None:
    ProgramPrioritas.objects.create(pengungkit=kantor.pengungkit["V"], uraian="Program lama", urutan=1)
    draf = buka_perubahan(kantor)
    isi = ke_json(isi_rencana(segar(kantor.rencana)))["pengungkit"]
    sunting_segala(draf, ketua)
    hapus_baris(baris=ProgramPrioritas.objects.get(asal__isnull=False), oleh=ketua)
    for kode in (*AREA, *AREA):
        kembalikan_semua(draf, kode, ketua)
    for baru in (ProgramPrioritas, RencanaKerja, RencanaAksi, SyaratBukti):  # what it added is removed, not put back
        for b in baru.objects.filter(**{JALUR[baru]: draf.rencana}, asal__isnull=True):
            hapus_baris(baris=b, oleh=ketua)
    assert ke_json(isi_rencana(segar(draf.rencana)))["pengungkit"] == isi
    for asal in kantor.aksi.values():
        kejadian = [list(a.pelaksanaan.values_list("mulai", "jatuh_tempo")) for a in (asal, asal.salinan)]
        assert kejadian[0] == kejadian[1]


def kembalikan_semua(draf: Kantor, kode: str, oleh: Pengguna) -> None:
    """Press the button of every row of the page that has one."""
    pengungkit = Pengungkit.objects.select_related("rencana__perubahan_dari").get(rencana=draf.rencana, kode=kode)
    model = {"program": ProgramPrioritas, "kerja": RencanaKerja, "aksi": RencanaAksi, "syarat": SyaratBukti}
    for h in beda_draf(pengungkit).hilang:
        pulihkan_baris(draf=segar(draf.rencana), baris=model[h.jenis].objects.get(pk=h.pk), oleh=oleh)
    beda = beda_draf(pengungkit)
    for nama, m in model.items():
        for pk in sorted(getattr(beda, nama)):
            kembalikan_baris(baris=m.objects.get(pk=pk), oleh=oleh)


def test_what_cannot_be_put_back_says_why(kantor: Kantor, ketua: Pengguna) -> None:
    draf = buka_perubahan(kantor)
    baru = tambah_program(pengungkit=draf.pengungkit["I"], uraian="x", oleh=ketua)
    with pytest.raises(DomainError, match="Baris ini baru dalam perubahan"):
        kembalikan_baris(baris=baru, oleh=ketua)
    hapus_baris(baris=draf.baris["II"], oleh=ketua)
    with pytest.raises(DomainError, match=r'Kembalikan dahulu rencana kerja II\.1 "Kerja II\.1"'):
        pulihkan_baris(draf=segar(draf.rencana), baris=kantor.aksi["II", "a"], oleh=ketua)
    with pytest.raises(DomainError, match="Baris ini sudah ada lagi dalam perubahan"):
        pulihkan_baris(draf=segar(draf.rencana), baris=kantor.aksi["I", "a"], oleh=ketua)
    hidup.ajukan_rencana(rencana=segar(draf.rencana), oleh=ketua)
    for kerja in (
        lambda: kembalikan_baris(baris=draf.baris["I"], oleh=ketua),
        lambda: pulihkan_baris(draf=segar(draf.rencana), baris=kantor.baris["II"], oleh=ketua),
    ):
        with pytest.raises(DomainError, match="Rencana ini sedang diajukan"):
            kerja()


def test_unchanged_draft_differs_in_nothing(kantor: Kantor) -> None:
    draf = buka_perubahan(kantor)
    assert [beda_draf(p) for p in draf.pengungkit.values()] == [type(beda_draf(kantor.pengungkit["I"]))()] * 6
