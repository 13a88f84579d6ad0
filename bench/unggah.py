"""python -m bench.unggah: a PDF of 25 MB through the plain form to one gunicorn worker: seconds, worker memory."""

import json
import os
import sys
import time
import urllib.request
from io import BytesIO
from typing import Any

from bench.layan import layani, masuk

ISI = 25 * 1024 * 1024 - 8192
"""Bytes inside the PDF: with what is around them just under the limit of a file."""
BATAS = "zona-bench-0f9c"
TOKEN = "z" * 32


def siapkan() -> str:
    """The demo office; a session of ketua and the id of a syarat."""
    import django

    django.setup()
    from bench.data import siapkan as kantor_contoh
    from rencana_aksi.models import SyaratBukti

    rencana = kantor_contoh(1)
    syarat = SyaratBukti.objects.filter(rencana_kerja__pengungkit__rencana=rencana, tiap_pelaksanaan=False).first()
    assert syarat is not None  # noqa: S101  (the demo has 173)
    return f"{masuk('ketua')} {syarat.pk}"


def berkas() -> bytes:
    """A PDF that does not compress: one page, one file inside."""
    from pypdf import PdfWriter

    penulis = PdfWriter()
    penulis.add_blank_page(595, 842)
    penulis.add_attachment("isi.bin", os.urandom(ISI))
    keluar = BytesIO()
    penulis.write(keluar)
    return keluar.getvalue()


def kirim(alamat: str, kunci: str, syarat: str, isi: bytes) -> float:
    """Seconds until the answer. Raises HTTPError where it was refused."""
    kepala = 'Content-Disposition: form-data; name="berkas"; filename="besar.pdf"\r\nContent-Type: application/pdf'
    badan = f"--{BATAS}\r\n{kepala}\r\n\r\n".encode() + isi + f"\r\n--{BATAS}--\r\n".encode()
    permintaan = urllib.request.Request(  # noqa: S310  (our own server)
        f"{alamat}/kbntb/2023/bukti/unggah/{syarat}/",
        badan,
        {
            "Content-Type": f"multipart/form-data; boundary={BATAS}",
            "Cookie": f"sessionid={kunci}; csrftoken={TOKEN}",
            "X-CSRFToken": TOKEN,
            "HX-Request": "true",
        },
    )
    mulai = time.perf_counter()
    with urllib.request.urlopen(permintaan) as tanggapan:  # noqa: S310  (our own server)
        tanggapan.read()
    return time.perf_counter() - mulai


def ukur() -> dict[str, Any]:
    with layani("bench.unggah") as server:
        kunci, syarat = server.pesan[-2:]
        isi, sebelum = berkas(), server.puncak()
        detik = kirim(server.alamat, kunci, syarat, isi)
        puncak = server.puncak()
    return {"byte": len(isi), "detik": round(detik, 2), "mb_memori_sebelum": sebelum, "mb_memori_puncak": puncak}


def main() -> int:
    if sys.argv[1:2] == ["--siapkan"]:
        sys.stdout.write(siapkan())
    else:
        json.dump(ukur(), sys.stdout)
        sys.stdout.write("\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
