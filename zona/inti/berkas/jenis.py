"""The seven kinds of file taken, and what the first bytes of the others say they are."""

from dataclasses import dataclass

from zona.inti.errors import DomainError


@dataclass(frozen=True, slots=True)
class Jenis:
    """A kind of file: its name for people, its MIME type, and the extensions its name may end in (ours first)."""

    nama: str
    mime: str
    ekstensi: tuple[str, ...]


PDF = Jenis("PDF", "application/pdf", ("pdf",))
JPEG = Jenis("JPEG", "image/jpeg", ("jpg", "jpeg", "jpe", "jfif"))
PNG = Jenis("PNG", "image/png", ("png",))
WEBP = Jenis("WebP", "image/webp", ("webp",))
_KANTORAN = "application/vnd.openxmlformats-officedocument."
DOCX = Jenis("Word (DOCX)", _KANTORAN + "wordprocessingml.document", ("docx",))
XLSX = Jenis("Excel (XLSX)", _KANTORAN + "spreadsheetml.sheet", ("xlsx",))
PPTX = Jenis("PowerPoint (PPTX)", _KANTORAN + "presentationml.presentation", ("pptx",))

JENIS = (PDF, JPEG, PNG, WEBP, DOCX, XLSX, PPTX)
EKSTENSI_DITERIMA = tuple(f".{e}" for jenis in JENIS for e in jenis.ekstensi)
JENIS_DI_TEMPAT = frozenset(jenis.mime for jenis in (PDF, JPEG, PNG, WEBP))
"""MIME types a browser draws by itself; the others are only ever downloaded."""

PUTIH = b"\xef\xbb\xbf\x00\t\n\f\r "
"""What may stand before `%PDF-` or `<`: blanks and a byte order mark."""

HANYA = "Yang diterima hanya PDF, JPEG, PNG, WebP, DOCX, XLSX, dan PPTX."
PROGRAM = f"Berkas ini program atau skrip yang dapat dijalankan, bukan dokumen. {HANYA}"
HALAMAN = f"Berkas ini halaman web atau gambar SVG, yang dapat memuat skrip. {HANYA}"
ARSIP = "Berkas ini arsip. Keluarkan isinya, lalu unggah berkasnya satu per satu."
BUKAN_KANTORAN = f"Berkas ini arsip atau dokumen yang dikemas seperti arsip. {HANYA}"
HEIC = "Foto ini berformat HEIC. Ubah dahulu ke JPEG (iPhone: Kamera, Format, Paling Kompatibel), lalu unggah lagi."
OFFICE_LAMA = (
    "Berkas Office ini berformat lama atau berkata sandi. Simpan ulang tanpa kata sandi sebagai DOCX, XLSX, atau PPTX."
)
LAIN = f"Isi berkas ini tidak dikenal. {HANYA}"

ASING: tuple[tuple[bytes, str], ...] = (
    (b"MZ", PROGRAM),
    (b"\x7fELF", PROGRAM),
    (b"#!", PROGRAM),
    (b"\xca\xfe\xba\xbe", PROGRAM),
    (b"\xcf\xfa\xed\xfe", PROGRAM),
    (b"\xce\xfa\xed\xfe", PROGRAM),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", OFFICE_LAMA),
    (b"Rar!", ARSIP),
    (b"7z\xbc\xaf\x27\x1c", ARSIP),
    (b"\x1f\x8b", ARSIP),
    (b"BZh", ARSIP),
    (b"\xfd7zXZ", ARSIP),
)


def kenali(kepala: bytes) -> str:
    """The family the first bytes announce: pdf, jpeg, png, webp or zip. Raises DomainError naming what else it is."""
    if kepala.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if kepala.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if kepala.startswith(b"RIFF") and kepala[8:12] == b"WEBP":
        return "webp"
    if kepala.startswith(b"PK\x03\x04"):
        return "zip"
    if kepala.lstrip(PUTIH).startswith(b"%PDF-"):
        return "pdf"
    raise DomainError(_asing(kepala))


def _asing(kepala: bytes) -> str:
    for awal, kalimat in ASING:
        if kepala.startswith(awal):
            return kalimat
    if kepala[4:8] == b"ftyp" and kepala[8:12] in (b"heic", b"heix", b"mif1", b"msf1", b"hevc"):
        return HEIC
    return HALAMAN if kepala.lstrip(PUTIH).startswith(b"<") else LAIN
