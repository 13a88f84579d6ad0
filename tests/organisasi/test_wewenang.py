"""An admin serves; he does not rule: no door of the application gives him a role, his own name or NIP, or the office's
leaders. The doors are generated: every verb of people, and every address that posts to one."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.urls import reverse
from pytest_django import Settings

from tests.bantuan import Klien, semua_alamat, teks, urai
from tests.hukum import fungsi_domain
from tests.pabrik import Kantor, buat_orang
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.domain import mutasi, pengguna, penugasan, salin_tim, sandi, tim
from zona.organisasi.domain import pimpinan as domain
from zona.organisasi.enums import PENGARAH, KeadaanUsulan, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker, Tim, UsulanPimpinan
from zona.organisasi.queries.pimpinan import DARI_DAFTAR, jabatan_pimpinan, pimpinan
from zona.organisasi.sinyal import kabar_orang

Buka = Callable[..., Klien]
SK: dict[str, Any] = {"nomor_sk": "9/SK/2023", "tanggal_sk": date(2023, 3, 10)}
SK_ISI = {"nomor_sk": "9/SK/2023", "tanggal_sk": "2023-03-10"}


def peran_di(kantor: Kantor, orang: Pengguna) -> set[tuple[int, str, str]]:
    """All the person holds in the office, of whichever year."""
    milik = Keanggotaan.objects.filter(pengguna=orang, tim__satker=kantor.satker)
    tetap = Penugasan.objects.filter(pengguna=orang, satker=kantor.satker)
    return {*milik.values_list("tim__tahun", "tim__kode", "peran"), *((0, "", p.peran) for p in tetap)}


def pemimpin(kantor: Kantor, tahun: int = 2023) -> dict[str, str]:
    return {p.value: k.pengguna.username for p, k in pimpinan(kantor.satker.pk, tahun).items()}


# --- every verb about people -----------------------------------------------------------------------------

# What each verb of zona.organisasi and zona.orang would do for the admin; None: it gives or takes nothing of a person.
SIFAT: dict[str, Callable[[Kantor, Pengguna], Any] | None] = {
    "tim.masukkan_tim": lambda k, a: tim.masukkan_tim(
        satker=k.satker, tahun=2023, kode="II", pengguna=a, peran=Peran.ANGGOTA, oleh=a
    ),
    "tim.keluarkan_tim": lambda k, a: tim.keluarkan_tim(keanggotaan=_anggota(k, a), oleh=a),
    "penugasan.beri_peran": lambda k, a: penugasan.beri_peran(satker=k.satker, pengguna=a, peran=Peran.PENILAI, oleh=a),
    "penugasan.cabut_peran": lambda k, a: penugasan.cabut_peran(satker=k.satker, pengguna=a, peran=Peran.ADMIN, oleh=a),
    "pengguna.ubah_pengguna": lambda k, a: pengguna.ubah_pengguna(pengguna=a, nama="Kepala", oleh=a),
    "pengguna.atur_keaktifan": lambda k, a: pengguna.atur_keaktifan(pengguna=a, aktif=False, oleh=a),
    "mutasi.mutasi": lambda k, a: mutasi.mutasi(pengguna=a, tanggal=date(2023, 3, 15), oleh=a),
    "pimpinan.usulkan_pimpinan": lambda k, a: domain.usulkan_pimpinan(
        satker=k.satker, tahun=2023, peran=Peran.KEPALA, calon=a, oleh=a, **SK
    ),
    "pimpinan.setujui_pimpinan": lambda k, a: domain.setujui_pimpinan(usulan=_usulan(k, a), oleh=a),
    "pimpinan.tolak_pimpinan": lambda k, a: domain.tolak_pimpinan(usulan=_usulan(k, a), alasan="x", oleh=a),
    "sandi.beri_sandi_sementara": lambda k, a: sandi.beri_sandi_sementara(pengguna=a, oleh=a),
    "sandi.beri_sandi_banyak": lambda k, a: sandi.beri_sandi_banyak(orang=[a], oleh=a),
    # told row by row or left out: tested below
    "banyak.terapkan_daftar": None,
    "baru.tambah_orang": None,
    "salin_tim.salin_tim": None,
    # of the operator, who is no admin
    "muat_tim.muat_tim": None,
    "pimpinan.ganti_pimpinan": None,
    "satker.buat_satker": None,
    "sandi.pasang_sandi": None,
    # of oneself by one's own will, or of the office
    "ajakan.ajak": None,
    "ajakan.tarik_ajakan": None,
    "ajakan.terima_ajakan": None,
    "ajakan.tolak_ajakan": None,
    "mutasi.terapkan_mutasi": None,
    "mutasi.terapkan_mutasi_satker": None,
    "mutasi.terima_pegawai": None,
    "masuk.catat_masuk": None,
    "masuk.catat_keluar": None,
    "pengguna.tambah_pengguna": None,
    "pimpinan.tarik_pimpinan": None,
    "sandi.ganti_sandi": None,
    "satker.ubah_kop": None,
    "satukan.serahkan_aksi": None,
    "undangan.undang": None,
    "undangan.terima_undangan": None,
    "undangan.catat_gagal": None,
}


def _anggota(kantor: Kantor, orang: Pengguna) -> Keanggotaan:
    return Keanggotaan.objects.create(
        tim=kantor.satker.tim.get(kode="III"), pengguna=orang, peran=Peran.ANGGOTA, urutan=90
    )


def _usulan(kantor: Kantor, oleh: Pengguna, calon: str = "koordinator-vi", peran: Peran = Peran.KEPALA):
    orang = Pengguna.objects.get(username=calon)
    return domain.usulkan_pimpinan(satker=kantor.satker, tahun=2023, peran=peran, calon=orang, oleh=oleh, **SK)


def kata_kerja() -> set[str]:
    """Public verbs of the two rooms about people."""
    ruang = ("zona.organisasi.domain.", "zona.orang.domain.")
    semua = (f for f in fungsi_domain().values() if f.umum and f.atomik and f.nama.startswith(ruang))
    return {".".join(f.nama.split(".")[-2:]) for f in semua}


def test_every_verb_about_people_says_what_it_is_to_the_admin() -> None:
    assert set(SIFAT) == kata_kerja()


@pytest.mark.parametrize("nama", [n for n, coba in SIFAT.items() if coba])
def test_no_verb_serves_the_admin_himself(kantor: Kantor, admin: Pengguna, nama: str) -> None:
    if nama == "tim.keluarkan_tim":
        awal = {*peran_di(kantor, admin), (2023, "III", "anggota")}
    else:
        awal = peran_di(kantor, admin)
    coba = SIFAT[nama]
    assert coba is not None
    with pytest.raises(DomainError):
        coba(kantor, admin)
    kini = Pengguna.objects.get(pk=admin.pk)
    assert (peran_di(kantor, admin), kini.nama, kini.nip, kini.is_active) == (awal, admin.nama, admin.nip, True)
    assert pemimpin(kantor) == {"kepala": "kepala", "ketua": "ketua"}


# --- every address -----------------------------------------------------------------------------------------

DIRI = {"nama": "Kepala", "nip": "198001012006041001", "kode": PENGARAH, "peran": "kepala", "aktif": "0"}
ORANG = [a for a in semua_alamat() if a.nama.startswith("orang:") and "pk" in a.isian]
BERBAGAI = [
    DIRI | SK_ISI | {"calon": "{pk}", "tindakan": t, "peran": p, "kode": k, "mutasi-tanggal": "2023-03-15"}
    for t, p, k in [("setujui", "kepala", PENGARAH), ("tarik", "penilai", "I"), ("tolak", "admin", "II"),
                    ("setujui", "anggota", "III"), ("setujui", "ketua", PENGARAH), ("setujui", "koordinator", "V")]
]  # fmt: skip


@pytest.mark.parametrize("isi", BERBAGAI, ids=lambda i: f"{i['peran']}-{i['tindakan']}")
@pytest.mark.parametrize("alamat", ORANG, ids=str)
def test_no_address_serves_the_admin_himself(
    klien: Buka, kantor: Kantor, admin: Pengguna, alamat: Any, isi: dict[str, str]
) -> None:
    """With his own number, whatever he sends: his roles, name, NIP and the office's leaders stay."""
    Tim.objects.filter(satker=kantor.satker, kode="V").get().keanggotaan.all().delete()  # a place to take
    awal = peran_di(kantor, admin)
    isian = {"satker": "uji", "tahun": 2023, "pk": admin.pk, "kode": isi["kode"]}
    tujuan = reverse(alamat.nama, kwargs={k: isian[k] for k in alamat.isian})
    klien(admin).post(tujuan, {k: v.format(pk=admin.pk) for k, v in isi.items()})
    kini = Pengguna.objects.get(pk=admin.pk)
    assert (peran_di(kantor, admin), kini.nama, kini.nip, kini.is_active, kini.satker_id) == (
        awal, admin.nama, admin.nip, True, kantor.satker.pk,
    )  # fmt: skip
    assert pemimpin(kantor) == {"kepala": "kepala", "ketua": "ketua"}


