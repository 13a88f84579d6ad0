"""Loading a whole roster: the real one whole, twice, and every way it can be wrong."""

from typing import Any

import pytest
import yaml
from django.conf import settings

from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.domain.muat_tim import muat_tim
from zona.organisasi.domain.pengguna import tambah_pengguna
from zona.organisasi.enums import PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Satker, Tim
from zona.organisasi.queries.roster import susunan_tim

NASKAH = settings.AKAR / "fixtures" / "naskah" / "tim-2022.yaml"


@pytest.fixture
def satker(db: None) -> Satker:
    return Satker.objects.create(kode="KB", nama="Kantor Bahasa", zona_waktu="Asia/Makassar")


@pytest.fixture
def naskah() -> list[dict[str, Any]]:
    return yaml.safe_load(NASKAH.read_text())["anggota"]


def kecil() -> list[dict[str, Any]]:
    return [
        {"no": 1, "nama": "Dr. Ani Utami, M.Hum.", "nip": "198001012006041001", "peran": "Penanggung Jawab RBI"},
        {"no": 2, "nama": "Budi, S.S.", "nip": "198001012006041002", "peran": "Ketua RBI"},
        {"no": 3, "tim": "I", "nama": "Cici", "nip": "198001012006041003", "peran": "Koordinator"},
        {"no": 4, "tim": "I", "nama": "Dedi", "jabatan": "PPNPN", "peran": "Anggota"},
    ]


def muat(satker: Satker, anggota: list[dict[str, Any]], tahun: int = 2023) -> tuple[int, int]:
    hasil = muat_tim(satker=satker, tahun=tahun, anggota=anggota, oleh=None)
    return hasil.baru, hasil.perubahan


def test_real_roster_is_loaded_whole(satker: Satker, naskah: list[dict[str, Any]]) -> None:
    hasil = muat_tim(satker=satker, tahun=2023, anggota=naskah, oleh=None)
    assert [p.nama for p in hasil.orang] == [a["nama"] for a in naskah]
    assert (hasil.baru, hasil.perubahan) == (34, 68)
    susunan = susunan_tim(satker, 2023)
    assert [(t.kode, len(t.baris)) for t in susunan] == [
        (PENGARAH, 2), ("I", 5), ("II", 5), ("III", 5), ("IV", 6), ("V", 5), ("VI", 6),
    ]  # fmt: skip
    baris = [b for t in susunan for b in t.baris]
    assert [b.no for b in baris] == list(range(1, 35))
    assert [(b.pengguna.nama, b.pengguna.jabatan) for b in baris] == [(a["nama"], a["jabatan"]) for a in naskah]
    assert [b.peran for b in baris] == [a["peran"] for a in naskah]
    assert [b.nip for b in baris if not b.nip_sah] == [
        "tidak ada NIP",
        "19911107202203101 (tidak sah: 17 angka, seharusnya 18)",
        "tidak ada NIP",
        "tidak ada NIP",
    ]


def test_usernames_come_from_names(satker: Satker, naskah: list[dict[str, Any]]) -> None:
    muat(satker, naskah)
    username = dict(Pengguna.objects.values_list("nama", "username"))
    assert len(set(username.values())) == 34
    assert username["Dr. Puji Retno Hardiningtyas"] == "puji.hardiningtyas"
    assert username["Kasman, M.Hum."] == "kasman"
    assert username["I Nyoman Cahyasabudhi S., S.Pd."] == "nyoman.cahyasabudhi"
    assert username["M. Syamsur Rijal, S.Hum."] == "syamsur.rijal"


def test_roles_of_the_steering_pair_keep_the_printed_words(satker: Satker) -> None:
    muat(satker, kecil())
    assert list(Keanggotaan.objects.order_by("urutan").values_list("tim__kode", "peran", "sebutan", "urutan")) == [
        (PENGARAH, Peran.KEPALA, "Penanggung Jawab RBI", 1),
        (PENGARAH, Peran.KETUA, "Ketua RBI", 2),
        ("I", Peran.KOORDINATOR, "", 3),
        ("I", Peran.ANGGOTA, "", 4),
    ]


def test_loading_twice_changes_nothing(satker: Satker, naskah: list[dict[str, Any]]) -> None:
    muat(satker, naskah)
    jejak = Jejak.objects.count()
    satker.refresh_from_db()
    revisi = satker.revisi
    assert muat(satker, naskah) == (0, 0)
    satker.refresh_from_db()
    assert (Jejak.objects.count(), satker.revisi) == (jejak, revisi)


def test_another_year_shares_the_accounts(satker: Satker) -> None:
    muat(satker, kecil())
    assert muat(satker, kecil(), 2024) == (0, 4)
    assert Pengguna.objects.count() == 4
    assert sorted(Tim.objects.values_list("tahun", "kode")) == [(t, k) for t in (2023, 2024) for k in ("I", PENGARAH)]


def test_changed_roster_moves_people_and_corrects_accounts(satker: Satker) -> None:
    muat(satker, kecil())
    baru = kecil()
    baru[2] |= {"peran": "Anggota"}
    baru[3] |= {"peran": "Koordinator", "nip": "198001012006041004", "jabatan": "Analis"}
    del baru[1]
    assert muat(satker, baru) == (0, 6)  # three taken out, two put back in as something else, one account corrected
    assert list(Keanggotaan.objects.order_by("urutan").values_list("pengguna__nama", "peran")) == [
        ("Dr. Ani Utami, M.Hum.", Peran.KEPALA), ("Cici", Peran.ANGGOTA), ("Dedi", Peran.KOORDINATOR),
    ]  # fmt: skip
    dedi = Pengguna.objects.get(nama="Dedi")
    assert (dedi.nip, dedi.jabatan) == ("198001012006041004", "Analis")
    assert Pengguna.objects.filter(nama="Budi, S.S.").exists()


