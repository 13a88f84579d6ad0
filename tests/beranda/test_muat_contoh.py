"""manage.py muat_contoh: the demo office, once."""

import json
import subprocess
import sys
from collections import Counter
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import RequestFactory
from PIL import Image
from pypdf import PdfReader
from pytest_django import Settings

from bukti_fisik.enums import StatusBukti
from bukti_fisik.models import Berkas, Bukti
from pengungkit.domain.penilaian import skor_penilaian
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Instrumen, Jawaban
from rencana_aksi.beku import dari_json
from rencana_aksi.domain.banding import bandingkan_rencana
from rencana_aksi.enums import Status, StatusRencana
from rencana_aksi.models import Kendala, Pelaksanaan, Rencana, RencanaAksi, VersiRencana
from rencana_aksi.queries.isi import isi_rencana
from tests.basis import lingkungan_proses
from tests.contoh import Contoh
from tests.pabrik import HARI_INI
from zona.beranda.domain.contoh.kantor import AKUN
from zona.beranda.domain.contoh.muat import muat_contoh
from zona.inti.angka import bulat
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.enums import AREA, PENGARAH, Lingkup
from zona.organisasi.models import Keanggotaan, Pengguna, Satker
from zona.surat.models import PenandaPakta, Surat
from zona.surat.queries.pakta import ringkas_pakta
from zona.surat.queries.surat import surat_menurut_jenis

ISI = {
    "satker": "KBNTB",
    "tahun": 2023,
    "instrumen": 2,
    "orang": 34,
    "akun_contoh": 16,
    "pengungkit": 6,
    "rencana_kerja": 39,
    "aksi": 65,
    "pelaksanaan": 82,
    "pelaksanaan_bertanggal": 75,
    "syarat_bukti": 173,
    "program_prioritas": 13,
    "pelaksanaan_selesai": 38,
    "bukti": 77,
    "bukti_diterima": 63,
    "berkas": 77,
    "kendala": 3,
}


def jalankan() -> dict[str, Any]:
    keluaran = StringIO()
    call_command("muat_contoh", "--json", stdout=keluaran)
    return json.loads(keluaran.getvalue())


def semua_berkas() -> dict[str, int]:
    akar = Path(default_storage.path(""))
    return {str(b.relative_to(akar)): b.stat().st_mtime_ns for b in akar.rglob("*") if b.is_file()}


def potret() -> dict[str, Any]:
    """All that a second run might change."""
    model = (
        Satker,
        Pengguna,
        Keanggotaan,
        Instrumen,
        Jawaban,
        Rencana,
        RencanaAksi,
        Pelaksanaan,
        Kendala,
        Berkas,
        Bukti,
        Surat,
        PenandaPakta,
    )
    return {
        **{m.__name__: list(m.objects.order_by("pk").values_list()) for m in model},  # type: ignore[attr-defined]
        "jejak": Jejak.objects.count(),
        "berkas": semua_berkas(),
    }


# --- Loading ------------------------------------------------------------------------------------


def test_kantor_contoh_dimuat_sekali(db: None):
    assert jalankan() == {**ISI, "berubah": True}
    sebelum = potret()
    assert len(sebelum["berkas"]) == 77
    assert jalankan() == {**ISI, "berubah": False}
    assert potret() == sebelum


def test_ringkasan_terbaca_orang(contoh: Contoh):
    keluaran = StringIO()
    call_command("muat_contoh", stdout=keluaran)
    baris = keluaran.getvalue().splitlines()
    assert baris[0] == "Kantor contoh sudah ada; tidak ada yang berubah."
    assert [b.split() for b in baris[4:7]] == [["orang", "34"], ["akun", "contoh", "16"], ["pengungkit", "6"]]
    assert len(baris) == 1 + len(ISI)


def test_ditolak_bila_contoh_dimatikan(db: None, settings: Settings):
    settings.ZONA_CONTOH = False
    with pytest.raises(CommandError, match=r"^Kantor contoh tidak dimuat karena ZONA_CONTOH dimatikan\.$"):
        call_command("muat_contoh")
    assert (Satker.objects.count(), Instrumen.objects.count(), semua_berkas()) == (0, 0, {})