@pytest.mark.parametrize("siapa", ["kepala", "ketua"])
@pytest.mark.parametrize("isi", BERBAGAI, ids=lambda i: f"{i['peran']}-{i['tindakan']}")
@pytest.mark.parametrize("alamat", ORANG, ids=str)
def test_no_address_unmakes_a_leader(
    klien: Buka, kantor: Kantor, admin: Pengguna, alamat: Any, isi: dict[str, str], siapa: str
) -> None:
    """With the number of who leads: the person stays who they are, in use, here, and leads."""
    orang = kantor.orang[siapa]
    isian = {"satker": "uji", "tahun": 2023, "pk": orang.pk, "kode": PENGARAH}
    tujuan = reverse(alamat.nama, kwargs={k: isian[k] for k in alamat.isian})
    kirim = isi | {"nama": "Admin", "nip": "199001012015032001"}
    klien(admin).post(tujuan, {k: v.format(pk=admin.pk) for k, v in kirim.items()})
    kini = Pengguna.objects.get(pk=orang.pk)
    assert (kini.nama, kini.nip, kini.is_active, kini.satker_id) == (orang.nama, orang.nip, True, kantor.satker.pk)
    assert pemimpin(kantor) == {"kepala": "kepala", "ketua": "ketua"}


def daftar(k: Klien, teks_: str, tindakan: str = "benar", tahun: int = 2023):
    """A list read, then applied as far as it may be."""
    halaman = urai(k.post(f"/uji/{tahun}/tim/banyak/", {"tempel": teks_}))
    isian = {u["name"]: u.get("value", "") for u in halaman.select("main form [name]") if u["name"] != "lewati"}
    return k.post(f"/uji/{tahun}/tim/banyak/", isian | {"tindakan": tindakan})


