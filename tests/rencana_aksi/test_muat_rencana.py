"""manage.py muat_rencana, and the function under it: whole or not at all, again without change."""

import json
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.core.management import CommandError, call_command

from bukti_fisik.models import Berkas, Bukti
from pengungkit.models import Instrumen, Komponen
from rencana_aksi.domain.kendala import catat_kendala
from rencana_aksi.domain.masalah import Ditolak
from rencana_aksi.domain.muat import HasilMuat, muat_rencana
from rencana_aksi.domain.pelaksanaan import catat_status, tetapkan_penanggung_jawab
from rencana_aksi.enums import JenisBukti, StatusRencana
from rencana_aksi.models import (
    Pelaksanaan,
    Pengungkit,
    ProgramPrioritas,
    Rencana,
    RencanaAksi,
    RencanaKerja,
    SyaratBukti,
)
from tests.pabrik import HARI_INI, Kantor, buat_instrumen, buat_tim
from tests.rencana_aksi.naskah import SUMBER, naskah
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.enums import Peran
from zona.organisasi.models import Satker

ISI = {
    "pengungkit": 6,
    "rencana_kerja": 6,
    "aksi": 12,
    "pelaksanaan": 12,
    "pelaksanaan_bertanggal": 6,
    "syarat_bukti": 18,
    "program_prioritas": 6,
}


@pytest.fixture
def satker(db: None) -> Satker:
    buat_instrumen()
    return Satker.objects.create(kode="BARU", nama="Kantor Baru")


def muat(satker: Satker, isi: dict[str, Any], instrumen: str = "") -> HasilMuat:
    return muat_rencana(isi=isi, satker=satker, oleh=None, instrumen=instrumen)


def ditolak(satker: Satker, isi: dict[str, Any], instrumen: str = "") -> list[str]:
    with pytest.raises(Ditolak) as galat:
        muat(satker, isi, instrumen)
    return [str(m) for m in galat.value.masalah]


def jalankan(*argumen: str) -> dict[str, Any]:
    keluaran = StringIO()
    call_command("muat_rencana", *argumen, "--json", stdout=keluaran)
    return json.loads(keluaran.getvalue())


def jumlah() -> dict[str, int]:
    semua = (Rencana, Pengungkit, ProgramPrioritas, RencanaKerja, RencanaAksi, Pelaksanaan, SyaratBukti, Jejak)
    return {m.__name__: m.objects.count() for m in semua}


# --- The source ---------------------------------------------------------------------------------


def test_naskah_2023_dimuat_utuh(satker: Satker):
    assert jalankan(str(SUMBER), "--satker", "BARU") == {
        "satker": "BARU",
        "tahun": 2023,
        "pengungkit": 6,
        "rencana_kerja": 39,
        "aksi": 65,
        "pelaksanaan": 82,
        "pelaksanaan_bertanggal": 75,
        "syarat_bukti": 173,
        "program_prioritas": 13,
        "berubah": True,
    }
    assert jumlah() == {
        "Rencana": 1,
        "Pengungkit": 6,
        "ProgramPrioritas": 13,
        "RencanaKerja": 39,
        "RencanaAksi": 65,
        "Pelaksanaan": 82,
        "SyaratBukti": 173,
        "Jejak": 1,
    }
    rencana = Rencana.objects.get()
    assert (rencana.status, rencana.nomor_sk, rencana.tanggal_sk, rencana.tempat, rencana.instrumen.kode) == (
        StatusRencana.DITETAPKAN,
        "1117/I5.18/LK.06.00/2023",
        date(2023, 2, 1),
        "Mataram",
        "uji",
    )
    assert Pelaksanaan.objects.filter(jatuh_tempo__isnull=False).count() == 75
    assert set(RencanaAksi.objects.exclude(pelaksanaan__isnull=False)) == set()


