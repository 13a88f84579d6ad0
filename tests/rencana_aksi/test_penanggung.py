"""Naming who answers for an action, in a plan that is ditetapkan too."""

from collections.abc import Callable

import pytest

from rencana_aksi.models import RencanaAksi
from tests.bantuan import HTMX, Klien, teks, urai
from tests.pabrik import Kantor
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna

Buka = Callable[..., Klien]


def alamat(kantor: Kantor, kode: str = "I", huruf: str = "b") -> str:
    return kantor.alamat(f"rencana/aksi/{kantor.aksi[kode, huruf].pk}/penanggung/")


def kini(kantor: Kantor) -> Pengguna | None:
    return RencanaAksi.objects.get(pk=kantor.aksi["I", "b"].pk).penanggung_jawab


@pytest.mark.parametrize("siapa", ["ketua", "koordinator-i"])
def test_somebody_of_the_team_is_named(kantor: Kantor, klien: Buka, anggota: Pengguna, siapa: str) -> None:
    k = klien(kantor.orang[siapa])
    aksi = kantor.alamat(f"rencana/aksi/{kantor.aksi['I', 'b'].pk}/")
    tunjuk = urai(k.get(aksi)).select_one(f"dd a[href='{alamat(kantor)}']")
    assert teks(tunjuk) == "Tunjuk penanggung jawab"
    pilihan = [teks(o) for o in urai(k.get(alamat(kantor))).select("option")]
    assert pilihan == ["Belum ditetapkan", "Anggota", "Koordinator I"]
    hasil = k.post(alamat(kantor), {"pengguna": anggota.pk})
    assert (hasil.status_code, hasil["Location"], kini(kantor)) == (302, aksi, anggota)
    jejak = Jejak.objects.first()
    orang = {"id": anggota.pk, "teks": "Anggota"}
    assert (jejak.tindakan, jejak.sesudah) == ("menetapkan penanggung jawab", {"penanggung_jawab": orang})
    assert teks(urai(k.get(aksi)).select_one(f"dd a[href='{alamat(kantor)}']")) == "Ganti penanggung jawab"
    k.post(alamat(kantor), {"pengguna": ""})
    assert kini(kantor) is None


def test_somebody_of_another_team_is_refused(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    lain = kantor.orang["koordinator-ii"]
    hasil = klien(ketua).post(alamat(kantor), {"pengguna": lain.pk}, headers=HTMX)
    assert (hasil.status_code, kini(kantor)) == (422, None)
    assert teks(urai(hasil).select_one(".kolom-galat")) != ""


@pytest.mark.parametrize(
    ("siapa", "kode"),
    [("kepala", 403), ("koordinator-ii", 403), ("anggota", 403), ("penilai", 403), ("admin", 403), ("orang-luar", 404)],
)
def test_others_name_nobody(kantor: Kantor, klien: Buka, anggota: Pengguna, siapa: str, kode: int) -> None:
    k = klien(kantor.orang[siapa])
    assert [k.get(alamat(kantor)).status_code, k.post(alamat(kantor), {"pengguna": anggota.pk}).status_code] == [
        kode,
        kode,
    ]
    assert kini(kantor) is None


def test_plan_check_leads_there_where_the_plan_is_locked(kantor: Kantor, klien: Buka, ketua: Pengguna) -> None:
    pk = kantor.aksi["I", "b"].pk
    halaman = urai(klien(ketua).get(kantor.alamat("rencana/periksa/")))
    tombol = halaman.select_one(f"#temuan-aksi-tanpa-penanggung-jawab-aksi-{pk} a.tombol")
    assert (teks(tombol), tombol["href"]) == ("Tunjuk", alamat(kantor))


@pytest.mark.parametrize("cara", ["put", "delete"])
def test_only_get_and_post(kantor: Kantor, klien: Buka, ketua: Pengguna, cara: str) -> None:
    assert getattr(klien(ketua), cara)(alamat(kantor)).status_code == 405
