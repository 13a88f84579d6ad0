"""The places a row can be moved to within its pengungkit."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.text import Truncator

from rencana_aksi.models import ProgramPrioritas, RencanaAksi, RencanaKerja, SyaratBukti

ATAS = "atas"
PANJANG = 70


@dataclass(frozen=True, slots=True)
class Letak:
    """`pilihan`: the choices of a select, grouped for actions; `kini`: where the row is; `tuju`: for each value the
    rencana kerja (of an action) and the row it comes after (None: before all)."""

    pilihan: list[Any]
    kini: str
    tuju: dict[str, tuple[RencanaKerja | None, Any]]


def letak(baris: ProgramPrioritas | RencanaKerja | RencanaAksi | SyaratBukti) -> Letak:
    """One query; for an action two."""
    match baris:
        case RencanaAksi():
            return _letak_aksi(baris)
        case SyaratBukti():
            deret: Iterable[Any] = SyaratBukti.objects.filter(rencana_kerja=baris.rencana_kerja_id, aksi=baris.aksi_id)
        case _:
            deret = type(baris).objects.filter(pengungkit=baris.pengungkit_id)
    pilihan, kini, tuju = _deret(None, deret, baris)
    return Letak(pilihan, kini or ATAS, tuju)


def _letak_aksi(aksi: RencanaAksi) -> Letak:
    kerja = list(RencanaKerja.objects.filter(pengungkit=aksi.rencana_kerja.pengungkit_id))
    semua = list(RencanaAksi.objects.filter(rencana_kerja__in=kerja))
    hasil = Letak([], "", {})
    kini = ""
    for k in kerja:
        pilihan, di_sini, tuju = _deret(k, [a for a in semua if a.rencana_kerja_id == k.pk], aksi)
        hasil.pilihan.append((_pendek(k), pilihan))
        hasil.tuju.update(tuju)
        kini = kini or di_sini
    return Letak(hasil.pilihan, kini, hasil.tuju)


def _deret(
    kerja: RencanaKerja | None, deret: Iterable[Any], baris: Any
) -> tuple[list[tuple[str, str]], str, dict[str, tuple[RencanaKerja | None, Any]]]:
    """The places among these siblings, and where the row itself is, if it is one of them."""
    atas = f"{ATAS}-{kerja.pk}" if kerja else ATAS
    pilihan, kini, sebelum = [(atas, "Paling atas")], "", atas
    tuju: dict[str, tuple[RencanaKerja | None, Any]] = {atas: (kerja, None)}
    for satu in deret:
        if satu.pk == baris.pk:
            kini = sebelum
            continue
        sebelum = str(satu.pk)
        pilihan.append((sebelum, f"Setelah {_pendek(satu)}"))
        tuju[sebelum] = (kerja, satu)
    return pilihan, kini, tuju


def _pendek(baris: Any) -> str:
    return str(Truncator(str(baris)).chars(PANJANG))
