"""Documents beside a stage; what the pages cost."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Berkas, Bukti
from tests.bantuan import teks, urai
from tests.berkas_contoh import pdf
from tests.pabrik import Kantor, tambah_baris
from tests.tahapan.bantu import Buka, dokumen, isi, kurang, unggah
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.models import Pengguna
from zona.tahapan.enums import JenisDokumen, KodeTahap
from zona.tahapan.models import DokumenTahap

pytestmark = pytest.mark.usefixtures("instrumen")


def test_documents_are_added_opened_and_withdrawn(klien: Buka, kantor: Kantor, ketua: Pengguna) -> None:
    peramban = klien(ketua)
    berkas = SimpleUploadedFile("SK Menteri.pdf", pdf("sk"))
    assert unggah(peramban, kantor, "penetapan", jenis="sk", berkas=berkas).status_code == 302
    assert (
        unggah(peramban, kantor, "penetapan", jenis="lain", tautan="https://contoh.id/a", nama="Berita").status_code
        == 302
    )
    satu, dua = DokumenTahap.objects.all()
    assert [str(satu), str(dua)] == ["Keputusan Menteri: SK Menteri.pdf", "Dokumen lain: Berita"]
    isi_berkas = klien(kantor.orang["anggota"]).get(kantor.alamat(f"tahapan/penetapan/dokumen/{satu.pk}/"))
    assert (isi_berkas.status_code, b"".join(isi_berkas.streaming_content)) == (200, pdf("sk"))
    assert peramban.get(kantor.alamat(f"tahapan/penetapan/dokumen/{dua.pk}/")).status_code == 404
    assert peramban.get(kantor.alamat(f"tahapan/tpi/dokumen/{satu.pk}/")).status_code == 404
    tarik = kantor.alamat(f"tahapan/penetapan/dokumen/{satu.pk}/tarik/")
    assert [peramban.post(tarik).status_code for _ in range(2)] == [302, 404]
    satu.refresh_from_db()
    assert (satu.ditarik_oleh, Berkas.objects.count()) == (ketua, 1)
    assert "Salinan keputusan belum ada" in kurang(peramban.get(kantor.alamat("tahapan/")), "penetapan")
    assert list(Jejak.objects.values_list("tindakan", flat=True)) == [
        "menarik dokumen tahapan", "menambah dokumen tahapan", "menambah dokumen tahapan",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("data", "kata"),
    [
        ({"jenis": "sk"}, "Pilih berkas atau tautannya."),
        ({"jenis": "piagam", "tautan": "https://contoh.id"}, "Pilih salah satu jenis dokumen yang ada."),
        ({"jenis": "sk", "tautan": "ftp://contoh.id/sk.pdf"}, "Tulis alamat lengkap"),
        ({"jenis": "sk", "tautan": "contoh"}, "Tulis alamat lengkap"),
        ({"jenis": "sk", "bukti": "999"}, "Pilih salah satu bukti yang ada."),
        ({"jenis": "sk", "tautan": "https://contoh.id/" + "x" * 990}, "Tautan paling panjang 1.000 huruf."),
        ({"jenis": "sk", "tautan": "https://contoh.id", "berkas": ("a.pdf", pdf("a"))}, "Pilih satu saja"),
        ({"jenis": "sk", "berkas": ("a.exe", b"MZ" + bytes(100))}, "program atau skrip"),
        ({"jenis": "sk", "berkas": ("a.pdf", b"bukan pdf")}, "Isi berkas ini tidak dikenal."),
    ],
)
def test_what_is_no_document_is_refused(
    klien: Buka, kantor: Kantor, ketua: Pengguna, data: dict[str, Any], kata: str
) -> None:
    if "berkas" in data:
        data = {**data, "berkas": SimpleUploadedFile(*data["berkas"])}
    halaman = unggah(klien(ketua), kantor, "penetapan", **data)
    assert halaman.status_code == 422
    galat = teks(urai(halaman).select_one("main [role=alert]"))
    assert kata in galat
    assert (DokumenTahap.objects.count(), Berkas.objects.count(), Jejak.objects.count()) == (0, 0, 0)


def test_evidence_of_the_plan_once(kantor: Kantor, ketua: Pengguna) -> None:
    bukti = Bukti.objects.create(
        syarat=kantor.syarat["I", "aksi"], versi=1, nama="SK", tautan="https://contoh.id/s", diunggah_oleh=ketua
    )
    dokumen(kantor, "tpi", JenisDokumen.LAIN, bukti=bukti)
    with pytest.raises(DomainError, match="sudah ada"):
        dokumen(kantor, "tpi", JenisDokumen.LAIN, bukti=bukti)
    Bukti.objects.update(status=StatusBukti.DITARIK, alasan="Keliru")
    bukti.refresh_from_db()
    with pytest.raises(DomainError, match="ditarik"):
        dokumen(kantor, "mandiri", JenisDokumen.LAIN, bukti=bukti)


def test_queries_do_not_grow(klien: Buka, kantor: Kantor, kepala: Pengguna) -> None:
    peramban = klien(kepala)

    def hitung(alamat: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as tanya:
            assert peramban.get(kantor.alamat(alamat)).status_code == 200
        return len(tanya)

    isi(kantor, "pencanangan", selesai=date(2023, 2, 1))
    dokumen(kantor, "pencanangan", JenisDokumen.PIAGAM)
    satu = [hitung("tahapan/"), hitung("tahapan/pencanangan/")]
    tambah_baris(kantor, 12)
    for kode in KodeTahap:
        if kode != KodeTahap.PENCANANGAN:
            isi(kantor, kode, target_selesai=date(2023, 12, 1))
        for n in range(2):
            dokumen(kantor, kode, JenisDokumen.LAIN, tautan=f"https://contoh.id/{n}")
    assert [hitung("tahapan/"), hitung("tahapan/pencanangan/")] == satu
