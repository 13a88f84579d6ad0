"""The line of the seven stages: days, state, documents, what each lacks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from pengungkit.enums import JenisPenilaian
from rencana_aksi.enums import StatusRencana
from rencana_aksi.models import Rencana
from zona.dokumen.enums import JenisPeriode
from zona.dokumen.periode import Periode
from zona.inti.waktu import rentang_id, tanggal_id
from zona.nilai.queries.syarat import BarisSyarat
from zona.organisasi.models import Pengguna
from zona.tahapan.alur import HARI, Tanggal, kata_keadaan, keadaan, padukan, tahap_kini, tak_urut
from zona.tahapan.enums import Keadaan, KodeTahap
from zona.tahapan.fakta import Bangun, Fakta, Ketikan, Pakta, SyaratKurang
from zona.tahapan.kurang import Kurang, kekurangan
from zona.tahapan.models import Tahap
from zona.tahapan.queries.bahan import PENCANANGAN_SYARAT, Bahan, baca_bahan
from zona.tahapan.queries.dokumen import SYARAT_SURAT, BarisDokumen, jenis_dokumen, semua_dokumen
from zona.tahapan.queries.rincian import rincian


@dataclass(frozen=True, slots=True)
class ButirKurang:
    """`alamat`: where it is mended; empty where this person cannot."""

    kalimat: str
    alamat: str


@dataclass(frozen=True, slots=True)
class BarisTahap:
    """One stage. `kini`: the office stands here. `kata`: the state in words. `rincian`: what is there, in words.
    `diubah`: the day of the last typing, by the office's clock."""

    kode: KodeTahap
    nomor: int
    tanggal: Tanggal
    keadaan: Keadaan
    kata: str
    kini: bool
    kurang: tuple[ButirKurang, ...]
    rincian: tuple[str, ...]
    dokumen: tuple[BarisDokumen, ...]
    tak_urut: str
    tahap: Tahap | None
    diubah: date | None

    @property
    def waktu(self) -> str:
        """The days as the line shows them: true ones, else planned ones."""
        t = self.tanggal
        if t.selesai:
            return _rentang(t.mulai, t.selesai)
        if t.target_selesai:
            return f"sasaran {_rentang(t.target_mulai, t.target_selesai)}"
        if t.mulai:
            return f"sejak {tanggal_id(t.mulai)}"
        return f"sasaran mulai {tanggal_id(t.target_mulai)}" if t.target_mulai else "belum bertanggal"


def _rentang(mulai: date | None, selesai: date) -> str:
    return rentang_id(mulai, selesai) if mulai else tanggal_id(selesai)


def susun_tahapan(rencana: Rencana, hari_ini: date, pengguna: Pengguna, bangun: Bangun) -> list[BarisTahap]:
    """The stages as that person may see them; the queries of `baca_bahan`."""
    bahan = baca_bahan(rencana, hari_ini, pengguna)
    dokumen = semua_dokumen(bahan)
    tanggal = {kode: _tanggal(kode, bahan, bangun) for kode in KodeTahap}
    fakta = _fakta(bahan, bangun, tanggal[KodeTahap.PEMBANGUNAN], dokumen)
    berjalan = _berjalan(bahan)
    kini = {
        kode: keadaan(tanggal[kode], hari_ini, berjalan=kode in berjalan, ditetapkan=fakta.ditetapkan)
        for kode in KodeTahap
    }
    di = tahap_kini(list(kini.values()))
    urut = {**tak_urut(tanggal), **_lewat_batas(tanggal[KodeTahap.PENGUSULAN], bahan)}
    mengisi = pengguna.boleh("ajukan", rencana)
    return [
        BarisTahap(
            kode=kode,
            nomor=i + 1,
            tanggal=tanggal[kode],
            keadaan=kini[kode],
            kata=kata_keadaan(tanggal[kode], hari_ini, kini[kode]),
            kini=i == di,
            kurang=tuple(_butir(k, rencana, mengisi) for k in kekurangan(kode, fakta, tanggal[kode], kini[kode])),
            rincian=rincian(kode, fakta, bahan),
            dokumen=tuple(dokumen[kode]),
            tak_urut=urut.get(kode, ""),
            tahap=(tahap := bahan.tahap.get(kode)),
            diubah=tahap.diubah_pada.astimezone(bahan.zona).date() if tahap else None,
        )
        for i, kode in enumerate(KodeTahap)
    ]


def _butir(k: Kurang, rencana: Rencana, mengisi: bool) -> ButirKurang:
    if k.pengisi and not mengisi:
        return ButirKurang(k.kalimat, "")
    alamat = reverse(k.ke, args=[rencana.satker.slug, k.tahun or rencana.tahun, *k.isian])
    return ButirKurang(k.kalimat, f"{alamat}{k.ekor}")


def _tanggal(kode: KodeTahap, bahan: Bahan, bangun: Bangun) -> Tanggal:
    tahap = bahan.tahap.get(kode)
    ketikan = {nama: getattr(tahap, nama) for nama in HARI} if tahap else {}
    return padukan(ketikan, dict(_diketahui(kode, bahan, bangun)))


