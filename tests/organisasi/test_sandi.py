"""One's own password, and the temporary one that must be changed first."""

import re
from collections.abc import Callable

import pytest

from tests.bantuan import HTMX, Klien, rapi, teks, urai
from tests.pabrik import Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.domain.sandi import beri_sandi_sementara, pasang_sandi, sandi_acak
from zona.organisasi.models import Pengguna

LAMA, BARU = "mutiara-selat-lombok-9", "angin-tenggara-musim-4"
Buka = Callable[..., Klien]


@pytest.fixture
def anggota(kantor: Kantor) -> Pengguna:
    orang = kantor.orang["anggota"]
    orang.set_password(LAMA)
    orang.save()
    return orang


def ganti(klien: Klien, lama: str = LAMA, baru: str = BARU, ulang: str = BARU, **lain):
    return klien.post("/sandi/", {"sandi_lama": lama, "sandi_baru": baru, "sandi_ulang": ulang}, **lain)


def test_ganti_sandi_keeps_this_session_and_ends_the_others(klien: Buka, anggota: Pengguna) -> None:
    ini, lain = klien(anggota), klien(anggota)
    tanggapan = ganti(ini)
    assert (tanggapan.status_code, tanggapan["Location"]) == (302, "/")
    anggota.refresh_from_db()
    assert anggota.check_password(BARU)
    assert anggota.password.startswith("argon2$argon2id$")
    assert ini.get("/sandi/").status_code == 200
    assert lain.get("/sandi/")["Location"] == "/masuk/?next=/sandi/"
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.objek_id, jejak.sebelum, jejak.sesudah) == (
        "mengganti sandi sendiri", anggota.pk, {}, {},
    )  # fmt: skip


SALAH = [
    ({"lama": "bukan ini"}, "sandi_lama", "Sandi lama tidak cocok."),
    ({"ulang": "yang lain"}, "sandi_ulang", "Kedua sandi baru tidak sama."),
    ({"baru": LAMA, "ulang": LAMA}, "sandi_baru", "Sandi baru harus berbeda dari sandi lama."),
    (
        {"baru": "pendek", "ulang": "pendek"},
        "sandi_baru",
        "Kata sandi terlalu pendek. Harus mengandung setidaknya 12 karakter.",
    ),
    ({"baru": "928374655610", "ulang": "928374655610"}, "sandi_baru", "Kata sandi ini seluruhnya terdiri dari angka."),
    ({"baru": "", "ulang": BARU}, "sandi_baru", "Bidang ini tidak boleh kosong."),
]


@pytest.mark.parametrize(("isi", "kolom", "pesan"), SALAH)
def test_ganti_sandi_refused_says_where(
    klien: Buka, anggota: Pengguna, isi: dict[str, str], kolom: str, pesan: str
) -> None:
    tanggapan = ganti(klien(anggota), **isi)
    assert tanggapan.status_code == 422
    assert urai(tanggapan).find(id=f"id_{kolom}_error").get_text() == pesan
    anggota.refresh_from_db()
    assert anggota.check_password(LAMA)
    assert Jejak.objects.count() == 0


def test_ganti_sandi_like_the_username_is_refused(klien: Buka, kantor: Kantor) -> None:
    orang = kantor.orang["koordinator-iii"]
    orang.set_password(LAMA)
    orang.save()
    assert ganti(klien(orang), baru="koordinator-iii", ulang="koordinator-iii").status_code == 422


def test_ganti_sandi_shows_no_password_again(klien: Buka, anggota: Pengguna) -> None:
    tanggapan = ganti(klien(anggota), lama="bukan ini")
    assert [u.get("value") for u in urai(tanggapan).find_all("input", type="password")] == [None, None, None]


def test_ganti_sandi_fields_help_password_managers(klien: Buka, anggota: Pengguna) -> None:
    isian = urai(klien(anggota).get("/sandi/")).find_all("input", type="password")
    assert [(u["name"], u["autocomplete"]) for u in isian] == [
        ("sandi_lama", "current-password"), ("sandi_baru", "new-password"), ("sandi_ulang", "new-password"),
    ]  # fmt: skip


def test_ganti_sandi_fragment_equals_page(klien: Buka, anggota: Pengguna) -> None:
    k = klien(anggota)
    halaman, bagian = ganti(k, lama="bukan ini"), ganti(k, lama="bukan ini", headers=HTMX)
    assert (halaman.status_code, bagian.status_code) == (422, 422)
    assert rapi(bagian) == rapi(urai(halaman).find(id="form"))


def test_temporary_password_opens_only_the_change(klien: Buka, anggota: Pengguna, admin: Pengguna) -> None:
    sandi = beri_sandi_sementara(pengguna=anggota, oleh=admin)
    k = klien()
    k.post("/masuk/", {"username": "anggota", "password": sandi})
    assert k.get("/keluar/").status_code == 200
    assert k.get("/sehat/").status_code == 200
    assert k.get("/uji/2023/tim/")["Location"] == "/sandi/"
    htmx = k.get("/uji/2023/tim/", headers=HTMX)
    assert (htmx.status_code, htmx["HX-Redirect"]) == (204, "/sandi/")
    assert "Anda masuk dengan sandi sementara" in teks(k.get("/sandi/"))
    assert ganti(k, lama=sandi)["Location"] == "/"
    assert k.get("/uji/2023/tim/").status_code == 200


def test_temporary_password_ends_sessions_and_lifts_the_lock(klien: Buka, anggota: Pengguna, admin: Pengguna) -> None:
    lama = klien(anggota)
    k = klien()
    for _ in range(5):
        k.post("/masuk/", {"username": "anggota", "password": "salah"})
    sandi = beri_sandi_sementara(pengguna=anggota, oleh=admin)
    assert lama.get("/sandi/")["Location"] == "/masuk/?next=/sandi/"
    assert k.post("/masuk/", {"username": "anggota", "password": sandi}).status_code == 302
    jejak = Jejak.objects.get(tindakan="memberi sandi sementara")
    assert (jejak.oleh_id, jejak.objek_id) == (admin.pk, anggota.pk)
    assert sandi not in str(Jejak.objects.values_list())


def test_temporary_password_is_not_for_oneself(admin: Pengguna) -> None:
    with pytest.raises(DomainError, match="pakai halaman Ganti sandi"):
        beri_sandi_sementara(pengguna=admin, oleh=admin)


def test_temporary_password_wants_an_active_account(anggota: Pengguna, admin: Pengguna) -> None:
    anggota.is_active = False
    with pytest.raises(DomainError, match="nonaktif"):
        beri_sandi_sementara(pengguna=anggota, oleh=admin)


def test_installed_password_need_not_be_changed(anggota: Pengguna) -> None:
    anggota.wajib_ganti_sandi = True
    pasang_sandi(pengguna=anggota, sandi="apa saja", wajib_ganti=False, oleh=None)
    anggota.refresh_from_db()
    assert (anggota.check_password("apa saja"), anggota.wajib_ganti_sandi) == (True, False)
    assert Jejak.objects.get().oleh_nama == "Sistem"


def test_generated_passwords_are_readable_and_differ() -> None:
    sandi = {sandi_acak() for _ in range(50)}
    assert len(sandi) == 50
    assert all(re.fullmatch(r"[a-hjkmnp-z2-9]{4}(-[a-hjkmnp-z2-9]{4}){2}", s) for s in sandi)
