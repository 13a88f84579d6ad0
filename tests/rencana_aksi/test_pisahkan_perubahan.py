"""The migration that makes a perubahan under way a draft of its own (rencana_aksi 0005)."""

import json
import re
from datetime import date
from importlib import import_module
from types import SimpleNamespace
from typing import Any

import pytest
from django.apps import apps
from django.db import connection

from bukti_fisik.models import Bukti
from rencana_aksi.beku import ke_json
from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.domain.hidup_rencana import tetapkan_rencana
from rencana_aksi.domain.pelaksanaan import catat_status
from rencana_aksi.models import Pelaksanaan, Pengungkit, Rencana, RencanaAksi, RencanaKerja, SyaratBukti, VersiRencana
from rencana_aksi.queries.isi import isi_rencana
from tests.pabrik import HARI_INI, Kantor, jadikan_draf
from tests.rencana_aksi.test_perubahan import sunting_segala
from zona.organisasi.models import Pengguna

MIGRASI = import_module("rencana_aksi.migrations.0005_pisahkan_perubahan")


def pisahkan() -> None:
    MIGRASI.pisahkan(apps, SimpleNamespace(connection=connection))


@pytest.fixture
def lama(kantor: Kantor, ketua: Pengguna) -> Kantor:
    """As it was kept: version 1 frozen, version 2 edited on the very rows of the plan, with progress on them."""
    bekukan(rencana=kantor.rencana, oleh=None)
    jadikan_draf(kantor)
    sunting_segala(kantor, ketua)
    p = Pelaksanaan.objects.filter(aksi=kantor.aksi["II", "a"])[0]
    catat_status(pelaksanaan=p, status="selesai", realisasi=date(2023, 3, 2), oleh=ketua, hari_ini=HARI_INI)
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status="diajukan", versi=2)
    return kantor


def pengungkit(rencana: Rencana) -> Any:
    satu = Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").get(pk=rencana.pk)
    return ke_json(isi_rencana(satu))["pengungkit"]


def tanpa_orang(isi: Any) -> Any:
    """Who answers for an action is no part of what was ditetapkan."""
    return json.loads(re.sub(r'"penanggung_jawab": "[^"]*"', '"penanggung_jawab": ""', json.dumps(isi)))


def tanpa_id(isi: Any) -> Any:
    match isi:
        case dict():
            return {k: tanpa_id(v) for k, v in isi.items() if k not in ("id", "aksi") or isinstance(v, list)}
        case list():
            return [tanpa_id(v) for v in isi]
    return isi


def test_plan_is_what_was_ditetapkan_and_the_draft_what_was_edited(lama: Kantor) -> None:
    disunting = tanpa_id(pengungkit(lama.rencana))
    pisahkan()
    kini = Rencana.objects.get(satker=lama.satker)
    assert (kini.pk, kini.status, kini.versi, kini.nomor_sk) == (lama.rencana.pk, "ditetapkan", 1, "1/UJI/2023")
    assert tanpa_orang(pengungkit(kini)) == tanpa_orang(VersiRencana.objects.get().isi["pengungkit"])
    draf = Rencana.semua.get(perubahan_dari=kini)
    assert (draf.status, draf.versi) == ("diajukan", 2)
    assert tanpa_id(pengungkit(draf)) == disunting


def test_progress_stays_on_the_rows_and_schedules_are_again_as_ditetapkan(lama: Kantor) -> None:
    p = lama.pelaksanaan["II", "a"][0]
    pisahkan()
    p.refresh_from_db()
    assert (p.status, p.realisasi) == ("selesai", date(2023, 3, 2))
    jadwal = {
        (a.rencana_kerja.pengungkit.kode, a.huruf): [x.jatuh_tempo for x in a.pelaksanaan.all()]
        for a in RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=lama.rencana)
        .select_related("rencana_kerja__pengungkit")
        .prefetch_related("pelaksanaan")
    }
    hari = [date(2023, 3, 1), date(2023, 3, 20), date(2023, 4, 10)]
    assert jadwal == {(k, h): hari if h == "a" else [None] for k in lama.pengungkit for h in "ab"}


def test_added_row_with_evidence_stays_in_force_too(lama: Kantor, ketua: Pengguna) -> None:
    baru = RencanaAksi.objects.get(uraian="Aksi IV.1.c")
    syarat = SyaratBukti.objects.create(rencana_kerja=baru.rencana_kerja, aksi=baru, teks="Baru", urutan=90)
    Bukti.objects.create(syarat=syarat, versi=1, nama="a", tautan="https://contoh.id/a")
    pisahkan()
    ada = RencanaAksi.objects.filter(rencana_kerja=lama.baris["IV"])
    assert list(ada.values_list("huruf", "uraian")) == [
        ("a", "Aksi IV.1.a"), ("b", "Aksi IV.1.b"), ("c", "Aksi IV.1.c")
    ]  # fmt: skip
    assert RencanaAksi.objects.get(asal=baru).rencana_kerja.pengungkit.rencana.perubahan_dari == lama.rencana


def test_what_was_split_can_be_ditetapkan(lama: Kantor, kepala: Pengguna) -> None:
    pisahkan()
    draf = Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").get(perubahan_dari=lama.rencana)
    dikehendaki = tanpa_id(pengungkit(draf))
    tetapkan_rencana(
        rencana=draf, nomor_sk="2/UJI/2023", tanggal_sk=HARI_INI, oleh=kepala, hari_ini=HARI_INI, putusan={}
    )
    assert tanpa_id(pengungkit(lama.rencana)) == dikehendaki
    assert not RencanaKerja.objects.filter(asal__isnull=False).exists()


def test_perubahan_of_which_nothing_was_frozen_is_a_first_plan(kantor: Kantor) -> None:
    jadikan_draf(kantor)
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status="diajukan", versi=2)
    pisahkan()
    kini = Rencana.semua.get(satker=kantor.satker)
    assert (kini.status, kini.versi) == ("diajukan", 1)


def test_plans_that_are_no_perubahan_are_left(kantor: Kantor, ketua: Pengguna) -> None:
    bekukan(rencana=kantor.rencana, oleh=None)
    pisahkan()
    assert [Rencana.semua.count(), Pengungkit.objects.filter(asal__isnull=False).count()] == [2, 0]