def test_naskah_2023_setiap_baris_seperti_tertulis(satker: Satker):
    jalankan(str(SUMBER), "--satker", "BARU")
    sumber = yaml.safe_load(SUMBER.read_text())
    assert [
        (p.kode, p.nama, [x.uraian for x in p.program_prioritas.all()], [k.uraian for k in p.rencana_kerja.all()])
        for p in Pengungkit.objects.all()
    ] == [
        (p["kode"], p["nama"], p["program_prioritas"], [k["uraian"] for k in p["rencana_kerja"]])
        for p in sumber["pengungkit"]
    ]
    kerja = [k for p in sumber["pengungkit"] for k in p["rencana_kerja"]]
    for tersimpan, tertulis in zip(RencanaKerja.objects.order_by("pengungkit__urutan", "urutan"), kerja, strict=True):
        assert tersimpan.nomor == tertulis["nomor"]
        assert [(a.huruf, a.uraian, a.jadwal_teks) for a in tersimpan.aksi.all()] == [
            (a.get("kode", ""), a["uraian"], a.get("jadwal", {}).get("teks", "")) for a in tertulis["aksi"]
        ]
        assert [s.teks for s in tersimpan.syarat.all()] == [s["teks"] for s in tertulis["bukti"]]


def test_naskah_2023_evaluasi_bulanan_dua_belas_kali(satker: Satker):
    jalankan(str(SUMBER), "--satker", "BARU")
    aksi = RencanaAksi.objects.get(jadwal_teks="Setiap bulan sekali (minggu pertama bulan berikutnya)")
    jendela = [(p.mulai, p.jatuh_tempo) for p in aksi.pelaksanaan.all()]
    assert len(jendela) == 12
    assert jendela[0] == (date(2023, 2, 1), date(2023, 2, 7))
    assert jendela[-1] == (date(2024, 1, 1), date(2024, 1, 7))


def test_naskah_2023_syarat_tiap_pelaksanaan_milik_aksinya(satker: Satker):
    jalankan(str(SUMBER), "--satker", "BARU")
    tiap = SyaratBukti.objects.filter(tiap_pelaksanaan=True)
    assert tiap.count() == 6
    assert tiap.filter(aksi__isnull=True).count() == 0
    per_jenis = {jenis: SyaratBukti.objects.filter(jenis=jenis).count() for jenis in JenisBukti}
    assert sum(per_jenis.values()) == 173
    assert per_jenis[JenisBukti.UNDANGAN] == 36


# --- The same again, and something else ---------------------------------------------------------


def test_muat_ulang_tidak_menulis_apa_pun(satker: Satker):
    muat(satker, naskah())
    sebelum, revisi = jumlah(), Satker.objects.get(pk=satker.pk).revisi
    assert muat(satker, naskah()) == HasilMuat(satker="BARU", tahun=2024, **ISI, berubah=False)
    assert (jumlah(), Satker.objects.get(pk=satker.pk).revisi) == (sebelum, revisi)


def test_muat_ulang_di_atas_kemajuan_tidak_menulis_apa_pun(satker: Satker):
    muat(satker, naskah(nomor_sk="1", tanggal_sk="2024-01-02"))
    pelaksanaan = Pelaksanaan.objects.filter(jatuh_tempo__isnull=False)[0]
    catat_status(
        pelaksanaan=pelaksanaan,
        status="ditunda",
        jatuh_tempo=date(2024, 3, 1),
        alasan="x",
        oleh=None,
        hari_ini=HARI_INI,
    )
    assert muat(satker, naskah(nomor_sk="1", tanggal_sk="2024-01-02")).berubah is False
    pelaksanaan.refresh_from_db()
    assert (pelaksanaan.status, pelaksanaan.jatuh_tempo) == ("ditunda", date(2024, 3, 1))


def test_satu_jejak_untuk_satu_muat(satker: Satker):
    muat(satker, naskah())
    jejak = Jejak.objects.get()
    assert (jejak.tindakan, jejak.oleh_nama, jejak.objek_teks, jejak.sebelum) == (
        "memuat rencana",
        "Sistem",
        "Rencana Kerja 2024",
        {},
    )
    assert jejak.sesudah == {
        "tahun": 2024,
        **ISI,
        "nomor_sk": "",
        "tanggal_sk": None,
        "tempat": "Mataram",
        "instrumen": "uji",
        "status": "draf",
    }


@pytest.mark.parametrize(
    ("kepala", "status"),
    [
        ({}, StatusRencana.DRAF),
        ({"nomor_sk": "1/2024"}, StatusRencana.DRAF),
        ({"nomor_sk": "1/2024", "tanggal_sk": "2024-01-02"}, StatusRencana.DITETAPKAN),
    ],
)
def test_ditetapkan_bila_sk_lengkap(satker: Satker, kepala: dict[str, str], status: str):
    muat(satker, naskah(**kepala))
    assert Rencana.objects.get().status == status


