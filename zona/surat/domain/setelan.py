"""An office's own templates, and how it numbers."""

from django.db import transaction

from bukti_fisik.domain.simpanan import antre
from zona.inti.errors import DomainError
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna, Satker
from zona.surat.domain.surat import periksa_isi, periksa_rincian
from zona.surat.enums import JenisSurat
from zona.surat.models import SetelanSurat, TemplatSurat
from zona.surat.nomor import PolaSalah, periksa_pola
from zona.surat.queries.nomor import KODE, penomoran
from zona.surat.queries.templat import templat_satker, templat_zona

PANJANG_KODE = 30


@transaction.atomic
def simpan_templat(
    *, satker: Satker, jenis: JenisSurat, isi: str, revisi: int, oleh: Pengguna | None, **rincian: str
) -> TemplatSurat | None:
    """What the office's next papers of the kind begin with, as the revision after `revisi`; papers there are stay as
    they are. None where nothing differs. Raises DomainError, naming the field: no title, too long, or somebody saved
    meanwhile."""
    baru = (periksa_isi(isi), periksa_rincian(jenis, rincian))
    antre(satker)
    ada = templat_satker(satker, jenis)
    if ada.revisi != revisi:
        raise DomainError(
            f"Templat ini sudah disimpan {ada.oleh or 'orang lain'} sejak Anda membukanya. Yang Anda ketik masih ada "
            "di bawah; bandingkan dengan yang tersimpan, lalu simpan lagi."
        )
    if baru == (ada.isi, ada.rincian):
        return None
    return _tulis(satker, jenis, revisi + 1, *baru, "menyimpan templat surat", oleh)


@transaction.atomic
def pulihkan_templat(*, satker: Satker, jenis: JenisSurat, revisi: int, oleh: Pengguna | None) -> TemplatSurat:
    """The words that ship with Zona again; the office's own stay in the history. Raises DomainError where somebody
    saved meanwhile."""
    antre(satker)
    if templat_satker(satker, jenis).revisi != revisi:
        raise DomainError("Templat ini berubah sejak Anda membukanya. Muat ulang halaman.")
    bawaan = templat_zona()[jenis]
    return _tulis(satker, jenis, revisi + 1, bawaan.isi, bawaan.rincian, "memulihkan templat surat", oleh)


@transaction.atomic
def simpan_penomoran(*, satker: Satker, pola: str, oleh: Pengguna | None, **kode: str) -> bool:
    """The pattern of the office's numbers, and what stands for `{kode}` by kind (named kode_<jenis>, - as _). False
    where nothing differs. Raises DomainError, naming the field."""
    try:
        pola = periksa_pola(pola)
    except PolaSalah as salah:
        raise DomainError(str(salah), kolom="pola") from salah
    baru = {j.value: " ".join(kode.get(nama_kode(j), KODE[j]).split()) for j in JenisSurat}
    for jenis in JenisSurat:
        if not baru[jenis] or len(baru[jenis]) > PANJANG_KODE or set(baru[jenis]) & set("{}"):
            pesan = f"Isi kode dengan 1–{PANJANG_KODE} huruf tanpa kurung kurawal."
            raise DomainError(pesan, kolom=nama_kode(jenis))
    atur = penomoran(satker)
    sebelum, sesudah = beda(atur, pola=pola, kode=baru)
    if not sesudah:
        return False
    SetelanSurat.objects.update_or_create(satker=satker, defaults={"pola": pola, "kode": baru})
    atur = SetelanSurat.objects.get(satker=satker)
    catat(
        satker_id=satker.pk, oleh=oleh, tindakan="mengatur penomoran surat", objek=atur, sebelum=sebelum,
        sesudah=sesudah,
    )  # fmt: skip
    return True


def nama_kode(jenis: JenisSurat) -> str:
    """The field that holds the code of a kind."""
    return f"kode_{jenis.value.replace('-', '_')}"


def _tulis(
    satker: Satker, jenis: JenisSurat, revisi: int, isi: str, rincian: dict[str, str], tindakan: str,
    oleh: Pengguna | None,
) -> TemplatSurat:  # fmt: skip
    satu = TemplatSurat.objects.create(
        satker=satker, jenis=jenis, revisi=revisi, isi=isi, rincian=rincian, oleh=oleh
    )  # fmt: skip
    sesudah = {"revisi": revisi, "huruf": len(isi)}
    catat(satker_id=satker.pk, oleh=oleh, tindakan=tindakan, objek=satu, sesudah=sesudah)
    return satu
