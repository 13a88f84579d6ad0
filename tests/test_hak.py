"""Every cell of the rights table (produk.md §5), and that lists and rights agree."""

from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from bukti_fisik.models import Bukti
from rencana_aksi.models import Rencana
from rencana_aksi.queries.draf_pertama import DrafRencana
from tests.bantuan import Alamat, Klien, semua_alamat, teks, urai
from tests.pabrik import Kantor, buat_orang
from zona.inti.models import Jejak
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker, Tim, UsulanPimpinan
from zona.organisasi.queries.hak import KATA, SYARAT, nama_predikat, tabel_hak
from zona.organisasi.queries.hak import PERAN as PREDIKAT_PERAN
from zona.organisasi.rules import HAK

Buka = Callable[..., Klien]

# One column per person and how they stand to the thing: of pengungkit I, or of another one.
ORANG = (
    "kepala", "ketua", "koordinator-i", "koordinator-ii", "anggota", "anggota-lain", "anggota-ii", "penilai", "admin",
    "pegawai", "orang-luar",
)  # fmt: skip
# "anggota" is of team I and penanggung jawab of its aksi a; "anggota-lain" of team I and of nothing; "anggota-ii" of
# team II; "pegawai" of the office and in no team; "orang-luar" koordinator I of another office.