def test_satker_berkode_sama_tidak_disentuh(db: None):
    Satker.objects.create(kode="KBNTB", nama="Kantor lain")
    with pytest.raises(DomainError, match=r"^Satker KBNTB sudah ada, tetapi bukan kantor contoh\.$"):
        muat_contoh()
    assert (Pengguna.objects.count(), Instrumen.objects.count()) == (0, 0)


def test_sandi_menurut_setelan_yang_baru(contoh: Contoh, settings: Settings):
    settings.ZONA_SANDI_CONTOH = "sandi-lain-sekali"
    assert muat_contoh().berubah is True
    assert all(p.check_password("sandi-lain-sekali") for p in Pengguna.objects.filter(username__in=AKUN))
    assert muat_contoh().berubah is False


# --- What it holds ------------------------------------------------------------------------------


def test_kop_surat(contoh: Contoh):
    s = contoh.satker
    assert (s.nama, s.induk, s.telepon, s.laman, s.posel, s.kota, s.zona_waktu) == (
        "Kantor Bahasa Provinsi Nusa Tenggara Barat",
        "Kementerian Pendidikan, Kebudayaan, Riset, dan Teknologi",
        "(0370) 623544",
        "kantorbahasantb.kemdikbud.go.id",
        "kantorbahasantb@kemdikbud.go.id",
        "Mataram",
        "Asia/Makassar",
    )
    assert s.alamat == "Jalan Dokter Sujono, Kelurahan Jempong Baru, Kecamatan Sekarbela, Kota Mataram 83116"


def test_instrumen_dan_rencana(contoh: Contoh):
    assert list(Instrumen.objects.values_list("kode", "bawaan")) == [
        ("permenpan-52-2014", False),
        ("permenpan-90-2021", True),
    ]
    assert (contoh.rencana.instrumen.kode, contoh.rencana.status, contoh.rencana.nomor_sk) == (
        "permenpan-52-2014",
        StatusRencana.DITETAPKAN,
        "1117/I5.18/LK.06.00/2023",
    )


def test_orang_dalam_timnya(contoh: Contoh):
    tim = Keanggotaan.objects.filter(tim__satker=contoh.satker, tim__tahun=2023)
    assert Counter(tim.values_list("tim__kode", flat=True)) == dict(
        zip((PENGARAH, *AREA), (2, 5, 5, 5, 6, 5, 6), strict=True)
    )
    assert list(tim.values_list("urutan", flat=True)) == list(range(1, 35))
    assert contoh.orang["kepala"].nama == "Dr. Puji Retno Hardiningtyas"
    assert contoh.orang["koordinator-6"].nama == "Baiq Ayu Candra, S.I.Kom."
    assert contoh.orang["anggota-1"].nama == "Nuryati, S.S."


@pytest.mark.parametrize(
    ("siapa", "peran"),
    [
        ("kepala", {("kepala", PENGARAH)}),
        ("ketua", {("ketua", PENGARAH)}),
        *((f"koordinator-{n}", {("koordinator", area)}) for n, area in enumerate(AREA, 1)),
        *((f"anggota-{n}", {("anggota", area)}) for n, area in enumerate(AREA, 1)),
        ("penilai", {("penilai", "")}),
        ("admin", {("admin", "")}),
    ],
)
def test_akun_contoh_dapat_masuk_dengan_perannya(contoh: Contoh, siapa: str, peran: set[tuple[str, str]]):
    masuk = authenticate(RequestFactory().post("/masuk/"), username=siapa, password="contoh-zona-2023")
    assert isinstance(masuk, Pengguna)
    assert masuk == contoh.orang[siapa]
    assert masuk.peran_di(Lingkup(contoh.satker.pk, 2023)) == peran
    assert masuk.wajib_ganti_sandi is False


def test_orang_lain_tanpa_sandi(contoh: Contoh):
    lain = [p for nama, p in contoh.orang.items() if nama not in AKUN]
    assert (len(AKUN), len(lain)) == (16, 20)
    assert not any(p.has_usable_password() for p in lain)


