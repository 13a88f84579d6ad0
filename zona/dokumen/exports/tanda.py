"""What stands on a document that is signed, and on no other: where it can be checked, and by whose certificate."""

import base64
from dataclasses import dataclass
from io import BytesIO

import segno

TEMPAT = "tempat-tanda-tangan"
"""Where the signature goes: an anchor of this name in the PDF. Its upper left corner; size in millimetres below."""
LEBAR, TINGGI = 80, 24


@dataclass(frozen=True, slots=True)
class Tanda:
    """`alamat` of the page that checks this very document; `kalimat`: how it is signed, as the SK page says it."""

    alamat: str
    kode: str
    kalimat: str

    @property
    def qr(self) -> str:
        """The address as a QR code: an SVG as a data: address."""
        keluar = BytesIO()
        segno.make_qr(self.alamat, error="m").save(keluar, kind="svg", border=0, xmldecl=False, svgclass=None)
        return f"data:image/svg+xml;base64,{base64.b64encode(keluar.getvalue()).decode()}"
