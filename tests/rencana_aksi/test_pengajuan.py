"""A plan is handed in with what is odd in it seen, and can be taken back; whom each step concerns."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.urls import reverse

from rencana_aksi.domain import hidup_rencana as hidup
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana, RencanaAksi
from rencana_aksi.queries.langkah import BERSANGKUTAN, bersangkutan, langkah_terakhir
from rencana_aksi.queries.periksa import laporan
from tests.bantuan import Klien, teks, urai
from tests.pabrik import HARI_INI, Kantor, jadikan_draf
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Keanggotaan, Pengguna

Buka = Callable[..., Klien]


def alamat(nama: str) -> str:
    return reverse(f"rencana_aksi:{nama}", args=["uji", 2023])


@pytest.fixture
def draf(kantor: Kantor) -> Kantor:
    """The office's plan while it is still a first draft: 23 findings."""
    Rencana.objects.filter(pk=kantor.rencana.pk).update(status=StatusRencana.DRAF, nomor_sk="", tanggal_sk=None)
    kantor.rencana.refresh_from_db()
    return kantor


def bersih(kantor: Kantor) -> None:
    """Nothing odd is left."""
    RencanaAksi.objects.filter(huruf="b").delete()
    for kode in kantor.pengungkit:
        orang = kantor.orang[f"koordinator-{kode.lower()}"]
        RencanaAksi.objects.filter(pk=kantor.aksi[kode, "a"].pk).update(penanggung_jawab=orang)


def isian(halaman: HttpResponse) -> dict[str, str]:
    """What the form of submitting sends as it stands, unticked."""
    form = urai(halaman).select_one(f'form[action="{alamat("ajukan")}"]')
    assert form is not None
    return {i["name"]: i["value"] for i in form.select("input[type=hidden]") if i["name"] != "csrfmiddlewaretoken"}


def status(kantor: Kantor) -> str:
    return Rencana.objects.get(pk=kantor.rencana.pk).status


# --- what is odd must be seen -------------------------------------------------------------------------


