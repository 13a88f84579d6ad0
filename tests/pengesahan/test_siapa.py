"""Whose certificate it is: the head's whole name but for titles, the NIP where it carries one; what differs is said."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rencana_aksi.models import VersiRencana
from tests.bantuan import Klien, teks, urai
from tests.pabrik import Kantor
from tests.pengesahan.conftest import unggahan
from tests.pengesahan.pki import SANDI, Rantai
from zona.organisasi.models import Pengguna
from zona.pengesahan.models import DokumenSah
from zona.pengesahan.sertifikat import TIDAK_DISEBUT, Sertifikat, beda_nama, beda_orang, sebut

Buka = Callable[..., Klien]
PUJI = "Dr. Puji Retno Hardiningtyas, S.S., M.Hum."
NIP, LAIN = "198107172006042003", "197001011995031001"


def sertifikat(nama: str, nip: str = "") -> Sertifikat:
    kini = datetime.now(UTC)
    return Sertifikat(nama, nip, f"CN={nama}", "CN=CA", "1", kini, kini)


@pytest.mark.parametrize(
    "nama",
    [
        "Puji Retno Hardiningtyas",
        "PUJI RETNO HARDININGTYAS",
        "Puji Retno Hardiningtyas, M.Hum",
        "Dr PUJI RETNO HARDININGTYAS S.S. M.Hum.",
        "Hj. Puji Retno Hardiningtyas, SS",
    ],
)
def test_titles_and_case_are_aside(nama: str) -> None:
    assert beda_nama(nama, PUJI) == ""


@pytest.mark.parametrize(
    "nama",
    [
        "Puji", "Puji Retno", "Retno Hardiningtyas", "Puji R. Hardiningtyas", "Puji Retno Hardiningtyas Wibowo",
        "Hardiningtyas Retno Puji", "Puji Retno Hardiningtyas, Wakilnya", "Puji Retnо Hardiningtyas", "S.S., M.Hum.",
        "", "Orang Lain", "Puji Retno Hardiningtyas Ж",
    ],
)  # fmt: skip
def test_every_word_counts(nama: str) -> None:
    """`Puji Retnо` has a Cyrillic letter."""
    assert beda_nama(nama, PUJI).endswith(".")


@given(
    st.lists(st.sampled_from(["Puji", "Retno", "Hardiningtyas", "Ayu", "Putri"]), min_size=1, max_size=4, unique=True)
)
def test_only_the_same_words_are_the_same_person(kata: list[str]) -> None:
    assert (beda_nama(" ".join(kata), PUJI) == "") == (kata == ["Puji", "Retno", "Hardiningtyas"])


def test_initials_are_words_of_the_name() -> None:
    assert beda_nama("S.P. Haryono", "M.T. Haryono") != ""
    assert beda_nama("M. T. HARYONO, S.H.", "M.T. Haryono") == ""
    assert beda_nama("Prof.Dr. M.T. Haryono", "M.T. Haryono, M.M.") == ""


def test_what_differs_is_said() -> None:
    assert beda_orang(sertifikat("Orang Lain"), PUJI, NIP) == f"Sertifikat ini atas nama Orang Lain, bukan {PUJI}"
    assert "tanpa “retno hardiningtyas”" in beda_orang(sertifikat("Puji"), PUJI, NIP)
    beda = beda_orang(sertifikat(PUJI, LAIN), PUJI, NIP)
    assert beda == f"NIP pada sertifikat ini {LAIN}, sedangkan NIP {PUJI} {NIP}."
    assert "belum dicatat" in beda_orang(sertifikat(PUJI, NIP), PUJI, "")
    assert beda_orang(sertifikat(PUJI, NIP), PUJI, "19810717 200604 2 003") == ""
    assert beda_orang(sertifikat(PUJI), PUJI, NIP) == ""


def test_bsre_is_not_named_from_words() -> None:
    for nama in ("OSD BSrE G1", "CN=BSrE", "B S r E", "Balai Sertifikasi Elektronik", "ВSrE", "ＢＳｒＥ", "B.S.R.E"):
        assert sebut(nama, bsre=False) == TIDAK_DISEBUT
        assert sebut(nama, bsre=True) == nama
    assert sebut("CN=CA Uji, O=Uji", bsre=False) == "CN=CA Uji, O=Uji"


def test_nip_is_kept_and_printed_only_from_the_certificate(
    klien: Buka, kantor: Kantor, versi: VersiRencana, kepala: Pengguna, rantai: Rantai
) -> None:
    Pengguna.objects.filter(pk=kepala.pk).update(nip=NIP)
    kepala.refresh_from_db()
    alamat = kantor.alamat("dokumen/versi/1/pengesahan/tanda-tangan/")
    k = klien(kepala)

    def kirim(nip: str) -> int:
        isi = rantai.p12(rantai.terbitkan("Kepala", nip=nip))
        data = {"sertifikat": unggahan(isi), "sandi": SANDI, "alasan": "Menetapkan"}
        tanggapan = k.post(alamat, data)
        pesan.append(teks(urai(tanggapan).select_one("#di-sini .kolom.salah")) if tanggapan.status_code == 422 else "")
        return int(tanggapan.status_code)

    pesan: list[str] = []
    assert kirim(LAIN) == 422
    assert f"NIP pada sertifikat ini {LAIN}, sedangkan NIP Kepala {NIP}." in pesan[-1]
    assert kirim("") == 302
    assert DokumenSah.objects.latest("pk").nip == ""
    assert kirim(NIP) == 302
    sah = DokumenSah.objects.latest("pk")
    assert sah.nip == NIP
    assert f"NIP {NIP}" in teks(klien().get(f"/verifikasi/{sah.siap.kode}/"))
