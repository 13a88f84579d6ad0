"""A frozen version printed as it was, whatever the plan has become since."""

from collections.abc import Callable

import pytest

from rencana_aksi.domain.bekukan import bekukan
from rencana_aksi.domain.hidup_rencana import mulai_perubahan
from rencana_aksi.models import RencanaKerja, VersiRencana
from rencana_aksi.queries.versi import isi_versi
from tests.bantuan import Klien
from tests.contoh import Contoh
from tests.dokumen.conftest import halaman_pdf
from tests.pabrik import HARI_INI, Kantor
from zona.dokumen.exports.beku import isi_beku
from zona.dokumen.exports.isi import susun_isi
from zona.dokumen.kertas import Kertas
from zona.naskah.queries.naskah import naskah_versi
from zona.organisasi.models import Pengguna, Satker

Buka = Callable[..., Klien]
ALAMAT = "dokumen/versi/1/rencana-kerja.pdf"


@pytest.fixture
def versi(kantor: Kantor) -> VersiRencana:
    return bekukan(rencana=kantor.rencana, oleh=kantor.orang["kepala"])


def test_frozen_document_is_the_plans_of_that_day(contoh: Contoh) -> None:
    beku = VersiRencana.objects.get(rencana=contoh.rencana, versi=1)
    assert isi_beku(isi_versi(beku), naskah_versi(beku), Kertas()) == susun_isi(contoh.rencana, HARI_INI, posisi=False)


def test_frozen_document_of_a_row_with_one_action(kantor: Kantor) -> None:
    kantor.aksi["I", "b"].delete()
    beku = bekukan(rencana=kantor.rencana, oleh=None)
    assert isi_beku(isi_versi(beku), naskah_versi(beku), Kertas()) == susun_isi(kantor.rencana, HARI_INI, posisi=False)


def test_pdf_stays_what_it_was(kantor: Kantor, klien: Buka, versi: VersiRencana, anggota: Pengguna) -> None:
    peramban = klien(anggota)
    dulu = peramban.get(kantor.alamat(ALAMAT))
    mulai_perubahan(rencana=kantor.rencana, alasan="x", oleh=kantor.orang["ketua"])
    RencanaKerja.objects.filter(pk=kantor.baris["I"].pk).update(uraian="Diubah")
    Pengguna.objects.filter(pk=kantor.orang["kepala"].pk).update(nama="Kepala Baru")
    Satker.objects.filter(pk=kantor.satker.pk).update(nama="Kantor Baru")
    kini = peramban.get(kantor.alamat(ALAMAT))
    assert (kini.content, kini["ETag"]) == (dulu.content, dulu["ETag"])
    assert (kini["Content-Disposition"], kini["Content-Type"]) == (
        'attachment; filename="rencana-kerja-zi-uji-2023-versi-1.pdf"', "application/pdf",
    )  # fmt: skip
    teks = " ".join(halaman_pdf(kini.content))
    assert [kata in teks for kata in ("Nomor: 1/UJI/2023", "Kerja I.1", "Kepala Baru", "DRAF")] == [
        True, True, False, False,
    ]  # fmt: skip


def test_pdf_is_for_all_who_read_the_plan(
    kantor: Kantor, klien: Buka, versi: VersiRencana, penilai: Pengguna, orang_luar: Pengguna
) -> None:
    assert klien(orang_luar).get(kantor.alamat(ALAMAT)).status_code == 404
    assert klien(penilai).get(kantor.alamat(ALAMAT)).status_code == 200
    assert klien(penilai).post(kantor.alamat(ALAMAT)).status_code == 405
    assert klien(penilai).get(kantor.alamat("dokumen/versi/2/rencana-kerja.pdf")).status_code == 404
