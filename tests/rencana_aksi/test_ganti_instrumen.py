"""Another instrument for a first draft."""

from decimal import Decimal

import pytest

from pengungkit.enums import JenisPenilaian, Kelompok
from pengungkit.models import Instrumen, Jawaban, Komponen, Penilaian, Pertanyaan
from rencana_aksi.domain.ganti_instrumen import ganti_instrumen
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana, RencanaKerja
from rencana_aksi.queries.draf_pertama import beda_bobot
from tests.mulai.bantu import buat_draf
from tests.pabrik import Kantor, buat_instrumen
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna


@pytest.fixture
def lain(kantor: Kantor) -> Instrumen:
    """Another instrument, whose pengungkit II has another name and weighs 3 in one part and 2.5 in another."""
    baru = buat_instrumen("lain", bawaan=False)
    dua = Komponen.objects.get(instrumen=baru, area="II")
    Komponen.objects.filter(pk=dua.pk).update(nama="Tata Laksana Digital", bobot=Decimal(3))
    Komponen.objects.create(
        instrumen=baru, kode="B2", nama="Reform", kelompok=Kelompok.PENGUNGKIT, area="II", bobot="2.5", urutan=90
    )
    return baru


def test_names_and_weights_follow_and_rows_stay(kantor: Kantor, ketua: Pengguna, lain: Instrumen) -> None:
    rencana, _ = buat_draf(kantor)
    baris = list(RencanaKerja.objects.filter(pengungkit__rencana=rencana).values_list("pk", "pengungkit", "uraian"))
    beda = [(b.kode, b.nama_baru, b.bobot_baru) for b in beda_bobot(rencana, lain) if b.berubah]
    assert beda == [("II", "Tata Laksana Digital", Decimal("5.5"))]
    assert ganti_instrumen(rencana=rencana, instrumen=lain, oleh=ketua) is True
    kini = Rencana.objects.get(pk=rencana.pk)
    assert kini.instrumen == lain
    assert [(p.kode, p.bobot) for p in kini.pengungkit.all()] == [
        ("I", 5), ("II", Decimal("5.5")), ("III", 15), ("IV", 10), ("V", 15), ("VI", 10),
    ]  # fmt: skip
    assert kini.pengungkit.get(kode="II").nama == "Tata Laksana Digital"
    assert baris == list(
        RencanaKerja.objects.filter(pengungkit__rencana=kini).values_list("pk", "pengungkit", "uraian")
    )
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert jejak.tindakan == "mengganti instrumen rencana"
    assert jejak.sebelum == {"instrumen": "uji", "II": "Penataan Tata Laksana (5.000)"}
    assert jejak.sesudah == {"instrumen": "lain", "II": "Tata Laksana Digital (5.500)"}


def test_the_same_instrument_changes_nothing(kantor: Kantor, ketua: Pengguna) -> None:
    rencana, _ = buat_draf(kantor)
    sebelum = Jejak.objects.count()
    assert ganti_instrumen(rencana=rencana, instrumen=rencana.instrumen, oleh=ketua) is False
    assert Jejak.objects.count() == sebelum


def test_an_answered_question_holds_the_instrument(kantor: Kantor, ketua: Pengguna, lain: Instrumen) -> None:
    rencana, _ = buat_draf(kantor)
    penilaian = Penilaian.objects.create(
        satker=kantor.satker, tahun=2024, jenis=JenisPenilaian.TPI, instrumen=rencana.instrumen
    )
    Jawaban.objects.create(penilaian=penilaian, pertanyaan=Pertanyaan.objects.filter(indikator__kode="A1.1")[0])
    with pytest.raises(DomainError) as galat:
        ganti_instrumen(rencana=rencana, instrumen=lain, oleh=ketua)
    assert (galat.value.pesan, galat.value.kolom) == (
        "LKE 2024 sudah berisi jawaban menurut Instrumen uji, jadi instrumennya tetap.", "instrumen",
    )  # fmt: skip
    rencana.refresh_from_db()
    assert rencana.instrumen.kode == "uji"


def test_an_assessment_without_an_answer_follows(kantor: Kantor, ketua: Pengguna, lain: Instrumen) -> None:
    rencana, _ = buat_draf(kantor)
    satu, tahun_lain = (
        Penilaian.objects.create(
            satker=kantor.satker, tahun=tahun, jenis=JenisPenilaian.TPI, instrumen=rencana.instrumen
        )
        for tahun in (2024, 2023)
    )
    ganti_instrumen(rencana=rencana, instrumen=lain, oleh=ketua)
    satu.refresh_from_db()
    tahun_lain.refresh_from_db()
    assert (satu.instrumen.kode, tahun_lain.instrumen.kode) == ("lain", "uji")


def test_only_a_first_draft_changes_it(kantor: Kantor, ketua: Pengguna, lain: Instrumen) -> None:
    rencana, _ = buat_draf(kantor)
    Rencana.objects.filter(pk=rencana.pk).update(status=StatusRencana.DIAJUKAN)
    with pytest.raises(DomainError) as galat:
        ganti_instrumen(rencana=rencana, instrumen=lain, oleh=ketua)
    assert galat.value.pesan == (
        "Rencana ini sudah diajukan; hanya draf pertama yang belum diajukan yang dapat diganti instrumennya."
    )