def test_username_of_the_entry_is_used(satker: Satker) -> None:
    muat(satker, kecil())
    anggota = kecil()
    anggota[0]["username"] = "kepala"
    assert muat(satker, anggota) == (0, 1)
    assert Pengguna.objects.get(nip="198001012006041001").username == "kepala"


def test_taken_username_gets_a_number(satker: Satker) -> None:
    lain = Satker.objects.create(kode="LAIN", nama="Lain")
    tambah_pengguna(satker=lain, username="budi", nama="Budi lain", oleh=None)
    muat(satker, kecil())
    assert Pengguna.objects.get(nama="Budi, S.S.").username == "budi2"


SALAH = [
    ({3: {"tim": "VII"}}, "anggota[3].tim: 'VII' bukan salah satu dari I, II, III, IV, V, VI"),
    (
        {1: {"nip": "19800101200604100"}},
        "anggota[1].nip: harus 18 angka, bukan '19800101200604100'; angka lain yang tercetak masuk nip_naskah",
    ),
    ({1: {"nip": 198001012006041002}}, "anggota[1].nip: harus teks yang berisi, bukan 198001012006041002"),
    ({2: {"nip": "198001012006041001"}}, "anggota[2].nip: 198001012006041001 sudah ada di anggota[0]"),
    (
        {3: {"peran": "Pengawas"}},
        "anggota[3].peran: 'Pengawas' bukan salah satu dari Koordinator, Anggota, Penanggung Jawab RBI, Ketua RBI",
    ),
    ({3: {"peran": "Koordinator"}}, "anggota[3].peran: Koordinator I sudah ada di anggota[2]"),
    ({3: {"peran": "Ketua RBI"}}, "anggota[3].peran: 'Ketua RBI' bukan peran dalam tim"),
    ({0: {"peran": "Anggota"}}, "anggota[0].peran: 'Anggota' di luar tim"),
    ({3: {"no": 3}}, "anggota[3].no: 3 sudah ada di anggota[2]"),
    ({3: {"no": 0}}, "anggota[3].no: harus bilangan mulai 1, bukan 0"),
    ({3: {"hp": "0812"}}, "anggota[3].hp: kunci tidak dikenal"),
    ({3: {"nama": " "}}, "anggota[3].nama: harus teks yang berisi, bukan ' '"),
    ({0: {"username": "x"}, 1: {"username": "x"}}, "anggota[1].username: x sudah ada di anggota[0]"),
    ({3: {"username": "Dedi"}}, "anggota[3].username: Huruf kecil, angka, . _ -"),
    ({3: {"posel": "bukan"}}, "anggota[3].posel: Masukkan alamat email yang valid."),
    (
        {0: {"tim": "X"}, 3: {"nip": "1"}},
        "anggota[0].tim: 'X' bukan salah satu dari I, II, III, IV, V, VI; "
        "anggota[3].nip: harus 18 angka, bukan '1'; angka lain yang tercetak masuk nip_naskah",
    ),
]


@pytest.mark.parametrize(("ganti", "pesan"), SALAH)
def test_bad_roster_is_refused_whole(satker: Satker, ganti: dict[int, dict[str, Any]], pesan: str) -> None:
    anggota = [isi | ganti.get(i, {}) for i, isi in enumerate(kecil())]
    with pytest.raises(DomainError) as galat:
        muat(satker, anggota)
    assert galat.value.pesan == pesan
    assert (Pengguna.objects.count(), Tim.objects.count(), Jejak.objects.count()) == (0, 0, 0)


@pytest.mark.parametrize("anggota", [None, [], {}, "x"])
def test_what_is_no_list_is_refused(satker: Satker, anggota: Any) -> None:
    with pytest.raises(DomainError, match="anggota: harus daftar yang berisi"):
        muat(satker, anggota)


def test_missing_name_and_role_are_named(satker: Satker) -> None:
    with pytest.raises(DomainError) as galat:
        muat(satker, [{"tim": "I"}, "Ani"])  # type: ignore[list-item]  # the point of the test
    assert galat.value.pesan == (
        "anggota[0].nama: harus ada; anggota[0].peran: harus ada; anggota[1]: harus pasangan kunci dan nilai"
    )


def test_accounts_of_another_office_are_refused(satker: Satker) -> None:
    lain = Satker.objects.create(kode="LAIN", nama="Lain")
    tambah_pengguna(satker=lain, username="cici", nama="Cici", nip="198001012006041003", oleh=None)
    with pytest.raises(DomainError, match=r"^anggota\[2\]: akun dengan NIP ini milik satker lain$"):
        muat(satker, kecil())


def test_one_person_named_twice_is_refused(satker: Satker) -> None:
    muat(satker, kecil())
    anggota = kecil()
    del anggota[0]["nip"]
    anggota[0]["username"] = "budi"
    with pytest.raises(DomainError, match=r"anggota\[1\]: orang yang sama dengan anggota\[0\] \(budi\)"):
        muat(satker, anggota)