@pytest.mark.parametrize("tahun", [2023, 2024, 2031])
def test_no_list_serves_the_admin_or_changes_a_leader(klien: Buka, kantor: Kantor, admin: Pengguna, tahun: int) -> None:
    judul = "Nama\tNIP\tPengungkit\tPeran\n"
    baris = [
        f"Admin\t{admin.nip}\tPengarah\tPenanggung Jawab", f"Admin\t{admin.nip}\tII\tAnggota",
        f"Admin\t{admin.nip}\t\tPenilai", f"Kepala Palsu\t{admin.nip}\t\t",
        "Orang Baru\t199001012015032001\tPengarah\tPenanggung Jawab", "Orang Baru\t199001012015032001\tPengarah\tKetua",
        f"Orang Lain\t{kantor.orang['kepala'].nip}\t\t", "Admin\t199001012015032009\tVI\tAnggota",
        f"Kepala\t{kantor.orang['kepala'].nip}\tPengarah\tKetua",
    ]  # fmt: skip
    awal = peran_di(kantor, admin)
    for satu in baris:
        tanggapan = daftar(klien(admin), judul + satu + "\n", tahun=tahun)
        assert tanggapan.status_code in (200, 302, 422)
    kini = Pengguna.objects.get(pk=admin.pk)
    assert (peran_di(kantor, admin), kini.nama, kini.nip) == (awal, admin.nama, admin.nip)
    assert pemimpin(kantor, tahun) == {"kepala": "kepala", "ketua": "ketua"}
    assert Pengguna.objects.get(username="kepala").nama == "Kepala"
    assert not Keanggotaan.objects.filter(pengguna__nama="Admin").exists()