def test_draf_diganti_di_tempat_dan_penanggung_jawab_tinggal(kantor: Kantor):
    muat(kantor.satker, naskah())
    rencana = Rencana.objects.get(tahun=2024)
    buat_tim(kantor.satker, 2024, [("I", kantor.orang["anggota"], Peran.ANGGOTA)])
    aksi = RencanaAksi.objects.get(uraian="Rapat I")
    tetapkan_penanggung_jawab(aksi=aksi, pengguna=kantor.orang["anggota"], oleh=None)
    isi = naskah(nomor_sk="1/2024", tanggal_sk="2024-01-02")
    isi["pengungkit"][0]["rencana_kerja"][0]["aksi"].pop()
    isi["pengungkit"][0]["rencana_kerja"][0]["bukti"].pop(1)
    hasil = muat(kantor.satker, isi)
    assert (hasil.berubah, hasil.aksi, hasil.syarat_bukti) == (True, 11, 17)
    baru = Rencana.objects.get(tahun=2024)
    assert (baru.pk, baru.status) == (rencana.pk, StatusRencana.DITETAPKAN)
    aksi = RencanaAksi.objects.get(uraian="Rapat I")
    assert aksi.penanggung_jawab == kantor.orang["anggota"]
    jejak = Jejak.objects.filter(tindakan="memuat rencana").first()
    assert jejak is not None
    assert jejak.sebelum == {"nomor_sk": "", "tanggal_sk": None, "baris": 48}


def test_yang_ditetapkan_tidak_diganti(satker: Satker):
    isi = naskah(nomor_sk="1/2024", tanggal_sk="2024-01-02")
    muat(satker, isi)
    isi["pengungkit"][0]["rencana_kerja"][0]["uraian"] = "Lain"
    with pytest.raises(DomainError) as galat:
        muat(satker, isi)
    assert galat.value.pesan == "Rencana Kerja 2024 sudah ditetapkan dan berbeda dari berkas ini; ubah lewat perubahan."
    assert RencanaKerja.objects.filter(uraian="Lain").count() == 0


def test_kemajuan_dan_bukti_menahan_penggantian(kantor: Kantor):
    muat(kantor.satker, naskah())
    satu, dua = Pelaksanaan.objects.filter(aksi__uraian__in=["Rapat I", "Rapat II"], aksi__huruf="a")
    catat_status(pelaksanaan=satu, status="selesai", realisasi=HARI_INI, oleh=None, hari_ini=HARI_INI)
    catat_kendala(aksi=dua.aksi, pelaksanaan=dua, uraian="Ruang rapat dipakai", oleh=None)
    berkas = Berkas.objects.create(
        satker=kantor.satker, kunci="x", nama_asli="x.pdf", jenis_mime="application/pdf", ukuran=1, sha256="0" * 64
    )
    for syarat in SyaratBukti.objects.filter(aksi=satu.aksi):
        Bukti.objects.create(syarat=syarat, pelaksanaan=satu, versi=1, berkas=berkas, nama="x.pdf")
    sebelum = jumlah()
    with pytest.raises(DomainError) as galat:
        muat(kantor.satker, naskah(tempat="Praya"))
    assert galat.value.pesan == (
        "Rencana Kerja 2024 berbeda dari berkas ini, tetapi padanya ada "
        "1 pelaksanaan yang sudah berjalan, 1 bukti, 1 kendala."
    )
    assert jumlah() == sebelum


def test_satu_catatan_menahan_penggantian(satker: Satker):
    muat(satker, naskah())
    catat_status(
        pelaksanaan=Pelaksanaan.objects.all()[0], status="belum", catatan="Menunggu", oleh=None, hari_ini=HARI_INI
    )
    with pytest.raises(DomainError, match="1 pelaksanaan yang sudah berjalan"):
        muat(satker, naskah(tempat="Praya"))


# --- Instrument and people ----------------------------------------------------------------------


def instrumen_lain() -> Instrumen:
    lain = buat_instrumen("lain", bawaan=False)
    Komponen.objects.filter(instrumen=lain, area="I").update(bobot=4)
    Komponen.objects.filter(instrumen=lain, area="II").update(bobot=6)
    return lain


