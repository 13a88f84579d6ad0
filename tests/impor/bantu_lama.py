"""Walking an old spreadsheet through its pages: handed in, its form sent as it stands, to the preview."""

from typing import Any

from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.bantuan import Klien, urai


def unggah(k: Klien, alamat: str, data: bytes, nama: str = "rencana lama.xlsx", tahun: int = 2024) -> Any:
    return k.post(alamat, {"berkas": SimpleUploadedFile(nama, data), "tahun": str(tahun)})


def isian(halaman: Any) -> dict[str, Any]:
    """What the page's form would send as it stands."""
    pohon: BeautifulSoup = urai(halaman)
    form = pohon.select_one("main form[method=post]")
    assert form is not None
    hasil: dict[str, list[str]] = {}
    for u in form.select("input[name], select[name]"):
        if u.name == "select":
            pilih = u.select_one("option[selected]") or u.select_one("option")
            hasil.setdefault(u["name"], []).append(pilih["value"] if pilih else "")
        elif u.get("type") not in ("checkbox", "radio") or u.has_attr("checked"):
            hasil.setdefault(u["name"], []).append(u.get("value", "on"))
    return {
        k: v if len(v) > 1 or k.startswith("bagian-") else v[0] for k, v in hasil.items() if k != "csrfmiddlewaretoken"
    }


def petakan(k: Klien, alamat: str, **ubah: Any) -> Any:
    """Send the mapping as it is proposed, but for `ubah` (names with _ for -)."""
    kiriman = isian(k.get(alamat)) | {"lanjut": "1"}
    return k.post(alamat, {n: v for n, v in (kiriman | ubah).items() if v is not None})
