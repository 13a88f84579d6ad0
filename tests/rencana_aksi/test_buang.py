"""Throwing a first draft away: what goes, what stays, what forbids it."""

import pytest

from bukti_fisik.models import Bukti
from rencana_aksi.domain.buang import buang_rencana
from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.enums import Status, StatusRencana
from rencana_aksi.models import Pelaksanaan, Pengungkit, Rencana, RencanaAksi, SyaratBukti
from rencana_aksi.queries.draf_pertama import boleh_membuang, draf_rencana
from tests.mulai.bantu import buat_draf
from tests.pabrik import HARI_INI, Kantor
from zona.impor.enums import JenisImpor
from zona.impor.models import BerkasLama, Impor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.kiriman.models import Kiriman
from zona.organisasi.models import Keanggotaan, Pengguna, Tim


def tolak(rencana: Rencana, oleh: Pengguna, alasan: str = "Salah tahun") -> str:
    """The sentence of the refusal; the plan is still there."""
    with pytest.raises(DomainError) as galat:
        buang_rencana(rencana=rencana, alasan=alasan, oleh=oleh)
    assert Rencana.objects.filter(pk=rencana.pk).exists()
    return galat.value.pesan


def test_draft_goes_with_its_rows_and_people_stay(kantor: Kantor, ketua: Pengguna, admin: Pengguna) -> None:
    rencana, _ = buat_draf(kantor, oleh=admin)
    Tim.objects.create(satker=kantor.satker, tahun=2024, kode="I")
    sebelum = (Tim.objects.count(), Keanggotaan.objects.count(), Pengguna.objects.count(), RencanaAksi.objects.count())
    buang_rencana(rencana=rencana, alasan="  Salah tahun ", oleh=ketua)
    sesudah = (Tim.objects.count(), Keanggotaan.objects.count(), Pengguna.objects.count(), RencanaAksi.objects.count())
    assert sesudah == (*sebelum[:3], sebelum[3] - 12)
    assert list(Rencana.objects.filter(satker=kantor.satker).values_list("tahun", flat=True)) == [2023]
    assert not Pengungkit.objects.filter(rencana=rencana.pk).exists()
    jejak = Jejak.objects.first()
    assert jejak is not None
    assert (jejak.tindakan, jejak.oleh_id, jejak.alasan) == ("membuang draf rencana", ketua.pk, "Salah tahun")
    assert jejak.sebelum == {"tahun": 2024, "instrumen": "uji", "rencana_kerja": 6, "aksi": 12, "syarat": 18}


def test_draft_is_thrown_away_by_its_maker_or_the_ketua_of_its_year(
    kantor: Kantor, admin: Pengguna, ketua: Pengguna, koordinator_i: Pengguna
) -> None:
    oleh_admin, _ = buat_draf(kantor, 2024, oleh=admin)
    oleh_lain, _ = buat_draf(kantor, 2025, oleh=koordinator_i)
    oleh_perintah, _ = buat_draf(kantor, 2026)
    boleh = [[boleh_membuang(p, r) for r in (oleh_admin, oleh_lain, oleh_perintah)] for p in (admin, koordinator_i)]
    assert boleh == [[True, False, False], [False, True, False]]
    assert boleh_membuang(ketua, kantor.rencana)  # whether it may be now is the domain's to say
    assert draf_rencana(oleh_perintah).pembuat_id is None


def test_reason_is_asked(kantor: Kantor, ketua: Pengguna) -> None:
    rencana, _ = buat_draf(kantor)
    assert tolak(rencana, ketua, "  ") == "Tulis alasannya."


@pytest.mark.parametrize(("status", "kata"), [("diajukan", "diajukan"), ("ditetapkan", "ditetapkan")])
def test_only_a_first_draft_is_thrown_away(kantor: Kantor, ketua: Pengguna, status: str, kata: str) -> None:
    sk = {"nomor_sk": "9", "tanggal_sk": HARI_INI} if status == StatusRencana.DITETAPKAN else {}
    rencana, _ = buat_draf(kantor)
    Rencana.objects.filter(pk=rencana.pk).update(status=status, **sk)
    assert tolak(rencana, ketua) == (
        f"Rencana ini sudah {kata}; hanya draf pertama yang belum diajukan yang dapat dibuang."
    )


def test_draft_gone_already_is_said(kantor: Kantor, ketua: Pengguna) -> None:
    rencana, _ = buat_draf(kantor)
    buang_rencana(rencana=rencana, alasan="x", oleh=ketua)
    with pytest.raises(DomainError, match=r"^Rencana ini sudah dibuang\.$"):
        buang_rencana(rencana=rencana, alasan="x", oleh=ketua)


def gantung(apa: str, kantor: Kantor, rencana: Rencana) -> str:
    """Hang one thing on the draft; what the refusal calls it."""
    aksi = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).order_by("pk")[0]
    match apa:
        case "pelaksanaan":
            Pelaksanaan.objects.filter(aksi=aksi, urutan=1).update(status=Status.BERJALAN)
            return "1 pelaksanaan yang sudah dicatat"
        case "bukti":
            syarat = SyaratBukti.objects.filter(rencana_kerja=aksi.rencana_kerja).order_by("pk")[0]
            Bukti.objects.create(syarat=syarat, versi=1, nama="SK", tautan="https://contoh.id/sk")
            return "1 bukti (SK)"
        case "kendala":
            catat_kendala(aksi=aksi, uraian="Narasumber sakit", oleh=kantor.orang["ketua"])
            return "1 kendala (Narasumber sakit)"
        case _:
            Kiriman.objects.create(rencana=rencana, nama="foto.zip", ukuran=9, oleh=kantor.orang["ketua"])
            return "1 kiriman (foto.zip)"


@pytest.mark.parametrize("apa", ["pelaksanaan", "bukti", "kendala", "kiriman"])
def test_what_hangs_on_a_draft_holds_it(kantor: Kantor, ketua: Pengguna, apa: str) -> None:
    rencana, _ = buat_draf(kantor)
    kata = gantung(apa, kantor, rencana)
    assert tolak(rencana, ketua) == f"Draf ini tidak dapat dibuang: padanya ada {kata}."


def test_imports_go_along_and_the_old_spreadsheet_waits_again(kantor: Kantor, ketua: Pengguna) -> None:
    rencana, _ = buat_draf(kantor)
    isi = {"satker": kantor.satker, "tahun": 2024, "rencana": rencana}
    lama = Impor.objects.create(
        **isi, jenis=JenisImpor.LAMA, pilihan=[], sebelum={"a": 1}, sesudah={"a": 1}, diterapkan_pada=sekarang()
    )
    Impor.objects.create(**isi, jenis=JenisImpor.URUNG, urung_dari=lama)
    berkas = BerkasLama.objects.create(
        satker=kantor.satker, tahun=2024, nama="lama.xlsx", sha256="0" * 64, isi={}, impor=lama, dibuat_oleh=ketua
    )
    buang_rencana(rencana=rencana, alasan="x", oleh=ketua)
    berkas.refresh_from_db()
    assert (Impor.objects.count(), berkas.impor) == (0, None)
