"""The life of a plan: every step from where it may be taken, and of two people at once the second is told."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rencana_aksi.beku import ke_json
from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.domain.dapat_disunting import pastikan_dapat_disunting
from rencana_aksi.domain.muat import muat_rencana
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana, RencanaAksi, RencanaKerja, VersiRencana
from rencana_aksi.queries.isi import isi_rencana
from tests.pabrik import HARI_INI, Kantor, buat_tim
from tests.rencana_aksi.naskah import naskah
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Pengguna, Satker

SK = {"nomor_sk": "2/UJI/2023", "tanggal_sk": date(2023, 3, 10), "hari_ini": HARI_INI}


@pytest.fixture
def rencana(kantor: Kantor) -> Rencana:
    """The office's plan while it is still a draft."""
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    return baca(kantor)


def baca(kantor: Kantor) -> Rencana:
    """As another person's page has it: the draft of a perubahan where one is open, else the plan."""
    ada = Rencana.semua.select_related("satker", "instrumen", "perubahan_dari").filter(satker=kantor.satker)
    return ada.order_by("-versi")[0]


def keadaan(rencana: Rencana) -> tuple[str, int, str, date | None]:
    kini = Rencana.semua.get(pk=rencana.pk)
    assert (kini.status, kini.versi, kini.nomor_sk, kini.tanggal_sk) == (
        rencana.status,
        rencana.versi,
        rencana.nomor_sk,
        rencana.tanggal_sk,
    )
    return kini.status, kini.versi, kini.nomor_sk, kini.tanggal_sk


def semua(kantor: Kantor) -> list[tuple[str, int, str]]:
    """The plan and the draft of its perubahan, as they are now."""
    ada = Rencana.semua.filter(satker=kantor.satker).order_by("versi")
    return list(ada.values_list("status", "versi", "nomor_sk"))


def ditolak(kerja: Callable[..., Any], **argumen: Any) -> str:
    with pytest.raises(DomainError) as galat:
        kerja(**argumen)
    return f"{galat.value.kolom or ''}: {galat.value.pesan}"


def tetapkan(rencana: Rencana, kepala: Pengguna, **lain: Any) -> VersiRencana:
    return hidup.tetapkan_rencana(rencana=rencana, oleh=kepala, **{**SK, **lain})


# --- every step ---------------------------------------------------------------------------------------


def test_whole_life_twice(kantor: Kantor, rencana: Rencana, ketua: Pengguna, kepala: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=rencana, oleh=ketua)
    assert keadaan(rencana) == ("diajukan", 1, "", None)
    hidup.kembalikan_rencana(rencana=rencana, alasan=" Lengkapi bukti. ", oleh=kepala)
    assert keadaan(rencana) == ("draf", 1, "", None)
    hidup.ajukan_rencana(rencana=rencana, oleh=ketua)
    satu = tetapkan(rencana, kepala)
    assert keadaan(rencana) == ("ditetapkan", 1, "2/UJI/2023", date(2023, 3, 10))
    berlaku = ("ditetapkan", 1, "2/UJI/2023", date(2023, 3, 10))
    draf = hidup.mulai_perubahan(rencana=rencana, alasan="Menambah aksi", oleh=ketua)
    assert (keadaan(draf), keadaan(rencana)) == (("perubahan", 2, "", None), berlaku)
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    hidup.kembalikan_rencana(rencana=draf, alasan="Belum", oleh=kepala)
    assert (keadaan(draf), keadaan(rencana)) == (("perubahan", 2, "", None), berlaku)
    RencanaKerja.objects.filter(asal=kantor.baris["I"]).update(uraian="Kerja baru")
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    assert (keadaan(draf), keadaan(rencana)) == (("diajukan", 2, "", None), berlaku)
    dua = tetapkan(draf, kepala, nomor_sk="3/UJI/2023", tanggal_sk=HARI_INI)
    assert keadaan(baca(kantor)) == ("ditetapkan", 2, "3/UJI/2023", HARI_INI)
    assert semua(kantor) == [("ditetapkan", 2, "3/UJI/2023")]
    uraian = [v.isi["pengungkit"][0]["kerja"][0]["uraian"] for v in (satu, dua)]
    assert (uraian, satu.sha256 == dua.sha256) == (["Kerja I.1", "Kerja baru"], False)
    assert list(VersiRencana.objects.values_list("versi", "nomor_sk", "tanggal_sk", "ditetapkan_oleh")) == [
        (2, "3/UJI/2023", HARI_INI, kepala.pk),
        (1, "2/UJI/2023", date(2023, 3, 10), kepala.pk),
    ]


