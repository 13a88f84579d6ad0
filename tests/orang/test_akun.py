"""The admin's pages: accounts, temporary passwords, team places, standing roles."""

from collections.abc import Callable

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.bantuan import HTMX, Klien, rapi, teks, urai
from tests.pabrik import Kantor, buat_orang
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.orang.views.ajakan import TERCATAT
from zona.organisasi.domain.penugasan import cabut_peran
from zona.organisasi.domain.wewenang import DIRI_PERAN
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Ajakan, Keanggotaan, Pengguna, Penugasan

Buka = Callable[..., Klien]
DATA = {"nama": "Sari Dewi, S.S.", "nip": "19900101 201503 2 001", "jabatan": "Analis", "posel": ""}


def alamat(nama: str, *ekor: object) -> str:
    if nama == "orang":
        return "/uji/tim/?tahun=2023"
    return reverse(f"orang:{nama}", args=["uji", 2023, *ekor])


def galat(tanggapan) -> list[str]:
    kalimat = urai(tanggapan).select("main .pemberitahuan.bahaya li, main p.pemberitahuan.bahaya")
    return [u.get_text().strip() for u in kalimat]


def kabar(k: Klien, tanggapan) -> str:
    """The word of success on the page one is sent to."""
    assert tanggapan.status_code == 302
    return teks(urai(k.get(tanggapan["Location"], follow=True)).find(role="status"))


def tindakan() -> list[str]:
    return list(Jejak.objects.order_by("id").values_list("tindakan", flat=True))


# --- who may come here at all ---------------------------------------------------------------------

SEMUA = [
    ("get", "orang_tahun", ()), ("get", "orang_tambah", ()), ("post", "orang_tambah", ()), ("post", "penilai_luar", ()),
    ("get", "akun", ("pk",)), ("post", "akun", ("pk",)), ("post", "keaktifan", ("pk",)),
    ("post", "sandi_sementara", ("pk",)), ("post", "keanggotaan", ("pk",)), ("post", "keluar_tim", ("pk", "I")),
    ("post", "beri_peran", ("pk",)), ("post", "cabut_peran", ("pk",)), ("post", "mutasi", ("pk",)),
    ("post", "pindahan", ()), ("post", "tarik_ajakan", ("pk",)),
]  # fmt: skip


@pytest.mark.parametrize(("cara", "nama", "ekor"), SEMUA)
def test_akun_is_the_admins_alone(klien: Buka, kantor: Kantor, cara: str, nama: str, ekor: tuple[str, ...]) -> None:
    tujuan = alamat(nama, *(kantor.orang["anggota"].pk if e == "pk" else e for e in ekor))
    for siapa in ("kepala", "ketua", "koordinator-i", "anggota", "penilai"):
        tanggapan = getattr(klien(kantor.orang[siapa]), cara)(tujuan)
        assert tanggapan.status_code == 403
        assert "Hanya admin satker" in teks(urai(tanggapan).main)
    assert getattr(klien(kantor.orang["orang-luar"]), cara)(tujuan).status_code == 404
    assert tindakan() == []


@pytest.mark.parametrize(("cara", "nama", "ekor"), SEMUA)
def test_akun_methods(
    klien: Buka, kantor: Kantor, admin: Pengguna, cara: str, nama: str, ekor: tuple[str, ...]
) -> None:
    tujuan = alamat(nama, *(kantor.orang["anggota"].pk if e == "pk" else e for e in ekor))
    assert klien(admin).put(tujuan).status_code == 405


@pytest.mark.parametrize(("cara", "nama", "ekor"), [s for s in SEMUA if "pk" in s[2]])
def test_akun_of_a_stranger_is_not_there(
    klien: Buka, kantor: Kantor, admin: Pengguna, cara: str, nama: str, ekor: tuple[str, ...]
) -> None:
    tujuan = alamat(nama, *(kantor.orang["orang-luar"].pk if e == "pk" else e for e in ekor))
    isi = DATA | {"peran": Peran.PENILAI, "kode": "I", "aktif": "0"}
    assert getattr(klien(admin), cara)(tujuan, isi).status_code == 404


