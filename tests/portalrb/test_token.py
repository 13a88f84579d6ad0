"""The tokens page: made, shown once, revoked; by the admin alone."""

from collections.abc import Callable

import pytest

from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from tests.portalrb.bantu import minta
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna
from zona.portalrb.models import TokenPortal

Buka = Callable[..., Klien]


def buat(k: Klien, kantor: Kantor, nama: str = "PortalRB 2026") -> str:
    tanggapan = k.post(kantor.alamat("portalrb/"), {"nama": nama})
    assert tanggapan.status_code == 200
    return teks(urai(tanggapan).select_one("code.sandi"))


def test_token_is_shown_once_and_kept_as_its_hash(kantor: Kantor, klien: Buka, admin: Pengguna) -> None:
    k = klien(admin)
    rahasia = buat(k, kantor)
    token = TokenPortal.objects.get()
    assert rahasia not in (token.sidik, token.awal)
    assert rahasia.startswith(token.awal)
    assert rahasia not in k.get(kantor.alamat("portalrb/")).content.decode()
    assert rahasia not in str(list(Jejak.objects.values()))
    assert minta(rahasia, "pengusulan/unit-wbk").status_code == 200
    assert Jejak.objects.filter(tindakan="membuat token PortalRB", oleh_id=admin.pk).count() == 1


def test_revoked_at_once(kantor: Kantor, klien: Buka, admin: Pengguna) -> None:
    k = klien(admin)
    rahasia = buat(k, kantor)
    tujuan = kantor.alamat(f"portalrb/{TokenPortal.objects.get().pk}/cabut/")
    halaman = k.post(tujuan, follow=True)
    assert "langsung tidak berlaku" in teks(halaman)
    assert minta(rahasia, "pengusulan/unit-wbk").status_code == 401
    assert "sudah dicabut" in teks(k.post(tujuan, follow=True))
    assert buat(k, kantor) != rahasia  # the name is free again


@pytest.mark.parametrize(
    ("nama", "kalimat"), [("", "Isi nama token"), ("  ", "Isi nama token"), ("PortalRB 2026", "masih berlaku")]
)
def test_names_that_are_refused(kantor: Kantor, klien: Buka, admin: Pengguna, nama: str, kalimat: str) -> None:
    k = klien(admin)
    buat(k, kantor)
    tanggapan = k.post(kantor.alamat("portalrb/"), {"nama": nama})
    assert tanggapan.status_code == 422
    assert kalimat in teks(tanggapan)
    assert TokenPortal.objects.count() == 1


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "anggota", "penilai"])
def test_others_are_told_why_not(kantor: Kantor, klien: Buka, siapa: str) -> None:
    k = klien(kantor.orang[siapa])
    assert [k.get(kantor.alamat("portalrb/")).status_code, k.post(kantor.alamat("portalrb/")).status_code] == [403, 403]
    assert "admin satker" in teks(k.get(kantor.alamat("portalrb/")))


def test_queries_do_not_grow_with_tokens(
    kantor: Kantor, klien: Buka, admin: Pengguna, django_assert_num_queries: Callable[[int], object]
) -> None:
    k = klien(admin)
    for n in (1, 3):
        while TokenPortal.objects.count() < n:
            buat(k, kantor, f"Token {TokenPortal.objects.count()}")
        with django_assert_num_queries(6):  # type: ignore[attr-defined]  # a context manager
            k.get(kantor.alamat("portalrb/"))
