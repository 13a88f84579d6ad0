"""The hostile corpus through the doors people use: the plain form and the pieces. Each gets its sentence at its file,
the others go on, and there is neither a row without its file nor a file without its row."""

from collections.abc import Callable
from typing import Any

import pytest
from django.utils import timezone

from bukti_fisik.domain.periksa import periksa_rak
from bukti_fisik.domain.unggahan import tempat
from bukti_fisik.models import Berkas, Bukti, Unggahan
from tests.bantuan import HTMX, Klien, teks, urai
from tests.berkas_contoh import pdf, unggahan
from tests.inti.test_berkas_jahat import JAHAT
from tests.inti.test_pdf_aktif import berpembuka
from tests.pabrik import Kantor
from tests.rak import di_rak
from zona.inti.berkas import nama_tampil
from zona.organisasi.models import Pengguna

pytestmark = pytest.mark.dua_rak

BukaKlien = Callable[..., Klien]


def alamat(kantor: Kantor, ekor: str = "") -> str:
    return kantor.alamat(f"bukti/unggah/{kantor.syarat['I', 'aksi'].pk}/{ekor}")


def hasil(tanggapan: Any) -> list[str]:
    return [teks(li) for li in urai(tanggapan).select(".hasil-unggah li")]


def kalimat(nama: str, isi: str) -> str:
    """As people read it, blanks folded."""
    return " ".join(f"{nama_tampil(nama)} ditolak. {isi}".split())


def test_corpus_is_large_enough() -> None:
    assert len(JAHAT) >= 60


def test_all_of_it_in_one_plain_form(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    daftar = list(JAHAT.values())
    berkas = [unggahan("awal.pdf", pdf("awal")), *(unggahan(n, i) for n, i, _ in daftar), unggahan("akhir.pdf")]
    tanggapan = klien(anggota).post(alamat(kantor), {"berkas": berkas})
    assert tanggapan.status_code == 422
    assert hasil(tanggapan) == [
        "awal.pdf tersimpan sebagai versi 1.",
        *(kalimat(nama, sebab) for nama, _, sebab in daftar),
        "akhir.pdf tersimpan sebagai versi 2.",
    ]
    sisa_rak()


def test_each_of_it_in_pieces(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    for nama, isi, sebab in JAHAT.values():
        mulai = k.post(alamat(kantor, "mulai/"), {"nama": nama, "ukuran": len(isi)})
        if not isi:
            assert (mulai.status_code, mulai.content.decode()) == (422, sebab)
            continue
        tuju = mulai["Location"]
        kepala = {"Upload-Offset": "0"}
        assert k.patch(tuju, isi, content_type="application/offset+octet-stream", headers=kepala).status_code == 204
        akhir = k.post(alamat(kantor, "selesai/"), {"unggahan": tuju.split("/")[-2]}, headers=HTMX)
        assert (akhir.status_code, hasil(akhir)) == (422, [kalimat(nama, sebab)])
    assert (Unggahan.objects.count(), list(tempat.semua()), Bukti.objects.count()) == (0, [], 0)
    sisa_rak()


@pytest.mark.parametrize(
    ("nama", "jadi"),
    [
        ("..\\..\\boot.pdf", "boot.pdf"),
        ("lap\u202efdp.pdf", "lapfdp.pdf"),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
        ("rapat \U0001f4f7\U0001f1ee\U0001f1e9.pdf", "rapat \U0001f4f7\U0001f1ee\U0001f1e9.pdf"),
    ],
)
def test_odd_names_are_only_shown(kantor: Kantor, anggota: Pengguna, klien: BukaKlien, nama: str, jadi: str) -> None:
    k = klien(anggota)
    tuju = k.post(alamat(kantor, "mulai/"), {"nama": nama, "ukuran": len(pdf())})["Location"]
    k.patch(tuju, pdf(), content_type="application/offset+octet-stream", headers={"Upload-Offset": "0"})
    assert k.post(alamat(kantor, "selesai/"), {"unggahan": tuju.split("/")[-2]}, headers=HTMX).status_code == 200
    assert Bukti.objects.get().nama == jadi
    sisa_rak()


def test_one_byte_too_many(kantor: Kantor, anggota: Pengguna, klien: BukaKlien, settings: Any) -> None:
    """At its file; the other one stays. In pieces not a byte of it is taken."""
    settings.ZONA_BATAS_UNGGAH_MB = 1
    k, lebih = klien(anggota), b"%PDF-1.4\n" + b"\0" * (1024 * 1024 - 8)
    tanggapan = k.post(alamat(kantor), {"berkas": [unggahan("besar.pdf", lebih), unggahan("sah.pdf")]})
    sebab = "Berkas ini lebih besar daripada 1 MB. Perkecil dahulu."
    assert hasil(tanggapan) == [kalimat("besar.pdf", sebab), "sah.pdf tersimpan sebagai versi 1."]
    mulai = k.post(alamat(kantor, "mulai/"), {"nama": "besar.pdf", "ukuran": len(lebih)})
    assert (mulai.status_code, mulai.content.decode()) == (422, sebab)
    sisa_rak()


def test_pdf_that_acts_is_kept_marked_and_only_downloaded(kantor: Kantor, anggota: Pengguna, klien: BukaKlien) -> None:
    k = klien(anggota)
    for n, aksi in enumerate(({"/S": "/JavaScript", "/JS": "app.alert(1)"}, {"/S": "/Launch", "/F": "cmd.exe"})):
        assert k.post(alamat(kantor), {"berkas": [unggahan(f"{n}.pdf", berpembuka(aksi))]}).status_code == 303
        bukti = Bukti.objects.get(nama=f"{n}.pdf")
        assert bukti.berkas is not None
        assert bukti.berkas.peringatan
        tanggapan = k.get(kantor.alamat(f"bukti/{bukti.pk}/berkas/"))
        tanggapan.close()
        assert tanggapan["Content-Disposition"].startswith("attachment")
    sisa_rak()


def sisa_rak() -> None:
    """Rows and files are the same ones, and whole."""
    assert set(di_rak()) == set(Berkas.objects.values_list("kunci", flat=True))
    assert periksa_rak(kini=timezone.now()).baik