def test_setiap_aksi_berpenanggung_jawab_dari_timnya(contoh: Contoh):
    tim = set(Keanggotaan.objects.values_list("tim__kode", "pengguna"))
    milik = RencanaAksi.objects.values_list("rencana_kerja__pengungkit__kode", "penanggung_jawab", "pk")
    assert len(milik) == 65
    assert [pk for area, orang, pk in milik if (area, orang) not in tim] == []
    akun = {contoh.orang[f"anggota-{n}"].pk for n in range(1, 7)}
    assert akun <= {orang for _, orang, _ in milik}


def test_kemajuan_per_15_maret(contoh: Contoh):
    pelaksanaan = Pelaksanaan.objects.all()
    assert Counter(p.status for p in pelaksanaan) == {
        Status.BELUM: 39,
        Status.SELESAI: 38,
        Status.BERJALAN: 4,
        Status.DITUNDA: 1,
    }
    selesai = [p.realisasi for p in pelaksanaan if p.realisasi]
    assert [h for h in selesai if h.weekday() > 4 or h > HARI_INI] == []
    assert sum(p.terlambat(HARI_INI) for p in pelaksanaan) == 4
    tunda = pelaksanaan.get(status=Status.DITUNDA)
    assert (tunda.jatuh_tempo_semula, tunda.jatuh_tempo) == (date(2023, 3, 1), date(2023, 3, 29))
    monev = pelaksanaan.filter(aksi__uraian__startswith="Melaksanakan pengawasan dan evaluasi terhadap pembangunan")
    assert [p.status for p in monev[:3]] == [Status.SELESAI, Status.SELESAI, Status.BELUM]
    assert Kendala.objects.filter(penanggung_jawab__isnull=False, dampak__gt="", tindak_lanjut__gt="").count() == 3


def test_bukti_diunggah_anggota_dan_diperiksa_orang_lain(contoh: Contoh):
    bukti = Bukti.objects.select_related("diunggah_oleh", "diverifikasi_oleh", "syarat__rencana_kerja__pengungkit")
    assert Counter(b.status for b in bukti) == {
        StatusBukti.DITERIMA: 63,
        StatusBukti.MENUNGGU: 10,
        StatusBukti.DIKEMBALIKAN: 4,
    }
    for b in bukti:
        lingkup = Lingkup(contoh.satker.pk, 2023)
        area = b.syarat.rencana_kerja.pengungkit.kode
        assert ("anggota", area) in contoh.orang[b.diunggah_oleh.username].peran_di(lingkup)  # type: ignore[union-attr]
        if b.diverifikasi_oleh:
            peran = contoh.orang[b.diverifikasi_oleh.username].peran_di(lingkup)
            assert peran & {("koordinator", area), ("ketua", PENGARAH)}
            assert b.diverifikasi_pada > b.diunggah_pada  # type: ignore[operator]
    kedua = bukti.get(versi=2)
    assert (kedua.status, kedua.syarat.teks) == (StatusBukti.MENUNGGU, "Notula")


def test_berkas_sungguhan_dan_bertanda_contoh(contoh: Contoh):
    for berkas in Berkas.objects.all():
        with default_storage.open(berkas.kunci) as isi:
            mentah = BytesIO(isi.read())
        if berkas.jenis_mime == "application/pdf":
            halaman = PdfReader(mentah, strict=True).pages
            assert len(halaman) == 1
            assert halaman[0].extract_text().splitlines()[:2] == ["CONTOH", contoh.satker.nama]
        else:
            with Image.open(mentah) as gambar:
                assert (gambar.format, gambar.size) == ("JPEG", (960, 640))
    jenis = Counter(Berkas.objects.values_list("jenis_mime", flat=True))
    assert jenis == {"application/pdf": 71, "image/jpeg": 6}