Y, T = True, False
# fmt: off
TABEL: list[tuple[str, str, tuple[bool, ...]]] = [
    # right, asked about                 kep ket k-I k-II ang lain a-II pen adm peg luar
    ("baca",             "rencana",     (Y,  Y,  Y,  Y,   Y,  Y,   Y,   Y,  Y,  Y,  T)),
    ("baca",             "pengungkit",  (Y,  Y,  Y,  Y,   Y,  Y,   Y,   Y,  Y,  Y,  T)),
    ("baca",             "aksi",        (Y,  Y,  Y,  Y,   Y,  Y,   Y,   Y,  Y,  Y,  T)),
    ("baca",             "bukti",       (Y,  Y,  Y,  Y,   Y,  Y,   Y,   Y,  Y,  Y,  T)),
    ("buat_rencana",     "rencana",     (T,  Y,  T,  T,   T,  T,   T,   T,  Y,  T,  T)),
    ("buang_rencana",    "draf-admin",  (T,  Y,  T,  T,   T,  T,   T,   T,  Y,  T,  T)),
    ("buang_rencana",    "draf-luar",   (T,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("ubah_rencana",     "rencana",     (T,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("ubah_rencana",     "pengungkit",  (T,  Y,  Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("ubah_rencana",     "baris",       (T,  Y,  Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("ubah_rencana",     "aksi",        (T,  Y,  Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("ubah_rencana",     "syarat",      (T,  Y,  Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("tunjuk_penanggung", "aksi",       (T,  Y,  Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("catat_status",     "pelaksanaan", (T,  Y,  Y,  T,   Y,  T,   T,   T,  T,  T,  T)),
    ("catat_status",     "pelaksanaan-b", (T, Y, Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("unggah_bukti",     "syarat",      (Y,  Y,  Y,  T,   Y,  Y,   T,   T,  T,  T,  T)),
    ("verifikasi_bukti", "bukti",       (Y,  Y,  Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("catat_bukti",      "bukti",       (Y,  Y,  Y,  T,   T,  T,   T,   Y,  T,  T,  T)),
    ("isi_lke",          "rencana",     (T,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("isi_lke",          "pengungkit",  (T,  Y,  Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("nilai_lke",        "rencana",     (T,  T,  T,  T,   T,  T,   T,   Y,  T,  T,  T)),
    ("nilai_lke",        "pengungkit",  (T,  T,  T,  T,   T,  T,   T,   Y,  T,  T,  T)),
    ("susun_laporan",    "rencana",     (T,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("ajukan",           "rencana",     (Y,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("sahkan",           "rencana",     (Y,  T,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("kunci_tpi",        "rencana",     (T,  T,  T,  T,   T,  T,   T,   Y,  T,  T,  T)),
    ("kelola_akun",      "rencana",     (T,  T,  T,  T,   T,  T,   T,   T,  Y,  T,  T)),
    ("usulkan_akun",     "rencana",     (T,  Y,  T,  T,   T,  T,   T,   T,  Y,  T,  T)),
    ("usulkan_pimpinan", "rencana",     (T,  T,  T,  T,   T,  T,   T,   T,  Y,  T,  T)),
    ("setujui_pimpinan", "usul-kepala", (Y,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("setujui_pimpinan", "usul-ketua",  (Y,  T,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("kirim_kabar",      "rencana",     (T,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("kirim_kabar",      "pengungkit",  (T,  Y,  Y,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("buka_pintu",       "rencana",     (Y,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("kelola_token",     "rencana",     (T,  T,  T,  T,   T,  T,   T,   T,  Y,  T,  T)),
    ("susun_surat",      "rencana",     (Y,  Y,  T,  T,   T,  T,   T,   T,  T,  T,  T)),
    ("catat_pakta",      "rencana",     (Y,  Y,  T,  T,   T,  T,   T,   T,  Y,  T,  T)),
]
# fmt: on


@pytest.fixture
def orang(kantor: Kantor) -> dict[str, Pengguna]:
    lagi = buat_orang(kantor.satker, "anggota-lain", "anggota-ii", "pegawai")
    for nama, kode in (("anggota-lain", "I"), ("anggota-ii", "II")):
        tim = kantor.satker.tim.get(kode=kode)
        Keanggotaan.objects.create(tim=tim, pengguna=lagi[nama], peran=Peran.ANGGOTA, urutan=80)
    return kantor.orang | lagi


def bukti_dari(kantor: Kantor, pengunggah: Pengguna | None) -> Bukti:
    return Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=1, nama="SK", tautan="https://contoh.id/sk", diunggah_oleh=pengunggah
    )


def usulan(kantor: Kantor, peran: Peran) -> UsulanPimpinan:
    """Of the admin, about the koordinator of VI."""
    return UsulanPimpinan(
        satker=kantor.satker, tahun=2024, tahun_acuan=2023, peran=peran, calon=kantor.orang["koordinator-vi"],
        pendahulu=kantor.orang[peran.value], diusulkan_oleh=kantor.orang["admin"],
    )  # fmt: skip


@pytest.fixture
def benda(kantor: Kantor) -> dict[str, Any]:
    return {
        "rencana": kantor.rencana,
        "pengungkit": kantor.pengungkit["I"],
        "baris": kantor.baris["I"],
        "aksi": kantor.aksi["I", "a"],
        "pelaksanaan": kantor.pelaksanaan["I", "a"][0],
        "pelaksanaan-b": kantor.pelaksanaan["I", "b"][0],
        "syarat": kantor.syarat["I", "aksi"],
        "bukti": bukti_dari(kantor, None),
        "usul-kepala": usulan(kantor, Peran.KEPALA),
        "usul-ketua": usulan(kantor, Peran.KETUA),
        "draf-admin": DrafRencana(kantor.rencana, kantor.orang["admin"].pk),
        "draf-luar": DrafRencana(kantor.rencana, kantor.orang["orang-luar"].pk),  # who made it and left
    }


@pytest.mark.parametrize(("hak", "nama", "sel"), TABEL, ids=[f"{h}-{n}" for h, n, _ in TABEL])
def test_rights_table(
    orang: dict[str, Pengguna], benda: dict[str, Any], hak: str, nama: str, sel: tuple[bool, ...]
) -> None:
    boleh = {siapa: orang[siapa].boleh(hak, benda[nama]) for siapa in ORANG}
    assert boleh == dict(zip(ORANG, sel, strict=True))


def test_rights_table_holds_every_right() -> None:
    assert {hak for hak, _, _ in TABEL} == set(HAK)


def test_unknown_right_is_an_error(kantor: Kantor, ketua: Pengguna) -> None:
    with pytest.raises(KeyError):
        ketua.boleh("apa_saja", kantor.rencana)


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "koordinator-i"])
def test_nobody_verifies_what_they_uploaded(kantor: Kantor, orang: dict[str, Pengguna], siapa: str) -> None:
    bukti = bukti_dari(kantor, orang[siapa])
    boleh = {s for s in ORANG if orang[s].boleh("verifikasi_bukti", bukti)}
    assert boleh == {"kepala", "ketua", "koordinator-i"} - {siapa}


def test_note_on_own_upload_is_allowed(kantor: Kantor, koordinator_i: Pengguna) -> None:
    assert koordinator_i.boleh("catat_bukti", bukti_dari(kantor, koordinator_i))


def test_rights_are_of_one_year(kantor: Kantor, orang: dict[str, Pengguna]) -> None:
    """Who led in 2023 reads 2024 and changes nothing of it; standing roles have no year."""
    lain = Rencana.objects.create(satker=kantor.satker, tahun=2024, instrumen=kantor.rencana.instrumen)
    boleh = {s: {hak for hak in HAK if hak not in PERLU_BENDA and orang[s].boleh(hak, lain)} for s in ORANG}
    assert boleh == {s: {"baca"} for s in ORANG} | {
        "penilai": {"baca", "catat_bukti", "nilai_lke", "kunci_tpi"},
        "admin": {
            "baca",
            "buat_rencana",
            "kelola_akun",
            "kelola_token",
            "usulkan_akun",
            "usulkan_pimpinan",
            "catat_pakta",
        },
        "orang-luar": set(),
    }


PERLU_BENDA = {"verifikasi_bukti", "buang_rencana", "setujui_pimpinan"}  # ask who uploaded, made, proposed it


def test_inactive_account_keeps_no_session(kantor: Kantor, klien: Buka, anggota: Pengguna) -> None:
    k = klien(anggota)
    Pengguna.objects.filter(pk=anggota.pk).update(is_active=False)
    assert k.get(kantor.alamat("tim/")).status_code == 302


def test_roles_are_asked_once(kantor: Kantor, ketua: Pengguna, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(1):
        for hak in HAK:
            if hak not in PERLU_BENDA:
                ketua.boleh(hak, kantor.pelaksanaan["I", "a"][0])


# --- every address -----------------------------------------------------------------------------------


TERBUKA = {"inti:sehat", "organisasi:masuk", "organisasi:keluar", "organisasi:undangan", "kabar:ics"}  # whoever one is
TERBUKA |= {"pintu:masuk", "pintu:berkas", "pintu:soal", "pintu:soal_berkas"}  # tests/pintu
TERBUKA |= {f"portalrb:{nama}" for nama in ("unit_wbk", "unit_wbbm", "jawaban", "akar", "lain")}  # by bearer token
TERBUKA |= {"pengesahan:cari", "pengesahan:verifikasi"}
SENDIRI = {  # about oneself
    "organisasi:ganti_sandi", "organisasi:ajakan", "organisasi:jawab_ajakan", "beranda:awal", "kabar:pilihan",
    "kabar:kalender_saya", "kabar:cabut_kalender_saya",
}  # fmt: skip
ALAMAT = semua_alamat()


def isi_alamat(alamat: Alamat, satker: str) -> str:
    """The address with the office given and, for all else, the first row of UJI."""
    contoh = {"satker": satker, "tahun": 2023, "pk": 1, "kode": "I", "bulan": 1, "triwulan": 1, "nomor": 1}
    return reverse(alamat.nama, kwargs={k: contoh.get(k, "x") for k in alamat.isian})


@pytest.mark.parametrize("alamat", [a for a in ALAMAT if a.nama not in TERBUKA], ids=str)
def test_address_wants_signing_in(klien: Buka, kantor: Kantor, alamat: Alamat) -> None:
    tujuan = isi_alamat(alamat, "uji")
    for cara in ("get", "post"):
        tanggapan = getattr(klien(), cara)(tujuan)
        assert (tanggapan.status_code, tanggapan["Location"]) == (302, f"/masuk/?next={tujuan}")


KANTOR = [a for a in ALAMAT if a.nama not in TERBUKA | SENDIRI]


def coba_semua(k: Klien, tujuan: str) -> list[int]:
    return [k.get(tujuan).status_code, k.post(tujuan).status_code]


@pytest.mark.parametrize("alamat", KANTOR, ids=str)
def test_address_is_not_there_for_outsiders(klien: Buka, kantor: Kantor, orang_luar: Pengguna, alamat: Alamat) -> None:
    assert alamat.isian[0] == "satker"
    status = coba_semua(klien(orang_luar), isi_alamat(alamat, "uji"))
    assert status in ([404, 404], [404, 405], [405, 404])
    assert not Jejak.objects.exists()


DALAM_ALAMAT = {
    "satker",
    "tahun",
    "kode",
    "bulan",
    "triwulan",
    "nomor",
}  # name nothing of their own: a pengungkit, a month


@pytest.mark.parametrize("alamat", [a for a in KANTOR if not set(a.isian) <= DALAM_ALAMAT], ids=str)
def test_address_in_the_own_office_opens_nothing_of_another(
    klien: Buka, kantor: Kantor, orang_luar: Pengguna, alamat: Alamat
) -> None:
    """/lain/… with the number of a thing of UJI. 403: the role in one's own office is asked for first."""
    bukti_dari(kantor, kantor.orang["anggota"])
    status = coba_semua(klien(orang_luar), isi_alamat(alamat, "lain"))
    assert set(status) <= {403, 404, 405}
    assert status != [405, 405]
    assert not Jejak.objects.exists()


# --- lists and rights agree ---------------------------------------------------------------------------


def daftar_terlihat(pengguna: Pengguna) -> dict[str, set[int]]:
    """What each list with a `visible_to` shows the person."""
    return {
        "satker": set(Satker.objects.visible_to(pengguna).values_list("pk", flat=True)),
        "rencana": set(Rencana.objects.visible_to(pengguna).values_list("pk", flat=True)),
    }


@pytest.mark.parametrize("siapa", [*ORANG, "tanpa-satker", "penilai-dua-satker", "sudah-pindah"])
def test_lists_show_what_may_be_read(kantor: Kantor, orang: dict[str, Pengguna], siapa: str) -> None:
    lain = Satker.objects.get(kode="LAIN")
    orang |= buat_orang(lain, "tanpa-satker", "penilai-dua-satker", "sudah-pindah")
    for tim in (kantor.satker.tim.get(kode="V"), Tim.objects.create(satker=kantor.satker, tahun=2022, kode="V")):
        Keanggotaan.objects.create(tim=tim, pengguna=orang["sudah-pindah"], peran=Peran.ANGGOTA, urutan=81)
    Pengguna.objects.filter(username="tanpa-satker").update(satker=None)
    Penugasan.objects.create(satker=kantor.satker, pengguna=orang["penilai-dua-satker"], peran=Peran.PENILAI)
    pengguna = Pengguna.objects.get(username=siapa)
    semua = list(Rencana.objects.all())
    assert len(semua) == 2
    boleh = [r for r in semua if pengguna.boleh("baca", r)]
    assert daftar_terlihat(pengguna) == {"satker": {r.satker_id for r in boleh}, "rencana": {r.pk for r in boleh}}
    jumlah = {"penilai": 2, "penilai-dua-satker": 2, "tanpa-satker": 0}
    assert len(boleh) == jumlah.get(siapa, 1)


def test_everything_of_a_plan_lies_in_its_scope(kantor: Kantor) -> None:
    """What hangs on a plan has the plan's office and year, so that to read one is to read the other."""
    lingkup = kantor.rencana.lingkup
    benda = [*kantor.pengungkit.values(), *kantor.baris.values(), *kantor.aksi.values(), *kantor.syarat.values()]
    benda += [p for daftar in kantor.pelaksanaan.values() for p in daftar]
    assert {(b.lingkup.satker_id, b.lingkup.tahun) for b in benda} == {(lingkup.satker_id, lingkup.tahun)}
    assert {b.lingkup.area for b in benda} == set(kantor.pengungkit)
    assert (lingkup.satker_id, lingkup.tahun, lingkup.area) == (kantor.satker.pk, 2023, "")


# --- Siapa boleh apa -----------------------------------------------------------------------------------


SEL = {  # the column of the page, by who stands for it in TABEL; "ya" or a condition where they may at all
    "Kepala": "kepala", "Ketua": "ketua", "Koordinator": "koordinator-i", "Anggota": "anggota",
    "Penilai (TPI)": "penilai", "Admin satker": "admin", "Pegawai lain": "pegawai",
}  # fmt: skip


def test_page_of_rights_says_what_the_table_answers(klien: Buka, kantor: Kantor, orang: dict[str, Pengguna]) -> None:
    """Drawn from the same table: a dash exactly where nobody of that column may, of whatever thing."""
    halaman = urai(klien(orang["pegawai"]).get("/uji/2023/tim/hak/"))
    boleh: dict[str, set[str]] = {hak: set() for hak in HAK}
    for hak, _, sel in TABEL:
        boleh[hak] |= {siapa for siapa, ya in zip(ORANG, sel, strict=True) if ya}
    boleh["buang_rencana"] |= {"kepala", "koordinator-i", "anggota", "penilai", "pegawai"}  # a draft of their own
    assert {tr["id"].removeprefix("hak-") for tr in halaman.select("main tbody tr")} == set(HAK)
    for hak in HAK:
        sel = {td["data-label"]: teks(td) for td in halaman.select(f"#hak-{hak} td")}
        assert {judul for judul, kata in sel.items() if kata != "–"} == {
            j for j, s in SEL.items() if s in boleh[hak]
        }, hak


def test_page_of_rights_says_the_conditions() -> None:
    tabel = {b.hak: dict(b.sel) for b in tabel_hak()}
    assert tabel["verifikasi_bukti"]["Ketua"] == SYARAT["bukan_pembawa"]
    assert tabel["catat_status"]["Anggota"] == "pengungkitnya; yang ia penanggung jawabnya"
    assert tabel["setujui_pimpinan"]["Ketua"] == f"{SYARAT['pihak_kedua']}; {SYARAT['pergantian_kepala']}"
    assert (tabel["sahkan"]["Kepala"], tabel["sahkan"]["Admin satker"]) == ("ya", "–")


def test_every_right_and_condition_has_words() -> None:
    assert set(KATA) == set(HAK)
    dipakai = {n for hak in HAK for n in nama_predikat(hak)}
    assert dipakai == PREDIKAT_PERAN | set(SYARAT)