def test_instrumen_menurut_bobotnya(satker: Satker):
    lain = instrumen_lain()
    isi = naskah()
    isi["pengungkit"][0]["bobot"], isi["pengungkit"][1]["bobot"] = 4, 6
    muat(satker, isi)
    assert Rencana.objects.get().instrumen == lain


def test_instrumen_berbobot_sama_dipilih_yang_bawaan(satker: Satker):
    buat_instrumen("a-lebih-dulu", bawaan=False)
    muat(satker, naskah())
    assert Rencana.objects.get().instrumen.kode == "uji"


@pytest.mark.parametrize("cara", ["berkas", "pilihan"])
def test_instrumen_yang_disebut_dipakai(satker: Satker, cara: str):
    buat_instrumen("kembar", bawaan=False)
    if cara == "berkas":
        muat(satker, naskah(instrumen="kembar"))
    else:
        muat(satker, naskah(instrumen="uji"), "kembar")
    assert Rencana.objects.get().instrumen.kode == "kembar"


def test_bobot_yang_berbeda_dari_instrumennya_ditolak(satker: Satker):
    instrumen_lain()
    isi = naskah(instrumen="lain")
    isi["hasil"][1]["bobot"] = 17.5
    assert ditolak(satker, isi) == [
        "pengungkit[0].bobot: bobot 5, pada lain 4",
        "pengungkit[1].bobot: bobot 5, pada lain 6",
        "hasil[1].bobot: bobot 17,5, pada lain 20",
    ]


def test_bobot_yang_bukan_milik_instrumen_mana_pun_ditolak(satker: Satker):
    isi = naskah()
    isi["pengungkit"][0]["bobot"] = 6
    assert ditolak(satker, isi) == [
        "bobot I 6, II 5, III 15, IV 10, V 15, VI 10, hasil 20 + 20 tidak sama dengan instrumen mana pun "
        "(uji: I 5, II 5, III 15, IV 10, V 15, VI 10, hasil 20 + 20)"
    ]


def test_jumlah_hasil_berbeda_ditolak(satker: Satker):
    isi = naskah(instrumen="uji")
    isi["hasil"].pop()
    assert ditolak(satker, isi) == ["hasil: 1 komponen, pada uji 2"]


def test_instrumen_tidak_dikenal_ditolak(satker: Satker):
    assert ditolak(satker, naskah(), "permenpan") == ['instrumen: "permenpan" tidak dikenal; yang ada: uji']


def test_tanpa_instrumen_ditolak(db: None):
    satker = Satker.objects.create(kode="BARU", nama="Kantor Baru")
    assert ditolak(satker, naskah()) == ["belum ada instrumen; jalankan muat_instrumen dahulu"]


def test_penanggung_jawab_menurut_username_atau_nip(kantor: Kantor):
    buat_tim(
        kantor.satker,
        2024,
        [("I", kantor.orang["anggota"], Peran.ANGGOTA), ("I", kantor.orang["koordinator-i"], Peran.KOORDINATOR)],
    )
    isi = naskah()
    aksi = isi["pengungkit"][0]["rencana_kerja"][0]["aksi"]
    aksi[0]["penanggung_jawab"] = "anggota"
    aksi[1]["penanggung_jawab"] = kantor.orang["koordinator-i"].nip
    muat(kantor.satker, isi)
    milik = RencanaAksi.objects.filter(rencana_kerja__pengungkit__rencana__tahun=2024)
    assert [a.penanggung_jawab for a in milik.filter(rencana_kerja__pengungkit__kode="I")] == [
        kantor.orang["anggota"],
        kantor.orang["koordinator-i"],
    ]
    assert milik.filter(penanggung_jawab__isnull=False).count() == 2
    assert muat(kantor.satker, isi).berubah is False
    aksi[1]["penanggung_jawab"] = "anggota"
    assert muat(kantor.satker, isi).berubah is True


