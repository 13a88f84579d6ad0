"""What each row of a list would do, and doing it."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.orang.bantu import JUDUL, baris_asli, naskah_asli, tsv
from tests.pabrik import Kantor, buat_orang
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.orang.domain.banyak import BelumSiap, terapkan_daftar
from zona.orang.enums import Jenis
from zona.orang.queries.banding import bandingkan
from zona.orang.queries.hasil import HasilBaris, Jawaban, sidik_hasil
from zona.orang.roster.baca import baca_tempelan
from zona.orang.roster.daftar import Daftar, baca_daftar
from zona.organisasi.domain.muat_tim import muat_tim
from zona.organisasi.domain.pengguna import tambah_pengguna
from zona.organisasi.enums import PENGARAH
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker
from zona.organisasi.queries.roster import susunan_tim

NIP_A, NIP_B = "198103092006042002", "198203092006041003"


@pytest.fixture
def satker(db: None) -> Satker:
    return Satker.objects.create(kode="KB", nama="Kantor Bahasa", zona_waktu="Asia/Makassar")


def daftar(*baris: list[str]) -> Daftar:
    """Rows under the usual headings; cells that are left out are empty."""
    return baca_daftar(baca_tempelan(tsv(JUDUL, *([*b, *[""] * (6 - len(b))] for b in baris))))


def banding(satker: Satker, *baris: list[str], **jawaban: Jawaban) -> list[HasilBaris]:
    return bandingkan(satker, 2023, daftar(*baris), {int(n[1:]): j for n, j in jawaban.items()})


def terapkan(satker: Satker, *baris: list[str], **pilihan: Any) -> dict[str, int]:
    jawaban = {int(n[1:]): pilihan.pop(n) for n in list(pilihan) if n[1:].isdecimal()}
    hasil = terapkan_daftar(satker=satker, tahun=2023, daftar=daftar(*baris), jawaban=jawaban, oleh=None, **pilihan)
    return {k: n for k, n in hasil.jumlah.items() if n}


def masalah(h: HasilBaris) -> list[tuple[str, str]]:
    return [(m.sel, m.pesan) for m in h.masalah]


def tim(satker: Satker) -> list[tuple[str, str, str]]:
    milik = Keanggotaan.objects.filter(tim__satker=satker).order_by("tim__kode", "urutan")
    return list(milik.values_list("tim__kode", "peran", "pengguna__nama"))


# --- the real roster --------------------------------------------------------------------------------


def rupa(satker: Satker) -> list[Any]:
    """The teams as people see them, and the accounts behind."""
    isi = susunan_tim(satker, 2023)
    kolom = ("nama", "username", "nip", "nip_naskah", "jabatan")
    return [
        [(t.kode, [(b.no, b.pengguna.nama, b.nip, b.peran) for b in t.baris]) for t in isi],
        sorted(Pengguna.objects.filter(satker=satker).values_list(*kolom)),
        list(Keanggotaan.objects.filter(tim__satker=satker).order_by("urutan").values_list("urutan", "sebutan")),
    ]


def test_real_roster_gives_the_same_teams_as_muat_tim(satker: Satker) -> None:
    muat_tim(satker=satker, tahun=2023, anggota=naskah_asli(), oleh=None)
    tim, orang, urutan = rupa(satker)  # a list makes user names with the office behind
    seharusnya = [tim, [(nama, f"{u}.{satker.slug}", *lain) for nama, u, *lain in orang], urutan]
    Keanggotaan.objects.all().delete()
    Pengguna.objects.all().delete()
    isi = baca_daftar(baca_tempelan(tsv(*baris_asli())))
    ditanya = [h for h in bandingkan(satker, 2023, isi) if h.masalah]
    assert [masalah(h) for h in ditanya] == [
        [("D18", "NIP 19911107202203101 berisi 17 angka, seharusnya 18. Perbaiki, atau simpan sebagaimana tercetak.")]
    ]
    jawaban = {18: Jawaban(naskah=True)}
    terapkan_daftar(satker=satker, tahun=2023, daftar=isi, jawaban=jawaban, oleh=None)
    assert rupa(satker) == seharusnya
    jejak = Jejak.objects.count()
    lagi = terapkan_daftar(satker=satker, tahun=2023, daftar=isi, oleh=None)  # and nothing is asked again
    assert (lagi.jumlah["sama"], lagi.baru, Jejak.objects.count()) == (34, [], jejak)


def test_list_after_muat_tim_changes_nothing(satker: Satker) -> None:
    muat_tim(satker=satker, tahun=2023, anggota=naskah_asli(), oleh=None)
    hasil = bandingkan(satker, 2023, baca_daftar(baca_tempelan(tsv(*baris_asli()))))
    assert {h.jenis for h in hasil} == {Jenis.SAMA}


# --- new, changed, the same -------------------------------------------------------------------------


def test_new_changed_and_the_same(kantor: Kantor) -> None:
    ketua, anggota = kantor.orang["ketua"], kantor.orang["anggota"]
    baru, ubah, sama = banding(
        kantor.satker,
        ["Sari Dewi", NIP_A, "Analis", "II", "Anggota", "sari@contoh.id"],
        ["Anggota Baru", anggota.nip, "", "II", "Anggota"],
        ["Ketua", ketua.nip, "Staf uji", "", "Ketua"],
    )
    assert (baru.jenis, ubah.jenis, sama.jenis) == (Jenis.BARU, Jenis.BERUBAH, Jenis.SAMA)
    assert baru.perubahan == [
        ("Jabatan", "", "Analis"), ("Pos-el", "", "sari@contoh.id"), ("NIP", "", NIP_A), ("Tim II", "", "Anggota"),
    ]  # fmt: skip
    assert ubah.perubahan == [("Nama", "Anggota", "Anggota Baru"), ("Tim II", "", "Anggota")]
    assert sama.perubahan == []


def test_whom_and_what_the_list_does_not_name_stays(kantor: Kantor, anggota: Pengguna) -> None:
    dahulu = tim(kantor.satker)
    assert terapkan(kantor.satker, ["Sari Dewi", NIP_A], ["Anggota", anggota.nip, "", "II", "Anggota"]) == {
        "baru": 1, "berubah": 1,
    }  # fmt: skip
    assert [t for t in tim(kantor.satker) if t not in dahulu] == [("II", "anggota", "Anggota")]
    assert set(dahulu) <= set(tim(kantor.satker))
    anggota.refresh_from_db()
    assert anggota.jabatan == "Staf uji"


def test_everything_leaves_its_audit_row(kantor: Kantor, admin: Pengguna) -> None:
    terapkan_daftar(
        satker=kantor.satker, tahun=2023, daftar=daftar(["Sari Dewi", NIP_A, "", "II", "Anggota"]), oleh=admin
    )
    assert [(j.tindakan, j.oleh_id) for j in Jejak.objects.order_by("pk")] == [
        ("menambah akun", admin.pk), ("memasukkan ke tim", admin.pk), ("memuat daftar orang", admin.pk),
    ]  # fmt: skip
    assert Jejak.objects.latest("pk").sesudah == {"tahun": 2023, "baru": 1}


def test_leaders_may_change_places(kantor: Kantor) -> None:
    kepala, ketua, k1, k2 = (kantor.orang[n] for n in ("kepala", "ketua", "koordinator-i", "anggota"))
    baris = [
        ["Kepala", kepala.nip, "", "", "Ketua"], ["Ketua", ketua.nip, "", "", "Penanggung Jawab"],
        ["Anggota", k2.nip, "", "I", "Koordinator"], ["Koordinator I", k1.nip, "", "I", "Anggota"],
    ]  # fmt: skip
    assert terapkan(kantor.satker, *baris) == {"berubah": 4}
    isi = tim(kantor.satker)
    assert {(PENGARAH, "ketua", "Kepala"), (PENGARAH, "kepala", "Ketua")} <= set(isi)
    assert {("I", "koordinator", "Anggota"), ("I", "anggota", "Koordinator I")} <= set(isi)
    assert terapkan(kantor.satker, *baris) == {"sama": 4}


def test_standing_roles_are_given(kantor: Kantor, anggota: Pengguna) -> None:
    assert terapkan(kantor.satker, ["Anggota", anggota.nip, "", "", "Admin satker"]) == {"berubah": 1}
    assert Penugasan.objects.filter(satker=kantor.satker, pengguna=anggota, peran="admin").count() == 1
    assert terapkan(kantor.satker, ["Anggota", anggota.nip, "", "", "Admin satker"]) == {"sama": 1}


# --- refused ----------------------------------------------------------------------------------------

DITOLAK = [
    (["", NIP_A, "Analis"], "A2", "Namanya kosong."),
    (["Sari", NIP_A, "", "IX", "Anggota"], "D2",
     'Pengungkit "IX" tidak dikenal; yang dikenal: I, II, III, IV, V, VI, atau Pengarah.'),
    (["Sari", NIP_A, "", "I", "Wakil"], "E2",
     'Peran "Wakil" tidak dikenal; yang dikenal: Penanggung Jawab, Ketua, Koordinator, Anggota, Penilai (TPI), Admin '
     "satker."),
    (["Sari", NIP_A, "", "I", ""], "E2", "Perannya kosong; dalam Tim I: Koordinator atau Anggota."),
    (["Sari", NIP_A, "", "", "Anggota"], "D2", "Peran Anggota memerlukan pengungkit I–VI."),
    (["Sari", NIP_A, "", "I", "Ketua"], "E2", "Tim I tidak mempunyai peran Ketua; yang ada: Koordinator, Anggota."),
    (["Sari", NIP_A, "", "I", "Admin"], "E2", "Admin satker bukan peran dalam tim; kosongkan pengungkitnya."),
    (["Sari", NIP_A, "", "I", "Koordinator"], "E2", "Tim I sudah mempunyai Koordinator: Koordinator I."),
    (["Sari", NIP_A, "", "", "", "sari@"], "F2", '"sari@" bukan alamat pos-el.'),
    (["Sari", "1,98E+17"], "B2",
     "NIP tersimpan sebagai angka (1,98E+17), sehingga angka di belakangnya hilang. Ketik ulang NIP-nya sebagai teks."),
    (["S" * 201, NIP_A], "A2", "Nama berisi 201 huruf, paling banyak 200."),
]  # fmt: skip


@pytest.mark.parametrize(("baris", "sel", "pesan"), DITOLAK)
def test_row_that_cannot_be_is_refused_with_its_cell(kantor: Kantor, baris: list[str], sel: str, pesan: str) -> None:
    (h,) = banding(kantor.satker, baris)
    assert (h.jenis, masalah(h)) == (Jenis.DITOLAK, [(sel, pesan)])
    with pytest.raises(BelumSiap, match="1 dari 1 baris belum dapat diterapkan; tidak ada yang ditulis"):
        terapkan(kantor.satker, baris)
    assert not Jejak.objects.exists()


def test_nip_of_another_office_tells_nothing(kantor: Kantor, orang_luar: Pengguna) -> None:
    (h,) = banding(kantor.satker, ["Sari Dewi", orang_luar.nip or ""])
    assert (h.jenis, masalah(h)) == (Jenis.BARU, [])


def test_role_held_twice_in_the_list(satker: Satker) -> None:
    h = banding(satker, ["Ani", NIP_A, "", "II", "Koordinator"], ["Budi", NIP_B, "", "II", "Koordinator"])
    assert [masalah(x) for x in h] == [[], [("E3", "Tim II sudah mempunyai Koordinator di baris 2: Ani.")]]


def test_person_twice_in_a_team(satker: Satker) -> None:
    h = banding(satker, ["Ani", NIP_A, "", "II", "Koordinator"], ["Ani", NIP_A, "", "II", "Anggota"])
    assert [masalah(x) for x in h] == [[], [("D3", "Orang ini sudah ada dalam Tim II di baris 2.")]]


def test_nip_twice_with_another_name(satker: Satker) -> None:
    h = banding(satker, ["Ani", NIP_A], ["Budi", NIP_A])
    assert "NIP ini sudah dipakai Ani di baris 2." in [m.pesan for m in h[1].masalah]


def test_account_out_of_use_goes_into_no_team(kantor: Kantor, anggota: Pengguna) -> None:
    Pengguna.objects.filter(pk=anggota.pk).update(is_active=False)
    (h,) = banding(kantor.satker, ["Anggota", anggota.nip or "", "", "II", "Anggota"])
    assert masalah(h) == [("A2", "Akun Anggota nonaktif. Aktifkan dahulu, atau kosongkan perannya.")]


# --- asked ------------------------------------------------------------------------------------------


def test_one_person_in_two_teams_by_the_same_nip_is_no_question(satker: Satker) -> None:
    baris = [["Ani", NIP_A, "Analis", "I", "Koordinator"], ["Ani", NIP_A, "", "II", "Anggota"]]
    assert terapkan(satker, *baris) == {"baru": 1, "berubah": 1}
    assert tim(satker) == [("I", "koordinator", "Ani"), ("II", "anggota", "Ani")]
    assert terapkan(satker, *baris) == {"sama": 2}


@pytest.mark.parametrize(
    ("siapa", "orang"), [("b2", 1), ("baru", 2)], ids=["one person in two teams", "two of the same name"]
)
def test_same_name_twice_is_asked(satker: Satker, siapa: str, orang: int) -> None:
    baris = [["Dedi", "", "PPNPN", "I", "Anggota"], ["Dedi", "", "PPNPN", "II", "Anggota"]]
    dua = banding(satker, *baris)[1]
    assert (dua.jenis, masalah(dua)) == (
        Jenis.DITANYA, [("A3", "Ada nama yang sama: baris 2. Orang yang sama, atau orang lain?")],
    )  # fmt: skip
    assert [nilai for nilai, _ in dua.pilihan] == ["b2", "baru"]
    terapkan(satker, *baris, b3=Jawaban(siapa))
    assert Pengguna.objects.filter(satker=satker).count() == orang
    assert [(k, p) for k, p, _ in tim(satker)] == [("I", "anggota"), ("II", "anggota")]
    assert terapkan(satker, *baris) == {"sama": 2}  # told by the places they hold


def test_same_name_with_another_nip_is_asked(satker: Satker) -> None:
    dua = banding(satker, ["Ani, S.S.", NIP_A], ["Ani, M.Hum.", NIP_B])[1]
    assert (dua.jenis, [n for n, _ in dua.pilihan]) == (Jenis.DITANYA, ["b2", "baru"])
    sama = banding(satker, ["Ani", NIP_A], ["Ani", NIP_B], b3=Jawaban("b2"))[1]
    assert masalah(sama) == [("B3", "NIP-nya berbeda dari baris 2, orang yang sama.")]


def test_name_like_one_there_is_without_nip_is_asked(kantor: Kantor, anggota: Pengguna) -> None:
    (h,) = banding(kantor.satker, ["Anggota, S.S.", "", "", "II", "Anggota"])
    lain = ("baru", "orang lain yang bernama sama (akun baru)")
    assert h.jenis == Jenis.DITANYA
    assert h.pilihan == [(str(anggota.pk), f"Anggota (NIP {anggota.nip}, Staf uji)"), lain]
    (itu,) = banding(kantor.satker, ["Anggota, S.S.", "", "", "II", "Anggota"], b2=Jawaban(str(anggota.pk)))
    assert (itu.pengguna, itu.perubahan) == (
        anggota, [("Nama", "Anggota", "Anggota, S.S."), ("Tim II", "", "Anggota")],
    )  # fmt: skip


def test_nip_of_one_who_had_none_is_asked_and_then_known(satker: Satker) -> None:
    orang = tambah_pengguna(satker=satker, username="dedi", nama="Dedi", oleh=None)
    (h,) = banding(satker, ["Dedi", NIP_A])
    assert (h.jenis, h.pilihan[0]) == (Jenis.DITANYA, (str(orang.pk), "Dedi (tanpa NIP)"))
    assert terapkan(satker, ["Dedi", NIP_A], b2=Jawaban(str(orang.pk))) == {"berubah": 1}
    assert terapkan(satker, ["Dedi", NIP_A]) == {"sama": 1}


def test_answer_that_names_nobody_is_asked_again(kantor: Kantor, orang_luar: Pengguna, anggota: Pengguna) -> None:
    for siapa in (str(orang_luar.pk), "b99", "b2", "x", "9" * 18):
        (h,) = banding(kantor.satker, ["Anggota", "", ""], b2=Jawaban(siapa))
        assert h.jenis == Jenis.DITANYA


def test_odd_nip_is_kept_as_printed_when_said_so(satker: Satker) -> None:
    baris = ["Rijal", "19911107202203101"]
    assert banding(satker, baris)[0].jenis == Jenis.DITANYA
    assert terapkan(satker, baris, b2=Jawaban(naskah=True)) == {"baru": 1}
    orang = Pengguna.objects.get(satker=satker)
    assert (orang.nip, orang.nip_naskah) == (None, "19911107202203101")
    assert terapkan(satker, baris) == {"sama": 1}


def test_row_waits_for_the_one_that_makes_its_person(satker: Satker) -> None:
    h = banding(satker, ["Ani", NIP_A, "", "I", "Wakil"], ["Ani", NIP_A, "", "II", "Anggota"])
    assert masalah(h[1]) == [("A3", "Menunggu baris 2, orang yang sama, yang belum dapat diterapkan.")]


# --- all of it, or what is right --------------------------------------------------------------------


def test_right_rows_are_applied_only_when_said_so(satker: Satker) -> None:
    baris = [["Ani", NIP_A, "", "I", "Anggota"], ["Budi", NIP_B, "", "IX", "Anggota"]]
    with pytest.raises(BelumSiap):
        terapkan(satker, *baris)
    assert (Pengguna.objects.count(), Jejak.objects.count()) == (0, 0)
    assert terapkan(satker, *baris, benar_saja=True) == {"baru": 1, "ditolak": 1}
    assert tim(satker) == [("I", "anggota", "Ani")]


def test_row_left_out_is_not_done(satker: Satker) -> None:
    baris = [["Ani", NIP_A], ["Budi", NIP_B, "", "IX", "Anggota"]]
    assert terapkan(satker, *baris, b3=Jawaban(lewati=True)) == {"baru": 1, "lewat": 1}


def test_what_was_not_seen_is_not_done(satker: Satker) -> None:
    baris = ["Ani", NIP_A, "Analis"]
    dilihat = sidik_hasil(banding(satker, baris))
    tambah_pengguna(satker=satker, username="ani", nama="Ani Lama", nip=NIP_A, oleh=None)
    with pytest.raises(DomainError, match="Yang akan terjadi berubah sejak ditampilkan"):
        terapkan(satker, baris, dilihat=dilihat)
    assert Pengguna.objects.get(nip=NIP_A).nama == "Ani Lama"


def test_nothing_is_half_written(satker: Satker, monkeypatch: pytest.MonkeyPatch) -> None:
    def gagal(**_: Any) -> None:
        raise RuntimeError("putus")

    monkeypatch.setattr("zona.orang.domain.banyak.masukkan_tim", gagal)
    with pytest.raises(RuntimeError):
        terapkan(satker, ["Ani", NIP_A], ["Budi", NIP_B, "", "I", "Anggota"])
    assert (Pengguna.objects.count(), Keanggotaan.objects.count(), Jejak.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("lebih", [1, 3])
def test_comparing_asks_no_more_for_more_rows(
    kantor: Kantor, django_assert_num_queries: DjangoAssertNumQueries, lebih: int
) -> None:
    orang = buat_orang(kantor.satker, *(f"baru-{i}" for i in range(lebih))).values()
    isi = daftar(*([o.nama, o.nip or "", "", "II", "Anggota"] for o in orang))
    with django_assert_num_queries(4):
        bandingkan(kantor.satker, 2023, isi)
