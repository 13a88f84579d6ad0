"""One-page PDF files that say what they would be, and CONTOH. Written by hand, with the fonts every reader has: small,
quick, and the same bytes every time."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rencana_aksi.enums import JenisBukti
from zona.inti.waktu import tanggal_id

JUDUL = {
    JenisBukti.UNDANGAN: "SURAT UNDANGAN",
    JenisBukti.DAFTAR_HADIR: "DAFTAR HADIR",
    JenisBukti.NOTULA: "NOTULA",
    JenisBukti.KEPUTUSAN: "KEPUTUSAN KEPALA KANTOR",
    JenisBukti.LAPORAN: "LAPORAN",
}
ISI = {
    JenisBukti.UNDANGAN: (
        "Waktu: pukul 09.00 Wita sampai selesai",
        "Tempat: Ruang Rapat Kantor",
        "Acara: seperti judul",
    ),
    JenisBukti.DAFTAR_HADIR: tuple(
        f"{n}. nama .................................... tanda tangan .............." for n in range(1, 9)
    ),
    JenisBukti.NOTULA: ("1. Pembukaan", "2. Pembahasan", "3. Kesimpulan", "4. Tindak lanjut dan penanggung jawab"),
    JenisBukti.KEPUTUSAN: ("Menimbang: ...", "Mengingat: ...", "Memutuskan: ...", "Ditetapkan di Mataram"),
    JenisBukti.LAPORAN: ("A. Pendahuluan", "B. Hasil", "C. Kendala dan tindak lanjut", "D. Penutup"),
}
KAKI = "Dokumen contoh yang dibuat oleh perintah muat_contoh; bukan dokumen resmi."


@dataclass(frozen=True, slots=True)
class Surat:
    """What stands on the page; `versi` makes a second version another file."""

    kantor: str
    jenis: JenisBukti
    judul: str
    aksi: str
    tanggal: date
    versi: int = 1


def buat_surat(surat: Surat) -> bytes:
    """The page as a PDF file."""
    halaman = "\n".join(_gambar(surat)).encode("cp1252", "replace")
    huruf = b"<< /Type /Font /Subtype /Type1 /BaseFont /%s /Encoding /WinAnsiEncoding >>"
    benda = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (id) >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /N 5 0 R /T 6 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(halaman), halaman),
        huruf % b"Helvetica",
        huruf % b"Helvetica-Bold",
        f"<< /Title {_teks(surat.judul)} /Producer (Zona) >>".encode("cp1252", "replace"),
    ]
    return _susun(benda)


def _susun(benda: Sequence[bytes]) -> bytes:
    """The objects with their table of places; the last one is the file's information."""
    isi, letak = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for nomor, satu in enumerate(benda, 1):
        letak.append(len(isi))
        isi += b"%d 0 obj\n%s\nendobj\n" % (nomor, satu)
    tabel = b"".join(b"%010d 00000 n \n" % tempat for tempat in letak)
    kepala = b"xref\n0 %d\n0000000000 65535 f \n" % (len(benda) + 1)
    ekor = b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (len(benda) + 1, len(benda))
    return isi + kepala + tabel + ekor + b"startxref\n%d\n%%%%EOF\n" % len(isi)


def _gambar(surat: Surat) -> list[str]:
    """Drawing orders: CONTOH across the page, then the lines from the top down."""
    perintah = ["0.88 g", "BT /T 130 Tf 0.7071 0.7071 -0.7071 0.7071 130 190 Tm (CONTOH) Tj ET", "0 g"]
    y = 780
    for besar, tebal, teks, jarak in _baris(surat):
        lebar = int(960 / besar)
        for potongan in textwrap.wrap(teks, lebar) or [""]:
            perintah.append(f"BT /{'T' if tebal else 'N'} {besar} Tf 60 {y} Td {_teks(potongan)} Tj ET")
            y -= int(besar * 1.45)
        y -= jarak
        if teks == surat.kantor:
            perintah.append(f"0.8 w 60 {y + 4} m 535 {y + 4} l S")
            y -= 22
    return [*perintah, "0.35 g", f"BT /N 8 Tf 60 48 Td {_teks(KAKI)} Tj ET"]


def _baris(surat: Surat) -> list[tuple[int, bool, str, int]]:
    """Size, bold, text, and the space under it."""
    return [
        (13, True, surat.kantor, 4),
        (16, True, JUDUL.get(surat.jenis, "DOKUMEN"), 4),
        (12, True, surat.judul, 12),
        (10, False, f"Rencana aksi: {surat.aksi}", 2),
        (10, False, f"Tanggal: {tanggal_id(surat.tanggal)}", 2),
        (10, False, f"Versi: {surat.versi}", 18),
        *((10, False, teks, 8) for teks in ISI.get(surat.jenis, ("Isi dokumen.",))),
    ]


def _teks(teks: str) -> str:
    """As a PDF string."""
    return "({})".format(teks.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)"))
