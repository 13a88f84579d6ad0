"""The demo's evidence: uploaded by members after the deed, judged by the coordinator or the ketua some days later."""

import re
import textwrap
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from django.core.files.base import ContentFile

from bukti_fisik.domain.bukti import kembalikan_bukti, terima_bukti, unggah_bukti
from bukti_fisik.models import Bukti
from rencana_aksi.enums import JenisBukti
from rencana_aksi.models import Pelaksanaan, SyaratBukti
from zona.beranda.domain.contoh.foto import buat_foto
from zona.beranda.domain.contoh.kalender import hari_kerja
from zona.beranda.domain.contoh.naskah import baris
from zona.beranda.domain.contoh.peristiwa import Cerita
from zona.beranda.domain.contoh.surat import Surat, buat_surat
from zona.organisasi.models import Pengguna


@dataclass(slots=True)
class Unggahan:
    """One required item and what became of it: `tanggal` is the day of the deed, `dicatat` when it was recorded,
    `bukti` the latest version once it is uploaded."""

    cerita: Cerita
    nomor: int
    syarat: SyaratBukti
    pelaksanaan: Pelaksanaan
    pengunggah: Pengguna
    pemeriksa: Pengguna
    tanggal: date
    dicatat: date
    bukti: Bukti | None = field(default=None)

    def unggah(self, versi: int = 1) -> None:
        nama, isi = self._berkas(versi)
        self.bukti = unggah_bukti(
            syarat=self.syarat,
            pelaksanaan=self.pelaksanaan if self.syarat.tiap_pelaksanaan else None,
            nama=nama,
            isi=ContentFile(isi),
            oleh=self.pengunggah,
        )

    def terima(self) -> None:
        if self.bukti is not None:
            terima_bukti(bukti=self.bukti, oleh=self.pemeriksa)

    def kembalikan(self, alasan: str) -> None:
        if self.bukti is not None:
            kembalikan_bukti(bukti=self.bukti, alasan=alasan, oleh=self.pemeriksa)

    def _berkas(self, versi: int) -> tuple[str, bytes]:
        """A name as people give it, and the file."""
        if self.syarat.jenis == JenisBukti.DOKUMENTASI:
            judul = f"{self.syarat.teks}: {self.pelaksanaan.aksi.uraian}"
            return f"IMG_{self.tanggal:%Y%m%d}_{900 + self.nomor}.jpg", buat_foto(judul, self.tanggal)
        tempat = baris(self.syarat.rencana_kerja).removesuffix(".-")
        surat = Surat(
            kantor=self.cerita.kantor.satker.nama,
            jenis=JenisBukti(self.syarat.jenis),
            judul=self.syarat.teks,
            aksi=f"{tempat} {self.pelaksanaan.aksi.uraian}",
            tanggal=self.tanggal,
            versi=versi,
        )
        teks = textwrap.shorten(re.sub(r"\s*\(.*", "", self.syarat.teks), 70, placeholder="")
        return f"{tempat} {teks}{' perbaikan' if versi > 1 else ''}.pdf", buat_surat(surat)


def tambah_bukti(cerita: Cerita) -> None:
    """Everything that what is selesai asks for, but for what the file says otherwise of."""
    isi, libur = cerita.isi["bukti"], cerita.isi["libur"]
    tanpa, menunggu, kembali, perbaikan = (
        {cerita.letak.butir(t).pk: alasan for t, alasan in _pasangan(isi[k])}
        for k in ("tanpa", "menunggu", "dikembalikan", "diperbaiki")
    )
    for unggahan in _unggahan(cerita):
        pk, nomor = unggahan.syarat.pk, unggahan.nomor
        if pk in tanpa:
            continue
        sejak = isi["menunggu_sejak"] if pk in menunggu else isi["dikembalikan_sejak"] if pk in kembali else None
        diunggah = hari_kerja(max(unggahan.dicatat, sejak or unggahan.dicatat), 1 + nomor % 3, libur)
        diperiksa = hari_kerja(diunggah, 1 + nomor % 2, libur)
        cerita.catat(diunggah, unggahan.unggah)
        if pk in kembali or pk in perbaikan:
            cerita.catat(diperiksa, partial(unggahan.kembalikan, kembali.get(pk) or perbaikan[pk]))
        elif pk not in menunggu:
            cerita.catat(diperiksa, unggahan.terima)
        if pk in perbaikan:
            cerita.catat(hari_kerja(diperiksa, 2, libur), partial(unggahan.unggah, 2))


def _pasangan(isi: list[str] | dict[str, str]) -> list[tuple[str, str]]:
    return list(isi.items()) if isinstance(isi, dict) else [(tempat, "") for tempat in isi]


def _unggahan(cerita: Cerita) -> list[Unggahan]:
    """What was done, and each required item of it: of the action, of the row's first deed, or of every occurrence."""
    hasil: list[Unggahan] = []
    kemajuan = cerita.isi["kemajuan"].items()
    selesai = [(cerita.letak.satu(tempat), isi) for tempat, isi in kemajuan if "selesai" in isi]
    for syarat in cerita.letak.syarat.values():
        milik = [
            (p, isi)
            for p, isi in selesai
            if p.aksi.rencana_kerja_id == syarat.rencana_kerja_id and syarat.aksi_id in (None, p.aksi_id)
        ]
        for p, isi in milik if syarat.tiap_pelaksanaan else milik[:1]:
            nomor = len(hasil)
            koordinator, *anggota = cerita.kantor.tim[p.lingkup.area]
            orang = cerita.penanggung_jawab[p.aksi_id]
            hasil.append(
                Unggahan(
                    cerita=cerita,
                    nomor=nomor,
                    syarat=syarat,
                    pelaksanaan=p,
                    pengunggah=orang if orang in anggota else anggota[nomor % len(anggota)],
                    pemeriksa=cerita.kantor.ketua if nomor % 4 == 3 else koordinator,
                    tanggal=isi["selesai"],
                    dicatat=cerita.dicatat(isi),
                )
            )
    return hasil
