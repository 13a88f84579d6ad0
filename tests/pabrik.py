"""A small synthetic office, cheap to build and easy to grow."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.db.models import F

from pengungkit.enums import JenisJawaban, Kelompok
from pengungkit.models import Indikator, Instrumen, Komponen, Pertanyaan, Pilihan
from rencana_aksi.domain.hidup_rencana import mulai_perubahan
from rencana_aksi.enums import JenisBukti, JenisJadwal, StatusRencana
from rencana_aksi.models import Pelaksanaan, Pengungkit, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from zona.organisasi.enums import AREA, PENGARAH, Peran
from zona.organisasi.models import Keanggotaan, Pengguna, Penugasan, Satker, Tim

HARI_INI = date(2023, 3, 15)
BOBOT = dict(zip(AREA, map(Decimal, (5, 5, 15, 10, 15, 10)), strict=True))
NAMA_AREA = {
    "I": "Manajemen Perubahan",
    "II": "Penataan Tata Laksana",
    "III": "Penataan Sistem Manajemen SDM",
    "IV": "Penguatan Akuntabilitas",
    "V": "Penguatan Pengawasan",
    "VI": "Peningkatan Kualitas Pelayanan Publik",
}
# Of the first action of each row: late on HARI_INI, a window due within 14 days, next month.
JADWAL = (
    (date(2023, 3, 1), date(2023, 3, 1)),
    (date(2023, 3, 13), date(2023, 3, 20)),
    (date(2023, 4, 10), date(2023, 4, 10)),
)
KOLOM_AMBANG = ("predikat", "nama", "jenis", "kode", "minimal")
AMBANG = (
    ("wbk", "Total", "total", "", "75"),
    ("wbk", "Penguatan Pengawasan", "area", "V", "9.00"),
    ("wbk", "Survei persepsi korupsi", "indikator", "H1.1", "13.5"),
    ("wbbm", "Total", "total", "", "85"),
)


@dataclass
class Kantor:
    """The office UJI with its plan of 2023. Per pengungkit: one row, aksi a (three dated pelaksanaan) and b (one
    undated), syarat `aksi` (of a), `tiap` (of a, at each pelaksanaan) and `baris` (of the whole row)."""

    satker: Satker
    rencana: Rencana
    orang: dict[str, Pengguna]
    pengungkit: dict[str, Pengungkit]
    baris: dict[str, RencanaKerja] = field(default_factory=dict)
    aksi: dict[tuple[str, str], RencanaAksi] = field(default_factory=dict)
    pelaksanaan: dict[tuple[str, str], list[Pelaksanaan]] = field(default_factory=dict)
    syarat: dict[tuple[str, str], SyaratBukti] = field(default_factory=dict)

    def alamat(self, ekor: str = "") -> str:
        """/uji/2023/<ekor>"""
        return f"/{self.satker.slug}/{self.rencana.tahun}/{ekor}"


def buat_instrumen(kode: str = "uji", *, bawaan: bool = True) -> Instrumen:
    """Six areas (one indikator each: a Ya/Tidak and an A–C question) and two hasil (nilai 0–4, persen, nilai 0–4)."""
    instrumen = Instrumen.objects.create(
        kode=kode,
        nama="Instrumen uji",
        bawaan=bawaan,
        isi_sha256="0" * 64,
        ambang={"gerbang": [dict(zip(KOLOM_AMBANG, ambang, strict=True)) for ambang in AMBANG]},
    )
    komponen = [
        Komponen(
            instrumen=instrumen, kode=f"A{i}", nama=NAMA_AREA[area], kelompok=Kelompok.PENGUNGKIT, area=area,
            bobot=BOBOT[area], urutan=i,
        )
        for i, area in enumerate(AREA, 1)
    ] + [
        Komponen(instrumen=instrumen, kode=kode, nama=nama, kelompok=Kelompok.HASIL, bobot=20, urutan=urutan)
        for kode, nama, urutan in (
            ("H1", "Pemerintah yang Bersih dan Bebas KKN", 7),
            ("H2", "Kualitas Pelayanan Publik", 8),
        )
    ]  # fmt: skip
    Komponen.objects.bulk_create(komponen)
    *area, h1, h2 = komponen
    indikator = [Indikator(komponen=k, kode=f"{k.kode}.1", nama="Tim Kerja", bobot=k.bobot, urutan=1) for k in area]
    hasil = {
        JenisJawaban.NILAI_0_4: [
            Indikator(komponen=h1, kode="H1.1", nama="Survei Persepsi Korupsi", bobot=15, urutan=1),
            Indikator(komponen=h2, kode="H2.1", nama="Survei Kualitas Pelayanan", bobot=20, urutan=1),
        ],
        JenisJawaban.PERSEN: [Indikator(komponen=h1, kode="H1.2", nama="Tindak lanjut", bobot=5, urutan=2)],
    }
    Indikator.objects.bulk_create([*indikator, *(i for daftar in hasil.values() for i in daftar)])
    bentuk = (("a", JenisJawaban.YA_TIDAK), ("b", JenisJawaban.ABC))
    pertanyaan = [
        Pertanyaan(indikator=i, kode=f"{i.kode}.{h}", teks=f"Apakah {i.kode}.{h}?", jenis_jawaban=jenis, urutan=urutan)
        for i in indikator
        for urutan, (h, jenis) in enumerate(bentuk, 1)
    ]
    angka = [
        Pertanyaan(indikator=i, kode=i.kode, teks=i.nama, jenis_jawaban=jenis, urutan=1)
        for jenis, daftar in hasil.items()
        for i in daftar
    ]
    Pertanyaan.objects.bulk_create(pertanyaan + angka)
    nilai = {
        JenisJawaban.YA_TIDAK: (("Ya", "1"), ("Tidak", "0")),
        JenisJawaban.ABC: (("A", "1"), ("B", "0.5"), ("C", "0")),
    }
    Pilihan.objects.bulk_create(
        Pilihan(pertanyaan=p, label=label, nilai=Decimal(n), urutan=urutan)
        for p in pertanyaan
        for urutan, (label, n) in enumerate(nilai[JenisJawaban(p.jenis_jawaban)], 1)
    )
    return instrumen


def buat_orang(satker: Satker, *username: str) -> dict[str, Pengguna]:
    """People of the office by username, named after it, with a valid NIP and no password (sign in by force_login)."""
    ada = Pengguna.objects.count()
    orang = [
        Pengguna(
            username=u, nip=f"1980010120060410{ada + i:02}", nama=u.replace("-", " ").title(), jabatan="Staf uji",
            satker=satker, password="!",
        )
        for i, u in enumerate(username, 1)
    ]  # fmt: skip
    Pengguna.objects.bulk_create(orang)
    return {o.username: o for o in orang}


def buat_tim(satker: Satker, tahun: int, isi: Iterable[tuple[str, Pengguna, Peran]]) -> dict[str, Tim]:
    """The seven teams of a year, and who is in them: (team, person, role)."""
    tim = {kode: Tim(satker=satker, tahun=tahun, kode=kode) for kode in (PENGARAH, *AREA)}
    Tim.objects.bulk_create(tim.values())
    Keanggotaan.objects.bulk_create(
        Keanggotaan(tim=tim[kode], pengguna=orang, peran=peran, urutan=urutan)
        for urutan, (kode, orang, peran) in enumerate(isi, 1)
    )
    return tim


def buat_rencana(satker: Satker, instrumen: Instrumen, tahun: int = 2023) -> tuple[Rencana, dict[str, Pengungkit]]:
    """A ditetapkan plan with its six pengungkit and no rows."""
    rencana = Rencana.objects.create(
        satker=satker, tahun=tahun, instrumen=instrumen, nomor_sk=f"1/{satker.kode}/{tahun}",
        tanggal_sk=date(tahun, 2, 1), tempat="Mataram", status=StatusRencana.DITETAPKAN,
    )  # fmt: skip
    pengungkit = {
        kode: Pengungkit(rencana=rencana, kode=kode, nama=NAMA_AREA[kode], bobot=BOBOT[kode], urutan=i)
        for i, kode in enumerate(AREA, 1)
    }
    Pengungkit.objects.bulk_create(pengungkit.values())
    return rencana, pengungkit


def buat_baris(tempat: Iterable[tuple[Pengungkit, int]]) -> list[RencanaKerja]:
    """One row of the shape told at Kantor at each (pengungkit, number)."""
    baris = [RencanaKerja(pengungkit=p, nomor=n, uraian=f"Kerja {p.kode}.{n}", urutan=n) for p, n in tempat]
    RencanaKerja.objects.bulk_create(baris)
    aksi = [a for b in baris for a in _aksi(b)]
    RencanaAksi.objects.bulk_create(aksi)
    Pelaksanaan.objects.bulk_create(p for a in aksi for p in _pelaksanaan(a))
    SyaratBukti.objects.bulk_create(s for a in aksi[::2] for s in _syarat(a))
    return baris


def _aksi(baris: RencanaKerja) -> list[RencanaAksi]:
    nama = f"{baris.pengungkit.kode}.{baris.nomor}"
    tanggal = {"rentang": [[mulai.isoformat(), tempo.isoformat()] for mulai, tempo in JADWAL]}
    return [
        RencanaAksi(
            rencana_kerja=baris, huruf="a", uraian=f"Aksi {nama}.a", urutan=1, jadwal_teks="1, 13–20 Maret, 10 April",
            jadwal_jenis=JenisJadwal.RENTANG, jadwal_makna=tanggal,
        ),
        RencanaAksi(
            rencana_kerja=baris, huruf="b", uraian=f"Aksi {nama}.b", urutan=2, jadwal_teks="Secara berkala",
            jadwal_jenis=JenisJadwal.BERKALA,
        ),
    ]  # fmt: skip


def _pelaksanaan(aksi: RencanaAksi) -> list[Pelaksanaan]:
    if aksi.huruf == "b":
        return [Pelaksanaan(aksi=aksi, urutan=1)]
    return [
        Pelaksanaan(aksi=aksi, urutan=i, mulai=mulai, jatuh_tempo=tempo) for i, (mulai, tempo) in enumerate(JADWAL, 1)
    ]


def _syarat(aksi: RencanaAksi) -> list[SyaratBukti]:
    baris = aksi.rencana_kerja
    return [
        SyaratBukti(rencana_kerja=baris, aksi=aksi, teks="Surat keputusan", jenis=JenisBukti.KEPUTUSAN, urutan=1),
        SyaratBukti(
            rencana_kerja=baris, aksi=aksi, teks="Notula rapat", jenis=JenisBukti.NOTULA, tiap_pelaksanaan=True,
            urutan=2,
        ),
        SyaratBukti(rencana_kerja=baris, teks="Laporan kegiatan", jenis=JenisBukti.LAPORAN, urutan=3),
    ]  # fmt: skip


def tambah_baris(kantor: Kantor, n: int) -> list[RencanaKerja]:
    """Grow the plan by n rows, dealt out over the six pengungkit, for the query-count tests."""
    ada = RencanaKerja.objects.filter(pengungkit__rencana=kantor.rencana).count()
    return buat_baris((kantor.pengungkit[AREA[i % 6]], i // 6 + 1) for i in range(ada, ada + n))


def buat_kantor() -> Kantor:
    """Kantor UJI as told at `Kantor`, and the office LAIN with a plan of its own and one coordinator (orang_luar)."""
    uji = Satker(kode="UJI", nama="Kantor Uji", kota="Mataram", zona_waktu="Asia/Makassar")
    lain = Satker(kode="LAIN", nama="Kantor Lain", kota="Jakarta")
    Satker.objects.bulk_create([uji, lain])
    koordinator = [f"koordinator-{kode.lower()}" for kode in AREA]
    orang = buat_orang(uji, "kepala", "ketua", *koordinator, "anggota", "admin")
    orang |= buat_orang(lain, "orang-luar", "penilai")
    isi = [(PENGARAH, orang["kepala"], Peran.KEPALA), (PENGARAH, orang["ketua"], Peran.KETUA)]
    isi += [(kode, orang[nama], Peran.KOORDINATOR) for kode, nama in zip(AREA, koordinator, strict=True)]
    buat_tim(uji, 2023, [*isi, ("I", orang["anggota"], Peran.ANGGOTA)])
    buat_tim(lain, 2023, [("I", orang["orang-luar"], Peran.KOORDINATOR)])
    Penugasan.objects.bulk_create(
        Penugasan(satker=uji, pengguna=orang[p], peran=p) for p in (Peran.PENILAI.value, Peran.ADMIN.value)
    )
    instrumen = buat_instrumen()
    rencana, pengungkit = buat_rencana(uji, instrumen)
    kantor = Kantor(satker=uji, rencana=rencana, orang=orang, pengungkit=pengungkit)
    baris = tambah_baris(kantor, len(AREA))
    _, pengungkit_lain = buat_rencana(lain, instrumen)
    buat_baris([(pengungkit_lain["I"], 1)])
    RencanaAksi.objects.filter(rencana_kerja=baris[0], huruf="a").update(penanggung_jawab=orang["anggota"])
    kenali(kantor)
    return kantor


def kenali(kantor: Kantor) -> None:
    """Fill the office's look-up tables, fresh from the database."""
    milik = Pelaksanaan.objects.filter(aksi__rencana_kerja__pengungkit__rencana=kantor.rencana)
    tempat = ("aksi__rencana_kerja__pengungkit__urutan", "aksi__rencana_kerja__urutan", "aksi__urutan", "urutan")
    for p in milik.select_related("aksi__rencana_kerja__pengungkit__rencana").order_by(*tempat):
        kode = p.aksi.rencana_kerja.pengungkit.kode
        kantor.baris.setdefault(kode, p.aksi.rencana_kerja)
        kantor.aksi.setdefault((kode, p.aksi.huruf), p.aksi)
        kantor.pelaksanaan.setdefault((kode, p.aksi.huruf), []).append(p)
    nama = {1: "aksi", 2: "tiap", 3: "baris"}
    for s in SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=kantor.rencana).select_related(
        "rencana_kerja__pengungkit__rencana", "aksi"
    ):
        kantor.syarat[s.rencana_kerja.pengungkit.kode, nama[s.urutan]] = s


def jadikan_draf(kantor: Kantor, status: str = StatusRencana.DRAF) -> Kantor:
    """The office's plan as a first plan that no SK was given to yet."""
    kini = kantor.rencana
    kini.status, kini.nomor_sk, kini.tanggal_sk = status, "", None
    kini.save(update_fields=["status", "nomor_sk", "tanggal_sk"])
    Satker.objects.filter(pk=kantor.satker.pk).update(revisi=F("revisi") + 1)
    return kantor


def buka_perubahan(kantor: Kantor) -> Kantor:
    """The draft of a perubahan of the office's plan, with its rows looked up as those of the plan are."""
    draf = mulai_perubahan(rencana=kantor.rencana, alasan="Uji", oleh=None)
    return baca_draf(kantor, draf)


def baca_draf(kantor: Kantor, draf: Rencana) -> Kantor:
    """The draft as it stands now."""
    pengungkit = {p.kode: p for p in Pengungkit.objects.filter(rencana=draf).select_related("rencana__perubahan_dari")}
    isi = Kantor(satker=kantor.satker, rencana=draf, orang=kantor.orang, pengungkit=pengungkit)
    kenali(isi)
    return isi
