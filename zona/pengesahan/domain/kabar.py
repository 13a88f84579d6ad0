"""Letters about what was brought in the head's name: to the head, whose word it waits for, and to who brought it."""

from django.urls import reverse

from zona.inti.kata import tamat
from zona.organisasi.enums import Peran
from zona.organisasi.models import Pengguna
from zona.organisasi.queries.pimpinan import pimpinan
from zona.organisasi.sinyal import kabar_orang
from zona.pengesahan.models import DokumenSah, PutusanKepala


def kabari_kepala(sah: DokumenSah) -> None:
    rencana = sah.siap.versi.rencana
    kepala = pimpinan(rencana.satker_id, rencana.tahun).get(Peran.KEPALA)
    if kepala:
        _kirim(
            sah, kepala.pengguna, "ada dokumen atas nama Anda yang menunggu konfirmasi",
            f"{sah.oleh} mengunggah {_dokumen(sah)} sebagai yang Anda tanda tangani. Sebelum Anda mengonfirmasinya, "
            "dokumen itu tidak dihitung sebagai bertanda tangan.",
        )  # fmt: skip


def kabari_pengunggah(putusan: PutusanKepala) -> None:
    sah = putusan.sah
    if sah.oleh and sah.oleh != putusan.oleh:
        kata = "dikonfirmasi" if putusan.diterima else "ditolak"
        alasan = f" Alasannya: {tamat(putusan.alasan)}" if putusan.alasan else ""
        isi = f"{putusan.oleh} menyatakan {_dokumen(sah)} {kata}.{alasan}"
        _kirim(sah, sah.oleh, f"dokumen yang Anda unggah {kata} kepala", isi)


def _dokumen(sah: DokumenSah) -> str:
    versi = sah.siap.versi
    return f"Rencana Kerja {versi.rencana.tahun} versi {versi.versi} (kode {sah.siap.kode})"


def _kirim(sah: DokumenSah, kepada: Pengguna, perihal: str, isi: str) -> None:
    rencana = sah.siap.versi.rencana
    jalur = reverse("pengesahan:versi", args=[rencana.satker.slug, rencana.tahun, sah.siap.versi.versi])
    kabar_orang.send(DokumenSah, satker=rencana.satker, kepada=[kepada], perihal=perihal, isi=isi, jalur=jalur)