def _diketahui(kode: KodeTahap, bahan: Bahan, bangun: Bangun) -> Iterator[tuple[str, tuple[date | None, str]]]:
    """Days that other rooms know, with where from."""
    match kode:
        case KodeTahap.PENCANANGAN:
            yield "selesai", (bahan.pencanangan.hari, bahan.pencanangan.dari)
        case KodeTahap.PEMBANGUNAN:
            yield "mulai", (_tanggal_sk(bahan), "tanggal SK rencana kerja")
            yield "target_mulai", (bangun.jadwal_mulai, "jadwal rencana aksi")
            yield "target_selesai", (bangun.jadwal_selesai, "jadwal rencana aksi")
        case KodeTahap.MANDIRI | KodeTahap.TPI:
            nilai = bahan.nilai[JenisPenilaian(kode.value)]
            yield "mulai", (nilai.mulai, "jawaban pertama pada LKE")
            yield "selesai", (nilai.dikunci, "penguncian LKE")
        case KodeTahap.PENGUSULAN:
            batas = "batas usulan yang diumumkan" if bahan.lembar.pengumuman else "batas usulan dalam peraturan"
            yield "target_selesai", (bahan.lembar.batas, batas)
            yield "selesai", (_diusulkan(bahan), "usulan di Zona")


def _lewat_batas(pengusulan: Tanggal, bahan: Bahan) -> dict[KodeTahap, str]:
    """A planned day that the last day for proposals does not allow."""
    batas, sasaran = bahan.lembar.batas, pengusulan.target_selesai
    if batas is None or sasaran is None or sasaran <= batas or pengusulan.selesai:
        return {}
    return {KodeTahap.PENGUSULAN: f"Sasaran {tanggal_id(sasaran)} sesudah batas usulan {tanggal_id(batas)}."}


def _tanggal_sk(bahan: Bahan) -> date | None:
    """Of the first version that was enacted."""
    if bahan.versi:
        return bahan.versi[0].tanggal_sk
    return bahan.rencana.tanggal_sk if bahan.rencana.status == StatusRencana.DITETAPKAN else None


def _diusulkan(bahan: Bahan) -> date | None:
    usulan = bahan.lembar.usulan
    if usulan is None or not bahan.lembar.diusulkan:
        return None
    return usulan.diusulkan_pada.astimezone(bahan.zona).date()


def _berjalan(bahan: Bahan) -> set[KodeTahap]:
    """Stages that the data say have begun, though nobody typed a day."""
    hasil = {KodeTahap(j.value) for j, n in bahan.nilai.items() if n.ada}
    if any(b.pemenuhan for b in bahan.lembar.baris if b.syarat.kode != PENCANANGAN_SYARAT):
        hasil.add(KodeTahap.PENGUSULAN)
    return hasil


def _fakta(
    bahan: Bahan, bangun: Bangun, pembangunan: Tanggal, dokumen: Mapping[KodeTahap, list[BarisDokumen]]
) -> Fakta:
    lewat = _bulan_lewat(bahan, pembangunan)
    berlaku = bahan.versi[-1].versi if bahan.versi else None
    baris = bahan.lembar.baris
    pilih, putus = bahan.tahap.get(KodeTahap.PEMILIHAN), bahan.tahap.get(KodeTahap.PENETAPAN)
    return Fakta(
        ditetapkan=bool(bahan.versi) or bahan.rencana.status == StatusRencana.DITETAPKAN,
        bertanda=any(d.siap.versi.versi == berlaku for d in bahan.sah),
        bangun=bangun,
        monev=tuple(p.nama_pendek for p in lewat if p.nomor not in bahan.monev),
        bulan=len(lewat),
        mandiri=bahan.nilai[JenisPenilaian.MANDIRI],
        tpi=bahan.nilai[JenisPenilaian.TPI],
        syarat=tuple(_syarat(b) for b in baris if b.keadaan != "terpenuhi"),
        banyak_syarat=len(baris),
        diusulkan=bahan.lembar.diusulkan,
        pakta=Pakta(bahan.pakta.jumlah, bahan.pakta.menandatangani, bahan.pakta.pimpinan_sudah),
        piagam=bahan.piagam.keadaan.value if bahan.piagam else "",
        tahun_pencanangan=bahan.pencanangan.tahun,
        ketikan=Ketikan(
            strategis=pilih.strategis if pilih else False,
            sumber_daya=pilih.sumber_daya if pilih else False,
            nomor=putus.nomor if putus else "",
            predikat=putus.predikat if putus else "",
        ),
        dokumen=jenis_dokumen(dokumen),
    )


def _syarat(b: BarisSyarat) -> SyaratKurang:
    surat = SYARAT_SURAT.get(b.syarat.kode) if b.pemenuhan is None else None
    return SyaratKurang(b.syarat.kode, f"{b.syarat.nama}: {b.kalimat}", surat.value if surat else "")


def _bulan_lewat(bahan: Bahan, pembangunan: Tanggal) -> list[Periode]:
    """Months that ended since the plan began: each owes a report."""
    if pembangunan.mulai is None:
        return []
    semua = (Periode(bahan.rencana.tahun, JenisPeriode.BULAN, n) for n in range(1, 13))
    return [p for p in semua if pembangunan.mulai <= p.sampai < bahan.hari_ini]