def test_nilai_hasil_dari_survei_sebelumnya(contoh: Contoh):
    skor = skor_penilaian(contoh.satker.pk, 2023, JenisPenilaian.MANDIRI)
    assert skor is not None
    assert (str(bulat(skor.hasil.nilai, 3)), str(bulat(skor.total.nilai, 3))) == ("35.975", "35.975")


def test_jejak_bertanggal_cerita_dan_urut(contoh: Contoh):
    jejak = list(Jejak.objects.filter(satker_id=contoh.satker.pk).order_by("pk"))
    waktu = [j.waktu for j in jejak]
    assert waktu == sorted(waktu)
    assert (waktu[0].isoformat(), waktu[-1].date()) == ("2023-02-02T00:00:00+00:00", date(2023, 3, 10))
    assert len(jejak) == contoh.satker.revisi == 381
    oleh = Counter(j.tindakan for j in jejak)
    assert (oleh["menetapkan penanggung jawab"], oleh["mengunggah bukti"], oleh["menerima bukti"]) == (65, 77, 63)
    assert (oleh["mengubah status"], oleh["mengubah pelaksanaan"]) == (43, 1)
    assert (oleh["mengajukan rencana"], oleh["menetapkan rencana"], oleh["memuat naskah"]) == (1, 1, 7)
    assert (oleh["menulis laporan"], oleh["menyelesaikan laporan"]) == (2, 1)


def test_rencana_ditetapkan_kepala_dan_dibekukan_dengan_timnya(contoh: Contoh):
    versi = VersiRencana.objects.get(rencana=contoh.rencana)
    assert (versi.versi, versi.nomor_sk, versi.ditetapkan_oleh) == (1, contoh.rencana.nomor_sk, contoh.orang["kepala"])
    isi = dari_json(versi.isi)
    assert (sum(len(t.anggota) for t in isi.tim), isi.jumlah_aksi) == (34, 65)
    assert bandingkan_rencana(isi, isi_rencana(contoh.rencana)).beda == ()


# --- From the shell -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("perintah", "contoh_boleh", "kode", "keluaran", "galat"),
    [
        (["muat_contoh", "--json"], "1", 0, json.dumps({**ISI, "berubah": False}), ""),
        (["muat_contoh"], "0", 1, "", "CommandError: Kantor contoh tidak dimuat karena ZONA_CONTOH dimatikan."),
        (["muat_rencana", "fixtures/naskah/matriks-2023.yaml", "--satker", "X"], "1", 1, "",
         'CommandError: Satker "X" tidak ada.'),
        (["muat_rencana"], "1", 2, "",
         "manage.py muat_rencana: error: the following arguments are required: berkas, --satker"),
    ],
)  # fmt: skip
def test_kode_keluar(
    data_contoh: Path, perintah: list[str], contoh_boleh: str, kode: int, keluaran: str, galat: str, settings: Settings
):
    hasil = subprocess.run(
        [sys.executable, "manage.py", *perintah],
        cwd=settings.AKAR,
        env={**lingkungan_proses(data_contoh), "ZONA_CONTOH": contoh_boleh},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (hasil.returncode, hasil.stdout.strip(), (hasil.stderr.splitlines() or [""])[-1]) == (kode, keluaran, galat)


def test_surat_surat(contoh: Contoh):
    """Numbered and signed what the pencanangan asks; the proposal is still a draft."""
    surat = surat_menurut_jenis(contoh.satker, 2023)
    assert {j: (str(s.keadaan), s.nomor, s.tanggal) for j, s in surat.items()} == {
        "sk-tim": ("bernomor", "1098/I5.18/LK.06.00/2023", date(2023, 1, 27)),
        "pakta": ("bertanggal", "", date(2023, 2, 1)),
        "piagam": ("bertanggal", "", date(2023, 2, 1)),
        "usulan": ("draf", "", None),
        "sptjm": ("draf", "", None),
    }
    pakta = ringkas_pakta(contoh.satker.pk, 2023)
    assert (pakta.menandatangani, pakta.jumlah, pakta.kata, pakta.pimpinan_sudah, pakta.tanggal) == (
        28, 34, "sebagian besar", True, date(2023, 2, 1),
    )  # fmt: skip