def test_every_step_is_in_the_trail(rencana: Rencana, ketua: Pengguna, kepala: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=rencana, oleh=ketua)
    hidup.kembalikan_rencana(rencana=rencana, alasan=" Lengkapi bukti. ", oleh=kepala)
    hidup.ajukan_rencana(rencana=rencana, oleh=ketua)
    tetapkan(rencana, kepala)
    draf = hidup.mulai_perubahan(rencana=rencana, alasan="Salah tanggal", oleh=ketua)
    hidup.batalkan_perubahan(rencana=draf, alasan="Tidak jadi", oleh=ketua)
    kolom = ("tindakan", "oleh_nama", "alasan", "sebelum", "sesudah")
    assert set(Jejak.objects.values_list("objek_id", flat=True)) == {rencana.pk}
    sk = {"nomor_sk": "2/UJI/2023", "tanggal_sk": "2023-03-10"}
    kosong = {"nomor_sk": "", "tanggal_sk": None}
    assert list(Jejak.objects.order_by("id").values_list(*kolom)) == [
        ("mengajukan rencana", "Ketua", "", {"status": "draf"}, {"status": "diajukan"}),
        ("mengembalikan rencana", "Kepala", "Lengkapi bukti.", {"status": "diajukan"}, {"status": "draf"}),
        ("mengajukan rencana", "Ketua", "", {"status": "draf"}, {"status": "diajukan"}),
        ("menetapkan rencana", "Kepala", "", {"status": "diajukan", **kosong}, {"status": "ditetapkan", **sk}),
        (
            "memulai perubahan rencana", "Ketua", "Salah tanggal",
            {"status": "ditetapkan", "versi": 1}, {"status": "perubahan", "versi": 2},
        ),
        (
            "membatalkan perubahan rencana", "Ketua", "Tidak jadi",
            {"status": "perubahan", "versi": 2}, {"status": "ditetapkan", "versi": 1},
        ),
    ]  # fmt: skip


LANGKAH: dict[str, Callable[..., Any]] = {
    "ajukan": lambda r, o: hidup.ajukan_rencana(rencana=r, oleh=o),
    "kembalikan": lambda r, o: hidup.kembalikan_rencana(rencana=r, alasan="x", oleh=o),
    "tetapkan": tetapkan,
    "perubahan": lambda r, o: hidup.mulai_perubahan(rencana=r, alasan="x", oleh=o),
    "batalkan": lambda r, o: hidup.batalkan_perubahan(rencana=r, alasan="x", oleh=o),
}
BOLEH = {
    "draf": {"ajukan"},
    "diajukan": {"kembalikan", "tetapkan"},
    "ditetapkan": {"perubahan"},
    "perubahan": {"ajukan", "batalkan"},
    "perubahan diajukan": {"kembalikan", "tetapkan", "batalkan"},
}
MENUJU = ("ajukan", "tetapkan", "perubahan", "ajukan")


def sampai(rencana: Rencana, status: str, oleh: Pengguna) -> Rencana:
    """Bring a draft there, step by step; what the next step is taken with."""
    for langkah in MENUJU[: list(BOLEH).index(status)]:
        hasil = LANGKAH[langkah](rencana, None if langkah == "ajukan" else oleh)  # who enacts did not submit
        rencana = hasil if isinstance(hasil, Rencana) else rencana
    return rencana


@pytest.mark.parametrize("langkah", LANGKAH)
@pytest.mark.parametrize("status", BOLEH)
def test_step_is_taken_only_from_where_it_may(
    kantor: Kantor, rencana: Rencana, kepala: Pengguna, status: str, langkah: str
) -> None:
    satu = sampai(rencana, status, kepala)
    argumen = {"nomor_sk": "9/UJI/2023"} if langkah == "tetapkan" else {}
    sebelum = (semua(kantor), VersiRencana.objects.count(), Jejak.objects.count())
    if langkah in BOLEH[status]:
        LANGKAH[langkah](satu, kepala, **argumen)
        assert semua(kantor) != sebelum[0]
        return
    with pytest.raises(DomainError, match=r"Sementara itu rencana ini sudah|tidak ada perubahan yang dibatalkan"):
        LANGKAH[langkah](satu, kepala, **argumen)
    assert (semua(kantor), VersiRencana.objects.count(), Jejak.objects.count()) == sebelum


