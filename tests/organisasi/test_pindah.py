"""People move, assessors come from outside: by consent, one account for life; and nothing tells an admin of one office
whether a NIP or a user name exists in another."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from difflib import unified_diff
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.urls import reverse

from tests.bantuan import Klien, rapi, teks, urai
from tests.organisasi.test_wewenang import daftar
from tests.pabrik import Kantor, buat_orang, buat_tim
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.inti.waktu import sekarang
from zona.organisasi import kunci_masuk
from zona.organisasi.backends import MasukDenganNip
from zona.organisasi.domain import ajakan as domain
from zona.organisasi.domain.mutasi import mutasi, terapkan_mutasi_satker
from zona.organisasi.domain.pengguna import tambah_pengguna, ubah_pengguna
from zona.organisasi.enums import PENGARAH, Peran, Untuk
from zona.organisasi.models import Ajakan, Keanggotaan, Pengguna, Penugasan, Satker
from zona.organisasi.queries.ajakan import ajakan_kantor, ajakan_untuk
from zona.organisasi.queries.nip import pemilik_nip

Buka = Callable[..., Klien]
TIADA = "199912312024011003"
HARI = date(2023, 3, 15)


@pytest.fixture
def lain(kantor: Kantor) -> Pengguna:
    """Of the office LAIN, unknown to UJI: whose NIP is asked about."""
    return kantor.orang["orang-luar"]


def sama(isi: str, nip: str, pengganti: str = "NIP") -> str:
    """The page without what differs by what was typed, and by what makes each row its own."""
    return isi.replace(nip, pengganti)


# --- nothing is told of other offices ----------------------------------------------------------------------

DATA = {"nama": "Sari Dewi", "jabatan": "Analis", "posel": "", "tempat": "", "peran_tetap": ""}
PINTU: dict[str, Callable[[Klien, Kantor, str], Any]] = {
    "tambah": lambda k, _, nip: k.post("/uji/2023/tim/orang/tambah/", DATA | {"nip": nip}),
    "akun": lambda k, kantor, nip: k.post(
        f"/uji/2023/tim/orang/{kantor.orang['anggota'].pk}/", DATA | {"nama": "Anggota", "nip": nip}
    ),
    "banyak": lambda k, _, nip: k.post("/uji/2023/tim/banyak/", {"tempel": f"Nama\tNIP\nSari Dewi\t{nip}"}),
    "terapkan": lambda k, _, nip: daftar(k, f"Nama\tNIP\nSari Dewi\t{nip}\n", "semua"),
    "penilai_luar": lambda k, _, nip: k.post("/uji/2023/tim/orang/penilai/", {"nip": nip}),
    "pindahan": lambda k, _, nip: k.post("/uji/2023/tim/orang/pindahan/", {"pindahan-nip": nip}),
}


@pytest.mark.parametrize("pintu", PINTU)
def test_every_door_answers_the_same_of_a_nip(klien: Buka, kantor: Kantor, admin: Pengguna, pintu: str) -> None:
    """Whether another office has it or nobody: status, page, list, trail and number of queries."""
    lain = kantor.orang["orang-luar"]
    lihat = []
    for nip in (lain.nip, TIADA):
        assert nip is not None
        with _mundur():
            k = klien(Pengguna.objects.get(pk=admin.pk))
            kueri: list[str] = []

            def hitung(lanjut: Any, sql: str, *lain: Any, kueri: list[str] = kueri) -> Any:
                kueri.append(sql.split(" ", 1)[0])
                return lanjut(sql, *lain)

            with connection.execute_wrapper(hitung):
                tanggapan = PINTU[pintu](k, kantor, nip)
            halaman = [rapi(tanggapan) if tanggapan.content else ""]
            halaman += [rapi(k.get(a)) for a in ("/uji/tim/?tahun=2023", "/uji/2023/tim/", "/uji/2023/jejak/")]
            lihat.append((tanggapan.status_code, [_tanpa(sama(h, nip)) for h in halaman], kueri))
    for ada, tiada in zip(lihat[0][1], lihat[1][1], strict=True):
        assert list(unified_diff(ada.splitlines(), tiada.splitlines(), lineterm="", n=1)) == []
    assert lihat[0] == lihat[1]


def _tanpa(isi: str) -> str:
    """Without ids, clock times and fingerprints of what was typed."""
    return re.sub(
        r"datetime=\"[^\"]*\"|\d{2}\.\d{2}.WITA|(orang/|ajakan/|<option value=\")\d+|sid\w+|[0-9a-f]{64}"
        r"|value=\"[^\"]{30,}\"",
        "…",
        isi,
    )


class _mundur:
    """What is done inside is undone."""

    def __enter__(self) -> None:
        from django.db import transaction

        self.titik = transaction.savepoint()

    def __exit__(self, *galat: object) -> None:
        from django.core.cache import cache
        from django.db import transaction

        transaction.savepoint_rollback(self.titik)
        cache.clear()


def test_a_username_tells_nothing(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    """Made of the name and the office; that another has the plain one changes nothing, and none can be asked for."""
    tambah_pengguna(satker=Satker.objects.get(kode="LAIN"), username="sari.dewi", nama="Sari", oleh=None)
    k = klien(admin)
    k.post("/uji/2023/tim/orang/tambah/", DATA | {"nip": TIADA, "username": "orang-luar"})
    k.post("/uji/2023/tim/orang/tambah/", DATA | {"nip": ""})
    assert sorted(Pengguna.objects.filter(nama="Sari Dewi").values_list("username", flat=True)) == [
        "sari.dewi.uji", "sari.dewi2.uji",
    ]  # fmt: skip
    satu = Pengguna.objects.get(username="sari.dewi.uji")
    k.post(f"/uji/2023/tim/orang/{satu.pk}/", DATA | {"nip": TIADA, "username": "orang-luar"})
    assert Pengguna.objects.get(pk=satu.pk).username == "sari.dewi.uji"


class Hitung(MasukDenganNip):
    pass


@pytest.mark.parametrize("ketik", ["198001012006041099", "nip", "kembar"])
def test_sign_in_by_nip_costs_the_same(
    kantor: Kantor, lain: Pengguna, monkeypatch: pytest.MonkeyPatch, ketik: str
) -> None:
    """As many passwords are hashed for a NIP of nobody, of one account, of two."""
    from tests.bantuan import SandiMurah

    if ketik == "kembar":
        tambah_pengguna(satker=kantor.satker, username="kembar", nama="Kembar", nip=lain.nip, oleh=None)
    for p in Pengguna.objects.filter(nip=lain.nip):
        p.set_password("kata-sandi-panjang-9")
        p.save()
    kali = []
    asli = SandiMurah.encode
    uji = SandiMurah.verify
    monkeypatch.setattr(SandiMurah, "encode", lambda *a, **k: (kali.append(1), asli(*a, **k))[1])
    monkeypatch.setattr(SandiMurah, "verify", lambda *a, **k: (kali.append(1), uji(*a, **k))[1])
    nama = lain.nip if ketik in ("nip", "kembar") else ketik
    assert MasukDenganNip().authenticate(None, username=nama, password="salah") is None
    assert len(kali) == 2


def test_a_lock_tells_nothing(rf: Any, kantor: Kantor, lain: Pengguna) -> None:
    """A NIP and every account that bears it share one count."""
    kembar = tambah_pengguna(satker=kantor.satker, username="kembar", nama="Kembar", nip=lain.nip, oleh=None)
    nama = {kunci_masuk.nama_pengguna(rf.get("/"), {"username": u}) for u in (lain.nip, lain.username, "kembar")}
    assert nama == {"orang-luar"}
    assert kembar.nip == lain.nip


def test_a_second_account_of_a_nip_receives_nothing(klien: Buka, kantor: Kantor, lain: Pengguna) -> None:
    """An account made by the admin of a third office with another's NIP is not invited in the other's place."""
    ketiga = Satker.objects.create(kode="TIGA", nama="Kantor Tiga")
    palsu = tambah_pengguna(satker=ketiga, username="palsu", nama="Orang Luar", nip=lain.nip, oleh=None)
    domain.ajak(satker=kantor.satker, nip=lain.nip or "", untuk=Untuk.PENILAI, oleh=kantor.orang["admin"])
    assert (ajakan_untuk(palsu), len(ajakan_untuk(lain)), pemilik_nip(lain.nip)) == ([], 1, lain)
    ajakan = Ajakan.objects.get()
    assert klien(palsu).post(f"/ajakan/{ajakan.pk}/", {"jawaban": "terima"}).status_code == 404
    with pytest.raises(DomainError, match="sudah dijawab"):
        domain.terima_ajakan(ajakan=ajakan, oleh=palsu)


# --- an assessor from outside ------------------------------------------------------------------------------


def test_a_penilai_consents_before_the_admin_learns_of_him(
    klien: Buka, kantor: Kantor, admin: Pengguna, lain: Pengguna
) -> None:
    k, dia = klien(admin), klien(lain)
    k.post("/uji/2023/tim/orang/penilai/", {"nip": lain.nip})
    assert lain.nama not in teks(k.get("/uji/tim/?tahun=2023")) + teks(k.get("/uji/2023/jejak/"))
    assert dia.get(kantor.alamat()).status_code == 404  # no role yet
    assert "Kantor Uji mengajak Anda sebagai Penilai (TPI)." in teks(dia.get("/lain/2023/"))
    assert "Kantor Uji: Penilai (TPI)" in teks(dia.get("/ajakan/"))
    ajakan = Ajakan.objects.get()
    assert dia.post(f"/ajakan/{ajakan.pk}/", {"jawaban": "terima"}).status_code == 302
    assert dia.get(kantor.alamat()).status_code == 200
    assert Penugasan.objects.filter(pengguna=lain, satker=kantor.satker, peran=Peran.PENILAI).exists()
    assert f"diterima oleh {lain.nama}" in teks(k.get("/uji/tim/?tahun=2023"))
    assert dia.post(f"/ajakan/{ajakan.pk}/", {"jawaban": "tolak"}).status_code == 404


def test_refused_looks_like_unanswered(klien: Buka, kantor: Kantor, admin: Pengguna, lain: Pengguna) -> None:
    k = klien(admin)
    k.post("/uji/2023/tim/orang/penilai/", {"nip": lain.nip})
    halaman = ("/uji/tim/?tahun=2023", "/uji/2023/jejak/")
    k.get(halaman[0])  # the word of success is shown once
    awal = [rapi(k.get(a)) for a in halaman]
    klien(lain).post(f"/ajakan/{Ajakan.objects.get().pk}/", {"jawaban": "tolak"})
    assert [rapi(k.get(a)) for a in halaman] == awal
    assert ajakan_kantor(kantor.satker)[0].keadaan == "menunggu jawaban"
    assert not Jejak.objects.filter(satker_id=kantor.satker.pk, tindakan="menolak ajakan").exists()
    ulang = k.post("/uji/2023/tim/orang/penilai/", {"nip": lain.nip})
    assert "sudah ada dan menunggu jawaban" in teks(ulang)
    Ajakan.objects.update(sampai=sekarang() - timedelta(minutes=1))
    assert ajakan_kantor(kantor.satker)[0].keadaan == "tidak dijawab"


def test_sign_in_leads_to_what_waits(klien: Buka, kantor: Kantor, lain: Pengguna) -> None:
    lain.set_password("kata-sandi-panjang-9")
    lain.save()
    domain.ajak(satker=kantor.satker, nip=lain.nip or "", untuk=Untuk.PENILAI, oleh=kantor.orang["admin"])
    tanggapan = klien().post("/masuk/", {"username": lain.username, "password": "kata-sandi-panjang-9"})
    assert tanggapan["Location"] == "/ajakan/"


def test_ones_own_people_are_not_invited(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    tanggapan = klien(admin).post("/uji/2023/tim/orang/penilai/", {"nip": admin.nip})
    assert (tanggapan.status_code, Ajakan.objects.count()) == (422, 0)


def test_taken_back_is_gone(klien: Buka, kantor: Kantor, admin: Pengguna, lain: Pengguna) -> None:
    k = klien(admin)
    k.post("/uji/2023/tim/orang/penilai/", {"nip": lain.nip})
    ajakan = Ajakan.objects.get()
    assert k.post(f"/uji/2023/tim/orang/ajakan/{ajakan.pk}/tarik/").status_code == 302
    assert klien(lain).post(f"/ajakan/{ajakan.pk}/", {"jawaban": "terima"}).status_code == 404


# --- people move -------------------------------------------------------------------------------------------


def test_a_person_moves_with_one_account(klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    tujuan = Satker.objects.get(kode="LAIN")
    bos = buat_orang(tujuan, "admin-lain")["admin-lain"]
    Penugasan.objects.create(satker=tujuan, pengguna=bos, peran=Peran.ADMIN)
    buat_tim(kantor.satker, 2022, [("I", anggota, Peran.ANGGOTA)])
    kb, dia = klien(bos), klien(anggota)
    kb.post("/lain/2023/tim/orang/pindahan/", {"pindahan-nip": anggota.nip})
    ajakan = Ajakan.objects.get()
    dia.post(f"/ajakan/{ajakan.pk}/", {"jawaban": "terima"})  # not yet free
    assert Pengguna.objects.get(pk=anggota.pk).satker == kantor.satker
    isi = {"mutasi-tanggal": HARI.isoformat(), "mutasi-alasan": "SK 5/2023"}
    k = klien(admin)
    assert k.post(f"/uji/2023/tim/orang/{anggota.pk}/mutasi/", isi).status_code == 302
    kini = Pengguna.objects.get(pk=anggota.pk)
    assert (kini.satker, kini.pindah_pada) == (None, None)
    tahun = Keanggotaan.objects.filter(pengguna=anggota).values_list("tim__tahun", flat=True)
    assert list(tahun) == [2022]
    assert dia.get(kantor.alamat()).status_code == 404
    assert "Anggota" in teks(urai(k.get("/uji/2022/tim/")).main)  # last year's names stay
    assert urai(k.get("/uji/2022/tim/")).main.find("a", string="Anggota") is None
    assert "Ada ajakan yang menunggu jawaban Anda." in teks(dia.get("/"))
    assert dia.post(f"/ajakan/{ajakan.pk}/", {"jawaban": "terima"}).status_code == 302
    kini = Pengguna.objects.get(pk=anggota.pk)
    assert (kini.satker, kini.username) == (tujuan, "anggota")
    assert dia.get("/lain/2023/").status_code == 200


def test_what_the_new_office_had_made_already_gives_way(kantor: Kantor, anggota: Pengguna) -> None:
    """Pasted with the roster before anybody knew: places go over, the second account ends."""
    tujuan = Satker.objects.get(kode="LAIN")
    kembar = tambah_pengguna(satker=tujuan, username="anggota.lain", nama="Anggota", nip=anggota.nip, oleh=None)
    Keanggotaan.objects.create(tim=tujuan.tim.get(kode="II"), pengguna=kembar, peran=Peran.ANGGOTA, urutan=9)
    Pengguna.objects.filter(pk=anggota.pk).update(satker=None)
    ajakan = Ajakan.objects.create(
        satker=tujuan, nip=anggota.nip or "", untuk=Untuk.PEGAWAI, diajak_oleh=kantor.orang["orang-luar"],
        sampai=sekarang() + timedelta(days=1),
    )  # fmt: skip
    orang = Pengguna.objects.get(pk=anggota.pk)
    domain.terima_ajakan(ajakan=ajakan, oleh=orang)
    assert set(Keanggotaan.objects.filter(tim__satker=tujuan, tim__kode="II").values_list("pengguna", flat=True)) == {
        anggota.pk
    }
    kembar.refresh_from_db()
    assert (kembar.is_active, kembar.nip, orang.satker) == (False, None, tujuan)


def test_mutasi_waits_for_its_day(
    klien: Buka, kantor: Kantor, admin: Pengguna, anggota: Pengguna, settings: Any
) -> None:
    besok = HARI + timedelta(days=1)
    mutasi(pengguna=anggota, tanggal=besok, oleh=admin)
    dia = klien(anggota)
    assert dia.get(kantor.alamat()).status_code == 200
    assert terapkan_mutasi_satker(satker=kantor.satker, hari=HARI, oleh=None) == 0
    settings.ZONA_HARI_INI = besok
    assert dia.get(kantor.alamat()).status_code == 404  # by the session alone
    assert Pengguna.objects.get(pk=anggota.pk).satker is None


def test_mutasi_by_the_daily_run(kantor: Kantor, admin: Pengguna, anggota: Pengguna, settings: Any) -> None:
    mutasi(pengguna=anggota, tanggal=HARI + timedelta(days=1), oleh=admin)
    settings.ZONA_HARI_INI = HARI + timedelta(days=1)
    call_command("ingatkan", "--satker", "UJI", stdout=StringIO())
    assert Pengguna.objects.get(pk=anggota.pk).satker is None


def test_mutasi_is_taken_back(kantor: Kantor, admin: Pengguna, anggota: Pengguna) -> None:
    mutasi(pengguna=anggota, tanggal=HARI + timedelta(days=1), oleh=admin)
    assert mutasi(pengguna=anggota, tanggal=None, oleh=admin)
    assert Pengguna.objects.get(pk=anggota.pk).pindah_pada is None


@pytest.mark.parametrize("siapa", ["kepala", "ketua", "admin"])
def test_mutasi_is_not_for_who_leads_nor_oneself(kantor: Kantor, admin: Pengguna, siapa: str) -> None:
    with pytest.raises(DomainError):
        mutasi(pengguna=kantor.orang[siapa], tanggal=HARI, oleh=admin)
    assert Pengguna.objects.get(username=siapa).satker == kantor.satker


# --- a name changes ----------------------------------------------------------------------------------------


def test_every_office_that_shows_a_person_is_drawn_anew(klien: Buka, kantor: Kantor, penilai: Pengguna) -> None:
    """The assessor is of LAIN, shown in UJI; a third office where he once wrote, and one he has nothing to do with."""
    lama, asing = (Satker.objects.create(kode=kode, nama=kode) for kode in ("LAMA", "ASING"))
    Jejak.objects.create(
        satker_id=lama.pk, oleh_id=penilai.pk, oleh_nama="Penilai", tindakan="x", objek="organisasi.satker", objek_id=1
    )
    dahulu = dict(Satker.objects.values_list("kode", "revisi"))
    assert ubah_pengguna(pengguna=penilai, nama="Penilai Baru", oleh=None)
    kini = dict(Satker.objects.values_list("kode", "revisi"))
    assert {kode for kode in kini if kini[kode] > dahulu[kode]} == {"UJI", "LAIN", "LAMA"}
    assert asing.kode in kini
    assert "Penilai Baru" in teks(klien(kantor.orang["admin"]).get("/uji/tim/?tahun=2023"))


# --- the operator ------------------------------------------------------------------------------------------


def test_ganti_kepala_where_nobody_can(kantor: Kantor) -> None:
    Pengguna.objects.filter(username__in=["kepala", "ketua"]).update(is_active=False)
    keluar = StringIO()
    call_command(
        "ganti_kepala", "--satker", "uji", "--pengguna", "koordinator-i", "--nomor-sk", "7/SK", "--tanggal-sk",
        "2023-03-01", "--alasan", "kepala wafat", stdout=keluar,
    )  # fmt: skip
    assert keluar.getvalue() == "Kepala UJI 2023: Koordinator I menggantikan Kepala.\n"
    kini = Keanggotaan.objects.get(tim__satker=kantor.satker, tim__kode=PENGARAH, peran=Peran.KEPALA)
    assert kini.pengguna.username == "koordinator-i"
    jejak = Jejak.objects.get(tindakan="mengganti kepala")
    assert (jejak.oleh_id, jejak.alasan) == (None, "kepala wafat")


def test_ganti_kepala_refuses_strangers(kantor: Kantor) -> None:
    from django.core.management import CommandError

    pilihan = ["--nomor-sk", "7/SK", "--tanggal-sk", "2023-03-01"]
    for satker, orang in (("uji", "orang-luar"), ("tiada", "ketua"), ("uji", "kepala")):
        with pytest.raises(CommandError):
            call_command("ganti_kepala", "--satker", satker, "--pengguna", orang, *pilihan, stdout=StringIO())


# --- telling -----------------------------------------------------------------------------------------------


def test_all_concerned_are_told(klien: Buka, kantor: Kantor, admin: Pengguna) -> None:
    from zona.kabar.models import SuratRencana

    for o in Pengguna.objects.filter(satker=kantor.satker):
        Pengguna.objects.filter(pk=o.pk).update(posel=f"{o.username}@contoh.id")
    calon = kantor.orang["koordinator-vi"]
    isi = {"peran": "kepala", "calon": calon.pk, "nomor_sk": "9/SK/2023", "tanggal_sk": "2023-03-10"}
    klien(admin).post("/uji/2023/tim/pimpinan/", isi)
    kepada = sorted(SuratRencana.objects.values_list("pengguna__username", flat=True))
    assert kepada == ["kepala", "ketua", "koordinator-vi"]
    surat = SuratRencana.objects.first()
    assert surat is not None
    assert "Kepala Kantor Uji 2023: Kepala diganti Koordinator Vi, dengan SK nomor 9/SK/2023" in surat.isi
    assert "menunggu konfirmasi Anda" in teks(klien(kantor.orang["kepala"]).get(kantor.alamat()))
    assert "menunggu konfirmasi." in teks(klien(calon).get(kantor.alamat() + "?lihat=kantor"))
    assert "Pergantian" not in teks(klien(kantor.orang["anggota"]).get(kantor.alamat()))
    SuratRencana.objects.all().delete()
    nomor = reverse("orang:putus_pimpinan", args=["uji", 2023, calon.usulan_calon.get().pk])
    klien(kantor.orang["kepala"]).post(nomor, {"tindakan": "setujui"})
    kepada = sorted(SuratRencana.objects.values_list("pengguna__username", flat=True))
    assert kepada == ["admin", "ketua", "koordinator-vi"]
    assert "berlaku, diputus Kepala." in teks(klien(admin).get(kantor.alamat()))