@pytest.mark.parametrize(
    "isi", [{"tempat": f"{PENGARAH}:kepala"}, {"tempat": "II:anggota", "nama": "Admin"}, {"nama": "Dr. Admin, M.Si.",
            "peran_tetap": "penilai"}],
)  # fmt: skip
def test_a_new_account_is_no_way_round(klien: Buka, kantor: Kantor, admin: Pengguna, isi: dict[str, str]) -> None:
    """A new person as kepala of a year without teams; a second account of the admin's name with a role."""
    data = {
        "nama": "Orang Baru",
        "nip": "199001012015032001",
        "jabatan": "",
        "posel": "",
        "tempat": "",
        "peran_tetap": "",
    }
    tanggapan = klien(admin).post("/uji/2024/tim/orang/tambah/", data | isi)
    assert tanggapan.status_code == 422
    assert not Pengguna.objects.filter(nip="199001012015032001").exists()


def test_a_copy_of_teams_makes_nobody_leader(kantor: Kantor, admin: Pengguna) -> None:
    """The teams of 2020, where the admin led, copied into 2026."""
    for kode, orang, peran in (
        (PENGARAH, admin, Peran.KEPALA), (PENGARAH, kantor.orang["ketua"], Peran.KETUA),
        ("I", admin, Peran.KOORDINATOR), ("I", kantor.orang["anggota"], Peran.ANGGOTA),
    ):  # fmt: skip
        satu, _ = Tim.objects.get_or_create(satker=kantor.satker, tahun=2020, kode=kode)
        Keanggotaan.objects.create(tim=satu, pengguna=orang, peran=peran, urutan=satu.keanggotaan.count() + 1)
    salin_tim.salin_tim(satker=kantor.satker, dari=2020, ke=2026, oleh=admin)
    salinan = Keanggotaan.objects.filter(tim__satker=kantor.satker, tim__tahun=2026)
    assert sorted(salinan.values_list("pengguna__username", "peran")) == [("anggota", "anggota"), ("ketua", "ketua")]
    assert pemimpin(kantor, 2026)["kepala"] == "kepala"


# --- the first ones, and a change ---------------------------------------------------------------------------


@pytest.fixture
def baru(db: None) -> tuple[Satker, Pengguna]:
    """An office nobody ever led, with its admin."""
    satker = Satker.objects.create(kode="BARU", nama="Kantor Baru")
    orang = buat_orang(satker, "bos", "wakil", "pengurus")
    Penugasan.objects.create(satker=satker, pengguna=orang["pengurus"], peran=Peran.ADMIN)
    return satker, orang["pengurus"]


def test_the_first_leaders_come_from_the_roster_and_are_marked_so(klien: Buka, baru: tuple[Satker, Pengguna]) -> None:
    satker, pengurus = baru
    k = klien(pengurus)
    k.post("/baru/2023/tim/banyak/", {})
    for nama, peran in (("bos", Peran.KEPALA), ("wakil", Peran.KETUA)):
        orang = Pengguna.objects.get(username=nama)
        k.post(reverse("orang:keanggotaan", args=["baru", 2023, orang.pk]), {"kode": PENGARAH, "peran": peran.value})
    assert [(j.kini and j.kini.pengguna.username, j.asal) for j in jabatan_pimpinan(satker, 2023)] == [
        ("bos", DARI_DAFTAR), ("wakil", DARI_DAFTAR),
    ]  # fmt: skip
    assert teks(urai(k.get("/baru/2023/tim/pimpinan/")).main).count(DARI_DAFTAR) == 2
    dasar = [j.sesudah.get("dasar") for j in Jejak.objects.filter(tindakan="memasukkan ke tim")]
    assert dasar == [tim.DASAR, tim.DASAR]


def usulkan(k: Klien, calon: Pengguna, peran: str = "kepala"):
    return k.post("/uji/2023/tim/pimpinan/", {"peran": peran, "calon": calon.pk, **SK_ISI})


def putuskan(k: Klien, tindakan: str, alasan: str = ""):
    usulan = UsulanPimpinan.objects.latest("pk")
    return k.post(f"/uji/2023/tim/pimpinan/{usulan.pk}/", {"tindakan": tindakan, "alasan": alasan})


