"""What was made ready and signed of a version."""

from dataclasses import dataclass

from django.core.files.storage import default_storage
from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from bukti_fisik.models import Berkas
from rencana_aksi.models import Rencana, VersiRencana
from zona.inti.errors import DomainError
from zona.organisasi.enums import Peran
from zona.organisasi.models import Keanggotaan
from zona.pengesahan.enums import Keadaan
from zona.pengesahan.models import BERLAKU, DokumenSah, NaskahSiap

HILANG = "Berkasnya tidak ada di penyimpanan. Hubungi admin."


def sah_rencana(rencana: Rencana) -> list[DokumenSah]:
    """Everything signed of the plan that counts, newest first (one query)."""
    return [d for d in semua_rencana(rencana) if d.sah]


def menunggu_kepala(rencana: Rencana) -> list[DokumenSah]:
    """What was brought in the head's name and waits for their word, newest first (one query)."""
    return [d for d in semua_rencana(rencana) if d.keadaan == Keadaan.MENUNGGU]


def semua_rencana(rencana: Rencana) -> list[DokumenSah]:
    """Also what does not count (yet), newest first (one query)."""
    return list(_sah().filter(siap__versi__rencana=rencana))


def semua_versi(versi: VersiRencana) -> list[DokumenSah]:
    """All that was kept as signed of the version, newest first; of what counts the first does (one query)."""
    return list(_sah().filter(siap__versi=versi))


def sah_dicari(siap: NaskahSiap, sidik: str) -> DokumenSah:
    """Raises Http404."""
    sah = _sah().filter(siap=siap, sha256=sidik).first()
    if sah is None:
        raise Http404("Belum ada yang ditandatangani dengan kode ini.")
    return sah


def _sah() -> QuerySet[DokumenSah]:
    terkait = ("siap__versi__rencana__satker", "berkas", "penjamin", "oleh", "putusan__oleh")
    sah: QuerySet[DokumenSah] = DokumenSah.objects.select_related(*terkait)
    return sah.defer("siap__versi__isi")


def siap_versi(versi: VersiRencana) -> list[NaskahSiap]:
    """What was made ready and has nothing that counts as signed yet, newest first (one query)."""
    return list(belum_sah().filter(versi=versi).select_related("berkas", "oleh"))


def belum_sah() -> QuerySet[NaskahSiap]:
    """Documents made ready under which nothing counts."""
    berlaku = DokumenSah.objects.filter(BERLAKU, siap=OuterRef("pk"))
    belum: QuerySet[NaskahSiap] = NaskahSiap.objects.filter(~Exists(berlaku))
    return belum


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


def penanda_versi(versi: VersiRencana) -> Pejabat:
    """Whose signature a document of this version waits for: who is head of that year's team now, else who was when the
    version was frozen (one query). Raises DomainError where there is nobody."""
    rencana = versi.rencana
    kini = Keanggotaan.objects.filter(tim__satker=rencana.satker_id, tim__tahun=rencana.tahun, peran=Peran.KEPALA)
    semua = [Pejabat(n, i or "") for n, i in kini.order_by("pk").values_list("pengguna__nama", "pengguna__nip")]
    semua += [Pejabat(a["nama"], a["nip"]) for t in versi.isi["tim"] for a in t["anggota"] if a["kepala"]]
    if not semua:
        raise DomainError("Kepala satuan kerja belum ditunjuk, jadi belum ada yang dapat menandatangani.")
    return semua[0]


def penanda_siap(siap: NaskahSiap) -> Pejabat:
    """Whose signature this one waits for; of one made ready before that was written down, as of now."""
    return Pejabat(siap.untuk, siap.nip_untuk) if siap.untuk else penanda_versi(siap.versi)