@pytest.mark.parametrize("nama", ["akun", "keaktifan", "sandi_sementara", "keanggotaan"])
def test_akun_of_another_office_is_not_ours_to_change(
    klien: Buka, kantor: Kantor, admin: Pengguna, penilai: Pengguna, nama: str
) -> None:
    """The penilai belongs to LAIN: here only the role can be taken."""
    k = klien(admin)
    halaman = urai(k.get(alamat("akun", penilai.pk))).main
    assert [f["action"] for f in halaman.find_all("form")] == [alamat("cabut_peran", penilai.pk)]
    tanggapan = k.post(alamat(nama, penilai.pk), DATA | {"aktif": "0", "kode": "I", "peran": "anggota"})
    assert tanggapan.status_code == 403
    assert "milik satker lain" in teks(urai(tanggapan).main)
    assert tindakan() == []


# --- the list ---------------------------------------------------------------------------------------


def test_orang_lists_accounts_with_their_state(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    Pengguna.objects.filter(username="ketua").update(is_active=False)
    Pengguna.objects.filter(username="kepala").update(password="argon2$x", wajib_ganti_sandi=True)
    Pengguna.objects.filter(username="koordinator-i").update(password="argon2$x")
    halaman = urai(klien(admin).get(alamat("orang")))
    baris = [[teks(td) for td in tr.find_all("td")] for tr in halaman.select("tbody tr")]
    isi = {b[4]: [*b[2:4], b[5]] for b in baris}
    assert len(baris) == 11
    assert isi["anggota"] == ["Tim I: Anggota", "–", "belum bersandi"]
    assert isi["kepala"] == ["Pengarah: Penanggung Jawab", "–", "bersandi sementara"]
    assert isi["penilai"] == ["–", "Penilai (TPI)", "dari satker lain"]
    assert isi["koordinator-i"] == ["Tim I: Koordinator", "–", "aktif"]
    assert isi["admin"] == ["–", "Admin satker", "belum bersandi"]
    assert baris[-1][2:] == ["Pengarah: Ketua", "–", "ketua", "nonaktif"]


@pytest.mark.parametrize("lebih", [1, 3])
def test_orang_queries_do_not_grow(
    klien: Buka, kantor: Kantor, admin: Pengguna, django_assert_num_queries: DjangoAssertNumQueries, lebih: int
) -> None:
    buat_orang(kantor.satker, *(f"baru-{i}" for i in range(lebih)))
    k = klien(admin)
    with django_assert_num_queries(9):
        k.get(alamat("orang"))


# --- data of an account -----------------------------------------------------------------------------


def test_tambah_makes_an_account_without_password(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    tanggapan = k.post(alamat("orang_tambah"), DATA)
    orang = Pengguna.objects.get(username="sari.dewi.uji")
    assert tanggapan["Location"] == alamat("akun", orang.pk)
    assert (orang.satker, orang.nip, orang.has_usable_password()) == (kantor.satker, "199001012015032001", False)
    assert (
        kabar(k, tanggapan) == "Akun Sari Dewi, S.S. dibuat dengan nama pengguna sari.dewi.uji. Beri sandi pertamanya."
    )
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.oleh_id, jejak.objek_id, jejak.sesudah) == (
        "menambah akun", admin.pk, orang.pk,
        {"username": "sari.dewi.uji", "nip": "199001012015032001", "nama": "Sari Dewi, S.S.", "jabatan": "Analis"},
    )  # fmt: skip


SALAH = [
    ({"nip": "198001012006041001"}, "NIP: NIP 198001012006041001 sudah dipakai akun lain."),
    ({"nip": "123"}, "NIP: NIP terdiri atas 18 angka."),
    ({"nama": ""}, "Nama lengkap dengan gelar: Bidang ini tidak boleh kosong."),
    ({"posel": "sari"}, "Pos-el: Masukkan alamat email yang valid."),
]


@pytest.mark.parametrize(("ganti", "pesan"), SALAH)
def test_tambah_refused_says_where(
    klien: Buka, kantor: Kantor, admin: Pengguna, ganti: dict[str, str], pesan: str
) -> None:
    tanggapan = klien(admin).post(alamat("orang_tambah"), DATA | ganti)
    assert (tanggapan.status_code, galat(tanggapan)) == (422, [pesan])
    assert tindakan() == []


def test_tambah_fragment_equals_page(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    halaman = k.post(alamat("orang_tambah"), DATA | {"nip": "1"})
    bagian = k.post(alamat("orang_tambah"), DATA | {"nip": "1"}, headers=HTMX)
    assert rapi(bagian) == rapi(urai(halaman).find(id="form"))


def test_akun_shows_and_corrects_the_data(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    k = klien(admin)
    isian = {u["name"]: u.get("value", "") for u in urai(k.get(alamat("akun", anggota.pk))).select("#id_nama, #id_nip")}
    assert isian == {"nama": "Anggota", "nip": anggota.nip}
    data = {"nama": "Anggota Baru", "nip": "", "jabatan": "Staf uji", "posel": "a@contoh.id"}
    assert kabar(k, k.post(alamat("akun", anggota.pk), data)) == "Data akun disimpan."
    jejak = Jejak.objects.get()
    assert jejak.sebelum == {"nip": anggota.nip, "nama": "Anggota", "posel": ""}
    assert jejak.sesudah == {"nip": None, "nama": "Anggota Baru", "posel": "a@contoh.id"}


def test_akun_unchanged_leaves_no_trace(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    data = {"nama": "Anggota", "nip": anggota.nip, "jabatan": "Staf uji", "posel": ""}
    assert klien(admin).post(alamat("akun", anggota.pk), data).status_code == 302
    assert tindakan() == []


def test_akun_refused_keeps_what_was_typed(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    tanggapan = klien(admin).post(alamat("akun", anggota.pk), DATA | {"nip": kantor.orang["ketua"].nip})
    assert tanggapan.status_code == 422
    assert galat(tanggapan) == [f"NIP: NIP {kantor.orang['ketua'].nip} sudah dipakai akun lain."]
    halaman = urai(tanggapan)
    assert halaman.find(id="id_nama")["value"] == "Sari Dewi, S.S."
    assert halaman.h1.get_text() == "Anggota"  # the person is who they were


def test_akun_says_what_was_printed_instead_of_a_nip(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna
) -> None:
    Pengguna.objects.filter(pk=anggota.pk).update(nip=None, nip_naskah="1991110720220310")
    assert "Tercetak dalam SK: 1991110720220310, bukan NIP yang sah." in teks(
        klien(admin).get(alamat("akun", anggota.pk))
    )


@pytest.mark.parametrize("berapa", [1, 3])
def test_akun_queries_do_not_grow(
    klien: Buka, kantor: Kantor, admin: Pengguna, django_assert_num_queries: DjangoAssertNumQueries, berapa: int
) -> None:
    anggota = kantor.orang["anggota"]
    for tim in kantor.satker.tim.filter(kode__in=["II", "III", "IV"][: berapa - 1]):
        Keanggotaan.objects.create(tim=tim, pengguna=anggota, peran=Peran.ANGGOTA, urutan=90)
    k = klien(admin)
    with django_assert_num_queries(8):
        k.get(alamat("akun", anggota.pk))


# --- in and out of use, password ---------------------------------------------------------------------


def test_nonaktif_ends_sessions_and_can_be_undone(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna
) -> None:
    k, sesi = klien(admin), klien(anggota)
    tanggapan = k.post(alamat("keaktifan", anggota.pk), {"aktif": "0", "alasan": "Pindah tugas"})
    assert kabar(k, tanggapan) == "Akun dinonaktifkan; sesinya diakhiri."
    assert sesi.get(kantor.alamat("tim/")).status_code == 302
    assert kabar(k, k.post(alamat("keaktifan", anggota.pk), {"aktif": "1", "alasan": ""})) == "Akun diaktifkan."
    assert [(j.tindakan, j.sesudah, j.alasan) for j in Jejak.objects.order_by("id")] == [
        ("menonaktifkan akun", {"is_active": False}, "Pindah tugas"), ("mengaktifkan akun", {"is_active": True}, ""),
    ]  # fmt: skip


def test_nonaktif_is_not_for_oneself(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    tanggapan = klien(admin).post(alamat("keaktifan", admin.pk), {"aktif": "0"})
    assert tanggapan.status_code == 422
    assert Pengguna.objects.get(pk=admin.pk).is_active


def test_own_page_offers_no_role_password_or_deactivation(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    aksi = [f["action"] for f in urai(klien(admin).get(alamat("akun", admin.pk))).main.find_all("form")]
    assert aksi == [alamat("akun", admin.pk)]


def test_sandi_sementara_is_shown_once(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    k = klien(admin)
    tanggapan = k.post(alamat("sandi_sementara", anggota.pk))
    sandi = urai(tanggapan).find("code").get_text()
    assert "no-store" in tanggapan["Cache-Control"]
    anggota.refresh_from_db()
    assert (anggota.check_password(sandi), anggota.wajib_ganti_sandi) == (True, True)
    assert urai(k.get(alamat("akun", anggota.pk))).find("code") is None
    assert tindakan() == ["memberi sandi sementara"]


def test_sandi_sementara_refused_says_why(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    tanggapan = k.post(alamat("sandi_sementara", admin.pk))
    assert kabar(k, tanggapan) == "Untuk akun Anda sendiri, pakai halaman Ganti sandi."


# --- teams -------------------------------------------------------------------------------------------


def test_keanggotaan_puts_into_a_team_and_changes_the_role(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna
) -> None:
    k = klien(admin)

    def tim() -> list[tuple[str, str, int]]:
        milik = Keanggotaan.objects.filter(pengguna=anggota).order_by("urutan")
        return list(milik.values_list("tim__kode", "peran", "urutan"))

    tanggapan = k.post(alamat("keanggotaan", anggota.pk), {"kode": "II", "peran": "anggota"})
    assert kabar(k, tanggapan) == "Susunan tim disimpan."
    assert tim() == [("I", "anggota", 9), ("II", "anggota", 10)]
    k.post(alamat("keluar_tim", kantor.orang["koordinator-ii"].pk, "II"))
    k.post(alamat("keanggotaan", anggota.pk), {"kode": "II", "peran": "koordinator"})
    assert tim() == [("I", "anggota", 9), ("II", "koordinator", 10)]
    assert tindakan() == ["memasukkan ke tim", "mengeluarkan dari tim", "mengubah peran di tim"]


SALAH_TIM = [
    ({"kode": "II", "peran": "koordinator"}, "Peran: Tim II sudah mempunyai Koordinator: Koordinator Ii."),
    ({"kode": PENGARAH, "peran": "anggota"}, "Peran: Pengarah tidak mempunyai peran Anggota."),
    ({"kode": "II", "peran": "kepala"}, "Peran: Tim II tidak mempunyai peran Penanggung Jawab."),
    (
        {"kode": "VII", "peran": "anggota"},
        "Tim: Masukkan pilihan yang valid. VII bukan salah satu dari pilihan yang tersedia.",
    ),
]


@pytest.mark.parametrize(("isi", "pesan"), SALAH_TIM)
def test_keanggotaan_refused_says_why(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna, isi: dict[str, str], pesan: str
) -> None:
    tanggapan = klien(admin).post(alamat("keanggotaan", anggota.pk), isi)
    assert (tanggapan.status_code, galat(tanggapan)) == (422, [pesan])
    assert tindakan() == []


def test_keanggotaan_wants_an_active_account(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    Pengguna.objects.filter(username="anggota").update(is_active=False)
    tanggapan = klien(admin).post(alamat("keanggotaan", kantor.orang["anggota"].pk), {"kode": "II", "peran": "anggota"})
    assert galat(tanggapan) == ["Akun Anggota nonaktif. Aktifkan dahulu."]


def test_keluar_tim_ends_the_rights(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    k = klien(admin)
    assert kabar(k, k.post(alamat("keluar_tim", anggota.pk, "I"))) == "Anggota dikeluarkan dari Tim I 2023."
    assert not Pengguna.objects.get(pk=anggota.pk).boleh("unggah_bukti", kantor.syarat["I", "aksi"])
    jejak = Jejak.objects.get()
    assert (jejak.objek_id, jejak.sebelum, jejak.sesudah) == (anggota.pk, {"tim": "I", "peran": "Anggota"}, {})


def test_keluar_tim_of_a_team_one_is_not_in(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    assert klien(admin).post(alamat("keluar_tim", anggota.pk, "VI")).status_code == 404


# --- standing roles ----------------------------------------------------------------------------------


def peran(kantor: Kantor) -> list[tuple[str, str]]:
    return sorted(Penugasan.objects.filter(satker=kantor.satker).values_list("pengguna__username", "peran"))


def test_peran_given_and_taken(klien: Buka, kantor: Kantor, admin: Pengguna, ketua: Pengguna) -> None:
    k = klien(admin)
    assert kabar(k, k.post(alamat("beri_peran", ketua.pk), {"peran": "admin"})) == "Peran diberikan."
    assert peran(kantor) == [("admin", "admin"), ("ketua", "admin"), ("penilai", "penilai")]
    tanggapan = k.post(alamat("cabut_peran", ketua.pk), {"peran": "admin"})
    assert (tanggapan["Location"], kabar(k, tanggapan)) == (alamat("orang_tahun"), "Peran dicabut.")
    assert peran(kantor) == [("admin", "admin"), ("penilai", "penilai")]
    assert tindakan() == ["memberi peran Admin satker", "mencabut peran Admin satker"]


def test_peran_of_ones_own_is_not_given_up(klien: Buka, kantor: Kantor, admin: Pengguna, ketua: Pengguna) -> None:
    """The last admin stays, for nobody takes the role from themselves; another admin does."""
    k = klien(admin)
    assert galat(k.post(alamat("cabut_peran", admin.pk), {"peran": "admin"})) == [DIRI_PERAN]
    Penugasan.objects.create(satker=kantor.satker, pengguna=ketua, peran=Peran.ADMIN)
    assert galat(k.post(alamat("cabut_peran", admin.pk), {"peran": "admin"})) == [DIRI_PERAN]
    tanggapan = klien(ketua).post(alamat("cabut_peran", admin.pk), {"peran": "admin"})
    assert tanggapan["Location"] == alamat("orang_tahun")
    assert peran(kantor) == [("ketua", "admin"), ("penilai", "penilai")]


def test_peran_last_active_admin_stays(kantor: Kantor, admin: Pengguna, ketua: Pengguna) -> None:
    Penugasan.objects.create(satker=kantor.satker, pengguna=ketua, peran=Peran.ADMIN)
    Pengguna.objects.filter(pk=ketua.pk).update(is_active=False)  # does not count
    with pytest.raises(DomainError, match="Admin adalah satu-satunya admin Kantor Uji"):
        cabut_peran(satker=kantor.satker, pengguna=admin, peran=Peran.ADMIN, oleh=ketua)


def test_peran_admin_is_not_for_other_offices(klien: Buka, kantor: Kantor, admin: Pengguna, penilai: Pengguna) -> None:
    tanggapan = klien(admin).post(alamat("beri_peran", penilai.pk), {"peran": "admin"})
    assert (tanggapan.status_code, galat(tanggapan)) == (422, ["Penilai bukan pegawai Kantor Uji."])


@pytest.mark.parametrize("nilai", ["kepala", "", "x"])
def test_peran_unknown_is_refused(klien: Buka, kantor: Kantor, admin: Pengguna, ketua: Pengguna, nilai: str) -> None:
    assert klien(admin).post(alamat("beri_peran", ketua.pk), {"peran": nilai}).status_code == 422
    assert len(peran(kantor)) == 2


def test_penilai_from_outside_by_nip(klien: Buka, kantor: Kantor, admin: Pengguna, orang_luar: Pengguna) -> None:
    k = klien(admin)
    luar = klien(orang_luar)
    assert kabar(k, k.post(alamat("penilai_luar"), {"nip": orang_luar.nip})) == TERCATAT
    assert luar.get(kantor.alamat("tim/")).status_code == 404  # not before consent
    luar.post(f"/ajakan/{Ajakan.objects.get().pk}/", {"jawaban": "terima"})
    assert luar.get(kantor.alamat("tim/")).status_code == 200
    tanggapan = k.post(alamat("cabut_peran", orang_luar.pk), {"peran": "penilai"})
    assert tanggapan["Location"] == alamat("orang_tahun")
    assert luar.get(kantor.alamat("tim/")).status_code == 404


def test_penilai_from_outside_unknown(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k = klien(admin)
    assert kabar(k, k.post(alamat("penilai_luar"), {"nip": "199999999999999999"})) == TERCATAT