def test_penanggung_jawab_asing_ditolak(kantor: Kantor):
    buat_tim(kantor.satker, 2024, [("II", kantor.orang["anggota"], Peran.ANGGOTA)])
    isi = naskah()
    aksi = isi["pengungkit"][0]["rencana_kerja"][0]["aksi"]
    aksi[0]["penanggung_jawab"], aksi[1]["penanggung_jawab"] = "orang-luar", "anggota"
    assert ditolak(kantor.satker, isi) == [
        "pengungkit[0].rencana_kerja[0].aksi[0].penanggung_jawab: "
        '"orang-luar" bukan username atau NIP pegawai Kantor Uji',
        'pengungkit[0].rencana_kerja[0].aksi[1].penanggung_jawab: "anggota" bukan anggota Tim I tahun 2024',
    ]


def test_ditolak_seluruhnya_sebelum_ada_yang_ditulis(satker: Satker):
    isi = naskah(tahun="x", instrumen="uji")
    isi["pengungkit"][0]["bobot"] = 6
    isi["pengungkit"][5]["rencana_kerja"][0]["aksi"][0]["penanggung_jawab"] = "siapa"
    assert [m.split(":")[0] for m in ditolak(satker, isi)] == [
        "tahun",
        "pengungkit[0].bobot",
        "pengungkit[5].rencana_kerja[0].aksi[0].penanggung_jawab",
    ]
    assert set(jumlah().values()) == {0}


# --- The command --------------------------------------------------------------------------------


def test_perintah_menyebut_isi_lalu_bahwa_sudah_sama(satker: Satker, tmp_path: Path):
    (tmp_path / "r.yaml").write_text(yaml.safe_dump(naskah()))
    keluaran = StringIO()
    for _ in range(2):
        call_command("muat_rencana", str(tmp_path / "r.yaml"), "--satker", "baru", stdout=keluaran)
    isi = (
        "6 pengungkit, 6 rencana kerja, 12 rencana aksi, 12 pelaksanaan (6 bertanggal), 18 syarat bukti, "
        "6 program prioritas."
    )
    assert keluaran.getvalue().splitlines() == [
        f"Rencana BARU 2024 dimuat: {isi}",
        f"Rencana BARU 2024 sudah sama dengan berkas, 0 baris ditulis: {isi}",
    ]


def test_perintah_menyebut_berkas_jalur_dan_alasan(satker: Satker, tmp_path: Path):
    isi = naskah()
    isi["pengungkit"][3]["rencana_kerja"][0]["aksi"][0]["jadwal"]["tanggal"] = ["2023-02-30"]
    isi["pengungkit"][4]["kode"] = "IX"
    berkas = tmp_path / "r.yaml"
    berkas.write_text(yaml.safe_dump(isi))
    keluaran = StringIO()
    with pytest.raises(CommandError) as galat:
        call_command("muat_rencana", str(berkas), "--satker", "BARU", "--json", stdout=keluaran)
    assert galat.value.returncode == 1
    assert str(galat.value).splitlines() == [
        "2 masalah, tidak ada yang dimuat.",
        f"{berkas}: pengungkit[3].rencana_kerja[0].aksi[0].jadwal.tanggal[0]: "
        '"2023-02-30" bukan tanggal; tulis tahun-bulan-hari, misalnya 2023-01-25',
        f'{berkas}: pengungkit[4].kode: pengungkit "IX" tidak dikenal; yang dikenal: I, II, III, IV, V, VI',
    ]
    assert keluaran.getvalue() == ""
    assert set(jumlah().values()) == {0}


def test_perintah_tanpa_berkas_atau_satker_yang_ada(satker: Satker, tmp_path: Path):
    with pytest.raises(CommandError, match=r'^Satker "XX" tidak ada\.$'):
        call_command("muat_rencana", str(SUMBER), "--satker", "XX")
    with pytest.raises(CommandError) as galat:
        call_command("muat_rencana", str(tmp_path / "x.yaml"), "--satker", "BARU")
    assert (
        str(galat.value)
        == f"1 masalah, tidak ada yang dimuat.\n{tmp_path / 'x.yaml'}: berkas tidak dapat dibaca, berkasnya tidak ada"
    )


def test_perintah_meneruskan_penolakan_penggantian(satker: Satker, tmp_path: Path):
    muat(satker, naskah(nomor_sk="1", tanggal_sk="2024-01-02"))
    (tmp_path / "r.yaml").write_text(yaml.safe_dump(naskah()))
    with pytest.raises(CommandError, match=r"r\.yaml: Rencana Kerja 2024 sudah ditetapkan"):
        call_command("muat_rencana", str(tmp_path / "r.yaml"), "--satker", "BARU")
