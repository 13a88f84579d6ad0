"""What an import would change, to look at before it is done; and the file's answers as signed text in between, so that
nothing is kept for who never comes back."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing

from pengungkit.beku import isi_isian, isian_dari
from pengungkit.enums import JenisPenilaian
from pengungkit.models import Penilaian
from pengungkit.queries.jawaban import JawabanTercatat, catatan_jawaban
from pengungkit.queries.naskah import naskah_instrumen
from zona.inti.errors import DomainError
from zona.nilai.domain.baca_jawaban import JawabanBerkas
from zona.nilai.domain.impor import Perubahan, perubahan, sidik_jawaban
from zona.nilai.queries.impor import TempatImpor

GARAM = "zona.nilai.impor"
BERLAKU = 12 * 60 * 60
"""Seconds; as long as a session."""


@dataclass(frozen=True, slots=True)
class Pratinjau:
    """`ubah`: filled or changed; `bentrok`: changed by somebody since the file was made; `kosong`: empty in the file,
    answered here; `luar`: of a pengungkit the person does not answer for. `sidik`: of the answers as they are."""

    ubah: list[Perubahan]
    bentrok: list[Perubahan]
    kosong: list[Perubahan]
    luar: list[Perubahan]
    sidik: str

    @property
    def ada(self) -> bool:
        return bool(self.ubah or self.bentrok or self.kosong)


def pratinjau(tempat: TempatImpor, berkas: JawabanBerkas) -> Pratinjau:
    """Two queries, and those of `naskah_instrumen`."""
    tercatat = _tercatat(tempat)
    hasil: dict[str, list[Perubahan]] = {"ubah": [], "bentrok": [], "kosong": [], "luar": []}
    for p in perubahan(naskah_instrumen(tempat.instrumen), tercatat, berkas):
        luar = tempat.area is not None and p.komponen["area"] not in tempat.area
        hasil["luar" if luar else "bentrok" if p.bentrok else "kosong" if p.kosong else "ubah"].append(p)
    return Pratinjau(**hasil, sidik=sidik_jawaban(tercatat))


def _tercatat(tempat: TempatImpor) -> Mapping[str, JawabanTercatat]:
    milik = Penilaian.objects.filter(satker=tempat.satker, tahun=tempat.tahun, jenis=tempat.jenis).first()
    return catatan_jawaban([milik])[milik.pk] if milik else {}


def titipkan(berkas: JawabanBerkas, tempat: TempatImpor, oleh: Any) -> str:
    """Signed for this person, office, year and kind alone."""
    isi = asdict(berkas) | {
        "isian": {kode: isi_isian(i) for kode, i in berkas.isian.items()},
        "kosong": sorted(berkas.kosong),
        "tanpa_catatan": sorted(berkas.tanpa_catatan),
    }
    return signing.dumps({"untuk": _untuk(tempat, oleh), "isi": isi}, salt=GARAM, compress=True)


def ambil_titipan(teks: str, tempat: TempatImpor, oleh: Any) -> JawabanBerkas:
    """Raises DomainError for what was not signed here, is too old, or was meant for another place or person."""
    try:
        titipan = signing.loads(teks, salt=GARAM, max_age=BERLAKU)
    except signing.BadSignature:
        titipan = {}
    if titipan.get("untuk") != _untuk(tempat, oleh):
        raise DomainError("Pratinjau ini tidak berlaku lagi. Unggah berkasnya sekali lagi.")
    isi = titipan["isi"]
    return JawabanBerkas(
        **isi
        | {
            "isian": {kode: isian_dari(i) for kode, i in isi["isian"].items()},
            "kosong": set(isi["kosong"]),
            "tanpa_catatan": set(isi["tanpa_catatan"]),
        }
    )


def _untuk(tempat: TempatImpor, oleh: Any) -> list[Any]:
    return [oleh.pk, tempat.satker.pk, tempat.tahun, JenisPenilaian(tempat.jenis).value, tempat.instrumen.kode]
