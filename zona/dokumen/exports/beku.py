"""A frozen version as the document it was: from its own content, whatever the plan has become since."""

import re
from collections.abc import Iterable
from dataclasses import replace

from bukti_fisik.queries.kelengkapan import Kelengkapan, StatusSyarat
from rencana_aksi.beku import KerjaBeku, PengungkitBeku, RencanaBeku, TimBeku
from rencana_aksi.enums import StatusRencana
from zona.dokumen.exports.baris import susun_bagian
from zona.dokumen.exports.isi import IsiRencana
from zona.dokumen.exports.naskah import bagian_dokumen
from zona.dokumen.kertas import Kertas
from zona.dokumen.queries.bobot import Bobot
from zona.dokumen.queries.kop import Kop
from zona.dokumen.queries.tim import Anggota, KelompokTim
from zona.dokumen.queries.versi import Sk
from zona.matriks.queries.baris import BagianPengungkit, BarisAksi, BarisRencanaKerja
from zona.naskah.queries.naskah import Bagian
from zona.organisasi.enums import PENGARAH, Lingkup


def isi_beku(beku: RencanaBeku, naskah: Iterable[Bagian], kertas: Kertas, mencabut: Sk | None = None) -> IsiRencana:
    """The same document as the plan made on the day it was enacted: its rows, its words (naskah_versi), its paper
    (kertas_versi), and the decision it takes the place of (sk_sebelum)."""
    s = beku.satker
    induk = tuple(baris.strip() for baris in re.split(r"[;\n]", s.induk) if baris.strip())
    return IsiRencana(
        kop=Kop(s.kode, s.nama, induk, s.alamat, s.telepon, s.laman, s.posel, s.kota),
        tahun=beku.tahun,
        versi=beku.versi,
        draf=False,
        status=StatusRencana.DITETAPKAN.label,
        nomor_sk=beku.nomor_sk,
        tanggal_sk=beku.tanggal_sk,
        tempat=beku.tempat or s.kota,
        instrumen=beku.instrumen,
        per=None,
        bagian=susun_bagian([_bagian(p, beku.tahun) for p in beku.pengungkit], posisi=False),
        hasil=tuple(Bobot(h.nama, h.bobot) for h in beku.hasil),
        tim=_tim(beku.tim),
        naskah=bagian_dokumen(naskah),
        kertas=kertas,
        mencabut=mencabut,
    )


def isi_posisi(beku: IsiRencana, kini: IsiRencana) -> IsiRencana:
    """Progress as `kini` tells it, inside the document that was ditetapkan."""
    return replace(beku, per=kini.per, bagian=kini.bagian)


def _bagian(p: PengungkitBeku, tahun: int) -> BagianPengungkit:
    kerja = [_kerja(k, Lingkup(0, tahun, p.kode)) for k in p.kerja]
    return BagianPengungkit(p.id, p.kode, p.nama, p.bobot, "", [satu.uraian for satu in p.program], kerja)


def _kerja(k: KerjaBeku, lingkup: Lingkup) -> BarisRencanaKerja:
    """The row's only action takes the evidence that names none, as in the matrix."""
    syarat = [
        StatusSyarat(s.id, k.id, s.aksi, lingkup.area, s.teks, s.tiap_pelaksanaan, Kelengkapan()) for s in k.syarat
    ]
    aksi = [
        BarisAksi(
            a.id, a.huruf, a.uraian, a.jadwal, None, a.penanggung_jawab, lingkup,
            syarat=[s for s in syarat if s.aksi_id == a.id or (s.aksi_id is None and len(k.aksi) == 1)],
        )
        for a in k.aksi
    ]  # fmt: skip
    return BarisRencanaKerja(k.id, k.nomor, k.uraian, aksi, syarat)


def _tim(tim: tuple[TimBeku, ...]) -> tuple[KelompokTim, ...]:
    hasil, nomor = [], 0
    for satu in tim:
        anggota = [
            Anggota(i, a.nama, a.nip, a.jabatan, a.peran, a.kepala) for i, a in enumerate(satu.anggota, nomor + 1)
        ]
        nomor += len(anggota)
        hasil.append(KelompokTim("" if satu.kode == PENGARAH else satu.kode, tuple(anggota)))
    return tuple(hasil)