@pytest.mark.parametrize("langkah", LANGKAH)
def test_second_of_two_at_once_is_told(
    kantor: Kantor, rencana: Rencana, ketua: Pengguna, kepala: Pengguna, langkah: str
) -> None:
    satu = sampai(rencana, next(s for s, boleh in BOLEH.items() if langkah in boleh), kepala)
    lain = baca(kantor)
    LANGKAH[langkah](satu, ketua)
    jejak = Jejak.objects.count()
    with pytest.raises(DomainError) as galat:
        LANGKAH[langkah](lain, kepala)
    kini = {
        "ajukan": "diajukan", "kembalikan": "dikembalikan", "tetapkan": "ditetapkan",
        "perubahan": "dibuka untuk perubahan", "batalkan": "dibatalkan perubahannya",
    }  # fmt: skip
    pesan = f"Sementara itu rencana ini sudah {kini[langkah]} oleh Ketua. Muat ulang halaman."
    assert galat.value.pesan == pesan
    assert (Jejak.objects.count(), VersiRencana.objects.filter(versi=2).count()) == (jejak, 0)


def test_two_decisions_at_once_second_is_told(kantor: Kantor, rencana: Rencana, kepala: Pengguna) -> None:
    sampai(rencana, "diajukan", kepala)
    lain = baca(kantor)
    hidup.kembalikan_rencana(rencana=rencana, alasan="Belum", oleh=kepala)
    assert ditolak(tetapkan, rencana=lain, kepala=kepala) == (
        ": Sementara itu rencana ini sudah dikembalikan oleh Kepala. Muat ulang halaman."
    )
    assert VersiRencana.objects.count() == 0


def test_who_took_it_back_is_told_so(kantor: Kantor, rencana: Rencana, ketua: Pengguna, kepala: Pengguna) -> None:
    sampai(rencana, "diajukan", ketua)
    lain = baca(kantor)
    hidup.tarik_rencana(rencana=rencana, oleh=ketua)
    assert ditolak(tetapkan, rencana=lain, kepala=kepala) == (
        ": Sementara itu rencana ini sudah ditarik kembali oleh Ketua. Muat ulang halaman."
    )


# --- what is refused ----------------------------------------------------------------------------------


def test_empty_plan_is_not_submitted(rencana: Rencana, ketua: Pengguna) -> None:
    RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana=rencana).delete()
    galat = ditolak(hidup.ajukan_rencana, rencana=rencana, oleh=ketua)
    assert galat == ": Rencana ini belum berisi satu pun rencana aksi."


@pytest.mark.parametrize(
    ("kerja", "status"),
    [
        (hidup.kembalikan_rencana, "diajukan"),
        (hidup.mulai_perubahan, "ditetapkan"),
        (hidup.batalkan_perubahan, "perubahan"),
    ],
)
def test_reason_is_wanted(rencana: Rencana, kepala: Pengguna, kerja: Callable[..., Any], status: str) -> None:
    satu = sampai(rencana, status, kepala)
    assert ditolak(kerja, rencana=satu, alasan=" \n", oleh=kepala) == "alasan: Tulis alasannya."
    assert keadaan(satu)[0] == status


@pytest.mark.parametrize(
    ("isi", "galat"),
    [
        ({"nomor_sk": "  "}, "nomor_sk: Tulis nomor SK."),
        ({"tanggal_sk": date(2023, 3, 16)}, "tanggal_sk: Tanggal SK tidak boleh sesudah hari ini, 15 Maret 2023."),
        ({"tanggal_sk": date(2021, 12, 31)}, "tanggal_sk: Tanggal SK paling awal 1 Januari 2022."),
        ({"nomor_sk": "2/UJI/2023"}, "nomor_sk: Nomor ini sudah dipakai untuk versi 1."),
        ({"tanggal_sk": date(2023, 3, 9)}, "tanggal_sk: Tanggal SK tidak boleh sebelum SK versi 1, 10 Maret 2023."),
    ],
)
def test_sk_must_be_right(rencana: Rencana, kepala: Pengguna, isi: dict[str, Any], galat: str) -> None:
    draf = sampai(rencana, "perubahan diajukan", kepala)
    benar = {"nomor_sk": "3/UJI/2023"}
    assert ditolak(tetapkan, rencana=draf, kepala=kepala, **{**benar, **isi}) == galat
    assert (keadaan(draf)[0], VersiRencana.objects.count()) == ("diajukan", 1)


