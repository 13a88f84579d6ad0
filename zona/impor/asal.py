"""What a workbook was written from, carried in the workbook itself: signed, cut into cells. Pure.

With it the way back is three-way: what the file changed and what was changed here since are told apart. The same
content gives the same text. Without it, or where somebody has touched it, there is nothing to tell conflicts by.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.signing import BadSignature, Signer

from rencana_aksi.domain.lembar_xlsx import ASAL
from zona.impor.isi import IsiRencana, dari_json, ke_json
from zona.inti.errors import DomainError

JUDUL = "Jangan diubah"
"""Heading of the sheet's only column; the pieces under one another."""

BELUM = 0
"""As the id of the plan: the workbook was handed out before there was one."""

GARAM = "zona.impor.asal"
AWAL = "z"
"""Each piece begins with it, so that no program takes it for a number or a formula."""
POTONG = 30_000
"""Letters a piece; a cell holds 32,767."""
GANTI = str.maketrans({"_": "~"})  # a spreadsheet reads _x0041_ as a letter
KEMBALI = str.maketrans({"~": "_"})


class AsalRusak(DomainError):
    """The pieces are not those that were written, or not by this installation."""


@dataclass(frozen=True, slots=True)
class Asal:
    """Whose plan it is and which version, and its content when the workbook was written."""

    satker: str
    tahun: int
    rencana: int
    versi: int
    isi: IsiRencana

    @property
    def sebutan(self) -> str:
        """KBNTB 2023."""
        return f"{self.satker} {self.tahun}"


def tulis_asal(asal: Asal) -> list[str]:
    """The pieces, one a cell under one another."""
    isi = {"satker": asal.satker, "tahun": asal.tahun, "rencana": asal.rencana, "versi": asal.versi}
    tertanda = Signer(salt=GARAM).sign_object({**isi, "isi": ke_json(asal.isi)}, compress=True).translate(GANTI)
    return [AWAL + tertanda[i : i + POTONG] for i in range(0, len(tertanda), POTONG)]


def baca_asal(potongan: Iterable[str]) -> Asal:
    """Raises AsalRusak where it was not written here, or was touched since."""
    tertanda = "".join(satu.strip().removeprefix(AWAL) for satu in potongan).translate(KEMBALI)
    try:
        isi = Signer(salt=GARAM).unsign_object(tertanda)
        return Asal(isi["satker"], isi["tahun"], isi["rencana"], isi["versi"], dari_json(isi["isi"]))
    except (BadSignature, KeyError, TypeError, ValueError) as galat:  # signed, but in a form of another release
        raise AsalRusak(
            f"Lembar {ASAL} dalam buku kerja ini hilang atau berubah, sehingga yang diubah di aplikasi sejak buku "
            "diunduh tidak dapat dibedakan dari yang Anda ubah. Periksa setiap baris sebelum menerapkannya."
        ) from galat