def test_findings_stand_where_the_plan_is_submitted(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    halaman = urai(klien(ketua).get(alamat("versi")))
    kotak = halaman.select_one(".temuan-ajukan")
    assert teks(kotak.p).startswith("23 temuan pada rencana ini belum diputuskan.")
    assert [teks(s) for s in kotak.select("summary")] == [
        "Berkala tanpa tanggal 6", "Aksi tanpa penanggung jawab 11", "Syarat tanpa aksi 6",
    ]  # fmt: skip
    assert len(kotak.select("li")) == 23
    assert [teks(k) for k in halaman.select("#langkah label")] == ["Saya sudah membaca 23 temuan pada rencana ini"]


def test_findings_stand_where_the_plan_is_approved(
    draf: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna
) -> None:
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    kotak = urai(klien(kepala).get(alamat("versi"))).select_one("#langkah .temuan-ajukan")
    assert teks(kotak.p).startswith("23 temuan pada rencana ini belum diputuskan penyusunnya.")
    assert (len(kotak.select("details li")), kotak.select("details[open]")) == (23, [])
    assert klien(kepala).get(kotak.a["href"]).status_code == 200


@pytest.mark.parametrize("perubahan", [False, True], ids=["first plan", "perubahan"])
@pytest.mark.parametrize("diajukan", [False, True], ids=["draf", "diajukan"])
def test_editing_is_offered_to_who_may_edit_now(
    kantor: Kantor, klien: Buka, ketua: Pengguna, *, diajukan: bool, perubahan: bool
) -> None:
    if perubahan:
        satu = hidup.mulai_perubahan(rencana=kantor.rencana, alasan="Uji", oleh=ketua)
    else:
        satu = jadikan_draf(kantor).rencana
    if diajukan:
        hidup.ajukan_rencana(rencana=satu, oleh=ketua)
    sunting = reverse("rencana_aksi:sunting", args=["uji", 2023])
    orang = ("kepala", "ketua", "koordinator-i", "anggota", "penilai", "admin")
    ada = {s for s in orang if f'href="{sunting}"' in klien(kantor.orang[s]).get(alamat("versi")).content.decode()}
    assert ada == (set() if diajukan else {"ketua", "koordinator-i"})
    assert all(klien(kantor.orang[s]).get(sunting).status_code in (200, 302) for s in ada)


def test_submitting_wants_them_read(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    kirim = isian(k.get(alamat("versi")))
    hasil = k.post(alamat("ajukan"), kirim)
    assert (hasil.status_code, status(draf)) == (422, "draf")
    galat = "Baca dahulu temuan pada rencana ini, lalu nyatakan sudah membacanya."
    assert [teks(g) for g in urai(hasil).select("#langkah .kolom-galat")] == [galat]
    assert k.post(alamat("ajukan"), {**kirim, "sudah_dibaca": "on"}).status_code == 302
    assert status(draf) == "diajukan"


def test_findings_that_changed_meanwhile_are_read_anew(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    k = klien(ketua)
    kirim = {**isian(k.get(alamat("versi"))), "sudah_dibaca": "on"}
    RencanaAksi.objects.filter(pk=draf.aksi["I", "a"].pk).update(penanggung_jawab=None)
    hasil = k.post(alamat("ajukan"), kirim)
    assert (hasil.status_code, status(draf)) == (422, "draf")
    assert hidup.TEMUAN_BERUBAH in teks(urai(hasil).select_one("#langkah [role=alert]"))
    baru = isian(hasil)
    assert baru["temuan_dibaca"] == laporan(lengkap(draf)).sidik != kirim["temuan_dibaca"]
    assert k.post(alamat("ajukan"), {**baru, "sudah_dibaca": "on"}).status_code == 302


def lengkap(kantor: Kantor) -> Rencana:
    return Rencana.objects.select_related("satker", "instrumen").get(pk=kantor.rencana.pk)


def test_plan_without_findings_asks_for_nothing(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    bersih(draf)
    k = klien(ketua)
    halaman = k.get(alamat("versi"))
    assert "Tidak ada yang janggal dalam rencana ini." in teks(urai(halaman).select_one("#langkah"))
    assert urai(halaman).select("#langkah input[type=checkbox]") == []
    assert k.post(alamat("ajukan"), isian(halaman)).status_code == 302
    assert status(draf) == "diajukan"


@pytest.mark.parametrize("siapa", ["kepala", "ketua"])
def test_submitting_without_having_seen_them_is_refused(draf: Kantor, klien: Buka, siapa: str) -> None:
    """A form drawn by nobody: no fingerprint, or another's."""
    for kirim in ({}, {"sudah_dibaca": "on"}, {"sudah_dibaca": "on", "temuan_dibaca": "0" * 64}):
        assert klien(draf.orang[siapa]).post(alamat("ajukan"), kirim).status_code == 422
    assert status(draf) == "draf"


# --- taken back ---------------------------------------------------------------------------------------


def test_ketua_takes_it_back(draf: Kantor, klien: Buka, ketua: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    k = klien(ketua)
    assert [teks(t) for t in urai(k.get(alamat("versi"))).select("#langkah button")] == ["Tarik kembali"]
    hasil = k.post(alamat("tarik"), follow=True)
    assert [teks(p) for p in urai(hasil).select("main > .pemberitahuan")] == [
        "Pengajuan ditarik kembali; isi rencana dapat diubah lagi."
    ]
    assert status(draf) == "draf"
    satu = Jejak.objects.filter(objek="rencana_aksi.rencana").first()
    assert (satu.tindakan, satu.oleh_nama, satu.sebelum, satu.sesudah) == (
        "menarik rencana", "Ketua", {"status": "diajukan"}, {"status": "draf"},
    )  # fmt: skip


def test_draft_of_a_perubahan_is_taken_back_as_one(kantor: Kantor, ketua: Pengguna) -> None:
    draf = hidup.mulai_perubahan(rencana=kantor.rencana, alasan="Jadwal", oleh=ketua)
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    hidup.tarik_rencana(rencana=draf, oleh=ketua)
    assert Rencana.semua.get(pk=draf.pk).status == "perubahan"
    assert status(kantor) == "ditetapkan"


def test_head_gives_it_back_and_need_not_take_it(draf: Kantor, klien: Buka, ketua: Pengguna, kepala: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    tombol = [teks(t) for t in urai(klien(kepala).get(alamat("versi"))).select("#langkah button")]
    assert tombol == ["Tetapkan versi 1", "Kembalikan"]


def test_what_was_enacted_meanwhile_is_not_taken_back(draf: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    lain = Rencana.objects.get(pk=draf.rencana.pk)
    sk = {"nomor_sk": "9", "tanggal_sk": HARI_INI, "hari_ini": HARI_INI}
    hidup.tetapkan_rencana(rencana=lengkap(draf), oleh=kepala, **sk)
    with pytest.raises(DomainError, match="Sementara itu rencana ini sudah ditetapkan oleh Kepala"):
        hidup.tarik_rencana(rencana=lain, oleh=ketua)


@pytest.mark.parametrize(
    ("siapa", "kode"),
    [("koordinator-i", 403), ("anggota", 403), ("penilai", 403), ("admin", 403), ("orang-luar", 404)],
)
def test_others_take_nothing_back(draf: Kantor, klien: Buka, ketua: Pengguna, siapa: str, kode: int) -> None:
    hidup.ajukan_rencana(rencana=draf.rencana, oleh=ketua)
    assert klien(draf.orang[siapa]).post(alamat("tarik")).status_code == kode
    assert klien(ketua).get(alamat("tarik")).status_code == 405
    assert status(draf) == "diajukan"


# --- whom it concerns ---------------------------------------------------------------------------------

PENYUSUN = ["Ketua", *(f"Koordinator {n}" for n in ("I", "Ii", "Iii", "Iv", "V", "Vi"))]
HARAPAN = {
    "mengajukan rencana": ["Kepala"],
    "menarik rencana": ["Kepala"],
    "mengembalikan rencana": PENYUSUN,
    "menetapkan rencana": ["Anggota", "Kepala", *PENYUSUN],
    "membatalkan perubahan rencana": ["Kepala", *PENYUSUN],
}


@pytest.mark.parametrize("langkah", BERSANGKUTAN)
def test_step_concerns(kantor: Kantor, langkah: str) -> None:
    assert [o.nama for o in bersangkutan(kantor.rencana, langkah, None)] == sorted(HARAPAN[langkah])


def test_who_took_the_step_left_or_is_out_of_use_is_not_told(kantor: Kantor, kepala: Pengguna) -> None:
    Pengguna.objects.filter(username="koordinator-i").update(is_active=False)
    Pengguna.objects.filter(username="koordinator-ii").update(satker=kantor.orang["penilai"].satker)
    Keanggotaan.objects.filter(pengguna__username="koordinator-iii").delete()
    nama = [o.username for o in bersangkutan(kantor.rencana, "menetapkan rencana", kepala)]
    assert nama == ["anggota", "ketua", "koordinator-iv", "koordinator-v", "koordinator-vi"]


def test_last_step_of_every_plan(kantor: Kantor, ketua: Pengguna, kepala: Pengguna) -> None:
    assert langkah_terakhir(kantor.satker) == []
    draf = hidup.mulai_perubahan(rencana=kantor.rencana, alasan="Jadwal", oleh=ketua)
    assert langkah_terakhir(kantor.satker) == []
    hidup.ajukan_rencana(rencana=draf, oleh=ketua)
    hidup.kembalikan_rencana(rencana=draf, alasan="Belum", oleh=kepala)
    (satu,) = langkah_terakhir(kantor.satker)
    assert (satu.langkah, satu.status, satu.versi, satu.oleh, satu.alasan, satu.pada) == (
        "mengembalikan rencana", "perubahan", 2, "Kepala", "Belum", HARI_INI,
    )  # fmt: skip
    assert satu.sebutan == "perubahan (versi 2) Rencana Kerja 2023"
