"""What was made ready and signed of a version."""

from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from bukti_fisik.models import Berkas
from rencana_aksi.models import Rencana, VersiRencana
from zona.inti.errors import DomainError
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan
from zona.pengesahan.models import DokumenSah, NaskahSiap

HILANG = "Berkasnya tidak ada di penyimpanan. Hubungi admin."


def sah_rencana(rencana: Rencana) -> list[DokumenSah]:
    """Everything signed of the plan, newest first (one query)."""
    return list(_sah().filter(siap__versi__rencana=rencana))


def sah_versi(versi: VersiRencana) -> list[DokumenSah]:
    """Everything signed of the version, newest first: the first counts (one query)."""
    return list(_sah().filter(siap__versi=versi))


def _sah() -> QuerySet[DokumenSah]:
    sah: QuerySet[DokumenSah] = DokumenSah.objects.select_related("siap__versi", "berkas", "penjamin", "oleh")
    return sah.defer("siap__versi__isi")


def siap_versi(versi: VersiRencana) -> list[NaskahSiap]:
    """What was made ready and is not signed yet, newest first (one query)."""
    return list(NaskahSiap.objects.filter(versi=versi, sah__isnull=True).select_related("berkas", "oleh"))


def siap_dicari(versi: VersiRencana, kode: str) -> NaskahSiap:
    """Raises Http404 where the version has none of this code."""
    return get_object_or_404(NaskahSiap.objects.select_related("berkas", "oleh"), versi=versi, kode=kode)


def baca_isi(berkas: Berkas) -> bytes:
    """The bytes of a stored file. Raises DomainError where they are gone."""
    try:
        with default_storage.open(berkas.kunci) as isi:
            return bytes(isi.read())
    except FileNotFoundError:
        raise DomainError(HILANG) from None


@dataclass(frozen=True, slots=True)
class Pejabat:
    """Who signs for the office."""

    nama: str
    nip: str


def pejabat(versi: VersiRencana) -> tuple[Pejabat, ...]:
    """The head as the version names them, and who is head of that year's team now (one query)."""
    beku = [Pejabat(a["nama"], a["nip"]) for t in versi.isi["tim"] for a in t["anggota"] if a["kepala"]]
    rencana = versi.rencana
    kini = Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, peran=Peran.KEPALA)
    return tuple(
        dict.fromkeys([*beku, *(Pejabat(n, i or "") for n, i in kini.values_list("pengguna__nama", "pengguna__nip"))])
    )