@pytest.mark.parametrize("siapa", ["kepala", "ketua"])
def test_a_kepala_is_replaced_when_a_second_person_confirms(
    klien: Buka, kantor: Kantor, admin: Pengguna, koordinator_vi: Pengguna, siapa: str
) -> None:
    assert usulkan(klien(admin), koordinator_vi).status_code == 302
    assert pemimpin(kantor) == {"kepala": "kepala", "ketua": "ketua"}  # nothing yet
    for lain in ("admin", "koordinator-vi", "koordinator-i", "anggota", "penilai"):
        for tindakan in ("setujui", "tolak"):
            assert putuskan(klien(kantor.orang[lain]), tindakan, "x").status_code == 403
    assert putuskan(klien(kantor.orang["orang-luar"]), "setujui").status_code == 404
    assert putuskan(klien(kantor.orang[siapa]), "setujui").status_code == 302
    assert pemimpin(kantor) == {"kepala": "koordinator-vi", "ketua": "ketua"}
    usulan = UsulanPimpinan.objects.get()
    assert (usulan.keadaan, usulan.diusulkan_oleh, usulan.diputus_oleh) == (
        KeadaanUsulan.BERLAKU, admin, kantor.orang[siapa],
    )  # fmt: skip
    asal = jabatan_pimpinan(kantor.satker, 2023)[0].asal
    assert asal == f"SK 9/SK/2023, 10 Maret 2023; dikonfirmasi {kantor.orang[siapa]}"
    baru, lama = (Pengguna.objects.get(username=u) for u in ("koordinator-vi", "kepala"))
    assert (baru.boleh("sahkan", kantor.rencana), lama.boleh("sahkan", kantor.rencana)) == (True, False)
    jejak = Jejak.objects.filter(tindakan="mengganti kepala").get()
    assert (jejak.oleh_nama, jejak.sebelum["kepala"]["teks"], jejak.sesudah["kepala"]["teks"]) == (
        str(kantor.orang[siapa]), "Kepala", "Koordinator Vi",
    )  # fmt: skip
    assert putuskan(klien(kantor.orang["ketua"]), "setujui").status_code == 422  # once


@time_machine.travel(datetime(2023, 3, 15, 20, tzinfo=UTC), tick=False)
def test_the_letter_tells_the_day_of_the_office(
    klien: Buka, kantor: Kantor, admin: Pengguna, kepala: Pengguna, settings: Settings
) -> None:
    """At 20.00 UTC it is the next day in Mataram already."""
    settings.ZONA_HARI_INI = None
    kabar: list[str] = []

    def dengar(isi: str, **_: Any) -> None:
        kabar.append(isi)

    kabar_orang.connect(dengar)
    usulkan(klien(admin), kantor.orang["koordinator-vi"])
    domain.setujui_pimpinan(usulan=UsulanPimpinan.objects.get(), oleh=kepala)
    assert kabar[-1].endswith("berlaku sejak 16 Maret 2023.")