def test_head_signs_what_was_read(kantor: Kantor, rencana: Rencana, kepala: Pengguna, ketua: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=rencana, oleh=ketua)
    dibaca = hidup.sidik_tanpa_sk(ke_json(isi_rencana(rencana)))
    RencanaAksi.objects.filter(pk=kantor.aksi["I", "a"].pk).update(penanggung_jawab=None)
    assert ditolak(tetapkan, rencana=rencana, kepala=kepala, sidik_dibaca=dibaca) == (
        ": Isi rencana berubah sejak halaman ini dibuka. Baca sekali lagi, lalu tetapkan."
    )
    assert (keadaan(rencana)[0], VersiRencana.objects.count()) == ("diajukan", 0)
    dibaca = hidup.sidik_tanpa_sk(ke_json(isi_rencana(rencana)))
    assert tetapkan(rencana, kepala, sidik_dibaca=dibaca).versi == 1


@pytest.mark.parametrize("status", ["perubahan", "perubahan diajukan"])
def test_perubahan_is_thrown_away_whole_at_any_time(
    kantor: Kantor, rencana: Rencana, kepala: Pengguna, status: str
) -> None:
    draf = sampai(rencana, status, kepala)
    RencanaKerja.objects.filter(asal=kantor.baris["I"]).update(uraian="Lain")
    isi = ke_json(isi_rencana(rencana))
    hidup.batalkan_perubahan(rencana=draf, alasan="Tidak jadi", oleh=kepala)
    assert semua(kantor) == [("ditetapkan", 1, "2/UJI/2023")]
    assert ke_json(isi_rencana(rencana)) == isi
    jejak = Jejak.objects.all()[0]
    assert (jejak.alasan, jejak.sebelum["dibuang"]) == ("Tidak jadi", ["I.1 Rencana kerja diubah"])


# --- the lock of rows ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "pesan"),
    [
        ("draf", None),
        (
            "diajukan",
            "Rencana ini sedang diajukan; isinya dapat diubah lagi setelah dikembalikan oleh kepala satuan kerja.",
        ),
        (
            "ditetapkan",
            "Rencana ini sudah ditetapkan (versi 1). Untuk mengubah isinya, kepala atau ketua tim memulai perubahan "
            "di halaman Dokumen.",
        ),
        ("perubahan", None),
        (
            "perubahan diajukan",
            "Rencana ini sedang diajukan; isinya dapat diubah lagi setelah dikembalikan oleh kepala satuan kerja.",
        ),
    ],
)
def test_rows_are_open_in_draf_and_perubahan_only(
    kantor: Kantor, rencana: Rencana, kepala: Pengguna, status: str, pesan: str | None
) -> None:
    satu = sampai(rencana, status, kepala)
    satu.status = StatusRencana.DRAF  # as read before: the database counts
    if pesan is None:
        pastikan_dapat_disunting(satu)
    else:
        assert ditolak(pastikan_dapat_disunting, rencana=satu) == f": {pesan}"


# --- a plan loaded with its SK ------------------------------------------------------------------------


def test_loaded_with_sk_is_frozen_with_its_team(kantor: Kantor) -> None:
    buat_tim(kantor.satker, 2024, [(PENGARAH, kantor.orang["kepala"], Peran.KEPALA)])
    muat_rencana(isi=naskah(nomor_sk="1/2024", tanggal_sk="2024-01-02"), satker=kantor.satker, oleh=None)
    versi = VersiRencana.objects.get(rencana__tahun=2024)
    assert (versi.versi, versi.nomor_sk, versi.tanggal_sk, versi.ditetapkan_oleh) == (
        1, "1/2024", date(2024, 1, 2), None,
    )  # fmt: skip
    assert versi.isi["tim"] == [
        {
            "kode": "PENGARAH",
            "anggota": [
                {
                    "id": kantor.orang["kepala"].pk, "nama": "Kepala", "nip": kantor.orang["kepala"].nip,
                    "jabatan": "Staf uji", "peran": "Penanggung Jawab", "kepala": True,
                }
            ],
        }
    ]  # fmt: skip
    assert versi.isi == ke_json(isi_rencana(Rencana.objects.get(tahun=2024)))


def test_loaded_again_is_not_frozen_twice(kantor: Kantor) -> None:
    for _ in range(2):
        muat_rencana(isi=naskah(nomor_sk="1/2024", tanggal_sk="2024-01-02"), satker=kantor.satker, oleh=None)
    assert VersiRencana.objects.filter(rencana__tahun=2024).count() == 1


def test_loaded_draft_is_not_frozen(kantor: Kantor) -> None:
    muat_rencana(isi=naskah(), satker=Satker.objects.get(pk=kantor.satker.pk), oleh=None)
    assert VersiRencana.objects.count() == 0
