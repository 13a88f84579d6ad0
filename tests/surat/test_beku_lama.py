"""Papers from before what was printed was kept: signed ones by a migration, others when they are printed next."""

from collections.abc import Callable
from importlib import import_module
from types import SimpleNamespace
from typing import Any

from django.apps import apps

from tests.bantuan import Klien
from tests.pabrik import HARI_INI, Kantor
from tests.surat.bantu import ALAMAT, SATU, gambar, nomori, pdf, simpan
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna
from zona.surat.domain.bertanda import unggah_bertanda
from zona.surat.domain.surat import tulis
from zona.surat.enums import JenisSurat
from zona.surat.models import SuratBeku
from zona.surat.queries.surat import baca_surat

Buka = Callable[..., Klien]
SK, PAKTA = JenisSurat.SK_TIM, JenisSurat.PAKTA
MIGRASI = import_module("zona.surat.migrations.0004_salin_bertanda")


def beri_nomor_dulu(kantor: Kantor, jenis: JenisSurat, nomor: str) -> None:
    """As a number was given before."""
    isi: dict[str, Any] = {"nomor": nomor, "tanggal": SATU, "tahun_nomor": 2023 if nomor else None}
    tulis(baca_surat(kantor.satker, 2023, jenis), "memberi nomor surat", None, **isi)


def test_numbered_paper_is_kept_when_it_is_printed_next(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    beri_nomor_dulu(kantor, SK, "1/SK/2023")
    k, tuju = klien(ketua), kantor.alamat(f"{ALAMAT}sk-tim/")
    assert "Yang akan dicetak" in k.get(tuju).content.decode()
    assert not SuratBeku.objects.exists()
    dulu = k.get(f"{tuju}surat.pdf").content
    Pengguna.objects.filter(username="kepala").update(nama="Kepala Baru")
    assert k.get(f"{tuju}surat.pdf").content == dulu
    assert Jejak.objects.filter(tindakan="membekukan surat").count() == 1


def test_numbered_paper_is_kept_when_it_is_signed(kantor: Kantor) -> None:
    beri_nomor_dulu(kantor, PAKTA, "")
    unggah_bertanda(rencana=kantor.rencana, jenis=PAKTA, berkas=gambar(), revisi=1, hari_ini=HARI_INI, oleh=None)
    assert SuratBeku.objects.get().tanggal == SATU
    dulu = pdf(kantor, PAKTA)
    Pengguna.objects.filter(username="kepala").update(nama="Kepala Baru")
    assert pdf(kantor, PAKTA) == dulu


def test_signed_paper_is_carried_over(kantor: Kantor) -> None:
    simpan(kantor, SK, isi="Dengan nilai {nilai}")
    beri_nomor_dulu(kantor, SK, "1/SK/2023")
    surat = baca_surat(kantor.satker, 2023, SK)
    lama = SimpleNamespace(
        surat_id=surat.pk, revisi=surat.revisi, nomor=surat.nomor, tahun_nomor=2023, oleh_id=None, pada=surat.pada,
        naskah="<html><body><p>Seperti dulu</p></body></html>",
    )  # fmt: skip
    bertanda = SimpleNamespace(objects=SimpleNamespace(exclude=lambda **_: [lama]))
    semua = {"SuratBertanda": bertanda}
    MIGRASI.salin(SimpleNamespace(get_model=lambda a, m: semua.get(m) or apps.get_model(a, m)), None)
    beku = SuratBeku.objects.get()
    assert (beku.nomor, beku.tanggal, beku.gaya, beku.bernilai) == ("1/SK/2023", SATU, None, True)
    assert b"%PDF" in pdf(kantor, SK)
    assert nomori(kantor, SK, "1/SK/2023").revisi == surat.revisi