def test_a_ketua_is_confirmed_by_the_kepala_alone(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    usulkan(klien(admin), kantor.orang["koordinator-i"], "ketua")
    assert putuskan(klien(kantor.orang["ketua"]), "setujui").status_code == 403
    assert putuskan(klien(kantor.orang["kepala"]), "setujui").status_code == 302
    assert pemimpin(kantor) == {"kepala": "kepala", "ketua": "koordinator-i"}


def test_who_is_to_lead_does_not_confirm_it(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    """The ketua becomes kepala only by the outgoing one; the place of ketua is then to be proposed."""
    usulkan(klien(admin), kantor.orang["ketua"])
    assert putuskan(klien(kantor.orang["ketua"]), "setujui").status_code == 403
    assert putuskan(klien(kantor.orang["kepala"]), "setujui").status_code == 302
    kini = Keanggotaan.objects.filter(tim__satker=kantor.satker, tim__kode=PENGARAH)
    assert [(k.pengguna.username, k.peran) for k in kini] == [("ketua", "kepala")]


def test_refused_wants_a_reason_and_changes_nothing(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    usulkan(klien(admin), kantor.orang["koordinator-i"])
    tanpa = putuskan(klien(kantor.orang["ketua"]), "tolak")
    assert (tanpa.status_code, "Tulis alasan penolakannya." in teks(urai(tanpa).main)) == (422, True)
    assert putuskan(klien(kantor.orang["ketua"]), "tolak", "SK belum terbit").status_code == 302
    assert pemimpin(kantor) == {"kepala": "kepala", "ketua": "ketua"}
    assert "SK belum terbit" in teks(urai(klien(kantor.orang["anggota"]).get("/uji/2023/tim/pimpinan/")).main)


def test_taken_back_by_the_admin_only(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    usulkan(klien(admin), kantor.orang["koordinator-i"])
    assert putuskan(klien(kantor.orang["ketua"]), "tarik").status_code == 403
    assert putuskan(klien(admin), "tarik").status_code == 302
    assert putuskan(klien(kantor.orang["kepala"]), "setujui").status_code == 422
    assert pemimpin(kantor)["kepala"] == "kepala"


def test_an_admin_who_leads_confirms_nothing_he_proposed(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    Penugasan.objects.create(satker=kantor.satker, pengguna=ketua, peran=Peran.ADMIN)
    usulkan(klien(ketua), kantor.orang["koordinator-i"])
    assert putuskan(klien(ketua), "setujui").status_code == 403


def test_a_password_taken_away_decides_nothing_for_three_days(
    klien: Buka, kantor: Kantor, admin: Pengguna, kepala: Pengguna
) -> None:
    """The admin resets the head's password, signs in as him and confirms what he proposed himself."""
    sandi.pasang_sandi(pengguna=kepala, sandi="kata-sandi-kepala-9", wajib_ganti=False, oleh=None)
    usulkan(klien(admin), kantor.orang["koordinator-i"])
    sementara = sandi.beri_sandi_sementara(pengguna=kepala, oleh=admin)
    sandi.ganti_sandi(oleh=kepala, sandi_lama=sementara, sandi_baru="milik-admin-sekarang-7")
    tanggapan = putuskan(klien(Pengguna.objects.get(pk=kepala.pk)), "setujui")
    assert tanggapan.status_code == 422
    assert "disetel ulang oleh Admin" in teks(urai(tanggapan).main)
    assert pemimpin(kantor)["kepala"] == "kepala"


def test_first_passwords_are_none_taken_away(klien: Buka, kantor: Kantor, admin: Pengguna, kepala: Pengguna) -> None:
    usulkan(klien(admin), kantor.orang["koordinator-i"])
    sementara = sandi.beri_sandi_sementara(pengguna=kepala, oleh=admin)
    sandi.ganti_sandi(oleh=kepala, sandi_lama=sementara, sandi_baru="milik-kepala-sekarang-7")
    assert putuskan(klien(Pengguna.objects.get(pk=kepala.pk)), "setujui").status_code == 302


@pytest.mark.parametrize("tahun", [2022, 2024])
def test_another_year_is_no_way_round(klien: Buka, kantor: Kantor, admin: Pengguna, tahun: int) -> None:
    """A year without teams: who leads the office now decides; who goes on leading needs nobody."""
    orang = kantor.orang["koordinator-vi"]
    isi = {"kode": PENGARAH, "peran": "kepala"}
    tujuan = reverse("orang:keanggotaan", args=["uji", tahun, orang.pk])
    assert klien(admin).post(tujuan, isi).status_code == 422
    terus = reverse("orang:keanggotaan", args=["uji", tahun, kantor.orang["kepala"].pk])
    assert klien(admin).post(terus, isi).status_code == 302
    data = {"peran": "ketua", "calon": orang.pk, **SK_ISI}
    assert klien(admin).post(f"/uji/{tahun}/tim/pimpinan/", data).status_code == 302
    usulan = UsulanPimpinan.objects.get()
    assert klien(kantor.orang["kepala"]).post(
        f"/uji/{tahun}/tim/pimpinan/{usulan.pk}/", {"tindakan": "setujui"}
    ).status_code in (302, 403)


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "anggota", "penilai"])
def test_only_the_admin_proposes(klien: Buka, kantor: Kantor, siapa: str) -> None:
    assert usulkan(klien(kantor.orang[siapa]), kantor.orang["koordinator-i"]).status_code == 403
    assert klien(kantor.orang[siapa]).get("/uji/2023/tim/pimpinan/").status_code == 200


@pytest.mark.parametrize("lebih", [1, 3])
def test_page_queries_do_not_grow(
    klien: Buka, kantor: Kantor, admin: Pengguna, django_assert_num_queries: Any, lebih: int
) -> None:
    for _ in range(lebih):
        usulan = _usulan(kantor, admin)
        domain.tolak_pimpinan(usulan=usulan, alasan="x", oleh=kantor.orang["ketua"])
    k = klien(admin)
    with django_assert_num_queries(9):
        k.get("/uji/2023/tim/pimpinan/")
