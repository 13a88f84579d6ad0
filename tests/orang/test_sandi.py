"""First passwords: sheets shown once, invitations, and how each ends."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.utils import timezone
from pytest_django import Settings

from tests.bantuan import Klien, teks, urai
from tests.pabrik import HARI_INI, Kantor
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.domain.pengguna import ubah_pengguna
from zona.organisasi.domain.sandi import beri_sandi_sementara, pasang_sandi
from zona.organisasi.domain.undangan import baca_undangan, undang
from zona.organisasi.enums import KeadaanSandi
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]
ALAMAT, UNDANG = "/uji/tim/sandi/", "/uji/tim/undang/"
BARU = "angin-tenggara-musim-4"
LEWAT = "Sandi sementara ini sudah kedaluwarsa. Mintalah sandi sementara yang baru kepada admin satker Anda."


def isian(k: Klien, *orang: Pengguna) -> dict[str, object]:
    dilihat = urai(k.get(ALAMAT)).find("input", {"name": "dilihat"})["value"]
    return {"orang": [o.pk for o in orang], "dilihat": dilihat}


@pytest.fixture(autouse=True)
def sandi_admin(kantor: Kantor) -> None:
    pasang_sandi(pengguna=kantor.orang["admin"], sandi="x", wajib_ganti=False, oleh=None)


def jejak() -> list[str]:
    return list(Jejak.objects.order_by("pk").values_list("tindakan", flat=True))[1:]


# --- sheets -----------------------------------------------------------------------------------------


def test_sheets_are_shown_once_and_open(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    k, dua = klien(admin), [kantor.orang["anggota"], kantor.orang["ketua"]]
    tanggapan = k.post(ALAMAT, isian(k, *dua))
    assert "no-store" in tanggapan["Cache-Control"]
    lembar = urai(tanggapan).select(".lembar-sandi > li")
    assert [teks(li.h2) for li in lembar] == ["Anggota", "Ketua"]
    isi = teks(lembar[0])
    assert "Alamat http://127.0.0.1:8000" in isi
    assert "Nama pengguna anggota" in isi
    assert re.search(r"Berlaku sampai 18 Maret 2023 pukul \d\d\.\d\d", isi)
    sandi = lembar[0].code.get_text()
    assert klien().post("/masuk/", {"username": "anggota", "password": sandi}).status_code == 302
    assert sandi not in str(Jejak.objects.values_list())
    assert sandi not in str(Pengguna.objects.values_list())
    assert jejak()[:2] == ["memberi sandi sementara"] * 2
    assert urai(k.get(ALAMAT)).code is None


def test_sheets_sent_twice_take_nothing_away(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    k = klien(admin)
    isi = isian(k, anggota)
    sandi = urai(k.post(ALAMAT, isi)).code.get_text()
    lagi = k.post(ALAMAT, isi)
    assert lagi.status_code == 422
    assert "Sandi sebagian orang sudah berubah sejak halaman ini dibuka" in teks(urai(lagi).main)
    anggota.refresh_from_db()
    assert anggota.check_password(sandi)
    assert k.post(ALAMAT, isi | {"dilihat": urai(lagi).find("input", {"name": "dilihat"})["value"]}).status_code == 200


def test_ticked_at_first_are_those_who_have_nothing_in_hand(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna
) -> None:
    beri_sandi_sementara(pengguna=anggota, oleh=admin)
    halaman = urai(klien(admin).get(ALAMAT))
    dicentang = {int(u["value"]): u.has_attr("checked") for u in halaman.select("input[name=orang]")}
    assert dicentang == {
        o.pk: o != anggota for n, o in kantor.orang.items() if n not in ("admin", "penilai", "orang-luar")
    }


@pytest.mark.parametrize("siapa", ["orang-luar", "penilai", "admin"])
def test_sheets_are_for_ones_own_without_a_password(klien: Buka, kantor: Kantor, admin: Pengguna, siapa: str) -> None:
    k = klien(admin)
    assert k.post(ALAMAT, isian(k, kantor.orang[siapa])).status_code == 422
    assert k.post(ALAMAT, isian(k)).status_code == 422
    assert jejak() == []


# --- after 72 hours ---------------------------------------------------------------------------------


def masuk(k: Klien, sandi: str):
    return k.post("/masuk/", {"username": "anggota", "password": sandi})


def test_temporary_password_ends_after_72_hours(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna, settings: Settings
) -> None:
    sandi = beri_sandi_sementara(pengguna=anggota, oleh=admin)
    settings.ZONA_HARI_INI = HARI_INI + timedelta(days=4)
    k = klien()
    salah, tanggapan = masuk(k, "bukan"), masuk(k, sandi)
    assert teks(urai(salah).select_one("main [role=alert]")) == "Nama pengguna, NIP, atau sandi tidak cocok."
    assert (tanggapan.status_code, teks(urai(tanggapan).select_one("main [role=alert]"))) == (422, LEWAT)
    assert "_auth_user_id" not in k.session


def test_temporary_password_opens_within_72_hours(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna, settings: Settings
) -> None:
    sandi = beri_sandi_sementara(pengguna=anggota, oleh=admin)
    settings.ZONA_HARI_INI = HARI_INI + timedelta(days=2)
    assert masuk(klien(), sandi).status_code == 302


def test_session_of_a_temporary_password_ends_with_it(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna, settings: Settings
) -> None:
    sandi = beri_sandi_sementara(pengguna=anggota, oleh=admin)
    k = klien()
    masuk(k, sandi)
    settings.ZONA_HARI_INI = HARI_INI + timedelta(days=4)
    tanggapan = k.post("/sandi/", {"sandi_lama": sandi, "sandi_baru": BARU, "sandi_ulang": BARU}, follow=True)
    assert tanggapan.redirect_chain == [("/masuk/", 302)]
    assert teks(urai(tanggapan).find(role="status")) == LEWAT
    anggota.refresh_from_db()
    assert anggota.keadaan_sandi == KeadaanSandi.SEMENTARA_LEWAT


def test_own_password_has_no_end(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    sandi = beri_sandi_sementara(pengguna=anggota, oleh=admin)
    k = klien()
    masuk(k, sandi)
    k.post("/sandi/", {"sandi_lama": sandi, "sandi_baru": BARU, "sandi_ulang": BARU})
    anggota.refresh_from_db()
    assert (anggota.sandi_sampai, anggota.keadaan_sandi) == (None, KeadaanSandi.AKTIF)


# --- invitations ------------------------------------------------------------------------------------


@pytest.fixture
def berposel(kantor: Kantor, anggota: Pengguna) -> Pengguna:
    ubah_pengguna(pengguna=anggota, posel="anggota@contoh.id", oleh=None)
    return anggota


def kirim(kantor: Kantor, orang: Pengguna, tangkap) -> str:
    """The path of the link in the letter."""
    mail.outbox.clear()
    with tangkap(execute=True):
        hasil = undang(satker=kantor.satker, orang=[orang], oleh=kantor.orang["admin"])
    assert (hasil.terkirim, hasil.gagal) == ([orang], [])
    return re.search(r"http://127\.0\.0\.1:8000(/undangan/\S+/)", mail.outbox[0].body)[1]


def test_invitation_sets_the_first_password_once(
    klien: Buka, kantor: Kantor, berposel: Pengguna, django_capture_on_commit_callbacks
) -> None:
    tautan = kirim(kantor, berposel, django_capture_on_commit_callbacks)
    surat = mail.outbox[0]
    assert (surat.to, surat.subject) == (["anggota@contoh.id"], "Undangan Zona: Kantor Uji")
    assert "nama pengguna anggota:" in surat.body
    k = klien()
    assert [k.get(tautan).status_code for _ in range(3)] == [200] * 3  # looking uses nothing up
    assert "no-store" in k.get(tautan)["Cache-Control"]
    isi = {"sandi_baru": BARU, "sandi_ulang": BARU}
    assert k.post(tautan, isi)["Location"] == "/masuk/"
    assert masuk(k, BARU).status_code == 302
    lagi = klien().post(tautan, {"sandi_baru": "lain-lagi-angin-9", "sandi_ulang": "lain-lagi-angin-9"})
    assert (lagi.status_code, "Undangan ini tidak berlaku lagi" in teks(urai(lagi).main)) == (410, True)
    berposel.refresh_from_db()
    assert (berposel.check_password(BARU), berposel.keadaan_sandi) == (True, KeadaanSandi.AKTIF)
    assert [t for t in jejak() if "undang" in t] == ["mengundang", "menerima undangan"]
    assert tautan.split("/")[2] not in str(Jejak.objects.values_list())


@pytest.mark.parametrize(
    ("isi", "pesan"),
    [(("pendek", "pendek"), "terlalu pendek"), ((BARU, "lain"), "Kedua sandi baru tidak sama"), (("", ""), "kosong")],
)
def test_weak_first_password_is_told(
    klien: Buka, kantor: Kantor, berposel: Pengguna, django_capture_on_commit_callbacks, isi, pesan: str
) -> None:
    tautan = kirim(kantor, berposel, django_capture_on_commit_callbacks)
    tanggapan = klien().post(tautan, dict(zip(("sandi_baru", "sandi_ulang"), isi, strict=True)))
    assert (tanggapan.status_code, pesan in teks(urai(tanggapan).main)) == (422, True)
    assert klien().get(tautan).status_code == 200


def akhiri_waktu(kantor: Kantor, orang: Pengguna) -> None:
    Pengguna.objects.filter(pk=orang.pk).update(sandi_sampai=timezone.now() - timedelta(days=4000))


def akhiri_sandi(kantor: Kantor, orang: Pengguna) -> None:
    beri_sandi_sementara(pengguna=orang, oleh=kantor.orang["admin"])


def akhiri_undangan(kantor: Kantor, orang: Pengguna) -> None:
    undang(satker=kantor.satker, orang=[Pengguna.objects.get(pk=orang.pk)], oleh=kantor.orang["admin"])


def akhiri_posel(kantor: Kantor, orang: Pengguna) -> None:
    ubah_pengguna(pengguna=Pengguna.objects.get(pk=orang.pk), posel="lain@contoh.id", oleh=None)


def akhiri_akun(kantor: Kantor, orang: Pengguna) -> None:
    Pengguna.objects.filter(pk=orang.pk).update(is_active=False)


@pytest.mark.parametrize("akhiri", [akhiri_waktu, akhiri_sandi, akhiri_undangan, akhiri_posel, akhiri_akun])
def test_invitation_ends(
    klien: Buka, kantor: Kantor, berposel: Pengguna, django_capture_on_commit_callbacks, akhiri
) -> None:
    tautan = kirim(kantor, berposel, django_capture_on_commit_callbacks)
    akhiri(kantor, berposel)
    assert klien().get(tautan).status_code == 410
    assert klien().post(tautan, {"sandi_baru": BARU, "sandi_ulang": BARU}).status_code == 410


def test_invitation_ends_after_72_hours_by_the_clock(
    kantor: Kantor, berposel: Pengguna, django_capture_on_commit_callbacks
) -> None:
    with time_machine.travel(timezone.now(), tick=False) as jam:
        token = kirim(kantor, berposel, django_capture_on_commit_callbacks).split("/")[2]
        jam.shift(timedelta(hours=71, minutes=59))
        assert baca_undangan(token) == berposel
        jam.shift(timedelta(minutes=2))
        with pytest.raises(DomainError, match="lewat 72 jam"):
            baca_undangan(token)


@pytest.mark.parametrize("token", ["x", "a.b.c", "eyJwIjoxfQ:1a:b", "%00"])
def test_link_that_is_none(klien: Buka, kantor: Kantor, token: str) -> None:
    assert klien().get(f"/undangan/{token}/").status_code == 410


def test_invitations_from_the_page(
    klien: Buka, kantor: Kantor, admin: Pengguna, berposel: Pengguna, django_capture_on_commit_callbacks
) -> None:
    k = klien(admin)
    isi = isian(k, berposel, kantor.orang["ketua"])
    with django_capture_on_commit_callbacks(execute=True):
        tanggapan = k.post(UNDANG, isi)
    assert [s.to for s in mail.outbox] == [["anggota@contoh.id"]]
    kata = [teks(u) for u in urai(k.get(tanggapan["Location"])).find_all(role="status")]
    assert kata[-1] == "1 orang tanpa alamat pos-el tidak diundang; cetak lembar sandinya."
    berposel.refresh_from_db()
    assert berposel.keadaan_sandi == KeadaanSandi.DIUNDANG


def test_invitation_that_does_not_go_out_is_told(
    kantor: Kantor, berposel: Pengguna, settings: Settings, django_capture_on_commit_callbacks
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    with django_capture_on_commit_callbacks(execute=True):
        hasil = undang(satker=kantor.satker, orang=[berposel], oleh=kantor.orang["admin"])
    assert (hasil.terkirim, hasil.gagal) == ([], [berposel])
    assert jejak()[-1] == "gagal mengirim undangan"


DITOLAK = [
    ("ketua", "Ketua belum mempunyai alamat pos-el."),
    ("orang-luar", "Orang Luar bukan pegawai Kantor Uji."),
    ("admin", "Admin sudah mempunyai sandi sendiri."),
]


@pytest.mark.parametrize(("siapa", "pesan"), DITOLAK)
def test_invitation_refused_says_why_and_invites_nobody(
    kantor: Kantor, berposel: Pengguna, siapa: str, pesan: str
) -> None:
    Pengguna.objects.filter(username="admin").update(posel="a@contoh.id")
    orang = [berposel, Pengguna.objects.get(username=siapa)]
    with pytest.raises(DomainError) as galat:
        undang(satker=kantor.satker, orang=orang, oleh=kantor.orang["admin"])
    assert galat.value.pesan == pesan
    berposel.refresh_from_db()
    assert berposel.sandi_sampai is None


def test_page_of_a_person_offers_the_invitation(
    klien: Buka, kantor: Kantor, admin: Pengguna, berposel: Pengguna, django_capture_on_commit_callbacks
) -> None:
    k = klien(admin)
    halaman = urai(k.get(f"/uji/2023/tim/orang/{berposel.pk}/"))
    form = halaman.find("form", action=UNDANG)
    isi = {u["name"]: u["value"] for u in form.find_all("input") if u["name"] != "csrfmiddlewaretoken"}
    with django_capture_on_commit_callbacks(execute=True):
        assert k.post(UNDANG, isi).status_code == 302
    assert len(mail.outbox) == 1
    ketua = urai(k.get(f"/uji/2023/tim/orang/{kantor.orang['ketua'].pk}/"))
    assert ketua.find("form", action=UNDANG) is None
