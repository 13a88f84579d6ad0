"""What every change of a row shares: the plan may be edited, the row is still the one that was read, the trail."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from rencana_aksi.domain.dapat_disunting import pastikan_dapat_disunting
from rencana_aksi.models import Pengungkit, ProgramPrioritas, Rencana, RencanaAksi, RencanaKerja, SyaratBukti
from zona.inti.errors import DomainError
from zona.inti.models import Jejak
from zona.organisasi.domain.jejak import beda, catat
from zona.organisasi.models import Pengguna
from zona.organisasi.queries.jejak import kolom_berurut

Baris = ProgramPrioritas | RencanaKerja | RencanaAksi | SyaratBukti

NAMA: dict[type[Any], str] = {
    ProgramPrioritas: "program prioritas",
    RencanaKerja: "rencana kerja",
    RencanaAksi: "rencana aksi",
    SyaratBukti: "syarat bukti",
}
"""What people call the rows, as the audit trail does."""

BATAS_TEKS = 5000
BATAS_BARIS = 500
PINDAH = "memindahkan"


@dataclass(frozen=True, slots=True)
class Selisih:
    """What somebody else changed: the field, its values as the audit row keeps them, and who was last to."""

    kolom: str
    lama: Any
    baru: Any
    oleh: str


class Didahului(DomainError):
    """Somebody else changed the row since it was read. `kini` is the row as it is now, `selisih` what they changed."""

    def __init__(self, kini: Baris, selisih: tuple[Selisih, ...]) -> None:
        self.kini, self.selisih = kini, selisih
        siapa = " dan ".join(dict.fromkeys(s.oleh for s in selisih)) or "orang lain"
        super().__init__(
            f"Sementara itu {siapa} mengubah baris ini. Yang Anda ketik masih ada di bawah dan belum disimpan."
        )


def pengungkit_dari(baris: Baris) -> Pengungkit:
    """The pengungkit the row stands in."""
    match baris:
        case ProgramPrioritas() | RencanaKerja():
            return baris.pengungkit
        case _:
            return baris.rencana_kerja.pengungkit


def kunci_rencana(baris: Baris | Pengungkit) -> Rencana:
    """Hold the row's plan until the transaction ends; two who edit it stand in a queue. One query. Raises DomainError
    where it may not be edited."""
    rencana = (baris if isinstance(baris, Pengungkit) else pengungkit_dari(baris)).rencana
    pastikan_dapat_disunting(rencana)
    return rencana


def rapikan(teks: str, kolom: str = "uraian") -> str:
    """The text without blanks around it. Raises DomainError where nothing is left, or more than a row holds."""
    if not (bersih := teks.strip()):
        raise DomainError("Tulis isinya.", kolom=kolom)
    if len(bersih) > BATAS_TEKS:
        raise DomainError(f"Terlalu panjang: {len(bersih)} huruf, paling banyak {BATAS_TEKS}.", kolom=kolom)
    return bersih


def simpan(
    baris: Baris,
    revisi: int,
    oleh: Pengguna | None,
    tindakan: str,
    rincian: Mapping[str, Any] | None = None,
    **baru: Any,
) -> bool:
    """Write the fields that differ, if the row is still at `revisi`; True when any did. A step of what edits a row,
    inside its transaction. Every edit is one audit row (with `rincian`) and one revision: `didahului` counts on it.
    Raises Didahului."""
    dibaca = baris.revisi
    sebelum, sesudah = beda(baris, **baru)
    if not sesudah:
        return False
    ada = type(baris).objects.filter(pk=baris.pk, revisi=revisi)
    if dibaca != revisi or not ada.update(revisi=F("revisi") + 1, **sesudah):
        raise didahului(baris, revisi)
    baris.revisi = revisi + 1
    catat(
        satker_id=pengungkit_dari(baris).lingkup.satker_id, oleh=oleh, tindakan=tindakan, objek=baris,
        sebelum=sebelum, sesudah={**sesudah, **(rincian or {})},
    )  # fmt: skip
    return True


def didahului(baris: Baris, revisi: int) -> DomainError:
    """Who changed what since `revisi`, from the audit trail: its newest edits, one for each revision."""
    kini = type(baris).objects.filter(pk=baris.pk).first()
    jejak = Jejak.objects.filter(objek=baris._meta.label_lower, objek_id=baris.pk)
    if kini is None:
        oleh = f" oleh {hapus.oleh_nama}" if (hapus := jejak.first()) else ""
        return DomainError(f"Baris ini sudah dihapus{oleh}; yang Anda ketik belum disimpan.")
    selisih: dict[str, Selisih] = {}
    for satu in reversed(jejak.exclude(tindakan__startswith=PINDAH)[: max(kini.revisi - revisi, 0)]):
        for kolom in filter(satu.sesudah.__contains__, kolom_berurut(satu)):
            nilai = satu.sesudah[kolom]
            lama = selisih[kolom].lama if kolom in selisih else satu.sebelum.get(kolom)
            selisih[kolom] = Selisih(kolom, lama, nilai, satu.oleh_nama)
    return Didahului(kini, tuple(s for s in selisih.values() if s.lama != s.baru))
